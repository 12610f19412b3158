"""Whether two spellings of a name follow two schemes of romanization.

A scheme lists the strings that stand for one letter or sound of the original; two spellings are one name where the
scheme turns the one into the other, letter for letter.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..knowledge import load

_LEAST = 3
"""Letters that a name needs for a scheme to tell anything: "Lu" and "Lo" are two names."""

_MOST_GROUPS = 3
"""Groups of letters that may differ; more make another name of it."""


class _Scheme(NamedTuple):
    marks: tuple[str, ...]
    """What tells that a word is of the script; a dollar sign stands for the word's end."""
    same: dict[str, frozenset[str]]
    """Strings of letters, with those that stand for the same."""
    longest: int


@lru_cache(maxsize=1 << 14)
def scheme_of(a: str, b: str) -> str | None:
    """The script or language by whose schemes two folded words are one name, or None where none explains them."""
    if a == b or min(len(a), len(b)) < _LEAST:
        return None
    if any({a, b} <= own for own in _known()):
        return "other"
    return next((name for name, scheme in _schemes().items() if _is_of(a, b, scheme) and _reaches(a, b, scheme)), None)


def _is_of(a: str, b: str, scheme: _Scheme) -> bool:
    """Whether two words may be of a script: by a mark in one of them, or as East Asian surnames both."""
    if not scheme.marks:
        return {a, b} <= _east_asian()
    return any(mark in f"{word}$" for word in (a, b) for mark in scheme.marks)


@cache
def _schemes() -> dict[str, _Scheme]:
    found: dict[str, _Scheme] = {}
    for name, row in load("transliteration").items():
        if isinstance(row, dict):
            same: dict[str, frozenset[str]] = {}
            for strings in row["same"]:
                for string in strings:
                    same[string] = same.get(string, frozenset()) | frozenset(strings) - {string}
            found[name] = _Scheme(tuple(row["marks"]), same, max(map(len, same)))
    return found


@cache
def _known() -> tuple[frozenset[str], ...]:
    """Spellings of one name that the table of names lists."""
    return tuple(frozenset(group) for group in load("name_forms")["spellings"])


@cache
def _east_asian() -> frozenset[str]:
    return frozenset(load("name_forms")["surnames_first"])


def _reaches(a: str, b: str, scheme: _Scheme) -> bool:
    """Whether replacing a few strings of letters by their equals turns one word into the other."""
    reached: dict[tuple[int, int], int] = {(0, 0): 0}
    waiting = [(0, 0)]
    while waiting:
        i, j = waiting.pop()
        used = reached[i, j]
        if i == len(a) and j == len(b):
            return True
        steps = [(i + 1, j + 1, used)] if a[i : i + 1] and a[i : i + 1] == b[j : j + 1] else []
        if used < _MOST_GROUPS:
            for size in range(scheme.longest + 1):
                other = scheme.same.get(a[i : i + size], frozenset()) if i + size <= len(a) else frozenset[str]()
                steps += [(i + size, j + len(x), used + 1) for x in other if b.startswith(x, j)]
        for x, y, spent in steps:
            if (x, y) not in reached or spent < reached[x, y]:
                reached[x, y] = spent
                waiting.append((x, y))
    return False
