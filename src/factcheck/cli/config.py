"""``factcheck config``: the settings that hold."""

from __future__ import annotations

import json
from typing import Any

import click

from .common import DONE, configuration, settings_options


@click.command()
@settings_options
def config(**given: Any) -> int:
    """Show each setting, its value, and the place that set it.

    Places, the weakest first: the default, [tool.factcheck] in pyproject.toml, factcheck.toml (each the nearest
    one, in this folder or above), environment variables such as FACTCHECK_MAX_BYTES, and the command line.
    """
    found = configuration(given)
    for key, value in {**found.settings.model_dump(mode="json"), "processes": found.settings.processes}.items():
        click.echo(f"{key} = {json.dumps(value)}  # {found.places[key]}")
    return DONE
