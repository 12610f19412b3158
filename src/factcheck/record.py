"""The base of all records: frozen pydantic models that share what many of them have alike."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _share(self) -> Self:
        """Share the set of the fields that were given with all records that were given the same ones.

        A record can't be changed, and a set of its own would take as much memory as all else of it.
        """
        given = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _given.setdefault(frozenset(given), given))
        return self


_given: dict[frozenset[str], set[str]] = {}
"""Each set of fields that were given to a record. They are few, as code and data give the same ones again and again."""
