"""The first room: from whatever a newsroom has to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..models import Article, LeftOut, Reading
from ..settings import Settings
from .articles import to_article
from .decoding import UnreadableError, check_size, printable
from .draft import Item
from .inputs import Document, Input, documents, excerpt, is_address
from .years import Beside

__all__ = ["Found", "Input", "Progress", "find", "is_address", "read", "settle"]

Progress = Callable[[int, int | None, str], None]
"""Called with what is done, how much there is in all (None where that is unknown), and the stage's name."""


class Found(NamedTuple):
    """What an input gave: an article, or why it gave none."""

    given: str
    """The path or address of the input; empty for a text or an article given directly."""
    item: Article | LeftOut
    states_outlet: bool = True
    """Whether the article states its outlet; if not, the file's name stands for it."""
    day: str | None = None
    """The day of publication that the article states without its year, where nothing in it tells that."""


def read(*inputs: Input, settings: Settings | None = None, progress: Progress | None = None) -> Reading:
    """Read articles, and say why for every input that gives none.

    Each input is a path, a folder (read with all folders below it; hidden files and files of other kinds, judged by
    their suffix, are passed over), a web address, ``"-"`` for the standard input, an ``Article``, the text of an
    article, a record with named fields, a data frame, or an iterable of these. Its content decides
    what kind a file is: plain text and Markdown, web pages, JSON and JSON Lines, CSV, Parquet, feeds, WARC, PDF, DOCX,
    EPUB, e-mail, and ZIP, tar, gzip and bzip2 of all these. Most need a library that an extra installs; where it is
    missing, the reason names the extra.

    A string is the text of an article where it has a line break, is too long for a path, or reads like a sentence;
    otherwise it is an address or a path, and left out as missing when nothing lies there. ``Path`` and ``Article``
    leave no doubt.

    ``Article.text`` of a plain text is exactly what the file holds, without the byte order mark and with characters
    mended that an earlier program read in the wrong encoding ("â€œ" for an opening mark); of any other kind it is what
    its reader found the article's words to be. Outlet, headline, by-line and days are what the page, the record or the
    feed states, or else a front matter block or the lines around the prose, which then count as ``boilerplate``. The
    outlet is what the article states, or else the host of its address, or else the file's name without its suffix.
    ``origin`` of one article of many names its record ("file.jsonl:17") or its file ("archive.zip!inner.html").

    An article that comes twice counts once: the same text, where no outlet is stated, or the same in all fields.

    Args:
        inputs: What to read.
        settings: The limits, ``columns`` and ``private_addresses`` are used.
        progress: Called after each article, and each input without one, with (done, total, "reading"). ``total`` is
            None once an input has held more than one article.

    Returns:
        The articles, sorted by publication day (undated first), outlet and id, and what was left out, sorted by
        origin. Neither depends on the order of the inputs.

    Raises:
        TypeError: An input is of none of these kinds.
    """
    return settle(find(inputs, settings or Settings(), progress))


def find(inputs: Iterable[Input], settings: Settings, progress: Progress | None = None) -> Iterator[Found]:
    """What the inputs give, one after the other, with every repetition, in their order.

    Only articles whose day lacks its year come last, when the days of those beside them are known.
    """
    beside = Beside()
    held: list[tuple[Found, Article, str]] = []
    for found in _each(inputs, settings, progress):
        if isinstance(found.item, Article) and found.day:
            held.append((found, found.item, found.day))
            continue
        if isinstance(found.item, Article):
            beside.add(found.item)
        yield found
    for found, article, day in held:
        yield found._replace(item=beside.complete(article, day), day=None)


def _each(inputs: Iterable[Input], settings: Settings, progress: Progress | None) -> Iterator[Found]:
    given = list(documents(inputs))
    total: int | None = sum(not isinstance(item, LeftOut) for item in given)
    done = 0
    for item in given:
        if isinstance(item, LeftOut):
            yield Found(item.origin, item)
            continue
        for number, found in enumerate(_outcomes(item, settings)):
            yield found
            done += 1
            total = None if number else total
            if progress:
                progress(done, total, "reading")


def settle(found: Iterable[Found]) -> Reading:
    """Each article once, and what was left out, both in an order that is not that of the inputs."""
    given = list(found)
    articles, repeated = _distinct((one.item, one.states_outlet) for one in given if isinstance(one.item, Article))
    left_out = (one.item for one in given if isinstance(one.item, LeftOut))
    return Reading(
        articles=tuple(sorted(articles, key=_place)),
        left_out=tuple(sorted({*left_out, *repeated}, key=lambda item: (item.origin, item.reason))),
    )


def _outcomes(item: Article | Document, settings: Settings) -> Iterator[Found]:
    """What one input gives: at least one article or reason."""
    if isinstance(item, Article):
        try:
            yield Found("", _checked(item, settings.max_bytes))
        except UnreadableError as error:
            yield Found("", LeftOut(origin=_name(item), reason=str(error)))
        return
    for draft in item.items(settings):
        yield found_in(draft, item.origin, item.stem)


def found_in(item: Item, given: str, stem: str | None) -> Found:
    """What becomes of an item that a reader found. ``stem`` stands for the outlet where nothing states it."""
    if isinstance(item, LeftOut):
        return Found(given, item)
    try:
        return Found(given, *to_article(item, stem))
    except UnreadableError as error:
        return Found(given, LeftOut(origin=item.place.label, reason=str(error)))


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
