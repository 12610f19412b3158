"""A personal name taken apart: given names, surname, generation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..knowledge import load
from ..text import fold

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s\b")
_INITIALS = re.compile(r"^(?!II\b)[A-Z]{2}(?=\s\w)")
_PIECE = re.compile(r"(MC|O['’])?([^\W\d_]+)")
_STROKED = str.maketrans(
    {"ø": "o", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)
_VOWELS = frozenset("AEIOUYÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜÝŐŰĂĄĘİ")
_ARTICLE_FIRST = re.compile(r"(?:al|el|ul)-\w")
_VIETNAMESE = 3
"""Words of a Vietnamese name: surname, middle and given name."""
_NICKNAME = re.compile(r"[\"(]\s*([^\"()]{2,30}?)\s*[\")]")


class PersonName(NamedTuple):
    """A name taken apart. Everything is folded: lower case, no diacritics."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str
    nicknames: tuple[str, ...] = ()
    """What stands in quotation marks or brackets inside the name."""
    acronym: str = ""
    """A name of nothing but capitals ("RFK"), in lower case."""


class NameTables:
    """The tables of names in the form that the rules look them up in."""

    def __init__(self) -> None:
        forms, honorifics, nicknames, roles = load("name_forms"), load("honorifics"), load("nicknames"), load("roles")
        self.particles = frozenset(forms["particles"])
        self.articles = frozenset(forms["articles"])
        self.vietnamese = frozenset(forms["vietnamese"])
        self.surnames_first = frozenset(forms["surnames_first"])
        self.openings = frozenset(forms["openings"])
        self.foldings: list[list[str]] = forms["foldings"]
        self.generations = dict(zip(honorifics["generations"], honorifics["generations"], strict=True))
        self.generations |= {"junior": "jr", "senior": "sr"}
        self.degrees = frozenset(honorifics["degrees"])
        heads = {word for group in roles["groups"].values() for phrase in group for word in phrase.split()}
        self.address = frozenset(honorifics["address"]) | heads | {w for s in roles["short"] for w in s.split()}
        self.spellings = _index([*forms["spellings"], *nicknames["spellings"]["groups"]])
        self.nicknames: dict[str, frozenset[str]] = {}
        for name, short in nicknames["names"].items():
            for form in (name, *short):
                self.nicknames[form] = self.nicknames.get(form, frozenset()) | {name}
        self.formal = frozenset(nicknames["names"])
        self.full_names = self.formal | _given_names()
        self.given = self.full_names | self.nicknames.keys()
        self.namesakes = {_namesake_key(k): frozenset(marks) for k, marks in forms["namesakes"].items()}


def _given_names() -> frozenset[str]:
    table = load("given_names")
    return frozenset((table["male"] + " " + table["female"]).split())


def _index(groups: Iterable[Sequence[str]]) -> dict[str, frozenset[int]]:
    index: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for form in group:
            index[form] = index.get(form, frozenset()) | {number}
    return index


@cache
def name_tables() -> NameTables:
    """The tables, read once."""
    return NameTables()


def _namesake_key(name: str) -> tuple[str, str]:
    given, _, surname = name.partition(" ")
    return given, surname


@lru_cache(maxsize=1 << 15)
def parse_name(name: str) -> PersonName:
    """A name taken apart, read in Western order (or "surname, given names"), honorifics and titles left out."""
    folded = unstroked(fold(name if name.isupper() else _INITIALS.sub(_spread, name)))
    nicknames = tuple(_without_articles(_words(n.group(1))) for n in _NICKNAME.finditer(folded))
    plain = _NICKNAME.sub(" ", folded)
    head, comma, tail = plain.partition(",")
    generation, words = _split_generation(_words(head))
    if comma:
        later, rest = _split_generation(_words(tail))
        generation = generation or later
        words = [*rest, *words] if rest else words
    words = _without_address(words)
    if _ARTICLE_FIRST.match(folded):
        words = words[1:]
    acronym = "".join(words) if len(words) == 1 and _is_acronym(name, words[0]) else ""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in name_tables().particles and words[cut - 1] not in name_tables().articles:
        cut -= 1
    if (
        cut > 0
        and words[0] in name_tables().particles
        and len(words) > 1
        and all(w in name_tables().particles for w in words[:cut])
    ):
        cut = 0
    surname = tuple(w for w in words[max(cut, 0) :] if w not in name_tables().articles) or tuple(words[max(cut, 0) :])
    given = tuple(w for k, w in enumerate(words[: max(cut, 0)]) if k == 0 or w not in name_tables().articles)
    return PersonName(given, surname, generation, nicknames, acronym)


def unstroked(folded: str) -> str:
    """A folded name with the letters that no diacritic makes, such as "ø" and "ı", as their nearest plain ones."""
    return folded if folded.isascii() else folded.translate(_STROKED)


def in_small_letters(name: str) -> str:
    """A name in capitals throughout as it is usually written: "BRENT O'HALLORAN" is "Brent O'Halloran".

    A single word may be an acronym, and stays; so does any name that isn't in capitals throughout.
    """
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    particles = name_tables().particles - {"al", "el", "st", "do", "e", "y"}
    return " ".join(w.lower() if k and w.lower() in particles else _capitalized(w) for k, w in enumerate(words))


def _capitalized(word: str) -> str:
    """A word of a name in capitals with its first letter large; initials stay."""
    if word.rstrip(".").casefold() in name_tables().generations and len(word.rstrip(".")) == 2 and word[0] in "JS":
        return word.capitalize()
    if word.endswith(".") or _VOWELS.isdisjoint(word):
        return word
    return _PIECE.sub(lambda m: (m[1] or "").capitalize() + m[2].capitalize(), word)


def _spread(initials: re.Match[str]) -> str:
    return " ".join(initials.group())


def _without_articles(words: list[str]) -> str:
    return " ".join(w for w in words if w not in name_tables().articles)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(_POSSESSIVE.sub("", text))


def _split_generation(words: list[str]) -> tuple[str, list[str]]:
    tables = name_tables()
    generation = ""
    while words and (words[-1] in tables.degrees or (words[-1] in tables.generations and len(words) > 1)):
        generation = tables.generations.get(words[-1], generation)
        words = words[:-1]
    if len(words) == 1 and words[0] in tables.generations and words[0] not in ("v",):
        return tables.generations[words[0]], []
    return generation, words


def _without_address(words: list[str]) -> list[str]:
    """Words without the honorifics and titles in front; at least one stays."""
    tables = name_tables()
    at = 0
    while at < len(words) - 1 and words[at] in tables.address and words[at] not in tables.full_names:
        at += 1
    return words[at:]


def _is_acronym(name: str, word: str) -> bool:
    shouted = name.isupper() and " " in name.strip()
    return 3 <= len(word) <= 4 and not shouted and word.upper() in name.replace(".", "")


@lru_cache(maxsize=1 << 15)
def readings(name: str) -> tuple[PersonName, ...]:
    """The ways to read a name: Western order, and surname first where an East Asian surname opens it."""
    western = parse_name(name)
    words = (*western.given, *western.surname)
    read = [western]
    if len(words) in (2, 3):
        if words[0] in name_tables().surnames_first and "," not in name:
            read.append(western._replace(given=("".join(words[1:]),), surname=words[:1]))
        if words[-1] in name_tables().surnames_first:
            read.append(western._replace(given=("".join(words[:-1]),), surname=words[-1:]))
    if len(words) == _VIETNAMESE and words[0] in name_tables().vietnamese:
        read.append(western._replace(given=(words[2], words[1]), surname=words[:1]))
        if words[1] in ("van", "thi"):
            return tuple(read[1:])  # "Nguyen Van Thanh": a middle name, and no particle.
    if len(words) > 2 and words[0] in name_tables().full_names and words[1] in name_tables().surnames_first:
        # "Jimmy Lai Chee-ying" goes by the name before the surname.
        read.append(western._replace(given=words[:1], surname=words[1:2]))
    return tuple(read)
