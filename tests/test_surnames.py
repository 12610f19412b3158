"""Which words stand alone as a person's last name does, and what that makes of longer names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.names import find_names
from factcheck.extraction.surnames import surnames
from growth import assert_in_step


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Arendsund was late.", {"Arendsund"}),
        ("At noon, Arendsund walked home.", {"Arendsund"}),
        ("“We won,” Arendsund said.", {"Arendsund"}),
        ("The Arendsund was late.", set()),
        ("Ivalu Arendsund was late.", set()),
        ("The boats of Arendsund sailed.", set()),
        ("In Arendsund, tired boys slept.", set()),
        ("Arendsund, a town, was quiet.", set()),
    ],
)
def test_surnames(text, found):
    assert surnames(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ivalu Arendsund came by boat. Arendsund was late.", "person"),
        ("Ivalu Arendsund came by boat.", "unknown"),
        ("They came to Ivalu Arendsund by boat. In Arendsund was a fair.", "unknown"),
        ("Ivalu Kanna Pipa Arendsund came by boat. Arendsund was late.", "unknown"),
    ],
)
def test_a_name_whose_last_word_stands_alone_is_a_persons(text, kind):
    assert find_names(text)[0].kind == kind


@given(st.text())
def test_any_text_has_surnames_or_none(text):
    assert all(word in text for word in surnames(text))


@pytest.mark.parametrize("unit", ["Arendsund ", "Arendsund, ", "A was ", "Arendsund walk", "A’"])
def test_work_grows_in_step_with_the_text(unit):
    assert_in_step(lambda length, word: surnames(f"{word} {(unit * length)[:length]}"), 4000)
