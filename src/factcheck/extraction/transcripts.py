"""Transcripts: paragraphs that open with their speaker's name and a colon, and stand without quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

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
        if label is not None and label.end() < end:
            turns.append(Turn(label.span("name"), (label.end(), end)))
    speakers = Counter(text[slice(*turn.label)] for turn in turns)
    conversation = len(turns) >= _LEAST_TURNS and len(speakers) > 1 and max(speakers.values()) > 1
    return turns if conversation else []
