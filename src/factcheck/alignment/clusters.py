"""Clusters of articles or claims out of scored pairs, and the groups of an event that are made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..models import Group, Link


def clusters(scores: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Articles joined by their links, best link first; two clusters join where most pairs between them are linked."""
    home: dict[str, list[str]] = {}
    for (a, b), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        left, right = home.setdefault(a, [a]), home.setdefault(b, [b])
        if left is right:
            continue
        linked = sum((min(x, y), max(x, y)) in scores for x in left for y in right)
        if 2 * linked > len(left) * len(right):
            left.extend(right)
            for name in right:
                home[name] = left
    unique = {id(members): sorted(members) for members in home.values() if len(members) > 1}
    return sorted(unique.values())


def event_group(claims: list[str], links: list[Link]) -> Group:
    """The group of these claims, topic "event", whose id is the same in every run."""
    ids = sorted(claims)
    digest = hashlib.sha256("\x1f".join(ids).encode()).hexdigest()[:12]
    return Group(
        id=f"event-{digest}", topic="event", claims=tuple(ids), links=tuple(sorted(links, key=lambda k: (k.a, k.b)))
    )
