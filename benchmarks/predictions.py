"""What the library predicts for each kind of gold file, in the form that the file's scorer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from events import predict_events
from quotations import predict_clusters

from factcheck import Article, Interval, extract
from factcheck.entities.names import same_person
from factcheck.entities.title_relation import relate
from factcheck.extraction.dates import find_dates
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.titles import find_titles
from factcheck.models import When

Row = dict[str, Any]
Predict = Callable[[list[Row]], Iterable[Row]]


def quotes(rows: list[Row]) -> Iterable[Row]:
    """Direct, mixed and indirect speech with the speaker's name."""
    for row in rows:
        claims = extract(Article(text=row["text"], published=_day(row.get("date"))))
        found = [
            {
                "start": claim.content.span.start,
                "end": claim.content.span.end,
                "type": claim.form,
                "speaker": claim.speaker.name if claim.speaker else None,
            }
            for claim in claims
            if claim.form != "narration"
        ]
        yield {"id": row["id"], "quotes": found}


def times(rows: list[Row]) -> Iterable[Row]:
    """Time expressions with TIMEX3 type, value and days."""
    for row in rows:
        yield {"id": row["id"], "timexes": [_timex(when) for when in find_dates(row["text"], _day(row.get("dct")))]}


def quantities(rows: list[Row]) -> Iterable[Row]:
    """Numbers with value and unit."""
    for row in rows:
        found = [
            {
                "start": q.span.start,
                "end": q.span.end,
                "value": q.value if q.value is not None else q.low if q.low is not None else q.high,
                "value2": q.high if q.value is None else None,
                "unit": q.unit,
            }
            for q in find_quantities(row["text"], find_dates(row["text"], None))
            if q.kind != "ordinal"
        ]
        yield {"id": row["id"], "quantities": found}


def titles(rows: list[Row]) -> Iterable[Row]:
    """Persons' titles."""
    for row in rows:
        found = [
            {"person": h.person.text, "title": h.title.text, "start": h.title.span.start, "end": h.title.span.end}
            for h in find_titles(row["text"])
        ]
        yield {"id": row["id"], "mentions": found}


def title_pairs(rows: list[Row]) -> Iterable[Row]:
    """How two titles relate."""
    for row in rows:
        yield {"id": row["id"], "relation": relate(row["title1"], row["title2"]).kind}


def name_pairs(rows: list[Row]) -> Iterable[Row]:
    """Whether two names are one person's."""
    for row in rows:
        yield {"id": row["id"], "same": same_person(row["name1"], row["name2"])}


PREDICT: dict[str, Predict] = {
    "quotes/": quotes,
    "time/": times,
    "quantities/": quantities,
    "titles/titles": titles,
    "titles/title_pairs": title_pairs,
    "names/": name_pairs,
    "alignment/quotes": predict_clusters,
    "alignment/events": predict_events,
}
"""The prediction for each kind of file, by the beginning of its name below the data folder."""


CALENDAR = frozenset({"day", "week", "month", "quarter", "half", "year", "decade", "century"})
"""The precisions that the scorer counts as calendar values."""


def _day(text: str | None) -> Interval | None:
    day = date.fromisoformat(text) if text else None
    return Interval(start=day, end=day) if day else None


def _timex(when: When) -> Row:
    days = None
    if when.start and when.end and when.type == "DATE" and when.precision in CALENDAR:
        days = [when.start.isoformat(), when.end.isoformat()]
    span = when.span
    assert span is not None, "an expression that was found in a text has a span"
    return {"start": span.start, "end": span.end, "type": when.type, "value": when.value, "interval": days}
