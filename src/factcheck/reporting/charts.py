"""Pictures of a report as plain geometry, for the page to draw: who disagrees with whom, what came when, who held what.

Time lines are laid out in percent of their width, so that one drawing fits a phone and a wide screen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from .index import Index, outlet

if TYPE_CHECKING:
    from .people import Given, Held, Person

LANES = 14
"""Outlets that a picture shows, those with most disagreements first. More would be too small to read on one page."""

LABEL, CELL = 226, 34
"""Width of the names' column and side of a cell of the matrix, in CSS pixels."""

FIRST, LAST, BESIDE = 4.0, 94.0, 76.0
"""Where a time line's first and last day stand, in percent of its width. With a column for what has no day, which
begins behind it, the last day stands at BESIDE."""

WIDTH = 8.5
"""Room that a numbered mark takes, in percent: 26 pixels on the smallest screens."""

REACH = timedelta(days=366)
"""How long before the first article the time line begins at the earliest."""

LEVELS = 4
"""Marks that stand below each other where they have one day; more overlap."""

ROW, STEP = 26, 20
"""Height of a title's own line and of each level of marks below it, in CSS pixels."""

ROWS = 12
"""Titles of a person that a time line shows, those in most articles first. The table beside it has all."""


@dataclass(frozen=True)
class Cell:
    """The disagreements in which two outlets take different sides. ``weight`` is the share of the highest number."""

    row: int
    column: int
    conflicts: tuple[str, ...]
    weight: float

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.conflicts)


@dataclass(frozen=True)
class Matrix:
    """Outlets against outlets."""

    names: tuple[str, ...]
    cells: tuple[Cell, ...]
    omitted: int

    @cached_property
    def pairs(self) -> list[Cell]:
        """Each two outlets once, those who disagree most first."""
        return sorted((c for c in self.cells if c.row < c.column), key=lambda c: (-c.number, c.row, c.column))

    def place(self, cell: Cell) -> int:
        """Where the two outlets of a cell stand among the pairs."""
        return self._places[min(cell.row, cell.column), max(cell.row, cell.column)]

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        return {(cell.row, cell.column): place for place, cell in enumerate(self.pairs)}


@dataclass(frozen=True)
class Dot:
    """What one outlet published, or reported as said, on one day."""

    x: float
    day: date
    number: int
    published: bool


@dataclass(frozen=True)
class Lane:
    """One outlet on the time line, and what stands outside of it: articles without a day, days long before."""

    name: str
    dots: tuple[Dot, ...]
    undated: int
    earlier: int


@dataclass(frozen=True)
class Timeline:
    """Publications and statements by outlet and day."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, date], ...]
    omitted: int


@dataclass(frozen=True)
class Mark:
    """A title as one article gives it. ``x`` is in percent, ``level`` counts from the row's top."""

    x: float
    level: int
    source: int
    """The number of the outlet, counted from 1."""
    given: Given


@dataclass(frozen=True)
class Row:
    """One title of a person. ``y`` and ``height`` are in CSS pixels."""

    held: Held
    marks: tuple[Mark, ...]
    y: int
    height: int


@dataclass(frozen=True)
class Career:
    """The titles of a person by day. ``undated`` is where the marks without a day begin, in percent."""

    rows: tuple[Row, ...]
    omitted: int
    ticks: tuple[tuple[float, date], ...]
    height: int
    statuses: tuple[str, ...]
    undated: float | None


def matrix(index: Index) -> Matrix | None:
    """Who disagrees with whom, or None where no two outlets do. A copy counts with its original."""
    pairs: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for conflict in index.ranked:
        names = [{outlet(texts[0]) for texts in index.witnesses(side.articles)} for side in conflict.sides]
        for pair in {frozenset((a, b)) for one, two in combinations(names, 2) for a in one for b in two if a != b}:
            pairs[pair].append(conflict.id)
    weights: Counter[str] = Counter()
    for pair, found in pairs.items():
        weights.update(dict.fromkeys(pair, len(found)))
    chosen = _most(weights)
    if not chosen:
        return None
    highest = max(map(len, pairs.values()))
    cells = [
        Cell(row, column, tuple(between), round(len(between) / highest, 3))
        for row, one in enumerate(chosen)
        for column, two in enumerate(chosen)
        if (between := pairs.get(frozenset((one, two))))
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
    begin = _begin(day for counted in days.values() for day, published in counted if published)
    every = sorted({day for counted in days.values() for day, _ in counted if day >= begin})
    if len(every) < 2:
        return None
    first, last = every[0], every[-1]
    weight = Counter({name: sum(days[name].values()) + undated[name] for name in index.outlets})
    chosen = _most(weight)
    lanes = tuple(
        Lane(
            name,
            tuple(
                Dot(_position(day, first, last, LAST), day, number, published)
                for (day, published), number in sorted(days[name].items())
                if day >= begin
            ),
            undated[name],
            sum(number for (day, _), number in days[name].items() if day < begin),
        )
        for name in chosen
    )
    return Timeline(lanes, _ticks(first, last, LAST), len(weight) - len(chosen))


def career(person: Person) -> Career | None:
    """The titles of a person by day, or None where there is nothing to compare: one mark, or no day at all."""
    given = [given for held in person.titles for given in held.given]
    days = sorted({each.day for each in given if each.day})
    if not days or len(given) < 2:
        return None
    beside = any(each.day is None for each in given)
    first, last, end = days[0], days[-1], BESIDE if beside else LAST
    number_of = {name: number for number, name in enumerate(person.outlets, start=1)}
    rows: list[Row] = []
    y = 0
    for held in person.titles[:ROWS]:
        originals = sorted(_originals(held), key=lambda each: each.day or date.max)
        places = _stack(_position(each.day, first, last, end) if each.day else None for each in originals)
        marks = tuple(
            Mark(x, level, number_of[outlet(each.article)], each)
            for (x, level), each in zip(places, originals, strict=True)
        )
        rows.append(Row(held, marks, y, ROW + STEP * (1 + max(mark.level for mark in marks))))
        y += rows[-1].height
    return Career(
        rows=tuple(rows),
        omitted=len(person.titles) - len(rows),
        ticks=_ticks(first, last, end),
        height=y + STEP,
        statuses=tuple(sorted({row.held.status for row in rows}, key=lambda s: (s != "current", s))),
        undated=BESIDE + WIDTH / 2 if beside else None,
    )


def _stack(places: Iterable[float | None]) -> Iterator[tuple[float, int]]:
    """Places with a level each, so that none covers another as long as there is room; what has no day is put last."""
    taken = [-WIDTH] * LEVELS
    undated = 0
    for x in places:
        if x is None:
            yield BESIDE + WIDTH * (1 + min(undated // LEVELS, 1)), undated % LEVELS
            undated += 1
        else:
            level = next((n for n, before in enumerate(taken) if x - before >= WIDTH), LEVELS - 1)
            taken[level] = x
            yield x, level


def _originals(held: Held) -> list[Given]:
    """One mark an outlet and day; a copy counts with its original where that gives the title too."""
    articles = set(held.articles)
    found: dict[tuple[str, date | None], Given] = {}
    for given in held.given:
        if given.article.copy_of not in articles:
            found.setdefault((outlet(given.article), given.day), given)
    return list(found.values())


def _begin(published: Iterable[date]) -> date:
    """The first day that a time line shows: a year before the first article, so that no anniversary flattens it."""
    first = min(published, default=None)
    return first - REACH if first and first - date.min > REACH else date.min


def _most(counted: Counter[str]) -> list[str]:
    """The names with the highest counts, in alphabetical order."""
    most: Iterable[str] = sorted(counted, key=lambda name: (-counted[name], name))[:LANES]
    return sorted(most, key=lambda name: (name.casefold(), name))


def _position(day: date, first: date, last: date, end: float) -> float:
    if first == last:
        return round((FIRST + end) / 2, 1)
    return round(FIRST + (end - FIRST) * (day - first).days / (last - first).days, 1)


def _ticks(first: date, last: date, end: float) -> tuple[tuple[float, date], ...]:
    """Up to five days at even distances, the first and the last among them."""
    steps = min((last - first).days, 4)
    days = (
        [first + timedelta(days=round((last - first).days * step / steps)) for step in range(steps + 1)]
        if steps
        else [first]
    )
    return tuple((_position(day, first, last, end), day) for day in days)
