"""Slips: names that two outlets give differently in what they tell themselves, by some letters or by whole names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..models import Claim, Comparison, Conflict, Evidence, Group, Link, Span
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
    met: defaultdict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in group.links if group.topic == "event" else ():
        nature = next((NATURES[name] for name in NATURES if name in link.evidence), None)
        if nature and link.values is not None:
            one, other = sorted(_words(end, context) for end in _ends(link, context))
            met[nature, one, other].append(link)
    found = []
    for (nature, *_), links in met.items():
        apart = [link for link in links if _are_apart(link, context)]
        if apart:
            found.append(_conflict(nature, apart, group, context))
    return by_certainty(found, settings)


def _ends(link: Link, context: Context) -> list[tuple[Claim, Span]]:
    """The two ends of a link: a claim, and where it has a name."""
    return list(zip((context.claims[link.a], context.claims[link.b]), link.values or (), strict=True))


def _words(end: tuple[Claim, Span], context: Context) -> str:
    claim, span = end
    return " ".join(context.articles[claim.article_id].text[span.start : span.end].split())


def _are_apart(link: Link, context: Context) -> bool:
    a, b = (context.claims[claim].article_id for claim in (link.a, link.b))
    return context.apart(a, b, (a, b))


def _conflict(nature: str, links: Sequence[Link], group: Group, context: Context) -> Conflict:
    sides: defaultdict[str, dict[tuple[Claim, Span], None]] = defaultdict(dict)
    for link in links:
        for end in _ends(link, context):
            sides[_words(end, context)][end] = None
    words = tuple(sorted(sides))
    return Conflict(
        id=Conflict.fingerprint("name", "", words),
        kind="name",
        nature=nature,
        severity="low" if nature == "spelling" else "medium",
        confidence=max(link.score for link in links),
        subject=words[0],
        summary=closed(_TOLD[nature].format(*words)),
        explanation=_EXPLANATION,
        sides=tuple(
            context.side(
                word,
                [
                    Evidence(article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=(span,))
                    for claim, span in sides[word]
                ],
            )
            for word in words
        ),
        group_id=group.id,
    )
