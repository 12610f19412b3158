"""Place: the town where one thing happened, as two articles name it.

There is no gazetteer here, so that nothing is known of what lies in what. Two names conflict only where sentences that
say the same have them in the same slot, and neither article mentions the other's anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from ..entities.names import one_letter_apart
from ..models import Agreement, Claim, Comparison, Conflict, Evidence, Group, Side
from ..text import fold
from .context import Context

SURE = 0.8
"""What is left of the links' score: a quarter and its city have two names, and nothing may tell that they are one."""


def compare_places(group: Group, context: Context) -> Comparison:
    """The conflict or the agreement of the towns that a group of an event names."""
    told = [context.claims[name] for name in sorted(group.claims)]
    placed = [claim for claim in told if group.topic == "event" and claim.venue is not None and not claim.quantities]
    articles = {claim.article_id for claim in placed}
    pairs = ((a, b) for a, b in combinations(placed, 2) if context.apart(a.article_id, b.article_id, articles))
    apart = [(a, b) for a, b in pairs if _contradict(a, b, context)]
    sides = _sides({claim.id: claim for pair in apart for claim in pair}.values() if apart else placed, context)
    if apart:
        return Comparison(conflicts=(_conflict(sides, group, context),))
    shared = [side for side in sides if side.witnesses > 1]
    return Comparison(agreements=tuple(_agreement(side, group, context) for side in shared))


def _contradict(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two claims of one fact name two towns, of which neither article knows the other's."""
    one, other = _name(a), _name(b)
    if set(one.split()) & set(other.split()):
        return False
    return not (one_letter_apart(one, other) or _mentions(a, other, context) or _mentions(b, one, context))


def _name(claim: Claim) -> str:
    return fold(claim.venue.text) if claim.venue else ""


def _mentions(claim: Claim, name: str, context: Context) -> bool:
    """Whether the article of a claim, its headline or its address mentions a place."""
    article = context.articles[claim.article_id]
    text = fold(f"{article.title or ''} {article.text}")
    joined = name.replace(" ", "")
    known = f"{article.source} {article.url or ''}".lower()
    return re.search(rf"\b{re.escape(name)}\b", text) is not None or joined in known


def _sides(claims: Iterable[Claim], context: Context) -> list[Side]:
    """A side for each name, the one with most witnesses first."""
    named: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        named[_name(claim)].append(claim)
    sides = [
        context.side(min(c.venue.text for c in own if c.venue), [_evidence(claim) for claim in own])
        for own in named.values()
    ]
    return sorted(sides, key=lambda side: (-side.witnesses, side.value))


def _evidence(claim: Claim) -> Evidence:
    differing = (claim.venue.span,) if claim.venue else ()
    return Evidence(article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=differing)


def _conflict(sides: list[Side], group: Group, context: Context) -> Conflict:
    subject = context.event_name(context.claims[e.claim_id] for side in sides for e in side.evidence)
    told = "; ".join(f"{side.value} ({context.sources(side.articles)})" for side in sides)
    return Conflict(
        id=Conflict.fingerprint("place", subject, tuple(fold(side.value) for side in sides)),
        kind="place",
        nature="different",
        severity="medium",
        confidence=round(min((link.score for link in group.links), default=0.5) * SURE, 3),
        subject=subject,
        summary=f"Sources put one event ({subject}) in different places: {told}.",
        explanation="Each sentence has its name in the same slot, and neither article mentions the other's.",
        sides=tuple(sides),
        group_id=group.id,
    )


def _agreement(side: Side, group: Group, context: Context) -> Agreement:
    subject = context.event_name(context.claims[e.claim_id] for e in side.evidence)
    return Agreement(
        id=Conflict.fingerprint("place", subject, (fold(side.value),)),
        kind="place",
        nature="identical",
        subject=subject,
        summary=f"{side.witnesses} independent articles name {side.value} as the place.",
        side=side,
        group_id=group.id,
    )
