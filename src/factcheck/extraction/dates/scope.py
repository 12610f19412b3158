"""What an expression is resolved against: the day of publication, its clause, and what the text named before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...models import Basis, TimexType
from .arithmetic import days_of
from .grammar import Match
from .tense import REACH, Tense, tells_of_saying, tense

NEAR_BY = 40
"""Words behind a day up to which "that night" means it for sure: its sentence and the next."""


class UndatedError(LookupError):
    """The day that an expression hangs on is not known."""


class Value(NamedTuple):
    """What an expression means: its TIMEX3 type and value, and what that rests on."""

    type: TimexType
    value: str | None
    basis: Basis = "relative"


@dataclass
class Memory:
    """What the text named last: a day, a month or quarter, a year, the quarter that it reports on.

    ``named_at`` is where that day stands. ``to_date`` tells that figures of the year to date ("the first nine months")
    came last.
    """

    day: str | None = None
    named_at: int = 0
    named: str | None = None
    year: int | None = None
    quarter: str | None = None
    to_date: bool = False


@dataclass
class Scope:
    """The surroundings of the expressions of one text."""

    published: date | None
    hint: date | None = None
    memory: Memory = field(default_factory=Memory)

    @property
    def today(self) -> date:
        """The day of publication.

        Raises ``UndatedError`` where it is not known.
        """
        if self.published is None:
            raise UndatedError
        return self.published

    def tense(self, match: Match, reach: int = REACH, *, behind: bool = True) -> Tense | None:
        """The tense of the clause of an expression, by the words no further than ``reach`` before or also behind it."""
        return tense(match.tokens, match.first, match.stop, reach, behind=behind)

    def is_near(self, match: Match) -> bool:
        """Whether the day that the text named last stands near enough to be meant for sure by "that night"."""
        return match.first - self.memory.named_at <= NEAR_BY

    def remember(self, value: Value, match: Match) -> None:
        """Keep what later expressions may refer to; the day on which somebody spoke, only while there is no other."""
        found = days_of(value.value) if value.value and value.type in ("DATE", "TIME") else None
        if found is None or value.value is None:
            return
        interval, precision = found
        named = precision in ("day", "time") and interval.start == interval.end
        if named and not (self.memory.day and tells_of_saying(match.tokens, match.first)):
            self.memory.day = interval.start.isoformat()
            self.memory.named_at = match.stop
        if precision in ("month", "quarter"):
            self.memory.named = value.value
        if interval.start.year == interval.end.year:
            self.memory.year = interval.start.year
