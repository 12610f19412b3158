"""What is built is whole and no more, and works where nothing else of the project lies."""

import email
import json
import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "factcheck"
KINDS = {".py", ".toml", ".html", ".css", ".js", ".typed"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = f"factcheck_news-{factcheck.__version__}"

pytestmark = pytest.mark.package


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the source distribution, and with the wheel that was built out of that."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


def sources():
    """The files of the package, by their paths below ``src``."""
    files = {path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.suffix for path in files} == KINDS
    return {path.relative_to(ROOT / "src").as_posix() for path in files}


def test_the_source_distribution_holds_the_package_and_its_papers(built):
    with tarfile.open(built / f"{NAME}.tar.gz") as archive:
        names = {member.name.removeprefix(f"{NAME}/") for member in archive if member.isfile()}
    papers = {"README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "SECURITY.md"}
    assert names == {f"src/{name}" for name in sources()} | papers | {"pyproject.toml", "PKG-INFO", ".gitignore"}


def test_the_wheel_holds_the_package_and_its_metadata(built):
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as archive:
        names = set(archive.namelist())
        metadata = email.message_from_bytes(archive.read(f"{NAME}.dist-info/METADATA"))
    papers = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"}
    assert names == sources() | {f"{NAME}.dist-info/{name}" for name in papers}
    required = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert sorted(required) == sorted(PROJECT["dependencies"])


def test_every_dependency_has_a_lower_bound():
    given = [*PROJECT["dependencies"], *(d for group in PROJECT["optional-dependencies"].values() for d in group)]
    unbound = {d for d in given if ">=" not in d and not d.startswith(("factcheck-news[", "types-"))}
    assert unbound == set()


def test_the_wheel_works_where_nothing_else_of_the_project_lies(built, tmp_path):
    ours = find_spec("pip") is not None  # A pip of its own takes seconds to unpack.
    venv.create(tmp_path / "venv", with_pip=not ours)
    (commands,) = (path for path in (tmp_path / "venv").iterdir() if path.name in ("bin", "Scripts"))
    python = next(path for path in commands.iterdir() if path.stem == "python")
    wheel = built / f"{NAME}-py3-none-any.whl"
    pip = (sys.executable, "-m", "pip", "--python", python) if ours else (python, "-m", "pip")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    # The dependencies come from here; a path in such a file brings no editable installation with it.
    inside = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    outside = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    Path(inside, "dependencies.pth").write_text("\n".join(outside), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FACTCHECK_"))}
    here = {"cwd": tmp_path, "env": environment}
    command = next(path for path in commands.iterdir() if path.stem == "factcheck")
    assert run(command, "--version", **here).strip() == f"factcheck, version {factcheck.__version__}"
    where = run(python, "-c", "import factcheck; print(factcheck.__file__)", **here).strip()
    assert Path(where).is_relative_to(Path(inside).resolve())
    seed = min((ROOT / "seeds").glob("*.txt"))
    run(command, "report", str(seed), "-o", "report.html", **here)
    assert "<!doctype html>" in (tmp_path / "report.html").read_text(encoding="utf-8")
    report = json.loads(run(command, "report", str(seed), "--format", "json", **here))
    assert report["claims"]
