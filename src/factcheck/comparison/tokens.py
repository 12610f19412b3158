"""The words of a quotation as they are compared: contractions in full, one spelling, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from ..knowledge import load
from ..text import fold, sentences

_TOKEN = re.compile(
    r"(?P<ellipsis>\[\s?…\s?\]|\[\s?\.{3,4}\s?\]|\.(?:\s?\.){2,3}|…)"
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|\w+(?:['’]\w+)*|['’](?:em|cause|til)\b|%)"
)


@dataclass(frozen=True)
class Piece:
    """A part of a quotation between one pair of marks."""

    text: str
    start: int
    """Where it stands in its article."""
    closed: bool
    """Whether its last sentence ends here, as printed, be it with a comma and an attribution."""


@dataclass(frozen=True)
class Token:
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

    @property
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

    def gap(self, start: int, end: int) -> bool:
        """Whether an ellipsis or an attribution stands between the words ``start - 1`` and ``end``."""
        around = self.tokens[max(start - 1, 0) : end + 1]
        if any(a.piece != b.piece for a, b in pairwise(around)) or any(token.elided for token in around[1:]):
            return True
        return end == len(self.tokens) and self.trailing[-1]


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


def _tokens(piece: Piece, number: int, first: bool) -> tuple[list[Token], bool]:
    openings = [start for start, _ in sentences(piece.text)][0 if first else 1 :]
    tokens: list[Token] = []
    depth, elided = 0, False
    for match in _TOKEN.finditer(piece.text):
        kind = match.lastgroup
        if kind == "ellipsis":
            elided = True
        elif kind != "word":
            depth = max(0, depth + (1 if kind == "open" else -1))
        else:
            opens = bool(openings) and openings[0] <= match.start()
            while openings and openings[0] <= match.start():
                openings.pop(0)
            full = keys(match.group())
            for key in full:
                tokens.append(
                    Token(
                        key=key,
                        start=piece.start + match.start(),
                        end=piece.start + match.end(),
                        piece=number,
                        opens=opens,
                        bracketed=depth > 0,
                        elided=elided,
                        capital=match.group()[0].isupper(),
                        contracted=len(full) > 1,
                    )
                )
                opens = elided = False
    return tokens, elided


@cache
def keys(word: str) -> tuple[str, ...]:
    """A word as it is compared: contractions in full, American spelling, numbers in figures."""
    table = load("wording")
    plain = fold(word).replace(",", "") if word[0].isdigit() else fold(word)
    if plain.endswith(".") and len(plain) > 2:
        plain = plain.replace(".", "")
    if (full := table["contractions"].get(plain)) is not None:
        return tuple(full.split())
    for ending, meaning in table["endings"].items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return (_american(plain.removesuffix(ending)), meaning)
    return (table["numbers"].get(plain) or _american(plain),)


def joined(found: Iterable[str]) -> str:
    """Words as they are compared, written as one: "every one", which is "every 1", is as good as "everyone"."""
    return "".join("one" if key == "1" else key for key in found)


def _american(word: str) -> str:
    table: dict[str, Any] = load("wording")
    if word in table["words"]:
        return str(table["words"][word])
    for rule in table["spelling"]:
        for british, american in zip(rule["british"], rule["american"], strict=True):
            if len(word) >= rule["letters"] and word.endswith(british):
                return word.removesuffix(british) + str(american)
    return word
