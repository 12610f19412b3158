"""Statements made ready for comparison, and packed: a million of them fit in memory, and go from process to process.

The statements of one article are made ready together, from plain values. So this can be done anywhere, an article at a
time.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from ..entities.name_parts import parse_name
from ..models import Article, Claim, Form
from .blocking import pieces
from .information import informations, informations_by_hash, terms, word_hash
from .surroundings import Mark, beside, marks

FORMS: tuple[Form, ...] = ("direct", "mixed", "indirect")
"""The forms of claims that are statements: what an outlet states itself is none."""

TOLD = 3.0
"""Information, in nats, from which on a word beside a statement counts: a word of fewer than one statement in twenty.
Set by hand."""

_HEAD = Struct("<5d4iIB3I")
"""What a packed statement begins with: the numbers of a `Statement`, and how many hashes of each kind are behind."""

HASH_BYTES = 4
"""Bytes of a packed `word_hash`."""

_ALL = -1
"""What stands for the number of hashes in quotation marks where all words stand in them."""

_QUOTED = re.compile(r"[\"“„]([^\"“”„]*)(?:[\"”]|$)")


class PlainClaim(NamedTuple):
    """What a statement is made of, in plain values: one claim."""

    id: str
    form: Form
    start: int
    end: int
    text: str
    speaker: str | None
    """The speaker's name; None where nobody is named."""

    @classmethod
    def of(cls, claim: Claim) -> PlainClaim:
        """The plain values of this claim."""
        named = claim.speaker is not None and claim.speaker.resolved_by != "description"
        speaker = claim.speaker.name if named and claim.speaker else None
        span = claim.content.span
        return cls(claim.id, claim.form, span.start, span.end, claim.content.text, speaker)


class PlainArticle(NamedTuple):
    """What the statements of an article are made of, in plain values."""

    prose: str
    day: int | None
    """Day of publication, as an ordinal."""
    said: tuple[PlainClaim, ...]

    @classmethod
    def of(cls, article: Article, said: Iterable[PlainClaim]) -> PlainArticle:
        """The plain values of this article."""
        return cls(article.prose, article.published.start.toordinal() if article.published else None, tuple(said))


class PackedArticle(NamedTuple):
    """The statements of one article, packed."""

    names: bytes
    """The `word_hash` of the names and numbers of the article."""
    day: int | None
    packed: tuple[bytes, ...]
    """A statement each: numbers, hashes of words, then a line a text; `Statement` unpacks it."""
    pieces: tuple[tuple[tuple[int, str], ...], ...]
    """What each statement is found by, as `blocking.pieces` gives it."""


class Statement:
    """A claim, and what stands around it, made ready for comparison. What few pairs need is unpacked when asked for."""

    form: Form
    day: int | None
    """Day of publication, as an ordinal."""
    voice: int
    """A number for the speaker, so that other numbers are other speakers; 0 where nobody is named."""
    count: int
    """How many words it has."""
    again: int
    """How many of them have the `word_hash` of one before, as a repeated word has."""
    total: float
    """The information of its words."""
    bonus: float
    """What its words weigh together beyond each `word_hash` of them once."""
    quoted_total: float
    """The information of its words in quotation marks."""
    named: float
    """The information, as a logarithm, of the names of its article."""
    told: float
    """What the words beside it count at most."""
    hashes: tuple[int, ...]
    """The `word_hash` of its words, each once."""

    def __init__(self, packed: bytes, names: bytes) -> None:
        """``packed`` is the statement's part of a `PackedArticle`, ``names`` its article's."""
        (
            self.total,
            self.bonus,
            self.quoted_total,
            self.named,
            self.told,
            day,
            self.count,
            self.again,
            self._quoted,
            self.voice,
            form,
            size,
            self._beside,
            self._inside,
        ) = _HEAD.unpack_from(packed)
        self.form = FORMS[form]
        self.day = day or None
        self.hashes = _unpacked(packed, size, _HEAD.size)
        self._packed = packed
        self._names = names

    @cached_property
    def known_hashes(self) -> frozenset[int]:
        """The `word_hash` of its words, each once."""
        return frozenset(self.hashes)

    @cached_property
    def tells(self) -> Callable[[int], float]:
        """What a `word_hash` of its words tells."""
        return dict(zip(self.hashes, informations_by_hash(self.hashes), strict=True)).__getitem__

    @property
    def beside(self) -> tuple[int, ...]:
        """The `word_hash` of words beside it that count, those of its own outside of the quotation marks among them."""
        return _unpacked(self._packed, self._beside, _HEAD.size + HASH_BYTES * len(self.hashes))

    @cached_property
    def known_beside(self) -> frozenset[int]:
        """The `word_hash` of words beside it that count."""
        return frozenset(self.beside)

    @property
    def names(self) -> Collection[int]:
        """The `word_hash` of names and numbers of its article, without those that stand in the statement alone."""
        names = _unpacked(self._names, len(self._names) // HASH_BYTES)
        if not self._inside:
            return names
        at = _HEAD.size + HASH_BYTES * (len(self.hashes) + self._beside)
        return frozenset(names).difference(_unpacked(self._packed, self._inside, at))

    @cached_property
    def known_names(self) -> frozenset[int]:
        """The `word_hash` of names and numbers of its article, without those that stand in the statement alone."""
        return frozenset(self.names)

    @property
    def _marked_at(self) -> int:
        """Where the hashes of the words in quotation marks begin."""
        before: int = len(self.hashes) + self._beside + self._inside
        return _HEAD.size + HASH_BYTES * before

    @property
    def quoted_hashes(self) -> tuple[int, ...]:
        """The `word_hash` of the words in quotation marks, each once."""
        if self._quoted == _ALL:
            return self.hashes
        return _unpacked(self._packed, self._quoted, self._marked_at)

    @cached_property
    def _texts(self) -> list[str]:
        """Its words, and those in quotation marks."""
        return self._packed[self._marked_at + HASH_BYTES * max(self._quoted, 0) :].decode().split("\n")

    @property
    def letters(self) -> str:
        """Its words in order, as one text."""
        return self._texts[0]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in order."""
        return tuple(self.letters.split())

    @cached_property
    def held(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

    @cached_property
    def weight(self) -> tuple[float, ...]:
        """The information of each word."""
        return weights(self.words)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Those of the words that stand in quotation marks."""
        return self.words if self._quoted == _ALL else tuple(self._texts[1].split())

    @cached_property
    def quoted_weight(self) -> tuple[float, ...]:
        """The information of each of these."""
        return weights(self.quoted)


def _unpacked(packed: bytes, count: int, at: int = 0) -> tuple[int, ...]:
    return _struct(count).unpack_from(packed, at)


@cache
def _struct(count: int) -> Struct:
    return Struct(f"<{count}I")


def weights(words: Sequence[str]) -> tuple[float, ...]:
    """The information of each word of a statement. A word tells less each time it is said again."""
    weight = informations(words)
    if len(set(words)) < len(words):
        seen: dict[str, int] = {}
        for at, word in enumerate(words):
            seen[word] = seen.get(word, 0) + 1
            weight[at] /= seen[word]
    return tuple(weight)


def pack_article(plain: PlainArticle) -> PackedArticle:
    """The statements of an article, packed."""
    found = marks(plain.prose)
    times = Counter(mark.word for mark in found)
    names = _hashes(times)
    named = math.log1p(math.fsum(informations_by_hash(names)))
    packed = []
    keys = []
    for said in plain.said:
        words = tuple(terms(said.text))
        quoted = _quoted(said, words)
        whole = quoted is words
        hashes = _hashes(words)
        marked = () if whole else _hashes(quoted)
        near = _beside(plain.prose, said, hashes, hashes if whole else marked)
        inside = _hashes(_inside(said, found, times))
        weight = weights(words)
        surname = "".join(parse_name(said.speaker or "").surname[-1:])
        head = _HEAD.pack(
            sum(weight),
            max(0.0, math.fsum(weight) - math.fsum(informations_by_hash(hashes))),
            sum(weight if whole else weights(quoted)),
            named,
            math.log1p(math.fsum(one - TOLD for one in informations_by_hash(near))),
            plain.day or 0,
            len(words),
            len(words) - len(hashes),
            _ALL if whole else len(marked),
            crc32(surname.encode()) | 1 if surname else 0,
            FORMS.index(said.form),
            len(hashes),
            len(near),
            len(inside),
        )
        texts = f"{' '.join(words)}\n{'' if whole else ' '.join(quoted)}"
        packed.append(head + _packed((*hashes, *near, *inside, *marked)) + texts.encode())
        keys.append(pieces(words))
    return PackedArticle(_packed(names), plain.day, tuple(packed), tuple(keys))


def _hashes(words: Iterable[str]) -> tuple[int, ...]:
    """The `word_hash` of words, each once."""
    return tuple(dict.fromkeys(map(word_hash, words)))


def _packed(hashes: Sequence[int]) -> bytes:
    return _struct(len(hashes)).pack(*hashes)


def _beside(prose: str, said: PlainClaim, own: Sequence[int], quoted: Sequence[int]) -> list[int]:
    """The `word_hash` of the words beside a statement that count."""
    near = beside(prose, said.start, said.end)
    if said.form == "mixed":
        near.update(own)
    near.difference_update(quoted or own)
    return [one for one, information in zip(near, informations_by_hash(near), strict=True) if information > TOLD]


def _inside(said: PlainClaim, found: Sequence[Mark], times: Mapping[str, int]) -> list[str]:
    """The names of an article that stand in a statement, and nowhere else in the article."""
    first, last = (bisect_left(found, (place,)) for place in (said.start, said.end))
    inside = Counter(mark.word for mark in found[first:last])
    return [word for word, count in inside.items() if count == times[word]]


def _quoted(said: PlainClaim, words: tuple[str, ...]) -> tuple[str, ...]:
    if said.form == "indirect":
        return ()
    if said.form == "mixed" and (inside := terms(" ".join(_QUOTED.findall(said.text)))):
        return tuple(inside)
    return words
