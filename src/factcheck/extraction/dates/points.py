"""Rules for points of the calendar: days, weekdays, months, years, decades and seasons."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from ...entities.dates import read_date
from ...knowledge import load, words
from ..addresses import number_ranges
from .arithmetic import shift_months, week_value
from .grammar import Match
from .numbers import cardinal, ordinal, spoken_year
from .scope import Scope, UndatedError, Value
from .tense import REACH, opens_sentence
from .tokens import codes

AHEAD = ("future", "until")
"""The tenses of a clause that looks ahead."""

CLOSE, NEAR = 4, 8
"""How many words away a verb of the past may stand to take a day without a year into the past, and to take it there
unless an update explains it; past that, the nearest day is right more often (151 of 160 on TimeBank, AQUAINT and
MEANTIME)."""

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
    year = match.one("YEAR") or _of_history(match, month, numbers[0], scope)
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
    if match.one("LAST") or (tense != "future" and scope.tense(match, CLOSE) == "past"):
        near = [d for d in near if d <= today] or near
    elif (
        tense != "future" and scope.tense(match, REACH if opens_sentence(match.tokens, match.first) else NEAR) == "past"
    ):
        near = [d for d in near if d <= today + UPDATED] or near
    elif tense == "future":
        near = [d for d in near if d >= today] or near
    return min(near, key=lambda d: abs(d - today))


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
    if len(match.words) == 1 and not _is_month(match, name):
        return None
    number, today = month_number(match), scope.today
    back = (today.month - number) % 12
    if match.one("LAST", "PAST"):
        months = -(back or 12)
    elif match.one("NEXT") or (scope.tense(match) in AHEAD and not match.one("THIS")):
        months = (12 - back) % 12
    elif match.one("THIS"):
        months = number - today.month
    else:
        months = -back
    return Value("DATE", shift_months(today, months).isoformat()[:7])


def _is_month(match: Match, name: str) -> bool:
    """Whether a lone word for a month means one: names and verbs that look alike ("May", "march") stand elsewhere."""
    table = load("timex")
    if name in table["month_names"]:
        following = match.tokens.text[match.end : match.end + 2]
        return not (following[:1] == " " and following[1:].isupper())
    if name in table["month_abbreviations"]:
        return match.before() == "in" or match.after() == "."
    return name not in table["month_verbs"] or match.before() in table["month_context"]


def weekday(match: Match, scope: Scope) -> Value | None:
    """Friday, late Friday evening: the latest one, the same day included, unless the clause looks ahead."""
    name = match.one("WEEKDAY", "WEEKDAYABBR") or ""
    if match.one("WEEKDAYABBR") and not match.one("LAST", "NEXT", "THIS") and match.before() != "on":
        return None
    if match.before() in load("holidays")["weekday_names"] or _in_a_name(match):
        return None
    number, today = int(load("calendar")["weekdays"][name]), scope.today
    if match.before() == "that" and (_parts(match) or match.before(2) in ("on", "early", "late", "by", "until")):
        day = _beside_named(scope, number)
    elif match.one("UNIT"):
        week = today + timedelta(7 * step(match))
        day = week + timedelta(number - week.isoweekday())
    else:
        day = _weekday_near(match, scope, number)
    return with_part(match, day)


def _beside_named(scope: Scope, number: int) -> date:
    """The weekday that is nearest to the day that the text named last, or that day: "early that Sunday morning"."""
    if scope.memory.day is None:
        raise UndatedError
    named = date.fromisoformat(scope.memory.day)
    return named + timedelta((number - named.isoweekday() + 3) % 7 - 3)


def _in_a_name(match: Match) -> bool:
    """Whether the weekday is part of a name: "The Sunday Times", "the Mail on Sunday", "Solomon Sunday"."""
    tokens, text = match.tokens, match.tokens.text
    behind = text[match.end : match.end + 2]
    named = behind[:1] == " " and behind[1:].isupper() and match.after() not in load("calendar")["months"]
    if match.one("THE") or match.before() == "the":
        return named or any(text[tokens.starts[at]].isupper() for at in _parts(match))
    if match.before() == "on" and match.before(2) in load("holidays")["papers_on"]:
        return match.before(3) != "daily"
    before = match.before()
    given = before in words("given_names", "male") or before in words("given_names", "female")
    spoken_to = match.before(2) in ("said", "told", "asked")
    return given and text[tokens.starts[match.first - 1]].isupper() and not spoken_to


def _parts(match: Match) -> list[int]:
    """Where the parts of the day stand in an expression."""
    return [at for at in range(match.first, match.stop) if match.tokens.words[at] in load("timex")["parts"]]


def _weekday_near(match: Match, scope: Scope, number: int) -> date:
    today = scope.today
    back = (today.isoweekday() - number) % 7
    if match.one("LAST", "PAST"):
        return today - timedelta(back or 7)
    if "following" in match.words and not _governs_noun(match):
        if scope.memory.day is None:
            raise UndatedError
        named = date.fromisoformat(scope.memory.day)
        return named + timedelta((number - named.isoweekday() - 1) % 7 + 1)
    if match.one("NEXT") and "following" not in match.words:
        return today + timedelta(7 - back)
    tense = scope.tense(match)
    if tense in AHEAD or (match.one("THIS") and tense != "past"):
        return today + timedelta(-back % 7)
    return today - timedelta(back)


def weeks_apart(match: Match, today: date) -> int:
    """Days to the other reading of "next Friday" or "last Monday", where that day lies in the week of ``today``.

    Some mean by "next Friday" the coming one, others that of the week to come; so with "last". 0 without such a doubt.
    """
    if match.one("UNIT") or not match.one("WEEKDAY", "WEEKDAYABBR"):
        return 0
    number = int(load("calendar")["weekdays"][match.one("WEEKDAY", "WEEKDAYABBR") or ""])
    if "next" in match.words and number > today.isoweekday():
        return 7
    return -7 if "last" in match.words and number < today.isoweekday() else 0


def _governs_noun(match: Match) -> bool:
    """Whether "following" means "after" and governs what the day belongs to: "following Friday's vote"."""
    return match.words[0] == "following" and match.after() in ("'", "’") and match.before() != "the"


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


def ends_clause(match: Match) -> bool:
    """Whether no noun follows that the ordinal could count."""
    behind = match.after()
    return not behind[:1].isalnum() or behind in load("timex")["behind_day"]


def week_on(match: Match, scope: Scope) -> Value | None:
    """Friday week, a week on Friday, two weeks from Monday, tomorrow week: that many weeks after the coming day."""
    written = match.tokens.text[match.start : match.end]
    if (match.before() == "for" and scope.tense(match) != "future") or "Week" in written:
        return None
    today = scope.today
    name = match.one("WEEKDAY", "WEEKDAYABBR")
    if name:
        day = today + timedelta((int(load("calendar")["weekdays"][name]) - today.isoweekday()) % 7)
    else:
        day = today + timedelta(match.one("DAYNAME") == "tomorrow")
    amount = cardinal(match.all("NUMBER", "SMALL")) or 1
    fortnights = "fortnight" in match.words or "fortnights" in match.words
    return Value("DATE", (day + timedelta(7 * int(amount) * (1 + fortnights))).isoformat())


def with_part(match: Match, day: date) -> Value:
    """The day, or the part of it that the expression names."""
    part = match.one("PART", "NIGHT", "OVERNIGHT", "TONIGHT", "TWILIGHT")
    if part is None:
        return Value("DATE", day.isoformat())
    return Value("TIME", f"{day.isoformat()}T{load('timex')['parts'].get(part, 'NI')}")


def day(match: Match, scope: Scope) -> Value | None:
    """Today, yesterday, tomorrow, with or without a part of the day."""
    shift = {"yesterday": -1, "tomorrow": 1}.get(match.one("DAYNAME") or "", 0)
    return with_part(match, scope.today + timedelta(shift))


def part_of_day(match: Match, scope: Scope) -> Value | None:
    """This morning, last night, tonight, overnight, mid afternoon; the next morning, after what the text named last."""
    if match.one("DAYNAME"):
        return day(match, scope)
    if {"following", "previous", "preceding"} & set(match.words) or (match.one("NEXT") and match.before() == "the"):
        if scope.memory.day is None:
            raise UndatedError
        return with_part(match, date.fromisoformat(scope.memory.day) + timedelta(step(match)))
    return with_part(match, scope.today + timedelta(step(match)))


def weekdays(match: Match, _: Scope) -> Value | None:
    """Mondays, Tuesday nights: a set."""
    word = match.words[0].rstrip(".")
    number = load("calendar")["weekdays"].get(word) or load("calendar")["weekdays"][word.removesuffix("s")]
    return Value("SET", f"XXXX-WXX-{number}", "undated")


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


def week_of(match: Match, day: date) -> str:
    """The week of a day, or its weekend where the expression says so."""
    return week_value(day) + ("-WE" if match.one("UNIT") == "weekend" else "")
