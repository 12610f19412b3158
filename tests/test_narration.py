"""What an outlet states itself: values with their sentences, and sentences without a value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.extraction.dates import find_dates
from factcheck.extraction.narration import REACH, find_people, find_slots, find_statements
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Interval

PUBLISHED = Interval(start=date(2025, 3, 8), end=date(2025, 3, 8))


def slots(text):
    dates = find_dates(text, PUBLISHED)
    return find_slots(text, find_quantities(text, dates), dates)


def values(text):
    return [slot.value.text for slot in slots(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ferry sank on Friday.", ["Friday"]),
        ("A ferry sank in Osterby early Friday, police said.", ["Osterby", "early Friday"]),
        ("The mill will reopen in May.", ["May"]),
        ("The rink was built in 1971.", ["1971"]),
        ("The train leaves at 9:40 a.m. on Tuesday.", ["9:40 a.m. on Tuesday"]),
        ("They met in the afternoon.", []),
        ("The orchestra rehearsed for six weeks.", ["six weeks"]),
        ("The yacht covered 212 nautical miles in 19 hours.", ["212 nautical miles", "19 hours"]),
        ("Turnout rose to 61.4 percent.", ["61.4 percent"]),
        ("The clinic vaccinated 1,300 goats near Lake Turva.", ["1,300", "Lake Turva"]),
        ("The council voted 7-2.", ["7-2"]),
        ("The archive cost £4.2m.", ["£4.2m"]),
        ("About a dozen stalls closed.", ["About a dozen"]),
        ("The quake measured 6.1.", ["6.1"]),
        ("The glacier lost about a third of its ice.", ["about a third"]),
        ("Kestrel won its ninth race.", []),
        ("Fire at the mill kills 3.", ["3"]),
        ("One dead, six hurt as a ferry sinks.", ["One", "six"]),
        ("“It sank in Osterby on Friday,” Nora Quill said.", []),
        ('She said "we lost 40 boats" and left with 12 crates.', ["12"]),
        ("He said “no” and cut 2,000 jobs.", ["2,000"]),
        ("He said “we cut 2,000 jobs\n\nThey cut 300 jobs.", ["300"]),
        (f'"{"No. " * 300}" he said. They cut 300 jobs.', ["300"]),
        ('A 14" pipe burst. It flooded 30 homes.', ["14", "30"]),
    ],
)
def test_every_value_outside_of_quotation_marks_is_a_slot(text, found):
    assert values(text) == found


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
        ("A 14-year-old boy fell.", None, 14),
        ("The 14-year-old Osterby boy fell.", None, 14),
        ("A 2-year-old East Osterby girl fell.", None, 2),
        ("Nora Quill, in her 40s, sang.", "Nora Quill", None),
        ("Nora Quill is in her 40s.", "Nora Quill", None),
        ("A 51-year-old baker sang.", None, 51),
        ("The baker is 51 years old.\n\nNora Quill sang.", None, 51),
        ("Quill, 51, sang.", None, 51),
    ],
)
def test_the_person_of_an_age(text, person, age):
    (slot,) = slots(text)
    assert (slot.value.kind, slot.value.value) == ("age", age)
    assert (slot.subject and slot.subject.text) == person


def test_an_age_before_a_name_is_not_of_the_name_before_it():
    found = slots("They named Tom Birch, 30-year-old Nora Quill and 9-year-old Lee Moss.")
    assert [(slot.value.value, slot.subject.text) for slot in found] == [(30, "Nora Quill"), (9, "Lee Moss")]


def test_a_number_that_is_no_age_is_nobodys():
    assert [slot.subject for slot in slots("Nora Quill, $51 in her purse, sang for two hours.")] == [None, None]


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


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The siege lasted 11 days.", "day", 11),
        ("The siege lasted two weeks.", "week", 2),
        ("The siege lasted six months.", "month", 6),
        ("The siege lasted three years.", "year", 3),
        ("The siege lasted 40 minutes.", "minute", 40),
        ("The siege lasted nine seconds.", "second", 9),
        ("The siege lasted five hours.", "hour", 5),
    ],
)
def test_a_length_of_time_is_measured(text, unit, value):
    (slot,) = slots(text)
    assert (slot.value.kind, slot.value.unit, slot.value.value) == ("measure", unit, value)


def test_a_sentence_ends_where_the_next_runs_into_it():
    (slot,) = slots("The crew was saved.A ferry sank on Friday.Nora Quill sang.")
    assert slot.content.text == "A ferry sank on Friday."


def test_of_an_endless_sentence_only_what_is_near_is_kept():
    words = "salt and pepper and " * 100
    (slot,) = slots(f"{words}40 eggs {words}")
    assert 2 * REACH < len(slot.content.text) < 2 * REACH + 40


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The choir sang well. The audience stood up.", ["The choir sang well.", "The audience stood up."]),
        ("Arts and Culture\n\nThe choir sang to all.", ["The choir sang to all."]),
        ("The choir sang.", []),
        ("Did the choir sing there?", ["Did the choir sing there?"]),
        ("The choir sang to all", []),
        ("The choir, of 40 singers, sang to all.", []),
        ("“The choir sang. We all stood up and wept.” He left without a word.", ["He left without a word."]),
    ],
)
def test_sentences_without_a_value_are_statements(text, found):
    quoted = [(at, at + 1) for at in (text.find("“"),) if at >= 0]
    taken = [(slot.span.start, slot.span.end) for slot in slots(text)]
    assert [statement.text for statement in find_statements(text, [*taken, *quoted])] == found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The pilot landed safely at night.", ["The pilot landed safely at night."]),
        ("The pilot landed 3 gliders.", ["The pilot landed 3 gliders."]),
        ("The pilot said the wind was too strong.", ["the wind was too strong"]),
    ],
)
def test_each_sentence_is_claimed_once(text, claims):
    assert [claim.content.text for claim in extract(Article(source="a", text=text))] == claims


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nora Quill met Lee Moss. Nora Quill left, then Moss.", ["Nora Quill", "Lee Moss"]),
        ("Moss met a baker in Osterby.", []),
    ],
)
def test_the_first_place_of_each_full_name(text, found):
    assert [person.text for person in find_people(text)] == found


PARTS = [
    "Nora Quill",
    "51",
    ",",
    "-year-old",
    "3 people were killed",
    "(",
    ")",
    ".",
    "and",
    "\n",
    "two weeks",
    "“",
    "”",
]
PARTS += ["on Friday", "in Osterby", "in May 2019", '"', "She sang well at dawn.", ".A ferry sank", "$4", "7-2"]


@given(st.lists(st.sampled_from(PARTS)))
def test_spans_match_the_text(parts):
    text = " ".join(parts)
    found = slots(text)
    for slot in found:
        for passage in (slot.content, *([slot.subject] if slot.subject else [])):
            assert text[passage.span.start : passage.span.end] == passage.text
        assert text[slot.span.start : slot.span.end] == slot.value.text
        assert slot.content.span.start <= slot.span.start < slot.span.end <= slot.content.span.end
    assert [slot.span.start for slot in found] == sorted(slot.span.start for slot in found)
    taken = [(slot.span.start, slot.span.end) for slot in found]
    for statement in find_statements(text, taken):
        span = statement.span
        assert text[span.start : span.end] == statement.text
        assert not any(start < span.end and span.start < end for start, end in taken)
