"""The formats of a report: what they hold, byte for byte, and that they are safe to open."""

import csv as csv_module
import io
import json
import os
import random
import stat
from pathlib import Path

import jsonschema
import pytest

from factcheck.reporting import FORMATS, SUFFIXES, render_csv, render_json, render_text
from factcheck.reporting.csv import COLUMNS
from factcheck.reporting.json import json_schema
from factcheck.reporting.report import Report
from golden_files import expected
from sample import LEDGER, sample

HERE = Path(__file__).parent
RECORDS = ("articles", "stories", "claims", "groups", "conflicts", "possible", "unlisted", "agreements")
"""The fields of a report that hold records, in their order."""

SCHEMA = HERE.parent / "docs" / "report.schema.json"


def altered(**changes):
    """The sample with its first conflict changed."""
    report = sample()
    first, *rest = report.conflicts
    return report.model_copy(update={"conflicts": (first.model_copy(update=changes), *rest)})


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name):
    suffix = {"facts": ".facts.csv", "claimreview": ".claimreview.json"}.get(
        name, next((suffix for suffix, known in SUFFIXES.items() if known == name), "")
    )
    found = FORMATS[name](sample())
    assert found == expected(HERE / "golden" / f"report{suffix}", found)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report(name):
    report = sample().model_copy(update=dict.fromkeys(RECORDS, ()))
    assert FORMATS[name](report).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_records_changes_no_table(name):
    report = sample()
    mixed = {field: list(getattr(report, field)) for field in ("articles", "claims", "groups", "conflicts")}
    for records in mixed.values():
        random.Random(4).shuffle(records)
    if name != "json":
        assert FORMATS[name](report.model_copy(update=mixed)) == FORMATS[name](report)


def test_schema_is_current():
    found = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    assert found == expected(SCHEMA, found)


def test_json_is_valid_and_reads_back():
    text = render_json(sample())
    data = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(data, json_schema(), cls=jsonschema.Draft202012Validator)
    assert list(data) == ["schema_version", "provenance", *RECORDS]
    assert list(data["provenance"]["settings"]) == list(json_schema()["$defs"]["Settings"]["properties"])
    assert Report.model_validate_json(text) == sample()


def test_schema_refuses_what_is_no_report():
    data = json.loads(render_json(sample()))
    data["conflicts"][0]["severity"] = "deadly"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema(), cls=jsonschema.Draft202012Validator)


def rows(report):
    return list(csv_module.DictReader(io.StringIO(render_csv(report))))


def test_csv_has_a_row_a_side():
    found = rows(sample())
    assert tuple(found[0]) == COLUMNS
    for name, listed in (("disagreement", sample().conflicts), ("possible", sample().possible)):
        assert sum(row["list"] == name for row in found) == sum(len(conflict.sides) for conflict in listed)


@pytest.mark.parametrize(
    ("summary", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'␍=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("twelve - or more", "twelve - or more"),
        ('a "quoted", word\nand a line', 'a "quoted", word\nand a line'),
    ],
)
def test_csv_holds_no_formula(summary, cell):
    changed = altered(summary=summary)
    assert cell in {row["summary"] for row in rows(changed)}


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b2J", "\u202e", "\x07", "\ud800"])
def test_text_steers_no_terminal(sign):
    shown = render_text(altered(summary=f"before{sign}behind"))
    assert sign[0] not in shown
    assert "before" in shown


def test_text_names_every_source_of_a_reading():
    lines = render_text(sample()).splitlines()
    assert "       Coastal Wire (13 March 2024), copied by Island Courier; The Harbor Ledger (14 March 2024)" in lines
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", ["report.html", "report.HTM", "report.json", "report.csv", "report.txt"])
def test_save_follows_the_suffix(tmp_path, name):
    path = sample().save(tmp_path / name)
    wanted = FORMATS[SUFFIXES[path.suffix.lower()]](sample())
    assert path.read_bytes().decode("utf-8-sig") == wanted


def test_csv_is_saved_for_spreadsheets(tmp_path):
    assert sample().save(tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not sample().save(tmp_path / "r.txt").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("name", "format", "named"), [("r.docx", None, "docx"), ("r", None, "''"), ("r", "word", "word")]
)
def test_save_names_what_it_does_not_know(tmp_path, name, format, named):  # noqa: A002
    with pytest.raises(ValueError, match=named):
        sample().save(tmp_path / name, format)


def test_format_goes_before_suffix(tmp_path):
    assert sample().save(tmp_path / "r.txt", "json").read_text(encoding="utf-8").startswith("{")


def test_evidence_of_the_sample_is_true():
    """The sample itself: every claim, passage and mark stands where it says."""
    texts = {article.id: article.text for article in sample().articles}
    for found in sample().claims:
        span = found.content.span
        assert texts[found.article_id][span.start : span.end] == found.content.text
    assert LEDGER.text in texts.values()


def test_a_saved_file_has_the_mode_of_any_new_file(tmp_path):
    before = os.umask(0o027)
    try:
        path = sample().save(tmp_path / "r.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    def fail(*_):
        raise OSError("the disk is full")

    path = tmp_path / "r.txt"
    path.write_text("old")
    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(OSError, match="the disk is full"):
        sample().save(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_saving_through_a_link_keeps_the_link(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "r.txt")
    (tmp_path / "r.txt").write_text("old")
    sample().save(tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "r.txt").read_text() == render_text(sample())


def test_a_device_is_written_to():
    assert sample().save("/dev/null", "json").is_char_device()
