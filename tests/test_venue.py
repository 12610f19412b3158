"""Where something was said, and where it happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.document import Document
from factcheck.extraction.venue import find_places, find_venue


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Osterby.", ["Osterby"]),
        ("In Porto, ferries stopped.", ["Porto"]),
        ("They met at Quarry Lane near the Dunmore Mill.", ["Quarry Lane", "Dunmore Mill"]),
        ("A film about Osterby opened off Kestrel Point.", ["Kestrel Point"]),
        ("They rallied outside the Ministry of Culture.", ["Ministry of Culture"]),
        ("She works at Reuters in Lisbon.", ["Lisbon"]),
        ("They met in March.", []),
        ("They met in English.", []),
        ("They met near Nora Quill.", []),
        ("They met near Dr. Quill.", []),
        ("They met on a quay.", []),
    ],
)
def test_places_stand_behind_a_preposition(text, found):
    assert [place.text for place in find_places(Document(text))] == found


@given(
    st.text() | st.lists(st.sampled_from(["in", "at", "the", "Osterby", "May", "Nora Quill", ".", "\n"])).map(" ".join)
)
def test_any_text_is_read_and_positions_hold(text):
    found = find_venue(text, 0, len(text))
    for place in (found, *find_places(Document(text))):
        assert place is None or text[place.span.start : place.span.end] == place.text
