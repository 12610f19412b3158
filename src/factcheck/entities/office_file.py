"""A user's own table of offices: whether it is one, before anything is looked up in it."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, ValidationError

from .jurisdictions import jurisdiction_name
from .organizations import NameStatus

OfficeKind = Literal["office", "seat", "rank", "open", "family"]


def _known(code: str) -> str:
    try:
        jurisdiction_name(code)
    except KeyError:
        raise ValueError(f"no country or state has the code {code!r}") from None
    return code


Text = Annotated[str, Field(min_length=1)]
Code = Annotated[str, AfterValidator(_known)]


class _Name(BaseModel):
    name: Text
    status: NameStatus = "statutory"
    since: date | None = None
    basis: str | None = None


class _Organization(BaseModel):
    id: Text
    names: Annotated[list[_Name], Field(min_length=1)]
    aliases: list[str] = []
    jurisdiction: Code | None = None
    source: str = ""
    licence: str = ""


class _Office(_Organization):
    descriptions: list[str] = []
    organization: str | None = None
    leads: bool = False
    family: str | None = None
    kind: OfficeKind = "office"
    implies: list[str] = []


class _Table(BaseModel):
    as_of: date | None = None
    sources: dict[str, dict[str, Any]] = {}
    organizations: list[_Organization] = []
    offices: list[_Office] = []


def read_office_file(path: Path) -> dict[str, Any]:
    """The table in a file of TOML or, by its suffix, JSON; keys that are not known are left out.

    Raises:
        OSError: The file can't be read.
        ValueError: It is neither TOML nor JSON, or no table of offices; the message names the place.
    """
    text = path.read_text(encoding="utf-8")
    try:
        table = json.loads(text) if path.suffix.casefold() == ".json" else tomllib.loads(text)
        return _Table.model_validate(table).model_dump(exclude_unset=True)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the table"
        raise ValueError(f"{where}: {first['msg'].lower()}") from None
