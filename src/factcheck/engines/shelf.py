"""The statements of a run in two files, which all processes of one machine can read without a copy of their own."""

from __future__ import annotations

from array import array
from itertools import groupby
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..alignment.statements import Statement
    from ..alignment.utterances import Statements

PACKED, PLACES = "packed", "places"
"""The files: the statements, each article's behind its names, and for each statement where it and its names stand."""


def shelve(statements: Statements, folder: Path) -> None:
    """Write the statements into ``folder``."""
    at = 0
    with (folder / PACKED).open("wb") as packed, (folder / PLACES).open("wb") as places:
        for _, numbers in groupby(range(len(statements.ids)), key=statements.article.__getitem__):
            names: tuple[int, int] | None = None
            for number in numbers:
                statement, article = statements.packed(number)
                if names is None:
                    names = (at, at := at + packed.write(article))
                array("Q", (at, at := at + packed.write(statement), *names)).tofile(places)


class Shelf:
    """Statements that were written by `shelve`."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is where they were written to."""
        self._packed = _mapped(folder / PACKED)
        self._places = memoryview(_mapped(folder / PLACES)).cast("Q")

    def statement(self, number: int) -> Statement:
        """A statement, unpacked."""
        from ..alignment.statements import Statement

        start, end, names, names_end = self._places[4 * number : 4 * number + 4]
        return Statement(self._packed[start:end], self._packed[names:names_end])


def _mapped(path: Path) -> mmap:
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
