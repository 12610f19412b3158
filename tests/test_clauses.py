"""Sentences by their words: which tell something, which are verbs and names, and what parts two clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.clauses import HALF, WHOLE, Clauses, Sentence, telling_root, told
from factcheck.alignment.information import RARE, information, stem
from factcheck.knowledge import load
from factcheck.text import fold


def sentence(text):
    return Sentence(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The barn, which held 3,200 sheep, burned down on Tuesday.", ["held", "burned"]),
        ("She will not testify.", ["testify"]),
        ("Nora Quill was elected mayor.", ["elected"]),
        ("The selected players were training hard.", ["training"]),
        ("The painted wall fell.", ["fell"]),
        ("It closes on Monday.", ["closes"]),
        ("It cheese on Monday.", []),
        ("He has been running the school for 20 years.", ["running"]),
        ("The town of Sunken Hill.", []),
        ("They spoke of farming.", ["spoke"]),
        ("Two were never found.", ["found"]),
        ("There was movement.", []),
        ("It is to reopen.", ["reopen"]),
        ("The crew was told.", []),
    ],
)
def test_verbs(text, verbs):
    found = sentence(text)
    assert [word for word, is_verb in zip(found.words, found.verbs, strict=True) if is_verb] == verbs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nora Quill met Osterby farmers.", ["Quill", "Osterby"]),
        ("On Tuesday they met in May.", []),
        ("They met She.", []),
        ("no one there", []),
    ],
)
def test_names_are_written_large_inside_the_sentence(text, names):
    found = sentence(text)
    assert [word for at, word in enumerate(found.words) if found.is_name(at)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quill sang. They met Quill.", [["Quill"], ["Quill"]]),
        ("Quill sang. They met him.", [[], []]),
        ("Farmers sang. In Farmers Lane a farmers choir met.", [[], ["Farmers", "Lane"]]),
        ("On Tuesday she sang. They met on Tuesday.", [[], []]),
    ],
)
def test_a_name_that_opens_a_sentence_is_one_elsewhere(text, names):
    found = Clauses(text).sentences
    assert [[one.words[at] for at in range(len(one.words)) if one.is_name(at)] for one in found] == names


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("He sang, and she left.", {",": HALF, "and": HALF}),
        ("He sang while she left; all wept.", {"while": WHOLE, ";": WHOLE}),
        ("He sang (badly).", {"(": WHOLE, ")": WHOLE}),
        ("He sang at noon.", {}),
    ],
)
def test_what_parts_two_clauses(text, bounds):
    found = sentence(text)
    assert {word: bound for word, bound in zip(found.words, found.bounds, strict=True) if bound} == bounds


@pytest.mark.parametrize("word", ["the", "was", "said", "tuesday", "may", "yesterday", "12", ",", "a", "of"])
def test_small_words_tell_nothing(word):
    assert telling_root(word) == ""


@pytest.mark.parametrize(("word", "found"), [("erupted", "erupt"), ("truck", "lorr"), ("lorries", "lorr")])
def test_a_telling_word_is_told_by_its_concept(word, found):
    assert telling_root(word) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "kill"),
        ("kills", "kill"),
        ("murder", "killed"),
        ("blaze", "fire"),
        ("lorries", "truck"),
        ("physicians", "doctor"),
        ("sold", "sale"),
        ("running", "ran"),
    ],
)
def test_forms_and_near_synonyms_tell_as_much(one, other):
    assert told(telling_root(one)) == told(telling_root(other))


@pytest.mark.parametrize("word", ["killed", "murder", "people", "blaze", "hospital"])
def test_a_concept_tells_as_little_as_its_commonest_word(word):
    assert told(telling_root(word)) < RARE


@pytest.mark.parametrize("word", ["zorvik", "brannock", "capsized", "kiln"])
def test_a_word_that_no_table_has_is_rare(word):
    assert told(telling_root(word)) == RARE


def test_no_common_word_tells_more_than_it_does_alone():
    common = [fold(word) for band in load("common_words")["bands"].values() for word in band]
    roots = {word: telling_root(word) for word in common if telling_root(word)}
    assert all(told(own) <= information(stem(word)) <= RARE for word, own in roots.items())
    assert set(map(told, roots.values())) <= {information(stem(word)) for word in common}


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Divers found |3,200 coins| in it.", ["3,200", "coins"]),
        ("Divers found 3,|20|0 coins in it.", ["3,200"]),
        ("Divers found| |coins.", []),
        ("|Divers| found coins.", ["Divers"]),
    ],
)
def test_the_words_of_a_range(marked, words):
    before, inside, behind = marked.split("|")
    found = sentence(before + inside + behind)
    first, last = found.at((len(before), len(before + inside)))
    assert found.words[first:last] == words


def test_a_word_is_counted_once_a_sentence():
    clauses = Clauses("The ice broke ice. The ice held. Nobody skated.")
    assert (clauses.counts["ice"], clauses.counts["skat"], clauses.counts["the"]) == (2, 1, 0)


@given(
    st.text()
    | st.lists(st.sampled_from(["The", "ice", "held", ".", "\n\n", "3,200", "“", ",", "Osterby"])).map(" ".join)
)
def test_lists_are_parallel_and_positions_true(text):
    clauses = Clauses(text)
    for number, one in enumerate(clauses.sentences):
        fields = (one.words, one.starts, one.ends, one.lows, one.roots, one.bounds, one.verbs)
        assert len({len(field) for field in fields}) == 1
        for word, start, end in zip(one.words, one.starts, one.ends, strict=True):
            assert text[start:end] == word
            assert clauses.index(start) == number
            first, last = one.at((start, end))
            assert one.words[first:last] == [word]
