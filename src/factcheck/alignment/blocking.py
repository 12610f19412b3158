"""Which statements are worth comparing: those that share rare words, without looking at every pair.

The work is one SQL text over rows of (claim, key), so that a large run can give it to another engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from .information import STATEMENTS, expected

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEYS = 12
"""How many keys of each part of a statement are looked up, the rarest first."""

PART = 15
"""Words of a part. A short quotation often is one sentence of a long one, so each stretch of this length gets its own
keys. With whole statements as parts, .904 of the true pairs of 6,734 marked quotations are found, with parts .911."""

WINDOW = 30
"""A key that more statements share than this pairs each only with its neighbours by day: no key costs more than this
many pairs a statement, however common it is."""

CANDIDATES = 20
"""Most candidates that a statement asks for: those that share the most, and the rarest, keys."""

CHUNK = 500_000
"""Rows that are handed to the database at a time."""

SQL = """
WITH counted AS (
    SELECT key, count(DISTINCT claim) AS held, any_value(common) AS common FROM keys GROUP BY key HAVING held > 1
), ranked AS (
    SELECT k.claim, k.article, k.day, k.key, 1 / (c.held + c.common) AS weight,
        row_number() OVER (PARTITION BY k.claim, k.part ORDER BY c.held + c.common, k.key) AS rank
    FROM keys k JOIN counted c USING (key)
), chosen AS (
    SELECT DISTINCT claim, article, day, key, weight FROM ranked WHERE rank <= $keys
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY key ORDER BY day, claim) AS place FROM chosen
), paired AS (
    SELECT least(a.claim, b.claim) AS a, greatest(a.claim, b.claim) AS b, sum(a.weight) AS weight
    FROM placed a JOIN placed b ON a.key = b.key AND b.place > a.place AND b.place <= a.place + $window
    WHERE a.article <> b.article
    GROUP BY least(a.claim, b.claim), greatest(a.claim, b.claim)
), asked AS (
    SELECT a AS claim, a, b, weight FROM paired UNION ALL SELECT b, a, b, weight FROM paired
), judged AS (
    SELECT a, b, row_number() OVER (PARTITION BY claim ORDER BY round(weight, 6) DESC, a, b) AS rank FROM asked
)
SELECT DISTINCT a, b FROM judged WHERE rank <= $candidates ORDER BY a, b
"""
"""The blocking: the rarest keys of each part join statements of different articles, and the best joins are kept."""


class Key(NamedTuple):
    """A row of the blocking: a word or a pair of words of a statement."""

    claim: int
    article: int
    day: int
    part: int
    key: str
    common: float
    """How many statements can be expected to hold the key by general experience, beside those of this input."""


def keys(claim: int, article: int, day: int, words: Sequence[str]) -> Iterator[Key]:
    """The rows of a statement: each word and each pair of neighbouring words, part by part."""
    for part, start in enumerate(range(0, len(words), PART)):
        piece = words[start : start + PART + 1]
        found = {word: expected(word) for word in piece[:PART]}
        for a, b in pairwise(piece):
            found[f"{a} {b}"] = expected(a) * expected(b) / STATEMENTS
        for key, common in found.items():
            yield Key(claim, article, day, part, key, common)


def candidates(rows: Iterable[Key]) -> list[tuple[int, int]]:
    """Pairs of statements of different articles that share rare keys, each pair and the whole list sorted."""
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(
            "CREATE TABLE keys (claim INTEGER, article INTEGER, day INTEGER, part INTEGER, key VARCHAR, common DOUBLE)"
        )
        _insert(connection, iter(rows))
        return connection.execute(SQL, {"keys": KEYS, "window": WINDOW, "candidates": CANDIDATES}).fetchall()


def _insert(connection: DuckDBPyConnection, rows: Iterator[Key]) -> None:
    columns = ("INTEGER", "INTEGER", "INTEGER", "INTEGER", "VARCHAR", "DOUBLE")
    unnested = ", ".join(f"unnest(${n}::{kind}[])" for n, kind in enumerate(columns, 1))
    while chunk := list(islice(rows, CHUNK)):
        connection.execute(
            f"INSERT INTO keys SELECT {unnested}",
            [list(column) for column in zip(*chunk, strict=True)],
        )
