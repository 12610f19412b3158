"""What people gave to a corpus: articles, inputs that were left out, and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..models import Article, LeftOut
from ..reading import Found
from ..reading.inputs import NAMELESS
from ..reporting.decisions import Decision, merge
from .identity import digest, identity, place
from .store import insert, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def held(connection: DuckDBPyConnection) -> list[Found]:
    """All that was ever read and not replaced since."""
    articles = connection.execute("SELECT record, states_outlet FROM articles").fetchall()
    left_out = connection.execute("SELECT record FROM left_out").fetchall()
    return [
        *(Found("", Article.model_validate_json(record), stated) for record, stated in articles),
        *(Found("", LeftOut.model_validate_json(record)) for (record,) in left_out),
    ]


def decisions(connection: DuckDBPyConnection) -> tuple[Decision, ...]:
    """What people decided, by fingerprint of the conflict."""
    rows = connection.execute("SELECT record FROM decisions ORDER BY conflict").fetchall()
    return tuple(Decision.model_validate_json(record) for (record,) in rows)


def decide(connection: DuckDBPyConnection, made: Iterable[Decision]) -> None:
    """Merge decisions over those held: of two about one conflict the later one counts."""
    merged = merge(decisions(connection), made)
    with transaction(connection):
        connection.execute("DELETE FROM decisions")
        insert(connection, "decisions", [(decision.conflict, decision.model_dump_json()) for decision in merged])


class Intake:
    """One call's worth of things read, on their way into a corpus.

    A new version of an article replaces those of earlier calls, never one of this call: what is read together stands
    together, in whatever order it comes. The same holds of lines about what was left out.
    """

    def __init__(self, connection: DuckDBPyConnection, beside: Path) -> None:
        self._connection = connection
        self._beside = beside
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        for key, own in connection.execute("SELECT identity, digest FROM articles").fetchall():
            self._known[key].add(own)
        self._earlier = {key: frozenset(versions) for key, versions in self._known.items()}
        self._seen: set[str] = set()
        rows = connection.execute("SELECT place, record FROM left_out").fetchall()
        self._old_lines: set[tuple[str, str]] = set(rows)
        self._new_lines: set[tuple[str, str]] = set()
        self.articles: list[Article] = []
        """The articles of this call."""
        self.left_out: list[LeftOut] = []
        """What this call left out."""

    def put(self, batch: Sequence[Found]) -> None:
        """Take in a batch, whole or not at all."""
        now = datetime.now(UTC).replace(tzinfo=None)
        replaced: list[tuple[str, str]] = []
        rows: list[tuple[object, ...]] = []
        for found in batch:
            self._answer_for(place(found.given or found.item.origin, self._beside))
            if isinstance(found.item, LeftOut):
                self.left_out.append(found.item)
                where = place(found.given or found.item.origin, self._beside)
                self._new_lines.add((where, found.item.model_dump_json()))
                continue
            self.articles.append(found.item)
            key, own = identity(found.item, self._beside), digest(found.item)
            if key not in self._seen:
                self._seen.add(key)
                if self._known[key] - {own}:
                    replaced.append((key, own))
                    self._known[key] &= {own}
            if own not in self._known[key]:
                self._known[key].add(own)
                rows.append((key, own, found.states_outlet, found.item.model_dump_json(), now))
        with transaction(self._connection):
            self._delete_others(replaced)
            insert(self._connection, "articles", rows)
            if rows or replaced:
                self._connection.execute("UPDATE corpus SET aligned = false")
            self._connection.execute("DELETE FROM left_out")
            insert(self._connection, "left_out", sorted(self._old_lines | self._new_lines))

    def news_of(self, article: Article) -> str:
        """Whether an article of this call was "new", "changed" or "unchanged" to the corpus."""
        earlier = self._earlier.get(identity(article, self._beside))
        if earlier is None:
            return "new"
        return "unchanged" if digest(article) in earlier else "changed"

    def _answer_for(self, where: str) -> None:
        """Drop the lines of earlier calls about a place that gives something now, and about the folders it is in."""
        if where in NAMELESS or not self._old_lines:
            return
        answered = {where, *map(str, PurePosixPath(where).parents)}
        self._old_lines = {line for line in self._old_lines if line[0] not in answered}

    def _delete_others(self, kept: Sequence[tuple[str, str]]) -> None:
        """Delete all versions of these articles but those that are named."""
        self._connection.execute(
            "DELETE FROM articles"
            " USING (SELECT unnest($1::VARCHAR[]) AS identity, unnest($2::VARCHAR[]) AS digest) kept"
            " WHERE articles.identity = kept.identity AND articles.digest <> kept.digest",
            [[key for key, _ in kept], [own for _, own in kept]],
        )
