"""Which claims of different articles give a title to one person.

Inside an article, a surname alone stands for the one full name there that has it. Between articles, full names join
by their forms; a surname alone, or a name with a Jr. that the other lacks, joins only where the titles support it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from ..entities.name_parts import parse_name
from ..entities.names import commonest_name, match_names, name_keys
from ..entities.offices import OfficeTable, office_table
from ..entities.title_relation import relate
from ..models import Article, Claim, Group, Interval, Link, Speaker
from ..text import fold

_SURE = 0.9
"""Least score of two names that join without support: forms and spellings of one full name."""

_SUPPORTED = 0.95
"""Score of a join that a shared office supports."""

_OF_ONE_TERM = timedelta(days=366)
"""Articles further apart may well mean another holder of the office: "President Bush"."""

_OF_ONE_TIME = timedelta(days=31)
"""Articles further apart may mean another bearer of a role without an office: "Judge Smith"."""

_OF_ONE = frozenset({"same", "renamed", "status"})


class _Scale(NamedTuple):
    """What titles are weighed by: the table of offices, and the days of publication by article."""

    table: OfficeTable
    days: Mapping[str, Interval]


class _Bearer(NamedTuple):
    """A name, and the claims that give its bearer a title."""

    name: str
    claims: tuple[Claim, ...]

    @property
    def is_full(self) -> bool:
        parsed = parse_name(self.name)
        return bool(parsed.given) and not parsed.acronym


def person_of(claim: Claim) -> Speaker | None:
    """The person that a claim gives a title to: the subject of a narration, the speaker of anything else."""
    return claim.subject if claim.form == "narration" else claim.speaker


def group_people(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    table: OfficeTable | None = None,
    events: Mapping[tuple[str, str], float] | None = None,
) -> list[Group]:
    """Groups, topic "person", of the claims that give one person a title in two articles or more.

    Args:
        claims: Claims of any form, in any order; those without a title or a person only help to resolve names.
        articles: The articles by their ids; claims of others are left out.
        table: The table of offices; the built-in one where none is given.
        events: How sure two articles, by ids in order, tell of one event. Their claims are linked with this score as
            the evidence "event".
    """
    near = _neighbours(events or {})
    bearers = _bearers([c for c in claims if c.article_id in articles])
    scale = _Scale(table or office_table(), {a.id: a.published for a in articles.values() if a.published is not None})
    groups: dict[str, Group] = {}
    for cluster in _clusters(bearers, scale):
        members = sorted((c for bearer in cluster for c in bearer.claims), key=lambda c: c.id)
        if len({c.article_id for c in members}) < 2:
            continue
        name = commonest_name((bearer.name, c.article_id) for bearer in cluster for c in bearer.claims)
        key = f"person:{fold(name)}"
        if key in groups:
            key = f"{key}:{members[0].id}"
        links = (*_links(cluster, scale), *_event_links(members, near))
        groups[key] = Group(id=key, topic="person", claims=tuple(c.id for c in members), links=links)
    return [groups[key] for key in sorted(groups)]


def _bearers(claims: Iterable[Claim]) -> list[_Bearer]:
    """The names that claims give titles to, full ones with the claims of all articles, in a fixed order.

    A name that is not full belongs to its article alone.
    """
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        person = person_of(claim)
        if person is not None and person.kind != "organization" and person.resolved_by != "description":
            by_article[claim.article_id].append(claim)
    found: defaultdict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for article, theirs in by_article.items():
        names = sorted({p.name for c in theirs if (p := person_of(c))})
        fullest = {name: _fullest(name, names) for name in names}
        for claim in theirs:
            person = person_of(claim)
            if person is not None and claim.title is not None:
                name = fullest[person.name]
                found[fold(name), "" if _Bearer(name, ()).is_full else article].append((name, claim))
    bearers = [_Bearer(min(n for n, _ in theirs), tuple(c for _, c in theirs)) for theirs in found.values()]
    return sorted(bearers, key=lambda b: (-len(parse_name(b.name).given), fold(b.name), b.claims[0].id))


def _fullest(name: str, names: Sequence[str]) -> str:
    """The one fuller name of the same article that ``name`` is a form of, or itself where there isn't just one."""
    if parse_name(name).given:
        return name
    fuller = [other for other in names if parse_name(other).given and match_names(name, other).score]
    return fuller[0] if len(fuller) == 1 else name


def _clusters(bearers: Sequence[_Bearer], scale: _Scale) -> list[list[_Bearer]]:
    """Bearers of one person's names. A name that suits two persons whose names exclude each other joins nobody."""
    clusters: list[list[_Bearer]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for bearer in (*(b for b in bearers if b.is_full), *(b for b in bearers if not b.is_full)):
        keys = name_keys(bearer.name)
        near = sorted({k for key in keys for k in index[key]})
        fitting = [k for k in near if all(_join(bearer, other, scale) for other in clusters[k])]
        home = fitting[0] if len(fitting) == 1 else len(clusters)
        if home == len(clusters):
            clusters.append([])
        clusters[home].append(bearer)
        if len(fitting) > 1 or (not fitting and _is_part(bearer, [clusters[k] for k in near])):
            continue
        for key in keys:
            if home not in index[key][-1:]:
                index[key].append(home)
    return clusters


def _is_part(bearer: _Bearer, clusters: Iterable[Sequence[_Bearer]]) -> bool:
    """Whether a name is a part of full names that it could not be joined with: more of its kind mean nobody sure."""
    if bearer.is_full:
        return False
    return any(b.is_full and match_names(bearer.name, b.name).score for cluster in clusters for b in cluster)


def _join(a: _Bearer, b: _Bearer, scale: _Scale) -> float:
    """The probability that two names are one person's; 0 where they must not be joined."""
    match = match_names(a.name, b.name)
    if match.score >= _SURE and (a.is_full or b.is_full):
        return match.score
    return _SUPPORTED if match.score and _support(a.claims, b.claims, scale) else 0.0


def _support(a: Sequence[Claim], b: Sequence[Claim], scale: _Scale) -> bool:
    """Whether two bearers hold one office, or at one time a like role: "Secretary", "Secretary of Defense"."""
    worded = [{(c.title.text, c.article_id): c for c in claims if c.title} for claims in (a, b)]
    for x in worded[0].values():
        for y in worded[1].values():
            if x.title is None or y.title is None:
                continue
            relation = relate(x.title.text, y.title.text, table=scale.table)
            apart = _apart(scale.days.get(x.article_id), scale.days.get(y.article_id))
            less = relation.kind == "underspecified" and x.title.head == y.title.head
            like = less or relation.kind in _OF_ONE
            ranks = relation.office is not None and relation.office.kind == "rank"
            known = like and not ranks and x.title.office is not None and x.title.office == y.title.office
            if (known and (apart is None or apart <= _OF_ONE_TERM)) or (
                like and apart is not None and apart <= _OF_ONE_TIME
            ):
                return True
    return False


def _apart(a: Interval | None, b: Interval | None) -> timedelta | None:
    """The time between two days of publication, at least; None where one isn't known."""
    if a is None or b is None:
        return None
    return max(a.start - b.end, b.start - a.end, timedelta(0))


def _links(cluster: Sequence[_Bearer], scale: _Scale) -> tuple[Link, ...]:
    """The links that hold a cluster together: every article's first claim to that of the first article."""
    first: dict[tuple[str, str], tuple[_Bearer, Claim]] = {}
    for bearer in cluster:
        for claim in bearer.claims:
            first.setdefault((claim.article_id, bearer.name), (bearer, claim))
    ordered = sorted(first.values(), key=lambda found: found[1].id)
    (anchor, start), others = ordered[0], ordered[1:]
    links = []
    for bearer, claim in others:
        name = match_names(anchor.name, bearer.name).score
        score = _join(anchor, bearer, scale) or name
        links.append(Link(a=start.id, b=claim.id, score=score, evidence={"name": name}))
    return tuple(links)


def _neighbours(events: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    """For each article those behind it in order that tell of the same event."""
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for a, b in sorted(events):
        near[a][b] = events[a, b]
    return near


def _event_links(members: Iterable[Claim], near: Mapping[str, Mapping[str, float]]) -> Iterator[Link]:
    """A link for each two articles of one event, between their first claims about the person."""
    first: dict[str, str] = {}
    for claim in members:
        first.setdefault(claim.article_id, claim.id)
    for article, start in first.items():
        for other, score in near.get(article, {}).items():
            if other in first:
                yield Link(a=start, b=first[other], score=score, evidence={"event": score})
