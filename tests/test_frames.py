"""Data frames of a report: the same columns and types whatever is in it."""

from pathlib import Path

import pytest

import factcheck
from factcheck.reporting import frames

ROOT = Path(__file__).parent.parent
TABLES = ("conflicts", "possible", "agreements", "claims")


@pytest.fixture(scope="module")
def report():
    return factcheck.check(ROOT / "seeds")


@pytest.fixture(scope="module")
def empty(report):
    return report.model_copy(update=dict.fromkeys((*TABLES, "groups"), ()))


@pytest.mark.parametrize("table", TABLES)
def test_a_row_a_record(report, table):
    rows = report.to_dicts(table)
    assert [row["id"] for row in rows] == [record.id for record in getattr(report, table)]
    assert all(list(row) == [column.name for column in frames.TABLES[table]] for row in rows)


@pytest.mark.parametrize("table", [*TABLES, "facts"])
@pytest.mark.parametrize("form", ["pandas", "polars", "arrow"])
def test_types_do_not_hang_on_the_content(report, empty, table, form):
    pytest.importorskip({"arrow": "pyarrow"}.get(form, form))
    full, none = (getattr(each, f"to_{form}")(table) for each in (report, empty))
    assert len(full) == len(report.to_dicts(table))
    assert len(none) == 0
    types = {"pandas": lambda f: list(f.dtypes), "polars": lambda f: f.schema, "arrow": lambda f: f.schema}[form]
    assert types(full) == types(none)


def test_polars_and_arrow_hold_the_same_values(report):
    pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    for table in TABLES:
        assert report.to_polars(table).to_dicts() == report.to_arrow(table).to_pylist() == report.to_dicts(table)


def test_a_fact_has_a_row_for_each_source(report):
    rows = report.to_dicts("facts")
    assert [row["fact"] for row in rows] == [fact.id for fact in report.facts() for _ in fact.given]
    texts = {article.id: article.text for article in report.articles}
    for row in rows:
        assert row["text"] == " ".join(texts[row["article_id"]][row["start"] : row["end"]].split())


def test_an_unknown_table_is_named(report):
    with pytest.raises(ValueError, match="conflicts, possible, agreements, facts, claims"):
        report.to_dicts("articles")


def test_a_missing_library_is_named_with_its_extra(report, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(ImportError, match=r"factcheck-news\[polars\]"):
        report.to_polars()


def test_every_column_is_documented():
    text = (ROOT / "docs" / "frames.md").read_text(encoding="utf-8")
    for columns in frames.TABLES.values():
        for column in columns:
            assert f"| `{column.name}` | {column.type} | {column.meaning} |" in text
