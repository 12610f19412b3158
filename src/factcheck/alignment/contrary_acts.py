"""Which acts of two articles are contrary: one is denied, or the two exclude each other.

Two acts are held against each other by their words: by one root, or by words of one kind or of kinds that exclude each
other in the table ``contraries``, prefixes that deny, and adjectives of contrary meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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

Key = str | Phrase
"""What acts are held against each other by: the root of a word, or a word or phrase of the table, as base forms."""


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
        self.adjectives = [act for act in self.all if act.is_adjective]
        known: defaultdict[Key, list[Act]] = defaultdict(list)
        self._akin: dict[Act, frozenset[Key]] = {}
        """The words and phrases of much the same meaning as each act."""
        self._excluded: dict[Act, frozenset[Key]] = {}
        """Those that exclude each act."""
        for act in self.all:
            roots = _roots_of(act)
            for own in chain(roots, act.phrases):
                known[own].append(act)
            self._akin[act] = roots.union(*map(_alike, act.phrases))
            excluded = frozenset[Key]() if act.denied else frozenset().union(*map(_excluded_by, act.phrases))
            if excluded:
                self._excluded[act] = excluded
        first = {key: acts[:MOST] for key, acts in known.items()}
        self._told = _parts(first, denied=False)
        self._denied = _parts(first, denied=True)

    def denying(self, act: Act) -> list[Act]:
        """The acts of its article that deny an act, or that it denies, of one word or of words of one kind."""
        return _found(self._told if act.denied else self._denied, self._akin[act])

    def excluding(self, act: Act) -> list[Act]:
        """The acts of its article that exclude an act, where neither is denied."""
        return _found(self._told, self._excluded.get(act, frozenset()))

    def denied_by(self, other: Acts) -> Iterator[tuple[Act, Act]]:
        """The pairs of acts of two articles as `denying` has them, in the order of this one."""
        for act, keys in self._akin.items():
            yield from ((act, one) for one in _found(other._told if act.denied else other._denied, keys))

    def excluded_by(self, other: Acts) -> Iterator[tuple[Act, Act]]:
        """The pairs of acts of two articles as `excluding` has them, in the order of this one."""
        for act, keys in self._excluded.items():
            yield from ((act, one) for one in _found(other._told, keys))


def _parts(acts: Mapping[Key, Sequence[Act]], denied: bool) -> dict[Key, list[Act]]:
    """Those of acts by their words that are denied, or that are not."""
    parts = ((key, [act for act in own if act.denied == denied]) for key, own in acts.items())
    return {key: own for key, own in parts if own}


def _found(acts: Mapping[Key, Sequence[Act]], keys: frozenset[Key]) -> list[Act]:
    """The acts known by one of these words and phrases, in order."""
    if acts.keys().isdisjoint(keys):
        return []
    return sorted({act for key in keys for act in acts.get(key, ())}, key=_place)


def _place(act: Act) -> tuple[int, int]:
    return act.number, act.at


def _roots_of(act: Act) -> frozenset[Key]:
    """The roots by which an act is known: of its word, and of its object where that tells the act ("made an offer")."""
    object_tells = act.kind == "verb" and act.root in _supporting() and act.object
    return frozenset((act.root, act.concept, *((act.object,) if object_tells else ())))


@cache
def _supporting() -> frozenset[str]:
    """The roots of the verbs whose object tells the act."""
    return frozenset(map(root, listed("acts", "support")))


@lru_cache(KNOWN)
def _alike(phrase: Phrase) -> frozenset[Key]:
    """The words and phrases that tell much the same: of one kind in the table of contraries, or synonyms."""
    return akin(phrase) | {(other,) for word in phrase[:1] if len(phrase) == 1 for other in synonyms(word)}


@lru_cache(KNOWN)
def _excluded_by(phrase: Phrase) -> frozenset[Key]:
    """The words and phrases that exclude one: by the table, or by a prefix that denies it."""
    found = set(exclusive().get(phrase, ()))
    if len(phrase) == 1:
        found |= {(base,) for word in without_prefix(phrase[0]) for base in lemmas(word)}
    return frozenset(found)


def pairs_of(xs: Acts, ys: Acts) -> Iterator[Pair]:
    """The pairs of contrary acts of two articles, but for two quotations, whose wordings are compared."""
    met = [
        *((x, Pair(NEGATED, x, y, xs, ys) if x.denied else Pair(NEGATED, y, x, ys, xs)) for x, y in xs.denied_by(ys)),
        *((x, Pair(EXCLUDED, x, y, xs, ys)) for x, y in chain(xs.excluded_by(ys), _opposite(xs, ys))),
    ]
    met.sort(key=lambda row: _place(row[0]))
    met += ((x, Pair(EXCLUDED, x, y, xs, ys)) for y, x in ys.excluded_by(xs))
    found = {(id(pair.one), id(pair.other)): pair for _, pair in met}
    return (pair for pair in found.values() if not (pair.one.spoken and pair.other.spoken))


def _opposite(xs: Acts, ys: Acts) -> Iterator[tuple[Act, Act]]:
    """The pairs of adjectives behind "be" that are of contrary meaning, where neither is denied."""
    for x in xs.adjectives:
        if not x.denied:
            yield from ((x, y) for y in ys.adjectives[:MOST] if not y.denied and contrary(x.low, y.low))
