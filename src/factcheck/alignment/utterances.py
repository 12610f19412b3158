"""Statements of different articles that are one utterance: the same quotation, cut, reworded, reordered or not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..models import Article, Claim, Group, Link
from . import blocking, grouping
from .information import information, terms
from .scoring import Model, Statement, comparable, weights
from .story import Mark, beside, marks

FORMS = ("direct", "mixed", "indirect")

LEAST = 0.35
"""Probability from which on two statements are one utterance. Cross-validated over events and months of the development
data, pairwise F1 is .92 to .93 anywhere from .3 to .5; above, the pairs that are hard to judge are lost."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_QUOTED = re.compile(r"[\"“„]([^\"“”„]*)(?:[\"”]|$)")


class _Lazy(dict[_Key, _Value]):
    """Values that are made when they are first asked for: a run that remembers its pairs looks at few statements."""

    def __init__(self, make: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _Key) -> _Value:
        value = self[key] = self._make(key)
        return value


@dataclass
class Statements:
    """The statements of a run, made ready for comparison, with the model that compares them."""

    claims: Sequence[Claim]
    articles: Mapping[str, Article]

    @cached_property
    def words(self) -> list[tuple[str, ...]]:
        """The words of each claim."""
        return [tuple(terms(claim.content.text)) for claim in self.claims]

    @cached_property
    def number(self) -> list[int]:
        """A number for the article of each claim."""
        order = {article: n for n, article in enumerate(sorted({claim.article_id for claim in self.claims}))}
        return [order[claim.article_id] for claim in self.claims]

    @cached_property
    def ready(self) -> Mapping[int, Statement]:
        """The claims, by their numbers, with what stands around them."""
        return _Lazy(lambda at: self._statement(self.claims[at], self.words[at]))

    def _statement(self, claim: Claim, words: tuple[str, ...]) -> Statement:
        article, found, span = self.articles[claim.article_id], self.marks[claim.article_id], claim.content.span
        speaker = terms(claim.speaker.name) if claim.speaker and claim.speaker.resolved_by != "description" else []
        quoted = _quoted(claim, words)
        own = frozenset(words if claim.form == "mixed" else ())
        return Statement(
            form=claim.form,
            words=words,
            weight=weights(words),
            quoted=quoted,
            quoted_weight=weights(quoted),
            day=_day(article),
            speaker=speaker[-1] if speaker else None,
            context=(beside(claim, self.prose[claim.article_id]) | own) - set(quoted or words),
            names=frozenset(mark.word for mark in found if not span.start <= mark.at < span.end),
        )

    @cached_property
    def prose(self) -> Mapping[str, str]:
        """The prose of each article that has a claim."""
        return _Lazy(lambda article: self.articles[article].prose)

    @cached_property
    def marks(self) -> Mapping[str, list[Mark]]:
        """The names and numbers of each article that has a claim."""
        return _Lazy(lambda article: marks(self.articles[article]))

    @cached_property
    def model(self) -> Model:
        """The model that compares two statements."""
        return Model()

    def keys(self) -> Iterator[blocking.Key]:
        """The rows of the blocking."""
        for at, (claim, words) in enumerate(zip(self.claims, self.words, strict=True)):
            yield from blocking.keys(at, self.number[at], _day(self.articles[claim.article_id]) or 0, words)

    def score(self, a: int, b: int) -> float:
        """How likely two claims, given by their numbers, are one utterance."""
        one, other = self.ready[a], self.ready[b]
        if not comparable(one, other):
            return 0.0
        return self.model.probability(one, other, self.model.evidence(one, other))

    def link(self, a: int, b: int) -> Link:
        """The comparison of two claims, given by their numbers, with its evidence."""
        evidence = self.model.evidence(self.ready[a], self.ready[b])
        return Link(
            a=self.claims[a].id,
            b=self.claims[b].id,
            score=self.score(a, b),
            evidence={name: round(value, 4) for name, value in evidence.items()},
        )


Links = dict[tuple[int, int], float]
"""Pairs of statements by their numbers, the smaller first, and how likely they are one utterance: ``LEAST`` or more."""

Scoring = Callable[[Statements], Links]
"""What finds the links of statements."""


def score(statements: Statements) -> Links:
    """The links of statements, found in this process."""
    scores = {pair: statements.score(*pair) for pair in blocking.candidates(statements.keys())}
    return {pair: score for pair, score in scores.items() if score >= LEAST}


def group_utterances(claims: Sequence[Claim], articles: Mapping[str, Article], scoring: Scoring = score) -> list[Group]:
    """Groups of claims that are one utterance, in any order of the claims.

    Args:
        claims: claims of any form; what an outlet states itself is left out.
        articles: the articles of these claims by id.
        scoring: what finds the links of statements.

    Returns:
        Groups of two or more claims, from two or more articles, each with the links that hold it together.
    """
    said = sorted(filter(is_statement, claims), key=lambda claim: claim.id)
    if len({claim.article_id for claim in said}) < 2:
        return []
    statements = Statements(said, articles)
    scores = scoring(statements)

    def probability(a: int, b: int) -> float:
        if (a, b) not in scores:
            scores[a, b] = statements.score(a, b)
        return scores[a, b]

    sizes = [sum(map(information, words)) for words in statements.words]
    found = grouping.groups(dict(scores), LEAST, sizes, statements.number, probability)
    return [_group(members, statements, scores) for members in found]


def _group(members: Sequence[int], statements: Statements, scores: Mapping[tuple[int, int], float]) -> Group:
    ids = tuple(statements.claims[member].id for member in members)
    pairs = [(a, b) for n, a in enumerate(members) for b in members[n + 1 :]]
    return Group(
        id=hashlib.sha256("\x1f".join(ids).encode()).hexdigest()[:12],
        topic="utterance",
        claims=ids,
        links=tuple(statements.link(*pair) for pair in pairs if scores.get(pair, 0.0) >= LEAST),
    )


def is_statement(claim: Claim) -> bool:
    """Whether a claim can be one utterance with another: somebody said it, in words."""
    return claim.form in FORMS and bool(claim.content.text.strip())


def _day(article: Article) -> int | None:
    return article.published.start.toordinal() if article.published else None


def _quoted(claim: Claim, words: tuple[str, ...]) -> tuple[str, ...]:
    if claim.form == "indirect":
        return ()
    if claim.form == "mixed" and (inside := terms(" ".join(_QUOTED.findall(claim.content.text)))):
        return tuple(inside)
    return words
