"""``factcheck watch``: feeds that are asked again and again, into a corpus."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from .common import BAD, DONE, complain, configuration, settings_options
from .corpus import one_line
from .output import deliver, expect_writable, form_of

if TYPE_CHECKING:
    from ..watching import Round

SHORTEST = 1
"""Least minutes between two looks at a feed: more often is rude."""


@click.command()
@click.argument("corpus", metavar="CORPUS", type=click.Path(path_type=Path))
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the report to this file whenever something is new."
)
@click.option(
    "--every",
    type=click.FloatRange(min=SHORTEST),
    metavar="MINUTES",
    help="Ask a feed again after so many minutes. Default: 15, at least 1.",
)
@settings_options
def watch(corpus: Path, feeds: tuple[str, ...], output: Path | None, every: float | None, **given: Any) -> int:
    r"""Watch FEED... and add to CORPUS what is new in them, until stopped.

    FEED is the address of an RSS or Atom feed. Each is asked only for what has changed since the last time, and more
    seldom while it fails. New disagreements are printed, a line each; what goes wrong is told on standard error.

    \b
    Example:
      factcheck watch stories.corpus https://example.org/feed.xml -o report.html

    Stop it with Ctrl-C, or with SIGTERM: it ends after the feed that it is reading. A second Ctrl-C ends it at once.

    Exit codes: 0 stopped, 2 bad use, or all feeds are gone.
    """
    from ..corpus import Corpus
    from ..reading import is_address
    from ..watching import watch as watched
    from ..watching.schedule import EVERY

    wrong = next((feed for feed in feeds if not is_address(feed)), None)
    if wrong is not None:
        raise click.UsageError(f"{wrong}: is no address of a feed")
    form = form_of(output) if output else ""
    expect_writable(output)
    settings = configuration(given).settings
    with one_line(), _stopped_by_signals() as stop:
        for found in watched(Corpus(corpus), feeds, settings=settings, every=60 * every if every else EVERY, stop=stop):
            _tell(found)
            if output and found.report and found.report.articles:
                deliver(found.report, form, output)
        if stop.is_set():
            return DONE
    click.echo("factcheck: all feeds are gone", err=True)
    return BAD


def _tell(found: Round) -> None:
    """Print what a round brought."""
    from ..reporting.visible import visible

    for failure in found.failures:
        then = "it is not asked again" if failure.pause is None else f"next try in {_minutes(failure.pause)}"
        click.echo(f"factcheck: {failure.address}: {failure.reason}; {then}", err=True)
    complain(found.left_out)
    if found.added:
        click.echo(f"factcheck: {found.added:,} new or changed", err=True)
    for conflict in found.conflicts:
        click.echo(visible(f"{conflict.severity:<6}  {conflict.kind:<8}  {conflict.summary}  (#c-{conflict.id})"))


def _minutes(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute{'s' if minutes > 1 else ''}" if minutes < 120 else f"{round(minutes / 60)} hours"


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """An event that the first Ctrl-C, or SIGTERM, sets. After it, both do again what they did before."""
    stop = Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def stopping(_number: int, _frame: object) -> None:
        stop.set()
        restore()
        click.echo("factcheck: stopping", err=True)

    for number in before:
        signal.signal(number, stopping)
    try:
        yield stop
    finally:
        restore()
