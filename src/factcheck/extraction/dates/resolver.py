"""Resolution: from the expressions that the grammar found to times on the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from ...knowledge import load
from ...models import Interval, Precision, Span, TimexType, When
from ...record import made
from . import counted, days, durations, fiscal, holidays, parts, points, stretches, years
from .arithmetic import days_of
from .clock import clock
from .grammar import Match
from .scope import Scope, UndatedError, Value

Rule = Callable[[Match, Scope], Value | None]

_RULES: dict[str, tuple[Rule, TimexType]] = {
    "full_date": (points.full_date, "DATE"),
    "weekday_in_month": (counted.weekday_in_month, "DATE"),
    "weekday_beside": (counted.weekday_beside, "DATE"),
    "day_in_month": (counted.day_in_month, "DATE"),
    "beside": (counted.beside, "DATE"),
    "part_of": (parts.part_of, "TIME"),
    "small_hours": (parts.small_hours, "TIME"),
    "twilight": (parts.twilight, "TIME"),
    "month_day": (points.month_day, "DATE"),
    "day_month": (points.month_day, "DATE"),
    "month_year": (points.month_year, "DATE"),
    "part_of_year": (years.year, "DATE"),
    "lettered": (fiscal.lettered, "DATE"),
    "quarter": (fiscal.quarter, "DATE"),
    "half": (fiscal.half, "DATE"),
    "quarter_before": (fiscal.quarter_before, "DATE"),
    "quarter_reference": (fiscal.quarter_reference, "DATE"),
    "months_quarter": (fiscal.months_quarter, "DATE"),
    "week_of": (points.week_of, "DATE"),
    "day_of_unit": (points.day_of_unit, "DATE"),
    "ago_on": (stretches.ago_on, "DATE"),
    "running": (days.running, "DATE"),
    "ago": (stretches.ago, "DATE"),
    "apart": (durations.duration, "DURATION"),
    "unit_before": (stretches.unit_before, "DATE"),
    "part_of_day": (days.part_of_day, "TIME"),
    "weekday_of_month": (points.day_of_month, "DATE"),
    "day_of_month": (points.day_of_month, "DATE"),
    "week_on": (days.week_on, "DATE"),
    "weekday": (days.weekday, "DATE"),
    "weekdays": (days.weekdays, "SET"),
    "day": (days.day, "DATE"),
    "clock": (clock, "TIME"),
    "set": (durations.every, "SET"),
    "span": (durations.span, "DURATION"),
    "decade_or_century": (years.decade_or_century, "DATE"),
    "season": (years.season, "DATE"),
    "this": (stretches.this, "DATE"),
    "the": (stretches.the, "DATE"),
    "month": (points.month, "DATE"),
    "year": (years.year, "DATE"),
    "duration": (durations.duration, "DURATION"),
    "named_day": (holidays.named_day, "DATE"),
    "reference": (stretches.reference, "DATE"),
}
"""What resolves the expressions of a rule, and the type that they have where they can't be resolved."""


def resolve(found: Iterable[Match], scope: Scope) -> Iterator[When]:
    """The times of the expressions, in order. What turns out to be no time expression is left out."""
    for match in found:
        if _is_name(match):
            continue
        rule, fallback = _RULES[match.rule]
        try:
            value = rule(match, scope)
        except (UndatedError, OverflowError):
            value = Value("TIME" if match.one("PART", "NIGHT", "OVERNIGHT") else fallback, None, "undated")
        if value is not None:
            scope.remember(value, match)
            yield when(match, value, scope.published)


def _is_name(match: Match) -> bool:
    """Whether a word that needs no capital has one inside a sentence, as in "USA Today" or "the Daily News"."""
    tokens = match.tokens
    if match.rule not in ("day", "set", "reference", "part_of_day") or not tokens.text[match.start].isupper():
        return False
    if tokens.text[tokens.starts[max(0, match.first - 2)] : match.end].isupper():
        return match.before() in load("timex")["today_papers"]  # A text in capitals.
    return tokens.text[match.start - 1 : match.start] == " " and match.before()[-1:].isalnum()


def when(match: Match, value: Value, published: date | None = None) -> When:
    """The record of an expression with this value, in a text of that day."""
    told = value.type in ("DATE", "TIME") and value.basis != "undated"
    placed = days_of(value.value) if told and value.value else None
    interval: Interval | None
    precision: Precision
    interval, precision = placed or (None, "none")
    if interval and match.one("OVERNIGHT"):
        interval = _wider(interval, 1)
    elif interval and match.rule == "ago_on" and match.one("WEEKDAY", "WEEKDAYABBR"):
        interval = _wider(interval, 7)  # Some count from the last such day, others from the one of that week.
    elif interval and match.rule == "weekday" and published and (weeks := days.weeks_apart(match, published)):
        interval = Interval(
            start=interval.start + timedelta(min(weeks, 0)), end=interval.end + timedelta(max(weeks, 0))
        )
    elif interval and (match.rule == "ago" or _may_be_a_year(match)):
        interval = _wider(interval, _SLACK.get(precision, 0))
    return made(
        When,
        text=match.tokens.text[match.start : match.end],
        span=made(Span, start=match.start, end=match.end),
        type=value.type,
        value=value.value,
        start=interval.start if interval else None,
        end=interval.end if interval else None,
        precision=precision,
        basis=value.basis if interval else "undated",
        rule=match.rule,
    )


_SLACK: dict[Precision, int] = {"week": 4, "month": 15, "quarter": 275, "year": 183, "decade": 1826, "century": 18262}
"""Days by which "two years ago" may miss the year that it leads to: half of its unit; and "a year ago" the quarter."""


def _may_be_a_year(match: Match) -> bool:
    """Whether it is "a year ago", which means a quarter in a report on one, and else a year."""
    return match.rule == "quarter_before" and match.one("QUARTER", "PERIOD") is None


def _wider(interval: Interval, days: int) -> Interval:
    """The interval with some days more on both sides. "Overnight" may mean the night into the day or out of it."""
    try:
        return Interval(start=interval.start - timedelta(days), end=interval.end + timedelta(days))
    except OverflowError:
        return interval
