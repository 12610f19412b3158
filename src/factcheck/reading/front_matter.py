"""Front matter: a block of YAML (between lines of ``---``) or TOML (``+++``) at the head of a text."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from .metadata import Metadata, label

MAX_LENGTH = 20_000
"""Longest front matter, in code points. What looks like a longer one is text."""

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*+\r?\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*+\r?$\n?", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*+\r?$\n?", re.MULTILINE),
}
_PAIR = re.compile(r"^[ \t]*+([A-Za-z][\w -]{0,40}):[ \t]+(\S.*)$", re.MULTILINE)


def read_front_matter(text: str, metadata: Metadata) -> int:
    """Fill ``metadata`` from the front matter of ``text``; return where the text behind it begins (0 without one)."""
    opened = _OPEN.match(text)
    if not opened:
        return 0
    closed = _CLOSE[opened[1]].search(text, opened.end(), opened.end() + MAX_LENGTH)
    if not closed:
        return 0
    block = text[opened.end() : closed.start()]
    fields = _yaml(block) if opened[1] == "---" else _toml(block)
    if not fields:
        return 0
    for key, value in fields.items():
        field = label(str(key))
        if field:
            metadata.put(field, flat(value))
    return closed.end()


def _yaml(block: str) -> dict[Any, Any]:
    """The block's fields, all values as the strings that stand there: a day is read later, by one rule for all."""
    import yaml

    try:
        found = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - builds only strings, lists and dicts
    except (yaml.YAMLError, RecursionError, ValueError):
        # A colon inside an unquoted headline is the usual mistake; its lines can still be read one by one.
        return {match[1]: match[2].strip().strip("\"'") for match in _PAIR.finditer(block)}
    return found if isinstance(found, dict) else {}


def _toml(block: str) -> dict[str, Any]:
    try:
        return tomllib.loads(block.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return {}


def flat(value: object) -> str:
    """A field's value as one string: the items of a list side by side, of a table its ``name``."""
    if isinstance(value, list):
        return ", ".join(filter(None, (flat(item) for item in value if not isinstance(item, list))))
    if isinstance(value, dict):
        name = value.get("name", "")
        return name if isinstance(name, str) else ""
    try:
        return str(value)
    except ValueError:  # Python writes out no number of thousands of digits
        return ""
