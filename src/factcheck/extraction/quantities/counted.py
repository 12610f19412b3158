"""What a number counts: the dead, the injured, or the noun behind it."""

from __future__ import annotations

from functools import cache

from ...entities.number_words import small_numbers
from ...knowledge import load, words
from .tokens import Tokens

KILLED = "people killed"
INJURED = "people injured"

_REACH = 10
"""Tokens that may stand between a number and what befell the people it counts."""

_NOUN = 5
"""Most tokens of a counted noun phrase."""


def casualty(tokens: Tokens, first: int, last: int) -> str | None:
    """``KILLED`` or ``INJURED`` where the number in these tokens counts the dead or the hurt, else None.

    One of "three women and two men" counts a part of them, by its noun.
    """
    if _is_part(tokens, first, last):
        return None
    return _behind(tokens, last) or _verb_before(tokens, first, last) or _toll(tokens, first)


def noun(tokens: Tokens, last: int) -> str | None:
    """The noun phrase behind the token ``last``, in lower case; None where no word follows that could be one."""
    at = last + 1
    while tokens.at(at) == "-" and tokens.glued(at):
        at += 1
    if at > last + 1 and (extent := load("number_names")["extents"].get(tokens.at(at))):
        return str(extent)
    found: list[str] = []
    while len(found) < _NOUN and tokens.near(at):
        low = tokens.at(at)
        if low in ("-", "‑") and found and tokens.glued(at) and tokens.glued(at + 1):
            at += 1
            continue
        if not low[0].isalpha() or low in _closed() or (found and low.endswith(("ed", "ing"))):
            break
        found.append(low)
        at += 1
        if (low.endswith("s") and not low.endswith("ss")) or low in _table()["people"]:
            break
    return " ".join(found) or None


def offspring(tokens: Tokens, first: int, last: int) -> str | None:
    """What children are counted where the number in these tokens tells of how many somebody is the parent, else None.

    The noun behind it tells more where there is one: "a father of three girls".
    """
    at = first - 1
    while tokens.at(at) == "-" and tokens.glued(at):
        at -= 1
    if tokens.at(at) != "of":
        return None
    at -= 1
    while tokens.at(at) == "-" and tokens.glued(at):
        at -= 1
    whom = load("number_names")["offspring"].get(tokens.at(at))
    told = noun(tokens, last) or ""
    small = bool(told) and tokens.text[tokens.starts[last + 1]].islower()
    plural = told.endswith("s") or told.rpartition(" ")[2] in _table()["people"]
    return str(whom) if whom and not (small and plural) else None


def _behind(tokens: Tokens, last: int) -> str | None:
    """As in "two people were killed", "3 dead", "five others injured", "12 deaths"."""
    table, at = _table(), last + 1
    people = False
    for i in range(at, at + _REACH):
        low = tokens.at(i)
        if low in table["killed"]:
            return KILLED
        if low in table["injured"]:
            return None if _part(tokens, i) else INJURED
        if low in table["people"]:
            people = True
        elif low in table["not_between"] or low.endswith("n't"):
            return None
        elif low == "and" and tokens.at(i - 1) in ("shot", "stabbed", "found", "beaten", "killed"):
            continue
        elif low not in table["between"] and not (people and low.endswith("ly")) and low not in table["partial"]:
            return None
        if not tokens.near(i + 1):
            return None
    return None


def _is_part(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number counts people before or behind an "and" that joins them to a number of others."""
    joint = _people_end(tokens, last + 1)
    if joint == last + 1:
        return False
    if tokens.at(first - 1) == "and" and tokens.at(first - 2) in _table()["people"]:
        return any(_is_number(tokens, at) for at in range(first - 2 - _NOUN, first - 2))
    return tokens.at(joint) == "and" and _is_number(tokens, joint + 1) and _people_end(tokens, joint + 2) > joint + 2


def _people_end(tokens: Tokens, at: int) -> int:
    """Where a noun for people ends that begins at a place with the words before it; the place itself without one."""
    for i in range(at, at + _NOUN):
        if tokens.at(i) in _table()["people"]:
            return i + 1
        if not tokens.at(i)[:1].isalpha() or tokens.at(i) in _closed():
            break
    return at


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.digits(at) or tokens.at(at) in small_numbers()


def _part(tokens: Tokens, at: int) -> bool:
    """Whether only the badly hurt, or the lightly hurt, are counted."""
    return any(tokens.at(i) in _table()["partial"] for i in (at - 1, at + 1))


def _verb_before(tokens: Tokens, first: int, last: int) -> str | None:
    """As in "killing at least 12", "wounded three others", "killed 102 and 21 people"."""
    table, at = _table(), first - 1
    if tokens.at(last + 1) in _NOT_PEOPLE or tokens.at(last + 1).startswith("'"):
        return None
    while tokens.at(at) in ("another", "the", "all", "other", "an", "estimated", "some", "of"):
        at -= 1
    # "Was killed 12 miles away": what is counted must be people, or nothing at all.
    follows = tokens.at(last + 1)
    if follows[:1].isalpha() and follows not in table["people"] and follows not in _closed():
        return None
    if not words("casualties", "parts", "passive").isdisjoint((tokens.at(at - 1), tokens.at(at - 2))):
        return None
    if tokens.at(at - 1) in _UNREAL:
        return None
    if tokens.at(at) in table["killing"]:
        return KILLED
    return INJURED if tokens.at(at) in table["injuring"] else None


def _toll(tokens: Tokens, first: int) -> str | None:
    """As in "the death toll rose to 31"."""
    table = _table()
    for i in range(first - 1, max(first - 1 - _REACH, -1), -1):
        low = tokens.low[i]
        if low in table["tolls"]:
            return KILLED if tokens.at(i - 1) in ("death", "the", "its", "official") else None
        if low not in table["toll_between"] and not low[0].isdecimal():
            return None
    return None


_UNREAL = frozenset(
    ("to", "would", "could", "can", "may", "might", "will", "should", "not", "never", "didn't", "nearly", "almost")
)
_NOT_PEOPLE = frozenset(("%", "percent", "-", "years", "year", "miles", "times", "/", ":", "$"))


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("casualties").items() if isinstance(words, list)}


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"])
