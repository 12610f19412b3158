"""Names that two articles of a story give with another word in one place: "the Golden Vale", "the Golden Veil".

What stands beside the word, before it or behind, is the same in both, and each article knows just one of the two words.
Letters tell whether the two are of one name; where they don't, both neighbours must be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from ..entities.genders import is_given_name, known_gender
from ..entities.name_relation import relate_names
from ..entities.names import same_person
from ..entities.roles import role_phrases
from ..entities.roots import root
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Claim, Group, Link, Span
from ..text import folded_words, without_possessive
from .clauses import Sentence
from .clusters import event_group
from .people import person_of
from .slips import is_slip
from .slots import Page

VARIANT = "variant"
"""The evidence of a link of two names that differ in a word: how sure they are of one."""

ALIKE, LESS_ALIKE, LIKELY = 0.6, 0.4, 0.2
"""How sure two names are of one where the words are much alike and in a person's name or between the same words, where
two given names begin alike, and where other words do, or those of persons of two roles: of 240 pairs of names in
stories that were read, nearly all of the first and most of the others are of one."""

MUCH, BEGINNING = 0.85, 0.75
"""Jaro-Winkler likeness from which on two words are much alike, and two with one first letter."""

SHORTEST = 3
"""Letters of the shortest word that is looked at."""

_SMALL = "…"
"""What tells a word for what is named from one of a name."""

MOST = 40
"""Words of a story with one neighbour that are held against each other."""


class Key(NamedTuple):
    """A word of names, and whether it stands behind the word that may differ."""

    word: str
    behind: bool


@dataclass(eq=False)
class Named:
    """A word of a name where an article writes it first beside another, with the name around it."""

    claim: Claim
    page: Page
    sentence: Sentence
    first: int
    last: int

    @cached_property
    def span(self) -> Span:
        """The whole name, without a possessive ending."""
        at = self.last - 1
        return Span(
            start=self.sentence.starts[self.first],
            end=self.sentence.starts[at] + len(without_possessive(self.sentence.words[at])),
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that its article gives a person of this name."""
        own, titled = set(self.lows), ((person_of(c), c.title) for c in self.page.claims if c.title)
        return frozenset(title.head for who, title in titled if who and set(folded_words(who.name)) == own)

    @property
    def lows(self) -> list[str]:
        """The words of the name, folded."""
        return [_low(self.sentence, at) for at in range(self.first, self.last)]


Words = Mapping[str, Mapping[str, Named]]
"""The words beside a key, each with where it stands first in each article."""


def group_name_variants(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each two names of one thing, in two articles of one story, that differ in a word."""
    by_id = {page.article.id: page for page in pages}
    small = {low for page in pages for low in _small(page)}
    found: defaultdict[tuple[str, str], list[tuple[Key, Named, Named]]] = defaultdict(list)
    for key, words in _beside(pages).items():
        for one, other in combinations(sorted(words)[:MOST], 2):
            if _is_pair(one, other, words, by_id) and small.isdisjoint((one, other)):
                x, y = words[one][min(words[one])], words[other][min(words[other])]
                if _agree(one, other, x, y):
                    found[one, other].append((key, x, y))
    for (one, other), met in sorted(found.items()):
        sure = _sure(one, other, met)
        _, x, y = met[0]
        if sure and not same_person(" ".join(x.lows), " ".join(y.lows)):
            link = Link(a=x.claim.id, b=y.claim.id, score=sure, evidence={VARIANT: sure}, values=(x.span, y.span))
            yield event_group([x.claim.id, y.claim.id], [link], f"{VARIANT}:{one}/{other}")


def _beside(pages: Iterable[Page]) -> dict[Key, Words]:
    """The words that stand in names beside each word of a name, or behind a word for what is named: "the tug NAME"."""
    found: defaultdict[Key, defaultdict[str, dict[str, Named]]] = defaultdict(lambda: defaultdict(dict))
    for page in pages:
        for sentence in page.clauses.sentences:
            for first, last in _names(sentence):
                for key, at in _keys(sentence, first, last):
                    word = _low(sentence, at)
                    if page.article.id in found[key][word] or not (_tells(key.word) and _tells(word)):
                        continue
                    claim = page.statement(sentence.starts[at])
                    if claim is not None:
                        found[key][word][page.article.id] = Named(claim, page, sentence, first, last)
    return {key: {word: met for word, met in words.items() if met} for key, words in sorted(found.items())}


def _keys(sentence: Sentence, first: int, last: int) -> Iterator[tuple[Key, int]]:
    """The words of a name by what stands beside them, with the place of each."""
    if first and sentence.roots[first - 1] and sentence.words[first - 1][0].islower():
        yield Key(f"{sentence.lows[first - 1]} {_SMALL}", False), first
    large = [k for k in range(first, last) if sentence.words[k][0].isupper()]
    for a, b in pairwise(large):
        yield Key(_low(sentence, b), True), a
        yield Key(_low(sentence, a), False), b


def _is_pair(one: str, other: str, words: Words, by_id: Mapping[str, Page]) -> bool:
    """Whether two words may be of one name: no article knows both, and none has more words beside the same one."""
    a, b = words[one].keys(), words[other].keys()
    if any(other in by_id[article].words for article in a) or any(one in by_id[article].words for article in b):
        return False
    rivals = sum(not (a | b).isdisjoint(met) for met in words.values())
    return rivals == len((one, other)) or _much_alike(one, other)


def _agree(one: str, other: str, x: Named, y: Named) -> bool:
    """Whether the other words of two names are the same, as far as both have more, or begin alike."""
    a, b = set(x.lows) - {one}, set(y.lows) - {other}
    return a <= b or b <= a or sorted(word[0] for word in a - b) == sorted(word[0] for word in b - a)


def _sure(one: str, other: str, met: Sequence[tuple[Key, Named, Named]]) -> float:
    """How sure two words are of one name, by their letters and what stands beside them; 0 where they hardly are."""
    own = [key for key, _, _ in met if not key.word.endswith(_SMALL)]
    much, apart = _much_alike(one, other), any(x.roles and y.roles and x.roles.isdisjoint(y.roles) for _, x, y in met)
    if _are_forms(one, other) or not (much or (one[0] == other[0] and own) or len(own) > 1):
        return 0.0
    between = len({key.behind for key in own}) > 1
    if much and (between or any(_is_person(key, one, other) for key in own)):
        return LIKELY if apart else ALIKE
    if JaroWinkler.similarity(one, other) >= MUCH and "-" not in one + other:
        return ALIKE
    if not much and not _generic().isdisjoint(key.word for key in own):
        return 0.0
    family = any(key.behind and _is_person(key, one, other) for key in own)
    return LESS_ALIKE if family and not apart else LIKELY


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one, two words for bodies or places, of two genders, or a slip, told elsewhere."""
    forms = root(one) == root(other) or one.startswith(other) or other.startswith(one) or {one, other} <= _generic()
    genders = {known_gender(one), known_gender(other)} == {"male", "female"}
    return forms or genders or is_slip(one, other) or relate_names(one, other).kind in ("same", "house", "transposed")


def _is_person(key: Key, one: str, other: str) -> bool:
    """Whether a name is a person's by its given name: one of the two words, or the word before them."""
    return is_given_name(one) or is_given_name(other) if key.behind else is_given_name(key.word)


def _much_alike(one: str, other: str) -> bool:
    """Whether two words are alike by their letters: one letter apart, or nearly so."""
    likeness = JaroWinkler.similarity(one, other)
    return likeness >= (BEGINNING if one[0] == other[0] else MUCH) or OSA.distance(one, other, score_cutoff=1) <= 1


def _names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The names of a sentence: words written large in a row, with the particles between them, without a title."""
    k = 0
    while k < len(sentence.words):
        first = k
        while k < len(sentence.words) and (_is_large(sentence, k) or (k > first and _joins(sentence, k))):
            k += 1
            if without_possessive(sentence.words[k - 1]) != sentence.words[k - 1]:
                break
        roles = [at for at in range(first, k) if _is_role(sentence.lows[at])]
        first = roles[-1] + 1 if roles and roles[-1] + 1 < k else first
        if k - first > 1 or (k > first > 0):
            yield first, k
        k = max(k, first + 1)


def _joins(sentence: Sentence, at: int) -> bool:
    joins = sentence.lows[at] in _particles() and at + 1 < len(sentence.words)
    return joins and _is_large(sentence, at + 1)


def _is_large(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word[0].isupper() and not word.isupper() and bool(sentence.roots[at])


def _low(sentence: Sentence, at: int) -> str:
    return without_possessive(sentence.lows[at])


def _small(page: Page) -> Iterator[str]:
    """The words that an article writes small."""
    for sentence in page.clauses.sentences:
        yield from (low for low, word in zip(sentence.lows, sentence.words, strict=True) if word[0].islower())


def _tells(word: str) -> bool:
    """Whether a word may tell one name from another: no role, no abbreviation and no word for streets."""
    return len(word) >= SHORTEST and not _is_role(word) and word not in _said_otherwise()


def _is_role(word: str) -> bool:
    """Whether a word is a role before a name; one in the plural may be of a body's name: "Growers' Union"."""
    role = role_phrases().get(word)
    return role is not None and (role == word or not word.endswith("s"))


@cache
def _said_otherwise() -> frozenset[str]:
    """Words of names that are no names themselves, and that articles write in several ways: "Avenue", "Ave"."""
    names = load("names")["words"]
    listed_words = (names["calendar"], names["demonyms"])
    return (
        frozenset(" ".join(listed_words).split())
        | listed("number_names", "streets")
        | frozenset(load("abbreviations")["words"])
    )


@cache
def _generic() -> frozenset[str]:
    """Words for bodies and places, which names of different ones share."""
    names = load("names")["words"]
    return frozenset((names["organizations"] + " " + names["places"] + " " + names["place_starts"]).split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("names")["words"]["particles"].split())
