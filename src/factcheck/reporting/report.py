"""The report: everything one run read, found and knows of itself, in all its forms, each imported when asked for."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import FORMATS, SUFFIXES
from .decisions import Decision, merge
from .record import Input, KnowledgeTable, Provenance, ReportRecord

if TYPE_CHECKING:
    import networkx as nx

    from .facts import Fact
    from .frames import Table

__all__ = ["Input", "KnowledgeTable", "Provenance", "Report"]


class Report(ReportRecord):
    """The outcome of a run. Its order depends on the content alone, never on the order of the inputs."""

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
        """How the report came to a conflict, or to what is only possible: passages, links, what told so, and rules.

        Raises:
            ValueError: The report has no conflict with this id.
        """
        from .explain import explain

        return explain(self, conflict_id)

    def facts(self) -> tuple[Fact, ...]:
        """The fact sheets of all stories: each fact, quotation and title, with what every source gives of it.

        Those that several sources give stand first in each story, the weightiest at the top; then what one alone tells.
        """
        from .frames import facts

        return facts(self)

    def decided(self, decisions: Iterable[Decision]) -> Report:
        """This report with decisions merged over those it has; of two about one conflict the later one counts."""
        return self.model_copy(update={"decisions": merge(self.decisions, decisions)})

    def to_html(self) -> str:
        """The report as one HTML page that needs no network, to be opened in a browser."""
        return FORMATS["html"](self)

    def to_json(self) -> str:
        """The whole report as JSON, in the shape of ``docs/report.schema.json``."""
        return FORMATS["json"](self)

    def to_dicts(self, table: Table = "conflicts") -> list[dict[str, Any]]:
        """The rows of a table as plain mappings: "conflicts", "possible", "agreements", "facts" or "claims".

        ``reporting.frames`` tells the columns.
        """
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
        return {"text/html": self._repr_html_(), "text/plain": FORMATS["text"](self)}

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
        path = Path(path)
        name = format or SUFFIXES.get(path.suffix.lower(), "")
        if name not in FORMATS:
            asked = f"format {format!r}" if format else f"suffix {path.suffix!r}"
            raise ValueError(f"no {asked} of a report; known are {', '.join(FORMATS)} and {', '.join(SUFFIXES)}")
        # Spreadsheets take a CSV file without a byte order mark for one in the local encoding.
        encoding = "utf-8-sig" if name in ("csv", "facts") else "utf-8"
        _replace(path, FORMATS[name](self).encode(encoding))
        return path


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
