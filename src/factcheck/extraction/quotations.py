"""Quoted passages: which marks open, which close, and what they hold.

All marks of English news are read: ``“ ”``, ``"``, ``''``, two backquotes, ``« »``, and single marks where they are no
apostrophes. A mark of the same kind inside a quotation nests when the paragraph's marks come out even; otherwise the
quotation before it was never closed and ends with its sentence. No quotation goes past its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from ..text import WORD, paragraphs, sentences
from .cues import Verb, frame, verbs
from .grammar import BE, NOMINATIVES
from .marks import TURNED, Mark, Pair, mark_at, pair, single_pairs

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


_DOUBLE = re.compile(r"[“”„\"«»'`](?:(?<=[^'`])|(?<=')'|(?<=`)`)")
_OPENING_SINGLES = ("‘", "\n'", " '", "('", "['", "—'", "–'", "\u00a0'")
_MIN_SINGLE_WORDS = 3
_COMMA = re.compile(",")
_ATTRIBUTED = 4
"""Words behind a comma among which a verb of saying shows that narration has begun."""


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of ``text`` in order. Those nested in another one are part of it.

    A quotation that no mark closes goes on where the next paragraph opens with a mark, or has the closing one. Where
    neither is so, the mark was lost, and it ends with its first sentence.
    """
    lines = list(paragraphs(text))
    single = text.startswith("'") or any(opening in text for opening in _OPENING_SINGLES)
    marked = [[mark_at(text, *m.span(), *bounds) for m in _DOUBLE.finditer(text, *bounds)] for bounds in lines]
    found: list[Quotation] = []
    open_before = False
    for number, (start, end) in enumerate(lines):
        marks = marked[number]
        closes_late = open_before and bool(marks) and _closes_late(text, marks[0], end)
        if closes_late:
            marks = [marks[0]._replace(opening=TURNED, closing=0.0, stray=0.0), *marks[1:]]
        following = next(iter(marked[number + 1]), None) if number + 1 < len(lines) else None
        at_start = following is not None and following.start == lines[number + 1][0]
        late = following is not None and _closes_late(text, following, lines[number + 1][1])
        goes_on = following is not None and (following.closes or late or (at_start and following.opens))
        outer = [q for one in pair(marks, goes_on=goes_on) if (q := _quotation(text, one, end, number))]
        if open_before and marks and marks[0].closes and not any(q.start <= marks[0].start for q in outer):
            rest = Quotation(start, marks[0].end, start, marks[0].start, True, number)
            outer = [rest, *outer] if closes_late or _goes_on(text[start : rest.inner_end]) else outer
        open_before = bool(outer) and not outer[-1].closed and outer[-1].end == end
        if open_before and not goes_on:
            outer[-1] = _surely(text, outer[-1], start)
        found += _with_single(text, outer, start, end, number) if single else outer
    return [q for q in found if q.inner_start < q.inner_end]


def _closes_late(text: str, mark: Mark, end: int) -> bool:
    """Whether a mark that a blank moved closes what an earlier paragraph opened: "... out, "NAME said"."""
    if not mark.opens or mark.closing >= TURNED or not text[mark.start - 1].isspace():
        return False
    behind = islice(WORD.finditer(text, mark.end, end), _ATTRIBUTED)
    found = (verbs().get(word.group().lower()) for word in behind)
    return any(verb is not None and _tells(verb) for verb in found)


def _goes_on(text: str) -> bool:
    """Whether the words before a closing mark go on with a sentence, or are one; a name and a title are none."""
    words = text.lower().split()
    return text[:1].islower() or not BE.isdisjoint(words) or not NOMINATIVES.isdisjoint(words)


def _surely(text: str, quotation: Quotation, start: int) -> Quotation:
    """What surely belongs to a quotation whose closing mark was lost.

    It ends where somebody is told to have said it. Else a paragraph that opens with it, or all behind a colon, may be
    quoted, and of one within a sentence only the first sentence is sure.
    """
    stop = _attributed(text, quotation.inner_start, quotation.inner_end)
    if stop is None and (quotation.start == start or text[start : quotation.start].rstrip().endswith(":")):
        return quotation
    if stop is None:
        _, length = next(sentences(text[quotation.inner_start : quotation.inner_end]), (0, 0))
        stop = quotation.inner_start + length
    return quotation._replace(end=stop, inner_end=stop)


def _attributed(text: str, start: int, end: int) -> int | None:
    """Behind the comma from which on a stretch tells who said what stands before it."""
    for comma in _COMMA.finditer(text, start, end):
        clause = (word.group().lower() for word in islice(WORD.finditer(text, comma.end(), end), _ATTRIBUTED))
        found = (verbs().get(word) for word in clause)
        if any(verb is not None and _tells(verb) for verb in found):
            return comma.end()
    return None


def _quotation(text: str, marks: Pair, end: int, number: int) -> Quotation | None:
    opening, closing = marks.opening, marks.closing
    if closing is not None:
        inner = text[opening.end : closing.start].strip()
        whole = Quotation(opening.start, closing.end, opening.end, closing.start, True, number)
        return _trim(text, whole) if inner else None
    stop = end if marks.limit is None else marks.limit
    if marks.limit is not None and not text[marks.limit].isspace():
        stop = _until(text, opening.end, marks.limit)
    return _trim(text, Quotation(opening.start, stop, opening.end, stop, False, number))


def _until(text: str, start: int, end: int) -> int:
    """Where words end whose closing mark was lost before another one opens: before narration begins.

    That is where somebody is told to have said them, or else at the last sentence that ends before the next mark and
    tells of no saying.
    """
    stop = _attributed(text, start, end)
    if stop is not None:
        return stop
    ends = [start + b for _, b in sentences(text[start:end])]
    if len(ends) > 1 and not text[start:end].rstrip().endswith((".", "!", "?")):
        ends.pop()
    at = start
    for stop in ends:
        if at > start and any(_tells(verb) for verb in _verbs(text, at, stop)):
            break
        at = stop
    return at


def _tells(verb: Verb) -> bool:
    """Whether a verb tells that something was said: a clause may follow it, as none may "called"."""
    return verb.saying and verb.form == "past" and verb.lemma in frame("clause")


def _verbs(text: str, start: int, end: int) -> Iterator[Verb]:
    words = (word.group().lower() for word in WORD.finditer(text, start, end))
    return (verb for word in words if (verb := verbs().get(word)) is not None)


def _trim(text: str, quotation: Quotation) -> Quotation:
    """The quotation without white space at the ends of its words."""
    i, j = quotation.inner_start, quotation.inner_end
    while i < j and text[i].isspace():
        i += 1
    while j > i and text[j - 1].isspace():
        j -= 1
    return quotation._replace(inner_start=i, inner_end=j, end=quotation.end if quotation.closed else j)


def _with_single(text: str, outer: list[Quotation], start: int, end: int, number: int) -> list[Quotation]:
    """The quotations of a paragraph with those between single marks, which may hold others and are in none."""
    made = [
        _trim(text, Quotation(a, min(b + 1, end), a + 1, b, b < end, number, True))
        for a, b in single_pairs(text, start, end, [(q.start, q.end) for q in outer])
        if len(text[a + 1 : b].split()) >= _MIN_SINGLE_WORDS
    ]
    return sorted(made + [q for q in outer if not any(s.start < q.start and q.end <= s.inner_end for s in made)])


def mask(text: str, quotations: Iterable[Quotation]) -> str:
    """``text`` with every quotation blanked out; the full stop that ends one is kept, for it ends a sentence."""
    pieces: list[str] = []
    at = 0
    for q in quotations:
        stop = "." if text[q.inner_end - 1] == "." else PLACEHOLDER
        pieces += (text[at : q.start], PLACEHOLDER * (q.end - q.start - 1), stop)
        at = q.end
    return "".join((*pieces, text[at:]))
