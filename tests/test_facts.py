"""Facts of a story: values of different articles that fill one fact, agreeing or not."""

import itertools

import pytest

from factcheck import extract
from factcheck.alignment.comparability import Model, model
from factcheck.alignment.facts import SAME, compared, facts_of, likely_pairs
from factcheck.alignment.stories import Stories
from factcheck.alignment.story_groups import group_facts
from pages import article, page, slot_of

REST = " The hull lies in the yard at Kelmouth. Crews from Dunmore guard its 12 cabins. Rain fell for 3 hours."
EVEN = Model({}, 3.0)
"""A model to which all pairs are as likely of one fact, and quite."""


def facts(*texts, rest=REST, days=0, fitted=None):
    """The facts of articles, each by its sides' values: those of the links, sorted."""
    pages = [page(name, text + rest, days) for name, text in zip("abcd", texts, strict=False)]
    by_id = {own.article.id: own.article.text for own in pages}
    found = []
    for group in facts_of(pages, fitted):
        values = set()
        for link in group.links:
            for claim, span in zip((link.a, link.b), link.values, strict=True):
                values.add(by_id[claim.partition(":")[0]][span.start : span.end])
        found.append(tuple(sorted(values)))
    return sorted(found)


@pytest.mark.parametrize(
    ("one", "other", "fact"),
    [
        ("The market hall held 3,200 sheep.", "The market hall held 2,300 sheep.", ("2,300", "3,200")),
        ("The tram hit a bus on Friday.", "The tram hit a bus on Thursday.", ("Friday", "Thursday")),
        ("The tram line cost $40 million.", "The tram line cost $44 million.", ("$40 million", "$44 million")),
        ("Turnout was 61 percent.", "Turnout was 66 percent.", ("61 percent", "66 percent")),
        ("Otto Marsh, 34, sings.", "Otto Marsh, 43, sings.", ("34", "43")),
        ("A 14-year-old girl sang.", "A 16-year-old girl sang.", ("14-year-old", "16-year-old")),
        ("The vault opened in 1971.", "The vault opened in 1961.", ("1961", "1971")),
        ("The fair will return in May.", "The fair will return in July.", ("July", "May")),
        ("The twins were born in Lisbon.", "The twins were born in Porto.", ("Lisbon", "Porto")),
        ("The eel came from Lisbon.", "The eel was driven here from Porto.", ("Lisbon", "Porto")),
        ("The siege lasted nine days.", "The siege lasted eleven days.", ("eleven days", "nine days")),
        ("The siege lasted nine days.", "The siege lasted for 9 days.", ("9 days", "nine days")),
        ("The frost killed 12 people.", "The frost killed 14 people.", ("12", "14")),
        ("Its keel is 19 metres long.", "She crept up for 29 metres.", ("19 metres", "29 metres")),
        ("Her term ends on June 30.", "The new keeper will take over on July 31.", ("July 31", "June 30")),
        ("A bell rang. That was at 9:40 a.m.", "A bell woke us. It was 8:10 a.m.", ("8:10 a.m.", "9:40 a.m.")),
        (
            "A bell rang. That was at 9:40 a.m.",
            "A bell woke us. It was 8:10 a.m. on Friday.",
            ("8:10 a.m. on Friday", "9:40 a.m."),
        ),
        ("The market hall held 3,200 sheep.", "The market hall held some 3,200 sheep.", ("3,200", "some 3,200")),
    ],
)
def test_a_fact_of_two_articles(one, other, fact):
    assert fact in facts(one, other)


@pytest.mark.parametrize(
    ("one", "other", "only"),
    [
        ("The crane fell at 9:40 p.m.", "Crews answered a call at 8:10 p.m. on Friday.", False),
        ("It happened at 9:40 p.m.", "Crews responded at 8:10 p.m. on Friday.", True),
        ("The crane collapsed at 9:40 p.m.", "Crews responded at 8:10 p.m. on Friday.", False),
        ("The fair begins at 9:40 p.m.", "Fireworks begin at 8:10 p.m.", False),
        ("It happened at 9:40 p.m. The quay reopened at 11 p.m.", "It happened at 8:10 p.m.", True),
        ("It happened at 9:40 p.m. A mast was struck at 10:20 p.m.", "It happened at 8:10 p.m.", False),
        ("It happened at 9:40 p.m.", "It happened on Friday evening.", False),
        ("It happened at 9:40 p.m.", "He was pronounced dead at 8:10 p.m.", False),
    ],
)
def test_the_only_hour_at_which_something_happens(one, other, only):
    pages = [page("a", one), page("b", other)]
    assert any(found["only hours"] for _, _, found in compared(*pages)) is only


def test_where_a_way_starts_and_where_it_leads_are_two_facts():
    assert facts("The eel was driven from Osterby.", "The eel was driven to Halden.", rest="") == []
    assert facts("The eel was driven from Osterby.", "The eel was driven from Halden.", rest="") != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The market hall held 3,200 sheep.", "A bishop ate 2,300 plums."),
        ("The tram line cost $40 million.", "The tram line is 44 metres long."),
        ("The tram line cost $40 million.", "The tram line cost €44 million."),
        ("Otto Marsh, 34, sings.", "Ida Falk, 43, sings."),
        ("A 14-year-old girl sang.", "A 16-year-old boy sang."),
        ("The vault opened in 1971.", "The vault opened at 9:40 a.m. sharp."),
        ("“We held 3,200 sheep,” said Ida Falk.", "“We held 2,300 sheep,” said Ida Falk."),
        ("Hundreds of sheep were lost.", "Dozens of sheep were lost."),
        ("The fair will open on April 3.", "The fair opened on March 3."),
        ("The fair will open in May.", "The fair opened in January."),
    ],
)
def test_no_fact_of_two_articles(one, other):
    own = set(facts(one, other)) - set(facts("", ""))
    assert own == set()


def test_articles_that_agree_are_one_reading_and_the_one_that_differs_another():
    texts = ["The market hall held 3,200 sheep."] * 2 + ["The market hall held 2,300 sheep."]
    assert ("2,300", "3,200") in facts(*texts)
    (group,) = (
        group
        for group in facts_of([page(n, t + REST) for n, t in zip("abc", texts, strict=True)])
        if any(link.evidence for link in group.links)
    )
    assert len(group.claims) == 3
    assert [bool(link.evidence) for link in group.links].count(True) == 2


def test_a_link_of_values_that_differ_tells_its_evidence_and_where_they_stand():
    a, b = page("a", "The market hall held 3,200 sheep." + REST), page("b", "The market hall held 2,300 sheep." + REST)
    (link,) = (link for group in facts_of([a, b]) for link in group.links if link.evidence)
    spans = [own.article.text[span.start : span.end] for own, span in zip((a, b), link.values, strict=True)]
    assert spans == ["3,200", "2,300"]
    assert {"same head", "same verb", "support", "articles"} & link.evidence.keys() >= {"same head", "same verb"}
    assert "given elsewhere" not in link.evidence


HELD, FEWER = "The market hall held |3,200| sheep.", "The market hall held |2,300| sheep."
HURT, MORE_HURT = "The blast injured |16| people.", "The blast injured |19| people."
BOY, OLDER = "A |14-year-old| boy fell.", "A |16-year-old| boy fell."


@pytest.mark.parametrize(
    ("one", "more", "other", "given"),
    [
        (HELD, "The hall had held 2,300 sheep before.", FEWER, True),
        (HELD, "A headline says 2,300.", FEWER, True),
        (HELD, "A headline says 2,400.", FEWER, False),
        (HELD, "The hall had held some 2,310 sheep before.", FEWER, True),
        (HELD, "The hall had sold 12 goats.", FEWER, False),
        (HURT, "The clinic took in 19 passengers.", MORE_HURT, True),
        (HURT, "The clinic bought 11 beds.", MORE_HURT, False),
        (BOY, "Lena Vogt, 16, wept.", OLDER, False),
        (BOY, "It fell 16 metres.", OLDER, False),
    ],
)
def test_whether_an_article_gives_the_other_value_too(one, more, other, given):
    (a, x), (b, y) = slot_of(f"{one} {more}{REST}", "a"), slot_of(f"{other}{REST}", "b")
    ends = {(x.claim.id, x.span), (y.claim.id, y.span)}
    links = [link for group in facts_of([a, b], EVEN) for link in group.links]
    told = [k for k in links if {(k.a, k.values[0]), (k.b, k.values[1])} == ends]
    assert [bool(link.evidence.get("given elsewhere")) for link in told] == [given]


SAME_ONE = {("12", "14")}


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        ("Ice on Highway 40 hurt 12 people.", "Ice on Highway 60 hurt 14 people.", set()),
        ("Ice on Highway 40 hurt 12 people.", "Ice on Highway 40 hurt 14 people.", SAME_ONE),
        ("Ice on Highway 40 hurt 12 people.", "Ice on HIGHWAY 60 hurt 14 people.", set()),
        ("Ice on Highway 40 hurt 12 people.", "Ice on Route 60 hurt 14 people.", SAME_ONE),
        ("Ice on Highway 40 hurt 12 people.", "Ice on the highway hurt 14 people.", SAME_ONE),
        ("Ice on Highways 40 hurt 12 people.", "Ice on 60 hurt 14 people.", SAME_ONE),
        ("On Highway 40 and Highway 60 ice hurt 12 people.", "Ice on Highway 60 hurt 14 people.", SAME_ONE),
        ("Ice on Highway 40 near Exit 9 hurt 12 people.", "Ice near Exit 7 hurt 14 people.", set()),
        ("Flight 212 bumped; it hurt 12 people.", "Flight 221 bumped; it hurt 14 people.", set()),
        ("Flight 212 bumped; it hurt 12 people.", "Flight 212 bumped; it hurt 14 people.", SAME_ONE),
        ("A blast in Room 5 hurt 12 people.", "A blast in Room 6 hurt 14 people.", set()),
        ("A blast on May 3 hurt 12 people.", "A blast on May 4 hurt 14 people.", SAME_ONE),
        ("A blast on Friday hurt 12 people. Highway 40 shut.", "On Highway 60 a blast hurt 14 people.", SAME_ONE),
        ("Some 40 trucks hurt 12 people.", "Some 60 trucks hurt 14 people.", SAME_ONE),
    ],
)
def test_roads_and_flights_of_two_numbers_are_not_compared(one, other, met):
    for x, y in ((one, other), (other, one)):
        pairs = {tuple(sorted((p.value.text, q.value.text))) for p, q, _ in compared(page("a", x), page("b", y))}
        assert pairs & SAME_ONE == met


AGE, ELDER = "Otto Marsh, |34|, sang.", "Otto Marsh, |43|, sang."


@pytest.mark.parametrize(
    ("more", "given"),
    [
        ("Otto Marsh, 43, wept.", True),
        ("Marsh, 43, wept.", True),
        ("Otto P. Marsh, 43, wept.", True),
        ("Ida Falk, 43, wept.", False),
        ("Otto Falk, 43, wept.", False),
        ("Otto Marsh, 44, wept.", False),
        ("A man, 43, wept.", False),
        ("A 43-year-old singer wept.", False),
        ("They sold 43 goats.", False),
        ("Bus 43 left.", False),
    ],
)
def test_whether_an_article_gives_the_other_age_of_one_person_too(more, given):
    (a, x), (b, y) = slot_of(f"{AGE} {more}{REST}", "a"), slot_of(f"{ELDER}{REST}", "b")
    ends = {(x.claim.id, x.span), (y.claim.id, y.span)}
    links = [link for group in facts_of([a, b], EVEN) for link in group.links]
    told = [k for k in links if {(k.a, k.values[0]), (k.b, k.values[1])} == ends]
    assert [bool(link.evidence.get("given elsewhere")) for link in told] == [given]


def test_the_more_two_articles_seem_to_differ_the_more_their_links_tell_so():
    one, other = "The mill held 3,200 sheep.", "The mill held 2,300 sheep."
    amounts = []
    for more, rest in (("", ""), (" The hall seats 40 men.", " The hall seats 60 men.")):
        groups = facts_of([page("a", one + more), page("b", other + rest)], EVEN)
        (told,) = {link.evidence["differences"] for group in groups for link in group.links if link.evidence}
        amounts.append(told)
    assert amounts == sorted(amounts)
    assert amounts[0] < amounts[1]


def test_pairs_that_agree_or_not_are_told_apart_and_the_likeliest_comes_first():
    a = page("a", "The hall held 3,200 sheep. The hall sold 12 sheep.")
    b = page("b", "The hall held 3,200 sheep. The hall sold 14 sheep.")
    pairs = likely_pairs(compared(a, b), model())
    agree = {(p.x.value.text, p.y.value.text): p.agree for p in pairs}
    assert agree["3,200", "3,200"] is True
    assert agree["12", "14"] is False
    assert all(pair.probability >= SAME for pair in pairs if pair.agree)


def test_the_best_match_of_a_slot_has_a_margin():
    a = page("a", "The hall held 3,200 sheep. The union lost 12 members.")
    b = page("b", "The hall held 2,300 sheep. The union won 14 members.")
    margins = {(x.value.text, y.value.text): found["margin"] for x, y, found in compared(a, b)}
    assert margins["3,200", "2,300"] > 0
    assert margins.get(("3,200", "14"), -1) < 0


def test_the_order_of_claims_and_articles_changes_nothing():
    texts = [
        "The hall held 3,200 sheep on Friday.",
        "The hall held 2,300 sheep on Friday.",
        "On Monday the hall held 40.",
    ]
    articles = [article(name, text + REST) for name, text in zip("abc", texts, strict=True)]
    claims = [claim for own in articles for claim in extract(own)]
    stories = Stories({}, {}, [["a", "b", "c"]])
    expected = group_facts(claims, {own.id: own for own in articles}, stories)
    assert expected
    for order in itertools.permutations(articles):
        assert group_facts(claims[::-1], {own.id: own for own in order}, stories) == expected


def test_articles_of_no_story_share_no_fact():
    articles = [article(name, f"The hall held {n} sheep.{REST}") for name, n in (("a", 12), ("b", 14), ("c", 16))]
    claims = [claim for own in articles for claim in extract(own)]
    by_id = {own.id: own for own in articles}
    groups = group_facts(claims, by_id, Stories({}, {}, [["a", "b"]]))
    assert {claim.partition(":")[0] for group in groups for claim in group.claims} == {"a", "b"}
    assert group_facts(claims, by_id, Stories({}, {}, [])) == []


def test_each_slot_is_in_one_reading():
    texts = ["The hall held 12 sheep.", "The hall held 12 sheep.", "The hall held 14 sheep.", "The hall held 14 sheep."]
    assert facts(*texts, rest="", fitted=EVEN) == [("12",), ("12", "14"), ("14",)]
