"""Corpora of any size, made of real articles with seeded changes, for measuring speed.

The articles come again and again, each time as another story of the same kind. In every telling but the first a word
is exchanged for one that is met about as often: words that are near each other in the order of their frequency change
places, names among names and listed words (those of the table of common words) among listed ones. What is too rare for
that is spelled with other letters, and the days are moved. Outside of quotation marks the most frequent words stay, and
so do those by which speech, days and offices are told, so that claims can be read from the articles. So words are as
frequent and sentences as long as in life, the vocabulary grows with the corpus, and two tellings have common words in
common but hardly a quotation.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

from factcheck.alignment.information import listed_shares, stem
from factcheck.knowledge import load
from factcheck.models import Article, Interval
from factcheck.text import WORD, fold

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"

STAY = 100
"""The most frequent words, which stay outside of quotation marks: most are function words."""

BAND = 10
"""Words in a row, by frequency, that change places."""

SEEN = 5
"""A word that is met less often is spelled with other letters."""

TABLES = ("cues", "calendar", "roles")
"""The tables of words that stay outside of quotation marks."""

_SPEECH = re.compile(r"(“[^”]*”|\"[^\"]*\")")


class Vocabulary:
    """The words of a corpus, and what becomes of them when it is told again."""

    def __init__(self, texts: Iterable[str]) -> None:
        """``texts`` are all texts of the corpus."""
        met = Counter(word for text in texts for word in WORD.findall(text) if not word[0].isdigit())
        small: Counter[str] = Counter()
        for word, times in met.items():
            small[word.lower()] += times
        self._stay = _of_tables() | {word for word, _ in small.most_common(STAY)}
        kinds: defaultdict[tuple[bool, bool], list[str]] = defaultdict(list)
        for word, times in sorted(small.items(), key=lambda item: (-item[1], item[0])):
            if times >= SEEN:
                kinds[2 * met[word] < times, stem(fold(word)) in listed_shares()].append(word)
        self._bands = [words[at : at + BAND] for words in kinds.values() for at in range(0, len(words), BAND)]
        self._telling = 0
        self._others: Mapping[str, str] = {}
        self._letters: Mapping[int, int] = {}

    def retold(self, text: str, telling: int) -> str:
        """A text as it is in a telling; the first one changes nothing."""
        pieces = enumerate(_SPEECH.split(text))
        return "".join(self.said(piece, telling, frozenset() if at % 2 else self._stay) for at, piece in pieces)

    def said(self, text: str, telling: int, stay: frozenset[str] = frozenset()) -> str:
        """Words of a speaker as they are in a telling, but for those that stay."""
        if not telling:
            return text
        if telling != self._telling:
            self._telling, self._others, self._letters = telling, *self._changes(telling)
        others, letters = self._others, self._letters

        def other(match: re.Match[str]) -> str:
            word = match[0]
            small = word.lower()
            if small in stay or word[0].isdigit():
                return word
            if small not in others:
                return word.translate(letters)
            return others[small].capitalize() if word[0].isupper() else others[small]

        return WORD.sub(other, text)

    def _changes(self, telling: int) -> tuple[Mapping[str, str], Mapping[int, int]]:
        """What each frequent word becomes, and each letter of a rare one: vowels vowels, and consonants consonants."""
        random = Random(telling)
        others: dict[str, str] = {}
        for band in self._bands:
            others.update(zip(band, random.sample(band, len(band)), strict=True))
        letters: dict[int, int] = {}
        for kind in (VOWELS, CONSONANTS):
            other = "".join(random.sample(kind, len(kind)))
            letters |= str.maketrans(kind + kind.upper(), other + other.upper())
        return others, letters


def seeded(path: Path, most: int) -> Iterator[Article]:
    """So many articles, made of those in a file of events."""
    rows = [row for line in path.open(encoding="utf-8") for row in json.loads(line)["articles"]]
    vocabulary = Vocabulary(text for row in rows for text in (row["title"], row["text"]))
    return islice((_retold(row, vocabulary, telling) for telling in count() for row in rows), most)


def _retold(row: Mapping[str, str], vocabulary: Vocabulary, telling: int) -> Article:
    day = moved(row["date"], telling) if row.get("date") else None
    return Article(
        source=row["outlet"],
        title=vocabulary.retold(row["title"], telling),
        text=vocabulary.retold(row["text"], telling),
        published=Interval(start=day, end=day) if day else None,
    )


def moved(day: str, telling: int) -> date:
    """A day as it is in a telling, up to a year later."""
    return date.fromisoformat(day) + timedelta(Random(telling).randrange(365) if telling else 0)


@cache
def _of_tables() -> frozenset[str]:
    return frozenset(word for name in TABLES for text in _strings(load(name)) for word in WORD.findall(text.lower()))


def _strings(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield key
            yield from _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)
