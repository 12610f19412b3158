"""Whose age it is: whether two ages can be one person's, by the name, or by the word for whoever has none."""

from __future__ import annotations

from functools import cache

from ..entities.names import same_person
from ..entities.roots import concept
from ..knowledge import words as listed
from .slots import Slot


def one_person(x: Slot, y: Slot) -> bool:
    """Whether two ages can be one person's: names and words for the two that don't exclude each other.

    Somebody without a name is only told from others where the article gives the age of no other who is called the same,
    or at the head of the article, which the press keeps for whom the story is on.
    """
    one, other = x.claim.subject, y.claim.subject
    if one is not None and other is not None:
        return same_person(one.name, other.name)
    named = [slot for slot in (x, y) if slot.claim.subject is None]
    if any(slot.alike > 1 and not slot.foremost for slot in named):
        return False
    return not _exclude(x.head, y.head)


def _exclude(a: str, b: str) -> bool:
    """Whether two words for persons, by their concepts, can't be for one: of two sexes, or a grown-up and a child."""
    return any(
        (a in _only(one, other) and b in _only(other, one)) or (b in _only(one, other) and a in _only(other, one))
        for one, other in (("male", "female"), ("grown", "young"))
    )


@cache
def _only(name: str, other: str) -> frozenset[str]:
    """The concepts of the words of one list that stand for none of the other: "spouse" may be either."""
    one, two = (frozenset(map(concept, listed("casualties", each))) for each in (name, other))
    return one - two
