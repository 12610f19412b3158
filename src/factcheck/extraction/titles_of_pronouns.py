"""Titles that a sentence gives somebody by a pronoun: "She has been head teller since 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entities.offices import OfficeTable
from ..models import Speaker
from .name_words import Name
from .noun_phrases import Source
from .scene import Scene
from .titles import Holding, holding_of, titles_behind

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_CLEAR = 0.8
"""Least confidence in whom a pronoun means: nobody else comes near."""


def find_titles_of_pronouns(scene: Scene, table: OfficeTable) -> Iterator[tuple[Speaker, Holding]]:
    """The titles that an outlet gives persons by "he" and "she", with whom each pronoun means, in order.

    Only pronouns outside of quotations count, and only where it is clear who is meant; ``person`` is the pronoun.
    """
    for match in _PRONOUN.finditer(scene.masked):
        start, end = match.span()
        pronoun = Name(start, end, "person", None, start, False)
        phrases = list(titles_behind(scene.text, pronoun))
        if not phrases:
            continue
        voice = scene.resolve(Source(start, end, "pronoun", None))
        if voice is not None and voice.resolved_by == "pronoun" and voice.confidence >= _CLEAR:
            for phrase in phrases:
                yield scene.speaker(voice), holding_of(scene.text, pronoun, phrase, "current", table)
