"""Slips: one word of a name that two articles of a story spell differently, be it a person's, a body's or a place's.

Each article must know just one of the two spellings: whoever writes both means two. What stands beside the word in both
articles, a neighbour in the name or a word of the sentence, tells that they are of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from rapidfuzz.distance import OSA, JaroWinkler

from ..entities.house_spelling import american
from ..entities.roots import root
from ..knowledge import words as listed
from ..models import Claim, Group, Link, Span
from ..text import folded_words, without_possessive
from .clauses import Sentence, told
from .clusters import event_group
from .slots import Page
from .stories import TELLING

SLIP = "slip"
"""The evidence of a link of two spellings: how sure they are of one name."""

BESIDE, SWAPPED, NEAR, FURTHER = 0.8, 0.6, 0.25, 0.15
"""How sure two spellings are of one name: where a neighbour in it is shared, where letters of an acronym are swapped,
where a word of the sentence is shared, and where two are, of words that are further apart."""

LIKE, OPENING = 0.85, 3
"""Jaro-Winkler likeness of words that are further apart, and the letters that both begin with."""

SHORTEST, LONG = 5, 8
"""Letters of a word from which on one letter apart is a slip, and from which on two letters apart are one."""

PLACES = 5
"""The first places of a word in an article that are looked at."""

ACRONYM = range(4, 7)
"""Letters of an acronym whose letters may be swapped."""

MOST = 200
"""The first places of a word in a story that are looked at."""


@dataclass(eq=False)
class Spelled:
    """A word of a name where an article writes it. What is around it is looked up when it is asked for."""

    claim: Claim
    sentence: Sentence
    at: int
    length: int

    @cached_property
    def span(self) -> Span:
        """Where it stands."""
        start = self.sentence.starts[self.at]
        return Span(start=start, end=start + self.length)

    @cached_property
    def beside(self) -> set[str]:
        """The telling words right before and behind it, folded, that are written large, too."""
        told = self.sentence
        places = (k for k in (self.at - 1, self.at + 1) if 0 <= k < len(told.words) and told.is_name(k))
        return {told.lows[k].removesuffix("'s") for k in places}

    @cached_property
    def near(self) -> set[str]:
        """The other telling roots of its sentence."""
        return {word for k, word in enumerate(self.sentence.roots) if word and k != self.at}


Spellings = Mapping[str, Mapping[str, Sequence[Spelled]]]
"""For each word, written large inside a sentence and never small, its places by article."""


def group_slips(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each two spellings of one name in two articles of one story."""
    found = _spellings(pages)
    by_id = {page.article.id: page for page in pages}
    for one, other in _alike(sorted(found)):
        if not _are_both_known(found, one, other, by_id):
            close = is_slip(_folded(one), _folded(other))
            certain = SWAPPED if one.isupper() else 0.0
            met = [
                (max(certain, _sure(x, y) if close else _sure_of_like(x, y)), x, y)
                for x, y in product(_places(found[one]), _places(found[other]))
            ]
            sure, x, y = max(met, key=lambda row: (row[0], row[1].claim.id, row[2].claim.id))
            if sure:
                ends = [(x, y), *_elsewhere(found[one], x, y), *((a, b) for b, a in _elsewhere(found[other], y, x))]
                links = [
                    Link(a=a.claim.id, b=b.claim.id, score=sure, evidence={SLIP: sure}, values=(a.span, b.span))
                    for a, b in ends
                ]
                yield event_group([z.claim.id for pair in ends for z in pair], links, f"{one}/{other}")


def _elsewhere(
    by_article: Mapping[str, Sequence[Spelled]], own: Spelled, other: Spelled
) -> Iterator[tuple[Spelled, Spelled]]:
    """The first place of a spelling in each further article that has it, with the place of the other spelling."""
    for article in sorted(by_article.keys() - {own.claim.article_id}):
        yield by_article[article][0], other


def _are_both_known(found: Spellings, one: str, other: str, by_id: Mapping[str, Page]) -> bool:
    """Whether an article writes both: then they are two names, unless letters of one are swapped there by a slip."""
    knowing = {name: _knows(found[name], rest, by_id) for name, rest in ((one, other), (other, one))}
    return all(knowing.values()) if _is_swapped(one, other) else any(knowing.values())


def _is_swapped(one: str, other: str) -> bool:
    """Whether two words are the same but for two neighbouring letters, swapped, or two acronyms but for their order."""
    if sorted(one) != sorted(other):
        return False
    return one.isupper() or (len(one) >= SHORTEST and OSA.distance(one, other, score_cutoff=1) == 1)


def _knows(articles: Iterable[str], word: str, by_id: Mapping[str, Page]) -> bool:
    """Whether one of these articles has a word anywhere, in whatever letters: in a quotation, too."""
    folded = _folded(word)
    return any(folded in by_id[article].words for article in articles)


def _folded(word: str) -> str:
    return "".join(folded_words(word))


def _places(by_article: Mapping[str, Sequence[Spelled]]) -> list[Spelled]:
    return [place for article in sorted(by_article) for place in by_article[article]][:MOST]


def _spellings(pages: Sequence[Page]) -> Spellings:
    found: defaultdict[str, defaultdict[str, list[Spelled]]] = defaultdict(lambda: defaultdict(list))
    small: set[str] = set()
    inside: set[str] = set()
    for page in pages:
        for sentence in page.clauses.sentences:
            for at, written in enumerate(sentence.words):
                if written[0].islower():
                    small.add(sentence.lows[at])
                    continue
                word = without_possessive(written)
                if not _is_name(sentence, at, word):
                    continue
                if _is_inside(sentence, at):
                    inside.add(word)
                places = found[word][page.article.id]
                claim = page.statement(sentence.starts[at]) if len(places) < PLACES else None
                if claim is not None:
                    places.append(Spelled(claim, sentence, at, len(word)))
    return {
        word: {article: places for article, places in by_article.items() if places}
        for word, by_article in found.items()
        if word in inside and word.lower() not in small and any(by_article.values())
    }


def _is_name(sentence: Sentence, at: int, word: str) -> bool:
    """Whether a word may be one of a name: written large or an acronym, rare, and no post's."""
    told_large = (len(word) >= SHORTEST and word.istitle()) or (len(word) in ACRONYM and word.isupper())
    plain = told_large and word.isalpha() and bool(sentence.roots[at])
    return (
        plain and word.lower() not in listed("title_words", "phrase", "heading") and told(sentence.roots[at]) >= TELLING
    )


def _is_inside(sentence: Sentence, at: int) -> bool:
    """Whether a word stands right behind another or a comma, where only names are written large."""
    return at > 0 and (sentence.words[at - 1][0].isalnum() or sentence.words[at - 1] == ",")


def _alike(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words, sorted, with one first letter that are a few letters apart, and no forms of one word.

    Such words have the same letters left where a letter or two of each are left out, so only these are looked at.
    """
    folded = {word: _folded(word) for word in words}
    left: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for word in words:
        for rest in _left(folded[word], 2 if len(word) >= LONG else 1):
            left[word[0], rest].append(word)
        left[word if not word.isupper() else "", "".join(sorted(word))].append(word)
        left[word[:OPENING], ""].append(word)
    for one, other in sorted({pair for same in left.values() for pair in combinations(same, 2)}):
        if one.isupper() or other.isupper():
            alike = one.isupper() and other.isupper() and _is_swapped(one, other)
        else:
            alike = is_slip(folded[one], folded[other]) or _is_like(folded[one], folded[other])
        if alike and american(folded[one]) != american(folded[other]):
            yield one, other


def _is_like(a: str, b: str) -> bool:
    """Whether two folded words, no forms of one, begin alike and are alike by their letters on the whole."""
    two_forms = a.startswith(b) or b.startswith(a) or root(a) == root(b)
    return not two_forms and a[:OPENING] == b[:OPENING] and JaroWinkler.similarity(a, b) >= LIKE


def is_slip(a: str, b: str) -> bool:
    """Whether two folded words, long enough and with one first letter, are a letter or two apart, and no two forms."""
    shorter = min(len(a), len(b))
    most = 2 if shorter >= LONG else 1
    if shorter < SHORTEST or a == b or a[0] != b[0] or abs(len(a) - len(b)) > most:
        return False
    two_forms = a.startswith(b) or b.startswith(a) or (root(a) == root(b) and not _ends_alike(a, b))
    return not two_forms and OSA.distance(a, b, score_cutoff=most) <= most


def _ends_alike(a: str, b: str) -> bool:
    """Whether two words differ in a last "y" or "i", as a name in another script does, and no two forms of a word."""
    return a[:-1] == b[:-1] and {a[-1], b[-1]} == {"y", "i"}


def _left(word: str, most: int) -> set[str]:
    """What is left of a word where up to so many letters are left out."""
    found = {word}
    for _ in range(most):
        found |= {rest[:at] + rest[at + 1 :] for rest in found for at in range(len(rest))}
    return found


def _sure(x: Spelled, y: Spelled) -> float:
    """How sure two spellings are of one name."""
    if x.beside & y.beside:
        return BESIDE
    return NEAR if any(told(word) >= TELLING for word in x.near & y.near) else 0.0


def _sure_of_like(x: Spelled, y: Spelled) -> float:
    """How sure two words that are further apart are of one name: where much is told of both, and no name is beside."""
    shared = [word for word in x.near & y.near if told(word) >= TELLING]
    return FURTHER if len(shared) > 1 and not x.beside and not y.beside else 0.0
