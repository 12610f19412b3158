"""The rule for times of day: 9 a.m. EST, noon Thursday, 12:00 GMT."""

from __future__ import annotations

import re
from functools import lru_cache

from ...knowledge import load
from .grammar import Match
from .points import day, month_day, weekday
from .scope import Scope, Value
from .tense import is_boundary
from .tokens import codes

REACH = 8
"""How many words away from a time of day its day may be named."""

HOUR, NOON = 60, 12
"""Minutes of an hour, and hours up to noon."""

_PARTS = {"half": 30, "quarter": 15}
_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?:[:.]\d\d)?(?:[ap]m)?")


def clock(match: Match, scope: Scope) -> Value | None:
    """The time of day, on the day that is named in its sentence; without one, no more than the time of day."""
    time = _time(match)
    if time is None:
        return None
    named = _named_day(match)
    found = None
    if named is not None:
        rule = month_day if named.one("SMALL", "ORDINAL") else day if named.one("DAYNAME") else weekday
        found = rule(named, scope)
    if found is None:
        return Value("TIME", f"T{time}", "undated")
    return Value("TIME", f"{found.value}T{time}")


def _time(match: Match) -> str | None:
    noon = match.one("NOON")
    if noon:
        return str(load("timex")["parts"][noon])
    word = match.words[0]
    told = _spoken(match) or _written(word)
    if told is None:
        return None
    hour, minute = told
    meridiem = load("timex")["halves"].get(match.one("PART")) or (match.one("MERIDIEM") or word).replace(".", "")[-2:]
    if meridiem in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (meridiem == "pm")
    elif not match.one("ZONE", "CLOCKWORD", "PAST", "QUARTER") and match.before() not in load("timex")["before_clock"]:
        return None
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + "Z" * (match.one("ZONE") in ("gmt", "utc"))


def _written(word: str) -> tuple[int, int] | None:
    """The hour and minute of "9:30", "9" or "nine"."""
    digits = _DIGITS.fullmatch(word)
    if digits is not None:
        return int(digits[1]), int(digits[2] or 0)
    number = load("timex")["numbers"].get(word)
    return None if number is None else (number, 0)


def _spoken(match: Match) -> tuple[int, int] | None:
    """The hour and minute of "half past nine", "a quarter to six", "twenty past eleven"."""
    words = [word for word in match.words if word not in ("a", "an")]
    side = next((word for word in ("past", "to") if word in words[1:2]), None)
    if side is None:
        return None
    minute = _PARTS[words[0]] if words[0] in _PARTS else (_written(words[0]) or (0, 0))[0]
    hour, _ = _written(words[2]) or (0, 0)
    if not (0 < minute < HOUR and 0 < hour <= NOON):
        return None
    return (hour, minute) if side == "past" else ((hour - 1) or NOON, HOUR - minute)


def _named_day(match: Match) -> Match | None:
    """The expression of the day: inside the match, or a few words behind or before it in the same sentence."""
    tokens = match.tokens
    inside = range(match.first, match.stop)
    behind = range(match.stop, min(match.stop + REACH, len(tokens.words)))
    before = range(match.first - 1, max(match.first - 1 - REACH, -1), -1)
    for places in (inside, behind, before):
        for at in places:
            if places is not inside and is_boundary(tokens, at):
                break
            found = _day_pattern().match(tokens.codes, at)
            if found:
                return Match(tokens, match.rule, found.start(), found.end())
    return None


@lru_cache(maxsize=1)
def _day_pattern() -> re.Pattern[str]:
    code = codes()
    return re.compile(
        f"{code['WEEKDAY']}|{code['DAYNAME']}|{code['MONTH']}[{code['SMALL']}{code['ORDINAL']}]"
        f"|{code['MONTHABBR']}{code['DOT']}?[{code['SMALL']}{code['ORDINAL']}]"
    )
