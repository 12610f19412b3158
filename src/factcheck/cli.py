"""The command line: ``factcheck report``, ``factcheck claims`` and ``factcheck config``."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .models import SEVERITIES
from .reporting import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from .configuration import Configuration
    from .models import LeftOut
    from .reporting.decisions import Decision
    from .reporting.report import Report

    Tell = Callable[[int, int | None, str], None]

DONE, FAILED_ON, BAD = 0, 1, 2
"""Exit codes: done; a conflict of the severity named by --fail-on was found; bad use or input left out."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

STANDARD_INPUT = "-"


def settings_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command an option for each setting."""
    for option in (
        click.option("--max-bytes", type=int, help="Leave out articles larger than this. Default: 10000000."),
        click.option("--max-unpacked", type=int, help="Unpack no more than this of an archive. Default: 10000000000."),
        click.option("--max-depth", type=int, help="Read archives nested no deeper than this. Default: 5."),
        click.option("--max-claims", type=int, help="Compare so many claims of an article at most. Default: 10000."),
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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="factcheck-news", prog_name="factcheck")
def cli() -> None:
    """Find where news sources disagree.

    Give it articles on one story from several outlets. It takes out who said what, when and with what title, brings
    together what speaks of the same thing, and reports where the outlets differ, each difference with its evidence.
    """


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the report to this file instead of standard output."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Form of the report. Default: by the suffix of -o, else text.",
)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit with code 1 when a conflict at least this severe is found."
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Merge what people decided, from a file that a report's page wrote.",
)
@settings_options
def report(
    inputs: tuple[str, ...],
    output: Path | None,
    form: str | None,
    fail_on: str | None,
    decisions: tuple[Path, ...],
    **given: Any,
) -> int:
    r"""Report where the articles in INPUT... disagree.

    INPUT is a file (a text, a page, a table, a feed, a document, an archive ...), a folder of such files, a web
    address, or - for standard input.

    \b
    Examples:
      factcheck report seeds/
      factcheck report seeds/ -o report.html
      factcheck report a.txt b.txt --format json | jq .conflicts

    Exit codes: 0 done, 1 only with --fail-on, 2 bad use or something could not be read (the rest is still reported).
    """
    from .pipeline import check

    form = form or _form_of(output)
    _expect_writable(output)
    settings = _configuration(given).settings
    decided = [decision for path in decisions for decision in _decisions(path)]
    with _progress() as progress:
        result = check(*_paths(inputs), settings=settings, progress=progress).decided(decided)
    _complain(result.provenance.left_out)
    if not result.articles:
        return BAD
    _deliver(result, form, output)
    if result.stale:
        listed = ", ".join(decision.conflict for decision in result.stale)
        click.echo(f"factcheck: decided, but not found any more: {listed}", err=True)
    if fail_on and _reached(result, fail_on):
        return FAILED_ON
    return _code(result.provenance.left_out)


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@settings_options
def claims(inputs: tuple[str, ...], **given: Any) -> int:
    """Print the claims found in INPUT..., one JSON object a line.

    INPUT is a text or Markdown file, a folder of such files, or - for standard input. Fields are those of the report's
    JSON form; positions count code points of the article's text.
    """
    from .engines import engine_of
    from .models import LeftOut
    from .reading import read

    settings = _configuration(given).settings
    reading = read(*_paths(inputs), settings=settings)
    _complain(reading.left_out)
    failed = 0
    for found in engine_of(settings).extract(reading.articles, settings):
        if isinstance(found, LeftOut):
            failed += 1
            _complain((found,))
            continue
        for claim in found:
            click.echo(claim.model_dump_json())
    return BAD if failed else _code(reading.left_out)


@cli.command()
@settings_options
def config(**given: Any) -> int:
    """Show each setting, its value, and the place that set it.

    Places, the weakest first: the default, [tool.factcheck] in pyproject.toml, factcheck.toml (each the nearest
    one, in this folder or above), environment variables such as FACTCHECK_MAX_BYTES, and the command line.
    """
    found = _configuration(given)
    for key, value in {**found.settings.model_dump(mode="json"), "processes": found.settings.processes}.items():
        click.echo(f"{key} = {json.dumps(value)}  # {found.places[key]}")
    return DONE


def main() -> None:
    """Run the command line and exit with its code."""
    from .engines import EngineError

    if hasattr(signal, "SIGPIPE"):
        # The reader of a pipe may leave early, as head does: end as quietly as other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        code = cli.main(standalone_mode=False)
    except click.UsageError as error:
        error.show()
        code = BAD
    except click.ClickException as error:
        click.echo(f"factcheck: {error.format_message()}", err=True)
        code = BAD
    except OSError as error:
        click.echo(f"factcheck: {error.filename or 'output'}: {error.strerror or error}", err=True)
        code = BAD
    except EngineError as error:
        click.echo(f"factcheck: {error}", err=True)
        code = BAD
    except click.Abort:
        click.echo("factcheck: stopped", err=True)
        code = INTERRUPTED
    sys.exit(code if isinstance(code, int) else DONE)


def _paths(words: tuple[str, ...]) -> list[str | Path]:
    """What the command line's words stand for: addresses and paths, so that no mistyped path is taken for a text."""
    from .reading import is_address

    if "" in words:
        raise click.UsageError("an INPUT is empty; give . for this folder")
    return [word if word == STANDARD_INPUT or is_address(word) else Path(word) for word in words]


def _form_of(output: Path | None) -> str:
    if output is None:
        return "text"
    form = SUFFIXES.get(output.suffix.lower())
    if form is None:
        known = ", ".join(sorted(SUFFIXES))
        raise click.UsageError(
            f"{output}: can't tell the format from this name; end it with one of {known}, or give --format"
        )
    return form


def _configuration(given: dict[str, Any]) -> Configuration:
    """The settings that hold here, with those that the command line gave."""
    from .configuration import ConfigurationError, configure
    from .entities.offices import office_table

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


def _decisions(path: Path) -> tuple[Decision, ...]:
    from .reporting.decisions import load_decisions

    try:
        return load_decisions(path)
    except OSError as error:
        raise click.UsageError(f"{path}: can't be read: {error.strerror or error}") from None
    except ValueError:
        raise click.UsageError(f"{path}: is no file of decisions that this version knows") from None


def _reached(result: Report, severity: str) -> bool:
    return any(SEVERITIES.index(c.severity) <= SEVERITIES.index(severity) for c in result.conflicts)


def _code(left_out: tuple[LeftOut, ...]) -> int:
    """The exit code: an article given twice loses nothing, all else that is left out does."""
    return BAD if any(item.cause != "repeated" for item in left_out) else DONE


def _complain(left_out: tuple[LeftOut, ...]) -> None:
    for item in left_out:
        click.echo(f"factcheck: {item.origin}: {item.reason}", err=True)


def _expect_writable(output: Path | None) -> None:
    """Complain before the work, not after it, where the report has no place to go."""
    if output is None:
        return
    if output.is_dir():
        raise click.ClickException(f"{output}: can't be written: is a folder")
    if not output.parent.is_dir():
        raise click.ClickException(f"{output}: can't be written: no such folder as {output.parent}")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise click.ClickException(f"{output}: can't be written: permission denied")


def _deliver(result: Report, form: str, output: Path | None) -> None:
    if output is None:
        click.echo(FORMATS[form](result), nl=False)
        return
    try:
        result.save(output, form)
    except OSError as error:
        raise click.ClickException(f"{output}: can't be written: {error.strerror or error}") from None
    click.echo(f"factcheck: wrote {output}", err=True)


@contextmanager
def _progress() -> Iterator[Tell | None]:
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
