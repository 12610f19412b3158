"""The first room: from whatever a newsroom has to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..models import Article, LeftOut, Reading
from ..settings import Settings
from .articles import to_article
from .decoding import UnreadableError, check_size, printable
from .inputs import Document, Input, documents, excerpt, is_address

__all__ = ["Input", "Progress", "is_address", "read"]

Progress = Callable[[int, int | None, str], None]
"""Called with what is done, how much there is in all (None where that is unknown), and the stage's name."""

_Candidate = tuple[Article, bool]
"""An article, and whether its outlet is stated."""


def read(*inputs: Input, settings: Settings | None = None, progress: Progress | None = None) -> Reading:
    """Read articles, and say of every input that gives none why.

    Each input is a path, a folder (read with all folders below it; hidden files and files of other kinds, judged by
    their suffix, are passed over), a web address, ``"-"`` for the standard input, an ``Article``, the text of an
    article, a record with named fields, a data frame, or an iterable of these. Its content decides
    what kind a file is: plain text and Markdown, web pages, JSON and JSON Lines, CSV, Parquet, feeds, WARC, PDF, DOCX,
    EPUB, e-mail, and ZIP, tar, gzip and bzip2 of all these. Most need a library that an extra installs; where it is
    missing, the reason names the extra.

    A string is the text of an article where it has a line break, is too long for a path, or reads like a sentence;
    otherwise it is an address or a path, and left out as missing when nothing lies there. ``Path`` and ``Article``
    leave no doubt.

    ``Article.text`` of a plain text is exactly what the file holds, without the byte order mark; of any other kind what
    its reader found the article's words to be. Outlet, headline, by-line and days are what the page, the record or the
    feed states, or else a front matter block or the lines around the prose, which then count as ``boilerplate``. The
    outlet is what the article states, or else the host of its address, or else the file's name without its suffix.
    ``origin`` of one article of many names its record ("file.jsonl:17") or its file ("archive.zip!inner.html").

    An article that comes twice counts once: the same text, where no outlet is stated, or the same in all fields.

    Args:
        inputs: What to read.
        settings: The limits, ``columns`` and ``private_addresses`` are used.
        progress: Called after each article, and each input without one, with (done, total, "reading"). ``total`` is
            None from where on an input has held more than one article.

    Returns:
        The articles, sorted by publication day (undated first), outlet and id, and what was left out, sorted by
        origin. Neither depends on the order of the inputs.

    Raises:
        TypeError: An input is of none of these kinds.
    """
    settings = settings or Settings()
    left_out: list[LeftOut] = []
    candidates: list[_Candidate] = []
    given = list(documents(inputs))
    total: int | None = sum(not isinstance(item, LeftOut) for item in given)
    done = 0
    for item in given:
        if isinstance(item, LeftOut):
            left_out.append(item)
            continue
        for number, found in enumerate(_outcomes(item, settings)):
            if isinstance(found, LeftOut):
                left_out.append(found)
            else:
                candidates.append(found)
            done += 1
            total = None if number else total
            if progress:
                progress(done, total, "reading")
    articles, repeated = _distinct(candidates)
    return Reading(
        articles=tuple(sorted(articles, key=_place)),
        left_out=tuple(sorted({*left_out, *repeated}, key=lambda item: (item.origin, item.reason))),
    )


def _outcomes(item: Article | Document, settings: Settings) -> Iterator[_Candidate | LeftOut]:
    """What one input gives: at least one article or reason."""
    if isinstance(item, Article):
        try:
            yield _checked(item, settings.max_bytes), True
        except UnreadableError as error:
            yield LeftOut(origin=_name(item), reason=str(error))
        return
    for found in item.items(settings):
        if isinstance(found, LeftOut):
            yield found
            continue
        try:
            yield to_article(found, item.stem)
        except UnreadableError as error:
            yield LeftOut(origin=found.place.label, reason=str(error))


def _checked(article: Article, limit: int) -> Article:
    """The article itself.

    Raises:
        UnreadableError: Its text is too large, or a field holds what no report could write out.
    """
    check_size(article.text, limit)
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
