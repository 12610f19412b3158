"""Documented commands under one name each. `nox` runs lint, types, tests and browser; `nox -l` lists all."""

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "types", "tests", "browser"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style and common mistakes."""
    session.install("ruff")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """Every test that needs no browser."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-m", "not browser", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """The report in Chromium; needs /usr/bin/chromium (on Debian: apt-get install chromium)."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-m", "browser", *session.posargs)


@nox.session(venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Every test that needs no browser, with each dependency at the oldest version that pyproject.toml allows."""
    session.install("--resolution", "lowest-direct", "-e", ".[dev]")
    # Old versions of libraries warn of what newer Pythons deprecate; only ours must not.
    session.run("pytest", "-W", "default", "-m", "not browser", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Every reader and extractor under a fuzzer, a minute each: nox -s fuzz -- [TARGET ...] [--seconds N]."""
    session.install("-e", ".[dev]", "atheris>=2.3")
    session.run("python", "fuzz/run.py", *session.posargs)


@nox.session
def explore(session: nox.Session) -> None:
    """Every property with examples that differ from run to run."""
    session.install("-e", ".[dev]")
    session.run("pytest", "-m", "hypothesis and not browser", "--hypothesis-profile", "explore", *session.posargs)


@nox.session
def audit(session: nox.Session) -> None:
    """Known vulnerabilities of the dependencies; without a network it says so."""
    session.install("-e", ".[all]", "pip-audit>=2.7")
    session.run("python", ".ci/audit.py")


@nox.session
def picture(session: nox.Session) -> None:
    """The picture of the README, docs/report.png; needs Chromium as above."""
    session.install("-e", ".[dev]", "pillow")
    session.run("python", "docs/picture.py", *session.posargs)


@nox.session
def accuracy(session: nox.Session) -> None:
    """Accuracy on gold data: nox -s accuracy -- DATA_DIR."""
    session.install("-e", ".[dev]")
    session.run("python", "benchmarks/accuracy.py", *session.posargs)


@nox.session
def speed(session: nox.Session) -> None:
    """Speed and memory: nox -s speed -- DATA_DIR [--most N] [--peers PYTHON]."""
    session.install("-e", ".[dev]")
    session.run("python", "benchmarks/speed.py", *session.posargs)


@nox.session
def spark(session: nox.Session) -> None:
    """The same bytes from Spark, with an executor killed on the way: nox -s spark -- DATA_DIR. Needs Java 17."""
    session.install("-e", ".[spark]", "pytest", "pytest-xdist", "hypothesis")
    session.run("pytest", "tests/test_engines_spark.py")
    session.run("python", "benchmarks/spark_same.py", "--kill", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation as a site in build/site; any warning is an error."""
    session.install("-e", ".[docs]")
    session.run("zensical", "build", "--strict", "--clean", "--config-file", "mkdocs.yml", *session.posargs)
