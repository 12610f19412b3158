"""Conflicts of dates: one utterance placed on days that can't both be true."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ..models import (
    Agreement,
    Claim,
    Comparison,
    Conflict,
    Evidence,
    Group,
    Interval,
    Precision,
    Severity,
    Side,
    Span,
    When,
)
from .context import NOTHING, Context
from .date_words import in_words, weekday, weekday_names
from .occasion import same_words
from .readings import versions
from .speaker import different_speakers

CONFIDENCE = {"stated": 0.93, "relative": 0.88}
"""How sure a day is, by what it rests on: the share of right values, measured on TimeBank, AQUAINT and MEANTIME."""

WEEKDAY_CONFIDENCE = 0.6
"""How sure a difference of weekdays is where an article has no date: the weeks may differ too."""

_NIGHT = re.compile(r"\b(?:over)?night\b|\bevening\b|\bmidnight\b|\bearly\b|\blate\b", re.IGNORECASE)
_DAY = timedelta(1)


@dataclass(frozen=True)
class _Reading:
    """When one claim places what its group is about."""

    claim: Claim
    when: When
    days: Interval

    @property
    def width(self) -> timedelta:
        return self.days.end - self.days.start


def compare_dates(group: Group, context: Context) -> Comparison:
    """The conflict of dates in a group, or the agreement of independent sources on one date.

    The times that the attributions of one quotation give are compared: what is only reported may have been said on
    several days. Two readings conflict where no day fits both. Overlapping ones never do ("2025" and "January 2025"),
    nor does a time that only the publication day bounds. In articles without a date, two weekdays conflict where they
    differ by name.
    """
    if group.topic != "utterance":
        return NOTHING
    whens = [(claim, when) for claim in _of_one_quotation(group, context) if (when := _when(claim))]
    sides = _without_twofold(_sides(_readings(whens)))
    if len(sides) > 1:
        return Comparison(conflicts=(_conflict(group, sides, context),))
    weekdays = _weekdays(whens)
    if len(weekdays) > 1:
        return Comparison(conflicts=(_weekday_conflict(group, weekdays, context),))
    return Comparison(agreements=tuple(_agreement(group, side, context) for side in sides if _is_shared(side, context)))


def _of_one_quotation(group: Group, context: Context) -> list[Claim]:
    """The dated claims of a group that print the words of its commonest dated version, and name no other speaker."""
    members = set(group.claims)
    dated = [v for v in versions(group, context) if any(c.id in members and _when(c) for c in v.claims)]
    printed = Counter(version.reading.keys for version in dated)
    ordered = sorted(dated, key=lambda v: (-printed[v.reading.keys], -len(v.reading.keys), v.reading.keys))
    alike = [
        version
        for version in ordered
        if same_words(ordered[0], version, group, context)
        and not different_speakers(ordered[0].speaker, version.speaker)
    ]
    return sorted((c for version in alike for c in version.claims if c.id in members), key=lambda c: c.id)


def _when(claim: Claim) -> When | None:
    """The time at which a claim was said, in the article's own words."""
    return claim.said if claim.said and claim.said.span else None


def _readings(whens: Iterable[tuple[Claim, When]]) -> list[_Reading]:
    """The times that have days, the narrowest first."""
    found = [
        _Reading(claim, when, Interval(start=when.start, end=when.end))
        for claim, when in whens
        if when.start and when.end and when.basis in CONFIDENCE
    ]
    return sorted(found, key=lambda r: (r.width, r.days.start, r.claim.id))


def _sides(readings: Iterable[_Reading]) -> list[list[_Reading]]:
    """The readings that agree, together. One that fits several sides takes none."""
    sides: list[list[_Reading]] = []
    for reading in readings:
        fitting = [side for side in sides if _overlap(side[0].days, reading.days)]
        if not fitting:
            sides.append([reading])
        elif len(fitting) == 1:
            fitting[0].append(reading)
    return sorted(sides, key=lambda side: side[0].days.start)


def _overlap(a: Interval, b: Interval) -> bool:
    return a.start <= b.end and b.start <= a.end


def _without_twofold(sides: list[list[_Reading]]) -> list[list[_Reading]]:
    """The sides without the articles that stand on several: they tell of several occasions."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    for at, side in enumerate(sides):
        for reading in side:
            places[reading.claim.article_id].add(at)
    kept = [[r for r in side if len(places[r.claim.article_id]) == 1] for side in sides]
    return [side for side in kept if side]


def _conflict(group: Group, sides: list[list[_Reading]], context: Context) -> Conflict:
    shown = tuple(
        context.side(in_words(side[0].days, side[0].when.precision), _evidence((r.claim, r.when) for r in side))
        for side in sides
    )
    severity, reason, factor = _weigh(sides, context)
    confidence = min(CONFIDENCE[r.when.basis] for side in sides for r in side) * factor
    subject, nature = _subject(group, context), _nature(sides)
    return Conflict(
        id=Conflict.fingerprint("date", subject, tuple(side.value for side in shown)),
        kind="date",
        nature=nature,
        severity=severity,
        confidence=round(confidence, 2),
        subject=subject,
        summary=_summary(subject, shown, context),
        explanation=reason,
        sides=shown,
        group_id=group.id,
    )


def _is_news_to_the_other(sides: list[list[_Reading]], context: Context) -> bool:
    """Whether a side's day lies behind the publication of another: what was said then that one can't tell."""
    outs = [_first_publication(side, context) for side in sides]
    return any(
        out is not None and side[0].days.start > out
        for at, side in enumerate(sides)
        for other, out in enumerate(outs)
        if other != at
    )


def _first_publication(side: list[_Reading], context: Context) -> date | None:
    days = [p.end for r in side if (p := context.articles[r.claim.article_id].published)]
    return min(days) if days else None


def _weigh(sides: list[list[_Reading]], context: Context) -> tuple[Severity, str, float]:
    """How grave a difference is, what explains it, and what that leaves of the confidence."""
    gap = min(b[0].days.start - a[0].days.end for a, b in pairwise(sides))
    if gap == _DAY and any(_NIGHT.search(r.when.text or "") for side in sides for r in side):
        return "low", "No day fits both; but the night reaches from one of the days into the other.", 0.6
    if gap.days % 7 == 0 and len({weekday(side[0].when) for side in sides}) == 1 and weekday(sides[0][0].when):
        return "low", "No day fits both; but both name the same weekday, and the articles are weeks apart.", 0.6
    if _is_news_to_the_other(sides, context):
        return (
            "low",
            "No day fits both; but one article was out before the other's day: it may have been said twice.",
            0.6,
        )
    if gap == _DAY:
        return "medium", "No day fits both. They are one day apart, as a difference of time zones may make them.", 0.9
    if (nature := _nature(sides)) in ("month", "year"):
        return "high", f"No {nature} fits both.", 1.0
    return "high", f"No day fits both: they are {gap.days} days apart.", 1.0


def _nature(sides: list[list[_Reading]]) -> str:
    """The coarsest precision among the sides: what sort of date differs."""
    order: tuple[Precision, ...] = (
        "century",
        "decade",
        "year",
        "half",
        "quarter",
        "season",
        "month",
        "week",
        "weekend",
    )
    found = {side[0].when.precision for side in sides}
    return next((precision for precision in order if precision in found), "day")


def _weekdays(whens: Iterable[tuple[Claim, When]]) -> dict[int, list[tuple[Claim, When]]]:
    """The claims by the weekday that they name, where an undated article is among them and none names two."""
    named = [(claim, when, day) for claim, when in whens if (day := weekday(when))]
    if all(when.start for _, when, _ in named):
        return {}
    days: defaultdict[str, set[int]] = defaultdict(set)
    for claim, _, day in named:
        days[claim.article_id].add(day)
    sides: defaultdict[int, list[tuple[Claim, When]]] = defaultdict(list)
    for claim, when, day in named:
        if len(days[claim.article_id]) == 1:
            sides[day].append((claim, when))
    return dict(sorted(sides.items()))


def _weekday_conflict(group: Group, weekdays: dict[int, list[tuple[Claim, When]]], context: Context) -> Conflict:
    names = weekday_names()
    shown = tuple(context.side(names[day], _evidence(claims)) for day, claims in weekdays.items())
    days = list(weekdays)
    near = any((b - a) % 7 in (1, 6) for a, b in pairwise(days))
    night = near and any(_NIGHT.search(when.text or "") for claims in weekdays.values() for _, when in claims)
    subject = _subject(group, context)
    reason = "The weekdays differ by name. An article is undated, so that neither can be placed on the calendar."
    if night:
        reason += " The night reaches from one of the days into the other."
    return Conflict(
        id=Conflict.fingerprint("date", subject, tuple(side.value for side in shown)),
        kind="date",
        nature="weekday",
        severity="low" if night else "medium",
        confidence=WEEKDAY_CONFIDENCE,
        subject=subject,
        summary=_summary(subject, shown, context),
        explanation=reason,
        sides=shown,
        group_id=group.id,
    )


def _is_shared(side: list[_Reading], context: Context) -> bool:
    articles = {r.claim.article_id for r in side}
    return len({context.root(a) for a in articles}) > 1


def _agreement(group: Group, side: list[_Reading], context: Context) -> Agreement:
    shown = context.side(in_words(side[0].days, side[0].when.precision), _evidence((r.claim, r.when) for r in side))
    subject = _subject(group, context)
    return Agreement(
        id=Conflict.fingerprint("date", subject, (shown.value,)),
        kind="date",
        nature="identical" if len({r.days for r in side}) == 1 else "part",
        subject=subject,
        summary=f"{shown.witnesses} independent articles give {shown.value}.",
        side=shown,
        group_id=group.id,
    )


def _evidence(claims: Iterable[tuple[Claim, When]]) -> Iterator[Evidence]:
    """A passage a claim: its content with the time expression, which is what differs."""
    for claim, when in claims:
        content, expression = claim.content.span, when.span or claim.content.span
        span = Span(start=min(content.start, expression.start), end=max(content.end, expression.end))
        yield Evidence(article_id=claim.article_id, claim_id=claim.id, span=span, differing=(expression,))


def _subject(group: Group, context: Context) -> str:
    """Who spoke, or what is told: the first name, or what the event is called."""
    claims = [context.claims[claim] for claim in group.claims]
    people = sorted({who.name for claim in claims if (who := claim.speaker or claim.subject)})
    return people[0] if people else context.event_name(claims)


def _summary(subject: str, sides: Iterable[Side], context: Context) -> str:
    """One plain sentence."""
    parts = "; ".join(f"{side.value} ({context.sources(side.articles)})" for side in sides)
    return f"Sources date one statement ({subject}) differently: {parts}."
