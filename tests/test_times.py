"""Whether two times can be one: by their days, by what an unplaced one names, and by the clock."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.times import can_be_one, has_clock, has_day, share_part, weekday
from factcheck.extraction.dates import find_dates
from factcheck.models import Interval, Span, When

PUBLISHED = Interval(start=date(2025, 3, 8), end=date(2025, 3, 8))


def time(text, published=PUBLISHED):
    return find_dates(text, published)[0]


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("on Friday", "on March 7", True),
        ("on Friday", "on Thursday", False),
        ("on Friday", "on March 14", False),
        ("in March", "on March 2", True),
        ("in March", "on April 2", False),
        ("in 2025", "on March 2", True),
        ("in 2024", "in 2025", False),
        ("early Friday", "Friday night", True),
        ("on March 7", "on 7 March 2025", True),
        ("in May 2019", "in June 2019", False),
        ("at 9:40 a.m.", "at 9:42 a.m.", True),
        ("at 9:40 a.m.", "at 11:20 a.m.", False),
        ("at 9 a.m.", "at 9:20 a.m.", True),
        ("at 9 a.m.", "at 9:30 a.m.", False),
        ("at 9 a.m.", "at 9:15 a.m.", True),
        ("at 9:40 a.m.", "at 9:40 p.m.", False),
        ("at 9:40", "at 9:40 p.m.", True),
        ("at 9:40 a.m. on Friday", "at 9:40 a.m. on Thursday", False),
        ("Friday morning", "at 9 a.m. on Friday", True),
        ("Friday morning", "at 8 p.m. on Friday", False),
        ("Friday afternoon", "Friday evening", True),
        ("Friday afternoon", "Friday night", False),
        ("Friday morning", "Friday evening", False),
        ("early Friday morning", "at 1:05 a.m. on Friday", True),
        ("Thursday night", "early Friday morning", True),
        ("Thursday night", "at 2 a.m. on Friday", True),
        ("Thursday night", "at 8 a.m. on Friday", False),
        ("Thursday night", "on Friday", False),
        ("Thursday evening", "at 2 a.m. on Friday", False),
        ("Wednesday night", "at 2 a.m. on Friday", False),
        ("in the autumn of 2024", "in October 2024", True),
        ("in the autumn of 2024", "in April 2024", True),
        ("in the autumn of 2024", "in October 2022", False),
        ("in the autumn of 2024", "in the fall of 2024", True),
        ("in the autumn of 2024", "in the spring of 2024", False),
        ("in the winter of 2024", "in the summer of 2024", False),
        ("in the summer of 2024", "on January 9, 2024", True),
        ("in the third quarter of 2024", "in the second quarter of 2024", False),
        ("in the third quarter of 2024", "in March 2024", True),
        ("in the third quarter of 2024", "in March 2022", False),
        ("in the 1970s", "in 1974", True),
        ("in the 1970s", "in 1984", False),
        ("in the 1970s", "in the 20th century", True),
        ("in the ninth century", "in the tenth century", False),
        ("just after dusk", "at 9 p.m.", True),
        ("just after dusk", "at 3 a.m.", False),
        ("just after dusk", "before dawn", False),
        ("just after dusk", "at 11 a.m.", False),
        ("at dusk", "at 4 a.m.", False),
        ("before dawn", "at 4 a.m.", True),
        ("before dawn", "at 11 a.m.", False),
        ("at sunrise", "this morning", True),
        ("at noon", "at midday", True),
        ("at noon", "after nightfall", False),
        ("in the small hours of Sunday", "at 2 a.m. on Sunday", True),
        ("in the small hours of Sunday", "at 9 a.m. on Sunday", False),
        ("in the small hours of Friday", "on Thursday night", True),
        ("in the small hours of Friday", "on Wednesday night", False),
        ("between 2 and 3 a.m.", "at 2:40 a.m.", True),
        ("between 2 and 3 a.m.", "at 3:50 a.m.", False),
        ("between 2 and 3 a.m.", "between 2:30 and 4 a.m.", True),
        ("at 1740 hours", "at 5.40 p.m.", True),
        ("at 1740 hours", "at half past six in the evening", False),
        ("at 10:35 a.m. CST", "at 10:35 a.m. CDT", True),
        ("at 10:35 a.m. CST", "at 11:35 a.m. EST", True),
        ("at 10:35 a.m. CST", "at 11:55 a.m. EST", False),
        ("at 10:35 a.m. CST", "at 11:35 a.m.", True),
        ("at 10:35 a.m. CST", "at 11:55 a.m.", False),
        ("at 10:35 a.m. CST", "at 10:35 a.m. PST", False),
    ],
)
def test_one_time(a, b, one):
    x, y = time(a), time(b)
    assert can_be_one(x, y) is can_be_one(y, x) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("on Friday", "Friday night", True),
        ("on Friday", "on Thursday", False),
        ("on Friday", "on March 7, 2025", True),
        ("on Friday", "on March 6, 2025", False),
        ("in March", "on April 6, 2025", False),
        ("on March 6", "on April 6, 2025", False),
        ("on March 6", "on March 6, 2025", True),
        ("on March 6", "on March 7, 2025", False),
    ],
)
def test_times_that_no_calendar_places_differ_by_what_they_name(a, b, one):
    x, y = time(a, None), time(b, None)
    assert can_be_one(x, y) is can_be_one(y, x) is one


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("on Friday", "in May", True),
        ("at 9:40 a.m.", "at 8 p.m.", True),
        ("in 1971", "at 9:40 a.m.", False),
        ("at 9:40 a.m. on Friday", "at 8 p.m.", True),
    ],
)
def test_two_times_that_tell_the_same_part(a, b, shared):
    x, y = time(a), time(b)
    assert share_part(x, y) is share_part(y, x) is shared


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [("on Friday", True, False), ("in May", True, False), ("in 1971", True, False), ("at 9:40 a.m.", False, True)],
)
def test_day_and_clock(text, day, clock):
    found = time(text, None)
    assert (has_day(found), has_clock(found)) == (day, clock)


def named(text, **fields):
    return When(text=text, span=Span(start=0, end=len(text)), basis="undated", **fields)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Friday", 5),
        ("late Tuesday night", 2),
        ("Sunday's", 7),
        ("Mon., March 7", 1),
        ("March 7", None),
        ("fridges", None),
    ],
)
def test_weekday(text, found):
    assert weekday(named(text)) == found


def test_times_of_an_unknown_zone_can_be_one():
    assert can_be_one(named("x", value="2025-03-07T09:00Z"), named("y", value="2025-03-07T18:00"))
    assert not can_be_one(named("9:00 AM", value="2025-03-07T09:00"), named("18:00", value="2025-03-07T18:00"))


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_times_can_be_one_where_their_days_overlap(a, b, c, d):
    one, other = (
        When(text=name, span=Span(start=0, end=1), basis="stated", start=min(ends), end=max(ends))
        for name, ends in (("x", (a, b)), ("y", (c, d)))
    )
    overlap = max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
    assert can_be_one(one, other) is can_be_one(other, one) is overlap


CLOCKS = st.times().map(lambda t: f"T{t:%H:%M}") | st.sampled_from(["TMO", "TMI", "TAF", "TEV", "TNI", "T09", "T21"])


@given(CLOCKS, CLOCKS, st.sampled_from(["x", "x pm", "x a.m."]), st.sampled_from(["y", "y p.m."]))
def test_hours_can_be_one_in_either_order_and_each_with_itself(one, other, said, told):
    a, b = named(said, value=f"2025-03-07{one}"), named(told, value=f"2025-03-07{other}")
    assert can_be_one(a, b) is can_be_one(b, a)
    assert can_be_one(a, named("z", value=a.value))
