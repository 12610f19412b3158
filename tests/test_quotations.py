"""Quoted passages: which marks open and close, nest, or never close."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.extraction.nonspeech import is_fragment, names_a_work
from factcheck.extraction.quotations import PLACEHOLDER, find_quotations, mask

ROWS = [
    ("“We are late,” she said.", ["We are late,"]),
    ('"We are late," she said. "Go."', ["We are late,", "Go."]),
    ("''We are late,'' she said.", ["We are late,"]),
    ("``We are late,'' she said.", ["We are late,"]),
    ("«We are late», she said.", ["We are late"]),
    ("‘We are far too late,’ she said.", ["We are far too late,"]),
    ("'We don't want that,' she said, and the boys' club left.", ["We don't want that,"]),
    ("The boys' rooms and the girls' rooms aren't ready.", []),
    ("''He told me 'leave it' twice,'' she said.", ["He told me 'leave it' twice,"]),
    ("“They call it “the pit” here,” she said.", ["They call it “the pit” here,"]),
    ('"They call it "the pit" here," she said.', ['They call it "the pit" here,']),
    (
        "It is a “heavy load for us. He added that “nobody will carry it.”",
        ["heavy load for us.", "nobody will carry it."],
    ),
    ("“One paragraph without an end.\n“And a second one.”", ["One paragraph without an end.", "And a second one."]),
    ("It stands 6' 2\" tall.", []),
    ("“”", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quotations(text, expected):
    assert [text[q.inner_start : q.inner_end] for q in find_quotations(text)] == expected


def test_unclosed_is_told():
    text = "“One paragraph without an end.\n“And a second one.”"
    assert [(q.closed, q.paragraph) for q in find_quotations(text)] == [(False, 0), (True, 1)]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("She wrote the novel “The Long Way Home” there.", True),
        ("He was on “The Morning Hour” yesterday.", True),
        ("“Night Shift” star Ann Dole left.", True),
        ("She said “No Way” twice.", False),
        ("He replied, “Ask Bob.”", False),
        ("It was “a great day for us” there.", False),
    ],
)
def test_works(text, work):
    (quotation,) = find_quotations(text)
    assert names_a_work(text, quotation) is work


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("She called it “a mess” again.", True),
        ("She called it “a mess,” and left.", True),
        ("“Never!” she said.", False),
        ("She called it “a mess of the worst kind” again.", False),
    ],
)
def test_fragments(text, fragment):
    (quotation,) = find_quotations(text)
    assert is_fragment(text, quotation) is fragment


@given(st.text(alphabet=st.sampled_from("ab A.,!'\"“”‘’«»`\n"), max_size=60))
def test_quotations_lie_in_their_paragraph_and_order(text):
    at = 0
    for q in find_quotations(text):
        assert at <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        at = q.end


@given(st.text(alphabet=st.sampled_from("ab A.,'\"“”\n"), max_size=60))
@example("“''''a")
def test_mask_keeps_every_position(text):
    quotations = find_quotations(text)
    masked = mask(text, quotations)
    assert len(masked) == len(text)
    for q in quotations:
        assert set(masked[q.start : q.end]) <= {PLACEHOLDER, "."}
