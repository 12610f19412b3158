"""Comparison: groups in, conflicts and agreements out. One module a kind of conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from ..entities.offices import office_table
from ..models import SEVERITIES, Article, Claim, Comparison, Conflict, Group
from ..settings import Settings
from .context import NOTHING, Context
from .date import compare_dates
from .fact import compare_facts
from .name import compare_names
from .negation import compare_negation
from .quantity import compare_quantities
from .repetition import counted, listed, named_once, told_once
from .slip import compare_slips
from .speaker import compare_speakers
from .title import compare_titles
from .wording import compare_wording


def compare(
    groups: Iterable[Group], claims: Iterable[Claim], articles: Iterable[Article], settings: Settings | None = None
) -> Comparison:
    """The conflicts and agreements in groups of claims.

    Args:
        groups: What ``align`` returned for these claims.
        claims: The claims that the groups name; more may be given.
        articles: The articles they come from; more may be given.
        settings: The thresholds of confidence, and tables of offices beside the built-in one.

    Returns:
        Conflicts, the gravest first, then by subject; agreements by subject. The order of the input changes nothing.

    Raises:
        KeyError: A group names a claim, or a claim an article, that is not there.
    """
    settings = settings or Settings()
    ordered = sorted(groups, key=lambda group: group.id)
    context = Context.of(ordered, claims, articles)
    kinds = (
        partial(compare_titles, settings=settings, table=office_table(settings.offices)),
        compare_names,
        compare_wording,
        compare_dates,
        compare_quantities,
        partial(compare_facts, settings=settings),
        partial(compare_slips, settings=settings),
        partial(compare_speakers, settings=settings),
        partial(compare_negation, settings=settings),
    )
    told = (compare_kind(group, context) for group in ordered for compare_kind in kinds)
    found = [part for part in told if part is not NOTHING]
    sure = {conflict.id: conflict for part in found for conflict in part.conflicts}
    less_sure = {conflict.id: conflict for part in found for conflict in part.possible}
    conflicts, less = _lists(sure, less_sure, ordered)
    possible = listed(less)
    agreements = {agreement.id: agreement for part in found for agreement in part.agreements}
    return Comparison(
        conflicts=tuple(sorted(conflicts, key=_gravity)),
        possible=tuple(possible),
        unlisted=counted(less, possible),
        agreements=tuple(sorted(agreements.values(), key=lambda a: (a.subject, a.kind, a.id))),
    )


def _lists(
    sure: Mapping[str, Conflict], less_sure: Mapping[str, Conflict], groups: Iterable[Group]
) -> tuple[list[Conflict], list[Conflict]]:
    """The conflicts, and what is only possible, each disagreement on a fact told once."""
    events = {group.id for group in groups if group.topic == "event"}
    found = (*sure.values(), *(c for c in less_sure.values() if c.id not in sure))
    names = [conflict for conflict in found if conflict.kind == "name"]
    facts = [c for c in found if c.group_id in events and c.kind != "name"]
    others = [c for c in found if c.group_id not in events and c.kind != "name"]
    kept = [*others, *named_once(names), *told_once(facts, others)]
    return [c for c in kept if c.id in sure], [c for c in kept if c.id not in sure]


def _gravity(conflict: Conflict) -> tuple[int, float, str, str, str]:
    return SEVERITIES.index(conflict.severity), -conflict.confidence, conflict.subject, conflict.kind, conflict.id
