"""Where a clause inside a sentence starts, and its subject: relative clauses, and clauses that "and" joins."""

from __future__ import annotations

from . import cues
from .grammar import ARTICLES, CONJUNCTIONS, DETERMINERS, FINITE
from .noun_phrases import Source, can_act, phrase_head
from .tokens import Tokens, ends_in_past

_OBJECT_RELATIVES = frozenset(("what", "which", "whom", "that", "who"))
_PLURAL = ("s", "police", "people")
_LONGEST_INSIDE = 6
"""Tokens of a relative clause up to its verb that are looked at for its subject."""
_FARTHEST = 40
"""Tokens before a conjunction in which the clause that it goes on with starts."""


def last_clause(tokens: Tokens, low: int, k: int) -> int:
    """Where the last clause before a conjunction at ``k`` starts that has a subject: "he rang and *a man* came and"."""
    first = max(low, k - _FARTHEST)
    acts = [i for i in range(first, k) if _is_past(tokens.lows[i]) and not tokens.in_name(i)]
    joins = (j for j in range(k - 3, first, -1) if tokens.lows[j] in CONJUNCTIONS and _opens_phrase(tokens, j + 1))
    clauses = (j + 1 for j in joins if acts and acts[0] < j and acts[-1] > j + 2 and "," not in tokens.words[j:k])
    return next(clauses, low)


def _opens_phrase(tokens: Tokens, k: int) -> bool:
    """Whether a noun phrase with a determiner, or a name, starts at ``k``."""
    if tokens.lows[k] in DETERMINERS:
        return True
    names = tokens.within(tokens.starts[k], tokens.ends[k])
    return bool(names) and tokens.at(names[0].lead) == k


def _is_past(word: str) -> bool:
    """Whether a word is the past of a verb, as far as its form or the tables tell."""
    verb = cues.verbs().get(word)
    listed = word in FINITE or word in cues.words("finite") or (verb is not None and verb.form in ("past", "s"))
    return listed or ends_in_past(word)


def inside_relative(tokens: Tokens, low: int, k: int, verb: int) -> Source | None:
    """The subject between a relative word and its verb, which ends at ``k``: "during what *officials* said was"."""
    j = next((j for j in range(k, max(low, k - _LONGEST_INSIDE), -1) if tokens.lows[j] in _OBJECT_RELATIVES), k)
    goes_on = verb + 1 < len(tokens.lows) and tokens.lows[verb + 1] in FINITE
    if j == k > low and goes_on and tokens.lows[k].endswith(_PLURAL):
        j = k - 1  # A relative clause without its word: "a man *police* said was armed".
    if j == k or not all(word[0].isalnum() for word in tokens.words[j + 1 : k + 1]):
        return None
    source = phrase_head(tokens, j + 1, k + 1)
    if source is None or source.form == "pronoun" or tokens.at(source.start) != j + 1:
        return None
    if source.end != tokens.ends[k]:
        return None
    head = source._replace(start=tokens.starts[k])
    plain = j + 1 == k or tokens.lows[j + 1] in ARTICLES or source.name is not None
    return source if plain and can_act(tokens, head) else None
