"""The gender that a given name tells, surely or likely, by tables of names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from ..knowledge import load
from ..text import fold

Gender = Literal["male", "female"]


@cache
def given_names() -> Mapping[str, Gender | None]:
    """Given names of English news, in lower case, with the gender that each tells; None where it tells none."""
    table = load("given_names")
    known: dict[str, Gender | None] = dict.fromkeys(table["male"].split(), "male")
    for name in table["female"].split():
        known[name] = None if name in known else "female"
    return known | dict.fromkeys(_mostly(), None)


@cache
def _mostly() -> Mapping[str, Gender]:
    """Given names that most who bear them have of one gender, and others of the other one."""
    table = load("given_names")
    male: dict[str, Gender] = dict.fromkeys(table["mostly_male"].split(), "male")
    return male | dict.fromkeys(table["mostly_female"].split(), "female")


@cache
def _of_other_languages() -> Mapping[str, Gender]:
    table = load("given_names_world")
    told: dict[str, Gender] = dict.fromkeys(table["male"].split(), "male")
    return told | dict.fromkeys(table["female"].split(), "female")


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is a given name, of English news or of another language."""
    return word in given_names() or fold(word) in _of_other_languages()


def known_gender(given: str) -> Gender | None:
    """The gender that a given name of English news in lower case tells, or None; a compound's first part tells it.

    French has "Jean" for a man, which compounds are always, while the English name is a woman's.
    """
    first, joined, _ = given.partition("-")
    if joined and first == "jean":
        return "male"
    return given_names().get(first) or given_names().get(fold(first))


def likely_gender(given: str) -> Gender | None:
    """The gender that a given name likely tells, by lists of many languages, of whose names most in -a are women's."""
    name = given.casefold().partition("-")[0]
    if name in given_names():
        return known_gender(given.casefold()) or _mostly().get(name)
    return _of_other_languages().get(fold(name)) or ("female" if name.endswith(("a", "á")) else None)
