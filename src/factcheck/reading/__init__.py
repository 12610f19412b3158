"""The first room: from files, folders and texts to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..models import Article, LeftOut, Reading, Span
from ..settings import Settings
from ..text import Range
from .decoding import UnreadableError, printable
from .front_lines import read_front_lines
from .front_matter import read_front_matter
from .furniture import find_furniture
from .inputs import Document, Input, documents, excerpt
from .metadata import Metadata

__all__ = ["Input", "Progress", "read"]

Progress = Callable[[int, int | None, str], None]
"""Called with what is done, how much there is in all (None where that is unknown), and the stage's name."""


def read(*inputs: Input, settings: Settings | None = None, progress: Progress | None = None) -> Reading:
    """Read articles, and say of every input that gives none why.

    Each input is a path, a folder (read with all folders below it; hidden files and files that are neither plain text
    nor Markdown by their suffix are passed over), ``"-"`` for the standard input, an ``Article``, the text of an
    article, or an iterable of these. A file named directly is read whatever its suffix, when its content is text.
    A string is the text of an article where it has a line break, is too long for a path, or reads like a sentence;
    otherwise it is a path, and left out as missing when nothing lies there. ``Path`` and ``Article`` leave no doubt.

    ``Article.text`` is exactly what the file holds, without the byte order mark. Outlet, headline, by-line and days
    come from a front matter block or the lines around the prose, which then count as ``boilerplate``. The outlet is
    what the article states, or else the host of its address, or else the file's name without its suffix.

    An article that comes twice counts once: the same text, where no outlet is stated, or the same in all fields.

    Args:
        inputs: What to read.
        settings: ``max_bytes`` is used: the largest size of one article.
        progress: Called after each input with (done, total, "reading").

    Returns:
        The articles, sorted by publication day (undated first), outlet and id, and what was left out, sorted by
        origin. Neither depends on the order of the inputs.

    Raises:
        TypeError: An input is of none of these kinds.
    """
    limit = (settings or Settings()).max_bytes
    left_out: list[LeftOut] = []
    found: list[Article | Document] = []
    for item in documents(inputs):
        if isinstance(item, LeftOut):
            left_out.append(item)
        else:
            found.append(item)
    candidates: list[tuple[Article, bool]] = []
    for done, item in enumerate(found, 1):
        try:
            if isinstance(item, Article):
                candidates.append((_writable(item), True))
            else:
                candidates.append(_article(item, item.load(limit)))
        except UnreadableError as error:
            name = _name(item) if isinstance(item, Article) else item.label
            left_out.append(LeftOut(origin=name, reason=str(error)))
        if progress:
            progress(done, len(found), "reading")
    articles, repeated = _distinct(candidates)
    return Reading(
        articles=tuple(sorted(articles, key=_place)),
        left_out=tuple(sorted({*left_out, *repeated}, key=lambda item: (item.origin, item.reason))),
    )


def _article(document: Document, text: str) -> tuple[Article, bool]:
    """The article in ``text``, and whether it states its outlet itself."""
    metadata = Metadata()
    start = read_front_matter(text, metadata)
    spans = [(0, start)] if start else []
    spans += read_front_lines(text, start, metadata)
    spans += find_furniture(text, max((end for _, end in spans), default=start))
    article = Article(
        origin=document.origin,
        source=metadata.outlet or document.stem,
        title=metadata.title,
        text=text,
        url=metadata.url,
        authors=metadata.authors,
        published=metadata.published,
        updated=metadata.updated,
        language=metadata.language,
        boilerplate=tuple(Span(start=start, end=end) for start, end in _merged(spans)),
    )
    return article, metadata.outlet is not None


def _merged(spans: Iterable[Range]) -> list[Range]:
    """``spans`` in order, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _writable(article: Article) -> Article:
    """The article itself.

    Raises:
        UnreadableError: A field holds what no report could write out.
    """
    try:
        article.model_dump_json()
    except ValueError:
        raise UnreadableError("holds halves of characters (lone surrogates), which no file can store") from None
    return article


def _distinct(candidates: Iterable[tuple[Article, bool]]) -> tuple[list[Article], list[LeftOut]]:
    """Each article once, files before texts and by name, and the repetitions."""
    kept: dict[str, Article] = {}
    texts: dict[str, Article] = {}
    repeated: list[LeftOut] = []
    for article, states_outlet in sorted(candidates, key=lambda candidate: _precedence(candidate[0])):
        twin = kept.get(article.id) or (None if states_outlet else texts.get(article.sha256))
        if twin is None:
            kept[article.id] = article
            if not states_outlet:
                texts[article.sha256] = article
        else:
            repeated.append(LeftOut(origin=_name(article), reason=_repetition(article, twin), cause="repeated"))
    return list(kept.values()), repeated


def _precedence(article: Article) -> tuple[bool, str, str, str]:
    return not article.origin, article.origin, article.sha256, article.model_dump_json(exclude={"text"})


def _repetition(article: Article, twin: Article) -> str:
    if twin.text != article.text:
        return f"has the id of another article, {_name(twin)}"
    return "given more than once" if _name(article) == _name(twin) else f"the same article as {_name(twin)}"


def _name(article: Article) -> str:
    return printable(article.origin or article.title or excerpt(article.text))


def _place(article: Article) -> tuple[str, str, str]:
    day = article.published.start.isoformat() if article.published else ""
    return day, article.source, article.id
