"""The base of all records: frozen pydantic models that share what many of them have alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from textwrap import shorten
from typing import Any, ParamSpec, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

Fields = ParamSpec("Fields")
Made = TypeVar("Made", bound="Record")

_set = object.__setattr__


class Record(BaseModel):
    """Base of all records: it can't be changed, and takes no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _share(self) -> Self:
        """Share one set of given fields among all records that were given the same ones.

        A set of its own would take as much memory as the rest of a record.
        """
        given = self.__pydantic_fields_set__
        _set(self, "__pydantic_fields_set__", _given.setdefault(frozenset(given), given))
        return self


def made(record: Callable[Fields, Made], *_: Fields.args, **fields: Fields.kwargs) -> Made:
    """A record of values that this library worked out itself, made without validating them.

    That takes a quarter of the time. The values must have the very types of the fields: an ``int`` stays an ``int``
    where the field is a ``float``, and no mutable default is filled in.
    """
    kind: Any = record
    new: Made = object.__new__(kind)
    _set(new, "__dict__", _blank(kind) | fields)
    _set(new, "__pydantic_fields_set__", _shared(tuple(fields)))
    _set(new, "__pydantic_extra__", None)
    _set(new, "__pydantic_private__", None)
    return new


@cache
def _shared(names: tuple[str, ...]) -> set[str]:
    return _given.setdefault(frozenset(names), set(names))


@cache
def _blank(kind: type[Record]) -> dict[str, Any]:
    """The fields of a kind of record in order, each with its default; None where it has none."""
    return {name: None if field.is_required() else field.default for name, field in kind.model_fields.items()}


_given: dict[frozenset[str], set[str]] = {}
"""Each set of fields that were given to a record. They are few, as code and data give the same ones again and again."""


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits; half a surrogate pair counts as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def shortened(text: str, width: int = 60) -> str:
    """The text on one line, cut at a word; ``repr`` then shows what would act on a screen as an escape."""
    return shorten(text, width, placeholder="…")
