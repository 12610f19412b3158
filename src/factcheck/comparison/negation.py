"""Negation: a statement that one source reports, and its contrary that another reports of the same speaker.

Two quotations are left to ``wording``, which shows a negation inside quotation marks as an altered word. Here it is
about reported speech: "will" and "will not", "confirmed" and "denied".
"""

from __future__ import annotations

from collections.abc import Sequence

from ..entities.names import same_person
from ..knowledge import load
from ..models import Claim, Comparison, Conflict, Evidence, Group, Link, Span
from ..text import Range, fold
from .collation import Difference, collate
from .context import Context
from .tokens import Piece, Reading, reading

COMMON = 5
"""Least words that both reports hold, beside the negation."""

SAME = 0.75
"""Least share of the words of the shorter report that the other holds too."""


def compare_negation(group: Group, context: Context) -> Comparison:
    """A conflict for each pair of linked reports of one speaker that say the contrary of each other."""
    if group.topic != "utterance":
        return Comparison()
    found: dict[str, Conflict] = {}
    for link in group.links:
        a, b = context.claims[link.a], context.claims[link.b]
        articles = (a.article_id, b.article_id)
        if "indirect" in (a.form, b.form) and context.apart(*articles, articles) and _one_speaker(a, b):
            conflict = _compare(a, b, link, group, context)
            if conflict and conflict.id not in found:
                found[conflict.id] = conflict
    return Comparison(conflicts=tuple(found[key] for key in sorted(found)))


def _one_speaker(a: Claim, b: Claim) -> bool:
    if a.speaker is None or b.speaker is None or "description" in (a.speaker.resolved_by, b.speaker.resolved_by):
        return False
    if "organization" in (a.speaker.kind, b.speaker.kind):
        return fold(a.speaker.name) == fold(b.speaker.name)
    return same_person(a.speaker.name, b.speaker.name)


def _compare(a: Claim, b: Claim, link: Link, group: Group, context: Context) -> Conflict | None:
    if _unsaid(a) or _unsaid(b):
        return None
    one, other = _reading(a), _reading(b)
    collation = collate(one, other)
    if collation.common < COMMON or collation.common < SAME * min(len(one.tokens), len(other.tokens)):
        return None
    turned = [d for d in collation.differences if d.nature == "altered" and _turns(one, other, d)]
    denied = _denied(a) != _denied(b)
    if (len(turned) % 2 == 1) == denied:
        return None
    nature = "denied" if denied else "negated"
    sides = [
        context.side(_value(claim), [_evidence(claim, own, [d.a if claim is a else d.b for d in turned], nature)])
        for claim, own in ((a, one), (b, other))
    ]
    sides.sort(key=lambda side: side.value)
    subject = min((c.speaker.name for c in (a, b) if c.speaker), key=lambda name: (-len(name), name))
    given = " and ".join(f"“{side.value}” by {context.articles[side.articles[0]].outlet}" for side in sides)
    return Conflict(
        id=Conflict.fingerprint("negation", subject, tuple(fold(side.value) for side in sides)),
        kind="negation",
        nature=nature,
        severity="high",
        confidence=round(link.score * collation.share, 2),
        subject=subject,
        summary=f"{subject} is reported with {given}: the one is the contrary of the other.",
        explanation="The two reports agree in their words but for a negation, or for words that exclude each other.",
        sides=tuple(sides),
        group_id=group.id,
    )


def _evidence(claim: Claim, own: Reading, changes: Sequence[Range], nature: str) -> Evidence:
    """The passage of a claim, with the negation marked, or the reporting word where that denies it."""
    spans = {(token.start, token.end) for change in changes for token in own.tokens[slice(*change)]}
    if nature == "denied" and claim.cue:
        spans = {(claim.cue.span.start, claim.cue.span.end)}
    return Evidence(
        article_id=claim.article_id,
        claim_id=claim.id,
        span=claim.content.span,
        differing=tuple(Span(start=start, end=end) for start, end in sorted(spans)),
    )


def _reading(claim: Claim) -> Reading:
    return reading([Piece(claim.content.text, claim.content.span.start, closed=False)])


def _denied(claim: Claim) -> bool:
    """Whether the speaker says that the content is not so."""
    return bool(claim.cue and fold(claim.cue.text) in load("wording")["denials"])


def _unsaid(claim: Claim) -> bool:
    """Whether the speaker is said not to have said it, which is not to say the contrary."""
    return claim.negated and not _denied(claim)


def _turns(a: Reading, b: Reading, change: Difference) -> bool:
    """Whether a change makes a statement its contrary: a negation more, or a word that excludes the other."""
    table = load("wording")
    one = {token.key for token in a.tokens[slice(*change.a)]}
    other = {token.key for token in b.tokens[slice(*change.b)]}
    negations = set(table["negations"])
    if bool(one & negations) != bool(other & negations):
        rest = (one ^ other) - negations - set(table["helpers"])
        return len(rest) < len(one ^ other) and len(rest) <= 2
    return any((one & set(x) and other & set(y)) or (one & set(y) and other & set(x)) for x, y in table["opposites"])


def _value(claim: Claim) -> str:
    cue = f"{claim.cue.text} " if claim.cue else ""
    return " ".join(f"{cue}{claim.content.text}".split())
