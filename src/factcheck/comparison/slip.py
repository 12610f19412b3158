"""Slips of names that two outlets spell differently in what they tell themselves."""

from __future__ import annotations

from ..models import Claim, Comparison, Conflict, Evidence, Group, Span
from ..settings import Settings
from ..text import closed
from .context import Context

SLIP = "slip"
"""The evidence of a link between two spellings of one name."""

_EXPLANATION = "The two stand in like places, and each article knows only one of them."


def compare_slips(group: Group, context: Context, settings: Settings) -> Comparison:
    """A conflict, severity low, for each two spellings of one name of a person, a body or a place.

    One that is not sure enough is only possible.
    """
    found: dict[str, Conflict] = {}
    for link in group.links if group.topic == "event" else ():
        if SLIP in link.evidence and link.values is not None:
            a, b = context.claims[link.a], context.claims[link.b]
            if context.apart(a.article_id, b.article_id, (a.article_id, b.article_id)):
                conflict = _conflict(((a, link.values[0]), (b, link.values[1])), link.score, group, context)
                found.setdefault(conflict.id, conflict)
    return Comparison(
        conflicts=tuple(c for c in found.values() if c.confidence >= settings.sure),
        possible=tuple(c for c in found.values() if settings.possible <= c.confidence < settings.sure),
    )


def _conflict(ends: tuple[tuple[Claim, Span], ...], sure: float, group: Group, context: Context) -> Conflict:
    told = sorted(((_written(claim, span), claim, span) for claim, span in ends), key=lambda row: row[0])
    words = tuple(word for word, _, _ in told)
    return Conflict(
        id=Conflict.fingerprint("name", "", words),
        kind="name",
        nature="spelling",
        severity="low",
        confidence=sure,
        subject=words[0],
        summary=closed(f"One name is spelled in two ways: {words[0]} and {words[1]}"),
        explanation=_EXPLANATION,
        sides=tuple(
            context.side(
                word, [Evidence(article_id=c.article_id, claim_id=c.id, span=c.content.span, differing=(span,))]
            )
            for word, c, span in told
        ),
        group_id=group.id,
    )


def _written(claim: Claim, span: Span) -> str:
    start = claim.content.span.start
    return claim.content.text[span.start - start : span.end - start]
