"""Countries and states: their names, adjectives and abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..knowledge import load
from ..text import fold


@cache
def jurisdiction_phrases() -> Mapping[str, str]:
    """Names, adjectives and abbreviations, folded and without full stops, with the code of their country or state.

    Two-letter postal codes are left out, for most are words; a state's abbreviation yields to a country's.
    """
    table = load("jurisdictions")
    phrases: dict[str, str] = {}
    for part in ("states", "parts", "countries"):
        for code, names in table[part].items():
            for name in names:
                if part == "countries" or len(name) > 2:
                    phrases[plain(name)] = code
    return phrases


@cache
def posting_phrases() -> Mapping[str, str]:
    """What ambassadors are posted to or in: the names of ``jurisdiction_phrases`` and of seats of government."""
    seats = {plain(city): code for code, city in load("jurisdictions")["seats"].items()}
    return {**seats, **jurisdiction_phrases()}


def jurisdiction_name(code: str) -> str:
    """The usual name of a country or state, given by its code.

    Raises ``KeyError`` for an unknown code.
    """
    table = load("jurisdictions")
    for part in ("countries", "states", "parts"):
        if code in table[part]:
            return str(table[part][code][0])
    raise KeyError(code)


def within(code: str, other: str) -> bool:
    """Whether one jurisdiction is the other or a part of it: "us-oh" is within "us"."""
    return code == other or code.startswith(f"{other}-")


def plain(text: str) -> str:
    """Folded text without full stops, as the tables are looked up: "U.S." is "us"."""
    return fold(text).replace(".", "")
