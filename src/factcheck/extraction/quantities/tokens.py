"""The tokens of a text as the search for quantities sees them: words, digits and single marks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

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

    @classmethod
    def of(cls, text: str) -> Tokens:
        """The tokens of ``text`` in order."""
        # Tokens and the gaps between them by turns: their lengths add up to their places.
        pieces = _TOKEN.split(text)
        places = list(accumulate(map(len, pieces)))
        words = pieces[1::2]
        return cls(text, words, list(map(str.lower, words)), places[:-1:2], places[1::2])

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
