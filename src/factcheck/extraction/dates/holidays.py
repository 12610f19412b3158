"""Rules for days with a name: feasts, public holidays, days in history."""

from __future__ import annotations

from datetime import date, timedelta

from ...knowledge import load
from .arithmetic import easter, nth_weekday, week_value
from .grammar import Match
from .points import AHEAD, NEAR, UPDATED
from .scope import Scope, Value

_WHICH = ("this", "last", "next", "past")


def named_day(match: Match, scope: Scope, whole: Match | None = None) -> Value | None:
    """Thanksgiving Day, Christmas Eve, 9/11: of the year named, else by tense, else the nearest.

    ``whole`` is the expression that it is part of, which the tense is told by: "set for two days after Christmas".
    """
    behind = match.tokens.text[match.end : match.end + 2]
    if (behind[:1] == " " and behind[1:].isupper()) or match.after() in load("timex")["of_feast"]:
        return None  # "the Good Friday Agreement", "Christmas lights".
    parts = [word for word in match.words if word not in ("'", "’", "‘", ".", ",", "in", "of", "the", *_WHICH)]
    around = parts[-1] in ("week", "weekend", "day") and holiday(" ".join(parts), 2000) is None
    unit = parts.pop() if around else "day"
    digits = parts.pop() if match.one("YEAR") else None
    name = " ".join(parts)
    table = load("holidays")
    if name.replace(" ", "") in table["history"]:
        return Value("DATE", table["history"][name.replace(" ", "")], "stated")
    if digits:
        found = holiday(name, int(digits))
        return Value("DATE", found.isoformat(), "stated") if found else None
    found = _nearest(name, match, scope, whole or match) if holiday(name, 2000) else None
    if found is None or unit == "day":
        return Value("DATE", found.isoformat()) if found else None
    if unit == "weekend":
        return Value("DATE", week_value(found - timedelta(found.isoweekday() == 1)) + "-WE")
    return Value("DATE", week_value(found))


def _nearest(name: str, match: Match, scope: Scope, whole: Match) -> date:
    """The day of a holiday that "last", "next" or the tense asks for, else the nearest."""
    today = scope.today
    near = [d for shift in range(-4, 5) if (d := holiday(name, today.year + shift))]
    tense = {"last": "before", "next": "after"}.get(match.words[0]) or scope.tense(whole, NEAR)
    if tense in ("before", "after"):
        near = [d for d in near if (d < today if tense == "before" else d > today)]
    elif tense in ("past", *AHEAD) and name not in load("holidays")["of_year"]:
        near = [d for d in near if (d <= today + UPDATED if tense == "past" else d >= today)] or near
    return min(near, key=lambda d: abs(d - today))


def holiday(name: str, year: int) -> date | None:
    """The day of the holiday ``name`` in a year, or None where the table has no such holiday."""
    table = load("holidays")
    if name in table["fixed"]:
        return date(year, *table["fixed"][name])
    if name in table["nth"]:
        month, weekday, n, *after = table["nth"][name]
        return nth_weekday(year, month, weekday, n) + timedelta(sum(after))
    if name in table["easter"]:
        return easter(year) + timedelta(table["easter"][name])
    day = table["of_year"].get(name, {}).get(str(year))
    return date(year, *day) if day else None
