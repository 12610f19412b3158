"""The context of a value: what is counted, measured or dated, what governs it, and what is around."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment.clauses import telling_root
from factcheck.entities.roots import concept
from factcheck.text import fold
from pages import page, slot_of


def word(text):
    """The root of a word of a table."""
    return telling_root(fold(text)) if text else ""


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The barn held |3,200| sheep.", "sheep"),
        ("The barn held |3,200| of the sheep.", "sheep"),
        ("|Some 3,200| sheep were held there.", "sheep"),
        ("Divers found |12| old bronze coins in a lake.", "coins"),
        ("Divers found |12| bronze and silver coins.", "bronze"),
        ("A |14-year-old| boy fell.", "boy"),
        ("The quake killed |9| people.", "people"),
        ("The quake injured 9 and killed |40|.", "people"),
        ("The bridge cost |$4.2 million|.", ""),
        ("The fund gave |$4.2 million| in grants.", "grants"),
        ("Turnout was |61 percent|.", ""),
        ("The union lost |61 percent| of its members.", "members"),
        ("Then |85| villagers sang.", "villagers"),
        ("The fair opened on |Friday|.", ""),
        ("|12| were rescued.", ""),
        ("A |9-year-old| boy reportedly fell.", "boy"),
        ("A |9-year-old| fell.", ""),
        ("A |9-year-old| found the goat.", ""),
        ("The boy, |9|, fell.", "boy"),
        ("Tomas Vik, |9|, fell.", ""),
        ("His brother, |9-year-old| Tomas, fell.", "brother"),
        ("It hurt |9-year-old| Tomas.", ""),
        ("Then |85| villagers quietly sang.", "villagers"),
        ("It took |85| family members in.", "members"),
        ("It sold |85| newly built huts.", "huts"),
        ("It gave |85| villagers the money.", "villagers"),
        ("|Two| fled the fair.", ""),
        ("|Six| men aged 21 to 36 left.", "men"),
        ("|Two| 22-year-old women left.", "women"),
        ("|Two| people play golf.", "people"),
        ("|Four| bullets also hit North End Hardware.", "bullets"),
        ("|Three| Men Arrested After Fights", "men"),
        ("|Two| weapons experts left.", "experts"),
        ("A mother of |12| was hurt.", "children"),
        ("A father of |13| Otto Renk sang.", "children"),
        ("The flood left |two| goats missing.", "goats"),
        ("They found |two| missing goats.", "goats"),
        ("A woman in her |mid-20s| fell.", "woman"),
        ("Nora Quill, in her |40s|, fell.", ""),
    ],
)
def test_what_a_number_counts(text, head):
    assert slot_of(text)[1].head == word(head)


def test_a_plural_right_behind_a_number_is_no_verb():
    assert slot_of("|Nine| states left.")[1].head == concept("states")
    assert slot_of("|Nine| states, with Ohio, left.")[1].head == concept("states")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The barn held |3,200| sheep.", "held"),
        ("|Some 3,200| sheep were held there.", "held"),
        ("The bridge, built in |1971|, will close.", "built"),
        ("The bridge, built in 1971, will close in |May|.", "close"),
        ("In |Osterby|, 12 shops closed when 40 lorries stopped.", "closed"),
        ("In Osterby, 12 shops closed when |40| lorries stopped.", "stopped"),
        ("The choir sang, critics wrote, for |nine hours|.", "wrote"),
        ("Turnout was |61 percent|.", ""),
    ],
)
def test_the_verb_that_governs_a_value(text, verb):
    assert slot_of(text)[1].verb == word(verb)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Divers found coins in a lake on |Friday|.", "lake"),
        ("Quickly, |12| people left.", ""),
        ("Turnout in town was |61 percent|.", "town"),
        ("The bridge, |12 metres| long, sagged.", ""),
    ],
)
def test_the_noun_before_a_value(text, noun):
    assert slot_of(text)[1].noun == word(noun)


@pytest.mark.parametrize(
    ("text", "names", "own"),
    [
        ("The mayor, Nora Quill, found |12| coins.", "Nora Quill", "Nora Quill"),
        ("The mayor, who met Nora Quill while in Osterby, found |12| coins.", "Nora Quill Osterby", "Osterby"),
        ("They found |12| coins.", "", ""),
    ],
)
def test_names_beside_a_value(text, names, own):
    _, found = slot_of(text)
    assert found.names == set(map(word, names.split()))
    assert found.own_names == set(map(word, own.split()))


@pytest.mark.parametrize(
    ("text", "kind", "sort"),
    [
        ("They found |12| coins.", "count", "count"),
        ("The quake killed |9| people.", "toll people killed", "toll"),
        ("The quake injured |9| people.", "toll people injured", "toll"),
        ("The bridge cost |$4 million|.", "money USD", "money"),
        ("The bridge cost |€4 million|.", "money EUR", "money"),
        ("The bridge is |12 metres| long.", "measure length", "measure"),
        ("The siege lasted |12 days|.", "measure length of time", "measure"),
        ("Turnout was |61 percent|.", "percent", "percent"),
        ("The council voted |7-2|.", "vote", "vote"),
        ("The guests won |7-2|.", "score", "score"),
        ("A |14-year-old| boy fell.", "age", "age"),
        ("It opened on |Friday|.", "date", "day"),
        ("It opened in |May|.", "date", "month"),
        ("It opened in |1971|.", "date", "year"),
        ("It opened at |9:40 a.m.|", "date", "clock"),
        ("It opened at |9:40 a.m. on Tuesday|.", "date", "day"),
        ("It opened in |Osterby|.", "place", "place"),
    ],
)
def test_the_sort_of_a_value(text, kind, sort):
    found = slot_of(text)[1]
    assert (found.kind, found.sort) == (kind, sort)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mill burned, police said |Monday|.", True),
        ("The mill burned, police said on |Monday|.", True),
        ("The mill burned, she told the board on |Monday|.", True),
        ("The mill burned, she said in a statement |Monday|.", True),
        ("She announced late on |Monday| that the mill would close.", True),
        ("She said the fire on |Monday| was small.", False),
        ("She said that on |Monday| the mill burned.", False),
        ("She said the mill burned |Monday|.", False),
        ("The mill burned |Monday|, police said.", False),
        ("She told of fires |Monday|.", True),
    ],
)
def test_whether_a_day_is_that_of_saying(text, said):
    assert slot_of(text)[1].of_saying is said


def test_words_count_the_less_the_farther_off_and_past_a_bound():
    _, found = slot_of("Farmers and bakers, said Nora, met |12| envoys and a bishop while rain fell.")
    order = [found.near[word(w)] for w in ("envoys", "bishop", "rain")]
    assert order == sorted(order, reverse=True)
    assert found.near[word("bakers")] < found.near[word("met")]
    assert word("said") not in found.near


def test_the_words_of_the_sentences_beside_count_apart():
    _, found = slot_of("A storm came. The barn held |12| sheep. A fence broke. Nobody wept.")
    assert found.around == {word(w) for w in ("storm", "came", "fence", "broke")}


def test_slots_of_one_sentence_know_each_other():
    own = page("a", "On Friday, 12 shops closed in Osterby. It rained for 2 days.")
    beside = {slot.value.text: sorted(other.value.text for other in slot.beside) for slot in own.slots}
    assert beside == {
        "Friday": ["12", "Osterby"],
        "12": ["Friday", "Osterby"],
        "Osterby": ["12", "Friday"],
        "2 days": [],
    }


def test_a_slot_knows_how_many_values_of_its_kind_there_are_and_of_the_same_thing():
    own = page("a", "They lost 12 sheep. They lost twelve sheep. They lost 40 goats. Lost: 9 sheep. It took 2 days.")
    assert {(s.value.text, s.values, s.alike) for s in own.slots} == {
        ("12", 3, 2), ("twelve", 3, 2), ("40", 3, 1), ("9", 3, 2), ("2 days", 1, 1),
    }  # fmt: skip


def test_a_number_of_a_quotation_is_quoted_and_one_of_reported_speech_is_told():
    own = page("a", "“We lost 40 boats,” Nora Quill said. She said 12 crews were paid.")
    assert [(slot.value.text, slot.quoted) for slot in own.slots] == [("40", True), ("12", False)]


@pytest.mark.parametrize(
    ("at", "content"),
    [
        ("wept", "The choir wept at dawn."),
        ("unsafe", "the bridge was unsafe"),
        ("safe now", None),
        ("3 gliders", "The pilot landed 3 gliders."),
    ],
)
def test_the_statement_in_which_a_place_lies(at, content):
    text = (
        "The choir wept at dawn. Nora Quill said the bridge was unsafe. “It is safe now, we think,” Quill said."
        " The pilot landed 3 gliders."
    )
    found = page("a", text).statement(text.index(at))
    assert (found and found.content.text) == content


def test_numbers_of_an_article():
    assert page("a", "They found 3,200 coins; “in 1971”, he said, two of 9:40.").numbers == {"3,200", "1971", "9:40"}


PARTS = ["They found", "12 coins", "in Osterby", "on Friday", ".", ",", "Nora Quill, 51,", "“", "”", "said", "while"]
PARTS += ["A 14-year-old boy", "\n\n", "$4 million", "7-2", "in May 2019", "\n", "killing 9 people"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_slots_stand_where_they_say(parts):
    text = " ".join(parts)
    own = page("a", text)
    starts = [slot.span.start for slot in own.slots]
    assert starts == sorted(set(starts))
    for slot in own.slots:
        assert text[slot.span.start : slot.span.end] == slot.value.text
        start, end = own.clauses.sentences[slot.sentence].range
        assert start <= slot.span.start < end
        assert all(0 < near <= 1 for near in slot.near.values())
        assert slot.own_names <= slot.names <= slot.near.keys()
        assert 1 <= slot.alike <= slot.values
        assert all(slot in other.beside and slot is not other for other in slot.beside)
