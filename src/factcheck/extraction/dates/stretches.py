"""Rules for stretches of time: weeks, months and years by their place, durations, sets, references."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ...knowledge import load
from .arithmetic import shift_months, week_value
from .grammar import Match
from .numbers import cardinal
from .points import step
from .scope import Scope, UndatedError, Value

_YEARS = {"decade": 10, "century": 100}
_LONG = 1000
"""Years beyond which "ago" and "in" give no year."""


def this(match: Match, scope: Scope) -> Value | None:
    """Last week, earlier this year, the end of next month, that day."""
    unit = _unit(match)
    if not match.one("THIS", "LAST", "PAST", "NEXT"):
        return _again(match, unit, scope)
    if {"following", "previous", "preceding"} & set(match.words) or (unit == "day" and match.one("NEXT")):
        return _beside(match, unit, scope)
    return _unit_at(match, unit, step(match), scope.today)


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
        return _unit_at(match, unit, step(match), date(memory.year, 1, 1))
    if unit == "month" and memory.named and len(memory.named) == 7:
        return _unit_at(match, unit, step(match), date.fromisoformat(memory.named + "-01"))
    if unit in ("day", "week", "month") and memory.day:
        return _unit_at(match, unit, step(match), date.fromisoformat(memory.day))
    raise UndatedError


def _unit_at(match: Match, unit: str, steps: int, today: date) -> Value | None:
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
    unit = _unit(match)
    if unit == "year":
        if match.after() in load("timex")["year_account"]:
            return Value("DURATION", "P1Y", "undated")
        return Value("DATE", f"{scope.today.year:04d}")
    if unit == "weekend":
        return _weekend(match, scope)
    if unit in ("day", "week", "month") and match.one("EDGE", "EARLIER", "LATER"):
        return _again(match, unit, scope) or _unit_at(match, unit, 0, scope.today)
    return None


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
    if match.words[-1] == "before" and match.after()[:1].isalnum():
        return None
    if _unit(match) == "year":
        if scope.memory.year is None:
            raise UndatedError
        return Value("DATE", f"{scope.memory.year - 1:04d}")
    if _unit(match) == "day" and scope.memory.day:
        return Value("DATE", (date.fromisoformat(scope.memory.day) - timedelta(1)).isoformat())
    return None


def ago(match: Match, scope: Scope) -> Value | None:
    """Two years ago, ten days ago: as precise as its unit. An amount that is left open gives PAST_REF."""
    unit = _unit(match)
    amount = _amount(match)
    if amount is None:
        return Value("DATE", "PAST_REF", "undated")
    if unit in ("hour", "minute", "second"):
        return Value("TIME", None, "undated")
    if amount * _YEARS.get(unit, 1) > _LONG:
        return Value("DATE", "PAST_REF", "undated")
    return _unit_at(match, unit, -int(amount), scope.today)


def duration(match: Match, scope: Scope) -> Value | None:
    """Two days, 12-year, several months, decades. "In two years" is a date where the clause looks ahead."""
    if match.one("A") and not match.one("FEW", "UNITS", "DASH") and _is_rate(match):
        return Value("SET", _period(1, _unit(match)), "undated")
    amount = _amount(match)
    unit = _unit(match)
    if amount is None:
        prefix, letter, _times = load("timex")["units"][unit]
        return Value("DURATION", f"{prefix}X{letter}", "undated")
    if _is_age(match, unit) or _is_fraction(match, unit):
        return None
    if (
        match.before() == "in"
        and unit in ("week", "month", "year")
        and amount < _LONG
        and scope.tense(match) == "future"
    ):
        return _unit_at(match, unit, int(amount), scope.today)
    return Value("DURATION", _period(amount, unit), "undated")


def _is_age(match: Match, unit: str) -> bool:
    return unit == "year" and match.one("OLD") is not None


def _is_fraction(match: Match, unit: str) -> bool:
    """Whether it is "three-quarters", or the quarter "of a million" or "to six", which is no time."""
    parts = match.one("DASH") is not None and match.one("UNITS") is not None
    return unit == "quarter" and (parts or match.after() in ("of", "to", "past"))


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: "15 a year", "$3 million a year", "twice a week"."""
    before = match.before()
    return before[:1].isdigit() or before in load("timex")["before_rate"]


def span(match: Match, scope: Scope) -> Value | None:
    """The past three months, the next two weeks, recent years, the first nine months: a duration."""
    reference = match.one("REFERENCE")
    if reference and reference not in ("recent", "future"):
        return None
    found = duration(match, scope)
    if _unit(match) == "month" and not match.one("LAST", "PAST", "NEXT", "REFERENCE"):
        scope.memory.to_date = True
    return found


def every(match: Match, _: Scope) -> Value | None:
    """Daily, each month, every two years, every Thursday: a set."""
    repeated = match.one("REPEATED")
    if repeated:
        return Value("SET", load("timex")["sets"][repeated], "undated")
    calendar = load("calendar")
    if name := match.one("WEEKDAY", "WEEKDAYABBR"):
        return Value("SET", f"XXXX-WXX-{calendar['weekdays'][name]}", "undated")
    if name := match.one("MONTH", "MONTHABBR"):
        return Value("SET", f"XXXX-{calendar['months'][name]:02d}", "undated")
    if name := match.one("SEASON"):
        return Value("SET", f"XXXX-{load('timex')['seasons'][name]}", "undated")
    if name := match.one("PART", "OVERNIGHT", "TWILIGHT"):
        return Value("SET", f"XXXX-XX-XXT{load('timex')['parts'][name]}", "undated")
    amount = _amount(match)
    return Value("SET", _period(amount if amount is not None else 1, _unit(match)), "undated")


def reference(match: Match, _: Scope) -> Value | None:
    """Now, recently, soon."""
    word = match.one("REFERENCE") or ""
    if word == "future" and not match.one("THE"):
        return None
    return Value("DATE", load("timex")["references"][word], "undated")


def _unit(match: Match) -> str:
    """The unit that an expression counts in, in the singular."""
    word = match.all("UNIT", "UNITS", "CENTURY", "YEARWORD", "QUARTER", "NIGHT", "SECOND")[-1]
    units = load("timex")["units"]
    if word not in units:
        word = {"centuries": "century"}.get(word, word.removesuffix("s"))
    return {"yr": "year", "hr": "hour"}.get(word, word)


def _amount(match: Match) -> float | None:
    """How many units; None where the wording leaves it open."""
    few = match.one("FEW")
    if few == "couple":
        return 2
    if few:
        return None
    numbers = match.all("NUMBER", "SMALL", "LARGE", "DOTTED", "YEAR", "SLASH")
    if numbers:
        return cardinal(numbers)
    return None if match.one("UNITS") else 1


def _period(amount: float, unit: str) -> str:
    """The ISO 8601 duration of an amount of a unit."""
    prefix, letter, times = load("timex")["units"][unit]
    count = amount * times
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    if unit == "year" and (count * 12).is_integer():
        return f"P{int(count)}Y{int(count % 1 * 12)}M"
    if letter == "H" and (count * 60).is_integer():
        return f"PT{int(count * 60)}M"
    return f"{prefix}{count:g}{letter}"
