"""The words of a run of capitals in which names are looked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from .name_words import LINK_WORDS, name_lexicon


class Token(NamedTuple):
    """A word of a run, without the marks around it."""

    word: str
    low: str
    start: int
    end: int
    link: str
    """The small word before it ("of", "and" ...), or nothing."""


def tokens_of(run: str) -> list[Token]:
    """The words of a run, each with the small word before it."""
    words = run.split(" ")
    if not (all(map(str.isalpha, words)) and LINK_WORDS.isdisjoint(words)):
        return [_token(match) for match in name_lexicon().token.finditer(run)]
    # Most runs are letters and single spaces: their words are the tokens.
    tokens: list[Token] = []
    at = 0
    for word in words:
        tokens.append(Token(word, word.casefold(), at, at + len(word), ""))
        at += len(word) + 1
    return tokens


def _token(match: re.Match[str]) -> Token:
    link, word = match.groups()
    start, end = match.span("word")
    return Token(word, _plain(word), start, end, link.lower() if link else "")


def _plain(word: str) -> str:
    return word.strip('., "“”').replace("’", "'").casefold()


def initials(token: Token) -> bool:
    """Whether a token is initials of a person ("J.", "J.D."); those of nations are in the table of places."""
    return token.word.endswith(".") and len(token.low.replace(".", "")) * 2 == len(token.low) + 1
