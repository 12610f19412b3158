"""Tables of words and facts. Each is a TOML file that names its source and licence; none is code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``, read once. Treat it as read-only.

    Raises ``FileNotFoundError`` where the package holds no such table.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
