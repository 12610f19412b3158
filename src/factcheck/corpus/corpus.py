"""The corpus as its user sees it: add to it, report on it, ask for its state, decide."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from ..engines import Engine, engine_of
from ..garbage import less_often
from ..models import LeftOut, Reading
from ..pipeline import check_reading, no_progress
from ..reading import Found, Input, Progress, find, settle
from ..record import Record
from ..reporting.decisions import Decision
from ..reporting.report import Report
from ..settings import Settings
from .given import Intake, decide, decisions, held
from .identity import digest
from .memory import BATCH, Memory, learn_claims, learn_pairs, lines, refresh
from .status import Status, status_of
from .store import CorpusError, reading, writing

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Added(Record):
    """What one call added to a corpus."""

    new: tuple[str, ...] = Field(description="Ids of the articles that were not in the corpus.")
    changed: tuple[str, ...] = Field(description="Ids of the articles that replace an earlier version.")
    unchanged: tuple[str, ...] = Field(description="Ids of the articles that were in the corpus as they are.")
    left_out: tuple[LeftOut, ...] = Field(
        description="Inputs that could not be read, articles that the corpus has from elsewhere, and articles "
        "without a claim, with the reason."
    )


class Corpus:
    """Articles in a file that grows, with their claims and what people decided about their conflicts.

    Adding costs what the new articles cost. The report is the one that ``factcheck.check`` gives of the same articles
    at once, in whatever order and however many calls they came. Between calls the file is closed: many processes
    may read it at once, and one alone may write.
    """

    def __init__(self, path: str | Path) -> None:
        """The corpus in the file ``path``; the first ``add`` makes it."""
        self.path = Path(path)

    def add(
        self,
        *inputs: Input,
        settings: Settings | None = None,
        progress: Progress | None = None,
        engine: Engine | None = None,
    ) -> Added:
        """Read the inputs and add their articles.

        An article that the corpus has already stays as it is. One that has changed replaces its earlier version: the
        article of a file or an address by that place, one of many in a table or a feed by its own address, else by
        its outlet, headline and day. Nothing is ever removed because an input no longer holds it.

        What is read and worked out is written batch by batch: a run that is stopped loses the batch it is at, and the
        next one goes on from there.

        Args:
            inputs: Whatever ``factcheck.read`` takes.
            settings: The settings of the run; the defaults where none are given.
            progress: Called now and then with ``(done, total, what)``.
            engine: Where claims are extracted. By default in as many processes as the settings allow.

        Returns:
            What was new, changed and unchanged, and what was left out.

        Raises:
            CorpusError: Another process uses the corpus, or the file is none.
        """
        settings = settings or Settings()
        return self._take(find(inputs, settings, progress), settings, progress, engine)

    def add_reading(
        self,
        reading: Reading,
        *,
        settings: Settings | None = None,
        progress: Progress | None = None,
        engine: Engine | None = None,
    ) -> Added:
        """Add articles that were read before, and the lines of what was left out.

        ``reading`` is what ``factcheck.read`` gave; all else is as with ``add``.
        """
        found = [*(Found("", article) for article in reading.articles), *(Found("", line) for line in reading.left_out)]
        return self._take(found, settings or Settings(), progress, engine)

    @less_often()
    def report(
        self, *, settings: Settings | None = None, progress: Progress | None = None, engine: Engine | None = None
    ) -> Report:
        """Where the articles disagree, with the decisions that the corpus holds.

        Args:
            settings: The settings of the run; the defaults where none are given. With other tables of offices than
                those of the last ``add``, and after an upgrade of the library, all claims are worked out anew, until
                the next ``add`` keeps them.
            progress: Called now and then with ``(done, total, what)``.
            engine: Where what the corpus doesn't remember is worked out. By default in as many processes as the
                settings allow.

        Returns:
            The report that ``factcheck.check`` gives of the same articles.

        Raises:
            CorpusError: There is no corpus, it is being written, or the file is none.
        """
        settings = settings or Settings()
        with engine_of(settings, engine) as inner:
            with reading(self.path) as connection:
                found, made = held(connection), decisions(connection)
                memory = Memory(connection, settings, inner)
            return check_reading(settle(found), settings=settings, progress=progress, engine=memory).decided(made)

    def status(self) -> Status:
        """What the corpus holds.

        Raises:
            CorpusError: There is no corpus, it is being written, or the file is none.
        """
        with reading(self.path) as connection:
            return status_of(connection, self.path)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, by fingerprint of the conflict.

        Raises:
            CorpusError: There is no corpus, it is being written, or the file is none.
        """
        with reading(self.path) as connection:
            return decisions(connection)

    def decide(self, made: Iterable[Decision]) -> None:
        """Merge decisions over those held; of two about one conflict the later one counts.

        Args:
            made: Decisions, as ``factcheck.reporting.decisions.load_decisions`` reads them of a file.

        Raises:
            CorpusError: There is no corpus, another process uses it, or the file is none.
        """
        if not self.path.exists():
            raise CorpusError(f"{self.path}: no such corpus; factcheck add makes one")
        with writing(self.path) as connection:
            decide(connection, made)

    @less_often()
    def _take(
        self, found: Iterable[Found], settings: Settings, progress: Progress | None, engine: Engine | None
    ) -> Added:
        tell = progress or no_progress
        with writing(self.path) as connection, engine_of(settings, engine) as chosen:
            before = settle(held(connection))
            intake = Intake(connection, self.path.parent)
            items = iter(found)
            while batch := list(islice(items, BATCH)):
                intake.put(batch)
            now = settle(held(connection))
            refresh(connection, settings)
            failed = learn_claims(connection, now.articles, settings, chosen, tell)
            learn_pairs(connection, now.articles, tell)
            return _added(connection, intake, before, now, failed)


def _added(
    connection: DuckDBPyConnection, intake: Intake, before: Reading, now: Reading, failed: list[LeftOut]
) -> Added:
    taken = {digest(article) for article in intake.articles}
    kept = [article for article in now.articles if digest(article) in taken]
    noted = lines(connection)
    repeated = {line for line in now.left_out if line.cause == "repeated"} - set(before.left_out)
    without = {noted[digest(article)] for article in kept if digest(article) in noted}
    left_out = {*intake.left_out, *repeated, *failed, *without}
    return Added(
        new=tuple(article.id for article in kept if intake.news_of(article) == "new"),
        changed=tuple(article.id for article in kept if intake.news_of(article) == "changed"),
        unchanged=tuple(article.id for article in kept if intake.news_of(article) == "unchanged"),
        left_out=tuple(sorted(left_out, key=lambda line: (line.origin, line.reason))),
    )
