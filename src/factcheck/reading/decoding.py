"""From bytes to text: byte order marks, UTF-8, and older encodings where they can be told for sure."""

from __future__ import annotations

import codecs
import re
from typing import Any

from ..knowledge import load
from .mojibake import repaired

BYTE_ORDER_MARK = "\ufeff"
"""Stands before a text that was decoded without regard to it; no part of the text."""

CHAOS_MARGIN = 0.08
"""How much more disorder (a share of 1, from charset-normalizer) a rival of the best reading may show."""

COHERENCE_MARGIN = 0.12
"""How much less like a language a rival may look. Both margins: the least that never took one encoding for another on
sentences in thirteen languages; where two readings lie this close and differ, none is chosen."""

MAX_CHAOS = 0.1
"""Disorder above which even a single reading isn't trusted."""

DAMAGED_SHARE = 5
"""So many whole UTF-8 sequences for each broken one say that the text is UTF-8 that was damaged."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_OLD_CONTROL = re.compile(r"[\x80-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_MAX_CONTROLS = 0.001


class UnreadableError(Exception):
    """An input that gives no article. Its text is the reason, in words that complete "left out: ..."."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in ``data``, without its byte order mark and otherwise unchanged, line ends included.

    Raises:
        UnreadableError: It is empty, no text, or in an encoding that can't be told for sure.
    """
    if not data:
        raise UnreadableError("is empty")
    text = transcode(data, declared)
    check(text)
    return text


def check(text: str) -> None:
    """Make sure that ``text`` can be the text of an article.

    Raises:
        UnreadableError: It is empty, binary, or can't be written out.
    """
    if not text:
        raise UnreadableError("is empty")
    if text.isspace():
        raise UnreadableError("holds only white space")
    if "\0" in text or len(_CONTROL.findall(text)) > _MAX_CONTROLS * len(text):
        raise UnreadableError("is binary, not text")
    if _SURROGATE.search(text):
        raise UnreadableError("holds halves of characters (lone surrogates), which no file can store")


def check_size(text: str, limit: int) -> None:
    """Make sure that ``text`` has at most ``limit`` bytes.

    Raises:
        UnreadableError: It has more.
    """
    if len(text) > limit or len(text.encode("utf-8", "replace")) > limit:
        raise UnreadableError(f"is larger than {limit:,} bytes, the most that one article may have (max_bytes)")


def printable(text: str) -> str:
    """``text`` in one line, with "?" for what can't be written out or would steer a terminal.

    That is undecodable bytes of a file name, lone surrogates, control characters, and marks that reverse what follows.
    """
    return _STEERING.sub("?", text.encode("utf-8", "replace").decode("utf-8"))


def transcode(data: bytes, *declared: str | None) -> str:
    """The characters in ``data``, with those mended that an earlier program read in the wrong encoding.

    A byte order mark tells the encoding, or else the first of ``declared`` that is a known encoding and fits, or else
    the bytes themselves.

    Raises:
        UnreadableError: It is binary, or in an encoding that can't be told for sure.
    """
    return repaired(_transcoded(data, *declared))


def _transcoded(data: bytes, *declared: str | None) -> str:
    marked = mark(data)
    if marked:
        try:
            return data.decode(marked).removeprefix(BYTE_ORDER_MARK)
        except UnicodeDecodeError:
            raise UnreadableError(f"begins like {marked.upper()} but is not valid") from None
    for encoding in filter(None, map(_known, declared)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if b"\0" in data:
        raise UnreadableError("is binary, not text (or UTF-16 without a byte order mark)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged(data):
            raise UnreadableError(f"is UTF-8 with broken bytes (the first is byte {error.start + 1})") from None
    return data.decode(detect(data))


def _known(name: str | None) -> str | None:
    """Python's name of the encoding ``name``, if texts are written in it. Latin-1 means Windows-1252, as on the web."""
    try:
        found = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    table = load("encodings")
    if found in ("iso8859-1", "ascii"):
        return str(table["western"])
    return found if found in {codecs.lookup(item).name for item in (*table["candidates"], "utf-8")} else None


def mark(data: bytes) -> str | None:
    """The encoding that the byte order mark of ``data`` tells, or None without one."""
    marks = load("encodings")["marks"]
    return next((str(item["encoding"]) for item in marks if data.startswith(bytes.fromhex(item["bytes"]))), None)


def _is_damaged(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text) - broken
    return whole >= DAMAGED_SHARE * broken


def detect(data: bytes) -> str:
    """The older encoding that ``data`` is in. Where several fit and differ, only the Western default is taken.

    Raises:
        UnreadableError: It can't be told for sure.
    """
    from charset_normalizer import from_bytes

    table: dict[str, Any] = load("encodings")
    unknown = UnreadableError("is in an encoding that could not be recognised; save it as UTF-8")
    matches = list(from_bytes(data, cp_isolation=table["candidates"]))
    if not matches or matches[0].chaos > MAX_CHAOS:
        raise unknown
    best = matches[0]
    near = {
        str(match): match.encoding
        for match in matches
        if match.chaos <= best.chaos + CHAOS_MARGIN and match.coherence >= best.coherence - COHERENCE_MARGIN
    }
    western = data.decode(table["western"], "replace")
    text = western if western in near else str(best)
    if (text != western and len(near) > 1) or _OLD_CONTROL.search(text):
        raise unknown
    return near[text]
