"""Places: the names that a preposition, a verb of motion or a word for a place tells to be where something is."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load
from ..knowledge import words as listed
from ..models import Passage
from ..text import Range, fold
from .document import Document
from .headlines import in_headline
from .name_words import Name
from .place_context import Lead, ends_list, is_complete, is_led_far, lead_of, leads_as_verb, moves

_SHORT = 4
"""Letters of the longest abbreviation."""

_AGENTS = frozenset(("by", "from", "of", "between", "to", "for"))
"""Behind these, a name that ends with a word for a site may be of those who work there: "ordered by the High Court"."""

_JOINED = (", ", " and ", " or ", ", and ")
"""What stands between two places that are told together."""

_SITED = ("-based", "-born")
"""What is joined to the name of the place where somebody works or comes from."""

_NUMBER = re.compile(r"[ \t\u00a0]\d{1,3}(?![\d,:-]|\.\d)(?:[ \t]([a-z]+))?")
_POSSESSED = re.compile(r"['’]s?[ \t\u00a0]([a-z]+)")
_SMALL = re.compile(r"(?<![\w@#/.:-])[a-z]++(?![\w@/-]|\.\w)")
_NEXT = re.compile(r"[ \t]([a-z]+)")
_WHERE = re.compile(r",[ \t]where\b")
_LISTED = re.compile(r",?[ \t](?:and|or)\b")


def find_places(document: Document) -> list[Passage]:
    """The names of places, but for those of people, days, peoples and bodies.

    What is written large in a headline, or stands behind a preposition that may lead to other things, is one if the
    article has it as a place elsewhere. What is written small anywhere is none: "Suspect Sought in Deadly Shooting".
    """
    text = document.text
    found: list[Passage] = []
    doubtful: list[Passage] = []
    small = frozenset(_SMALL.findall(text))
    surnames = {text[n.start : n.end].split()[-1] for n in document.names if n.kind == "person"}
    past = 0
    for name in document.names:
        start, end = _extent(text, name)
        if start < past:  # It has been read with the name before it: "Children's Hospital".
            continue
        past = end
        if start == name.start and (name.kind == "person" or name.honorific or text[start:end] in surnames):
            continue
        if not _may_be_place(text[start:end], small) or _goes_on(text, name, end):
            continue
        place = Passage.cut(text, start, end)
        lead = lead_of(text, start)
        if _is_place(text, name, place, lead) or (found and _goes_with(text, found[-1], name)):
            sure = not (_is_capitals(place.text) or in_headline(text, start))
            (found if sure else doubtful).append(place)
        elif lead or leads_as_verb(text, start):
            doubtful.append(place)
    known = {fold(place.text) for place in found}
    return sorted((*found, *(place for place in doubtful if fold(place.text) in known)), key=lambda p: p.span.start)


def _extent(text: str, name: Name) -> Range:
    """Where a name begins and ends, with its saint, and a word for its site: "St Ives", "the Tenter Lane car park"."""
    saint = _saint().search(text, max(0, name.start - 7), name.start) if name.honorific else None
    owner = _owner().search(text, max(0, name.start - 12), name.start)
    start = saint.start() if saint else owner.start() if owner and _is_site(text[name.start : name.end]) else name.start
    owned = _owned().match(text, name.end) if saint or fold(text[name.start : name.end]) in _possessors() else None
    if owned:
        return start, owned.end()
    for ending in _SITED:
        if text.endswith(ending, start, name.end):
            return start, name.end - len(ending)
    site = _site().match(text, name.end)
    return start, site.end("site") if site and is_complete(site["next"]) else name.end


def _may_be_place(name: str, small: frozenset[str]) -> bool:
    """Whether the words of a name are those of a place, and no common words with a capital."""
    words = name.lower().replace(".", "").split()
    if words[-1] in listed("places", "events") or small.issuperset(words):
        return False
    return (_is_site(name) and len(words) > 1) or (
        _no_places().isdisjoint(words) and not listed("places", "directions").issuperset(words)
    )


def _is_site(name: str) -> bool:
    """Whether the last word of a name tells a site or a sort of place."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last in listed("places", "sites") or last in listed("places", "nouns")


def _goes_on(text: str, name: Name, end: int) -> bool:
    """Whether what stands behind a name takes it for another thing: a number ("Highway 40"), or what is a person's."""
    if end > name.end:
        return False
    owned = _POSSESSED.match(text, end)
    if owned and owned[1] in listed("places", "of_persons"):
        return True
    numbered = _NUMBER.match(text, end)
    if text[end - 1].isdecimal() and _is_sum(text, end):
        return True
    return bool(numbered and (numbered[1] is None or numbered[1] in listed("number_names", "closed")))


def _is_sum(text: str, end: int) -> bool:
    """Whether the digits that end a name go on as a sum: "P312 million", "RM2,300"."""
    behind = _NEXT.match(text, end)
    grouped = text[end : end + 1] == "," and text[end + 1 : end + 2].isdecimal()
    return grouped or bool(behind and behind[1] in load("numbers")["scales"])


def _is_capitals(name: str) -> bool:
    """Whether a name is a word in capitals, as a heading is, and no abbreviation."""
    return name.isupper() and any(len(word) > _SHORT and "." not in word for word in name.split())


def _is_place(text: str, name: Name, place: Passage, lead: Lead | None) -> bool:
    """Whether what stands around a name tells it to be a place."""
    end, body = place.span.end, name.kind == "organization"
    if end != name.end or (not body and (_WHERE.match(text, end) or _apposed().match(text, end))):
        return True
    site = _is_site(place.text) and len(place.text.split()) > 1
    if lead is None:
        return site and is_led_far(text, place.span.start)
    if lead.part:
        return site or not body
    named = not lead.article or site or (not body and text[end - 1] != "s")
    if (lead.preposition in listed("places", "locatives") and named) or (lead.noun and lead.of):
        return True
    way = lead.preposition in listed("places", "sources") or lead.preposition in listed("places", "goals")
    if way and (site or not body) and moves(text, lead.start):
        return True
    behind = _NEXT.match(text, end)
    known = name.kind == "place" or lead.noun or (behind and behind[1] in listed("places", "nouns"))
    return bool((known or (site and lead.preposition not in _AGENTS)) and lead.preposition)


def _goes_with(text: str, before: Passage, name: Name) -> bool:
    """Whether a name stands behind a place as the town that it is in, or as one more: "in Peru and Malaysia"."""
    between = text[before.span.end : name.start] if name.start - before.span.end < _SHORT + 2 else ""
    if between not in _JOINED or name.kind in ("person", "organization"):
        return False
    if between != ", ":
        return ends_list(text, name.end)
    site = _is_site(before.text) and not _is_site(text[name.start : name.end])
    return name.kind == "place" or (site and not _LISTED.match(text, name.end))


@cache
def _site() -> re.Pattern[str]:
    """A word for a site right behind a name, maybe with one more before it, and the next word."""
    sites, modifiers = ("|".join(sorted(listed("places", key))) for key in ("sites", "site_modifiers"))
    return re.compile(rf"[ \t](?:(?:{modifiers})[ \t])?(?P<site>{sites})\b(?![-'’])(?:[ \t](?P<next>[A-Za-z]+))?")


@cache
def _apposed() -> re.Pattern[str]:
    """What tells behind a name that it is a place: ", a fishing village in", ", the capital,"."""
    nouns = "|".join(sorted(listed("places", "nouns")))
    return re.compile(
        rf",[ \t](?:an?|the)[ \t](?:[a-z-]+[ \t]){{0,3}}?(?:{nouns})(?=[,.;)]|[ \t](?:in|of|on|near|where|that|with)\b)"
    )


@cache
def _saint() -> re.Pattern[str]:
    return re.compile(r"\b(?:St|Saint)\.?\s$")


@cache
def _owner() -> re.Pattern[str]:
    """What stands before a site that is called by whose it is: "King's", "Children's"."""
    owners = "|".join(sorted(map(str.capitalize, _possessors())))
    return re.compile(rf"\b(?:{owners})['’]s?[ \t]$")


@cache
def _owned() -> re.Pattern[str]:
    """The site that is called by the name before it: "'s Hospital", "' Royal Infirmary", with the place it is of."""
    sites = "|".join(sorted(map(str.capitalize, listed("places", "sites"))))
    return re.compile(rf"['’]s?[ \t](?:[A-Z][\w-]+[ \t]){{0,2}}?(?:{sites})(?:[ \t](?:{sites}))?\b(?![-'’])")


@cache
def _possessors() -> frozenset[str]:
    return listed("places", "possessors")


@cache
def _no_places() -> frozenset[str]:
    """Words of the calendar, of peoples, and of bodies."""
    words = load("names")["words"]
    named = " ".join(words[name] for name in ("calendar", "demonyms", "known_organizations"))
    return frozenset(named.split())
