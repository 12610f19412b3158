"""Copies: articles that share a body, against all pairs in which the shorter body's word 5-grams stand in the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from factcheck import Article
from factcheck.alignment.copies import mark_copies
from factcheck.text import fold, words

LENGTH = 5
"""Words in a run."""
SHARED = 0.8
"""Share of the shorter body's runs that the other holds, too, from which two bodies are one text."""
LEAST = 20
"""Runs of the shorter body below which nothing is judged."""


def score_copies(events: list[dict[str, Any]]) -> dict[str, float]:
    """Precision and recall of the pairs of articles found to be copies, among all articles of all events."""
    rows = {row["id"]: row for event in events for row in event["articles"]}
    articles = [Article(id=row["id"], source=row["outlet"], text=row["text"]) for row in rows.values()]
    wanted = _exact({article.id: _runs(article.text) for article in articles})
    found = _pairs(mark_copies(articles))
    right = len(wanted & found)
    return {
        "precision": round(right / max(1, len(found)), 3),
        "recall": round(right / max(1, len(wanted)), 3),
        "pairs": len(wanted),
    }


def _exact(runs: dict[str, set[tuple[str, ...]]]) -> set[frozenset[str]]:
    """Every pair that shares enough, by counting all runs that any two have in common."""
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for article, own in runs.items():
        if len(own) >= LEAST:
            for run in own:
                holders[run].append(article)
    common = Counter(pair for held in holders.values() for pair in combinations(sorted(held), 2))
    return {frozenset((a, b)) for (a, b), n in common.items() if n >= SHARED * min(len(runs[a]), len(runs[b]))}


def _runs(text: str) -> set[tuple[str, ...]]:
    tokens = [word.group() for word in words(fold(text))]
    return {tuple(tokens[i : i + LENGTH]) for i in range(len(tokens) - LENGTH + 1)}


def _pairs(articles: Iterable[Article]) -> set[frozenset[str]]:
    families: dict[str, set[str]] = {}
    for article in articles:
        families.setdefault(article.copy_of or article.id, set()).add(article.id)
    return {frozenset(pair) for family in families.values() for pair in combinations(sorted(family), 2)}
