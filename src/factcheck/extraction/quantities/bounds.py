"""The words that bound a number ("at least", "up to", "nearly") and the interval that they leave."""

from __future__ import annotations

from functools import cache

from ...knowledge import load
from ...models import Bound
from .tokens import Tokens

ABOUT = 0.1
"""Half-width of "about", as a share of the number; news rounds to the first or second digit."""

NEARLY = 0.1
"""How far below the number "nearly" reaches, as a share of it."""


def bound_before(tokens: Tokens, first: int) -> tuple[str | None, int]:
    """The bound that the words before the token ``first`` set, and where they begin."""
    phrases, longest, closing = _phrases()
    if tokens.at(first - 1) not in closing:
        return None, first
    for length in range(min(longest, first), 0, -1):
        name = phrases.get(tokens.phrase(first - length, length))
        if name is not None:
            return name, first - length
    return None, first


def bound_after(tokens: Tokens, last: int) -> tuple[str | None, int]:
    """The bound that the words behind the token ``last`` set, and where they end."""
    table = load("numbers")["after"]
    for length in (2, 1):
        name = table.get(tokens.phrase(last + 1, length))
        if name is not None and tokens.near(last + 1) and tokens.at(last + length + 1) != "than":
            return name, last + length
    if tokens.at(last + 1) == "-" and tokens.at(last + 2) == "plus" and tokens.glued(last + 2):
        return "at least", last + 2
    if tokens.at(last + 1) == "+" and tokens.glued(last + 1):
        return "at least", last + 1
    return None, last


def interval(name: str | None, value: float) -> tuple[Bound, float | None, float | None]:
    """The bound, and the least and greatest number that it allows of ``value``."""
    width = abs(value)
    if name == "about":
        return "about", value - ABOUT * width, value + ABOUT * width
    if name == "nearly":
        return "about", value - NEARLY * width, value
    if name in ("at least", "over"):
        return ("at least" if name == "at least" else "over"), value, None
    if name in ("at most", "under"):
        return ("at most" if name == "at most" else "under"), None, value
    return "exact", value, value


@cache
def _phrases() -> tuple[dict[str, str], int, frozenset[str]]:
    table = dict(load("numbers")["before"])
    words = [phrase.split() for phrase in table]
    return table, max(map(len, words)), frozenset(parts[-1] for parts in words)
