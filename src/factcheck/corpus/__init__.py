"""A corpus that grows: one file that holds articles, their claims and what people decided about their conflicts."""

from .corpus import Added, Corpus
from .status import Status
from .store import CorpusError, is_database

__all__ = ["Added", "Corpus", "CorpusError", "Status", "is_database"]
