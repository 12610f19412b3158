"""Rules for durations and sets: two days, the past three months, every Thursday."""

from __future__ import annotations

from ...knowledge import load
from .grammar import Match
from .lengths import LONG, amount_of, period, unit_of
from .numbers import cardinal
from .points import ends_clause
from .scope import Scope, Value
from .stretches import unit_at
from .tense import opens_sentence

BEFORE_NAME = 5
"""How many words before a unit with a capital are looked at for one that tells a headline."""

_BETWEEN = ("for", "in", "on", "of", "to", "at", "the", "a", "an", "and", "by")
"""Words that a headline leaves without a capital."""


def duration(match: Match, scope: Scope) -> Value | None:
    """Two days, 12-year, several months, decades. "In two years" is a date where the clause looks ahead."""
    if long := match.one("WRITTENLONG"):
        return _written_long(match, long)
    unit, amount = unit_of(match), amount_of(match)
    if _is_none(match, unit, amount):
        return None
    if match.one("A") and not match.one("FEW", "UNITS", "DASH", "HALF") and _is_rate(match):
        return Value("SET", period(1, unit), "undated")
    if amount is None:
        prefix, letter, _times = load("timex")["units"][unit]
        return Value("DURATION", f"{prefix}X{letter}", "undated")
    if amount < LONG and not amount % 1 and _counts_from_now(match, unit, scope):
        return unit_at(match, unit, int(amount), scope.today)
    return Value("DURATION", period(amount, unit), "undated")


def _in_a_name(match: Match) -> bool:
    """Whether a unit with a capital is part of a name: "the Days Inn", "on 60 Minutes"; headlines have capitals too."""
    tokens = match.tokens
    written = tokens.starts[match.stop - 1]
    if not tokens.text[written : written + 2].istitle():
        return False
    quoted = match.before() in ('"', "“", "'", "‘")
    if opens_sentence(tokens, match.first - quoted):
        return False
    for at in range(match.first - 1, max(match.first - 1 - BEFORE_NAME, -1), -1):
        if tokens.words[at].isalpha() and tokens.words[at] not in _BETWEEN:
            return tokens.text[tokens.starts[at]].islower()
    return False


def _written_long(match: Match, word: str) -> Value:
    """Weekslong, two-hourlong."""
    value = load("timex")["written_long"][word]
    numbers = match.all("NUMBER", "SMALL")
    amount = cardinal(numbers) if numbers else None
    return Value("DURATION", value.replace("1", f"{amount:g}") if amount else value, "undated")


def _counts_from_now(match: Match, unit: str, scope: Scope) -> bool:
    """Whether a duration behind "in" leads on: "in three weeks' time", "is in two weeks", "will open in a week"."""
    if match.before() != "in" or unit not in ("day", "week", "fortnight", "month", "year"):
        return False
    if "time" in (match.after(2), match.after(3)) and match.after() in ("'", "’"):
        return True
    if match.before(2) in ("is", "are"):
        return ends_clause(match)
    return unit in ("week", "month", "year") and scope.tense(match) == "future"


def _is_none(match: Match, unit: str, amount: float | None) -> bool:
    """Whether it is no duration: an age, a fraction, a name, or a few of another noun ("several weekend guests")."""
    if amount is None:
        few = match.one("FEW") is not None and match.one("UNIT", "NIGHT") and not match.one("UNITS", "DASH")
        return bool(few) or _in_a_name(match)
    age = unit == "year" and match.one("OLD") is not None
    joined = match.one("A") is not None and match.after() == "-" and match.after(2).isalpha()  # "A year-round job."
    return age or joined or _is_fraction(match, unit) or _in_a_name(match)


def _is_fraction(match: Match, unit: str) -> bool:
    """Whether it is "three-quarters", or the quarter "of a million" or "to six", which is no time."""
    parts = match.one("DASH") is not None and match.one("UNITS") is not None
    if match.one("QUARTER") and unit != "quarter":
        return unit not in ("hour", "century")
    return unit == "quarter" and (parts or match.after() in ("of", "to", "past"))


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: "15 a year", "$3 million a year", "twice a week"."""
    before = match.before()
    counted = before.endswith("s") and any(match.before(far)[:1].isdigit() for far in (2, 3))
    return before[:1].isdigit() or before in load("timex")["before_rate"] or counted


def span(match: Match, scope: Scope) -> Value | None:
    """The past three months, the next two weeks, recent years, the first nine months: a duration."""
    reference = match.one("REFERENCE")
    if reference and reference not in ("recent", "future"):
        return None
    found = duration(match, scope)
    if unit_of(match) == "month" and not match.one("LAST", "PAST", "NEXT", "REFERENCE"):
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
    amount = amount_of(match)
    if amount is None:
        amount = 1
    if "other" in match.words or "alternate" in match.words:
        amount = 2
    return Value("SET", period(amount, unit_of(match)), "undated")
