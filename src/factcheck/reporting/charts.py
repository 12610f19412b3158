"""Pictures of a report as plain geometry, for the page to draw: who disagrees with whom, and what came when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ..text import fold
from .index import Index, outlet

LANES = 14
"""Outlets that a picture shows, those with most disagreements first. More would be too small to read on one page."""

LABEL, CELL, PLOT = 226, 34, 620
"""Width of the names' column, side of a cell, and width of the time line, in CSS pixels at full size."""


@dataclass(frozen=True)
class Cell:
    """How often two outlets take different sides. ``weight`` is the share of the highest such number."""

    row: int
    column: int
    number: int
    weight: float


@dataclass(frozen=True)
class Matrix:
    """Outlets against outlets."""

    names: tuple[str, ...]
    cells: tuple[Cell, ...]
    omitted: int


@dataclass(frozen=True)
class Dot:
    """What one outlet published, or reported as said, on one day. ``x`` is in pixels from the plot's left edge."""

    x: float
    day: date
    number: int
    published: bool


@dataclass(frozen=True)
class Lane:
    """One outlet on the time line. ``undated`` is how many of its articles stand outside of it."""

    name: str
    dots: tuple[Dot, ...]
    undated: int


@dataclass(frozen=True)
class Timeline:
    """Publications and statements by outlet and day."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, date], ...]
    omitted: int


@dataclass(frozen=True)
class Person:
    """Somebody with the titles that the outlets give. Each title comes with its outlets, the most common first."""

    name: str
    titles: tuple[tuple[str, tuple[str, ...]], ...]


def matrix(index: Index) -> Matrix | None:
    """Who disagrees with whom, or None where no two outlets do. A copy counts with its original."""
    pairs: Counter[frozenset[str]] = Counter()
    for conflict in index.report.conflicts:
        names = [{outlet(texts[0]) for texts in index.witnesses(side.articles)} for side in conflict.sides]
        pairs.update({frozenset((a, b)) for one, two in combinations(names, 2) for a in one for b in two if a != b})
    chosen = _most(Counter(name for pair, number in pairs.items() for name in sorted(pair) for _ in range(number)))
    if not chosen:
        return None
    highest = max(pairs.values())
    cells = [
        Cell(row, column, number, round(number / highest, 3))
        for row, one in enumerate(chosen)
        for column, two in enumerate(chosen)
        if (number := pairs[frozenset((one, two))])
    ]
    return Matrix(tuple(chosen), tuple(cells), len({name for pair in pairs for name in pair}) - len(chosen))


def timeline(index: Index) -> Timeline | None:
    """What came when, or None where no two days are known."""
    days: defaultdict[str, Counter[tuple[date, bool]]] = defaultdict(Counter)
    undated: Counter[str] = Counter()
    for article in index.report.articles:
        name = outlet(article)
        if article.published:
            days[name][article.published.start, True] += 1
        else:
            undated[name] += 1
        for said in index.claims_of.get(article.id, ()):
            if said.said and said.said.start and said.said.basis in ("stated", "relative"):
                days[name][said.said.start, False] += 1
    every = sorted({day for counted in days.values() for day, _ in counted})
    if len(every) < 2:
        return None
    first, last = every[0], every[-1]
    weight = Counter({name: sum(days[name].values()) + undated[name] for name in index.outlets})
    chosen = _most(weight)
    lanes = tuple(
        Lane(
            name,
            tuple(
                Dot(_position(day, first, last), day, number, published)
                for (day, published), number in sorted(days[name].items())
            ),
            undated[name],
        )
        for name in chosen
    )
    steps = min((last - first).days, 4)
    marks = [first + timedelta(days=round((last - first).days * step / steps)) for step in range(steps + 1)]
    return Timeline(lanes, tuple((_position(day, first, last), day) for day in marks), len(weight) - len(chosen))


def people(index: Index) -> list[Person]:
    """Everybody who is given a title, those with most different ones first; "Weyl" and "Tomas Weyl" are one."""
    person_of = {c: group.id for group in index.report.groups if group.topic == "person" for c in group.claims}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    given: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    written: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for claim in sorted(index.report.claims, key=lambda c: c.id):
        who = claim.speaker or claim.subject
        if claim.title and who:
            key, title = person_of.get(claim.id, fold(who.name)), fold(claim.title.text)
            names[key][who.name] += 1
            given[key][title].add(outlet(index.articles[claim.article_id]))
            written[key, title][claim.title.text] += 1
    found = [
        Person(
            # The fullest name; of two as full, the more common.
            max(names[key], key=lambda name: (len(name.split()), names[key][name], name)),
            tuple(
                # Of two spellings, the more common; in doubt the one that no sentence's start made a capital of.
                (max(written[key, title].items(), key=lambda item: (item[1], item[0]))[0], tuple(sorted(sources)))
                for title, sources in sorted(titles.items(), key=lambda item: (-len(item[1]), item[0]))
            ),
        )
        for key, titles in given.items()
    ]
    return sorted(found, key=lambda person: (-len(person.titles), fold(person.name)))


def _most(counted: Counter[str]) -> list[str]:
    """The names with the highest counts, in alphabetical order."""
    most: Iterable[str] = sorted(counted, key=lambda name: (-counted[name], name))[:LANES]
    return sorted(most, key=lambda name: (name.casefold(), name))


def _position(day: date, first: date, last: date) -> float:
    return round(PLOT * (day - first).days / (last - first).days, 1)
