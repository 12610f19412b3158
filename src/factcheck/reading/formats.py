"""Which reader a file is for: its content decides, and its suffix only where the content says nothing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..knowledge import load
from ..settings import Settings
from . import archives, documents, feeds, mail, tables, warc, web
from .blob import Blob, ExhaustedError
from .decoding import BYTE_ORDER_MARK, UnreadableError, decode, mark
from .draft import Context, Draft, Item, Reader, left_out
from .metadata import Metadata

READERS: dict[str, Reader] = {
    "html": web.read_page,
    "json": tables.read_json,
    "csv": tables.read_csv,
    "parquet": tables.read_parquet,
    "feed": feeds.read_feed,
    "warc": warc.read_warc,
    "pdf": documents.read_pdf,
    "docx": documents.read_docx,
    "epub": documents.read_epub,
    "mail": mail.read_mail,
    "zip": archives.read_zip,
    "tar": archives.read_tar,
    "gzip": archives.read_gzip,
    "bzip2": archives.read_bzip2,
}
"""The reader of each kind that ``file_kinds`` names, but for plain text."""

MAX_FRUITLESS = 10_000
"""So many records of a table, or files of an archive, without an article between them, end the reading of it."""

_ROOT = re.compile(r"<([A-Za-z][\w:.-]{0,30})")
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{1,60}):")


def read_blob(blob: Blob, settings: Settings) -> Iterator[Item]:
    """The articles in ``blob``, and what in it gave none. Where it holds nothing at all, that is said, too."""
    context = Context(settings, lambda inner: read_blob(inner, settings))
    found = fruitless = 0
    try:
        kind = kind_of(blob, settings)
        for item in READERS.get(kind, read_plain)(blob, context):
            found += 1
            fruitless = 0 if isinstance(item, Draft) else fruitless + 1
            yield item
            if fruitless == MAX_FRUITLESS:
                raise UnreadableError(f"has {fruitless:,} records in a row without an article; the rest is not read")
        if not found:
            yield left_out(blob.place, f"is {load('file_kinds')['kinds'][kind]} without an article")
    except ExhaustedError as error:
        if blob.depth:
            raise
        yield left_out(blob.place, str(error))
    except UnreadableError as error:
        yield left_out(blob.place, str(error))
    except OSError as error:
        yield left_out(blob.place, f"can't be read ({error.strerror or error})")


def read_plain(blob: Blob, context: Context) -> Iterator[Item]:
    """The article that a text or a Markdown file is."""
    data = blob.whole(context.settings.max_bytes)
    text = decode(data, blob.charset)
    verbatim = not blob.depth and bool(blob.place.origin) and text.encode() == data.removeprefix(codecs.BOM_UTF8)
    yield Draft(blob.place, text, Metadata(url=blob.url), plain=True, verbatim=verbatim)


def kind_of(blob: Blob, settings: Settings) -> str:
    """The kind of ``blob``, a key of ``file_kinds``.

    Raises:
        UnreadableError: It is of a kind that is known and not read.
    """
    kinds = load("file_kinds")
    for signature in kinds["binary"]:
        if blob.head.startswith(bytes.fromhex(signature["starts"]), signature.get("at", 0)):
            kind = signature.get("kind")
            if kind is None:
                raise UnreadableError(f"is {signature['says']}, which is not read")
            return documents.kind_of_zip(blob) if kind == "zip" else str(kind)
    text = _head(blob.head)
    by_suffix = kinds["suffixes"].get(blob.place.suffix)
    found = _kind_of_text(text) or by_suffix or ("csv" if tables.is_table(text, settings.columns) else "text")
    if found == "text" or (found == "feed" and _root(text) is None):
        start = "".join(text.lower().split())
        says = next((says for beginning, says in kinds["refused"].items() if start.startswith(beginning)), None)
        if says:
            raise UnreadableError(f"is {says}, which is not read")
    return str(found)


def _kind_of_text(text: str) -> str | None:
    kinds = load("file_kinds")
    compact = "".join(text[:200].lower().split())
    for start, kind in kinds["beginnings"].items():
        if compact.startswith(start):
            return str(kind)
    return _root(text) or ("mail" if _is_mail(text) else None)


def _root(text: str) -> str | None:
    """The kind that the first element of a page or an XML file tells."""
    if not text.lstrip().startswith("<"):
        return None
    if text.lstrip()[:14].lower().startswith("<!doctype html"):
        return "html"
    first = _ROOT.search(text)
    return load("file_kinds")["roots"].get(first[1].lower()) if first else None


def _is_mail(text: str) -> bool:
    """Whether ``text`` begins with header fields, at least one of which only an e-mail message has."""
    known = load("file_kinds")["mail"]["fields"]
    for line in text.splitlines():
        field = _FIELD.match(line)
        if field and field[1].lower() in known:
            return True
        if not field and not line.startswith((" ", "\t")):
            return False
    return False


def _head(head: bytes) -> str:
    """The first characters, as far as they can be told without regard to the rest."""
    return head.decode(mark(head) or "utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
