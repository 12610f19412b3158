"""What two readings of a quotation differ in: places, as ranges of words in each, and their natures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..text import Range

Nature = Literal["altered", "truncated", "elided", "reordered", "spliced", "bracketed", "shortened"]
Relation = Nature | Literal["same", "unlike"]
"""How two stretches differ: ``same`` in the printing alone, ``unlike`` too much to call single words changed."""

Block = tuple[int, int, int]
"""Words that two readings share in a row: where they start in each, and how many they are."""


@dataclass(frozen=True)
class Difference:
    """A place where two readings differ, as ranges of words in each."""

    nature: Nature
    a: Range
    b: Range


def empty(part: Range) -> bool:
    """Whether a range holds nothing."""
    return part[0] >= part[1]
