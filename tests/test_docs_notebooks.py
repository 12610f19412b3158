"""The notebooks of the documentation run from top to bottom, and show what the library gives today."""

import re
import shutil
from pathlib import Path

import pytest

from golden_files import REFRESH

nbformat = pytest.importorskip("nbformat", reason="the notebooks need nbformat, of the extra dev")
nbclient = pytest.importorskip("nbclient", reason="the notebooks need nbclient, of the extra dev")
pytest.importorskip("ipykernel", reason="the notebooks need ipykernel, of the extra dev")
pytest.importorskip("matplotlib", reason="the notebooks need matplotlib, of the extra dev")
pytest.importorskip("narwhals", reason="the notebooks need narwhals, of the extra tables")
pytest.importorskip("pandas", reason="the notebooks need pandas, of the extra dev")

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
LARGEST = 300_000
"""Bytes of a notebook that is still quick to load and to review."""

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)


def shown(notebook):
    """What each cell shows, without pictures, whose bytes depend on the fonts and the version of matplotlib."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            data = [output.get("data", {}) | {"text": output.get("text")} for output in cell.outputs]
            cells.append([{k: v for k, v in one.items() if v and k != "image/png"} for one in data])
    return cells


@notebooks
def test_notebook_runs_and_its_outputs_are_of_today(path, tmp_path, monkeypatch):
    folder = tmp_path / "docs" / "notebooks"
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    saved = nbformat.read(path, as_version=4)
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    notebook.metadata.pop("language_info", None)
    if REFRESH:
        nbformat.write(notebook, path)
        saved = notebook
    assert shown(notebook) == shown(saved)
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@notebooks
def test_notebook_is_small_and_says_nothing_of_the_machine(path):
    text = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert len(text.encode()) < LARGEST
    assert notebook.metadata.kernelspec.name == "python3"
    assert not re.search(r"/home/|/tmp/|/Users/|[A-Z]:\\\\|iopub\.execute|Traceback", text)
    assert any("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", ()))


def test_there_is_a_notebook():
    assert NOTEBOOKS
