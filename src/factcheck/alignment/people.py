"""Which claims of different articles give a title to one person.

Inside an article, a surname alone stands for the one full name there that has it. Between articles, full names join
by their forms; a surname alone, or a name with a Jr. that the other lacks, joins only where the titles support it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate, chain
from typing import NamedTuple

from ..entities.name_parts import parse_name
from ..entities.names import commonest_name, match_names, name_keys
from ..entities.offices import OfficeTable, office_table
from ..entities.title_relation import relate
from ..models import Article, Claim, Group, Interval, Link, Speaker, Title
from ..text import fold
from .stories import Stories

_SURE = 0.9
"""Least score of two names that join without support: forms and spellings of one full name."""

_SUPPORTED = 0.95
"""Score of a join that a shared office supports."""

_OF_ONE_TERM = timedelta(days=366)
"""Articles further apart may well mean another holder of the office: "President Bush"."""

_OF_ONE_TIME = timedelta(days=31)
"""Articles further apart may mean another bearer of a role without an office: "Judge Smith"."""

NAMESAKES = 100
"""People of one surname from which on a full name is held only against those with the same given name."""

_RUNS = frozenset({"candidate", "nominee"})
"""Who runs for an office and who holds it may be two persons of one surname."""

_OF_ONE = frozenset({"same", "renamed", "status"})


class _Held(NamedTuple):
    """A title that articles give one bearer, and when they were published."""

    title: Title
    days: tuple[Interval, ...]
    """In order, without repeats."""
    latest: tuple[date, ...]
    """The last day up to each of these."""
    undated: bool
    """Whether the day of an article isn't known."""

    @classmethod
    def of(cls, title: Title, days: Iterable[Interval | None]) -> _Held:
        """The title with these days of its articles."""
        known = set(days)
        ordered = tuple(sorted((day for day in known if day is not None), key=lambda day: (day.start, day.end)))
        return cls(title, ordered, tuple(accumulate((day.end for day in ordered), max)), None in known)

    def apart(self, other: _Held) -> timedelta | None:
        """The time between two articles, at least; None where one side has no day."""
        few, many = sorted((self, other), key=lambda held: len(held.days))
        gaps: list[timedelta] = []
        for day in few.days:
            at = bisect_right(many.days, day.end, key=lambda d: d.start)
            if at:
                gaps.append(max(day.start - many.latest[at - 1], timedelta(0)))
            gaps += (later.start - day.end for later in many.days[at : at + 1])
        return min(gaps, default=None)


class _Bearer(NamedTuple):
    """A name, the claims that give its bearer a title, and the titles."""

    name: str
    claims: tuple[Claim, ...]
    held: tuple[_Held, ...]

    @property
    def is_full(self) -> bool:
        return _is_full(self.name)

    @property
    def is_simple(self) -> bool:
        """Whether it is a name in one article, with one title and a day: of several alike the outer ones tell all."""
        return not self.is_full and len(self.held) == 1 and not self.held[0].undated and len(self.held[0].days) == 1


class _Cluster:
    """Bearers of one person's names."""

    def __init__(self) -> None:
        self.members: list[_Bearer] = []
        self.full: list[_Bearer] = []
        self._others: list[_Bearer] = []
        self._outer: dict[tuple[str, str, str, str | None], tuple[_Bearer, _Bearer]] = {}

    def add(self, bearer: _Bearer) -> None:
        """Take a bearer in."""
        self.members.append(bearer)
        if bearer.is_full:
            self.full.append(bearer)
        if not bearer.is_simple:
            self._others.append(bearer)
            return
        title = bearer.held[0].title
        key = (bearer.name, title.text, title.head, title.office)
        first, last = self._outer.get(key, (bearer, bearer))
        first = min(first, bearer, key=lambda b: b.held[0].days[0].end)
        self._outer[key] = first, max(last, bearer, key=lambda b: b.held[0].days[0].start)

    def to_join(self, bearer: _Bearer) -> Iterator[_Bearer]:
        """The members that a bearer must go together with, for it to go together with all of them."""
        if not bearer.is_simple:
            return iter(self.members)
        return chain(self._others, chain.from_iterable(self._outer.values()))


def person_of(claim: Claim) -> Speaker | None:
    """The person that a claim gives a title to: the subject of a narration, the speaker of anything else."""
    return claim.subject if claim.form == "narration" else claim.speaker


def group_people(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    table: OfficeTable | None = None,
    stories: Stories | None = None,
) -> list[Group]:
    """Groups, topic "person", of the claims that give one person a title in two articles or more.

    Args:
        claims: Claims of any form, in any order; those without a title or a person only help to resolve names.
        articles: The articles by their ids; claims of others are left out.
        table: The table of offices; the built-in one where none is given.
        stories: Which articles tell one story. The claims of two that share more than the person's name are linked,
            with how sure it is as the evidence "event".
    """
    near = _neighbours(stories.scores if stories else {})
    bearers = _bearers([c for c in claims if c.article_id in articles], articles)
    table = table or office_table()
    groups: dict[str, Group] = {}
    for cluster in _clusters(bearers, table):
        members = sorted((c for bearer in cluster for c in bearer.claims), key=lambda c: c.id)
        if len({c.article_id for c in members}) < 2:
            continue
        name = commonest_name((bearer.name, c.article_id) for bearer in cluster for c in bearer.claims)
        key = f"person:{fold(name)}"
        if key in groups:
            key = f"{key}:{members[0].id}"
        links = (*_links(cluster, table), *(_event_links(members, near, name, stories) if stories else ()))
        groups[key] = Group(id=key, topic="person", claims=tuple(c.id for c in members), links=links)
    return [groups[key] for key in sorted(groups)]


def _bearers(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[_Bearer]:
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
        by_key: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            for key in name_keys(name) if parse_name(name).given else ():
                by_key[key].append(name)
        fullest = {name: _fullest(name, by_key) for name in names}
        for claim in theirs:
            person = person_of(claim)
            if person is not None and claim.title is not None:
                name = fullest[person.name]
                found[fold(name), "" if _is_full(name) else article].append((name, claim))
    bearers = [
        _Bearer(min(n for n, _ in theirs), tuple(c for _, c in theirs), _held((c for _, c in theirs), articles))
        for theirs in found.values()
    ]
    return sorted(bearers, key=lambda b: (-len(parse_name(b.name).given), fold(b.name), b.claims[0].id))


def _held(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[_Held, ...]:
    """The titles that claims give, each wording once, with the days of its articles."""
    days: defaultdict[tuple[str, str, str | None], list[Interval | None]] = defaultdict(list)
    titles: dict[tuple[str, str, str | None], Title] = {}
    for claim in claims:
        if claim.title is not None:
            key = (claim.title.text, claim.title.head, claim.title.office)
            titles.setdefault(key, claim.title)
            days[key].append(articles[claim.article_id].published)
    return tuple(_Held.of(title, days[key]) for key, title in titles.items())


def _is_full(name: str) -> bool:
    parsed = parse_name(name)
    return bool(parsed.given) and not parsed.acronym


def _fullest(name: str, by_key: Mapping[str, Sequence[str]]) -> str:
    """The one fuller name of the same article that ``name`` is a form of, or itself where there isn't just one."""
    if parse_name(name).given:
        return name
    near = {other for key in name_keys(name) for other in by_key.get(key, ())}
    fuller = [other for other in near if match_names(name, other).score]
    return fuller[0] if len(fuller) == 1 else name


def _clusters(bearers: Sequence[_Bearer], table: OfficeTable) -> list[list[_Bearer]]:
    """Bearers of one person's names. A name that suits two persons whose names exclude each other joins nobody."""
    clusters: list[_Cluster] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    by_given: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for bearer in (*(b for b in bearers if b.is_full), *(b for b in bearers if not b.is_full)):
        keys = name_keys(bearer.name)
        given = parse_name(bearer.name).given[:1]
        crowded = [key for key in keys if len(index[key]) > NAMESAKES]
        near = sorted(
            {k for key in keys if key not in crowded for k in index[key]}
            | {k for key in crowded for k in (by_given[key, *given] if given else index[key][:NAMESAKES])}
        )
        fitting = [k for k in near if all(_join(bearer, other, table) for other in clusters[k].to_join(bearer))]
        home = fitting[0] if len(fitting) == 1 else len(clusters)
        if home == len(clusters):
            clusters.append(_Cluster())
        clusters[home].add(bearer)
        if len(fitting) > 1 or (not fitting and _is_part(bearer, [clusters[k] for k in near])):
            continue
        for key in keys:
            for held in (index[key], by_given[key, *given]):
                if home not in held[-1:]:
                    held.append(home)
    return [cluster.members for cluster in clusters]


def _is_part(bearer: _Bearer, clusters: Iterable[_Cluster]) -> bool:
    """Whether a name is a part of full names that it could not be joined with: more of its kind mean nobody sure."""
    if bearer.is_full:
        return False
    return any(match_names(bearer.name, b.name).score for cluster in clusters for b in cluster.full)


def _join(a: _Bearer, b: _Bearer, table: OfficeTable) -> float:
    """The probability that two names are one person's; 0 where they must not be joined."""
    match = match_names(a.name, b.name)
    if match.score >= _SURE and (a.is_full or b.is_full):
        return match.score
    return _SUPPORTED if match.score and _support(a.held, b.held, table) else 0.0


def _support(a: Iterable[_Held], b: Sequence[_Held], table: OfficeTable) -> bool:
    """Whether two bearers hold one office, or at one time a like role: "Secretary", "Secretary of Defense"."""
    for x in a:
        for y in b:
            relation = relate(x.title.text, y.title.text, table=table)
            less = relation.kind == "underspecified" and x.title.head == y.title.head
            like = (less or relation.kind in _OF_ONE) and _RUNS.isdisjoint((x.title.status, y.title.status))
            ranks = relation.office is not None and relation.office.kind == "rank"
            known = like and not ranks and x.title.office is not None and x.title.office == y.title.office
            if known and (x.undated or y.undated):
                return True
            apart = x.apart(y) if like else None
            if apart is not None and apart <= (_OF_ONE_TERM if known else _OF_ONE_TIME):
                return True
    return False


def _links(cluster: Sequence[_Bearer], table: OfficeTable) -> tuple[Link, ...]:
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
        score = _join(anchor, bearer, table) or name
        links.append(Link(a=start.id, b=claim.id, score=score, evidence={"name": name}))
    return tuple(links)


def _neighbours(events: Mapping[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    """For each article those behind it in order that tell of the same event."""
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for a, b in sorted(events):
        near[a][b] = events[a, b]
    return near


def _event_links(
    members: Iterable[Claim], near: Mapping[str, Mapping[str, float]], name: str, stories: Stories
) -> Iterator[Link]:
    """A link for each two articles of one event, between their first claims about the person of this name."""
    first: dict[str, str] = {}
    for claim in members:
        first.setdefault(claim.article_id, claim.id)
    for article, start in first.items():
        for other, score in near.get(article, {}).items():
            if other in first and stories.share_beside(article, other, name):
                yield Link(a=start, b=first[other], score=score, evidence={"event": score})
