"""Which two titles nobody holds at one time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, product

from ..knowledge import load
from .offices import OfficeTable
from .roles import exclude, groups_of, is_higher, posts_apart, ranks_apart, wider
from .title_relation import Part, are_joined, generic_roles, level_of, nested, relate
from .titles import TitleReading

_OF_PLACES = frozenset({"politics", "law", "police", "church", "royalty"})
"""Fields whose offices belong to one place each."""


_DEPUTY = "vice president"


def clash(a: str, b: str, table: OfficeTable) -> Part:
    """The part in which two titles exclude each other, so that nobody holds both at one time; "" where they don't.

    Much that differs may be true of one person ("senator", "candidate"; two companies' chairman), and much that reads
    like two posts is one; so only what the tables list counts. Former, acting and the like are left aside.
    """
    one, other = table.read(a), table.read(b)
    if not one.head or not other.head:
        return ""
    return _of_one_role(one, other) if one.head == other.head else _of_two_roles(one, other)


def is_demotion(former: str, current: str, table: OfficeTable) -> bool:
    """Whether a title held before is a higher rung than the one held now, which careers seldom show."""
    return is_higher(_rung(table.read(former)), _rung(table.read(current)))


def _rung(reading: TitleReading) -> str:
    return " ".join((*sorted(reading.ranks), reading.head))


def _of_one_role(a: TitleReading, b: TitleReading) -> Part:
    if a.head in generic_roles() and a.head not in _listed("of_one_domain"):
        return ""
    if any(exclude(x, y) for x in _variants(a) for y in _variants(b)):
        return "role"
    if a.ranks and b.ranks and not (a.ranks <= b.ranks or b.ranks <= a.ranks):
        return "rank"
    if (a.ranks ^ b.ranks) & _listed("apart") and is_post(a.head) and a.head not in _listed("addressed"):
        return "rank"
    apart: tuple[tuple[Part, bool], ...] = (
        ("place", _levels_apart(a, b) or _places_apart(a, b) or _areas_apart(a, b)),
        ("organization", _bodies_apart(a, b)),
        ("domain", _domains_apart(a, b)),
    )
    return next((part for part, told in apart if told), "")


def _levels_apart(a: TitleReading, b: TitleReading) -> bool:
    return bool(level_of(a) and level_of(b)) and level_of(a) != level_of(b)


def _areas_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles of public office are of areas of two sizes: "regional" and "district commissioner"."""
    one, other = a.modifiers & _listed("areas"), b.modifiers & _listed("areas")
    rest = (a.modifiers - one) == (b.modifiers - other)
    return bool(groups_of(a.head) & _OF_PLACES) and bool(one and other) and one.isdisjoint(other) and rest


def _places_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles of public office name two places, neither a part of the other."""
    if not groups_of(a.head) & _OF_PLACES or a.head in _listed("anywhere"):
        return False
    if a.jurisdiction and b.jurisdiction:
        return not nested(a.jurisdiction, b.jurisdiction)
    if _postings(a) and _postings(b):
        return _postings(a) != _postings(b)
    bare = a.domain == b.domain and a.organization == b.organization and a.jurisdiction == b.jurisdiction
    one, other = a.names - _listed("everywhere"), b.names - _listed("everywhere")
    return bare and bool(one and other) and one.isdisjoint(other)


def _postings(reading: TitleReading) -> frozenset[str]:
    """The countries that a diplomat is posted to."""
    return frozenset(word for word in reading.modifiers if word.startswith("to "))


def _bodies_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles name two institutions of which one person serves one: "professor at Kings College"."""
    if a.head not in _listed("of_one_body") or not (a.domain & b.domain & _listed("institutions")):
        return False
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)


def _domains_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles with one role noun name two domains: "minister of the interior", "of transport"."""
    if a.head not in _listed("of_one_domain"):
        return False
    if a.organization and b.organization and a.organization != b.organization:
        return False
    bodies = _listed("units") | _listed("institutions")
    one, other = (r.domain & _listed("fields") - bodies for r in (a, b))
    return bool(one and other) and a.domain.isdisjoint(b.domain - bodies)


def _of_two_roles(a: TitleReading, b: TitleReading) -> Part:
    if {a.head, b.head} == {"judge", "justice"}:
        return "place" if _levels_apart(a, b) else ""
    one, other = _role(a), _role(b)
    if _functions_apart(a, b) or _posts_apart(a, b):
        return "role"
    if not one or not other:
        return ""
    if ranks_apart(one, other):
        return "rank"
    return "role" if exclude(one, other) else ""


def _posts_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether the tables list two roles, one of them with a word before it, or two posts of one body."""
    of_one_body = a.organization == b.organization and (a.names <= b.names or b.names <= a.names)
    if of_one_body and any(posts_apart(x, y) for x in _variants(a) for y in _variants(b)):
        return True
    pairs = chain(product(_compounds(a), _variants(b)), product(_variants(a), _compounds(b)))
    return any(exclude(x, y) for x, y in pairs)


def may_clash(a: str, b: str, table: OfficeTable) -> Part:
    """The part in which two titles may exclude each other, though some hold both; "" where they hardly do.

    Two functions, two professions or two roles of one field: a press that tells one story gives one person one.
    """
    one, other = table.read(a), table.read(b)
    if (
        not one.head
        or not other.head
        or one.head == other.head
        or (one.organization or "") != (other.organization or "")
    ):
        return ""
    relation = relate(a, b, table=table)
    if relation.kind == "different" and {one.head, other.head}.isdisjoint(_listed("beside")):
        return "role" if _of_two_fields(one, other) else ""
    if {one.head, other.head} <= _listed("professions"):
        return "" if wider(one.head, other.head) else "role"
    if are_joined(a, b, table) or not (_has_function(one) and _has_function(other)):
        return ""
    told = _is_told(one), _is_told(other)
    if not any(told) or (wider(one.head, other.head) and not all(told)):
        return ""
    return "role" if _of_two_fields(one, other) else ""


def _has_function(reading: TitleReading) -> bool:
    """Whether a title names a function, or a profession with the area that somebody is appointed for."""
    appointed = reading.head in _listed("professions") and reading.modifiers & _listed("of_areas")
    return bool(appointed) or reading.head in _listed("functions") | _listed("further")


def _is_told(reading: TitleReading) -> bool:
    """Whether a function is told by more than a word that needs to be told of what, or of which rung."""
    more = reading.modifiers - reading.ranks or reading.organization or "deputy" in reading.statuses
    return reading.head not in _listed("of_something") or bool(more)


def _functions_apart(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles name two functions, each told fully, that have no word in common: "head of X", "dean of Y".

    A press that tells one story gives one person one function. Whoever leads a whole body has several names for that,
    and who leads an operation of police or firefighters has a rank, too.
    """
    if not {a.head, b.head} <= _listed("functions") or not _is_told(a) or not _is_told(b):
        return False
    return a.organization == b.organization and _of_two_fields(a, b)


def _of_two_fields(a: TitleReading, b: TitleReading) -> bool:
    """Whether two functions have no field in common, and are not both of who leads one whole body."""
    return not _of_one_whole(a, b) and _domain_of(a).isdisjoint(_domain_of(b))


def _of_one_whole(a: TitleReading, b: TitleReading) -> bool:
    """Whether two titles may both be of who leads a whole body, or an operation in which ranks have functions."""
    if not (a.modifiers | b.modifiers).isdisjoint(_listed("operations")):
        return True
    share_body = not (a.modifiers & b.modifiers).isdisjoint(_bodies())
    whole = [r.head in _listed("of_the_whole") or r.head == _DEPUTY for r in (a, b)]
    told = share_body or not (_domain_of(a) or _domain_of(b))
    return all(whole) and told and _statuses(a) == _statuses(b)


def _statuses(reading: TitleReading) -> frozenset[str]:
    """What a title says of how its office is held; a vice president deputizes."""
    return reading.statuses | {"deputy"} if reading.head == _DEPUTY else reading.statuses


def _domain_of(reading: TitleReading) -> frozenset[str]:
    """What a function is about: the words of its title but for those that tell the body, its kind and its area.

    Whoever speaks for a body or presides over it has no domain of its own: "spokesman for the fire service".
    """
    own = load("title_words")["head_domains"].get(reading.head)
    if reading.head in _listed("of_bodies"):
        return frozenset({own} if own else ())
    about = reading.domain - _listed("leading_words") - _listed("of_areas") - _bodies()
    fields = reading.domain & _listed("fields")
    return about | fields | ({own} if own else set())


@cache
def _bodies() -> frozenset[str]:
    """Words for bodies, small: "authority", "museum"."""
    names = load("names")["words"]
    bodies = frozenset((names["organizations"] + " " + names["speaking_bodies"]).split())
    return bodies | _listed("institutions") | _listed("sides") | _listed("units")


def _variants(reading: TitleReading) -> Iterator[str]:
    """The role noun of a title, and each with a word before it: "manager", "plant manager"."""
    yield reading.head
    yield from _compounds(reading)


def _compounds(reading: TitleReading) -> Iterator[str]:
    """The role noun of a title with a word before it."""
    yield from (f"{word} {reading.head}" for word in sorted(reading.modifiers))


def _role(reading: TitleReading) -> str:
    """The role of a title by itself; "" where other words may make another of it ("council president")."""
    if reading.head == "chief":
        return "police chief" if "police" in reading.modifiers else ""
    if reading.head in _listed("of_fields") and reading.domain.isdisjoint(_listed("fields")):
        return ""
    wide = reading.head in _listed("of_clubs") and (reading.modifiers - reading.names - _listed("of_areas"))
    return "" if wide or (reading.organization and reading.head in _listed("of_clubs")) else reading.head


@lru_cache(maxsize=1 << 14)
def is_post(head: str) -> bool:
    """Whether a role, in its one form, is a post that one person holds at a time, such as "editor" or "goalkeeper"."""
    roles = load("roles")
    tables = (listed for name in ("exclusive", "posts") for listed in roles[name].values())
    return head in _listed("of_one_domain") | _listed("of_one_body") or any(head in listed for listed in tables)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("title_words")["words"][name])
