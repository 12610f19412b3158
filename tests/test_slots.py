"""What governs a number or a year in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.slots import governors, origin, sites


@pytest.mark.parametrize(
    ("sentence", "noun", "found"),
    [
        ("The barn held |3,200| sheep.", "sheep", {"<held"}),
        ("The barn held up to |3,200| sheep.", "sheep", {"<held"}),
        ("The work will last |16 months|.", "", {"<last"}),
        ("They will paint and last |16 months|.", "", {"<last"}),
        ("They sang for the last |16 months|.", "", {"<sang"}),
        ("Then |85| villagers sang.", "villagers", {">sang"}),
        ("Then |85| villagers were invited.", "villagers", {">invited"}),
        ("Then |85| villagers in boats sang.", "villagers", set()),
        ("She wrote in a |42|-page letter.", "pages", {"<wrote"}),
        ("She said |42| sheep were lost.", "sheep", {">lost"}),
        ("Three goats and |42| sheep.", "sheep", set()),
        ("Of the barn, |42| sheep.", "sheep", set()),
        ("In Osterby |42| sheep.", "sheep", set()),
    ],
)
def test_governors(sentence, noun, found):
    before, number, behind = sentence.split("|")
    assert governors(before + number + behind, len(before), len(before + number), noun) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("He was taken to Harbor Hospital in ", {"harbor hospital", "taken hospital"}),
        ("He saw the harbor master's office in ", {"harbor office", "master office", "saw office"}),
        ("He saw the office in ", {"saw office"}),
        ("Near Quarry Road, in ", {"quarry road"}),
        ("Hospital in ", set()),
        ("Three sheep were lost in ", set()),
        ("He was taken to Harbor Hospital near ", set()),
    ],
)
def test_sites(before, found):
    assert sites(f"{before}Osterby.", len(before)) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("The mill was built in ", "mill built"),
        ("The mill, built in ", "mill built"),
        ("The mill, which was built in ", "mill built"),
        ("The old mill was built in ", "old mill built"),
        ("The Osterby mill was built in ", "mill built"),
        ("The mill was first opened in ", "mill opened"),
        ("It was built in ", None),
        ("The Osterby Mill was built in ", None),
        ("A mill was there in ", None),
        ("The mill burned. It was rebuilt in ", None),
    ],
)
def test_what_came_to_be_in_a_year(before, found):
    assert origin(f"{before}1971.", len(before)) == found


@given(st.text(), st.integers(0, 20), st.integers(0, 20), st.text())
def test_any_text_is_looked_at(sentence, one, other, noun):
    start, end = sorted((one, other))
    assert all(word[0] in "<>" for word in governors(sentence, start, end, noun))
    assert origin(sentence, start) is None or origin(sentence, start)
