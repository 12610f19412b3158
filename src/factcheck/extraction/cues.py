"""Reporting words: the verbs and phrases that tie words to whoever said them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..knowledge import load


class Verb(NamedTuple):
    """A form of a reporting verb."""

    lemma: str
    saying: bool
    """A verb of saying; otherwise of thinking, wanting or judging."""
    form: str
    """"base", "s", "past", "participle" (where it differs from the past) or "ing"."""
    needs: str = ""
    """The word that must follow for the verb to report: *put it*, *shot back*."""


_VOWELS = "aeiou"


@cache
def verbs() -> dict[str, Verb]:
    """All forms of the reporting verbs, in lower case."""
    table = load("cues")
    irregular: dict[str, str] = table["irregular"]
    forms: dict[str, Verb] = {}
    phrasal: dict[str, str] = table["phrasal"]
    for group in ("saying", "thinking", "phrasal"):
        for lemma in phrasal if group == "phrasal" else table["verbs"][group].split():
            inflected = irregular[lemma].split() if lemma in irregular else _inflect(lemma)
            if len(inflected) == 3:
                inflected = [*inflected[:2], inflected[1], inflected[2]]
            base_is_past = inflected[1] == lemma
            for form, word in zip(("base", "s", "past", "participle", "ing"), (lemma, *inflected), strict=True):
                told = "past" if base_is_past and form == "base" else form
                forms.setdefault(word, Verb(lemma, group != "thinking", told, phrasal.get(lemma, "")))
    return forms


def _inflect(lemma: str) -> list[str]:
    """Third person, past and present participle of a regular verb."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
    if lemma.endswith("e"):
        return [third, f"{lemma}d", f"{lemma[:-1]}ing"]
    return [third, f"{lemma}ed", f"{lemma}ing"]


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of the table's phrases."""
    return frozenset(load("cues")["phrases"][name].split())


@cache
def frame(name: str) -> frozenset[str]:
    """The lemmas of the verbs that a kind of complement may follow: clause, infinitive, directive or object."""
    return frozenset(load("cues")["frames"][name].split())


@cache
def prepositions(lemma: str) -> frozenset[str]:
    """The prepositions that a verb ties what is said with: "called *for*", "referred *to*"."""
    return _prepositions().get(lemma, frozenset())


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    table: dict[str, str] = load("cues")["prepositions"]
    found: dict[str, set[str]] = {}
    for preposition, lemmas in table.items():
        for lemma in lemmas.split():
            found.setdefault(lemma, set()).add(preposition)
    return {lemma: frozenset(words) for lemma, words in found.items()}


@cache
def attitudes(part: str) -> dict[str, frozenset[str]]:
    """The adjectives or nouns ("adjective", "noun") that tell an attitude, with what may follow: "that", "to", "of"."""
    found: dict[str, set[str]] = {}
    table: dict[str, str] = load("cues")["attitudes"][part]
    for following, listed in table.items():
        for word in listed.split():
            found.setdefault(word, set()).add(following)
            if part == "noun":
                found.setdefault(f"{word[:-1]}ies" if word.endswith("y") else f"{word}s", set()).add(following)
    return {word: frozenset(follows) for word, follows in found.items()}


@cache
def attitude_words() -> frozenset[str]:
    """All adjectives and nouns that tell an attitude."""
    return frozenset(attitudes("adjective")) | frozenset(attitudes("noun"))


@cache
def reporting_words() -> frozenset[str]:
    """All words that may report: verbs, and what tells an attitude."""
    return attitude_words().union(verbs())


@cache
def framed() -> frozenset[str]:
    """The lemmas of all verbs that indirect speech may follow."""
    return frozenset(_prepositions()).union(*(frame(name) for name in load("cues")["frames"]))


@cache
def source_phrases() -> re.Pattern[str]:
    """The phrases that the source of a statement follows."""
    phrases = load("cues")["phrases"]["source_follows"]
    # A search that starts with a plain set of letters is fast; the look behind it is for the word's start.
    initials = "".join(sorted({c for p in phrases for c in (p[0], p[0].upper())}))
    rests = "|".join(phrase[1:].replace(" ", r"\s") for phrase in phrases)
    return re.compile(rf"[{initials}](?<!\w.)(?:{rests})\b\s+")
