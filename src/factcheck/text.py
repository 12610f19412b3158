"""Words, sentences, paragraphs, and the folding of marks and case: the ground every room stands on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from .knowledge import load

Range = tuple[int, int]
"""A half-open range of positions in a text."""

WORD = re.compile(r"\w+(?:['’]\w+)*")
"""A word: letters and digits, with apostrophes inside."""

_PARAGRAPH = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_STOP = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s+(\S))")
"""A mark that may end a sentence; its group is the first character of what follows in the paragraph."""
_JOINED = re.compile(r"(?<=[a-z][a-z])[.!?](?=[A-Z][a-z])")
"""A mark that ends a sentence right before the next one."""
_IN_ADDRESS = re.compile(r"[./@:_\\]")
_LONGEST = 24
"""Characters before a full stop that are read for an abbreviation."""
_NARROWEST, _WIDEST = 60, 80
"""Characters of the longest line of a text whose lines are broken by hand or by a mail program (RFC 2822, 2.1.1)."""
_FORWARDED = re.compile(r"(?:> ?)+")
_LEAST_FULL, _MOST = 3, 2 / 3
"""How many lines must be full, and which share of those that another line follows."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+")
_MARKS = (
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛`´′ʼ", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00a0": " "}
)
_MARK = re.compile(f"[{''.join(_MARKS)}]")
"""The marks that are made plain. One of them, the backtick, is ASCII."""
_WORDS_ONLY = bytes(at if chr(at).isalnum() or chr(at) in "_'" else ord(" ") for at in range(128)).lower().ljust(256)
"""What each ASCII character becomes where only words are left: letters small, and a space for all that is in none."""


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of ``text`` in order, as matches, so that each carries its position."""
    return WORD.finditer(text)


def fold(text: str) -> str:
    """``text`` for comparison: no case, no diacritics, plain quotation marks and dashes, single spaces.

    The result has other positions than ``text``.
    """
    if text.isascii() and text.isalnum():  # Most that is folded is one plain word.
        return text.lower()
    return " ".join(_plain(text).casefold().split())


def folded_words(text: str) -> list[str]:
    """The words of ``fold(text)`` in order, as `WORD` has them, in a third of the time that looking for them takes."""
    plain = _plain(text)
    if not plain.isascii():
        return WORD.findall(plain.casefold())
    spaced = plain.encode("ascii").translate(_WORDS_ONLY).decode("ascii")
    if "'" in spaced:
        # An apostrophe belongs to a word where it stands between two of its letters.
        spaced = f" {spaced} ".replace("''", "  ").replace(" '", "  ").replace("' ", "  ")
    return spaced.split()


def _plain(text: str) -> str:
    if not text.isascii() or "`" in text:
        text = _MARK.sub(lambda mark: _MARKS[mark[0]], text)  # Marks are few: five times as fast as `str.translate`.
    if text.isascii():
        return text
    return _BEYOND_ASCII.sub(_without_combining, unicodedata.normalize("NFKD", text))


def _without_combining(stretch: re.Match[str]) -> str:
    return "".join(c for c in stretch.group() if not unicodedata.combining(c))


def unwrapped(text: str) -> str:
    """``text`` with a space for each line break that was only made to keep lines short, as mail and wires do.

    The longest line has 60 to 80 characters, most lines that another follows are full, and a line is full where the
    next line's first word had no room behind it. The marks before the lines of a forwarded mail ("> ") become spaces.
    Any other text is handed back as it is. No position moves.
    """
    lines = text.splitlines(keepends=True)
    marks = _forwarding(lines)
    if any(marks):
        lines = [" " * mark + line[mark:] for line, mark in zip(lines, marks, strict=True)]
    bodies = [line[mark:].rstrip() for line, mark in zip(lines, marks, strict=True)]
    width = max(map(len, bodies), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return "".join(lines)
    followed = [k for k, (body, below) in enumerate(pairwise(bodies)) if body and below]
    full = {k for k in followed if len(bodies[k]) + 1 + len(bodies[k + 1].partition(" ")[0]) > width}
    full -= {k for k in full if lines[k + 1][marks[k + 1]].isspace()}
    if len(full) < _LEAST_FULL or len(full) < _MOST * len(followed):
        return "".join(lines)
    for k in full:
        lines[k] = (" " * marks[k] + bodies[k]).ljust(len(lines[k]))
    return "".join(lines)


def parted(text: str) -> str:
    """``text`` with a line break for each full stop behind which a line break was lost: "she said.Police came".

    So extractors join the paragraphs of a page. No position moves.
    """
    return _JOINED.sub(lambda stop: "\n" if _parts(text, stop) else stop[0], text)


def _parts(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop between two words without a blank belongs to no abbreviation and no address."""
    before = text[max(0, stop.start() - _LONGEST) : stop.start()].rsplit(maxsplit=1)[-1].casefold()
    behind = WORD.match(text, stop.end())
    named = behind is not None and behind[0].casefold() in _domains()
    return _IN_ADDRESS.search(before) is None and before not in _abbreviations() and not named


def _forwarding(lines: Sequence[str]) -> list[int]:
    """How many characters of each line mark it as part of a forwarded mail: a few such lines are none by chance."""
    marks = [len(found[0]) if line[0] == ">" and (found := _FORWARDED.match(line)) else 0 for line in lines]
    return marks if sum(map(bool, marks)) >= _LEAST_FULL else [0] * len(lines)


def paragraphs(text: str) -> Iterator[Range]:
    """The ranges of the lines of ``text`` that hold anything but white space, stripped at both ends."""
    for body in _PARAGRAPH.finditer(text):
        yield body.span()


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
            if _ends_sentence(text, at, stop):
                yield at, stop.end()
                at = stop.start(1)
        if at < end:
            yield at, end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop[1].islower():
        return False
    if stop[0] != ".":
        return True
    if text[stop.start() - 1].isdigit() and _split_number().match(text, stop.start(1)):
        return False
    word = text[max(start, stop.start() - _LONGEST) : stop.end()].rsplit(maxsplit=1)[-1].lstrip("\"'“‘«([")
    return not (_DOTTED.fullmatch(word) or word[:-1].casefold() in _abbreviations())


@lru_cache(maxsize=1)
def _split_number() -> re.Pattern[str]:
    """What stands behind the point of a number that a tokeniser has split: "$2. 5 million"."""
    scales = "|".join(load("numbers")["scales"])
    return re.compile(rf"\d{{1,2}}(?: ?%| (?:percent|per cent|{scales})\b|(?:m|bn)\b)")


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(load("abbreviations")["words"])


@lru_cache(maxsize=1)
def _domains() -> frozenset[str]:
    return frozenset(load("outlets")["second_level"])


def without_possessive(word: str) -> str:
    """A word without the ending of a possessive, with either apostrophe."""
    return word.removesuffix("'s").removesuffix("’s")
