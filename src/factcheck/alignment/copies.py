"""Articles that repeat one body: wire texts, syndication, republication. They are one witness, however many outlets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from zlib import crc32

from ..models import Article
from ..text import folded_words

GRAM = 5
"""Words of a shingle."""

SHARED = 0.8
"""Least share of the shingles of the shorter body that a copy has in common with the other."""

SAMPLED = 8
"""One shingle in so many is looked up; the candidates that this finds are then compared in full."""

SHORT = 160
"""Shingles of a body up to which all of them are looked up."""

LEAST = 20
"""Least shingles of a body that can be called a copy: below, a headline or a stock phrase would be enough."""

WINDOW = 30
"""Earlier articles with the same shingle that an article is compared with, the latest ones."""


def mark_copies(articles: Sequence[Article]) -> list[Article]:
    """The articles in their order, with ``copy_of`` set for those that repeat the body of an earlier one.

    The original is the earliest by day of publication, then by id; an article without a day counts as the latest. What
    ``copy_of`` held before is written anew.
    """
    ordered = sorted(range(len(articles)), key=lambda at: (_day(articles[at]), articles[at].id))
    rank = {at: place for place, at in enumerate(ordered)}
    shingles = [_shingles(article.prose) for article in articles]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    original: dict[int, int] = {}
    for at in ordered:
        own = shingles[at]
        if len(own) < LEAST:
            continue
        seen: Counter[int] = Counter()
        for shingle in _sample(own):
            earlier = holders[shingle]
            if earlier:
                seen.update(earlier[-WINDOW:])
            earlier.append(at)
        for other, _ in sorted(seen.items(), key=lambda item: (-item[1], rank[item[0]])):
            if _overlap(own, shingles[other]) >= SHARED:
                original[at] = original.get(other, other)
                break
    return [
        article.model_copy(update={"copy_of": articles[original[at]].id if at in original else None})
        for at, article in enumerate(articles)
    ]


def _day(article: Article) -> date:
    return article.published.start if article.published else date.max


def _shingles(text: str) -> frozenset[int]:
    words = list(map(str.encode, folded_words(text)))
    runs = zip(*(words[first:] for first in range(GRAM)), strict=False)
    return frozenset(map(crc32, map(b" ".join, runs)))


def _sample(shingles: frozenset[int]) -> Iterable[int]:
    return shingles if len(shingles) <= SHORT else (shingle for shingle in shingles if shingle % SAMPLED == 0)


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / min(len(a), len(b))
