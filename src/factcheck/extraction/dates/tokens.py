"""Words of a text in the classes of the grammar of time expressions.

Each token gets a class, each class is one character, and the grammar matches the string of these characters. Most of a
text is of one class, OTHER, so that a text is read in one quick pass.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from ...knowledge import load

FIRST_YEAR, LAST_YEAR = 1400, 2100
"""Four digits outside of these are no year."""

_TOKEN = re.compile(
    r"([apAP]\. ?[mM]\b\.?|[a-zA-Z]++(?:[^\W\d_]++)?|[^\W\d_]++"
    r"|\d+(?:[,.:]\d+|: \d\d(?= ?[apAP]\.? ?[mM]))*+[a-zA-Z]*|\n\n+|\S)"
)
_KEPT = 1 << 15
"""Words whose class is kept for when they come again."""
_PUNCTUATION = {
    ".": "DOT",
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‑": "DASH",
    "/": "SLASH",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "£": "CURRENCY",
    "¥": "CURRENCY",
    "#": "CURRENCY",
}
_SPECIAL = [
    "OTHER",
    "BREAK",
    "MONTH",
    "MONTHABBR",
    "WEEKDAY",
    "WEEKDAYABBR",
    "WEEKDAYS",
    "SECOND",
    "NUMBER",
    "SMALL",
    "LARGE",
    "YEAR",
    "DECADE",
    "ORDINAL",
    "CLOCK",
    "CLOCKMERIDIEM",
    "DOTTED",
    "DOTTEDDATE",
    "REFERENCE",
    "REPEATED",
    "WRITTENLONG",
    "HOLIDAY",
]


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text: their words in lower case, their positions, and the string of their classes."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """The character of each class."""
    names = [*_SPECIAL, *dict.fromkeys(_PUNCTUATION.values()), *load("timex")["classes"]]
    return dict(zip(names, string.ascii_letters + string.digits + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß", strict=False))


def tokenize(text: str) -> Tokens:
    """The tokens of ``text``, with their classes."""
    # Tokens and the gaps between them by turns: their lengths add up to their places.
    pieces = _TOKEN.split(text)
    places = list(accumulate(map(len, pieces)))
    written = pieces[1::2]
    if ": " in text:  # Extractors of text leave "8: 30 p.m.".
        written = [piece.replace(": ", ":") for piece in written]
    return Tokens(
        text, list(map(str.lower, written)), places[:-1:2], places[1::2], "".join(map(_classes().__getitem__, written))
    )


class _Classes(dict[str, str]):
    """The classes of the tokens seen so far, up to a limit; the class of any other is worked out when it is asked for.

    A plain table is asked much faster than a cache that keeps what was used last.
    """

    def __missing__(self, token: str) -> str:
        found = _class(token)
        if len(self) < _KEPT:
            self[token] = found
        return found


@lru_cache(maxsize=1)
def _classes() -> _Classes:
    return _Classes()


def _class(token: str) -> str:
    """The class of a token."""
    first, word = token[0], token.lower()
    listed = _tables()[0].get(word)
    if listed is not None:
        return listed
    if first.isupper():
        return _tables()[1].get(word) or codes()["OTHER"]
    if first.isdigit():
        return _number(token)
    return codes()["BREAK" if first == "\n" else "OTHER"]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Class of a word, and class of a word that must begin with a capital."""
    timex, calendar, holidays = load("timex"), load("calendar"), load("holidays")
    code = codes()
    table: dict[str, str] = {}
    for name in timex["ordinals"]:
        table[name] = code["ORDINAL"]
    table["second"] = code["SECOND"]
    for name in timex["written_long"]:
        table[name] = code["WRITTENLONG"]
    for name in timex["references"]:
        table[name] = code["REFERENCE"]
    for name in timex["sets"]:
        table[name] = code["REPEATED"]
    for name in timex["numbers"]:
        table[name] = code["NUMBER"]
    for kind, words in timex["classes"].items():
        for word in words:
            table.setdefault(word, code[kind])
    for mark, kind in _PUNCTUATION.items():
        table[mark] = code[kind]
    capital = {
        name.split()[0]: code["HOLIDAY"]
        for kind in ("fixed", "nth", "easter", "of_year")
        for name in holidays[kind]
        if name.split()[0] not in table
    }
    for name in calendar["months"]:
        capital[name] = code["MONTH" if len(name) > 4 or name in ("may", "june", "july") else "MONTHABBR"]
    for name in calendar["weekdays"]:
        capital[name] = code["WEEKDAY" if name.endswith("day") else "WEEKDAYABBR"]
        if name.endswith("day"):
            capital[name + "s"] = code["WEEKDAYS"]
    return table, capital


def _number(token: str) -> str:
    """The class of a token that begins with a digit."""
    code = codes()
    digits = token.rstrip(string.ascii_letters)
    tail = token[len(digits) :].lower()
    kind = "OTHER"
    if not digits.isascii():
        kind = "OTHER"
    elif digits.isdigit():
        kind = _plain_number(digits, tail)
    elif re.fullmatch(r"\d\d?[:.]\d\d(?::\d\d)?", digits):
        kind = {"": "CLOCK" if ":" in digits else "DOTTED", "am": "CLOCKMERIDIEM", "pm": "CLOCKMERIDIEM"}.get(
            tail, "OTHER"
        )
    elif re.fullmatch(r"\d\d?\.\d\d?\.\d{4}", token):
        kind = "DOTTEDDATE"
    elif not tail:
        kind = "LARGE"
    return code[kind]


def _plain_number(digits: str, tail: str) -> str:
    if tail in ("st", "nd", "rd", "th"):
        return "ORDINAL" if len(digits) <= 2 else "OTHER"
    if tail == "s":
        return "DECADE" if digits.endswith("0") and len(digits) in (2, 4) else "OTHER"
    if tail:
        is_hour = (tail in ("am", "pm") and len(digits) <= 2) or (
            tail in ("h", "hrs", "gmt", "utc") and len(digits) == 4
        )
        return "CLOCKMERIDIEM" if is_hour else "OTHER"
    if len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return "YEAR"
    return "SMALL" if len(digits) <= 2 else "LARGE"
