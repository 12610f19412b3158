"""Persons and bodies that a text tells of without their names: "a neighbour", "his brother", "the regulator".

A description that takes up somebody named before ("the 23-year-old", "the former keeper") is told from one that brings
in somebody new: English marks the first by the definite article and words that only tell more of a known person, the
second by an indefinite article or a possessor (Prince 1981, "Toward a taxonomy of given-new information").
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ..entities.genders import Gender
from ..entities.roles import groups_of
from ..knowledge import load
from . import cues
from .grammar import BE, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS
from .name_words import kin_gender, name_lexicon
from .role_words import is_role, role_gender

_OWNER = r"(?:[A-Z][\w-]*+\.?\s){0,3}(?P<owner>[A-Z][\w-]*+)['’]s?\s(?=[a-z])"
"""Whose somebody is, by a name: "Malaysia's trade minister"."""
_OPENING = re.compile(
    rf"\b(?:(?:[Tt]h(?:e|is|at)|[Aa]n?|[Oo]ne|[Aa]nother|[Hh](?:is|er)|[Tt]heir|[Ii]ts)\s(?=[\w’'])|{_OWNER})"
)
_WORD = re.compile(r"(?P<word>[\w-]+)(?P<owner>['’]s?\b)?(?P<gap>\s?)")
_AGED = re.compile(r"\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-years?-old\b")
_POSSESSORS = ("his ", "her ", "their ", "its ")
_COMPLEMENT = re.compile(r"\s(?:for|of|at|from|in|with)\s")
_PARENT = re.compile(r"\b(?:mother|father|mum|dad|parent)(?:\s|-)of(?:\s|-)[\w-]+$")
_NAMED_BEHIND = re.compile(
    r"\s[A-Z]|,\s(?:[\w-]+-year-old\s)?(?:(?:the|an?|his|her|its|their|former|one)\s(?:[a-z'’-]+\s){0,4})?[A-Z]"
)
_NAMED_LATER = re.compile(r",\s[^,.;\n]{0,60}?\b(?:named|called)\s[A-Z]")
_APPOSED = re.compile(r"[^\W\d_]['’)]?,\s$")
_MOST_WORDS = 5
"""Words of a description behind its article, without a complement."""
_COMPLEMENT_WORDS = 8
_VERB = 24
"""Characters in which a verb stands."""
_PREDICATIVE = PREPOSITIONS | BE | {"as", "than", "became", "become", "or"}
_TRADES = frozenset(("work", "arts", "academic", "sport", "medicine", "church"))
_FORMER = ("former", "ex-", "onetime", "one-time", "then-", "reigning", "defending", "outgoing")
_ORIGIN = re.compile(r"\b[\w'’]+-(?:born|raised|bred|based|educated|trained|time)\s")
"""What tells of somebody known where somebody comes from, or how often somebody won."""


class Description(NamedTuple):
    """A noun phrase of one person or body without a name. ``text[start:end]`` is the phrase with its complement."""

    start: int
    end: int
    head: str
    """Its last noun in lower case."""
    kind: Literal["person", "organization"]
    definite: bool
    again: bool
    """Whether its words only tell more of somebody known: an age, a people, what somebody was formerly."""
    lone: bool
    """Whether it stands for itself: beside no name, and not what somebody is said to be."""

    owner: str | None = None
    """The last name of the possessor that it opens with, nothing of a pronoun: "her coach"."""

    @property
    def gender(self) -> Gender | None:
        """The gender that the noun tells, or None."""
        return noun_gender(self.head)


def find_descriptions(text: str) -> list[Description]:
    """The descriptions of a text in order."""
    found = (describe(text, match.start()) for match in _OPENING.finditer(text))
    return [description for description in found if description is not None]


def describe(text: str, start: int) -> Description | None:
    """The description that begins with the article or possessor at ``start``, or None where it is of nobody."""
    opening = _OPENING.match(text, start)
    if opening is None or (opening[0] == "that " and _tells(text, start)):
        return None
    phrase = _noun_phrase(text, opening.end())
    if phrase is None:
        return None
    head, end, told = phrase
    person = head not in speaking_bodies()
    words = text[start:end].lower()
    definite = words.startswith(("the ", "this ", "that "))
    stop = _complement(text, end)
    told = (
        told
        or head in _again()
        or words.split()[1].startswith(_FORMER)
        or _ORIGIN.search(text, start, end) is not None
        or _PARENT.search(text, start, stop) is not None
    )
    again = person and definite and told
    lone = _is_lone(text, head, start, stop)
    owner = "" if words.startswith(_POSSESSORS) else opening["owner"]
    return Description(start, stop, head, "person" if person else "organization", definite, again, lone, owner)


def _tells(text: str, at: int) -> bool:
    """Whether a verb of saying or thinking stands right before ``at``, so that "that" opens what it tells."""
    front = text[max(0, at - _VERB) : at].split()
    verb = cues.verbs().get(front[-1]) if front else None
    return verb is not None and verb.form != "ing"


def _noun_phrase(text: str, at: int) -> tuple[str, int, bool] | None:
    """The noun for a person or body that the words from ``at`` on lead to, or None.

    Its word in lower case, its end, and whether the words only tell more of somebody known; no compound's first part.
    """
    head, end, told = "", at, False
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at)
        if word is None:
            break
        low, sort = word["word"].lower(), _sort(word["word"])
        if sort == "determiner" and not head:
            return None  # "that the", a conjunction before its clause.
        if sort in ("noun", "telling") and not word["owner"]:
            head, end, told = low, word.end("word"), told or sort == "telling"
        elif head:
            if not _may_follow(low):
                return None
            break
        elif sort == "stop":
            break
        at = word.end()
        if not word["gap"]:
            break
    return (head, end, told) if head else None


@lru_cache(maxsize=1 << 14)
def _sort(word: str) -> Literal["telling", "noun", "determiner", "stop", ""]:
    """What a word is in a description: it tells an age or a people, is another noun for somebody, or ends it."""
    low = word.lower()
    if _AGED.fullmatch(low) or _is_people(word):
        return "telling"
    if (word.islower() and (_is_person(low) or low in speaking_bodies())) or (word[0].isupper() and is_role(low)):
        return "noun"
    if low in DETERMINERS:
        return "determiner"
    return "stop" if low in cues.words("finite") or low in PREPOSITIONS else ""


def varies(description: Description, roles: Collection[str]) -> bool:
    """Whether the noun is a trade by which the press may call somebody of these roles again, and of no event."""
    trades = groups_of(description.head) & _TRADES
    others = {group for role in roles for group in groups_of(role)} & _TRADES
    fits = bool(trades) and (not others or not others.isdisjoint(trades))
    return description.definite and fits and description.head not in _framed()


def noun_gender(noun: str) -> Gender | None:
    """The gender that a noun for a person tells, or None."""
    told = role_gender(noun) or kin_gender(noun) or _persons().get(noun)
    if told is None and noun.endswith("woman"):
        return "female"
    return "male" if told is None and noun.endswith("man") and noun not in ("human", "german", "roman") else told


def _complement(text: str, end: int) -> int:
    """Where a description ends with its complement: "a spokesman *for the council*"."""
    match = _COMPLEMENT.match(text, end)
    if match is None:
        return end
    at = match.end()
    for _ in range(_COMPLEMENT_WORDS):
        word = _WORD.match(text, at)
        if word is None or _is_verb(word["word"].lower()):
            break
        end = word.end() - len(word["gap"])
        at = word.end()
        if word["gap"] != " ":
            break
    return end


@lru_cache(maxsize=1 << 14)
def _is_verb(low: str) -> bool:
    verb = cues.verbs().get(low)
    return (
        (verb is not None and verb.form in ("past", "s"))
        or low in cues.words("finite")
        or low in cues.words("auxiliaries")
        or low == "who"
    )


@lru_cache(maxsize=1 << 14)
def _may_follow(low: str) -> bool:
    """Whether a word may stand right behind the noun that ends a phrase, so that it is no compound's first part."""
    return (
        _is_verb(low)
        or low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | RELATIVES
        or low.endswith(("ed", "ly", "ing"))
        or low in cues.verbs()
        or low in ("himself", "herself", "itself", "then", "also", "later")
    )


def _is_lone(text: str, head: str, start: int, end: int) -> bool:
    before = text[max(0, start - 24) : start]
    if _NAMED_BEHIND.match(text, end) or _NAMED_LATER.match(text, end) or _APPOSED.search(before):
        return False
    last = before.rpartition("\n")[2].split()[-1:]
    if last and last[0].lower() == "with":
        return noun_gender(head) is not None
    return not last or last[0].lower() not in _PREDICATIVE


def _is_person(low: str) -> bool:
    if low in _seldom():
        return False
    return (
        is_role(low)
        or low in name_lexicon().persons
        or low in _persons()
        or low in _again()
        or low.endswith(("-man", "woman", "ologist", "ographer"))
    )


def _is_people(word: str) -> bool:
    """Whether a word written large is one for somebody of a people: "the Briton"."""
    low = word.lower()
    lexicon = name_lexicon()
    return word[0].isupper() and (low in lexicon.peoples or (low in lexicon.demonyms and not low.endswith("s")))


@cache
def _persons() -> dict[str, Gender]:
    words = load("names")["words"]
    male: dict[str, Gender] = dict.fromkeys(words["male_persons"].split(), "male")
    return male | dict.fromkeys(words["female_persons"].split(), "female")


@cache
def _seldom() -> frozenset[str]:
    return frozenset(load("names")["words"]["seldom_persons"].split())


@cache
def _framed() -> frozenset[str]:
    return frozenset(load("names")["words"]["framed"].split())


@cache
def _again() -> frozenset[str]:
    return frozenset(load("names")["words"]["again"].split())


@cache
def several_owned() -> frozenset[str]:
    """Nouns for persons of whom somebody has more than one: "her friend" is seldom the one named before."""
    return frozenset(load("names")["words"]["several_owned"].split())


@cache
def speaking_bodies() -> frozenset[str]:
    """Nouns for bodies that speak without their name: "the company"."""
    return frozenset(load("names")["words"]["speaking_bodies"].split())


@cache
def trading_bodies() -> frozenset[str]:
    """Those nouns for bodies that the name of a company or club may be taken up by."""
    return frozenset(load("names")["words"]["trading_bodies"].split())
