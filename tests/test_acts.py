"""The acts of an article, and what denies them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.acts import acts_of
from pages import page


def acts(text):
    own = page("a", text)
    return [(own.article.text[act.span.start : act.span.end], act.denied) for act in acts_of(own)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Inspectors cleared the ferry.", [("cleared", False)]),
        ("Inspectors never cleared the ferry.", [("never cleared", True)]),
        ("Inspectors did not clear the ferry.", [("not clear", True)]),
        ("Inspectors didn't clear the ferry.", [("didn't clear", True)]),
        ("Inspectors failed to clear the ferry.", [("failed", False), ("failed to clear", True)]),
        ("Inspectors refused to clear the ferry.", [("refused", False), ("refused to clear", True)]),
        ("Inspectors have yet to clear the ferry.", [("yet to clear", True)]),
        ("Inspectors decided not to clear the ferry.", [("decided", False), ("not to clear", True)]),
        ("Inspectors never came, but cleared it.", [("never came", True), ("cleared", False)]),
        ("Shops that failed tests closed.", [("closed", False)]),
        ("Inspectors did not fail to clear it.", [("not fail", True), ("not fail to clear", False)]),
        ("“We cleared the ferry on our own,” Ida Falk said.", [("cleared", False)]),
        ("Ida Falk said they had not sold the ferry.", [("not sold", True)]),
        ("The ferry is not green.", [("not green", True)]),
        ("A green ferry lay there.", []),
        ("The ferry remains closed for repairs.", [("closed", False)]),
        ("The owner plans to sell the ferry.", [("plans", False), ("sell", False)]),
        ("No tickets were sold for the ferry.", [("No tickets were sold", True)]),
        ("None of the crew wore a vest.", [("None of the crew wore", True)]),
        ("Not a single passenger wore a vest.", [("Not a single passenger wore", True)]),
        ("At no point were the engines started.", [("no point were the engines started", True)]),
        ("The owner sold no tickets for it.", [("sold no", True)]),
        ("The ferry had no lifeboats.", [("no lifeboats", True)]),
        ("The ferry had two lifeboats.", [("lifeboats", False)]),
        ("There is no lifeboat on the ferry.", [("no lifeboat", True)]),
        ("Falk is not a captain.", [("not a captain", True)]),
        ("Falk was not among the rescuers.", [("not among the rescuers", True)]),
        ("The ferry left without fuelling at Osterby.", [("left", False), ("without fuelling", True)]),
        ("Falk ruled out selling the ferry.", [("ruled", False), ("out selling", True)]),
        ("The owner has no plans to sell the ferry.", [("no plans", True), ("no plans to sell", True)]),
        ("Falk denied that the ferry had leaked.", [("denied", False), ("denied that the ferry had leaked", True)]),
        ("It is not true that the ferry leaked.", [("not true", True), ("true that the ferry leaked", True)]),
        ("Falk was on the ferry with his brother.", [("ferry", False), ("brother", False)]),
        ("Falk sailed alone to Osterby.", [("sailed", False), ("alone", False)]),
    ],
)  # fmt: skip
def test_acts(text, found):
    assert acts(text) == found


@pytest.mark.parametrize(
    ("text", "at", "mood"),
    [
        ("The owner sold the ferry.", 0, "told"),
        ("The owner will sell the ferry.", 0, "ahead"),
        ("The owner would not sell the ferry.", 0, "ahead"),
        ("The owner is going to sell the ferry.", 1, "ahead"),
        ("The owner plans to sell the ferry.", 1, "ahead"),
        ("The owner managed to sell the ferry.", 1, "told"),
        ("The owner cannot sell the ferry.", 0, "can"),
        ("The owner should sell the ferry.", 0, "must"),
        ("The owner had to sell the ferry.", 0, "must"),
    ],
)
def test_moods(text, at, mood):
    act = acts_of(page("a", text))[at]
    assert (act.group.mood, act.unsure) == (mood, False)


@pytest.mark.parametrize(
    "text",
    [
        "The owner may sell the ferry.",
        "The owner would have sold the ferry.",
        "The owner wants to sell the ferry.",
        "The owner had a plan to sell the ferry.",
        "If the owner sold the ferry, crews would go.",
        "Crews asked whether the owner sold the ferry.",
        "Has the owner sold the ferry?",
        "The owner no longer sold the ferry.",
        "The fee for selling the ferry is high.",
    ],
)
def test_what_is_only_thought_of(text):
    assert all(act.unsure for act in acts_of(page("a", text)) if act.low in ("sell", "sold", "selling"))


@pytest.mark.parametrize(
    ("text", "subject", "theme"),
    [
        ("The owner sold the ferry.", "owner", "ship"),
        ("The ferry was sold by its owner.", "ship", "ship"),
        ("The owner of the dock, a widow, has sold it.", "owner", "owner"),
        ("In the night the owner sold it.", "owner", "owner"),
        ("Most of the owners sold.", "owner", "owner"),
        ("One of the owners of the docks sold.", "owner", "owner"),
        ("The owner met Falk and sold it.", "owner", "owner"),
        ("The owner, who sold it, was ill.", "owner", "owner"),
        ("She sold the ferry.", "", "ship"),
    ],
)
def test_who_does_it_and_to_what(text, subject, theme):
    (act,) = (act for act in acts_of(page("a", text)) if act.low == "sold")
    assert (act.subject.head, act.theme) == (subject, theme)


@pytest.mark.parametrize(
    ("text", "restricted"),
    [("Men who sold ferries had to go.", True), ("The men, who sold ferries, had to go.", False)],
)
def test_a_relative_clause_that_tells_which(text, restricted):
    (act,) = (act for act in acts_of(page("a", text)) if act.low == "sold")
    assert act.subject.restricted is restricted


WORDS = [
    *(
        "the",
        "owner",
        "of",
        "ferry",
        "not",
        "never",
        "no",
        "to",
        "has",
        "had",
        "was",
        "who",
        ",",
        "and",
        "sold",
        "sells",
    ),
    *("selling", "Falk", "with", "alone", "he", "without", "that", "if"),
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_row_of_words_has_acts_within_it(words):
    own = page("a", "Rain fell there. " + " ".join(words) + ".")
    for act in acts_of(own):
        assert own.article.text[act.span.start : act.span.end].strip()
        assert act.core <= act.terms
