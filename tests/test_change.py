"""What a changed wording touches, how much that weighs, and which of several changes is told first."""

import pytest

from factcheck.comparison.change import SENSES, is_harmless, sense, weight
from factcheck.comparison.context import Context
from factcheck.comparison.tokens import Piece, reading
from factcheck.comparison.wording import compare_wording
from factcheck.models import Group, Link
from quoted import quoted

CHANGES = [
    ("number", "high", "14", "15"),
    ("number", "high", "two", "three"),
    ("negation", "high", "will", "will not"),
    ("negation", "high", "lost", "never lost"),
    ("contrary", "high", "lawfully", "unlawfully"),
    ("contrary", "high", "open", "shut"),
    ("name", "high", "to Marlow", "to Denham"),
    ("quantifier", "medium", "some", "most"),
    ("modal", "medium", "may", "must"),
    ("content", "medium", "burning", "sinking"),
    ("spelling", "low", "border", "borders"),
    ("spelling", "low", "said", "saying"),
    ("spelling", "low", "everyone", "everybody"),
    ("function", "low", "a", "the"),
    ("function", "low", "a", "one"),
    ("filler", "low", "", "um"),
]


def tokens(text):
    return reading([Piece(f"so {text}", 0, closed=True)]).tokens[1:]


@pytest.mark.parametrize(("touched", "severity", "one", "other"), CHANGES)
def test_what_a_change_touches(touched, severity, one, other):
    for a, b in ((one, other), (other, one)):
        assert sense("altered", tokens(a), tokens(b)) == touched
        assert weight("altered", tokens(a), tokens(b)) == severity
    assert touched in SENSES


@pytest.mark.parametrize(
    ("harmless", "severity", "tail"),
    [
        (True, "low", ", and we call it the old pier"),
        (True, "low", "and we are proud of it"),
        (True, "low", ", which is good news"),
        (False, "medium", "and the ferries"),
        (False, "medium", "for all who come by sea"),
        (False, "medium", ", and nobody will pay"),
        (False, "high", ", and only if it is safe"),
        (False, "high", "if the divers agree"),
        (False, "high", "unless it rains"),
        (False, "high", "by Friday"),
        (False, "high", "for 3 boats"),
        (False, "high", "next year"),
    ],
)
def test_a_cut_weighs_by_what_it_takes_away(harmless, severity, tail):
    text = f"We open the pier{tail}" if tail[0] == "," else f"We open the pier {tail}"
    words = reading([Piece(text, 0, closed=True)]).tokens[4:]
    assert is_harmless(words) is harmless
    assert weight("shortened" if harmless else "truncated", words, ()) == severity


def told(one, other):
    made = [quoted(name, f"“{text}”", speaker="Ines Okafor") for name, text in (("a", one), ("b", other))]
    (a,), (b,) = (claims for _, claims in made)
    group = Group(id="g", topic="utterance", claims=(a.id, b.id), links=(Link(a=a.id, b=b.id, score=0.99),))
    found = compare_wording(group, Context.of([group], (a, b), [article for article, _ in made]))
    return [(c.nature, c.severity, c.summary) for c in found.conflicts]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "We will have the old pier mended for 40 boats of this town.",
            "We will have an old pier mended for 30 ships of this town.",
            [("altered", "high", "Ines Okafor is quoted with “40 boats” by a and with “30 ships” by b. "
              "They also differ in “the” / “an”.")],
        ),
        (
            "All of the divers told us that they don't want the pier.",
            "All of the divers have told us they do want the pier.",
            [("altered", "high", "Ines Okafor is quoted with “don't” by a and with “do” by b. "
              "They also differ in “have” (only b) and “that” (only a).")],
        ),
        (
            "You have to know how to be patient always with the crews.",
            "You have to know how to be always patient with the crews.",
            [("reordered", "low", "a and b give words of Ines Okafor in another order: "
              "“patient always” and “always patient”.")],
        ),
        (
            "The boats were too slow to win and the crews too quick to be paid.",
            "The boats were too quick to win and the crews too slow to be paid.",
            [("reordered", "medium", "a and b give words of Ines Okafor in another order: "
              "“slow to win and the crews too quick” and “quick to win and the crews too slow”.")],
        ),
    ],
)  # fmt: skip
def test_the_gravest_difference_is_told_first(one, other, expected):
    assert told(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The end that is missing stands in the next quotation.
        ("We open it on Monday. Which is what the town wants.", "We open it on Monday, which is what the town wants."),
        # The article gives both versions.
        ("We have got a real issue here. We have got a big issue here.", "We have got a real issue here."),
    ],
)  # fmt: skip
def test_an_article_that_prints_both_is_no_witness(one, other):
    assert told(one, other) == []
