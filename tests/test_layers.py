"""Data goes one way: a room imports the ground floor and its own files, never another room; an engine stands above."""

import ast
from pathlib import Path

import pytest

import factcheck

SRC = Path(factcheck.__file__).parent
ROOMS = {"reading", "extraction", "alignment", "comparison", "reporting"}
GROUND = {"models", "record", "settings", "text", "entities", "knowledge", "version", "garbage"}


def imported(path: Path) -> set[str]:
    """The first parts, below the package, of all that a module imports from it."""
    package = ("factcheck", *path.relative_to(SRC).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            names = [(*base, *(node.module or "").split("."), alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        else:
            continue
        for name in names:
            parts = [part for part in name if part]
            if parts[:1] == ["factcheck"] and len(parts) > 1:
                found.add(parts[1])
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_one_way(path):
    place = path.relative_to(SRC).parts[0].removesuffix(".py")
    if place in ROOMS:
        assert imported(path) <= GROUND | {place}
    elif place in GROUND:
        assert imported(path) <= GROUND
    elif place == "engines":
        assert imported(path) <= GROUND | ROOMS | {place}


@pytest.mark.parametrize("path", sorted((SRC / "reporting").glob("*.py")), ids=lambda p: p.stem)
def test_no_form_imports_the_report_that_gives_it(path):
    found = [
        node.module
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    assert "report" not in found
