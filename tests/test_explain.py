"""How a report explains a conflict, and its graph as GraphML."""

import io
from pathlib import Path

import networkx as nx
import pytest

import factcheck
from factcheck.reporting.explain import FIELDS
from sample import sample

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def report():
    return factcheck.check(SEEDS)


def test_every_conflict_is_explained_with_passages_links_and_rules(report):
    articles = {article.id: article for article in report.articles}
    for conflict in report.conflicts:
        told = report.explain(conflict.id)
        assert conflict.summary in told
        assert conflict.explanation in told
        assert f"Severity {conflict.severity}" in told
        assert "% sure" in told
        for side in conflict.sides:
            for evidence in side.evidence:
                text = articles[evidence.article_id].text
                assert " ".join(text[evidence.span.start : evidence.span.end].split())[:40] in told


def test_the_scores_of_an_utterance_are_named(report):
    utterances = {g.id for g in report.groups if g.topic == "utterance"}
    conflict = next(c for c in report.conflicts if c.group_id in utterances)
    assert FIELDS["words"] in report.explain(conflict.id)


def test_what_is_only_possible_is_explained_too():
    (maybe,) = sample().possible
    told = sample().explain(maybe.id)
    assert "one fact" in told
    assert "of differences like this one about 1 in 5 is right" in told


def test_an_unknown_conflict_is_named(report):
    with pytest.raises(ValueError, match="'beefbeefbeef'"):
        report.explain("beefbeefbeef")


def test_the_graph_can_be_written_as_graphml(report):
    buffer = io.BytesIO()
    nx.write_graphml(report.graph, buffer)
    again = nx.read_graphml(io.BytesIO(buffer.getvalue()))
    assert set(again) == set(report.graph)
    assert all(again.edges[a, b]["score"] == data["score"] for a, b, data in report.graph.edges(data=True))
