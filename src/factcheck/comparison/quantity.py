"""Quantities of one utterance that can't both be true: quoted by one source, reported by another.

Two quantities conflict where the intervals that their wordings allow lie apart, the coarser taken with its rounding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from ..entities.rounding import compatible, middle
from ..entities.values import CASUALTIES
from ..knowledge import load
from ..models import Claim, Comparison, Conflict, Evidence, Group, Quantity
from ..text import closed
from .context import NOTHING, Context
from .quantity_words import label, measured

SURE = 0.9
"""What is left of the links' score: how sure the reading of the numbers is."""

LIKE = 0.6
"""Least share of its words of meaning that the shorter of a report and a quotation of one fact has in common."""

_LETTERS = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"\d+")


class _Reading(NamedTuple):
    """One quantity of one claim."""

    claim: Claim
    quantity: Quantity

    @property
    def article(self) -> str:
        return self.claim.article_id


def compare_quantities(group: Group, context: Context) -> Comparison:
    """The conflicts of the numbers in a group of an utterance, where one source quotes and another reports.

    Two direct quotations are left to the comparison of wordings, so that one disagreement is reported once; and two
    reports without a quotation are left alone, as like reports are often of two facts.
    """
    if group.topic != "utterance":
        return NOTHING
    facts = _facts(group, context)
    several = (key for key in sorted(facts) if len({r.article for r in facts[key]}) > 1)
    found = (_conflict(facts[key], group, context) for key in several)
    return Comparison(conflicts=tuple(conflict for conflict in found if conflict))


def _facts(group: Group, context: Context) -> dict[str, list[_Reading]]:
    """The readings of a group by what they measure. A claim with two of one measure tells nothing."""
    facts: defaultdict[str, list[_Reading]] = defaultdict(list)
    for name in group.claims:
        claim = context.claims[name]
        by_key: defaultdict[str, list[Quantity]] = defaultdict(list)
        for quantity in claim.quantities:
            key = _key(quantity)
            if key is not None:
                by_key[key].append(quantity)
        for key, quantities in by_key.items():
            if len(quantities) == 1:
                facts[key].append(_Reading(claim, quantities[0]))
    return facts


def _key(quantity: Quantity) -> str | None:
    """What a quantity measures; None where that can't be told well enough to compare it."""
    if quantity.kind in ("score", "ordinal") or (quantity.value is None and quantity.low is None):
        return None
    if quantity.kind == "count":
        return quantity.counted
    return "age" if quantity.kind == "age" and quantity.unit == "year" else f"{quantity.kind} {quantity.unit}"


def _conflict(readings: list[_Reading], group: Group, context: Context) -> Conflict | None:
    articles = {r.article for r in readings}
    apart = [
        (a, b)
        for a, b in combinations(readings, 2)
        if context.apart(a.article, b.article, articles)
        and _comparable(a, b)
        and not compatible(a.quantity, b.quantity)
    ]
    if not apart:
        return None
    labels = {label(r.quantity) for pair in apart for r in pair}
    sides = _sides(r for r in readings if label(r.quantity) in labels)
    subject = _subject(readings, context)
    return Conflict(
        id=Conflict.fingerprint("quantity", f"{subject} {_key(readings[0].quantity)}", tuple(v for v, _ in sides)),
        kind="quantity",
        nature="different",
        severity="high" if readings[0].quantity.counted == CASUALTIES[0] else "medium",
        confidence=round(min((link.score for link in group.links), default=0.5) * SURE, 3),
        subject=subject,
        summary=closed(f"Sources give {measured(readings[0].quantity)} as {_listed([value for value, _ in sides])}"),
        explanation="The numbers can't both be right, and rounding does not explain the difference.",
        sides=tuple(context.side(value, evidence) for value, evidence in sides),
        group_id=group.id,
    )


def _comparable(a: _Reading, b: _Reading) -> bool:
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


def _listed(values: list[str]) -> str:
    return f"{', '.join(values[:-1])} and {values[-1]}"


def _sides(readings: Iterable[_Reading]) -> list[tuple[str, list[Evidence]]]:
    sides: defaultdict[str, list[Evidence]] = defaultdict(list)
    order: dict[str, float] = {}
    for reading in readings:
        claim, quantity = reading
        value = label(quantity)
        order[value] = middle(quantity)
        sides[value].append(
            Evidence(
                article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=(quantity.span,)
            )
        )
    return sorted(sides.items(), key=lambda item: (order[item[0]], item[0]))


def _subject(readings: list[_Reading], context: Context) -> str:
    speakers = sorted({r.claim.speaker.name for r in readings if r.claim.speaker is not None})
    return speakers[0] if speakers else context.event_name(r.claim for r in readings)
