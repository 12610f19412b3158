"""Places: the names that a preposition, or a word for a place beside them, tells to be where something is."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load
from ..knowledge import words as listed
from ..models import Passage
from ..text import fold
from .document import Document
from .headlines import in_headline
from .name_words import Name

_REACH = 48
"""Code points before a name that hold its preposition and a word for its place."""

_WORDS = 5
"""Words before a name that are looked at: a preposition, an article, a word for a place, "of" and an article."""

_SHORT = 4
"""Letters of the longest abbreviation."""

_NEXT = re.compile(r"[ \t]([a-z]+)")
_SMALL = re.compile(r"(?<![\w@#/.:-])[a-z]++(?![\w@/-]|\.\w)")
_NUMBER = re.compile(r"[ \t\u00a0]\d{1,3}(?![\d,:-]|\.\d)(?:[ \t]([a-z]+))?")
_POSSESSED = re.compile(r"['’]s?[ \t\u00a0]([a-z]+)")


def find_places(document: Document) -> list[Passage]:
    """The names of places, but for those of people, days, peoples and bodies.

    What is written large in a headline is one if the article has it elsewhere, too. What is written small anywhere is
    none: "Suspect Sought in Deadly Shooting".
    """
    text = document.text
    found: list[Passage] = []
    headed: list[Passage] = []
    small = frozenset(_SMALL.findall(text))
    surnames = {text[n.start : n.end].split()[-1] for n in document.names if n.kind == "person"}
    for name in document.names:
        saint = _saint().search(text, max(0, name.start - 7), name.start) if name.honorific else None
        start = saint.start() if saint else name.start
        if not saint and (name.kind == "person" or name.honorific or text[start : name.end] in surnames):
            continue
        words = text[start : name.end].lower().replace(".", "").split()
        told = _no_places().isdisjoint(words) and not listed("places", "directions").issuperset(words)
        told = told and words[-1] not in listed("places", "events")
        if told and _is_place(text, name, start) and not _goes_on(text, name) and not small.issuperset(words):
            place = Passage.cut(text, start, name.end)
            (headed if _is_capitals(place.text) or in_headline(text, start) else found).append(place)
    known = {fold(place.text) for place in found}
    return sorted((*found, *(place for place in headed if fold(place.text) in known)), key=lambda p: p.span.start)


def _goes_on(text: str, name: Name) -> bool:
    """Whether what stands behind a name takes it for another thing: a number ("Highway 40"), or what is a person's."""
    owned = _POSSESSED.match(text, name.end)
    if owned and owned[1] in listed("places", "of_persons"):
        return True
    numbered = _NUMBER.match(text, name.end)
    return bool(numbered and (numbered[1] is None or numbered[1] in listed("number_names", "closed")))


def _is_capitals(name: str) -> bool:
    """Whether a name is a word in capitals, as a heading is, and no abbreviation."""
    return name.isupper() and any(len(word) > _SHORT and "." not in word for word in name.split())


def _is_place(text: str, name: Name, start: int) -> bool:
    """Whether what stands around a name that begins at ``start`` tells it to be a place."""
    front = text[max(0, start - _REACH) : start]
    if not front.rstrip().lower().endswith(_leads()):
        return False  # Most names: a look at the last word takes a tenth of the search.
    further, *last = front.rsplit(maxsplit=_WORDS)
    before = _before().search(text, start - len(front) + len(further) * (len(last) == _WORDS), start)
    if before is None:
        return False
    named = not before["article"] or (name.kind != "organization" and text[name.end - 1] != "s")
    if (before["locative"] and named) or (before["noun"] and before["of"]):
        return True
    behind = _NEXT.match(text, name.end)
    known = name.kind == "place" or before["noun"] or (behind and behind[1] in listed("places", "nouns"))
    return bool(known and (before["leading"] or before["locative"]))


@cache
def _before() -> re.Pattern[str]:
    """A preposition, and maybe a word for a place, right before a name; or a word for a place with "of"."""
    locatives, leading, nouns = ("|".join(sorted(listed("places", key))) for key in ("locatives", "leading", "nouns"))
    return re.compile(
        rf"\b(?:(?P<locative>(?i:{locatives}))|(?P<leading>(?i:{leading})))?(?:\s|\b)(?P<article>the\s)?"
        rf"(?:(?P<noun>{nouns})\s(?P<of>of\s(?:the\s)?)?)?$"
    )


@cache
def _leads() -> tuple[str, ...]:
    """The words that may stand right before the name of a place."""
    leads = frozenset().union(*(listed("places", key) for key in ("locatives", "leading", "nouns")))
    return (*sorted(leads), "the", "of")


@cache
def _saint() -> re.Pattern[str]:
    return re.compile(r"\b(?:St|Saint)\.?\s$")


@cache
def _no_places() -> frozenset[str]:
    """Words of the calendar, of peoples, and of bodies."""
    words = load("names")["words"]
    named = " ".join(words[name] for name in ("calendar", "demonyms", "known_organizations"))
    return frozenset(named.split())
