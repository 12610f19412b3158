"""Rules for years, decades, centuries and seasons."""

from __future__ import annotations

from functools import lru_cache

from ...knowledge import load
from ..addresses import number_ranges
from .grammar import Match
from .numbers import cardinal, ordinal, spoken_year
from .points import step
from .scope import Scope, Value
from .tokens import codes


def year(match: Match, _: Scope) -> Value | None:
    """1998, fiscal 1990, the end of 1990, 1994-95, nineteen ninety-six."""
    if match.one("NUMBER"):
        spoken = spoken_year(match.all("NUMBER"))
        return Value("DATE", f"{spoken:04d}", "stated") if spoken else None
    if match.one("DASH", "SLASH") and len(match.all("YEAR", "SMALL")) > 1:
        return _years(match)
    if match.tokens.codes[match.first - 1 : match.first] in _not_before_year() or match.after() in ("%", "percent"):
        return None
    digits = match.one("YEAR")
    return None if match.words == (digits,) and _in_address(match) else Value("DATE", str(digits), "stated")


def _in_address(match: Match) -> bool:
    """Whether an expression is the number of a house or of a block of houses."""
    return any(start <= match.start and match.end <= end for start, end in number_ranges(match.tokens.text))


def _years(match: Match) -> Value | None:
    first, last = match.all("YEAR", "SMALL")
    if len(last) == 2:
        last = first[:2] + last
    return Value("DATE", f"{first}/{last}", "stated") if int(first) < int(last) <= int(first) + 99 else None


@lru_cache(maxsize=1)
def _not_before_year() -> tuple[str, ...]:
    return codes()["CURRENCY"], codes()["DASH"]


def decade_or_century(match: Match, _: Scope) -> Value | None:
    """The 1990s, the late '80s, the 20th century."""
    digits = match.one("DECADE")
    if digits:
        number = int(digits.rstrip("sS"))
        if len(digits) == 3 and not match.one("THE", "APOSTROPHE"):
            return None  # an age: "in their 40s"
        if len(digits) == 3:
            number += 1900
        return Value("DATE", f"{number // 10:03d}", "stated")
    word = match.one("ORDINAL", "SECOND")
    if word is None:
        return None
    number = ordinal(word) + int(cardinal(match.all("NUMBER")) or 0)
    return Value("DATE", f"{number - 1:02d}", "stated") if 2 <= number <= 21 else None


def season(match: Match, scope: Scope) -> Value | None:
    """Last fall, this summer, the spring of 1989. A bare "spring" or "fall" is more often no season."""
    name = match.one("SEASON") or ""
    code = load("timex")["seasons"][name]
    digits = match.one("YEAR")
    if digits:
        return Value("DATE", f"{digits}-{code}", "stated")
    if not match.one("THIS", "LAST", "PAST", "NEXT", "YEARWORD") and match.before() not in (
        "in",
        "during",
        "by",
        "since",
    ):
        return None
    today = scope.today
    if match.one("YEARWORD"):
        return Value("DATE", f"{today.year + step(match):04d}-{code}")
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = today.year
    if match.one("NEXT") or scope.tense(match) == "future":
        year += begins + 2 < today.month
    elif not match.one("THIS") or match.one("LAST", "PAST"):
        year -= begins + 2 * bool(match.one("LAST")) >= today.month
    return Value("DATE", f"{year:04d}-{code}")
