"""``factcheck claims``: the claims found in inputs."""

from __future__ import annotations

from typing import Any

import click

from .common import BAD, complain, configuration, exit_code, inputs_argument, paths, settings_options


@click.command()
@inputs_argument
@settings_options
def claims(inputs: tuple[str, ...], **given: Any) -> int:
    """Print the claims found in INPUT..., one JSON object a line.

    INPUT is {inputs}, or - for standard input.

    Fields are those of the report's JSON form; positions count code points of the article's text.
    """
    from ..engines import engine_of
    from ..models import LeftOut
    from ..reading import read

    settings = configuration(given).settings
    reading = read(*paths(inputs), settings=settings)
    complain(reading.left_out)
    failed = 0
    with engine_of(settings) as engine:
        for found in engine.extract(reading.articles, settings):
            if isinstance(found, LeftOut):
                failed += 1
                complain((found,))
                continue
            for claim in found:
                click.echo(claim.model_dump_json())
    return BAD if failed else exit_code(reading.left_out)
