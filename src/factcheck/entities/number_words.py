"""The words for small numbers."""

from __future__ import annotations

from functools import cache

from ..knowledge import load


@cache
def small_numbers() -> dict[str, int]:
    """The words for the numbers below a hundred that are one word each, with their values."""
    table = load("numbers")
    return {**table["units"], **table["tens"]}
