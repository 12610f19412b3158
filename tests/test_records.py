"""Records are light: what they know of their given fields is shared, and no copy writes into what is shared."""

import pickle

import pytest

from factcheck.models import Claim, Interval, Passage, Span, When


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


def test_fields_that_are_wrong_are_refused_all_the_same():
    with pytest.raises(ValueError, match="before it starts"):
        Span(start=3, end=2)
    with pytest.raises(ValueError, match="frozen"):
        Interval.model_validate({"start": "2024-03-04", "end": "2024-03-05"}).start = None
