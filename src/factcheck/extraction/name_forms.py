"""The parts of a personal name by which its shorter forms are known."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

_GENERATIONS = ("jr", "sr", "ii", "iii", "iv")


def initials(name: str) -> str:
    """The first letters of a name's parts: "JMR" of "Jean-Marie Rouan"."""
    return "".join(part[0] for part in name.replace("-", " ").split(" ") if part[:1].isupper())


def has_inside(parts: tuple[str, ...], some: tuple[str, ...]) -> bool:
    """Whether a name has some words in a row behind its first: "de la Torre" in a name of two surnames."""
    return any(parts[k : k + len(some)] == some for k in range(1, len(parts) - len(some) + 1))


def has_end(name: str, names: Container[str]) -> bool:
    """Whether the last words of a name, two at least, are one of other names: "Widow Jane Roe" ends in "Jane Roe"."""
    words = name.split()
    return any(" ".join(words[k:]) in names for k in range(1, len(words) - 1))


def generation(words: str) -> str:
    """The mark of a generation that ends a name ("jr"), or nothing."""
    last = words.rsplit(maxsplit=1)[-1].strip(".,").casefold()
    return last if last in _GENERATIONS else ""


@lru_cache(maxsize=1 << 14)
def parts_of(words: str) -> tuple[str, ...]:
    """The parts of a personal name in lower case, without suffix and nickname."""
    parts = [
        p.strip(".,").casefold().removeprefix("al-").removeprefix("el-") for p in words.split() if p[0] not in '"“'
    ]
    while len(parts) > 1 and parts[-1] in _GENERATIONS:
        parts.pop()
    return tuple(parts)
