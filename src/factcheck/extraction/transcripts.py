"""Transcripts: paragraphs that open with their speaker's name and a colon, and stand without quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from ..entities.jurisdictions import jurisdiction_phrases, plain
from ..knowledge import load
from ..text import Range

_LABEL = re.compile(r"(?P<name>[QA]|[A-Z][\w.’'-]+(?:[ \u00a0][A-Z][\w.’'-]+){0,4}):[ \t\u00a0]+(?=[^\s\"“'‘])")
_LEAST_TURNS = 3
"""Labelled paragraphs that make a transcript. A headline or a list has a label or two; a conversation comes back."""


class Turn(NamedTuple):
    """What one speaker says in one paragraph of a transcript."""

    label: Range
    content: Range


def find_turns(text: str, paragraphs: list[Range]) -> list[Turn]:
    """The turns of a conversation: at least three labelled paragraphs, of two speakers or more, one of them twice."""
    turns: list[Turn] = []
    for start, end in paragraphs:
        label = _LABEL.match(text, start, end)
        if label is not None and label.end() < end and not _is_heading(label["name"]):
            turns.append(Turn(label.span("name"), (label.end(), end)))
    speakers = Counter(text[slice(*turn.label)] for turn in turns)
    conversation = len(turns) >= _LEAST_TURNS and len(speakers) > 1 and max(speakers.values()) > 1
    return turns if conversation else []


def _is_heading(label: str) -> bool:
    """Whether a label names no speaker, but a place, a day or a thing: "Colorado: ...", "Monday: ...", "Lunch: ..."."""
    words = plain(label).split()
    if len(label) == 1:
        return False
    return " ".join(words) in jurisdiction_phrases() or all(word in _things() for word in words)


@cache
def _things() -> frozenset[str]:
    names = load("names")["words"]
    known = f"{names['calendar']} {names['places']} {names['function_words']}".split()
    return frozenset(known).union(*load("common_words")["bands"].values())
