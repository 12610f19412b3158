"""How far each person stands in the foreground of a text at a position (salience; Lappin and Leass 1994).

Subjects stand in the foreground, the rest of a sentence behind them, and every sentence that goes by dims what it
doesn't mention again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from ..entities.genders import Gender
from ..models import SpeakerKind
from .name_words import leaning

MAIN = 2
"""The rank of the subject of a main clause, or of a verb of saying."""
CENTER = 3
"""The rank of a pronoun as such a subject: what is told of as "she" is the center (Grosz, Joshi and Weinstein 1995)."""
REPORTS = 4
"""The rank of the subject of a verb of saying, for a pronoun that has such a verb itself."""
NAMED = -1
"""The rank of a mention of somebody whom the words in question tell of by name."""
_WEIGHT = {REPORTS: 4.0, CENTER: 3.2, MAIN: 3.0, 1: 2.5, 0: 0.7, NAMED: -2.0}
"""How far in the foreground a mention is, by how far it is a subject."""
_ALONE = 1.5
"""What a sentence adds to the only person that it names, where its subject is none."""
_PARAGRAPH = 0.3
"""What a new paragraph dims beyond its sentence."""
_KNOWN = 0.8
"""What a gender that a table tells, or the text, adds."""
_NO_PERSON = 0.8
"""What a name takes that nothing tells to be a person's."""
_LEANS, _AGAINST = 0.5, 2.2
"""What the likely gender of a name adds where it is the pronoun's, and takes where it is not."""
_REACH = 8
"""Sentences before a pronoun in which it finds whom it means; who is surely of its gender may stand further back."""
_CLEAR = 0.5
"""By how much the first must stand before the second for the choice to be clear."""


class Person(Protocol):
    """What is asked of a member of the cast."""

    name: str
    gender: Gender | None
    kind: SpeakerKind
    place: bool
    impersonal: bool
    named: bool
    roles: set[str]


class Antecedent(NamedTuple):
    """The member that a pronoun goes back to."""

    person: int
    clear: bool = True
    """Whether nobody else comes near."""
    only: bool = True
    """Whether nobody else is there at all, and the text or a table tells the gender."""


class Told(NamedTuple):
    """A mention with where it stands."""

    start: int
    person: int
    subject: int
    sentence: int
    paragraph: int


class Place(NamedTuple):
    """Where words stand that mean somebody told of before."""

    sentence: int
    paragraph: int
    gender: Gender | None
    """The one that they tell."""
    inside: bool
    """Whether they go on with their sentence, and may take up the only person named there."""


def foremost(members: Sequence[Person], told: Sequence[Told], spoken: Iterable[Told], at: Place) -> Antecedent | None:
    """The member of a gender, or of any, who stands in the foreground at a place, and how clearly.

    ``told`` are the mentions of persons before it, ``spoken`` the places where somebody was found to speak.
    """
    alone = _alone(told, at.sentence + at.inside)
    scores: dict[int, float] = {}
    lasts: dict[int, int] = {}
    weighed = [(t, _WEIGHT[t.subject] + _ALONE * (t.start in alone)) for t in told]
    for t, weight in (*weighed, *((said, _WEIGHT[MAIN]) for said in spoken)):
        member = members[t.person]
        gone = at.sentence - t.sentence
        if (at.gender and member.gender not in (at.gender, None)) or (gone > _REACH and member.gender is None):
            continue
        lines = _PARAGRAPH * (at.paragraph - t.paragraph) * (gone <= _REACH)
        dimmed = weight + _leaning(member, at.gender) - gone - lines
        scores[t.person] = max(scores.get(t.person, dimmed), dimmed)
        lasts[t.person] = max(lasts.get(t.person, 0), t.start)
    return _first(members, scores, lasts, at.gender)


def _first(
    members: Sequence[Person], scores: dict[int, float], lasts: dict[int, int], gender: Gender | None
) -> Antecedent | None:
    """The foremost of the persons with these scores and places of their last mentions."""
    known = {p for p in scores if (members[p].gender == gender if gender else members[p].named)}
    ranked = [(round(score + _KNOWN * (p in known), 6), p) for p, score in scores.items()]
    ranked.sort(key=lambda r: (r[0], lasts[r[1]]), reverse=True)
    if not ranked:
        return None
    (score, person), *others = ranked
    clear = not others or score - max(s for s, _ in others) >= _CLEAR
    return Antecedent(person, clear, not others and person in known)


def _leaning(person: Person, gender: Gender | None) -> float:
    """What the likely gender of a name that no table knows adds for a pronoun."""
    if gender is None:
        return 0.0
    likely = leaning(person.name) if person.gender is None else None
    if likely is None:
        told = person.kind == "person" or person.gender or person.roles or not person.named
        return 0.0 if told else -_NO_PERSON
    return _LEANS if likely == gender else -_AGAINST


def _alone(persons: Sequence[Told], last: int) -> set[int]:
    """Where mentions stand that are the only persons of their sentence, one before ``last``, and no subject."""
    found: dict[int, list[Told]] = {}
    for told in persons:
        if told.sentence < last:
            found.setdefault(told.sentence, []).append(told)
    return {own[0].start for own in found.values() if len({t.person for t in own}) == 1 and not own[0].subject}
