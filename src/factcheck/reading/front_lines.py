"""Front lines: the headline, masthead, by-line, date lines and labels that stand before an article's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import dropwhile, islice

from ..text import Range, paragraphs
from .datelines import Dateline, read_dateline, read_line
from .furniture import heading, is_furniture, is_rule
from .heads import HeadLine, assign
from .metadata import Metadata
from .naming import is_name
from .stamps import MAX_LINE, Facts, classify

MAX_LINES = 16
"""So many lines at most are looked at."""

MAX_PENDING = 5
"""So many lines may stand before one that states something, headline and subheads included."""

MAX_BARE_HEADLINE = 160
"""Longest headline that nothing but a blank line sets apart from the prose."""

MAX_QUESTION = 12
"""Longest headline that ends in a question or exclamation mark, in words; a masthead stands above it."""

_LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_LEADING_DATE = re.compile(r"\s*+date:?\s++(\d{4}-\d\d-\d\d)(?!\S)\s*+", re.IGNORECASE)
_UNSTOPPED = re.compile(r".*[^\s.…,;:][\"'”’»)\]]*", re.DOTALL)
_STOPPED = re.compile(r".*[.!?…:][\"'”’»)\]]*", re.DOTALL)
_ITEM = re.compile(r"(?:\d{1,3}|[IVXLC]{1,5})[.)]\s")
_TURN = re.compile(r"[A-Z][A-Z.'’ -]{1,30}(?:\([^()]{1,40}\))?: \S.*[.!?…][\"'”’»)\]]*", re.DOTALL)


@dataclass
class _Front:
    """What was found so far, line by line."""

    lines: list[HeadLine] = field(default_factory=list)
    head: int = 0
    """So many of the lines are known to stand before the prose."""
    title: str | None = None


def read_front_lines(text: str, start: int, metadata: Metadata) -> list[Range]:
    """Fill ``metadata`` from the lines at and behind ``start``; return the ranges that are no prose.

    A first line counts as the headline where lines of metadata follow it, or where it stands alone above a blank line
    and prose; it has no full stop in either case. A text that starts with its body has none.
    """
    spans: list[Range] = []
    leading = _LEADING_DATE.match(text, start)
    if leading:
        metadata.put("published", leading[1])
        spans.append(leading.span())
        start = leading.end()
    if not leading or "\n" in leading.group().lstrip():
        front = _scan(text, list(islice(_lines(text, start), MAX_LINES)))
        spans += [line.span for line in front.lines[: front.head]]
        _state(text, front, metadata)
        start = max((end for _, end in spans), default=start)
    start = _skip_space(text, start)
    dateline = _dateline(text, start)
    if dateline:
        spans.append((start, dateline.end))
        _put_dateline(text, dateline, metadata)
    return spans


def _state(text: str, front: _Front, metadata: Metadata) -> None:
    """Fill ``metadata`` from the lines above the prose."""
    lines = front.lines[: front.head]
    roles = assign(lines, titled=front.title is not None)
    stated = [(line.span, *fact) for line in lines for fact in line.facts or ()]
    for span, name, value in stated:
        if name == "place":
            metadata.put_place(text, text.find(value, *span), len(value))
        elif name not in ("title", "genre", "series"):
            metadata.put(name, value)
    metadata.put("source", roles.outlet or "")
    metadata.put("authors", roles.author or "")
    metadata.put("title", front.title or roles.title or next((v for _, name, v in stated if name == "title"), ""))


def _put_dateline(text: str, dateline: Dateline, metadata: Metadata) -> None:
    metadata.put("published", dateline.day or "")
    metadata.put("agency", dateline.agency or "")
    if dateline.place:
        metadata.put_place(text, dateline.place[0], dateline.place[1] - dateline.place[0])


def _lines(text: str, start: int) -> Iterator[Range]:
    return dropwhile(lambda line: line[0] < start, paragraphs(text))


def _scan(text: str, lines: list[Range]) -> _Front:
    front = _Front()
    block, before = 0, lines[0][0] if lines else 0
    stopped = False
    for start, end in lines:
        words = " ".join(text[start:end].split())
        block += _is_blank(text[before:start])
        before = end
        facts = _facts(text, (start, end), words)
        marked = heading(words)
        if marked and front.title is None:
            front.title = marked
            facts = []
        elif facts is None and (is_rule(words) or is_furniture(words)):
            facts = []
        elif facts is None:
            pending = len(front.lines) - front.head
            is_stopped = not (_UNSTOPPED.fullmatch(words) or is_name(words))
            if pending >= MAX_PENDING or end - start > MAX_LINE or stopped or (is_stopped and not pending):
                break
            if _ITEM.match(words):
                break
            if front.lines and (_TURN.fullmatch(words) or _dateline(text, start)):
                break
            stopped = is_stopped
        front.lines.append(HeadLine((start, end), words, block, facts))
        if facts is not None:
            front.head, stopped = len(front.lines), False
    front.head += _standing_alone(text, front, lines)
    return front


def _facts(text: str, line: Range, words: str) -> Facts | None:
    """What a line states if it is a stamp, or a dateline that stands alone."""
    alone = read_line(text, *line)
    if alone is None:
        return classify(words)
    stated = (("published", alone.day), ("agency", alone.agency), ("place", alone.place and text[slice(*alone.place)]))
    return [(name, value) for name, value in stated if value]


def _standing_alone(text: str, front: _Front, lines: list[Range]) -> int:
    """How many lines behind those known to stand before the prose do so, too: a blank line parts them from it."""
    alone = 0
    for count, line in enumerate(front.lines[front.head :], 1):
        start, end = line.span
        question = (
            line.words.endswith(("?", "!")) and (front.head or count > 1) and len(line.words.split()) <= MAX_QUESTION
        )
        if end - start > MAX_BARE_HEADLINE or (_STOPPED.fullmatch(line.words) and not question):
            break
        below = lines[front.head + count] if len(lines) > front.head + count else None
        if below and _is_blank(text[end : below[0]]) and _is_prose(text, below):
            alone = count
    return alone


def _is_prose(text: str, line: Range) -> bool:
    start, end = line
    return end - start > MAX_LINE or bool(_STOPPED.fullmatch(text, start, end) or _dateline(text, start))


def _dateline(text: str, start: int) -> Dateline | None:
    line = _LINE.match(text, start)
    return read_dateline(text, *line.span()) if line else None


def _is_blank(gap: str) -> bool:
    """Whether a blank line stands in ``gap``, the white space between two lines."""
    return max(gap.count("\n"), gap.count("\r")) > 1


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
