"""Ages that articles give one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from ..entities.names import name_keys, same_person
from ..models import Claim, Group, Link
from .clusters import clusters, event_group
from .events import PERSON, Events, Story, days_between, openings, probability, worth
from .information import stem

BEARERS = 50
"""Ages, next in time, that an age meets through one part of its person's name."""

NAMESAKES = ((30, 2), (400, 3), (1200, 5))
"""Points, beside the name itself, that two people of one name need to be one person, by the days between the articles.
Beyond the last number of days none are enough."""


def age_groups(ages: list[Claim], events: Events) -> list[Group]:
    """Groups of the ages that articles give one person. A shared name is no evidence: the stories must fit too."""
    stories, common = events.stories, events.common
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(ages, key=lambda c: (stories[c.article_id].day or 0, c.id)):
        if claim.subject is not None:
            for key in name_keys(claim.subject.name):
                blocks[key].append(claim)
    scores: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        for i, x in enumerate(block):
            for y in block[i + 1 : i + 1 + BEARERS]:
                pair = (min(x.id, y.id), max(x.id, y.id))
                score = None if pair in scores else _same_bearer(x, y, stories, common)
                if score is not None:
                    scores[pair] = score
    groups = []
    for members in clusters(scores):
        if len({member.partition(":")[0] for member in members}) > 1:
            links = [Link(a=a, b=b, score=scores[a, b]) for a, b in combinations(members, 2) if (a, b) in scores]
            groups.append(event_group(members, links))
    return groups


def _same_bearer(x: Claim, y: Claim, stories: Mapping[str, Story], common: frozenset[str]) -> float | None:
    """The probability that two ages are of one person; None where too little speaks for it."""
    if x.subject is None or y.subject is None or not same_person(x.subject.name, y.subject.name):
        return None
    if x.article_id == y.article_id:
        return 1.0
    # "John Samir Hill" may be the son of "Samir Hill": with other first names, only one age makes one person.
    if _first(x) != _first(y) and _age(x) != _age(y):
        return None
    a, b = stories[x.article_id], stories[y.article_id]
    days = days_between(a, b)
    if days is not None and days > NAMESAKES[-1][0]:
        return None
    # The name itself is no evidence that its two bearers are one.
    own = {word for name in (x.subject.name, y.subject.name) for word in re.findall(r"\w+", name.lower())}
    others = sum(any(same_person(p, q) for q in b.persons) for p in a.persons) - 1
    words = {word for word in (a.words & b.words) - common if word not in own}
    pairs = {pair for pair in (a.pairs & b.pairs) - common if not own & set(pair.split())}
    points = PERSON * max(others, 0) + worth(pairs, words) + openings(a, b, frozenset(map(stem, own)))
    needed = next((points for limit, points in NAMESAKES if days is not None and days <= limit), NAMESAKES[-1][1])
    return probability(points - needed) if points >= needed else None


def _first(claim: Claim) -> str:
    return claim.subject.name.split()[0].lower()[:3] if claim.subject is not None else ""


def _age(claim: Claim) -> float | None:
    return next((q.value for q in claim.quantities if q.kind == "age"), None)
