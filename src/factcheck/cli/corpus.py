"""``factcheck add`` and ``factcheck status``: a corpus that grows, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import DONE, complain, configuration, exit_code, inputs_argument, paths, progress_bar, settings_options

if TYPE_CHECKING:
    from ..corpus import Status

SHOWN = 10
"""Most outlets that are named in a line."""


@click.command()
@click.argument("corpus", metavar="CORPUS", type=click.Path(path_type=Path))
@inputs_argument
@settings_options
def add(corpus: Path, inputs: tuple[str, ...], **given: Any) -> int:
    r"""Add the articles in INPUT... to the file CORPUS, which is made where there is none.

    INPUT is {inputs}, or - for standard input.

    What the corpus has already is not worked out again, and an article that has changed replaces its earlier version.
    Report on all of it with factcheck report CORPUS.

    \b
    Examples:
      factcheck add stories.corpus seeds/
      factcheck add stories.corpus https://example.org/feed.xml

    Exit codes: 0 done, 2 bad use or something was left out (the rest is still added).
    """
    from ..corpus import Corpus

    settings = configuration(given).settings
    with one_line(), progress_bar() as progress:
        added = Corpus(corpus).add(*paths(inputs), settings=settings, progress=progress)
    complain(added.left_out)
    counts = {"new": added.new, "changed": added.changed, "unchanged": added.unchanged, "left out": added.left_out}
    click.echo(", ".join(f"{len(found):,} {what}" for what, found in counts.items()))
    return exit_code(added.left_out)


@click.command()
@click.argument("corpus", metavar="CORPUS", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def status(corpus: Path, as_json: bool) -> int:
    """Show what CORPUS holds: articles, outlets, days, claims, decisions, and what was left out."""
    from ..corpus import Corpus

    with one_line():
        found = Corpus(corpus).status()
    click.echo(found.model_dump_json(indent=2) if as_json else "\n".join(_lines(found)))
    return DONE


def _lines(status: Status) -> Iterator[str]:
    days = f"{status.days.start} to {status.days.end}" if status.days else "none stated"
    undated = f", {status.undated:,} undated" if status.undated else ""
    added = f"{status.last_added:%Y-%m-%d %H:%M} UTC" if status.last_added else "never"
    rows = {
        "articles": f"{status.articles:,}",
        "outlets": f"{len(status.outlets):,} ({_each(status.outlets)})",
        "days": days + undated,
        "claims": _listed(status.claims),
        "decisions": _listed(status.decisions),
        "last added": added,
        "complete": "yes" if status.complete else "no; the next factcheck add goes on with what was stopped",
        "size": f"{status.size / 1e6:,.1f} MB, layout {status.version}",
        "left out": f"{len(status.left_out):,}",
    }
    for name, value in rows.items():
        yield f"{name:<12}{value}"
    for line in status.left_out:
        yield f"  {line.origin}: {line.reason}"


def _listed(counts: dict[Any, int]) -> str:
    """How many in all, and of each kind."""
    return f"{sum(counts.values()):,} ({_each(counts)})" if counts else "0"


def _each(counts: dict[Any, int]) -> str:
    shown = ", ".join(f"{name} {count:,}" for name, count in list(counts.items())[:SHOWN])
    return f"{shown} ..." if len(counts) > SHOWN else shown


@contextmanager
def one_line() -> Iterator[None]:
    """Give an error of the corpus as the command line gives errors."""
    from ..corpus import CorpusError

    try:
        yield
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
