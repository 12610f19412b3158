"""The state of a corpus, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from ..models import Form, Interval, LeftOut
from ..reading import settle
from ..record import Record
from .given import decisions, held
from .identity import digest
from .memory import lines
from .store import VERSION

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Status(Record):
    """What a corpus holds."""

    version: int = Field(description="Version of the file's layout.")
    size: int = Field(description="Bytes of the file.")
    articles: int = Field(description="Articles that count: each once.")
    outlets: dict[str, int] = Field(description="Articles of each outlet, the most first.")
    days: Interval | None = Field(description="First and last day of publication; None where no article states one.")
    undated: int = Field(description="Articles without a day of publication.")
    claims: dict[Form, int] = Field(description="Claims of each form.")
    decisions: dict[str, int] = Field(description="Decisions of each status; 'note' where there is only a note.")
    last_added: datetime | None = Field(description="When the last new or changed article came in.")
    complete: bool = Field(
        description="Whether all was worked out that a report needs; if not, the next add goes on with it."
    )
    left_out: tuple[LeftOut, ...] = Field(description="What gave nothing to the corpus, with the reason.")


def status_of(connection: DuckDBPyConnection, path: Path) -> Status:
    """The state of the corpus behind ``connection``."""
    reading = settle(held(connection))
    digests = {digest(article): article for article in reading.articles}
    noted = lines(connection)
    claims = connection.execute(
        "SELECT form, count(*) FROM claims JOIN extractions USING (article)"
        " WHERE digest IN (SELECT unnest($1::VARCHAR[])) GROUP BY form ORDER BY form",
        [list(digests)],
    ).fetchall()
    aligned, last = connection.execute("SELECT aligned, (SELECT max(added) FROM articles) FROM corpus").fetchall()[0]
    days = [article.published for article in reading.articles if article.published]
    return Status(
        version=VERSION,
        size=path.stat().st_size,
        articles=len(reading.articles),
        outlets=_counted(article.source for article in reading.articles),
        days=Interval(start=min(d.start for d in days), end=max(d.end for d in days)) if days else None,
        undated=len(reading.articles) - len(days),
        claims=dict(claims),
        decisions=_counted(decision.status or "note" for decision in decisions(connection)),
        last_added=last.replace(tzinfo=UTC) if last else None,
        complete=aligned,
        left_out=(
            *reading.left_out,
            *(noted[own] for own in digests if own in noted),
        ),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
