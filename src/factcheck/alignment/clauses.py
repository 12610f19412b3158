"""The sentences of an article, word by word, with what stands between their clauses and which words are used as verbs.

A rule of thumb in place of a parser: a comma, a bracket, a dash or a subordinating word parts two clauses, and a word
is a verb by its ending or by the helping word before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from ..entities.roots import concept, is_past
from ..knowledge import words as listed
from ..text import Range, fold, sentences

HALF, WHOLE = 0.5, 1.0
"""How far apart a comma or "and", and a stronger mark or a subordinating word, put what stands on their two sides."""

_TOKEN = re.compile(r"[^\W\d_]\w*(?:['’-]\w+)*|\d[\d.,:/]*\d|\d|[^\w\s]")
_WEAK = frozenset((",", "and", "or"))
_STRONG = frozenset(';:()—–"“”')


class Sentence:
    """One sentence: its words and marks in order, by parallel lists."""

    __slots__ = ("bounds", "ends", "lows", "range", "roots", "starts", "verbs", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.range: Range = (start, end)
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.lows = [fold(word) for word in self.words]
        self.roots = [telling_root(low) for low in self.lows]
        """The root of each word that tells something; nothing for small words, numbers, days and marks."""
        self.bounds = [_bound(low) for low in self.lows]
        self.verbs = [self._is_verb(at) for at in range(len(found))]

    def at(self, span: Range) -> tuple[int, int]:
        """The words, first and one past the last, that a range of the text touches."""
        return bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])

    def is_name(self, at: int) -> bool:
        """Whether a word is written large inside the sentence, and is no pronoun."""
        return at > 0 and self.words[at][0].isupper() and bool(self.roots[at])

    def _is_verb(self, at: int) -> bool:
        low = self.lows[at]
        if not self.roots[at] or (at and self.words[at][0].isupper()):
            return False
        back = at - 1
        while back >= 0 and (self.lows[back].endswith("ly") or self.lows[back] in listed("clauses", "between")):
            back -= 1
        before = self.lows[back] if back >= 0 else ""
        if before in listed("clauses", "helping"):
            return not low.endswith(("tion", "ment", "ness"))
        if is_past(low):
            return before not in listed("clauses", "determiners")
        if low.endswith("ing"):
            return before not in listed("clauses", "determiners") and before not in listed("clauses", "prepositions")
        return before in listed("clauses", "subjects") and (low.endswith("s") or before != "it")


class Clauses:
    """The sentences of an article, and how many of them hold each word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ranges: list[Range] = list(sentences(text))
        self._starts = [start for start, _ in self.ranges]
        self.sentences: Sequence[Sentence] = [Sentence(text, start, end) for start, end in self.ranges]

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences each telling root stands."""
        return Counter(word for sentence in self.sentences for word in set(sentence.roots) if word)

    def index(self, position: int) -> int:
        """The sentence in which a position lies."""
        return max(bisect_right(self._starts, position) - 1, 0)


def telling_root(low: str) -> str:
    """The root of a folded word that tells something by itself, or of its near synonyms; nothing of others."""
    if len(low) < 2 or not low[0].isalpha() or low in _small():
        return ""
    return concept(low)


def _bound(low: str) -> float:
    if low in _WEAK:
        return HALF
    return WHOLE if low in _STRONG or low in listed("clauses", "subordinators") else 0.0


@cache
def _small() -> frozenset[str]:
    """Words that say nothing of what a clause tells: small and helping words, words of saying, and of the calendar."""
    names = ("small", "helping", "determiners", "prepositions", "subordinators", "subjects", "saying", "between")
    own = frozenset().union(*(listed("clauses", name) for name in names))
    return own | listed("number_names", "months") | listed("number_names", "weekdays") | listed("clauses", "times")
