"""Agreements of wording: versions of one quotation in which no word differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from ..models import Agreement, Conflict, Evidence, Group, Side
from ..text import fold, words
from .collation import Collation, collate
from .context import Context
from .occasion import one_speaker
from .readings import Version, limited
from .speaker import two_names
from .summary import CONFLICTS, cut, subject_of
from .table import Table

PART = 0.8
"""Share of the words of the shorter reading from which on it is taken for a part of the longer one."""

FEW = 4
"""Least words that two share who are not known to be one: "don't move" is what many say."""

_ALIKE: dict[str, str] = {
    "identical": "word for word",
    "translated_mark": "but for punctuation, spelling or contractions",
    "part": "some quote more of it",
    "elided": "with omissions that an ellipsis or an attribution marks",
    "bracketed": "with words that an editor put in brackets",
}


def agreement_of(table: Table, group: Group, context: Context) -> Agreement | None:
    """The largest set of versions in which no word differs, where two independent articles give them.

    Only the words that belong to the group are looked at. Every one of them must be in the other version, or lie beyond
    its ends, or be marked by an ellipsis, an attribution or brackets; a word that stands for another one, even the
    last before an attribution, makes no agreement. No two of the speakers may be known by different names.
    """
    own = [limited(found[0], group.claims) for found in table.readings]
    collations: dict[tuple[int, int], Collation] = {}
    for a, b in combinations(range(len(own)), 2):
        met = _collated(table, own, a, b)
        if met is not None:
            collations[a, b] = met
    made = []
    for part in parts(range(len(own)), lambda a, b: (min(a, b), max(a, b)) in collations):
        found = _versions(table, part)
        claims = [(version, claim) for version in found for claim in version.claims if claim.id in group.claims]
        if any(two_names(a.speaker, b.speaker) for (_, a), (_, b) in combinations(claims, 2)):
            continue
        value = max((_whole(version, group.claims) for version in found), key=lambda text: (len(text), text))
        evidence = [Evidence(article_id=v.article.id, claim_id=c.id, span=c.content.span) for v, c in claims]
        made.append((context.side(value, evidence), part))
    side, part = max(made, key=lambda one: (one[0].witnesses, one[0].value), default=(None, []))
    if side is None or side.witnesses < 2:
        return None
    found = _versions(table, part)
    nature = _nature(part, own, collations, [_whole(version, group.claims) for version in found])
    subject = subject_of(found)
    told = f"“{cut(_shared(part, own, collations))}” ({_told(nature, side)})"
    return Agreement(
        id=Conflict.fingerprint("wording", subject, (nature, fold(side.value))),
        kind="wording",
        nature=nature,
        subject=subject,
        summary=f"{side.witnesses} independent articles quote {subject} alike: {told}.",
        side=side,
        group_id=group.id,
    )


def _versions(table: Table, part: Iterable[int]) -> list[Version]:
    return [version for number in part for version in table.readings[number]]


def parts(numbers: Iterable[int], alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Readings sorted, in a single pass, into sets whose readings are all alike."""
    found: list[list[int]] = []
    for number in numbers:
        home = next((part for part in found if all(alike(number, other) for other in part)), None)
        if home is None:
            found.append([number])
        else:
            home.append(number)
    return found


def _collated(table: Table, own: Sequence[Version], a: int, b: int) -> Collation | None:
    """How the group's own words of two readings meet; None where anything in them differs."""
    whole = table.between(a, b)
    if whole is None or any(d.nature in CONFLICTS for d in whole.differences):
        return None
    found = collate(own[a].reading, own[b].reading)
    shorter = min(len(own[a].reading.tokens), len(own[b].reading.tokens))
    few = 0 if one_speaker(own[a], own[b]) else FEW
    return found if found.alike is not None and found.common >= max(few, PART * shorter) else None


def _shared(part: Sequence[int], own: Sequence[Version], collations: Mapping[tuple[int, int], Collation]) -> str:
    """The words that all readings of a part have, as the shortest of them prints them."""
    base = min(part, key=lambda number: (len(own[number].reading.tokens), number))
    start, end = 0, len(own[base].reading.tokens)
    for other in part:
        collation = collations.get((min(base, other), max(base, other)))
        if collation is not None and collation.alike is not None:
            low, high = collation.alike[base > other]
            start, end = max(start, low), min(end, high)
    if (start, end) == (0, len(own[base].reading.tokens)):
        return _whole(own[base], {claim.id for claim in own[base].claims}).rstrip(" ,;")
    return own[base].printed(start, end)


def _told(nature: str, side: Side) -> str:
    two = nature == "part" and len(side.articles) == 2
    return "one quotes more of it" if two else _ALIKE[nature]


def _whole(version: Version, members: Collection[str]) -> str:
    return " ".join(word for c in version.claims if c.id in members for word in c.content.text.split())


def _whole_both(own: Sequence[Version], collation: Collation, pair: tuple[int, int]) -> bool:
    """Whether neither of two readings has words beyond those that both have."""
    lengths = [(0, len(own[number].reading.tokens)) for number in pair]
    return collation.alike == tuple(lengths)


def _nature(
    part: Sequence[int], own: Sequence[Version], collations: Mapping[tuple[int, int], Collation], texts: Sequence[str]
) -> str:
    natures = {d.nature for pair in combinations(part, 2) for d in collations[pair].differences}
    for nature in ("bracketed", "elided"):
        if nature in natures:
            return nature
    if not all(_whole_both(own, collations[pair], pair) for pair in combinations(part, 2)):
        return "part"
    printed = {tuple(fold(word.group()) for word in words(text)) for text in texts}
    return "identical" if len(printed) == 1 else "translated_mark"
