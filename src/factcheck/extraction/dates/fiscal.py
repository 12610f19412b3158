"""Rules for quarters and halves, and for the idiom of earnings reports.

A report that gives a quarter's figures compares them with "a year ago" and "the year-earlier period", and means the
same quarter of the year before.
"""

from __future__ import annotations

from ...knowledge import load
from .arithmetic import shift_months
from .grammar import Match
from .numbers import ordinal
from .points import step
from .scope import Scope, UndatedError, Value
from .stretches import quarter_value

MONTHS = 12


def quarter(match: Match, scope: Scope) -> Value | None:
    """Third-quarter, the 1988 second quarter, the fourth quarter of last year.

    Without a year it is the latest that has begun, or the coming one where the clause looks ahead.
    """
    word = match.one("ORDINAL", "SECOND")
    number = 4 if word == "final" else ordinal(word or "")
    if not 1 <= number <= 4:
        return None
    year = _year(match, scope)
    stated = match.one("YEAR") is not None
    if year is None:
        today = scope.today
        current = (today.month + 2) // 3
        year = today.year - (number > current)
        if scope.tense(match) == "future" and (number - current) % 4 == 1:
            year += number < current or year < today.year
    if match.one("AGO", "EARLIER"):
        return Value("DATE", f"{year - 1:04d}-Q{number}")
    value = f"{year:04d}-Q{number}"
    scope.memory.to_date = False
    if not stated and (scope.memory.quarter is None or value < quarter_value(scope.today)):
        scope.memory.quarter = value
    return Value("DATE", value, "stated" if stated else "relative")


def months_quarter(match: Match, scope: Scope) -> Value | None:
    """The January-March quarter, the June quarter of 2024: the latest that has begun where no year is named."""
    months = [load("calendar")["months"][name] for name in match.all("MONTH", "MONTHABBR")]
    first = months[0] if len(months) > 1 else months[0] - 2
    if first not in (1, 4, 7, 10) or (months[-1] - first) != 2:
        return None
    number, stated = months[-1] // 3, match.one("YEAR")
    year = int(stated) if stated else scope.today.year - (number > (scope.today.month + 2) // 3)
    if not stated and match.one("YEARWORD"):
        year = scope.today.year + step(match)
    scope.memory.quarter, scope.memory.to_date = f"{year:04d}-Q{number}", False
    return Value("DATE", scope.memory.quarter, "stated" if stated else "relative")


def lettered(match: Match, scope: Scope) -> Value | None:
    """Q3 2024, 2024 Q3, H1 2025; without a year Q3 is the latest that has begun."""
    letter, digit = match.one("LETTER") or "", match.one("SMALL") or ""
    at = next(at for at in range(match.first, match.stop) if match.tokens.words[at] == letter)
    tight = (
        match.tokens.ends[at] == match.tokens.starts[at + 1] and match.tokens.text[match.tokens.starts[at]].isupper()
    )
    if not tight or digit not in ("1", "2", "3", "4")[: 4 if letter == "q" else 2]:
        return None
    year = match.one("YEAR")
    if year:
        return Value("DATE", f"{year}-{letter.upper()}{digit}", "stated")
    today = scope.today
    begun = int(digit) <= (today.month + 2) // 3
    return Value("DATE", f"{today.year - (not begun):04d}-Q{digit}") if letter == "q" else None


def half(match: Match, scope: Scope) -> Value | None:
    """The first half of 1989, last year's second half."""
    number = ordinal(match.one("ORDINAL", "SECOND") or "")
    year = _year(match, scope)
    if match.words[-1] == "half" and match.one("DASH") and not match.one("YEARWORD"):
        return _half_of_account(match, number, scope)
    if number not in (1, 2) or year is None:
        return None
    return Value("DATE", f"{year:04d}-H{number}", "stated" if match.one("YEAR") else "relative")


def _half_of_account(match: Match, number: int, scope: Scope) -> Value | None:
    """First-half profit: the half that is over or runs; none where that hangs on when the year of account begins."""
    if match.after() not in load("timex")["of_account"] or number not in (1, 2):
        return None
    second = scope.today.month > MONTHS // 2
    if number == 1 and not second:
        return Value("DATE", None, "undated")
    return Value("DATE", f"{scope.today.year - (not second):04d}-H{number}")


def _year(match: Match, scope: Scope) -> int | None:
    digits = match.one("YEAR")
    if digits:
        return int(digits)
    if match.one("YEARWORD") and match.one("THIS", "LAST", "PAST", "NEXT", "THE") and not match.one("AGO", "EARLIER"):
        if match.one("THE") and not match.one("THIS", "LAST", "PAST", "NEXT") and match.words[-1] != "year":
            return None
        return scope.today.year + step(match)
    return None


def quarter_before(match: Match, scope: Scope) -> Value | None:
    """A year ago, the year-earlier quarter, the same period last year, the 1988 period."""
    digits = match.one("YEAR")
    period = scope.memory.named if match.one("SAME") and match.one("PERIOD") else scope.memory.quarter
    if period and (match.one("QUARTER") or not scope.memory.to_date):
        year = int(digits) if digits else int(period[:4]) - 1
        return Value("DATE", f"{year:04d}{period[4:]}")
    if digits:
        return Value("DATE", digits, "stated")
    if match.one("QUARTER"):
        return Value("DATE", quarter_value(shift_months(scope.today, -15)))
    return Value("DATE", f"{scope.today.year - 1:04d}")


def _ended(match: Match, scope: Scope) -> str | None:
    """The quarter that "the quarter ended Sept. 30" names, or None where it is none of the calendar's quarters."""
    number = load("calendar")["months"].get(match.after(2))
    if not match.one("QUARTER") or match.after() not in ("ended", "ending") or number is None or number % 3:
        return None
    today = scope.today
    return f"{today.year - (number > today.month):04d}-Q{number // 3}"


def quarter_reference(match: Match, scope: Scope) -> Value | None:
    """The quarter, the latest period, this quarter: the one that the report is about."""
    ended = _ended(match, scope)
    if ended:
        scope.memory.quarter = ended
        return Value("DATE", ended)
    period, word = scope.memory.quarter, match.one("REFERENCE")
    if word == "current":
        return Value("DATE", quarter_value(scope.today))
    if word or (match.one("PERIOD") and not (period and match.one("LATEST"))):
        return None
    if match.one("NEXT"):
        return Value("DATE", quarter_value(shift_months(scope.today, 3)))
    if match.one("LAST") or (match.one("LATEST") and not period):
        return Value("DATE", quarter_value(shift_months(scope.today, -3)))
    if not period and not match.one("THIS"):
        raise UndatedError
    return Value("DATE", period or quarter_value(scope.today))
