"""Every public function holds for arbitrary records and arbitrary Unicode, or is named here with why it needn't."""

import csv
import importlib
import inspect
import io
import json
import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Article, Claim, Conflict, Corpus, Passage, Report, Settings, align, check, compare, extract, read
from factcheck.corpus import is_database
from factcheck.engines import Serial, engine_of, extract_one, name_of, packed, unpacked
from factcheck.record import Record
from factcheck.reporting import FORMATS, SUFFIXES
from factcheck.reporting.decisions import Decision, Decisions, load_decisions, merge
from hostile import report as report_of
from records import SPANS, TEXTS, records, stories
from targets import FORMULA, STEERING

MODULES = ("factcheck", "factcheck.corpus", "factcheck.engines", "factcheck.reporting", "factcheck.watching")
MODULES += ("factcheck.reporting.decisions", "factcheck.engines.processes", "factcheck.engines.spark")
"""The modules that pages of the documentation name."""

SPARED = {
    "Engine.extract": "says what engines do",
    "Engine.group": "says what engines do",
    "Engine.score": "says what engines do",
    "Processes.extract": "starts processes; compared with Serial on whole reports in test_engines_processes",
    "Processes.group": "starts processes; compared with Serial on whole reports in test_engines_processes",
    "Processes.score": "starts processes; compared with Serial on whole reports in test_engines_processes",
    "Spark.extract": "starts a cluster; compared with Serial on whole reports in test_engines_spark",
    "Spark.group": "is Serial.group",
    "Spark.score": "starts a cluster; compared with Serial on whole reports in test_engines_spark",
    "save": "starts a cluster; compared with Report.save in test_engines_spark",
    "workers": "starts processes; test_engines_processes looks at how they end",
    "watch": "asks the web; what feeds may hold is read by read, and test_watching lets servers misbehave",
}
"""Public functions without a property here, and why."""

few = settings(max_examples=12, suppress_health_check=list(HealthCheck))
ROWS = {}
"""The properties by the name of the function that each is about."""


def about(*names):
    """Marks a function as the property of these names."""

    def mark(prove):
        ROWS.update(dict.fromkeys(names, prove))
        return prove

    return mark


# Reading replaces lone surrogates, so that no later step meets them but where a user calls it alone.
SURROGATES = st.lists(st.sampled_from(["\ud800", "\udfff", "“", "”", " Ann Lee said. ", "\n"]), max_size=8).map("".join)
ANY = TEXTS | SURROGATES
ARTICLES = st.lists(st.builds(Article, text=ANY, source=TEXTS), max_size=3)
REPORTS = st.builds(report_of, TEXTS.map("{}x".format), st.tuples(TEXTS, TEXTS))
DECISIONS = st.lists(records(Decision), max_size=4)


def whole(claim, article):
    """Whether every passage of a claim is what its article holds there."""
    parts = [claim.content, claim.cue, claim.venue, claim.title, claim.said, *claim.quantities, *claim.dates]
    parts += [who.mention for who in (claim.speaker, claim.subject) if who]
    return all(article.text[p.span.start : p.span.end] == p.text for p in parts if p and p.span)


@about("extract")
def spans_hold_their_text(data):
    article = data.draw(st.builds(Article, text=ANY))
    assert all(whole(claim, article) for claim in extract(article))


@about("extract_one", "packed", "unpacked", "Serial.extract")
def what_is_packed_is_unpacked(data):
    articles = data.draw(st.lists(st.builds(Article, text=TEXTS, source=TEXTS), max_size=3))
    found = [extract_one(article, Settings()) for article in articles]
    assert list(Serial().extract(articles, Settings())) == found == [unpacked(packed(each)) for each in found]


@about("read")
def nothing_is_lost_in_reading(data):
    inputs = data.draw(st.lists(ANY.map("\n".__add__) | st.builds(Article, text=ANY) | records(Article), max_size=3))
    reading = read(*inputs)
    assert bool(inputs) == bool(reading.articles or reading.left_out)
    assert read(*reversed(inputs)) == reading


@about("check", "Serial.score", "Serial.group")
def order_changes_no_report(data):
    articles = data.draw(ARTICLES)
    report = check(*articles)
    assert check(*reversed(articles), engine=Serial()).to_json() == report.to_json()
    assert all(whole(c, {a.id: a for a in report.articles}[c.article_id]) for c in report.claims)


@about("align")
def every_claim_stays_what_it_is(data):
    articles, claims, _ = data.draw(stories())
    groups = align(claims, articles)
    assert {own for group in groups for own in group.claims} <= {claim.id for claim in claims}
    assert align(claims[::-1], articles[::-1]) == groups


@about("compare")
def evidence_stands_in_its_article(data):
    articles, claims, groups = data.draw(stories())
    found = compare(groups, claims, articles)
    assert compare(groups[::-1], claims[::-1], articles[::-1]) == found
    lengths = {article.id: len(article.text) for article in articles}
    told = (*found.conflicts, *found.possible)
    assert len({conflict.id for conflict in told}) == len(told)
    sides = [s for conflict in told for s in conflict.sides] + [a.side for a in found.agreements]
    assert all(e.span.end <= lengths[e.article_id] for side in sides for e in side.evidence)


@about("Article.prose", "Article.running", "Article.outlet", "name_of")
def prose_moves_nothing(data):
    article = data.draw(records(Article))
    inside = tuple(span for span in article.boilerplate if span.end <= len(article.text))
    article = article.model_copy(update={"boilerplate": inside})
    assert len(article.prose) == len(article.text)
    assert all(now in (before, "\n") for now, before in zip(article.prose, article.text, strict=True))
    assert len(article.running) == len(article.text)
    assert article.running.split() == article.prose.split()
    assert article.outlet
    assert name_of(article)


@about("Passage.cut", "Title.cut", "Quantity.cut")
def what_is_cut_stands_there(data):
    text, span = data.draw(ANY), data.draw(SPANS)
    assert Passage.cut(text, span.start, span.end).text == text[span.start : span.end]


@about("Claim.key", "Conflict.fingerprint")
def ids_hang_on_what_they_name(data):
    one, other = data.draw(st.tuples(SPANS, SPANS))
    keys = {Claim.key("a", "direct", span.start, span.end) for span in (one, other)}
    assert len(keys) == len({one, other})
    kind, subject, *values = data.draw(st.lists(TEXTS, min_size=2, max_size=4))
    assert Conflict.fingerprint(kind, subject, (*values,)) == Conflict.fingerprint(kind, subject, (*values[::-1],))


@about("Report.graph", "Report.explain", "Report.stale", "Report.decided", "merge")
def a_report_answers(data):
    report, made = data.draw(REPORTS), data.draw(DECISIONS)
    assert list(nx.generate_gml(report.graph))
    assert report.explain(report.conflicts[0].id)
    decided = report.decided(made)
    assert decided.decisions == merge(made) == merge(merge(made), made)
    assert set(decided.stale) == {d for d in decided.decisions if d.conflict != report.conflicts[0].id}
    assert repr(decided).isprintable()


@about("Report.to_json", "render_json", "render_sarif", "render_annotations", "render_claimreview")
def json_is_json(data):
    report = data.draw(REPORTS).decided(data.draw(DECISIONS))
    assert Report.model_validate_json(report.to_json()) == report
    for form in ("sarif", "annotations", "claimreview"):
        json.loads(FORMATS[form](report))


@about("render_csv", "render_facts", "Report.facts")
def no_cell_is_a_formula(data):
    report = data.draw(REPORTS)
    for form in ("csv", "facts"):
        text = FORMATS[form](report)
        assert not any(cell.startswith(FORMULA) for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    names = {article.id for article in report.articles}
    assert all(given.article_id in names for fact in report.facts() for given in fact.given)


@about("Report.to_html", "render_html", "render_text", "render_markdown")
def text_is_text(data):
    report = data.draw(REPORTS)
    assert not STEERING.search(FORMATS["text"](report))
    assert not STEERING.search(FORMATS["markdown"](report))
    assert report.to_html() == FORMATS["html"](report)
    assert not STEERING.search(report.to_html())


@about("Report.to_dicts", "Report.to_pandas", "Report.to_polars", "Report.to_arrow")
def every_table_has_a_row_a_record(data):
    report = data.draw(REPORTS)
    for table in ("conflicts", "claims"):
        rows = report.to_dicts(table)
        assert len(rows) == len(getattr(report, table))
        assert rows == report.to_arrow(table).to_pylist() == report.to_polars(table).to_dicts()
        assert list(report.to_pandas(table)["id"]) == [row["id"] for row in rows]


@about("Report.save")
def what_is_saved_is_what_is_rendered(data):
    report, suffix = data.draw(REPORTS), data.draw(st.sampled_from(sorted(SUFFIXES)))
    with tempfile.TemporaryDirectory() as folder:
        path = report.save(Path(folder, f"report{suffix}"))
        assert path.read_bytes().decode("utf-8-sig") == FORMATS[SUFFIXES[suffix]](report)


@about("load_decisions")
def decisions_are_read_or_refused(data):
    made = data.draw(st.builds(Decisions, decisions=DECISIONS.map(tuple)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "decisions.json")
        path.write_text(made.model_dump_json(), encoding="utf-8")
        assert load_decisions(path) == made.decisions
        path.write_bytes(data.draw(st.binary(max_size=30)))
        with pytest.raises(ValueError, match=r"."):
            load_decisions(path)


@about("Corpus.add", "Corpus.add_reading", "Corpus.report", "Corpus.status", "Corpus.decide", "Corpus.decisions")
@about("is_database")
def a_corpus_forgets_nothing(data):
    first, second, made = data.draw(ARTICLES), data.draw(ARTICLES), data.draw(DECISIONS)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder, "corpus"))
        corpus.add(first)
        corpus.add_reading(read(second))
        corpus.decide(made)
        assert is_database(corpus.path)
        assert corpus.decisions == merge(made)
        assert corpus.status().articles == len(corpus.report().articles)


@about("engine_of")
def one_process_is_no_engine_of_its_own(data):
    with engine_of(data.draw(records(Settings)).model_copy(update={"processes": 1})) as engine:
        assert type(engine) is Serial


@pytest.mark.parametrize("prove", dict.fromkeys(ROWS.values()), ids=lambda prove: prove.__name__)
@few
@given(data=st.data())
def test_it_holds(prove, data):
    prove(data)


def public():
    """The functions and methods that pages of the documentation lead to."""
    for module in map(importlib.import_module, MODULES):
        listed = getattr(module, "__all__", None) or [
            name for name, thing in vars(module).items() if getattr(thing, "__module__", "") == module.__name__
        ]
        for name in (name for name in listed if not name.startswith("_")):
            thing = getattr(module, name)
            if inspect.isfunction(thing):
                yield name
            elif inspect.isclass(thing):
                own = [vars(base) for base in thing.__mro__ if base.__module__.startswith("factcheck.")]
                for member, held in (each for fields in own for each in fields.items()):
                    value = held.__func__ if isinstance(held, classmethod | staticmethod) else held
                    if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                        yield f"{name}.{member}"


def test_every_public_function_has_a_property_or_a_reason():
    assert set(public()) == {*ROWS, *SPARED}
    assert not set(ROWS) & set(SPARED)


def kinds(base):
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.mark.parametrize("kind", sorted({*kinds(Record), Settings} - {Report.__mro__[1], Report}, key=str))
@few
@given(data=st.data())
def test_a_record_outlasts_json(kind, data):
    record = data.draw(records(kind))
    assert kind.model_validate_json(record.model_dump_json()).model_dump() == record.model_dump()
    assert repr(record)
