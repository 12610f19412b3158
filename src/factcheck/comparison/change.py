"""How much a changed wording weighs, by what changed in the sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args

from ..entities.contraries import contrary, same_word
from ..knowledge import load
from ..models import Severity
from .differences import Nature
from .tokens import Token

Sense = Literal[
    "number",
    "negation",
    "contrary",
    "name",
    "quantifier",
    "modal",
    "content",
    "order",
    "spelling",
    "function",
    "filler",
]
"""What a change touches, the gravest first."""

SENSES: tuple[Sense, ...] = get_args(Sense)

_GRAVE: tuple[Sense, ...] = ("number", "negation", "contrary", "name")
_SLIGHT: tuple[Sense, ...] = ("order", "spelling", "function", "filler")

CLAUSE = 4
"""Least words of a clause: fewer that changed places hardly matter."""


def sense(nature: Nature, one: Sequence[Token], other: Sequence[Token]) -> Sense:
    """What a change from some words to others touches: the gravest of it."""
    telling = _telling(one, other)
    keys = {token.key for token in telling}
    if nature == "reordered":
        return "content" if max(len(one), len(other)) > CLAUSE else "order"
    if nature == "truncated":
        tail = [*one, *other]
        return "negation" if _holds_grave(tail) and not _adds(tail) else "content"
    if nature == "shortened":
        return "function"
    if nature == "spliced" and not (one and other):
        return "filler" if keys <= _fillers() else "function" if keys <= words("small") else "content"
    if endings(one, other):
        return "spelling"
    found = [_of(token) for token in telling]
    if len(keys & words("negations")) and _denied(one) != _denied(other):
        found.append("negation")
    if any(contrary(a.key, b.key) for a in one for b in other if {a.key, b.key} <= keys):
        found.append("contrary")
    return min(found, key=SENSES.index, default="spelling")


def weight(nature: Nature, one: Sequence[Token], other: Sequence[Token]) -> Severity:
    """The severity of a change from some words to others.

    A number, a negation, a contrary or a name weighs most, a small word, an ending or the order of words least. A cut
    weighs most where it takes off a condition, a negation, a time or a bound.
    """
    touched = sense(nature, one, other)
    if touched in _GRAVE:
        return "high"
    return "low" if touched in _SLIGHT else "medium"


def is_grave(nature: Nature, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a change touches a number, a negation, a contrary or a name."""
    return sense(nature, one, other) in _GRAVE


def is_harmless(tail: Sequence[Token]) -> bool:
    """Whether a sentence stays whole, in its sense too, without these last words: another clause, or an aside."""
    return _adds(tail) and not _holds_grave(tail)


def _adds(tail: Sequence[Token]) -> bool:
    """Whether the last words of a sentence are a clause of their own, which says nothing of the rest."""
    if tail[0].key not in words("adding") or any(token.key in words("conditions") for token in tail):
        return False
    follower = tail[1].key if len(tail) > 1 else ""
    return tail[0].pause or (tail[0].key == "and" and follower in words("subjects"))


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of the table of wording."""
    return frozenset(load("wording")[name])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for phrase in words("fillers") for word in phrase.split())


def _telling(one: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    """The words that one of two stretches has more often."""
    kept = Counter(token.key for token in one) & Counter(token.key for token in other)
    found = []
    for token in one:
        if kept[token.key] > 0:
            kept[token.key] -= 1
        else:
            found.append(token)
    kept = Counter(token.key for token in one) & Counter(token.key for token in other)
    for token in other:
        if kept[token.key] > 0:
            kept[token.key] -= 1
        else:
            found.append(token)
    return found


def _of(token: Token) -> Sense:
    """What a word that came or went touches by itself. A negation counts by whether the other side denies, too."""
    key = token.key
    if key[0].isdigit() and key != "1":
        return "number"
    for sense, names in (("quantifier", "quantifiers"), ("modal", "modals")):
        if key in words(names):
            return sense  # type: ignore[return-value]
    if key in _fillers() and key not in words("small"):
        return "filler"
    if key in words("small") or key in words("negations") or key == "1":
        return "function"
    return "name" if token.capital and not token.opens else "content"


def _denied(tokens: Sequence[Token]) -> bool:
    return sum(token.key in words("negations") for token in tokens) % 2 == 1


def _holds_grave(tail: Sequence[Token]) -> bool:
    """Whether the last words of a sentence hold a condition, a negation, a time or a bound."""
    calendar = load("calendar")
    return any(
        token.key[0].isdigit()
        or any(token.key in words(name) for name in ("conditions", "negations", "times"))
        or (token.capital and (token.key in calendar["months"] or token.key in calendar["weekdays"]))
        for token in tail
    )


def endings(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether words differ in their endings only, such as singular and plural."""
    return len(one) == len(other) > 0 and all(_form(a.key, b.key) for a, b in zip(one, other, strict=True))


def _form(one: str, other: str) -> bool:
    """Whether two words are forms of one, or said one for the other."""
    bare = {one.removesuffix("'s"), other.removesuffix("'s")}
    if any(bare <= set(pair) for pair in load("wording")["variants"]):
        return True
    return one == other or (one.isalpha() and other.isalpha() and same_word(one, other) and not contrary(one, other))
