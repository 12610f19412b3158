"""The tokens of a text as the search for quantities sees them: words, digits and single marks, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from .grouping import grouped

MAX_DIGITS = 18
"""Digits in a row beyond which a string is a code, not a number."""

# Every alternative starts with another class of character, and every repeat is possessive or bounded: linear time.
_TOKEN = re.compile(
    r"((?:[a-zA-Z]++(?:[^\W\d_]++)?|[^\W\d_]++)(?:['’][^\W\d_]++)*+"
    r"|\d{1,3}(?:,\d{3})++(?![\d])(?:\.\d++)?|\d++(?:\.\d++)?|(?<![\w.])\.\d++(?!\w|\.\d)|[^\w\s]|_)"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, as lists of equal length."""

    text: str
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    values: dict[int, float] = field(default_factory=dict)
    """What the tokens come to that are numbers in several pieces ("12 345")."""

    @classmethod
    def of(cls, text: str) -> Tokens:
        """The tokens of ``text`` in order."""
        # Tokens and the gaps between them by turns: their lengths add up to their places.
        pieces = _TOKEN.split(text)
        places = list(accumulate(map(len, pieces)))
        words, starts, ends = pieces[1::2], places[:-1:2], places[1::2]
        values = _merge(text, words, starts, ends)
        return cls(text, words, list(map(str.lower, words)), starts, ends, values)

    def at(self, i: int) -> str:
        """The token ``i`` in lower case, or nothing beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def word(self, i: int) -> str:
        """The token ``i`` as written, or nothing beyond either end."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Whether nothing stands between the tokens ``i - 1`` and ``i``."""
        return 0 < i < len(self.starts) and self.ends[i - 1] == self.starts[i]

    def near(self, i: int) -> bool:
        """Whether at most two characters, and no break of a paragraph, stand between ``i - 1`` and ``i``."""
        if not 0 < i < len(self.starts):
            return False
        gap = self.starts[i] - self.ends[i - 1]
        return gap == 0 or (gap <= 2 and self.text.count("\n", self.ends[i - 1], self.starts[i]) < 2)

    def digits(self, i: int) -> bool:
        """Whether the token ``i`` is written in digits: "12", ".5"."""
        return 0 <= i < len(self.words) and self.words[i][-1].isdecimal()

    def capital(self, i: int) -> bool:
        """Whether the token ``i`` begins with a capital letter."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def phrase(self, i: int, length: int) -> str:
        """The ``length`` tokens from ``i`` in lower case, joined by single spaces."""
        return " ".join(self.low[max(i, 0) : i + length]) if i + length <= len(self.low) else ""

    def begins(self, i: int) -> bool:
        """Whether a sentence or a line begins at the token ``i``."""
        if i == 0 or "\n" in self.text[self.ends[i - 1] : self.starts[i]]:
            return True
        return self.words[i - 1] in ".!?:;\"“”'‘(—–"


def _merge(text: str, words: list[str], starts: list[int], ends: list[int]) -> dict[int, float]:
    """Make one token of each number that is written in several pieces; the values of these tokens."""
    values: dict[int, float] = {}
    groups = [(bisect_left(starts, group.start), bisect_left(ends, group.end), group) for group in grouped(text)]
    if not groups:
        return values
    kept: list[tuple[str, int, int]] = []
    at = 0
    for first, last, group in groups:
        if not (first >= at and starts[first] == group.start and ends[last] == group.end):
            continue
        kept += zip(words[at:first], starts[at:first], ends[at:first], strict=True)
        values[len(kept)] = group.value
        kept.append((text[group.start : group.end], group.start, group.end))
        at = last + 1
    kept += zip(words[at:], starts[at:], ends[at:], strict=True)
    words[:], starts[:], ends[:] = (list(column) for column in zip(*kept, strict=True))
    return values
