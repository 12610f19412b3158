"""What is found between claims: groups, stories, conflicts and agreements."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ..record import Record, digest, shortened
from .article import Span

GroupTopic = Literal["utterance", "person", "event"]
ConflictKind = Literal["title", "date", "quantity", "wording", "speaker", "negation", "name", "place"]
Severity = Literal["high", "medium", "low"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
"""The severities of a conflict, gravest first."""


class Link(Record):
    """Two claims that were found to speak of the same thing."""

    a: str = Field(description="Id of one claim.")
    b: str = Field(description="Id of the other.")
    score: float = Field(ge=0, le=1, description="Probability that the two belong together.")
    evidence: dict[str, float] = Field(default_factory=dict, description="The scores of single fields that led to it.")
    values: tuple[Span, Span] | None = Field(
        default=None, description="Where the compared values of a fact stand, that of a first."
    )


class Group(Record):
    """Claims of different articles that speak of the same thing."""

    id: str = Field(description="Id of the group, the same in every run.")
    topic: GroupTopic = Field(description="One utterance, one person's titles, or one fact of an event.")
    claims: tuple[str, ...] = Field(description="Ids of the claims, sorted.")
    links: tuple[Link, ...] = Field(default=(), description="The pairs that hold the group together.")


class Story(Record):
    """Articles that tell of one event, or of one course of events."""

    id: str = Field(description="Id of the story, made of the ids of its articles.")
    name: str = Field(
        description="The words that most of its articles share in their openings; no headline of one side."
    )
    articles: tuple[str, ...] = Field(description="Ids of its articles, sorted.")


class Evidence(Record):
    """Where one side of a conflict stands in an article."""

    article_id: str = Field(description="Id of the article.")
    claim_id: str = Field(description="Id of the claim.")
    span: Span = Field(description="The passage.")
    differing: tuple[Span, ...] = Field(default=(), description="The words in it that the sides differ in.")


class Side(Record):
    """One of the readings of a conflict or an agreement."""

    value: str = Field(description="The reading, in plain words.")
    claims: tuple[str, ...] = Field(description="Ids of the claims that give it.")
    articles: tuple[str, ...] = Field(description="Ids of the articles that give it.")
    evidence: tuple[Evidence, ...] = Field(description="A passage a claim.")
    witnesses: int = Field(ge=1, description="Independent articles: copies of one text count once.")


class Conflict(Record):
    """A disagreement between sources, with its evidence. It never says who is right."""

    id: str = Field(
        description="Fingerprint of kind, subject and values, free of positions, so that it outlasts a new reading."
    )
    kind: ConflictKind = Field(description="What it is about: a title, a date, a wording ...")
    nature: str = Field(
        description="What sort of difference it is, such as 'renamed', 'truncated', 'reordered' or 'altered'."
    )
    severity: Severity = Field(description="How much hangs on the difference.")
    confidence: float = Field(ge=0, le=1, description="How sure it is that the sides differ in this.")
    subject: str = Field(description="The speaker, person or event it is about.")
    summary: str = Field(description="One plain sentence.")
    explanation: str = Field(description="Why this counts as a disagreement, and what is known that explains it.")
    sides: tuple[Side, ...] = Field(description="The readings, two or more.")
    group_id: str = Field(description="Id of the group it was found in.")

    @staticmethod
    def fingerprint(kind: str, subject: str, values: tuple[str, ...]) -> str:
        """The id of a conflict of this kind about this subject between these values, in any order of the values."""
        return digest("\x1f".join((kind, subject.casefold(), *sorted(values))))[:12]

    def __repr__(self) -> str:
        values = " / ".join(repr(shortened(side.value, 40)) for side in self.sides)
        return f"<Conflict {self.id}: {self.severity} {self.kind}, {self.nature}, on {self.subject!r}: {values}>"

    __str__ = __repr__


class Agreement(Record):
    """Independent sources that say the same."""

    id: str = Field(description="Fingerprint, as of a conflict.")
    kind: ConflictKind = Field(description="What it is about: a title, a date, a wording ...")
    nature: str = Field(description="Why it counts as the same, such as 'identical' or 'part'.")
    subject: str = Field(description="The speaker, person or event it is about.")
    summary: str = Field(description="One plain sentence.")
    side: Side = Field(description="What they say, with the passages.")
    group_id: str = Field(description="Id of the group it was found in.")


class Unlisted(Record):
    """How many less sure disagreements of some articles are not listed, as enough of the same are."""

    articles: tuple[str, ...] = Field(description="Ids of the articles that stand against each other, sorted.")
    number: int = Field(ge=1, description="How many disagreements of exactly these are left out.")


class Comparison(Record):
    """What the comparison of groups found."""

    conflicts: tuple[Conflict, ...] = Field(default=(), description="The gravest first.")
    possible: tuple[Conflict, ...] = Field(
        default=(), description="Disagreements that are less sure, for a person to look at; the surest first."
    )
    unlisted: tuple[Unlisted, ...] = Field(
        default=(), description="How many more there are that are not listed, sorted by their articles."
    )
    agreements: tuple[Agreement, ...] = Field(default=(), description="Sorted by subject.")
