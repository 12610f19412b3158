"""Whether two values of one fact can both be right: numbers, days and places."""

from __future__ import annotations

from ..models import Claim, Passage, Quantity, When
from . import addresses, places, times
from .addresses import Address
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
        return times.can_be_one(a, b)
    one, other = address_of(a), address_of(b)
    if one and other:
        return addresses.can_be_one(one, other)
    return places.can_be_one(_text(a), _text(b))


def address_of(value: Value) -> Address | None:
    """The parts of a place that is an address; None for any other value."""
    return None if isinstance(value, Quantity | When) else addresses.parse(value.text)


def gives(a: Value, b: Value) -> bool:
    """Whether who gives a value gives another too: no house by its street alone, no hour by "in the evening"."""
    if not can_both_be(a, b):
        return False
    if isinstance(a, When) and isinstance(b, When):
        return times.hour(b) is None or times.hour(a) is not None
    one, other = address_of(a), address_of(b)
    return one is None or other is None or addresses.tell_as_much(one, other)


def are_slips(a: Value, b: Value) -> bool:
    """Whether two values are addresses that can't both be right and are alike but for one part, as by a slip."""
    one, other = address_of(a), address_of(b)
    return one is not None and other is not None and addresses.are_near(one, other) and not can_both_be(a, b)


def age_of(claim: Claim) -> float | None:
    """The age that a claim gives, whoever has it; None for no age, and for a decade of life."""
    return claim.quantities[0].value if claim.quantities and claim.quantities[0].kind == "age" else None


def values_of(claim: Claim) -> tuple[Value, ...]:
    """The values that a claim states: the one of a narration, and the numbers and days inside quotation marks."""
    if claim.form == "indirect":
        return ()
    numbers = tuple(q for q in claim.quantities if q.kind != "ordinal")
    return (*numbers, *claim.dates, *((claim.venue,) if claim.venue and claim.form == "narration" else ()))


def tells(value: Value) -> bool:
    """Whether a value can contradict another at all: not "hundreds", nor a time that nothing places, nor "Asia"."""
    if isinstance(value, When):
        return times.has_day(value) or times.has_clock(value)
    if not isinstance(value, Quantity):
        return not places.is_region(_text(value))
    if value.kind == "score" or value.value is not None:
        return True
    low, high = value.low, value.high
    return low is not None and high is not None and low > 0 and high / low <= VAGUE


def _text(value: Value) -> str:
    return value.text or ""
