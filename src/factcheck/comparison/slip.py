"""Slips: names that two outlets give differently in what they tell themselves, by some letters or by whole names."""

from __future__ import annotations

from ..models import Claim, Comparison, Conflict, Evidence, Group, Span
from ..settings import Settings
from ..text import closed
from .certainty import by_certainty
from .context import Context

NATURES = {
    "slip": "spelling",
    "surname": "surname",
    "given name": "given name",
    "holder": "holder",
    "variant": "variant",
}
"""The nature of a difference by the evidence of its link."""

_EXPLANATION = "The two stand in like places, and each article knows only one of them."
_TOLD = {
    "spelling": "One name is spelled in two ways: {} and {}",
    "surname": "Who may be one person has two surnames: {} and {}",
    "given name": "Who may be one person has two given names: {} and {}",
    "holder": "One post is given to two persons: {} and {}",
    "variant": "What may be one has two names: {} and {}",
}


def compare_slips(group: Group, context: Context, settings: Settings) -> Comparison:
    """A conflict for each two spellings of a name, severity low, and each two names of a person, severity medium.

    One that is not sure enough is only possible.
    """
    found: dict[str, Conflict] = {}
    for link in group.links if group.topic == "event" else ():
        nature = next((NATURES[name] for name in NATURES if name in link.evidence), None)
        if nature and link.values is not None:
            a, b = context.claims[link.a], context.claims[link.b]
            if context.apart(a.article_id, b.article_id, (a.article_id, b.article_id)):
                conflict = _conflict(((a, link.values[0]), (b, link.values[1])), (nature, link.score), group, context)
                found.setdefault(conflict.id, conflict)
    return by_certainty(tuple(found.values()), settings)


def _conflict(
    ends: tuple[tuple[Claim, Span], ...], told: tuple[str, float], group: Group, context: Context
) -> Conflict:
    nature, sure = told
    sides = sorted(
        ((" ".join(context.articles[c.article_id].text[span.start : span.end].split()), c, span) for c, span in ends),
        key=lambda row: row[0],
    )
    words = tuple(word for word, _, _ in sides)
    return Conflict(
        id=Conflict.fingerprint("name", "", words),
        kind="name",
        nature=nature,
        severity="low" if nature == "spelling" else "medium",
        confidence=sure,
        subject=words[0],
        summary=closed(_TOLD[nature].format(*words)),
        explanation=_EXPLANATION,
        sides=tuple(
            context.side(
                word, [Evidence(article_id=c.article_id, claim_id=c.id, span=c.content.span, differing=(span,))]
            )
            for word, c, span in sides
        ),
        group_id=group.id,
    )
