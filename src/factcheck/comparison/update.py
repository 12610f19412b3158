"""What time explains of a difference: a count that grew, a birthday, a night between two days; how grave it then is."""

from __future__ import annotations

import re
from math import ceil, floor
from typing import Protocol

from ..entities.rounding import middle
from ..entities.times import grain, has_day, weekday
from ..entities.values import CASUALTIES, Value, are_slips
from ..models import Claim, Quantity, Severity, When
from .certainty import days_apart
from .context import Context

BIRTHDAY = 66
"""Days between two articles from which a birthday is three times as likely a reason for one year more as a slip: one
age in 18 is a slip, and one person in 18 has a birthday in 20 days."""

_NEAR = 24
"""Characters around a day in which the part of the day stands."""

_NIGHT = re.compile(r"\b(?:over)?night\b|\bevening\b|\bmidnight\b|\bearly\b|\blate\b|\bdawn\b", re.IGNORECASE)

Weighed = tuple[str, Severity, str]
"""The nature of a difference, its severity, and the reason."""


class Told(Protocol):
    """A value that a claim states."""

    @property
    def claim(self) -> Claim:
        """The claim."""

    @property
    def value(self) -> Value:
        """The value."""


def weigh(pair: tuple[Told, Told], context: Context) -> Weighed:
    """What sort of difference two values are that can't both be right, how grave it is, and why."""
    a, b = pair[0].value, pair[1].value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _numbers(pair, a, b, context)
    if isinstance(a, When) and isinstance(b, When):
        return _days(pair, a, b)
    if are_slips(a, b):
        return "different", "medium", "The addresses are alike but for a part, and no house or corner fits both."
    return "different", "medium", "The two names stand in like statements, and neither is a part of the other."


def _numbers(pair: tuple[Told, Told], a: Quantity, b: Quantity, context: Context) -> Weighed:
    days = _later(pair, context)
    if days and a.kind == "age" and abs(days) >= BIRTHDAY:
        more = (middle(b) - middle(a)) * (1 if days > 0 else -1)
        if more > 0 and floor(abs(days) / 366) <= more <= ceil(abs(days) / 365):
            return "birthday", "low", "The person may have had a birthday between the two days of publication."
    if days and a.counted in CASUALTIES and (middle(b) - middle(a)) * days > 0:
        reason = "The article that was published later gives the higher number: it may have risen in between."
        return "updated", "low", reason
    reason = "The numbers can't both be right, and rounding does not explain the difference."
    return "different", "high" if a.counted == CASUALTIES[0] else "medium", reason


def _later(pair: tuple[Told, Told], context: Context) -> int | None:
    """The days from the publication of the first article to that of the second; None where one has no day."""
    one, other = (context.articles[told.claim.article_id].published for told in pair)
    return (other.start - one.start).days if one and other else None


def _days(pair: tuple[Told, Told], a: When, b: When) -> Weighed:
    if not (has_day(a) and has_day(b)) or (a.start and a.start == b.start and a.end == b.end):
        return "time", "medium", "No hour fits both."
    nature = next((p for p in ("year", "month") if p in (grain(a), grain(b))), "day")
    if nature != "day":
        return nature, "high", f"No {nature} fits both."
    return _near_days(pair, a, b)


def _near_days(pair: tuple[Told, Told], a: When, b: When) -> Weighed:
    apart = days_apart(a, b)
    if not (a.start and b.start):
        reason = "The days differ by name. One is not placed on the calendar, so that the weeks may differ too."
        return "weekday", "medium", reason
    if apart == 1 and any(_NIGHT.search(_around(told)) for told in pair):
        return "day", "low", "No day fits both; but the night reaches from one of the days into the other."
    if apart % 7 == 0 and weekday(a) == weekday(b) is not None:
        return "day", "low", "No day fits both; but both name the same weekday, and the weeks differ."
    if apart == 1:
        reason = "No day fits both. They are one day apart, as a difference of time zones may make them."
        return "day", "medium", reason
    return "day", "high", f"No day fits both: they are {apart} days apart."


def _around(told: Told) -> str:
    content, span = told.claim.content, told.value.span or told.claim.content.span
    at = content.span.start
    return content.text[max(0, span.start - at - _NEAR) : span.end - at + _NEAR]
