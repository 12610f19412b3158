"""Whether work grows in step with what it is done on: calls of functions are counted, no clock is read."""

import sys
from functools import partial

LENGTH = 2_000
"""Characters of the shorter text."""

MOST = 6
"""Times as many calls that four times the text may take; work that grows by the square takes sixteen times as many."""

SPARED = 16 * LENGTH
"""Calls that a cache may have spared the shorter text; by the square it would be millions."""


def calls(work):
    """How many functions ``work`` calls, those written in C included."""
    count = 0

    def tell(_, event, __):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def assert_in_step(work, size):
    """``work`` takes a size and a word, which makes each text another one, so that no cache answers for it."""
    work(size, "First")  # what is made once, such as a table, is made now
    short, long = calls(partial(work, size, "Second")), calls(partial(work, 4 * size, "Third"))
    assert long <= MOST * short + SPARED
