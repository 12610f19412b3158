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
from itertools import accumulate, chain
from typing import NamedTuple

from ..entities.roots import concept, is_past
from ..knowledge import load
from ..knowledge import words as listed
from ..text import Range, fold, sentences
from .information import RARE, information, remembered, stem

HALF, WHOLE = 0.5, 1.0
"""How far apart a comma or "and", and a stronger mark or a subordinating word, put what stands on their two sides."""

_TOKEN = re.compile(r"([^\W\d_]\w*+(?:['’-]\w++)*+|\d[\d.,:/]*\d|\d|[^\w\s])")
_WEAK = frozenset((",", "and", "or"))
_STRONG = frozenset(';:()—–"“”')


class Word(NamedTuple):
    """What a word or mark of a sentence is by itself, wherever it stands."""

    low: str
    """It, folded."""
    root: str
    """The root of what tells something; nothing for small words, numbers, days and marks."""
    bound: float
    """How far apart it puts what stands on its two sides."""
    past: bool
    going: bool
    nominal: bool
    """By its ending a form of the past, a form in "-ing", or a noun."""
    adverb: bool
    between: bool
    helping: bool
    determiner: bool
    preposition: bool
    subject: bool
    """Which of the small words it is."""


@remembered
def word(written: str) -> Word:
    """What a word or mark is, as it is written."""
    low = fold(written)
    adverb = low.endswith("ly") and low not in listed("clauses", "no_adverbs")
    return Word(
        low=low,
        root=telling_root(low),
        bound=_bound(low),
        past=is_past(low),
        going=low.endswith("ing"),
        nominal=low.endswith(("tion", "ment", "ness")),
        adverb=adverb,
        between=adverb or low in listed("clauses", "between"),
        helping=low in listed("clauses", "helping"),
        determiner=low in listed("clauses", "determiners"),
        preposition=low in listed("clauses", "prepositions"),
        subject=low in listed("clauses", "subjects"),
    )


class Sentence:
    """One sentence: its words and marks in order, by parallel lists."""

    __slots__ = ("adverbs", "bounds", "ends", "lows", "opens_with_name", "range", "roots", "starts", "verbs", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        # Tokens and the gaps between them by turns: their lengths add up to their places.
        pieces = _TOKEN.split(text[start:end])
        places = list(accumulate(map(len, pieces), initial=start))
        self.range: Range = (start, end)
        self.words: list[str] = pieces[1::2]
        self.starts: list[int] = places[1:-1:2]
        self.ends: list[int] = places[2:-1:2]
        told = list(map(word, self.words))
        self.lows = [one.low for one in told]
        self.roots = [one.root for one in told]
        self.bounds = [one.bound for one in told]
        self.adverbs = [one.adverb for one in told]
        self.verbs = _verbs(self.words, told)
        self.opens_with_name = False
        """Whether its first word, which is always written large, is a name elsewhere in the article."""

    def at(self, span: Range) -> tuple[int, int]:
        """The words, first and one past the last, that a range of the text touches."""
        return bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])

    def is_name(self, at: int) -> bool:
        """Whether a word is written large for another reason than that it opens the sentence, and is no pronoun."""
        return (at > 0 or self.opens_with_name) and self.words[at][0].isupper() and bool(self.roots[at])


def _verbs(written: Sequence[str], told: Sequence[Word]) -> list[bool]:
    """Of each word of a sentence whether it is used as a verb."""
    before: Word | None = None
    found: list[bool] = []
    for at, one in enumerate(told):
        verbal = one.root != "" and not one.adverb and not (at and written[at][0].isupper())
        found.append(verbal and _is_verb(one, before))
        if not one.between:
            before = one
    return found


def _is_verb(told: Word, before: Word | None) -> bool:
    """Whether a word is a verb behind the last word before it that can tell so."""
    if before is None:
        return told.past or told.going
    if before.helping:
        return not told.nominal
    if told.past:
        return not before.determiner
    if told.going:
        return not before.determiner and not before.preposition
    return before.subject and (told.low.endswith("s") or before.low != "it")


def _mark_openings(sentences: Sequence[Sentence]) -> None:
    """Marks the sentences that open with a word that stands large inside others, and small in none."""
    large = {one.roots[at] for one in sentences for at in range(1, len(one.words)) if one.is_name(at)}
    small = {root for one in sentences for root, word in zip(one.roots, one.words, strict=True) if word[0].islower()}
    for one in sentences:
        one.opens_with_name = bool(one.roots) and one.roots[0] in large and one.roots[0] not in small


class Clauses:
    """The sentences of an article, and how many of them hold each word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ranges: list[Range] = list(sentences(text))
        self._starts = [start for start, _ in self.ranges]
        self.sentences: Sequence[Sentence] = [Sentence(text, start, end) for start, end in self.ranges]
        _mark_openings(self.sentences)
        self._around: dict[int, frozenset[str]] = {}

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences each telling root stands."""
        return Counter(chain.from_iterable(self.telling))

    @cached_property
    def telling(self) -> list[frozenset[str]]:
        """The telling roots of each sentence."""
        return [frozenset(filter(None, sentence.roots)) for sentence in self.sentences]

    def around(self, number: int) -> frozenset[str]:
        """The telling roots of the two sentences beside one."""
        if number not in self._around:
            beside = (at for at in (number - 1, number + 1) if 0 <= at < len(self.telling))
            self._around[number] = frozenset().union(*(self.telling[at] for at in beside))
        return self._around[number]

    def index(self, position: int) -> int:
        """The sentence in which a position lies."""
        return max(bisect_right(self._starts, position) - 1, 0)


@remembered
def telling_root(low: str) -> str:
    """The root of a folded word that tells something by itself, or of its near synonyms; nothing of others."""
    if len(low) < 2 or not low[0].isalpha() or low in _small():
        return ""
    return concept(low)


def _bound(low: str) -> float:
    if low in _WEAK:
        return HALF
    return WHOLE if low in _STRONG or low in listed("clauses", "subordinators") else 0.0


@remembered
def told(word: str) -> float:
    """The information, in nats, of a telling root: that of the commonest word that it stands for."""
    return _common().get(word, RARE)


@cache
def _common() -> dict[str, float]:
    """The information of each telling root that a common word has."""
    found: dict[str, float] = {}
    for band in load("common_words")["bands"].values():
        for word in map(fold, band):
            own = concept(word)
            found[own] = min(found.get(own, RARE), information(stem(word)))
    return found


@cache
def _small() -> frozenset[str]:
    """Words that say nothing of what a clause tells: small and helping words, words of saying, and of the calendar."""
    names = ("small", "helping", "determiners", "prepositions", "subordinators", "subjects", "saying", "between")
    own = frozenset().union(*(listed("clauses", name) for name in names))
    return own | listed("number_names", "months") | listed("number_names", "weekdays") | listed("clauses", "times")
