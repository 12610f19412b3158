"""Verbs that mean the same."""

import pytest

from factcheck.entities.synonyms import synonyms


@pytest.mark.parametrize(
    ("verb", "other", "same"),
    [
        ("punish", "penalize", True),
        ("penalize", "punish", True),
        ("admit", "acknowledge", True),
        ("punish", "punish", False),
        ("punish", "pay", False),
        ("xylograph", "engrave", False),
    ],
)
def test_synonyms(verb, other, same):
    assert (other in synonyms(verb)) is same
