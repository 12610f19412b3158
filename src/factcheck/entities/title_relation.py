"""How two titles are related, as a fact-checker would say."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from typing import Literal, NamedTuple

from ..knowledge import load
from .jurisdictions import within
from .offices import Office, OfficeMatch, OfficeTable, office_table
from .organizations import OfficialName
from .roles import canonical_role, exclude, groups_of, ranks_apart, wider
from .titles import TitleReading

Kind = Literal["same", "renamed", "status", "underspecified", "different"]

Part = Literal["", "role", "rank", "domain", "organization", "place"]
"""The part of two different titles that tells them apart."""

_DEFAULT = "us"
"""The country that a bare "President" or "Attorney General" may mean beside one that names it."""

_LEVELS = frozenset({"federal", "state"})

_LEVELLED = frozenset({"judge", "justice", "senator", "representative"})
"""Roles that the federation and its states both have."""

_AND = re.compile(r"\s+(?:and|&)\s+")


class Relation(NamedTuple):
    """How two titles are related.

    ``same`` is one office in the same words or others; ``renamed`` one office under an earlier and a later name;
    ``status`` one office, but former against current, acting, deputy, elect or nominee; ``underspecified`` titles of
    which one says less, or which one person can hold together; ``different`` two offices.
    """

    kind: Kind
    office: Office | None = None
    """The office that both name, where the table knows it."""
    renamed: OfficialName | None = None
    """The later of the two names, with its date and basis, where ``kind`` is "renamed"."""
    anachronism: bool = False
    """The later name is used for a day before it came into being."""
    described: bool = False
    """One title describes the office ("Pentagon chief") and uses neither name."""
    part: Part = ""
    """What tells two different titles apart."""


def relate(
    a: str, b: str, when_a: date | None = None, when_b: date | None = None, table: OfficeTable | None = None
) -> Relation:
    """How two titles of one person are related; their order changes nothing.

    Args:
        a: One title, as an article gives it.
        b: The other.
        when_a: The day that the first title is given for, where known.
        when_b: The day that the second title is given for.
        table: The table of offices; the built-in one where none is given.
    """
    table = table or office_table()
    joined = _relate_joined(a, b, table)
    if joined is not None:
        return joined
    one, other = table.read(a), table.read(b)
    relation = _relate_core(one, other, table.find(a), table.find(b), table)
    if relation.kind == "renamed":
        relation = relation._replace(anachronism=_is_anachronism(relation, (a, when_a), (b, when_b), table))
    if one.statuses != other.statuses and (relation.kind in ("same", "renamed") or _is_narrower(one, other)):
        return relation._replace(kind="status", part="")
    return relation


def _relate_joined(a: str, b: str, table: OfficeTable) -> Relation | None:
    """The relation of titles of which one joins two posts by "and"; None where neither does."""
    one, other = _posts(a, table), _posts(b, table)
    if len(one) == len(other) == 1:
        return None
    pairs = [relate(x, y, table=table) for x, y in product(one, other)]
    if len(one) == len(other) and all(
        relate(x, y, table=table).kind == "same" for x, y in zip(one, other, strict=True)
    ):
        return Relation("same")
    return Relation("underspecified") if any(r.kind != "different" for r in pairs) else pairs[0]


def are_joined(a: str, b: str, table: OfficeTable) -> bool:
    """Whether one of two titles joins two posts by "and"."""
    return len(_posts(a, table)) > 1 or len(_posts(b, table)) > 1


def _posts(title: str, table: OfficeTable) -> list[str]:
    """The posts of a title: "founder and chief executive" are two, "trade and industry minister" is one."""
    parts = _AND.split(title)
    return parts if len(parts) > 1 and all(table.read(part).head for part in parts) else [title]


def _is_narrower(a: TitleReading, b: TitleReading) -> bool:
    """Whether one title has words more than another that names its office too: "state health commissioner"."""
    beside = (a.statuses ^ b.statuses) & {"deputy", "acting"}
    told = bool(a.organization) or bool(a.modifiers and b.modifiers) or bool(beside and (a.modifiers or b.modifiers))
    narrower = a.modifiers <= b.modifiers or b.modifiers <= a.modifiers
    return told and narrower and a.head == b.head and _body(a) == _body(b)


def _body(reading: TitleReading) -> tuple[str | None, str | None]:
    return reading.jurisdiction, reading.organization


def _is_anachronism(
    relation: Relation, one: tuple[str, date | None], other: tuple[str, date | None], table: OfficeTable
) -> bool:
    since = relation.renamed.since if relation.renamed else None
    return any(
        since and when and when < since and official_name(title, table) == relation.renamed
        for title, when in (one, other)
    )


def official_name(title: str, table: OfficeTable) -> OfficialName | None:
    """The name of its office, or else of its organization, that a title uses; None where the table knows neither."""
    match = table.find(title)
    if match is not None and len(match.office.names) > match.name and match.office.kind != "open":
        return match.office.names[match.name]
    reading = table.read(title)
    organization = table.organizations.get(reading.organization or "")
    return organization.names[max(reading.organization_name, 0)] if organization else None


def _relate_core(
    a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None, table: OfficeTable
) -> Relation:
    """The relation of two titles, their statuses left aside."""
    if a._replace(statuses=b.statuses) == b and (found_a is None or found_a.office.kind not in ("office", "seat")):
        return Relation("same", found_a.office if found_a else None)
    if found_a is not None and found_b is not None:
        known = _relate_offices(a, b, found_a, found_b)
        if known is not None:
            return known
    relation = _relate_words(a, b, found_a, found_b)
    names = {a.organization_name, b.organization_name}
    if relation.kind == "same" and a.organization is not None and a.organization == b.organization and len(names) > 1:
        later = table.organizations[a.organization].names[max(names)]
        # "Pentagon" is neither name of the department.
        return Relation("renamed", renamed=later, described=-1 in names) if max(names) > 0 else relation
    return relation


def _relate_offices(a: TitleReading, b: TitleReading, found_a: OfficeMatch, found_b: OfficeMatch) -> Relation | None:
    """The relation of two offices of the table; None where the words of the titles must tell."""
    one, other = found_a.office, found_b.office
    if one.id == other.id:
        return _relate_one_office(a, b, found_a, found_b)
    if a.jurisdiction is None and b.jurisdiction is None and _words(a) == _words(b):
        return Relation("same")
    if one.id in other.implies or other.id in one.implies or (one.kind == "rank") != (other.kind == "rank"):
        return Relation("underspecified")
    if (one.family or one.id) == (other.family or other.id):
        return _relate_family(a, b, one, other)
    return None if "open" in (one.kind, other.kind) else Relation("different", part="role")


def _relate_one_office(a: TitleReading, b: TitleReading, found_a: OfficeMatch, found_b: OfficeMatch) -> Relation | None:
    """One row of the table, which may stand for many offices: one in each country, state or company."""
    office = found_a.office
    if office.kind == "family":
        return _relate_places(a.jurisdiction, b.jurisdiction)._replace(office=office)
    if office.kind in ("open", "rank") or (office.kind == "seat" and _place(a, office) != _place(b, office)):
        return None
    return _relate_names(found_a, found_b)


def _relate_family(a: TitleReading, b: TitleReading, one: Office, other: Office) -> Relation:
    """Offices of one kind in two countries, or in one that only one of the titles names."""
    if one.jurisdiction and other.jurisdiction:
        return Relation("different", part="place")
    specific, reading = (one, b) if one.jurisdiction else (other, a)
    if reading.jurisdiction is not None:
        return _relate_places(specific.jurisdiction, reading.jurisdiction)._replace(office=specific)
    default = reading.jurisdiction is None and specific.jurisdiction == _DEFAULT and _words(a) == _words(b)
    return Relation("same", specific) if default else Relation("underspecified")


def _relate_places(a: str | None, b: str | None) -> Relation:
    """One kind of office in two places: "Russian President", "President of Russia", "President"."""
    if a == b:
        return Relation("same")
    less = a is None or b is None  # A country's office and one of a part of it are two.
    return Relation("underspecified") if less else Relation("different", part="place")


def _relate_names(a: OfficeMatch, b: OfficeMatch) -> Relation:
    """One office: under one name, or under an earlier and a later one."""
    described = a.described or b.described
    if a.name == b.name:
        return Relation("same", a.office, described=described)
    return Relation("renamed", a.office, a.office.names[max(a.name, b.name)], described=described)


def _place(reading: TitleReading, office: Office) -> str | None:
    """The place of a seat that a title tells: the state of a senator, but not the country that all seats share."""
    return None if reading.jurisdiction == office.jurisdiction else reading.jurisdiction


def _words(reading: TitleReading) -> tuple[str, str | None, frozenset[str]]:
    return reading.head, reading.organization, reading.modifiers


def _relate_words(
    a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None
) -> Relation:
    """The relation of two titles by their words alone."""
    if not a.head or not b.head:
        return Relation("underspecified")
    if a.head != b.head:
        compatible = _compatible(a, b, found_a, found_b)
        return Relation("underspecified") if compatible else Relation("different", part="role")
    rank = relate_ranks(a, b)
    if rank is not None:
        return rank
    if level_of(a) and level_of(b) and level_of(a) != level_of(b):
        return Relation("different", part="place")
    default = (
        {a.jurisdiction, b.jurisdiction} == {None, _DEFAULT}
        and _words(a) == _words(b)
        and not level_of(a) + level_of(b)
    )
    if default or _details(a) == _details(b) or _of_one_institution(a, b):
        return Relation("same")
    apart = _part_apart(a, b)
    return Relation("different", part=apart) if apart else Relation("underspecified")


def _of_one_institution(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles differ by a word that the press leaves out of a name: "professor at Leeds University"."""
    words = load("title_words")["words"]
    told = (a.modifiers ^ b.modifiers) <= frozenset(words["institutions"])
    return told and a.head in words["of_one_body"] and bool(a.names) and a.names == b.names and _body(a) == _body(b)


def _part_apart(a: TitleReading, b: TitleReading) -> Part:
    """The part in which both titles say something, and neither less than the other; "" where there is none."""
    if a.jurisdiction and b.jurisdiction and not nested(a.jurisdiction, b.jurisdiction):
        return "place"
    if any(f"to {x.jurisdiction}" in y.modifiers for x, y in ((a, b), (b, a))):
        return "place"  # An ambassador to Chile is none of Chile's.
    if a.organization and b.organization and a.organization != b.organization:
        return "organization"
    levels = _LEVELS if level_of(a) or level_of(b) else frozenset[str]()
    if _cross(a.domain - levels, b.domain - levels):
        return "domain"
    return "organization" if _cross(a.names, b.names) or _of_two_units(a, b) else ""


def _of_two_units(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles of one rank are of two bodies of one kind: "commander of the Northern" and "Baltic Fleet"."""
    units = a.modifiers & b.modifiers & frozenset(load("title_words")["words"]["forces"])
    return bool(units) and _cross(a.modifiers, b.modifiers) and "military" in groups_of(a.head)


def _cross(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether neither of two sets holds all of the other."""
    return not (a <= b or b <= a)


def relate_ranks(a: TitleReading, b: TitleReading) -> Relation | None:
    """What the rungs of two titles with one role noun tell, "associate" or "full"; None where they don't differ.

    Who is addressed as professor may be an associate one, and "full" is left out more often than said.
    """
    if a.ranks == b.ranks:
        return None
    less = (a.ranks or b.ranks) if not (a.ranks and b.ranks) else frozenset[str]()
    addressed = bool(less) and (less == {"full"} or a.head in load("title_words")["words"]["addressed"])
    return Relation("underspecified") if addressed else Relation("different", part="rank")


def level_of(reading: TitleReading) -> str:
    """Whether a title is one of the federation or of a state: "federal judge", "state senator"; else ""."""
    if "federal" in reading.modifiers or (reading.jurisdiction == _DEFAULT and reading.head in _LEVELLED):
        return "federal"
    state = reading.head == "judge" and (reading.jurisdiction or "").startswith(f"{_DEFAULT}-")
    return "state" if state or ("state" in reading.modifiers and reading.head in _LEVELLED) else ""


def nested(one: str, other: str) -> bool:
    """Whether one of two places is a part of the other."""
    return within(one, other) or within(other, one)


def _details(reading: TitleReading) -> frozenset[str]:
    level = level_of(reading)
    parts = {
        f"in {reading.jurisdiction}" if reading.jurisdiction and not level else "",
        f"at {reading.organization or ''}".removesuffix("at "),
        level,
    }
    return frozenset((parts - {""}) | (reading.modifiers - _LEVELS if level else reading.modifiers))


@cache
def generic_roles() -> frozenset[str]:
    """Wide roles, which go with any other."""
    return frozenset(map(canonical_role, load("title_words")["words"]["generic"]))


def _compatible(a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None) -> bool:
    """Whether two role nouns don't exclude each other: one is wide ("official"), or a rank that goes with an office."""
    if ranks_apart(a.head, b.head) or exclude(a.head, b.head):
        return False
    generic = generic_roles()
    ranks = [found is not None and found.office.kind == "rank" for found in (found_a, found_b)]
    if ranks[0] != ranks[1]:
        return True
    if a.head in generic or b.head in generic:
        wide, narrow = (a, b) if a.head in generic else (b, a)
        return wide.organization in (None, narrow.organization) or narrow.organization is None
    if wider(a.head, b.head) or not {a.head, b.head}.isdisjoint(load("title_words")["words"]["no_posts"]):
        return True
    shared = groups_of(a.head) & groups_of(b.head)
    return not shared & frozenset(load("title_words")["words"]["single"]) and not (found_a and found_b)
