"""How much a changed wording weighs, by what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..knowledge import load
from ..models import Severity
from .collation import Nature
from .tokens import Token

SHORT = 3
"""Most words of a cut that hardly matters."""

ENDING = 2
"""Most letters of an ending, such as the plural's."""

STEM = 3
"""Least letters that two forms of one word share."""


def weight(nature: Nature, one: Sequence[Token], other: Sequence[Token]) -> Severity:
    """The severity of a change from some words to others.

    A number, a negation or a name weighs most, a small word or an ending least. A cut weighs by whether it takes off a
    condition, and by its length.
    """
    if nature == "reordered":
        return "medium"
    if nature == "truncated":
        return _cut([*one, *other])
    if endings(one, other):
        return "low"
    kept = Counter(token.key for token in one) & Counter(token.key for token in other)
    telling = [token for token in (*one, *other) if token.key not in kept]
    if any(_grave(token) for token in telling):
        return "high"
    return "low" if all(token.key in load("wording")["small"] for token in telling) else "medium"


def _cut(words: Sequence[Token]) -> Severity:
    if words[0].key in load("wording")["conditions"]:
        return "high"
    return "low" if len(words) <= SHORT else "medium"


def _grave(token: Token) -> bool:
    name = token.capital and not token.opens and token.key not in load("wording")["small"]
    return token.key[0].isdigit() or token.key in load("wording")["negations"] or name


def endings(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether words differ in their endings only, such as singular and plural."""
    return len(one) == len(other) > 0 and all(_inflected(a.key, b.key) for a, b in zip(one, other, strict=True))


def _inflected(a: str, b: str) -> bool:
    stem = max(STEM, min(len(a), len(b)) - ENDING)
    return a == b or (a.isalpha() and b.isalpha() and a[:stem] == b[:stem] and abs(len(a) - len(b)) <= STEM)
