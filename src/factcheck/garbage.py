"""How often Python looks for garbage that refers to itself, in the processes that are ours."""

import gc

LOOK_AFTER = 100_000
"""New objects after which it looks."""


def look_seldom() -> None:
    """Look for garbage less often in this process.

    Claims and the like never end in a circle, so looking for circles after every 700 new objects, as Python does by
    itself, is a tenth to a fifth of the work for nothing. A library leaves that to the program which imports it; the
    command line and the workers are programs.
    """
    gc.set_threshold(LOOK_AFTER)
