"""Which acts of two articles are contrary: one is denied, or the two exclude each other.

Two acts are held against each other by their words: by one root, or by words of one kind or of kinds that exclude each
other in the table ``contraries``, prefixes that deny, and adjectives of contrary meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from ..entities.contraries import Phrase, akin, contrary, exclusive, lemmas, without_prefix
from ..entities.roots import root
from ..entities.synonyms import synonyms
from ..knowledge import words as listed
from .acts import Act, acts_of
from .slots import Page

NEGATED: Literal["negated"] = "negated"
EXCLUDED: Literal["excluded"] = "excluded"
"""How two acts are contrary, and the evidence of a link of them: one is denied, or the two exclude each other."""

MOST = 50
"""Acts of an article, of one word, that are held against one of another article."""

KNOWN = 1 << 14
"""Words and phrases that are remembered with those that exclude them."""


class Pair(NamedTuple):
    """Two contrary acts of two articles, a denied one first."""

    kind: Literal["negated", "excluded"]
    one: Act
    other: Act
    of_one: Acts
    of_other: Acts


class Acts:
    """The acts of an article, by their words and by the phrases of the table of contraries."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all = [act for act in acts_of(page) if not act.unsure]
        self.by_root: defaultdict[str, list[Act]] = defaultdict(list)
        self.by_phrase: defaultdict[Phrase, list[Act]] = defaultdict(list)
        self.adjectives = [act for act in self.all if act.is_adjective]
        for act in self.all:
            for own in _roots_of(act):
                self.by_root[own].append(act)
            for phrase in act.phrases:
                self.by_phrase[phrase].append(act)

    def denying(self, act: Act) -> Iterator[Act]:
        """The acts of which one is denied and the other isn't, of one word, or of words of one kind."""
        found = [self.by_root.get(own, [])[:MOST] for own in _roots_of(act)]
        found += [self.by_phrase.get(other, [])[:MOST] for own in act.phrases for other in _alike(own)]
        return (other for other in dict.fromkeys(chain(*found)) if other.denied != act.denied)

    def excluding(self, act: Act) -> Iterator[Act]:
        """The acts that exclude one, where neither is denied."""
        own = () if act.denied else act.phrases
        found = (self.by_phrase.get(other, [])[:MOST] for phrase in own for other in _excluded_by(phrase))
        return (other for other in dict.fromkeys(chain(*found)) if not other.denied)


def _roots_of(act: Act) -> set[str]:
    """The roots by which an act is known: of its word, and of its object where that tells the act ("made an offer")."""
    object_tells = act.kind == "verb" and act.object and act.root in _supporting()
    return {act.root, act.concept, *((act.object,) if object_tells else ())}


@cache
def _supporting() -> frozenset[str]:
    """The roots of the verbs whose object tells the act."""
    return frozenset(map(root, listed("acts", "support")))


@lru_cache(KNOWN)
def _alike(phrase: Phrase) -> frozenset[Phrase]:
    """The words and phrases that tell much the same: of one kind in the table of contraries, or synonyms."""
    return akin(phrase) | {(other,) for word in phrase[:1] if len(phrase) == 1 for other in synonyms(word)}


@lru_cache(KNOWN)
def _excluded_by(phrase: Phrase) -> frozenset[Phrase]:
    """The words and phrases that exclude one: by the table, or by a prefix that denies it."""
    found = set(exclusive().get(phrase, ()))
    if len(phrase) == 1:
        found |= {(base,) for word in without_prefix(phrase[0]) for base in lemmas(word)}
    return frozenset(found)


def pairs_of(xs: Acts, ys: Acts) -> Iterator[Pair]:
    """The pairs of contrary acts of two articles, but for two quotations, whose wordings are compared."""
    found: dict[tuple[int, int], Pair] = {}
    for x in xs.all:
        for y in ys.denying(x):
            found[id(x), id(y)] = Pair(NEGATED, x, y, xs, ys) if x.denied else Pair(NEGATED, y, x, ys, xs)
        for y in (*ys.excluding(x), *_opposite(x, ys)):
            found[id(x), id(y)] = Pair(EXCLUDED, x, y, xs, ys)
    for y in ys.all:
        for x in xs.excluding(y):
            found[id(x), id(y)] = Pair(EXCLUDED, x, y, xs, ys)
    return (pair for pair in found.values() if not (pair.one.spoken and pair.other.spoken))


def _opposite(x: Act, ys: Acts) -> Iterator[Act]:
    """The adjectives behind "be" that are of contrary meaning, where neither is denied."""
    if x.is_adjective and not x.denied:
        yield from (y for y in ys.adjectives[:MOST] if not y.denied and contrary(x.low, y.low))
