"""Whose age it is: whether two ages can be one person's, by the name, or by the word for whoever has none."""

from __future__ import annotations

from ..entities.names import same_person
from ..entities.roots import root
from ..knowledge import words as listed
from .slots import Slot


def one_person(x: Slot, y: Slot) -> bool:
    """Whether two ages can be one person's: names and words for the two that don't exclude each other.

    Somebody without a name is only told from others where the article gives the age of no other who is called the same.
    """
    one, other = x.claim.subject, y.claim.subject
    if one is not None and other is not None:
        return same_person(one.name, other.name)
    named = [slot for slot in (x, y) if slot.claim.subject is None]
    if any(slot.alike > 1 for slot in named):
        return False
    return not _exclude(x.head, y.head)


def _exclude(a: str, b: str) -> bool:
    """Whether two words for persons, by their roots, can't be for one: of two sexes, or a grown-up and a child."""
    return any(
        (a in _roots(one) and b in _roots(other)) or (b in _roots(one) and a in _roots(other))
        for one, other in (("male", "female"), ("grown", "young"))
    )


def _roots(name: str) -> frozenset[str]:
    return frozenset(root(word) for word in listed("casualties", name))
