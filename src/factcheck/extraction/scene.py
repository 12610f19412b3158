"""One article made ready for reading: its quotations set aside, its words, names and people found once."""

from __future__ import annotations

from typing import NamedTuple

from ..models import Passage, ResolvedBy, Speaker, SpeakerKind
from ..text import paragraphs
from . import cues
from .clauses import Source
from .coreference import Cast, is_role
from .names import find_names
from .nonspeech import is_fragment, names_a_work
from .quotations import find_quotations, mask
from .tokens import Tokens

_SURE = {"name": 0.95, "pronoun": 0.8, "description": 0.7}
_UNRESOLVED = 0.4


class Voice(NamedTuple):
    """A source with whom it means: a member of the cast, or nobody whose name is known."""

    member: int | None
    source: Source
    resolved_by: ResolvedBy
    confidence: float
    """Measured on PolNeAR's development half, rounded: names in the quotation's sentence 0.95, pronouns 0.8."""

    def same(self, other: Voice) -> bool:
        """Whether both voices are of one speaker."""
        if self.member is None or other.member is None:
            return self.source[:2] == other.source[:2]
        return self.member == other.member


class Scene:
    """An article's text with what the rules of attribution look things up in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = list(paragraphs(text))
        spoken = [q for q in find_quotations(text) if not names_a_work(text, q)]
        self.fragments = [q for q in spoken if is_fragment(text, q)]
        inside = {q.start for q in self.fragments}
        self.quotations = [q for q in spoken if q.start not in inside]
        self.masked = mask(text, self.quotations)
        names = find_names(text)
        self.tokens = Tokens(self.masked, names)
        self.cast = Cast(text, self.masked, names)
        self.spoken_by: list[tuple[int, int]] = []
        """Where members of the cast were found to speak, in order."""

    def resolve(self, source: Source) -> Voice | None:
        """Whom a source means; None for a pronoun that agrees with nobody."""
        if source.form == "name" and source.name is not None:
            number = self.cast.number(source.name)
            if number is None:
                return Voice(None, source, "description", _UNRESOLVED)
            return Voice(number, source, "name", _SURE["name"])
        words = self.text[source.start : source.end]
        if source.form == "pronoun":
            number = self.cast.antecedent(words, source.start, self.spoken_by)
            return None if number is None else Voice(number, source, "pronoun", _SURE["pronoun"])
        number = self.cast.described(words, source.start)
        return Voice(number, source, "description", _UNRESOLVED if number is None else _SURE["description"])

    def speaker(self, voice: Voice) -> Speaker:
        """The record of a voice."""
        mention = Passage.cut(self.text, voice.source.start, voice.source.end)
        if voice.member is None:
            principal = self.cast.member(voice.source.name) if voice.source.name else None
            speaks_for = principal.name if principal and "spokes" in mention.text.lower() else None
            return Speaker(
                name=mention.text,
                mention=mention,
                kind=_kind_of(mention.text),
                resolved_by=voice.resolved_by,
                confidence=voice.confidence,
                on_behalf_of=speaks_for,
            )
        member = self.cast.members[voice.member]
        name = member.name
        if voice.source.others:
            joint = (self.cast.member(other) for other in voice.source.others)
            name = " and ".join((name, *(m.name for m in joint if m is not None)))
        return Speaker(
            name=name,
            mention=mention,
            kind=member.kind,
            resolved_by=voice.resolved_by,
            confidence=voice.confidence,
            on_behalf_of=member.speaks_for,
        )


def _kind_of(description: str) -> SpeakerKind:
    words = [w.strip(".,").removesuffix("s") for w in description.lower().split()]
    if any(is_role(w) for w in words):
        return "person"
    return "organization" if any(w in cues.words("bodies") for w in words) else "unknown"
