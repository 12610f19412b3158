"""What is read keeps its line ends; what is written has line feeds alone and is UTF-8, on every system."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
import hostile
from factcheck import read
from factcheck.reporting import FORMATS

ROOT = Path(factcheck.__file__).parent
TEXT = (
    "By Ada Quill\n\n“The café is closed,” Ann Lee said on Monday.\n\nTwelve people left, she said.\n\n"
    "“It will open in spring,” said Bob Lee, the mayor of Aldine.\n"
)
ENDS = ["\n", "\r\n", "\r"]


@pytest.mark.parametrize("end", ENDS, ids=repr)
def test_a_text_is_kept_as_it_is_and_gives_the_same_claims(tmp_path, end):
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", end).encode())
    (tmp_path / "b.txt").write_bytes(TEXT.encode())
    (article,) = read(tmp_path / "a.txt").articles
    assert article.text == TEXT.replace("\n", end)
    found, plain = (factcheck.extract(read(tmp_path / name).articles[0]) for name in ("a.txt", "b.txt"))
    told = [[(c.form, c.content.text, c.speaker and c.speaker.name) for c in claims] for claims in (found, plain)]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_saved_has_line_feeds_alone(tmp_path, name):
    data = hostile.report("The café\r\nis\rclosed").save(tmp_path / "report", name).read_bytes()
    assert b"\r" not in data
    assert "é" in data.decode("utf-8-sig") or name == "claimreview"


def test_no_locale_changes_a_byte(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    written = set()
    for locale in ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"):
        environment = os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        environment["PYTHONPATH"] = str(ROOT.parent)
        command = [sys.executable, "-m", "factcheck", "report", path.name, "-o", "out.json"]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        written.add((tmp_path / "out.json").read_bytes())
    assert len(written) == 1


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.name)
def test_no_text_is_read_or_written_in_the_encoding_of_the_machine(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = {keyword.arg for keyword in node.keywords}
            if node.func.attr in ("read_text", "write_text"):
                assert "encoding" in named, f"{path}:{node.lineno}"
            assert node.func.attr != "write_text" or "newline" in named, f"{path}:{node.lineno}"
