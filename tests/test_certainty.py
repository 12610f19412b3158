"""How sure two values that can't both be right are a disagreement."""

from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.certainty import (
    AHEAD,
    ALONE,
    CONTEXT,
    EXPECTED,
    FAR,
    LIKELY,
    ONE_PLACE,
    SLIP,
    SOON,
    TIMED,
    certainty,
    days_apart,
    evidence,
    is_anchored,
    is_slip,
    quotient,
)
from factcheck.extraction.dates import find_dates
from factcheck.extraction.quantities import find_quantities
from factcheck.knowledge import load
from factcheck.models import Link, Passage, Quantity, Span, When
from pages import article


def link(score=0.8, **told):
    return Link(a="a", b="b", score=score, evidence={name.replace("_", " "): amount for name, amount in told.items()})


def number(text):
    return find_quantities(text)[0]


def day(text):
    return find_dates(text, article("a", text).published)[0]


PLACE = Passage(text="Osterby", span=Span(start=0, end=7))
GOATS = number("40 goats"), number("44 goats")


@pytest.mark.parametrize(
    ("a", "told", "anchored"),
    [
        (number("40 goats"), {"same_head": 1}, True),
        (number("40 goats"), {"same_verb": 1}, True),
        (number("40 goats"), {"same_noun": 1}, True),
        (number("40 goats"), {"agreeing_beside": 1}, True),
        (number("40 goats"), {"words_behind": 4}, False),
        (number("40 goats"), {}, False),
        (number("$40"), {"agreeing_beside": 1}, False),
        (number("40 goats"), {"sole": 1}, False),
        (number("They voted 9-4"), {"sole": 1, "kind_vote": 1}, True),
        (number("They voted 9-4"), {"kind_vote": 1}, False),
        (number("$40"), {"same_verb": 1}, True),
        (number("aged 34"), {"same_person": 1}, True),
        (number("aged 34"), {"same_head": 1}, True),
        (number("aged 34"), {"same_verb": 1}, False),
        (day("on Friday"), {"same_verb": 1}, True),
        (day("on Friday"), {"same_head": 1}, False),
        (find_dates("on Friday", None)[0], {"same_verb": 1}, False),
        (PLACE, {"same_verb": 1}, False),
    ],
)
def test_what_ties_two_values_to_one_fact(a, told, anchored):
    assert is_anchored(link(**told), a, a) is anchored


@pytest.mark.parametrize(
    ("score", "told", "anchored"),
    [
        (EXPECTED, {"margin": ALONE, "planned": 1}, True),
        (EXPECTED, {"margin": ALONE, "planned": 1, "given_elsewhere": 1, "other_day": 1}, True),
        (EXPECTED, {"margin": ALONE}, False),
        (EXPECTED, {"margin": ALONE - 0.1, "planned": 1}, False),
        (EXPECTED - 0.1, {"margin": ALONE, "planned": 1}, False),
    ],
)
def test_a_planned_day_without_a_rival_may_be_sure(score, told, anchored):
    days = day("on Friday"), day("on Monday")
    hours = day("at 2 p.m. on Friday"), day("at 5 p.m. on Friday")
    assert not is_anchored(link(score, same_verb=1, **{**told, "planned": 1}), *hours)
    assert is_anchored(link(score, **told), *days) is anchored
    unplanned = {name: amount for name, amount in told.items() if name != "planned"}
    assert (certainty(link(score, **told), *days) > certainty(link(score, **unplanned), *days)) is anchored


@pytest.mark.parametrize(
    ("score", "told", "anchored"),
    [
        (LIKELY, {"margin": AHEAD, "word_before": 1}, True),
        (LIKELY - 0.1, {"margin": AHEAD, "word_before": 1}, False),
        (LIKELY, {"margin": AHEAD - 0.1, "word_before": 1}, False),
        (LIKELY, {"margin": AHEAD, "same_verb": 1}, False),
        (LIKELY, {"margin": AHEAD, "word_before": 1, "strangers": 1}, False),
        (LIKELY, {"margin": AHEAD, "word_before": 1, "in_turn": 1}, False),
        (LIKELY, {"margin": AHEAD, "word_before": 1, "given_elsewhere": 1}, False),
    ],
)
def test_a_place_behind_the_same_preposition_without_a_rival_is_sure(score, told, anchored):
    found = link(score, **told)
    assert is_anchored(found, PLACE, PLACE) is anchored
    assert (certainty(found, PLACE, PLACE) == ONE_PLACE * score) is anchored


@pytest.mark.parametrize(
    ("a", "b", "told", "anchored"),
    [
        ("at 9:40 p.m.", "at 8:10 p.m.", {}, True),
        ("at 9:40 p.m.", "at 8:10 p.m. on Friday", {}, True),
        ("at 9:40 p.m.", "at 9:20 a.m.", {}, True),
        ("at 11:40 p.m. on Thursday", "at 1:15 a.m. on Friday", {}, True),
        ("at 9:40 p.m.", "at 5:10 p.m.", {}, False),
        ("at 9:40 p.m. on Friday", "at 8:10 p.m. on Tuesday", {}, False),
        ("at 9:40 p.m.", "on Friday evening", {}, False),
        ("at 9:40 p.m.", "at 8:10 p.m.", {"given_elsewhere": 1}, False),
        ("at 9:40 p.m.", "at 8:10 p.m.", {"days_between": log1p(SOON)}, True),
        ("at 9:40 p.m.", "at 8:10 p.m.", {"days_between": log1p(SOON + 1)}, False),
        ("at 9:40 p.m. on Friday", "at 8:10 p.m. on Friday", {"days_between": log1p(SOON + 1)}, True),
    ],
)
def test_the_only_hours_of_two_articles_are_of_one_event_where_they_are_near(a, b, told, anchored):
    found = link(**{"only_hours": 1, **told})
    assert is_anchored(found, day(a), day(b)) is anchored
    assert is_anchored(found, day(b), day(a)) is anchored


@pytest.mark.parametrize(
    ("score", "other", "told", "anchored"),
    [
        (TIMED, "at 8:10 p.m.", {}, True),
        (TIMED - 0.1, "at 8:10 p.m.", {}, False),
        (TIMED, "at 5:10 p.m.", {}, False),
        (TIMED, "at 8:10 p.m.", {"other_day": 1}, False),
        (TIMED, "at 8:10 p.m.", {"given_elsewhere": 1}, False),
    ],
)
def test_hours_near_each_other_that_are_likely_of_one_fact(score, other, told, anchored):
    assert is_anchored(link(score, **told), day("at 9:40 p.m."), day(other)) is anchored


@pytest.mark.parametrize(
    ("told", "anchored"),
    [
        ({"margin": ALONE, "given_elsewhere": 1, "both_given": 1}, True),
        ({"margin": ALONE - 0.1, "given_elsewhere": 1}, False),
        ({"margin": ALONE, "other_day": 1}, False),
        ({"margin": ALONE, "one_of_a_part": 1}, False),
        ({"same_verb": 1}, True),
        ({"same_verb": 1, "given_elsewhere": 1}, False),
    ],
)
def test_a_likely_day_without_a_rival_may_stand_elsewhere_too(told, anchored):
    assert is_anchored(link(LIKELY, **told), *[day("on Friday")] * 2) is anchored


@pytest.mark.parametrize(
    ("a", "b", "apart", "anchored"),
    [
        ("today", "on Friday", 1, False),
        ("last night", "on Thursday", 1, False),
        ("today", "on Friday", 0, True),
        ("today", "on Thursday", 1, True),
        ("today", "yesterday", 1, True),
        ("on Friday", "on Thursday", 1, True),
    ],
)
def test_a_day_told_from_the_day_of_publication_may_be_a_day_off(a, b, apart, anchored):
    found = link(LIKELY, margin=ALONE, days_between=apart)
    assert is_anchored(found, day(a), day(b)) is is_anchored(found, day(b), day(a)) is anchored


@pytest.mark.parametrize("unlikely", ["given_elsewhere", "both_given", "other_day", "one_of_a_part"])
def test_what_an_article_knows_too_is_never_sure(unlikely):
    assert not is_anchored(link(same_head=1, same_verb=1, **{unlikely: 1}), *GOATS)


@pytest.mark.parametrize(
    ("a", "b", "compared"),
    [
        ("40 goats", "44 goats", True),
        ("40 goats", "90 goats", True),
        ("40 goats", "400 goats", False),
        ("4 people were killed", "40 people were killed", True),
        ("aged 34", "aged 43", True),
        ("aged 34", "aged 61", False),
        ("$4 million", "$90 million", False),
    ],
)
def test_numbers_of_other_sizes_are_of_two_things(a, b, compared):
    x, y = number(a), number(b)
    assert bool(evidence(link(), x, y)) is compared
    assert (certainty(link(), x, y) > 0) is compared


@pytest.mark.parametrize(
    ("a", "b", "compared"),
    [
        ("140 goats", "410 goats", True),
        ("140 goats", "420 goats", False),
        ("14 goats", "41 goats", True),
        ("14 goats", "42 goats", False),
        ("1,290 goats", "9,120 goats", True),
        ("1,290 goats", "9,130 goats", False),
        ("100 goats", "1,000 goats", False),
        ("4 goats", "40 goats", False),
        ("$14 million", "$41 million", True),
        ("$14 million", "$41 billion", False),
        ("19 percent", "91 percent", True),
        ("14.2 metres", "41.3 metres", False),
        ("aged 14", "aged 41", False),
    ],
)
def test_digits_in_another_order_are_a_slip_however_far(a, b, compared):
    x, y = number(a), number(b)
    assert quotient(x, y) > FAR
    assert bool(evidence(link(), x, y)) is bool(evidence(link(), y, x)) is compared


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("at 6.14 a.m.", "at 6.41 a.m. on Friday", True),
        ("at 2:40 p.m.", "at 4:20 p.m.", True),
        ("at 2:40 p.m.", "at 4:20 a.m.", False),
        ("at 1:20 p.m.", "at 12:30 p.m.", False),
        ("at 2:40 p.m.", "at 2:50 p.m.", False),
        ("at 6.14 a.m. on Thursday", "at 6.41 a.m. on Friday", False),
    ],
)
def test_hours_with_digits_in_another_order(a, b, slip):
    x, y = day(a), day(b)
    assert is_slip(link(), x, y) is is_slip(link(), y, x) is slip
    assert not is_slip(link(SLIP - 0.01), x, y)


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("412 goats", "421 goats", True),
        ("$2.3 million", "$3.2 million", True),
        ("210,000 goats", "120,000 goats", True),
        ("8.4 metres", "4.8 metres", True),
        ("412 goats", "412 goats", False),
        ("412 goats", "422 goats", False),
        ("120 goats", "21 goats", False),
        ("30 goats", "300 goats", False),
        ("11 goats", "110 goats", False),
    ],
)
def test_transposed_digits_are_a_slip_in_a_likely_context(a, b, slip):
    x, y = number(a), number(b)
    assert is_slip(link(), x, y) is is_slip(link(), y, x) is is_anchored(link(), x, y) is slip
    assert not is_slip(link(SLIP - 0.01), x, y)
    assert not is_anchored(link(given_elsewhere=1), x, y)
    assert not is_anchored(link(other_day=1), x, y)
    if slip:
        assert certainty(link(), x, y) > certainty(link(SLIP - 0.01), x, y)


def test_years_have_slips_too():
    years = [find_dates(f"in {year}", None)[0] for year in (1868, 1886, 1887)]
    assert is_slip(link(), years[0], years[1])
    assert is_anchored(link(), years[0], years[1])
    assert not is_slip(link(), years[0], years[2])


def test_two_far_ages_of_one_name_are_compared():
    assert evidence(link(same_person=1), number("aged 34"), number("aged 61"))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"share": 0.6}, {"share": 0.1}),
        ({}, {"given_elsewhere": 1}),
        ({}, {"both_given": 1}),
        ({}, {"other_day": 1}),
        ({}, {"one_of_saying": 1}),
        ({}, {"differences": 2.0}),
        ({}, {"articles": 3.0}),
    ],
)
def test_what_makes_a_disagreement_surer(more, less):
    assert certainty(link(**more), *GOATS) > certainty(link(**less), *GOATS)


def test_one_verb_makes_a_difference_of_days_surer():
    days = day("on Friday"), day("on Monday")
    assert certainty(link(same_verb=1), *days) > certainty(link(other_verb=1), *days)


def test_like_numbers_disagree_more_surely_than_unlike_ones():
    sure = [certainty(link(), number("40 goats"), number(f"{n} goats")) for n in (44, 60, 90)]
    assert sure == sorted(sure, reverse=True)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("40 goats", "40 goats", 0), ("40 goats", "400 goats", 2.3), ("30 to 50 goats", "40 goats", 0)],
)
def test_quotient(a, b, expected):
    x, y = number(a), number(b)
    assert quotient(x, y) == pytest.approx(quotient(y, x)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(("a", "b", "days"), [("on Friday", "on Monday", 4), ("on Friday", "on March 17", 10)])
def test_days_apart(a, b, days):
    assert days_apart(day(a), day(b)) == days_apart(day(b), day(a)) == days
    assert days_apart(day(a), find_dates("on Friday", None)[0]) == 0


def test_every_weight_is_of_evidence_that_there_is():
    values = [GOATS, (day("on Friday"), day("on Monday")), (PLACE, PLACE)]
    names = {name for pair in values for name in evidence(link(), *pair)}
    assert set(load("certainty")["weights"]) <= names
    assert set(CONTEXT) <= names


TOLD = st.dictionaries(st.sampled_from(CONTEXT), st.floats(0, 5))
NUMBERS = st.builds(
    lambda value, kind: Quantity(text="1", span=Span(start=0, end=1), kind=kind, value=value, low=value, high=value),
    st.integers(0, 10**9),
    st.sampled_from(["count", "money", "percent", "age", "measure", "score"]),
)
DAYS = st.dates().map(lambda start: When(basis="stated", start=start, end=start)) | st.just(When(basis="undated"))
VALUES = NUMBERS | DAYS


@given(TOLD, st.floats(0, 1), VALUES, VALUES)
def test_a_certainty_is_a_probability_that_no_order_changes(told, score, a, b):
    own = Link(a="a", b="b", score=score, evidence=told)
    assert 0 <= certainty(own, a, b) <= 1
    if type(a) is type(b) and getattr(a, "kind", "") == getattr(b, "kind", ""):
        assert certainty(own, a, b) == pytest.approx(certainty(own, b, a))


def test_two_articles_that_may_be_of_two_stories_disagree_the_less_surely():
    sure, unsure = (certainty(link(same_head=1, **told), *GOATS) for told in ({}, {"one_story": 0.5}))
    assert unsure == pytest.approx(sure / 2)
