"""Comparison: groups in, conflicts and agreements out. One module a kind of conflict."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ..entities.offices import office_table
from ..models import SEVERITIES, Article, Claim, Comparison, Group
from ..settings import Settings
from .context import Context
from .date import compare_dates
from .name import compare_names
from .negation import compare_negation
from .place import compare_places
from .quantity import compare_quantities
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
        settings: Tables of offices beside the built-in one.

    Returns:
        Conflicts, the gravest first, then by subject; agreements by subject. The order of the input changes nothing.

    Raises:
        KeyError: A group names a claim, or a claim an article, that is not there.
    """
    settings = settings or Settings()
    ordered = sorted(groups, key=lambda group: group.id)
    context = Context.of(ordered, claims, articles)
    found = [
        compare_kind(group, context)
        for group in ordered
        for compare_kind in (
            partial(compare_titles, table=office_table(settings.offices)),
            compare_names,
            compare_wording,
            compare_dates,
            compare_quantities,
            compare_places,
            compare_speakers,
            compare_negation,
        )
    ]
    conflicts = {conflict.id: conflict for part in found for conflict in part.conflicts}
    agreements = {agreement.id: agreement for part in found for agreement in part.agreements}
    return Comparison(
        conflicts=tuple(
            sorted(
                conflicts.values(), key=lambda c: (SEVERITIES.index(c.severity), -c.confidence, c.subject, c.kind, c.id)
            )
        ),
        agreements=tuple(sorted(agreements.values(), key=lambda a: (a.subject, a.kind, a.id))),
    )
