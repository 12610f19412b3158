"""What claims and scores rest on beside the articles: where it changes, all that is remembered is worked out anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..settings import Settings

PARTS = (
    "__init__.py",
    "alignment",
    "entities",
    "extraction",
    "knowledge",
    "models",
    "record.py",
    "settings.py",
    "text.py",
)
"""The parts of the package that claims and scores come from, their code and their tables."""

LIBRARIES = ("dateparser", "rapidfuzz")
"""The libraries that claims and scores come from."""


def basis(settings: Settings) -> str:
    """A hash of the library's version, its code and tables, the libraries under it, and the settings that matter.

    Raises:
        OSError: A table of offices can't be read.
    """
    hashed = hashlib.sha256(f"{_of_library()}\x1f{settings.max_claims}\x1f".encode())
    for table in settings.offices:
        content = table.read_bytes()
        hashed.update(f"{len(content)}\x1f".encode() + content)
    return hashed.hexdigest()


@cache
def _of_library() -> str:
    hashed = hashlib.sha256()
    for name, content in _contents(tuple(files("factcheck") / part for part in PARTS)):
        hashed.update(f"{name}\x1f{len(content)}\x1f".encode() + content)
    for library in LIBRARIES:
        hashed.update(f"{library} {version(library)}\x1f".encode())
    return hashed.hexdigest()


def _contents(parts: tuple[Traversable, ...]) -> Iterator[tuple[str, bytes]]:
    for part in sorted(parts, key=lambda part: part.name):
        if part.is_dir():
            yield from _contents(tuple(part.iterdir()))
        elif part.name.endswith((".py", ".toml")):
            yield part.name, part.read_bytes()
