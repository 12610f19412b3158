"""One person's name in two spellings. Nicknames, initials and middle names are forms of a name, and no conflict."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from ..entities.name_parts import parse_name
from ..entities.names import one_letter_apart, spelled_differently
from ..models import Claim, Comparison, Conflict, Evidence, Group, Speaker
from ..text import fold
from .context import Context

_CONFIDENCE = 0.9
"""How sure a conflict is: of 23 read on 500 pairs of articles of one event, one was a company and two a mere mark."""


def compare_names(group: Group, context: Context) -> Comparison:
    """Conflicts, severity low, between the spellings that articles give one person's name; one for each pair."""
    spellings: defaultdict[tuple[str, ...], list[tuple[Claim, Speaker]]] = defaultdict(list)
    for claim in sorted((context.claims[c] for c in group.claims), key=lambda c: c.id):
        person = claim.subject if claim.form == "narration" else claim.speaker
        if person is not None:
            parsed = parse_name(person.name)
            spellings[*parsed.given[:1], *parsed.surname].append((claim, person))
    conflicts: list[Conflict] = []
    for a, b in combinations(sorted(spellings), 2):
        sides = [(_fullest(spellings[key]), spellings[key]) for key in (a, b)]
        roots = [{context.articles[c.article_id].copy_of or c.article_id for c, _ in given} for _, given in sides]
        if _differ(sides[0][0], sides[1][0]) and len(roots[0] | roots[1]) > 1:
            conflicts.append(_conflict(group, context, sides))
    return Comparison(conflicts=tuple(conflicts))


def _differ(a: str, b: str) -> bool:
    return spelled_differently(a, b) or one_letter_apart(a, b)


def _fullest(given: list[tuple[Claim, Speaker]]) -> str:
    return min((person.name for _, person in given), key=lambda n: (-len(fold(n)), fold(n), n))


def _conflict(group: Group, context: Context, sides: list[tuple[str, list[tuple[Claim, Speaker]]]]) -> Conflict:
    values = tuple(name for name, _ in sides)
    return Conflict(
        id=Conflict.fingerprint("name", values[0], values),
        kind="name",
        nature="spelling",
        severity="low",
        confidence=_CONFIDENCE,
        subject=values[0],
        summary=f"One name is spelled in two ways: {values[0]} and {values[1]}.",
        explanation="Both are spellings of one person's name.",
        sides=tuple(
            context.side(
                name,
                [
                    Evidence(article_id=c.article_id, claim_id=c.id, span=p.mention.span, differing=(p.mention.span,))
                    for c, p in given
                ],
            )
            for name, given in sides
        ),
        group_id=group.id,
    )
