"""Quantities of one fact that can't both be true.

Two quantities conflict where the intervals that their wordings allow lie apart, the coarser taken with its rounding.
What time explains is said: a count that grew between two days of publication, a birthday between them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import ceil, floor
from typing import NamedTuple

from ..entities.happenings import causes
from ..knowledge import load
from ..models import Agreement, Claim, Comparison, Conflict, Evidence, Group, Quantity, Severity
from ..text import closed
from .context import Context
from .happening import of_another_incident
from .quantity_words import label, measured
from .rounding import compatible

BIRTHDAY = 14
"""Days between two articles from which a birthday is a likely reason for one year more; 1 in 26 people has one in two
weeks."""

LIKE = 0.6
"""Least share of its words of meaning that the shorter of a report and a quotation of one fact has in common."""

KILLED = "people killed"
TOLLS = (KILLED, "people injured")

_LETTERS = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"\d+")
_GUNMAN = re.compile(
    r"\b(?:including|himself|herself|suicide|gunman|gunmen|shooter|suspect|attacker|assailant|bomber|driver|pilot)\b",
    re.IGNORECASE,
)


class _Reading(NamedTuple):
    """One quantity of one claim."""

    claim: Claim
    quantity: Quantity

    @property
    def article(self) -> str:
        return self.claim.article_id


def compare_quantities(group: Group, context: Context) -> Comparison:
    """The conflicts and agreements of a group's quantities.

    In a group of an event all claims count. In a group of an utterance two direct quotations are left to the comparison
    of wordings, so that one disagreement is reported once; and two reports without a quotation are left alone, as
    like reports are often of two facts.
    """
    if group.topic == "person":
        return Comparison()
    conflicts: list[Conflict] = []
    agreements: list[Agreement] = []
    facts = _facts(group, context)
    for key in sorted(facts):
        readings = facts[key]
        if len({r.article for r in readings}) < 2:
            continue
        found = _conflict(key, readings, facts, group, context)
        if found is not None:
            conflicts.append(found)
        elif group.topic == "event":
            agreements += _agreement(key, readings, group, context)
    return Comparison(conflicts=tuple(conflicts), agreements=tuple(agreements))


def _facts(group: Group, context: Context) -> dict[str, list[_Reading]]:
    """The readings of a group by what they measure. In an utterance, a claim with two of one measure tells nothing."""
    facts: defaultdict[str, list[_Reading]] = defaultdict(list)
    for name in group.claims:
        claim = context.claims[name]
        by_key: defaultdict[str, list[Quantity]] = defaultdict(list)
        for quantity in claim.quantities:
            key = _key(quantity)
            if key is not None and (group.topic == "event" or quantity.kind != "score"):
                by_key[key].append(quantity)
        for key, quantities in by_key.items():
            if group.topic == "event" or len(quantities) == 1:
                facts[key] += [_Reading(claim, quantity) for quantity in quantities]
    return {key: _first(readings) if key in TOLLS else readings for key, readings in facts.items()}


def _first(readings: list[_Reading]) -> list[_Reading]:
    """The number that each article gives first, in headline or opening. What follows may be of a part or the past."""
    first: dict[str, _Reading] = {}
    for reading in sorted(readings, key=lambda r: r.quantity.span.start):
        first.setdefault(reading.article, reading)
    return [first[article] for article in sorted(first)]


def _key(quantity: Quantity) -> str | None:
    """What a quantity measures; None where that can't be told well enough to compare it."""
    if quantity.kind == "score":
        return "vote"
    if quantity.kind == "ordinal" or (quantity.value is None and quantity.low is None):
        return None
    if quantity.kind == "count":
        return quantity.counted
    return "age" if quantity.kind == "age" and quantity.unit == "year" else f"{quantity.kind} {quantity.unit}"


def _conflict(
    key: str, readings: list[_Reading], facts: dict[str, list[_Reading]], group: Group, context: Context
) -> Conflict | None:
    articles = {r.article for r in readings}
    apart = [
        (a, b)
        for a, b in combinations(readings, 2)
        if context.apart(a.article, b.article, articles)
        and _comparable(a, b, group)
        and not compatible(_whole(a), _whole(b))
    ]
    if group.topic == "event" and key not in TOLLS and readings[0].claim.subject is None:
        apart = [(a, b) for a, b in apart if not _gives(a, b.quantity, context) and not _gives(b, a.quantity, context)]
    if key == "age":
        apart = [(a, b) for a, b in apart if not _shared(a.article, b.article, readings)]
    if key in TOLLS:
        killed = facts.get(KILLED, [])
        apart = [(a, b) for a, b in apart if _one_cause(a, b) and (key == KILLED or not _with_the_dead(a, b, killed))]
    if group.topic == "event" and readings[0].claim.subject is None:
        apart = [(a, b) for a, b in apart if not of_another_incident(a.article, b.article, context)]
    if not apart or (key == KILLED and all(_gunman(a, b) for a, b in apart)):
        return None
    nature = _nature(key, apart, facts, context)
    labels = {label(r.quantity) for pair in apart for r in pair}
    sides = _sides(r for r in readings if label(r.quantity) in labels)
    subject = _subject(key, readings, context)
    what = f"the age of {subject}" if key == "age" else measured(readings[0].quantity)
    said = _listed([value for value, _ in sides])
    return Conflict(
        id=Conflict.fingerprint("quantity", f"{subject} {key}", tuple(value for value, _ in sides)),
        kind="quantity",
        nature=nature,
        severity=_severity(key, nature),
        confidence=_confidence(group, nature),
        subject=subject,
        summary=closed(f"Sources give {what} as {said}"),
        explanation=_EXPLANATIONS[nature],
        sides=tuple(context.side(value, evidence) for value, evidence in sides),
        group_id=group.id,
    )


_EXPLANATIONS = {
    "different": "The numbers can't both be right, and rounding does not explain the difference.",
    "updated": "The article that was published later gives the higher number: it may have risen in between.",
    "birthday": "The person may have had a birthday between the two days of publication.",
}


def _gives(reading: _Reading, other: Quantity, context: Context) -> bool:
    """Whether the article of a reading gives the other number too for a like thing, or more numbers than one for it."""
    own = [
        quantity
        for claim in context.by_article.get(reading.article, ())
        for quantity in claim.quantities
        if _key(quantity) == _key(reading.quantity)
    ]
    if any(compatible(quantity, other) for quantity in own):
        return True
    counts = [quantity for quantity in own if quantity.kind in ("count", "measure", "score")]
    return any(not compatible(quantity, reading.quantity) for quantity in counts)


def _shared(one: str, two: str, readings: list[_Reading]) -> bool:
    """Whether two articles agree on one of the ages that they give a person, as where one has corrected itself."""
    left, right = ([r.quantity for r in readings if r.article == article] for article in (one, two))
    return any(compatible(a, b) for a in left for b in right)


def _whole(reading: _Reading) -> Quantity:
    """The quantity as a bound on all whom it may be about: "two officers were killed" leaves room for others."""
    quantity, content = reading.quantity, reading.claim.content
    if quantity.counted not in TOLLS or quantity.value is None or quantity.bound != "exact":
        return quantity
    behind = _LETTERS.findall(content.text[quantity.span.end - content.span.start :][:40].lower())[:2]
    table = load("casualties")
    part = any(word in table["people"] and word not in table["everybody"] for word in behind)
    return quantity.model_copy(update={"bound": "at least", "high": None}) if part else quantity


def _comparable(a: _Reading, b: _Reading, group: Group) -> bool:
    if group.topic == "event":
        return True
    quoted = {r.claim.form in ("direct", "mixed") for r in (a, b)}
    return True in quoted and not a.claim.form == b.claim.form == "direct" and _tell_one_fact(a, b)


def _tell_one_fact(a: _Reading, b: _Reading) -> bool:
    """Whether two claims say the same but for the number compared. Other numbers that differ tell two facts."""
    (words_a, numbers_a), (words_b, numbers_b) = _said(a), _said(b)
    if numbers_a - numbers_b and numbers_b - numbers_a:
        return False
    shared = len(words_a & words_b)
    return shared > 0 and shared >= LIKE * min(len(words_a), len(words_b))


def _said(reading: _Reading) -> tuple[set[str], set[str]]:
    """The words of meaning, and the other numbers, of the claim around a quantity."""
    content, span = reading.claim.content, reading.quantity.span
    at, end = span.start - content.span.start, span.end - content.span.start
    around = f"{content.text[:at]} {content.text[end:]}".lower()
    return set(_LETTERS.findall(around)) - set(load("number_names")["closed"]), set(_NUMBER.findall(around))


def _one_cause(a: _Reading, b: _Reading) -> bool:
    """Whether two sentences can count the same: a page may tell of a crash as well, and count its dead first."""
    one, other = causes(a.claim.content.text), causes(b.claim.content.text)
    return not (one and other) or bool(one & other)


def _with_the_dead(a: _Reading, b: _Reading, killed: list[_Reading]) -> bool:
    """Whether the higher count of the hurt may hold the dead too: "one killed, three hurt" and "four people hurt".

    Not where its own article counts the dead as well, or its sentence tells of them or counts "others".
    """
    less, more = sorted((a, b), key=lambda r: _middle(r.quantity))
    table, told = load("casualties"), set(_LETTERS.findall(more.claim.content.text.lower()))
    apart = any(r.article == more.article for r in killed) or told & {*table["killed"], "other", "others"}
    if apart and not told & set(table["among"]):
        return False
    dead = [_middle(r.quantity) for r in killed if r.article == less.article]
    return _middle(more.quantity) - _middle(less.quantity) in dead


def _gunman(a: _Reading, b: _Reading) -> bool:
    """Whether one count more may be the attacker's own death, which some tolls include and others don't."""
    if a.quantity.value is None or b.quantity.value is None or abs(a.quantity.value - b.quantity.value) != 1:
        return False
    return any(_GUNMAN.search(r.claim.content.text) for r in (a, b))


def _nature(
    key: str, apart: list[tuple[_Reading, _Reading]], facts: dict[str, list[_Reading]], context: Context
) -> str:
    if key == "age":
        return "birthday" if all(_birthday(a, b, context) for a, b in apart) else "different"
    if key.startswith("people ") and all(_grew(a, b, facts, context) for a, b in apart):
        return "updated"
    return "different"


def _later(a: _Reading, b: _Reading, context: Context) -> tuple[_Reading, _Reading, int] | None:
    """The earlier and the later reading and the days between; None where they are of one day or undated."""
    one, two = context.articles[a.article].published, context.articles[b.article].published
    if one is None or two is None or one.start == two.start:
        return None
    days = (two.start - one.start).days
    return (a, b, days) if days > 0 else (b, a, -days)


def _birthday(a: _Reading, b: _Reading, context: Context) -> bool:
    ordered = _later(a, b, context)
    if ordered is None or a.quantity.value is None or b.quantity.value is None:
        return False
    before, after, days = ordered
    more = (after.quantity.value or 0) - (before.quantity.value or 0)
    return days >= BIRTHDAY and floor(days / 366) <= more <= ceil(days / 365) and more > 0


def _grew(a: _Reading, b: _Reading, facts: dict[str, list[_Reading]], context: Context) -> bool:
    """Whether the later article has the higher count, or fewer injured since some of them died."""
    ordered = _later(a, b, context)
    if ordered is None:
        return False
    before, after, _ = ordered
    more = _middle(after.quantity) - _middle(before.quantity)
    if more > 0 or before.quantity.counted != "people injured":
        return more > 0
    died = [_middle(r.quantity) for r in facts.get(KILLED, ()) if r.article == after.article]
    alive = [_middle(r.quantity) for r in facts.get(KILLED, ()) if r.article == before.article]
    return bool(died and alive) and max(died) - max(alive) >= -more


def _middle(quantity: Quantity) -> float:
    if quantity.value is not None:
        return quantity.value
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _listed(values: list[str]) -> str:
    return f"{', '.join(values[:-1])} and {values[-1]}"


def _sides(readings: Iterable[_Reading]) -> list[tuple[str, list[Evidence]]]:
    sides: defaultdict[str, list[Evidence]] = defaultdict(list)
    order: dict[str, float] = {}
    for reading in readings:
        claim, quantity = reading
        value = label(quantity)
        order[value] = _middle(quantity)
        sides[value].append(
            Evidence(
                article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=(quantity.span,)
            )
        )
    return sorted(sides.items(), key=lambda item: (order[item[0]], item[0]))


def _subject(key: str, readings: list[_Reading], context: Context) -> str:
    if key == "age":
        names = sorted(
            {r.claim.subject.name for r in readings if r.claim.subject is not None}, key=lambda n: (-len(n), n)
        )
        return names[0] if names else _somebody(readings)
    speakers = sorted({r.claim.speaker.name for r in readings if r.claim.speaker is not None})
    if speakers and readings[0].claim.form != "narration":
        return speakers[0]
    return context.event_name(r.claim for r in readings)


def _somebody(readings: list[_Reading]) -> str:
    """Whose age it is where nobody is named: "the boy" where all say so."""
    behind = (r.claim.content.text[r.quantity.span.end - r.claim.content.span.start :].lower() for r in readings)
    nouns = {next(iter(_LETTERS.findall(text)), "") for text in behind}
    noun = nouns.pop() if len(nouns) == 1 else ""
    return f"the {noun}" if noun in load("casualties")["single"] else "the person"


def _severity(key: str, nature: str) -> Severity:
    if nature != "different":
        return "low"
    return "high" if key == KILLED else "medium"


def _confidence(group: Group, nature: str) -> float:
    """The weakest link's score times how sure the reading of the numbers is, given the target of nine in ten right."""
    weakest = min((link.score for link in group.links), default=0.5)
    return round(weakest * (0.9 if nature == "different" else 0.95), 3)


def _agreement(key: str, readings: list[_Reading], group: Group, context: Context) -> list[Agreement]:
    """The reading that most independent sources share, where two do."""
    sides = [context.side(value, evidence) for value, evidence in _sides(readings)]
    best = max(sides, key=lambda side: (side.witnesses, side.value))
    if best.witnesses < 2:
        return []
    subject = _subject(key, readings, context)
    what = f"the age of {subject}" if key == "age" else measured(readings[0].quantity)
    return [
        Agreement(
            id=Conflict.fingerprint("quantity", f"{subject} {key}", (best.value,)),
            kind="quantity",
            nature="identical",
            subject=subject,
            summary=f"{best.witnesses} sources give {what} as {best.value}.",
            side=best,
            group_id=group.id,
        )
    ]
