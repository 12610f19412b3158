"""One person's name in two spellings. Nicknames, initials and middle names are forms of a name, and no conflict.

Nor are accents, hyphens, the order of words and house spelling; two schemes of romanization are told as what they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from ..entities.name_parts import parse_name
from ..entities.name_relation import relate_names
from ..entities.names import one_letter_apart, spelled_differently
from ..knowledge import load
from ..models import Claim, Comparison, Conflict, Evidence, Group, Speaker
from ..text import closed, fold
from .context import NOTHING, Context, sentence_around

_CONFIDENCE = 0.9
"""How sure a conflict is: of 23 read on 500 pairs of articles of one event, one was a company and two a mere mark."""

MOST = 50
"""Names of a group, whatever their spelling, from which on they are many people's: words that many say."""

_WAYS = {2: "two", 3: "three", 4: "four"}


def compare_names(group: Group, context: Context) -> Comparison:
    """Conflicts, severity low, between the spellings that articles give one person's name; all of a name are one."""
    claims = (context.claims[name] for name in sorted(group.claims))
    people = ((claim, claim.subject if claim.form == "narration" else claim.speaker) for claim in claims)
    named = [(claim, person) for claim, person in people if person is not None]
    if len({person.name for _, person in named}) < 2:
        return NOTHING
    spellings: defaultdict[tuple[str, ...], list[tuple[Claim, Speaker]]] = defaultdict(list)
    for claim, person in named:
        parsed = parse_name(person.name)
        spellings[*parsed.given[:1], *parsed.surname].append((claim, person))
    if len(spellings) > MOST:
        return NOTHING
    variants = {_fullest(given): given for _, given in sorted(spellings.items())}
    conflicts = []
    for names in _variants_of_one(sorted(variants)):
        roots = {context.articles[c.article_id].copy_of or c.article_id for name in names for c, _ in variants[name]}
        if len(roots) > 1:
            conflicts.append(_conflict(group, context, [(name, variants[name]) for name in names]))
    return Comparison(conflicts=tuple(conflicts)) if conflicts else NOTHING


def _variants_of_one(names: Sequence[str]) -> list[list[str]]:
    """The names that are spellings of each other, together; a name without a variant is left out."""
    found: list[list[str]] = []
    for name in names:
        home = next((own for own in found if any(_differ(name, other) for other in own)), None)
        if home is None:
            found.append([name])
        else:
            home.append(name)
    return [own for own in found if len(own) > 1]


def _differ(a: str, b: str) -> bool:
    """Whether two names are spelled in two ways by letters, not by a mere mark, and are of no street or body."""
    if not (spelled_differently(a, b) or one_letter_apart(a, b)) or _is_thing(a) or _is_thing(b):
        return False
    return relate_names(a, b).kind not in ("same", "house", "transposed")


def _is_thing(name: str) -> bool:
    last = fold(name).split()[-1:]
    return any(word in _things() or word.removesuffix("s") in _things() for word in last)


@cache
def _things() -> frozenset[str]:
    """Words that end the names of streets and bodies."""
    return frozenset(load("number_names")["streets"]) | frozenset(load("names")["words"]["organizations"].split())


def _short(name: str) -> str:
    """A name without middle and nicknames, so that a conflict found in several groups is one."""
    parsed = parse_name(name)
    return " ".join((*parsed.given[:1], *parsed.surname))


def _fullest(given: list[tuple[Claim, Speaker]]) -> str:
    return min((person.name for _, person in given), key=lambda n: (-len(fold(n)), fold(n), n))


def _explained(schemes: set[str]) -> str:
    """Why the spellings differ, as far as it is known."""
    if not schemes:
        return "They are spellings of one person's name."
    scripts = " and ".join(sorted(schemes - {"other"})) or "another script"
    return f"They are one person's name by two schemes of writing {scripts} in Latin letters."


def _conflict(group: Group, context: Context, sides: list[tuple[str, list[tuple[Claim, Speaker]]]]) -> Conflict:
    values = tuple(name for name, _ in sides)
    schemes = {relate_names(_short(a), _short(b)).scheme for a, b in combinations(values, 2)} - {""}
    listed = f"{', '.join(values[:-1])} and {values[-1]}"
    return Conflict(
        id=Conflict.fingerprint("name", "", tuple(_short(name) for name in values)),
        kind="name",
        nature="transliterated" if schemes else "spelling",
        severity="low",
        confidence=_CONFIDENCE,
        subject=values[0],
        summary=closed(f"One name is spelled in {_WAYS.get(len(values), len(values))} ways: {listed}"),
        explanation=_explained(schemes),
        sides=tuple(
            context.side(
                name,
                [
                    Evidence(
                        article_id=c.article_id,
                        claim_id=c.id,
                        span=sentence_around(context.articles[c.article_id].prose, p.mention.span),
                        differing=(p.mention.span,),
                    )
                    for c, p in given
                ],
            )
            for name, given in sides
        ),
        group_id=group.id,
    )
