"""Offices: which one a title names, by the built-in table and a user's own.

A table is TOML or JSON with rows under ``organizations`` and ``offices``, as ``knowledge/offices.toml`` shows; a
user's row replaces the built-in one of the same id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..knowledge import load
from ..text import fold
from .jurisdictions import within
from .organizations import OfficialName, Organization, organization_phrases
from .titles import TitleReading, read_title

if TYPE_CHECKING:
    from .office_file import OfficeKind

_DEFAULT = "us"
"""Whose office is meant where titles of several countries read alike and nothing names one."""


class Office(NamedTuple):
    """A row of the table of offices."""

    id: str
    names: tuple[OfficialName, ...]
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    """Phrases that mean the office without naming it, such as "Pentagon chief"."""
    organization: str | None = None
    leads: bool = False
    """Whether it heads its organization."""
    jurisdiction: str | None = None
    family: str | None = None
    """The kind of office that other countries have as well."""
    kind: OfficeKind = "office"
    implies: tuple[str, ...] = ()
    """Ids of offices that its holder has too: the speaker of the House is a representative."""
    source: str = ""
    licence: str = ""


class OfficeMatch(NamedTuple):
    """The office that a title names, and by which name."""

    office: Office
    name: int = 0
    """Number of the official name that the title uses; 0, the first one, for aliases as well."""
    described: bool = False
    """The title describes the office without naming it."""


class OfficeTable:
    """The offices and organizations of one or several tables, ready to be looked up."""

    def __init__(self, tables: Iterable[Mapping[str, Any]]) -> None:
        self.offices: dict[str, Office] = {}
        self.organizations: dict[str, Organization] = {}
        self.as_of: date | None = None
        for table in tables:
            self._add(table)

    def _add(self, table: Mapping[str, Any]) -> None:
        sources = table.get("sources", {})
        self.as_of = _day(table.get("as_of")) or self.as_of
        for row in table.get("organizations", ()):
            self.organizations[row["id"]] = Organization(
                id=row["id"],
                names=_names(row),
                aliases=tuple(row.get("aliases", ())),
                jurisdiction=row.get("jurisdiction"),
                **_provenance(row, sources),
            )
        for row in table.get("offices", ()):
            self.offices[row["id"]] = Office(
                id=row["id"],
                names=_names(row),
                aliases=tuple(row.get("aliases", ())),
                descriptions=tuple(row.get("descriptions", ())),
                organization=row.get("organization"),
                leads=row.get("leads", False),
                jurisdiction=row.get("jurisdiction"),
                family=row.get("family"),
                kind=row.get("kind", "office"),
                implies=tuple(row.get("implies", ())),
                **_provenance(row, sources),
            )

    @cached_property
    def phrases(self) -> Mapping[str, tuple[str, int]]:
        """The phrases that name organizations, with the id and the number of the name."""
        return organization_phrases(self.organizations)

    @cached_property
    def _index(self) -> Mapping[tuple[str, str | None, frozenset[str]], tuple[OfficeMatch, ...]]:
        index: defaultdict[tuple[str, str | None, frozenset[str]], list[OfficeMatch]] = defaultdict(list)
        for office in self.offices.values():
            forms = [(official.name, OfficeMatch(office, k)) for k, official in enumerate(office.names)]
            forms += [(alias, OfficeMatch(office)) for alias in office.aliases]
            forms += [(phrase, OfficeMatch(office, described=True)) for phrase in office.descriptions]
            for text, match in forms:
                key = _key(self.read(text))
                if all(other.office.id != office.id for other in index[key]):
                    index[key].append(match)
        return {key: tuple(matches) for key, matches in index.items()}

    @cached_property
    def _leaders(self) -> Mapping[str, Office]:
        return {o.organization: o for o in self.offices.values() if o.leads and o.organization}

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - tables live as long as the run
    def read(self, title: str) -> TitleReading:
        """A title taken apart, with the organizations of this table."""
        return read_title(title, self.phrases)

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - tables live as long as the run
    def find(self, title: str) -> OfficeMatch | None:
        """The office that ``title`` names, former, acting or deputy left aside, or None."""
        reading = self.read(title)
        if not (reading.head or reading.modifiers):
            return None
        matches = self._index.get(_key(reading), ())
        match = _choose(matches, reading.jurisdiction, title) or self._leader(reading) or self._open(reading)
        if match is not None and match.described and 0 < reading.organization_name < len(match.office.names):
            return match._replace(name=reading.organization_name)
        return match

    def _leader(self, reading: TitleReading) -> OfficeMatch | None:
        """The head of an organization: "FBI director" by its own role noun, "FBI chief" by any that leads."""
        office = self._leaders.get(reading.organization or "")
        if office is None or reading.modifiers:
            return None
        own = self.read(office.names[0].name).head
        if reading.head != own and reading.head not in load("title_words")["words"]["leading"]:
            return None
        name = reading.organization_name if 0 <= reading.organization_name < len(office.names) else 0
        return OfficeMatch(office, name, described=reading.head != own)

    def _open(self, reading: TitleReading) -> OfficeMatch | None:
        """An office or rank that an organization, place or branch fills in: "Ohio governor", "Army general"."""
        branches = frozenset(load("title_words")["words"]["branches"])
        for match in self._index.get((reading.head, None, frozenset()), ()):
            rank = match.office.kind == "rank" and reading.modifiers <= branches
            if rank or match.office.kind in ("open", "family" if not reading.modifiers else "open"):
                return match
        return None


def _key(reading: TitleReading) -> tuple[str, str | None, frozenset[str]]:
    return reading.head, reading.organization, reading.modifiers


def _choose(matches: tuple[OfficeMatch, ...], jurisdiction: str | None, title: str) -> OfficeMatch | None:
    """The match that suits the jurisdiction; without one the country's own spelling, the family, or the default."""
    if jurisdiction is not None:
        fitting = [m for m in matches if m.office.jurisdiction == jurisdiction]
        fitting += [m for m in matches if m.office.jurisdiction is None]
        own_state = [
            m for m in matches if m.office.kind == "seat" and within(jurisdiction, m.office.jurisdiction or "-")
        ]
        return next(iter((*fitting, *own_state)), None)
    if len(matches) < 2:
        return next(iter(matches), None)
    folded = fold(title)
    literal = [m for m in matches if folded in map(fold, (*m.office.aliases, *(n.name for n in m.office.names)))]
    families = [m for m in matches if m.office.jurisdiction is None]
    default = [m for m in matches if m.office.jurisdiction == _DEFAULT]
    return next(iter((*literal, *families, *default)), None)


def _names(row: Mapping[str, Any]) -> tuple[OfficialName, ...]:
    return tuple(
        OfficialName(n["name"], n.get("status", "statutory"), _day(n.get("since")), n.get("basis"))
        for n in row["names"]
    )


def _provenance(row: Mapping[str, Any], sources: Mapping[str, Any]) -> dict[str, str]:
    source = row.get("source", "")
    known = sources.get(source, {})
    return {"source": known.get("name", source), "licence": row.get("licence", known.get("licence", ""))}


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def office_table(paths: tuple[Path, ...] = ()) -> OfficeTable:
    """The built-in table, with the user's tables merged over it in their order. Read once.

    Raises:
        OSError: A file can't be read.
        ValueError: A file is neither TOML nor JSON, or holds something else than a table of offices.
    """
    return merged(paths)


@lru_cache(maxsize=8)
def merged(paths: tuple[Path, ...]) -> OfficeTable:
    """The table of these files; `office_table` has none by default, which is the same table as none given."""
    return OfficeTable([load("offices"), *map(_read, paths)])


def _read(path: Path) -> Mapping[str, Any]:
    from .office_file import read_office_file  # Its records take longer to make than most tables to read.

    return read_office_file(path)
