"""One article made ready for reading: its quotations set aside, its words, names and people found once."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from ..entities.name_parts import in_small_letters
from ..models import Passage, ResolvedBy, Speaker, SpeakerKind
from ..record import made
from . import cues
from .coreference import Cast
from .document import Document
from .grammar import DETERMINERS, NUMBERING, QUANTIFIERS
from .nonspeech import is_entry, is_fragment, names_a_work
from .noun_phrases import Source
from .quotations import Quotation, mask
from .role_words import is_role
from .tokens import Tokens

_SURE = {"name": 0.95, "pronoun": 0.8, "description": 0.7}
_UNRESOLVED = 0.4
_ONLY = 0.9
"""Confidence in a pronoun that can mean nobody else."""
_UNCLEAR = 0.6
"""Confidence in a pronoun that somebody else might mean as well."""
_NESTED = re.compile(r"(?<!\w)['‘“\"](?=\w)")
_OWN_NAME = re.compile(r"\b(?:I am|I['’]m|[Mm]y name is|[Mm]y name['’]s|[Tt]his is|me|I),?\s$")
_WRITTEN = 3
"""Words before a name of which the last is "by", and one tells a text."""
_MOST_BARE = 4
"""Words that a plural without a determiner may have: "local party leaders"."""


class Voice(NamedTuple):
    """A source with whom it means: a member of the cast, or nobody whose name is known."""

    member: int | None
    source: Source
    resolved_by: ResolvedBy
    confidence: float
    """How sure the attribution is. After PolNeAR's development half: 0.98 of the names in a quotation's sentence are
    right, and 0.70 of the pronouns, by labels many of which are wrong themselves."""

    def same(self, other: Voice) -> bool:
        """Whether both voices are of one speaker."""
        if self.member is None or other.member is None:
            return self.source[:2] == other.source[:2]
        return self.member == other.member


class Scene:
    """An article's text with what the rules of attribution look things up in."""

    def __init__(self, document: Document) -> None:
        self.text = text = document.text
        self.paragraphs = document.paragraphs
        spoken = [q for q in document.quotations if not (is_entry(text, q) or names_a_work(text, q))]
        self.fragments = [q for q in spoken if is_fragment(text, q)]
        inside = {q.start for q in self.fragments}
        self.quotations = [q for q in spoken if q.start not in inside]
        self.masked = mask(text, self.quotations)
        self.tokens = Tokens(self.masked, document.names)
        self.cast = Cast(text, self.masked, document.names)
        self.spoken_by: list[tuple[int, int]] = []
        """Where members of the cast were found to speak, in order."""

    def told_of(self, quotation: Quotation) -> frozenset[int]:
        """The persons of whom somebody speaks by name in a quotation, and not in the words of a third.

        Nobody speaks so of oneself, but for one's full name: "I am NAME".
        """
        text, (start, end) = self.text, (quotation.inner_start, quotation.inner_end)
        told = set[int]()
        for name in self.tokens.within(start, end):
            front = text[start : name.lead]
            if _NESTED.search(front) is None and _OWN_NAME.search(front) is None:
                number = self.cast.number(name)
                if number is not None and self.cast.may_be_person(number):
                    told.add(number)
        return frozenset(told)

    def resolve(self, source: Source, told_of: Collection[int] = ()) -> Voice | None:
        """Whom a source means; None for a pronoun that agrees with nobody, or words that describe nobody.

        ``told_of`` are members whom the words that the source is to have said tell of.
        """
        if source.form == "name" and source.name is not None:
            number = self.cast.number(source.name)
            if number is None:
                return Voice(None, source, "description", _UNRESOLVED)
            return Voice(number, source, "name", _SURE["name"])
        words = self.text[source.start : source.end]
        if source.name is not None and self._is_written_by(source.start, source.name.lead):
            return self.resolve(source._replace(start=source.name.start, end=source.name.end, form="name"))
        if source.form == "pronoun":
            return self._pronoun(words, source, told_of)
        if not _describes(words, source.name is not None):
            return None
        number = self.cast.described(words, source.start, self.spoken_by)
        named = number is not None and self.cast.members[number].named
        return Voice(number, source, "description", _SURE["description"] if named else _UNRESOLVED)

    def may_speak(self, source: Source) -> bool:
        """Whether the words of a source can be somebody at all."""
        return source.form != "description" or _describes(self.text[source.start : source.end], source.name is not None)

    def _is_written_by(self, start: int, end: int) -> bool:
        """Whether words before a name tell what the person wrote: "a letter signed by NAME"."""
        words = self.text[start:end].lower().split()
        return words[-1:] == ["by"] and any(word in cues.words("documents") for word in words[-_WRITTEN:])

    def _pronoun(self, words: str, source: Source, told_of: Collection[int]) -> Voice | None:
        """Whom a pronoun means. One that goes back to a description names nobody either."""
        found = self.cast.antecedent(words, source.start, self.spoken_by, told_of)
        if found is None:
            return None
        if not self.cast.members[found.person].named:
            return Voice(found.person, source, "description", _UNRESOLVED)
        sure = _ONLY if found.only else _SURE["pronoun"] if found.clear else _UNCLEAR
        return Voice(found.person, source, "pronoun", sure)

    def labelled(self, label: Passage) -> Speaker:
        """The speaker of a transcript's turn, from its label: "Name" or "NAME"."""
        number = self.cast.named(label.text)
        member = None if number is None else self.cast.members[number]
        return made(
            Speaker,
            name=member.name if member else in_small_letters(label.text),
            mention=label,
            kind=member.kind if member else "unknown",
            resolved_by="name",
            confidence=_SURE["name"],
        )

    def speaker(self, voice: Voice) -> Speaker:
        """The record of a voice."""
        mention = Passage.cut(self.text, voice.source.start, voice.source.end)
        member = None if voice.member is None else self.cast.members[voice.member]
        if member is None or (not member.named and voice.source.form == "description"):
            principal = self.cast.member(voice.source.name) if voice.source.name else None
            speaks_for = principal.name if principal and "spokes" in mention.text.lower() else None
            return made(
                Speaker,
                name=mention.text,
                mention=mention,
                kind=_kind_of(mention.text),
                resolved_by=voice.resolved_by,
                confidence=voice.confidence,
                on_behalf_of=speaks_for,
            )
        name = member.name
        if voice.source.others:
            joint = (self.cast.member(other) for other in voice.source.others)
            name = " and ".join((name, *(m.name for m in joint if m is not None)))
        return made(
            Speaker,
            name=name,
            mention=mention,
            kind=member.kind,
            resolved_by=voice.resolved_by,
            confidence=voice.confidence,
            on_behalf_of=member.speaks_for,
        )


def _describes(words: str, named: bool) -> bool:
    """Whether a phrase can be somebody: by a determiner, a name, a plural, or a word for a role, a body or a text."""
    parts = words.lower().split()
    verb = cues.verbs().get(parts[0])
    determined = parts[0] in DETERMINERS
    acts = parts[0] in cues.words("auxiliaries") and not determined
    if acts or (verb is not None and verb.form in ("past", "s")) or parts[-1] == "ago":
        return False
    if determined or parts[0] in NUMBERING or parts[0] in QUANTIFIERS:
        return len(parts) > 1 or parts[0] in QUANTIFIERS
    if named or (len(parts) <= _MOST_BARE and parts[-1].endswith("s")):
        return True
    bodies, documents = cues.words("bodies"), cues.words("documents")
    return any(is_role(w) or w in bodies or w in documents for w in parts)


def _kind_of(description: str) -> SpeakerKind:
    words = [w.strip(".,").removesuffix("s") for w in description.lower().split()]
    if any(is_role(w) for w in words):
        return "person"
    return "organization" if any(w in cues.words("bodies") for w in words) else "unknown"
