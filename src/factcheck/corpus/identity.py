"""What tells an article from all others, whatever becomes of its text: so a new version replaces the old one."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from ..models import Article
from ..reading import is_address
from ..reading.inputs import NAMELESS

_RECORD = re.compile(r":\d+$")


def place(origin: str, beside: Path) -> str:
    """The file or address that an origin names, without the number of a record in it.

    A path is told as it leads from the folder ``beside``: so it stays true when the two are moved together.
    """
    container = _RECORD.sub("", origin)
    if container in NAMELESS or is_address(container):
        return container
    try:
        return Path(os.path.relpath(Path(container).absolute(), beside.absolute())).as_posix()
    except ValueError:  # on another drive
        return Path(container).absolute().as_posix()


def identity(article: Article, beside: Path) -> str:
    """A key that two versions of an article share, and two articles don't.

    An article that is alone in its file or at its address is told by that. One of many, as in a table or a feed, is
    told by its own address, else by its outlet, headline and day: its number changes whenever another comes in before
    it. What comes from no named place is told by its address, else by its id.
    """
    where = place(article.origin, beside)
    named = where not in NAMELESS
    if named and not _RECORD.search(article.origin):
        parts: tuple[object, ...] = ("place", where)
    elif article.url:
        parts = ("address", where, article.url)
    elif named and article.title:
        parts = ("headline", where, article.source, article.title, article.published and article.published.start)
    else:
        parts = ("article", where, article.id)
    return _hashed("\x1f".join(map(str, parts)))


def digest(article: Article) -> str:
    """A hash of all that an article states, by which what was worked out of it is found again."""
    return _hashed(article.model_dump_json(exclude={"copy_of"}))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
