"""The disagreements that people found in a story, as places in its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from story_sets import Story

from factcheck import Article
from factcheck.entities.values import Value, can_both_be
from factcheck.extraction.dates import find_dates
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Quantity, When

Place = tuple[int, int]

_STOP = re.compile(r"[.!?]['\"”’]?\s+|\n")


class Known(NamedTuple):
    """One disagreement: its kinds, and where each side stands in each article."""

    kinds: frozenset[str]
    sides: list[dict[str, list[Place]]]
    clear: bool
    values: list[dict[str, list[Value]]]
    """What each side says in each article, as far as a number or a time can be read in it."""


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
                left, right = _sides_of(known, one, a), _sides_of(known, other, b)
                if any(x != y for x in left for y in right):
                    if known.clear:
                        return "clear"
                    found = "arguable"
                elif any(x != y for x in _saying(known, one, a) for y in _saying(known, other, b)):
                    found = "arguable"  # The same two values elsewhere in these articles.
        return found


def _sides_of(known: Known, article: str, value: Value) -> set[int]:
    """The sides of a disagreement at whose place in an article a value stands that can be meant."""
    return {at for at, side in enumerate(known.sides) if _touches(value, side.get(article, ()))}


def _saying(known: Known, article: str, value: Value) -> set[int]:
    """The sides of a disagreement that say this value in an article, wherever it stands."""
    return {at for at, side in enumerate(known.values) if any(_are_one(value, said) for said in side.get(article, ()))}


def _are_one(value: Value, said: Value) -> bool:
    """Whether a value is what a few words say, which may leave out its unit."""
    if isinstance(value, Quantity) and isinstance(said, Quantity):
        return can_both_be(value, said) or (value.value is not None and value.value == said.value)
    return can_both_be(value, said)


def _read(words: str, kinds: frozenset[str], article: Article) -> list[Value]:
    """The numbers or times that a few words tell."""
    dates = find_dates(words, article.published)
    if "date" in kinds:
        return list(dates)
    return list(find_quantities(words, dates)) if "quantity" in kinds else []


def gold_of(story: Story, articles: Sequence[Article]) -> Gold:
    """The disagreements of a story, placed in its articles."""
    by_name = {Path(article.origin).name: article for article in articles}
    known = []
    for row in story[1]["conflicts"]:
        also = row.get("also_accept") or []
        kinds = frozenset((row["kind"], *([also] if isinstance(also, str) else also)))
        sides = [
            {
                by_name[_short(name)].id: _places(by_name[_short(name)], words, side["value"], kinds)
                for name, words in side["evidence_by_article"].items()
                if _short(name) in by_name
            }
            for side in row["sides"]
        ]
        clear = row["explained"] is None and row.get("strength", "clear") == "clear"
        by_id = {article.id: article for article in articles}
        values = [
            {name: _read(told["value"], kinds, by_id[name]) for name in side}
            for told, side in zip(row["sides"], sides, strict=True)
        ]
        known.append(Known(kinds, sides, clear, values))
    return Gold(known)


def gold_of_values(rows: Sequence[dict[str, Any]], articles: Sequence[Article]) -> Gold:
    """Disagreements that are given by their two values, placed wherever an article has one."""
    known = []
    for row in rows:
        kinds = frozenset((row["kind"],))
        sides = [{article.id: _occurrences(article.text, value) for article in articles} for value in row["values"]]
        values = [{article.id: _read(value, kinds, article) for article in articles} for value in row["values"]]
        known.append(Known(kinds, sides, True, values))
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
        kinds = frozenset((row["kind"],))
        by_id = {article.id: article for article in articles}
        values: list[dict[str, list[Value]]] = [
            {
                name: [v for at in found for v in _read(by_id[name].text[slice(*at)], kinds, by_id[name])]
                for name, found in side.items()
            }
            for side in sides
        ]
        known.append(Known(kinds, sides, row["hit"] != "arguable", values))
    return Gold(known)


def _short(name: Any) -> str:
    return str(name).rpartition("/")[2]


def _touches(value: Value, places: Sequence[Place]) -> bool:
    return value.span is not None and any(value.span.start < end and start < value.span.end for start, end in places)


def _places(article: Article, evidence: str, value: str, kinds: frozenset[str]) -> list[Place]:
    """Where an article has what a side says: its numbers or times in the sentences of the evidence, or those whole."""
    sentences = [_sentence(article.text, place) for place in _occurrences(article.text, evidence)]
    said = _read(value, kinds, article)
    exact = [
        (start + read.span.start, start + read.span.end)
        for start, end in sentences
        for read in _read(article.text[start:end], kinds, article)
        if read.span and any(_are_one(read, one) for one in said)
    ]
    return exact or sentences


def _occurrences(text: str, words: str) -> list[Place]:
    """Where these words stand."""
    return [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]


def _sentence(text: str, place: Place) -> Place:
    """The sentences around a place."""
    start = max([stop.end() for stop in _STOP.finditer(text, 0, place[0])] or [0])
    end = _STOP.search(text, place[1])
    return start, end.start() if end else len(text)
