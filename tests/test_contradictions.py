"""Contrary acts of two articles on one story, and those that only look contrary."""

import tomllib
from pathlib import Path

import pytest

from factcheck.alignment.contradictions import group_acts
from factcheck.alignment.contrary_acts import EXCLUDED, NEGATED
from factcheck.settings import Settings
from pages import page

REST = " The hull lies in the yard at Kelmouth. Crews from Dunmore guard its cabins. Rain fell for hours."
AROUND = (
    " A light rain fell over the hills all evening. Several shops in the old quarter had shut early. A reporter from"
    " the radio walked around with a microphone. Schoolchildren waved at passing cyclists. The bakery on the corner"
    " was out of rolls by eight. An old clock struck nine, and somebody sang.",
    " Warm weather is forecast for the weekend. Vendors sold lemonade beside the fountain. Two musicians from a nearby"
    " village played the accordion. Some people stood on balconies with cameras. A dog barked at the pigeons. Traffic"
    " was light towards the coast, and the harbour was quiet.",
)
"""What else the two articles of a pair tell: of rare words in a story there is little to learn from one sentence."""

PAIRS = tomllib.loads((Path(__file__).parent / "contrary_pairs.toml").read_text(encoding="utf-8"))["pairs"]


def links(a, b):
    return [link for group in group_acts([a, b]) for link in group.links]


def outcome(row):
    """Where a pair is found: reported, possible, or missed."""
    a, b = page("a", row["one"] + AROUND[0]), page("b", row["other"] + AROUND[1], row.get("days", 0))
    sure = max((link.score for link in links(a, b)), default=0)
    settings = Settings()
    return "reported" if sure >= settings.sure else "possible" if sure >= settings.possible else "missed"


@pytest.mark.parametrize("row", [row for row in PAIRS if row["contrary"]], ids=lambda row: row["one"][:60])
def test_contrary_pairs(row):
    expected = "missed" if row.get("missed") else "possible" if row.get("possible") else "reported"
    assert outcome(row) == expected


@pytest.mark.parametrize("row", [row for row in PAIRS if not row["contrary"]], ids=lambda row: row["why"])
def test_look_alikes(row):
    assert outcome(row) == ("possible" if row.get("possible") else "missed")


def test_most_contraries_are_reported():
    told = [row for row in PAIRS if row["contrary"]]
    reported = [row for row in told if not row.get("missed") and not row.get("possible")]
    assert len(told) >= 80
    assert len(reported) >= 0.65 * len(told)
    assert sum(not row.get("missed") for row in told) >= 0.8 * len(told)


def contrary(one, other):
    a, b = page("a", one + REST), page("b", other + REST)
    found = []
    for link in links(a, b):
        spans = zip((a, b), link.values, strict=True)
        found.append((*link.evidence, *(own.article.text[s.start : s.end] for own, s in spans)))
    return found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Guards cleared the ferry.", "Guards never cleared the ferry.", [(NEGATED, "cleared", "never cleared")]),
        ("The court approved the plan.", "The court rejected the plan.", [(EXCLUDED, "approved", "rejected")]),
        ("The jury convicted the baker.", "The jury acquitted the baker.", [(EXCLUDED, "convicted", "acquitted")]),
        ("The union accepted the offer.", "The union did not accept it.", [(NEGATED, "accepted", "not accept")]),
        ("The union accepted the offer.", "The union did not accept the offer.", [(NEGATED, "accepted", "not accept")]),
        ("The court approved the plan.", "The court approved the plan.", []),
        ("The court did not approve the plan.", "The court rejected the plan.", []),
        ("The court never approved the plan.", "The court did not approve the plan.", []),
        ("Quill approved the plan.", "A court in Osterby rejected the plan of Marsh.", []),
        ("Inspectors cleared the ferry.", "The band never cleared customs.", []),
        ("The harbor opened a kiosk for tourists from abroad.", "A gardener never opened his mail that winter.", []),
        ("The jury rejected the plan.", "The jury didn't reject it.", [(NEGATED, "rejected", "didn't reject")]),
        ("The court rejected the plan. It did not reject the plan.", "The court did not reject the plan.", []),
    ],
)  # fmt: skip
def test_the_words_that_are_contrary(one, other, found):
    assert contrary(one, other) == found
    assert sorted(contrary(other, one)) == sorted((kind, y, x) for kind, x, y in found)


def test_a_statement_is_in_one_pair():
    one = "The council did not close the pool in Arnbach or sell the pool in Arnbach, the mayor said."
    other = "The council closed the pool in Arnbach and sold the pool in Arnbach."
    assert len(contrary(one, other)) == 1
