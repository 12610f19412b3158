"""What happened at a place in a sentence: the sorts of happening that the words around a date or number tell of.

"Was shot Friday" and "Friday's shooting" are of one sort; in "police said Friday" the day is that of a report, and of
no happening. A rule of thumb in place of a parser: what stands in one clause with a phrase belongs to it, and the
clause ends at a subordinate one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain, takewhile

from ..knowledge import load
from ..knowledge import words as listed

_WORD = re.compile(r"[a-z]+")
# Searches that start with a plain set of characters are fast; the looks behind it tell which one it was.
_BOUND = re.compile(
    r"[;:—– ,-](?:(?<=[;:—–])|(?<= )- |(?<=-)-|(?:(?<= )|(?<=,) )\b(?:"
    r"(?:after|before|until|since)(?! (?:\d|midnight|noon|dawn|dark))|when|while|who|whom|whose|because|if|whether"
    r"|where|as|but|than|(?:that|which)(?! left| killed| wounded| injured))\b)"
)
"""Where a clause ends. "A shooting that left two dead" goes on, and so does "shot just after 2 a.m.": they tell of one
happening."""
_COMMA = re.compile(r",\s")
_ASIDE = re.compile(
    r"[ais](?<!\w.)(?:(?<=a)bout|(?<=i)nto|(?<=s)cene of)\s(?:the|an?|this|that)\s(?:[a-z-]+\s){0,2}?"
    r"(?:shootings?|crash|attack|killings?|fires?)\b"
)
"""What is only spoken of: "remained at the scene of the crash Friday"."""


def happenings(sentence: str, start: int, end: int) -> frozenset[str]:
    """The sorts of happening to which the phrase ``sentence[start:end]`` belongs, by the table of happenings.

    None where the nearest word of either kind reports something, or where the clause tells of nothing in the table.
    """
    low = _ASIDE.sub(lambda match: " " * len(match.group()), sentence.lower())
    before = (_words(part)[::-1] for part in reversed(_COMMA.split(low[_last_bound(low, start) : start])))
    behind = (_words(part) for part in _COMMA.split(low[end : _next_bound(low, end)]))
    # The nearest stretch between commas that tells anything decides: behind "Friday's", else before the phrase first.
    parts = chain(behind, before) if low.startswith(("'s", "’s"), end) else chain(before, behind)
    return next((found for part in parts if (found := _told(part)) is not None), frozenset())


def one_happening(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of sorts can be of one happening.

    They can where they share one, and what only one has belongs to incidents; or where both tell of an incident,
    which may be told by the shots, by the dead, or by the wounded.
    """
    incident = frozenset(load("happenings")["incident"])
    return bool(a and b) and (bool(a & b) or (a | b) <= incident) and a ^ b <= incident


def one_fate(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of sorts can be what befell one person, who may be shot, found, taken to a hospital, and die."""
    fate = frozenset(load("happenings")["incident"]) | frozenset(load("happenings")["fate"])
    return bool(a and b) and (bool(a & b) or (a | b) <= fate)


def is_general(sorts: frozenset[str]) -> bool:
    """Whether sorts are such as any story has, or none."""
    return sorts <= frozenset(load("happenings")["general"])


def causes(sentence: str) -> frozenset[str]:
    """The sorts of happening that a sentence tells of by which people come to harm, such as a crash or a shooting."""
    told = {sort for word in _words(sentence.lower()) for sort in _sorts().get(word, ())}
    return frozenset(told.intersection(load("happenings")["causes"]))


def _told(words: Iterable[str]) -> frozenset[str] | None:
    """The sorts that words tell of, up to the first that reports something; None where they tell and report nothing."""
    found: set[str] = set()
    for word in words:
        if word in listed("happenings", "reporting"):
            return frozenset(found)
        found |= _sorts().get(word, frozenset())
    return frozenset(found) if found else None


def _words(part: str) -> list[str]:
    return _WORD.findall(_phrases().sub(lambda match: load("happenings")["phrases"][match.group()], part))


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('happenings')['phrases'])})\b")


def _last_bound(text: str, at: int) -> int:
    # The whole text is searched: what stands behind the place may tell that "before" bounds no clause.
    ends = (match.end() for match in _BOUND.finditer(text))
    return max(takewhile(lambda end: end <= at, ends), default=0)


def _next_bound(text: str, at: int) -> int:
    match = _BOUND.search(text, at)
    return match.start() if match else len(text)


@cache
def _sorts() -> dict[str, frozenset[str]]:
    sorts: defaultdict[str, set[str]] = defaultdict(set)
    for name, words in load("happenings")["sorts"].items():
        for word in words.split():
            sorts[word].add(name)
    return {word: frozenset(names) for word, names in sorts.items()}
