"""Calendar arithmetic, and the days that a TIMEX3 value denotes."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from ...models import Interval, Precision

_SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12)}
"""First and last month that a season can mean: meteorological seasons, and the month in which the next one begins."""

_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d)(?P<t>T[\w:]+)?)?|W(?P<w>\d\d)(?P<we>-WE)?|Q(?P<q>[1-4])|H(?P<h>[12])"
    r"|(?P<s>SP|SU|FA|WI)))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def shift_months(day: date, months: int) -> date:
    """The first day of the month that lies ``months`` after that of ``day``; the calendar's ends stop it."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def week_value(day: date) -> str:
    """The ISO week of a day, such as 2025-W05."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th ISO weekday of a month; the last one where n is -1."""
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year, by the Anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@lru_cache(maxsize=1 << 12)
def days_of(value: str) -> tuple[Interval, Precision] | None:
    """The days of a TIMEX3 value and how precise it is, or None where it is no place on the calendar.

    A range ("2025-11-03/05") spans both its ends. A season is read widely, since it begins on no agreed day.
    """
    head, _, tail = value.partition("/")
    if tail:
        first, last = _days(head), _days(head[: len(head) - len(tail)] + tail)
        if first is None or last is None or last[0].end < first[0].start:
            return None
        return Interval(start=first[0].start, end=last[0].end), first[1]
    return _days(value)


def _days(value: str) -> tuple[Interval, Precision] | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        if match["y"]:
            return _days_in_year(int(match["y"]), match)
        if match["decade"]:
            year = int(match["decade"]) * 10
            return _months(year, 1, year + 9, 12), "decade"
        year = int(match["century"]) * 100
        return _months(year, 1, year + 99, 12), "century"
    except ValueError:
        return None


def _days_in_year(year: int, match: re.Match[str]) -> tuple[Interval, Precision]:
    if match["d"]:
        day = date(year, int(match["m"]), int(match["d"]))
        return Interval(start=day, end=day), "time" if match["t"] else "day"
    if match["m"]:
        return _months(year, int(match["m"]), year, int(match["m"])), "month"
    if match["w"]:
        week = int(match["w"])
        start = date.fromisocalendar(year, week, 6 if match["we"] else 1)
        return Interval(start=start, end=date.fromisocalendar(year, week, 7)), "weekend" if match["we"] else "week"
    if match["s"]:
        return _season(year, match["s"]), "season"
    months, part, precision = _part(match)
    return _months(year, (part - 1) * months + 1, year, part * months), precision


def _part(match: re.Match[str]) -> tuple[int, int, Precision]:
    """How many months the part of a year has that a value names, which part it is, and its name."""
    if match["q"]:
        return 3, int(match["q"]), "quarter"
    if match["h"]:
        return 6, int(match["h"]), "half"
    return 12, 1, "year"


def _season(year: int, code: str) -> Interval:
    if code == "WI":
        return _months(year - 1, 12, year + 1, 3)
    first, last = _SEASONS[code]
    return _months(year, first, year, last)


def _months(first_year: int, first_month: int, last_year: int, last_month: int) -> Interval:
    return Interval(
        start=date(first_year, first_month, 1),
        end=date(last_year, last_month, monthrange(last_year, last_month)[1]),
    )
