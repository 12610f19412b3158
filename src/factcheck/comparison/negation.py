"""Negation: a statement of one source, and its contrary in another.

Two quotations are left to ``wording``, which shows a negation inside quotation marks as an altered word. Here it is
about reported speech, also against a quotation, and about what outlets tell themselves: "will" and "will not",
"approved" and "rejected", "confirmed" and "denied".
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ..entities.contraries import lemmas
from ..entities.names import same_person
from ..entities.polarity import Contradiction, contradiction
from ..knowledge import words
from ..models import Claim, Comparison, Conflict, Evidence, Group, Link, Span
from ..settings import Settings
from ..text import Range, fold
from .certainty import by_certainty
from .change import sense
from .collation import Collation, collate
from .context import NOTHING, Context
from .tokens import Piece, Reading, reading

COMMON = 5
"""Least words that both reports hold, beside the negation."""

SAME = 0.75
"""Least share of the words of the shorter report that the other holds too."""

MORE = 1
"""Words of meaning that one of two reports may have more where they stand in another order."""

SURE = 0.9
"""Least score of a link between two reports that share the words of meaning in another order."""

DAYS = 1
"""Days between two articles up to which such reports are of one occasion. Later, minds may have changed."""

CONTRARY: tuple[Literal["negated"], Literal["excluded"]] = ("negated", "excluded")
"""The evidence of links of contrary acts: one is denied, or the two exclude each other."""

KNOWN = 1 << 12
"""Statements whose words are remembered."""

_EXPLANATIONS = {
    "negated": "The two tell the same but for a negation.",
    "excluded": "The two tell the same but for acts or states that exclude each other.",
    "denied": "The two reports tell the same, and by one of them the speaker denies it.",
}


def compare_negation(group: Group, context: Context, settings: Settings) -> Comparison:
    """A conflict for each pair of linked statements that say the contrary of each other.

    Of an utterance these are reports of one speaker, at least one of them indirect; of an event, sentences in which
    outlets tell contrary acts. The second are conflicts or only possible by how sure they are.
    """
    compare = {"utterance": _of_speech, "event": _of_event}.get(group.topic)
    if compare is None or (compare is _of_event and not any(map(_kind_of, group.links))):
        return NOTHING
    found: dict[str, Conflict] = {}
    for link in group.links:
        a, b = context.claims[link.a], context.claims[link.b]
        articles = (a.article_id, b.article_id)
        conflict = compare(a, b, link, group, context) if context.apart(*articles, articles) else None
        if conflict:
            found.setdefault(conflict.id, conflict)
    told = tuple(found[key] for key in sorted(found))
    if group.topic == "utterance":
        return Comparison(conflicts=told)
    return by_certainty(told, settings)


def _one_speaker(a: Claim, b: Claim) -> bool:
    if a.speaker is None or b.speaker is None:
        return False
    if a.speaker.name == b.speaker.name and a.speaker.name[0].isupper():
        return True
    described = [speaker.name for speaker in (a.speaker, b.speaker) if speaker.resolved_by == "description"]
    # "Quill said" may be all that an article has of a person whom another names in full.
    if len(described) > 1 or any(" " in name or not name[0].isupper() for name in described):
        return False
    if "organization" in (a.speaker.kind, b.speaker.kind):
        return fold(a.speaker.name) == fold(b.speaker.name)
    return same_person(a.speaker.name, b.speaker.name)


def _of_speech(a: Claim, b: Claim, link: Link, group: Group, context: Context) -> Conflict | None:
    if "indirect" not in (a.form, b.form) or not _one_speaker(a, b) or _unsaid(a) or _unsaid(b):
        return None
    collation = collate(_reading(a), _reading(b))
    alike = collation.common >= COMMON and collation.common >= SAME * min(_length(a), _length(b))
    found = contradiction(a.content.text, b.content.text)
    turned = found is not None and found.beside <= MORE and link.score >= SURE and _one_occasion(a, b, context)
    if not alike and not turned:
        return None
    if _denied(a) == _denied(b):
        contrary = found is not None
    else:
        contrary = found is None and alike and not _differ(_reading(a), _reading(b), collation)
    if not contrary:
        return None
    subject = min((c.speaker.name for c in (a, b) if c.speaker), key=lambda name: (-len(name), name))
    return _conflict((a, b), found, subject, round(link.score * collation.share, 2), (group, context))


def _of_event(a: Claim, b: Claim, link: Link, group: Group, context: Context) -> Conflict | None:
    """The conflict between two statements that tell contrary acts: as sure as the alignment is that they do."""
    kind = _kind_of(link)
    if kind is None or link.values is None:
        return None
    found = Contradiction(kind, (_within(a, link.values[0]),), (_within(b, link.values[1]),), 0)
    return _conflict((a, b), found, context.event_name((a, b)), round(link.score, 2), (group, context))


def _kind_of(link: Link) -> Literal["negated", "excluded"] | None:
    """In which way a link joins contrary acts; None where it doesn't."""
    return next((kind for kind in CONTRARY if kind in link.evidence), None)


def _within(claim: Claim, span: Span) -> Range:
    start = claim.content.span.start
    return span.start - start, span.end - start


def _differ(one: Reading, other: Reading, collation: Collation) -> bool:
    """Whether two reports differ in more than small words."""
    tokens = ((d, one.tokens[slice(*d.a)], other.tokens[slice(*d.b)]) for d in collation.differences)
    return any(sense(d.nature, x, y) not in ("function", "spelling", "filler") for d, x, y in tokens)


def _conflict(
    claims: tuple[Claim, Claim],
    found: Contradiction | None,
    subject: str,
    confidence: float,
    where: tuple[Group, Context],
) -> Conflict:
    """The conflict between two statements; without a contradiction in their words, one of them is a denial."""
    group, context = where
    nature = found.kind if found else "denied"
    marked = (found.one, found.other) if found else ((), ())
    sides = [context.side(_value(c), [_evidence(c, own, nature)]) for c, own in zip(claims, marked, strict=True)]
    sides.sort(key=lambda side: side.value)
    given = " and ".join(f"“{side.value}” by {context.articles[side.articles[0]].outlet}" for side in sides)
    told = "is reported with" if group.topic == "utterance" else "is told with"
    return Conflict(
        id=Conflict.fingerprint("negation", subject, tuple(fold(side.value) for side in sides)),
        kind="negation",
        nature=nature,
        severity="high",
        confidence=confidence,
        subject=subject,
        summary=f"{subject} {told} {given}: the one is the contrary of the other.",
        explanation=_EXPLANATIONS[nature],
        sides=tuple(sides),
        group_id=group.id,
    )


def _one_occasion(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two articles came out so close to each other that they report one occasion."""
    one, other = context.articles[a.article_id].published, context.articles[b.article_id].published
    return one is not None and other is not None and abs((one.start - other.start).days) <= DAYS


def _evidence(claim: Claim, marked: tuple[Range, ...], nature: str) -> Evidence:
    """The passage of a claim, with the words that make the contrary, or the reporting word where that denies it."""
    start = claim.content.span.start
    spans = {(start + x, start + y) for x, y in marked}
    if nature == "denied" and claim.cue:
        spans = {(claim.cue.span.start, claim.cue.span.end)}
    return Evidence(
        article_id=claim.article_id,
        claim_id=claim.id,
        span=claim.content.span,
        differing=tuple(Span(start=x, end=y) for x, y in sorted(spans)),
    )


def _reading(claim: Claim) -> Reading:
    return _read(claim.content.text, claim.content.span.start)


@lru_cache(KNOWN)
def _read(text: str, start: int) -> Reading:
    return reading([Piece(text, start, closed=False)])


def _length(claim: Claim) -> int:
    return len(_reading(claim).tokens)


def _denied(claim: Claim) -> bool:
    """Whether the speaker says that the content is not so."""
    return claim.cue is not None and not lemmas(fold(claim.cue.text)).isdisjoint(words("contraries", "denials"))


def _unsaid(claim: Claim) -> bool:
    """Whether the speaker is said not to have said it, which is not to say the contrary."""
    return claim.negated and not _denied(claim)


def _value(claim: Claim) -> str:
    cue = f"{claim.cue.text} " if claim.cue else ""
    return " ".join(f"{cue}{claim.content.text}".split())
