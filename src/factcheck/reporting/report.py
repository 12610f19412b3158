"""The report: everything one run read, found and knows of itself."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field

from ..knowledge import hashes
from ..models import Agreement, Article, Claim, Conflict, Group, LeftOut, Record
from ..settings import Settings
from .decisions import Decision, merge

if TYPE_CHECKING:
    import networkx as nx

    from .frames import Table

SCHEMA_VERSION = 1
"""Version of the JSON form of a report. It grows when a field is removed or changes its meaning."""


class Input(Record):
    """One article that went in."""

    origin: str = Field(description="The path or address it was read from.")
    article_id: str = Field(description="Id of the article.")
    sha256: str = Field(description="Hash of its text.")


class KnowledgeTable(Record):
    """One table of words or facts that a report rests on."""

    name: str = Field(description="Name of a table of the library, or path of one that the settings name.")
    sha256: str = Field(description="Hash of the table.")


class Provenance(Record):
    """What a report rests on."""

    version: str = Field(description="Version of the library.")
    settings: Settings = Field(description="Settings of the run.")
    tables: tuple[KnowledgeTable, ...] = Field(
        default=(), description="The tables of words and facts: those of the library, then those of the settings."
    )
    inputs: tuple[Input, ...] = Field(description="The articles that went in.")
    left_out: tuple[LeftOut, ...] = Field(
        description="Inputs that could not be read and articles that gave no claim, with the reason."
    )


class Report(Record):
    """The outcome of a run. Its order depends on the content alone, never on the order of the inputs."""

    schema_version: int = Field(default=SCHEMA_VERSION, description="Version of the JSON form.")
    provenance: Provenance = Field(description="What the report rests on.")
    articles: tuple[Article, ...] = Field(description="The articles that were read.")
    claims: tuple[Claim, ...] = Field(description="Their claims.")
    groups: tuple[Group, ...] = Field(description="Claims that speak of the same thing.")
    conflicts: tuple[Conflict, ...] = Field(description="Where sources disagree, the gravest first.")
    agreements: tuple[Agreement, ...] = Field(description="Where independent sources say the same.")
    decisions: tuple[Decision, ...] = Field(
        default=(), description="What people decided, by fingerprint. Left out of the JSON where nobody did."
    )

    @property
    def graph(self) -> nx.Graph[str]:
        """The claims as nodes and the links between them as edges with their scores.

        All attributes are plain strings and numbers, so that ``networkx.write_graphml(report.graph, path)`` works.
        """
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from((claim.id, {"article": claim.article_id, "form": claim.form}) for claim in self.claims)
        graph.add_edges_from(
            (link.a, link.b, {"score": link.score, "topic": group.topic})
            for group in self.groups
            for link in group.links
        )
        return graph

    def explain(self, conflict_id: str) -> str:
        """How the report came to a conflict, in plain words: passages, scores of the links, and rules.

        Raises:
            ValueError: The report has no conflict with this id.
        """
        from .explain import explain

        return explain(self, conflict_id)

    def decided(self, decisions: Iterable[Decision]) -> Report:
        """This report with decisions merged over those it has; of two about one conflict the later one counts."""
        return self.model_copy(update={"decisions": merge(self.decisions, decisions)})

    @property
    def stale(self) -> tuple[Decision, ...]:
        """Decisions about conflicts that this report doesn't have any more. They are kept, and shown apart."""
        found = {conflict.id for conflict in self.conflicts}
        return tuple(decision for decision in self.decisions if decision.conflict not in found)

    def to_html(self) -> str:
        """The report as one HTML page that needs no network, to be opened in a browser."""
        from .html import render_html

        return render_html(self)

    def to_json(self) -> str:
        """The whole report as JSON, in the shape of ``docs/report.schema.json``."""
        from .json import render_json

        return render_json(self)

    def to_dicts(self, table: Table = "conflicts") -> list[dict[str, Any]]:
        """The rows of the table "conflicts" or "claims", as plain mappings; ``reporting.frames`` tells the columns."""
        from .frames import to_dicts

        return to_dicts(self, table)

    def to_pandas(self, table: Table = "conflicts") -> Any:
        """The table as a ``pandas.DataFrame``. Needs the extra ``pandas``."""
        from .frames import to_pandas

        return to_pandas(self, table)

    def to_polars(self, table: Table = "conflicts") -> Any:
        """The table as a ``polars.DataFrame``. Needs the extra ``polars``."""
        from .frames import to_polars

        return to_polars(self, table)

    def to_arrow(self, table: Table = "conflicts") -> Any:
        """The table as a ``pyarrow.Table``. Needs the extra ``arrow``."""
        from .frames import to_arrow

        return to_arrow(self, table)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """What a notebook shows: HTML where it can, else plain text."""
        from .notebook import render_notebook
        from .text import render_text

        return {"text/html": render_notebook(self), "text/plain": render_text(self)}

    def _repr_html_(self) -> str:
        from .notebook import render_notebook

        return render_notebook(self)

    def __repr__(self) -> str:
        from .index import Index

        return f"<Report: {Index(self).headline}>"

    __str__ = __repr__

    def save(self, path: str | Path, format: str | None = None) -> Path:  # noqa: A002
        """Write the report to a file, whole or not at all, and return its path.

        Args:
            path: Where to write. A file that is there already is replaced; a link is followed.
            format: A name from ``factcheck.reporting.FORMATS``. Without it the suffix of the path tells.

        Raises:
            ValueError: The format is not known, or the suffix tells of none.
            OSError: The file can't be written.
        """
        from . import FORMATS, SUFFIXES

        path = Path(path)
        name = format or SUFFIXES.get(path.suffix.lower(), "")
        if name not in FORMATS:
            asked = f"format {format!r}" if format else f"suffix {path.suffix!r}"
            raise ValueError(f"no {asked} of a report; known are {', '.join(FORMATS)} and {', '.join(SUFFIXES)}")
        # Spreadsheets take a CSV file without a byte order mark for one in the local encoding.
        encoding = "utf-8-sig" if name == "csv" else "utf-8"
        _replace(path, FORMATS[name](self).encode(encoding))
        return path


def knowledge_tables(settings: Settings) -> tuple[KnowledgeTable, ...]:
    """The tables that a run with these settings rests on.

    Raises:
        OSError: A table that the settings name can't be read.
    """
    own = [(path.as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in settings.offices]
    return tuple(KnowledgeTable(name=name, sha256=digest) for name, digest in (*hashes().items(), *own))


def _replace(path: Path, content: bytes) -> None:
    """Writes a file beside the target and puts it in its place, so that no reader ever finds half of it.

    What is no regular file, such as a device or a pipe, can't be replaced and is written to.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = path.resolve()
    beside = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
