"""Decisions outlast the report they were made in, and the later one counts."""

import json
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import jsonschema
import pytest

from factcheck.reporting import FORMATS, render_json
from factcheck.reporting.decisions import Decision, Decisions, load_decisions, merge
from factcheck.reporting.index import ELSEWHERE, Index, articles_of
from factcheck.reporting.json import json_schema
from factcheck.reporting.report import Report
from golden_files import expected
from sample import sample

SCHEMA = Path(__file__).parent.parent / "docs" / "decisions.schema.json"


def on(day, conflict="c", **more):
    return Decision(conflict=conflict, decided=datetime(2024, 3, day, tzinfo=UTC), **more)


def test_the_later_decision_counts_in_any_order():
    three = [on(1, status="confirmed"), on(3, status="dismissed"), on(2, note="hm")]
    assert {merge(order) for order in permutations(three)} == {(three[1],)}
    assert {merge([a], [b], [c]) for a, b, c in permutations(three)} == {(three[1],)}


def test_without_a_time_the_later_set_counts():
    first, second = Decision(conflict="c", status="confirmed"), Decision(conflict="c", status="dismissed")
    assert merge([first], [second]) == (second,)
    assert merge([on(1)], [first]) == (on(1),)


def test_a_report_keeps_what_applies_and_tells_what_is_stale():
    known = sample().conflicts[0].id
    report = sample().decided([on(1, known, status="confirmed"), on(1, "gone", status="dismissed")])
    assert [decision.conflict for decision in report.stale] == ["gone"]
    assert {decision.conflict for decision in report.decisions} == {known, "gone"}
    assert report.decided([on(2, known, status="dismissed")]).decisions != report.decisions
    assert report.decided([]) == report


def test_json_holds_decisions_where_there_are_some():
    assert "decisions" not in json.loads(render_json(sample()))
    report = sample().decided([on(1, sample().conflicts[0].id, status="confirmed", note="ö")])
    text = render_json(report)
    jsonschema.validate(json.loads(text), json_schema(), cls=jsonschema.Draft202012Validator)
    assert Report.model_validate_json(text) == report


RANKED = Index(sample()).ranked[0]
NOW = tuple(sorted(articles_of(RANKED)))
PUBLISHED = {"status": "confirmed", "rating": "Misquoted", "url": "https://checks.example/ferry"}
MARKED = set(FORMATS) - {"json", "facts"}
"""The forms that tell decisions. JSON holds the articles of the decision and those of the sides."""


@pytest.mark.parametrize("name", sorted(MARKED))
@pytest.mark.parametrize(
    ("then", "marked"),
    [((), False), (NOW, False), (NOW[::-1], False), (NOW[:-1], True), ((*NOW, "gone"), True), (("gone",), True)],
)
def test_a_decision_on_other_articles_is_marked(name, then, marked):
    def told(articles):
        made = Decision(conflict=RANKED.id, articles=articles, **PUBLISHED)
        return FORMATS[name](sample().decided([made])).count(ELSEWHERE)

    assert (told(then) > told(NOW)) == marked


def test_the_mark_stands_between_who_decided_and_the_note():
    made = Decision(conflict=RANKED.id, articles=NOW[:1], status="confirmed", reviewer="MQ", note="By ear.")
    told = Index(sample().decided([made])).decision_of(RANKED)
    assert told == "confirmed by MQ (decided on other articles): By ear."


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_decisions(name):
    assert FORMATS[name](sample().decided([on(1, "gone", status="dismissed", summary="Once found.")]))


def test_the_file_is_described_by_its_schema(tmp_path):
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Decisions.model_json_schema()}
    found = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    assert found == expected(SCHEMA, found)
    file = {"format": "factcheck-decisions", "version": 1, "decisions": [{"conflict": "c", "status": "needs work"}]}
    jsonschema.validate(file, schema, cls=jsonschema.Draft202012Validator)
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert load_decisions(path) == (Decision(conflict="c", status="needs work"),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"format": "other", "version": 1, "decisions": []}',
        b'{"format": "factcheck-decisions", "version": 2, "decisions": []}',
        b'{"format": "factcheck-decisions", "version": 1, "decisions": [{"conflict": "c", "status": "maybe"}]}',
        b'{"format": "factcheck-decisions", "version": 1, "decisions": [{"status": "confirmed"}]}',
        b'{"format": "factcheck-decisions", "version": 1, "decisions": '
        b'[{"conflict": "c", "decided": "2024-03-01T10:00"}]}',
    ],
)
def test_other_files_are_refused(tmp_path, content):
    path = tmp_path / "decisions.json"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="Decisions"):
        load_decisions(path)
