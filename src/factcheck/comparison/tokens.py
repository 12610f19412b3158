"""The words of a quotation as they are compared: contractions in full, one spelling, each with its place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..text import fold, sentences
from .house_style import plain

_TOKEN = re.compile(
    r"(?P<ellipsis>\[\s?…\s?\]|\[\s?\.{3,4}\s?\]|\.(?:\s?\.){2,3}|…)"
    r"|(?P<word>\[[^\W\d_]\][^\W\d_]+|(?:[^\W\d_]\.){2,}|(?:US|NZ|HK|AU|CA|[ACRS])?[$£€¥₹₽₩₪₺₦](?=\s?\d)"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W\d_]++\*+\w*|\*+\w+|(?i:s?[bcdfghpst])[-–—_]{2,}[^\W\d_]+"
    r"|[^\W\d_]++(?<=[^\W\d_]in)['’](?!\w)|\w++(?:['’]\w++)*+|['’](?:em|cause|til|bout|tis|twas)\b|(?<=\s)['’](?:m|s|re|ve|ll|d)\b|[%&])"
    r"|(?P<open>[\[(])|(?P<close>[\])])"
)
_PAUSE = re.compile(r"[,;:(–—]|--")
_SIC = "sic"
"""The note by which an editor says that the words stand as they were said."""


@dataclass(frozen=True)
class Piece:
    """A part of a quotation between one pair of marks."""

    text: str
    start: int
    """Where it stands in its article."""
    closed: bool
    """Whether its last sentence ends here, as printed, be it with a comma and an attribution."""
    affirmed: bool = False
    """Whether it is a part of somebody's sentence in which no word before it denies or doubts."""


class _Printed(NamedTuple):
    """A word as it stands in a piece."""

    text: str
    start: int
    end: int
    opens: bool
    bracketed: bool
    elided: bool


class Token(NamedTuple):
    """A word of a reading, in the form in which it is compared."""

    key: str
    start: int
    end: int
    piece: int
    opens: bool
    """Whether a sentence starts with it."""
    bracketed: bool
    """Whether it stands in an editor's brackets."""
    elided: bool
    """Whether an ellipsis stands before it."""
    capital: bool
    contracted: bool
    """Whether it is a part of a contraction."""
    pause: bool
    """Whether a comma, a dash or the like stands before it."""

    @property
    def starts(self) -> bool:
        """Whether a sentence starts with it, and says so by its capital."""
        return self.opens and self.capital


@dataclass(frozen=True)
class Reading:
    """A quotation as one article prints it."""

    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]
    trailing: tuple[bool, ...]
    """For each piece, whether it ends with an ellipsis."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words in the form in which they are compared."""
        return tuple(token.key for token in self.tokens)

    def closes(self, at: int) -> bool:
        """Whether a sentence ends with the word ``at``, without an ellipsis."""
        token = self.tokens[at]
        if at + 1 == len(self.tokens) or self.tokens[at + 1].piece != token.piece:
            return self.pieces[token.piece].closed and not self.trailing[token.piece]
        return self.tokens[at + 1].opens and not self.tokens[at + 1].elided

    def goes_on(self, at: int) -> bool:
        """Whether the sentence of the word ``at`` has another word behind it."""
        if at + 1 >= len(self.tokens):
            return False
        here, following = self.tokens[at], self.tokens[at + 1]
        return not following.opens and not (here.piece != following.piece and self.pieces[here.piece].closed)

    def sentence_start(self, at: int) -> int:
        """The first word of the sentence of the word ``at``."""
        while at > 0 and self.goes_on(at - 1):
            at -= 1
        return at

    def sentence_end(self, at: int) -> int:
        """One past the last word of the sentence of the word ``at``."""
        while self.goes_on(at):
            at += 1
        return at + 1

    def breaks(self, at: int) -> bool:
        """Whether an ellipsis or an attribution stands before the word ``at``, or behind the last one."""
        if at >= len(self.tokens):
            return self.trailing[-1]
        return at > 0 and (self.tokens[at].elided or self.tokens[at].piece != self.tokens[at - 1].piece)


def reading(pieces: Sequence[Piece]) -> Reading:
    """The words of a quotation out of its pieces, which come in the order of the article."""
    tokens: list[Token] = []
    trailing: list[bool] = []
    for number, piece in enumerate(pieces):
        first = number == 0 or pieces[number - 1].closed
        made, ends = _tokens(piece, number, first)
        tokens += made
        trailing.append(ends)
    return Reading(tuple(tokens), tuple(pieces), tuple(trailing))


def keys_of(text: str) -> list[str]:
    """The words of a text in the form in which they are compared, as those of a reading are."""
    printed, _ = _printed(text, [])
    return [word.key for word in plain([word.text for word in printed])]


def _tokens(piece: Piece, number: int, first: bool) -> tuple[list[Token], bool]:
    openings = [start for start, _ in sentences(piece.text)][0 if first else 1 :]
    printed, trailing = _printed(piece.text, openings)
    tokens: list[Token] = []
    at = -1
    for word in plain([word.text for word in printed]):
        one, last = printed[word.first], printed[word.last]
        begins = one.start > at
        at = one.start
        between = piece.text[printed[word.first - 1].end if word.first else 0 : one.start]
        tokens.append(
            Token(
                key=word.key,
                start=piece.start + one.start,
                end=piece.start + last.end,
                piece=number,
                opens=one.opens and begins,
                bracketed=one.bracketed,
                elided=one.elided and begins,
                capital=one.text[0].isupper(),
                contracted=word.contracted,
                pause=begins and between != " " and _PAUSE.search(between) is not None,
            )
        )
    return tokens, trailing


def _printed(text: str, openings: Sequence[int]) -> tuple[list[_Printed], bool]:
    """The words of a text whose sentences start at ``openings``, as they stand; whether it ends with an ellipsis."""
    printed: list[_Printed] = []
    waiting = deque(openings)
    depth, elided, opens = 0, False, False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "ellipsis":
            elided = True
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif not (depth and fold(match.group()) == _SIC):
            word, (start, end) = match.group(), match.span()
            while waiting and waiting[0] <= start:
                waiting.popleft()
                opens = True
            if word[0] == "[":
                word = word.replace("[", "").replace("]", "")
            printed.append(_Printed(word, start, end, opens, depth > 0, elided))
            elided = opens = False
    return printed, elided
