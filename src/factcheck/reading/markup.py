"""HTML without furniture (an entry of a feed, a message, a chapter, a field of a table): all its words, by blocks."""

from __future__ import annotations

import html
import re
from typing import Any

from ..knowledge import load
from .decoding import UnreadableError
from .draft import foreign, need

MAX_TAGS = 100_000
"""Most tags of a page. The parsers take up to 50 microseconds for each."""

_MARKUP = re.compile(r"\s*+<[A-Za-z!][^>]{0,2000}+>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}+>")
_SPACE = re.compile(r"\s++")
_HIDDEN = re.compile(r"display\s*+:\s*+none", re.IGNORECASE)
_ESCAPES = 3
"""How often a text may have been escaped too often."""

_REFERENCE = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});", re.IGNORECASE)
_CLOSING = re.compile(r"</[A-Za-z][\w:-]{0,20}>|<(?:br|p|hr|img)\b[^>]{0,200}+/?>", re.IGNORECASE)


def looks_like_markup(text: str) -> bool:
    """Whether ``text`` is HTML: it begins with a tag, and closes one."""
    return bool(_MARKUP.match(text) and _CLOSING.search(text))


def opened(text: str) -> str:
    """``text``, with markup in it that was escaped once too often ("&lt;p&gt;") made markup again."""
    for _ in range(_ESCAPES):
        bare = html.unescape(text)
        if bare == text or not _CLOSING.search(bare) or _CLOSING.search(text):
            break
        text = bare
    return text


def headline(text: str) -> str:
    """The words of a headline. A character reference in it ("&quot;") was escaped once too often."""
    return html.unescape(text) if _REFERENCE.search(text) else text


def holds_tags(text: str) -> bool:
    """Whether there is any tag in ``text``."""
    return bool(_TAG.search(text))


def plain_text(page: str | bytes) -> str:
    """The words of a piece of HTML, a line a block, without what no browser shows.

    Raises:
        UnreadableError: The library that reads HTML is missing, or the piece has more than ``MAX_TAGS`` tags.
    """
    return words(parse(page))


def words(root: Any) -> str:
    """The words of a tree, as ``plain_text`` gives them."""
    parts: list[str] = []
    _collect(root, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def parse(page: str | bytes) -> Any:
    """The tree of a page or a piece of it.

    Raises:
        UnreadableError: As ``plain_text``.
    """
    what = "a web page (HTML)"
    lxml = need("lxml.html", "web", what)
    tags = page.count("<" if isinstance(page, str) else b"<")  # type: ignore[arg-type]
    if tags > MAX_TAGS:
        raise UnreadableError(f"has more than {MAX_TAGS:,} tags (MAX_TAGS)")
    with foreign(what):
        # Strings that declare an encoding are refused as such.
        data = page.encode("utf-8", "replace") if isinstance(page, str) else page
        parser = lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        return lxml.document_fromstring(data, parser=parser)


def unfold_tables(root: Any) -> None:
    """Make plain blocks of the tables that only lay out a page: those whose cells hold blocks of text.

    A table of figures has short cells, or says what they are in its heads or caption.
    """
    for table in reversed(list(root.iter("table"))):
        held = {str(element.tag) for element in table.iter()}
        laid_out = table.get("role") == "presentation" or not held.isdisjoint(load("html")["layout"])
        if laid_out and held.isdisjoint(("th", "caption")):
            for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td"):
                element.tag = "div"


def _collect(root: Any, parts: list[str]) -> None:
    """Append the words below ``root``, in a loop of its own: pages can be nested deeper than Python's stack."""
    table = load("html")
    blocks, unseen = frozenset(table["blocks"]), frozenset(table["unseen"])
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, opening = stack.pop()
        block = element.tag in blocks
        if opening:
            if block:
                parts.append("\n")
            if element.tag not in unseen and not _HIDDEN.search(element.get("style", "")):
                parts.append(_SPACE.sub(" ", element.text or ""))
                stack.append((element, False))
                stack += ((child, True) for child in reversed(element))
                continue
        if block:
            parts.append("\n")
        if element is not root:
            parts.append(_SPACE.sub(" ", element.tail or ""))
