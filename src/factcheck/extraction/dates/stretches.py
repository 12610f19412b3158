"""Rules for stretches of time: weeks, months and years by their place, durations, sets, references."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from ...knowledge import load
from .arithmetic import shift_months, week_value
from .grammar import Match
from .lengths import LONG, amount_of, unit_of
from .points import ends_clause, step
from .scope import Scope, UndatedError, Value

MIDYEAR = 6
"""After this month "the new year" is the next."""

_YEARS = {"decade": 10, "century": 100}


def this(match: Match, scope: Scope) -> Value | None:
    """Last week, earlier this year, the end of next month, that day."""
    unit = unit_of(match)
    if match.one("REFERENCE"):
        return unit_at(match, unit, 0, scope.today) if match.one("REFERENCE") == "current" else None
    if not match.one("THIS", "LAST", "PAST", "NEXT"):
        return _again(match, unit, scope)
    if {"following", "previous", "preceding"} & set(match.words) or (unit == "day" and match.one("NEXT")):
        return _beside(match, unit, scope)
    return unit_at(match, unit, step(match), scope.today)


def _again(match: Match, unit: str, scope: Scope) -> Value | None:
    """That day, the same year: what the text named last, but for a day to come where the clause looks back."""
    if unit == "day":
        ahead = scope.published is not None and (scope.memory.day or "") > scope.published.isoformat()
        if scope.memory.day is None or (ahead and scope.tense(match) == "past"):
            raise UndatedError
        return Value("DATE", scope.memory.day)
    if unit == "year":
        if scope.memory.year is None:
            raise UndatedError
        return Value("DATE", f"{scope.memory.year:04d}")
    if unit in ("month", "week") and scope.memory.day:
        day = date.fromisoformat(scope.memory.day)
        return Value("DATE", week_value(day) if unit == "week" else day.isoformat()[:7])
    return None


def _beside(match: Match, unit: str, scope: Scope) -> Value | None:
    """The following month, the previous year: beside what the text named last."""
    memory = scope.memory
    if unit == "year" and memory.year:
        return unit_at(match, unit, step(match), date(memory.year, 1, 1))
    if unit == "month" and memory.named and len(memory.named) == 7:
        return unit_at(match, unit, step(match), date.fromisoformat(memory.named + "-01"))
    if unit in ("day", "week", "month") and memory.day:
        return unit_at(match, unit, step(match), date.fromisoformat(memory.day))
    raise UndatedError


def unit_at(match: Match, unit: str, steps: int, today: date) -> Value | None:
    """The day, week, month and so on that lies ``steps`` of them from the one of ``today``."""
    if unit == "night":
        return Value("TIME", f"{(today + timedelta(steps)).isoformat()}TNI")
    if unit in ("week", "weekend"):
        return Value("DATE", _week_of(match, today + timedelta(7 * steps)))
    counted = _COUNTED.get(unit)
    return Value("DATE", counted(today, steps)) if counted else None


def _week_of(match: Match, day: date) -> str:
    """The week of a day, or its weekend where the expression says so."""
    return week_value(day) + ("-WE" if match.one("UNIT") == "weekend" else "")


def quarter_value(day: date) -> str:
    """The quarter of a day, such as 2025-Q4."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


_COUNTED: dict[str, Callable[[date, int], str]] = {
    "day": lambda today, steps: (today + timedelta(steps)).isoformat(),
    "fortnight": lambda today, steps: week_value(today + timedelta(14 * steps)),
    "month": lambda today, steps: shift_months(today, steps).isoformat()[:7],
    "quarter": lambda today, steps: quarter_value(shift_months(today, 3 * steps)),
    "year": lambda today, steps: f"{today.year + steps:04d}",
    "decade": lambda today, steps: f"{today.year // 10 + steps:03d}",
    "century": lambda today, steps: f"{today.year // 100 + steps:02d}",
}
"""The value of the unit that lies some steps from the one of a day."""


def the(match: Match, scope: Scope) -> Value | None:
    """The year, the end of the year, year-end, the weekend: those of the publication day."""
    unit = unit_of(match)
    if unit == "year":
        return _the_year(match, scope.today)
    if unit == "weekend":
        return _weekend(match, scope)
    if unit == "day" and match.one("EARLIER", "LATER") and scope.memory.day is None:
        return Value("DATE", scope.today.isoformat())
    if unit in ("day", "week", "month") and match.one("EDGE", "EARLIER", "LATER"):
        return _again(match, unit, scope) or unit_at(match, unit, 0, scope.today)
    return None


def _the_year(match: Match, today: date) -> Value | None:
    """The year, and the new year: the one that is about to begin or has just begun; none for the feast in capitals."""
    if match.one("NEW"):
        feast = match.tokens.text[match.tokens.starts[match.stop - 1]].isupper()
        return None if feast else Value("DATE", f"{today.year + (today.month > MIDYEAR):04d}")
    if match.after() in load("timex")["year_account"]:
        return Value("DURATION", "P1Y", "undated")
    return Value("DATE", f"{today.year:04d}")


def _weekend(match: Match, scope: Scope) -> Value | None:
    """The weekend that was, or the coming one where the clause looks ahead; none in general talk ("at the weekend")."""
    tense = scope.tense(match)
    if tense in ("future", "until"):
        return Value("DATE", _week_of(match, scope.today))
    if tense in (None, "present") and match.before() in ("on", "at"):
        return None
    return Value("DATE", _week_of(match, scope.today - timedelta(scope.today.isoweekday() % 7)))


def unit_before(match: Match, scope: Scope) -> Value | None:
    """The year before, the day earlier: one before what the text named last, unless it goes on with an event."""
    if match.words[-2] in ("before", "after"):
        return unit_at(match, unit_of(match), -2 if match.words[-1] == "last" else 2, scope.today)
    if match.words[-1] == "before" and match.after()[:1].isalnum():
        return None
    if unit_of(match) == "year":
        if scope.memory.year is None:
            raise UndatedError
        return Value("DATE", f"{scope.memory.year - 1:04d}")
    if unit_of(match) == "day" and scope.memory.day:
        return Value("DATE", (date.fromisoformat(scope.memory.day) - timedelta(1)).isoformat())
    return None


def ago(match: Match, scope: Scope) -> Value | None:
    """Two years ago, ten days ago: as precise as its unit. An amount that is left open gives PAST_REF."""
    unit = unit_of(match)
    amount = amount_of(match)
    if amount is None:
        return Value("DATE", "PAST_REF", "undated")
    if unit in ("hour", "minute", "second"):
        return Value("TIME", None, "undated")
    if amount * _YEARS.get(unit, 1) > LONG:
        return Value("DATE", "PAST_REF", "undated")
    if match.one("HALF", "FRACTION") and (unit == "year" or unit in _YEARS):
        back = shift_months(scope.today, -round(amount * 12 * _YEARS.get(unit, 1))).year
        return Value("DATE", f"{back:04d}" if unit == "year" else f"{back // 10:03d}")
    return unit_at(match, unit, -int(amount), scope.today)


def ago_on(match: Match, scope: Scope) -> Value | None:
    """A year ago this month, two weeks ago Monday: that day or unit, so long before."""
    cut = next(at for at in range(match.first, match.stop) if match.tokens.words[at] == "ago")
    counted, told = Match(match.tokens, "ago", match.first, cut), Match(match.tokens, "ago", cut + 1, match.stop)
    amount, unit = amount_of(counted), unit_of(counted)
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0)
    if amount is None or amount % 1 or amount > LONG or not months | days:
        return Value("DATE", "PAST_REF" if amount is None else None, "undated")
    day = scope.today + timedelta({"yesterday": -1, "tomorrow": 1}.get(told.one("DAYNAME") or "", 0))
    first = shift_months(day, -int(amount) * months)
    back = first + timedelta(min(day.day, monthrange(first.year, first.month)[1]) - 1) - timedelta(int(amount) * days)
    if name := told.one("WEEKDAY", "WEEKDAYABBR"):
        back += timedelta((int(load("calendar")["weekdays"][name]) - back.isoweekday() + 3) % 7 - 3)
    elif told.one("THIS"):
        return unit_at(told, unit_of(told), 0, back)
    return Value("DATE", back.isoformat())


def reference(match: Match, _: Scope) -> Value | None:
    """Now, recently, soon."""
    word = match.one("REFERENCE") or ""
    if match.one("TIMEWORD"):
        now = match.before() == "at" and match.after() not in ("of", "last", "next", "tomorrow", "yesterday", "every")
        return Value("DATE", "PRESENT_REF", "undated") if now else None
    if word in ("future", "moment") and not match.one("THE"):
        return None
    if word in ("present", "moment") and not (match.before() == "at" and ends_clause(match)):
        return None
    return Value("DATE", load("timex")["references"][word], "undated")
