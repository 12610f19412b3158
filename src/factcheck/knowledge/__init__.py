"""Tables of words and facts. Each is a TOML file that names its source and licence; none is code."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``, read once. Treat it as read-only.

    Raises ``FileNotFoundError`` where the package holds no such table.
    """
    return tomllib.loads(_text(name))


@cache
def words(table: str, *path: str) -> frozenset[str]:
    """The list of words, or the text of words, that stands at ``path`` in a table, as a set.

    Raises ``KeyError`` where nothing stands there.
    """
    value: Any = load(table)
    for key in path:
        value = value[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def hashes() -> dict[str, str]:
    """The SHA-256 of every table, by its name, in alphabetical order.

    Hashed is the text with line feeds alone, so that a checkout with other line ends has the same.
    """
    names = sorted(file.name.removesuffix(".toml") for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    return {name: hashlib.sha256(_text(name).encode()).hexdigest() for name in names}


def _text(name: str) -> str:
    return files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
