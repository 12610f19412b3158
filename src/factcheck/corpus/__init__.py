"""A corpus that grows: one file that holds articles, their claims and what people decided about their conflicts."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .corpus import Added, Corpus
    from .status import Status
    from .store import CorpusError, is_database

__all__ = ["Added", "Corpus", "CorpusError", "Status", "is_database"]

_HOMES = {"Added": "corpus", "Corpus": "corpus", "CorpusError": "store", "Status": "status", "is_database": "store"}
"""The modules of the public names."""


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: to tell that an input is no corpus takes little."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return found
