"""Role words: nouns that name what a person is or does ("senator"), and the gender that some of them fix."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..entities.genders import Gender
from ..entities.roles import canonical_role
from ..knowledge import load

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def _role_table() -> tuple[dict[str, str], dict[str, Gender]]:
    """Single role words, inflected and short, to the word that stands for them; and the gender they fix."""
    table = load("roles")
    words: dict[str, str] = {}
    for group in table["groups"].values():
        for phrase in group:
            if " of " not in phrase:
                head = phrase.split()[-1]
                words[head] = head
    for short, phrase in table["short"].items():
        words[short.split()[-1]] = phrase.split()[-1]
    same = {"congressman": "representative", "congresswoman": "representative", "lawmaker": "lawmaker"}
    words |= {w: same.get(h, h) for w, h in words.items()}
    gender: dict[str, Gender] = {}
    for word in table["gender"]["male"]:
        gender[word.split()[-1]] = "male"
    for word in table["gender"]["female"]:
        gender[word.split()[-1]] = "female"
    return words, gender


def role_words() -> frozenset[str]:
    """All single words that name a role."""
    return frozenset(_role_table()[0])


@lru_cache(maxsize=1 << 14)
def roles_in(phrase: str) -> frozenset[str]:
    """The roles that the words of a phrase in lower case name, each by its head word."""
    words = _role_table()[0]
    plain = [w.removesuffix("-elect").removesuffix("-designate") for w in _WORD.findall(phrase)]
    last = (w if w in words else w.rpartition("-")[2] for w in plain)
    return frozenset(words[w] for w in last if w in words)


def is_role(word: str) -> bool:
    """Whether a word in lower case names a role of persons, such as "senator"."""
    return word in _role_table()[0]


def role_gender(role: str) -> Gender | None:
    """The gender that a role word fixes ("congresswoman"), or None."""
    return _role_table()[1].get(role)


@lru_cache(maxsize=1 << 12)
def called(description: str, role: str) -> bool:
    """Whether somebody with a role may be called by a role word: itself, or a wider one ("the boss" of a coach)."""
    wide: list[str] = load("title_words")["called"].get(description, [])
    one, other = canonical_role(description), canonical_role(role)
    return one == other or role in wide or other in wide
