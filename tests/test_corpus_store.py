"""The file of a corpus: versions, locks, what is no corpus, and runs that are killed."""

import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import factcheck
from factcheck import Corpus, extraction
from factcheck.corpus import CorpusError, is_database, store
from factcheck.corpus.identity import digest, identity
from factcheck.reporting.decisions import Decision
from sample import ARTICLES

SRC = Path(factcheck.__file__).parents[1]

VERSION_1 = """
CREATE TABLE corpus (version INTEGER, basis VARCHAR);
INSERT INTO corpus VALUES (1, 'of another time');
CREATE TABLE articles (identity VARCHAR, digest VARCHAR, states_outlet BOOLEAN, record VARCHAR);
CREATE TABLE left_out (place VARCHAR, record VARCHAR);
CREATE TABLE extractions (digest VARCHAR, claims VARCHAR);
CREATE TABLE decisions (conflict VARCHAR, record VARCHAR);
INSERT INTO extractions VALUES ('0', '[]');
INSERT INTO left_out VALUES ('gone.txt', '{"origin": "gone.txt", "reason": "no such file or folder"}');
"""
"""The first layout of a corpus, as it was written then."""


def made(path, sql):
    with duckdb.connect(str(path)) as connection:
        connection.execute(sql)
    return path


@pytest.fixture
def first(tmp_path):
    """A corpus of version 1 with the articles of the sample and a decision."""
    path = made(tmp_path / "old.corpus", VERSION_1)
    with duckdb.connect(str(path)) as connection:
        for article in ARTICLES:
            row = [identity(article, tmp_path), digest(article), True, article.model_dump_json()]
            connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row)
        decision = Decision(conflict="c", status="confirmed")
        connection.execute("INSERT INTO decisions VALUES ('c', ?)", [decision.model_dump_json()])
    return Corpus(path)


def test_a_file_of_the_first_version_is_brought_to_the_latest(first):
    assert first.decisions == (Decision(conflict="c", status="confirmed"),)
    status = first.status()
    assert (status.version, status.articles, status.complete) == (store.VERSION, len(ARTICLES), False)
    assert ([line.origin for line in status.left_out], status.last_added) == (["gone.txt"], None)
    whole = factcheck.check(ARTICLES)
    assert first.report().conflicts == whole.conflicts
    added = first.add(ARTICLES[0])
    assert (added.new, added.unchanged) == ((), (ARTICLES[0].id,))
    assert first.status().complete
    assert first.report().conflicts == whole.conflicts


def test_a_migration_that_fails_leaves_the_file_as_it_was(first, monkeypatch):
    monkeypatch.setattr(store, "STEPS", (*store.STEPS, "DROP TABLE decisions; SELECT * FROM nothing"))
    monkeypatch.setattr(store, "VERSION", len(store.STEPS))
    with pytest.raises(CorpusError, match="can't be used"):
        first.status()
    monkeypatch.undo()
    assert first.decisions == (Decision(conflict="c", status="confirmed"),)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        (
            f"{VERSION_1}UPDATE corpus SET version = 99",
            "was made by a newer factcheck (layout 99; this one knows up to 2)",
        ),
        (f"{VERSION_1}UPDATE corpus SET version = NULL", "is no corpus of factcheck (it states no version)"),
        (f"{VERSION_1}DELETE FROM corpus", "is no corpus of factcheck (it states no version)"),
        ("CREATE TABLE corpus (name VARCHAR)", "can't be used: "),
        ("CREATE TABLE other (version INTEGER)", "is a DuckDB database, but no corpus of factcheck"),
        ("CREATE VIEW corpus AS SELECT 1 AS version", "is a DuckDB database, but no corpus of factcheck"),
        (f"{VERSION_1}UPDATE corpus SET version = 2", "can't be used: "),
    ],
)
def test_a_database_that_is_no_corpus_is_one_line(tmp_path, sql, reason):
    corpus = Corpus(made(tmp_path / "x.db", sql))
    for ask in (corpus.status, corpus.report, lambda: corpus.add(ARTICLES[0])):
        with pytest.raises(CorpusError) as refused:
            ask()
        assert str(refused.value).startswith(f"{tmp_path / 'x.db'}: {reason}")
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"x", b"It is no database.\n" * 99, b"\0" * 8 + b"DUCK" + b"\0" * 9000])
def test_a_file_that_is_no_database_is_one_line_and_stays(tmp_path, content):
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    for ask in (Corpus(path).status, lambda: Corpus(path).add(ARTICLES[0])):
        with pytest.raises(
            CorpusError, match=r"is no corpus: the file is no DuckDB database|can't be used: "
        ) as refused:
            ask()
        assert "\n" not in str(refused.value)
    assert path.read_bytes() == content


def test_an_empty_database_becomes_a_corpus_by_adding_alone(tmp_path):
    corpus = Corpus(made(tmp_path / "x.db", "SELECT 1"))
    with pytest.raises(CorpusError, match="factcheck add makes one of it"):
        corpus.status()
    corpus.add(ARTICLES[0])
    assert corpus.status().articles == 1


def test_a_corpus_can_lie_in_no_missing_folder(tmp_path):
    with pytest.raises(CorpusError, match="can't be written: no such folder"):
        Corpus(tmp_path / "none" / "x.corpus").add(ARTICLES[0])
    with pytest.raises(CorpusError, match="can't be used"):
        Corpus(tmp_path).status()


def test_a_corpus_reaches_no_other_file(tmp_path):
    """A view in a file that a stranger made must not read another one."""
    secret = tmp_path / "secret.csv"
    secret.write_text("record\n7\n")
    corpus = Corpus(tmp_path / "x.corpus")
    corpus.add(ARTICLES[0])
    with duckdb.connect(str(corpus.path)) as connection:
        connection.execute(f"DROP TABLE decisions; CREATE VIEW decisions AS FROM read_csv('{secret}')")
    with pytest.raises(CorpusError, match="can't be used"):
        _ = corpus.decisions


def test_a_corpus_is_known_by_its_content(tmp_path):
    corpus = Corpus(tmp_path / "stories.txt")
    corpus.add(ARTICLES[0])
    other = tmp_path / "other.corpus"
    other.write_bytes(b"DUCK and cover\n")
    assert is_database(corpus.path)
    assert not any(map(is_database, (other, tmp_path, tmp_path / "none")))


WORK = """
import os, signal, sys, time
from pathlib import Path
from factcheck import Corpus
from factcheck.corpus import corpus, given, memory
from sample import ARTICLES

path, moment, kill = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "kill"
corpus.BATCH = memory.BATCH = 2
memory.PAIRS = 3
steps = 0

def step(what):
    global steps
    steps += 1
    if moment in (what, str(steps)):
        if kill:
            os.kill(os.getpid(), signal.SIGKILL)
        print(what, flush=True)
        time.sleep(600)

def stepping(function):
    def run(*given):
        step("before")
        done = function(*given)
        step("after")
        return done
    return run

given.insert = memory.insert = stepping(given.insert)  # inside of transactions
corpus.Intake.put = stepping(corpus.Intake.put)
memory._write_claims = stepping(memory._write_claims)
Corpus(path).add(ARTICLES, progress=lambda done, total, what: step(what))
print("done in", steps, "steps")
"""
"""Adds the articles of the sample in batches of two, and is killed, or waits, at one moment: a stage or a step."""


def work(path, moment, how):
    return subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), str(moment), how],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": f"{SRC}:{Path(__file__).parent}"},
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("moment", [1, 5, 8, 12, 17, 26, 31, 40, 52, 60, 65])
def test_a_run_that_is_killed_leaves_whole_batches_and_can_go_on(tmp_path, moment):
    corpus = Corpus(tmp_path / "x.corpus")
    corpus.add(ARTICLES[4])
    corpus.decide([Decision(conflict="c", status="confirmed")])
    with work(corpus.path, moment, "kill") as running:
        out = running.stdout.read()
    assert (running.returncode, out) == (-signal.SIGKILL, "")
    held = {article.id for article in corpus.report().articles}
    # In batches of two: the one held before, then the first two, then the next two; the fifth is the first again.
    whole = [{ARTICLES[4].id}, {ARTICLES[at].id for at in (0, 1, 4)}, {article.id for article in ARTICLES}]
    assert held in whole
    assert corpus.decisions == (Decision(conflict="c", status="confirmed"),)
    assert corpus.report().conflicts == factcheck.check([a for a in ARTICLES if a.id in held]).conflicts
    assert len(corpus.add(ARTICLES).new) == len(ARTICLES) - len(held)
    assert corpus.report().decided([]) == factcheck.check(ARTICLES).decided(corpus.decisions)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_was_worked_out_before_a_kill_is_not_worked_out_again(tmp_path, monkeypatch):
    corpus = Corpus(tmp_path / "x.corpus")
    with work(corpus.path, "scoring pairs", "kill") as running:
        running.wait()
    assert running.returncode == -signal.SIGKILL
    assert not corpus.status().complete
    monkeypatch.setattr(extraction, "extract", None)
    added = corpus.add(ARTICLES)
    assert (len(added.unchanged), corpus.status().complete) == (len(ARTICLES), True)


def test_a_second_writer_and_a_reader_are_told_who_writes(tmp_path):
    corpus = Corpus(tmp_path / "x.corpus")
    corpus.add(ARTICLES[0])
    with work(corpus.path, 3, "wait") as running:
        try:
            assert running.stdout.readline()
            for ask in (lambda: corpus.add(ARTICLES[1]), corpus.status, corpus.report, lambda: corpus.decide([])):
                with pytest.raises(CorpusError) as refused:
                    ask()
                assert str(refused.value).startswith(f"{corpus.path}: is in use by process {running.pid}; try again")
                assert "\n" not in str(refused.value)
        finally:
            running.kill()
    assert len(corpus.add(ARTICLES).new) >= 1


def test_many_may_read_at_once(tmp_path):
    corpus = Corpus(tmp_path / "x.corpus")
    corpus.add(ARTICLES[0])
    with store.reading(corpus.path), store.reading(corpus.path):
        script = f"from factcheck import Corpus; print(Corpus({str(corpus.path)!r}).status().articles)"
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SRC)})
    assert done.stdout == "1\n"
