"""Venue: where, or in what medium, something was said, and the places where something happened."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load
from ..models import Passage
from .document import Document

_LOCATIVE = re.compile(r"\b(?:in|at|near|outside|off)\s(?:the\s)?$", re.IGNORECASE)
"""The preposition of a place, right before its name."""

_REACH = 14
"""Code points before a name that hold its preposition."""


def find_venue(text: str, start: int, end: int) -> Passage | None:
    """The first venue named in ``text[start:end]``, a clause that attributes speech, or None.

    The passage leaves out the leading preposition: "during a Fox News interview" gives "a Fox News interview".
    """
    match = _pattern().search(text, start, end)
    return Passage.cut(text, *match.span("venue")) if match else None


def find_places(document: Document) -> list[Passage]:
    """The names that stand behind a preposition of place, but for those of people, days, peoples and bodies."""
    text, found = document.text, []
    for name in document.names:
        start, end = name.start, name.end
        low = text[start:end].lower()
        if name.kind == "person" or name.honorific or not _no_places().isdisjoint(low.split()):
            continue
        if _LOCATIVE.search(text, max(0, start - _REACH), start):
            found.append(Passage.cut(text, start, end))
    return found


@cache
def _no_places() -> frozenset[str]:
    """Words of the calendar, of peoples, and of bodies."""
    words = load("names")["words"]
    named = " ".join(words[name] for name in ("calendar", "demonyms", "known_organizations"))
    return frozenset(named.split())


@cache
def _pattern() -> re.Pattern[str]:
    table = load("venues")
    nouns, names = (_choice(table[key]) for key in ("nouns", "names"))
    # A search that starts with a plain set of letters is fast; the looks behind it are for the word's start.
    initials = "".join(sorted({c for word in table["prepositions"] for c in (word[0].lower(), word[0].upper())}))
    longest = sorted(table["prepositions"], key=len, reverse=True)
    prepositions = "|".join(f"(?<={word[0]}){re.escape(word[1:])}" for word in longest)
    # Up to four words may stand between the article and the noun: "in a rare late-night television interview".
    phrase = rf"(?:an?|the|his|her|their|its)\s(?:[\w’'&.-]{{1,30}}\s){{0,4}}?(?:{nouns})|(?:{nouns})"
    return re.compile(
        rf"[{initials}](?<!\w.)(?i:{prepositions})\s(?P<venue>(?i:{phrase})|(?:the\s)?(?:{names}))(?![\w-])"
    )


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
