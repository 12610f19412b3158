"""Where something was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.venue import find_venue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("she said in a statement on Monday", "a statement"),
        ("he told reporters at a crowded news conference", "a crowded news conference"),
        ("he said during a Fox News appearance", "a Fox News appearance"),
        ("she wrote on social media late on Friday", "social media"),
        ("he said on CNN", "CNN"),
        ("he wrote on X, the platform", "X"),
        ("the minister said in an interview with the BBC", "an interview"),
        ("he said in the park", None),
        ("he said on Xmas day", None),
        ("she said", None),
    ],
)
def test_find_venue(text, expected):
    found = find_venue(text, 0, len(text))
    assert (found and found.text) == expected


@given(st.text())
def test_any_text_is_read_and_positions_hold(text):
    found = find_venue(text, 0, len(text))
    assert found is None or text[found.span.start : found.span.end] == found.text
