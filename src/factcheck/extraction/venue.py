"""Venue: where, or in what medium, something was said, and the town where something happened."""

from __future__ import annotations

import re
from functools import cache

from ..entities.jurisdictions import jurisdiction_phrases
from ..knowledge import load
from ..models import Passage
from ..text import Range

_LARGE = r"[A-Z][a-z]{2,20}"
_IN = re.compile(rf"in (?<!\w...)(?P<place>{_LARGE}(?: {_LARGE}){{0,2}})(?![\w-]|['’]s\b| [A-Z](?![A-Z]))")
""""In" and a name of up to three words that no further large word follows: the rest would be cut off. A word all in
capitals is a state's ("IL"), or opens the next line."""


def find_venue(text: str, start: int, end: int) -> Passage | None:
    """The first venue named in ``text[start:end]``, a clause that attributes speech, or None.

    The passage leaves out the leading preposition: "during a Fox News interview" gives "a Fox News interview".
    """
    match = _pattern().search(text, start, end)
    return Passage.cut(text, *match.span("venue")) if match else None


def find_towns(text: str) -> list[Range]:
    """Where names stand behind "in" that may be towns: no days, months, countries, states, counties or streets."""
    known = jurisdiction_phrases()
    found = []
    for match in _IN.finditer(text):
        words = match["place"].lower().split()
        if _no_towns().isdisjoint(words) and " ".join(words) not in known and words[0] not in known:
            found.append(match.span("place"))
    return found


@cache
def _no_towns() -> frozenset[str]:
    """Words of the calendar, of peoples, bodies, streets, and what is more or less than a town."""
    words, numbers = load("names")["words"], load("number_names")
    named = " ".join(words[name] for name in ("calendar", "demonyms", "organizations", "known_organizations", "places"))
    return frozenset(named.split()) | frozenset(numbers["streets"]) | frozenset(numbers["designators"])


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
