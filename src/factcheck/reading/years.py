"""Years: which day of publication is meant where its year is not stated ("LENN, March 3 (Northern Wire) —")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ..entities.dates import day_pattern, find_yearless, read_date, readings, weekday_pattern
from ..knowledge import load
from ..models import Article, Interval

NEAR = timedelta(days=45)
"""A day that an article gives in full tells the year of its publication where it lies no further from it than this."""

_ONE_DAY = timedelta(days=1)
_NEARBY = range(-NEAR.days, NEAR.days + 1)

_ANNIVERSARY = re.compile(r"\b(?:anniversary|years (?:ago|after|later|since|to the day))\b", re.IGNORECASE)
_RECORD = re.compile(r"[^/!:]*(?::\d+)?$")
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n\d]{0,40}((?:19|20)\d\d)\b", re.IGNORECASE)
_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=[/_.-]?[01]\d(?:[/_.-]?[0-3]\d)?(?!\d))")
_YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%-]|[.,]\d)")
_NUMBER = re.compile(r"\d{1,2}")
_LETTERS = re.compile(r"[^\W\d_]+")


def complete(stated: str, text: str, *names: str) -> Interval | None:
    """The day that ``stated`` names without its year, in the year that the article gives elsewhere, or None.

    The year is that in its address or its file's name, else that of days near by that the text gives in full, where it
    is the latest year of the text and the weekdays of the text fit, else that of its copyright line. A weekday in
    ``stated`` has to fit in any case.

    Args:
        stated: The day and month, maybe with a weekday.
        text: The whole text of the article.
        names: Its address and the name of its file.
    """
    paths = (int(year) for name in names for year in _PATH.findall(name))
    for years in (paths, _near(stated, text), map(int, _RIGHTS.findall(text))):
        found = {made for year in years if (made := _day(stated, year))}
        if found:
            return _only(found)
    return None


class Beside:
    """The days of publication of the articles that lie side by side: in one folder, archive or table."""

    def __init__(self) -> None:
        self._days: defaultdict[str, set[int]] = defaultdict(set)
        self._years: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, article: Article) -> None:
        """Take in an article whose day is stated."""
        if article.published and article.published.start == article.published.end:
            where, day = _RECORD.sub("", article.origin), article.published.start
            self._days[where].add(day.toordinal())
            self._years[where] |= {day.year - 1, day.year, day.year + 1}

    def complete(self, article: Article, stated: str) -> Article:
        """``article`` with the one day that ``stated`` can mean near the days beside it, if there is one.

        What is missing is the year, or which of two numbers is the month.
        """
        where = _RECORD.sub("", article.origin)
        made = {day for year in self._years[where] if (day := _day(stated, year))} | readings(stated)
        published = _only({day for day in made if any(day.toordinal() + near in self._days[where] for near in _NEARBY)})
        if published is None:
            return article
        known = article.model_dump(exclude={"id"})
        return Article.model_validate(known | {"published": published, "assumed": (*article.assumed, "published")})


def _near(day: str, text: str) -> Iterator[int]:
    """The years of the days in ``text`` that lie near ``day`` in one of the years about them.

    News names the weekday of its day or of the day before; a look back at what happened years ago names neither.
    """
    latest = max(map(int, _YEAR.findall(text)), default=date.min.year)
    named = {_weekday(match[0]) for match in weekday_pattern().finditer(text)}
    for match in () if _ANNIVERSARY.search(text) else day_pattern().finditer(text):
        told = read_date(match[0])
        for year in range(told.start.year - 1, told.start.year + 2) if told else ():
            made = _day(day, year)
            near = told and made and year >= latest and abs(made - told.start) <= NEAR
            if made and near and not (named and named.isdisjoint({made.isoweekday(), (made - _ONE_DAY).isoweekday()})):
                yield year


def _day(day: str, year: int) -> date | None:
    """``day`` in that year, if there is such a day and it falls on the weekday that is told with it."""
    span, months = find_yearless(day), load("calendar")["months"]
    if span is None:
        return None
    day = day[slice(*span)]
    named = [word.lower() for word in _LETTERS.findall(day)]
    month, number = next(months[word] for word in named if word in months), _NUMBER.search(day)
    try:
        made = date(year, month, int(number[0]) if number else 0)
    except ValueError:
        return None
    weekday = weekday_pattern().search(day)
    return made if not weekday or made.isoweekday() == _weekday(weekday[0]) else None


def _weekday(name: str) -> int:
    return int(load("calendar")["weekdays"][name.lower()])


def _only(days: Iterable[date]) -> Interval | None:
    """The day, where there is one alone."""
    found = tuple(days)
    return Interval(start=found[0], end=found[0]) if len(found) == 1 else None
