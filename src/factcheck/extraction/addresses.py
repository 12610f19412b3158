"""Addresses in a text: houses, blocks, crossings and streets, where what stands around them tells that they are one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..entities import addresses
from ..entities.roots import is_past
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Passage
from ..text import Range

_BEFORE = re.compile(r"([\w'’]+|[,;:(—–-])[ \t\u00a0]*(?:the[ \t\u00a0])?$")
_BEFORE_ADJECTIVE = re.compile(r"\b([a-z]+)[ \t\u00a0](?:the[ \t\u00a0])?[a-z]{4,}[ \t\u00a0]$")
_BEHIND = re.compile(r"[ \t\u00a0]([^\W\d_]+)")
_NEAR = re.compile(
    r",?[ \t\u00a0](?:just |right |which is )?"
    r"(?:(?:off|close|next|north|south|east|west|front|side)(?: of| to)?|at|by|between|and|in)"
    r"[ \t\u00a0](?:the )?"
)

_BLOCK = re.compile(
    r"\b(?:\d{1,5}(?:[ \t\u00a0](?:and|to)[ \t\u00a0]|[-–]))?\d{1,5}[ \t\u00a0-](?:[A-Za-z]\w{3,4}[ \t\u00a0])?"
    r"(?:block|(?<=\d{3}.)blocks)\b"
)
"""A block is told by its number alone, too; "three blocks" is how far it is."""

KNOWN = 4
"""Texts that are remembered: the days, the quantities and the places of an article are looked for in turn."""

_REACH = 24
"""Code points before an address that hold the word that leads to it."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""A number behind a word such as "in" or "since" is a year between these, and no house's."""


def find_addresses(text: str) -> list[Passage]:
    """The addresses of a text, in order. What only tells where in a street another stands is none by itself."""
    found: list[Passage] = []
    end = 0
    for start, stop in address_ranges(text):
        if not (found and _locates(text, end, start)):
            found.append(Passage.cut(text, start, stop))
        end = stop
    return found


@lru_cache(KNOWN)
def address_ranges(text: str) -> tuple[Range, ...]:
    """Where all that is written as an address stands, in order."""
    return tuple((written.start, written.end) for written in addresses.find(text) if _is_one(text, written))


@lru_cache(KNOWN)
def number_ranges(text: str) -> tuple[Range, ...]:
    """Where the addresses and the blocks without a street stand, in order: no number in one is a count or a year."""
    return tuple(sorted((*address_ranges(text), *(block.span() for block in _BLOCK.finditer(text)))))


def _locates(text: str, end: int, start: int) -> bool:
    """Whether an address stands right behind another, as the street near by: "Elm Street, just off Oak Avenue"."""
    gap = text[end:start]
    near = text[start] in "Nn" and gap.strip(" ,") in ("", "just")
    return len(gap) < _REACH and bool(near or _NEAR.fullmatch(gap))


def _is_one(text: str, written: addresses.Written) -> bool:
    """Whether the words around what is written as an address let it be one.

    A noun behind a street alone makes it a part of a name ("Elm Street School"), and behind a number it is counted. A
    preposition leads to a street that no number or crossing tells, and "between" two streets is a stretch.
    """
    before = _BEFORE.search(text, max(0, written.start - _REACH), written.start)
    led = before[1].lower() if before else ""
    if led == "between" or (_is_year(written.number) and led in load("number_names")["before_year"]):
        return False
    if written.sure and not written.number:
        return True
    behind = _BEHIND.match(text, written.end)
    if behind and not _may_follow(behind[1], bool(written.number)):
        return False
    return written.sure or led in listed("streets", "leads") or text[written.start].islower() or _is_led(text, written)


def _is_led(text: str, written: addresses.Written) -> bool:
    """Whether one adjective stands between a street and the preposition that leads to it: "on busy Elm Street"."""
    told = _BEFORE_ADJECTIVE.search(text, max(0, written.start - _REACH), written.start)
    return told is not None and told[1] in listed("streets", "leads")


def _may_follow(word: str, numbered: bool) -> bool:
    low = word.lower()
    small = low in listed("number_names", "closed") or low in listed("clauses", "prepositions")
    verb = low in listed("clauses", "helping") or is_past(low)
    return small or verb or low in listed("number_names", "weekdays") or (numbered and word[0].isupper())


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdecimal() and FIRST_YEAR <= int(number) <= LAST_YEAR
