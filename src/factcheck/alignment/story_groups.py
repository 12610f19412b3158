"""The groups of a story: its facts and acts, and the names of its people. Each story is looked at by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ..models import Article, Claim, Group
from .contradictions import group_acts
from .facts import facts_of
from .name_variants import group_name_variants
from .slips import group_slips
from .slots import Page
from .stories import Stories
from .surnames import group_surnames


class Told(NamedTuple):
    """A story to be compared."""

    articles: Sequence[Article]
    claims: Sequence[Sequence[Claim]]
    """The claims of each of the articles."""
    sure: Sequence[float]
    """How sure each two of the articles are of one story, in the order of `itertools.combinations`."""


Grouping = Callable[[Sequence[Told]], Iterable[Sequence[Group]]]
"""What finds the groups of each story, in the order of the stories."""


def group_each(stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
    """The groups of each story, found in this process."""
    return map(groups_of, stories)


def group_facts(
    claims: Sequence[Claim], articles: Mapping[str, Article], stories: Stories, grouping: Grouping = group_each
) -> list[Group]:
    """Groups of claims that state one fact of a story, agreeing or not. The order of ``claims`` changes nothing.

    ``grouping`` finds the groups of the stories, each of which can be looked at by itself.
    """
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.article_id in articles:
            by_article[claim.article_id].append(claim)
    told = [
        Told(
            [articles[name] for name in members],
            [by_article[name] for name in members],
            [stories.scores[pair] for pair in combinations(members, 2)],
        )
        for members in stories.members
    ]
    groups = {group.id: group for found in grouping(told) for group in found}
    return sorted(groups.values(), key=lambda group: group.id)


def groups_of(told: Told) -> list[Group]:
    """The groups of one story: of its facts, acts, and of the names of its people."""
    pages = list(map(Page, told.articles, told.claims))
    pairs = combinations((article.id for article in told.articles), 2)
    return [
        *facts_of(pages, sure=dict(zip(pairs, told.sure, strict=True))),
        *group_acts(pages),
        *group_slips(pages),
        *group_name_variants(pages),
        *group_surnames(pages),
    ]
