"""One word of a name that two articles of a story spell differently."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.slips import BESIDE, FURTHER, NEAR, SLIP, SWAPPED, group_slips
from pages import page


def slips(*texts):
    """The two spellings, sorted, and the score of each link between articles a, b ..."""
    pages = {name: page(name, text) for name, text in zip("abcd", texts, strict=False)}
    found = []
    for group in group_slips(list(pages.values())):
        assert group.topic == "event"
        for link in group.links:
            spelled = []
            for claim, span in zip((link.a, link.b), link.values, strict=True):
                assert claim in group.claims
                spelled.append(pages[claim.partition(":")[0]].article.text[span.start : span.end])
            assert link.evidence == {SLIP: link.score}
            found.append((*sorted(spelled), link.score))
    return found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("A kayak drifted off Brannock Point.", "Two boys slept at Brannoch Point.", ("Brannoch", "Brannock")),
        ("A mason, Ulla Brandvik, sang.", "The goat of Ulla Brandvig bit him.", ("Brandvig", "Brandvik")),
        ("Snow shut the Kestellman Mills.", "A choir met in the Kestelmann Mills.", ("Kestellman", "Kestelmann")),
        ("Voters in Port Oludare queued.", "A kiosk in Port Oludaer burned.", ("Oludaer", "Oludare")),
        ("The warden Sarita Chaudhary ran.", "A goat bit Sarita Chaudhari.", ("Chaudhari", "Chaudhary")),
        ("The chef Tariq Baghdasar won.", "His uncle Tariq Bagdassar lost.", ("Bagdassar", "Baghdasar")),
        ("A goat of Jordan Moe's bit him.", "The kiosk of Jordon Moe burned.", ("Jordan", "Jordon")),
        ("A raft of the Vantora Society sank.", "He sued the Vantura Society.", ("Vantora", "Vantura")),
    ],
)
def test_a_shared_neighbour_in_the_name_tells_most(one, other, found):
    assert slips(one, other) == slips(other, one) == [(*found, BESIDE)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("A ferry sank near Brannock at dawn.", "A ferry sank off Brannoch.", ("Brannoch", "Brannock")),
        ("A ferry sank near Brannock's pier.", "A ferry sank off Brannoch’s pier.", ("Brannoch", "Brannock")),
        ("The striker, Okolie, limped.", "Fans saw how Okilie, a striker, cried.", ("Okilie", "Okolie")),
        ("The trawler Krzyzew leaked.", "Tugs towed the trawler Kryzzew.", ("Kryzzew", "Krzyzew")),
        ("They bottle the cider in Melcombe.", "Wasps ruined cider from Malcombe.", ("Malcombe", "Melcombe")),
        ("A judge fined Trevanion for a kiosk.", "The kiosk of Trevannian stays.", ("Trevanion", "Trevannian")),
    ],
)
def test_a_telling_word_of_both_sentences_tells_less(one, other, found):
    assert slips(one, other) == slips(other, one) == [(*found, NEAR)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He sued Brannock Advisers.", "The suit named Brannock Advisors."),
        ("He thanked City Manager Otto Brand.", "He met City Manger Otto Brand."),
        ("A ferry sank near Brannock.", "Some boys slept at Brannoch."),
        ("We told the people of Brannock.", "People of Brannoch had told us."),
        ("A ferry sank near Brannock.", "A ferry sank near Brannock."),
    ],
)
def test_nothing_telling_is_shared(one, other):
    assert slips(one, other) == []


@pytest.mark.parametrize(
    "more",
    [
        "The town of Brannock is older than Brannoch.",
        "Nobody at Brannock saw it.",
        "It was Brannock’s third.",
        "Brannock wept.",
        "They shouted: “Back to Brannock!”",
        "BRANNOCK MOURNS",
        "A Brannock-Moe tug came.",
    ],
)
def test_an_article_that_knows_both_means_two(more):
    one, other = "A ferry sank near Brannock Point.", "A ferry sank near Brannoch Point."
    assert slips(one, other)
    assert slips(one, f"{other} {more}") == slips(f"{other} {more}", one) == []
    assert slips(one, other, f"{other} {more}") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry Albatross sank.", "The ferry Albatrosses sank."),
        ("Snow shut the Kestelman Mills.", "A choir met in the Kestelmann Mills."),
        ("The ferry of Norwegian sailors sank.", "The ferry of Norwegians sank."),
        ("The Telemark Ferry Company paid.", "The Telemarks Ferry Company paid."),
        ("A ferry left Osterby Harbor.", "A ferry left Osterbyen Harbor."),
        ("A rally in Malmö Park ended.", "A rally in Malmo Park ended."),
        ("The mason Zoë Ibáñez-Ruiz sang.", "The mason Zoe Ibanez-Ruiz sang."),
        ("The mason José Ibáñez sang.", "The mason Jose Ibanez sang."),
        ("A ferry left Tornvik Harbor.", "A ferry left Bornvik Harbor."),
        ("A ferry left Tornvik Harbor.", "A ferry left Tarnvek Harbor."),
        ("A ferry left Brannock Harbor.", "A ferry left Brentack Harbor."),
        ("The ferry of Ula Moe sank.", "The ferry of Ula Mue sank."),
        ("The ferry R2D2X sank.", "The ferry R2D3X sank."),
        ("The ferry BRANNOCK sank.", "The ferry BRANNOCH sank."),
    ],
    ids=lambda text: text,
)
def test_forms_of_one_word_and_words_too_far_apart(one, other):
    assert slips(one, other) == []


@pytest.mark.parametrize("small", ["An albatros flew off.", "They saw no albatros."])
def test_words_that_stand_small_anywhere_are_no_names(small):
    one, other = "A ferry, the Albatrus, sank.", "A ferry, the Albatros, sank."
    assert slips(one, other)
    assert slips(f"{one} {small}", other) == slips(one, other, small) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teetering cranes fell on a ferry.", "Tethering a ferry is hard."),
        ("Stitches held the sails of a ferry.", "Switches on a ferry failed."),
        ("“Grumbling about a ferry helps,” he said.", "“Crumbling ferry,” he said. Grubbing a ferry is hard."),
        ("He said: Stitches held the ferry.", "He said: Switches held the ferry."),
    ],
)
def test_words_that_stand_large_only_at_a_start_are_no_names(one, other):
    assert slips(one, other) == []


@pytest.mark.parametrize("more", ["They left Brannock.", "The mayor, Brannock, wept."])
def test_a_name_at_a_start_that_stands_inside_a_sentence_elsewhere_is_one(more):
    one, other = "Brannock lost a ferry.", "A ferry left Brannoch."
    assert slips(one, other) == []
    assert slips(f"{one} {more}", other) == [("Brannoch", "Brannock", NEAR)]


def test_the_surest_of_the_places_is_shown():
    one = "A ferry left Brannock. Divers met at Brannock Point."
    other = "A ferry sank at Brannoch. Gulls nest on Brannoch Point."
    assert slips(one, other) == [("Brannoch", "Brannock", BESIDE)]


def test_a_slip_in_a_quotation_is_left_to_the_wording():
    assert slips("“A ferry left Brannock Point,” he said.", "“A ferry left Brannoch Point,” he said.") == []


WORDS = ["Brannock", "Brannoch", "Point", "ferry", "albatross", "Albatros", "sank", "in", "the", ".", ","]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=2, max_size=3)


@given(TEXTS)
def test_the_order_of_articles_changes_nothing_and_nobody_knows_both(texts):
    pages = [page(name, f"They went. {text}") for name, text in zip("abc", texts, strict=False)]
    expected = list(group_slips(pages))
    for order in itertools.permutations(pages):
        assert list(group_slips(order)) == expected
    by_id = {own.article.id: own for own in pages}
    for link in (link for group in expected for link in group.links):
        own = [by_id[claim.partition(":")[0]] for claim in (link.a, link.b)]
        places = zip(own, link.values, strict=True)
        spelled = {each.article.text[span.start : span.end].casefold() for each, span in places}
        assert len(spelled) == 2
        assert not any(spelled <= each.words for each in own)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Members of the KBDR marched.", "A raid on the KDRB hall failed.", [("KBDR", "KDRB", SWAPPED)]),
        ("Members of the KBDR marched.", "A raid on the KDRB hall failed. The KBDR sued.", [("KBDR", "KDRB", SWAPPED)]),
        ("Members of the KBDR marched.", "A raid on the KBDX hall failed.", []),
        (
            "The barge Harmelinda hit the quay with rapeseed.",
            "Rapeseed was on the Harmelore, a barge.",
            [("Harmelinda", "Harmelore", FURTHER)],
        ),
        ("The barge Harmelinda hit the quay.", "Geese followed the Harmelore.", []),
    ],
)
def test_acronyms_with_swapped_letters_and_words_further_apart(one, other, found):
    assert slips(one, other) == slips(other, one) == found
