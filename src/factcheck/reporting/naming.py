"""What a fact is called: in the words around its value, so that no outlet's headline or reading names it."""

from __future__ import annotations

from collections.abc import Iterable

from ..models import Agreement, Conflict, Evidence
from ..text import words
from .index import Index, letter, outlet, sides

FACTS = ("quantity", "date", "place")
"""The kinds that words around the value name. A title, a name or a quotation is named by its subject."""

AROUND = 9
"""Most words on either side of a value that name what it is of."""

TELLING = 3
"""Least words beside its value of a sentence that names a fact."""

LONGEST = 18
"""Most words of a value that a heading tells in full."""

BLANK = "…"
"""What stands where the value is."""


def context_of(index: Index, evidence: Iterable[Evidence]) -> str:
    """The words around the value of a fact, the value left out: of the shortest statement that tells enough.

    Nothing where the evidence is no narrated fact with one value each.
    """
    found = [told for each in evidence if (told := _blanked(index, each))]
    return min(found, key=lambda told: (len(told), told), default="")


def _blanked(index: Index, evidence: Evidence) -> str:
    claim = index.claims[evidence.claim_id]
    if claim.form != "narration" or len(evidence.differing) != 1:
        return ""
    (value,) = evidence.differing
    text, span = index.articles[evidence.article_id].text, evidence.span
    if value.start == value.end or value.start < span.start or value.end > span.end:
        return ""
    before, behind = text[span.start : value.start].split(), text[value.end : span.end].split()
    if sum(1 for _ in words(" ".join((*before, *behind)))) < TELLING:
        return ""
    opening = [BLANK, *before[-AROUND:]] if len(before) > AROUND else before
    closing = [*behind[:AROUND], BLANK] if len(behind) > AROUND else behind
    glued = closing and not text[value.end].isspace()
    return f"{' '.join((*opening, BLANK))}{'' if glued else ' '}{' '.join(closing)}".rstrip(" .,;:")


def named(index: Index, found: Conflict | Agreement) -> str:
    """What something is about, on one line: the words around the value of a fact, or else the subject."""
    told = context_of(index, (e for side in sides(found) for e in side.evidence)) if found.kind in FACTS else ""
    return told or found.subject


def told_by(index: Index, conflict: Conflict) -> str:
    """Which outlets give which reading, by its letter, where the summary does not name them all."""
    named = [index.names(side.articles) for side in conflict.sides]
    if all(outlet(index.articles[a]) in conflict.summary for side in conflict.sides for a in side.articles):
        return ""
    return "; ".join(f"{letter(number)}: {names}" for number, names in enumerate(named))


def agreed(index: Index, agreement: Agreement) -> str:
    """What sources agree on, as a heading tells it: what it is of, and the value."""
    value = agreement.side.value.split()
    told = " ".join(value if len(value) <= LONGEST else (*value[:LONGEST], BLANK)).rstrip(" ,;")
    quoted = f"“{told}”" if agreement.kind == "wording" else told
    return f"{named(index, agreement)}: {quoted}"
