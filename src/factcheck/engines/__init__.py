"""Engines: where the costly steps of a run are done. What they find is the same, byte for byte, wherever that is.

An engine extracts the claims of articles, scores the pairs of their statements and groups the facts of their stories.
Each step looks at one article, pair or story at a time, so that it can be done anywhere and in any order. All others
need the whole run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Protocol

from pydantic import TypeAdapter

from ..models import Article, Claim, Group, LeftOut
from ..settings import Settings

if TYPE_CHECKING:
    from ..alignment.story_groups import Told
    from ..alignment.utterances import Links, Statements

Extracted = list[Claim] | LeftOut
"""The claims of an article, or why there are none."""


class Engine(Protocol):
    """Where a run is done."""

    def extract(self, articles: Iterable[Article], settings: Settings) -> Iterator[Extracted]:
        """The claims of each article, in the order of the articles.

        An article whose extraction fails gives a line for ``left_out`` in their place, and the others go on.
        """

    def score(self, statements: Statements) -> Links:
        """The pairs of statements that are one utterance, with their probability."""

    def group(self, stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
        """The groups of facts of each story, in the order of the stories."""


class EngineError(RuntimeError):
    """The work could not be done, for a reason that lies in the machine; the message is one line."""


class Serial:
    """Everything in this process, one after the other."""

    def extract(self, articles: Iterable[Article], settings: Settings) -> Iterator[Extracted]:
        """The claims of each article, as `Engine.extract` has it."""
        return (extract_one(article, settings) for article in articles)

    def score(self, statements: Statements) -> Links:
        """The pairs that are one utterance, as `Engine.score` has it."""
        from ..alignment.utterances import score

        return score(statements)

    def group(self, stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
        """The groups of each story, as `Engine.group` has it."""
        from ..alignment.story_groups import group_each

        return group_each(stories)


def extract_one(article: Article, settings: Settings) -> Extracted:
    """The claims of an article, or a line that says why there are none: one bad article must not end a long run."""
    from ..extraction import extract

    try:
        return extract(article, settings)
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return LeftOut(origin=name_of(article), reason=f"no claims could be taken from it: {what}")


def packed(found: Extracted) -> bytes:
    """What came of an article as JSON, to be sent to another process."""
    return _extracted().dump_json(found)


def unpacked(text: bytes) -> Extracted:
    """What was `packed`."""
    return _extracted().validate_json(text)


@cache
def _extracted() -> TypeAdapter[Extracted]:
    return TypeAdapter(Extracted)


def name_of(article: Article) -> str:
    """What an article is called in a line about it."""
    return article.origin or article.source or article.id


@contextmanager
def engine_of(settings: Settings, given: Engine | None = None) -> Iterator[Engine]:
    """The engine that was given, or else the one that the settings ask for, whose workers end with the block."""
    if given is not None or settings.processes == 1:
        yield given or Serial()
        return
    from .processes import workers

    with workers(settings.processes) as engine:
        yield engine
