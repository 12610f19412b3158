"""How two titles hold together, as a fact-checker would say."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ..knowledge import load
from .jurisdictions import within
from .offices import Office, OfficeMatch, OfficeTable, office_table
from .organizations import OfficialName
from .roles import canonical_role, groups_of
from .titles import TitleReading

Kind = Literal["same", "renamed", "status", "underspecified", "different"]

_DEFAULT = "us"
"""The country that a bare "President" or "Attorney General" may mean beside one that names it."""


class Relation(NamedTuple):
    """How two titles hold together.

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
    """One title only circumscribes the office ("Pentagon chief") and so uses neither name."""


def relate(
    a: str, b: str, when_a: date | None = None, when_b: date | None = None, table: OfficeTable | None = None
) -> Relation:
    """How two titles of one person hold together; their order changes nothing.

    Args:
        a: One title, as an article gives it.
        b: The other.
        when_a: The day that the first title is given for, where known.
        when_b: The day that the second title is given for.
        table: The table of offices; the built-in one where none is given.
    """
    table = table or office_table()
    one, other = table.read(a), table.read(b)
    relation = _relate_core(one, other, table.find(a), table.find(b))
    if relation.kind == "renamed":
        relation = relation._replace(anachronism=_is_anachronism(relation, (a, when_a), (b, when_b), table))
    if one.statuses != other.statuses and (relation.kind in ("same", "renamed") or _is_narrower(one, other)):
        return relation._replace(kind="status")
    return relation


def _is_narrower(a: TitleReading, b: TitleReading) -> bool:
    """Whether one title has words more than another that names its office too: "state health commissioner"."""
    nested = a.modifiers and b.modifiers and (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers)
    return bool(nested) and a[:1] + a[2:-1] == b[:1] + b[2:-1]


def _is_anachronism(
    relation: Relation, one: tuple[str, date | None], other: tuple[str, date | None], table: OfficeTable
) -> bool:
    since = relation.renamed.since if relation.renamed else None
    for title, when in (one, other):
        match = table.find(title)
        if since and when and when < since and match and match.office.names[match.name] == relation.renamed:
            return True
    return False


def _relate_core(
    a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None
) -> Relation:
    """The relation of two titles, their statuses left aside."""
    if a._replace(statuses=b.statuses) == b and (found_a is None or found_a.office.kind not in ("office", "seat")):
        return Relation("same", found_a.office if found_a else None)
    if found_a is not None and found_b is not None:
        known = _relate_offices(a, b, found_a, found_b)
        if known is not None:
            return known
    return Relation(_relate_words(a, b, found_a, found_b))


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
    return None if "open" in (one.kind, other.kind) else Relation("different")


def _relate_one_office(a: TitleReading, b: TitleReading, found_a: OfficeMatch, found_b: OfficeMatch) -> Relation | None:
    """One row of the table, which may stand for many offices: one in each country, state or company."""
    office = found_a.office
    if office.kind == "family":
        return Relation(_relate_places(a.jurisdiction, b.jurisdiction), office)
    if office.kind in ("open", "rank") or (office.kind == "seat" and _place(a, office) != _place(b, office)):
        return None
    return _relate_names(found_a, found_b)


def _relate_family(a: TitleReading, b: TitleReading, one: Office, other: Office) -> Relation:
    """Offices of one kind in two countries, or in one that only one of the titles names."""
    if one.jurisdiction and other.jurisdiction:
        return Relation("different")
    specific, reading = (one, b) if one.jurisdiction else (other, a)
    if reading.jurisdiction == specific.jurisdiction:
        return Relation("same", specific)
    default = reading.jurisdiction is None and specific.jurisdiction == _DEFAULT and _words(a) == _words(b)
    return Relation("same", specific) if default else Relation("underspecified")


def _relate_places(a: str | None, b: str | None) -> Kind:
    """One kind of office in two places: "Russian President", "President of Russia", "President"."""
    if a == b:
        return "same"
    return "underspecified" if a is None or b is None or _nested(a, b) else "different"


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


def _relate_words(a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None) -> Kind:
    """The relation of two titles by their words alone."""
    if not a.head or not b.head:
        return "underspecified"
    if a.head != b.head:
        return "underspecified" if _compatible(a, b, found_a, found_b) else "different"
    default = {a.jurisdiction, b.jurisdiction} == {None, _DEFAULT} and _words(a) == _words(b)
    if default or _details(a) == _details(b):
        return "same"
    apart = a.jurisdiction and b.jurisdiction and not _nested(a.jurisdiction, b.jurisdiction)
    if apart or (a.organization and b.organization and a.organization != b.organization):
        return "different"
    shorter, longer = sorted((_details(a), _details(b)), key=lambda d: (len(d), sorted(d)))
    return "underspecified" if shorter <= longer or _nested_only(a, b) else "different"


def _nested(one: str, other: str) -> bool:
    return within(one, other) or within(other, one)


def _nested_only(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles differ in nothing but how far they narrow the place: "U.S. Senator", "Texas senator"."""
    return bool(a.jurisdiction and b.jurisdiction) and _words(a) == _words(b)


def _details(reading: TitleReading) -> frozenset[str]:
    parts = {
        f"in {reading.jurisdiction}" if reading.jurisdiction else "",
        f"at {reading.organization or ''}".removesuffix("at "),
    }
    return frozenset((parts - {""}) | reading.modifiers)


@cache
def _generic() -> frozenset[str]:
    """Wide roles, which go with any other."""
    return frozenset(map(canonical_role, load("title_words")["words"]["generic"]))


def _compatible(a: TitleReading, b: TitleReading, found_a: OfficeMatch | None, found_b: OfficeMatch | None) -> bool:
    """Whether two role nouns don't exclude each other: one is wide ("official"), or a rank that goes with an office."""
    generic = _generic()
    ranks = [found is not None and found.office.kind == "rank" for found in (found_a, found_b)]
    if ranks[0] != ranks[1]:
        return True
    if a.head in generic or b.head in generic:
        wide, narrow = (a, b) if a.head in generic else (b, a)
        return wide.organization in (None, narrow.organization) or narrow.organization is None
    return not groups_of(a.head) & groups_of(b.head) and not (found_a and found_b)
