"""When each feed is asked again: at even intervals, and more seldom while it fails."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..reading.polling import Poll
from ..reading.urls import Validators

EVERY = 900.0
"""Seconds between two looks at a feed, by default: a quarter of an hour."""

LONGEST = 86_400.0
"""Most seconds that a feed is left alone, however often it failed and whatever its server asks for: a day."""


@dataclass(frozen=True)
class Feed:
    """An address that is asked again and again, and what is known of it."""

    address: str
    validators: Validators | None = None
    """What the server said of the version that was read last."""
    failures: int = 0
    """How often in a row nothing came."""
    due: float = 0.0
    """When to ask again, in seconds of the clock that `after` is given."""
    gone: bool = False
    """It is gone for good, and not asked again."""


def after(feed: Feed, poll: Poll, now: float, every: float = EVERY) -> Feed:
    """The feed after a look at it.

    A feed that failed is left alone for twice as long each time (exponential back-off), and at least for as long as its
    server asks for.

    Args:
        feed: The feed before.
        poll: What the look brought.
        now: The time, in seconds of any clock that runs evenly.
        every: Seconds between two looks at a feed that works.
    """
    if poll.failure is None:
        return replace(feed, validators=poll.validators or feed.validators, failures=0, due=now + every)
    failures = feed.failures + 1
    pause = min(every * 2.0 ** min(failures, 30), max(LONGEST, every))
    asked = min(poll.wait or 0.0, LONGEST)
    return replace(feed, failures=failures, due=now + max(pause, asked), gone=poll.gone)
