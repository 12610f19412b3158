"""Noun phrases that may be speakers: the name, pronoun or description that a stretch of running text amounts to.

What a relative clause tells more is left out, and of a stretch that holds a finite verb only the phrase beside the
verb counts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from . import cues
from .descriptions import speaking_bodies
from .grammar import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
)
from .name_words import Name, name_lexicon
from .role_words import is_role
from .tokens import Tokens, step_back

SourceForm = Literal["name", "pronoun", "description"]


class Source(NamedTuple):
    """A noun phrase that may be a speaker. ``text[start:end]`` is the phrase, or the name alone where it has one."""

    start: int
    end: int
    form: SourceForm
    name: Name | None
    """The name, for form ``name``; for a description the name in its complement, if any ("a spokesman for X")."""
    others: tuple[Name, ...] = ()
    """Further names that the same verb has as subjects: "X and Y said"."""


MAX_DESCRIPTION_WORDS = 9
"""Words of the longest description."""
_OPENERS = PREPOSITIONS | DETERMINERS
_COMPLEMENTING = frozenset(("of", "for", "at", "from", "with", "in", "on", "near", "behind", "outside"))
"""Prepositions that tie a complement to the noun before it."""
_CONTENT = frozenset(("what", "how", "why", "whether"))
"""Words that open a clause of content and no noun phrase: "for what police described as"."""
_CLAUSE_STARTS = SUBORDINATORS - CONJUNCTIONS - _CONTENT - {"as", "so", "still", "that", "then", "which", "yet"}
"""Words that open a clause of time or reason: "because *officers* said"."""
_SAYING = frozenset(("said", "says", "told", "tells"))


def phrase_head(tokens: Tokens, low: int, high: int) -> Source | None:
    """The name, pronoun or description that a range of tokens, the subject of a verb, amounts to."""
    low, high = _clause(tokens, *bare(tokens, low, high))
    if low >= high:
        return None
    if tokens.lows[low] in PRONOUNS and high - low == 1:
        return Source(tokens.starts[low], tokens.ends[low], "pronoun", None)
    inside = tokens.within(tokens.starts[low], tokens.ends[high - 1])
    people = [n for n in inside if not is_possessive(tokens.text, n.end)]
    if people:
        first, last = people[0], people[-1]
        if not any(w in PREPOSITIONS for w in tokens.lows[low : tokens.at(first.lead)]):
            both = tuple(n for n in people[1:] if _coordinated(tokens.text, first.end, n.lead))
            if both or stands_alone(tokens, first, high):
                return Source(first.start, first.end, "name", first, both)
        if behind_name(tokens, last) >= high and _closes(tokens, low, last):
            return Source(last.start, last.end, "name", last)
    return _description(tokens, inside, low, high)


def _clause(tokens: Tokens, low: int, high: int) -> tuple[int, int]:
    """The noun phrase of a range that holds a finite verb: the one behind it, or else the subject before it."""
    for k in range(high - 1, low, -1):
        if tokens.lows[k] in _CONTENT or (tokens.lows[k] in _CLAUSE_STARTS and k + 1 < high):
            return k + 1, high
        if tokens.lows[k] in FINITE and not tokens.in_name(k):
            if k + 1 < high and tokens.lows[high - 1] in PRONOUNS:
                return high - 1, high
            names = [] if k + 1 == high else tokens.within(tokens.starts[k + 1], tokens.ends[high - 1])
            if names and tokens.at(names[0].lead) == k + 1:
                return k + 1, high
            opening = next((j for j in range(high - 1, k, -1) if tokens.lows[j] in DETERMINERS), None)
            if opening is not None or names:
                return (high if opening is None else opening), high
            high = step_back(tokens, k, low) + 1
    return low, high


def bare(tokens: Tokens, low: int, high: int) -> tuple[int, int]:
    """A range without the conjunctions in front and the relative clause behind its noun phrase."""
    while (
        low < high
        and tokens.lows[low] in SUBORDINATORS
        and not (
            tokens.lows[low] == "that"
            and low + 1 < high
            and tokens.words[low + 1].islower()
            and tokens.lows[low + 1] not in PRONOUNS
        )
    ):
        low += 1
    k = low + 1
    while k < high:
        word = tokens.lows[k]
        if word in RELATIVES or word in CLAUSE_OPENERS:
            following = k + 1
            opens_clause = following < high and (
                tokens.lows[following] in PRONOUNS
                or (word in CLAUSE_OPENERS and tokens.lows[following] in DETERMINERS)
                or any(
                    tokens.at(n.lead) == following
                    for n in tokens.within(tokens.starts[following], tokens.ends[high - 1])
                )
            )
            if (opens_clause or (word == "that" and _tells(tokens, low, k))) and word != "who":
                low = following
            elif word in RELATIVES:
                return low, k
        k += 1
    return low, high


def _tells(tokens: Tokens, low: int, k: int) -> bool:
    """Whether "that" at ``k`` opens what a verb of saying before it tells."""
    verb = cues.verbs().get(tokens.lows[k - 1])
    return (verb is not None and verb.form != "ing") or not _SAYING.isdisjoint(tokens.lows[low + 1 : k])


def behind_name(tokens: Tokens, name: Name) -> int:
    """Index of the first token behind a name and the degrees written after it: "NAME QC"."""
    k = tokens.at(name.end)
    while k < len(tokens.words) and tokens.words[k].isupper() and tokens.lows[k] in name_lexicon().degrees:
        k += 1
    return k


def stands_alone(tokens: Tokens, name: Name, high: int) -> bool:
    """Whether a name heads its phrase: nothing but a complement, an age or a bracket follows it."""
    k = behind_name(tokens, name)
    return k >= high or tokens.lows[k] in PREPOSITIONS or not tokens.words[k][0].isalnum()


def _closes(tokens: Tokens, low: int, name: Name) -> bool:
    """Whether a name at the end of a phrase is its head: words of a title, no preposition, stand before it."""
    at = tokens.at(name.lead)
    if tokens.lows[low] in PREPOSITIONS:
        return _follows_intro(tokens, low, at)
    joined = [
        k for k in range(low, at) if tokens.lows[k] in PREPOSITIONS | {"and"} and not (k > low and tokens.in_name(k))
    ]
    last = tokens.at(name.start) - 1
    return all(
        tokens.lows[k] == "and" and low < k < last and is_role(tokens.lows[k - 1]) and is_role(tokens.lows[last])
        for k in joined
    )


def _follows_intro(tokens: Tokens, low: int, at: int) -> bool:
    """Whether a name stands apart from the prepositional phrase before it: "At noon Name said"."""
    return tokens.lows[low] in PREPOSITIONS and at > low and tokens.lows[at - 1] not in _OPENERS


def _coordinated(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return between.strip(" ,") in ("and", "&") or bool(
        re.fullmatch(r"(?:\s\([^)]*\))?,?\sand\s(?:[a-z]+\s){0,3}", between)
    )


def is_possessive(text: str, end: int) -> bool:
    """Whether the word that ends at a position has a possessive ending behind it."""
    return text[end : end + 2] in ("'s", "’s") or (text[end : end + 1] in ("'", "’") and text[end - 1 : end] == "s")


def _description(tokens: Tokens, inside: list[Name], low: int, high: int) -> Source | None:
    """The noun phrase at the end of a range that has no name as its head."""
    start = high
    for k in range(high - 1, low - 1, -1):
        word = tokens.lows[k]
        if word in DETERMINERS:
            start = k
            to_somebody = k - 2 >= low and tokens.lows[k - 1] == "to" and is_role(tokens.lows[k - 2])
            if k - 1 > low and (tokens.lows[k - 1] in _COMPLEMENTING or to_somebody):
                continue
            if k > low and tokens.lows[k - 1] in DETERMINERS:
                continue  # "the two men"
            break
        if k == low and not (word in PREPOSITIONS or word in SUBORDINATORS):
            start = k
    if start >= high or high - start > MAX_DESCRIPTION_WORDS + 3:
        return None
    a, b = tokens.starts[start], tokens.ends[high - 1]
    if not tokens.words[start][0].isalpha():
        return None
    complement = next((n for n in inside if n.start >= a), None)
    return Source(a, b, "description", complement)


def can_act(tokens: Tokens, source: Source) -> bool:
    """Whether a source is one that speaks, praises or opposes: no thing, as far as its words tell."""
    if source.form != "description":
        return True
    words = tokens.text[source.start : source.end].lower().split()
    able = _able()
    if words[0] in QUANTIFIERS or words[-1].endswith("-year-old"):
        return True
    return any(is_role(w) or w in able or is_role(w.removesuffix("s")) or w.removesuffix("s") in able for w in words)


@cache
def _able() -> frozenset[str]:
    return cues.words("bodies") | cues.words("documents") | cues.words("people") | speaking_bodies()
