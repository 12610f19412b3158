"""Words, sentences, paragraphs and folding."""

from textwrap import fill

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


STORY = (
    "The mayor of Dunby, who had been away for most of the week, said on Monday that the old bridge would stay "
    "closed, and that nobody may cross it before the engineers have looked at each of its seven arches. Drivers who "
    "want to reach the station have to go round by the mill, as they did in the spring of the great flood."
)
BRIEFS = "\n".join(f"Item {k}: {'the bridge is closed, ' * k}says the mayor." for k in (1, 2, 1, 2, 1))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (fill(STORY, 72), STORY),
        (fill(STORY, 62) + "\n\n" + fill(STORY, 62), STORY + "\n\n" + STORY),
        (fill(STORY, 72).replace("\n", "\r\n"), STORY),
        (fill(STORY, 72) + "\n" + fill(STORY, 72, initial_indent="   "), STORY + "\n   " + STORY),
        # too wide, too narrow, too few lines, lines that end where they please
        *((text, text) for text in (STORY, fill(STORY, 100), fill(STORY, 40), fill(STORY[:200], 72), BRIEFS, "", "\n")),
    ],
)
def test_unwrapped(text, joined):
    assert t.unwrapped(text).replace("  ", " ") == joined.replace("  ", " ")


def test_the_lines_of_a_forwarded_mail_are_joined():
    mail = "Please read.\n" + "\n".join(f"> {line}" for line in fill(STORY, 70).splitlines()) + "\n>\n> Ann"
    told = t.unwrapped(mail)
    assert len(told) == len(mail)
    assert ">" not in told
    assert STORY.split() == told.splitlines()[1].split()
    assert t.unwrapped("> One line.\n> Two.") == "> One line.\n> Two."


@given(st.text(), st.integers(60, 80))
def test_unwrapping_moves_nothing(text, width):
    wrapped = fill(f"{STORY} {text} {STORY}", width)
    assert len(t.unwrapped(wrapped)) == len(wrapped)
    assert t.unwrapped(wrapped).split() == wrapped.split()


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


@given(st.text() | st.text("ab' _\"-’`´\n.1éﬁ½\x1c"))
def test_folded_words_are_the_words_of_the_folded_text(text):
    assert t.folded_words(text) == t.WORD.findall(t.fold(text))


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert t.fold(t.fold(text)) == t.fold(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was late, she said.Police came.", "It was late, she said\nPolice came."),
        ("They fell!Nobody saw it.", "They fell\nNobody saw it."),
        ("He saw Sgt.Hale, Mr.Bos and St.Clair.", "He saw Sgt.Hale, Mr.Bos and St.Clair."),
        (
            "Write to Lund.Org or bo@lund.Com, see www.lund.News.",
            "Write to Lund.Org or bo@lund.Com, see www.lund.News.",
        ),
        ("The U.S.Navy has No.5 and e.g.Lund.", "The U.S.Navy has No.5 and e.g.Lund."),
    ],
)
def test_lines_that_were_joined_are_parted(text, wanted):
    assert t.parted(text) == wanted


@given(st.text())
def test_parting_moves_no_position(text):
    assert len(t.parted(text)) == len(text)
