"""``factcheck report``: where the articles of inputs, or of a corpus, disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..models import SEVERITIES
from ..reporting import FORMATS
from .common import (
    BAD,
    FAILED_ON,
    complain,
    configuration,
    exit_code,
    inputs_argument,
    paths,
    progress_bar,
    settings_options,
)
from .output import deliver, expect_writable, form_of, none_for_dash

if TYPE_CHECKING:
    from ..models import LeftOut
    from ..reporting.decisions import Decision
    from ..reporting.report import Report
    from ..settings import Settings
    from .common import Tell


@click.command()
@inputs_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    callback=none_for_dash,
    help="Write the report to this file instead of standard output (-).",
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
    help="Merge what people decided, from a file that a report's page wrote. A corpus keeps it.",
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

    INPUT is {inputs}, - for standard input, or, given alone, a corpus that factcheck add made.

    \b
    Examples:
      factcheck report seeds/
      factcheck report seeds/ -o report.html
      factcheck report a.txt b.txt --format json | jq .conflicts
      factcheck report stories.corpus -o report.html

    Exit codes: 0 done, 1 only with --fail-on, 2 bad use or something could not be read (the rest is still reported).
    """
    form = form or form_of(output)
    expect_writable(output)
    settings = configuration(given).settings
    decided = [decision for path in decisions for decision in _decisions(path)]
    with progress_bar() as progress:
        given_out = _of_corpus(inputs, settings, decided, progress) or _of_inputs(inputs, settings, decided, progress)
    result, left_out = given_out
    complain(left_out)
    if not result.articles:
        return BAD
    if len(result.articles) == 1:
        click.echo(f"factcheck: {result.articles[0].outlet}: the only article: there is nothing to compare", err=True)
    deliver(result, form, output)
    if result.stale:
        listed = ", ".join(decision.conflict for decision in result.stale)
        click.echo(f"factcheck: decided, but not found any more: {listed}", err=True)
    if fail_on and _reached(result, fail_on):
        return FAILED_ON
    return exit_code(left_out)


def _of_inputs(
    inputs: tuple[str, ...], settings: Settings, decided: Sequence[Decision], progress: Tell | None
) -> tuple[Report, tuple[LeftOut, ...]]:
    from ..pipeline import check

    result = check(*paths(inputs), settings=settings, progress=progress).decided(decided)
    return result, result.provenance.left_out


def _of_corpus(
    inputs: tuple[str, ...], settings: Settings, decided: Sequence[Decision], progress: Tell | None
) -> tuple[Report, tuple[LeftOut, ...]] | None:
    """The report of the corpus that is given, if one is. What it left out was told when it was added."""
    from ..corpus import is_database

    given = [word for word in inputs if is_database(Path(word))]
    if not given:
        return None
    from ..corpus import Corpus, CorpusError

    if len(inputs) > 1:
        raise click.UsageError(f"{given[0]}: a corpus is reported alone; put other inputs into it with factcheck add")
    corpus = Corpus(given[0])
    try:
        if decided:
            corpus.decide(decided)
        result = corpus.report(settings=settings, progress=progress)
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    if not result.articles:
        raise click.ClickException(f"{corpus.path}: holds no article yet")
    return result, ()


def _decisions(path: Path) -> tuple[Decision, ...]:
    from ..reporting.decisions import load_decisions

    try:
        return load_decisions(path)
    except OSError as error:
        raise click.UsageError(f"{path}: can't be read: {error.strerror or error}") from None
    except ValueError:
        raise click.UsageError(f"{path}: is no file of decisions that this version knows") from None


def _reached(result: Report, severity: str) -> bool:
    return any(SEVERITIES.index(c.severity) <= SEVERITIES.index(severity) for c in result.conflicts)
