"""Bytes on their way to a reader: where they come from, how far they may unpack, and their first bytes to judge by."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from ..knowledge import load
from .decoding import UnreadableError, printable

HEAD = 8_192
"""So many first bytes are looked at to tell what kind of file it is."""

MAX_HELD = 200_000_000
"""Most bytes of one file that are held in memory at once: a JSON document, or an archive inside an archive."""


class ExhaustedError(UnreadableError):
    """An archive has unpacked to more than it may: nothing further is read from it."""


@dataclass(frozen=True)
class Place:
    """Where an article comes from."""

    origin: str
    """What ``Article.origin`` says; empty for a text given directly."""
    label: str
    """What a message calls it."""
    file: str = ""
    """The name of the file; its suffix decides where the content does not, and its stem stands for the outlet."""

    def item(self, number: int) -> Place:
        """The record of this number inside it, counted from 1."""
        return replace(self, origin=f"{self.origin}:{number}" if self.origin else "", label=f"{self.label}:{number}")

    def member(self, name: str) -> Place:
        """The file ``name`` inside this archive."""
        name = printable(name)
        outer = f"{self.origin}!{name}" if self.origin else ""
        return Place(origin=outer, label=f"{self.label}!{name}", file=PurePosixPath(name).name)

    @property
    def suffix(self) -> str:
        """The suffix of the file's name, in lower case."""
        return PurePosixPath(self.file).suffix.lower()

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return printable(PurePosixPath(self.file).stem)


class Budget:
    """What one input may still unpack to, whatever is nested in it."""

    def __init__(self, limit: int) -> None:
        self._limit = self._left = limit

    def spend(self, size: int) -> None:
        """Count ``size`` unpacked bytes.

        Raises:
            ExhaustedError: That is more than was left.
        """
        self._left -= size
        if self._left < 0:
            raise ExhaustedError(f"unpacks to more than {self._limit:,} bytes (max_unpacked); the rest is not read")


class Blob:
    """One file, in an archive or not, before anyone has decided what it is."""

    def __init__(  # noqa: PLR0913 - what a reader may need to know, each named
        self,
        stream: BinaryIO,
        place: Place,
        budget: Budget,
        *,
        depth: int = 0,
        url: str | None = None,
        charset: str | None = None,
        rewinds: bool = False,
    ) -> None:
        """Take the first bytes of ``stream``.

        Args:
            stream: Open for reading, at its start.
            place: Where it comes from.
            budget: What it may unpack to.
            depth: So many archives and compressed files lie around it.
            url: The address it was served from, where known.
            charset: The encoding that its server named.
            rewinds: The stream may jump back and forth without reading all between.

        Raises:
            UnreadableError: It is damaged.
            OSError: It can't be read.
        """
        self.place = place
        self.budget = budget
        self.depth = depth
        self.url = url
        self.charset = charset
        self._rewinds = rewinds
        self.head = _take(stream, HEAD)
        if rewinds:
            stream.seek(0)
            self.stream = stream
        else:
            self.stream = cast(BinaryIO, io.BufferedReader(_Pushed(self.head, stream)))

    def whole(self, limit: int, setting: str = "max_bytes") -> bytes:
        """All of it.

        Raises:
            UnreadableError: It has more than ``limit`` bytes, as the limit named ``setting`` has it.
        """
        data = _take(self.stream, limit + 1)
        if len(data) > limit:
            what = "one article" if setting == "max_bytes" else "such a file"
            raise UnreadableError(f"is larger than {limit:,} bytes, the most that {what} may have ({setting})")
        return data

    def peek(self, size: int) -> bytes:
        """The next ``size`` bytes, which stay to be read."""
        data = _take(self.stream, size)
        self.stream = cast(BinaryIO, io.BufferedReader(_Pushed(data, self.stream)))
        self._rewinds = False
        return data

    def seekable(self) -> BinaryIO:
        """A seekable stream at its start: its own, or one over its bytes in memory, at most ``MAX_HELD``.

        Raises:
            UnreadableError: It has to be held in memory, and is too large.
        """
        if not self._rewinds:
            self.stream = io.BytesIO(self.whole(MAX_HELD, "MAX_HELD"))
            self._rewinds = True
        self.stream.seek(0)
        return self.stream

    def inner(
        self,
        stream: BinaryIO,
        place: Place,
        *,
        unpacked: bool = False,
        url: str | None = None,
        charset: str | None = None,
    ) -> Blob:
        """What lies one level deeper in ``stream``, whose bytes count where they are ``unpacked`` from fewer."""
        source = cast(BinaryIO, _Metered(stream, self.budget)) if unpacked else stream
        return Blob(source, place, self.budget, depth=self.depth + 1, url=url, charset=charset)


def is_wanted(path: str) -> bool:
    """Whether a file of this name is read where it was not named by itself, but lies in a folder or an archive."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return bool(parts) and not hidden and parts[-1].lower().endswith(tuple(load("file_kinds")["suffixes"]))


class _Pushed(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or _read(self._stream, len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Metered(io.RawIOBase):
    """A stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = _read(self._stream, len(buffer))
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def _read(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except (EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError) as error:
        raise UnreadableError(f"is damaged ({error})") from None
    except OSError as error:
        if error.errno is not None:
            raise
        raise UnreadableError(f"is damaged ({error})") from None  # as gzip and bz2 say it


def _take(stream: BinaryIO, size: int) -> bytes:
    """The next ``size`` bytes, fewer only at the end."""
    parts: list[bytes] = []
    while size > 0:
        part = _read(stream, size)
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
