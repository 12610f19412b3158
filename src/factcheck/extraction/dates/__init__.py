"""Time expressions in running text: found by a grammar over classes of words, and placed on the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...models import Interval, When
from .grammar import matches
from .resolver import resolve
from .scope import Scope
from .tokens import tokenize

__all__ = ["find_dates"]


def find_dates(text: str, published: Interval | None) -> list[When]:
    """The time expressions of an English text, in order, each with its TIMEX3 value and the days that it can mean.

    Relative expressions hang on ``published``, the day of publication. Without it, or where it is more than one day
    and its ends lead to different values, they get no value and no days. Durations, sets and vague times ("recently")
    have a value and no days.
    """
    tokens = tokenize(text)
    found = list(matches(tokens))
    if published is None:
        return list(resolve(found, Scope(None, _only_full_date(resolve(found, Scope(None))))))
    first = list(resolve(found, Scope(published.start)))
    if published.start == published.end:
        return first
    last = {(w.span, w.value) for w in resolve(found, Scope(published.end))}
    undated = {w.span: w for w in resolve(found, Scope(None))}
    return [w if (w.span, w.value) in last else undated.get(w.span, w) for w in first]


def _only_full_date(found: Iterable[When]) -> date | None:
    """The day that a text states in full, where it states no more than one."""
    days = {w.start for w in found if w.basis == "stated" and w.precision == "day" and w.start == w.end}
    return days.pop() if len(days) == 1 else None
