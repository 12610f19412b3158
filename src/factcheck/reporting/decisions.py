"""What people decided about conflicts: a small file that outlasts the report it was made in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, Field

from ..record import Record

Status = Literal["confirmed", "dismissed", "needs work"]

VERSION: Literal[1] = 1
"""Version of the file's format. It grows when a field is removed or changes its meaning."""


class Decision(Record):
    """What a person decided about one conflict."""

    conflict: str = Field(description="Fingerprint of the conflict.")
    status: Status | None = Field(default=None, description="The decision; None where there is only a note.")
    note: str = Field(default="", description="Whatever the person wrote down.")
    reviewer: str = Field(default="", description="Who decided.")
    decided: AwareDatetime | None = Field(default=None, description="When, by the clock of the reviewer's computer.")
    rating: str = Field(default="", description="The verdict in words as published, such as 'Misquoted'.")
    url: str = Field(default="", description="Where the verdict is published.")
    summary: str = Field(default="", description="The conflict's summary, so that a stale decision can be understood.")
    articles: tuple[str, ...] = Field(
        default=(),
        description="Ids of the articles that stood on its sides when it was decided; none where that is not known.",
    )


class Decisions(Record):
    """The file of decisions: ``{"format": "factcheck-decisions", "version": 1, "decisions": [...]}``."""

    format: Literal["factcheck-decisions"] = "factcheck-decisions"
    version: Literal[1] = VERSION
    decisions: tuple[Decision, ...] = ()


def load_decisions(path: str | Path) -> tuple[Decision, ...]:
    """The decisions in a file that a report's page wrote.

    Raises:
        OSError: The file can't be read.
        ValueError: It is no file of decisions, or of a version that this library doesn't know.
    """
    return Decisions.model_validate_json(Path(path).read_bytes()).decisions


def merge(*sets: Iterable[Decision]) -> tuple[Decision, ...]:
    """One decision for each conflict, by fingerprint: of two, the later one, and in doubt the one of the later set."""
    latest: dict[str, Decision] = {}
    for decision in (decision for decisions in sets for decision in decisions):
        known = latest.get(decision.conflict)
        if known is None or _moment(decision) >= _moment(known):
            latest[decision.conflict] = decision
    return tuple(latest[key] for key in sorted(latest))


def _moment(decision: Decision) -> float:
    return decision.decided.timestamp() if decision.decided else 0.0
