"""Ages without a word for years: behind a name or a noun, "Mary Hill, 51, said", and in lists, "ages 21, 22 and 24"."""

from __future__ import annotations

from functools import cache

from ...entities.number_words import small_numbers
from ...knowledge import load
from .numerals import Numeral
from .tokens import Tokens

LISTED = 12
"""Tokens of a list of ages before the one that is asked for."""


YOUNGEST = 2
"""Least number that an age by itself is: "she was one" may say anything."""

AGED_BY = {
    f"{short}{ending}": unit
    for short, unit in (("year", "year"), ("yr", "year"), ("month", "month"), ("week", "week"), ("day", "day"))
    for ending in ("", "s")
}
"""The unit of an age, by the words for it."""

_BE = frozenset(("is", "was", "turned", "turns"))
_GOING_ON = frozenset(("of", "to", "or", "-", "–", "/", "%", "'", "’"))
"""What goes on with a number that is no age: "5-foot-9", "5'9", "32 to 34 weeks"."""

_LISTING = frozenset((",", "and", "or", "to", "-", "–"))
_TOLD = frozenset(("both", "then", "now"))
"""What may stand between a name's comma and an age: "the brothers, both 28, said"."""


def is_age(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare numeral that may be an age is one, by what stands around it."""
    if numeral.scaled or not numeral.value.is_integer() or tokens.word(numeral.first).startswith("0"):
        return False
    if _in_list(tokens, numeral) or _behind_be(tokens, numeral):
        return True
    return numeral.form == "digits" and (_behind_name(tokens, numeral) or _behind_noun(tokens, numeral))


def _in_list(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "ages" or "aged" opens the list of numbers in which the numeral stands."""
    behind = tokens.at(numeral.last + 1)
    if behind[:1].isalpha() and behind not in _closed() and behind not in AGED_BY:
        return False
    at = least = numeral.first - 1
    while at > least - LISTED and (tokens.at(at) in _LISTING or tokens.digits(at) or tokens.at(at) in small_numbers()):
        at -= 1
    return tokens.at(at - (tokens.at(at) == "of")) in ("ages", "aged")


def _behind_name(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the numeral is set off by commas, or brackets, behind a capitalised word: "Mary Hill, 51, said"."""
    opening, before = tokens.at(numeral.first - 1), numeral.first - 2
    if opening in _TOLD and tokens.at(before) == ",":
        opening, before = ",", before - 1
    if opening not in (",", "("):
        return False
    if tokens.at(before) == "." and tokens.at(before - 1) in ("jr", "sr"):
        before -= 1
    names = load("number_names")
    if not tokens.capital(before) or not tokens.word(before)[0].isalpha() or len(tokens.word(before)) < 2:
        return False
    if tokens.at(before) in names["months"] or tokens.at(before) in names["weekdays"]:
        return False
    closing = tokens.at(numeral.last + 1)
    if opening == "(":
        return closing == ")" and (tokens.capital(before - 1) or tokens.at(before - 1) == "-")
    dash = closing in ("—", "–") or (closing == "-" and tokens.at(numeral.last + 2) == "-")
    return dash or closing in ("", ",", ";", ".", ")", ":") or closing in _closed()


def _behind_noun(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the numeral is set off by commas behind a word for one person: "another man, 32, was shot"."""
    first, closing = numeral.first, tokens.at(numeral.last + 1)
    if tokens.at(first - 1) != "," or closing not in (",", ";", ".", ")"):
        return False
    return tokens.at(first - 2) in _persons()


def _behind_be(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a person is or turns so many: "she was twenty-one when", "Ana Vidal, who turned 22"."""
    closing, who = tokens.at(numeral.last + 1), numeral.first - 2
    if tokens.at(numeral.first - 1) not in _BE or numeral.value < YOUNGEST or closing in _GOING_ON:
        return False
    if closing[:1].isalpha() and closing not in _closed() and closing != "when":
        return False
    if tokens.at(who) in ("he", "she", "who"):
        return True
    named = tokens.capital(who) and tokens.capital(who - 1) and len(tokens.word(who)) > 1
    return named or (tokens.at(who) == "," and tokens.capital(who - 1) and tokens.capital(who - 2))


@cache
def _persons() -> frozenset[str]:
    return frozenset((*load("casualties")["single"], "he", "she"))


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"])
