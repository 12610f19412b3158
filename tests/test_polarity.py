"""Sentences that say the contrary of each other, and those that only look as if they did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.contraries import contrary, kin, lemmas, same_word
from factcheck.entities.polarity import contradiction

CONTRARY = [
    ("The governor signed the bill on Tuesday", "The governor has not signed the bill", "signed", "not signed"),
    ("The senate passed the bill", "The senate did not approve the bill", "passed", "not approve"),
    ("No shots were fired at the border", "Shots were fired at the border", "No shots", "Shots"),
    ("The order was lifted at noon", "The order wasn't lifted", "lifted", "wasn't lifted"),
    ("The talks never took place", "The talks took place", "never took place", "took place"),
    ("The firm failed to pay the workers", "The firm paid the workers", "failed pay", "paid"),
    ("Nobody was hurt in the fire", "Two people were hurt in the fire", "Nobody hurt", "hurt"),
    ("Divers found a lack of evidence of arson", "Divers found evidence of arson", "lack evidence", "evidence"),
    ("The mayor ruled out a tax", "The mayor did not rule out a tax", "ruled", "not rule"),
    ("The council approved the plan", "The council rejected the plan", "approved", "rejected"),
    ("The lawmakers voted to approve the pact", "The lawmakers voted to reject it", "approve", "reject"),
    ("Marlow was arrested at his home", "Marlow turned himself in at his home", "arrested", "turned himself in"),
    ("The minister resigned", "The minister was dismissed", "resigned", "dismissed"),
    ("Both pilots survived the crash", "Both pilots died in the crash", "survived", "died"),
    ("The jury found Okafor guilty of fraud", "The jury acquitted Okafor of fraud", "found Okafor guilty", "acquitted"),
    ("The guard was armed", "The guard was unarmed", "armed", "unarmed"),
    ("The man died at home", "The man died in a hospice", "home", "hospice"),
    ("The ship sank east of the island", "The ship sank west of the island", "east", "west"),
    ("Shares rose after the report", "Shares fell after the report", "rose", "fell"),
    ("The state banned the drug", "The state allowed the drug", "banned", "allowed"),
    ("The union accepted the offer", "The union turned down the offer", "accepted", "turned down"),
    ("The patient tested positive for cholera", "The patient tested negative for cholera", "positive", "negative"),
    ("The road is open to trucks", "The road is closed to trucks", "open", "closed"),
    ("The fire was an accident", "The fire was deliberate", "accident", "deliberate"),
    ("The school will close in June", "The school will not close in June", "close", "not close"),
]

UNSURE = [
    ("a possibility", "The governor signed the bill", "The governor may not sign the bill"),
    ("a condition", "If the council approves the plan, work begins", "The council rejected the plan"),
    ("a question", "Did the council approve the plan?", "The council did not approve the plan"),
    ("other participants", "The council approved the plan", "The board rejected the plan"),
    ("other people", "Ann Lee signed the bill", "Yesterday Bob Roe did not sign the bill"),
    ("a part", "Some schools closed on Friday", "Some schools did not close on Friday"),
    ("both are told", "The house passed the bill that the senate rejected", "The senate rejected the bill"),
    ("the two sides of one act", "The Rovers beat the Wanderers", "The Wanderers lost to the Rovers"),
    ("somebody's word", "The mayor said the bridge is open", "The bridge is not open"),
    ("an opponent's word", "Critics say the law is not fair", "The law is fair"),
    ("a later time", "The school will not close until June", "The school will close in June"),
    ("another one", "The first plan was approved", "The second plan was rejected"),
    ("a plan", "The mayor plans to sign the bill", "The mayor did not sign the bill"),
    ("a try", "His attempt to sign the bill drew a crowd", "He did not sign the bill"),
    ("not only", "The bill was not only signed but praised", "The bill was signed"),
    ("not all", "Not all workers were paid", "All workers were paid"),
    ("another day", "The governor signed the bill on Tuesday", "The governor did not sign the bill on Monday"),
    ("another month", "Shares rose in May", "Shares fell in June"),
    ("a sale has two sides", "The company bought the ship", "The company sold the ship"),
    ("a relative clause", "The man who did not sign was arrested", "The man was arrested"),
    ("other numbers", "Three people died", "Five people survived"),
    ("denied twice", "The council rejected the plan", "The council did not approve the plan"),
    ("the same in two words", "The suspect was not hurt", "The suspect was unhurt"),
    ("other places", "The drug is allowed in Spain", "The drug is banned in France"),
    ("another object", "The council voted to allow bikes", "The council voted not to allow cars"),
    ("which one is meant", "The north pier was closed", "The south pier was closed"),
    ("another tense", "The mayor would sign the bill", "The mayor did not sign it"),
    ("survived by", "Marlow died on Sunday", "Marlow is survived by two sons and his wife"),
    ("close to", "The bridge is open", "The bridge is close to the mill"),
    ("unlike others", "Unlike Marlow, Okafor is not signed for the year", "Marlow is signed for the year"),
]


def marked(text, ranges):
    return " ".join(text[start:end] for start, end in ranges)


@pytest.mark.parametrize(("one", "other", "first", "second"), CONTRARY)
def test_contraries_with_the_words_that_make_them(one, other, first, second):
    found, turned = contradiction(one, other), contradiction(other, one)
    assert found is not None
    assert (marked(one, found.one), marked(other, found.other)) == (first, second)
    assert turned == found._replace(one=found.other, other=found.one)


@pytest.mark.parametrize(("why", "one", "other"), UNSURE)
def test_what_is_unsure_is_no_contradiction(why, one, other):
    assert contradiction(one, other) is None, why
    assert contradiction(other, one) is None, why


TEXTS = st.lists(
    st.sampled_from(
        ["the", "mayor", "did", "not", "sign", "rejected", "approved", "plan,", "cannot", "no", "isn't", "in"]
    )
    | st.text(max_size=6),
    max_size=10,
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_texts(one, other):
    found = contradiction(one, other)
    for text, ranges in ((one, found.one), (other, found.other)) if found else ():
        assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert contradiction(one, one) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("approved", "rejects", True), ("lawfully", "unlawfully", True), ("won", "losing", True),
        ("east", "north", True), ("rose", "fell", True),
        ("hurt", "unhurt", True),
        ("approved", "passed", False), ("week", "weekend", False),
        ("legal", "legally", False), ("said", "said", False),
    ],
)  # fmt: skip
def test_contrary_words(one, other, expected):
    assert contrary(one, other) is expected
    assert contrary(other, one) is expected


def test_forms_of_a_word():
    assert {"deny"} <= lemmas("denied")
    assert {"stop"} <= lemmas("stopped")
    assert {"rise"} <= lemmas("rose")
    assert same_word("said", "saying")
    assert not same_word("week", "weekend")
    assert kin(("passed",), ("approves",))
    assert not kin(("passed",), ("rejected",))
