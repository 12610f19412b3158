"""Settings of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ArticleField = Literal["text", "title", "source", "authors", "published", "updated", "url", "language"]
"""The fields of an article that a table can state."""


class Settings(BaseModel):
    """What a user may set. Frozen; the defaults are those of the command line, but for ``processes``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(
        default=10_000_000,
        gt=0,
        description="Largest size of one article, page, feed, document or record, in bytes. A larger one is left out "
        "with a message.",
    )
    max_unpacked: int = Field(
        default=10_000_000_000,
        gt=0,
        description="Most bytes that one archive or compressed file may unpack to, with all that is nested in it. "
        "What lies behind is left out with a message.",
    )
    max_depth: int = Field(
        default=5, ge=0, description="So many archives and compressed files may be nested in one another."
    )
    max_claims: int = Field(
        default=10_000,
        gt=0,
        description="Most claims of one article that are compared. Those behind them are left out with a message.",
    )
    sure: float = Field(
        default=0.3,
        ge=0,
        le=1,
        description="Least confidence of a difference, in what outlets tell themselves, that counts as a disagreement.",
    )
    possible: float = Field(
        default=0.015,
        ge=0,
        le=1,
        description="Least confidence of a less sure difference that is listed as possible; 1 lists none.",
    )
    columns: dict[ArticleField, str] = Field(
        default_factory=dict,
        description="The column (in JSON: the key) that holds a field of the article, where its name doesn't show it.",
    )
    private_addresses: bool = Field(
        default=False,
        description="Whether pages may be fetched from private, loopback and link-local addresses.",
    )
    offices: tuple[Path, ...] = Field(
        default=(), description="Tables of offices (TOML or JSON) that are merged over the built-in one."
    )
    processes: int = Field(
        default=1,
        ge=1,
        exclude=True,
        description="Most processes that work at one time. The command line's default is one for each core. A script "
        'that sets more than one needs `if __name__ == "__main__":` around what it runs. It changes nothing '
        "that is found, and a report does not state it.",
    )
