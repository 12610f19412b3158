"""How much two narrations say the same, so that what they state can be taken for one fact."""

from __future__ import annotations

from ..entities.happenings import is_general, one_fate, one_happening
from ..knowledge import words as listed
from .narrated import Narrated, counts_people, measure, tells_age

MOST, LARGE = 5, 0.6
"""Words that two sentences must share to tell one fact by their words alone, and their least share of the shorter's."""

FEW = 2
"""Words that two sentences must share besides the slot that a day or a month fills in both."""

SOME, PART, LOOSE = 3, 0.35, 0.5
"""The same for two sentences that tell of one sort of happening, and the share for sorts that any story has."""

NEWS = 1
"""Days between two articles up to which numbers that grow, plans that change and meetings that follow each other are
taken for one."""


def likeness(x: Narrated, y: Narrated, *, alone: bool = False) -> float:
    """How much two statements of one measure say the same, from 0 to 1; 0 where it is not enough for one fact."""
    if _of_two_things(x, y):
        return 0.0
    shared = len(x.words & y.words)
    shorter, longer = sorted((len(x.words), len(y.words)))
    of_age = tells_age(x.claim)
    one = (one_fate if of_age else one_happening)(x.sorts, y.sorts)
    if close(x, y) and (one or not _needs_sort(x) or (of_age and not (x.sorts and y.sorts))):
        return shared / longer
    if alone:
        return 0.0
    if x.slots & y.slots and (x.claim.quantities or x.names & y.names or shared >= FEW):
        return (1 + shared) / (1 + longer)
    part = LOOSE if is_general(x.sorts & y.sorts) else PART
    return shared / shorter if one and shared >= SOME and shared >= part * shorter else 0.0


def close(x: Narrated, y: Narrated) -> float:
    """The share of the shorter statement's words that both have, where it makes one fact by itself; otherwise 0."""
    shared, shorter = len(x.words & y.words), min(len(x.words), len(y.words))
    return shared / shorter if shared >= MOST and shared >= LARGE * shorter else 0.0


def _needs_sort(statement: Narrated) -> bool:
    """Whether a statement can't be told from its like without the sort of happening: a day, a town or an age."""
    return not statement.claim.quantities or tells_age(statement.claim)


def _of_two_things(x: Narrated, y: Narrated) -> bool:
    """Whether something tells that two statements of one measure are of two things, however alike they are.

    They name nothing alike, where each has names; one tells a boy's age, the other a girl's; one tells of a part; two
    bodies voted; two things were built; or people are counted of whom not the same is told.
    """
    named = x.names and y.names and not x.names & y.words and not y.names & x.words
    told = any(one and other and one != other for one, other in ((x.bearer, y.bearer), (x.voters, y.voters)))
    by_slot = measure(x.claim)[0] == "year" or counts_people(x.claim)
    return bool(named) or told or _is_part(x) != _is_part(y) or (by_slot and not x.slots & y.slots)


def _is_part(statement: Narrated) -> bool:
    """Whether a number is of a part of something: "the first stage would cost 5 million"."""
    return bool(statement.claim.quantities) and not listed("happenings", "parts").isdisjoint(statement.told)


def of_one_time(x: Narrated, y: Narrated, days: int | None) -> bool:
    """Whether two statements of what may change are of one time: in articles of one day, or in like words a day later.

    Not where they name two weekdays, where one tells of something else ("200 marched there"), or where an article has
    no day.
    """
    (one, other), (else_x, else_y) = (
        [s.told & names for s in (x, y)]
        for names in (listed("number_names", "weekdays"), listed("happenings", "elsewhere"))
    )
    if (one and other and not one & other) or bool(else_x) != bool(else_y):
        return False
    return days == 0 or (days is not None and days <= NEWS and len(x.words & y.words) >= SOME)


def changes(statement: Narrated) -> bool:
    """Whether what is told may be another thing a few days later: a plan's month, how long a meeting lasted.

    The age of somebody who was arrested may be that of somebody else by then.
    """
    if statement.claim.dates:
        return statement.claim.dates[0].precision == "month"
    kind = statement.claim.quantities[0].kind if statement.claim.quantities else ""
    again = kind == "age" and not statement.sorts.isdisjoint(listed("happenings", "repeated"))
    return again or kind in ("measure", "score") or (kind == "count" and bool(statement.slots))
