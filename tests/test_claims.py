"""Claims as they are put together: title, subject, time, venue and numbers of a statement."""

from datetime import date
from textwrap import fill

import pytest

from factcheck import Article, Interval, extract

DAY = Interval(start=date(2025, 3, 5), end=date(2025, 3, 5))  # a Wednesday


def claims(text):
    return extract(Article(text=text, published=DAY))


def only(text, form):
    (claim,) = [claim for claim in claims(text) if claim.form == form]
    return claim


def test_a_statement_has_its_speaker_title_time_and_venue():
    claim = only("“The dam will hold,” Energy Minister Ada Miller said at a news conference on Monday.", "direct")
    assert claim.content.text == "The dam will hold,"
    assert (claim.speaker.name, claim.title.text, claim.cue.text) == ("Ada Miller", "Energy Minister", "said")
    assert (claim.said.start, claim.venue.text) == (date(2025, 3, 3), "a news conference")


def test_without_a_time_of_its_own_the_publication_bounds_a_statement():
    said = only("“The dam will hold,” Ada Miller said.", "direct").said
    assert (said.start, said.end, said.basis) == (None, DAY.end, "published")


def test_numbers_and_dates_inside_a_statement_are_its_own():
    told = only("Ada Miller said on Tuesday that the dam had passed a test in January.", "indirect")
    assert (told.said.text, [when.text for when in told.dates]) == ("Tuesday", ["January"])
    told = only("Ada Miller said that the dam had passed a test in January.", "indirect")
    assert (told.said.basis, [when.text for when in told.dates]) == ("published", ["January"])
    claim = only("“We counted 14 boats on March 3,” Ada Miller said on Tuesday.", "direct")
    assert [quantity.value for quantity in claim.quantities] == [14]
    assert [when.start for when in claim.dates] == [date(2025, 3, 3)]


def test_an_utterance_that_an_attribution_splits_is_chained():
    first, second = [
        c for c in claims("“The dam,” Ada Miller said, “will hold for a hundred years.”") if c.form == "direct"
    ]
    assert (first.continues, second.continues) == (None, first.id)


def test_a_title_with_an_office_goes_before_a_bare_one():
    text = "Secretary of State Ada Miller arrived.\n\n“We will talk,” Secretary Miller said."
    assert only(text, "direct").title.text == "Secretary of State"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Ada Miller arrived. Mayor Miller spoke.", ["Ada Miller", "Ada Miller"]),
        ("Mayor Ada Miller met Judge Tom Miller. Mayor Miller spoke.", ["Ada Miller", "Tom Miller", "Miller"]),
        ("Mayor Miller spoke.", ["Miller"]),
        ("Coach Butler spoke.", ["Butler"]),
        ("Head Porter Ada Lunn spoke.", ["Ada Lunn"]),
    ],
)
def test_a_surname_stands_for_the_only_full_name_that_has_it(text, names):
    assert [c.subject.name for c in claims(text) if c.title and c.form == "narration"] == names


def test_a_line_broken_by_its_length_ends_no_sentence():
    text = fill(
        "The people of Dunby wait for the bridge. “The dam will hold, and nobody here has to leave,” Energy Minister "
        "Ada Miller said at a news conference on Monday, after she had counted boats on the lake all morning long.",
        64,
    )
    claim = only(text, "direct")
    assert claim.content.text == "The dam will hold, and\nnobody here has to leave,"
    assert (claim.speaker.name, claim.title.text) == ("Ada Miller", "Energy Minister")
    assert claim.said.start == date(2025, 3, 3)


def test_two_facts_of_one_sentence_are_two_claims():
    facts = [c for c in claims("The blast killed 12 people and injured 30 people on Monday.") if c.quantities]
    assert [c.quantities[0].value for c in facts] == [12, 30]
    assert len({c.id for c in facts}) == 2
