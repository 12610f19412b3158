"""Addresses of articles: what a browser may follow, and what a machine may keep as an identifier."""

from __future__ import annotations

import re
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import quote, urlsplit

from ..knowledge import load
from ..models import Article

_RECORD = re.compile(r":\d+$")


def link(address: str | None) -> str | None:
    """``address`` where a browser may follow it: web addresses only, never ``javascript:`` or ``data:``."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def place(origin: str) -> str:
    """A URI reference for an input: a web address as it is, a path with its signs escaped (RFC 3986)."""
    if web := link(origin):
        return quote(web, safe="/:?#[]@!$&'()*+,;=%~-._")
    path = PureWindowsPath(origin) if "\\" in origin else PurePath(origin)
    drive = path.drive if isinstance(path, PureWindowsPath) and path.drive else ""
    posix = quote(path.as_posix().removeprefix(drive), errors="replace")
    # A colon in the first part would read as a scheme (RFC 3986, section 4.2); quote has escaped it already.
    return f"file:///{drive}{posix}" if drive else f"file://{posix}" if posix.startswith("/") else posix


def identifier(article: Article) -> str:
    """A URI for an article: where it was published, else where it was read from, else one made of its id."""
    if web := link(article.url):
        return place(web)
    return place(article.origin) if article.origin else f"urn:factcheck:article:{article.id}"


def container(origin: str) -> str:
    """The file or address that holds an article: its origin without the number of a record or the name of a member."""
    for found in (*re.finditer("!", origin), *_RECORD.finditer(origin)):
        before = origin[: found.start()]
        if load("file_kinds")["suffixes"].get(PurePosixPath(before).suffix.lower(), "text") != "text":
            return before
    return origin


def within(origin: str) -> str:
    """A URI reference for the file or address that holds an article, as GitHub's code scanning takes it.

    Paths stay as they were given. A web address is written without its scheme: a log with a location of another scheme
    than "file" is refused as a whole.
    """
    address = place(container(origin))
    if not link(address):
        return address
    host, _, rest = address.partition("://")[2].partition("/")
    # A colon in the first part would read as a scheme (RFC 3986, section 4.2).
    return f"{host.replace(':', '%3A')}/{rest}"
