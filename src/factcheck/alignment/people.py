"""Which claims of different articles give a title to one person.

Inside an article, a surname alone stands for the one full name there that has it. Between articles, full names join
by their forms; a surname alone, or a name with a Jr. that the other lacks, joins only where the titles support it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..entities.name_parts import parse_name
from ..entities.names import match_names, name_keys
from ..entities.title_relation import relate
from ..models import Article, Claim, Group, Link, Speaker
from ..text import fold

_SURE = 0.9
"""Least score of two names that join without support: forms and spellings of one full name."""

_SUPPORTED = 0.95
"""Score of a join that a shared office supports."""

_OF_ONE = frozenset({"same", "renamed", "status"})


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


def group_people(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Group]:
    """Groups, topic "person", of the claims that give one person a title in two articles or more.

    Args:
        claims: Claims of any form, in any order; those without a title or a person only help to resolve names.
        articles: The articles by their ids; claims of others are left out.
    """
    bearers = _bearers([c for c in claims if c.article_id in articles])
    groups: dict[str, Group] = {}
    for cluster in _clusters(bearers):
        members = sorted((c for bearer in cluster for c in bearer.claims), key=lambda c: c.id)
        if len({c.article_id for c in members}) < 2:
            continue
        name = min((b.name for b in cluster), key=lambda n: (-len(fold(n)), fold(n), n))
        key = f"person:{fold(name)}"
        if key in groups:
            key = f"{key}:{members[0].id}"
        groups[key] = Group(id=key, topic="person", claims=tuple(c.id for c in members), links=_links(cluster))
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
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for article, theirs in by_article.items():
        names = sorted({p.name for c in theirs if (p := person_of(c))})
        fullest = {name: _fullest(name, names) for name in names}
        for claim in theirs:
            person = person_of(claim)
            if person is not None and claim.title is not None:
                name = fullest[person.name]
                found[fold(name), "" if _Bearer(name, ()).is_full else article].append(claim)
    bearers = [_Bearer(_name_among(key[0], theirs), tuple(theirs)) for key, theirs in found.items()]
    return sorted(bearers, key=lambda b: (-len(parse_name(b.name).given), fold(b.name), b.claims[0].id))


def _name_among(folded: str, claims: Sequence[Claim]) -> str:
    """A name, as one of its claims writes it; the folded one where an article's other claims gave the full form."""
    return min((p.name for c in claims if (p := person_of(c)) and fold(p.name) == folded), default=folded)


def _fullest(name: str, names: Sequence[str]) -> str:
    """The one fuller name of the same article that ``name`` is a form of, or itself where there isn't just one."""
    if parse_name(name).given:
        return name
    fuller = [other for other in names if parse_name(other).given and match_names(name, other).score]
    return fuller[0] if len(fuller) == 1 else name


def _clusters(bearers: Sequence[_Bearer]) -> list[list[_Bearer]]:
    """Bearers of one person's names. A name that suits two persons whose names exclude each other joins neither."""
    clusters: list[list[_Bearer]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for bearer in (*(b for b in bearers if b.is_full), *(b for b in bearers if not b.is_full)):
        keys = name_keys(bearer.name)
        near = sorted({k for key in keys for k in index[key]})
        fitting = [k for k in near if all(_join(bearer, other) for other in clusters[k])]
        if len(fitting) == 1:
            clusters[fitting[0]].append(bearer)
            home = fitting[0]
        else:
            home = len(clusters)
            clusters.append([bearer])
        for key in keys:
            if home not in index[key][-1:]:
                index[key].append(home)
    return clusters


def _join(a: _Bearer, b: _Bearer) -> float:
    """The probability that two names are one person's; 0 where they must not be joined."""
    match = match_names(a.name, b.name)
    if match.score >= _SURE and (a.is_full or b.is_full):
        return match.score
    return _SUPPORTED if match.score and _support(a.claims, b.claims) else 0.0


def _support(a: Iterable[Claim], b: Iterable[Claim]) -> bool:
    """Whether two bearers hold one office, or a title in short and in full: "Secretary", "Secretary of Defense"."""
    titles = sorted({c.title.text for c in a if c.title}), sorted({c.title.text for c in b if c.title})
    heads = [{c.title.head for c in claims if c.title} for claims in (a, b)]
    for one in titles[0]:
        for other in titles[1]:
            relation = relate(one, other)
            if relation.kind in _OF_ONE and (relation.office is None or relation.office.kind != "rank"):
                return True
            if relation.kind == "underspecified" and heads[0] & heads[1]:
                return True
    return False


def _links(cluster: Sequence[_Bearer]) -> tuple[Link, ...]:
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
        score = _join(anchor, bearer) or name
        links.append(Link(a=start.id, b=claim.id, score=score, evidence={"name": name}))
    return tuple(links)
