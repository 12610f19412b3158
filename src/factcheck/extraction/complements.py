"""Complements of reporting verbs: which words behind a verb are what somebody said, thought or wanted.

A complement is a clause ("said that ...", "asked whether ..."), an infinitive ("promised to ..."), somebody with an
infinitive ("urged the board to ...") or an object, with or without a preposition ("criticized ...", "called for ...").
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from . import cues
from .grammar import (
    ADJUNCTS,
    ASIDES,
    BREAKS,
    COMPLEMENTIZERS,
    DASHES,
    DATING,
    DETERMINERS,
    NOMINATIVES,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
)
from .quotations import PLACEHOLDER
from .tokens import Tokens, is_verb

_NO_OBJECT = PARTICLES | ADJUNCTS
_OPENING = ADJUNCTS | {"the", "of", "with", "to", "a", "an", "from", "for", "by"}
"""Words before a name that begins no clause."""
_BEHIND_RECIPIENT = NOMINATIVES | COMPLEMENTIZERS | {"to", "the", "a"}

Kind = Literal["clause", "infinitive", "directive", "object"]
Place = Literal["main", "relative", "opening"]
"""Where a reporting word stands: in a main clause; in a relative clause or a noun phrase, behind which the verb of
another may follow; in a clause that opens the sentence, behind which the main clause follows."""

_LEAST_CLAUSE = 3
_SUBJECT_LIMIT = 6
"""How far behind a comma a reporting verb may stand that starts a report of its own."""
_ADJUNCT_LIMIT = 16
_RECIPIENT_LIMIT = 8
_LOOK_AHEAD = 14
_ITEM_LIMIT = 6
"""Tokens that an item of an enumeration has at most."""


class Complement(NamedTuple):
    """The tokens ``start`` to ``end`` of a content, and how it is built."""

    start: int
    end: int
    kind: Kind


def complement_of(tokens: Tokens, k: int, high: int, verb: cues.Verb, place: Place) -> Complement | None:
    """The complement of the verb at token ``k`` in a sentence that ends before token ``high``."""
    a = _start(tokens, k, high, verb)
    if a is None:
        return None
    kind = _kind(tokens, a, high, verb)
    return None if kind is None else Complement(a, content_end(tokens, a, high, kind, place), kind)


def _kind(tokens: Tokens, a: int, high: int, verb: cues.Verb) -> Kind | None:
    """Which of the complements that the verb may have starts at ``a``."""
    word, lemma = tokens.lows[a], verb.lemma
    governed = tokens.lows[a - 1] in cues.prepositions(lemma)
    thing = lemma in cues.frame("object")
    if word in COMPLEMENTIZERS and not (word == "that" and thing and _points(tokens, a, high)):
        return "clause" if governed or lemma in cues.frame("clause") else None
    if word == "to":
        return "infinitive" if lemma in cues.frame("infinitive") else None
    kind = shape(tokens, a, high)
    if governed or (kind != "object" and lemma in cues.frame(kind)):
        return kind
    if word in _NO_OBJECT:
        return None
    if lemma in cues.frame("bare") and high - a >= _LEAST_CLAUSE:
        return "clause"
    return "object" if thing else None


def _points(tokens: Tokens, a: int, high: int) -> bool:
    """Whether the "that" at ``a`` points to the noun behind it and opens no clause: "repeated that promise on ..."."""
    if a + 2 >= high:
        return True
    return tokens.words[a + 1].islower() and (
        tokens.lows[a + 2] in PREPOSITIONS or not tokens.words[a + 2][0].isalnum()
    )


def shape(tokens: Tokens, a: int, high: int) -> Kind:
    """Whether words behind a verb are a clause with a verb of their own, somebody to do something, or an object."""
    if tokens.lows[a] in NOMINATIVES:
        return "clause"
    forms = cues.verbs()
    for j in range(a + 1, min(high, a + _LOOK_AHEAD)):
        word = tokens.lows[j]
        if word == "to" and j + 1 < high and tokens.lows[j + 1] not in DETERMINERS and tokens.words[j + 1].islower():
            return "directive"
        if word in cues.words("finite") or word.endswith(("n't", "n’t")):
            return "clause"
        verb = forms.get(word)
        if verb is not None and verb.form in ("past", "s") and is_verb(tokens, j, verb):
            return "clause"
        if word in (",", "who", "which", "that", "for"):
            break
    return "object"


def _start(tokens: Tokens, k: int, high: int, verb: cues.Verb) -> int | None:
    """The token that the content behind the verb at ``k`` starts with."""
    a = k + 1
    if verb.needs:
        a += 1
    if a >= high:
        return None
    word = tokens.lows[a]
    recipient = verb.lemma in cues.frame("recipient")
    if recipient or word in ADJUNCTS or word in TIMES or word == "to" or verb.lemma in cues.frame("asking"):
        for j in range(a, min(high, a + _ADJUNCT_LIMIT)):
            word = tokens.lows[j]
            if word in ("that", "whether") or (word == "if" and verb.lemma in cues.frame("asking")):
                return j
            if word in NOMINATIVES or word in (",", ";", ":", "–", "—") or word[0] == PLACEHOLDER:
                break
    word = tokens.lows[a]
    if recipient:
        return _behind_recipient(tokens, a, high)
    if word in cues.prepositions(verb.lemma) and (a + 1 >= high or tokens.lows[a + 1] not in TIMES):
        return a + 1 if a + 1 < high else None
    if word in TIMES or (word in ADJUNCTS and verb.saying):
        return _behind_adjunct(tokens, a, high)
    return a if a < high and tokens.words[a] not in (",", ";", ".") else None


def _behind_recipient(tokens: Tokens, a: int, high: int) -> int | None:
    """Where the content starts behind the person who is told."""
    inside = tokens.within(tokens.starts[a], tokens.ends[min(high, a + _RECIPIENT_LIMIT) - 1])
    j = tokens.at(inside[0].end) if inside and tokens.at(inside[0].lead) <= a + 1 else a + 1
    while j < high and j < a + _RECIPIENT_LIMIT and tokens.lows[j] not in _BEHIND_RECIPIENT:
        if tokens.words[j] in ",;":
            return j + 1 if j + 1 < high else None
        j += 1
    return j if j < high else None


def _behind_adjunct(tokens: Tokens, a: int, high: int) -> int | None:
    """Where the content starts behind a time or place: at the next subject."""
    stop = min(high, a + _ADJUNCT_LIMIT)
    starts = {tokens.at(n.lead) for n in tokens.within(tokens.starts[a], tokens.ends[stop - 1])}
    for j in range(a + 1, stop):
        word = tokens.lows[j]
        if word in NOMINATIVES:
            return j
        before = tokens.lows[j - 1]
        if before in TIMES and word not in TIMES and word not in ADJUNCTS and tokens.words[j][0].isalnum():
            return j
        if j in starts and before not in _OPENING:
            return j
        if word in (",", ";"):
            return j + 1 if j + 1 < high else None
    return None


def content_end(tokens: Tokens, a: int, high: int, kind: Kind, place: Place = "main") -> int:
    """One past the last token of a content that starts at ``a``: the sentence's end, or where something new begins."""
    whole = kind != "clause"
    closed = whole or place == "opening"
    for j in range(a + 1, high - 1):
        whole = whole or _is_finite(tokens, j)
        if tokens.words[j][0].isalnum():
            if _ends_at_word(tokens, j, high, kind):
                return j
            if place == "relative" and kind != "clause" and _is_finite(tokens, j) and not _has_subject(tokens, a, j):
                return j
        elif tokens.words[j] in (";", ":") or (whole and _ends_at_mark(tokens, j, high, closed=closed)):
            return j
    return high


def _ends_at_mark(tokens: Tokens, j: int, high: int, *, closed: bool) -> bool:
    """Whether a content ends before a dash or comma; one that is ``closed`` goes on behind a comma in lists only."""
    word = tokens.words[j]
    if word in DASHES:
        return word != "-" or tokens.text[tokens.ends[j]] == " "
    if word != "," or tokens.starts[j + 1] == tokens.ends[j]:
        return False
    return _begins_anew(tokens, j + 1, high) or (closed and not _enumerates(tokens, j + 1, high))


def _ends_at_word(tokens: Tokens, j: int, high: int, kind: Kind) -> bool:
    """Whether another clause, another attribution or an adjunct of this one begins with the word at ``j``."""
    word = tokens.lows[j]
    if word in ("and", "but"):
        return _goes_on(tokens, j + 1, high, kind)
    if word == "according":
        return tokens.lows[j + 1] == "to"
    return kind == "object" and _is_adjunct(tokens, j)


def _begins_anew(tokens: Tokens, j: int, high: int) -> bool:
    """Whether what follows a comma is no part of the content: an aside, or a clause of its own."""
    word = tokens.lows[j]
    verb = cues.verbs().get(word)
    if verb is not None and verb.form == "ing" and verb.saying:
        return True
    if word in ASIDES:
        return True
    for k in range(j, min(high, j + _SUBJECT_LIMIT)):
        if reports(tokens, k):
            return True
        if tokens.words[k] in (",", "(") or tokens.lows[k] in COMPLEMENTIZERS:
            return False
    return False


def _enumerates(tokens: Tokens, j: int, high: int) -> bool:
    """Whether what follows a comma is an item of an enumeration: a few words up to a comma, "and" or "or"."""
    if tokens.lows[j] in ("and", "or"):
        return True
    for k in range(j + 1, min(high, j + _ITEM_LIMIT)):
        if tokens.lows[k] in (",", "and", "or"):
            return tokens.lows[j] not in RELATIVES
    return False


def _goes_on(tokens: Tokens, j: int, high: int, kind: Kind) -> bool:
    """Whether another verb of the attribution's own subject follows "and" or "but": "said ... and has asked ..."."""
    while j < high and (tokens.lows[j].endswith("ly") or tokens.lows[j] in ("then", "also", "later")):
        j += 1
    if j >= high:
        return False
    if kind != "clause":
        return _is_finite(tokens, j)
    if reports(tokens, j):
        return True
    last = min(high, j + 4)
    if tokens.lows[j] in NOMINATIVES:
        return any(reports(tokens, k) for k in range(j + 1, last))
    if tokens.lows[j] not in ("has", "have", "had", "did"):
        return False
    verbs = (cues.verbs().get(word) for word in tokens.lows[j + 1 : last])
    return any(verb is not None and verb.saying and verb.form != "s" for verb in verbs)


def _is_finite(tokens: Tokens, k: int) -> bool:
    """Whether a finite verb, or an auxiliary, stands at token ``k``."""
    word = tokens.lows[k]
    if word in cues.words("finite") or word.endswith(("n't", "n’t")):
        return True
    verb = cues.verbs().get(word)
    return verb is not None and verb.form in ("past", "s") and is_verb(tokens, k, verb)


def _has_subject(tokens: Tokens, a: int, k: int) -> bool:
    """Whether a relative clause inside the content has the verb at ``k``."""
    if any(word in RELATIVES or word in PRONOUNS for word in tokens.lows[a:k]):
        return True
    inside = tokens.within(tokens.starts[a + 1], tokens.starts[k]) if a + 1 < k else []
    return bool(inside) and inside[-1].end == tokens.ends[k - 1]


def _is_adjunct(tokens: Tokens, j: int) -> bool:
    """Whether a time or circumstance of the attribution begins at token ``j``, behind an object."""
    word, following = tokens.lows[j], tokens.lows[j + 1]
    if tokens.lows[j - 1] in DATING:
        return False
    if word == "as":
        inside = tokens.within(tokens.starts[j], tokens.ends[j + 1])
        return following in NOMINATIVES or bool(inside)
    if word in BREAKS:
        return following != "of" and not following.endswith("ing")
    if word in ("in", "on", "at", "last", "this", "earlier"):
        return following in TIMES or following in cues.words("occasions")
    return word in TIMES and not tokens.words[j + 1].islower()


def reports(tokens: Tokens, k: int) -> bool:
    """Whether a finite verb of saying stands at token ``k``."""
    verb = cues.verbs().get(tokens.lows[k]) if k < len(tokens.lows) else None
    return verb is not None and verb.saying and verb.form in ("past", "s") and is_verb(tokens, k, verb)
