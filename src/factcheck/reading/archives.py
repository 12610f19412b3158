"""ZIP and tar archives, gzip and bzip2 files. Nothing is ever written to disk."""

from __future__ import annotations

import bz2
import gzip
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, cast

from .blob import Blob, is_wanted
from .decoding import UnreadableError
from .draft import Context, Item, foreign, left_out, read_member

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
"""LZMA is left aside: its decoder takes whatever memory the archive asks for."""

MAX_HEADER = 65_536
"""Longest long name or extended header of a tar member, in bytes."""


def read_zip(blob: Blob, context: Context) -> Iterator[Item]:
    """What the members of a ZIP archive hold, as far as their suffixes or their lack of one promise anything."""
    _check_depth(blob, context)
    with open_zip(blob) as archive:
        for member in archive.infolist():
            name = member.filename.replace("\\", "/")  # as some writers on Windows have it
            place = blob.place.member(name)
            is_link = stat.S_ISLNK(member.external_attr >> 16)
            if not is_wanted(name) or member.is_dir():
                continue
            reason = _objection(name, is_link=is_link)
            if member.flag_bits & 1:
                reason = "is encrypted"
            elif member.compress_type not in METHODS:
                reason = "is compressed by a method that is not read"
            if reason:
                yield left_out(place, reason)
                continue
            yield from read_member(blob, context, place, partial(archive.open, member), unpacked=True)


def read_tar(blob: Blob, context: Context) -> Iterator[Item]:
    """What the members of a tar archive hold. It is read from front to end, once."""
    _check_depth(blob, context)
    with foreign("a tar archive"):
        archive = tarfile.open(fileobj=blob.stream, mode="r|", tarinfo=_BoundedInfo)  # noqa: SIM115 - it owns no file
    while True:
        with foreign("a tar archive"):
            member = archive.next()
        archive.members = []  # type: ignore[attr-defined]  # else it would remember every one of them
        if member is None:
            return
        place = blob.place.member(member.name)
        if member.isdir() or not is_wanted(member.name):
            continue
        reason = _objection(member.name, is_link=member.issym() or member.islnk())
        if not reason and (member.issparse() or not member.isreg()):
            reason = "is no ordinary file"
        if reason:
            yield left_out(place, reason)
        else:
            yield from read_member(blob, context, place, partial(archive.extractfile, member))


def read_gzip(blob: Blob, context: Context) -> Iterator[Item]:
    """What a gzip file holds: any other kind of file."""
    yield from _unpacked(blob, context, cast(BinaryIO, gzip.GzipFile(fileobj=blob.stream)))


def read_bzip2(blob: Blob, context: Context) -> Iterator[Item]:
    """What a bzip2 file holds: any other kind of file."""
    yield from _unpacked(blob, context, cast(BinaryIO, bz2.BZ2File(blob.stream)))


def open_zip(blob: Blob) -> zipfile.ZipFile:
    """The ZIP archive in ``blob``.

    Raises:
        UnreadableError: It is damaged, or lies in another archive and is too large to be held in memory.
    """
    with foreign("a ZIP archive"):
        return zipfile.ZipFile(blob.seekable())


def _unpacked(blob: Blob, context: Context, stream: BinaryIO) -> Iterator[Item]:
    _check_depth(blob, context)
    path = PurePosixPath(blob.place.file)
    inner = {".tgz": f"{path.stem}.tar", ".gz": path.stem, ".bz2": path.stem}.get(path.suffix.lower(), path.name)
    place = replace(blob.place, file=inner)
    yield from read_member(blob, context, place, lambda: stream, unpacked=True, url=blob.url, charset=blob.charset)


class _BoundedInfo(tarfile.TarInfo):
    """A header that may not carry a name of gigabytes."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        # The entry point that tarfile names for subclasses to override.
        if self.type not in tarfile.SUPPORTED_TYPES and self.size > MAX_HEADER:
            raise tarfile.ReadError("a header is too long")
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]


def _objection(name: str, *, is_link: bool) -> str | None:
    """Why a member is not read, judged by its name and type."""
    path = PurePosixPath(name)
    if is_link:
        return "is a link, and links in archives are not followed"
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(name).drive:
        return "has a path that leads out of the archive"
    return None


def _check_depth(blob: Blob, context: Context) -> None:
    limit = context.settings.max_depth
    if blob.depth >= limit:
        raise UnreadableError(f"is an archive inside {limit} others, and no more may be nested (max_depth)")
