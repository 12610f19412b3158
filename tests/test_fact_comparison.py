"""What is made of a fact that articles give differently, or alike."""

import itertools

import pytest

from factcheck import Settings
from factcheck.comparison.context import Context
from factcheck.comparison.fact import compare_facts
from factcheck.comparison.update import BIRTHDAY
from factcheck.models import Comparison, Group, Link
from pages import slot_of

SURE = {"same head": 1.0, "same verb": 1.0, "same noun": 1.0, "share": 0.6, "margin": 1.0}
"""Evidence by which nearly any two values are of one fact."""


def compared(*texts, links=(), evidence=SURE, days=(), topic="event", copies=(), settings=None, score=0.95):
    """What is made of a group of the values marked in texts, of articles a, b ..., that these links hold together.

    Where no links are given there is one from the first to each other. Links of evidence are of values that differ.
    """
    marked = [
        slot_of(text, name, day, copy_of="a" if name in copies else None)
        for name, text, day in zip("abcdef", texts, days or (0,) * 6, strict=False)
    ]
    slots = [slot for _, slot in marked]
    joined = []
    for at, to in links or [(0, at) for at in range(1, len(slots))]:
        x, y = slots[at], slots[to]
        differ = x.value.text != y.value.text
        joined.append(
            Link(a=x.claim.id, b=y.claim.id, score=score, evidence=evidence if differ else {}, values=(x.span, y.span))
        )
    claims = {slot.claim.id: slot.claim for slot in slots}
    group = Group(id="g", topic=topic, claims=tuple(sorted(claims)), links=tuple(joined))
    context = Context.of([group], claims.values(), [own.article for own, _ in marked])
    return compare_facts(group, context, settings or Settings())


HELD, FEWER = "The market hall held |3,200| sheep.", "The market hall held |2,300| sheep."


@pytest.mark.parametrize(
    ("one", "other", "kind", "values", "summary"),
    [
        (HELD, FEWER, "quantity", ["2,300", "3,200"], "Sources give the number of sheep (market hall held sheep) dif"),
        (
            "The tram hit a bus on |Friday|.",
            "The tram hit a bus on |Tuesday|.",
            "date",
            ["4 March 2025", "7 March 2025"],
            "Sources give the day (tram hit bus) differently: 4 March 2025 (b); 7 March 2025 (a).",
        ),
        (
            "The vault opened in |1971|.",
            "The vault opened in |1961|.",
            "date",
            ["1961", "1971"],
            "Sources give the year (vault opened) differently: 1961 (b); 1971 (a).",
        ),
        (
            "The fair will return in |May|.",
            "The fair will return in |July|.",
            "date",
            ["May 2025", "July 2025"],
            "Sources give the month (fair return) differently: May 2025 (a); July 2025 (b).",
        ),
        (
            "The kiln blew up at |2:40 a.m. on Tuesday|.",
            "The kiln blew up at |4:15 a.m. on Tuesday|.",
            "date",
            ["2:40 a.m. on Tuesday (4 March 2025)", "4:15 a.m. on Tuesday (4 March 2025)"],
            "Sources give the time (kiln blew) differently: 2:40 a.m. on Tuesday (4 March 2025) (a); 4:15",
        ),
        (
            "The tram line cost |$40 million|.",
            "The tram line cost |$44 million|.",
            "quantity",
            ["$40 million", "$44 million"],
            "Sources give the sum (tram line cost) differently: $40 million (a); $44 million (b).",
        ),
        (
            "The mayor told the press that seven fire crews from two counties saved the p.m. train on |Friday|.",
            "The mayor told the press that seven fire crews from two counties saved the p.m. train on |Tuesday|.",
            "date",
            ["4 March 2025", "7 March 2025"],
            "Sources give the day (fire crews two counties saved train) differently: 4 March 2025 (b); 7 March",
        ),
        (
            "Otto Marsh, |34|, sang.",
            "Otto Marsh, |43|, sang.",
            "quantity",
            ["34", "43"],
            "Sources give the age of Otto Marsh differently: 34 (a); 43 (b).",
        ),
    ],
)
def test_a_fact_that_two_articles_give_differently(one, other, kind, values, summary):
    settings = Settings(sure=0, possible=0)
    (conflict,) = compared(one, other, settings=settings).conflicts
    assert (conflict.kind, [side.value for side in conflict.sides]) == (kind, values)
    assert conflict.summary.startswith(summary)
    assert 0 < conflict.confidence < 1
    texts = {name: text.replace("|", "") for name, text in (("a", one), ("b", other))}
    for side in conflict.sides:
        for shown in side.evidence:
            (span,) = shown.differing
            assert f"|{texts[shown.article_id][span.start : span.end]}|" in (one if shown.article_id == "a" else other)


def test_a_side_of_hours_is_told_by_the_hour():
    texts = ("They met at |1:30 p.m.|.", "They met at |12:30 p.m.|.", "They met on |Friday afternoon|.")
    found = compared(*texts, links=[(0, 1), (1, 2)], evidence=SURE | {"only hours": 1.0})
    (conflict,) = (*found.conflicts, *found.possible)
    assert [side.value for side in conflict.sides] == ["12:30 p.m.", "1:30 p.m."]


@pytest.mark.parametrize(
    ("sure", "possible", "reported", "listed"),
    [(0.0, 0.0, 1, 0), (1.0, 0.0, 0, 1), (1.0, 1.0, 0, 0), (0.0, 1.0, 1, 0)],
)
def test_the_thresholds_of_the_settings(sure, possible, reported, listed):
    found = compared(HELD, FEWER, settings=Settings(sure=sure, possible=possible))
    assert (len(found.conflicts), len(found.possible)) == (reported, listed)


@pytest.mark.parametrize("doubt", ["given elsewhere", "both given", "other day"])
def test_what_an_article_knows_too_is_at_most_possible(doubt):
    found = compared(HELD, FEWER, evidence={**SURE, doubt: 1.0}, settings=Settings(sure=0, possible=0))
    assert (len(found.conflicts), len(found.possible)) == (0, 1)


PERSON = {**SURE, "same person": 1.0}
KILLED, MORE = "The quake killed |12| people.", "The quake killed |14| people."
YOUNG, OLD = "Otto Marsh, |34|, sang.", "Otto Marsh, |35|, sang."


@pytest.mark.parametrize(
    ("one", "other", "days", "nature", "plain"),
    [
        (KILLED, MORE, (0, 0), "different", True),
        (KILLED, MORE, (1, 0), "different", True),
        (KILLED, MORE, (0, 1), "updated", False),
        (MORE, KILLED, (3, 0), "updated", False),
        (HELD, FEWER, (0, 9), "different", True),
        (YOUNG, OLD, (0, 0), "different", True),
        (YOUNG, OLD, (0, BIRTHDAY - 1), "different", True),
        (YOUNG, OLD, (0, BIRTHDAY), "birthday", False),
        (OLD, YOUNG, (BIRTHDAY, 0), "birthday", False),
        (OLD, YOUNG, (0, BIRTHDAY), "different", True),
    ],
)
def test_what_time_explains_is_only_possible(one, other, days, nature, plain):
    found = compared(one, other, days=days, evidence=PERSON)
    assert [c.nature for c in (found.conflicts if plain else found.possible)] == [nature]
    assert not (found.possible if plain else found.conflicts)
    assert compared(one, other, days=days, evidence=PERSON, settings=Settings(possible=1)).possible == ()


def test_numbers_too_far_apart_are_of_two_facts():
    assert compared(HELD, "The market hall held |32| sheep.", settings=Settings(sure=0, possible=1e-9)) == Comparison()


def test_sides_are_the_readings_and_a_copy_is_no_witness():
    links = [(0, 1), (0, 2), (1, 3), (3, 4)]
    found = compared(HELD, FEWER, HELD, FEWER, FEWER, links=links, copies=("c",), settings=Settings(sure=0))
    (conflict,) = found.conflicts
    shown = [(side.value, side.articles, side.witnesses) for side in conflict.sides]
    assert shown == [("2,300", ("b", "d", "e"), 3), ("3,200", ("a", "c"), 1)]


def test_what_differs_between_copies_is_compared():
    (conflict,) = compared(HELD, FEWER, copies=("b",), settings=Settings(sure=0)).conflicts
    assert [side.articles for side in conflict.sides] == [("b",), ("a",)]


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        ((HELD, HELD), "3,200"),
        ((HELD, "The market hall held |some 3,200| sheep."), "3,200"),
        (("The tram hit a bus on |Friday|.", "A bus was hit by the tram on |March 7|."), "7 March 2025"),
        (("The fair will return in |May|.", "The fair will return on |May 3|."), "3 May 2025"),
        (("Twins were born in |Porto|.", "Twins were born in |North Porto|."), "North Porto"),
    ],
)
def test_independent_sources_agree(texts, value):
    found = compared(*texts, evidence={})
    assert found.conflicts == found.possible == ()
    (agreement,) = found.agreements
    assert (agreement.side.value, agreement.side.witnesses, agreement.nature) == (value, 2, "identical")
    assert agreement.summary.startswith("2 sources give the ")


def test_two_fridays_of_two_weeks_neither_conflict_nor_agree():
    hit = "The tram hit a bus on |Friday|."
    assert compared(hit, hit, evidence={}, days=(0, 0)).agreements
    assert compared(hit, hit, evidence={}, days=(0, 70)) == Comparison()


def test_copies_agree_with_nobody():
    assert compared(HELD, HELD, copies=("b",)) == Comparison()


def test_the_order_of_articles_changes_no_id():
    ids = set()
    for order in itertools.permutations([HELD, FEWER, HELD]):
        found = compared(*order, links=[(0, 1), (1, 2), (0, 2)], settings=Settings(sure=0))
        ids |= {conflict.id for conflict in found.conflicts}
    assert len(ids) == 1


def test_a_place_may_lie_in_another_and_so_is_only_possible():
    found = compared(
        "Twins were born in |Lisbon|.", "Twins were born in |Porto|.", settings=Settings(sure=0, possible=0)
    )
    assert found.conflicts == ()
    (place,) = found.possible
    assert (place.kind, [side.value for side in place.sides]) == ("place", ["Lisbon", "Porto"])
    assert place.summary == "Sources give the place (Twins born) differently: Lisbon (a); Porto (b)."


@pytest.mark.parametrize("topic", ["person", "utterance"])
def test_titles_and_utterances_are_left_to_their_own_comparisons(topic):
    assert compared(HELD, FEWER, topic=topic) == Comparison()


@pytest.mark.parametrize("kind", ["negated", "excluded"])
def test_contrary_acts_are_left_to_the_comparison_of_negation(kind):
    assert compared(HELD, FEWER, evidence={**SURE, kind: 1.0}) == Comparison()
