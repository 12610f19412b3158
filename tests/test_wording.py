"""What two versions of one quotation are found to differ in, and what counts as the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.collation import collate
from factcheck.comparison.context import Context
from factcheck.comparison.house_style import keys
from factcheck.comparison.tokens import Piece, reading
from factcheck.comparison.wording import compare_wording
from factcheck.models import Group, Link, When
from quoted import named, quoted

SPEAKER = "Ines Okafor"


def compared(*texts, score=0.99, forms=(), chained=((), (), (), ()), copies=(), topic="utterance"):
    """The comparison of all quotations of these articles, as one group."""
    forms = forms or ["direct"] * len(texts)
    made = [
        quoted(name, text, speaker=SPEAKER, form=form, chained=chain, copy_of="a" if name in copies else None)
        for name, text, form, chain in zip("abcd", texts, forms, chained, strict=False)
    ]
    claims = [claim for _, own in made for claim in own]
    ids = [claim.id for claim in claims]
    links = [Link(a=a, b=b, score=score) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    group = Group(id="g", topic=topic, claims=tuple(sorted(ids)), links=tuple(links))
    articles = [article for article, _ in made]
    return compare_wording(group, Context.of([group], claims, articles)), {a.id: a for a in articles}


def natures(*texts, **options):
    return [(c.nature, c.severity) for c in compared(*texts, **options)[0].conflicts]


def agreed(*texts, **options):
    return [a.nature for a in compared(*texts, **options)[0].agreements]


LONG = "“We have checked every cable on the north pier, twice, because the storm may come back,” Okafor said."
HEG = "“The Biden administration preferred the kid gloves approach,{}"


@pytest.mark.parametrize(
    ("nature", "severity", "one", "other"),
    [
        (
            "truncated",
            "medium",
            HEG.format("” he said. He left."),
            HEG.format(" allowing millions of people to flood in.” He left."),
        ),
        (
            "altered",
            "medium",
            "“The old piles were checked by divers,” she said.",
            "“Some of the old piles were checked by divers,” she said.",
        ),
        (
            "altered",
            "medium",
            "“We will open the pier on Monday,” she said.",
            "“If the divers agree, we will open the pier on Monday,” she said.",
        ),
        (
            "truncated",
            "high",
            "“We will open the pier on Monday,” she said.",
            "“We will open the pier on Monday if the divers agree,” she said.",
        ),
        (
            "truncated",
            "high",
            "“We have opened the pier to the ferries.”",
            "“We have opened the pier to the ferries today.”",
        ),
        (
            "truncated",
            "medium",
            "“We open the old pier. Then we rest.”",
            "“We open the old pier for all who come by sea. Then we rest.”",
        ),
        (
            "altered",
            "low",
            "“We've been securing other people's borders for a long time.”",
            "“We’ve been securing other people’s border for a long time.”",
        ),
        (
            "altered",
            "high",
            "“The crew pulled 14 divers out of the harbour.”",
            "“The crew pulled 15 divers out of the harbour.”",
        ),
        (
            "altered",
            "high",
            "“We will close the north pier this winter.”",
            "“We will not close the north pier this winter.”",
        ),
        (
            "altered",
            "high",
            "“I have told Marlow to close the north pier.”",
            "“I have told Denham to close the north pier.”",
        ),
        (
            "altered",
            "medium",
            "“The crew left the burning ferry at dawn.”",
            "“The crew left the sinking ferry at dawn.”",
        ),
        ("altered", "low", "“The crew left the burning ferry at dawn.”", "“The crew left a burning ferry at dawn.”"),
        (
            "altered",
            "low",
            "“We were told to leave the ferry at dawn.”",
            "“They were told to leave the ferry at dawn.”",
        ),
        (
            "altered",
            "medium",
            "“We counted the boats in the harbour twice.”",
            "“We counted the boats in the harbour often.”",
        ),
        (
            "reordered",
            "medium",
            "“If the divers find another broken cable,” Okafor said, “the whole pier will be closed.”",
            "“The whole pier will be closed if the divers find another broken cable.”",
        ),
        (
            "spliced",
            "medium",
            "“The divers went down at dawn and nobody was hurt by it.”",
            "“The divers went down at dawn. It was cold and windy. I was glad. And nobody was hurt by it.”",
        ),
    ],
)  # fmt: skip
def test_a_disagreement_in_either_order(nature, severity, one, other):
    chained = ((1,), (), ()) if nature == "reordered" else ((), ())
    assert natures(one, other, chained=chained) == [(nature, severity)]
    assert natures(other, one, chained=chained[1::-1]) == [(nature, severity)]


@pytest.mark.parametrize(
    ("nature", "one", "other"),
    [
        ("identical", LONG, LONG.replace("“", "").replace("We have", "“We have")),
        ("identical", "“We won't close the old pier,” she said.", "“We won’t close the old pier.”"),
        ("translated_mark", "“We won't close the old pier,” she said.", "“We will not close the old pier.”"),
        (
            "translated_mark",
            "“It's the colour of the harbour that we organised.”",
            "“It is the color of the harbor that we organized.”",
        ),
        ("translated_mark", "“We thank every one of the divers.”", "“We thank everyone of the divers.”"),
        ("translated_mark", "“Twelve of us left the long-term berth.”", "“12 of us left the longterm berth.”"),
        ("translated_mark", "“We opened James’ old pier to the ferry.”", "“We opened James’s old pier to the ferry.”"),
        (
            "part",
            "“Every cable we cut is a danger to ships.”",
            "“We said so. Every cable we cut is a danger to ships. That is all.”",
        ),
        ("part", "“The divers went down at dawn,” she said.", "“I saw it. The divers went down at dawn. I was glad.”"),
        ("part", "“We will close the pier at noon.”", "“As you know, we will close the pier at noon.”"),
        ("elided", "“We have checked every cable ... because the storm may come back.”", LONG),
        (
            "elided",
            "“We have checked every cable on the north pier,” she said, “because the storm may come back.”",
            LONG,
        ),
        ("part", "“We have checked every cable on the north pier, twice ...”", LONG),
        ("bracketed", "“We have checked every cable on [that] pier, twice, because the storm may come back.”", LONG),
        (
            "bracketed",
            "“We [the crew] have checked every cable on the north pier, twice, because the storm may come back.”",
            LONG,
        ),
    ],
)  # fmt: skip
def test_no_disagreement_in_either_order(nature, one, other):
    chained = ((1,), ()) if " she said, " in one else ((), ())
    assert (natures(one, other, chained=chained), agreed(one, other, chained=chained)) == ([], [nature])
    assert (natures(other, one, chained=chained[::-1]), agreed(other, one, chained=chained[::-1])) == ([], [nature])


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("unrelated", "“The bread is warm at nine on Sundays.”", LONG),
        ("a shared phrase", "“On the north pier they sell ice cream.”", LONG),
        ("a repeated phrase with another end", "“On the north pier, because of ice, all is shut.”", LONG),
        ("reworded throughout", "“Twice we looked at what holds the pier up there, for fear of more wind.”", LONG),
    ],
)
def test_statements_with_little_in_common_are_neither(why, one, other):
    found, _ = compared(one, other)
    assert (found.conflicts, found.agreements) == ((), ()), why


@pytest.mark.parametrize(
    ("days", "nature"),
    [
        (("2025-03-03", "2025-03-05"), ["altered"]),
        # Too far apart for short words, which a speaker says again.
        (("2025-03-03", "2025-06-05"), []),
    ],
)
def test_two_occasions_neither_disagree_nor_agree(days, nature):
    texts = "“The crew pulled 14 divers out of the harbour.”", "“The crew pulled 15 divers out of the harbour.”"
    found = dated(texts, days, said=(None, None))
    assert ([c.nature for c in found.conflicts], found.agreements) == (nature, ())


def test_what_was_said_when_the_other_was_printed_already_is_of_another_occasion():
    texts = "“The crew pulled 14 divers out of the harbour.”", "“The crew pulled 15 divers out of the harbour.”"
    before = When(end=date(2025, 3, 3), basis="published")
    after, same = (When(start=day, end=day, basis="relative") for day in (date(2025, 3, 4), date(2025, 3, 3)))
    assert not dated(texts, ("2025-03-03", "2025-03-05"), said=(before, after)).conflicts
    assert dated(texts, ("2025-03-03", "2025-03-05"), said=(before, same)).conflicts


def test_one_sentence_may_be_printed_as_two():
    one, other = (
        "“We opened the pier, and now we must close it.”",
        "“We opened the pier,” she said. “Now we must close it.”",
    )
    assert natures(one, other, chained=((), (1,))) == []


def test_a_few_words_with_others_between_them_are_not_quoted_alike():
    assert agreed("She called it “a plan for yesterday.”", "It is “a plan for the day before yesterday.”") == []


def dated(texts, days, said):
    """The comparison of one quotation each of two articles of these days, said at these times."""
    made = [
        quoted(name, text, day=day, speaker=SPEAKER, said=when)
        for name, text, day, when in zip("ab", texts, days, said, strict=True)
    ]
    (a,), (b,) = (claims for _, claims in made)
    group = Group(id="g", topic="utterance", claims=(a.id, b.id), links=(Link(a=a.id, b=b.id, score=0.99),))
    return compare_wording(group, Context.of([group], (a, b), [article for article, _ in made]))


@pytest.mark.parametrize(
    ("front", "found"),
    [("saw", [("altered", "high")]), ("denied there was", []), ("did not see", []), ("asked whether there was", [])],
)
def test_a_fragment_behind_a_negation_that_is_left_out(front, found):
    whole = "“We saw no reason for anyone to leave the pier at noon,” she said."
    part = f"She {front} “reason for anyone to leave the pier at noon”."
    assert natures(whole, part, forms=("direct", "mixed")) == found
    assert natures(part, whole, forms=("mixed", "direct")) == found


def test_fragments_are_parts_but_their_words_count():
    whole = "“We have only just begun to mend the north pier of the harbour.”"
    assert natures("They have “only just begun to mend the north pier.”", whole, forms=("mixed", "direct")) == []
    assert agreed("They have “only just begun to mend the north pier.”", whole, forms=("mixed", "direct")) == ["part"]
    assert natures("They have “only just begun to mend the south pier.”", whole, forms=("mixed", "direct")) == [
        ("altered", "high")
    ]
    assert (
        natures(
            "“an old pier with broken cables,” she called it.", "“It is an old pier with broken cables and no light.”"
        )
        == []
    )


def test_a_change_is_found_beside_sentences_that_only_one_has():
    shared = "“We {}dragged the nets up and emptied them on the pier. {} We sold every crab by noon.”"
    own = (
        "The boys from the mill came to help us with the ropes.",
        "My sister counted the crabs and wrote the number down.",
    )
    assert natures(shared.format("", own[0]), shared.format("not ", own[1])) == [("altered", "high")]
    assert natures(shared.format("", own[0]), shared.format("", own[1])) == []


def test_a_cut_is_found_before_sentences_that_only_one_has():
    cut = "“We dragged the nets up to the pier. The boys from the mill came to help. We sold every crab by noon.”"
    full = (
        "“We dragged the nets up to the pier because the tide had turned. My sister counted the crabs and wrote it all"
        " down. We sold every crab by noon.”"
    )
    assert natures(cut, full) == [("truncated", "medium")]


def test_indirect_speech_has_no_wording():
    found, _ = compared("She said “they will close the old north pier”", LONG, forms=("indirect", "direct"))
    assert found.conflicts == found.agreements == ()


def test_a_weak_link_says_nothing():
    one, other = "“The crew pulled 14 divers out of the harbour.”", "“The crew pulled 15 divers out of the harbour.”"
    assert natures(one, other, score=0.45) == []


def test_only_utterances_are_collated():
    assert compared(LONG, LONG, topic="person")[0].agreements == ()


def test_differing_words_are_marked_in_each_article():
    found, articles = compared(
        "“The crew left the burning ferry at dawn.”", "“The crew left the sinking ferry at dawn.”"
    )
    (conflict,) = found.conflicts
    marked = {
        articles[e.article_id].text[s.start : s.end]
        for side in conflict.sides
        for e in side.evidence
        for s in e.differing
    }
    assert marked == {"burning", "sinking"}
    assert {side.value for side in conflict.sides} == {f"The crew left the {word} ferry at dawn" for word in marked}
    assert conflict.summary == "Ines Okafor is quoted with “burning” by a and with “sinking” by b."


def test_the_place_of_words_that_are_missing_is_marked():
    short, long = (
        "“We will open the pier on Monday,” she said.",
        "“We will open the pier on Monday if the divers agree.”",
    )
    found, _ = compared(short, long)
    (conflict,) = found.conflicts
    marks = {(e.article_id, s.start, s.end) for side in conflict.sides for e in side.evidence for s in e.differing}
    at, start = short.index(",”"), long.index("if")
    assert {(a, s, e) for a, s, e in marks if a == "a"} == {("a", at, at)}
    assert min(s for a, s, _ in marks if a == "b") == start
    assert all(s < e for a, s, e in marks if a == "b")


def test_three_versions_make_one_table():
    one, other = "“The crew left the burning ferry at dawn.”", "“The crew left the sinking ferry at dawn.”"
    longer = "“I saw it. The crew left the burning ferry at dawn. It was cold.”"
    found, _ = compared(one, other, longer, other, copies="d")
    (conflict,) = found.conflicts
    assert [(side.articles, side.witnesses) for side in conflict.sides] == [(("a", "c"), 2), (("b", "d"), 2)]
    assert [a.side.articles for a in found.agreements] in ([("a", "c")], [("b", "d")])


def test_copies_of_one_text_do_not_agree():
    assert agreed(LONG, LONG, copies="b") == []


def test_the_order_of_articles_changes_no_id():
    one, other = "“The crew left the burning ferry at dawn.”", "“The crew left the sinking ferry at dawn.”"
    assert [c.id for c in compared(one, other)[0].conflicts] == [c.id for c in compared(other, one)[0].conflicts]


def test_a_quotation_goes_on_behind_its_attribution():
    split = "“We will open the pier on Monday,” Okafor said, “if the divers agree.”"
    whole = "“We will open the pier on Monday if the divers agree.”"
    assert natures(split, whole, chained=((1,), ())) == []
    assert agreed(split, whole, chained=((1,), ())) == ["identical"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("won't", "will not"), ("we’re", "we are"), ("I'd", "i would"), ("it's", "it is"), ("people’s", "people's"),
        ("U.S.", "united states"), ("Café", "cafe"), ("10,000", "10000"), ("Twelve", "12"), ("four", "4"),
        ("%", "percent"), ("6:00", "6"), ("6pm", "6 pm"), ("1.2bn", "1.2 billion"), ("Gov", "governor"),
        ("runnin'", "running"),
        ("harbour", "harbor"), ("your", "your"), ("realised", "realized"), ("travelling", "traveling"),
        ("calling", "calling"),
    ],
)  # fmt: skip
def test_words_as_they_are_compared(word, expected):
    assert " ".join(keys(word)) == expected


@given(st.text(max_size=80), st.text(max_size=80), st.booleans())
def test_any_two_texts_can_be_collated(a, b, closed):
    one, other = (reading([Piece(text, 7, closed)]) for text in (a, b))
    for token in one.tokens:
        assert 7 <= token.start < token.end <= 7 + len(a)
    for difference in collate(one, other).differences:
        assert 0 <= difference.a[0] <= difference.a[1] <= len(one.tokens)
        assert 0 <= difference.b[0] <= difference.b[1] <= len(other.tokens)


@given(st.text(alphabet="ab .,“”’\n", max_size=60))
def test_a_reading_agrees_with_itself(text):
    one = reading([Piece(text, 0, closed=True)])
    assert collate(one, one).differences == ()


def test_the_speaker_of_a_version_is_the_first_who_is_named():
    assert named("Okafor", LONG).mention.text == "Okafor"


SHORT = "“They have checked the cables on the north pier.”"
PART = "They have “checked the cables on the north pier,” she said."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((SHORT, SHORT), "“They have checked the cables on the north pier.” (word for word)"),
        ((LONG, LONG), "“We have checked every cable on the north pier, twice, because the …” (word for word)"),
        ((PART, SHORT), "“checked the cables on the north pier” (one quotes more of it)"),
        ((PART, SHORT, SHORT), "“checked the cables on the north pier” (some quote more of it)"),
    ],
)
def test_an_agreement_tells_the_words(texts, told):
    found, _ = compared(*texts, forms=["mixed" if text is PART else "direct" for text in texts])
    assert [a.summary for a in found.agreements] == [
        f"{len(texts)} independent articles quote Ines Okafor alike: {told}."
    ]
