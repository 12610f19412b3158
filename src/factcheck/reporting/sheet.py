"""The fact sheet of a story as a table: a row a fact, a column a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .facts import BLOCKS, Block, Fact, Given, alone, fact_of, rows_of
from .index import Index
from .stories import Chapter

WORDS = 34
"""Most words of a quotation that a cell shows, those around what differs."""

HEADINGS: dict[Block, str] = {"said": "Who said what", "people": "Who is who", "facts": "What is told"}

SIGNS = {"disagree": "≠ disagree", "possible": "? may disagree", "agree": "= agree", "shared": "~ not compared"}
"""How a row tells its state, by a sign and in words."""


Blocks = tuple[tuple[Block, tuple[Fact, ...]], ...]
"""Facts by the part of the sheet they stand in."""


@dataclass(frozen=True)
class Column:
    """A source, and of which others its articles are copies."""

    source: str
    copies: tuple[str, ...]
    article: str
    """The id of its first article here."""


@dataclass(frozen=True)
class FactSheet:
    """The facts of a story, by block; and what each source alone tells."""

    columns: tuple[Column, ...]
    blocks: Blocks
    alone: tuple[tuple[str, tuple[Fact, ...]], ...]
    omitted: int
    """How many facts of several sources it leaves out."""

    @property
    def number(self) -> int:
        """How many facts several sources give."""
        return len(self.rows) + self.omitted

    @property
    def rows(self) -> tuple[Fact, ...]:
        """The facts that several sources give, in order."""
        return tuple(fact for _, facts in self.blocks for fact in facts)

    @property
    def full(self) -> bool:
        """Whether it has anything to show."""
        return bool(self.blocks or self.alone)

    def parts(self, most: int) -> tuple[Blocks, Blocks]:
        """The rows that are shown at once, so many of each block at most, and those that fold away."""
        first = tuple((block, facts[:most]) for block, facts in self.blocks)
        return first, tuple((block, facts[most:]) for block, facts in self.blocks if facts[most:])

    def cells(self, fact: Fact) -> list[list[Given]]:
        """What each column's source gives of a fact."""
        given: defaultdict[str, list[Given]] = defaultdict(list)
        for each in fact.given:
            given[each.source].append(each)
        return [_once(given[column.source]) if column.source in given else [] for column in self.columns]


def fact_sheet(index: Index, chapter: Chapter, most: int) -> FactSheet:
    """The sheet of a story with so many rows of each block at most.

    Its columns are the outlets of the story, then those of others that its facts name.
    """
    rows = rows_of(index, chapter)
    of_block = {block: [row for row in rows if row.block == block] for block in BLOCKS}
    blocks = tuple(
        (block, tuple(fact_of(index, chapter, row) for row in own[:most])) for block, own in of_block.items() if own
    )
    first = {given.source: given.article_id for _, facts in blocks for fact in facts for given in fact.given}
    named = first.keys() - set(chapter.outlets)
    first |= {article.outlet: article.id for article in reversed(chapter.articles)}
    lone: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in alone(index, chapter, rows):
        lone[fact.given[0].source].append(fact)
    return FactSheet(
        columns=tuple(
            Column(name, _copied(index, chapter, name), first[name]) for name in (*chapter.outlets, *sorted(named))
        ),
        blocks=blocks,
        alone=tuple((name, tuple(lone[name])) for name in chapter.outlets if name in lone),
        omitted=sum(len(own[most:]) for own in of_block.values()),
    )


def _copied(index: Index, chapter: Chapter, name: str) -> tuple[str, ...]:
    originals = {a.copy_of for a in chapter.articles if a.outlet == name and a.copy_of in index.articles}
    return tuple(sorted({index.articles[original].outlet for original in originals if original}))


def of(fact: Fact, source: str) -> list[Given]:
    """What a source gives of a fact, equal words once; where parts of it differ from others, those alone."""
    return _once([given for given in fact.given if given.source == source])


def _once(given: Sequence[Given]) -> list[Given]:
    own = {each.text.casefold(): each for each in reversed(given)}
    listed = list(reversed(own.values()))
    return [given for given in listed if given.differing] or listed


def runs(index: Index, given: Given) -> list[tuple[str, bool]]:
    """The words of a cell, and whether they are among those that differ; of many those around what differs."""
    text, start = index.articles[given.article_id].text, given.span.start
    pieces: list[tuple[str, bool]] = []
    at = start
    for span in (*sorted(given.differing, key=lambda s: (s.start, s.end)),):
        if span.end > span.start >= at:
            pieces += ((text[at : span.start], False), (text[span.start : span.end], True))
            at = span.end
    pieces.append((text[at : given.span.end], False))
    return _shortened(_joined(pieces))


def _joined(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours that both differ, and the blank between them, as one."""
    found: list[tuple[str, bool]] = []
    for text, differs in pieces:
        if not text:
            continue
        if differs and len(found) > 1 and found[-2][1] and not found[-1][0].strip():
            blank, _ = found.pop()
            found[-1] = (found[-1][0] + blank + text, True)
        else:
            found.append((text, differs))
    return found


def _shortened(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    if sum(len(text.split()) for text, _ in pieces) <= WORDS:
        return pieces
    first = next((at for at, (_, differs) in enumerate(pieces) if differs), None)
    shown: list[tuple[str, bool]] = []
    if first is None:
        shown, first = [], 0
    elif first > 0:
        before = pieces[first - 1][0].split()
        shown = [
            (("… " if first > 1 or len(before) > WORDS // 3 else "") + " ".join(before[-WORDS // 3 :]) + " ", False)
        ]
    left = WORDS - sum(len(text.split()) for text, _ in shown)
    for text, differs in pieces[first:]:
        listed = text.split()
        if len(listed) > left:
            return [
                *shown,
                (" " + " ".join(listed[:left]) + " …" if shown else " ".join(listed[:left]) + " …", differs),
            ]
        shown.append((text, differs))
        left -= len(listed)
    return shown
