"""Front lines: the headline, by-line, date lines and labels that stand before an article's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import dropwhile, islice

from ..entities.dates import read_date
from ..knowledge import load
from ..text import Range, paragraphs
from .furniture import heading, is_furniture, is_rule
from .metadata import Metadata, label, names

MAX_LINES = 16
"""So many lines at most are looked at."""

MAX_LINE = 200
"""Longest front line, headline included, in code points."""

MAX_BARE_HEADLINE = 120
"""Longest headline that nothing but a blank line sets apart from the prose."""

MAX_KICKER_WORDS = 3
"""A line of so few words above a longer unstopped one is a kicker ("Politics"), and the longer one the headline."""

Facts = list[tuple[str, str]]
"""Fields with the strings that state them."""

_LEADING_DATE = re.compile(r"\s*+date:?\s++(\d{4}-\d\d-\d\d)(?!\S)\s*+", re.IGNORECASE)
_SEGMENTS = re.compile(r"\s*+[|·•]\s*+|(?<!last),?\s++(?=(?:last )?updated\b)", re.IGNORECASE)
_LABELLED = re.compile(r"([A-Za-z][A-Za-z _]{1,24}):\s*+(\S.*)")
_READ_TIME = re.compile(r"(?:reading time:?\s*+)?\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?", re.IGNORECASE)
_AGO = re.compile(r"\d{1,3} (?:second|minute|hour|day|week|month)s? ago", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?")
_UNSTOPPED = re.compile(r".*[^\s.…,;:][\"'”’»)\]]*", re.DOTALL)
_STOPPED = re.compile(r".*[.!?…][\"'”’»)\]]*", re.DOTALL)
_DATELINE = re.compile(
    r"""(?:
      (?:[A-Z][A-Z.'’-]+[ ]?){1,4}                               # a city in capitals,
      (?:,[ ][A-Z][\w.]{1,12}){0,2}                              # its region,
      (?:,?[ ]?[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,[ ]\d{4})?)?[ ]?  # a day,
      (?P<agency>\([A-Z][\w ./&-]{1,30}\))?                      # and the agency
    | (?:[A-Z][\w.'’-]+,?[ ]){1,5}(?P<agency2>\([A-Z][\w ./&-]{1,30}\))
    )[ ]?(?:[—–]{1,2}|(?(agency)-{1,2}|(?(agency2)-{1,2}|(?!))))[ ]+(?=[^\w\s]?[A-Z\d])""",
    re.VERBOSE,
)
"""A capital behind the dash sets "ROME — The mayor" apart from "NATO — the alliance —"."""


@dataclass
class _Front:
    """What was found so far, line by line."""

    known: list[Range] = field(default_factory=list)
    facts: Facts = field(default_factory=list)
    pending: list[Range] = field(default_factory=list)
    before_evidence: int = 0
    """So many of the pending lines stand before a line of metadata."""
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
        headline = _headline(text, front)
        if headline:
            front.title = _words(text, headline)
            spans += front.pending[: front.pending.index(headline) + 1]
        spans += front.known
        for name, stated in (*front.facts, ("title", front.title or "")):
            metadata.put(name, stated)
        start = max((end for _, end in spans), default=start)
    dateline = _DATELINE.match(text, _skip_space(text, start))
    return spans + ([dateline.span()] if dateline else [])


def classify(line: str) -> Facts | None:
    """The facts that a front line states (maybe none, as in "5 minute read"), or None where it is no front line."""
    facts: Facts = []
    if len(line) > MAX_LINE:
        return None
    for segment in _SEGMENTS.split(line.replace("**", "").strip("*_")):
        found = _segment(segment.strip())
        if found is None:
            return None
        facts += found
    return facts


def _lines(text: str, start: int) -> Iterator[Range]:
    return dropwhile(lambda line: line[0] < start, paragraphs(text))


def _scan(text: str, lines: list[Range]) -> _Front:
    front = _Front()
    for start, end in lines:
        line = text[start:end]
        facts = classify(line)
        marked = heading(line)
        if marked and front.title is None:
            front.title = marked
            front.known.append((start, end))
        elif facts is not None or is_rule(line):
            front.known.append((start, end))
            front.facts += facts or []
            front.before_evidence = len(front.pending)
        elif is_furniture(line):
            front.known.append((start, end))
        elif len(front.pending) < 2 and end - start <= MAX_LINE and (front.pending or _UNSTOPPED.fullmatch(line)):
            front.pending.append((start, end))
        else:
            break
    rest = [line for line in lines if line not in front.known]
    if front.pending and not front.before_evidence and _stands_alone(text, rest):
        front.before_evidence = 1
    return front


def _stands_alone(text: str, lines: list[Range]) -> bool:
    """Whether a blank line parts the first of ``lines`` from prose, the second."""
    if len(lines) < 2:
        return False
    (start, end), (prose, prose_end) = lines[:2]
    if end - start > MAX_BARE_HEADLINE or _STOPPED.fullmatch(text, start, end):
        return False
    gap = text[end:prose]
    blank = max(gap.count("\n"), gap.count("\r")) > 1
    return blank and prose_end - prose > end - start and bool(_STOPPED.fullmatch(text, prose, prose_end))


def _headline(text: str, front: _Front) -> Range | None:
    candidates = front.pending[: front.before_evidence]
    if front.title is not None or not candidates:
        return None
    first, second = candidates[0], candidates[-1]
    short = len(text[slice(*first)].split()) <= MAX_KICKER_WORDS < len(text[slice(*second)].split())
    return second if short and _UNSTOPPED.fullmatch(text, *second) else first


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _words(text: str, line: Range) -> str:
    return " ".join(text[slice(*line)].split())


def _segment(line: str) -> Facts | None:
    if _READ_TIME.fullmatch(line) or _AGO.fullmatch(line):
        return []
    if _ADDRESS.fullmatch(line):
        return [("url", line)]
    labelled = _LABELLED.fullmatch(line)
    named = label(labelled[1]) if labelled else None
    if labelled and named:
        return [(named, labelled[2])]
    for kind in ("published", "updated"):
        introduced = _introduction(kind).match(line)
        if introduced and (_is_date(line[introduced.end() :]) or _AGO.fullmatch(line, introduced.end())):
            return [(kind, line[introduced.end() :])]
    by = _by().match(line)
    if by and names(line[by.end() :]):
        return [("authors", line[by.end() :])]
    day = read_date(line) if _is_date(line) else None
    return [("published", line)] if day and day.start == day.end else None


def _is_date(text: str) -> bool:
    """Whether ``text`` holds nothing but a date and a time of day."""
    calendar, own = load("calendar"), load("front_lines")["phrases"]["date_words"]
    known = {*calendar["months"], *calendar["weekdays"], *own}
    return any(c.isdigit() for c in text) and all(word.lower() in known for word in _LETTERS.findall(text))


@lru_cache(maxsize=2)
def _introduction(kind: str) -> re.Pattern[str]:
    words = sorted(load("front_lines")["phrases"][kind], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\b:?\s*+(?:on\b|at\b)?:?\s*+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{'|'.join(load('front_lines')['phrases']['byline'])}) )?by:?\s++", re.IGNORECASE)
