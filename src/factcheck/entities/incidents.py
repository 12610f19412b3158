"""The part of a person in an incident: whether somebody whose age a sentence gives was hurt, or is accused.

A rule of thumb in place of a parser: the nearest word before or behind the age that tells of harm or blame decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..knowledge import words as listed

BEHIND, BEFORE = 8, 4
"""Words behind and before an age that tell what befell its person."""

_WORD = re.compile(r"[a-z]+|[.;:!?]")


def part(sentence: str, start: int, end: int) -> str:
    """'hurt' or 'accused': the part of the person whose age is ``sentence[start:end]``; nothing if none is told."""
    before = _WORD.findall(sentence[:start].lower())[::-1][:BEFORE]
    behind = _WORD.findall(sentence[end:].lower())[:BEHIND]
    return _before(before) or _behind(behind)


def _before(words: Sequence[str]) -> str:
    """What the nearest word before an age tells of its person: "killing a", "shot by his"."""
    for at, word in enumerate(words):
        if word == "by":
            return "accused" if _words("harming") & set(words[at + 1 : at + 3]) else ""
        if word in _words("accusing"):
            return "accused"
        if word in _words("harming"):
            return "hurt"
        if word not in _words("small"):
            return ""
    return ""


def _behind(words: Sequence[str]) -> str:
    """What the words behind an age tell of its person: "was shot", "died", "shot his", "shot himself"."""
    for at, word in enumerate(words):
        if word in _words("accusing"):
            return "accused"
        if word in _words("suffering"):
            return "hurt"
        if word in _words("harming"):
            if words[at + 1 : at + 2] == ["and"] and not _words("harming").isdisjoint(words[at + 2 : at + 3]):
                continue  # "shot and killed his friend"
            # "Who was shot" and "shot in the leg" have no object, "shot his friend" has one.
            passive = not _words("passive").isdisjoint(words[max(0, at - 4) : at])
            return "hurt" if passive or _words("objects").isdisjoint(words[at + 1 : at + 2]) else "accused"
        if word in _words("stops"):
            return ""
    return ""


def _words(name: str) -> frozenset[str]:
    return listed("casualties", "parts", name)
