"""Which sorts of happening a phrase of a sentence belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.happenings import causes, happenings, is_general, one_fate, one_happening


@pytest.mark.parametrize(
    ("sentence", "sorts"),
    [
        ("A guard was shot <Friday>.", {"shoot"}),
        ("A guard was shot and killed <Friday> in Osterby.", {"shoot", "kill"}),
        ("A guard was shot, police said <Friday>.", set()),
        ("Police said <Friday> that a guard was shot.", set()),
        ("On <Friday>, a guard was shot.", {"shoot"}),
        ("The suspect was charged in <Friday>'s shooting.", {"shoot"}),
        ("A guard was hurt <Friday> when a bus crashed.", {"wound"}),
        ("A gunman opened fire <Friday>.", {"shoot"}),
        ("A crash that left two hurt <Friday>.", {"crash", "leave", "wound"}),
        ("The baker sang <Friday>.", set()),
        ("He quit; a barn burned <Friday>.", {"burn"}),
        ("A guard was shot just after 2 a.m. in <Osterby>.", {"shoot"}),
        ("A guard was shot after a row in <Osterby>.", set()),
        ("A guard was shot just before <2 p.m. Friday> in Osterby.", {"shoot"}),
        ("A guard fell in the 400 block of Mill Street <Friday>.", {"fall"}),
        ("Neighbors <Friday> would not talk about the fire.", set()),
        ("Crews stayed at the scene of the deadly crash <Friday>.", set()),
        ("The fire chief went to Memorial Hospital in <Osterby>.", set()),
    ],
)
def test_sorts(sentence, sorts):
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert happenings(sentence.replace("<", "").replace(">", ""), start, end) == sorts


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({"shoot"}, {"shoot", "kill"}, True),
        ({"shoot"}, {"kill", "wound"}, True),
        ({"shoot"}, {"shoot", "arrest"}, False),
        ({"arrest"}, {"charge"}, False),
        ({"arrest"}, {"arrest"}, True),
        ({"shoot"}, set(), False),
        (set(), set(), False),
    ],
)
def test_one_happening(a, b, same):
    assert one_happening(frozenset(a), frozenset(b)) is same
    assert one_happening(frozenset(b), frozenset(a)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({"shoot"}, {"die"}, True),
        ({"hospital"}, {"find", "wound"}, True),
        ({"arrest"}, {"arrest", "die"}, True),
        ({"arrest"}, {"shoot"}, False),
        ({"shoot"}, set(), False),
    ],
)
def test_what_befell_one_person(a, b, same):
    assert one_fate(frozenset(a), frozenset(b)) is same
    assert one_fate(frozenset(b), frozenset(a)) is same


def test_causes_of_harm():
    assert causes("Two were killed when the bus crashed and burned.") == {"crash", "burn"}
    assert causes("Two were killed, the guard said.") == set()


def test_what_any_story_has_is_general():
    assert is_general(frozenset({"happen", "find"}))
    assert not is_general(frozenset({"happen", "shoot"}))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    assert isinstance(happenings(text, start, end), frozenset)
