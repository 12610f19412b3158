"""Closed classes of English words, from the table of grammar, each as a set."""

from __future__ import annotations

from ..knowledge import load


def _words(name: str) -> frozenset[str]:
    return frozenset(load("grammar")[name].split())


PRONOUNS = _words("pronouns")
DETERMINERS = _words("determiners")
SUBORDINATORS = _words("subordinators")
CONJUNCTIONS = _words("conjunctions")
PREPOSITIONS = _words("prepositions")
CLAUSE_OPENERS = _words("clause_openers")
RELATIVES = _words("relatives")
BE = _words("be")
FINITE = _words("finite")
STOPS_AFTER = _words("stops_after")
TIMES = _words("times")
TIMES_ALONE = _words("times_alone")
DATING = _words("dating")
ADJUNCTS = _words("adjuncts")
PARTICLES = _words("particles")
BEFORE_PARTICIPLES = _words("before_participles") | {",", ""}
COMPLEMENTIZERS = _words("complementizers")
NUMBERING = _words("numbering")
ASIDES = _words("asides")
QUANTIFIERS = _words("quantifiers")
DASHES = frozenset(("-", "--", "–", "—", "―"))
POSSESSIVES = frozenset(("his", "her", "its", "their"))
ARTICLES = POSSESSIVES | {"the", "a", "an"}
"""Words that a noun or its attribute follows, and no finite verb."""
BREAKS = _words("breaks")
NOMINATIVES = frozenset(
    pronoun + ending
    for pronoun in ("he", "she", "they", "it", "i", "we", "you", "there")
    for ending in ("", *(mark + rest for mark in "'’" for rest in ("s", "d", "ll", "ve", "re", "m")))
)
OBJECTS = _words("objects")
EMPTY = (
    PRONOUNS
    | DETERMINERS
    | SUBORDINATORS
    | CONJUNCTIONS
    | PREPOSITIONS
    | RELATIVES
    | BE
    | PARTICLES
    | NOMINATIVES
    | OBJECTS
)
"""Words that say nothing by themselves."""
