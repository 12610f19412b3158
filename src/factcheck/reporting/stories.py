"""A report story by story: which articles, disagreements and agreements belong to each, the gravest story first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..models import SEVERITIES, Agreement, Article, Conflict, Interval, Severity, Story
from .index import outlet

if TYPE_CHECKING:
    from .index import Index

REST = "rest"
"""The id of the last chapter: of articles that tell no story with others, and what crosses stories."""


@dataclass(frozen=True)
class Chapter:
    """One story of a report, or what belongs to none."""

    id: str
    name: str
    articles: tuple[Article, ...]
    """In the order of the report."""
    conflicts: tuple[Conflict, ...]
    """The gravest first."""
    possible: tuple[Conflict, ...]
    """The surest first."""
    agreements: tuple[Agreement, ...]
    """Those of most independent sources first."""
    unlisted: int
    """How many less sure ones are not listed."""

    @property
    def found(self) -> tuple[Conflict | Agreement, ...]:
        """Everything that was found, in the order of the page."""
        return (*self.conflicts, *self.possible, *self.agreements)

    @property
    def outlets(self) -> list[str]:
        """The outlets, in alphabetical order."""
        return sorted({outlet(article) for article in self.articles}, key=lambda name: (name.casefold(), name))

    @property
    def days(self) -> Interval | None:
        """From the first day of publication to the last; None where no article is dated."""
        days = [article.published for article in self.articles if article.published]
        return Interval(start=min(d.start for d in days), end=max(d.end for d in days)) if days else None

    def number(self, severity: Severity) -> int:
        """How many disagreements are this severe."""
        return sum(conflict.severity == severity for conflict in self.conflicts)


@dataclass
class _Found:
    """What was found in one story, gathered."""

    conflicts: list[Conflict] = field(default_factory=list)
    possible: list[Conflict] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    unlisted: int = 0


def chapters(index: Index) -> list[Chapter]:
    """The stories of a report, that with the gravest disagreements first, and last what belongs to none."""
    stories = index.report.stories
    told_in: defaultdict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        for article in story.articles:
            told_in[article].append(number)
    home: defaultdict[int, _Found] = defaultdict(_Found)
    for conflict in index.ranked:
        home[_home([side.articles for side in conflict.sides], told_in)].conflicts.append(conflict)
    for conflict in index.report.possible:
        home[_home([side.articles for side in conflict.sides], told_in)].possible.append(conflict)
    for agreement in index.agreed:
        home[_home([[article] for article in agreement.side.articles], told_in)].agreements.append(agreement)
    for left in index.report.unlisted:
        home[_home([[article] for article in left.articles], told_in)].unlisted += left.number
    found = [_chapter(index, story, home[number]) for number, story in enumerate(stories)]
    found.sort(key=lambda c: (*(-c.number(severity) for severity in SEVERITIES), -len(c.articles), c.name, c.id))
    alone = [article.id for article in index.listed if article.id not in told_in]
    if alone or -1 in home:
        name = "Across stories, and articles of none" if found else "All articles"
        found.append(_chapter(index, Story(id=REST, name=name, articles=tuple(alone)), home[-1]))
    return found


def _home(sides: Sequence[Iterable[str]], told_in: dict[str, list[int]]) -> int:
    """The story that tells most sides of something, and two at least; -1 where none does."""
    reached: defaultdict[int, int] = defaultdict(int)
    for side in sides:
        for number in {number for article in side for number in told_in.get(article, ())}:
            reached[number] += 1
    best = max(reached, key=lambda number: (reached[number], -number), default=-1)
    return best if reached.get(best, 0) > 1 else -1


def _chapter(index: Index, story: Story, found: _Found) -> Chapter:
    articles = sorted(story.articles, key=index.places.__getitem__)
    return Chapter(
        id=story.id,
        name=story.name,
        articles=tuple(index.articles[article] for article in articles),
        conflicts=tuple(found.conflicts),
        possible=tuple(found.possible),
        agreements=tuple(found.agreements),
        unlisted=found.unlisted,
    )
