"""Which statements are compared: what is found without a database, in few rows, is what the SQL finds."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment import blocking
from factcheck.alignment.blocking import Piece, candidates, joined, pieces

WORDS = st.sampled_from(["the", "of", "harbour", "gull", "lantern", "quay", "ferry", "brass", "kelp", "sluice", "tar"])
SAID = st.lists(st.lists(WORDS, max_size=40), max_size=14)


def rows_of(said, days=3, articles=2):
    return [
        Piece(claim, claim // articles, claim % days, part, codes)
        for claim, words in enumerate(said)
        for part, codes in pieces(words)
    ]


@given(SAID, st.integers(1, 3), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_few_rows_give_the_pairs_of_the_database(said, days, articles):
    rows = rows_of(said, days, articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "FEW", -1)
        assert list(candidates(rows)) == joined(rows)


def test_of_a_crowded_key_only_neighbours_in_time_are_pairs():
    rows = rows_of([["lantern", "sluice", f"pier{n}", f"post{n // 2}"] for n in range(60)], days=7)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "FEW", -1)
        assert list(candidates(iter(rows))) == joined(rows) != []


def test_few_rows_start_no_database(monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    rows = rows_of([["lantern", "sluice", "brass"]] * 3, articles=1)
    assert list(candidates(rows)) == [(0, 1), (0, 2), (1, 2)]
