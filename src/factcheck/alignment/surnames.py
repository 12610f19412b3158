"""Surnames: two articles of a story that give one given name two surnames, and tell like things of the person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from ..entities.names import one_letter_apart, same_person
from ..models import Claim, Group, Link, Span
from ..text import folded_words
from .clauses import telling_root, told
from .clusters import event_group
from .people import person_of
from .slots import Page, article_pairs

SURNAME = "surname"
"""The evidence of a link of two surnames: how much their sentences share."""

LIKELY = 0.3
"""How sure two surnames are of one person whose sentences share enough. About half of those that were read are."""

SHARED, TELLING = 2, 4.0
"""Roots that the sentences of both must share, and the least information of each, in nats."""


@dataclass(eq=False)
class Bearer:
    """A person of a full name, where an article names the person first."""

    claim: Claim
    span: Span
    name: str
    words: tuple[str, ...]
    page: Page

    @cached_property
    def near(self) -> Counter[str]:
        """In how many sentences with the surname each telling root stands, but for those of the name."""
        forms, own = {self.words[-1], f"{self.words[-1]}'s"}, set(map(telling_root, self.words))
        clauses = self.page.clauses
        told_of = (at for at, sentence in enumerate(clauses.sentences) if not forms.isdisjoint(sentence.lows))
        return Counter(word for at in told_of for word in clauses.telling[at] if word not in own)

    def is_own(self, word: str) -> bool:
        """Whether a root stands at least as often in the sentences with the surname as in all others."""
        return 2 * self.near[word] >= self.page.clauses.counts[word]


def group_surnames(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each two persons of one given name whom two articles seem to mean as one."""
    bearers = {page.article.id: _bearers(page) for page in pages}
    for a, b in article_pairs(pages):
        for x, y in _namesakes(bearers[a.article.id], bearers[b.article.id]):
            if _may_be_one(x, y, a, b):
                link = Link(a=x.claim.id, b=y.claim.id, score=LIKELY, evidence={SURNAME: 1.0}, values=(x.span, y.span))
                yield event_group([x.claim.id, y.claim.id], [link], f"{x.name}/{y.name}")


def _bearers(page: Page) -> dict[str, list[Bearer]]:
    """The persons of an article by their given names."""
    first: dict[str, tuple[Claim, Span]] = {}
    for claim in page.claims:
        person = person_of(claim)
        if person is not None and person.kind == "person" and person.resolved_by == "name":
            first.setdefault(person.name, (claim, person.mention.span))
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for name, (claim, span) in first.items():
        words = tuple(folded_words(name))
        if len(words) > 1 and min(len(words[0]), len(words[-1])) > 1 and "and" not in words:
            found[words[0]].append(Bearer(claim, span, name, words, page))
    return found


def _namesakes(xs: dict[str, list[Bearer]], ys: dict[str, list[Bearer]]) -> Iterator[tuple[Bearer, Bearer]]:
    for given in sorted(xs.keys() & ys.keys()):
        yield from product(xs[given], ys[given])


def _may_be_one(x: Bearer, y: Bearer, a: Page, b: Page) -> bool:
    """Whether two of one given name are told of alike, and neither article knows the other's surname.

    One thing that they share must be their own: all persons of a story share what it is about.
    """
    if x.words[-1] in b.words or y.words[-1] in a.words or same_person(x.name, y.name):
        return False
    shared = [word for word in x.near.keys() & y.near.keys() if told(word) >= TELLING]
    of_both = any(x.is_own(word) and y.is_own(word) for word in shared)
    return len(shared) >= SHARED and of_both and not one_letter_apart(x.name, y.name)
