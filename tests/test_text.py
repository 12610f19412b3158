"""Words, sentences, paragraphs and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import text as t


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Sen. Tom Cotton (R-Ark.) spoke. He left.", ["Sen. Tom Cotton (R-Ark.) spoke.", "He left."]),
        ("The U.S. Senate met. It rose.", ["The U.S. Senate met.", "It rose."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("Growth was 2.5 percent. Fine", ["Growth was 2.5 percent.", "Fine"]),
        ("One line\nanother. Line", ["One line", "another.", "Line"]),
        ("“Stop!” he cried. “Now.”", ["“Stop!” he cried.", "“Now.”"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text, expected):
    assert [text[a:b] for a, b in t.sentences(text)] == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [("“Ünïcode”", '"unicode"'), ("it’s", "it's"), ("a — b", "a - b"), ("A\u00a0 b", "a b"), ("wait…", "wait...")],
)
def test_fold_makes_equal(a, b):
    assert t.fold(a) == t.fold(b)


@given(st.text())
def test_ranges_are_ordered_and_inside(text):
    for ranges in (list(t.sentences(text)), list(t.paragraphs(text)), [m.span() for m in t.words(text)]):
        at = 0
        for start, end in ranges:
            assert at <= start < end <= len(text)
            at = end


@given(st.text())
def test_sentences_lose_no_word(text):
    assert [w.group() for a, b in t.sentences(text) for w in t.words(text[a:b])] == [w.group() for w in t.words(text)]


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert t.fold(t.fold(text)) == t.fold(text)
