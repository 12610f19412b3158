"""Organizations: their names with dates, and the forms in which each may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from .jurisdictions import plain

NameStatus = Literal["statutory", "secondary"]

_SMALL = frozenset({"of", "for", "and", "the", "on", "&"})


class OfficialName(NamedTuple):
    """One name of an office or organization, and the time it is in use."""

    name: str
    status: NameStatus = "statutory"
    """By law or custom, or allowed beside such a name."""
    since: date | None = None
    """First day; None where it is not known or does not matter."""
    basis: str | None = None
    """The act that gave the name."""


class Organization(NamedTuple):
    """A row of the table of organizations."""

    id: str
    names: tuple[OfficialName, ...]
    aliases: tuple[str, ...]
    jurisdiction: str | None
    source: str
    licence: str


def name_forms(name: str) -> Iterator[str]:
    """The forms in which a name may stand, as they are looked up: "Department of Defense", "Defense Department"."""
    bare = plain(name)
    yield bare
    kind, of, field = bare.partition(" of ")
    if of and kind == "department":
        field = field.removeprefix("the ")
        yield f"{field} department"
        yield f"department of {field}"
    if "&" in bare or " and " in bare:
        yield bare.replace("&", "and")
        yield bare.replace(" and ", " & ")


def organization_phrases(organizations: Mapping[str, Organization]) -> dict[str, tuple[str, int]]:
    """The forms of all names, with the organization's id and the name's number.

    An alias is of the name whose initials it is ("DoD"); any other ("Pentagon") is of none, and has the number -1.
    """
    phrases: dict[str, tuple[str, int]] = {}
    for organization in organizations.values():
        named = [(alias, _shortened(alias, organization.names)) for alias in organization.aliases]
        named += [(official.name, number) for number, official in enumerate(organization.names)]
        for name, number in named:
            for form in name_forms(name):
                phrases[form] = (organization.id, number)
    return phrases


def _shortened(alias: str, names: tuple[OfficialName, ...]) -> int:
    """The number of the name whose initials an alias is, or -1."""
    letters = plain(alias).replace("&", "")
    for number, official in enumerate(names):
        words = plain(official.name).split()
        if letters in ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)):
            return number
    return -1
