"""Phrases of the table of contraries in a sentence: "turned himself in", "allowed"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ..entities.contraries import Phrase, exclusive, lemmas
from .clauses import Sentence

REACH = 3
"""Words between the parts of a phrase such as "turned himself in", the last part included."""


def phrases_at(sentence: Sentence, at: int) -> frozenset[Phrase]:
    """The words and phrases of the table of contraries that begin with a word, as base forms."""
    bases = lemmas(sentence.lows[at])
    found = {phrase for base in bases for phrase in _phrases().get(base, ()) if _stands(phrase, sentence, at + 1)}
    return frozenset(found or {(base,) for base in bases})


@cache
def _phrases() -> dict[str, list[Phrase]]:
    """The phrases of the table by their first word."""
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(exclusive()):
        found[phrase[0]].append(phrase)
    return dict(found)


def _stands(phrase: Phrase, sentence: Sentence, at: int) -> bool:
    """Whether a phrase goes on at a place, behind its first word."""
    reach = REACH if "_" in phrase else 1
    for part in phrase[1:]:
        if part != "_":
            places = range(at, min(at + reach, len(sentence.lows)))
            found = next((k for k in places if part in lemmas(sentence.lows[k])), None)
            if found is None or any(sentence.bounds[at:found]):
                return False
            at = found + 1
    return True
