"""The engine for more than one machine: the same functions on Apache Spark. Install ``factcheck-news[spark]``.

Extraction and scoring run on Spark's workers, over batches of Arrow; the blocking is the SQL that DuckDB runs on one
machine. What is spread where, done again after a failure, or moved between machines is Spark's business alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, TypeAdapter

from ..models import Article, Group
from ..settings import Settings
from . import EngineError, Extracted, Serial, extract_one, packed, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from ..alignment.statements import PackedArticle, PlainArticle, Statement
    from ..alignment.story_groups import Told
    from ..alignment.utterances import Links, Statements
    from ..reporting.report import Report

Batches = Iterator[Any]
"""Record batches of Arrow."""

CLAIMS = "claims"
"""The folder, below the one that is given, that the claims are written to."""


class Spark:
    """The workers of a Spark session."""

    def __init__(self, session: SparkSession, folder: str | Path | None = None) -> None:
        """Use a session.

        Args:
            session: The session; its workers need this package, of the same version.
            folder: Where the workers write what they extract, as Parquet, and where it is read from: a path or address
                that all of them reach. Without one it stays in Spark.
        """
        self._session = session
        self._folder = folder

    def extract(self, articles: Iterable[Article], settings: Settings) -> Iterator[Extracted]:
        """The claims of each article, as `Engine.extract` has it."""
        rows = [(number, article.model_dump_json().encode()) for number, article in enumerate(articles)]
        if not rows:
            return
        found = self._frame(self._session, ("number", "article"), rows).mapInArrow(
            _extraction(settings), "number BIGINT, found BINARY"
        )
        if self._folder is not None:
            place = f"{self._folder}/{CLAIMS}"
            found.write.mode("overwrite").parquet(place)
            found = self._session.read.parquet(place)
        for row in found.orderBy("number").toLocalIterator():
            yield unpacked(bytes(row.found))

    def score(self, statements: Statements) -> Links:
        """The pairs that are one utterance, as `Engine.score` has it."""
        from ..alignment import blocking

        told = list(statements.plain_articles())
        if not told:
            return {}
        # The names of tables in SQL are a session's own.
        session = self._session.newSession()
        first = accumulate((len(one.said) for one in told), initial=0)
        rows = [(number, _plain_adapter().dump_json(row)) for number, row in enumerate(zip(first, told, strict=False))]
        ready = (
            self._frame(session, ("number", "told"), rows)
            .mapInArrow(_prepare, "number BIGINT, first BIGINT, ready BINARY")
            .persist()
        )
        ready.mapInArrow(_pieces, _columns(blocking.PIECES)).createOrReplaceTempView("pieces")
        self._frame(session, tuple(blocking.LISTED), blocking.listed()).createOrReplaceTempView("listed")
        for name, text in blocking.STEPS.items():
            # Later steps read an earlier one several times; without keeping it Spark would work it out each time.
            session.sql(text).persist().createOrReplaceTempView(name)
        ready.mapInArrow(_packed, "number BIGINT, packed BINARY, names BINARY").createOrReplaceTempView("packed")
        links = session.sql(PAIRS).mapInArrow(_score, "a BIGINT, b BIGINT, score DOUBLE").orderBy("a", "b").collect()
        kept = (_packed_adapter().validate_json(bytes(row.ready)) for row in ready.orderBy("number").toLocalIterator())
        for _ in statements.take(kept):
            pass
        ready.unpersist()
        for name in blocking.STEPS:
            session.table(name).unpersist()
        return {(row.a, row.b): row.score for row in links}

    def group(self, stories: Sequence[Told]) -> Iterator[Sequence[Group]]:
        """The groups of each story, as `Engine.group` has it, found by the driver."""
        return Serial().group(stories)

    def _frame(self, session: SparkSession, columns: tuple[str, ...], rows: list[Any]) -> DataFrame:
        """A data frame of rows, one part for each task that Spark runs at one time."""
        pa = _arrow()
        table = pa.table(dict(zip(columns, map(list, zip(*rows, strict=True)), strict=True)))
        return session.createDataFrame(table).repartition(4 * session.sparkContext.defaultParallelism)


PAIRS = """
    SELECT a, b, x.packed AS packed_a, x.names AS names_a, y.packed AS packed_b, y.names AS names_b
    FROM candidates JOIN packed x ON x.number = a JOIN packed y ON y.number = b
"""
"""The candidates with their statements."""


def save(report: Report, session: SparkSession, folder: str | Path) -> None:
    """Write the conflicts and the claims of a report to ``folder``, as Parquet, a folder each."""
    for table in ("conflicts", "claims"):
        session.createDataFrame(report.to_arrow(table)).write.mode("overwrite").parquet(f"{folder}/report/{table}")


def _columns(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {'STRING' if kind == 'VARCHAR' else kind}" for name, kind in columns.items())


def _extraction(settings: Settings) -> Callable[[Batches], Batches]:
    def work(batches: Batches) -> Batches:
        for batch in batches:
            articles = map(Article.model_validate_json, batch.column("article").to_pylist())
            found = [packed(extract_one(article, settings)) for article in articles]
            yield _batch({"number": batch.column("number"), "found": _arrow().array(found, _arrow().binary())})

    return work


def _prepare(batches: Batches) -> Batches:
    from ..alignment.statements import pack_article

    for batch in batches:
        told = [_plain_adapter().validate_json(one) for one in batch.column("told").to_pylist()]
        ready = _arrow().array([_packed_adapter().dump_json(pack_article(one)) for _, one in told], _arrow().binary())
        first = _arrow().array([at for at, _ in told], _arrow().int64())
        yield _batch({"number": batch.column("number"), "first": first, "ready": ready})


def _pieces(batches: Batches) -> Batches:
    from ..alignment import blocking

    for batch in batches:
        rows = chain.from_iterable(
            (
                blocking.Piece(first + at, number, ready.day or 0, *piece)
                for at, of in enumerate(ready.pieces)
                for piece in of
            )
            for number, first, ready in _ready(batch)
        )
        columns = list(zip(*rows, strict=True)) or [()] * len(blocking.PIECES)
        kinds = [_arrow().string() if kind == "VARCHAR" else _arrow().int32() for kind in blocking.PIECES.values()]
        arrays = (_arrow().array(column, kind) for column, kind in zip(columns, kinds, strict=True))
        yield _batch(dict(zip(blocking.PIECES, arrays, strict=True)))


def _packed(batches: Batches) -> Batches:
    pa = _arrow()
    for batch in batches:
        rows = [
            (first + at, one, ready.names) for _, first, ready in _ready(batch) for at, one in enumerate(ready.packed)
        ]
        numbers, statements, names = zip(*rows, strict=True) if rows else ((), (), ())
        yield _batch(
            {
                "number": pa.array(numbers, pa.int64()),
                "packed": pa.array(statements, pa.binary()),
                "names": pa.array(names, pa.binary()),
            }
        )


def _ready(batch: Any) -> Iterator[tuple[int, int, PackedArticle]]:
    """The numbers of the articles of a batch and of their first statements, and the packed statements."""
    for number, first, ready in zip(
        *(batch.column(name).to_pylist() for name in ("number", "first", "ready")), strict=True
    ):
        yield number, first, _packed_adapter().validate_json(ready)


def _score(batches: Batches) -> Batches:
    from ..alignment.utterances import linked

    pa = _arrow()
    for batch in batches:
        pairs = list(zip(batch.column("a").to_pylist(), batch.column("b").to_pylist(), strict=True))
        known: dict[int, tuple[bytes, bytes]] = {}
        for end in ("a", "b"):
            columns = (batch.column(name).to_pylist() for name in (end, f"packed_{end}", f"names_{end}"))
            known.update({number: (one, names) for number, one, names in zip(*columns, strict=True)})
        found = list(linked(pairs, partial(_statement, known)))
        yield _batch(
            {
                "a": pa.array([pair[0] for pair, _ in found], pa.int64()),
                "b": pa.array([pair[1] for pair, _ in found], pa.int64()),
                "score": pa.array([score for _, score in found], pa.float64()),
            }
        )


def _statement(known: Mapping[int, tuple[bytes, bytes]], number: int) -> Statement:
    from ..alignment.statements import Statement

    return Statement(*known[number])


def _batch(columns: dict[str, Any]) -> Any:
    return _arrow().RecordBatch.from_pydict(columns)


@cache
def _plain_adapter() -> TypeAdapter[tuple[int, PlainArticle]]:
    """The plain values of an article and the number of its first statement, to and from JSON."""
    from ..alignment.statements import PlainArticle

    return TypeAdapter(tuple[int, PlainArticle])


@cache
def _packed_adapter() -> TypeAdapter[PackedArticle]:
    """The packed statements of an article, to and from JSON."""
    from ..alignment.statements import PackedArticle

    return TypeAdapter(PackedArticle, config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64"))


@cache
def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise EngineError("Spark needs pyarrow: pip install 'factcheck-news[spark]'") from None
    return pyarrow
