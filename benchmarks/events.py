"""Conflicts of ages and casualty counts between articles on one event, as the scorer of events reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from factcheck import Article, Claim, Conflict, Interval, align, compare, extract

EXPLAINED = frozenset({"updated", "birthday"})
"""Natures of a difference that time explains."""

FIELDS = {"people killed": "killed", "people injured": "injured"}
"""The scorer's name of what is counted."""


def predict_events(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """The conflicts of each event, taken by itself."""
    for row in rows:
        articles = [article_of(article) for article in row["articles"]]
        claims = [claim for article in articles for claim in extract(article)]
        found = compare(align(claims, articles), claims, articles)
        by_id = {claim.id: claim for claim in claims}
        conflicts = [_judged(conflict, by_id) for conflict in found.conflicts if conflict.kind == "quantity"]
        yield {"event": row["event"], "conflicts": [conflict for conflict in conflicts if conflict]}


def article_of(row: dict[str, Any]) -> Article:
    """An article of an event; its headline stands above its text, and belongs to what the outlet says."""
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return Article(
        id=row["id"],
        source=row["outlet"],
        title=row["title"],
        text=f"{row['title'] or ''}\n\n{row['text']}",
        published=Interval(start=day, end=day) if day else None,
    )


def _judged(conflict: Conflict, claims: dict[str, Claim]) -> dict[str, Any] | None:
    """A conflict in the scorer's form, or None where it is on a field that is not judged."""
    quantities = [q for e in conflict.sides[0].evidence for q in claims[e.claim_id].quantities if q.span in e.differing]
    if not quantities:
        return None
    field = "age" if quantities[0].kind == "age" else FIELDS.get(quantities[0].counted or "")
    if field is None:
        return None
    return {
        "field": field,
        "subject": conflict.subject if field == "age" else None,
        "values": [side.value for side in conflict.sides],
        "explained": conflict.nature in EXPLAINED,
    }
