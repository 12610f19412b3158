"""The report: everything one run read, found and knows of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from ..models import Agreement, Article, Claim, Conflict, Group, LeftOut, Record
from ..settings import Settings

if TYPE_CHECKING:
    import networkx as nx

SCHEMA_VERSION = 1
"""Version of the JSON form of a report. It grows when a field is removed or changes its meaning."""


class Input(Record):
    """One article that went in."""

    origin: str
    article_id: str
    sha256: str


class Provenance(Record):
    """What a report rests on."""

    version: str = Field(description="Version of the library.")
    settings: Settings
    inputs: tuple[Input, ...]
    left_out: tuple[LeftOut, ...] = Field(
        description="Inputs that could not be read and articles that gave no claim, with the reason."
    )


class Report(Record):
    """The outcome of a run. Its order depends on the content alone, never on the order of the inputs."""

    schema_version: int = SCHEMA_VERSION
    provenance: Provenance
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]

    @property
    def graph(self) -> nx.Graph[str]:
        """The claims as nodes and the links between them as edges with their scores."""
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from((claim.id, {"article": claim.article_id, "form": claim.form}) for claim in self.claims)
        graph.add_edges_from(
            (link.a, link.b, {"score": link.score, "topic": group.topic})
            for group in self.groups
            for link in group.links
        )
        return graph
