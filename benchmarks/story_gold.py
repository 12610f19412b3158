"""The disagreements that people found in a story, as places in its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from story_sets import Story

from factcheck import Article
from factcheck.entities.values import Value
from factcheck.models import Quantity, When

Place = tuple[int, int]

_STOP = re.compile(r"[.!?]['\"”’]?\s+|\n")


class Known(NamedTuple):
    """One disagreement: its kinds, and where each side stands in each article."""

    kinds: frozenset[str]
    sides: list[dict[str, list[Place]]]
    clear: bool


class Gold:
    """The disagreements of one story."""

    def __init__(self, known: list[Known]) -> None:
        self._known = known

    def hit(self, one: str, a: Value, other: str, b: Value) -> Literal["clear", "arguable", ""]:
        """Whether two values, each in an article given by id, stand on two sides of a disagreement of their kind."""
        kind = "quantity" if isinstance(a, Quantity) else "date" if isinstance(a, When) else "place"
        found: Literal["clear", "arguable", ""] = ""
        for known in self._known:
            if kind in known.kinds:
                left = {at for at, side in enumerate(known.sides) if _touches(a, side.get(one, ()))}
                right = {at for at, side in enumerate(known.sides) if _touches(b, side.get(other, ()))}
                if any(x != y for x in left for y in right):
                    if known.clear:
                        return "clear"
                    found = "arguable"
        return found


def gold_of(story: Story, articles: Sequence[Article]) -> Gold:
    """The disagreements of a story, placed in its articles."""
    by_name = {Path(article.origin).name: article for article in articles}
    known = []
    for row in story[1]["conflicts"]:
        also = row.get("also_accept") or []
        kinds = frozenset((row["kind"], *([also] if isinstance(also, str) else also)))
        sides = [
            {
                by_name[_short(name)].id: _sentences(by_name[_short(name)].text, words)
                for name, words in side["evidence_by_article"].items()
                if _short(name) in by_name
            }
            for side in row["sides"]
        ]
        clear = row["explained"] is None and row.get("strength", "clear") == "clear"
        known.append(Known(kinds, sides, clear))
    return Gold(known)


def gold_of_values(rows: Sequence[dict[str, Any]], articles: Sequence[Article]) -> Gold:
    """Disagreements that are given by their two values, placed wherever an article has one."""
    known = []
    for row in rows:
        sides = [{article.id: _sentences(article.text, value) for article in articles} for value in row["values"]]
        known.append(Known(frozenset((row["kind"],)), sides, True))
    return Gold(known)


def gold_of_places(rows: Sequence[dict[str, Any]], articles: Sequence[Article]) -> Gold:
    """Disagreements that are given by the places of their values: the number of an article, a start and an end."""
    known = []
    for row in rows:
        sides: list[dict[str, list[Place]]] = []
        for side in row["sides"]:
            places: dict[str, list[Place]] = {}
            for at, start, end in side:
                places.setdefault(articles[at].id, []).append((start, end))
            sides.append(places)
        known.append(Known(frozenset((row["kind"],)), sides, row["hit"] != "arguable"))
    return Gold(known)


def _short(name: Any) -> str:
    return str(name).rpartition("/")[2]


def _touches(value: Value, places: Sequence[Place]) -> bool:
    return value.span is not None and any(value.span.start < end and start < value.span.end for start, end in places)


def _sentences(text: str, words: str) -> list[Place]:
    """The sentences in which these words stand."""
    found, at = [], text.find(words)
    while at >= 0:
        start = max([stop.end() for stop in _STOP.finditer(text, 0, at)] or [0])
        end = _STOP.search(text, at + len(words))
        found.append((start, end.start() if end else len(text)))
        at = text.find(words, at + 1)
    return found
