"""Claims, and the speakers, titles, times and numbers in them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from ..record import Record, shortened
from .article import Passage, Span

Form = Literal["direct", "mixed", "indirect", "narration"]
SpeakerKind = Literal["person", "organization", "unknown"]
ResolvedBy = Literal["name", "pronoun", "description"]
TitleStatus = Literal["current", "former", "acting", "deputy", "elect", "nominee", "candidate", "outgoing", "then"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "time", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "none"
]
Basis = Literal["stated", "relative", "published", "undated"]
QuantityKind = Literal["count", "money", "percent", "age", "measure", "ordinal", "score"]
Bound = Literal["exact", "about", "at least", "at most", "over", "under"]


class Speaker(Record):
    """Who speaks, or whom a statement is about, as this article names them."""

    name: str = Field(
        description="The fullest form of the name in the article, or the description where no name is known."
    )
    mention: Passage = Field(description="As written at this place.")
    kind: SpeakerKind = Field(default="unknown", description="Person, organization, or not known.")
    resolved_by: ResolvedBy = Field(description="How the mention led to the name.")
    confidence: float = Field(ge=0, le=1, description="How sure the attribution is.")
    on_behalf_of: str | None = Field(
        default=None, description="The organization or person that a spokesperson speaks for."
    )


class Title(Passage):
    """A person's title as an article gives it."""

    head: str = Field(description="The role word that carries the title, in lower case, such as 'secretary'.")
    office: str | None = Field(default=None, description="Id of the office in the knowledge table, or None.")
    status: TitleStatus = Field(default="current", description="Whether it is held now, was, or will be.")
    asserted: bool = Field(
        default=True,
        description="The article itself gives it, for the time of its story: not for another, nor in somebody's words.",
    )
    rank: tuple[str, ...] = Field(default=(), description="Which rung of the post it is, such as 'associate'; sorted.")
    domain: tuple[str, ...] = Field(default=(), description="What the post is about, such as 'health'; sorted.")
    jurisdiction: str | None = Field(
        default=None, description="Country, state or organization that the office belongs to, where known."
    )


class When(Record):
    """A time: an expression in the text, or what the publication day tells. A time that is not known has no days."""

    text: str | None = Field(
        default=None, description="The expression, exactly as it stands; None where the publication day gives the time."
    )
    span: Span | None = Field(default=None, description="Where the expression stands.")
    type: TimexType = Field(default="DATE", description="TIMEX3 type.")
    value: str | None = Field(
        default=None,
        description="TIMEX3 value, such as 2025-01-31, 2025-01 or P2D; None where it can't be placed. An hour that "
        "stands without its day has the likeliest one here, and no days.",
    )
    start: date | None = Field(default=None, description="First day it can mean.")
    end: date | None = Field(default=None, description="Last day it can mean.")
    precision: Precision = Field(default="none", description="How fine the time is.")
    basis: Basis = Field(
        description="stated in full, relative to the publication day, the publication day itself, or undated."
    )
    rule: str | None = Field(default=None, description="Name of the rule that resolved it.")

    @model_validator(mode="after")
    def _ordered(self) -> When:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a time ends ({self.end}) before it starts ({self.start})")
        return self


class Quantity(Passage):
    """A number with what it means."""

    kind: QuantityKind = Field(default="count", description="What sort of number it is.")
    value: float | None = Field(default=None, description="The number; None for a range.")
    low: float | None = Field(
        default=None, description="Least value that the wording allows, where it is bounded below."
    )
    high: float | None = Field(
        default=None, description="Greatest value that the wording allows, where it is bounded above."
    )
    unit: str | None = Field(
        default=None,
        description="ISO 4217 code for money, or its name where several countries share it; '%' for percent, "
        "else the unit's singular.",
    )
    counted: str | None = Field(default=None, description="What is counted, such as 'people killed'.")
    bound: Bound = Field(default="exact", description="How the wording bounds the number.")


class Claim(Record):
    """What an article says that somebody said, or states itself (``narration``)."""

    id: str = Field(
        description="Article id, form and span (of the number, time or place, where a narration states one)."
    )
    article_id: str = Field(description="Id of the article.")
    form: Form = Field(description="direct, mixed or indirect speech, or the outlet's own narration.")
    content: Passage = Field(
        description="What was said: the words inside the quotation marks, or the clause of indirect speech."
    )
    continues: str | None = Field(
        default=None,
        description="Id of the claim whose utterance goes on here, behind an attribution or a paragraph's end.",
    )
    speaker: Speaker | None = Field(
        default=None, description="Who said it; None where it can't be known, and for narration."
    )
    subject: Speaker | None = Field(
        default=None, description="Whom a narration is about, such as the holder of a title or the person of an age."
    )
    title: Title | None = Field(default=None, description="Title of the speaker, or of the subject of a narration.")
    cue: Passage | None = Field(default=None, description="The reporting word, such as 'said' or 'according to'.")
    said: When | None = Field(default=None, description="When it was said.")
    venue: Passage | None = Field(
        default=None, description="Where or in what medium it was said; where a narration happened."
    )
    quantities: tuple[Quantity, ...] = Field(default=(), description="Numbers inside the content.")
    dates: tuple[When, ...] = Field(
        default=(), description="Time expressions inside the content; of a narration, when it happened."
    )
    negated: bool = Field(default=False, description="The saying itself is denied: 'did not say', 'denied that'.")

    @staticmethod
    def key(article_id: str, form: Form, start: int, end: int) -> str:
        """The id of a claim with this form and span."""
        return f"{article_id}:{form[0]}{start}-{end}"

    def __repr__(self) -> str:
        who = self.speaker or self.subject
        named = f" {'of' if self.speaker else 'on'} {who.name!r}" if who else ""
        return f"<Claim {self.id}: {self.form}{named}, {shortened(self.content.text)!r}>"

    __str__ = __repr__
