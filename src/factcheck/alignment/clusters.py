"""Clusters out of scored pairs by average linkage, and the groups of an event that are made of them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from ..models import Group, Link
from ..record import made


def clusters(log_odds: Mapping[tuple[str, str], float], missing: float) -> list[list[str]]:
    """Groups of names whose pairs, on average, are more likely of one thing than not.

    Args:
        log_odds: The logarithm of the odds of each scored pair, the smaller name first.
        missing: That of a pair without a score.

    Returns:
        The groups of two or more, each and all sorted. The best pair of groups is joined first, as long as the mean
        over all pairs between the two is above nothing.
    """
    between: defaultdict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
    for (a, b), odds in log_odds.items():
        between[a][b] = between[b][a] = (odds, 1)
    members = {name: [name] for name in between}
    queue = [(-odds, a, b) for (a, b), odds in log_odds.items() if odds > 0]
    heapify(queue)
    while queue:
        told, a, b = heappop(queue)
        if a not in members or b not in members or b not in between[a]:
            continue
        mean = _mean(between[a][b], len(members[a]) * len(members[b]), missing)
        if mean != -told:  # One of the two has grown since: the pair is asked for again in its turn.
            if mean > 0:
                heappush(queue, (-mean, a, b))
            continue
        _join(a, b, between)
        members[a] += members.pop(b)
        for other, sums in between[a].items():
            mean = _mean(sums, len(members[a]) * len(members[other]), missing)
            if mean > 0:
                heappush(queue, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(names) for names in members.values() if len(names) > 1)


def _mean(sums: tuple[float, int], pairs: int, missing: float) -> float:
    total, scored = sums
    return (total + (pairs - scored) * missing) / pairs


def _join(a: str, b: str, between: dict[str, dict[str, tuple[float, int]]]) -> None:
    """Adds what lies between one group and all others to what lies between another and them."""
    for other, (total, scored) in between.pop(b).items():
        del between[other][b]
        if other != a:
            held = between[a].get(other, (0.0, 0))
            between[a][other] = between[other][a] = (held[0] + total, held[1] + scored)


def event_group(claims: list[str], links: list[Link], about: str = "") -> Group:
    """The group of these claims, topic "event", whose id is the same in every run.

    Groups of the same claims have ids of their own by what they are about.
    """
    ids = sorted(claims)
    digest = hashlib.sha256("\x1f".join([*ids, about] if about else ids).encode()).hexdigest()[:12]
    return made(
        Group,
        id=f"event-{digest}",
        topic="event",
        claims=tuple(ids),
        links=tuple(sorted(links, key=lambda k: (k.a, k.b))),
    )
