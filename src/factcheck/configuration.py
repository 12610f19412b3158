"""Where settings come from: pyproject.toml, factcheck.toml, the environment, the command line, in growing strength."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from .settings import Settings

PREFIX = "FACTCHECK_"
"""What the names of environment variables begin with: ``FACTCHECK_MAX_BYTES`` sets ``max_bytes``."""


class ConfigurationError(ValueError):
    """A setting that can't be used; the message is one line that names the place, the key and the reason."""


class Configuration(NamedTuple):
    """Settings, and for each key the place that set it."""

    settings: Settings
    places: dict[str, str]


def configure(
    folder: Path, environment: Mapping[str, str], given: Mapping[str, Any], defaults: Mapping[str, Any] | None = None
) -> Configuration:
    """The settings that hold in ``folder``.

    Args:
        folder: Where the files are looked for: the nearest ``pyproject.toml`` with a table ``[tool.factcheck]`` and the
            nearest ``factcheck.toml``, here or in a folder above.
        environment: Environment variables.
        given: What the command line sets, by key.
        defaults: What holds where no place sets it, by key, instead of the default of ``Settings``.

    Raises:
        ConfigurationError: A file can't be read, a key is not known, or a value is not allowed.
    """
    values: dict[str, Any] = dict(defaults or {})
    places = dict.fromkeys(Settings.model_fields, "default")
    for place, layer in _layers(folder, environment, given):
        for key, value in layer.items():
            _require_known(place, key)
            values[key], places[key] = value, place
    try:
        return Configuration(Settings(**values), places)
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        raise ConfigurationError(f"{places[key]}: {key}: {first['msg'].lower()}") from None


def _layers(
    folder: Path, environment: Mapping[str, str], given: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, keys in (("pyproject.toml", ("tool", "factcheck")), ("factcheck.toml", ())):
        for directory in (folder, *folder.parents):
            path = directory / name
            table = _table(path, keys) if path.is_file() else None
            if table is not None:
                yield str(path), {key: _beside(path, key, value) for key, value in table.items()}
                break
    for variable, text in environment.items():
        if variable.startswith(PREFIX) and not variable.startswith(f"{PREFIX}_"):
            key = variable.removeprefix(PREFIX).lower()
            value: Any = text.split(os.pathsep) if key == "offices" else text
            yield f"environment variable {variable}", {key: _pairs(value.split(",")) if key == "columns" else value}
    yield "command line", {key: _pairs(value) if key == "columns" else value for key, value in given.items()}


def _pairs(stated: Iterable[str]) -> dict[str, str]:
    """``{"text": "body"}`` from ``["text=body"]``."""
    return {field.strip(): column.strip() for field, _, column in (pair.partition("=") for pair in stated)}


def _table(path: Path, keys: tuple[str, ...]) -> dict[str, Any] | None:
    try:
        table: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path}: can't be read: {error}") from None
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _beside(path: Path, key: str, value: Any) -> Any:
    """The value of a file's key; paths in a file are meant from the file's folder."""
    if key == "offices" and isinstance(value, list):
        return [path.parent / item if isinstance(item, str) else item for item in value]
    return value


def _require_known(place: str, key: str) -> None:
    if key not in Settings.model_fields:
        near = get_close_matches(key, Settings.model_fields, n=1, cutoff=0)
        raise ConfigurationError(f"{place}: unknown key {key!r}; the nearest known one is {near[0]!r}")
