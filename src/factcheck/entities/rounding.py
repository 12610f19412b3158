"""Whether two quantities of one thing can both be true: by their bounds, and by how numbers are rounded."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from ..models import Quantity
from .scores import points
from .units import Unit, unit_of

EXACT_BELOW = 100
"""Whole counts below this are taken as counted, larger ones may be rounded to their last digit that is not zero."""

ROUNDING = 0.05
"""Greatest share of a number that its bare zeros may stand for."""

KNOWN = 1 << 14
"""Numbers that are remembered with how they are rounded."""

CONVERTED = 0.05
"""Share by which a value that was converted into another unit may be off."""

_SCALE = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
_LETTERS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of one thing can both be true: their intervals overlap, or one is the other rounded."""
    if a.kind == "score":
        return sorted(points(a.text)) == sorted(points(b.text))
    if a.unit != b.unit and (one := unit_of(a.unit)) and (other := unit_of(b.unit)):
        return _compatible_in_base(a, one, b, other)
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    if low_a <= high_b and low_b <= high_a:
        return True
    if a.value is None or b.value is None:
        return False
    off = abs(a.value - b.value)
    return off <= _rounding(a.kind, a.value, a.text) or off <= _rounding(b.kind, b.value, b.text)


def _compatible_in_base(a: Quantity, one: Unit, b: Quantity, other: Unit) -> bool:
    """Whether two values in units that can be converted are alike, as far as either writer may have rounded."""
    (low_a, high_a), (low_b, high_b) = _in_base(a, one), _in_base(b, other)
    apart = max(low_a - high_b, low_b - high_a)
    rounded = [_rounding(q.kind, q.value, q.text) * u.factor for q, u in ((a, one), (b, other)) if q.value is not None]
    return apart <= max(*rounded, CONVERTED * min(abs(low_a), abs(low_b)), 0.0)


def _in_base(quantity: Quantity, unit: Unit) -> tuple[float, float]:
    low, high = _range(quantity)
    return unit.in_base(low), unit.in_base(high)


def _range(quantity: Quantity) -> tuple[float, float]:
    low = -inf if quantity.low is None else quantity.low
    return low, inf if quantity.high is None else quantity.high


@lru_cache(KNOWN)
def _rounding(kind: str, value: float, text: str) -> float:
    """By how much the writer may have rounded: half a unit of the last digit that counts."""
    value = abs(value)
    if kind == "age" or (kind == "count" and value < EXACT_BELOW):
        return 0
    digits = _DIGITS.search(text)
    whole, decimals = (digits[1].replace(",", ""), digits[2] or "") if digits else ("", "")
    scale = max((_SCALE.get(word, 1) for word in _LETTERS.findall(text.lower())), default=1)
    # Zeros before a scale word are given on purpose: "50 million" is neither 46 nor 54. Bare zeros may be rounding.
    zeros = len(whole) - len(whole.rstrip("0")) if scale == 1 and not decimals else 0
    step = scale * 10.0 ** (zeros - len(decimals)) / 2
    return min(step, ROUNDING * value) if zeros else step


def middle(quantity: Quantity) -> float:
    """The number, or the middle of what a range allows."""
    if quantity.value is not None:
        return quantity.value
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def size(quantity: Quantity) -> float:
    """The number, or the middle of what a range allows, in the base unit of what is measured."""
    unit = unit_of(quantity.unit)
    return unit.in_base(middle(quantity)) if unit else middle(quantity)
