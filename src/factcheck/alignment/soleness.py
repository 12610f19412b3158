"""Facts that an article tells of one thing only: the day of its incident, and the age of the one who was hurt.

Where each of two articles on one event gives one day for an incident, both days are of that incident, however little
the sentences have in common. The same holds for the age of the only boy or woman who came to harm, or did the harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ..knowledge import load

NEAR = 5
"""Years by which two ages of one person differ at most. Outlets seldom disagree by more, and two people often do."""


class Day(NamedTuple):
    """A day that a claim gives, and the sorts of happening that it is the day of."""

    claim: str
    article: str
    day: date
    sorts: frozenset[str]


class Age(NamedTuple):
    """An age that a claim gives, and whose it is."""

    claim: str
    article: str
    years: float
    sex: str
    """'male' or 'female'; nothing where the word for the person tells neither."""
    part: str
    """'hurt' or 'accused'; nothing where the sentence doesn't tell."""
    kin: str
    """What kin the person is to somebody else, such as "brother"; nothing where the sentence doesn't tell."""


def sole_days(days: Iterable[Day]) -> dict[str, frozenset[str]]:
    """The claims, by id, with the only day that their article gives for an incident, and the sorts of the incident."""
    table = load("happenings")
    incident, telling = frozenset((*table["incident"], *table["causes"])), frozenset(table["befalling"])
    given: defaultdict[str, list[Day]] = defaultdict(list)
    for day in days:
        if day.sorts <= incident and day.sorts & telling:
            given[day.article].append(day)
    return {x.claim: x.sorts for own in given.values() if len({x.day for x in own}) == 1 for x in own}


def one_incident(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the sorts of two sole days can be of one incident: what caused it is told by one, and by both alike."""
    causes = frozenset(load("happenings")["causes"])
    return bool((a | b) & causes) and (bool(a & b & causes) or not (a & causes and b & causes))


class Sole(NamedTuple):
    """An age, and among whom of its article it is the only one."""

    age: Age
    of_sex: bool
    """Among all of that sex who have that part, or may have it."""
    alone: bool
    """Among all who have that part, or may have it."""
    of_kin: bool
    """Among all who are that kin to somebody."""


def sole_ages(ages: Iterable[Age]) -> dict[str, Sole]:
    """The ages by their claims, each with whether it is the only one of its kind in its article."""
    given: defaultdict[str, list[Age]] = defaultdict(list)
    for age in ages:
        given[age.article].append(age)
    return {age.claim: _sole(age, own) for own in given.values() for age in own}


def _sole(age: Age, own: Sequence[Age]) -> Sole:
    other = [x for x in own if x.years != age.years]
    rivals = [x for x in other if x.part in (age.part, "")]
    return Sole(
        age,
        of_sex=all(x.sex != age.sex for x in rivals),
        alone=not rivals,
        of_kin=all(x.kin != age.kin for x in other),
    )


def one_person(x: Sole, y: Sole) -> bool:
    """Whether two sole ages are of one person: of one sex and part, of one part where a sex is unknown, or one kin."""
    a, b = x.age, y.age
    if abs(a.years - b.years) > NEAR:
        return False
    if a.kin and a.kin == b.kin and x.of_kin and y.of_kin:
        return True
    if not a.part or a.part != b.part:
        return False
    return (x.of_sex and y.of_sex) if a.sex == b.sex != "" else "" in (a.sex, b.sex) and x.alone and y.alone
