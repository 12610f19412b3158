"""Whether a description such as "the deputy mayor" may mean somebody, by what the text calls each person's post.

A role noun alone does not tell: "the vice president" is not the president who was named, nor "the fire chief" the
police chief. Two posts are told apart by a word for the rung in one of them, or by two fields or bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..entities.house_spelling import american
from ..knowledge import load
from .descriptions import speaking_bodies
from .grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES
from .name_words import name_lexicon
from .role_words import roles_in

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|['’]s?\b|,")
_LINKS = frozenset(("of", "for", "at", "in"))
_STOPS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | {",", "'s", "’s", "'", "’"}
_BEFORE, _BEHIND = 3, 5
"""Words before a role noun, and behind the link to its complement, that are read."""

Post = tuple[frozenset[str], frozenset[str]]
"""The words for the rung of a post, and those for its field or body."""


def may_mean(phrase: str, role: str, told: Iterable[str]) -> bool:
    """Whether a description may mean a person of a role.

    Args:
        phrase: The description in lower case, with its complement.
        role: The role that its noun names.
        told: What the text calls the person, in lower case; a person without any may be meant.
    """
    wanted = next(_posts(phrase, role), None)
    held = [post for words in told for post in _posts(words, role)]
    if wanted is not None and not wanted[0] and role in load("title_words")["words"]["addressed"]:
        held = [(frozenset(), post[1]) for post in held]  # An associate professor is called professor, too.
    return wanted is None or not held or any(_alike(wanted, post) for post in held)


def _alike(a: Post, b: Post) -> bool:
    """Whether two posts may be one: of one rung, and of no two fields or bodies."""
    return a[0] == b[0] and not (a[1] and b[1] and a[1].isdisjoint(b[1]))


def _posts(phrase: str, role: str) -> Iterator[Post]:
    """The posts in a phrase whose noun names a role."""
    words = _WORD.findall(phrase)
    for k, word in enumerate(words):
        if role not in roles_in(word):
            continue
        front: list[str] = []
        for before in reversed(words[max(0, k - _BEFORE) : k]):
            if before in _STOPS:
                break
            front.append(american(before))
        behind = [american(w) for w in _complement(words[k + 1 :])]
        yield frozenset(front) & _rungs(), frozenset((*front, *behind)) & _telling()


def _complement(words: list[str]) -> Iterator[str]:
    """The words that a link ties to a noun: "the director *of the city museum*"."""
    if not words or words[0] not in _LINKS:
        return
    for word in words[1 : 1 + _BEHIND]:
        if word == "," or word in CONJUNCTIONS | RELATIVES:
            return
        yield word


@cache
def _rungs() -> frozenset[str]:
    return frozenset(load("title_words")["words"]["lower"]) | {"vice", "deputy", "chief", "under", "lieutenant"}


@cache
def _telling() -> frozenset[str]:
    """Words for fields of work and for bodies, by which two posts of one name are told apart."""
    words = load("title_words")["words"]
    listed = (*words["fields"], *words["sides"], *name_lexicon().organizations, *speaking_bodies())
    return frozenset(map(american, listed)) - {"general"}
