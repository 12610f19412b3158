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
    """'male', 'female', another word for the person, or nothing for anybody."""
    part: str
    """'hurt', 'accused', or else what kin the person is; nothing where the sentence doesn't tell."""


def sole_days(days: Iterable[Day]) -> dict[str, frozenset[str]]:
    """The claims, by id, with the only day that their article gives for an incident, and the sorts of the incident."""
    table = load("happenings")
    incident, telling = frozenset((*table["incident"], *table["causes"])), frozenset(table["befalling"])
    given: defaultdict[str, list[Day]] = defaultdict(list)
    for day in days:
        if day.sorts and day.sorts <= incident and day.sorts & telling:
            given[day.article].append(day)
    return {x.claim: x.sorts for own in given.values() if len({x.day for x in own}) == 1 for x in own}


def one_incident(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the sorts of two sole days can be of one incident: what caused it is told by one, and by both alike."""
    causes = frozenset(load("happenings")["causes"])
    return bool((a | b) & causes) and (bool(a & b & causes) or not (a & causes and b & causes))


def sole_ages(ages: Iterable[Age]) -> dict[str, Age]:
    """The claims, by id, with the only age that their article gives of people of that sex and part."""
    given: defaultdict[str, list[Age]] = defaultdict(list)
    for age in ages:
        given[age.article].append(age)
    return {x.claim: x for own in given.values() for x in own if x.part and x.sex and _is_sole(x, own)}


def _is_sole(age: Age, others: Sequence[Age]) -> bool:
    """Whether nobody else of that sex has another age, but for those who have another part."""
    return all(x.years == age.years for x in others if x.sex == age.sex and x.part in (age.part, ""))
