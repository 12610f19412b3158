"""Whether two values of one fact can both be right, and which values say enough to contradict another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.entities.rounding import compatible, middle
from factcheck.entities.values import age_of, can_both_be, gives, tells, values_of
from factcheck.extraction.dates import find_dates
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Interval, Passage, Quantity, Span, When

PUBLISHED = Interval(start=date(2025, 3, 8), end=date(2025, 3, 8))


def number(text):
    return find_quantities(text, find_dates(text, PUBLISHED))[0]


def day(text, published=PUBLISHED):
    return find_dates(text, published)[0]


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("12 goats", "twelve goats", True),
        ("12 goats", "a dozen goats", True),
        ("12 goats", "13 goats", False),
        ("20 goats", "19 goats", False),
        ("at least 12 goats", "14 goats", True),
        ("at least 12 goats", "11 goats", False),
        ("up to 40 goats", "38 goats", True),
        ("up to 40 goats", "52 goats", False),
        ("about 200 goats", "190 goats", True),
        ("about 200 goats", "260 goats", False),
        ("200 goats", "197 goats", True),
        ("1,300 goats", "1,284 goats", True),
        ("1,300 goats", "1,240 goats", False),
        ("nearly 300 goats", "287 goats", True),
        ("nearly 300 goats", "320 goats", False),
        ("more than 300 goats", "340 goats", True),
        ("more than 300 goats", "240 goats", False),
        ("dozens of goats", "42 goats", True),
        ("dozens of goats", "4,200 goats", False),
        ("30 to 40 goats", "35 goats", True),
        ("30 to 40 goats", "45 goats", False),
        ("$4.2 million", "$4.18 million", True),
        ("$4.2 million", "$4,200,000", True),
        ("$4.2 million", "$4.3 million", False),
        ("$50 million", "$54 million", False),
        ("4.6 percent", "5%", True),
        ("4.6 percent", "6%", False),
        ("aged 34", "34-year-old", True),
        ("34-year-old", "35-year-old", False),
        ("a vote of 7 to 2", "They voted 7-2", True),
        ("They voted 7-2", "They voted 6-3", False),
    ],
)
def test_numbers(a, b, both):
    x, y = number(a), number(b)
    assert can_both_be(x, y) is compatible(x, y) is both
    assert compatible(y, x) is both


def place(name):
    return Passage(text=name, span=Span(start=0, end=len(name)))


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (day("on Friday"), day("on March 7"), True),
        (day("on Friday"), day("on Thursday"), False),
        (place("Osterby"), place("North Osterby"), True),
        (place("Osterby"), place("Westhaven"), False),
    ],
)
def test_days_and_places(a, b, both):
    assert can_both_be(a, b) is can_both_be(b, a) is both


@pytest.mark.parametrize(
    ("a", "b", "given"),
    [
        (day("at 9:40 a.m. on Friday"), day("on Friday morning"), True),
        (day("on Friday morning"), day("at 9:40 a.m. on Friday"), False),
        (day("at 9:40 a.m."), day("at 9:40 a.m. on Friday"), True),
        (day("on Friday"), day("in March"), True),
        (place("Mill Lane"), place("14 Mill Lane"), False),
        (place("Osterby"), place("Westhaven"), False),
    ],
)
def test_whoever_tells_as_much_gives_a_value_too(a, b, given):
    assert gives(a, b) is given


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("12 goats", True),
        ("about 200 goats", True),
        ("30 to 40 goats", True),
        ("They voted 7-2", True),
        ("at least 12 goats", True),
        ("dozens of goats", False),
        ("hundreds of goats", False),
        ("10 to 40 goats", False),
    ],
)
def test_a_vague_number_contradicts_nothing(text, enough):
    assert tells(number(text)) is enough


def test_a_time_without_day_or_hour_contradicts_nothing():
    assert tells(day("on Friday"))
    assert tells(day("on Friday", None))
    assert tells(day("at 9:40 a.m.", None))
    assert not tells(When(text="recently", span=Span(start=0, end=8), basis="undated"))


@pytest.mark.parametrize(
    ("text", "expected"), [("12 goats", 12), ("30 to 40 goats", 35), ("at least 12 goats", 12), ("They voted 7-2", 0)]
)
def test_middle(text, expected):
    assert middle(number(text)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pond held 40 carp.", [["40"]]),
        ("The fair opened in Osterby on Friday.", [["Osterby"], ["Friday"]]),
        ("“We caught 40 carp on Friday,” Nora Quill said.", [["40", "Friday"]]),
        ("Nora Quill said the pond held no carp.", []),
        ("Nora Quill, 51, sang.", [["51"]]),
    ],
)
def test_the_values_of_claims(text, found):
    claims = extract(Article(text=text, source="a", published=PUBLISHED))
    assert [[v.text for v in values_of(claim)] for claim in claims if values_of(claim)] == found


def test_an_age_is_told_from_other_numbers():
    text = "Nora Quill, 51, sang. Forty carp died. Oto Renk is in his 30s."
    assert [age_of(claim) for claim in extract(Article(text=text)) if claim.quantities] == [51, None, None]


NUMBERS = st.builds(
    lambda value, low, high, kind, digits: Quantity(
        text=digits.format(f"{value:,.10g}"),
        span=Span(start=0, end=1),
        kind=kind,
        value=value,
        low=min(value, low) if low is not None else None,
        high=max(value, high) if high is not None else None,
        unit=None,
    ),
    st.integers(0, 10**7) | st.floats(0, 1e6).map(lambda f: round(f, 2)),
    st.none() | st.integers(0, 10**7),
    st.none() | st.integers(0, 10**7),
    st.sampled_from(["count", "money", "percent", "age", "measure"]),
    st.sampled_from(["{}", "{} million", "about {}", "${}bn"]),
)


@given(NUMBERS, NUMBERS)
def test_every_number_fits_itself_and_order_changes_nothing(a, b):
    assert compatible(a, a)
    assert compatible(a, b) == compatible(b, a)
