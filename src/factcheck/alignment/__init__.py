"""Alignment: claims in, groups of claims that speak of the same thing out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from ..models import Article, Claim, Group
from ..settings import Settings

if TYPE_CHECKING:
    from .stories import Stories
    from .story_groups import Told
    from .utterances import Links, Statements


class Steps(Protocol):
    """What does the costly steps, as an engine does."""

    def score(self, statements: Statements) -> Links:
        """The pairs of statements that are one utterance, with their probability."""

    def group(self, stories: Sequence[Told]) -> Iterable[Sequence[Group]]:
        """The groups of each story's facts, in the order of the stories."""


def align(
    claims: Iterable[Claim],
    articles: Iterable[Article],
    settings: Settings | None = None,
    steps: Steps | None = None,
    stories: Stories | None = None,
) -> list[Group]:
    """The groups of claims of different articles that speak of the same thing.

    Args:
        claims: Claims of any number of articles, in any order.
        articles: The articles they come from; more may be given.
        settings: Tables of offices beside the built-in one, which tell whether two titles are one person's.
        steps: What does the costly steps; they are done here, one after the other, where none is given.
        stories: Which articles tell one story, as ``find_stories`` gave it; worked out where it is not given.

    Returns:
        Groups sorted by id: one utterance, one person's titles, or one fact of an event each. A claim that stands alone
        is in no group, and one claim may be in a group of each topic. The order of the input changes nothing.

    Raises:
        KeyError: A claim's article is not among ``articles``.
    """
    from ..entities.offices import office_table
    from .people import group_people
    from .spellings import group_spellings
    from .stories import find_stories
    from .story_groups import group_each, group_facts
    from .utterances import group_utterances, score

    by_id = {article.id: article for article in articles}
    ordered = sorted(claims, key=lambda claim: claim.id)
    stories = stories or find_stories(by_id)
    groups = [
        *group_utterances(ordered, by_id, steps.score if steps else score),
        *group_people(ordered, by_id, office_table((settings or Settings()).offices), stories),
        *group_spellings(ordered, by_id, stories),
        *group_facts(ordered, by_id, stories, steps.group if steps else group_each),
    ]
    return sorted(groups, key=lambda group: group.id)
