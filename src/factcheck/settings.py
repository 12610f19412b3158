"""Settings of a run."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """What a user may set. Frozen; the defaults are those of the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(
        default=10_000_000,
        gt=0,
        description="Largest size of one article, in bytes. A larger one is left out with a message.",
    )
    offices: tuple[Path, ...] = Field(
        default=(), description="Tables of offices (TOML or JSON) that are merged over the built-in one."
    )
