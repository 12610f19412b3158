"""Whether two names can be of one place, as far as their words show: a part and a whole, a land and a town in it."""

from __future__ import annotations

from functools import lru_cache

from ..knowledge import words as listed
from ..text import fold
from .jurisdictions import jurisdiction_phrases, plain

KNOWN = 1 << 14
"""Names that are remembered with what they tell."""


def can_be_one(a: str, b: str) -> bool:
    """Whether two names can be told of one place: one has the other's words, or they are places of two sorts.

    A town lies in a country or a state, and a street in a town; so names of two sorts exclude each other only where
    both are buildings of which none stands in another, such as a hotel and a church.
    """
    one, other = _words(a), _words(b)
    if one <= other or other <= one:
        return True
    sorts = {_sort(a), _sort(b)}
    return len(sorts) > 1 and not (sorts <= listed("places", "apart") and one.isdisjoint(other))


@lru_cache(KNOWN)
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).replace("-", " ").split())


@lru_cache(KNOWN)
def own_words(name: str) -> frozenset[str]:
    """The folded words of a name that tell it from others: not "the", "hill" or "north". All where no other is left."""
    words = _words(name)
    common = (listed("places", key) for key in ("sites", "nouns", "directions", "locatives", "leading"))
    return words.difference(*common, ("the", "of", "st", "saint", "new", "old")) or words


def is_region(name: str) -> bool:
    """Whether a name is a part of the world, which holds several lands: too much to contradict another place."""
    return fold(name) in listed("places", "regions")


@lru_cache(KNOWN)
def _sort(name: str) -> str:
    """A land, one sort of site, or a town."""
    if plain(name) in jurisdiction_phrases():
        return "land"
    last = fold(name).split()[-1:]
    return last[0] if last and last[0] in listed("places", "sites") else "town"
