"""The two numbers of a score or vote, however they are written."""

from __future__ import annotations

import re
from itertools import pairwise

from .number_words import small_numbers

VOTES = "votes"
"""What the score of a vote counts."""

_WORD = re.compile(r"\d+|[a-z]+")


def points(score: str) -> tuple[int, ...]:
    """The numbers of a score in their order: 7 and 2 of "7-2", "7 to 2", "seven votes to two"."""
    found: list[int] = []
    told = [(int(word) if word.isdecimal() else small_numbers().get(word)) for word in _WORD.findall(score.lower())]
    for before, number in pairwise([None, *told]):
        if number is None:
            continue
        if before is not None and before >= 20 and before % 10 == 0 and 0 < number < 10 and _is_compound(score):
            found[-1] += number
        else:
            found.append(number)
    return tuple(found)


def _is_compound(score: str) -> bool:
    """Whether the numbers are written in words, of which "twenty" and "six" are one."""
    return not any(char.isdecimal() for char in score)
