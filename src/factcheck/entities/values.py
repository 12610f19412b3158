"""Whether two values of one fact can both be right: numbers, days and places."""

from __future__ import annotations

from ..knowledge import words as listed
from ..models import Claim, Passage, Quantity, When
from ..text import fold
from .rounding import compatible

Value = Quantity | When | Passage

VAGUE = 1.6
"""Greatest quotient of the ends of a range that still says how many: "hundreds" and "several" don't."""


CASUALTIES = ("people killed", "people injured")
"""What a number counts that tells the dead or the hurt of an event."""


def can_both_be(a: Value, b: Value) -> bool:
    """Whether two values of one kind can both be right: equal, rounded, one within the other, or too vague to tell."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return compatible(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return _one_time(a, b)
    return _one_place(fold(_text(a)), fold(_text(b)))


def tells_age(claim: Claim) -> bool:
    """Whether a claim gives an age, whoever has it."""
    return bool(claim.quantities) and claim.quantities[0].kind == "age"


def values_of(claim: Claim) -> tuple[Value, ...]:
    """The values that a claim states: the one of a narration, and the numbers and days inside quotation marks."""
    if claim.form == "indirect":
        return ()
    numbers = tuple(q for q in claim.quantities if q.kind != "ordinal")
    return (*numbers, *claim.dates, *((claim.venue,) if claim.venue and claim.form == "narration" else ()))


def tells(value: Value) -> bool:
    """Whether a value can contradict another at all: not "hundreds", nor a time that no calendar or weekday places."""
    if isinstance(value, When):
        return value.start is not None or bool(weekday(value))
    if not isinstance(value, Quantity) or value.kind == "score" or value.value is not None:
        return True
    low, high = value.low, value.high
    return low is not None and high is not None and low > 0 and high / low <= VAGUE


def _one_time(a: When, b: When) -> bool:
    """Whether two times can be one: they overlap, or are named alike, as the week or year of one may be misread."""
    if fold(a.text or "") == fold(b.text or ""):
        return True
    if a.start and a.end and b.start and b.end:
        return a.start <= b.end and b.start <= a.end
    one, other = weekday(a), weekday(b)
    return not (one and other) or one == other


def weekday(when: When) -> str:
    """The first letters of the weekday that an expression names; nothing where it names none."""
    for word in fold(when.text or "").replace(",", " ").replace("'s", " ").split():
        if word in listed("number_names", "weekdays"):
            return word[:3]
    return ""


def _one_place(a: str, b: str) -> bool:
    one, other = set(a.replace("-", " ").split()), set(b.replace("-", " ").split())
    return one <= other or other <= one


def _text(value: Value) -> str:
    return value.text or ""
