"""How often Python collects garbage that refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

THRESHOLD = 100_000
"""New objects after which Python collects, the first of the thresholds of ``gc``."""

_lock = Lock()
_checks: list[tuple[int, int, int]] = []
"""The thresholds of ``gc`` when each check that is under way began."""


def collect_less_often() -> None:
    """Collect less often in this process, to its end. Only for a process that is the library's own.

    Claims and the like never refer to each other in a circle. Looking for circles after every 700 new objects, as
    Python does by default, costs a tenth to a quarter of the work for nothing.
    """
    gc.set_threshold(THRESHOLD)


@contextmanager
def less_often() -> Iterator[None]:
    """Collect less often inside of the block. The last of several blocks, of any threads, restores the thresholds."""
    with _lock:
        _checks.append(gc.get_threshold())
        if len(_checks) == 1 and 0 < _checks[0][0] < THRESHOLD:
            collect_less_often()
    try:
        yield
    finally:
        with _lock:
            before = _checks.pop()
            if not _checks:
                gc.set_threshold(*before)
