"""Records are light: what they know of their given fields is shared, and no copy writes into what is shared."""

import pickle
from datetime import date

import pytest

from factcheck import Article, check
from factcheck.models import Claim, Evidence, Interval, Passage, Span, Speaker, Title, When
from factcheck.record import made
from factcheck.reporting.report import Report


def passage(at):
    return Passage.cut("The quay was shut. The quay was shut.", at, at + 18)


def test_records_that_were_given_the_same_fields_share_what_they_know_of_them():
    assert passage(0).model_fields_set is passage(19).model_fields_set
    assert passage(0).model_fields_set == {"text", "span"}


def test_a_copy_writes_nothing_into_what_is_shared():
    when = When(basis="stated", text="Monday")
    copy = when.model_copy(update={"value": "2024-03-04"})
    assert copy.model_fields_set == {"basis", "text", "value"}
    assert when.model_fields_set == {"basis", "text"}
    assert When(basis="stated", text="Tuesday").model_dump(exclude_unset=True) == {"basis": "stated", "text": "Tuesday"}


@pytest.mark.parametrize(
    "again", [lambda r: pickle.loads(pickle.dumps(r)), lambda r: Claim.model_validate_json(r.model_dump_json())]
)
def test_a_record_is_the_same_behind_a_border(again):
    claim = Claim(id="a:n0-18", article_id="a", form="narration", content=passage(0))
    assert again(claim) == claim


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Span, {"start": 2, "end": 5}),
        (When, {"basis": "published", "end": date(2024, 3, 4)}),
        (Title, {"head": "mayor", "text": "Mayor", "span": Span(start=0, end=5)}),
        (Evidence, {"span": Span(start=0, end=5), "claim_id": "a:n0-5", "article_id": "a"}),
        (Claim, {"form": "narration", "id": "a:n0-18", "article_id": "a", "content": passage(0)}),
        (Speaker, {"name": "Ann", "mention": passage(0), "resolved_by": "name", "confidence": 1.0}),
    ],
)
def test_a_record_that_is_made_is_the_one_that_is_validated(kind, fields):
    one, other = made(kind, **fields), kind(**fields)
    assert one == other
    assert one.model_dump_json() == other.model_dump_json()
    assert one.model_fields_set is other.model_fields_set
    assert one.model_copy(update=fields) == other
    with pytest.raises(ValueError, match="frozen"):
        setattr(one, next(iter(fields)), None)


def test_every_record_of_a_run_is_one_that_is_validated():
    told = (
        "Harbour master Ada Fenwick, 51, said on Monday that {} boats sank near Orrmere. “We lost {} boats,” she said."
        " The storm cost {} million crowns and did not reach Galford. Otto Kelby died."
    )
    articles = [
        Article(source=f"Outlet {n}", text=told.format(n, n, n + 2), published=Interval(start=day, end=day))
        for n, day in ((12, date(2024, 3, 5)), (15, date(2024, 3, 6)), (15, date(2024, 3, 7)))
    ]
    report = check(*articles)
    assert all((report.conflicts, report.agreements, any(claim.quantities for claim in report.claims)))
    again = Report.model_validate_json(report.to_json())
    assert again == report
    assert again.to_json() == report.to_json()


def test_fields_that_are_wrong_are_refused_all_the_same():
    with pytest.raises(ValueError, match="before it starts"):
        Span(start=3, end=2)
    with pytest.raises(ValueError, match="frozen"):
        Interval.model_validate({"start": "2024-03-04", "end": "2024-03-05"}).start = None
