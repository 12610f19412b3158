"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

LOOK_AFTER = 100_000
"""New objects after which it looks."""

_lock = Lock()
_checks: list[tuple[int, int, int]] = []
"""How often Python looked when each check that is under way began."""


def look_seldom() -> None:
    """Look for garbage less often in this process, to its end, as a process does that is ours.

    Claims and the like never end in a circle, so looking for circles after every 700 new objects, as Python does by
    itself, is a tenth to a quarter of the work for nothing.
    """
    gc.set_threshold(LOOK_AFTER)


@contextmanager
def seldom() -> Iterator[None]:
    """Look for garbage less often inside of the block; the last of several blocks, of any threads, puts it back."""
    with _lock:
        _checks.append(gc.get_threshold())
        if len(_checks) == 1 and 0 < _checks[0][0] < LOOK_AFTER:
            look_seldom()
    try:
        yield
    finally:
        with _lock:
            before = _checks.pop()
            if not _checks:
                gc.set_threshold(*before)
