"""The text form on a terminal: as wide as it is, with colours where they are wanted; in a pipe as it always was."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hostile
from factcheck.reporting.text import WIDTH, Screen, render_text
from sample import sample

pty = pytest.importorskip("pty", reason="no terminals of this kind here")
SEEDS = str(Path(__file__).parent.parent / "seeds")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
UNSET = {"NO_COLOR": None, "FORCE_COLOR": None, "COLUMNS": None, "TERM": "xterm"}


def shown(terminal, **environment):
    """What the command writes to a terminal, or to a pipe."""
    given = {**os.environ, **UNSET, **environment}
    given = {name: value for name, value in given.items() if value is not None}
    command = [sys.executable, "-m", "factcheck", "report", SEEDS]
    if not terminal:
        return subprocess.run(command, capture_output=True, check=True, env=given).stdout.decode()
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=given):
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # its writer has gone
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    return b"".join(parts).decode().replace("\r\n", "\n")


def widest(text):
    return max(map(len, COLOUR.sub("", text).splitlines()))


@pytest.fixture(scope="module")
def piped():
    return shown(terminal=False)


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_a_terminal_has_colours_where_they_are_wanted(environment, colour):
    text = shown(terminal=True, **environment)
    assert ("\x1b[" in text) == colour
    assert widest(text) <= 80


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("132", 132), ("7", 40)])
def test_lines_are_as_long_as_the_terminal_is_wide(columns, width):
    assert width - 12 < widest(shown(terminal=True, COLUMNS=columns)) <= width


@pytest.mark.parametrize("environment", [{"COLUMNS": "60"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_a_pipe_gets_the_same_whatever_the_terminal_is(piped, environment):
    assert shown(terminal=False, **environment) == piped
    assert "\x1b" not in piped


def test_forced_colours_change_nothing_else(piped):
    text = shown(terminal=False, FORCE_COLOR="1")
    assert text != piped
    assert COLOUR.sub("", text) == piped


@pytest.mark.parametrize("report", [sample(), hostile.report()], ids=["sample", "hostile"])
def test_every_colour_ends_on_its_line_and_nothing_foreign_is_one(report):
    text = render_text(report, Screen(colour=True))
    assert COLOUR.sub("", text) == render_text(report)
    assert all(
        re.fullmatch(r"(?:[^\x1b]*\x1b\[1[;0-9]*m[^\x1b]+\x1b\[0m)*[^\x1b]*", line) for line in text.splitlines()
    )


@pytest.mark.parametrize("width", [40, 66, WIDTH, 200])
def test_all_of_the_text_is_there_at_any_width(width):
    assert "".join(render_text(sample(), Screen(width=width)).split()).replace("=", "") == "".join(
        render_text(sample()).split()
    ).replace("=", "")
