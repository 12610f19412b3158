"""What a report holds: the records of one run, without the forms that :class:`~.report.Report` gives them."""

from __future__ import annotations

import hashlib

from pydantic import Field

from ..knowledge import hashes
from ..models import Agreement, Article, Claim, Conflict, Group, LeftOut, Story, Unlisted
from ..record import Record
from ..settings import Settings
from .decisions import Decision

SCHEMA_VERSION = 1
"""Version of the JSON form of a report. It grows when a field is removed or changes its meaning."""


class Input(Record):
    """One article that went in."""

    origin: str = Field(description="The path or address it was read from.")
    article_id: str = Field(description="Id of the article.")
    sha256: str = Field(description="Hash of its text.")


class KnowledgeTable(Record):
    """One table of words or facts that a report rests on."""

    name: str = Field(description="Name of a table of the library, or path of one that the settings name.")
    sha256: str = Field(description="Hash of the table.")


class Provenance(Record):
    """What a report rests on."""

    version: str = Field(description="Version of the library.")
    settings: Settings = Field(description="Settings of the run.")
    tables: tuple[KnowledgeTable, ...] = Field(
        default=(), description="The tables of words and facts: those of the library, then those of the settings."
    )
    inputs: tuple[Input, ...] = Field(description="The articles that went in.")
    left_out: tuple[LeftOut, ...] = Field(
        description="Inputs that could not be read and articles that gave no claim, with the reason."
    )


class ReportRecord(Record):
    """The outcome of a run. Its order depends on the content alone, never on the order of the inputs."""

    schema_version: int = Field(default=SCHEMA_VERSION, description="Version of the JSON form.")
    provenance: Provenance = Field(description="What the report rests on.")
    articles: tuple[Article, ...] = Field(description="The articles that were read.")
    stories: tuple[Story, ...] = Field(
        default=(), description="The stories that two or more of them tell, that of most articles first."
    )
    claims: tuple[Claim, ...] = Field(description="Their claims.")
    groups: tuple[Group, ...] = Field(description="Claims that speak of the same thing.")
    conflicts: tuple[Conflict, ...] = Field(description="Where sources disagree, the gravest first.")
    possible: tuple[Conflict, ...] = Field(
        default=(), description="Where they may disagree: less sure, for a person to look at, the surest first."
    )
    unlisted: tuple[Unlisted, ...] = Field(
        default=(), description="How many more of these there are that are not listed, sorted by their articles."
    )
    agreements: tuple[Agreement, ...] = Field(description="Where independent sources say the same.")
    decisions: tuple[Decision, ...] = Field(
        default=(), description="What people decided, by fingerprint. Left out of the JSON where nobody did."
    )

    @property
    def stale(self) -> tuple[Decision, ...]:
        """Decisions about differences that this report does not have any more. They are kept, and shown apart."""
        found = {conflict.id for conflict in (*self.conflicts, *self.possible)}
        return tuple(decision for decision in self.decisions if decision.conflict not in found)


def knowledge_tables(settings: Settings) -> tuple[KnowledgeTable, ...]:
    """The tables that a run with these settings rests on.

    Raises:
        OSError: A table that the settings name can't be read.
    """
    own = [(path.as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in settings.offices]
    return tuple(KnowledgeTable(name=name, sha256=digest) for name, digest in (*hashes().items(), *own))
