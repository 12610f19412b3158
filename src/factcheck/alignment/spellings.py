"""Names that two articles on one event spell differently, where it is plain that they mean one person.

A difference of one letter counts as a slip only where each article knows just one of the two. Relatives stand side by
side in one article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..entities.names import one_letter_apart
from ..entities.values import age_of
from ..models import Article, Claim, Group, Link
from ..text import fold
from .people import person_of
from .stories import NEIGHBOURS, Stories

WEEK = 7
"""Days between two articles within which a misspelled name with the same age may be one person's."""

OF_ONE_AGE = 0.88
"""How sure two articles of one week tell one story that give somebody with one first name one age."""

_WORD = re.compile(r"[^\W\d_]+")

Ages = Mapping[str, Mapping[str, set[float]]]

Named = dict[str, Claim]
"""Full names of an article, and a claim that gives each: one that tells it to be a person's, where there is one."""


def group_spellings(claims: Iterable[Claim], articles: Mapping[str, Article], stories: Stories) -> list[Group]:
    """Groups, topic "person", of claims of one event whose names are a letter apart: one for each two spellings.

    Args:
        claims: Claims of any form, in any order.
        articles: The articles by their ids.
        stories: Which articles tell one story. Of others a name counts only where both give its bearer one age, in one
            week.
    """
    named: defaultdict[str, Named] = defaultdict(dict)
    ordered = sorted(claims, key=lambda c: (not _tells_person(c), c.id))
    for claim in ordered:
        person = person_of(claim)
        if person is not None and person.kind != "organization" and person.resolved_by == "name":
            named[claim.article_id].setdefault(person.name, claim)
    words = {article: frozenset(_WORD.findall(fold(articles[article].text))) for article in named}
    links: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    ages = _ages(ordered)
    pairs = {
        **dict.fromkeys(_of_one_age(ages, stories), OF_ONE_AGE),
        **stories.scores,
    }
    for (a, b), score in sorted(pairs.items()):
        if a in named and b in named:
            joined = (a, b) in stories.scores
            for x, y in _slips(named[a], named[b], words[a], words[b]):
                if not joined and not ages[a][x] & ages[b][y]:
                    continue
                one, other = sorted((fold(x), fold(y)))
                links[one, other].append(
                    Link(a=named[a][x].id, b=named[b][y].id, score=score, evidence={"event": score})
                )
    return [
        Group(
            id=f"spelling:{one}:{other}",
            topic="person",
            claims=tuple(sorted({end for link in found for end in (link.a, link.b)})),
            links=tuple(found),
        )
        for (one, other), found in sorted(links.items())
    ]


def _ages(claims: Iterable[Claim]) -> Ages:
    """The ages that each article gives, by the names of those who have them."""
    found: defaultdict[str, defaultdict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        age = age_of(claim)
        if claim.subject is not None and age is not None:
            found[claim.article_id][claim.subject.name].add(age)
    return found


def _of_one_age(ages: Ages, stories: Stories) -> set[tuple[str, str]]:
    """Pairs of articles of one week that give somebody with the same first name the same age."""
    bearers: defaultdict[tuple[str, float], list[tuple[int, str]]] = defaultdict(list)
    for article in sorted(ages):
        day = stories.profiles[article].day
        if day is not None:
            held = {(fold(name).partition(" ")[0], value) for name, values in ages[article].items() for value in values}
            for given, age in sorted(held):
                bearers[given, age].append((day, article))
    pairs: set[tuple[str, str]] = set()
    for found in bearers.values():
        ordered = sorted(found)
        for i, (day, one) in enumerate(ordered):
            near = (other for later, other in ordered[i + 1 : i + 1 + NEIGHBOURS] if later - day <= WEEK)
            pairs.update((min(one, other), max(one, other)) for other in near)
    return pairs


def _slips(a: Named, b: Named, words_a: frozenset[str], words_b: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names of two articles that are a letter apart, and of which neither article knows the other's."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for other in b:
        for word in _words(other):
            bearers[word].add(other)
    place = {other: at for at, other in enumerate(b)}
    for one in a:
        own = _words(one)
        near = [bearers.get(word, set()) for word in own]
        # Where the other article has all the words of a name, only a longer one of them could be a slip.
        candidates = set.intersection(*near) if own and own <= words_b else set().union(*near)
        for other in sorted(candidates, key=place.__getitem__):
            theirs = _words(other)
            known = not words_b.isdisjoint(own - theirs) or not words_a.isdisjoint(theirs - own)
            if not known and _tells_person(a[one], b[other]) and one_letter_apart(one, other):
                yield one, other


def _tells_person(*claims: Claim) -> bool:
    """Whether one of the articles makes it plain that the name is a person's, not a company's."""
    return any((person := person_of(claim)) is not None and person.kind == "person" for claim in claims)


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name)))
