"""Facts of a story that sources give differently: numbers, days and places that can't both be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..entities.rounding import size
from ..entities.times import AS_WRITTEN, grain, has_clock, has_day, hour
from ..entities.values import Value, can_both_be, values_of
from ..knowledge import words as listed
from ..models import (
    Agreement,
    Claim,
    Comparison,
    Conflict,
    ConflictKind,
    Evidence,
    Group,
    Interval,
    Link,
    Quantity,
    When,
)
from ..record import made
from ..settings import Settings
from ..text import closed, fold, words
from .certainty import certainty, is_anchored
from .context import NOTHING, Context
from .date_words import in_words
from .negation import CONTRARY
from .quantity_words import label, measured
from .slip import NATURES
from .update import weigh

OTHERS = {*CONTRARY, *NATURES}
"""The evidence of links of contrary acts and of misspelled names, which are for comparisons of their own."""

EXPLAINED = ("updated", "birthday")
"""The natures of differences that the time between two articles explains. They are only possible disagreements."""

TOPIC = 6
"""Most words that name a fact."""

KNOWN = 1 << 9
"""Statements whose words are remembered."""


class Reading(NamedTuple):
    """One value of one claim."""

    claim: Claim
    value: Value

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.claim.article_id


def compare_facts(group: Group, context: Context, settings: Settings) -> Comparison:
    """The disagreement, or the agreement of independent sources, of a group that states one fact.

    A disagreement that is sure enough is a conflict. A less sure one is possible, both by the thresholds of the
    settings; and so is one that the time between the two articles explains.
    """
    if group.topic != "event" or not group.links or not all(k.evidence.keys().isdisjoint(OTHERS) for k in group.links):
        return NOTHING
    sides = _sides(group, context)
    if len(sides) == 1:
        return Comparison(agreements=tuple(_agreement(sides[0], group, context)))
    ends = {_end(reading): (at, reading) for at, side in enumerate(sides) for reading in side}
    across = [(link, *pair) for link in group.links if (pair := _across(link, ends))]
    if not across:
        return NOTHING
    anchored, sure, at = max(
        (certain >= settings.sure and is_anchored(link, a.value, b.value), certain, -at)
        for at, (link, a, b) in enumerate(across)
        for certain in (certainty(link, a.value, b.value),)
    )
    if not sure or (not anchored and sure < settings.possible):
        return NOTHING
    found = _conflict(sides, across[-at][1:], sure, group, context)
    if anchored and found.nature not in EXPLAINED:
        return Comparison(conflicts=(found,))
    return Comparison(possible=(found,)) if sure >= settings.possible else NOTHING


def _value_at(claim: Claim, start: int) -> Value:
    return next(value for value in values_of(claim) if value.span is not None and value.span.start == start)


def _sides(group: Group, context: Context) -> list[list[Reading]]:
    """The readings of a group, those together that links join whose values can both be right."""
    readings: dict[tuple[str, int], Reading] = {}
    home: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for link in group.links:
        if link.values is None:
            continue
        ends = (link.a, link.values[0].start), (link.b, link.values[1].start)
        for end in ends:
            if end not in readings:
                claim = context.claims[end[0]]
                readings[end], home[end] = Reading(claim, _value_at(claim, end[1])), [end]
        one, other = home[ends[0]], home[ends[1]]
        if one is not other and can_both_be(readings[ends[0]].value, readings[ends[1]].value):
            one += other
            home |= dict.fromkeys(other, one)
    unique = {id(side): side for side in home.values()}
    return sorted(([readings[end] for end in sorted(side)] for side in unique.values()), key=_order)


def _order(side: Sequence[Reading]) -> tuple[float, str]:
    value = side[0].value
    if isinstance(value, Quantity):
        return size(value), label(value)
    if isinstance(value, When):
        return (value.start.toordinal() if value.start else 0), fold(value.text or "")
    return -len(side), fold(value.text)


def _end(reading: Reading) -> tuple[str, int, int]:
    span = reading.value.span or reading.claim.content.span
    return reading.claim.id, span.start, span.end


def _across(link: Link, ends: Mapping[tuple[str, int, int], tuple[int, Reading]]) -> tuple[Reading, Reading] | None:
    """The two readings that a link joins, where they stand on two sides."""
    if link.values is None:
        return None
    one, other = (ends.get((claim, v.start, v.end)) for claim, v in zip((link.a, link.b), link.values, strict=True))
    return (one[1], other[1]) if one and other and one[0] != other[0] else None


def _conflict(
    sides: Sequence[Sequence[Reading]], pair: tuple[Reading, Reading], sure: float, group: Group, context: Context
) -> Conflict:
    kind = _kind(pair[0].value)
    subject = _subject(pair, context)
    shown = [context.side(_in_words(side, [r.value for r in pair]), _evidence(side)) for side in sides]
    nature, severity, reason = weigh(pair, context)
    what = f"the time ({subject})" if nature == "time" else _what(pair[0].value, subject)
    told = "; ".join(f"{side.value} ({context.sources(side.articles)})" for side in shown)
    return Conflict(
        id=Conflict.fingerprint(kind, subject, tuple(side.value for side in shown)),
        kind=kind,
        nature=nature,
        severity=severity,
        confidence=round(sure, 3),
        subject=subject,
        summary=closed(f"Sources give {what} differently: {told}"),
        explanation=reason,
        sides=tuple(shown),
        group_id=group.id,
    )


def _agreement(side: Sequence[Reading], group: Group, context: Context) -> Iterator[Agreement]:
    shown = context.side(_in_words(side), _evidence(side))
    if shown.witnesses < 2 or not _share_a_day(side):
        return
    kind, subject = _kind(side[0].value), _subject(side[:2], context)
    yield Agreement(
        id=Conflict.fingerprint(kind, subject, (shown.value,)),
        kind=kind,
        nature="identical",
        subject=subject,
        summary=closed(f"{shown.witnesses} sources give {_what(side[0].value, subject)} as {shown.value}"),
        side=shown,
        group_id=group.id,
    )


def _share_a_day(side: Sequence[Reading]) -> bool:
    """Whether what a side places on the calendar has a day in common: two Fridays may be one, and need not be."""
    days = [value for _, value in side if isinstance(value, When)]
    starts, ends = [when.start for when in days if when.start], [when.end for when in days if when.end]
    return not starts or not ends or max(starts) <= min(ends)


def _kind(value: Value) -> ConflictKind:
    if isinstance(value, Quantity):
        return "quantity"
    return "date" if isinstance(value, When) else "place"


def _in_words(side: Sequence[Reading], weighed: Sequence[Value] = ()) -> str:
    """The value of a side: the most precise of its readings; of the hours among them one that was weighed."""
    values = [reading.value for reading in side]
    numbers = [value for value in values if isinstance(value, Quantity)]
    if numbers:
        return label(min(numbers, key=lambda q: (q.bound != "exact", q.value is None, q.span.start)))
    days = [value for value in values if isinstance(value, When)]
    clocks = [when for when in days if has_clock(when)]
    clock = min(clocks, key=lambda when: (when not in weighed, *_coarseness(when)), default=None)
    if clock:
        return _with_hour(clock)
    placed = [(Interval(start=when.start, end=when.end), when.precision) for when in days if when.start and when.end]
    finest = min(placed, key=lambda row: row[0].end - row[0].start, default=None)
    if finest and finest[1] not in AS_WRITTEN:
        return in_words(*finest)
    return min(" ".join((value.text or "").split()) for value in values)


def _coarseness(when: When) -> tuple[bool, bool, str]:
    """How little a time of the day tells: a part of the day less than an hour, one of no day less than one of a day."""
    return hour(when) is None, when.start is None, when.text or ""


def _with_hour(when: When) -> str:
    """A time of the day as the article has it, with its date where one is known."""
    told = " ".join((when.text or "").split())
    return f"{told} ({in_words(Interval(start=when.start, end=when.end), 'day')})" if when.start and when.end else told


def _what(value: Value, subject: str) -> str:
    """What differs, in words that go on with "differently"."""
    if isinstance(value, Quantity):
        return f"the age of {subject}" if value.kind == "age" else f"{measured(value)} ({subject})"
    if isinstance(value, When):
        return f"the {grain(value) if has_day(value) else 'time'} ({subject})"
    return f"the place ({subject})"


def _subject(pair: Sequence[Reading], context: Context) -> str:
    """Whose age it is, or the words that two statements of a fact share nearest to it, as the first has them."""
    for reading in pair:
        if reading.claim.subject is not None:
            return max((r.claim.subject.name for r in pair if r.claim.subject), key=lambda n: (len(n), n))
    one, other = pair[0], pair[-1]
    span, content = one.value.span, one.claim.content
    low, high = (span.start - content.span.start, span.end - content.span.start) if span else (0, 0)
    theirs = {folded for _, folded, _ in _words(other.claim.content.text)}
    small = listed("number_names", "closed")
    shared: dict[str, tuple[int, str]] = {}
    for word, folded, at in _words(content.text):
        telling = folded in theirs and folded not in small and len(word) > 1 and not word.isdecimal()
        if telling and not low <= at < high:
            apart = at - high if at >= high else low - at
            shared[folded] = min((apart, word), shared.get(folded, (apart, word)))
    nearest = {word for _, word in sorted(shared.values())[:TOPIC]}
    told = [word for word, _, _ in _words(content.text) if word in nearest]
    return " ".join(dict.fromkeys(told)) or context.event_name([one.claim])


@lru_cache(KNOWN)
def _words(text: str) -> list[tuple[str, str, int]]:
    """The words of a text as they stand, folded, and where."""
    return [(word[0], fold(word[0]), word.start()) for word in words(text)]


def _evidence(side: Iterable[Reading]) -> Iterator[Evidence]:
    for claim, value in side:
        span = value.span or claim.content.span
        yield made(Evidence, article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=(span,))
