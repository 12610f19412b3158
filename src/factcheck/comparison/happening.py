"""Whether two days told of one happening contradict each other."""

from __future__ import annotations

import re
from datetime import date

from ..entities.happenings import happenings
from ..entities.slots import origin
from ..knowledge import words
from ..models import Claim, When
from .context import Context
from .date_words import weekday

WEEK = 6
"""Most days between two days told of one happening. Two that lie further apart are more likely of two."""

MONTH = 31
"""The same for a day on which something is to happen: what is still to come happens once."""

_NEAR = 24
"""Characters around a day in which the part of the day stands."""

_LATE = re.compile(r"\b(?:night|overnight|evening|midnight|late|(?:8|9|10|11)(?::\d\d)? ?p\.?m)\b", re.IGNORECASE)
_EARLY = re.compile(
    r"\b(?:overnight|midnight|early|(?:pre-?)?dawn|morning|(?:12|1|2|3|4|5)(?::\d\d)? ?a\.?m)\b", re.IGNORECASE
)
_PART = re.compile(r"\b(?:noon|afternoon|midday|[ap]\.?m)\b", re.IGNORECASE)

Told = tuple[Claim, When]
"""A narration, and the day that it tells."""


def contradict(a: Told, b: Told, context: Context) -> bool:
    """Whether two articles place one happening on days that can't both be right.

    Not so where the night between the days may be meant, where both name one weekday (the week was misread, then), or
    where one article has the other's day too, for a happening of the same sort.
    """
    if a[1].precision == b[1].precision in ("month", "year"):
        return not (_gives_another(a, context) or _gives_another(b, context))
    one, other = _day(a[1]), _day(b[1])
    if one is None or other is None:
        return False
    if (
        not 0 < abs((one - other).days) <= (MONTH if _planned(a, b, context) else WEEK)
        or weekday(a[1]) == weekday(b[1]) is not None
    ):
        return False
    if _gives(a, other, context) or _gives(b, one, context):
        return False
    first, second = (a, b) if one < other else (b, a)
    return abs((one - other).days) > 1 or not _one_night(first, second)


def happens_again(claim: Claim, when: When) -> bool:
    """Whether what a claim tells of a time happens again as the news goes on, such as an arrest."""
    return not _sorts(claim, when).isdisjoint(words("happenings", "repeated"))


def of_another_incident(one: str, other: str, context: Context) -> bool:
    """Whether all that befell somebody in one article, as far as it has days, befell after the other was published.

    A port that is struck twice in a week has two tolls.
    """
    days, others = _incident_days(one, context), _incident_days(other, context)
    if not (days and others):
        return False
    out, other_out = (context.articles[article].published for article in (one, other))
    return (other_out is not None and min(days) > other_out.end) or (out is not None and min(others) > out.end)


def _incident_days(article: str, context: Context) -> set[date]:
    """The days on which an article says that people came to harm."""
    befalling = words("happenings", "befalling")
    told = (claim for claim in context.by_article.get(article, ()) if claim.form == "narration")
    return {day for claim in told for when in claim.dates if (day := _day(when)) and _sorts(claim, when) & befalling}


def _day(when: When) -> date | None:
    return when.start if when.start == when.end else None


def _gives(told: Told, day: date, context: Context) -> bool:
    """Whether the article places a happening of the same sort on ``day`` as well."""
    sorts = _sorts(*told)
    return any(
        when.start is not None
        and when.end is not None
        and when.start <= day <= when.end
        and _sorts(claim, when) & sorts
        for claim in context.by_article.get(told[0].article_id, ())
        if claim.form == "narration"
        for when in claim.dates
    )


def _planned(a: Told, b: Told, context: Context) -> bool:
    """Whether both days lie behind the publication of both articles."""
    outs = [context.articles[claim.article_id].published for claim, _ in (a, b)]
    return all(out and when.start and when.start > out.end for out in outs for _, when in (a, b))


def _gives_another(told: Told, context: Context) -> bool:
    """Whether the article places a happening of the same sort in another month or year as well."""
    claim, own = told
    return any(
        when.start and when.end and own.start and own.end and (when.start > own.end or when.end < own.start)
        for other in context.by_article.get(claim.article_id, ())
        if other.form == "narration"
        for when in other.dates
        if _slot(other, when) & _slot(claim, own)
    )


def _slot(claim: Claim, when: When) -> frozenset[str]:
    """The sort of happening that a time belongs to; of a year, what came to be in it."""
    at, span = claim.content.span.start, when.span or claim.content.span
    if when.precision != "year":
        return _sorts(claim, when)
    since = origin(claim.content.text, span.start - at)
    return frozenset({since} if since else ())


def _sorts(claim: Claim, when: When) -> frozenset[str]:
    at, span = claim.content.span.start, when.span or claim.content.span
    return happenings(claim.content.text, max(span.start - at, 0), span.end - at)


def _one_night(first: Told, second: Told) -> bool:
    """Whether the night between two days may be meant by both: the first says "late" or the second "early"."""
    one, other = _around(*first), _around(*second)
    late, early = _LATE.search(one) is not None, _EARLY.search(other) is not None
    may_be_late = late or not (_EARLY.search(one) or _PART.search(one))
    may_be_early = early or not (_LATE.search(other) or _PART.search(other))
    return (late and may_be_early) or (early and may_be_late)


def _around(claim: Claim, when: When) -> str:
    at, span = claim.content.span.start, when.span or claim.content.span
    return claim.content.text[max(0, span.start - at - _NEAR) : span.end - at + _NEAR]
