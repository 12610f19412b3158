"""Compiled templates that are kept."""

import pytest
from jinja2 import DictLoader, Environment

from factcheck.reporting import template_cache
from factcheck.reporting.template_cache import TemplateCache


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(template_cache, "_FOLDER", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    return tmp_path


def rendered(template="Hello {{ name }}"):
    """What a new environment makes of a template, and whether it had to compile it."""
    compiled = []

    class Counting(Environment):
        def compile(self, *args, **kwargs):
            compiled.append(args)
            return super().compile(*args, **kwargs)

    made = Counting(loader=DictLoader({"page.html": template}), bytecode_cache=TemplateCache(), autoescape=True)
    return made.get_template("page.html").render(name="Ada"), bool(compiled)


@pytest.mark.usefixtures("folder")
def test_a_template_is_compiled_once():
    assert [rendered(), rendered()] == [("Hello Ada", True), ("Hello Ada", False)]


@pytest.mark.usefixtures("folder")
def test_a_changed_template_is_compiled_anew():
    rendered()
    assert rendered("Bye {{ name }}") == ("Bye Ada", True)


def test_a_broken_file_is_compiled_anew(folder):
    rendered()
    (kept,) = (folder / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert rendered() == ("Hello Ada", True)
    assert rendered() == ("Hello Ada", False)


def test_nothing_is_kept_where_python_keeps_none(folder, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert [rendered(), rendered()] == [("Hello Ada", True), ("Hello Ada", True)]
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written_to_is_no_matter(folder):
    (folder / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
    assert [rendered(), rendered()] == [("Hello Ada", True), ("Hello Ada", True)]
