"""Where a report goes, and in which form."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..reporting import FORMATS, SUFFIXES

if TYPE_CHECKING:
    from ..reporting.report import Report


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


def deliver(result: Report, form: str, output: Path | None) -> None:
    """Write the report to ``output``, or to standard output."""
    if output is None:
        click.echo(FORMATS[form](result), nl=False)
        return
    try:
        result.save(output, form)
    except OSError as error:
        raise click.ClickException(f"{output}: can't be written: {error.strerror or error}") from None
    click.echo(f"factcheck: wrote {output}", err=True)
