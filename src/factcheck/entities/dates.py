"""Dates of isolated strings: date lines, by-lines, metadata. Running text is not for this module."""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from ..knowledge import load
from ..models import Interval
from ..text import Range

MAX_LENGTH = 200
"""Longest string that is read as a date, in code points: a longer one is prose, and may speak of any day."""

MAX_FOREIGN = 80
"""Longest string that is read as a date in another language, in code points. Weekday, day, month, year, time and zone
take some 60 of them. On what is no date ``dateparser`` tries all its languages, the longer the more words there are."""

# A fixed base keeps today's clock out; it is never part of a result.
_FIRST_DAY = datetime(1, 1, 1)
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d./-])(\d\d?)([-/.])(\d\d?)\2(\d\d)(?![\d./-])")
_AMERICAN = re.compile(r"(?<![^\W\d_])(?:E|C|M|P|AK)[SD]?T(?![^\W\d_])")
_THIS_CENTURY = 70
"""Years of two digits below this are of the 2000s, the others of the 1900s, as in POSIX but for 69."""
_DAY_IN_DIGITS = re.compile(r"(?<!\d)\d\d?(?!\d)")
_LETTER = re.compile(r"[^\W\d_]")


def read_date(text: str) -> Interval | None:
    """The day (or the month or year, where no more is given) that an isolated string names, or None.

    Nothing is guessed: a missing year, an order of day and month that can't be known ("02/03/2025"), or two different
    dates in one string give None. A weekday beside such digits tells their order, and so does an American time zone.
    The day is taken as written; a time zone does not shift it. Strings in other languages than English, with the day in
    digits, are read by ``dateparser`` in its strict mode, which never looks at today's clock.
    """
    if len(text) > MAX_LENGTH:
        return None
    text = _SHORT_YEAR.sub(_whole_year, text)
    if not _FOUR_DIGITS.search(text):
        return _compact(text)
    days = {day for match in day_pattern().finditer(text) for day in _days(match)}
    if days:
        days = days if len(days) == 1 else _in_order(text, days)
        return days.pop() if len(days) == 1 and None not in days else None
    whole = _month_pattern().fullmatch(text.strip())
    if whole:
        return _month(whole)
    could_be = len(text) <= MAX_FOREIGN and _LETTER.search(text) and _DAY_IN_DIGITS.search(text)
    return _foreign(text) if could_be else None


def readings(text: str) -> set[date]:
    """The days that a date in digits can mean, day and month in either order, where they are more than one."""
    text = _SHORT_YEAR.sub(_whole_year, text)
    days = {day.start for match in day_pattern().finditer(text) for day in _days(match) if day}
    return days if len(days) > 1 and len(_FOUR_DIGITS.findall(text)) == 1 else set()


def find_day(text: str) -> Range | None:
    """Where the first day of ``text`` that has its year stands, with the weekday before it."""
    match = day_pattern().search(text) or _SHORT_YEAR.search(text)
    if match is None:
        return None
    weekday = _weekday_before().search(text, 0, match.start())
    return (weekday.start() if weekday else match.start()), match.end()


def find_yearless(text: str) -> Range | None:
    """Where the first day of ``text`` that has a month and no year stands, with the weekday before it."""
    match = _yearless().search(text)
    return match.span() if match else None


def opens_with_weekday(text: str) -> bool:
    """Whether the first word of ``text`` is a weekday's name."""
    return bool(weekday_pattern().match(text))


def _whole_year(match: re.Match[str]) -> str:
    first, mark, second, year = match.groups()
    return f"{first}{mark}{second}{mark}{19 if int(year) >= _THIS_CENTURY else 20}{year}"


def _in_order(text: str, days: set[Interval | None]) -> set[Interval | None]:
    """Those of the days that fall on the only weekday that ``text`` names.

    Where it names none and the time is that of an American zone, those that are written with the month before the day.
    """
    named = {load("calendar")["weekdays"][match[0].lower()] for match in weekday_pattern().finditer(text)}
    if named:
        return {day for day in days if day and named == {day.start.isoweekday()}}
    if not _AMERICAN.search(text):
        return days
    first = re.search(r"(?<!\d)\d{1,2}(?=[-/.]\d)", text)
    return {day for day in days if day and first and day.start.month == int(first[0])}


def _compact(text: str) -> Interval | None:
    """The day of ``20251128`` or ``20251128T101500Z``."""
    match = re.match(r"(\d{4})(\d\d)(\d\d)(?!\d)", text.strip()) if len(text) <= MAX_LENGTH else None
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


@lru_cache(maxsize=1)
def weekday_pattern() -> re.Pattern[str]:
    """A weekday's name, whole or short."""
    names = "|".join(sorted(load("calendar")["weekdays"], key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"{weekday_pattern().pattern}\.?,?\s?(?:the\s)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _yearless() -> re.Pattern[str]:
    months = "|".join(sorted(load("calendar")["months"], key=len, reverse=True))
    return re.compile(
        rf"""(?:{weekday_pattern().pattern}\.?,?\s(?:the\s)?)?
        (?:\b(?:{months})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?
        | (?<![\d.,/-])\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{months})\b\.?)(?![\d/-]|,?\s\d{{4}})""",
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )


@lru_cache(maxsize=1)
def day_pattern() -> re.Pattern[str]:
    """A day with its month and its year of four digits, in words or in digits."""
    months = "|".join(sorted(load("calendar")["months"], key=len, reverse=True))
    return re.compile(
        rf"""
        (?<![\d.,/-])(?:
          (?P<iso_y>\d{{4}})(?P<sep>[-/.])(?P<iso_m>\d\d?)(?P=sep)(?P<iso_d>\d\d?)
        | (?P<a>\d\d?)(?P<sep2>[-/.])(?P<b>\d\d?)(?P=sep2)(?P<num_y>\d{{4}})
        | (?P<d1>\d\d?)(?:st|nd|rd|th)?\s?+(?:of\s|day\sof\s|[-])?(?P<m1>{months})\b\.?[,\s-]{{1,2}}(?P<y1>\d{{4}})
        )(?!\d)
        | \b(?P<m2>{months})\b\.?[\s-]?\s?(?P<d2>\d\d?)(?:st|nd|rd|th)?\s?[,-]?\s?+(?P<y2>\d{{4}})(?!\d)
        """,
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )


@lru_cache(maxsize=1)
def _month_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(load("calendar")["months"], key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<name>{months})\.?,?\s)?(?P<y>\d{{4}})|(?P<iso>\d{{4}})-(?P<m>\d\d)", re.IGNORECASE | re.ASCII
    )


def _days(match: re.Match[str]) -> Iterator[Interval | None]:
    """What one match can mean: one day, or two where day and month may be swapped, or None for no day."""
    months = load("calendar")["months"]
    if match["iso_y"]:
        yield _day(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    elif match["num_y"]:
        year, a, b = int(match["num_y"]), int(match["a"]), int(match["b"])
        yield from {day for day in (_day(year, a, b), _day(year, b, a)) if day} or (None,)
    elif match["m1"]:
        yield _day(int(match["y1"]), months[match["m1"].lower()], int(match["d1"]))
    else:
        yield _day(int(match["y2"]), months[match["m2"].lower()], int(match["d2"]))


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Interval(start=found, end=found)


def _month(match: re.Match[str]) -> Interval | None:
    name = match["name"]
    year = int(match["y"] or match["iso"])
    first, last = 1, 12
    if name or match["m"]:
        first = last = load("calendar")["months"][name.lower()] if name else int(match["m"])
    if not (date.min.year <= year and 1 <= first <= last <= 12):
        return None
    return Interval(start=date(year, first, 1), end=date(year, last, monthrange(year, last)[1]))


@lru_cache(maxsize=1_000)
def _foreign(text: str) -> Interval | None:
    """The day of a string in another language. ``dateparser`` is slow to import, hence only here."""
    from dateparser.date import DateDataParser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser still uses calls that Python has deprecated
        found = DateDataParser(
            settings={
                "STRICT_PARSING": True,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
                "RELATIVE_BASE": _FIRST_DAY,
            }
        ).get_date_data(text.strip())
    moment = found.date_obj
    if moment is None or f"{moment.year:04d}" not in _FOUR_DIGITS.findall(text):
        return None
    return _day(moment.year, moment.month, moment.day)
