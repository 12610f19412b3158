"""From bytes to text: byte order marks, UTF-8, and older encodings where they can be told for sure."""

from __future__ import annotations

import re
from typing import Any

from ..knowledge import load

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
_MAX_CONTROLS = 0.001
_HEAD = 200


class UnreadableError(Exception):
    """An input that gives no article. Its text is the reason, in words that complete "left out: ..."."""


def decode(data: bytes) -> str:
    """The text in ``data``, without its byte order mark and otherwise unchanged, line ends included.

    Raises:
        UnreadableError: It is empty, no text, or in an encoding that can't be told for sure.
    """
    if not data:
        raise UnreadableError("is empty")
    try:
        text = _decode(data)
        check(text)
    except UnreadableError as error:
        kind = _binary_kind(data)
        raise UnreadableError(f"is {kind}, not plain text") if kind else error from None
    return text


def check(text: str) -> None:
    """Make sure that ``text`` can be the text of an article.

    Raises:
        UnreadableError: It is empty, binary, or written in a markup or data language.
    """
    if not text:
        raise UnreadableError("is empty")
    if text.isspace():
        raise UnreadableError("holds only white space")
    if "\0" in text or len(_CONTROL.findall(text)) > _MAX_CONTROLS * len(text):
        raise UnreadableError("is binary, not text")
    if _SURROGATE.search(text):
        raise UnreadableError("holds halves of characters (lone surrogates), which no file can store")
    head = "".join(text[:_HEAD].lower().split())
    for start, kind in load("file_kinds")["markup"].items():
        if head.startswith(start):
            raise UnreadableError(f"is {kind}, not plain text")


def printable(text: str) -> str:
    """``text`` with what can't be written out (undecodable bytes of a file name, lone surrogates) replaced by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _decode(data: bytes) -> str:
    for mark in load("encodings")["marks"]:
        start = bytes.fromhex(mark["bytes"])
        if data.startswith(start):
            try:
                return data[len(start) :].decode(mark["encoding"])
            except UnicodeDecodeError:
                raise UnreadableError(f"begins like {mark['encoding'].upper()} but is not valid") from None
    if b"\0" in data:
        raise UnreadableError("is binary, not text (or UTF-16 without a byte order mark)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged(data):
            raise UnreadableError(f"is UTF-8 with broken bytes (the first is byte {error.start + 1})") from None
    return _detect(data)


def _is_damaged(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text) - broken
    return whole >= DAMAGED_SHARE * broken


def _detect(data: bytes) -> str:
    """The text in an older encoding. Where several fit and differ, only the Western default is taken."""
    from charset_normalizer import from_bytes

    table: dict[str, Any] = load("encodings")
    unknown = UnreadableError("is in an encoding that could not be recognised; save it as UTF-8")
    matches = list(from_bytes(data, cp_isolation=table["candidates"]))
    if not matches or matches[0].chaos > MAX_CHAOS:
        raise unknown
    best = matches[0]
    near = [
        str(match)
        for match in matches
        if match.chaos <= best.chaos + CHAOS_MARGIN and match.coherence >= best.coherence - COHERENCE_MARGIN
    ]
    western = data.decode(table["western"], "replace")
    text = western if western in near else near[0]
    if (text != western and len(near) > 1) or _OLD_CONTROL.search(text):
        raise unknown
    return text


def _binary_kind(data: bytes) -> str | None:
    for kind in load("file_kinds")["binary"]:
        if data.startswith(bytes.fromhex(kind["starts"]), kind.get("at", 0)):
            return str(kind["says"])
    return None
