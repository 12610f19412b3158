"""The text form on a terminal: as wide as it is, with colours where they are wanted; in a pipe as it always was."""

import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import hostile
from factcheck.reporting.text import WIDTH, Screen, render_text
from sample import sample

pty = pytest.importorskip("pty", reason="no terminals of this kind here")
SEEDS = str(Path(__file__).parent.parent / "seeds")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
UNSET = {"NO_COLOR": None, "FORCE_COLOR": None, "COLUMNS": None, "TERM": "xterm"}


RUN = """
import json, os, sys
from factcheck import cli

for environment in json.loads(sys.argv.pop()):
    for name, value in environment.items():
        os.environ.pop(name, None) if value is None else os.environ.update({name: value})
    try:
        cli.main()
    except SystemExit as end:
        assert not end.code, end
    print("\x1e", end="", flush=True)
"""
"""Runs the command in one environment after the other, which differ in nothing but what `UNSET` names."""

WANTED = [
    ({}, True),
    ({"NO_COLOR": "1"}, False),
    ({"NO_COLOR": ""}, True),
    ({"TERM": "dumb"}, False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
]
WIDTHS = [("60", 60), ("132", 132), ("7", 40)]
OF_A_PIPE = [{}, {"COLUMNS": "60"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}]


def shown(environments, terminal):
    """What the command writes to a terminal, or to a pipe, in each of these environments."""
    given = json.dumps([UNSET | environment for environment in environments])
    command = [sys.executable, "-c", RUN, "report", SEEDS, given]
    if not terminal:
        out = subprocess.run(command, capture_output=True, check=True).stdout
    else:
        ours, theirs = pty.openpty()
        with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL):
            os.close(theirs)
            out = b"".join(iter(partial(_read, ours), b""))
        os.close(ours)
    texts = out.decode().replace("\r\n", "\n").split("\x1e")
    assert len(texts) == len(environments) + 1
    return {json.dumps(environment): text for environment, text in zip(environments, texts, strict=False)}


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # its writer has gone
        return b""


@pytest.fixture(scope="module")
def on_screen():
    widths = [{"COLUMNS": columns} for columns, _ in WIDTHS]
    return shown([*(environment for environment, _ in WANTED), *widths], terminal=True)


@pytest.fixture(scope="module")
def piped():
    return shown(OF_A_PIPE, terminal=False)


def widest(text):
    return max(map(len, COLOUR.sub("", text).splitlines()))


@pytest.mark.parametrize(("environment", "colour"), WANTED)
def test_a_terminal_has_colours_where_they_are_wanted(on_screen, environment, colour):
    text = on_screen[json.dumps(environment)]
    assert ("\x1b[" in text) == colour
    assert widest(text) <= 80


@pytest.mark.parametrize(("columns", "width"), WIDTHS)
def test_lines_are_as_long_as_the_terminal_is_wide(on_screen, columns, width):
    assert width - 12 < widest(on_screen[json.dumps({"COLUMNS": columns})]) <= width


@pytest.mark.parametrize("environment", OF_A_PIPE[1:-1])
def test_a_pipe_gets_the_same_whatever_the_terminal_is(piped, environment):
    assert piped[json.dumps(environment)] == piped["{}"]
    assert "\x1b" not in piped["{}"]


def test_forced_colours_change_nothing_else(piped):
    text = piped[json.dumps({"FORCE_COLOR": "1"})]
    assert text != piped["{}"]
    assert COLOUR.sub("", text) == piped["{}"]


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
