"""Whether two times can be one: by their days on the calendar, by what an unplaced one names, and by the clock."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import load
from ..models import When
from ..text import fold

PARTS = {"MO": (0.0, 12.0), "MI": (11.0, 14.0), "AF": (12.0, 18.0), "EV": (16.0, 24.0), "NI": (17.0, 30.0)}
"""The hours of the parts of a day, by their TIMEX3 letters. A night ends on the next day; the press calls its small
hours "early morning"."""

SLACK = {60: 0.3, 30: 0.16, 5: 0.1, 1: 0.03}
"""Hours that a time of the clock may be off, by the greatest of these minutes that it is a multiple of."""

KNOWN = 1 << 14
"""Expressions that are remembered with what they name."""

GRAINS = {
    name: grain
    for grain, names in (("month", ("month", "season", "quarter", "half")), ("year", ("year", "decade", "century")))
    for name in names
}
"""How fine a time is, by its precision: a month or thereabouts, or a year or more; anything else is a day or less."""

LOOSE = ("season", "quarter", "half")
"""Parts of a year that are other months in the other half of the world, or of a fiscal year."""

AS_WRITTEN = (*LOOSE, "decade", "century")
"""What is shown as it is written, since its first and last day say less."""

DARK, LIGHT = (12.0, 25.0), (1.0, 18.0)
"""The hours from before nightfall to where "after dark" ends, and from where "before dawn" begins."""

_HALF_YEAR = timedelta(183)
_CLOCK = re.compile(
    r"T(?:(?P<part>MO|MI|AF|EV|NI)|(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?:/(?P<to>\d\d):(?P<past>\d\d))?)"
    r"(?P<zone>Z|[+-]\d)?"
)
_PART = re.compile(r"\b(?:(before|after) (?:the )?)?([a-z]+)\b")
_HALF_TOLD = re.compile(r"\b[ap]\.?\s?m\b|\bnoon\b|\bmidnight\b|\b(?:1[3-9]|2[0-3])[:.h]?\d\d\b|\b0\d", re.IGNORECASE)
"""What tells the half of the day beside an hour."""
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


class Named(NamedTuple):
    """What an expression tells of its day; None for what it doesn't."""

    weekday: int | None
    month: int | None
    day: int | None


def can_be_one(a: When, b: When) -> bool:
    """Whether two times can be one: nothing that both tell differs."""
    if a.text == b.text or fold(a.text or "") == fold(b.text or ""):
        return True  # The week or year of one may be misread.
    return (_one_day(a, b) and _one_hour(a, b)) or _one_night(a, b) or _one_night(b, a)


def share_part(a: When, b: When) -> bool:
    """Whether two times tell the same part of a time: both a day, month or year, or both an hour."""
    return (has_day(a) and has_day(b)) or (has_clock(a) and has_clock(b))


def has_day(when: When) -> bool:
    """Whether a time is placed on the calendar, or names a weekday or a month."""
    return when.start is not None or any(_named(when.text or ""))


def has_clock(when: When) -> bool:
    """Whether a time tells an hour or a part of the day."""
    return _CLOCK.search(when.value or "") is not None


def hour(when: When) -> float | None:
    """The hour of the day that a time tells, with its minutes as a part of it; None for a part of the day or a span."""
    clock = _CLOCK.search(when.value or "")
    if clock is None or clock["part"] or clock["to"]:
        return None
    return int(clock["hour"]) + int(clock["minute"] or 0) / 60


def hours_apart(a: When, b: When) -> float | None:
    """The hours between two hours on the face of a clock of a whole day, at most twelve; None where one is no hour."""
    one, other = hour(a), hour(b)
    if one is None or other is None:
        return None
    apart = abs(one - other)
    return min(apart, 24 - apart)


def weekday(when: When) -> int | None:
    """The ISO number of the weekday that an expression names; None where it names none."""
    return _named(when.text or "").weekday


def grain(when: When) -> str:
    """How fine a time is: "year", "month" or "day"."""
    return GRAINS.get(when.precision, "day")


def _one_day(a: When, b: When) -> bool:
    if a.start and a.end and b.start and b.end:
        if a.precision == b.precision == "season" and (a.value or "")[-2:] != (b.value or "")[-2:]:
            return False
        around = _HALF_YEAR if a.precision != b.precision and {a.precision, b.precision} & set(LOOSE) else timedelta(0)
        return a.start - around <= b.end and b.start <= a.end + around
    return not any(x and y and x != y for x, y in zip(_told(a), _told(b), strict=True))


def _one_night(a: When, b: When) -> bool:
    """Whether the first is the night of a day, and the second an hour or the morning of the next that lies in it."""
    if not (a.start and b.start and a.start == a.end and b.start == b.end and b.start - a.start == timedelta(1)):
        return False
    night, clock = (_CLOCK.search(when.value or "") for when in (a, b))
    if not (night and clock and night["part"] == "NI"):
        return False
    return _hours(clock, b)[0] + 24 <= PARTS["NI"][1]


def _told(when: When) -> Named:
    """What is known of a time's day: what it names, and on the calendar the rest."""
    if when.start is not None and when.start == when.end:
        return _of(when.start)
    named = _named(when.text or "")
    if when.start and when.end and (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return named._replace(month=when.start.month)
    return named


def _of(day: date) -> Named:
    return Named(day.isoweekday(), day.month, day.day)


@lru_cache(KNOWN)
def _named(text: str) -> Named:
    table = load("calendar")
    words = fold(text).replace(",", " ").replace("'s", " ").replace(".", " ").split()
    weekdays = [table["weekdays"][word] for word in words if word in table["weekdays"]]
    months = [table["months"][word] for word in words if word in table["months"]]
    days = [int(match[1]) for word in words if (match := _DAY.fullmatch(word)) and 0 < int(match[1]) < 32]
    month = months[0] if months else None
    return Named(weekdays[0] if weekdays else None, month, days[0] if month and days else None)


def _one_hour(a: When, b: When) -> bool:
    """Whether two times of the day can be one.

    Of two zones the one is shifted to the other, by the hour of summer time more or less; a zone and none may be up to
    three hours apart. Universal time against an unknown zone can always be one.
    """
    one, other = (_CLOCK.search(when.value or "") for when in (a, b))
    if one is None or other is None or bool(one["zone"]) != bool(other["zone"]):
        return True
    if {one["part"], other["part"]} == {"AF", "NI"}:
        return False
    shifts: set[float] = {0, 24}
    if not all(match["part"] or _HALF_TOLD.search(when.text or "") for match, when in ((one, a), (other, b))):
        shifts |= {12}
    (low, high), (first, last) = _hours(one, a), _hours(other, b)
    return any(
        low < last + by + apart and first + by + apart < high
        for apart in _zones_apart(a, b)
        for shift in shifts
        for by in (shift, -shift)
    )


def _zones_apart(a: When, b: When) -> tuple[float, ...]:
    """The hours by which the second's clock may stand behind the first's."""
    one, other = _zone(a.text or ""), _zone(b.text or "")
    if one == other:
        return (0,)
    if one is None or other is None:
        return (-3, -2, -1, 0, 1, 2, 3)
    zones = load("timex")["zones"]
    apart = zones[one] - zones[other]
    return apart - 1, apart, apart + 1


@lru_cache(KNOWN)
def _zone(text: str) -> str | None:
    """The name of the zone that an expression names."""
    return next((word for word in fold(text).split() if word in load("timex")["zones"]), None)


def _hours(clock: re.Match[str], when: When) -> tuple[float, float]:
    """The hours of a day in which a time may be."""
    if clock["part"]:
        return _hours_named(when.text or "") or PARTS[clock["part"]]
    minute = int(clock["minute"] or 0)
    at, slack = int(clock["hour"]) + minute / 60, _slack(minute)
    if clock["to"]:
        past = int(clock["past"])
        return at - slack, int(clock["to"]) + past / 60 + _slack(past)
    return at - slack, at + slack


def _slack(minute: int) -> float:
    return next(hours for step, hours in SLACK.items() if minute % step == 0)


@lru_cache(KNOWN)
def _hours_named(text: str) -> tuple[float, float] | None:
    """The hours of "dawn", "before dawn", "after sunset" and "the small hours"; None for the parts of a day."""
    table = load("timex")["twilight"]
    for side, word in _PART.findall(fold(text)):
        if word in table:
            low, high = table[word]
            whole = DARK if low >= DARK[0] else LIGHT
            return (whole[0] if side == "before" else low), (whole[1] if side == "after" else high)
    return None
