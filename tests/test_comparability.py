"""How likely two values fill one fact, by their context alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.alignment.comparability import Model, Weigher, evidence, model
from pages import page, slot_of

REST = " The hull lies in the yard at Kelmouth. Crews from Dunmore guard 12 cabins. Rain fell on Monday for 3 hours."
"""What both articles tell besides, so that no value is the only one of its kind."""


def found(one, other, days=0):
    """The evidence of two marked values."""
    (a, x), (b, y) = slot_of(one + REST, "a"), slot_of(other + REST, "b", days)
    return evidence(x, y, (a, b), Weigher(a, b))


def likelihood(one, other, days=0):
    return model().probability(found(one, other, days))


HELD = "The market hall held |3,200| sheep on a stormy night."


@pytest.mark.parametrize(
    ("base", "likelier", "less"),
    [
        (HELD, "The market hall held |2,300| sheep.", "The market hall held |2,300| benches."),
        (HELD, "The market hall held |2,300| sheep.", "Thieves from abroad took |2,300| sheep."),
        (HELD, "That night |2,300| sheep were kept in the market hall.", "That night |2,300| sheep were sold abroad."),
        ("The tram hit a bus on |Friday|.", "The tram struck a bus on |Thursday|.", "The inquest opens on |Thursday|."),
        (
            "The tram line cost |$40 million|.",
            "The tram line cost |$44 million|.",
            "The mayor owes |$44 million|.",
        ),
        ("Turnout was |61 percent|.", "Turnout was |66 percent|.", "Of the wells, |66 percent| ran dry."),
        ("Otto Marsh, |34|, sings.", "Otto Marsh, |43|, sings.", "The tenor, a |43-year-old| man, sings."),
        ("The vault opened in |1971|.", "The vault first opened in |1961|.", "A flood drowned the valley in |1961|."),
        ("Twins were born in |Lisbon|.", "The twins were born in |Porto|.", "The firm rents a shed in |Porto|."),
    ],
)
def test_the_liker_two_contexts_the_likelier_they_are_of_one_fact(base, likelier, less):
    assert likelihood(base, likelier) > 0.5
    assert likelihood(base, likelier) > likelihood(base, less) + 0.05


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        (HELD, "The hall held |2,300| sheep.", "same head", 1),
        (HELD, "The hall held |2,300| goats.", "same head", 0),
        (HELD, "The hall held |2,300| goats.", "other head", 1),
        (HELD, "The hall held |2,300| goats.", "same verb", 1),
        (HELD, "The hall sold |2,300| sheep.", "other verb", 1),
        (HELD, "The hall held |2,300| sheep.", "one quoted", 0),
        (HELD, "“The hall held |2,300| sheep,” Ida Falk said.", "one quoted", 1),
        (HELD, "The hall held |2,300| sheep.", "days between", 0),
        ("The lake rose to |12 metres|.", "The lake was |13 metres|.", "one changes", 1),
        ("The lake rose to |12 metres|.", "The lake fell to |13 metres|.", "one changes", 0),
        ("Half of the |12| wells froze.", "The |13| wells froze.", "one of a part", 1),
        ("|Four| of the divers surfaced.", "|Five| divers surfaced.", "one of a part", 1),
        ("|Four| of them surfaced, the divers said.", "|Five| divers surfaced.", "one of a part", 1),
        ("|Four tonnes| of grain spoiled.", "|Five tonnes| spoiled.", "one of a part", 0),
        ("Miners of Osterby found |12| wells.", "Miners of Westhaven found |13| wells.", "strangers", 1),
        ("Miners of Osterby found |12| wells.", "Miners of Osterby found |13| wells.", "strangers", 0),
        ("On Friday, |12| wells froze.", "On Thursday, |13| wells froze.", "other day", 1),
        ("On Friday, |12| wells froze.", "On Friday, |13| wells froze.", "other day", 0),
        ("On Friday, |12| wells froze.", "On Friday, |13| wells froze.", "agreeing beside", 1),
        ("Otto Marsh, |34|, sings.", "Otto Marsh, |43|, sings.", "same person", 1),
        ("Otto Marsh, |34|, sings.", "A |43-year-old| sings.", "same person", 0),
    ],
)
def test_evidence(one, other, name, value):
    assert found(one, other)[name] == value


@pytest.mark.parametrize(
    ("one", "other", "days", "other_day"),
    [
        ("The barge sank on |Friday|.", "The barge sank on |Tuesday|.", 5, 1),
        ("The barge sank on |Friday|.", "The barge sank on |Friday|.", 5, 0),
        ("The barge sank on |Friday|.", "The barge sank on |Tuesday|.", 0, 0),
        ("The trial starts on |March 20|.", "The trial starts on |March 21|.", 5, 0),
    ],
)
def test_a_day_behind_the_other_article_is_of_another_fact(one, other, days, other_day):
    """The first article is of a Saturday, before that Tuesday, so that it can't tell of it; a plan both can tell."""
    assert found(one, other, days)["other day"] == other_day


def test_what_few_sentences_hold_tells_more():
    a, b = page("a", "A geyser broke. Sheep ran. Sheep ate."), page("b", "A geyser broke. Sheep ran. Sheep slept.")
    weigh = Weigher(a, b)
    assert weigh["geyser"] > weigh["sheep"] >= 0


def test_the_days_between_two_articles_count():
    values = [found(HELD, "The hall held |2,300| sheep.", days)["days between"] for days in (0, 2, 9)]
    assert values == sorted(set(values))


def test_terms_are_sorted_by_weight_and_add_up():
    fitted = Model({"near": 2.0, "far": -3.0, "none": 1.0}, 0.5)
    told = fitted.terms({"near": 1.0, "far": 1.0, "unknown": 9.0, "none": 0.0})
    assert list(told.items()) == [("far", -3.0), ("near", 2.0)]
    assert fitted.log_odds({"near": 1.0, "far": 1.0, "unknown": 9.0}) == -0.5


def test_every_weight_is_of_evidence_that_there_is():
    """A weight that no evidence asks for is an error of spelling, or left from another fit."""
    texts = [
        "|12| wells froze",
        "|12 metres| of silt froze",
        "|$12| froze",
        "|12 percent| froze",
        "It froze on |Friday|",
    ]
    texts += ["It froze in |May|", "It froze in |1971|", "It froze in |Osterby|", "Otto Marsh, |34|, froze"]
    texts += ["They voted |7-2|", "They won |7-2|", "The frost killed |12| people"]
    pairs = [(f"{text}.", f"{text}.") for text in (*texts, "It froze at |9:40 a.m.| or so")]
    pairs.append(("It froze on |Friday|.", "It froze in |May|."))
    names = {name for pair in pairs for name in found(*pair)} | {"margin", "best match"}
    assert set(model().weights) <= names


WORDS = [
    "geyser",
    "sheep",
    "Osterby",
    "froze",
    "on Friday",
    "12 wells",
    "in Porto",
    "$4 million",
    "while",
    ",",
    ". The",
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=12))
def test_evidence_does_not_hang_on_the_order_of_two_articles(one, other):
    a, b = (page(name, " ".join(words) + ".") for name, words in (("a", one), ("b", other)))
    there, back = Weigher(a, b), Weigher(b, a)
    for x in a.slots:
        for y in b.by_kind[x.kind]:
            forth = evidence(x, y, (a, b), there)
            assert forth == pytest.approx(evidence(y, x, (b, a), back))
            assert 0 < model().probability(forth) < 1
