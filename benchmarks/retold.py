"""Corpora of any size, made of real articles with seeded changes, for measuring speed.

The articles come again and again, each time as if told of other people and places: half of the words that the table
of common words doesn't list are spelled with other letters, and the days are moved. So the vocabulary grows with the
corpus as in life, articles of one event still share their quotations, and those of two tellings their common words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import count, islice
from pathlib import Path
from random import Random
from zlib import crc32

from factcheck.alignment.information import listed_shares, stem
from factcheck.models import Article, Interval
from factcheck.text import WORD, fold

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"


def seeded(path: Path, most: int) -> Iterator[Article]:
    """So many articles, made of those in a file of events."""
    rows = [row for line in path.open(encoding="utf-8") for row in json.loads(line)["articles"]]
    return islice((_retold(row, telling) for telling in count() for row in rows), most)


def _retold(row: dict[str, str], telling: int) -> Article:
    day = date.fromisoformat(row["date"]) + timedelta(Random(telling).randrange(365)) if row.get("date") else None
    return Article(
        source=row["outlet"],
        title=retold(row["title"], telling),
        text=retold(row["text"], telling),
        published=Interval(start=day, end=day) if day else None,
    )


def retold(text: str, telling: int) -> str:
    """A text with half of its rare words spelled with other letters; as it is in the first telling."""
    if not telling:
        return text
    table = _table(telling)
    return WORD.sub(lambda match: match[0].translate(table) if _is_rare(match[0]) else match[0], text)


@cache
def _is_rare(word: str) -> bool:
    plain = stem(fold(word))
    return word.isalpha() and plain not in listed_shares() and crc32(plain.encode()) % 2 == 0


@lru_cache(16)
def _table(telling: int) -> dict[int, int]:
    """A spelling: vowels become vowels, and consonants consonants."""
    random = Random(telling)
    before = after = ""
    for letters in (VOWELS, CONSONANTS):
        other = "".join(random.sample(letters, len(letters)))
        before += letters + letters.upper()
        after += other + other.upper()
    return str.maketrans(before, after)
