"""How long: the unit that an expression counts in, how many of them, and the ISO 8601 duration of both."""

from __future__ import annotations

from ...knowledge import load
from .grammar import Match
from .numbers import cardinal

LONG = 1000
"""Years beyond which "ago" and "in" give no year."""


def unit_of(match: Match) -> str:
    """The unit that an expression counts in, in the singular."""
    word = match.all("UNIT", "UNITS", "CENTURY", "YEARWORD", "QUARTER", "NIGHT", "SECOND")[-1]
    units = load("timex")["units"]
    if word not in units:
        word = {"centuries": "century"}.get(word, word.removesuffix("s"))
    return {"yr": "year", "hr": "hour"}.get(word, word)


def amount_of(match: Match) -> float | None:
    """How many units; None where the wording leaves it open: "a few", "years"."""
    few = match.one("FEW")
    if few:
        return 2 if few == "couple" else None
    numbers = match.all("NUMBER", "SMALL", "LARGE", "DOTTED", "YEAR", "SLASH", "FRACTION")
    told = cardinal(numbers) if numbers else None
    if match.one("QUARTER") and unit_of(match) != "quarter":
        return (told or 1) / 4
    if match.one("HALF"):
        return _with_half(match, told)
    return told if numbers else None if match.one("UNITS") else 1


def _with_half(match: Match, told: float | None) -> float | None:
    """Two and a half, one and a half (in "an hour and a half"), or half."""
    if match.one("TO") not in ("and", None):
        return None
    return (told or 1) + 0.5 if match.one("TO") else 0.5


def period(amount: float, unit: str) -> str:
    """The ISO 8601 duration of an amount of a unit."""
    prefix, letter, times = load("timex")["units"][unit]
    count = amount * times
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    if unit == "year" and (count * 12).is_integer():
        return f"P{int(count)}Y{int(count % 1 * 12)}M".replace("P0Y", "P")
    if letter == "H" and (count * 60).is_integer():
        return f"PT{int(count * 60)}M"
    return f"{prefix}{count:g}{letter}"
