"""Rules for points of the calendar: days of a month, and months."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from ...entities.dates import read_date
from ...knowledge import load
from .arithmetic import shift_months, week_value
from .grammar import Match
from .numbers import ordinal, spoken_year
from .scope import Scope, UndatedError, Value
from .tense import REACH, opens_sentence
from .tokens import codes

AHEAD = ("future", "until")
"""The tenses of a clause that looks ahead."""

CLOSE, NEAR = 4, 8
"""How many words away a verb of the past may stand to take a day without a year into the past, and to take it there
unless an update explains it; past that, the nearest day is right more often (151 of 160 on TimeBank, AQUAINT and
MEANTIME)."""

NEAREST = 6
"""Months that a month behind "by" or "until" must lie back to be rather the coming one."""

SOON = timedelta(31)
"""How far ahead a day without a year may lie that a verb of the past does not stand close to: "led the field before the
vote Feb. 1"; what lies eleven months back or more is told with its year."""

UPDATED = timedelta(7)
"""How long after its publication day an article may be brought up to date: a past day may lie as much ahead."""

HINT_REACH = timedelta(31)
"""How far from the only full date of an undated text a day without a year may lie to take its year from there."""


def full_date(match: Match, _: Scope) -> Value | None:
    """2025-11-28, 28/11/2025; none where day and month may be swapped."""
    found = read_date(match.tokens.text[match.start : match.end])
    return Value("DATE", found.start.isoformat(), "stated") if found else None


def month_day(match: Match, scope: Scope) -> Value | None:
    """November 28, 28 November 2025, Nov. 3 to 5.

    Without a year, a clause in the past means the latest such day, one that looks ahead the next, any other the
    nearest. A weekday that is named with it must fit where one of the years near allows it.
    """
    month = month_number(match)
    numbers = [ordinal(word) for word in match.all("SMALL", "ORDINAL")]
    year = match.one("YEAR") or year_behind(match, month) or _of_history(match, month, numbers[0], scope)
    first = _in_year(int(year), month, numbers[0]) if year else None
    if year is None:
        first = _year_for(match, scope, month, numbers[0])
    if first is None:
        return None
    value = first.isoformat()
    if len(numbers) > 1 and numbers[1] > numbers[0] and _in_year(first.year, month, numbers[1]):
        value += f"/{numbers[1]:02d}"
    return Value("DATE", value, "stated" if year or scope.published is None else "relative")


def _of_history(match: Match, month: int, day: int, scope: Scope) -> str | None:
    """The year of a day that the press names without one: "the Sept. 11 attacks"."""
    year, *nouns = load("holidays")["attacks"].get(f"{month:02d}-{day:02d}", ("",))
    known = scope.published is not None and scope.published.isoformat() > f"{year}-{month:02d}-{day:02d}"
    return year if known and {match.after(), match.after(2)} & set(nouns) else None


def _year_for(match: Match, scope: Scope, month: int, day: int) -> date | None:
    if scope.published is None:
        return _near_hint(scope, month, day)
    today = scope.today
    near = [d for year in (-1, 0, 1) if (d := _in_year(today.year + year, month, day))]
    if not near:
        return None
    weekday = match.one("WEEKDAY", "WEEKDAYABBR")
    if weekday:
        near = [d for d in near if d.isoweekday() == load("calendar")["weekdays"][weekday]] or near
    tense = scope.tense(match)
    if match.one("LAST") or (tense != "future" and scope.tense(match, CLOSE, behind=False) == "past"):
        near = [d for d in near if d <= today] or near
    elif (
        tense != "future" and scope.tense(match, REACH if opens_sentence(match.tokens, match.first) else NEAR) == "past"
    ):
        near = [d for d in near if d <= today + SOON] or near
    elif tense == "future" and match.before() not in ("by", "until", "till", "through"):
        near = [d for d in near if d >= today] or near
    return min(near, key=lambda d: abs(d - today))


def year_behind(match: Match, month: int) -> str | None:
    """The year that a later member of its list or range names: "between March and June 2020", "Nov. 3 to Feb. 5, 2020".

    A range that ends in an earlier month began in the year before.
    """
    found = _list_behind().match(match.tokens.codes, match.stop)
    if found is None:
        return None
    last = Match(match.tokens, match.rule, found.start(), found.end())
    names, year = last.all("MONTH", "MONTHABBR"), int(last.all("YEAR")[0])
    ends = int(load("calendar")["months"][names[-1]]) if names else month
    if bool(match.one("SMALL", "ORDINAL")) != bool(last.one("SMALL", "ORDINAL")):
        return None
    ranged = last.words[0] in ("to", "through", "until", "-") or match.before() in ("from", "between")
    return str(year - (ranged and len(names) == 1 and ends < month))


@lru_cache(maxsize=1)
def _list_behind() -> re.Pattern[str]:
    """What goes on with months or days of months up to one with its year."""
    code = codes()
    month = f"(?:{code['MONTH']}|{code['MONTHABBR']}{code['DOT']}?)"
    number = f"[{code['SMALL']}{code['ORDINAL']}]"
    joint = f"(?:{code['COMMA']}{code['TO']}?|{code['TO']}|{code['DASH']})"
    member = f"(?:{month}{number}?|{number}{month})"
    return re.compile(f"(?:{joint}{member}){{1,6}}(?:{code['COMMA']}|{code['OF']})?{code['YEAR']}")


def _near_hint(scope: Scope, month: int, day: int) -> date | None:
    """In an undated text, the day that lies close by the only full date that the text states."""
    hint = scope.hint
    if hint is None:
        raise UndatedError
    near = [d for year in (-1, 0, 1) if (d := _in_year(hint.year + year, month, day))]
    close = [d for d in near if abs(d - hint) <= HINT_REACH]
    if len(close) != 1:
        raise UndatedError
    return close[0]


def _in_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(match: Match) -> int:
    """The number of the month that an expression names."""
    return int(load("calendar")["months"][match.one("MONTH", "MONTHABBR")])


def month_year(match: Match, scope: Scope) -> Value | None:
    """November 2025, June last year."""
    month = month_number(match)
    year = year_named(match, scope)
    if year is None:
        return None
    stated = match.one("YEAR", "NUMBER") is not None
    return Value("DATE", f"{year:04d}-{month:02d}", "stated" if stated else "relative")


def year_named(match: Match, scope: Scope) -> int | None:
    """The year that an expression names in digits, in words, or as this, last or next year."""
    digits = match.one("YEAR")
    if digits:
        return int(digits)
    if match.one("NUMBER"):
        return spoken_year(match.all("NUMBER"))
    if match.one("SAME", "THAT"):
        return scope.memory.year
    if match.one("YEARWORD"):
        return scope.today.year + step(match)
    return None


def step(match: Match) -> int:
    """Which way an expression points: -1 for last, 1 for next, 0 for this."""
    if match.one("LAST", "PAST"):
        return -1
    return 1 if match.one("NEXT") else 0


def month(match: Match, scope: Scope) -> Value | None:
    """October, last October, early November: past unless the clause looks ahead."""
    name = match.one("MONTH", "MONTHABBR") or ""
    shared = year_behind(match, month_number(match)) if not match.one("LAST", "PAST", "NEXT", "THIS") else None
    if not shared and len(match.words) == 1 and not _is_month(match, name):
        return None
    if shared:
        return Value("DATE", f"{shared}-{month_number(match):02d}", "stated")
    number, today = month_number(match), scope.today
    back = (today.month - number) % 12
    if match.one("LAST", "PAST"):
        months = -(back or 12)
    elif match.one("NEXT") or (not match.one("THIS") and _is_to_come(match, scope, back)):
        months = (12 - back) % 12
    elif match.one("THIS"):
        months = number - today.month
    else:
        months = -back
    return Value("DATE", shift_months(today, months).isoformat()[:7])


def _is_to_come(match: Match, scope: Scope, back: int) -> bool:
    """Whether a month that was so many months back is meant as the coming one: by tense; behind "by" the nearest."""
    tense = scope.tense(match)
    return tense == "future" or (tense == "until" and back not in range(1, NEAREST))


def _is_month(match: Match, name: str) -> bool:
    """Whether a lone word for a month means one: names and verbs that look alike ("May", "march") stand elsewhere."""
    table = load("timex")
    if name in table["month_names"]:
        following = match.tokens.text[match.end : match.end + 2]
        if match.before() in ("in", "since", "until", "during"):
            return match.after(2) not in ("'", "’")
        return not (following[:1] == " " and following[1:].isupper())
    if name in table["month_abbreviations"]:
        return match.before() == "in" or match.after() == "."
    return name not in table["month_verbs"] or match.before() in table["month_context"]


def day_of_month(match: Match, scope: Scope) -> Value | None:
    """On the 24th, Friday the 14th: in this month or the one beside it, by the tense or the weekday.

    None in words ("on the third"), before a noun ("on the 24th floor"), or where the text named another month last.
    """
    word, weekday = match.words[-1], match.one("WEEKDAY")
    if not word[0].isdigit() or not (weekday or ends_clause(match)):
        return None
    today, number = scope.today, ordinal(word)
    months = [shift_months(today, months) for months in (range(-6, 7) if weekday else (-1, 0, 1))]
    near = [day for month in months if (day := _in_year(month.year, month.month, number))]
    if weekday:
        near = [day for day in near if day.isoweekday() == load("calendar")["weekdays"][weekday]]
    elif (tense := scope.tense(match)) is not None:
        near = [day for day in near if (day >= today if tense != "past" else day <= today)]
    found = min(near, key=lambda day: abs(day - today), default=None)
    other = scope.memory.named if not weekday else None
    return (
        Value("DATE", found.isoformat()) if found and (other is None or found.isoformat().startswith(other)) else None
    )


def day_of_unit(match: Match, scope: Scope) -> Value | None:
    """The 17th of this month, the 4th of the month: without "this" or the like, by the tense."""
    if match.one("UNIT") != "month":
        return None
    number, today = ordinal(match.words[1]), scope.today
    if match.one("THIS", "LAST", "NEXT"):
        months = [shift_months(today, step(match))]
    else:
        months = [shift_months(today, way) for way in (-1, 0, 1)]
    near = [day for month in months if (day := _in_year(month.year, month.month, number))]
    return _by_tense(match, scope, near)


def _by_tense(match: Match, scope: Scope, near: list[date]) -> Value | None:
    """Of some days the nearest that the tense allows."""
    tense = scope.tense(match)
    fit = [
        day for day in near if tense is None or (day >= scope.today if tense != "past" else day <= scope.today)
    ] or near
    found = min(fit, key=lambda day: abs(day - scope.today), default=None)
    return Value("DATE", found.isoformat()) if found else None


def week_of(match: Match, scope: Scope) -> Value | None:
    """The week of May 6, the week ending 10 May, the weekend of May 11; behind another unit ("the day") the day."""
    at = match.first + (match.words[0] == "the")
    found = month_day(Match(match.tokens, "month_day", at + 2, match.stop), scope)
    unit = match.tokens.words[at]
    if (
        found is None
        or found.value is None
        or unit not in ("week", "weekend")
        or match.tokens.words[at + 1] not in load("timex")["week_by"]
    ):
        return found
    return found._replace(value=week_value(date.fromisoformat(found.value)) + ("-WE" if unit == "weekend" else ""))


def ends_clause(match: Match) -> bool:
    """Whether no noun follows that the ordinal could count."""
    behind = match.after()
    return not behind[:1].isalnum() or behind in load("timex")["behind_day"]
