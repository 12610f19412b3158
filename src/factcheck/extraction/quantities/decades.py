"""Ages told by their decade: "in her 40s", "in his mid-20s", "in his late teens"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...knowledge import load
from .tokens import Tokens

_WHOSE = frozenset(("his", "her", "their"))
_JOINTS = frozenset(("-", "‑", "to", "or", "/", "and"))
_ENDINGS = ("s", "'s", "’s")


class Decade(NamedTuple):
    """A stretch of a life: its tokens, both included, and the least and greatest age."""

    first: int
    last: int
    low: float
    high: float


def find_decades(tokens: Tokens) -> Iterator[Decade]:
    """The decades of life in which people are told to be, in order."""
    for at, word in enumerate(tokens.low):
        if word in _WHOSE and tokens.at(at - 1) == "in":
            found = _decade(tokens, at + 1)
            if found is not None:
                yield found


def _decade(tokens: Tokens, first: int) -> Decade | None:
    """The decade at a token, with one that it is joined to: "late 30s or early 40s", "mid to late 50s"."""
    part, at = _part(tokens, first)
    joined = tokens.at(at) in _JOINTS and _part(tokens, at + 1)[0]
    further, at = _part(tokens, at + 1) if joined else (part, at)
    years, last = _years(tokens, at)
    if years is None or not all(map(tokens.near, range(first, last + 1))):
        return None
    low, high = _within(part, years)[0], _within(further, years)[1]
    if tokens.at(last + 1) in _JOINTS:
        part, at = _part(tokens, last + 2)
        following, end = _years(tokens, at)
        if following is not None and following[0] > years[0]:
            high, last = _within(part, following)[1], end
    return Decade(first, last, low, high)


def _part(tokens: Tokens, at: int) -> tuple[str, int]:
    """The part of a decade that a token tells, if it does, and the token behind it."""
    part = tokens.at(at)
    if part not in load("numbers")["parts_of_decades"]:
        return "", at
    return part, at + 1 + (tokens.at(at + 1) in ("-", "‑"))


def _years(tokens: Tokens, at: int) -> tuple[tuple[float, float] | None, int]:
    """The first and last year of the decade at a token, and its last token."""
    named = load("numbers")["decades"].get(tokens.at(at))
    if named is not None:
        return (named[0], named[1]), at
    tens = tokens.word(at)
    if not tokens.digits(at) or len(tens) != 2 or tens[1] != "0" or not tokens.glued(at + 1):
        return None, at
    for ending in _ENDINGS:
        last = at + len(ending)
        if "".join(tokens.low[at + 1 : last + 1]) == ending and (tokens.glued(last) or last == at + 1):
            return (float(tens), float(tens) + 9), last
    return None, at


def _within(part: str, years: tuple[float, float]) -> tuple[float, float]:
    """The ages that a part of a decade may mean."""
    least, most = load("numbers")["parts_of_decades"].get(part, (0, 9))
    tens = years[0] // 10 * 10
    return max(years[0], tens + least), tens + most
