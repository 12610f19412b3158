"""Words, sentences, paragraphs, and the folding of marks and case: the ground every room stands on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from .knowledge import load

Range = tuple[int, int]
"""A half-open range of positions in a text."""

WORD = re.compile(r"\w+(?:['’]\w+)*")
"""A word: letters and digits, with apostrophes inside."""

_PARAGRAPH = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_TOKEN = re.compile(r"\S+$")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+")
_MARKS = (
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛`´′ʼ", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00a0": " "}
)
_MARK = re.compile(f"[{''.join(_MARKS)}]")


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of ``text`` in order, as matches, so that each carries its position."""
    return WORD.finditer(text)


def fold(text: str) -> str:
    """``text`` for comparison: no case, no diacritics, plain quotation marks and dashes, single spaces.

    The result has other positions than ``text``.
    """
    plain = _MARK.sub(lambda mark: _MARKS[mark[0]], text)  # Marks are few: five times as fast as `str.translate`.
    if not plain.isascii():
        plain = _BEYOND_ASCII.sub(_without_combining, unicodedata.normalize("NFKD", plain))
    return " ".join(plain.casefold().split())


def _without_combining(stretch: re.Match[str]) -> str:
    return "".join(c for c in stretch.group() if not unicodedata.combining(c))


def paragraphs(text: str) -> Iterator[Range]:
    """The ranges of the lines of ``text`` that hold anything but white space, stripped at both ends."""
    for line in _PARAGRAPH.finditer(text):
        start, end = line.span()
        body = line.group()
        start += len(body) - len(body.lstrip())
        end -= len(body) - len(body.rstrip())
        if start < end:
            yield start, end


def closed(sentence: str) -> str:
    """The sentence with a full stop at its end, and no second one behind an abbreviation such as "Sen."."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def sentences(text: str) -> Iterator[Range]:
    """The ranges of the sentences of ``text``. A sentence never goes past its paragraph.

    A full stop after an abbreviation or an initial ends no sentence, nor does one before a small letter.
    """
    for start, end in paragraphs(text):
        at = start
        for stop in _STOP.finditer(text, start, end):
            if _ends_sentence(text, at, stop, end):
                yield at, stop.end()
                at = stop.end()
                while at < end and text[at].isspace():
                    at += 1
        if at < end:
            yield at, end


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = stop.end()
    while following < end and text[following].isspace():
        following += 1
    if following < end and text[following].islower():
        return False
    if stop.group() != ".":
        return True
    token = _LAST_TOKEN.search(text, max(start, stop.start() - 24), stop.end())
    word = token.group().lstrip("\"'“‘«([") if token else ""
    return not (_DOTTED.fullmatch(word) or word[:-1].casefold() in _abbreviations())


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(load("abbreviations")["words"])
