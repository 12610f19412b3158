"""The records that every room of the library speaks.

All records are frozen pydantic models. Positions count code points of ``Article.text``, half-open, so that
``article.text[span.start:span.end]`` is the text of whatever carries the span.
"""

from __future__ import annotations

import hashlib
from datetime import date
from textwrap import shorten
from typing import Any, Literal

from pydantic import Field, model_validator

from .record import Record, made
from .text import unwrapped

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
GroupTopic = Literal["utterance", "person", "event"]
ConflictKind = Literal["title", "date", "quantity", "wording", "speaker", "negation", "name", "place"]
Severity = Literal["high", "medium", "low"]
Assumed = Literal["source", "published"]
LeftOutCause = Literal["unreadable", "repeated", "no claim", "too many claims"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
"""The severities of a conflict, gravest first."""


class Span(Record):
    """A half-open range of code points in an article's text."""

    start: int = Field(ge=0, description="First code point.")
    end: int = Field(ge=0, description="One past the last code point.")

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"a span ends ({self.end}) before it starts ({self.start})")
        return self


class Passage(Record):
    """A piece of an article: its words exactly as they stand, and where."""

    text: str = Field(description="The words exactly as they stand in the article.")
    span: Span = Field(description="Where they stand.")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Passage:
        """The passage ``text[start:end]`` of an article's whole text."""
        return made(cls, text=text[start:end], span=made(Span, start=start, end=end))


class Interval(Record):
    """A range of calendar days, both ends included."""

    start: date = Field(description="First day.")
    end: date = Field(description="Last day.")

    @model_validator(mode="after")
    def _ordered(self) -> Interval:
        if self.end < self.start:
            raise ValueError(f"an interval ends ({self.end}) before it starts ({self.start})")
        return self


class Article(Record):
    """One article as it was read. ``id`` and ``sha256`` are worked out from the rest where they are not given."""

    id: str = Field(default="", description="Twelve hexadecimal digits over outlet, headline, day, address and text.")
    origin: str = Field(default="", description="The path or URL it was read from; empty for text given directly.")
    source: str = Field(default="", description="The outlet, or what stands for it: the site or the file's name.")
    title: str | None = Field(default=None, description="Headline.")
    text: str = Field(description="The text exactly as it was read.")
    url: str | None = Field(default=None, description="Where it was published.")
    authors: tuple[str, ...] = Field(default=(), description="Names of the byline.")
    published: Interval | None = Field(
        default=None, description="Day or days of publication; None where it is not known."
    )
    updated: Interval | None = Field(default=None, description="Day or days of the last update, where given apart.")
    place: Passage | None = Field(default=None, description="The place that the dateline gives, where there is one.")
    language: str | None = Field(default=None, description="ISO 639-1 code, where known.")
    credit: str | None = Field(
        default=None,
        description="The wire agency that the dateline, the by-line or a closing line credits, where one does.",
    )
    assumed: tuple[Assumed, ...] = Field(
        default=(),
        description="Fields that the article does not state: the file's name, or articles beside it, do.",
    )
    sha256: str = Field(default="", description="Hash of the text, in UTF-8.")
    verbatim: bool = Field(
        default=False,
        description="The text is all that the file at ``origin`` holds: its lines are the file's.",
    )
    boilerplate: tuple[Span, ...] = Field(
        default=(),
        description="Parts that are no prose: front lines, by-lines, comment boxes. Nothing is extracted here.",
    )
    copy_of: str | None = Field(
        default=None, description="Id of the article whose body this one repeats (wire, syndication), where it does."
    )

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "text" not in data:
            return data
        data = dict(data)
        if not data.get("sha256"):
            data["sha256"] = _digest(data["text"])
        if not data.get("id"):
            published = data.get("published")
            day = getattr(published, "start", published)
            parts = (data.get("source"), data.get("title"), day, data.get("url"), data["text"])
            data["id"] = _digest("\x1f".join("" if part is None else str(part) for part in parts))[:12]
        return data

    @property
    def outlet(self) -> str:
        """What to call the source: the outlet, else where the article was read from, else its id."""
        return self.source or self.origin or f"text {self.id}"

    @property
    def prose(self) -> str:
        """The text with its boilerplate blanked by line breaks: the same length, so that positions stay true."""
        return self._blanked(self.text)

    @property
    def running(self) -> str:
        """The prose with lines joined that were only broken to be short. No position moves."""
        prose = self.prose
        joined = unwrapped(prose)
        # Without its dateline the fullest line may be short.
        return joined if joined != prose else self._blanked(unwrapped(self.text))

    def _blanked(self, text: str) -> str:
        pieces: list[str] = []
        at = 0
        for span in sorted(self.boilerplate, key=lambda s: s.start):
            pieces += (text[at : span.start], "\n" * (span.end - max(at, span.start)))
            at = max(at, span.end)
        return "".join((*pieces, text[at:]))


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
        default=None, description="TIMEX3 value, such as 2025-01-31, 2025-01 or P2D; None where it can't be placed."
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
        default=None, description="ISO 4217 code for money, '%' for percent, else the unit's singular."
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
        return f"<Claim {self.id}: {self.form}{named}, {_shortened(self.content.text)!r}>"

    __str__ = __repr__


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
        return _digest("\x1f".join((kind, subject.casefold(), *sorted(values))))[:12]

    def __repr__(self) -> str:
        values = " / ".join(repr(_shortened(side.value, 40)) for side in self.sides)
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


class LeftOut(Record):
    """An input that gave nothing, an article without a claim, or claims beyond the limit, and why."""

    origin: str = Field(description="The path, address or first words of the input.")
    reason: str = Field(description="Why, in words that complete 'left out: ...'.")
    cause: LeftOutCause = Field(default="unreadable", description="The kind of reason.")


class Reading(Record):
    """What was read, and what could not be."""

    articles: tuple[Article, ...] = Field(default=(), description="The articles, in an order of their own.")
    left_out: tuple[LeftOut, ...] = Field(default=(), description="The inputs that gave no article.")


def _shortened(text: str, width: int = 60) -> str:
    """The text on one line, cut at a word; ``repr`` then shows what would act on a screen as an escape."""
    return shorten(text, width, placeholder="…")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
