"""The report as a table: a row for each side of a conflict."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from ..models import Conflict, Side
from .frames import FACTS, to_dicts
from .index import UNDATED, Index, outlet
from .record import ReportRecord
from .visible import visible

COLUMNS = (
    "list",
    "story",
    "conflict",
    "kind",
    "nature",
    "severity",
    "confidence",
    "subject",
    "summary",
    "explanation",
    "side",
    "value",
    "witnesses",
    "outlets",
    "published",
    "headlines",
    "addresses",
    "passages",
    "decision",
)
"""The columns. ``list`` tells disagreements from what is only possible. What a side has several of is joined by
`` | ``, in the order of its articles or passages."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(report: ReportRecord) -> str:
    """The conflicts as CSV with a header line, a row for each side; those that are only possible behind the others.

    A cell that a spreadsheet would take for a formula is led by an apostrophe
    (OWASP, "CSV Injection": https://owasp.org/www-community/attacks/CSV_Injection).
    """
    index = Index(report)
    story = {c.id: chapter.name for chapter in index.chapters for c in (*chapter.conflicts, *chapter.possible)}
    lists = [("disagreement", conflict) for conflict in index.ranked]
    lists += [("possible", conflict) for conflict in report.possible]
    return table(
        COLUMNS,
        (
            (name, story[conflict.id], *_row(index, conflict, number, side))
            for name, conflict in lists
            for number, side in enumerate(conflict.sides, start=1)
        ),
    )


def render_facts(report: ReportRecord) -> str:
    """The fact sheets as CSV with a header line: a row for what each source gives of a fact."""
    rows = to_dicts(report, "facts")
    columns = [column.name for column in FACTS]
    return table(columns, ([_plain(row[name]) for name in columns] for row in rows))


def _plain(value: Any) -> str | float:
    if isinstance(value, list):
        return " | ".join(value)
    return value if isinstance(value, int | float) else "" if value is None else str(value)


def table(columns: Iterable[str], rows: Iterable[Iterable[str | float]]) -> str:
    """A table as CSV with a header line, its cells safe for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _row(index: Index, conflict: Conflict, number: int, side: Side) -> tuple[str | int | float, ...]:
    articles = [article for witness in index.witnesses(side.articles) for article in witness]
    days = (article.published and f"{article.published.start}/{article.published.end}" for article in articles)
    return (
        conflict.id,
        conflict.kind,
        conflict.nature,
        conflict.severity,
        round(conflict.confidence, 3),
        conflict.subject,
        conflict.summary,
        conflict.explanation,
        number,
        side.value,
        side.witnesses,
        " | ".join(outlet(article) for article in articles),
        " | ".join(_single(span) if span else UNDATED for span in days),
        " | ".join(article.title or "" for article in articles),
        " | ".join(article.url or article.origin for article in articles),
        " | ".join(index.quoted(evidence) for evidence in side.evidence),
        index.decision_of(conflict),
    )


def _single(span: str) -> str:
    """An ISO 8601 interval, or the day alone where both ends are the same."""
    first, last = span.split("/")
    return first if first == last else span


def _cell(value: str | float) -> str | float:
    if not isinstance(value, str):
        return value
    text = visible(value)
    return "'" + text if text.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA) else text
