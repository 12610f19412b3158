"""Statements of different articles that are one utterance: the same quotation, cut, reworded, reordered or not."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from ..models import Article, Claim, Group, Link
from . import blocking, grouping
from .information import informations
from .limits import Limits
from .scoring import Evidence, Model
from .statements import FORMS, PackedArticle, PlainArticle, PlainClaim, Statement, pack_article

LEAST = 0.35
"""Probability from which on two statements are one utterance. Cross-validated over events and months of the development
data, pairwise F1 is .92 to .93 anywhere from .3 to .5; above, the pairs that are hard to judge are lost."""

KEPT = 1 << 10
"""Statements that are kept unpacked while groups ask for pairs that were not scored."""

Pair = tuple[int, int]
"""Two statements by their numbers, the smaller first."""

Links = dict[Pair, float]
"""Pairs that are one utterance, and how likely: ``LEAST`` or more."""

Linked = tuple[Pair, float, Evidence]
"""A link with its evidence."""


class Statements:
    """The statements of a run, numbered by article and claim."""

    def __init__(self, claims: Iterable[Claim], articles: Mapping[str, Article]) -> None:
        """What an outlet states itself, and what holds no text, is left out."""
        said = (c for c in claims if c.form in FORMS and c.content.text.strip())
        self._said = sorted((claim.article_id, PlainClaim.of(claim)) for claim in said)
        self._articles = articles
        self.ids = [said.id for _, said in self._said]
        self.article = array("l")
        """The number of each statement's article."""
        self.evidence: dict[Pair, Evidence] = {}
        """The evidence of links, as far as it is known."""
        self._names: list[bytes] = []
        self._packed: list[bytes] = []

    def plain_articles(self) -> Iterator[PlainArticle]:
        """The articles to be packed, one after the other; each is forgotten as soon as it is given."""
        said, self._said = self._said, []
        for article, group in groupby(said, key=lambda row: row[0]):
            yield PlainArticle.of(self._articles[article], (one for _, one in group))

    def take(self, articles: Iterable[PackedArticle]) -> Iterator[blocking.Piece]:
        """Keep the packed articles, in the order of the plain ones, and give the pieces that blocking asks for."""
        for number, article in enumerate(articles):
            for packed, pieces in zip(article.packed, article.pieces, strict=True):
                yield from (blocking.Piece(len(self._packed), number, article.day or 0, *piece) for piece in pieces)
                self._packed.append(packed)
                self.article.append(number)
            self._names.append(article.names)

    def packed(self, number: int) -> tuple[bytes, bytes]:
        """A statement, packed, and the names of its article."""
        return self._packed[number], self._names[self.article[number]]

    def statement(self, number: int) -> Statement:
        """A statement, unpacked."""
        return Statement(*self.packed(number))

    def keep(self, found: Iterable[Linked]) -> Links:
        """The links that were found; their evidence is kept."""
        links: Links = {}
        for pair, probability, evidence in found:
            links[pair] = probability
            self.evidence[pair] = evidence
        return links

    @cached_property
    def model(self) -> Model:
        """The model that compares two statements."""
        return Model()

    def link(self, a: int, b: int, score: float) -> Link:
        """The comparison of two statements with its evidence."""
        evidence = self.evidence.get((a, b)) or self.model.evidence(self.statement(a), self.statement(b))
        one, other = sorted((self.ids[a], self.ids[b]))
        return Link(a=one, b=other, score=score, evidence={name: round(value, 4) for name, value in evidence.items()})


Scoring = Callable[[Statements], Links]
"""What makes statements ready, and finds the links among them."""


def score(statements: Statements) -> Links:
    """The links among statements, found in this process."""
    pairs = blocking.candidates(statements.take(map(pack_article, statements.plain_articles())))
    return statements.keep(compared(pairs, statements.statement))


def linked(pairs: Iterable[Pair], statement: Callable[[int], Statement]) -> Iterator[tuple[Pair, float]]:
    """Those of the pairs that are one utterance, each with its probability."""
    return ((pair, probability) for pair, probability, _ in compared(pairs, statement))


def compared(pairs: Iterable[Pair], statement: Callable[[int], Statement]) -> Iterator[Linked]:
    """Those of the pairs that are one utterance, each with its probability and the evidence for it."""
    limits = Limits(Model(), LEAST)
    for a, group in groupby(pairs, key=itemgetter(0)):  # Sorted, so that each first statement comes once.
        one = statement(a)
        for pair in group:
            found = limits.compared(one, statement(pair[1]))
            if found is not None:
                yield pair, *found


def group_utterances(claims: Iterable[Claim], articles: Mapping[str, Article], scoring: Scoring = score) -> list[Group]:
    """Groups of claims that are one utterance, in any order of the claims.

    Args:
        claims: Claims of any form; what an outlet states itself is left out.
        articles: The articles of these claims by id.
        scoring: What makes the statements ready, and finds the links among them.

    Returns:
        Groups of two or more claims, from two or more articles, each with the links that hold it together.
    """
    statements = Statements(claims, articles)
    scores = scoring(statements)
    limits = Limits(statements.model, LEAST)
    unpacked = lru_cache(KEPT)(statements.statement)

    def probability(a: int, b: int) -> float:
        if (a, b) not in scores:
            scores[a, b] = limits.probability(unpacked(a), unpacked(b))
        return scores[a, b]

    # How much a statement says is asked only of those that are linked.
    linked = sorted({a for pair in scores for a in pair})
    sizes = {a: sum(informations(statements.statement(a).words)) for a in linked}
    found = grouping.groups(dict(scores), LEAST, sizes, statements.article, probability)
    return [_group(members, statements, scores) for members in found]


def _group(members: Sequence[int], statements: Statements, scores: Mapping[Pair, float]) -> Group:
    ids = tuple(sorted(statements.ids[member] for member in members))
    pairs = [(a, b) for n, a in enumerate(members) for b in members[n + 1 :]]
    links = [statements.link(*pair, scores[pair]) for pair in pairs if scores.get(pair, 0.0) >= LEAST]
    return Group(
        id=hashlib.sha256("\x1f".join(ids).encode()).hexdigest()[:12],
        topic="utterance",
        claims=ids,
        links=tuple(links),
    )
