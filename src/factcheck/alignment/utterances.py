"""Statements of different articles that are one utterance: the same quotation, cut, reworded, reordered or not."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from ..models import Article, Claim, Group, Link
from . import blocking, grouping
from .information import information
from .limits import Limits
from .scoring import Model
from .statements import Ready, Said, Statement, Told, prepare

FORMS = ("direct", "mixed", "indirect")

LEAST = 0.35
"""Probability from which on two statements are one utterance. Cross-validated over events and months of the development
data, pairwise F1 is .92 to .93 anywhere from .3 to .5; above, the pairs that are hard to judge are lost."""

KEPT = 1 << 14
"""Statements that are kept unpacked while pairs are scored."""

Pair = tuple[int, int]
"""Two statements by their numbers, the smaller first."""

Links = dict[Pair, float]
"""Pairs that are one utterance, and how likely: ``LEAST`` or more."""


class Statements:
    """The statements of a run, numbered by article and claim."""

    def __init__(self, claims: Iterable[Claim], articles: Mapping[str, Article]) -> None:
        """What an outlet states itself, and what holds no text, is left out."""
        said = (c for c in claims if c.form in FORMS and c.content.text.strip())
        self._said = sorted((claim.article_id, Said.of(claim)) for claim in said)
        self._articles = articles
        self.ids = [said.id for _, said in self._said]
        self.article = array("l")
        """The number of each statement's article."""
        self._names: list[str] = []
        self._packed: list[bytes] = []

    def told(self) -> Iterator[Told]:
        """What is to be made ready, an article after the other; it is forgotten as soon as it is told."""
        said, self._said = self._said, []
        for article, group in groupby(said, key=lambda row: row[0]):
            yield Told.of(self._articles[article], (one for _, one in group))

    def take(self, made: Iterable[Ready]) -> Iterator[blocking.Piece]:
        """Keep what was made ready of what was told, in that order, and give what it is found by."""
        for number, ready in enumerate(made):
            for packed, pieces in zip(ready.packed, ready.pieces, strict=True):
                yield from (blocking.Piece(len(self._packed), number, ready.day or 0, *piece) for piece in pieces)
                self._packed.append(packed)
                self.article.append(number)
            self._names.append(ready.names)

    def packed(self, number: int) -> tuple[bytes, str]:
        """A statement, packed, and the names of its article."""
        return self._packed[number], self._names[self.article[number]]

    def statement(self, number: int) -> Statement:
        """A statement, unpacked."""
        return Statement(*self.packed(number))

    @cached_property
    def model(self) -> Model:
        """The model that compares two statements."""
        return Model()

    def link(self, a: int, b: int, score: float) -> Link:
        """The comparison of two statements with its evidence."""
        evidence = self.model.evidence(self.statement(a), self.statement(b))
        one, other = sorted((self.ids[a], self.ids[b]))
        return Link(a=one, b=other, score=score, evidence={name: round(value, 4) for name, value in evidence.items()})


Scoring = Callable[[Statements], Links]
"""What makes statements ready, and finds the links among them."""


def score(statements: Statements) -> Links:
    """The links among statements, found in this process."""
    pairs = blocking.candidates(statements.take(map(prepare, statements.told())))
    return dict(linked(pairs, statements.statement))


def linked(pairs: Iterable[Pair], statement: Callable[[int], Statement]) -> Iterator[tuple[Pair, float]]:
    """Those of the pairs that are one utterance, each with its probability."""
    unpacked = lru_cache(KEPT)(statement)
    limits = Limits(Model(), LEAST)
    for a, b in pairs:
        probability = limits.probability(unpacked(a), unpacked(b))
        if probability >= LEAST:
            yield (a, b), probability


def group_utterances(claims: Iterable[Claim], articles: Mapping[str, Article], scoring: Scoring = score) -> list[Group]:
    """Groups of claims that are one utterance, in any order of the claims.

    Args:
        claims: claims of any form; what an outlet states itself is left out.
        articles: the articles of these claims by id.
        scoring: what makes the statements ready, and finds the links among them.

    Returns:
        Groups of two or more claims, from two or more articles, each with the links that hold it together.
    """
    statements = Statements(claims, articles)
    scores = scoring(statements)
    limits = Limits(statements.model, LEAST)

    def probability(a: int, b: int) -> float:
        if (a, b) not in scores:
            scores[a, b] = limits.probability(statements.statement(a), statements.statement(b))
        return scores[a, b]

    # How much a statement says is asked only of those that are linked.
    sizes = {a: sum(map(information, statements.statement(a).words)) for pair in scores for a in pair}
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
