"""How often Python looks for garbage: seldom in our processes, and as it did in those that import the library."""

import gc
import subprocess
import sys

from factcheck.garbage import LOOK_AFTER, look_seldom


def test_our_processes_look_seldom():
    before = gc.get_threshold()
    try:
        look_seldom()
        assert gc.get_threshold()[0] == LOOK_AFTER
    finally:
        gc.set_threshold(*before)


def test_a_program_that_imports_the_library_keeps_its_own():
    code = (
        "import gc; before = gc.get_threshold(); from factcheck import check; check('A text.'); "
        "print(gc.get_threshold() == before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
