"""Words that exclude each other, by their base forms: approve and reject, lawful and unlawful, east and west."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, permutations

from ..knowledge import load

_VOWELS = frozenset("aeiou")
_STEM = 2
"""Least letters of a base form behind an ending."""


@lru_cache(maxsize=1 << 14)
def lemmas(word: str) -> frozenset[str]:
    """The base forms that a word in small letters may have, itself among them: "denied" may be "deny".

    Regular endings are cut by rule, irregular forms looked up. A rule may give forms that are no word; nothing asks for
    those.
    """
    return frozenset({word, *_irregular().get(word, ()), *(base for base in _bases(word) if len(base) >= _STEM)})


def _bases(word: str) -> Iterator[str]:
    for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("'s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            yield word.removesuffix(ending) + instead
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e")
            if len(stem) > _STEM and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                yield stem[:-1]


@cache
def _irregular() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for lemma, forms in load("antonyms")["irregular"].items():
        for form in forms.split():
            found[form].add(lemma)
    return {form: frozenset(bases) for form, bases in found.items()}


def same_word(one: str, other: str) -> bool:
    """Whether two words in small letters can be forms of one: "border" and "borders", "said" and "saying"."""
    return not lemmas(one).isdisjoint(lemmas(other))


@lru_cache(maxsize=1 << 14)
def contrary(one: str, other: str) -> bool:
    """Whether two words in small letters, in any form, are of contrary meaning."""
    if one == other:
        return False
    bases = lemmas(other)
    return any(not _contraries(base).isdisjoint(bases) for base in lemmas(one))


@lru_cache(maxsize=1 << 14)
def _contraries(lemma: str) -> frozenset[str]:
    """The base forms of contrary meaning."""
    found = {*_antonyms().get(lemma, ()), *_excluded().get((lemma,), ())}
    if lemma.endswith("ly"):
        found |= {f"{other}ly" for other in _antonyms().get(lemma.removesuffix("ly"), ())}
    return frozenset(found)


def prefixed(one: str, other: str) -> bool:
    """Whether one of two words in small letters is the other with a prefix that denies it: "hurt" and "unhurt"."""
    for word, longer in ((one, other), (other, one)):
        if any(same_word(base, word) for base in without_prefix(longer)):
            return True
    return False


def without_prefix(word: str) -> frozenset[str]:
    """What a word in small letters denies by its prefix: "hurt" of "unhurt"; nothing where it has none that does."""
    bases = ((word.removeprefix(prefix), words) for prefix, words in _denied().items() if word.startswith(prefix))
    return frozenset(
        base for base, words in bases if base.removesuffix("ly") in words or not lemmas(base).isdisjoint(words)
    )


@cache
def _denied() -> dict[str, frozenset[str]]:
    table = load("antonyms")["prefixes"]
    return {prefix: frozenset(chain.from_iterable(map(lemmas, words.split()))) for prefix, words in table.items()}


@cache
def _antonyms() -> dict[str, set[str]]:
    table = load("antonyms")
    pairs = [tuple(pair.split("/")) for pair in table["pairs"].split()]
    pairs += [(word, prefix + word) for prefix, words in table["prefixes"].items() for word in words.split()]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return dict(found)


Phrase = tuple[str, ...]
"""A word, or some in a row, as base forms; "_" stands for a word or two."""


@cache
def exclusive() -> dict[Phrase, frozenset[Phrase]]:
    """The acts and states of the table ``contraries``, each with those that exclude it."""
    found: defaultdict[Phrase, set[Phrase]] = defaultdict(set)
    for _, _, kinds in _lines():
        for kind, other in permutations(kinds, 2):
            for phrase in kind:
                found[phrase] |= set(other)
    return {phrase: frozenset(others) for phrase, others in found.items()}


def _lines() -> Iterator[tuple[str, int, list[list[Phrase]]]]:
    """The lines of the table, by their field and number, each with its kinds."""
    for field, lines in load("contraries").items():
        if isinstance(lines, str) and field not in ("source", "licence"):
            for number, line in enumerate(lines.strip().splitlines()):
                yield field, number, [[tuple(phrase.split()) for phrase in kind.split(",")] for kind in line.split("/")]


@cache
def _kinds() -> dict[Phrase, frozenset[tuple[str, int, int]]]:
    """The kinds of acts and states that each word or phrase of the table is of."""
    found: defaultdict[Phrase, set[tuple[str, int, int]]] = defaultdict(set)
    for field, number, kinds in _lines():
        for at, kind in enumerate(kinds):
            for phrase in kind:
                found[phrase].add((field, number, at))
    return {phrase: frozenset(own) for phrase, own in found.items()}


def akin(phrase: Phrase) -> frozenset[Phrase]:
    """The words and phrases of the table that are of one kind of acts or states with one of it, itself among them."""
    return _akin().get(phrase, frozenset())


@cache
def _akin() -> dict[Phrase, frozenset[Phrase]]:
    members: defaultdict[tuple[str, int, int], set[Phrase]] = defaultdict(set)
    for phrase, kinds in _kinds().items():
        for kind in kinds:
            members[kind].add(phrase)
    return {phrase: frozenset().union(*(members[kind] for kind in kinds)) for phrase, kinds in _kinds().items()}


def kin(one: Phrase, other: Phrase) -> bool:
    """Whether two words or phrases are of one kind of acts or states: "passed" and "approved"."""
    kinds = [
        frozenset().union(*(_kinds().get(form, frozenset()) for form in forms_of(phrase))) for phrase in (one, other)
    ]
    return not kinds[0].isdisjoint(kinds[1])


def forms_of(phrase: Phrase) -> list[Phrase]:
    """A phrase as the table may hold it: a single word in each base form that it may have."""
    return [phrase] if len(phrase) > 1 else [(base,) for base in sorted(lemmas(phrase[0]))]


@cache
def _excluded() -> dict[Phrase, set[str]]:
    """Those of single words."""
    return {phrase: {other[0] for other in others if len(other) == 1} for phrase, others in exclusive().items()}
