"""WARC archives of the web, and ARC ones, their older form: each page or text an article, streamed at any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from .blob import Blob
from .decoding import UnreadableError
from .draft import Context, Item, foreign, left_out, need, read_member

MAX_HEADERS = 1_000_000
"""Most bytes of a record's headers, HTTP's included."""

_RECORDS = ("response", "resource", "conversion")
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_OK = "200"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def read_warc(blob: Blob, context: Context) -> Iterator[Item]:
    """The pages, texts and PDF documents that were fetched without an error; pictures and the like are passed over."""
    what = "a WARC archive"
    iterator = need("warcio.archiveiterator", "warc", what)
    reader = need("warcio.bufferedreaders", "warc", what).ChunkedDataReader
    stream = _Guarded(blob.stream)
    with foreign(what):
        records = iterator.ArchiveIterator(stream, arc2warc=True)
    records.INC_RECORD = ""  # what it would print to standard error, with the content of the record in it
    while True:
        with foreign(what):
            record = next(records, None)
            if record is None:
                return
            stream.allow(record.length or 0)
            address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            media, charset = _content_type(record)
            wanted = record.rec_type in _RECORDS and _is_ok(record) and media in _TYPES
        place = blob.place.member(address)
        if wanted and (record.length or 0) > context.settings.max_bytes + MAX_HEADERS:
            yield left_out(place, f"is larger than {context.settings.max_bytes:,} bytes (max_bytes)")
        elif wanted:
            yield from read_member(
                blob, context, place, partial(_body, record, reader), url=address or None, charset=charset
            )


class _Guarded:
    """A stream that ends in an error where a record goes on for longer than it says."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = MAX_HEADERS

    def allow(self, size: int) -> None:
        """Let ``size`` further bytes pass, and the headers of the next record."""
        self._left = size + 2 * MAX_HEADERS

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError("is a WARC archive with a record that is longer than it says")
        return data


def _is_ok(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == _OK


def _content_type(record: Any) -> tuple[str, str | None]:
    """The media type of a record's content, and the encoding that is named beside it."""
    headers = record.rec_headers if record.http_headers is None else record.http_headers
    stated = headers.get_header("Content-Type") or ""
    charset = _CHARSET.search(stated)
    return stated.partition(";")[0].strip().lower(), charset[1] if charset else None


def _body(record: Any, chunked: Any) -> Any:
    """The content as it was sent, without HTTP's chunks. What is compressed is unpacked as any compressed file is."""
    headers = record.http_headers
    encoding = (headers.get_header("Content-Encoding") or "").lower() if headers else ""
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise UnreadableError(f"is compressed by a method that is not read ({encoding[:20]})")
    if headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        return chunked(record.raw_stream)
    return record.raw_stream
