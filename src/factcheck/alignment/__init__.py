"""Alignment: claims in, groups of claims that speak of the same thing out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..models import Article, Claim, Group
from ..settings import Settings

if TYPE_CHECKING:
    from .stories import Stories
    from .utterances import Scoring


def align(
    claims: Iterable[Claim],
    articles: Iterable[Article],
    settings: Settings | None = None,
    scoring: Scoring | None = None,
    stories: Stories | None = None,
) -> list[Group]:
    """The groups of claims of different articles that speak of the same thing.

    Args:
        claims: Claims of any number of articles, in any order.
        articles: The articles they come from; more may be given.
        settings: Tables of offices beside the built-in one, which tell whether two titles are one person's.
        stories: Which articles tell one story, as ``find_stories`` gave it; worked out where it is not given.
        scoring: What finds and scores the pairs of statements; done here, one after the other, where none is given.

    Returns:
        Groups sorted by id: one utterance, one person's titles, or one fact of an event each. A claim that stands alone
        is in no group, and one claim may be in a group of each topic. The order of the input changes nothing.

    Raises:
        KeyError: A claim's article is not among ``articles``.
    """
    from ..entities.offices import office_table
    from .facts import group_facts
    from .people import group_people
    from .spellings import group_spellings
    from .stories import find_stories
    from .utterances import group_utterances, score

    by_id = {article.id: article for article in articles}
    ordered = sorted(claims, key=lambda claim: claim.id)
    stories = stories or find_stories(by_id)
    groups = [
        *group_utterances(ordered, by_id, scoring or score),
        *group_people(ordered, by_id, office_table((settings or Settings()).offices), stories),
        *group_spellings(ordered, by_id, stories),
        *group_facts(ordered, by_id, stories),
    ]
    return sorted(groups, key=lambda group: group.id)
