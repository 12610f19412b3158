"""What stands before the name of a place: its preposition, a word for what it is, and a verb of motion."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..entities.roots import is_past, root
from ..knowledge import words as listed
from ..text import fold

_REACH = 48
"""Code points before a name that hold its preposition and a word for its place."""

_WORDS = 5
"""Words before a name that are looked at: a preposition, an article, a word for a place, "of" and an article."""

_FAR = 60
"""Code points before a preposition that hold the verb of motion of its clause."""

_CLOSING = (
    ("number_names", "closed"),
    ("number_names", "weekdays"),
    ("clauses", "helping"),
    ("clauses", "prepositions"),
)
"""The tables, and their lists, of words that no name goes on with."""

_CLAUSE = re.compile(r"[.;:!?\n]")
_LETTERS = re.compile(r"[a-z]+(?=[ \t]|$)")
_NEXT = re.compile(r"[ \t]([a-z]+)")
_LAST = re.compile(r"([a-z]+)[ \t](?:the[ \t])?$")


class Lead(NamedTuple):
    """What leads to a name, in small letters."""

    start: int
    """Where it begins."""
    preposition: str
    article: bool
    noun: str
    """A word for a place, or for a part of one, right before the name or its "of"."""
    of: bool
    part: bool
    """Whether the word is for a part, with "of": "on the outskirts of"."""


def lead_of(text: str, start: int) -> Lead | None:
    """The preposition or the word for a place that leads to the name at ``start``; None where there is neither."""
    front = text[max(0, start - _REACH) : start]
    if not front.rstrip().lower().endswith(_leads()):
        return None  # Most names: a look at the last word takes a tenth of the search.
    further, *last = front.rsplit(maxsplit=_WORDS)
    before = _before().search(text, start - len(front) + len(further) * (len(last) == _WORDS), start)
    if before is None:
        return None
    noun, of = before["noun"] or "", bool(before["of"])
    preposition, part = (before["preposition"] or "").lower(), of and noun in listed("places", "parts")
    return Lead(before.start(), preposition, bool(before["article"]), noun, of, part) if preposition or noun else None


def is_led_far(text: str, start: int) -> bool:
    """Whether a preposition leads to a name past a few small words: "in the museum's old Kestrel Hall"."""
    return _far().search(text, max(0, start - _REACH), start) is not None


def ends_list(text: str, end: int) -> bool:
    """Whether a list of places may end at a place of the text: at a mark, or before a word that opens no clause."""
    behind = _NEXT.match(text, end)
    return behind is None or behind[1] in listed("clauses", "prepositions") or behind[1] in ("and", "or", "as", "when")


def leads_as_verb(text: str, start: int) -> bool:
    """Whether the word before a name is a verb whose object a place may be: "reached Halden"."""
    last = _LAST.search(text, max(0, start - _REACH), start)
    return last is not None and root(last[1]) in _roots("reaching")


def moves(text: str, start: int) -> bool:
    """Whether a verb of motion or origin stands in the clause before the preposition at ``start``."""
    clause = _CLAUSE.split(text[max(0, start - _FAR) : start])[-1]
    words = _LETTERS.findall(clause)
    return any(root(word) in _roots("motion") for word in words) or words[-1:] in (["is"], ["are"], ["was"], ["were"])


def is_complete(word: str | None) -> bool:
    """Whether a word may stand behind a name that is complete: a small or helping word, or a verb of the past."""
    if word is None:
        return True
    low = fold(word)
    return is_past(low) or any(low in listed(*key) for key in _CLOSING)


@cache
def _roots(key: str) -> frozenset[str]:
    return frozenset(map(root, listed("places", key)))


@cache
def _far() -> re.Pattern[str]:
    prepositions = "|".join(sorted(listed("places", "locatives") | {"on", "inside", "beside", "behind"}))
    return re.compile(rf"\b(?:{prepositions})\s(?:the|its|his|her|their|our|an?)\s(?:[a-z]+(?:['’-][a-z]+)?\s){{1,3}}$")


@cache
def _before() -> re.Pattern[str]:
    """A preposition, and maybe a word for a place, right before a name; or a word for a place with "of"."""
    prepositions = "|".join(sorted(_told("locatives", "leading", "sources", "goals")))
    nouns = "|".join(sorted(_told("nouns", "parts")))
    return re.compile(
        rf"\b(?P<preposition>(?i:{prepositions}))?(?:\s|\b)(?P<article>[Tt]he\s)?"
        rf"(?:(?P<noun>{nouns})\s(?P<of>of\s(?:the\s)?)?)?$"
    )


def _told(*keys: str) -> frozenset[str]:
    return frozenset().union(*(listed("places", key) for key in keys))


@cache
def _leads() -> tuple[str, ...]:
    """The words that may stand right before the name of a place."""
    return (*sorted(_told("locatives", "leading", "sources", "goals", "nouns")), "the", "of")
