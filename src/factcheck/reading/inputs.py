"""What the user gave: paths, folders, texts, articles, or the standard input, one document each."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ..knowledge import load
from ..models import Article, LeftOut
from ..settings import Settings
from ..text import sentences, words
from . import tables
from .blob import Blob, Budget, Place, is_wanted
from .decoding import BYTE_ORDER_MARK, UnreadableError, check, printable
from .draft import Context, Item, left_out
from .formats import read_blob
from .urls import fetched

STANDARD_INPUT = "-"
"""The input that stands for the standard input."""

NAMELESS = frozenset(("", STANDARD_INPUT, "record", "frame"))
"""Origins that name no place: what comes from there now has nothing to do with what came from there before."""

MAX_NAME = 255
"""Longest file name, in bytes, of the usual file systems: a longer string is no path."""

MIN_TEXT_WORDS = 3
"""A single line needs so many words, beside the shape of a sentence, to count as a text."""


class SupportsArrow(Protocol):
    """A data frame, as far as a type checker can tell one."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows in Arrow's own form."""


Input = str | os.PathLike[str] | Article | Mapping[str, Any] | SupportsArrow | Iterable["Input"]
"""What ``read`` takes: a path, a folder, an address, a text, ``"-"``, an article, a record with named fields, a data
frame (whatever narwhals knows), or any iterable of these."""

_FRAMES = (
    *("__narwhals_dataframe__", "__narwhals_lazyframe__", "__dataframe__", "__arrow_c_stream__"),
    *("collect", "to_frame"),
)
"""What the data frames of pandas, polars, pyarrow, DuckDB and others have, or their columns, refused later."""

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_PATH_START = re.compile(r"[/\\]|(?:~[\w.-]{0,32}|\.{1,2}|[A-Za-z]:)[/\\]")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*")
_EXCERPT = 40


@dataclass(frozen=True)
class Document:
    """One input that may hold articles: a text, an address, a data frame or a record, a file, or the standard input."""

    origin: str
    path: Path | None = None
    text: str | None = None
    address: str | None = None
    table: object = None

    @property
    def place(self) -> Place:
        """Where its articles come from."""
        if self.text is not None:
            return Place("", excerpt(self.text))
        return Place(self.origin, self.origin, self.path.name if self.path else "")

    @property
    def stem(self) -> str | None:
        """What stands for the outlet where nothing states it; None where the file's name does."""
        if self.path or self.address:
            return None
        return "standard input" if self.origin == STANDARD_INPUT else ""

    def items(self, settings: Settings) -> Iterator[Item]:
        """The articles in it, and what in it gave none."""
        if self.table is not None:
            context = Context(settings, lambda blob: read_blob(blob, settings))
            if isinstance(self.table, Mapping):
                yield tables.record(self.table, self.place, context)
            else:
                yield from tables.read_frame(self.table, self.place, context)
            return
        try:
            with self._opened(settings) as blob:
                yield from read_blob(blob, settings)
        except UnreadableError as error:
            yield left_out(self.place, str(error))
        except OSError as error:
            yield left_out(self.place, _why(error, self.path) if self.path else f"can't be read ({error})")

    @contextmanager
    def _opened(self, settings: Settings) -> Iterator[Blob]:
        budget = Budget(settings.max_unpacked)
        if self.address is not None:
            with fetched(self.address, settings) as answer:
                yield answer.blob
        elif self.text is not None:
            # The mark says that it is UTF-8, whatever a page declares.
            check(self.text.removeprefix(BYTE_ORDER_MARK))
            data = codecs.BOM_UTF8 + self.text.removeprefix(BYTE_ORDER_MARK).encode("utf-8")
            yield Blob(io.BytesIO(data), self.place, budget)
        elif self.path is None:
            yield Blob(sys.stdin.buffer, self.place, budget)
        else:
            with self.path.open("rb") as file:
                yield Blob(file, self.place, budget, rewinds=file.seekable())


def documents(inputs: Iterable[object]) -> Iterator[Article | Document | LeftOut]:
    """The documents and articles behind ``inputs``, and what leads to none.

    A string is a path where something lies there, and a text where it reads like one: it has a line break, is too long
    for a path, or is a sentence of at least ``MIN_TEXT_WORDS`` words. All else is taken for a mistyped path, and
    reported as missing; give ``Article(text=...)`` to be sure of a text, and a ``Path`` to be sure of a path.

    Raises:
        TypeError: Something is none of what ``Input`` names.
    """
    for item in inputs:
        if isinstance(item, Article):
            yield item
        elif isinstance(item, str):
            yield from _of_string(item)
        elif isinstance(item, os.PathLike):
            yield from _of_path(Path(item))
        elif isinstance(item, Mapping):
            yield Document("record", table=item)
        elif any(hasattr(item, protocol) for protocol in _FRAMES):
            yield Document("frame", table=item)
        elif isinstance(item, Iterable) and not isinstance(item, bytes | bytearray | memoryview | io.IOBase):
            yield from documents(item)
        else:
            kind = type(item).__name__
            known = "a path, a folder, an address, a text, an Article, a record, a data frame, or an iterable of these"
            raise TypeError(f"an input is {known}, not {kind}")


def is_address(text: str) -> bool:
    """Whether ``text`` is an address of the web, not a path or a text."""
    return bool(_ADDRESS.fullmatch(text))


def excerpt(text: str) -> str:
    """The first words of a text that was given directly, to name it by."""
    start = " ".join(text[: 4 * _EXCERPT].split())
    return printable(f'text "{start[:_EXCERPT]}…"' if len(start) > _EXCERPT else f'text "{start}"')


def _of_string(text: str) -> Iterator[Document | LeftOut]:
    if text == STANDARD_INPUT:
        yield Document(STANDARD_INPUT)
    elif is_address(text):
        yield Document(printable(text), address=text)
    elif text.strip() and not _is_text(text):
        yield from _of_path(Path(text))
    else:
        yield Document("", text=text)


def _is_text(text: str) -> bool:
    if _LINE_BREAK.search(text) or "\0" in text:
        return True
    if max(len(os.fsencode(part)) if part.isascii() else len(part) for part in re.split(r"[/\\]", text)) > MAX_NAME:
        return True
    if _lies_there(Path(text)) or _PATH_START.match(text) or text.lower().endswith(_suffixes()):
        return False
    ends = [end for _, end in sentences(text)]
    whole = len(ends) > 1 or bool(_SENTENCE_END.fullmatch(text.rstrip()[_last_word_end(text) :]))
    return whole and sum(1 for _ in words(text)) >= MIN_TEXT_WORDS


def _last_word_end(text: str) -> int:
    return max((match.end() for match in words(text)), default=0)


def _lies_there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def _of_path(path: Path) -> Iterator[Document | LeftOut]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield LeftOut(origin=_origin(path), reason=_why(error, path))
    except ValueError:
        yield LeftOut(origin=_origin(path), reason="is no possible path")
    else:
        yield from _walk(path) if is_folder else iter((Document(_origin(path), path=path),))


def _walk(folder: Path) -> Iterator[Document | LeftOut]:
    """The files below ``folder`` that are read. Links are followed, but no folder is entered twice."""
    found = False
    errors: list[OSError] = []
    entered: set[tuple[int, int]] = set()
    for where, folders, files in os.walk(folder, followlinks=True, onerror=errors.append):
        status = Path(where).stat()
        here = (status.st_dev, status.st_ino)
        folders[:] = () if here in entered else sorted(name for name in folders if not name.startswith("."))
        if here in entered:
            continue
        entered.add(here)
        for name in sorted(files):
            if is_wanted(name):
                found = True
                yield Document(_origin(Path(where, name)), path=Path(where, name))
    for error in errors:
        yield LeftOut(origin=_origin(Path(error.filename)), reason=_why(error, Path(error.filename)))
    if not found and not errors:
        yield LeftOut(origin=_origin(folder), reason="is a folder without a file of a kind that is read")


def _suffixes() -> tuple[str, ...]:
    return tuple(load("file_kinds")["suffixes"])


def _why(error: OSError, path: Path) -> str:
    """The reason in plain words."""
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return "is a link to something that is not there"
    known = {
        errno.ENOENT: "no such file or folder",
        errno.ENOTDIR: "no such file or folder",
        errno.EACCES: "there is no permission to read it",
        errno.EPERM: "there is no permission to read it",
        errno.ELOOP: "is a link that leads back to itself",
    }
    return known.get(error.errno or 0) or f"can't be read ({error.strerror or error})"


def _origin(path: Path) -> str:
    return printable(path.as_posix())
