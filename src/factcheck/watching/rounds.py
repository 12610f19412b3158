"""The watch over feeds: what is new comes into a corpus, and what disagrees since then is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from threading import Event
from time import monotonic
from typing import NamedTuple

from ..corpus import Added, Corpus, CorpusError
from ..models import Conflict, LeftOut
from ..reading.polling import Poll, poll
from ..reporting.report import Report
from ..settings import Settings
from .schedule import EVERY, Feed, after


class Failure(NamedTuple):
    """A feed that gave nothing, or a corpus that could not be reported."""

    address: str
    """Of the feed; of the corpus, its path."""
    reason: str
    """In words that follow the address."""
    pause: float | None
    """Seconds until the next try; None where a feed is gone for good."""


class Round(NamedTuple):
    """One look at the feeds that were due."""

    failures: tuple[Failure, ...]
    """Feeds that gave nothing, and why."""
    left_out: tuple[LeftOut, ...]
    """Entries that gave no article, and articles that gave no claim."""
    added: int
    """Articles that are new or have changed."""
    report: Report | None
    """The report of the corpus: of one that was there before in the first round, then whenever something was added."""
    conflicts: tuple[Conflict, ...]
    """Those of its conflicts that no report before had, the gravest first."""


def watch(
    corpus: Corpus,
    feeds: Iterable[str],
    *,
    settings: Settings | None = None,
    every: float = EVERY,
    stop: Event | None = None,
) -> Iterator[Round]:
    """Ask feeds again and again for what is new, and add it to a corpus.

    A feed is asked only for what has changed since the last time, feed after feed, and more seldom while it fails. What
    a round added is kept before the round is given. A corpus that another process uses at the moment counts as a
    failure of the feed, which is asked again.

    Args:
        corpus: Where the articles go. It is made where there is none.
        feeds: Addresses of RSS or Atom feeds.
        settings: The settings of the run; the defaults where none are given.
        every: Seconds between two looks at a feed that works.
        stop: Ends the watch when it is set, after the feed that is being read.

    Yields:
        What each round brought, as soon as it is over. The watch ends when ``stop`` is set, or when all feeds are gone.

    Raises:
        CorpusError: The corpus can't be used from the start.
    """
    settings, stop = settings or Settings(), stop or Event()
    watched = [Feed(address) for address in dict.fromkeys(feeds)]
    before = corpus.report(settings=settings) if corpus.path.exists() else None
    seen = {conflict.id for conflict in before.conflicts} if before else set()
    owed = before is not None
    while not stop.is_set() and not all(feed.gone for feed in watched):
        looks = _look(corpus, watched, settings, every, stop)
        if looks:
            found = _round(corpus, looks, settings, seen, owed=owed)
            seen.update(conflict.id for conflict in found.conflicts)
            owed = (owed or found.added > 0) and found.report is None
            yield found
        due = [feed.due for feed in watched if not feed.gone]
        if due:
            stop.wait(max(0.0, min(due) - monotonic()))


class _Look(NamedTuple):
    """A look at one feed, and what it added."""

    feed: Feed
    poll: Poll
    added: Added | None
    pause: float


def _look(corpus: Corpus, watched: list[Feed], settings: Settings, every: float, stop: Event) -> list[_Look]:
    """Look at the feeds that are due, one after the other, and put what has changed about them into ``watched``."""
    looks: list[_Look] = []
    for at, feed in enumerate(watched):
        if stop.is_set() or feed.gone or feed.due > monotonic():
            continue
        found, added = poll(feed.address, settings, datetime.now(UTC), feed.validators), None
        if found.reading is not None:
            try:
                added = corpus.add_reading(found.reading, settings=settings)
            except CorpusError as error:
                found = Poll(None, None, f"is not added now: {error}")
        now = monotonic()
        watched[at] = after(feed, found, now, every)
        looks.append(_Look(watched[at], found, added, watched[at].due - now))
    return looks


def _round(corpus: Corpus, looks: Sequence[_Look], settings: Settings, seen: set[str], *, owed: bool) -> Round:
    """What a round brought. A report is given where something was added, or where one is owed from before."""
    added = [look.added for look in looks if look.added is not None]
    fresh = sum(len(each.new) + len(each.changed) for each in added)
    failures = [
        Failure(look.feed.address, look.poll.failure, None if look.feed.gone else look.pause)
        for look in looks
        if look.poll.failure is not None
    ]
    report = None
    if fresh or owed:
        try:
            report = corpus.report(settings=settings)
        except CorpusError as error:
            failures.append(Failure(str(corpus.path), str(error), min(look.pause for look in looks)))
    return Round(
        failures=tuple(failures),
        left_out=tuple(line for each in added for line in each.left_out),
        added=fresh,
        report=report,
        conflicts=tuple(c for c in report.conflicts if c.id not in seen) if report else (),
    )
