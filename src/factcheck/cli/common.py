"""What the commands share: exit codes, options of settings, words that stand for inputs, messages, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..models import LeftOut

    Tell = Callable[[int, int | None, str], None]

DONE, FAILED_ON, BAD = 0, 1, 2
"""Exit codes: done; a conflict of the severity named by --fail-on was found; bad use or input left out."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

STANDARD_INPUT = "-"

INPUTS = (
    "a file (plain text, Markdown, web page, JSON, CSV, Parquet, feed, WARC, PDF, DOCX, EPUB, e-mail, or an archive "
    "or a compressed file of these), a folder of such files, a web address"
)
"""What an input may be, in the words of the help texts, where it stands for ``{inputs}``."""


def inputs_argument(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command its inputs. They are words of all sorts; a shell completes them as paths."""
    return click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path())(command)


def settings_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command an option for each setting."""
    for option in (
        click.option("--max-bytes", type=int, help="Leave out articles larger than this. Default: 10000000."),
        click.option("--max-unpacked", type=int, help="Unpack no more than this of an archive. Default: 10000000000."),
        click.option("--max-depth", type=int, help="Read archives nested no deeper than this. Default: 5."),
        click.option("--max-claims", type=int, help="Compare so many claims of an article at most. Default: 10000."),
        click.option(
            "--sure", type=float, help="Confidence from which on a difference is a disagreement. Default: 0.3."
        ),
        click.option(
            "--possible", type=float, help="Confidence from which on to list a less sure one. Default: 0.015."
        ),
        click.option("--columns", metavar="FIELD=COLUMN", multiple=True, help="Say which column holds a field."),
        click.option(
            "--private-addresses/--public-addresses", default=None, help="Whether to fetch from private hosts."
        ),
        click.option(
            "--offices", type=click.Path(path_type=Path), multiple=True, help="Add a table of offices (TOML or JSON)."
        ),
        click.option("--processes", type=int, help="Work in so many processes at most. Default: one for each core."),
    ):
        command = option(command)
    return command


def paths(words: tuple[str, ...]) -> list[str | Path]:
    """What the command line's words stand for: addresses and paths, so that no mistyped path is taken for a text."""
    from ..reading import is_address

    if "" in words:
        raise click.UsageError("an INPUT is empty; give . for this folder")
    return [word if word == STANDARD_INPUT or is_address(word) else Path(word) for word in words]


def configuration(given: dict[str, Any]) -> Configuration:
    """The settings that hold here, with those that the command line gave."""
    from ..configuration import ConfigurationError, configure
    from ..entities.offices import office_table

    try:
        stated = {key: value for key, value in given.items() if value not in (None, ())}
        found = configure(Path.cwd(), os.environ, stated, {"processes": _cores()})
        for path in found.settings.offices:
            office_table((path,))
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise click.UsageError(f"{path}: can't be read as a table of offices: {reason}") from None
    return found


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def exit_code(left_out: tuple[LeftOut, ...]) -> int:
    """The exit code: an article given twice loses nothing, all else that is left out does."""
    return BAD if any(item.cause != "repeated" for item in left_out) else DONE


def complain(left_out: tuple[LeftOut, ...]) -> None:
    """Name on standard error what was left out, one line each."""
    for item in left_out:
        click.echo(f"factcheck: {item.origin}: {item.reason}", err=True)


@contextmanager
def progress_bar() -> Iterator[Tell | None]:
    """A progress bar on standard error while the work goes on, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def tell(done: int, total: int | None, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        yield tell
