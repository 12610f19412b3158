"""Rules for days with a name: feasts, public holidays, days in history."""

from __future__ import annotations

from datetime import date, timedelta

from ...knowledge import load
from .arithmetic import easter, nth_weekday
from .grammar import Match
from .points import NEAR, UPDATED
from .scope import Scope, Value


def named_day(match: Match, scope: Scope) -> Value | None:
    """Thanksgiving Day, Christmas Eve, 9/11: of the year named, else by tense, else the nearest."""
    behind = match.tokens.text[match.end : match.end + 2]
    if (behind[:1] == " " and behind[1:].isupper()) or match.after() in ("week", "weekend"):
        return None  # "the Good Friday Agreement"
    parts = [word for word in match.words if word not in ("'", "’", "‘", ".", ",", "in", "of")]
    digits = parts.pop() if match.one("YEAR") else None
    name = " ".join(parts)
    table = load("holidays")
    if name.replace(" ", "") in table["history"]:
        return Value("DATE", table["history"][name.replace(" ", "")], "stated")
    if digits:
        found = holiday(name, int(digits))
        return Value("DATE", found.isoformat(), "stated") if found else None
    if holiday(name, 2000) is None:
        return None
    today = scope.today
    near = [d for shift in (-1, 0, 1) if (d := holiday(name, today.year + shift))]
    tense = scope.tense(match, NEAR)
    if tense in ("past", "future"):
        near = [d for d in near if (d <= today + UPDATED if tense == "past" else d >= today)] or near
    return Value("DATE", min(near, key=lambda d: abs(d - today)).isoformat())


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
    return None
