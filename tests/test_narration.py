"""Facts that an outlet states itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.extraction.dates import find_dates
from factcheck.extraction.narration import find_facts, find_happenings
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Interval, Span, When


def facts(text, dates=()):
    return [
        (f.field, f.subject.text if f.subject else None, f.quantity.value)
        for f in find_facts(text, find_quantities(text), dates)
    ]


@pytest.mark.parametrize(
    ("text", "person", "age"),
    [
        ("Nora Quill, 51, was at the fair.", "Nora Quill", 51),
        ("Nora Quill (51) was at the fair.", "Nora Quill", 51),
        ("Nora Quill, aged 51, was at the fair.", "Nora Quill", 51),
        ("Nora Quill, who was 51 years old, sang.", "Nora Quill", 51),
        ("Nora Quill, a 51-year-old baker, sang.", "Nora Quill", 51),
        ("Nora Quill was 51 years old.", "Nora Quill", 51),
        ("The 51-year-old Nora Quill sang.", "Nora Quill", 51),
        ("The 51-year-old baker Nora Quill sang.", "Nora Quill", 51),
        ("The 51-year-old Osterby woman Nora Quill sang.", "Nora Quill", 51),
        ("They named Nora Quill, 51 -- a baker.", "Nora Quill", 51),
        ("They named Nora Quill-Moss (51).", "Nora Quill-Moss", 51),
    ],
)
def test_the_person_of_an_age(text, person, age):
    assert facts(text) == [("age", person, age)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Otto Marsh bakes. Mr. Marsh, 28, was hurt.", "Otto Marsh"),
        ("Otto Marsh bakes. The tram hit Marsh, 28, at noon.", "Otto Marsh"),
        ("Otto Marsh and Ida Marsh bake. Marsh, 28, was hurt.", None),
        ("Marsh, 28, was hurt.", None),
    ],
)
def test_a_surname_with_an_age_is_the_one_person_of_that_name(text, person):
    claims = [claim for claim in extract(Article(source="a", text=text)) if claim.quantities]
    assert [claim.subject.name for claim in claims if claim.subject] == ([person] if person else [])


def test_an_age_before_a_name_is_not_of_the_name_before_it():
    assert facts("They named Tom Birch, 30-year-old Nora Quill and 9-year-old Lee Moss.") == [
        ("age", "Nora Quill", 30),
        ("age", "Lee Moss", 9),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A 14-year-old boy fell.",
        "The 14-year-old Osterby boy fell.",
        "Their 14-year-old son fell.",
    ],
)
def test_the_age_of_somebody_without_a_name(text):
    assert facts(text) == [("age", None, 14)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ferry sank on Friday.", ["Friday"]),
        ("A ferry sank in Osterby early Friday, police said.", ["Osterby", "early Friday"]),
        ("Police said Friday that a ferry sank in Osterby.", ["Osterby"]),
        ("A ferry sank, police said Friday.", []),
        ("“It sank in Osterby on Friday,” Nora Quill said.", []),
        ("A ferry sank today.", []),
        ("A ferry sank in March.", ["March"]),
        ("A ferry sank last month.", []),
        ("A ferry sank in 2019.", []),
        ("The ferry, built in 1971, was green.", ["1971"]),
        ("It was built in 1971.", []),
        ("A ferry sank in Ohio.", []),
        ("A ferry sank in Osterby County.", []),
        ("A ferry sank in Osterby's harbor.", []),
        ("The blue ferry of Friday.", []),
        ("A ferry sank in Osterby LOCAL NEWS", ["Osterby"]),
    ],
)
def test_days_and_towns_of_what_happened(text, found):
    published = Interval(start=date(2025, 3, 8), end=date(2025, 3, 8))
    happened = find_happenings(text, find_dates(text, published))
    assert [one.phrase.text for one in happened] == found
    assert all(one.content.text == text[one.content.span.start : one.content.span.end] for one in happened)


def test_a_sentence_ends_where_the_next_runs_into_it():
    text = "The crew was saved.A ferry sank on Friday.Nora Quill sang."
    (one,) = find_happenings(text, find_dates(text, Interval(start=date(2025, 3, 8), end=date(2025, 3, 8))))
    assert one.content.text == "A ferry sank on Friday."


@pytest.mark.parametrize(
    "text",
    [
        "A 51-year-old baker sang.",
        "The baker is 51 years old.\n\nNora Quill sang.",
        "Quill, 51, sang.",
    ],
)
def test_an_age_without_a_full_name_beside_it_is_nobodys(text):
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fire at the mill kills 3.", [("killed", 3)]),
        ("A ferry sank, killing four people and injuring 12.", [("killed", 4), ("injured", 12)]),
        ("One dead, six hurt as a ferry sinks.", [("killed", 1), ("injured", 6)]),
        ("A man died and two others were hurt when a ferry sank.", [("injured", 2)]),
        ("Boy, 2 women hurt as a ferry sinks.", []),
        ("A baby and two others were hurt when a ferry sank.", []),
        ("A girl was hurt and two boys were also hurt.", []),
        ("Nine people fell, injuring two of them.", []),
        ("Six boys and two men were hurt.", []),
        ("Two sailors were also hurt.", []),
        ("Two dead, 9 hurt in separate crashes.", []),
        ("Ferries have killed 40 people so far.", []),
        ("A ferry sank in 2011, killing 40 people.", []),
        ("The storm nearly killed 40 people.", []),
    ],
)
def test_counts_of_the_dead_and_hurt(text, found):
    assert [(field, value) for field, _, value in facts(text) if field in ("killed", "injured")] == found


def test_a_count_of_another_year_is_history():
    text = "The wreck of 2009 killed 40 people."
    year = When(
        text="2009", span=Span(start=13, end=17), value="2009", precision="year", basis="stated",
        start=date(2009, 1, 1), end=date(2009, 12, 31),
    )  # fmt: skip
    assert facts(text) == [("killed", None, 40)]
    assert facts(text, [year]) == []


def test_counts_far_down_are_background():
    lead = "The mayor spoke of the old mill. " * 8
    assert facts(f"{lead}A fire killed 3 people.") == []
    assert facts(f"A fire killed 3 people. {lead}") == [("killed", None, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill will cut 2,000 jobs.", [("jobs", 2000)]),
        ("The mill paid $4 million.", [("money", 4e6)]),
        ("Sales fell 12%.", [("percent", 12)]),
        ("Nine sailors swam.", [("sailors", 9)]),
        ("Nine people swam.", [("people", 9)]),
        ("Nine people were there.", []),
        ("The show lasted more than two hours.", [("measure", 2)]),
        ("The show came two hours after the fire.", []),
        ('He said: "We cut 2,000 jobs."', []),
        ("He said: “We cut 2,000 jobs.”", []),
        ("He said “no” and cut 2,000 jobs.", [("jobs", 2000)]),
    ],
)
def test_sums_and_counts(text, found):
    assert [(field, value) for field, _, value in facts(text)] == found


@given(
    st.lists(
        st.sampled_from(
            ["Nora Quill", "51", ",", "-year-old", "3 people were killed", "(", ")", ".", "and", "\n", "two hurt"]
        )
    )
)
def test_spans_match_the_text(parts):
    text = " ".join(parts)
    for fact in find_facts(text, find_quantities(text)):
        for passage in (fact.content, fact.quantity, *([fact.subject] if fact.subject else [])):
            assert text[passage.span.start : passage.span.end] == passage.text
        assert fact.content.span.start <= fact.quantity.span.start < fact.quantity.span.end <= fact.content.span.end
