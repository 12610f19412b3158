"""Days in plain words, and the weekdays that expressions name."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ..knowledge import load
from ..models import Interval, Precision, When


def weekday(when: When) -> int | None:
    """The ISO number of the weekday that an expression names, or None."""
    found = _pattern().search(when.text or "")
    return int(load("calendar")["weekdays"][found.group().lower()]) if found else None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = (name for name in load("calendar")["weekdays"] if name.endswith("day"))
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)


def weekday_names() -> dict[int, str]:
    """The names of the weekdays by their ISO numbers."""
    return {int(n): name.title() for name, n in load("calendar")["weekdays"].items() if name.endswith("day")}


def in_words(days: Interval, precision: Precision) -> str:
    """The days of a reading in plain words."""
    first, last = days.start, days.end
    if first == last:
        return _day(first)
    if precision == "month":
        return f"{_month_names()[first.month]} {first.year}"
    if precision == "year":
        return str(first.year)
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_month_names()[day.month]} {day.year}"


@lru_cache(maxsize=1)
def _month_names() -> dict[int, str]:
    """The full names, which the table gives first; not those of the locale."""
    names: dict[int, str] = {}
    for name, number in load("calendar")["months"].items():
        names.setdefault(number, name.title())
    return names
