"""No bytes hang or crash a reader, and nothing is imported that an input does not need."""

import bz2
import gzip
import io
import json
import logging
import subprocess
import sys
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.knowledge import load
from factcheck.reading import read
from factcheck.reading.formats import READERS
from test_reading_archives import HTML, PAGE, readable, tarred, warc, zipped
from test_reading_documents import EPUB, LINES, pdf, saved, word
from test_reading_feeds import ATOM, RSS
from test_reading_mail import message
from test_reading_tables import CSV, ROWS


def parquet():
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), file)
    return file.getvalue()


WHOLE = {
    "text": b"---\ntitle: Bridge\n---\nBy Ada Quill\n\nThe bridge is closed, Quill said.\n",
    "html": PAGE.encode(),
    "json": json.dumps(ROWS).encode(),
    "csv": CSV.encode(),
    "parquet": parquet(),
    "feed": RSS.encode(),
    "warc": warc(("https://courier.example/a", "200 OK", HTML, PAGE.encode("cp1252")), compress=False),
    "pdf": pdf(LINES),
    "docx": saved(word("The bridge is closed.")),
    "epub": zipped(EPUB),
    "mail": bytes(message("The bridge is closed.", "<p>The bridge is closed.</p>")),
    "zip": zipped({"a.txt": "The bridge is closed.", "b.json": json.dumps(ROWS)}),
    "tar": tarred({"a.txt": b"The bridge is closed.", "b.eml": bytes(message("It is."))}),
    "gzip": gzip.compress(ATOM.encode()),
    "bzip2": bz2.compress(CSV.encode()),
}
"""A whole file of each kind."""

SUFFIX = {kind: suffix for suffix, kind in load("file_kinds")["suffixes"].items() if suffix != ".tgz"}


def outcome(path, data):
    path.write_bytes(data)
    reading = read(path)
    reading.model_dump_json()
    for found in reading.articles:
        assert found.text.strip()
        assert all(span.end <= len(found.text) for span in found.boilerplate)
    assert reading.articles or reading.left_out


def test_every_reader_is_tried_here():
    assert set(WHOLE) == set(load("file_kinds")["kinds"]) == {*READERS, "text"}
    assert set(SUFFIX) == set(WHOLE)


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_a_whole_file_is_read(tmp_path, kind):
    path = tmp_path / "input"
    path.write_bytes(WHOLE[kind])
    assert read(path).articles


def damaged(data):
    """``data`` cut short, with bytes changed, doubled or put in."""
    place = st.integers(0, len(data))
    return st.one_of(
        place.map(lambda at: data[:at]),
        st.lists(st.tuples(place, st.integers(0, 255)), min_size=1, max_size=8).map(lambda hits: struck(data, hits)),
        st.tuples(place, place, st.binary(max_size=20)).map(lambda cut: data[: cut[0]] + cut[2] + data[cut[1] :]),
    )


def struck(data, hits):
    changed = bytearray(data)
    for at, value in hits:
        if at < len(changed):
            changed[at] = value
    return bytes(changed)


@pytest.mark.parametrize("kind", sorted(WHOLE))
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(data=st.data())
def test_any_bytes_give_articles_or_reasons(tmp_path, kind, data):
    with_suffix = tmp_path / f"any{SUFFIX[kind]}"
    outcome(with_suffix, data.draw(damaged(WHOLE[kind])))
    outcome(with_suffix, data.draw(st.binary(max_size=60)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 90_000),
        ("a.html", b"<html><body><p " + b"a=1 " * 500_000),
        ("a.html", b"<!--" * 500_000),
        ("a.json", b'{"a":' * 200_000),
        ("a.csv", b'text,date\n"' + b"a," * 1_000_000),
        ("a.csv", b"text" + b",text" * 100_000 + b"\na\n"),
        ("a.rss", b"<rss>" * 100_000),
        ("a.rss", b"<rss><channel>" + b"<item>" * 50_000),
        ("a.eml", b"Received: a\n" * 100_000),
        ("a.eml", b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?" * 50_000 + b"\n\na"),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 100_000),
        ("a.pdf", b"%PDF-1.7\n" + b"1 0 obj" * 100_000),
        ("a.pdf", b"%PDF-1.7\n" + b"[" * 500_000),
        ("a.pdf", WHOLE["pdf"].partition(b"oot 1")[0] + b"%" + WHOLE["pdf"].partition(b"/Contents")[2]),
        ("a.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000),
    ],
    ids=readable,
)
def test_long_hostile_files_come_to_an_end(tmp_path, name, data):
    outcome(tmp_path / name, data)


def test_hostile_files_print_nothing(tmp_path, capfd):
    logging.getLogger("pypdf").propagate = False
    for kind, data in WHOLE.items():
        outcome(tmp_path / f"any{SUFFIX[kind]}", data[: len(data) // 2])
        outcome(tmp_path / f"any{SUFFIX[kind]}", data.replace(b"Length: ", b"Length: 1"))
        outcome(tmp_path / f"any{SUFFIX[kind]}", data.replace(b"Length: 8", b"Length: 7"))
    captured = capfd.readouterr()
    logging.getLogger("pypdf").propagate = True
    assert (captured.out, captured.err) == ("", "")


BARRED = ["trafilatura", "htmldate", "lxml", "httpx", "feedparser", "narwhals", "pyarrow", "warcio", "pypdf", "docx"]


def run(code, *arguments):
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_core_needs_no_extra(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is closed, Quill said.\n")
    (tmp_path / "a.csv").write_text("text,date\nThe bridge is closed.,2025-03-03\n")
    (tmp_path / "a.zip").write_bytes(WHOLE["zip"])
    (tmp_path / "a.json").write_bytes(WHOLE["json"])
    code = (
        "import sys; from factcheck.reading import read; assert read(sys.argv[1]).articles; "
        f"print(*(name for name in {BARRED} if name in sys.modules))"
    )
    assert run(code, str(tmp_path)).split() == []


@pytest.mark.parametrize(
    ("kind", "extra"),
    [
        ("html", "web"),
        ("feed", "feeds"),
        ("parquet", "tables"),
        ("warc", "warc"),
        ("pdf", "documents"),
        ("docx", "documents"),
        ("epub", "documents"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(tmp_path, kind, extra):
    path = tmp_path / "input"
    path.write_bytes(WHOLE[kind])
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({BARRED})); from factcheck.reading import read; "
        "print(*(item.reason for item in read(sys.argv[1]).left_out))"
    )
    says = load("file_kinds")["kinds"][kind]
    assert run(code, str(path)).strip() == f"is {says}; to read it, run: pip install 'factcheck-news[{extra}]'"


def test_an_address_needs_an_extra():
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({BARRED})); from factcheck.reading import read; "
        "print(*(item.reason for item in read('http://courier.example/a').left_out))"
    )
    assert run(code).strip() == "is a web address; to read it, run: pip install 'factcheck-news[web]'"


def test_a_zip_that_names_one_file_twice(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "One and only.")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "Two and more.")
    path = tmp_path / "a.zip"
    path.write_bytes(file.getvalue())
    assert {found.text for found in read(path).articles} == {"One and only.", "Two and more."}


def test_no_name_steers_a_terminal(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"\x1b[2J\n\u202etxt.txt": "It is open.", "\x1b[31m.txt": b"\0"}))
    reading = read(path)
    assert [found.origin.rpartition("!")[2] for found in reading.articles] == ["?[2J??txt.txt"]
    assert [item.origin.rpartition("!")[2] for item in reading.left_out] == ["?[31m.txt"]


@pytest.mark.parametrize("data", [b'{"text": "a"}\n[\x1b[2J', b"text\x1b[2J,b\n1,2\n"], ids=readable)
def test_no_reason_steers_a_terminal(tmp_path, data):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert all(item.reason.isprintable() for item in read(path).left_out)
