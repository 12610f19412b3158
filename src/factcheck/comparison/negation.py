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
from .change import endings
from .collation import Collation, collate
from .context import Context
from .differences import Difference
from .tokens import Piece, Reading, Token, reading

COMMON = 5
"""Least words that both reports hold, beside the negation."""

SAME = 0.75
"""Least share of the words of the shorter report that the other holds too."""


SURE = 0.9
"""Least score of a link between two reports that are held against each other word for word, whatever their order."""

DAYS = 1
"""Days between two articles up to which such reports are of one occasion. Later, minds may have changed."""

TELLING = 3
"""Words of meaning that such reports share before one of them may have a word more."""


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
    if a.speaker is None or b.speaker is None:
        return False
    described = [speaker.name for speaker in (a.speaker, b.speaker) if speaker.resolved_by == "description"]
    # "Quill said" may be all that an article has of a person whom another names in full.
    if len(described) > 1 or any(" " in name or not name[0].isupper() for name in described):
        return False
    if "organization" in (a.speaker.kind, b.speaker.kind):
        return fold(a.speaker.name) == fold(b.speaker.name)
    return same_person(a.speaker.name, b.speaker.name)


def _compare(a: Claim, b: Claim, link: Link, group: Group, context: Context) -> Conflict | None:
    if _unsaid(a) or _unsaid(b):
        return None
    one, other = _reading(a), _reading(b)
    collation = collate(one, other)
    turned = _turned(one, other, collation)
    if turned is None and link.score >= SURE and _one_occasion(a, b, context):
        turned = _negations_of_one(one, other)
    if turned is None:
        return None
    denied = _denied(a) != _denied(b)
    if (len(turned) % 2 == 1) == denied:
        return None
    nature = "denied" if denied else "negated"
    sides = [
        context.side(_value(claim), [_evidence(claim, own, [change[at] for change in turned], nature)])
        for at, (claim, own) in enumerate(((a, one), (b, other)))
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


def _turned(one: Reading, other: Reading, collation: Collation) -> list[tuple[Range, Range]] | None:
    """The changes that turn one report into the contrary of the other; None where they are not reports of one thing."""
    if collation.common < COMMON or collation.common < SAME * min(len(one.tokens), len(other.tokens)):
        return None
    changes = [d for d in collation.differences if d.nature == "altered"]
    turned = [d for d in changes if _turns(one, other, d)]
    # "Needs no loan for the first stage", "needs a loan for the second stage": two things.
    if any(
        _telling(one.tokens[slice(*d.a)]) and _telling(other.tokens[slice(*d.b)]) for d in changes if d not in turned
    ):
        return None
    return [(d.a, d.b) for d in turned]


def _negations_of_one(one: Reading, other: Reading) -> list[tuple[Range, Range]] | None:
    """The negations of two reports that have the same words of meaning in any order; None where they have not.

    "The board plans no cuts", "no cuts are planned": a longer report may have one word more.
    """
    shorter, longer = sorted((_telling(one.tokens), _telling(other.tokens)), key=len)
    rest = list(longer)
    for token in shorter:
        match = next((t for t in rest if t.key == token.key or endings([t], [token])), None)
        if match is None:
            return None
        rest.remove(match)
    if not shorter or len(rest) > (len(shorter) >= TELLING):
        return None
    return [((at, at + 1), (0, 0)) for at in _negations(one)] + [((0, 0), (at, at + 1)) for at in _negations(other)]


def _telling(tokens: Sequence[Token]) -> list[Token]:
    """The words of meaning among these."""
    table = load("wording")
    return [
        token for token in tokens if not any(token.key in table[name] for name in ("small", "negations", "helpers"))
    ]


def _negations(own: Reading) -> list[int]:
    return [at for at, key in enumerate(own.keys) if key in load("wording")["negations"]]


def _one_occasion(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two articles came out so close to each other that they report one occasion."""
    one, other = context.articles[a.article_id].published, context.articles[b.article_id].published
    return one is not None and other is not None and abs((one.start - other.start).days) <= DAYS


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
