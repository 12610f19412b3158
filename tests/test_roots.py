"""Which words are forms of one, and which stand for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.roots import concept, is_past, root
from factcheck.knowledge import load


@pytest.mark.parametrize(
    "forms",
    [
        "erupt erupts erupted erupting eruption",
        "sell sells sold selling sale",
        "win wins won winning",
        "arrive arrives arrived arrival",
        "flood floods flooded flooding",
        "child children",
        "city cities",
        "explode exploded explosion",
        "resign resigned resignation",
        "deny denied denies",
        "build built building",
        "strike struck strikes",
        "destroy destroyed destruction",
        "vaccinate vaccinated vaccination vaccines",
        "grow grew grown growth",
        "lose lost loss losses",
        "miss missed missing",
        "glass glasses",
        "bus buses",
        "rise rose risen",
        "die died dead death",
        "steal stole stolen theft",
        "injure injured injury injuries",
        "woman women",
        "foot feet",
        "run ran running",
        "nation nations national",
        "harbor harbor's harbors",
    ],
)
def test_forms_of_one_word_have_one_root(forms):
    assert len({root(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["sign sing", "sell cell", "flood floor", "rise raise", "fall fill", "glass gas", "is as"],
)
def test_other_words_have_other_roots(words):
    assert len({root(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("began started commenced", True),
        ("firm company", True),
        ("vessel ship boats", True),
        ("blaze fire", True),
        ("officer policeman", True),
        ("truck lorries", True),
        ("blaze flood", False),
        ("wife husband", False),
        ("ship train", False),
    ],
)
def test_near_synonyms_are_one_concept(words, one):
    assert (len({concept(word) for word in words.split()}) == 1) is one


def test_a_word_of_no_group_is_a_concept_of_its_own():
    assert concept("glaciers") == root("glacier") == root("glaciers")


@pytest.mark.parametrize("word", ["signed", "sold", "went", "sank", "struck", "brought", "stood"])
def test_a_past_form(word):
    assert is_past(word)


@pytest.mark.parametrize("word", ["sign", "sells", "need", "red", "bed", "goes", "harbor", "wed"])
def test_no_past_form(word):
    assert not is_past(word)


def test_the_table_of_irregular_forms_gives_no_form_to_two_verbs():
    owners = {}
    for verb, forms in load("word_forms")["verbs"].items():
        for form in forms.split():
            assert owners.setdefault(form, verb) == verb


@given(st.from_regex(r"[a-z]{3,10}[bfklmnprtvx]", fullmatch=True))
def test_number_and_possession_change_no_root(word):
    assert root(word) == root(f"{word}s") == root(f"{word}'s")


@given(st.text(max_size=20), st.sampled_from(["", "s", "ies", "ied", "ss", "izations", "'s"]))
def test_any_word_has_a_root(stem, ending):
    word = stem + ending
    assert concept(word) in {root(word), *(root(group.split()[0]) for group in load("near_synonyms")["groups"])}
