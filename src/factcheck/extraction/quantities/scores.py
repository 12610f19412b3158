"""Scores of games and votes: two numbers that tell one result, as "3-1", "nine votes to six", "12 for, 5 against"."""

from __future__ import annotations

from ...knowledge import words
from .numerals import Numeral
from .tokens import Tokens

_BEFORE, _BEHIND = 4, 3
"""Tokens before a score, and behind it, among which a word of winning or voting makes two numbers one."""

_APART = 8
"""Most tokens between those in favour and those against, with the two words that say so."""

_DASHES = frozenset(("-", "–", "‑"))


def is_score(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """Whether two bare numbers, one behind the other, are a score, which stands from the one to the other."""
    forms = ("digits", "words")
    if a.form not in forms or b.form not in forms or not (a.value.is_integer() and b.value.is_integer()):
        return False
    between = tokens.low[a.last + 1 : b.first]
    if between == ["to"]:
        return a.value > b.value and _has_cue(tokens, a, b)
    if len(between) == 2 and between[1] == "to":
        return between[0] in words("numbers", "score_units")
    if len(between) == 1 and between[0] in _DASHES:
        return tokens.glued(b.first) and tokens.glued(b.first - 1) and _is_written_as_one(tokens, a, b)
    return _are_for_and_against(tokens, a, b)


def counts_votes(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """Whether a score is of a vote, not of a game, by the words in it and around it."""
    near = map(tokens.at, range(a.first - _BEFORE, b.last + 1 + _BEHIND))
    return not (words("numbers", "vote_cues") | words("numbers", "against")).isdisjoint(near)


def _is_written_as_one(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """As in "a 3-1 win", "voted 52-48", "five-four": with a cue, or in digits the greater first."""
    if tokens.glued(a.first) or (tokens.glued(b.last + 1) and tokens.at(b.last + 1)[0] in "-–/:"):
        return False
    in_digits = a.form == b.form == "digits"
    return a.value < 1000 and (_has_cue(tokens, a, b) or (in_digits and a.value > b.value))


def _has_cue(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    around = (*range(a.first - _BEFORE, a.first), *range(b.last + 1, b.last + 1 + _BEHIND))
    return not words("numbers", "score_cues").isdisjoint(map(tokens.at, around))


def _are_for_and_against(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """As in "seven in favour, four against", "nine voted for it and six against"."""
    between = tokens.low[a.last + 1 : b.first]
    if len(between) > _APART or not all(tokens.near(at) for at in range(a.last + 1, b.last + 2)):
        return False
    against = words("numbers", "against")
    behind = [tokens.at(at) for at in range(b.last + 1, b.last + 1 + _BEHIND)]
    favour = not words("numbers", "in_favour").isdisjoint(between) and against.isdisjoint(between)
    return favour and any(word in against and not _is_mark(behind[:at]) for at, word in enumerate(behind))


def _is_mark(found: list[str]) -> bool:
    return any(word and not word[0].isalnum() for word in found)
