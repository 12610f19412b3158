"""Which words are forms of one: inflections, and the nouns and adjectives derived from a verb.

"Erupted" and "eruption" have one root, and so have "sold" and "sale". Endings are taken off by a list, which is right
often enough to compare two clauses by; what no ending tells stands in a table.
"""

from __future__ import annotations

from functools import cache, lru_cache

from ..knowledge import load

SHORTEST, LONG = 3, 5
"""Least letters that are left of a word behind an ending of inflection, and behind one of derivation."""


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """The root of a folded word: the same for its inflections and for most words derived from it."""
    word = word.removesuffix("'s").replace("'", "")
    if (known := _irregular().get(word)) is not None:
        return known
    left = _without(word, _endings("inflections"), SHORTEST)
    if (known := _irregular().get(left)) is not None:
        return known
    return _final(_without(left, _endings("derivations"), LONG))


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    if word.endswith("ss") or not word.endswith(endings):  # So it is for most words.
        return word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
    return word


def _final(word: str) -> str:
    """The word without the letters at its end that come and go: silent vowels, "at", the second of two consonants."""
    if (len(word) > SHORTEST and word[-1] in "eyi") or (
        len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeious"
    ):
        word = word[:-1]
    return word[:-2] if len(word) > LONG and word.endswith("at") else word


@lru_cache(maxsize=1 << 17)
def concept(word: str) -> str:
    """The root of a folded word, or that of the word that stands for its near synonyms."""
    found = root(word)
    return _synonyms().get(found, found)


@cache
def _synonyms() -> dict[str, str]:
    """The root that stands for each root of a group of near synonyms; the first group that has it counts."""
    found: dict[str, str] = {}
    for group in load("near_synonyms")["groups"]:
        roots = [root(word) for word in group.split()]
        for own in roots:
            found.setdefault(own, roots[0])
    return found


def is_past(word: str) -> bool:
    """Whether a folded word has the form of a verb's past or participle: "signed", "sold"."""
    return (len(word) > LONG - 1 and word.endswith("ed")) or word in _past()


@cache
def _past() -> frozenset[str]:
    return frozenset(form for forms in load("word_forms")["verbs"].values() for form in forms.split())


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(load("word_forms")[name])


@cache
def _irregular() -> dict[str, str]:
    """The root of each irregular form, and of the word that it belongs to."""
    found: dict[str, str] = {}
    for kind in ("verbs", "derived", "nouns"):
        for word, forms in load("word_forms")[kind].items():
            found |= dict.fromkeys((word, *forms.split()), _final(word))
    return found
