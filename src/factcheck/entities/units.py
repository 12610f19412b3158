"""Units of measure: which of them measure one thing, and what a value in one comes to in another."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..knowledge import load


class Unit(NamedTuple):
    """What a unit measures, and what it comes to in the base unit of that."""

    dimension: str
    factor: float
    zero: float

    def in_base(self, value: float) -> float:
        """A value in this unit in the base unit."""
        return (value - self.zero) * self.factor


@cache
def unit_of(name: str | None) -> Unit | None:
    """The unit of this name, as in `Quantity.unit`; None where it can't be converted."""
    table = load("units")
    for dimension, units in table["dimensions"].items():
        if name in units:
            return Unit(dimension, units[name], table["zeros"].get(name, 0.0))
    return None


def dimension_of(name: str | None) -> str | None:
    """What a unit measures, such as "length"; of one that can't be converted, its own name."""
    found = unit_of(name)
    return found.dimension if found else name


@cache
def unit_words() -> frozenset[str]:
    """The words that spelt units begin with: "square" of "square mile"."""
    table = load("units")
    return frozenset(form.split()[0] for part in ("spelt", "time") for forms in table[part].values() for form in forms)
