"""Articles, what of them is pointed at, and what was read."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from ..record import Record, digest, made
from ..text import parted, unwrapped

Assumed = Literal["source", "published"]
LeftOutCause = Literal["unreadable", "repeated", "no claim", "too many claims"]


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
            data["sha256"] = digest(data["text"])
        if not data.get("id"):
            published = data.get("published")
            day = getattr(published, "start", published)
            parts = (data.get("source"), data.get("title"), day, data.get("url"), data["text"])
            data["id"] = digest("\x1f".join("" if part is None else str(part) for part in parts))[:12]
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
        """The prose with lines joined that were only broken to be short, and lines parted. No position moves."""
        prose = self.prose
        joined = unwrapped(prose)
        # Without its dateline the fullest line may be short.
        return parted(joined if joined != prose else self._blanked(unwrapped(self.text)))

    def _blanked(self, text: str) -> str:
        pieces: list[str] = []
        at = 0
        for span in sorted(self.boilerplate, key=lambda s: s.start):
            pieces += (text[at : span.start], "\n" * (span.end - max(at, span.start)))
            at = max(at, span.end)
        return "".join((*pieces, text[at:]))


class LeftOut(Record):
    """An input that gave nothing, an article without a claim, or claims beyond the limit, and why."""

    origin: str = Field(description="The path, address or first words of the input.")
    reason: str = Field(description="Why, in words that complete 'left out: ...'.")
    cause: LeftOutCause = Field(default="unreadable", description="The kind of reason.")


class Reading(Record):
    """What was read, and what could not be."""

    articles: tuple[Article, ...] = Field(default=(), description="The articles, in an order of their own.")
    left_out: tuple[LeftOut, ...] = Field(default=(), description="The inputs that gave no article.")
