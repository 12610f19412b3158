"""How much a word tells: rare words weigh more than common ones.

What a word tells is read from a table of common words, not counted in the input. So the score of two statements depends
on the two alone: it stays when others come in, and it is the same on whatever machine a pair is scored.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar
from zlib import crc32

from ..knowledge import load
from ..text import folded_words

STATEMENTS = 3000
"""Statements of general experience that the table of common words stands for beside those of an input."""

UNLISTED = 1e-4
"""Share of statements that hold a word which the table doesn't list. On 6,734 marked quotations this fixed share and
shares that are counted in the quotations too give the same F1 within a point, cross-validated."""

RARE = -math.log(UNLISTED)
"""Information of a word which the table doesn't list, in nats."""

STATEMENT = 20
"""Running words of a usual statement: a word that is one in a thousand words stands in one of fifty statements."""

ENDINGS = ("ing", "ed", "es", "ly", "s", "e")
"""Endings that are cut, so that "wish" meets "wished"."""

KNOWN = 1 << 17
"""Words that a function remembers."""

LEVEL = 0b1111
"""The bits of a `word_hash` that hold the level of the word's information."""

STEM = 3
"""Least letters that are left of a word when its ending is cut."""


Value = TypeVar("Value")


class _Remembered(dict[str, Value]):
    def __init__(self, function: Callable[[str], Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> Value:
        value = self._function(word)
        if len(self) < KNOWN:
            self[word] = value
        return value


def remembered(function: Callable[[str], Value]) -> Callable[[str], Value]:
    """``function``, which remembers what it gave for the first ``KNOWN`` words.

    Frequent words come early, so there is no need to keep in mind which word was last asked for, as `lru_cache` does:
    that takes longer than the looking up.
    """
    return _Remembered(function).__getitem__


def terms(text: str) -> list[str]:
    """The words of ``text`` as they are compared: folded, without apostrophes and endings."""
    return list(map(stem, folded_words(text)))


@remembered
def stem(word: str) -> str:
    """A folded word without its apostrophes and its ending."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) > STEM + 1 and not word.endswith("ss"):
        for ending in ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= STEM:
                return word[: -len(ending)]
    return word


def information(word: str) -> float:
    """The information of ``word``, as `stem` gives it, in nats: -log of the share of statements that hold it."""
    return _information().get(word, RARE)


def informations(words: Iterable[str]) -> list[float]:
    """The information of each word."""
    get = _information().get
    return [get(word, RARE) for word in words]


@remembered
def word_hash(word: str) -> int:
    """A number of 32 bits for a word; its last bits are the level of the word's information.

    Two words may have one number, but not two words of different information.
    """
    return crc32(word.encode()) & ~LEVEL | _levels().index(information(word))


def word_hashes(text: str) -> set[int]:
    """The `word_hash` of each word of ``text``, as `terms` gives it."""
    return set(map(_hash_of, folded_words(text)))


@remembered
def _hash_of(word: str) -> int:
    return word_hash(stem(word))


def informations_by_hash(hashes: Iterable[int]) -> list[float]:
    """The information, in nats, of the words with these hashes."""
    level = _levels()
    return [level[hash_ & LEVEL] for hash_ in hashes]


@cache
def _levels() -> tuple[float, ...]:
    """What a word can tell: the information of a word that is not listed, and that of each band of the table."""
    return (RARE, *sorted(set(_information().values())))


@cache
def listed_shares() -> dict[str, float]:
    """The share of statements that hold a word, by word as `stem` gives it, of each word in the table."""
    shares: dict[str, float] = {}
    for band, listed in load("common_words")["bands"].items():
        for word in listed:
            shares.setdefault(stem(word), 1 - math.exp(-STATEMENT / int(band)))
    return shares


@cache
def _information() -> dict[str, float]:
    return {word: -math.log(share) for word, share in listed_shares().items()}
