"""Surroundings: the names and numbers of an article around its statements, which tell one event from another."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text import fold
from .information import remembered, stem, word_hashes

NEAR = 160
"""How far, in code points, a word may stand from a statement to be about it: a clause with the speaker's attribution
and the sentence beside it."""

_NAME = re.compile(r"(?:[a-z][\w’']*+|[\W_]++)*+(?:([^\W\d_][\w’']*|\d[\d,.:]*\d|\d)|\Z)")
"""A name or number, behind the words written small and the marks before it; or the end of the text."""
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n\"“”‘])[\s\"“‘(\[]*+$")
_LOOK_BACK = 6


class Mark(NamedTuple):
    """A name or number of an article."""

    at: int
    word: str


def marks(text: str) -> list[Mark]:
    """The names and numbers in ``text``, the prose of an article, in order, each folded.

    A capital letter at the start of a sentence makes no name, unless the word stands with a capital elsewhere too.
    """
    sure: list[Mark] = []
    doubtful: list[Mark] = []
    for match in _NAME.finditer(text):
        word = match[1]
        if word is None or not (word[0].isupper() or word[0].isdigit()) or (len(word) == 1 and word.isalpha()):
            continue
        at = match.start(1)
        before = text[max(0, at - _LOOK_BACK) : at]
        # Most names stand behind a word and a space, and then the sentence was begun before.
        within = before[-1:] == " " and before[-2:-1].isalnum()
        opens = not within and (at == 0 or _OPENS_SENTENCE.search(before))
        (doubtful if opens else sure).append(Mark(at, _folded(word)))
    known = {mark.word for mark in sure}
    return sorted(sure + [mark for mark in doubtful if mark.word in known])


@remembered
def _folded(word: str) -> str:
    return stem(fold(word))


def beside(text: str, start: int, end: int) -> set[int]:
    """The `word_hash` of the words of ``text`` that stand within ``NEAR`` of ``text[start:end]``, not in it."""
    return word_hashes(f"{text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}")
