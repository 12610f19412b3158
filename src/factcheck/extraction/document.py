"""An article's text with what several finders look things up in, each found once, when it is first asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from ..text import Range, paragraphs, sentences
from .name_words import Name
from .names import find_names
from .quotations import Quotation, find_quotations


class Document:
    """A text with its names, paragraphs and sentences."""

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def of(cls, text: str | Document) -> Document:
        """``text`` as a document; one that is a document already is handed back with what it knows."""
        return text if isinstance(text, Document) else cls(text)

    @cached_property
    def names(self) -> list[Name]:
        """All names, in order."""
        return find_names(self.text)

    @cached_property
    def paragraphs(self) -> list[Range]:
        """The lines that hold anything but white space."""
        return list(paragraphs(self.text))

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences, none longer than its paragraph."""
        return list(sentences(self.text))

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The outermost passages in quotation marks, in order."""
        return find_quotations(self.text)

    def is_quoted(self, position: int) -> bool:
        """Whether a position lies in quotation marks."""
        k = bisect_right(self.quotations, (position, len(self.text))) - 1
        return k >= 0 and position < self.quotations[k].end

    def sentence_at(self, position: int) -> Range:
        """The sentence that holds a position, or the position alone where none does."""
        k = bisect_right(self.sentences, (position, len(self.text))) - 1
        held = k >= 0 and self.sentences[k][1] > position
        return self.sentences[k] if held else (position, position)
