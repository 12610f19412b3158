"""The words of a text with their places, and which of them are used as verbs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate, compress, count

from ..knowledge import load
from . import cues
from .grammar import (
    ARTICLES,
    BE,
    COMPLEMENTIZERS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    TIMES,
    TIMES_ALONE,
)
from .name_words import Name

_SHORTEST_ADVERB = 4
"""Letters of the longest words in -ly that are no adverbs, as "only" is none of manner."""
_TOKEN = re.compile(r"(\w++(?:[-'’.]\w++)*+|\ufffc++|[^\w\s])")
_BEFORE_NOUNS = DETERMINERS | (PREPOSITIONS - {"to"})
_AFTER_VERBS = COMPLEMENTIZERS | PRONOUNS | DETERMINERS | {"to"}


_SHORTEST_PAST = 3
"""Letters of the longest words in -ed that are no past tense: "bed"."""


class Tokens:
    """The words and names of a text with positions, found once; looked up by position."""

    def __init__(self, text: str, names: list[Name]) -> None:
        self.text = text
        self._names = names
        self._name_starts = [n.start for n in names]
        # Tokens and the gaps between them by turns: their lengths add up to their places.
        pieces = _TOKEN.split(text)
        places = list(accumulate(map(len, pieces)))
        self.words: list[str] = pieces[1::2]
        self.lows = list(map(str.lower, self.words))
        self.starts: list[int] = places[:-1:2]
        self.ends: list[int] = places[1::2]
        forms, attitudes = cues.verbs(), cues.attitude_words()
        told = [(k, self.lows[k]) for k in compress(count(), map(cues.reporting_words().__contains__, self.lows))]
        self.verbs = [k for k, word in told if word in forms]
        """Indices of the words that are forms of reporting verbs."""
        self.attitudes = [k for k, word in told if word in attitudes]
        """Indices of the adjectives and nouns that tell an attitude."""

    def at(self, position: int) -> int:
        """Index of the first token that starts at or behind ``position``."""
        return bisect_left(self.starts, position)

    def in_name(self, k: int) -> bool:
        """Whether the token at ``k`` is a word or mark of a name."""
        at = self.starts[k]
        last = bisect_right(self._name_starts, at) - 1
        return last >= 0 and at < self._names[last].end

    def within(self, start: int, end: int) -> list[Name]:
        """Names that begin in a range of the text."""
        return self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def reporting(self, low: int, high: int) -> list[int]:
        """Indices from ``low`` to ``high`` of the words that are forms of reporting verbs."""
        return self.verbs[bisect_left(self.verbs, low) : bisect_left(self.verbs, high)]


def is_verb(tokens: Tokens, k: int, verb: cues.Verb) -> bool:
    """Whether the word at ``k`` is used as a verb: many base forms and third persons are nouns, too ("a report")."""
    if tokens.words[k][0].isupper() and not (verb.saying and verb.form in ("past", "s") and _in_headline(tokens, k)):
        return False
    if verb.needs and (k + 1 >= len(tokens.lows) or tokens.lows[k + 1] != verb.needs):
        return False
    if verb.form in ("past", "participle") or k == 0:
        return k == 0 or tokens.lows[k - 1] not in ARTICLES  # "The reported losses" have an attribute.
    return _is_present(tokens, k, verb)


def _is_present(tokens: Tokens, k: int, verb: cues.Verb) -> bool:
    """Whether the word at ``k`` is a verb in its base form, third person or form in -ing, by the word before it."""
    j = k - 1
    while verb.form == "base" and j > 0 and tokens.lows[j].endswith("ly"):
        j -= 1
    before = tokens.lows[j]
    if verb.form == "base" and before in QUANTIFIERS and _opens_complement(tokens, k):
        return True
    if before in _BEFORE_NOUNS or before.endswith(("'s", "’s")):
        return before == "that" and verb.form != "base"
    if verb.form == "base" and tokens.lows[k] in cues.words("also_nouns"):
        plural = before.endswith("s") and not before.endswith(("'s", "’s", "ss"))
        return before in cues.words("auxiliaries") or before in PRONOUNS or before in ("to", "and", "people") or plural
    return True


def _opens_complement(tokens: Tokens, k: int) -> bool:
    """Whether what follows the word at ``k`` can't belong to a noun: "some fear that", "many want to"."""
    following = tokens.lows[k + 1] if k + 1 < len(tokens.lows) else ""
    return following in _AFTER_VERBS


def _in_headline(tokens: Tokens, k: int) -> bool:
    """Whether a word written large stands among such words, as in a headline."""
    around = tokens.words[max(0, k - 1) : k] + tokens.words[k + 1 : k + 3]
    return len(around) == 3 and all(w[0].isupper() or w in ("to", "the", "a", "on", "of") for w in around)


def step_back(tokens: Tokens, k: int, low: int) -> int:
    """Index of the token that ends the subject of the verb at index ``k``; auxiliaries and adverbs are stepped over."""
    lows, auxiliaries = tokens.lows, cues.words("auxiliaries")
    k -= 1
    while k >= low:
        word = lows[k]
        if word == "to" and k - 1 >= low and lows[k - 1] not in (",", "and"):
            k -= 2
        elif tokens.words[k][0].isupper() and tokens.in_name(k):
            break
        elif word in auxiliaries or (is_adverb(word) and tokens.words[k][0].islower()):
            k -= 1
        elif k > low and (before := _time_before(tokens, k)) < k:
            k = before
        else:
            break
    return k


def ends_in_past(word: str) -> bool:
    """Whether a word ends as the past of a regular verb does: "voted", no "bed", no "need"."""
    return len(word) > _SHORTEST_PAST and word.endswith("ed") and word[-3] != "e"


def is_adverb(low: str) -> bool:
    """Whether a word in small letters is an adverb of manner, by its ending: no "family" and no "rally"."""
    return low.endswith("ly") and len(low) > _SHORTEST_ADVERB and low not in _no_adverbs()


@cache
def _no_adverbs() -> frozenset[str]:
    return frozenset(load("clauses")["no_adverbs"].split())


def _time_before(tokens: Tokens, k: int) -> int:
    """Index of the token before the adjunct of time that ends at ``k``: "NAME *on Friday* praised", "*last week*"."""
    word, before = tokens.lows[k], tokens.lows[k - 1]
    if word in TIMES_ALONE:
        return k - 2 if before in ("on", "late", "early") else k - 1
    return k - 2 if word in TIMES and before in ("last", "this", "earlier") else k


def passive(tokens: Tokens, verb: int, low: int) -> bool:
    """Whether the past participle at token index ``verb`` has a form of *be* before it: "was asked"."""
    k = verb - 1
    while k >= low and (tokens.lows[k].endswith("ly") or tokens.lows[k] in ("not", "also", "then", "later", "often")):
        k -= 1
    return k >= low and tokens.lows[k] in BE
