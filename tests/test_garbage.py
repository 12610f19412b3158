"""How often Python collects garbage: less often in our processes and checks, and otherwise as before."""

import gc
import subprocess
import sys
from threading import Event, Thread

import pytest

from factcheck import check
from factcheck.garbage import THRESHOLD, collect_less_often, less_often


@pytest.fixture(autouse=True)
def threshold():
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_our_processes_collect_less_often():
    collect_less_often()
    assert gc.get_threshold()[0] == THRESHOLD


def test_a_check_collects_less_often_and_puts_back_what_was_set():
    seen = []
    check("A text.", progress=lambda *_: seen.append(gc.get_threshold()[0]))
    assert set(seen) == {THRESHOLD}
    assert gc.get_threshold() == (700, 10, 10)


def test_a_check_that_fails_puts_it_back_too():
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("A text.", progress=stop)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("own", [0, THRESHOLD + 1])
def test_a_program_that_collects_more_seldom_keeps_its_own(own):
    gc.set_threshold(own, 10, 10)
    with less_often():
        assert gc.get_threshold()[0] == own
    assert gc.get_threshold() == (own, 10, 10)


def test_the_last_of_several_threads_puts_it_back():
    inside, leave = Event(), Event()

    def other():
        with less_often():
            inside.set()
            leave.wait()

    with less_often():
        thread = Thread(target=other)
        thread.start()
        inside.wait()
    assert gc.get_threshold()[0] == THRESHOLD
    leave.set()
    thread.join()
    assert gc.get_threshold() == (700, 10, 10)


def test_a_program_that_imports_the_library_keeps_its_own():
    code = (
        "import gc; before = gc.get_threshold(); from factcheck import check; check('A text.'); "
        "print(gc.get_threshold() == before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
