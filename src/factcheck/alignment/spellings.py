"""Names that two articles on one event spell differently, where it is plain that they mean one person.

A difference of one letter only
counts as a slip where each article knows just one of the two: relatives stand side by side in one of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..entities.names import one_letter_apart
from ..models import Article, Claim, Group, Link
from ..text import fold
from .events import DOUBT, Events
from .people import person_of

_WORD = re.compile(r"[^\W\d_]+")

Named = dict[str, Claim]
"""Full names of an article, and a claim that gives each: one that tells it to be a person's, where there is one."""


def group_spellings(claims: Iterable[Claim], articles: Mapping[str, Article], events: Events) -> list[Group]:
    """Groups, topic "person", of claims of one event whose names are a letter apart: one for each two spellings.

    Args:
        claims: Claims of any form, in any order.
        articles: The articles by their ids.
        events: Which articles tell of one event. Two that need one more name for it may have it in the misspelled one.
    """
    named: defaultdict[str, Named] = defaultdict(dict)
    for claim in sorted(claims, key=lambda c: (not _tells_person(c), c.id)):
        person = person_of(claim)
        if person is not None and person.kind != "organization" and person.resolved_by == "name":
            named[claim.article_id].setdefault(person.name, claim)
    words = {article: frozenset(_WORD.findall(fold(articles[article].text))) for article in named}
    links: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    pairs = {**dict.fromkeys(events.nearly, 1 - DOUBT), **events.scores}
    for (a, b), score in sorted(pairs.items()):
        if a in named and b in named:
            for x, y in _slips(named[a], named[b], words[a], words[b]):
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


def _slips(a: Named, b: Named, words_a: frozenset[str], words_b: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names of two articles that are a letter apart, and of which neither article knows the other's."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for other in b:
        for word in _words(other):
            bearers[word].append(other)
    place = {other: at for at, other in enumerate(b)}
    for one in a:
        own = _words(one)
        for other in sorted({other for word in own for other in bearers.get(word, ())}, key=place.__getitem__):
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
