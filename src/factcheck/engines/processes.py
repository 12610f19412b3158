"""The engine that uses several cores of one machine: worker processes over batches, with results in order.

What goes to a worker is a batch of articles, or of stories with their claims; what comes back is claims, or groups.
They go as JSON, which takes a third of the time that pickled records take. Few batches are under way at a time, so that
articles can stream through. A pipe that nobody writes to tells the workers to stop: it ends when this process closes
it, and when this process dies in any way.

The statements to compare lie in a file that every worker maps into its memory, so that they are there only once.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter

from ..garbage import collect_less_often
from ..models import Article, Group
from ..settings import Settings
from . import EngineError, Extracted, Serial, extract_one, packed, unpacked
from .shelf import Shelf, shelve

if TYPE_CHECKING:
    from ..alignment.statements import PackedArticle, PlainArticle
    from ..alignment.story_groups import Told
    from ..alignment.utterances import Linked, Links, Pair, Statements

ENOUGH = 200
"""Articles from which on workers pay: starting one takes about as long as extracting a hundred articles."""

ENOUGH_SAID = 2000
"""Statements from which on workers pay for the comparison."""

PAIRS = 20_000
"""Pairs of a batch: a tenth of a second of work."""

BATCH = 8
"""Articles of a batch: some twenty milliseconds of work, against less than one for sending it."""

CHARACTERS = 50_000
"""Code points from which on a batch takes no further article."""

UNDER_WAY = 3
"""Batches for each worker that are under way: one in work, one that waits for it, one that waits to be fetched."""

STOPPED = 1
"""Exit code of a worker that was told to stop at once."""

GRACE = 0.5
"""Seconds in which a worker that is told to stop can write what it has begun to write: many times what that takes."""

LOST = (
    "a worker process ended before its work was done: something killed it (often for want of memory: try fewer "
    'processes), or a script that starts workers lacks `if __name__ == "__main__":` around what it runs'
)

_stopping = Event()
"""Whether this process, a worker, was told to stop."""

Given = TypeVar("Given")
Made = TypeVar("Made")


class Processes:
    """Worker processes of this machine, of which `workers` makes one for the time of a block.

    A small amount of work is done in this process, because workers take a while to start. The first large one starts
    them.
    """

    def __init__(self, processes: int, pool: Callable[[], ProcessPoolExecutor], folder: str) -> None:
        """``pool`` starts ``processes`` workers at most, when it is first called; ``folder`` outlives them."""
        self.processes = processes
        self._pool = pool
        self._folder = folder

    def extract(self, articles: Iterable[Article], settings: Settings) -> Iterator[Extracted]:
        """The claims of each article, as `Engine.extract` has it.

        Raises:
            EngineError: A worker was killed.
        """
        waiting = iter(articles)
        first = list(islice(waiting, ENOUGH))
        if len(first) < ENOUGH:
            yield from Serial().extract(first, settings)
            return
        work = partial(_extract, settings=settings)
        for made in self._spread(work, _batches(chain(first, waiting), lambda article: len(article.text))):
            yield from map(unpacked, made)

    def score(self, statements: Statements) -> Links:
        """The pairs that are one utterance, as `Engine.score` has it.

        Raises:
            EngineError: A worker was killed.
        """
        from ..alignment import blocking

        if len(statements.ids) < ENOUGH_SAID:
            return Serial().score(statements)
        articles = _batches(statements.plain_articles(), lambda article: len(article.prose))
        ready = chain.from_iterable(self._spread(_pack_articles, articles))
        pairs = blocking.candidates(statements.take(ready), threads=self.processes)
        first = list(islice(pairs, PAIRS))
        folder = mkdtemp(dir=self._folder)
        shelve(statements, Path(folder))
        batches = chain([first], iter(lambda: list(islice(pairs, PAIRS)), []))
        return statements.keep(chain.from_iterable(self._spread(partial(_score, folder=folder), batches)))

    def group(self, stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
        """The groups of each story, as `Engine.group` has it.

        Raises:
            EngineError: A worker was killed.
        """
        if sum(len(told.articles) for told in stories) < ENOUGH:
            yield from Serial().group(stories)
            return
        batches = _batches(iter(stories), lambda told: sum(len(article.text) for article in told.articles))
        for made in self._spread(_group, ([_told().dump_json(told) for told in batch] for batch in batches)):
            yield from map(_groups().validate_json, made)

    def _spread(self, work: Callable[[Given], Made], batches: Iterator[Given]) -> Iterator[Made]:
        """What ``work`` makes of each batch, in order, with few of them under way."""
        under_way: deque[Future[Made]] = deque()
        try:
            for batch in batches:
                pool = self._pool()  # Not inside of the block: it lets signals through again.
                with _undisturbed():
                    under_way.append(pool.submit(_until_stopped, work, batch))
                if len(under_way) >= UNDER_WAY * self.processes:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool:
            raise EngineError(LOST) from None


@contextmanager
def workers(processes: int) -> Iterator[Processes]:
    """So many workers, which end with the block: after their work where it ends well, at once where it doesn't."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        yield Processes(processes, cache(lambda: stack.enter_context(_pool(processes))), folder)


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    context = get_context("spawn")
    listening, held = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(listening,))
    try:
        yield pool
    except BaseException:
        held.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        held.close()
        listening.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back from the workers and threads that start inside of the block, which inherit that.

    Ctrl-C is for this process, which then stops the workers. Writing to a worker that died must not end this process,
    as it would under the command line's handling of pipes. Where signals can't be held back, a worker that is stopped
    while it starts may say so with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGPIPE})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(listening: Connection) -> None:
    """Make this process a worker."""
    collect_less_often()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_stop_with, args=(listening,), daemon=True).start()


def _stop_with(listening: Connection) -> None:
    """End this process once the other end of the pipe is closed, after what it may be writing.

    Half a message would keep whoever reads it waiting for the rest.
    """
    try:
        listening.recv()
    except (EOFError, OSError):
        _stopping.set()
        sleep(GRACE)
        os._exit(STOPPED)


def _until_stopped(work: Callable[[Given], Made], batch: Given) -> Made:
    """What ``work`` makes of a batch; a worker that was told to stop writes nothing any more."""
    if _stopping.is_set():
        os._exit(STOPPED)
    made = work(batch)
    if _stopping.is_set():
        os._exit(STOPPED)
    return made


def _batches(items: Iterable[Given], size: Callable[[Given], int]) -> Iterator[list[Given]]:
    """The items in batches. ``size`` tells the code points of one."""
    batch: list[Given] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += size(item)
        if len(batch) == BATCH or characters >= CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _extract(articles: Sequence[Article], settings: Settings) -> list[bytes]:
    return [packed(extract_one(article, settings)) for article in articles]


def _group(stories: Sequence[bytes]) -> list[bytes]:
    from ..alignment.story_groups import groups_of

    return [_groups().dump_json(groups_of(_told().validate_json(told))) for told in stories]


@cache
def _told() -> TypeAdapter[Told]:
    """A story to and from JSON."""
    from ..alignment.story_groups import Told

    return TypeAdapter(Told)


@cache
def _groups() -> TypeAdapter[list[Group]]:
    """The groups of a story to and from JSON."""
    return TypeAdapter(list[Group])


def _pack_articles(plain: Sequence[PlainArticle]) -> list[PackedArticle]:
    from ..alignment.statements import pack_article

    return [pack_article(one) for one in plain]


def _score(pairs: Sequence[Pair], folder: str) -> list[Linked]:
    from ..alignment.utterances import compared

    return list(compared(pairs, _shelf(folder).statement))


@cache
def _shelf(folder: str) -> Shelf:
    return Shelf(Path(folder))
