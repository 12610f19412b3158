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
    number = load("timex")["numbers"].get(word)
    digits = _DIGITS.fullmatch(word)
    if number is None and digits is None:
        return None
    hour, minute = (number, 0) if digits is None else (int(digits[1]), int(digits[2] or 0))
    meridiem = (match.one("MERIDIEM") or word).replace(".", "")[-2:]
    if meridiem in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (meridiem == "pm")
    elif not match.one("ZONE", "CLOCKWORD") and match.before() not in load("timex")["before_clock"]:
        return None
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + "Z" * (match.one("ZONE") in ("gmt", "utc"))


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
