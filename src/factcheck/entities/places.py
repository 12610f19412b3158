"""Whether two names of places can be one place, as far as their words tell: a part, a whole, a land around a town."""

from __future__ import annotations

from ..knowledge import words as listed
from ..text import fold
from .jurisdictions import jurisdiction_phrases, plain


def can_be_one(a: str, b: str) -> bool:
    """Whether two names can be told of one place: one has the other's words, or they are places of two sorts.

    A town lies in a country or a state, and a street in a town; so names of two sorts never exclude each other.
    """
    one, other = (set(fold(name).replace("-", " ").split()) for name in (a, b))
    return one <= other or other <= one or _sort(a) != _sort(b)


def _sort(name: str) -> str:
    """A land, one sort of site, or a town."""
    if plain(name) in jurisdiction_phrases():
        return "land"
    last = fold(name).split()[-1:]
    return last[0] if last and last[0] in listed("places", "sites") else "town"
