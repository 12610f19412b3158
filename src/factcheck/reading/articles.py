"""From what a reader found to an article: what its front lines state, and which of its lines are no prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..models import Article, Assumed, Span
from ..text import Range, paragraphs, unwrapped
from .decoding import UnreadableError, check
from .draft import Draft
from .file_names import FileName
from .front_lines import read_front_lines
from .front_matter import read_front_matter
from .furniture import find_furniture
from .last_lines import read_last_lines
from .years import complete

LEAST_ITEMS = 5
"""So many short lines without a sentence among them are a list."""

MAX_ITEM = 20
"""Longest line of a list, in words."""

LEAST_REPEATED = 5
"""A paragraph of fewer words may well stand in an article twice, such as "No." in an interview."""


_CLOSING = "\"'”’»)] "
_STOPS = tuple(".!?…:;,")


def to_article(draft: Draft, stem: str | None) -> tuple[Article, bool, str | None]:
    """The article in ``draft``, whether its outlet is stated, and its day of publication where that lacks the year.

    Where the outlet or the day is not stated, ``stem`` or the file's name stands for it, as far as it tells one.

    Raises:
        UnreadableError: Its text is empty or binary, or can't be written out.
    """
    text, metadata = draft.text, draft.metadata
    check(text)
    known_change = metadata.updated
    start = read_front_matter(text, metadata) if draft.plain else 0
    lines = text[:start] + unwrapped(text[start:])
    if _is_list(lines[start:]):
        raise UnreadableError("is a list of links or headlines, not an article")
    spans = [(0, start)] if start else []
    spans += read_front_lines(lines, start, metadata)
    spans += find_furniture(lines, max((end for _, end in spans), default=start))
    spans += _repeated(lines, metadata.title)
    read_last_lines(lines, metadata)
    name = FileName(draft.place.stem if stem is None else stem)
    published = metadata.published or (
        complete(metadata.day, text, metadata.url or "", name.stem) if metadata.day else None
    )
    if not published and metadata.updated != known_change:
        published = metadata.updated
    assumed: list[Assumed] = ["published"] if not published and name.day else []
    assumed += ["source"] if not metadata.outlet and name.outlet else []
    found = Article(
        origin=draft.place.origin,
        source=metadata.outlet or name.outlet,
        title=metadata.title,
        text=text,
        url=metadata.url,
        authors=metadata.authors,
        published=published or name.day,
        updated=metadata.updated,
        place=metadata.place,
        language=metadata.language,
        credit=metadata.credit,
        verbatim=draft.verbatim,
        assumed=tuple(assumed),
        boilerplate=tuple(Span(start=start, end=end) for start, end in _merged(spans)),
    )
    return found, metadata.outlet is not None, None if found.published else metadata.day


def _is_list(text: str) -> bool:
    """Whether a text of several short lines has no sentence."""
    items = 0
    for start, end in paragraphs(text):
        items += 1
        line = text[start:end]
        if line.rstrip(_CLOSING).endswith(_STOPS) or len(line.split()) > MAX_ITEM:
            return False
    return items >= LEAST_ITEMS


def _repeated(text: str, title: str | None) -> Iterator[Range]:
    """The paragraphs that repeat an earlier one, or the headline: captions, pull quotes, a text pasted twice."""
    seen = {title}
    for start, end in paragraphs(text):
        words = text[start:end].split()
        key = " ".join(words)
        if key in seen:
            yield start, end
        elif len(words) >= LEAST_REPEATED:
            seen.add(key)


def _merged(spans: Iterable[Range]) -> list[Range]:
    """``spans`` in order, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
