"""Quotation marks: which open, which close, and which of them belong together.

A mark is read by its shape and by what stands around it, but news has marks that were turned, lost, or moved by a
blank ("..., "she said."). So each reading of a mark has a cost, and those of a paragraph are read as costs least.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

TURNED = 2.0
"""Cost of reading a mark against its shape."""

MOVED = 0.8
"""The same where a comma and a blank stand before a mark that should close, or behind one that should open."""

CURLY = 0.4
"""What that costs more where the mark has a shape of its own."""

NESTED = 1.4
"""Cost of a quotation in marks of the same kind inside another."""

UNCLOSED = 1.5
"""Cost of a quotation that no mark closes."""

GOES_ON = 0.2
"""The same at the end of a paragraph where the next one opens with a mark, as speech over several paragraphs does, or
has the closing one."""

STRAY = 1.0
"""Cost of a mark that belongs to none, such as a sign for inches."""

INCHES = 0.4
"""The same right behind a number."""

DEEPEST = 3
"""Most quotations inside each other."""

_SINGLE = re.compile(r"[‘’'](?:(?<![\w'’‘].)(?<!’)(?=[^\s'’‘])|(?<=[^\s'’‘].)(?<!‘)(?![\w'’‘]))", re.DOTALL)
_ELISION = re.compile(r"[‘’'](?:\d\ds?|em|cause|cos|til|bout|round|n|tis|twas|ello)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s++(\S)")
_BEFORE_OPENING = frozenset("([{—–-:/…'‘\ufeff")
_AFTER_CLOSING = frozenset(")].,;:!?—–-…'’")
_STOPS = frozenset(".,!?;:…—–-")


class Mark(NamedTuple):
    """A mark with what it costs to read it as opening and as closing."""

    start: int
    end: int
    opening: float
    closing: float
    stray: float = STRAY

    @property
    def opens(self) -> bool:
        """Whether by its shape and place it can only open."""
        return self.opening < self.closing

    @property
    def closes(self) -> bool:
        """Whether by its shape and place it can only close."""
        return self.closing < self.opening


def mark_at(text: str, a: int, b: int, start: int, end: int) -> Mark:
    """How a mark may be read, by its shape and by what stands around it in its paragraph from ``start`` to ``end``."""
    if text[a:b] == "''" and text[b : b + 1] == "'" and not _goes_on(text, b + 1, end):
        a, b = a + 1, b + 1
    before = text[a - 1] if a > start else " "
    after = text[b] if b < end else " "
    left = before.isspace() or before in _BEFORE_OPENING
    right = after.isspace() or after in _AFTER_CLOSING
    shape = text[a:b]
    curly = CURLY
    if shape in "“„«``":
        opens = left or not right
        closes = not opens
    elif shape in "”»":
        closes = not (left and not right and before.isspace())
        opens = not closes
    else:
        opens, closes, curly = left or not right, right or not left, 0.0
        if left != right:
            opens, closes = left, right
    to_close = MOVED + curly if before.isspace() and after.isalnum() and _stops(text, a - 1, start) else TURNED
    to_open = MOVED + curly if before in ",:" and after.isspace() else TURNED
    stray = TURNED if opens and not closes else INCHES if before.isdigit() else STRAY
    return Mark(a, b, 0.0 if opens else to_open, 0.0 if closes else to_close, stray)


def _stops(text: str, at: int, start: int) -> bool:
    """Whether a comma or another stop stands before the blank at a place."""
    return at > start and text[at - 1] in _STOPS


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a word or another single mark follows the third of three single marks in a row."""
    return at < end and (text[at].isalnum() or text[at] == "'")


class Pair(NamedTuple):
    """An outermost quotation of a paragraph by its marks."""

    opening: Mark
    closing: Mark | None
    """None where it is never closed."""
    limit: int | None
    """Where the next quotation opens that shows that this one was never closed; None at the paragraph's end."""


class _Path(NamedTuple):
    """The cheapest way to read the marks up to one of them."""

    cost: float
    action: str
    before: int
    """How many quotations were open before."""


def pair(marks: Sequence[Mark], *, goes_on: bool = False) -> list[Pair]:
    """The outermost quotations that the marks of one paragraph make.

    Args:
        marks: The marks in order.
        goes_on: Whether by the marks of the next paragraph the last quotation may well be left open.
    """
    if not marks:
        return []
    steps: list[dict[int, _Path]] = []
    reached = {0: 0.0}
    for mark in marks:
        step: dict[int, _Path] = {}
        for depth, cost in reached.items():
            for action, then, more in _readings(mark, depth):
                path = _Path(cost + more, action, depth)
                if then not in step or path.cost < step[then].cost:
                    step[then] = path
        steps.append(step)
        reached = {depth: path.cost for depth, path in step.items()}
    depth = min(reached, key=lambda d: (reached[d] + _left_open(d, goes_on), d))
    actions: list[str] = []
    for step in reversed(steps):
        actions.append(step[depth].action)
        depth = step[depth].before
    return list(_outermost(marks, actions[::-1]))


def _readings(mark: Mark, depth: int) -> Iterator[tuple[str, int, float]]:
    """The ways to read a mark while so many quotations are open: what it does, how many are open then, the cost."""
    if depth < DEEPEST:
        yield "open", depth + 1, mark.opening + (NESTED if depth else 0.0)
    if depth:
        yield "close", depth - 1, mark.closing
        yield "anew", 1, mark.opening + UNCLOSED * depth
    yield "stray", depth, mark.stray


def _left_open(depth: int, goes_on: bool) -> float:
    return GOES_ON if goes_on and depth == 1 else UNCLOSED * depth


def _outermost(marks: Sequence[Mark], actions: Iterable[str]) -> Iterator[Pair]:
    depth, opening = 0, marks[0]
    for mark, action in zip(marks, actions, strict=True):
        if action == "anew":
            yield Pair(opening, None, mark.start)
            depth, opening = 1, mark
        elif action == "open":
            depth += 1
            opening = mark if depth == 1 else opening
        elif action == "close":
            depth -= 1
            if depth == 0:
                yield Pair(opening, mark, None)
    if depth:
        yield Pair(opening, None, None)


def single_pairs(text: str, start: int, end: int, inside: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where pairs of single marks open and close in a paragraph, apart from those ``inside`` other quotations.

    The apostrophe of a plural possessive ("the councillors' vote") closes nothing where a surer mark follows. A mark
    that opens a paragraph, and is not closed before another one opens the next, holds it all: it closes at ``end``.
    """
    opened: int | None = None
    doubtful: int | None = None
    for m in _SINGLE.finditer(text, start, end):
        at = m.start()
        if any(a <= at < b for a, b in inside) or _ELISION.match(text, at):
            continue
        before = text[at - 1] if at > start else " "
        if not (before.isalnum() or before in '.,!?;…—)"”'):
            if text[at] != "’":
                if opened is not None and doubtful is not None:
                    yield opened, doubtful
                opened, doubtful = at, None
        elif opened is not None:
            after = text[at + 1] if at + 1 < end else "."
            if before == "s" and (after.isspace() or after.isalnum()):
                doubtful = doubtful or at
            else:
                yield opened, at
                opened = doubtful = None
    if opened == start and _opens_next(text, end, text[start]):
        yield opened, end
    elif opened is not None and doubtful is not None:
        yield opened, doubtful


def _opens_next(text: str, end: int, mark: str) -> bool:
    """Whether the paragraph behind a place opens with a mark, too."""
    following = _NEXT.match(text, end)
    return following is not None and following[1] == mark
