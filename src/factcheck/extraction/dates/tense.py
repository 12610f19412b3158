"""Tense as a cue: whether the clause around a time expression looks ahead or back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ...knowledge import load
from .tokens import Tokens, codes

Tense = Literal["future", "until", "past", "present"]
Signal = Literal["future", "until", "past", "present", "infinitive", "participle"]

REACH = 12
"""How many words around an expression may tell its tense; more reach into other clauses."""


def tense(tokens: Tokens, first: int, stop: int, reach: int = REACH) -> Tense | None:
    """The tense that the nearest verb gives the expression in ``tokens[first:stop]``, or None where no verb tells.

    The verb before the expression counts first, since in English news a time follows its verb; then the one behind.
    A word in -ed counts at once where it stands right before the expression, else only where no clearer verb does.
    "Until" and "by" look ahead only where no verb looks back.
    """
    if _belongs_to_noun(tokens, first, stop):
        return None
    weak: Tense | None = None
    infinitive = participle = False
    for at, signal in _signals(tokens, range(first - 1, max(first - 1 - reach, -1), -1)):
        if signal == "until":
            weak = "until"
        elif signal == "infinitive":
            infinitive = True
        elif signal == "participle":
            if at >= first - 2 and weak is None:
                return "past"
            participle = not infinitive and weak is None
        else:
            return _settled(signal, weak, infinitive, participle)
    return "past" if participle else _behind(tokens, stop, weak, reach)


def _settled(verb: Tense, weak: Tense | None, infinitive: bool, participle: bool) -> Tense:
    """The tense where a clear verb stands before the expression, behind what stands between the two."""
    if verb == "past":
        return (weak or "present") if infinitive else "past"
    return "past" if participle and verb == "present" else weak or verb


def _behind(tokens: Tokens, stop: int, weak: Tense | None, reach: int) -> Tense | None:
    """The tense of the first verb behind the expression; ``weak`` where that verb does not look back or ahead."""
    for _, signal in _signals(tokens, range(stop, min(stop + reach, len(tokens.words)))):
        if signal == "participle":
            return weak or "past"
        if signal == "present":
            return weak or signal
        if signal in ("future", "past"):
            return signal
    return weak


def _signals(tokens: Tokens, places: range) -> Iterator[tuple[int, Signal]]:
    """The words of these places that tell a tense, up to the end of the sentence, each with what it tells."""
    for at in places:
        if is_boundary(tokens, at):
            return
        if _looks_ahead(tokens, at, places):
            yield at, "until"
        elif found := _of_word(tokens, at):
            yield at, found
        elif _is_infinitive(tokens, at):
            yield at, "infinitive"
        elif _is_participle(tokens, at):
            yield at, "participle"


def _looks_ahead(tokens: Tokens, at: int, places: range) -> bool:
    """Whether "until" or the like stands at a place; "by" looks ahead only right before the time ("by Friday")."""
    word = tokens.words[at]
    return word in _table()["weak"] and (word != "by" or (at == places.start and places.step < 0))


def _belongs_to_noun(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the expression stands before a noun, as in "the Friday attacks" or "Friday's ruling"."""
    if tokens.words[first] == "the" or (first and tokens.words[first - 1] in _table()["determiners"]):
        return True
    return tokens.words[stop : stop + 2] in (["'", "s"], ["’", "s"])


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    following = at + 1
    return (
        tokens.words[at] == "to"
        and following < len(tokens.words)
        and tokens.text[tokens.starts[following]].islower()
        and tokens.words[following] not in _table()["no_infinitive"]
    )


def is_boundary(tokens: Tokens, at: int) -> bool:
    """Whether the sentence or clause ends at the token ``at``."""
    word = tokens.words[at]
    if word in (";", "!", "?") or tokens.codes[at] == codes()["BREAK"]:
        return True
    if word != "." or at == 0:
        return False
    following = at + 1
    capital = following >= len(tokens.words) or not tokens.text[tokens.starts[following]].islower()
    return capital and len(tokens.words[at - 1]) > 3


def _of_word(tokens: Tokens, at: int) -> Tense | None:
    word = tokens.words[at]
    table = _table()
    previous = tokens.words[at - 1] if at else ""
    if f"{previous} {word}" in table["future_pairs"]:
        return "future"
    if previous == "to" or previous in table["determiners"]:
        return None
    if word in table["future"] or word in table["timetable"]:
        return "future"
    if word in table["present"] or word in table["saying"]:
        return "present"
    if word in table["past"]:
        return None if previous in table["copula"] else "past"
    return None


def _is_participle(tokens: Tokens, at: int) -> bool:
    """Whether a word ends like a regular past tense, which an adjective ("preferred shares") may do too."""
    word = tokens.words[at]
    if len(word) < 5 or not word.endswith("ed") or word.endswith("eed") or not tokens.text[tokens.starts[at]].islower():
        return False
    return not at or tokens.words[at - 1] not in _table()["copula"] | _table()["determiners"]


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("tense").items() if isinstance(words, list)}
