"""Slots of long lists: what one slot costs does not grow with the list, and short ones lose nothing."""

import pytest

from factcheck.alignment.clauses import Clauses
from factcheck.alignment.facts import PARTNERS, compared
from factcheck.alignment.slots import CROWD, Page
from factcheck.extraction import extract
from factcheck.models import Article


def page(text, source="Harbour Post"):
    article = Article(source=source, text=text)
    return Page(article, extract(article))


def listing(rows, by=0):
    return page(
        "The tally reads " + ", ".join(f"{100 + k + by} crates for Dock{k}" for k in range(rows)) + ".", f"by {by}"
    )


def test_of_short_lists_all_pairs_are_compared():
    assert len(compared(listing(12), listing(12, by=1))) == 144


def test_of_long_lists_each_slot_is_compared_with_a_few():
    met = compared(listing(120), listing(120, by=1))
    assert len(met) <= PARTNERS * 240


def test_of_long_lists_those_are_compared_that_share_a_rare_word():
    text = " ".join(
        f"The keeper of the Tarn{chr(97 + k // 26)}{chr(97 + k % 26)} light counted {200 + k} gulls." for k in range(90)
    )
    met = compared(page(text, "a"), page(text, "b"))
    own = {x.span.start for x, y, _ in met if x.span == y.span}
    assert len(own) == 90


def test_beside_a_slot_of_a_list_stand_the_nearest_ones():
    slots = listing(60).slots
    assert max(len(slot.beside) for slot in slots) == 2 * CROWD
    assert all(
        other in slots[max(0, at - CROWD) : at + CROWD + 1] for at, slot in enumerate(slots) for other in slot.beside
    )


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The ferry sank near Tolland.", ["sank"]),
        ("Crews have also towed the barge.", ["towed"]),
        ("It opens soon, and they open late.", ["opens", "open"]),
        ("The locked gate was not yet closed.", ["closed"]),
        ("A meeting in training halls.", []),
        ("Dredging began.", ["Dredging", "began"]),
    ],
)
def test_verbs_are_told_by_their_ending_or_the_word_before(sentence, verbs):
    (told,) = Clauses(sentence).sentences
    assert [word for word, is_verb in zip(told.words, told.verbs, strict=True) if is_verb] == verbs
