"""Statements made ready for comparison, and packed: a million of them fit in memory, and go from process to process.

The statements of one article are made ready together, from what is told of it in plain values. So this can be done
anywhere, an article at a time.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from ..models import Article, Claim, Form
from .blocking import pieces
from .information import information, terms
from .story import beside, marks

TOLD = 3.0
"""Information, in nats, from which on a word beside a statement counts: a word of fewer than one statement in twenty.
Set by hand."""

_QUOTED = re.compile(r"[\"“„]([^\"“”„]*)(?:[\"”]|$)")


class Said(NamedTuple):
    """What is needed of a claim."""

    id: str
    form: Form
    start: int
    end: int
    text: str
    speaker: str | None
    """The speaker's name; None where nobody is named."""

    @classmethod
    def of(cls, claim: Claim) -> Said:
        """What is needed of this claim."""
        named = claim.speaker is not None and claim.speaker.resolved_by != "description"
        speaker = claim.speaker.name if named and claim.speaker else None
        span = claim.content.span
        return cls(claim.id, claim.form, span.start, span.end, claim.content.text, speaker)


class Told(NamedTuple):
    """What is needed of an article and its claims."""

    prose: str
    day: int | None
    """Day of publication, as an ordinal."""
    said: tuple[Said, ...]

    @classmethod
    def of(cls, article: Article, said: Iterable[Said]) -> Told:
        """What is needed of this article."""
        return cls(article.prose, article.published.start.toordinal() if article.published else None, tuple(said))


class Ready(NamedTuple):
    """The statements of one article, packed."""

    names: str
    """Names and numbers of the article."""
    day: int | None
    packed: tuple[bytes, ...]
    """A statement each, as JSON; `Statement` unpacks it."""
    pieces: tuple[tuple[tuple[int, str], ...], ...]
    """What each statement is found by, as `blocking.pieces` gives it."""


class Statement:
    """A claim, and what stands around it, made ready for comparison. What few pairs need is unpacked when asked for."""

    def __init__(self, packed: bytes, names: str) -> None:
        """``packed`` is the statement's part of a `Ready`, ``names`` its article's."""
        (
            self.form,
            self.day,
            self.speaker,
            self.count,
            self.again,
            self.total,
            self.bonus,
            self.quoted_total,
            self.named,
            self.told,
            self._words,
            self._quoted,
            self._context,
            self._inside,
        ) = json.loads(packed)
        self._names = names
        self.held = frozenset(self._words.split())

    form: Form
    day: int | None
    """Day of publication, as an ordinal."""
    speaker: str | None
    """Last word of the speaker's name, folded; None where nobody is named."""
    count: int
    """How many words it has."""
    again: int
    """How many of them it has said before."""
    total: float
    """The information of its words."""
    bonus: float
    """What its repeated words weigh together beyond their first time."""
    quoted_total: float
    """The information of its words in quotation marks."""
    named: float
    """The information, as a logarithm, of the names of its article."""
    told: float
    """What the words beside it count at most."""
    held: frozenset[str]
    """Its words, each once."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in order."""
        return tuple(self._words.split())

    @cached_property
    def weight(self) -> tuple[float, ...]:
        """The information of each word."""
        return weights(self.words)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Those of the words that stand in quotation marks."""
        return self.words if self._quoted is None else tuple(self._quoted.split())

    @cached_property
    def quoted_weight(self) -> tuple[float, ...]:
        """The information of each of these."""
        return weights(self.quoted)

    @cached_property
    def context(self) -> frozenset[str]:
        """Words beside it, those of its own that stand outside of the quotation marks among them."""
        return frozenset(self._context.split())

    @cached_property
    def names(self) -> frozenset[str]:
        """Names and numbers of its article."""
        return frozenset(self._names.split()).difference(self._inside.split())


def weights(words: Sequence[str]) -> tuple[float, ...]:
    """The information of each word of a statement. A word tells less each time it is said again."""
    if len(set(words)) == len(words):
        return tuple(map(information, words))
    seen: Counter[str] = Counter()
    result: list[float] = []
    for word in words:
        seen[word] += 1
        result.append(information(word) / seen[word])
    return tuple(result)


def prepare(told: Told) -> Ready:
    """The statements of an article, packed."""
    found = marks(told.prose)
    names = {mark.word for mark in found}
    named = math.log1p(math.fsum(map(information, names)))
    packed: list[bytes] = []
    keys: list[tuple[tuple[int, str], ...]] = []
    for said in told.said:
        words = tuple(terms(said.text))
        quoted = _quoted(said, words)
        context = (beside(told.prose, said.start, said.end) | _own(said, words)) - set(quoted or words)
        inside = {m.word for m in found if said.start <= m.at < said.end}
        inside -= {m.word for m in found if not said.start <= m.at < said.end} if inside else set()
        weight = weights(words)
        speaker = terms(said.speaker) if said.speaker else []
        row = (
            said.form,
            told.day,
            speaker[-1] if speaker else None,
            len(words),
            len(words) - len(set(words)),
            sum(weight),
            max(0.0, math.fsum(weight) - math.fsum(map(information, set(words)))),
            sum(weights(quoted)),
            named,
            math.log1p(math.fsum(max(0.0, information(word) - TOLD) for word in context)),
            " ".join(words),
            None if quoted is words else " ".join(quoted),
            _joined(context),
            _joined(inside),
        )
        packed.append(json.dumps(row).encode())
        keys.append(pieces(words))
    return Ready(_joined(names), told.day, tuple(packed), tuple(keys))


def _own(said: Said, words: Iterable[str]) -> frozenset[str]:
    return frozenset(words if said.form == "mixed" else ())


def _quoted(said: Said, words: tuple[str, ...]) -> tuple[str, ...]:
    if said.form == "indirect":
        return ()
    if said.form == "mixed" and (inside := terms(" ".join(_QUOTED.findall(said.text)))):
        return tuple(inside)
    return words


def _joined(words: Collection[str]) -> str:
    return " ".join(sorted(words))
