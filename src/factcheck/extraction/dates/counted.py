"""Rules for days that are counted from another: the last Friday in March, two days after Christmas."""

from __future__ import annotations

from datetime import date, timedelta

from ...knowledge import load
from .arithmetic import nth_weekday, shift_months
from .days import day
from .grammar import Match
from .holidays import named_day
from .numbers import cardinal, ordinal
from .points import AHEAD, month, month_day, month_year, step
from .scope import Scope, Value

LAST = ("last", "final")


def weekday_in_month(match: Match, scope: Scope) -> Value | None:
    """The first Sunday of May, the last Friday in March 2024, the first Monday of next month; of every month, a set."""
    if match.one("EVERY") and match.one("UNIT") == "month":
        return Value("SET", "P1M", "undated")
    found = _month_within(match, scope)
    if found is None or found.value is None:
        return None
    first = date.fromisoformat(f"{found.value}-01")
    counted = _nth(match, first)
    if counted and match.one("UNIT") and match.words[-2] == "the":  # "The last Friday of the month."
        tense = scope.tense(match)
        way = -(tense == "past" and counted > scope.today) + (tense in AHEAD and counted < scope.today)
        counted = _nth(match, shift_months(first, way))
    return Value("DATE", counted.isoformat(), found.basis) if counted else None


def _nth(match: Match, first: date) -> date | None:
    """The weekday that an expression counts in the month of a day, where the month has it."""
    weekday = load("calendar")["weekdays"][match.one("WEEKDAY", "WEEKDAYABBR") or ""]
    word = next(word for word in match.words if word != "the")
    nth = -1 if word in LAST else ordinal(word)
    counted = nth_weekday(first.year, first.month, weekday, nth) if nth in (-1, 1, 2, 3, 4, 5) else None
    return counted if counted and counted.month == first.month else None


def day_in_month(match: Match, scope: Scope) -> Value | None:
    """The last day of June; of the first week or weekend of a month, the month."""
    found = _month_within(match, scope)
    if found is None or found.value is None or match.one("UNIT") != "day":
        return found
    first = date.fromisoformat(f"{found.value}-01")
    if match.words[1] in LAST:
        return found._replace(value=(shift_months(first, 1) - timedelta(1)).isoformat())
    counted = first + timedelta(ordinal(match.words[1]) - 1)
    return found._replace(value=counted.isoformat()) if counted.month == first.month else None


def _month_within(match: Match, scope: Scope) -> Value | None:
    """The month that stands behind "of" or "in"."""
    at = next(at for at in range(match.first, match.stop) if match.tokens.words[at] in ("of", "in")) + 1
    inner = Match(match.tokens, "month", at, match.stop)
    if unit := inner.one("UNIT"):
        return Value("DATE", shift_months(scope.today, step(inner)).isoformat()[:7]) if unit == "month" else None
    return (month_year if inner.one("YEAR", "YEARWORD") else month)(inner, scope)


def weekday_beside(match: Match, scope: Scope) -> Value | None:
    """The Monday after Easter, the Friday before last."""
    side = next(at for at in range(match.first, match.stop) if match.tokens.words[at] in ("before", "after"))
    number = load("calendar")["weekdays"][match.one("WEEKDAY", "WEEKDAYABBR") or ""]
    way, weeks, start = (1 if match.tokens.words[side] == "after" else -1), 0, scope.today
    if match.words[-1] in ("last", "next"):
        weeks = 1
    else:
        inner = Match(match.tokens, "named_day", side + 1 + (match.tokens.words[side + 1] == "the"), match.stop)
        found = named_day(inner, scope, match)
        if found is None or found.value is None:
            return None
        start = date.fromisoformat(found.value)
    apart = (way * (number - start.isoweekday()) - 1) % 7 + 1 + 7 * weeks
    return Value("DATE", (start + timedelta(way * apart)).isoformat())


def beside(match: Match, scope: Scope) -> Value | None:
    """Two days after Thanksgiving, the day before yesterday, a week before Easter."""
    side = next(at for at in range(match.first, match.stop) if match.tokens.words[at] in ("before", "after"))
    start = side + 1
    if match.tokens.words[start] == "the" and not match.one("MONTH"):
        start += 1
    inner = Match(match.tokens, "named_day", start, match.stop)
    if inner.one("DAYNAME", "MONTH"):
        found = (day if inner.one("DAYNAME") else month_day)(inner, scope)
    else:
        found = named_day(inner, scope, match)
    counted = Match(match.tokens, match.rule, match.first, side)
    numbers = counted.all("NUMBER", "SMALL")
    amount = cardinal(numbers) if numbers else 1.0
    if found is None or found.value is None or amount is None or not amount.is_integer():
        return None
    way = int(amount) * (1 if match.tokens.words[side] == "after" else -1)
    shifted = _shifted(date.fromisoformat(found.value), counted, way)
    return Value("DATE", shifted, found.basis) if shifted else None


def _shifted(first: date, counted: Match, way: int) -> str | None:
    """A day some days, weeks or fortnights off, or the month some months off."""
    unit = (counted.one("UNIT", "UNITS") or "").removesuffix("s")
    if unit == "month":
        return shift_months(first, way).isoformat()[:7]
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return (first + timedelta(days * way)).isoformat() if days else None
