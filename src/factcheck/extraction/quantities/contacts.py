"""Numbers that lead to somebody: of houses, postcodes, telephones and short codes."""

from __future__ import annotations

from functools import cache

from ...knowledge import load
from .numerals import Numeral
from .tokens import Tokens

AREA = 3
"""Digits of the code of an area; one more has the number that letters stand for."""

SHORT_CODE = 5
"""Least digits of a number to which one sends a text, and of a postcode."""

BEFORE = 8
"""Words before a short code among which the word for a text message stands."""


def is_contact(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether bare digits tell where somebody lives or is called."""
    rules = (_house, _telephone, _spelt, _emergency, _postcode, _short_code)
    return any(rule(tokens, numeral) for rule in rules)


def _house(tokens: Tokens, numeral: Numeral) -> bool:
    """Behind "at" and before a name, whatever it is called: "at 561 N. Center", "located at 13859 8 Mile Road"."""
    at = numeral.last + 1
    if tokens.at(numeral.first - 1) != "at" or not tokens.words[numeral.first].isdecimal() or not tokens.near(at):
        return False
    return tokens.capital(at) or tokens.at(at) in _set("compass") or (tokens.digits(at) and tokens.capital(at + 1))


def _telephone(tokens: Tokens, numeral: Numeral) -> bool:
    """A part of a telephone number: "1 (305) 471-8477", "305-471-TIPS"."""
    first, last = numeral.first, numeral.last
    before, after = tokens.at(first - 1), tokens.at(last + 1)
    if before == "(" and after == ")":
        return len(tokens.words[first]) == len(tokens.word(last + 2)) == AREA and tokens.digits(last + 2)
    if after == "(" and tokens.at(last + 3) == ")":
        return tokens.words[first] == "1" and len(tokens.word(last + 2)) == AREA
    lettered = after == "-" and len(tokens.word(last + 2)) == AREA + 1 and tokens.word(last + 2).isupper()
    behind_area = before == ")" and tokens.digits(first - 2) and tokens.at(first - 3) == "("
    return lettered or (behind_area and last - first == 2)


def _spelt(tokens: Tokens, numeral: Numeral) -> bool:
    """In brackets behind the letters that it stands for: "471-TIPS (8477)", "CRIMES (274637)"."""
    digits, letters = tokens.words[numeral.first], tokens.word(numeral.first - 2)
    bracketed = tokens.at(numeral.first - 1) == "(" and tokens.at(numeral.last + 1) == ")"
    return bracketed and letters.isupper() and len(letters) == len(digits) > AREA and digits.isdecimal()


def _emergency(tokens: Tokens, numeral: Numeral) -> bool:
    """The emergency call of a country: "called 911", "a 999 call"."""
    if tokens.words[numeral.first] not in _set("emergency"):
        return False
    before, after = tokens.at(numeral.first - 1), tokens.at(numeral.last + 1)
    # What is counted is a plural: "called 112 witnesses".
    return (before in _set("calling") and not after.endswith("s")) or after in _set("called")


def _postcode(tokens: Tokens, numeral: Numeral) -> bool:
    """Behind the two letters of a state: "Madison, WI 53711"."""
    state = tokens.word(numeral.first - 1)
    digits = tokens.words[numeral.first]
    return len(digits) == SHORT_CODE and digits.isdecimal() and len(state) == 2 and state.isupper()


def _short_code(tokens: Tokens, numeral: Numeral) -> bool:
    """To which a text is sent: "text TIPS to 50411"."""
    digits, first = tokens.words[numeral.first], numeral.first
    if tokens.at(first - 1) != "to" or len(digits) < SHORT_CODE or not digits.isdecimal():
        return False
    return not _set("texting").isdisjoint(tokens.low[max(0, first - BEFORE) : first])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("number_names")[name])
