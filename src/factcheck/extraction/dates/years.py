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

_BEFORE_SEASON = ("in", "during", "by", "since", "until", "through")
"""Behind one of these, a bare season is one."""

AHEAD_OF_US = 5
"""How many years ahead two digits may mean; more are of the century before."""

MIDYEAR = 6
"""Months ahead from which a season behind "by" or "until" is rather the last one."""

YOUNGEST_DECADE = 20
"""Two digits below these name no decade."""


def year(match: Match, scope: Scope) -> Value | None:
    """1998, fiscal 1990, FY25, the end of 1990, 1994-95, nineteen ninety-six."""
    if match.one("NUMBER"):
        spoken = spoken_year(match.all("NUMBER"))
        return Value("DATE", f"{spoken:04d}", "stated") if spoken else None
    if match.one("DASH", "SLASH") and len(match.all("YEAR", "SMALL")) > 1:
        return _years(match)
    if match.tokens.codes[match.first - 1 : match.first] in _not_before_year() or match.after() in ("%", "percent"):
        return None
    digits, short = match.one("YEAR"), match.one("SMALL")
    if digits is None and short:
        return _short_year(match, short, scope)
    if match.words == (digits,) and (is_count(match) or _in_address(match)):
        return None
    return Value("DATE", str(digits), "stated")


def _short_year(match: Match, digits: str, scope: Scope) -> Value | None:
    """The class of '98, since '69: the latest such year that has begun, but for the next few; FY25."""
    at = match.stop - 2
    if match.one("FISCALYEAR"):
        fiscal = len(digits) == len("25") and match.tokens.text[match.start].isupper()
        return Value("DATE", f"20{digits}", "stated") if fiscal else None
    glued = (
        match.tokens.ends[at] == match.tokens.starts[at + 1] and match.tokens.text[match.tokens.starts[at] - 1] == " "
    )
    if len(digits) != 2 or not glued or match.before() not in (*load("timex")["before_year"], "of", "and", "to"):
        return None
    century = scope.today.year // 100 - (int(digits) > scope.today.year % 100 + AHEAD_OF_US)
    return Value("DATE", f"{century}{digits}")


def is_count(match: Match) -> bool:
    """Whether the four digits at the end of an expression count what stands behind: "2000 people", "1500 new homes"."""
    before, noun, table = match.before(), match.after(), load("timex")
    if match.words[0] != match.words[-1]:
        before = match.words[-2]
    lower = noun.isalpha() and match.tokens.text[match.end + 1 : match.end + 2].islower()
    if (
        not lower
        or before in (*table["before_year"], "a", "an")
        or (before in ("and", "to", "or") and _is_year(match.before(2)))
    ):
        return False
    if noun in table["counted"] or (match.after(2) in table["counted"] and noun not in table["behind_day"]):
        return True
    at = match.stop - 2
    named = at >= 0 and not match.tokens.text[match.tokens.starts[at]].islower()
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    open_to_count = not named and before not in (*load("tense")["determiners"], "of")
    return plural and open_to_count and int(match.words[-1]) % 50 == 0


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


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
    if _is_measure(match):
        return None
    word = match.one("ORDINAL", "SECOND")
    if word is None:
        return _decade(match)
    number = ordinal(word) + int(cardinal(match.all("NUMBER")) or 0)
    return Value("DATE", f"{number - 1:02d}", "stated") if 2 <= number <= 21 else None


def _decade(match: Match) -> Value | None:
    word, told = match.one("DECADEWORD"), match.one("YEAR", "SMALL")
    if word:
        tens = {"noughties": "200"}.get(word) or f"19{load('timex')['numbers'][word.replace('ies', 'y')] // 10}"
        return Value("DATE", tens, "stated")
    if told:
        return _with_apostrophe(told)
    digits = match.one("DECADE") or ""
    number = int(digits.rstrip("sS"))
    if len(digits) == len("40s"):
        if not match.one("THE", "APOSTROPHE"):
            return None  # An age: "in their 40s".
        number += 1900
    return Value("DATE", f"{number // 10:03d}", "stated")


def _with_apostrophe(digits: str) -> Value | None:
    """The decade of "the 1970's" and "the 70's"; of "the 1975's" the year."""
    if not digits.endswith("0") or int(digits) < YOUNGEST_DECADE:
        return Value("DATE", digits, "stated") if len(digits) == len("1970") else None
    return Value("DATE", f"{int(digits) // 10 + 190 * (len(digits) == 2):03d}", "stated")


def _is_measure(match: Match) -> bool:
    """Whether tens are degrees, strokes or marks: "highs in the 80s", "shot in the low 70s"."""
    if match.one("ORDINAL", "SECOND") or len(match.one("DECADE") or "") == 5:
        return False
    near = {*(match.before(far) for far in range(1, 8)), match.after()}
    return not near.isdisjoint(load("timex")["no_decade"])


def season(match: Match, scope: Scope) -> Value | None:
    """Last fall, this summer, the spring of 1989. A bare "spring" or "fall" is more often no season."""
    name = match.one("SEASON") or ""
    code = load("timex")["seasons"][name]
    digits, short = match.one("YEAR"), match.one("SMALL")
    if digits and is_count(match):
        return None
    if short:
        shortened = Match(match.tokens, "year", match.stop - 2, match.stop)
        found = _short_year(shortened, short, scope) or Value("DATE", None, "undated")
        return found._replace(value=found.value and f"{found.value}-{code}")
    if digits:
        return Value("DATE", f"{digits}-{code}", "stated")
    today, year = scope.today, scope.memory.year if match.one("THAT") else None
    if match.one("YEARWORD"):
        year = today.year + step(match)
    if year or match.one("THAT"):
        return Value("DATE", f"{year:04d}-{code}" if year else None)
    if not match.one("THIS", "LAST", "PAST", "NEXT") and match.before() not in _BEFORE_SEASON:
        return None
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = today.year
    tense, ahead = scope.tense(match), (begins - today.month) % 12
    if match.one("NEXT") or tense == "future" or (tense == "until" and ahead < MIDYEAR):
        year += begins + 2 < today.month
    elif not match.one("THIS") or match.one("LAST", "PAST"):
        year -= begins + 2 * bool(match.one("LAST")) >= today.month
    return Value("DATE", f"{year:04d}-{code}")
