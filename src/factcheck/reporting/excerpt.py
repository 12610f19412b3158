"""A passage in its context, and a whole text with its claims, as paragraphs of marked runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ..models import Article, Claim, Evidence, Span
from ..text import Range, paragraphs, sentences, words

CONTEXT = 320
"""Most characters of context shown on either side of a passage: about two long sentences, four lines of a column."""

PASSAGE = "passage"
DIFFERING = "differing"
GAP = "gap"
BOILERPLATE = "boilerplate"


@dataclass(frozen=True)
class Dispute:
    """Words of an article that conflicts are about. Where there are none, ``missing`` are those that others have."""

    start: int
    end: int
    sides: str
    """Each conflict with the letter of the side, ``id:A``, separated by blanks."""
    missing: str = ""


class Mark(NamedTuple):
    """A range of a text and what it is. Where it is empty, it stands for words that are missing there."""

    start: int
    end: int
    name: str
    claim: Claim | None = None
    dispute: Dispute | None = None


class Run(NamedTuple):
    """A stretch of text that carries the same marks throughout. ``starting`` are the marks that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    starting: tuple[Mark, ...] = ()

    @property
    def look(self) -> str:
        """The name of the mark that shows, or an empty string: what differs before what it differs in."""
        if not self.marks:
            return ""
        names = [mark.name for mark in self.marks]
        return next((name for name in (GAP, DIFFERING, BOILERPLATE, PASSAGE) if name in names), "")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims it belongs to, outermost first."""
        return tuple(mark.claim for mark in self.marks if mark.claim)

    @property
    def sides(self) -> str:
        """The conflicts it is about, each with the letter of the side."""
        return " ".join(dict.fromkeys(mark.dispute.sides for mark in self.marks if mark.dispute))

    @property
    def missing(self) -> str:
        """The words that others have where this has none."""
        return next((mark.dispute.missing for mark in self.marks if mark.dispute), "")


Paragraph = tuple[Run, ...]


@dataclass(frozen=True)
class Excerpt:
    """Paragraphs of an article around a passage, and whether text was left out before and behind them."""

    paragraphs: tuple[Paragraph, ...]
    opens: bool
    closes: bool
    evidence: tuple[Evidence, ...] = ()


def joined(text: str, spans: Iterable[Span]) -> list[Range]:
    """The differing words of a passage, neighbours joined: one long mark reads better than a mark for each word."""
    found: list[Range] = []
    for start, end in sorted({(span.start, span.end) for span in spans}):
        if found and end > start and next(words(text[found[-1][1] : start]), None) is None:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


class Sheet:
    """An article laid out in paragraphs and sentences, ready to be cut."""

    def __init__(self, article: Article, disputes: Sequence[Dispute] = ()) -> None:
        self.article = article
        self._disputes = {(dispute.start, dispute.end): dispute for dispute in disputes}

    @cached_property
    def _paragraphs(self) -> list[Range]:
        return list(paragraphs(self.article.text))

    @cached_property
    def _sentences(self) -> list[Range]:
        return list(sentences(self.article.prose))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self._paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self._sentences]

    def excerpts(self, evidence: Iterable[Evidence], context: int = CONTEXT) -> list[Excerpt]:
        """The passages of ``evidence``, all of this article, with the sentence before each and the one behind it.

        Passages whose contexts touch make one excerpt. The differing words are marked. No more than ``context``
        characters stand on either side.
        """
        found: list[tuple[int, int, list[Evidence]]] = []
        for each in sorted(evidence, key=lambda e: (e.span.start, e.span.end, e.claim_id)):
            low, high = self._context(each.span.start, each.span.end, context)
            if found and low <= found[-1][1]:
                first, last, together = found[-1]
                found[-1] = (min(first, low), max(last, high), [*together, each])
            else:
                found.append((low, high, [each]))
        return [self._excerpt(*each) for each in found]

    def _excerpt(self, low: int, high: int, evidence: list[Evidence]) -> Excerpt:
        marks = [Mark(e.span.start, e.span.end, PASSAGE) for e in evidence]
        marks += [Mark(s.start, s.end, BOILERPLATE) for s in self.article.boilerplate]
        marks += [
            Mark(start, end, DIFFERING if end > start else GAP, None, self._disputes.get((start, end)))
            for e in evidence
            for start, end in joined(self.article.text, e.differing)
        ]
        return Excerpt(
            paragraphs=self._cut(low, high, marks),
            opens=bool(self._sentences) and self._sentences[0][0] < low,
            closes=bool(self._sentences) and self._sentences[-1][1] > high,
            evidence=tuple(evidence),
        )

    def around(self, span: Span, context: int = CONTEXT) -> Span:
        """The sentence that holds a span, cut to so many characters on either side of it."""
        start, end = span.start, span.end
        at = bisect_right(self._sentence_starts, start) - 1
        first, last = self._sentences[at] if at >= 0 else (start, end)
        low = max(first, self._at_word(start - context, start))
        high = min(last, self._at_word(end + context, end))
        return Span(start=min(low, start), end=max(high, end))

    def whole(self, claims: Iterable[Claim]) -> tuple[Paragraph, ...]:
        """The whole text with these claims of it marked, what is disputed, and what was passed over as no prose."""
        marks = [Mark(c.content.span.start, c.content.span.end, c.form, c) for c in claims]
        marks += [Mark(s.start, s.end, BOILERPLATE) for s in self.article.boilerplate]
        marks += [Mark(s, e, DIFFERING if e > s else GAP, None, told) for (s, e), told in self._disputes.items()]
        return self._cut(0, len(self.article.text), marks)

    def _context(self, start: int, end: int, context: int) -> Range:
        """From the sentence before the one that holds ``start`` to the sentence behind the one that holds ``end``."""
        if not self._sentences:
            return start, end
        first = max(bisect_right(self._sentence_starts, start) - 2, 0)
        last = min(bisect_left(self._sentence_starts, end), len(self._sentences) - 1)
        low = min(start, max(self._sentences[first][0], self._at_word(start - context, start)))
        high = max(end, min(self._sentences[last][1], self._at_word(end + context, end)))
        return low, high

    def _at_word(self, position: int, limit: int) -> int:
        """The first white space from ``position`` towards ``limit``, or ``position`` where there is none."""
        text = self.article.text
        position = min(max(position, 0), len(text))
        if position in (0, len(text)):
            return position
        steps = range(position, limit) if position < limit else range(position - 1, limit - 1, -1)
        return next((step for step in steps if text[step].isspace()), position)

    def _cut(self, low: int, high: int, marks: list[Mark]) -> tuple[Paragraph, ...]:
        """The paragraphs between two positions, cut wherever a mark begins or ends."""
        marks.sort(key=lambda m: (m.start, -m.end, m.name))
        edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
        cutter = _Cutter(self.article.text, marks)
        first = max(bisect_right(self._paragraph_starts, low) - 1, 0)
        found: list[Paragraph] = []
        for start, end in self._paragraphs[first:]:
            if start >= high:
                break
            start, end = max(start, low), min(end, high)  # noqa: PLW2901
            if start < end:
                inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
                found.append(cutter.paragraph((start, *inner, end)))
        return tuple(found)


class _Cutter:
    """Walks over a text once, keeping the marks that hold at each position."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        self.waiting = list(reversed(marks))
        self.active: list[Mark] = []

    def paragraph(self, edges: Sequence[int]) -> Paragraph:
        runs: list[Run] = []
        for start, end in pairwise(edges):
            starting = self._begin(start)
            runs += (Run("", (mark,)) for mark in starting if mark.end == mark.start == start)
            self.active = [mark for mark in self.active if mark.end > start]
            begun = tuple(mark for mark in starting if mark.end > start)
            runs.append(Run(self.text[start:end], tuple(self.active), begun))
        last = edges[-1]
        while self.waiting and self.waiting[-1].start == self.waiting[-1].end == last:
            runs.append(Run("", (self.waiting.pop(),)))
        return tuple(runs)

    def _begin(self, position: int) -> list[Mark]:
        starting: list[Mark] = []
        while self.waiting and self.waiting[-1].start <= position:
            starting.append(self.waiting.pop())
        self.active += starting
        return starting
