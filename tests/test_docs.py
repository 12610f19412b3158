"""The documentation is true: its code runs, its links lead somewhere, and nothing public is left out."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import yaml
from markdown_it import MarkdownIt

import factcheck
from factcheck.entities.offices import Office
from factcheck.entities.organizations import OfficialName, Organization
from factcheck.knowledge import load
from factcheck.models import ConflictKind
from factcheck.reporting import FORMATS, SUFFIXES
from figures_page import with_figures
from golden_files import expected
from reference_page import reference_page
from worked_example import worked_example

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted(DOCS.glob("*.md"))]
pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


def fences(page):
    """The fenced blocks of a page, each with its language."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [(token.info.strip(), token.content) for token in tokens if token.type == "fence"]


@pytest.fixture
def workshop(tmp_path):
    """A folder with the sample articles, and an environment in which ``factcheck`` is a command."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    commands = tmp_path / ".commands"
    commands.mkdir()
    command = commands / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    path = os.pathsep.join([str(commands), environment.get("PATH", "")])
    return tmp_path, environment | {"PYTHONPATH": str(ROOT / "src"), "PATH": path, "PYTHONUTF8": "1"}


def run(command, workshop):
    folder, environment = workshop
    return subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300
    )


@pages
def test_python_of_a_page_runs_from_its_first_block_to_its_last(page, workshop, monkeypatch):
    monkeypatch.chdir(workshop[0])
    blocks = [content for language, content in fences(page) if language == "python"]
    exec(compile("\n".join(blocks), str(page), "exec", dont_inherit=True), {"__name__": "__main__"})


@pages
def test_commands_of_a_page_run_and_print_what_it_says(page, workshop):
    printed = None
    for language, content in fences(page):
        if language == "sh":
            if shutil.which("bash") is None:
                pytest.skip("no bash to run the commands")
            done = run(["bash", "-eu", "-c", content], workshop)
            assert done.returncode == 0, done.stderr
            printed = " ".join((done.stdout + done.stderr).split())
        elif language == "text" and printed is not None:
            for line in content.splitlines():
                assert " ".join(line.split()) in printed


@pages
def test_data_of_a_page_can_be_read(page):
    for language, content in fences(page):
        if language in ("json", "toml"):
            assert (json.loads if language == "json" else tomllib.loads)(content)


def anchors(page):
    """The anchors of a page's headings, as GitHub and the site make them."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    titles = [b.content for a, b in pairwise(tokens) if a.type == "heading_open"]
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", title.lower()).strip()) for title in titles}


def links(page):
    for token in MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            address = child.attrs.get("href") or child.attrs.get("src")
            if address and not re.match(r"https?:|mailto:", address):
                yield address


@pages
def test_links_lead_somewhere(page):
    for address in links(page):
        path, _, anchor = address.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), address
        assert not anchor or anchor in anchors(target), address


def test_notebooks_link_to_what_is_there():
    for path in (DOCS / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = "".join(line for cell in cells if cell["cell_type"] == "markdown" for line in cell["source"])
        for address in re.findall(r"\]\(([^)#]+)\)", text):
            assert (path.parent / address).exists(), address


def test_reference_is_what_the_code_says():
    assert expected(DOCS / "reference.md", reference_page()) == reference_page()


def test_every_public_name_has_its_place_in_the_reference():
    lines = (DOCS / "reference.md").read_text(encoding="utf-8").splitlines()
    for name in factcheck.__all__:
        assert f"### {name}" in lines or f"`factcheck.{name}`" in "\n".join(lines), name


@pytest.mark.parametrize("row", [Office, Organization, OfficialName])
def test_every_key_of_a_table_of_offices_is_documented(row):
    text = (DOCS / "offices.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in text for key in row._fields)


def test_worked_example_is_what_the_code_gives(workshop, monkeypatch):
    page = DOCS / "conflicts.md"
    before, figures, behind = re.split(
        r"(?<=sums of the first line:\n\n)|(?=\n\n\| evidence)", page.read_text(encoding="utf-8")
    )
    run(["bash", "-eu", "-c", re.search(r"```sh\n(.*?)```", before, re.DOTALL)[1]], workshop)
    monkeypatch.chdir(workshop[0])
    found = "".join((before, worked_example(factcheck.check("hall")), behind))
    assert expected(page, found) == found, figures


def test_every_piece_of_evidence_is_told():
    text = (DOCS / "conflicts.md").read_text(encoding="utf-8")
    named = {name for table in ("comparability", "certainty") for name in load(table)["weights"]}
    kinds = {kind.partition(" ")[2] for kind in named if kind.startswith("kind ")} | {"measure"}  # Its own weight is 0.
    assert [
        name for name in sorted(named) if name.partition(" ")[0] not in {*kinds, "kind"} and f"`{name}`" not in text
    ] == []


def test_every_module_of_the_map_is_there():
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:extraction|alignment|comparison|entities)\.\w+)`", text)
    assert [name for name in named if not (ROOT / "src" / "factcheck" / f"{name.replace('.', '/')}.py").exists()] == []


def test_every_kind_of_conflict_is_explained():
    text = (DOCS / "conflicts.md").read_text(encoding="utf-8")
    for kind in get_args(ConflictKind):
        section = text.split(f"\n## {kind.title()}\n", 1)[1].split("\n## ")[0]
        assert all(f"**{part}" in section for part in ("Compared:", "Doesn't count:", "Missed:")), kind


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", DOCS / "accuracy.md", DOCS / "expectations.md"], ids=lambda p: p.stem
)
def test_figures_are_those_of_the_table_and_the_pins(page):
    found = with_figures(page.read_text(encoding="utf-8"))
    assert expected(page, found) == found
    assert "<!-- figures: " in found


def test_every_form_of_the_report_is_documented():
    commands = (DOCS / "cli.md").read_text(encoding="utf-8")
    guide = (DOCS / "fact-checkers.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in commands for name in FORMATS)
    assert all(f"`{suffix}`" in guide for suffix in SUFFIXES if suffix != ".htm")


def test_every_session_of_nox_is_documented():
    sessions = re.findall(r"@nox\.session.*\ndef (\w+)\(", (ROOT / "noxfile.py").read_text(encoding="utf-8"))
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in sessions if f"| `nox -s {name}" not in page] == []


def test_site_holds_every_page():
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    parts = [part for entry in nav for part in entry.values()]
    listed = {page for part in parts for page in ([part] if isinstance(part, str) else part)}
    assert listed == {path.name for path in DOCS.glob("*.md")}
