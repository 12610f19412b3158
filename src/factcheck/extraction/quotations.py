"""Quoted passages: which marks open, which close, and what they hold.

All marks of English news are read: ``“ ”``, ``"``, ``''``, two backquotes, ``« »``, and single marks where they are no
apostrophes. A mark of the same kind inside a quotation nests when the paragraph's marks come out even; otherwise the
quotation before it was never closed and ends with its sentence. No quotation goes past its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..text import sentences
from .document import Document

PLACEHOLDER = "\ufffc"
"""Stands for every character of a quotation, so that what is said can't be taken for what tells who says it."""


class Quotation(NamedTuple):
    """A quoted passage of one paragraph. ``text[start:end]`` has the marks, ``text[inner_start:inner_end]`` has not."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    paragraph: int
    """Number of its paragraph, of those that hold text."""
    single: bool = False
    """Between single marks."""


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool


_DOUBLE = re.compile(r"[“”„\"«»'`](?:(?<=[^'`])|(?<=')'|(?<=`)`)")
_SINGLE = re.compile(r"[‘’'](?:(?<![\w'’‘].)(?<!’)(?=[^\s'’‘])|(?<=[^\s'’‘].)(?<!‘)(?![\w'’‘]))", re.DOTALL)
_OPENING_SINGLES = ("‘", "\n'", " '", "('", "['", "—'", "–'", "\u00a0'")
_BEFORE_OPENING = frozenset("([{—–-:/…'‘\ufeff")
_AFTER_CLOSING = frozenset(")].,;:!?—–-…'’")
_MIN_SINGLE_WORDS = 3


def find_quotations(text: str | Document) -> list[Quotation]:
    """The outermost quotations of ``text`` in order. Those nested in another one are part of it."""
    document = Document.of(text)
    text = document.text
    found: list[Quotation] = []
    single = text.startswith("'") or any(opening in text for opening in _OPENING_SINGLES)
    for number, (start, end) in enumerate(document.paragraphs):
        marks = [_mark(text, m.start(), m.end(), start, end) for m in _DOUBLE.finditer(text, start, end)]
        outer = _pair(text, marks, end, number) if marks else []
        singles = single and _SINGLE.search(text, start, end)
        found += _with_single(text, outer, start, end, number) if singles else outer
    return found


def _mark(text: str, a: int, b: int, start: int, end: int) -> _Mark:
    """How a mark may be read, by its shape and by what stands around it."""
    if text[a:b] == "''" and text[b : b + 1] == "'" and not _goes_on(text, b + 1, end):
        a, b = a + 1, b + 1
    before = text[a - 1] if a > start else " "
    after = text[b] if b < end else " "
    left = before.isspace() or before in _BEFORE_OPENING
    right = after.isspace() or after in _AFTER_CLOSING
    shape = text[a:b]
    if shape in "“„«``":
        backwards = right and not left
        return _Mark(a, b, not backwards, backwards)
    if shape in "”»":
        backwards = left and not right and before.isspace()
        return _Mark(a, b, backwards, not backwards)
    if left == right:
        return _Mark(a, b, True, True)
    return _Mark(a, b, left, right)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a word or another single mark follows the third of three single marks in a row."""
    return at < end and (text[at].isalnum() or text[at] == "'")


def _pair(text: str, marks: list[_Mark], end: int, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: list[_Mark] = []
    sure = [m.opens - m.closes for m in marks]
    surplus = sum(sure)
    for mark in marks:
        opens = mark.opens and (not mark.closes or not opened)
        if opens:
            if opened and surplus > 0:
                found.append(_unclosed(text, opened[0], mark.start, number))
                surplus -= 1
                opened.clear()
            opened.append(mark)
        elif opened:
            first = opened[0] if len(opened) == 1 else None
            opened.pop()
            if first is not None and text[first.end : mark.start].strip():
                found.append(_trim(text, Quotation(first.start, mark.end, first.end, mark.start, True, number)))
    if opened:
        found.append(_unclosed(text, opened[0], end, number))
    return [q for q in found if q.inner_start < q.inner_end]


def _unclosed(text: str, mark: _Mark, limit: int, number: int) -> Quotation:
    """A quotation that no mark closes: up to the paragraph's end, or to the sentence before the next opening mark."""
    stop = limit
    if text[limit : limit + 1] and not text[limit].isspace():
        ends = [b for _, b in sentences(text[mark.end : limit])]
        stop = mark.end + (ends[-2] if len(ends) > 1 else ends[-1] if ends else 0)
    return _trim(text, Quotation(mark.start, stop, mark.end, stop, False, number))


def _trim(text: str, quotation: Quotation) -> Quotation:
    """The quotation without white space at the ends of its words."""
    i, j = quotation.inner_start, quotation.inner_end
    while i < j and text[i].isspace():
        i += 1
    while j > i and text[j - 1].isspace():
        j -= 1
    return quotation._replace(inner_start=i, inner_end=j, end=quotation.end if quotation.closed else j)


def _with_single(text: str, outer: list[Quotation], start: int, end: int, number: int) -> list[Quotation]:
    """The quotations of a paragraph with those between single marks that stand outside of the others."""
    found = list(outer)
    bounds = [(q.start, q.end) for q in outer]
    gaps = zip([start, *(b for _, b in bounds)], [*(a for a, _ in bounds), end], strict=True)
    for low, high in gaps:
        opened: int | None = None
        for m in _SINGLE.finditer(text, low, high):
            opening = m.start() == low or not (text[m.start() - 1].isalnum() or text[m.start() - 1] in '.,!?;…—)"”')
            if opening and text[m.start()] != "’":
                opened = m.start()
            elif opened is not None and not opening:
                inner = text[opened + 1 : m.start()]
                if len(inner.split()) >= _MIN_SINGLE_WORDS:
                    found.append(_trim(text, Quotation(opened, m.end(), opened + 1, m.start(), True, number, True)))
                opened = None
    return sorted(found)


def mask(text: str, quotations: Iterable[Quotation]) -> str:
    """``text`` with every quotation blanked out; the full stop that ends one is kept, for it ends a sentence."""
    pieces: list[str] = []
    at = 0
    for q in quotations:
        stop = "." if text[q.inner_end - 1] == "." else PLACEHOLDER
        pieces += (text[at : q.start], PLACEHOLDER * (q.end - q.start - 1), stop)
        at = q.end
    return "".join((*pieces, text[at:]))
