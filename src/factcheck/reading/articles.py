"""From what a reader found to an article: what its front lines state, and which of its lines are no prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..models import Article, Span
from ..text import Range, paragraphs
from .decoding import check
from .draft import Draft
from .front_lines import read_front_lines
from .front_matter import read_front_matter
from .furniture import find_furniture

LEAST_REPEATED = 5
"""A paragraph of fewer words may well stand in an article twice, such as "No." in an interview."""


def to_article(draft: Draft, stem: str | None) -> tuple[Article, bool]:
    """The article in ``draft``, and whether its outlet is stated. If not, ``stem`` or its file's name stands for it.

    Raises:
        UnreadableError: Its text is empty or binary, or can't be written out.
    """
    text, metadata = draft.text, draft.metadata
    check(text)
    start = read_front_matter(text, metadata) if draft.plain else 0
    spans = [(0, start)] if start else []
    spans += read_front_lines(text, start, metadata)
    spans += find_furniture(text, max((end for _, end in spans), default=start))
    spans += _repeated(text, metadata.title)
    found = Article(
        origin=draft.place.origin,
        source=metadata.outlet or (draft.place.stem if stem is None else stem),
        title=metadata.title,
        text=text,
        url=metadata.url,
        authors=metadata.authors,
        published=metadata.published,
        updated=metadata.updated,
        language=metadata.language,
        boilerplate=tuple(Span(start=start, end=end) for start, end in _merged(spans)),
    )
    return found, metadata.outlet is not None


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
