"""Tables of a report, a row a conflict, an agreement or a claim, for data frames. Columns and types never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from ..models import Article, Conflict
from .facts import Fact, Given, facts_of
from .index import Index
from .record import ReportRecord

Table = Literal["conflicts", "possible", "agreements", "facts", "claims"]
ColumnType = Literal["text", "texts", "integer", "number", "day", "flag"]
Articles = Mapping[str, Article]


class Column(NamedTuple):
    """A column: its name, type and meaning, and how its value is taken from a row."""

    name: str
    type: ColumnType
    meaning: str
    value: Callable[[Any, Articles], Any]


def _sources(conflict: Conflict, articles: Articles) -> list[str]:
    return ["; ".join(sorted({articles[a].source for a in side.articles})) for side in conflict.sides]


def _of(thing: Any, *names: str) -> Any:
    """A field of a field, or None where one of them is None."""
    for name in names:
        thing = None if thing is None else getattr(thing, name)
    return thing


CONFLICTS: tuple[Column, ...] = (
    Column("id", "text", "Fingerprint, the same in every run.", lambda c, _: c.id),
    Column("kind", "text", "What the sources differ in.", lambda c, _: c.kind),
    Column("nature", "text", "What sort of difference it is.", lambda c, _: c.nature),
    Column("severity", "text", "high, medium or low.", lambda c, _: c.severity),
    Column("confidence", "number", "From 0 to 1.", lambda c, _: c.confidence),
    Column("subject", "text", "The speaker, person or event.", lambda c, _: c.subject),
    Column("summary", "text", "One plain sentence.", lambda c, _: c.summary),
    Column("explanation", "text", "Why, and what is known.", lambda c, _: c.explanation),
    Column("values", "texts", "The reading of each side.", lambda c, _: [side.value for side in c.sides]),
    Column("sources", "texts", "The outlets of each side, separated by semicolons.", _sources),
    Column(
        "witnesses", "integer", "Independent articles on all sides.", lambda c, _: sum(s.witnesses for s in c.sides)
    ),
)
"""The columns of the table of conflicts, and of that of possible ones."""

AGREEMENTS: tuple[Column, ...] = (
    Column("id", "text", "Fingerprint, the same in every run.", lambda a, _: a.id),
    Column("kind", "text", "What the sources agree in.", lambda a, _: a.kind),
    Column("nature", "text", "Why it counts as the same.", lambda a, _: a.nature),
    Column("subject", "text", "The speaker, person or event.", lambda a, _: a.subject),
    Column("summary", "text", "One plain sentence.", lambda a, _: a.summary),
    Column("value", "text", "What they say.", lambda a, _: a.side.value),
    Column(
        "sources",
        "texts",
        "The outlets.",
        lambda a, articles: sorted({articles[one].source for one in a.side.articles}),
    ),
    Column("witnesses", "integer", "Independent articles.", lambda a, _: a.side.witnesses),
)
"""The columns of the table of agreements."""

FACTS: tuple[Column, ...] = (
    Column("story", "text", "Id of the story; rest for what belongs to none.", lambda r, _: r[0].story),
    Column("fact", "text", "Id of the fact, the same in all its rows.", lambda r, _: r[0].id),
    Column("block", "text", "said, people or facts.", lambda r, _: r[0].block),
    Column("kind", "text", "What it is: a quotation, a title, a quantity ...", lambda r, _: r[0].kind),
    Column("what", "text", "The speaker, the person, or the words around the value.", lambda r, _: r[0].what),
    Column("state", "text", "disagree, possible, agree, shared or alone.", lambda r, _: r[0].state),
    Column("witnesses", "integer", "Independent sources that give the fact.", lambda r, _: r[0].witnesses),
    Column("source", "text", "Outlet.", lambda r, _: r[1].source),
    Column("article_id", "text", "Id of the article.", lambda r, _: r[1].article_id),
    Column("reading", "text", "Letter of the reading, where readings differ.", lambda r, _: r[1].reading),
    Column("value", "text", "The reading in plain words.", lambda r, _: r[1].value),
    Column("text", "text", "What the source gives, exactly as it stands.", lambda r, _: r[1].text),
    Column("start", "integer", "First code point of the text.", lambda r, _: r[1].span.start),
    Column("end", "integer", "One past its last code point.", lambda r, _: r[1].span.end),
    Column("title", "text", "Titles of the speaker.", lambda r, _: r[0].title),
    Column("said_from", "day", "First day it can have been said, where told.", lambda r, _: _of(r[0].said, "start")),
    Column("said_to", "day", "Last day it can have been said, where told.", lambda r, _: _of(r[0].said, "end")),
    Column("venue", "text", "Where or in what medium it was said.", lambda r, _: r[0].venue),
    Column("found", "texts", "Ids of its conflicts and agreements.", lambda r, _: list(r[0].found)),
)
"""The columns of the table of facts: a row for what each source gives of a fact."""

CLAIMS: tuple[Column, ...] = (
    Column("id", "text", "Id of the claim.", lambda c, _: c.id),
    Column("article_id", "text", "Id of the article.", lambda c, _: c.article_id),
    Column("source", "text", "Outlet.", lambda c, articles: articles[c.article_id].source),
    Column("form", "text", "direct, mixed, indirect or narration.", lambda c, _: c.form),
    Column("text", "text", "What was said, exactly as it stands.", lambda c, _: c.content.text),
    Column("start", "integer", "First code point of the text.", lambda c, _: c.content.span.start),
    Column("end", "integer", "One past its last code point.", lambda c, _: c.content.span.end),
    Column("speaker", "text", "Fullest name of who said it.", lambda c, _: _of(c.speaker, "name")),
    Column("resolved_by", "text", "name, pronoun or description.", lambda c, _: _of(c.speaker, "resolved_by")),
    Column("subject", "text", "Whom a narration is about.", lambda c, _: _of(c.subject, "name")),
    Column("title", "text", "Title of the speaker or subject.", lambda c, _: _of(c.title, "text")),
    Column("office", "text", "Id of the office, where known.", lambda c, _: _of(c.title, "office")),
    Column("cue", "text", "The reporting word.", lambda c, _: _of(c.cue, "text")),
    Column("said_from", "day", "First day it can have been said.", lambda c, _: _of(c.said, "start")),
    Column("said_to", "day", "Last day it can have been said.", lambda c, _: _of(c.said, "end")),
    Column("said_basis", "text", "stated, relative, published or undated.", lambda c, _: _of(c.said, "basis")),
    Column("venue", "text", "Where or in what medium.", lambda c, _: _of(c.venue, "text")),
    Column("negated", "flag", "The saying itself is denied.", lambda c, _: c.negated),
)
"""The columns of the table of claims."""

TABLES: Mapping[Table, tuple[Column, ...]] = {
    "conflicts": CONFLICTS,
    "possible": CONFLICTS,
    "agreements": AGREEMENTS,
    "facts": FACTS,
    "claims": CLAIMS,
}
"""The tables of a report by name."""


def to_dicts(report: ReportRecord, table: Table = "conflicts") -> list[dict[str, Any]]:
    """The rows of a table, each a mapping from column to value; days are ``datetime.date``, a missing value is None.

    Raises:
        ValueError: There is no table of this name.
    """
    columns = _columns(table)
    articles = {article.id: article for article in report.articles}
    rows: Sequence[Any] = _fact_rows(report) if table == "facts" else getattr(report, table)
    return [{column.name: column.value(row, articles) for column in columns} for row in rows]


def facts(report: ReportRecord) -> tuple[Fact, ...]:
    """The facts of all stories, story by story: those of several sources first, then what one alone tells."""
    index = Index(report)
    return tuple(fact for chapter in index.chapters for fact in facts_of(index, chapter))


def _fact_rows(report: ReportRecord) -> list[tuple[Fact, Given]]:
    return [(fact, given) for fact in facts(report) for given in fact.given]


def to_pandas(report: ReportRecord, table: Table = "conflicts") -> Any:
    """The table as a ``pandas.DataFrame``: nullable types, lists for several texts. Needs the extra ``pandas``."""
    pandas = _require("pandas", "pandas")
    types = {
        "text": "string",
        "texts": "object",
        "integer": "Int64",
        "number": "Float64",
        "day": "datetime64[s]",
        "flag": "boolean",
    }
    rows = to_dicts(report, table)
    return pandas.DataFrame(
        {c.name: pandas.Series([row[c.name] for row in rows], dtype=types[c.type]) for c in _columns(table)}
    )


def to_polars(report: ReportRecord, table: Table = "conflicts") -> Any:
    """The table as a ``polars.DataFrame``. Needs the extra ``polars``."""
    polars = _require("polars", "polars")
    types = {
        "text": polars.String,
        "texts": polars.List(polars.String),
        "integer": polars.Int64,
        "number": polars.Float64,
        "day": polars.Date,
        "flag": polars.Boolean,
    }
    return polars.DataFrame(to_dicts(report, table), schema={c.name: types[c.type] for c in _columns(table)})


def to_arrow(report: ReportRecord, table: Table = "conflicts") -> Any:
    """The table as a ``pyarrow.Table``. Needs the extra ``arrow``."""
    pyarrow = _require("pyarrow", "arrow")
    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "day": pyarrow.date32(),
        "flag": pyarrow.bool_(),
    }
    schema = pyarrow.schema([(c.name, types[c.type]) for c in _columns(table)])
    return pyarrow.Table.from_pylist(to_dicts(report, table), schema=schema)


def _columns(table: str) -> tuple[Column, ...]:
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    return TABLES[table]  # type: ignore[index]


def _require(module: str, extra: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise ImportError(f"this needs {module}: pip install 'factcheck-news[{extra}]'") from None
