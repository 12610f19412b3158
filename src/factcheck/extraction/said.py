"""When an utterance was made: the time expression of its attribution, or else the publication day as a bound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..knowledge import load
from ..models import Interval, When

_ELSEWHERE = re.compile(
    r"\b(?:after|before|since|until|following|during|of|about|over|who|which|that|whose|where|when)\b|,\s(?:\w+\s)?\w+ed\b",
    re.IGNORECASE,
)
"""What leads to another event, whose day it then is: "after the storm on Sunday", "who was elected on Friday"."""
_WORD = re.compile(r"[^\W\d_]+")
_OF_A_NOUN = re.compile(r"['’]s?\b|[-–]\w")


def when_said(text: str, cue_clause: tuple[int, int] | None, dates: Sequence[When], published: Interval | None) -> When:
    """The time of an utterance.

    Args:
        text: The text of the article.
        cue_clause: The range of the attribution clause in the text, outside of the quotation marks, or None.
        dates: The time expressions of the text.
        published: The day or days of publication, or None.

    Returns:
        The date or time of day that stands in the attribution clause, as it is: without days where it can't be placed
        ("on Friday" in an undated article). A day of another event that the clause tells of is left aside. Where the
        clause names several days that can't be one, there is no reason to choose, and none is taken. Without an
        expression, the end of ``published`` bounds the time ("by then"); without that, the time is undated.
    """
    if cue_clause is not None:
        start, end = cue_clause
        inside = [when for when in dates if when.span and start <= when.span.start and when.span.end <= end]
        found = _only([when for when in inside if _is_point(when) and not _is_elsewhere(text, start, when)])
        if found is not None:
            return found
    if published is not None:
        return When(end=published.end, basis="published")
    return When(basis="undated")


def _is_elsewhere(text: str, start: int, when: When) -> bool:
    """Whether an expression of the clause from ``start`` on dates something else than the verb of saying.

    It belongs to a noun ("Saturday's strike"), or no verb of saying stands between it and what leads to another event.
    """
    if when.span is None or _OF_A_NOUN.match(text, when.span.end):
        return when.span is not None
    leads = list(_ELSEWHERE.finditer(text, start, when.span.start))
    if not leads:
        return False
    between = text[leads[-1].end() : when.span.start]
    return _saying().isdisjoint(word.lower() for word in _WORD.findall(between))


@cache
def _saying() -> frozenset[str]:
    return frozenset(
        {*load("tense")["saying"], "says", "say", "tells", "wrote", "writes", "posted", "tweeted", "testified"}
    )


def _is_point(when: When) -> bool:
    """Whether an expression may date an utterance: a date or a time of day, no duration, no set, no "recently"."""
    return when.type in ("DATE", "TIME") and (when.start is not None or when.value is None)


def _only(points: Sequence[When]) -> When | None:
    """The most precise of some expressions that speak of one time, the first of equals; None where they don't."""
    placed = [when for when in points if when.start and when.end]
    if not placed:
        return points[0] if len({when.text for when in points}) == 1 else None
    if max(when.start for when in placed if when.start) > min(when.end for when in placed if when.end):
        return None
    return min(placed, key=_width)


def _width(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else 0
