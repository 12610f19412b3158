"""House style inside quotation marks: what is written otherwise, but said alike."""

import pytest

from factcheck.comparison.collation import collate
from factcheck.comparison.house_style import same_sound, unmasked
from factcheck.comparison.tokens import Piece, reading

ALIKE = [
    ("It cost us $1.2bn in all.", "It cost us 1.2 billion dollars in all."),
    ("We lost £3m on the ferry.", "We lost 3 million pounds on the ferry."),
    ("We paid US$40 a head.", "We paid 40 dollars a head."),
    ("We open on the 1st of May.", "We open on May 1."),
    ("We open on 1 May.", "We open on May 1st."),
    ("Come at 6:00 p.m. sharp.", "Come at 6pm sharp."),
    ("Twenty-one of us left.", "21 of us left."),
    ("Two hundred and fifty cables broke.", "250 cables broke."),
    ("Ten thousand came.", "10,000 came."),
    ("It fell by five per cent.", "It fell by 5%."),
    ("She was the first to go.", "She was the 1st to go."),
    ("We do n't know, and I 'm tired.", "We don't know, and I'm tired."),
    ("The port ’s gate is shut.", "The port’s gate is shut."),
    ("Fish & chips for all.", "Fish and chips for all."),
    ("Ask Sen. Marlow.", "Ask Senator Marlow."),
    ("The U.S. is near.", "The United States is near."),
    ("We're gonna be runnin' late.", "We are going to be running late."),
    ("It is the [sic] best.", "It is the best."),
    ("[T]he pier is ours.", "The pier is ours."),
    ("The pier is twelve km long.", "The pier is 12 kilometers long."),
    ("Get off the f***ing pier.", "Get off the fucking pier."),
    ("The crews’ boats are old.", "The crew's boats are old."),
    ("THE PIER IS OURS.", "The pier is ours."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_written_otherwise_but_said_alike(one, other):
    a, b = (reading([Piece(text, 0, closed=True)]) for text in (one, other))
    assert collate(a, b).differences == ()
    assert collate(a, b).alike == ((0, len(a.tokens)), (0, len(b.tokens)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It cost us $1.2bn in all.", "It cost us 1.2 million dollars in all."),
        ("We open on the 1st of May.", "We open on May 11."),
        ("Twenty-one of us left.", "Twenty of us left."),
        ("Get off the f***ing pier.", "Get off the old pier."),
        ("They told us to go.", "They told the US to go."),
    ],
)
def test_said_otherwise(one, other):
    a, b = (reading([Piece(text, 0, closed=True)]) for text in (one, other))
    assert collate(a, b).alike is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("pay $1.2bn now", ["pay", "$1.2bn", "1.2bn", "$1.2bn", "now"]),
        ("the 1st of May", ["May", "1st"]),
        ("I 'm here", ["I 'm", "I 'm", "here"]),
    ],
)
def test_every_word_stands_where_it_is_printed(text, places):
    tokens = reading([Piece(text, 5, closed=True)]).tokens
    assert [f"     {text}"[token.start : token.end] for token in tokens] == places


def test_masks_and_sounds():
    assert unmasked("f***ing", "fucking")
    assert not unmasked("f***ing", "fun")
    assert not unmasked("***", "word")
    assert same_sound(["long", "term"], ["longterm"])
    assert not same_sound(["long"], ["short"])
