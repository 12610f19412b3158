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
    ('"A bad day, "said Ann Lee. "We lost."', ["A bad day,", "We lost."]),
    ("“I made the call, “said Ann Lee. “It was hard.”", ["I made the call,", "It was hard."]),
    ('He said," We will win," and left.', ["We will win,"]),
    ("The 17” pipe is “the widest we have,” 0.98” thick.", ["the widest we have,"]),
    ('"It is a 12" pipe," he said. "It broke."', ['It is a 12" pipe,', "It broke."]),
    (
        "‘We fear the councillors’ vote, and the farmers’ union does too,’ he said. ‘It is ours since the ’60s.’",
        ["We fear the councillors’ vote, and the farmers’ union does too,", "It is ours since the ’60s."],
    ),
    ("She called it ‘a dam of paper’ and the boys’ club left.", ["a dam of paper"]),
    ("‘He called it “a mess” and I agree,’ she said.", ["He called it “a mess” and I agree,"]),
    ("‘We go home now.\n‘We won’t come back,’ she said.", ["We go home now.", "We won’t come back,"]),
    (
        "“You have to know the way.\nYou have to help us.” It ends there.",
        ["You have to know the way.", "You have to help us."],
    ),
    ("“We have nothing to hide, Ann Lee said. The town has 300 people.\nIt rained.", ["We have nothing to hide,"]),
    ("“We have time, she said. “We have boats.”", ["We have time,", "We have boats."]),
    ("“We have time. We have boats. “We wait.”", ["We have time. We have boats.", "We wait."]),
    ("He spoke of “a long road. The town has 300 people.\nIt rained.", ["a long road."]),
    ("The note read: “It is all ours. We paid for it.\nIt rained.", ["It is all ours. We paid for it."]),
    ("“It is all ours. We paid for it.\nIt rained.", ["It is all ours. We paid for it."]),
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
        ("She read “The Salt House” on the train.", True),
        ("The banners read “Rise Up.”", False),
        ("He acted in the movie “Eel Storm 3: Oh No Not Again!” last year.", True),
        ("In her autobiography, “The Cold Tap,” she tells it.", True),
        ("The paper “we all read” is gone.", False),
        ("She told “The Late Bell” radio show that it was so.", True),
        ("They sang the hymn “Come by Here,” and left.", True),
        ("She called the opera “three hours of rain.”", False),
        ("He likes “Bridge over Troubled Water” best.", True),
        ("Nobody heard him. “We're like ‘Ebony and Ivory,’” he said.", False),
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
