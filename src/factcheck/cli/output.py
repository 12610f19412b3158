"""Where a report goes, and in which form."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..reporting import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from ..reporting.report import Report


NARROWEST = 40
"""Fewest columns that lines are wrapped to."""


def none_for_dash(_: click.Context, __: click.Parameter, output: Path | None) -> Path | None:
    """No file where the name of the output is a dash: it goes to standard output."""
    return None if output == Path("-") else output


def form_of(output: Path | None) -> str:
    """The form that the name of the output tells; ``text`` for standard output."""
    if output is None:
        return "text"
    form = SUFFIXES.get(output.suffix.lower())
    if form is None:
        known = ", ".join(sorted(SUFFIXES))
        raise click.UsageError(
            f"{output}: can't tell the format from this name; end it with one of {known}, or give --format"
        )
    return form


def expect_writable(output: Path | None) -> None:
    """Complain before the work, not after it, where the report has no place to go."""
    if output is None:
        return
    if output.is_dir():
        raise click.ClickException(f"{output}: can't be written: is a folder")
    if not output.parent.is_dir():
        raise click.ClickException(f"{output}: can't be written: no such folder as {output.parent}")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise click.ClickException(f"{output}: can't be written: permission denied")


def _on_screen(result: Report) -> str:
    """The report as text for standard output: as wide as a terminal, 80 columns where it does not tell, with colours.

    Of the environment, COLUMNS tells the width; NO_COLOR (https://no-color.org) forbids colours, FORCE_COLOR
    (https://force-color.org) asks for them elsewhere, too, and a terminal that is dumb has none.
    """
    from ..reporting.text import Screen, render_text

    terminal = sys.stdout.isatty()
    able = terminal and os.environ.get("TERM") != "dumb"
    screen = Screen(
        width=max(shutil.get_terminal_size((80, 24)).columns, NARROWEST) if terminal else None,
        colour=not os.environ.get("NO_COLOR") and (able or bool(os.environ.get("FORCE_COLOR"))),
    )
    return render_text(result, screen)


def _print(text: str) -> None:
    """Writes to standard output: what a screen can't show as question marks, and a file or a pipe as UTF-8."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        if sys.stdout.isatty():
            text = text.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding)
        else:
            click.echo(f"factcheck: written as UTF-8, as {sys.stdout.encoding} lacks some of its signs", err=True)
            click.echo(text.encode(), nl=False)
            return
    # Colours are there where they are wanted only, and nothing else in it steers a terminal.
    click.echo(text, nl=False, color=True)


def deliver(result: Report, form: str, output: Path | None) -> None:
    """Write the report to ``output``, or to standard output."""
    if output is None:
        _print(_on_screen(result) if form == "text" else FORMATS[form](result))
        return
    try:
        result.save(output, form)
    except OSError as error:
        raise click.ClickException(f"{output}: can't be written: {error.strerror or error}") from None
    click.echo(f"factcheck: wrote {output}", err=True)
