"""Subjects and reporting verbs: who does what in a stretch of running text, without a parser.

A clause is read from its reporting verb: auxiliaries and adverbs before it are stepped over, an apposition between
commas is skipped, and the noun phrase that is left is the subject. What is no name is told as a pronoun or as a
description ("the senator", "a spokesman for the group").
"""

from __future__ import annotations

from typing import NamedTuple

from . import cues
from .grammar import (
    ARTICLES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS_AFTER,
    SUBORDINATORS,
)
from .inner_clauses import inside_relative, last_clause
from .noun_phrases import (
    MAX_DESCRIPTION_WORDS,
    Source,
    bare,
    behind_name,
    is_possessive,
    phrase_head,
    stands_alone,
)
from .quotations import PLACEHOLDER
from .role_words import is_role
from .tokens import Tokens, ends_in_past, is_adverb, step_back


class Cue(NamedTuple):
    """A reporting verb or phrase in the text."""

    start: int
    end: int
    verb: cues.Verb | None
    """None for a phrase such as "according to"."""


class Found(NamedTuple):
    """A source and the reporting word that ties it to the quotation."""

    source: Source
    cue: Cue | None
    clause: tuple[int, int]


_PERSONAL = PRONOUNS - {"who"}
_NO_SUBJECT = PREPOSITIONS | RELATIVES
_OBJECTIVE = PRONOUNS | {"him", "her", "them"}
_NO_NOUN = STOPS_AFTER | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
_SHORT = 5
"""Letters of the longest words in -ing that are not taken for participles ("King", "Young")."""


def subject_before(tokens: Tokens, low: int, verb: int) -> Source | None:
    """The subject of the verb at token index ``verb``, looked for from token index ``low`` on."""
    k = step_back(tokens, verb, low)
    inner = inside_relative(tokens, low, k, verb)
    if inner is not None:
        return inner
    relative = next((j for j in range(verb - 1, k, -1) if tokens.lows[j] == "who" and j > low), None)
    if relative is not None:
        return _relative(tokens, low, relative)
    word = tokens.lows[k] if k >= low else ""
    if not word or word in CONJUNCTIONS:
        return main_subject(tokens, last_clause(tokens, low, k), k) if word else None
    if tokens.lows[verb - 1] == "to" and not (_ends_phrase(tokens, low, k) and _governs(tokens, verb - 2)):
        return main_subject(tokens, low, k + 1)
    pronoun = word.replace("’", "'").partition("'")[0]
    if pronoun in _PERSONAL:
        return Source(tokens.starts[k], tokens.starts[k] + len(pronoun), "pronoun", None)
    return _subject_phrase(tokens, low, k, verb)


def _subject_phrase(tokens: Tokens, low: int, k: int, verb: int) -> Source | None:
    """The subject of the verb at ``verb`` that ends with the token at ``k`` and is no pronoun."""
    *apart, last = _chunks(tokens, low, k + 1)
    if last[0] == last[1]:
        return main_subject(tokens, low, k + 1) if _joined(tokens, apart) else _apposed(tokens, apart)
    if tokens.lows[last[0]] == "who" and last[0] > low:
        return _relative(tokens, low, last[0])
    source = phrase_head(tokens, *last)
    whole = source is not None and tokens.at(source.start) == last[0]
    return (_named(tokens, apart, source, verb) if whole else None) or source


def _named(tokens: Tokens, apart: list[tuple[int, int]], source: Source | None, verb: int) -> Source | None:
    """The name that a description behind it, whose second comma is missing, belongs to: "NAME, an aide told"."""
    apposed = (
        source is not None and source.form == "description" and tokens.text[source.start :][:2].lower() in ("a ", "an")
    )
    if not apposed or not apart or tokens.words[min(verb + 1, len(tokens.words) - 1)] == ",":
        return None
    low, high = apart[-1]
    names = tokens.within(tokens.starts[low], tokens.ends[high - 1])
    alone = len(names) == 1 and tokens.at(names[0].lead) == low and tokens.at(names[0].end) == high
    return Source(names[0].start, names[0].end, "name", names[0]) if alone else None


def _joined(tokens: Tokens, chunks: list[tuple[int, int]]) -> bool:
    """Whether a stretch between commas joins a second verb to a subject: "NAME smiled and, in a low voice, said"."""
    return any(
        tokens.lows[low] in CONJUNCTIONS and (low + 1 == high or tokens.lows[low + 1] in PREPOSITIONS)
        for low, high in chunks[1:]
    )


def _relative(tokens: Tokens, low: int, k: int) -> Source | None:
    """Whom the relative pronoun at ``k`` means: the name right before it, or the phrase that it belongs to."""
    stop = k - 1 if k > low and tokens.words[k - 1] == "," else k
    inside = tokens.within(tokens.starts[low], tokens.starts[k])
    if inside and behind_name(tokens, inside[-1]) == stop:
        return Source(inside[-1].start, inside[-1].end, "name", inside[-1])
    *_, (start, end) = _chunks(tokens, low, stop)
    return phrase_head(tokens, _nearest(tokens, start, end), end) if start < end else None


def _nearest(tokens: Tokens, low: int, high: int) -> int:
    """Where the noun phrase at the end of a range starts, of which a relative clause tells more."""
    owners = (
        tokens.at(n.lead)
        for n in tokens.within(tokens.starts[low], tokens.ends[high - 1])
        if is_possessive(tokens.text, n.end)
    )
    owner = next((k for k in owners if k > low and tokens.lows[k - 1] in cues.verbs()), None)
    if owner is not None:
        return owner
    opening = [k for k in range(low, high) if tokens.lows[k] in DETERMINERS]
    nested = len(opening) > 1 and tokens.lows[opening[-1] - 1] in PREPOSITIONS
    return (
        opening[-1] if nested and is_role(tokens.lows[high - 1]) and not is_role(tokens.lows[opening[-1] - 2]) else low
    )


def _governs(tokens: Tokens, k: int) -> bool:
    """Whether the word at ``k`` may be the verb of an infinitive: "NAME *had* to say", no noun before a purpose."""
    word = tokens.lows[k]
    known = word in cues.verbs() or word in FINITE or word in cues.words("auxiliaries") or word in cues.words("finite")
    return known or word.endswith(("ed", "ing", "s")) or not word[0].isalnum()


def _ends_phrase(tokens: Tokens, low: int, k: int) -> bool:
    """Whether the token at ``k`` is a pronoun or ends a name, as the subject of an infinitive's governor does."""
    if tokens.lows[k] in PRONOUNS or tokens.words[k] in (",", ")"):
        return True
    inside = tokens.within(tokens.starts[low], tokens.ends[k])
    return bool(inside) and inside[-1].end >= tokens.ends[k]


def _chunks(tokens: Tokens, low: int, high: int) -> list[tuple[int, int]]:
    """Token ranges between commas, the last one after the last comma; parentheses are left out, strong breaks cut."""
    chunks: list[tuple[int, int]] = []
    start, depth = low, 0
    for k in range(low, high):
        word = tokens.words[k]
        if word[0].isalnum() or tokens.in_name(k):
            continue  # Most tokens are words, which part nothing, nor do the marks around a nickname.
        if word == "(":
            depth += 1
            if depth == 1 and start < k:
                chunks.append((start, k))
        elif word == ")" and depth:
            depth -= 1
            start = k + 1
            if depth == 0 and chunks and k + 1 == high:
                return [*chunks[:-1], chunks[-1]]
        elif depth:
            continue
        elif word in ';:“”"»«—–―' or (
            word == "-" and tokens.ends[k] < len(tokens.text) and tokens.text[tokens.ends[k]] == " "
        ):
            chunks.clear()
            start = k + 1
        elif word == "," or word[0] == PLACEHOLDER:
            if start < k:
                chunks.append((start, k))
            start = k + 1
    chunks.append((start, high))
    return chunks


def _apposed(tokens: Tokens, chunks: list[tuple[int, int]]) -> Source | None:
    """The head of a phrase that a comma closes: "Name, an explanation," or "The office, Name,"."""
    described: Source | None = None
    for low, high in chunks:
        first = tokens.lows[low]
        if described is not None and _is_plural(tokens, described):
            break  # "Lawyers for the singer, NAME," are several still.
        if first in RELATIVES:
            continue
        if (first in PREPOSITIONS or _is_participle(tokens, low, high)) and described is None:
            continue
        if (said := _parenthesis(tokens, low, high)) is not None:
            return said
        start, stop = bare(tokens, low, high)
        joined = (low, high) == chunks[-1] and any(tokens.lows[k] in FINITE for k in range(start + 1, stop))
        source = _clause_subject(tokens, start, stop) if joined else phrase_head(tokens, low, high)
        if source is None:
            continue
        if source.form in ("name", "pronoun"):
            return source
        described = described or source
    return described


def _parenthesis(tokens: Tokens, low: int, high: int) -> Source | None:
    """Who speaks in an attribution between commas: "That view, *NAME continued*, suggests"."""
    verb = cues.verbs().get(tokens.lows[high - 1])
    told = verb is not None and verb.saying and verb.form in ("past", "s") and tokens.words[high - 1].islower()
    if high - 1 == low or not told or (tokens.lows[low] not in DETERMINERS | PRONOUNS and not tokens.in_name(low)):
        return None
    source = phrase_head(tokens, low, high - 1)
    return None if source is None or tokens.at(source.start) > low + 1 else source


def _is_participle(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a range opens with a participle, whose subject the next name is: "Commenting on the find, NAME"."""
    word = tokens.lows[low]
    if not word.endswith(("ing", "ed")) or len(word) <= _SHORT or low + 1 >= high or tokens.in_name(low + 1):
        return False
    return tokens.lows[low + 1] in _NO_NOUN | DETERMINERS | _OBJECTIVE


def _is_plural(tokens: Tokens, description: Source) -> bool:
    """Whether a description without a determiner has a plural before its complement: "lawyers for the singer"."""
    k = tokens.at(description.start)
    if tokens.lows[k] in DETERMINERS:
        return False
    while k < len(tokens.lows) and tokens.ends[k] <= description.end and tokens.lows[k] not in PREPOSITIONS:
        k += 1
    return tokens.ends[k - 1] < description.end and tokens.lows[k - 1].endswith("s")


def main_subject(tokens: Tokens, low: int, high: int) -> Source | None:
    """The subject of the sentence whose tokens are ``low`` to ``high``: a name or pronoun that opens one of its parts.

    Where none does, it is the first noun phrase that is no adjunct.
    """
    while low < high and not tokens.words[low][0].isalnum():
        low += 1
    described: Source | None = None
    for a, b in _chunks_forward(tokens, low, high):
        start = a
        while start < b and tokens.lows[start] in CONJUNCTIONS:
            start += 1
        if start + 1 == b and is_adverb(tokens.lows[start]):
            continue
        if start >= b or tokens.lows[start] in SUBORDINATORS or tokens.lows[start] in PREPOSITIONS:
            continue
        source = _clause_subject(tokens, start, b)
        if source is not None and source.form != "description":
            return source
        described = described or source
    return described


def _clause_subject(tokens: Tokens, start: int, high: int) -> Source | None:
    """The noun phrase that opens a clause."""
    word = tokens.lows[start]
    if word in _PERSONAL:
        return Source(tokens.starts[start], tokens.ends[start], "pronoun", None)
    if word in RELATIVES or not word[0].isalnum():
        return None
    participle = word.endswith("ing") and len(word) > _SHORT
    if word not in DETERMINERS and (participle or (tokens.words[start].islower() and word in cues.verbs())):
        return None
    end, verb = _phrase_end(tokens, start, high)
    inside = tokens.within(tokens.starts[start], tokens.ends[high - 1])
    if inside and tokens.at(inside[0].lead) == start and not is_possessive(tokens.text, inside[0].end):
        after = tokens.at(inside[0].end)
        if len(inside) > 1 and tokens.at(inside[1].lead) == after + 1 and is_role(tokens.words[after]):
            return Source(inside[1].start, inside[1].end, "name", inside[1])  # "Station manager NAME"
        if not verb or after >= end:
            return Source(inside[0].start, inside[0].end, "name", inside[0])
    return phrase_head(tokens, start, end) if end > start else None


def _chunks_forward(tokens: Tokens, low: int, high: int) -> list[tuple[int, int]]:
    chunks: list[tuple[int, int]] = []
    start = low
    for k in range(low, high):
        if tokens.words[k] in ",;:—–―" or tokens.words[k][0] == PLACEHOLDER:
            if start < k:
                chunks.append((start, k))
            start = k + 1
    if start < high:
        chunks.append((start, high))
    return chunks[:6]


def _phrase_end(tokens: Tokens, start: int, high: int) -> tuple[int, bool]:
    """Where the noun phrase that starts a clause gives way to its verb, and whether it does."""
    forms = cues.verbs()
    covered = start
    for name in tokens.within(tokens.starts[start], tokens.ends[high - 1]):
        if tokens.at(name.lead) <= start:
            covered = tokens.at(name.end)
            break
    for k in range(max(start + 1, covered), min(high, start + 14)):
        word = tokens.lows[k]
        if k > start and tokens.lows[k - 1] in ARTICLES:
            continue  # "The judge", "his plan".
        if (
            word in cues.words("auxiliaries")
            or word in forms
            or word in cues.words("finite")
            or (tokens.words[k].islower() and ends_in_past(word))
        ):
            return step_back(tokens, k, start) + 1, True
        if word in RELATIVES:
            return k, False
    return min(high, max(covered, start + MAX_DESCRIPTION_WORDS)), False


def _possesses(tokens: Tokens, k: int, high: int) -> bool:
    """Whether the "her" at ``k`` belongs to a noun: "said her editor", not "according to her on Monday"."""
    if tokens.lows[k] != "her" or k + 1 >= high or not tokens.words[k + 1][0].isalpha():
        return False
    return tokens.lows[k + 1] not in _NO_NOUN


def phrase_after(tokens: Tokens, low: int, high: int) -> Source | None:
    """The noun phrase that starts at token index ``low``, behind an inverted verb or "according to"."""
    if low >= high:
        return None
    if tokens.lows[low] in _OBJECTIVE and not _possesses(tokens, low, high):
        return Source(tokens.starts[low], tokens.ends[low], "pronoun", None)
    chunks = _chunks_forward(tokens, low, high)
    if not chunks:
        return None
    described: Source | None = None
    for a, b in chunks[:3]:
        cut = next((k for k in range(a + 1, b) if tokens.lows[k] in STOPS_AFTER), b)
        while cut > a and tokens.words[cut - 1] in ".!?":
            cut -= 1
        source = phrase_head(tokens, a, cut) if tokens.lows[a] not in _NO_SUBJECT else None
        if source is None:
            if described is None:
                return None
            continue
        if (
            source.form == "name"
            and source.name is not None
            and (described is None or stands_alone(tokens, source.name, cut))
        ):
            return source
        if source.form == "pronoun":
            break
        if described is not None:
            break
        described = source
    return described


def aside_start(tokens: Tokens, low: int, k: int) -> int | None:
    """Where an aside between dashes starts that ends before the verb at ``k``: "NAME - in a speech - said"."""
    stop = step_back(tokens, k, low)
    if stop <= low or tokens.words[stop] not in DASHES:
        return None
    return next((j for j in range(stop - 1, low, -1) if tokens.words[j] in DASHES), None)
