"""Disagreements on facts that tell again what a surer one tells, or are more than a reader can use."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.repetition import LISTED, counted, listed, named_once, told_once
from factcheck.models import Conflict, Evidence, Side, Span, Unlisted


def conflict(sure, *sides, kind="quantity", values=None, length=1):
    """A conflict whose sides are given by an article and the place of a value, such as "a1 b7"; its passage is that."""
    shown = []
    for number, side in enumerate(sides):
        ends = [(word[0], int(word[1:])) for word in side.split()]
        shown.append(
            Side(
                value=values[number] if values else side,
                claims=("c",),
                articles=tuple(sorted({name for name, _ in ends})),
                witnesses=1,
                evidence=tuple(
                    Evidence(
                        article_id=name,
                        claim_id="c",
                        span=Span(start=at, end=at + length),
                        differing=(Span(start=at, end=at + length),),
                    )
                    for name, at in ends
                ),
            )
        )
    return Conflict(
        id=f"{sure} {sides}", kind=kind, nature="different", severity="low", confidence=sure, subject="x",
        summary="x.", explanation="x.", sides=tuple(shown), group_id="g",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([(0.9, "a1", "b1")], [0.9]),
        ([(0.5, "a1", "b1"), (0.9, "a1", "b1")], [0.9]),
        ([(0.9, "a1", "b1"), (0.5, "a1", "b7")], [0.9, 0.5]),
        ([(0.9, "a1", "b1"), (0.8, "a7", "b7"), (0.5, "a1", "b7")], [0.9, 0.8]),
        ([(0.9, "a1", "b1"), (0.5, "a1", "c1")], [0.9, 0.5]),
        ([(0.9, "a1", "b1"), (0.5, "a1", "b7 c1")], [0.9, 0.5]),
        ([(0.9, "a1 c1", "b1"), (0.5, "a1", "b1")], [0.9]),
    ],
)
def test_values_that_all_stood_against_each_other_are_told_once(rows, kept):
    found = [conflict(*row) for row in rows]
    assert [c.confidence for c in told_once(found, [])] == [c.confidence for c in told_once(found[::-1], [])] == kept


@pytest.mark.parametrize(
    ("values", "kind", "kept"),
    [
        (("12", "14"), "quantity", 1),
        (("14", "12"), "quantity", 1),
        (("12", "15"), "quantity", 2),
        (("12", "14"), "date", 2),
    ],
)
def test_the_same_values_are_told_once_for_two_articles(values, kind, kept):
    first = conflict(0.9, "a1", "b1", values=("12", "14"))
    assert len(told_once([first, conflict(0.5, "a7", "b7", values=values, kind=kind)], [])) == kept
    assert len(told_once([first, conflict(0.5, "c7", "d7", values=values, kind=kind)], [])) == 2


@pytest.mark.parametrize(
    ("wording", "kept"),
    [(("a10", "b20"), 0), (("a10", "b60"), 1), (("a10", "c20"), 1), (("a60", "b60"), 1)],
)
def test_a_value_inside_of_a_conflict_of_wording_is_not_told_again(wording, kept):
    fact = conflict(0.9, "a12", "b22")
    assert len(told_once([fact], [conflict(0.9, *wording, kind="wording", length=9)])) == kept


def test_less_sure_ones_are_few_for_each_two_articles():
    found = [conflict(0.5 - n / 100, f"a{n}", f"b{n}") for n in range(LISTED + 3)]
    assert listed(found) == listed(found[::-1]) == found[:LISTED]
    others = [conflict(0.1, "a1", "c1"), conflict(0.1, "b1", "c1")]
    assert listed([*found, *others]) == [*found[:LISTED], *others]
    assert counted([*found, *others], listed([*found, *others])) == (Unlisted(articles=("a", "b"), number=3),)


PART, POINT = ("Brandvig", "Brandvik"), ("Brannoch Point", "Brannock Point")
ULLA = ("Ulla Brandvig", "Ulla Brandvik")


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([PART, ULLA], [ULLA]),
        ([("brandvig", "BRANDVIK"), ULLA], [ULLA]),
        ([("Ula", "Ulla"), ULLA], [("Ula", "Ulla"), ULLA]),
        ([("Brandvig", "Brandvin"), ULLA], [("Brandvig", "Brandvin"), ULLA]),
        ([("Brand", "Brandvik"), ULLA], [("Brand", "Brandvik"), ULLA]),
        ([ULLA, ("Ulla M Brandvig", "Ulla M Brandvik")], [ULLA, ("Ulla M Brandvig", "Ulla M Brandvik")]),
        ([PART, ("Brandvig", "Ulla Brandvik")], [PART, ("Brandvig", "Ulla Brandvik")]),
        ([("Brannoch", "Brannock"), POINT, ULLA], [POINT, ULLA]),
        ([ULLA], [ULLA]),
        ([], []),
    ],
)  # fmt: skip
def test_a_name_is_told_in_its_longest_form(values, kept):
    found = [conflict(0.5, f"a{n}", f"b{n}", kind="name", values=pair) for n, pair in enumerate(values)]
    assert [tuple(side.value for side in c.sides) for c in named_once(found)] == kept
    assert named_once(found[::-1]) == named_once(found)[::-1]


@pytest.mark.parametrize(
    ("part", "whole", "kept"), [(0.8, 0.3, [PART]), (0.3, 0.3, [ULLA]), (0.8, 0.9, [ULLA]), (0.9, 0.8, [PART])]
)
def test_the_surer_of_two_forms_of_a_name_is_told(part, whole, kept):
    found = [
        conflict(part, "a1", "b1", kind="name", values=PART),
        conflict(whole, "a2", "b2", kind="name", values=ULLA),
    ]
    for names in (found, found[::-1]):
        assert [tuple(side.value for side in c.sides) for c in named_once(names)] == kept


ENDS = st.lists(st.sampled_from(["a1", "a2", "b1", "b2", "c1"]), min_size=1, max_size=2, unique=True).map(" ".join)
ROWS = st.lists(st.tuples(st.integers(1, 99), ENDS, ENDS), max_size=8, unique_by=lambda row: row[0])


@given(ROWS, st.randoms(use_true_random=False))
def test_what_is_told_is_a_part_in_an_order_of_its_own(rows, rng: random.Random):
    found = [conflict(sure / 100, *sides) for sure, *sides in rows]
    turned = rng.sample(found, len(found))
    kept = told_once(found, [])
    assert kept == told_once(turned, []) == told_once(kept, [])
    assert [c.confidence for c in kept] == sorted((c.confidence for c in kept), reverse=True)
    assert set(map(repr, kept)) <= set(map(repr, found))
    assert listed(kept) == [c for c in kept if c in listed(kept)]
    assert sum(left.number for left in counted(kept, listed(kept))) == len(kept) - len(listed(kept))
