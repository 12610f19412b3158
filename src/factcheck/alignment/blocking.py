"""Which statements are worth comparing: those that share rare words, without looking at every pair.

The work is SQL over rows of pieces of statements, in words that DuckDB and Apache Spark read alike, so that a run of
any size finds the same pairs; `joined` does the same for few rows, for which a database takes longer to start than to
work. Weights are whole numbers: their sums are the same in whatever order an engine adds them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from .information import STATEMENTS, UNLISTED, listed_shares, remembered

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEYS = 14
"""How many keys of each part of a statement are looked up, the rarest first."""

ENOUGH = 0.3
"""Least share of the weight of the keys of either statement that the keys have which both share, times the cube of how
many these are: one rare word in common is chance, three seldom are. On 6,734 marked quotations it leaves 4 of 14
candidates a quotation, with .975 of the true pairs, where .979 are kept without it, and the same links."""

PART = 15
"""Words of a part. A short quotation often is one sentence of a long one, so each stretch of this length gets its own
keys. With whole statements as parts, .904 of the true pairs of 6,734 marked quotations are found, with parts .911."""

WINDOW = 15
"""A key that so many statements share, or fewer, pairs each with each."""

NEIGHBOURS = 3
"""A key that more statements share than ``WINDOW`` pairs each with so many of them next in time. On 6,734 marked
quotations 3 neighbours and a window of 15 find .979 of the true pairs; so do 30 of both, with half as many candidates
more, for twice the work."""

CANDIDATES = 20
"""Most candidates that a statement asks for: those that share the most, and the rarest, keys."""

FEW = 2500
"""Rows up to which no database is started: for so many, that and its import take as long as `joined`."""

CHUNK = 100_000
"""Rows that come out of the database at a time."""

MEMORY = "256MB"
"""What the database may hold in memory; beyond it, it writes to a folder of its own for the time of the run."""

WIDTH = 10
"""Digits of a word's code."""

PIECES = {"claim": "INTEGER", "article": "INTEGER", "day": "INTEGER", "part": "INTEGER", "codes": "VARCHAR"}
"""The columns of the table of pieces."""

LISTED = {"word": "BIGINT", "share": "DOUBLE"}
"""The columns of the table of listed words."""

_STEPS = {
    # An engine may cast before it filters, so the cast of a word that is not there gives none.
    "words": """
        SELECT claim, part,
            TRY_CAST(substr(codes, $width * (n - 1) + 1, $width) AS BIGINT) AS code,
            TRY_CAST(substr(codes, $width * n + 1, $width) AS BIGINT) AS next
        FROM pieces CROSS JOIN (VALUES $places) AS places(n)
        WHERE $width * n <= length(codes)
    """,
    # A key is a word, or two words in a row as one number. ``common`` is how many statements can be expected to hold it
    # by general experience, beside those of this input.
    "keys": """
        SELECT claim, part, code AS key, $statements * coalesce(a.share, $unlisted) AS common
        FROM words LEFT JOIN listed a ON a.word = code
        UNION ALL
        SELECT claim, part, code * 2147483648 + next AS key,
            $statements * coalesce(a.share, $unlisted) * coalesce(b.share, $unlisted) AS common
        FROM words LEFT JOIN listed a ON a.word = code LEFT JOIN listed b ON b.word = next
        WHERE next IS NOT NULL
    """,
    "counted": """
        SELECT key, count(*) AS held, min(common) AS common FROM keys GROUP BY key HAVING count(*) > 1
    """,
    "chosen": """
        SELECT DISTINCT claim, key, held, weight FROM (
            SELECT claim, k.key, held, CAST(floor(1e9 / (held + c.common)) AS BIGINT) AS weight,
                row_number() OVER (PARTITION BY claim, part ORDER BY held + c.common, k.key) AS place
            FROM keys k JOIN counted c ON k.key = c.key
        ) AS ranked WHERE place <= $keys
    """,
    "placed": """
        SELECT claim, article, key, weight, reach, place, CAST(floor((place - 1) / reach) AS BIGINT) AS bucket
        FROM (
            SELECT c.claim, article, key, weight,
                CASE WHEN held <= $window THEN CAST($window AS DOUBLE) ELSE CAST($neighbours AS DOUBLE) END AS reach,
                row_number() OVER (PARTITION BY key ORDER BY day, c.claim) AS place
            FROM chosen c JOIN pieces p ON p.claim = c.claim AND p.part = 0
        ) AS held_by
    """,
    "owned": "SELECT claim, sum(weight) AS weight FROM chosen GROUP BY claim",
    # Places that are near lie in one bucket or in two next to each other, so no key is joined with all of its own.
    "paired": """
        SELECT a, b, p.weight FROM (
            SELECT least(x.claim, y.claim) AS a, greatest(x.claim, y.claim) AS b,
                CAST(sum(x.weight) AS BIGINT) AS weight, count(*) AS shared
            FROM (
                SELECT claim, article, key, weight, reach, place, bucket FROM placed
                UNION ALL
                SELECT claim, article, key, weight, reach, place, bucket + 1 AS bucket FROM placed
            ) AS x JOIN placed y ON x.key = y.key AND x.bucket = y.bucket
            WHERE y.place > x.place AND y.place <= x.place + x.reach AND x.article <> y.article
            GROUP BY least(x.claim, y.claim), greatest(x.claim, y.claim)
        ) AS p JOIN owned x ON x.claim = a JOIN owned y ON y.claim = b
        WHERE shared * shared * shared * p.weight >= $enough * least(x.weight, y.weight)
    """,
    "candidates": """
        SELECT DISTINCT a, b FROM (
            SELECT a, b, row_number() OVER (PARTITION BY claim ORDER BY weight DESC, a, b) AS place FROM (
                SELECT a AS claim, a, b, weight FROM paired UNION ALL SELECT b AS claim, a, b, weight FROM paired
            ) AS asked
        ) AS ranked WHERE place <= $candidates
    """,
}

STEPS = {
    name: Template(text).substitute(
        width=WIDTH,
        places=", ".join(f"({n})" for n in range(1, PART + 1)),
        statements=f"{STATEMENTS:e}",
        unlisted=f"{UNLISTED:e}",
        keys=KEYS,
        window=WINDOW,
        neighbours=NEIGHBOURS,
        candidates=CANDIDATES,
        enough=f"{ENOUGH:e}",
    )
    for name, text in _STEPS.items()
}
"""The blocking, a table a step, from the tables ``pieces`` (rows of `Piece`) and ``listed`` (rows of `listed`): the
rarest keys of each part join statements of different articles, and the best joins are kept."""

DONE_WITH = {
    "keys": ("words",),
    "chosen": ("keys", "counted"),
    "placed": ("pieces",),
    "owned": ("chosen",),
    "paired": ("placed", "owned"),
    "candidates": ("paired",),
}
"""The tables that nothing needs any more behind a step."""


class Piece(NamedTuple):
    """A part of a statement, and the first word behind it."""

    claim: int
    article: int
    day: int
    part: int
    codes: str
    """The code of each word, ``WIDTH`` digits each."""


def pieces(words: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The number and the codes of each part of a statement."""
    starts = range(0, len(words), PART)
    return tuple((part, "".join(map(code, words[at : at + PART + 1]))) for part, at in enumerate(starts))


@remembered
def code(word: str) -> str:
    """A number for a word, the same everywhere. Two words with one number, one pair in two billion, share keys."""
    return f"{crc32(word.encode()) >> 1:0{WIDTH}}"


def listed() -> list[tuple[int, float]]:
    """The share of statements that hold a word, for each word of the table of common words, by code."""
    return sorted({int(code(word)): share for word, share in sorted(listed_shares().items())}.items())


def candidates(rows: Iterable[Piece], threads: int = 1) -> Iterator[tuple[int, int]]:
    """Pairs of statements of different articles that share rare keys, each pair and the whole list sorted."""
    waiting = iter(rows)
    first = list(islice(waiting, FEW + 1))
    if len(first) <= FEW:
        yield from joined(first)
        return
    import duckdb

    with TemporaryDirectory() as spilled:
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads,
            "memory_limit": MEMORY,
            "temp_directory": spilled,
        }
        connection = duckdb.connect(config=config)
        try:
            _create(connection, "pieces", PIECES, chain(first, waiting), Path(spilled))
            _create(connection, "listed", LISTED, listed(), Path(spilled))
            for name, text in STEPS.items():
                connection.execute(f"CREATE TABLE {name} AS {text}")
                for table in DONE_WITH.get(name, ()):
                    connection.execute(f"DROP TABLE {table}")
            found = connection.execute("SELECT a, b FROM candidates ORDER BY a, b")
            while chunk := found.fetchmany(CHUNK):
                yield from chunk
        finally:
            connection.close()


def joined(rows: Iterable[Piece]) -> list[tuple[int, int]]:
    """What the ``STEPS`` find in few rows, step by step, without a database."""
    placed: dict[int, tuple[int, int]] = {}
    keys: defaultdict[tuple[int, int], list[tuple[int, float]]] = defaultdict(list)
    for row in rows:
        if row.part == 0:
            placed[row.claim] = (row.day, row.article)
        keys[row.claim, row.part] += _keys(row.codes)
    held = Counter(key for own in keys.values() for key, _ in own)
    common: dict[int, float] = {}
    for own in keys.values():
        for key, share in own:
            if share <= common.get(key, share):
                common[key] = share
    chosen: defaultdict[int, set[int]] = defaultdict(set)
    for (claim, _), own in keys.items():
        shared = [(held[key] + common[key], key) for key, _ in own if held[key] > 1]
        for _, key in sorted(shared)[:KEYS]:
            chosen[key].add(claim)
    return _best(_paired(chosen, held, common, placed))


def _keys(codes: str) -> list[tuple[int, float]]:
    """The words of a part and each two in a row, as numbers, with how many statements can be expected to hold them."""
    words = [int(codes[at : at + WIDTH]) for at in range(0, len(codes), WIDTH)]
    shares = _shares()
    expected = [shares.get(word, UNLISTED) for word in words]
    found = [(word, STATEMENTS * share) for word, share in zip(words[:PART], expected, strict=False)]
    for at, following in enumerate(words[1 : PART + 1]):
        found.append((words[at] * 2147483648 + following, STATEMENTS * expected[at] * expected[at + 1]))
    return found


def _paired(
    chosen: Mapping[int, Iterable[int]],
    held: Mapping[int, int],
    common: Mapping[int, float],
    placed: Mapping[int, tuple[int, int]],
) -> dict[tuple[int, int], int]:
    """The pairs of statements that share enough, with the weight of the keys that both have."""
    owned: defaultdict[int, int] = defaultdict(int)
    weights: defaultdict[tuple[int, int], int] = defaultdict(int)
    times: defaultdict[tuple[int, int], int] = defaultdict(int)
    place = {claim: at for at, claim in enumerate(sorted(placed, key=lambda claim: (placed[claim][0], claim)))}
    article = {claim: own for claim, (_, own) in placed.items()}
    for key, claims in chosen.items():
        weight = math.floor(1e9 / (held[key] + common[key]))
        reach = WINDOW if held[key] <= WINDOW else NEIGHBOURS
        ordered = sorted(claims, key=place.__getitem__)
        for at, one in enumerate(ordered):
            owned[one] += weight
            own = article[one]
            for other in ordered[at + 1 : at + 1 + reach]:
                if article[other] != own:
                    pair = (one, other) if one < other else (other, one)
                    weights[pair] += weight
                    times[pair] += 1
    return {
        (a, b): weight
        for (a, b), weight in weights.items()
        if float(times[a, b] ** 3 * weight) >= ENOUGH * min(owned[a], owned[b])
    }


def _best(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The pairs that either of the two asks for, sorted."""
    asked: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (a, b), weight in weights.items():
        asked[a].append((-weight, a, b))
        asked[b].append((-weight, a, b))
    return sorted({(a, b) for own in asked.values() for _, a, b in sorted(own)[:CANDIDATES]})


@cache
def _shares() -> dict[int, float]:
    return dict(listed())


def _create(
    connection: DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Iterable[tuple[object, ...]],
    folder: Path,
) -> None:
    """Make a table of rows by way of a file, which takes a third of the time that handing over values takes."""
    path = folder / f"{name}.csv"
    with path.open("w", encoding="ascii") as file:
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)
    connection.execute(f"CREATE TABLE {name} ({', '.join(f'{field} {kind}' for field, kind in columns.items())})")
    connection.execute(f"COPY {name} FROM $1 (FORMAT csv, HEADER false, AUTO_DETECT false)", [str(path)])
    path.unlink()
