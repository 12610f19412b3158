"""JSON, JSON Lines, CSV, Parquet and data frames."""

import io
import json
from datetime import date, datetime

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factcheck.models import Article
from factcheck.reading import formats, read
from factcheck.settings import Settings

ROWS = [
    {"title": "Bridge closed", "text": "The bridge is closed, Quill said.", "date": "2025-03-03", "outlet": "Courier"},
    {"title": "Bridge open", "text": "The bridge is open, Vale said.", "date": "2025-03-05", "outlet": "Herald"},
]
CSV = "title,text,date,outlet\n" + "".join(f'"{r["title"]}","{r["text"]}",{r["date"]},{r["outlet"]}\n' for r in ROWS)


def seen(reading):
    return [(a.source, a.title, a.text, a.published.start.isoformat()) for a in reading.articles]


BROKEN_LATER = b"text,title\nOne.,a\n" + b"x" * 1_000_000 + b",b\n\xff\xfe.,b\n"
UNKNOWN = "has no column of text that is known by its name; set columns to name it; its columns are"
EXPECTED = [(r["outlet"], r["title"], r["text"], r["date"]) for r in ROWS]


def write_parquet(path):
    pq.write_table(pa.Table.from_pylist(ROWS), path)


@pytest.mark.parametrize(
    ("name", "write", "numbers"),
    [
        ("a.json", lambda p: p.write_text(json.dumps(ROWS)), (1, 2)),
        ("a.txt", lambda p: p.write_text(json.dumps(ROWS)), (1, 2)),
        ("a.jsonl", lambda p: p.write_text(json.dumps(ROWS)), (1, 2)),
        ("a.json", lambda p: p.write_text(json.dumps({"status": "ok", "articles": ROWS}, indent=2)), (1, 2)),
        ("a.jsonl", lambda p: p.write_text("\n".join(map(json.dumps, ROWS))), (1, 2)),
        ("a.json", lambda p: p.write_text("\n\n".join(map(json.dumps, ROWS)) + "\n"), (1, 3)),
        ("a.ndjson", lambda p: p.write_bytes("\r\n".join(map(json.dumps, ROWS)).encode("utf-8-sig")), (1, 2)),
        ("a.csv", lambda p: p.write_text(CSV), (1, 2)),
        ("a.csv", lambda p: p.write_bytes(CSV.encode("utf-8-sig")), (1, 2)),
        ("a.csv", lambda p: p.write_bytes(CSV.encode("utf-16")), (1, 2)),
        (
            "a.csv",
            lambda p: p.write_text(CSV.replace(",", ";").replace("closed; ", "closed, ").replace("open; ", "open, ")),
            (1, 2),
        ),
        ("a.tsv", lambda p: p.write_text(CSV.replace(",", "\t").replace("\t ", ", ")), (1, 2)),
        ("a", lambda p: p.write_text(CSV), (1, 2)),
        ("a.parquet", write_parquet, (1, 2)),
        ("a.bin", write_parquet, (1, 2)),
    ],
)
def test_every_table_gives_the_same_articles(tmp_path, monkeypatch, name, write, numbers):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / name)
    reading = read(name)
    assert not reading.left_out
    assert seen(reading) == EXPECTED
    assert [found.origin for found in reading.articles] == [f"{name}:{number}" for number in numbers]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(ROWS),
        pd.DataFrame(ROWS).assign(date=lambda d: pd.to_datetime(d["date"])),
        pl.DataFrame(ROWS),
        pl.DataFrame(ROWS).lazy(),
        pa.Table.from_pylist(ROWS),
    ],
    ids=["pandas", "timestamps", "polars", "lazy", "arrow"],
)
def test_every_frame_gives_the_same_articles(frame):
    reading = read([frame])
    assert not reading.left_out
    assert seen(reading) == EXPECTED
    assert [found.origin for found in reading.articles] == ["frame:1", "frame:2"]


def test_records_go_in_as_they_are():
    reading = read(ROWS)
    assert seen(reading) == EXPECTED
    assert read(ROWS[0], Article(text="x", source="y")).articles[1].title == "Bridge closed"


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (
            {"text": "inhalt", "published": "tag"},
            [{"inhalt": "The bridge is closed.", "tag": "2025-03-03", "date": "2020-01-01"}],
        ),
        ({"text": "b"}, [{"text": "Not this.", "b": "The bridge is closed.", "date": "2025-03-03"}]),
    ],
)
def test_columns_are_named_by_the_settings(tmp_path, columns, rows):
    path = tmp_path / "a.csv"
    pd.DataFrame(rows).to_csv(path, index=False)
    for given in (path, pd.DataFrame(rows), *rows):
        (found,) = read(given, settings=Settings(columns=columns)).articles
        assert found.text == "The bridge is closed."
        assert found.published.start == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"body": "One.", "headline": "H"}, {"title": "H"}),
        (
            {"articleBody": "One.", "author": [{"name": "Ada Quill"}, {"name": "Tom Vale"}]},
            {"authors": ("Ada Quill", "Tom Vale")},
        ),
        ({"content": "One.", "source": {"id": 3, "name": "Courier"}}, {"source": "Courier"}),
        ({"text": "One.", "datePublished": "2025-03-03T01:00:00+09:00"}, {"published": date(2025, 3, 3)}),
        ({"text": "One.", "date": datetime(2025, 3, 3, 9)}, {"published": date(2025, 3, 3)}),
        ({"text": "One.", "date": date(2025, 3, 3)}, {"published": date(2025, 3, 3)}),
        ({"text": "One.", "date": "03/04/2025"}, {"published": None}),
        ({"text": "One.", "date": float("nan"), "title": None}, {"published": None, "title": None}),
        ({"text": "One.", "date": pd.NaT, "title": pd.NA}, {"published": None, "title": None}),
        ({"text": ["One.", "Two."]}, {"text": "One.\n\nTwo."}),
        ({"content_html": "<p>One &amp; two.</p><p>Three.</p>"}, {"text": "One & two.\nThree."}),
        ({"summary": "Short.", "content": "Long."}, {"text": "Long."}),
        ({"summary": "Short.", "content": "  "}, {"text": "Short."}),
        (
            {"text": "One.", "url": "https://www.courier.example/a", "lang": "en-US"},
            {"source": "courier.example", "language": "en"},
        ),
        (
            {"text": "One.", "Updated_At": "2025-03-04", "Published-On": "2025-03-03"},
            {"published": date(2025, 3, 3), "updated": date(2025, 3, 4)},
        ),
    ],
)
def test_fields_are_found_by_their_names(record, expected):
    (found,) = read(record).articles
    for field, value in expected.items():
        stated = getattr(found, field)
        assert (stated.start if field in ("published", "updated") and stated else stated) == value


@pytest.mark.parametrize(
    ("name", "content", "reasons"),
    [
        ("a.jsonl", '{"text": "One."}\n{"text": \n[1]\n{"text": ""}\n{"b": 1}\n', [
            (2, "is JSON that is damaged ("),
            (3, "is no record with named fields"),
            (4, "has no text"),
            (5, f"{UNKNOWN} b"),
        ]),
        ("a.json", '[{"text": "One."}, 3]', [(2, "is no record with named fields")]),
        ("a.json", "[" * 100_000, [(None, "is JSON that is damaged (")]),
        ("a.json", "[]", [(None, "is a JSON file without an article")]),
        ("a.json", "17", [(None, "is no record with named fields")]),
        ("a.json", '{"a": 1' + "1" * 5000 + "}", [(None, "is JSON that is damaged (")]),
        ("a.csv", "a,b\n1,2\n", [(None, f"{UNKNOWN} a, b")]),
        ("a.csv", "text,date\n", [(None, "is a table (CSV) without an article")]),
        ("a.csv", "text,date\n,2025-03-03\n", [(1, "has no text")]),
        ("a.csv", BROKEN_LATER, [(3, "is not in the encoding of the table's first rows (utf-8)")]),
        ("a.parquet", b"PAR1 nothing PAR1", [(None, "is a Parquet table that is damaged (")]),
    ],
)  # fmt: skip
def test_bad_records_are_named_and_the_others_read(tmp_path, monkeypatch, name, content, reasons):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = [(item.origin, item.reason) for item in read(name).left_out]
    assert len(found) == len(reasons)
    for (origin, reason), (number, expected) in zip(found, reasons, strict=True):
        assert origin == (f"{name}:{number}" if number else name)
        assert reason == expected or (expected.endswith("(") and reason.startswith(expected))


@pytest.mark.parametrize("given", [pd.DataFrame(ROWS), pl.DataFrame(ROWS)])
def test_a_column_that_is_not_there_is_named(given):
    (item,) = read(given, settings=Settings(columns={"text": "body"})).left_out
    assert item.reason == 'has no column "body", which columns names; its columns are title, text, date, outlet'


@pytest.mark.parametrize("wrong", [pd.Series(["a"]), pa.array(["a"])])
def test_a_column_alone_is_no_frame(wrong):
    with pytest.raises(TypeError):
        read([wrong])


def test_a_long_record_is_left_out_and_the_next_one_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in ("One.", "x" * 300, "Two.")))
    reading = read(path, settings=Settings(max_bytes=100))
    assert [found.text for found in reading.articles] == ["One.", "Two."]
    assert [item.origin for item in reading.left_out] == [f"{path.as_posix()}:2"]


def test_a_field_longer_than_the_csv_module_takes_is_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("text,date\n" + '"' + "The bridge is closed. " * 10_000 + '",2025-03-03\n')
    assert len(read(path).articles) == 1


def test_an_old_encoding_of_a_table_is_recognised(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        (
            "text,source\n" + '"Le café est fermé, et le maire a déclaré que le pont le sera aussi.",Courier\n' * 3
        ).encode("cp1252")
    )
    assert "déclaré" in read(path).articles[0].text


def test_a_table_on_the_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CSV.encode())))
    reading = read("-")
    assert seen(reading) == EXPECTED
    assert [found.origin for found in reading.articles] == ["-:1", "-:2"]


def test_prose_with_commas_is_no_table():
    text = "Text, title and date were missing, the editor said.\nHe did not say why."
    assert read(text).articles[0].text == text


def test_a_table_that_never_gives_an_article_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_FRUITLESS", 3)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{}\n{}\n{"text": "Two."}\n{}\n{}\n{}\n{"text": "Three."}\n')
    reading = read(path)
    assert {found.text for found in reading.articles} == {"One.", "Two."}
    assert reading.left_out[0].reason == "has 3 records in a row without an article; the rest is not read"


def test_progress_counts_articles_where_an_input_holds_many(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(CSV)
    seen = []
    read("It is open, he said.", path, ROWS[0], progress=lambda *state: seen.append(state))
    assert seen == [(1, 3, "reading"), (2, 3, "reading"), (3, None, "reading"), (4, None, "reading")]


def test_the_order_of_tables_changes_nothing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(CSV)
    inputs = [path, pd.DataFrame(ROWS), ROWS[1], {"text": "Other."}]
    assert read(inputs) == read(reversed(inputs))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe" + "text".encode("utf-16-le") + b"\n",
        b"\xff\xfe\xff\xff\xff\xff\xff\xff\n",
        b'text,"' + b"a" * 200_000 + b'"\nIt is open.,b\n',
    ],
    ids=["half a character", "no character", "a column's name of 200,000 letters"],
)
def test_a_header_that_cannot_be_read_is_a_reason(tmp_path, data):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    reading = read(path)
    assert reading.articles or reading.left_out
