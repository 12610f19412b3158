"""What the user gave: paths, folders, texts, articles, or the standard input, one document each."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..knowledge import load
from ..models import Article, LeftOut
from ..text import sentences, words
from .decoding import BYTE_ORDER_MARK, UnreadableError, check, decode, printable

STANDARD_INPUT = "-"
"""The input that stands for the standard input."""

MAX_NAME = 255
"""Longest file name, in bytes, of the usual file systems: a longer string is no path."""

MIN_TEXT_WORDS = 3
"""A single line needs so many words, beside the shape of a sentence, to count as a text."""

Input = str | os.PathLike[str] | Article | Iterable["Input"]
"""What ``read`` takes: a path, a folder, a text, an article, ``"-"``, or any iterable of these."""

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_PATH_START = re.compile(r"[/\\]|(?:~[\w.-]{0,32}|\.{1,2}|[A-Za-z]:)[/\\]")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*")
_EXCERPT = 40


@dataclass(frozen=True)
class Document:
    """One input that may hold an article: a text given directly, or else a file, or else the standard input."""

    origin: str
    path: Path | None = None
    text: str | None = None

    @property
    def label(self) -> str:
        """What a message calls it."""
        return self.origin if self.text is None else excerpt(self.text)

    @property
    def stem(self) -> str:
        """What stands for the outlet where the text does not name it."""
        if self.text is not None:
            return ""
        return printable(self.path.stem) if self.path else "standard input"

    def load(self, max_bytes: int) -> str:
        """The text, decoded.

        Raises:
            UnreadableError: It can't be read, is no text, or is larger than ``max_bytes`` bytes.
        """
        if self.text is not None:
            text = self.text.removeprefix(BYTE_ORDER_MARK)
            check(text)
            if len(text) > max_bytes or len(text.encode("utf-8")) > max_bytes:
                raise _too_large(max_bytes)
            return text
        if self.path is None:
            return decode(_bounded(sys.stdin.buffer.read(max_bytes + 1), max_bytes))
        try:
            if self.path.stat().st_size > max_bytes:
                raise _too_large(max_bytes)
            with self.path.open("rb") as file:
                return decode(_bounded(file.read(max_bytes + 1), max_bytes))
        except OSError as error:
            raise UnreadableError(_why(error, self.path)) from None


def documents(inputs: Iterable[object]) -> Iterator[Article | Document | LeftOut]:
    """The documents and articles behind ``inputs``, and what leads to none.

    A string is a path where something lies there, and a text where it reads like one: it has a line break, is too long
    for a path, or is a sentence of at least ``MIN_TEXT_WORDS`` words. All else is taken for a mistyped path, and
    said to be missing; give ``Article(text=...)`` to be sure of a text, and a ``Path`` to be sure of a path.

    Raises:
        TypeError: Something is neither of what ``Input`` names.
    """
    for item in inputs:
        if isinstance(item, Article):
            yield item
        elif isinstance(item, str):
            yield from _of_string(item)
        elif isinstance(item, os.PathLike):
            yield from _of_path(Path(item))
        elif isinstance(item, Iterable) and not isinstance(item, bytes | bytearray | memoryview | io.IOBase):
            yield from documents(item)
        else:
            kind = type(item).__name__
            raise TypeError(f"an input is a path, a folder, a text, an Article, or an iterable of these, not {kind}")


def excerpt(text: str) -> str:
    """The first words of a text that was given directly, to name it by."""
    start = " ".join(text[: 4 * _EXCERPT].split())
    return printable(f'text "{start[:_EXCERPT]}…"' if len(start) > _EXCERPT else f'text "{start}"')


def _of_string(text: str) -> Iterator[Document | LeftOut]:
    if text == STANDARD_INPUT:
        yield Document(STANDARD_INPUT)
    elif _ADDRESS.fullmatch(text):
        yield LeftOut(origin=printable(text), reason="is a web address; save the page's text as a file first")
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
    """The text files below ``folder``, hidden ones left aside. Links are followed, but no folder is entered twice."""
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
            if not name.startswith(".") and name.lower().endswith(_suffixes()):
                found = True
                yield Document(_origin(Path(where, name)), path=Path(where, name))
    for error in errors:
        yield LeftOut(origin=_origin(Path(error.filename)), reason=_why(error, Path(error.filename)))
    if not found and not errors:
        yield LeftOut(origin=_origin(folder), reason=f"is a folder without a text file ({', '.join(_suffixes())})")


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


def _bounded(data: bytes, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    return data


def _too_large(max_bytes: int) -> UnreadableError:
    return UnreadableError(f"is larger than {max_bytes:,} bytes, the most that one article may have (max_bytes)")


def _origin(path: Path) -> str:
    return printable(path.as_posix())
