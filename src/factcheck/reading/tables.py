"""JSON, JSON Lines, CSV, Parquet and data frames: a record an article."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..knowledge import load
from ..settings import ArticleField
from .blob import MAX_HELD, Blob, Place
from .decoding import UnreadableError, check_size, detect, mark, printable, transcode
from .draft import Context, Draft, Item, foreign, left_out, need
from .front_matter import flat
from .markup import looks_like_markup, opened, plain_text
from .metadata import Metadata, label

SAMPLE = 1_000_000
"""So many first bytes of a CSV file decide on its encoding."""

ROWS_AT_ONCE = 16
"""Rows of a Parquet file that are held in memory at once."""

MAX_LABEL = 60
"""Longest column name in a header that shows by itself that a text is a table, in code points."""

Columns = Mapping[ArticleField, str]

_DELIMITERS = ",;\t|"
_LINES = (".jsonl", ".ndjson")
_MAX_NAMED = 12


def read_json(blob: Blob, context: Context) -> Iterator[Item]:
    """The records of JSON Lines, read one by one, or of a JSON document.

    A document is a record, a list of records, or an object that holds one list of records.
    """
    limit = context.settings.max_bytes
    first = blob.stream.readline(limit + 1)
    by_name = blob.place.suffix in _LINES and not first.lstrip().startswith(b"[")
    if by_name or (_is_record(first) and blob.peek(1)):
        yield from _json_lines(blob, context, first)
        return
    data = first + blob.whole(MAX_HELD - min(len(first), MAX_HELD), "MAX_HELD")
    found = _parsed(data)
    records = _records(found, context.settings.columns)
    if records is None:
        yield record(found, blob.place, context)
    for number, item in enumerate(records or (), 1):
        yield record(item, blob.place.item(number), context)


def read_csv(blob: Blob, context: Context) -> Iterator[Item]:
    """The rows of a table whose first line names the columns, read one by one."""
    encoding = _encoding(blob.peek(SAMPLE))
    lines = io.TextIOWrapper(blob.stream, encoding, errors="surrogateescape", newline="")
    with foreign("a table (CSV)"):
        header = lines.readline(context.settings.max_bytes)
    delimiter = _delimiter(header, context.settings.columns)
    first = next(_rows(csv.reader([header], delimiter=delimiter), context.settings.max_bytes), [])
    names = [name.strip() for name in first]
    check_columns(names, context.settings.columns)
    rows = csv.reader(lines, delimiter=delimiter)
    for number, row in enumerate(_rows(rows, context.settings.max_bytes), 1):
        place = blob.place.item(number)
        if any("\ud800" <= c <= "\udfff" for cell in row if not cell.isascii() for c in cell):
            yield left_out(place, f"is not in the encoding of the table's first rows ({encoding})")
        elif row:
            yield record(dict(zip(names, row, strict=False)), place, context)


def read_parquet(blob: Blob, context: Context) -> Iterator[Item]:
    """The rows of a Parquet file, some at a time, and of those the columns that are needed."""
    parquet = need("pyarrow.parquet", "tables", "a Parquet table")
    what = "a Parquet table"
    with foreign(what):
        table = parquet.ParquetFile(blob.seekable())
        names = table.schema_arrow.names
    wanted = check_columns(names, context.settings.columns)
    with foreign(what):
        batches = table.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted)
    number = 0
    while True:
        with foreign(what):
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else []
        if batch is None:
            return
        blob.budget.spend(batch.nbytes)
        for row in rows:
            number += 1
            yield record(row, blob.place.item(number), context)


def read_frame(frame: object, place: Place, context: Context) -> Iterator[Item]:
    """The rows of a data frame: of pandas, polars, pyarrow, or any other that narwhals knows.

    Raises:
        TypeError: It is no data frame.
    """
    what = "a data frame"
    try:
        narwhals = need("narwhals", "tables", what)
        table = narwhals.from_native(frame)
        with foreign(what):
            if isinstance(table, narwhals.LazyFrame):
                table = table.collect()
            rows = table.select(check_columns(table.columns, context.settings.columns)).iter_rows(named=True)
    except UnreadableError as error:
        yield left_out(place, str(error))
        return
    for number, row in enumerate(rows, 1):
        yield record(row, place.item(number), context)


def record(fields: object, place: Place, context: Context) -> Item:
    """The article in one record, or why there is none."""
    if not isinstance(fields, Mapping):
        return left_out(place, "is no record with named fields")
    columns = _resolved(tuple(map(str, fields)), tuple(sorted(context.settings.columns.items())))
    values = {str(name): value for name, value in fields.items()}
    text = next(filter(None, (_text(values[name]) for name in columns.get("text", ()))), None)
    if text is None:
        return left_out(place, _no_text(values) if not columns.get("text") else "has no text")
    metadata = Metadata()
    for field, names in columns.items():
        if field != "text":
            for name in names:
                metadata.put(field, _stated(values[name]))
    try:
        text = opened(text)
        if looks_like_markup(text):
            text = plain_text(text)
        check_size(text, context.settings.max_bytes)
    except UnreadableError as error:
        return left_out(place, str(error))
    return Draft(place, text, metadata)


def is_table(text: str, columns: Columns) -> bool:
    """Whether the first line of ``text`` can only be a header: it names a column of text and another known one."""
    line = text.lstrip().partition("\n")[0]
    return any(_known(_cells(line, delimiter), columns) for delimiter in _DELIMITERS)


def check_columns(names: Iterable[str], columns: Columns) -> list[str]:
    """Those of the columns ``names`` that a field of an article is read from, in their order.

    Raises:
        UnreadableError: None holds the text, or one that ``columns`` names is not there.
    """
    names = list(names)
    missing = [name for name in columns.values() if name not in names]
    if missing:
        raise UnreadableError(f'has no column "{missing[0]}", which columns names; its columns are {_listed(names)}')
    found = _resolved(tuple(names), tuple(sorted(columns.items())))
    if "text" not in found:
        raise UnreadableError(_no_text(names))
    wanted = {name for group in found.values() for name in group}
    return [name for name in names if name in wanted]


@lru_cache(maxsize=64)
def _resolved(names: tuple[str, ...], columns: tuple[tuple[ArticleField, str], ...]) -> dict[str, tuple[str, ...]]:
    """The columns of each field, the likeliest first: the one that ``columns`` gives, or else those by their names."""
    given = dict(columns)
    found: dict[str, list[str]] = {field: [name] for field, name in given.items() if name in names}
    texts = load("columns")["text"]
    for name in names:
        key = name.strip().lower()
        field = "text" if key in texts else label(key) or label(key.replace("_", " ").replace("-", " "))
        if field and field not in given and name not in given.values():
            found.setdefault(field, []).append(name)
    if "text" not in given and "text" in found:
        found["text"].sort(key=lambda name: texts.index(name.strip().lower()))
    return {field: tuple(group) for field, group in found.items()}


def _json_lines(blob: Blob, context: Context, line: bytes) -> Iterator[Item]:
    limit = context.settings.max_bytes
    number = 1
    while line:
        place = blob.place.item(number)
        if len(line) > limit:
            yield left_out(place, f"is larger than {limit:,} bytes, the most that one article may have (max_bytes)")
            while line and not line.endswith(b"\n"):
                line = blob.stream.readline(limit + 1)
        elif line.strip():
            try:
                yield record(_parsed(line), place, context)
            except UnreadableError as error:
                yield left_out(place, str(error))
        line = blob.stream.readline(limit + 1)
        number += 1


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(_parsed(line), dict)
    except UnreadableError:
        return False


def _parsed(data: bytes) -> object:
    text = transcode(data)
    with foreign("JSON"):
        return json.loads(text)


def _records(found: object, columns: Columns) -> list[object] | None:
    """The records in a JSON document; None where it is one itself."""
    if isinstance(found, list):
        return found
    if not isinstance(found, dict) or "text" in _resolved(tuple(found), tuple(sorted(columns.items()))):
        return None
    lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return lists[0] if len(lists) == 1 else None


def _encoding(sample: bytes) -> str:
    """The encoding of a CSV file, by Python's name."""
    marked = mark(sample)
    if marked:
        return "utf-8-sig" if marked == "utf-8" else marked.removesuffix("-le").removesuffix("-be")
    if b"\0" in sample:
        raise UnreadableError("is binary, not text (or UTF-16 without a byte order mark)")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return detect(sample)
    return "utf-8"


def _rows(rows: Iterator[list[str]], limit: int) -> Iterator[list[str]]:
    """``rows``, with fields as long as an article may be: the csv module's own limit holds for the whole process."""
    while True:
        usual = csv.field_size_limit(limit)
        try:
            with foreign("a table (CSV)"):
                row = next(rows, None)
        finally:
            csv.field_size_limit(usual)
        if row is None:
            return
        yield row


def _delimiter(header: str, columns: Columns) -> str:
    def plausible(delimiter: str) -> tuple[int, int]:
        cells = _cells(header, delimiter)
        return len({field for field in map(_field_of, cells) if field} | (set(columns.values()) & set(cells))), len(
            cells
        )

    return max(_DELIMITERS, key=plausible)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line.strip("\r\n")], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _known(cells: list[str], columns: Columns) -> bool:
    if len(cells) < 2 or any(len(cell) > MAX_LABEL for cell in cells):
        return False
    fields = _resolved(tuple(cells), tuple(sorted(columns.items())))
    return "text" in fields and len(fields) > 1


def _field_of(name: str) -> str | None:
    return next(iter(_resolved((name,), ())), None)


def _text(value: object) -> str | None:
    """The text that a field holds: a string, or a list of paragraphs."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) and value.strip() else None


def _stated(value: object) -> str:
    """A field's value as a string; empty where it is missing (None, NaN, NaT, NA)."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    try:
        missing = value is None or bool(value != value)  # noqa: PLR0124 - only NaN and its kin differ from themselves
    except (TypeError, ValueError):
        missing = True
    return "" if missing else flat(value)


def _no_text(names: Iterable[str]) -> str:
    return f"has no column of text that is known by its name; set columns to name it; its columns are {_listed(names)}"


def _listed(names: Iterable[str]) -> str:
    shown = [printable(name[:MAX_LABEL]) for name in names]
    return ", ".join(shown[:_MAX_NAMED]) + (", ..." if len(shown) > _MAX_NAMED else "") or "none"
