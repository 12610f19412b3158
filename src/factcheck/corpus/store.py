"""The file of a corpus: an embedded DuckDB database, its layout, its versions, and what can be wrong with it.

What people gave, articles and decisions, is carried from version to version of the layout. What was worked out of it
may be dropped on the way, since the next ``add`` works it out anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STEPS = (
    """
    CREATE TABLE corpus (version INTEGER, basis VARCHAR);
    INSERT INTO corpus VALUES (1, '');
    CREATE TABLE articles (identity VARCHAR, digest VARCHAR, states_outlet BOOLEAN, record VARCHAR);
    CREATE TABLE left_out (place VARCHAR, record VARCHAR);
    CREATE TABLE extractions (digest VARCHAR, claims VARCHAR);
    CREATE TABLE decisions (conflict VARCHAR, record VARCHAR);
    """,
    """
    ALTER TABLE articles ADD COLUMN added TIMESTAMP;
    ALTER TABLE corpus ADD COLUMN aligned BOOLEAN;
    UPDATE corpus SET basis = '', aligned = false;
    DROP TABLE extractions;
    CREATE TABLE extractions (article INTEGER, digest VARCHAR, line VARCHAR);
    CREATE TABLE claims (number INTEGER, article INTEGER, id VARCHAR, form VARCHAR, record VARCHAR);
    CREATE TABLE statement_pieces (claim INTEGER, day INTEGER, part INTEGER, codes VARCHAR);
    CREATE TABLE pairs (a INTEGER, b INTEGER, score DOUBLE);
    """,
)
"""What leads from each version of the layout to the next one, the first from an empty file. No table has a key of its
own: DuckDB checks one against rows that the same transaction deletes."""

VERSION = len(STEPS)
"""Version of the layout that this library writes."""

MAGIC, MAGIC_AT = b"DUCK", 8
"""What a DuckDB database holds near its beginning, and where."""

CONFIG = {"autoinstall_known_extensions": False, "autoload_known_extensions": False, "enable_external_access": False}
"""A corpus is data: opening one that a stranger wrote must reach no other file and no network."""

Row = Sequence[Any]

_HOLDER = re.compile(r"PID (\d+)")
_open: set[Path] = set()
_guard = Lock()


class CorpusError(Exception):
    """A corpus that can't be used; the message is one line that names the file and the reason."""


def is_database(path: Path) -> bool:
    """Whether a file holds a DuckDB database, as a corpus is one."""
    try:
        with path.open("rb") as file:
            return file.read(MAGIC_AT + len(MAGIC))[MAGIC_AT:] == MAGIC
    except OSError:
        return False


@contextmanager
def reading(path: Path) -> Iterator[DuckDBPyConnection]:
    """The corpus, to be read. Any number of processes may read it at once, and none while another writes.

    Raises:
        CorpusError: There is none, it is another's at the moment, or it is none that this version knows.
    """
    if not path.exists():
        raise CorpusError(f"{path}: no such corpus; factcheck add makes one")
    with _translated(path):
        with _connected(path, read_only=True) as connection:
            version = _version(connection, path)
            if version == 0:
                raise CorpusError(f"{path}: is an empty database, and no corpus yet; factcheck add makes one of it")
            if version == VERSION:
                yield connection
        if version < VERSION:
            with writing(path) as connection:
                yield connection


@contextmanager
def writing(path: Path) -> Iterator[DuckDBPyConnection]:
    """The corpus, to be written by this thread alone; made where there is none, and brought to the latest version.

    Raises:
        CorpusError: It is another's at the moment, or the file is no corpus that this version knows.
    """
    with _translated(path), _alone(path), _connected(path, read_only=False) as connection:
        version = _version(connection, path)
        if version < VERSION:
            with transaction(connection):
                for step in STEPS[version:]:
                    connection.execute(step)
                connection.execute("UPDATE corpus SET version = ?", [VERSION])
        yield connection


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All of what is done inside, or nothing of it, whatever happens to the process."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def insert(connection: DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Add rows to a table of the layout."""
    if rows:
        kinds = connection.table(table).types
        unnested = ", ".join(f"unnest(${n}::{kind}[])" for n, kind in enumerate(kinds, 1))
        connection.execute(
            f"INSERT INTO {table} SELECT {unnested}",
            [list(column) for column in zip(*rows, strict=True)],
        )


@contextmanager
def _connected(path: Path, *, read_only: bool) -> Iterator[DuckDBPyConnection]:
    import duckdb

    # The whole path, for words such as ":memory:" mean something else to the database.
    with duckdb.connect(str(path.absolute()), read_only=read_only, config={**CONFIG, "threads": 2}) as connection:
        yield connection


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other threads out; other processes are kept out by the database's own lock."""
    place = path.absolute()
    with _guard:
        if place in _open:
            raise CorpusError(f"{path}: is being written by this process; wait until that is done")
        _open.add(place)
    try:
        yield
    finally:
        with _guard:
            _open.discard(place)


def _version(connection: DuckDBPyConnection, path: Path) -> int:
    """The version of a file's layout, one that can be brought to the latest; 0 where it holds nothing at all."""
    tables = connection.execute("SELECT table_name, table_type FROM information_schema.tables").fetchall()
    if not tables:
        return 0
    if ("corpus", "BASE TABLE") not in tables:
        raise CorpusError(f"{path}: is a DuckDB database, but no corpus of factcheck")
    found = connection.execute("SELECT version FROM corpus").fetchone()
    version = found[0] if found else None
    if not isinstance(version, int) or version < 1:
        raise CorpusError(f"{path}: is no corpus of factcheck (it states no version)")
    if version > VERSION:
        raise CorpusError(
            f"{path}: was made by a newer factcheck (layout {version}; this one knows up to {VERSION}); please upgrade"
        )
    return version


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn what the database says into one line about the file."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        said = " ".join(str(error).split())
        holder = _HOLDER.search(said)
        if "Could not set lock" in said or "different configuration" in said:
            who = f" by process {holder[1]}" if holder else ""
            reason = f"is in use{who}; try again when that is done (many may read a corpus, but one alone may write)"
        elif "not a valid DuckDB database" in said:
            reason = "is no corpus: the file is no DuckDB database"
        elif "Permission denied" in said:
            reason = "there is no permission to use it"
        elif "No such file" in said:
            reason = f"can't be written: no such folder as {path.parent}"
        else:
            reason = f"can't be used: {said}"
        raise CorpusError(f"{path}: {reason}") from None
