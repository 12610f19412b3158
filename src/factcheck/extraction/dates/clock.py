"""The rule for times of day: 9 a.m. EST, noon Thursday, 12:00 GMT."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from ...knowledge import load
from .days import day, part_of_day, weekday
from .durations import duration
from .grammar import Match
from .points import AHEAD, ends_clause, month_day
from .scope import Scope, Value
from .tense import is_boundary
from .tokens import codes

REACH = 8
"""How many words away from a time of day its day may be named."""

HOUR, NOON, DAY = 60, 12, 24
"""Minutes of an hour, hours up to noon, and those of a day."""

SMALL = 5
"""Hours after midnight that "night" may mean as well as those of the evening."""

_PARTS = {"half": 30, "quarter": 15}
_TOLD_MINUTES = (5, 10, 20, 25)
"""Minutes that are told by their number alone before "past" and "to"."""
_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?:[:.]\d\d)?(?:[ap]m|h|hrs|gmt|utc)?")


def clock(match: Match, scope: Scope) -> Value | None:
    """The time of day, on the day that is named in its sentence; without one, no more than the time of day."""
    if match.one("HOURS") and not _is_military(match):
        return duration(match, scope)
    named = named_day(match)
    time = _time(match, named)
    if time is None:
        return None
    found = day_named(named, scope) if named else None
    if found is None:
        return Value("TIME", f"{day_spoken_of(match, scope)}T{time}", "undated")
    if named and named.one("NIGHT") and int(time[:2]) < SMALL:
        found = (date.fromisoformat(found) + timedelta(1)).isoformat()  # "At 2 a.m. last night" is of today.
    return Value("TIME", f"{found}T{time}")


def day_spoken_of(match: Match, scope: Scope) -> str:
    """The day that the text named last, where the tense allows it, or of publication where it named none.

    It is the likeliest, but not sure enough to count.
    """
    last, today, tense = scope.memory.day, scope.published, scope.tense(match)
    if last is None or today is None:
        return today.isoformat() if today and tense == "past" else ""
    ahead = last > today.isoformat()
    return "" if (ahead and tense == "past") or (not ahead and tense in AHEAD) else last


def day_named(named: Match, scope: Scope) -> str | None:
    """The day that an expression within or beside a time of day names, as a TIMEX3 value."""
    rule: Callable[[Match, Scope], Value | None] = weekday
    if named.one("SMALL", "ORDINAL"):
        rule = month_day
    elif named.one("DAYNAME"):
        rule = day
    elif named.one("NIGHT", "PART", "TONIGHT"):
        rule = part_of_day
    found = rule(named, scope)
    return found.value and found.value[:10] if found else None


def _time(match: Match, named: Match | None) -> str | None:
    noon = match.one("NOON")
    if noon:
        return str(load("timex")["parts"][noon])
    half = _letters(match.one("MERIDIEM") or _tail(match))
    if half not in ("am", "pm"):
        half = load("timex")["halves"].get(match.one("PART"), half)
    if match.one("DASH", "TO") and match.words[0][0].isdigit():
        return _range(match, half)
    told = _spoken(match) or _written(match.words[0])
    if told is None:
        return None
    part = _part_beside(match, named)
    if half not in ("am", "pm") and part and not (part == "night" and told[0] in (NOON, *range(SMALL))):
        half = load("timex")["halves"][part]
    if half not in ("am", "pm") and not _is_clock(match, told[0]):
        return None
    found = _of_day(told, half if told[0] <= NOON else "")
    return found and found + "Z" * ((match.one("ZONE") or match.words[0][-3:]) in ("gmt", "utc"))


def _letters(written: str) -> str:
    """The letters of "p.m.", which extractors of text leave as "p. m.", too."""
    return written.replace(".", "").replace(" ", "")


def _tail(match: Match) -> str:
    """The letters behind the digits of its first word: "pm" of "9pm"."""
    return match.words[0].lstrip("0123456789:.")


def _of_day(told: tuple[int, int], half: str) -> str | None:
    """An hour and a minute of a half of the day as hh:mm."""
    hour, minute = told
    if half in ("am", "pm"):
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + NOON * (half == "pm")
    return f"{hour:02d}:{minute:02d}" if hour <= DAY and minute < HOUR else None


def _range(match: Match, half: str) -> str | None:
    """Two hours: "between 2 and 3 a.m.", "11-1 p.m."; the first is of the other half where it would be the later."""
    last = next(at for at in (2, 3) if match.words[at][0].isdigit())
    first, second = _written(match.words[0]), _written(match.words[last])
    if first is None or second is None:
        return None
    half = half if half in ("am", "pm") else match.words[last][-2:]
    starts = _of_day(first, half)
    ends = _of_day(second, half)
    if starts and ends and starts > ends:
        starts = _of_day(first, "am" if half == "pm" else "pm")
    return f"{starts}/{ends}" if starts and ends and starts < ends else ends


def _is_clock(match: Match, hour: int) -> bool:
    """Whether a time without its half of the day is one, by its form or by the word before it."""
    before = match.before()
    if match.one("ZONE", "CLOCKWORD", "PAST", "QUARTER", "HOURS", "CLOCKMERIDIEM"):
        return True
    if match.one("DOTTED"):
        told = hour > NOON or match.words[0].startswith("0")
        return told and before in ("at", "from", "until") and ends_clause(match)
    return before in load("timex")["before_clock"] and (match.one("TO") is None or ends_clause(match))


def _is_military(match: Match) -> bool:
    """Whether four digits before "hours" are an hour of the clock: "at 1740 hours"."""
    word = match.words[0]
    if len(word) != 4 or not word.isdecimal() or int(word[:2]) >= DAY or int(word[2:]) >= HOUR:
        return False
    before = match.before(2) if match.before() in ("about", "around", "approximately", "exactly") else match.before()
    return word.startswith("0") or before in ("at", "by", "until", "from", "since", "between")


def _part_beside(match: Match, named: Match | None) -> str | None:
    """The part of the day that stands with its day or behind it: "around 9:15 Monday night", "6:30 last night"."""
    tokens, halves = match.tokens, load("timex")["halves"]
    places = [named.stop, named.stop - 1] if named else [match.stop + (match.after() in ("this", "last", "that"))]
    return next((tokens.words[at] for at in places if at < len(tokens.words) and tokens.words[at] in halves), None)


def _written(word: str) -> tuple[int, int] | None:
    """The hour and minute of "9:30", "9" or "nine"."""
    digits = _DIGITS.fullmatch(word)
    if digits is not None:
        return int(digits[1]), int(digits[2] or 0)
    number = load("timex")["numbers"].get(word)
    return None if number is None else (number, 0)


def _spoken(match: Match) -> tuple[int, int] | None:
    """The hour and minute of "half past nine", "half nine", "a quarter to six", "twenty past eleven", "nine thirty"."""
    words = [word for word in match.words if word not in ("a", "an", "-", "minutes")]
    side = next((word for word in ("past", "to") if word in words[1:2]), None)
    if side is None:
        return _spelled(words)
    minute = _PARTS[words[0]] if words[0] in _PARTS else (_written(words[0]) or (0, 0))[0]
    hour, _ = _written(words[2]) or (0, 0)
    told = "minutes" in match.words or minute in (*_PARTS.values(), *_TOLD_MINUTES)
    if not (told and 0 < minute < HOUR and 0 < hour <= NOON):
        return None
    return (hour, minute) if side == "past" else ((hour - 1) or NOON, HOUR - minute)


def _spelled(words: list[str]) -> tuple[int, int] | None:
    numbers = load("timex")["numbers"]
    if words[0] == "half":
        return (hour, 30) if (hour := (_written(words[1]) or (0, 0))[0]) in range(1, NOON + 1) else None
    if len(words) > 1 and words[0] in numbers and words[1] in numbers:
        return numbers[words[0]], numbers[words[1]]
    return None


def named_day(match: Match) -> Match | None:
    """The expression of the day of a time: inside it, or a few words behind or before it in the same sentence."""
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
    weekday = f"(?:{code['WEEKDAY']}{code['COMMA']}?)"
    month = f"(?:{code['MONTH']}|{code['MONTHABBR']}{code['DOT']}?)"
    number, year = f"[{code['SMALL']}{code['ORDINAL']}]", f"(?:{code['COMMA']}?{code['YEAR']})?"
    return re.compile(
        f"{weekday}?(?:{month}{number}{year}|{code['THE']}?{number}{code['OF']}?{month}{year})"
        f"|{code['LAST']}?{code['WEEKDAY']}|{code['DAYNAME']}|{code['LAST']}{code['NIGHT']}|{code['THIS']}{code['PART']}|{code['TONIGHT']}"
    )
