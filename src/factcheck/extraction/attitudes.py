"""Attitudes: what somebody says, thinks or wants by an adjective or a noun instead of a verb.

"NAME was confident that ...", "NAME's promise to ...", "her criticism of ...", "NAME made the case that ...",
"the claim by NAME that ...".
"""

from __future__ import annotations

from typing import NamedTuple

from . import cues
from .clauses import Cue, phrase_after, subject_before
from .complements import Kind, content_end
from .grammar import BE, COMPLEMENTIZERS, DETERMINERS, NOMINATIVES, POSSESSIVES
from .noun_phrases import Source
from .tokens import Tokens

_MODIFIERS = 3
"""Words that may stand between a noun and its possessor or light verb: "her first sharp criticism"."""

_NO_PREPOSITIONS = frozenset(("to", "that"))
_HAVE = frozenset(("has", "have", "had"))
"""What somebody has with "the" is another's: "has the support of"."""


class Attitude(NamedTuple):
    """A word that tells an attitude, its content as a range of tokens, and the source."""

    cue: Cue
    source: Source
    start: int
    end: int
    kind: Kind


def attitude_at(tokens: Tokens, low: int, k: int, high: int) -> Attitude | None:
    """The attitude that the word at token ``k`` tells in the sentence of the tokens ``low`` to ``high``."""
    word = tokens.lows[k]
    if k <= low or k + 2 >= high or not tokens.words[k].islower():
        return None
    adjective = word in cues.attitudes("adjective")
    source = _bearer(tokens, low, k) if adjective else _holder(tokens, low, k)
    a: int | None = k + 1
    if source is None and not adjective and tokens.lows[k + 1] in ("by", "from", "among"):
        source = phrase_after(tokens, k + 2, high)
        a = tokens.at(source.end) if source is not None else None
    if source is None or a is None or a + 1 >= high:
        return None
    found = _content(tokens, a, word, "adjective" if adjective else "noun")
    if found is None:
        return None
    start, kind = found
    if start >= high:
        return None
    cue = Cue(tokens.starts[k], tokens.ends[k], cues.Verb(word, False, "adjective" if adjective else "noun"))
    return Attitude(
        cue, source, start, content_end(tokens, start, high, kind, "main" if adjective else "relative"), kind
    )


def _content(tokens: Tokens, a: int, word: str, part: str) -> tuple[int, Kind] | None:
    """Where the content of an adjective or noun starts, given the token behind it, and how it is built."""
    first = tokens.lows[a]
    frames = cues.attitudes(part)[word]
    if first == "that" or (first in NOMINATIVES and part == "adjective"):
        return (a, "clause") if "that" in frames and tokens.lows[a + 1] not in ("is", "was", "are") else None
    if first == "to" and "to" in frames:
        return a, "infinitive"
    if (first in _NO_PREPOSITIONS or first not in frames) and not (first == "to" and "to:" in frames):
        return None
    return a + 1, "clause" if tokens.lows[a + 1] in COMPLEMENTIZERS else "object"


def _bearer(tokens: Tokens, low: int, k: int) -> Source | None:
    """Who is said to be as the adjective at ``k`` tells."""
    j = k - 1
    while j > low and (tokens.lows[j].endswith("ly") or tokens.lows[j] in cues.words("degrees")):
        j -= 1
    if tokens.lows[j] not in BE and tokens.lows[j] not in cues.words("linking"):
        return None
    return subject_before(tokens, low, j) if j > low else None


def _holder(tokens: Tokens, low: int, k: int) -> Source | None:
    """Whose the noun at ``k`` is: its possessor, or the subject of the light verb that has it as its object."""
    for j in range(k - 1, max(low, k - 2 - _MODIFIERS) - 1, -1):
        word = tokens.lows[j]
        if word in POSSESSIVES:
            return Source(tokens.starts[j], tokens.ends[j], "pronoun", None)
        if word.endswith(("'s", "’s", "s'")) or word in ("'", "’"):
            names = tokens.within(tokens.starts[max(low, j - 8)], tokens.ends[j])
            name = names[-1] if names and tokens.ends[j] - names[-1].end <= 2 else None
            return Source(name.start, name.end, "name", name) if name is not None else None
        if word in cues.words("light"):
            if word in _HAVE and tokens.lows[j + 1] == "the":
                return None
            return subject_before(tokens, low, j) if j > low else None
        if not (word in DETERMINERS or word.isalpha()) or tokens.words[j][0].isupper():
            return None
    return None
