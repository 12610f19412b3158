"""The page on inputs names every kind, extra and limit, with the value that holds."""

import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import factcheck
import factcheck.reading
from factcheck.knowledge import load

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
LINES = PAGE.splitlines()
READERS = {"archives", "blob", "documents", "formats", "markup", "tables", "urls", "warc"}
OTHER = {"MAX_LABEL"}
"""A bound on what is recognised, which leaves nothing out."""


def constants():
    for module in iter_modules(factcheck.reading.__path__):
        if module.name in READERS:
            for name, value in inspect.getmembers(import_module(f"factcheck.reading.{module.name}")):
                if re.fullmatch("MAX_[A-Z]+|TIMEOUT", name) and name not in OTHER:
                    yield name, value


@pytest.mark.parametrize(("name", "value"), sorted(set(constants())))
def test_every_limit_is_named_with_its_value(name, value):
    assert any(line.startswith(f"| `{name}` | {value:,.0f} |") for line in LINES)


@pytest.mark.parametrize("name", ["max_bytes", "max_unpacked", "max_depth", "max_claims", "private_addresses"])
def test_every_setting_is_named_with_its_default(name):
    default = factcheck.Settings.model_fields[name].default
    shown = str(default).lower() if isinstance(default, bool) else f"{default:,}"
    assert any(line.startswith(f"| `{name}` (setting) | {shown} |") for line in LINES)


@pytest.mark.parametrize("suffix", load("file_kinds")["suffixes"])
def test_every_suffix_is_named(suffix):
    assert f"`{suffix}`" in PAGE


def test_every_extra_of_a_reader_is_named():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    used = set(re.findall(r"need\(\s*\"[\w.]+\", \"(\w+)\"", "".join(p.read_text() for p in source())))
    assert used == {"documents", "feeds", "tables", "warc", "web"} <= set(extras)
    assert {extra for extra in used if f"`{extra}`" not in PAGE} == set()


def test_every_field_is_named():
    fields = factcheck.Settings(columns={"text": "a"}).model_json_schema()["properties"]["columns"]["propertyNames"][
        "enum"
    ]
    assert all(f"| `{field}` |" in PAGE for field in fields)


def source():
    return sorted((ROOT / "src" / "factcheck" / "reading").glob("*.py"))


def test_the_example_runs():
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names = {}
    exec(code, names)
    assert [article.source for article in names["report"].articles] == ["Courier", "Herald"]
