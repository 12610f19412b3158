"""The subjects of reporting verbs: whether a verb has one, who it is, and whether it may say, think or want.

Quotations ask where an attribution stands beside them (``attribution``); here a verb is given, and anything that can't
be its subject is turned down.
"""

from __future__ import annotations

from . import cues
from .attribution import subject_of
from .clauses import subject_before
from .complements import Place
from .grammar import (
    BE,
    BEFORE_PARTICIPLES,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVES,
    NUMBERING,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
)
from .noun_phrases import Source, can_act
from .role_words import is_role
from .tokens import Tokens, passive, step_back

_BEFORE_ING = BEFORE_PARTICIPLES | BE
_SUBJECT_PRONOUNS = PRONOUNS | NOMINATIVES
_OPENING = DETERMINERS | NUMBERING | QUANTIFIERS
_OPENING_CLAUSES = SUBORDINATORS - CONJUNCTIONS


def is_finite(tokens: Tokens, low: int, k: int, verb: cues.Verb) -> bool:
    """Whether the verb at ``k`` has a subject of its own: no infinitive, no passive, no attribute."""
    before = tokens.lows[k - 1] if k > low else ""
    if before == "to":
        return verb.saying and verb.form == "base" and k - 2 > low and not passive(tokens, k - 2, low)
    if verb.form in ("past", "participle"):
        if passive(tokens, k, low):
            return False
        return verb.form == "past" or before in cues.words("auxiliaries")
    if verb.form == "ing":
        return before in _BEFORE_ING or before.endswith("ly") or _subject_right_before(tokens, low, k)
    return True


def is_gerund(tokens: Tokens, k: int, verb: cues.Verb) -> bool:
    """Whether a preposition governs the form in -ing at ``k``: "by saying"."""
    return verb.form == "ing" and tokens.words[k].islower() and tokens.lows[k - 1] in BEFORE_PARTICIPLES


def reporter(tokens: Tokens, low: int, k: int, high: int, verb: cues.Verb) -> Source | None:
    """Who does what the verb at ``k`` tells."""
    if verb.form == "ing" and k > low:
        j = k - 1
        while j > low and tokens.lows[j].endswith("ly"):
            j -= 1
        if tokens.lows[j] in BE or _subject_right_before(tokens, low, k):
            return subject_before(tokens, low, k)
    return subject_of(tokens, low, k, high)


def _subject_right_before(tokens: Tokens, low: int, k: int) -> bool:
    """Whether a name or pronoun, the subject of the participle at ``k``, stands right before it: "with NAME saying"."""
    if tokens.lows[k - 1] in _SUBJECT_PRONOUNS:
        return True
    inside = tokens.within(tokens.starts[low], tokens.starts[k])
    return bool(inside) and inside[-1].end == tokens.ends[k - 1]


def agrees(tokens: Tokens, source: Source, verb: cues.Verb | None) -> bool:
    """Whether a source can be the subject of a verb: a description needs a determiner, or is a plural."""
    at = tokens.at(source.start)
    if source.form == "pronoun":
        return tokens.text[source.start : source.end].lower() not in ("i", "we", "you")
    if source.form == "name":
        return at == 0 or tokens.lows[at - 1] != "as"
    if at and tokens.lows[at - 1] in PREPOSITIONS and not _opens(tokens, at - 1):
        return False
    return verb is None or verb.lemma == "say" or _describes_subject(tokens, source, verb)


def _describes_subject(tokens: Tokens, source: Source, verb: cues.Verb) -> bool:
    if verb.form == "s" and verb.lemma in cues.words("also_nouns") and not can_act(tokens, source):
        return False
    phrase = tokens.text[source.start : source.end].lower()
    if tokens.lows[tokens.at(source.start)] in _OPENING:
        return True
    plural = phrase.endswith(("s", "people", "police")) and not phrase.endswith("ss")
    return (plural and verb.form != "s") or (verb.saying and is_role(phrase.rpartition(" ")[2]))


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether the token at ``k`` opens a sentence or stands behind a mark."""
    return k == 0 or not tokens.words[k - 1][0].isalnum()


def place_of(tokens: Tokens, low: int, k: int) -> Place:
    """In which kind of clause the verb at ``k`` stands."""
    if any(word in RELATIVES for word in tokens.lows[max(low, step_back(tokens, k, low)) : k]):
        return "relative"
    opens = tokens.lows[low] in _OPENING_CLAUSES and "," not in tokens.words[low:k]
    return "opening" if opens else "main"
