"""The public face of the library."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import Article

SEEDS = Path(__file__).parent.parent / "seeds"


def test_exported_names():
    assert sorted(factcheck.__all__) == [
        "Agreement",
        "Article",
        "Claim",
        "Comparison",
        "Conflict",
        "Corpus",
        "Evidence",
        "Group",
        "Interval",
        "LeftOut",
        "Link",
        "Passage",
        "Provenance",
        "Quantity",
        "Reading",
        "Report",
        "Settings",
        "Side",
        "Span",
        "Speaker",
        "Story",
        "Title",
        "When",
        "__version__",
        "align",
        "check",
        "compare",
        "extract",
        "read",
    ]
    assert all(hasattr(factcheck, name) for name in factcheck.__all__)


def test_a_public_name_is_imported_when_it_is_asked_for():
    script = "import sys, factcheck; print('pydantic' in sys.modules, {*factcheck.__all__} <= {*dir(factcheck)})"
    environment = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "False True\n"
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = factcheck.nothing_of_the_kind


def test_every_public_name_says_what_it_is():
    for name in factcheck.__all__:
        assert name == "__version__" or getattr(factcheck, name).__doc__


def test_every_field_of_a_record_is_described_or_plain():
    undocumented = [
        f"{name}.{field}"
        for name in factcheck.__all__
        if isinstance(record := getattr(factcheck, name), type) and hasattr(record, "model_fields")
        for field, info in record.model_fields.items()
        if info.description is None
    ]
    assert undocumented == []


def test_check_takes_paths_folders_articles_texts_and_iterables():
    files = sorted(SEEDS.iterdir())
    whole = factcheck.check(SEEDS)
    assert factcheck.check(*map(str, files)) == factcheck.check(files)
    assert factcheck.check(factcheck.read(SEEDS).articles).conflicts == whole.conflicts
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert {c.kind for c in factcheck.check(texts).conflicts} == {c.kind for c in whole.conflicts}


def test_the_steps_are_the_whole():
    articles = factcheck.read(SEEDS).articles
    claims = [claim for article in articles for claim in factcheck.extract(article)]
    found = factcheck.compare(factcheck.align(claims, articles), claims, articles)
    assert found.conflicts == factcheck.check(SEEDS).conflicts


def test_a_report_in_one_form_imports_no_other():
    script = (
        "import sys, factcheck; factcheck.check(sys.argv[1]).to_json();"
        "print(*(name for name in sys.modules if name.startswith('factcheck.reporting.')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, SEEDS],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert {name.rpartition(".")[2] for name in run.stdout.split()} == {"decisions", "json", "record", "report"}


def test_progress_is_told():
    told = []
    factcheck.check(SEEDS, progress=lambda *step: told.append(step))
    assert {what for _, _, what in told} >= {"extracting claims", "aligning claims"}


def test_the_graph_holds_every_claim_and_link():
    report = factcheck.check(SEEDS)
    assert set(report.graph) == {claim.id for claim in report.claims}
    assert report.graph.number_of_edges() == len({frozenset((k.a, k.b)) for g in report.groups for k in g.links})


def test_no_socket_is_opened(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the core opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    assert factcheck.check(SEEDS).conflicts


def test_no_hash_seed_and_no_order_changes_a_byte_of_any_form():
    script = (
        "import sys, factcheck; from factcheck.reporting import FORMATS;"
        "report = factcheck.check(sys.argv[1:]); print(*(render(report) for render in FORMATS.values()))"
    )
    files = [str(path) for path in SEEDS.iterdir()]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, *given],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
        ).stdout
        for seed, given in (("0", sorted(files)), ("1", sorted(files, reverse=True)), ("4242", files))
    }
    assert len(outputs) == 1


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "``",
        "''",
        " said ",
        "He ",
        "Secretary of War ",
        "Pete Hegseth ",
        "Ms. Ada Miller, the mayor, ",
        "told ",
        "on Friday ",
        "12 ",
        "people were killed ",
        ", ",
        ". ",
        "\n",
        "\n\n",
        "(",
        ")",
        "—",
        "according to ",
        "that ",
        "$5 million ",
        "2025-01-31 ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_is_read_and_every_span_holds_its_text(text):
    article = Article(text=text)
    for claim in factcheck.extract(article):
        for passage in (
            claim.content,
            claim.cue,
            claim.venue,
            claim.title,
            claim.said,
            *claim.quantities,
            *claim.dates,
        ):
            if passage is not None and passage.span is not None:
                assert text[passage.span.start : passage.span.end] == passage.text
        for person in (claim.speaker, claim.subject):
            if person is not None:
                assert text[person.mention.span.start : person.mention.span.end] == person.mention.text


@pytest.mark.parametrize("path", sorted(Path(factcheck.__file__).parent.rglob("*.py")), ids=lambda p: p.name)
def test_no_pickle_and_no_eval(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imports = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert not {"eval", "exec", "compile", "__import__"} & names
    assert not {"pickle", "marshal", "shelve", "ctypes", "subprocess"} & {name.partition(".")[0] for name in imports}
