"""The command line as its user sees it: data, messages, exit codes."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete

import factcheck
from factcheck import cli
from factcheck.knowledge import load

ROOT = Path(__file__).parent.parent
SEEDS = str(ROOT / "seeds")


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command; returns its exit code, standard output and standard error."""

    def run(*words, stdin=b""):
        monkeypatch.setattr(cli.signal, "signal", lambda *_: None)
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capsys.readouterr()
        return stopped.value.code, out, err

    return run


def test_the_summary_is_on_standard_output_and_nothing_else(run):
    code, out, err = run("report", SEEDS)
    assert code == 0
    assert "Secretary of War" in out
    assert err == ""


@pytest.mark.parametrize(
    ("suffix", "start"), [(".html", "<!doctype html>"), (".json", "{"), (".txt", ""), (".csv", "")]
)
def test_the_suffix_chooses_the_form(run, tmp_path, suffix, start):
    target = tmp_path / f"report{suffix}"
    code, out, err = run("report", SEEDS, "-o", target)
    assert (code, out) == (0, "")
    assert str(target) in err
    text = target.read_text(encoding="utf-8")
    assert text.lower().startswith(start)
    assert "Secretary of War" in text


def test_a_dash_is_standard_output(run):
    code, out, err = run("report", SEEDS, "-o", "-")
    assert (code, err) == (0, "")
    assert "Secretary of War" in out


@pytest.mark.parametrize("command", ["report", "add", "watch"])
def test_examples_stand_one_a_line(run, command):
    _, out, _ = run(command, "--help")
    assert "\\b" not in out
    assert re.search(rf"^ +factcheck {command} \S", out, re.MULTILINE)


KINDS = {"text": "plain text", "html": "web page", "mail": "e-mail"} | dict.fromkeys(("zip", "tar"), "archive")
KINDS |= dict.fromkeys(("gzip", "bzip2"), "compressed file")


@pytest.mark.parametrize("command", ["report", "claims", "add"])
def test_help_names_every_kind_of_input(run, command):
    told = " ".join(run(command, "--help")[1].split()).casefold()
    for kind in load("file_kinds")["kinds"]:
        assert KINDS.get(kind, kind) in told
    assert all(named in told for named in ("a folder", "a web address", "- for standard input"))


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("factcheck report art", "file,art"),
        ("factcheck report a.txt art", "file,art"),
        ("factcheck claims art", "file,art"),
        ("factcheck add stories.corpus art", "file,art"),
        ("factcheck status stor", "file,stor"),
        ("factcheck report -o rep", "file,rep"),
        ("factcheck report --decisions dec", "file,dec"),
        ("factcheck report --format mark", "plain,markdown"),
        ("factcheck rep", "plain,report"),
    ],
)
def test_a_shell_completes_files_options_and_choices(monkeypatch, words, completed):
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert BashComplete(cli.cli, {}, "factcheck", "_FACTCHECK_COMPLETE").complete() == completed


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_code_page_that_lacks_signs_stops_nothing(form):
    command = [sys.executable, "-m", "factcheck", "report", SEEDS, "--format", form]
    run = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"})
    text = run.stdout.decode("utf-8" if run.stderr else "cp1252")
    assert "Secretary of War" in text
    assert (b"written as UTF-8" in run.stderr) == (form == "markdown")


def test_an_unknown_suffix_is_bad_use(run, tmp_path):
    code, out, err = run("report", SEEDS, "-o", tmp_path / "report.docx")
    assert (code, out) == (2, "")
    assert "--format" in err


def test_two_runs_give_the_same_bytes_in_any_order(run):
    files = sorted((ROOT / "seeds").iterdir())
    first = run("report", "--format", "json", *files)
    assert first[0] == 0
    assert run("report", "--format", "json", *reversed(files)) == first
    assert list(json.loads(first[1])) == [
        "schema_version",
        "provenance",
        "articles",
        "stories",
        "claims",
        "groups",
        "conflicts",
        "possible",
        "unlisted",
        "agreements",
    ]


@pytest.mark.parametrize(("severity", "code"), [("low", 1), ("high", 0)])
def test_fail_on(run, severity, code):
    report = factcheck.check(SEEDS)
    assert "high" not in {c.severity for c in report.conflicts}
    assert run("report", SEEDS, "--fail-on", severity)[0] == code


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    code, out, err = run("report", "--format", "json", SEEDS, empty, missing)
    assert code == 2
    assert len(json.loads(out)["articles"]) == 5
    assert [line.split(": ")[:2] for line in err.splitlines()] == [
        ["factcheck", str(empty)],
        ["factcheck", str(missing)],
    ]
    assert [item["origin"] for item in json.loads(out)["provenance"]["left_out"]] == [str(empty), str(missing)]


def test_nothing_readable_gives_no_report(run, tmp_path):
    target = tmp_path / "report.html"
    code, out, err = run("report", tmp_path / "missing.txt", "-o", target)
    assert (code, out) == (2, "")
    assert "missing.txt" in err
    assert not target.exists()


def test_an_article_without_a_claim_is_named(run, tmp_path):
    bare = tmp_path / "bare.txt"
    bare.write_text("It rained.\n", encoding="utf-8")
    code, _, err = run("report", SEEDS, bare)
    assert code == 2
    assert err.startswith(f"factcheck: {bare}: ")


def test_claims_are_json_lines(run):
    code, out, err = run("claims", SEEDS)
    assert (code, err) == (0, "")
    claims = [factcheck.Claim.model_validate_json(line) for line in out.splitlines()]
    assert any(c.speaker and c.speaker.name == "Pete Hegseth" for c in claims)


def test_standard_input(run):
    code, out, _ = run("claims", "-", stdin="“The bridge is open again,” Mayor Ada Miller said on Monday.".encode())
    assert code == 0
    assert "Ada Miller" in out


def test_a_file_that_cannot_be_written_is_one_line(run, tmp_path):
    code, _, err = run("report", SEEDS, "-o", tmp_path / "no" / "such" / "report.html")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert "can't be written" in err


@pytest.mark.parametrize("words", [[], ["report"], ["report", "--colour", SEEDS], ["rapport"]])
def test_bad_use(run, words):
    code, out, err = run(*words)
    assert code == (2 if words else cli.BAD)
    assert "Usage" in err + out


def decisions_file(path, *conflicts):
    made = [{"conflict": conflict, "status": "confirmed", "note": "by ear"} for conflict in conflicts]
    path.write_text(json.dumps({"format": "factcheck-decisions", "version": 1, "decisions": made}))
    return path


def test_decisions_are_merged_and_stale_ones_named_in_one_line(run, tmp_path):
    found = json.loads(run("report", SEEDS, "--format", "json")[1])["conflicts"][0]["id"]
    first = decisions_file(tmp_path / "a.json", found, "0123456789ab")
    second = decisions_file(tmp_path / "b.json", "ba9876543210")
    code, out, err = run("report", SEEDS, "--format", "json", "--decisions", first, "--decisions", second)
    assert code == 0
    assert err == "factcheck: decided, but not found any more: 0123456789ab, ba9876543210\n"
    assert [d["conflict"] for d in json.loads(out)["decisions"]] == sorted(["0123456789ab", "ba9876543210", found])


@pytest.mark.parametrize("content", [None, "", "{", '{"format": "factcheck-decisions", "version": 9}', "[1]"])
def test_a_file_that_holds_no_decisions_is_bad_use(run, tmp_path, content):
    path = tmp_path / "decisions.json"
    if content is not None:
        path.write_text(content)
    code, out, err = run("report", SEEDS, "--decisions", path)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith(f"Error: {path}: ")


def test_the_module_runs():
    done = subprocess.run([sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, check=True)
    assert factcheck.__version__ in done.stdout


def test_every_command_and_option_is_documented():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for name, command in cli.cli.commands.items():
        section = text.split(f"\n## factcheck {name}", 1)[1].split("\n## ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(f"`{option}" in section for option in parameter.opts), (name, parameter.name)


def test_every_setting_is_documented():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for key in factcheck.Settings.model_fields:
        assert f"| `{key}` |" in text


def test_config_names_the_place_of_each_setting(run, tmp_path, monkeypatch):
    (tmp_path / "factcheck.toml").write_text("max_bytes = 7\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("config")
    assert (code, out.splitlines()[0]) == (0, f"max_bytes = 7  # {tmp_path / 'factcheck.toml'}")
    assert run("config", "--max-bytes", "8")[1].splitlines()[0] == "max_bytes = 8  # command line"


def test_a_setting_that_cannot_be_used_is_bad_use(run, tmp_path, monkeypatch):
    (tmp_path / "factcheck.toml").write_text("max_byte = 7\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, _, err = run("report", SEEDS)
    assert code == 2
    assert "'max_bytes'" in err


@pytest.mark.parametrize("content", [None, "offices = 1 = 2", '[[offices]]\nid = "x"\n'])
def test_a_table_of_offices_that_cannot_be_used_is_bad_use(run, tmp_path, content):
    table = tmp_path / "own.toml"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    code, out, err = run("report", SEEDS, "--offices", table)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith(f"Error: {table}: ")


def test_help_of_every_command_says_what_it_does(run):
    for name in cli.cli.commands:
        code, out, _ = run(name, "--help")
        assert code == 0
        assert len(out.splitlines()) > 5


def test_a_report_without_a_place_to_go_is_refused_before_the_work(run, tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.pipeline.check", None)
    for target, reason in ((tmp_path / "none" / "x.html", "no such folder"), (tmp_path, "is a folder")):
        code, out, err = run("report", SEEDS, "-o", target, "--format", "html")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert err.startswith(f"factcheck: {target}: can't be written: {reason}")


def test_an_empty_word_is_no_folder(run):
    code, out, err = run("report", "")
    assert (code, out) == (2, "")
    assert "INPUT is empty" in err


@pytest.mark.skipif(not hasattr(cli.signal, "SIGPIPE"), reason="no pipes of this kind here")
def test_a_reader_that_leaves_early_is_no_error():
    command = [sys.executable, "-m", "factcheck", "claims", SEEDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == -cli.signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_device_is_one_line():
    command = [sys.executable, "-m", "factcheck", "report", SEEDS]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "factcheck: output: No space left on device\n")


def test_an_address_is_no_path_and_private_ones_are_refused(run):
    code, _, err = run("claims", "http://127.0.0.1:9/page")
    assert code == 2
    assert err.startswith("factcheck: http://127.0.0.1:9/page: is not fetched: 127.0.0.1 is a private")
    assert "can't be fetched (" in run("claims", "--private-addresses", "http://127.0.0.1:9/page")[2]


def test_columns_on_the_command_line(run, tmp_path):
    (tmp_path / "a.csv").write_text('brief,desk\n"""It is open,"" Ada Quill said.",Courier\n', encoding="utf-8")
    code, out, _ = run("claims", "--columns", "text=brief", "--columns", "source=desk", str(tmp_path / "a.csv"))
    assert (code, json.loads(out.splitlines()[0])["content"]["text"]) == (0, "It is open,")


@pytest.fixture
def corpus(run, tmp_path):
    """A corpus of the sample articles, and one file that is not there."""
    path = tmp_path / "stories.corpus"
    assert run("add", path, SEEDS, tmp_path / "missing.txt") == (
        2,
        "5 new, 0 changed, 0 unchanged, 1 left out\n",
        f"factcheck: {tmp_path / 'missing.txt'}: no such file or folder\n",
    )
    return path


def test_a_corpus_is_added_to_and_reported(run, corpus, tmp_path):
    whole = run("report", SEEDS, "--format", "json")[1]
    code, out, err = run("report", corpus, "--format", "json")
    assert (code, err) == (0, "")
    assert {**json.loads(out), "provenance": 0} == {**json.loads(whole), "provenance": 0}
    assert json.loads(out)["provenance"]["left_out"][0]["origin"] == str(tmp_path / "missing.txt")
    assert run("add", corpus, SEEDS) == (0, "0 new, 0 changed, 5 unchanged, 0 left out\n", "")


def test_the_status_of_a_corpus(run, corpus, tmp_path):
    code, out, err = run("status", corpus)
    assert (code, err) == (0, "")
    assert "articles    5\n" in out
    assert out.endswith(f"  {tmp_path / 'missing.txt'}: no such file or folder\n")
    found = json.loads(run("status", corpus, "--json")[1])
    assert found["articles"] == sum(found["outlets"].values()) == 5


def test_a_corpus_keeps_decisions(run, corpus, tmp_path):
    found = json.loads(run("report", corpus, "--format", "json")[1])["conflicts"][0]["id"]
    file = decisions_file(tmp_path / "a.json", found)
    first = run("report", corpus, "--decisions", file, "--format", "json")
    assert [d["conflict"] for d in json.loads(first[1])["decisions"]] == [found]
    assert run("report", corpus, "--format", "json") == first
    assert "decisions   1 (confirmed 1)\n" in run("status", corpus)[1]


def test_a_corpus_that_cannot_be_used_is_one_line(run, corpus, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("No corpus.")
    for words, reason in (
        (("status", tmp_path / "none"), f"factcheck: {tmp_path / 'none'}: no such corpus; factcheck add makes one\n"),
        (("add", other, SEEDS), f"factcheck: {other}: is no corpus: the file is no DuckDB database\n"),
        (("report", corpus, other), "a corpus is reported alone; put other inputs into it with factcheck add\n"),
    ):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert err.endswith(reason)


def test_a_corpus_without_an_article_gives_no_report(run, tmp_path):
    factcheck.Corpus(tmp_path / "empty.corpus").add()
    code, out, err = run("report", tmp_path / "empty.corpus")
    assert (code, out, err) == (2, "", f"factcheck: {tmp_path / 'empty.corpus'}: holds no article yet\n")


def test_a_single_article_has_nothing_to_be_compared_with(run, tmp_path):
    (tmp_path / "a.txt").write_text("“The bridge is closed,” Ada Quill said. She is the mayor.\n", encoding="utf-8")
    code, _, err = run("report", str(tmp_path / "a.txt"))
    assert code == 0
    assert "the only article: there is nothing to compare" in err
