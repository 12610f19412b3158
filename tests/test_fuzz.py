"""The checks that a fuzzer runs: each holds for what it starts from, and for that cut, turned and mangled a little."""

import random

import pytest

from seeds import seeds_of
from targets import TARGETS

MANGLED = 2


def mangled(seed):
    """``seed``, cut short, turned around, and with a few bytes changed."""
    yield seed
    yield seed[: len(seed) // 2]
    yield seed[:1] + seed[:0:-1]
    for number in range(MANGLED):
        rng = random.Random(number)
        changed = bytearray(seed)
        for _ in range(8):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        yield bytes(changed)


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_fuzzer_checks_holds(name):
    for seed in seeds_of(name):
        for data in mangled(seed):
            TARGETS[name](data)
