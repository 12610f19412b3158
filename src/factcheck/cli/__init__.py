"""The command line: ``factcheck`` and its commands, a module each."""

from __future__ import annotations

import signal
import sys

import click

from ..garbage import collect_less_often
from ..version import __version__
from .claims import claims
from .common import BAD, DONE, FAILED_ON, INPUTS, INTERRUPTED
from .config import config
from .corpus import add, status
from .report import report
from .watch import watch

__all__ = ["BAD", "DONE", "FAILED_ON", "INTERRUPTED", "cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="factcheck-news", prog_name="factcheck")
def cli() -> None:
    """Find where news sources disagree.

    Give it articles on one story from several outlets. It takes out who said what, when and with what title, brings
    together what speaks of the same thing, and reports where the outlets differ, each difference with its evidence.
    """


for command in (report, claims, add, watch, status, config):
    # Click takes a backspace before a paragraph for a sign not to rewrap it; a docstring can hold it as two signs only.
    command.help = (command.help or "").replace("\\b", "\b").replace("{inputs}", INPUTS)
    cli.add_command(command)


def main() -> None:
    """Run the command line and exit with its code."""
    from ..engines import EngineError

    collect_less_often()
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
