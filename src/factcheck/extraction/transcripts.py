"""Transcripts: paragraphs that open with their speaker's name and a colon, and stand without quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from ..entities.jurisdictions import jurisdiction_phrases, plain
from ..knowledge import load
from ..text import Range, folded_words
from .role_words import is_role

_LABEL = re.compile(
    r"(?:>>[ ]?)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ ]+(?:[-–—][ ]+)?)?[*_]{0,2}"
    r"(?:(?P<letter>[QA])(?=[.:])"
    r"|(?P<name>[A-Z][\w.’'-]*(?:[ \u00a0](?:[A-Z][\w.’'-]*|\d{1,2}|de|da|di|van|von|der|den|bin|al|of|the)){0,5}))"
    r"(?:,[ ][^:\n]{1,50}|[ ][(\[][^)\]\n]{1,40}[)\]])?"
    r"(?:(?(letter)[.:]|[*_]{0,2}:)[*_]{0,2})[ \t\u00a0]+(?=[^\s\"“'‘])"
)
_LEAST_TURNS = 3
"""Labelled paragraphs that make a transcript. A headline or a list has a label or two; a conversation comes back."""
_SPOKEN = 1 / 3
"""Least share of turns in which somebody speaks of "I" or "you", or asks: else the labels are those of a list."""
_PERSONS = frozenset({"i", "you", "we", "me", "us", "my", "your", "our"})
"""Words of the first and second person; what a contraction adds to them is cut off."""


class Turn(NamedTuple):
    """What one speaker says in one paragraph of a transcript."""

    label: Range
    content: Range


def find_turns(text: str, paragraphs: list[Range]) -> list[Turn]:
    """The turns of a conversation: three labelled paragraphs or more, of two speakers or more, one of them twice.

    A label is a name, also in capitals, with a title or a note behind it, with a time before it, or the letters of
    question and answer. A list with labels that come again ("Colorado: ...") is no conversation: nobody in it says "I"
    or "you".
    """
    turns: list[Turn] = []
    for start, end in paragraphs:
        label = _LABEL.match(text, start, end)
        if label is not None and label.end() < end and (label["letter"] or not _is_heading(label["name"])):
            turns.append(Turn(label.span("letter" if label["letter"] else "name"), (label.end(), end)))
    speakers = Counter(text[slice(*turn.label)] for turn in turns)
    conversation = len(turns) >= _LEAST_TURNS and len(speakers) > 1 and max(speakers.values()) > 1
    spoken = sum(_is_spoken(text[slice(*turn.content)]) for turn in turns)
    return turns if conversation and spoken >= _SPOKEN * len(turns) else []


def _is_spoken(text: str) -> bool:
    return "?" in text or any(word.split("'")[0] in _PERSONS for word in folded_words(text))


def _is_heading(label: str) -> bool:
    """Whether a label names no speaker, but a place, a day or a thing: "Colorado: ...", "Monday: ...", "Lunch: ...".

    A role or a body that may speak is none: "Captain: ...", "The Court: ...".
    """
    words = plain(label).split()
    if " ".join(words) in jurisdiction_phrases():
        return True
    return all(word in _things() for word in words) and not (is_role(words[-1]) or words[-1] in load("cues")["bodies"])


@cache
def _things() -> frozenset[str]:
    names = load("names")["words"]
    known = f"{names['calendar']} {names['places']} {names['function_words']}".split()
    return frozenset(known).union(*load("common_words")["bands"].values())
