"""Venue: where, or in what medium, something was said."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load
from ..models import Passage


def find_venue(text: str, start: int, end: int) -> Passage | None:
    """The first venue named in ``text[start:end]``, a clause that attributes speech, or None.

    The passage leaves out the leading preposition: "during a Fox News interview" gives "a Fox News interview".
    """
    match = _pattern().search(text, start, end)
    return Passage.cut(text, *match.span("venue")) if match else None


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
