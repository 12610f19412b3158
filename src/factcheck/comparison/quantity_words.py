"""Quantities in the words of newspapers: "$4.2 million", "18 months", "the number of jobs"."""

from __future__ import annotations

from functools import cache

from ..entities.scores import VOTES, points
from ..knowledge import load
from ..models import Quantity

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
"""From a million on, a number is told by its scale where three decimals are enough for it."""


def label(quantity: Quantity) -> str:
    """A quantity in plain words, the same for all ways to write it."""
    if quantity.kind == "score":
        return "-".join(map(str, points(quantity.text)))
    if quantity.value is None:
        return quantity.text.lower()
    bound = "" if quantity.bound == "exact" else f"{quantity.bound} "
    return f"{bound}{_with_unit(quantity.value, quantity)}"


def measured(quantity: Quantity) -> str:
    """What a quantity measures, in words that go on with "as": "the sum", "the number of jobs"."""
    if quantity.kind == "count":
        return f"the number of {quantity.counted}" if quantity.counted else "the number"
    if quantity.kind == "measure" and quantity.unit in load("units")["time"]:
        return "the length of time"
    if quantity.kind == "score":
        return "the vote" if quantity.counted == VOTES else "the score"
    return {"money": "the sum", "percent": "the share"}.get(quantity.kind, "the measure")


def _with_unit(value: float, quantity: Quantity) -> str:
    unit = quantity.unit
    if unit is None or quantity.kind == "age":
        return f"{value:,.10g}"
    if quantity.kind != "money":
        return (
            f"{value:,.10g}%" if unit == "%" else f"{value:,.10g} {unit if value == 1 else _plurals().get(unit, unit)}"
        )
    number = f"{value:,.10g}" if value == int(value) else f"{value:,.2f}"
    for size, name in SCALES:
        if value >= size:
            scaled = value / size
            number = f"{scaled:.10g} {name}" if round(scaled, 3) == scaled else number
            break
    if unit in _signs():
        return f"{_signs()[unit]}{number}"
    return f"{number} {unit}{'s' if unit.islower() and value != 1 else ''}"


@cache
def _plurals() -> dict[str, str]:
    """The plural of each unit, which the table gives behind the singular."""
    table = load("units")
    return {unit: forms[1] for part in ("spelt", "time") for unit, forms in table[part].items() if len(forms) > 1}


@cache
def _signs() -> dict[str, str]:
    """The sign of each currency that has one of its own."""
    return {code: sign for sign, code in load("currencies")["signs"].items()}
