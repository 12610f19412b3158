"""What the other mentions of a text tell of a name: that it is a person's, or a word of one."""

from __future__ import annotations

import re

from .name_words import Name, is_role_word, name_lexicon
from .surnames import follows_place, lone, speaks, surnames

_REACH = 16
"""Characters before a name that hold the word right before it."""
_MOST = 3
"""Words of a person's name that no table tells. What has more is rather a body's, or the run of a headline."""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]+ ){0,2}$")
_THE = re.compile(r"\b[Tt]he $")
"""What no person's name follows without a title: "the Atletico Norte winger"."""


def with_days(text: str, names: list[Name]) -> list[Name]:
    """The names, each with the given name before it that is a day's as well, where the text has that full name."""
    full = {text[n.start : n.end] for n in names if text.startswith(name_lexicon().days, n.start)}
    return [_with_day(text, name, full) for name in names] if full else names


def _with_day(text: str, name: Name, full: set[str]) -> Name:
    day, before, _ = text[max(0, name.start - _REACH) : name.start].rpartition(" ")
    given = day.rpartition(" ")[2]
    if before and f"{given} {text[name.start : name.end]}" in full:
        return name._replace(start=name.start - len(given) - 1, kind="person")
    return name


def with_persons(text: str, names: list[Name]) -> list[Name]:
    """The names, where one of two or three words that no table tells is a person's if its last word stands alone."""
    unknown = [
        name for name in names if name.kind == "unknown" and 2 <= text.count(" ", name.start, name.end) + 1 <= _MOST
    ]
    lone = surnames(text) if unknown else frozenset()
    things = {text[n.start : n.end] for n in unknown if _THE.search(text, max(0, n.lead - _REACH), n.lead)}
    persons = {n.start for n in unknown if text[n.start : n.end].rpartition(" ")[2] in lone}
    persons -= {n.start for n in unknown if text[n.start : n.end] in things}
    return [name._replace(kind="person") if name.start in persons else name for name in names]


def with_epithets(text: str, names: list[Name]) -> list[Name]:
    """The names, each without the epithet before a given name that the text has elsewhere: "Tearful Darren"."""
    pairs = {n.start for n in names if n.kind == "unknown" and text.count(" ", n.start, n.end) == 1}
    if not pairs:
        return names
    whole = [text[n.start : n.end] for n in names if n.start not in pairs and n.kind != "organization"]
    known = {words.partition(" ")[0] for words in whole} | {words.rpartition(" ")[2] for words in whole}
    return [
        name._replace(start=name.start + len(first) + 1)
        if name.start in pairs
        and (first := text[name.start : name.end].partition(" ")[0])
        and text[name.start + len(first) + 1 : name.end] in known
        and _is_epithet(first.casefold())
        else name
        for name in names
    ]


def _is_epithet(low: str) -> bool:
    lexicon = name_lexicon()
    return (low.endswith(("ed", "ful", "ing")) or low in lexicon.epithets) and low not in lexicon.given


def with_namesakes(text: str, names: list[Name]) -> list[Name]:
    """The names, where a single one that is a body's or place's as well may be a person's whose full name has it.

    It stands behind no article and no preposition of place; a given name alone is a person's only if it says something.
    """
    single = [n for n in names if n.kind in ("organization", "place") and " " not in text[n.start : n.end]]
    if not single:
        return names
    told = (n for n in names if n.kind == "person" or (n.kind == "unknown" and behind_role(text, n.lead)))
    parts = [text[n.start : n.end].split() for n in told]
    lasts = {words[-1] for words in parts if len(words) > 1}
    firsts = {words[0] for words in parts if len(words) > 1}
    return [
        name._replace(kind="unknown")
        if name.kind in ("organization", "place")
        and ((word := text[name.start : name.end]) in lasts or (word in firsts and speaks(text, name.start, name.end)))
        and not follows_place(text, name.lead)
        else name
        for name in names
    ]


def with_lone_surnames(text: str, names: list[Name]) -> list[Name]:
    """The names, with those persons' last names that are common words, roles or days and stand alone: "King said"."""
    lexicon = name_lexicon()
    words = {
        text[name.start : name.end].rsplit(maxsplit=1)[-1]
        for name in names
        if name.kind == "person" and " " in text[name.start : name.end]
    }
    wanted = {w for w in words if is_role_word(low := w.casefold()) or low in lexicon.surnames or low in lexicon.none}
    taken = [(name.start, name.end) for name in names]
    found = lone(text, wanted, taken, lexicon.titles, lexicon.calendar)
    more = [Name(start, end, "person", None, start) for start, end in found]
    return sorted([*names, *more]) if more else names


def behind_role(text: str, at: int) -> bool:
    """Whether the word before ``at`` is a role noun: "coach" before a given name that is a day's as well."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2].split()
    return bool(before) and is_role_word(before[-1].rstrip(".").casefold())


def without_peoples(text: str, names: list[Name]) -> list[Name]:
    """The names but for single words that call somebody by a people, behind an article: "the Scot"."""
    peoples = name_lexicon().peoples
    return [
        name
        for name in names
        if text[name.start : name.end].casefold() not in peoples
        or not _ARTICLE.search(text, max(0, name.lead - 3 * _REACH), name.lead)
    ]
