"""Which articles tell one story."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.clauses import telling_root
from factcheck.alignment.clusters import clusters, event_group
from factcheck.alignment.stories import (
    FEW_ENOUGH,
    HELD,
    evidence,
    find_stories,
    meetings,
    prior,
    profile,
    story_records,
    weighed,
)
from factcheck.models import Link
from pages import DAY, article

FERRY = "The Blue Heron ferry ran aground off Tern Point near Osterby on Friday, harbor master Ilse Brandt said."
FERRY_TOO = (
    "A ferry, the Blue Heron, hit rocks at Tern Point on Friday, and Osterby harbor master Ilse Brandt sent tugs."
)
MILL = "The Dunmore Mill burned down on Quarry Road in Westhaven on Friday, fire captain Omar Reyes said."
MILL_TOO = "Fire destroyed the old Dunmore Mill in Westhaven, captain Omar Reyes said Friday on Quarry Road."
VOTE = "The council of Kirkdale voted on Monday to rename Market Bridge after the poet Alma Teague."
OTHER_FERRY = "Families slept aboard the Marigold, a ferry stuck off Varnes since Tuesday, coast guard Tomas Lind said."


def told(*texts, days=0):
    articles = {name: article(name, text, days) for name, text in zip("abcdef", texts, strict=False)}
    return find_stories(articles).members


@pytest.mark.parametrize(
    ("texts", "members"),
    [
        ((FERRY, FERRY_TOO), [["a", "b"]]),
        ((FERRY, MILL), []),
        ((FERRY, OTHER_FERRY), []),
        ((FERRY, MILL, FERRY_TOO, MILL_TOO), [["a", "c"], ["b", "d"]]),
        ((FERRY, MILL, FERRY_TOO, VOTE), [["a", "c"]]),
        ((FERRY, FERRY_TOO, FERRY + " Divers came."), [["a", "b", "c"]]),
        ((FERRY,), []),
        ((), []),
        (("A bus left the road in Osterby, and 12 died.", "A roof fell in Osterby, and 3 died."), []),
        (("", ""), []),
    ],
)
def test_stories(texts, members):
    assert told(*texts) == members


def test_the_farther_two_articles_are_in_time_the_less_likely_they_are_of_one_story():
    odds = []
    for days in (0, 3, 30, 300):
        found = find_stories({"a": article("a", FERRY), "b": article("b", FERRY_TOO, days)})
        odds.append(found.odds["a", "b"])
    assert odds == sorted(odds, reverse=True)


def test_what_only_the_search_for_stories_asks_for_is_not_kept():
    found = find_stories({"a": article("a", FERRY), "b": article("b", FERRY_TOO)})
    assert found.members
    assert [(own.weights, bool(own.names)) for own in found.profiles.values()] == [({}, True)] * 2


def test_the_more_articles_are_given_the_less_likely_two_are_of_one_story():
    told = [prior(articles) for articles in (2, 10, 100, 10_000)]
    assert told == sorted(told, reverse=True)
    assert told[0] == told[1] > 0 > told[-1]


def test_a_word_that_many_articles_hold_tells_less_of_a_story():
    few = {str(number): profile(article(str(number), "A ferry sank off Osterby.")) for number in range(HELD)}
    many = few | {"last": profile(article("last", "A ferry sank off Varnes."))}
    assert weighed(few) == few
    found = weighed(many)
    for word in map(telling_root, ("ferry", "sank")):
        assert 0 < found["last"].lead[word] < many["last"].lead[word]
    assert found["last"].names == many["last"].names
    assert evidence(found["0"], found["last"])["words"] < evidence(many["0"], many["last"])["words"]
    assert evidence(found["0"], found["1"])["words"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        ({}, {}, "one outlet", 0),
        ({"source": "x"}, {"source": "x"}, "one outlet", 1),
        ({"days": None}, {}, "undated", 1),
        ({}, {"days": 15}, "weeks apart", 1),
        ({}, {"days": 14}, "weeks apart", 0),
        ({"text": "It broke in 1971."}, {"text": "It broke in 1961."}, "other year", 1),
        ({"text": "It broke in 1971."}, {"text": "It broke in 1971."}, "other year", 0),
        ({"text": "It broke on Monday."}, {"text": "It broke on Mondays. On Monday it broke."}, "weekdays", 0.5),
        ({"text": "Fares: 3,200 and 41."}, {"text": "Fares: 3,200 and 42."}, "numbers", 0.25),
        ({"text": "They ate in Osterby."}, {"text": "An osterby ate in Osterby."}, "share of names", 0),
        ({"text": "They ate in Osterby."}, {"text": "They ate in Varnes and Osterby."}, "central names missing", 0.5),
        ({"text": "They ate in Osterby."}, {"text": "They ate in Varnes and Osterby."}, "central names of neither", 0),
        ({"text": "They ate in Osterby."}, {"text": "They ate in Varnes."}, "central names of neither", 1),
        ({"text": "They ate."}, {"text": "They ate."}, "central names missing", 0),
    ],
)
def test_evidence(one, other, name, value):
    profiles = []
    for number, row in enumerate((one, other)):
        fields = {"text": FERRY, "days": 0, "source": str(number), **row}
        own = article("a", fields["text"], fields["days"]).model_copy(update={"source": fields["source"]})
        profiles.append(profile(own))
    found = evidence(*profiles)
    assert found == evidence(*profiles[::-1])
    assert found[name] == value


def test_names_are_shared_by_their_information():
    profiles = [profile(article("a", text)) for text in (FERRY, FERRY_TOO, MILL)]
    like, unlike = (evidence(profiles[0], other)["share of names"] for other in profiles[1:])
    assert like > 0.5 > unlike == 0


def test_in_a_small_run_words_of_the_bodies_make_a_meeting():
    lead = "They had it. They saw it. They were there. They did it. "
    articles = {
        name: profile(article(name, lead + text.capitalize())) for name, text in (("a", FERRY), ("b", FERRY_TOO))
    }
    assert meetings(articles) == [("a", "b")]
    many = articles | {f"z{number}": profile(article(f"z{number}", MILL)) for number in range(FEW_ENOUGH)}
    assert ("a", "b") not in meetings(many)


def test_few_words_in_common_are_no_meeting():
    profiles = {name: profile(article(name, text)) for name, text in (("a", FERRY), ("b", MILL), ("c", FERRY_TOO))}
    assert meetings(profiles) == [("a", "c")]


def test_the_name_of_a_story_is_of_words_that_most_openings_share():
    articles = {
        name: article(name, text) for name, text in zip("abcd", (FERRY, MILL, FERRY_TOO, MILL_TOO), strict=True)
    }
    records = story_records(find_stories(articles), articles)
    assert [record.articles for record in records] == [("a", "c"), ("b", "d")]
    for record in records:
        one, other = (articles[name].text.lower() for name in record.articles)
        assert record.name
        assert all(word.lower() in one and word.lower() in other for word in record.name.split())
    assert len({record.id for record in records}) == 2


def test_how_sure_two_articles_are_of_one_story():
    articles = {name: article(name, text) for name, text in zip("abc", (FERRY, FERRY_TOO, MILL), strict=True)}
    found = find_stories(articles)
    assert found.scores.keys() == {("a", "b")}
    assert 0.5 <= found.scores["a", "b"] <= 1


@pytest.mark.parametrize(
    ("name", "beside"),
    [("Ilse Brandt", True), ("Tern Point", True), ("Blue Heron Tern Point Osterby Ilse Brandt", False)],
)
def test_what_two_articles_share_beside_a_name(name, beside):
    shared = "The Blue Heron hit Tern Point near Osterby, Ilse Brandt said."
    found = find_stories({"a": article("a", shared), "b": article("b", f"{shared} Divers came.")})
    assert found.share_beside("a", "b", name) is beside


def test_the_order_of_articles_changes_nothing():
    texts = dict(zip("abcdef", (FERRY, MILL, FERRY_TOO, MILL_TOO, VOTE, OTHER_FERRY), strict=True))
    expected = find_stories({name: article(name, text) for name, text in texts.items()})
    for seed in range(4):
        names = sorted(texts)
        random.Random(seed).shuffle(names)
        found = find_stories({name: article(name, texts[name]) for name in names})
        assert (found.members, found.odds) == (expected.members, expected.odds)


@pytest.mark.parametrize(
    ("odds", "groups"),
    [
        ({}, []),
        ({("a", "b"): 1.0}, [["a", "b"]]),
        ({("a", "b"): -1.0}, []),
        ({("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): -1.0}, [["a", "b", "c"]]),
        ({("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): -4.0}, [["a", "b"]]),
        ({("a", "b"): 3.0, ("b", "c"): 2.0}, [["a", "b"]]),
        ({("a", "b"): 3.0, ("c", "d"): 2.0, ("b", "c"): 1.0}, [["a", "b"], ["c", "d"]]),
    ],
)
def test_clusters_by_the_mean_of_their_pairs(odds, groups):
    assert clusters(odds, missing=-6.0) == groups


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-40, 40).map(lambda n: n / 4),
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_clusters_part_the_names_whatever_the_order(odds, rng):
    found = clusters(odds, missing=-6.0)
    names = [name for group in found for name in group]
    assert len(names) == len(set(names))
    assert all(len(group) > 1 and group == sorted(group) for group in found)
    assert {name for pair in odds for name in pair} >= set(names)
    turned = list(odds.items())
    rng.shuffle(turned)
    assert clusters(dict(turned), missing=-6.0) == found
    for group in found:
        pairs = [odds.get(tuple(sorted((a, b))), -6.0) for a in group for b in group if a < b]
        assert sum(pairs) > 0


def test_an_event_group_is_named_by_its_claims():
    links = [Link(a="b", b="c", score=0.5), Link(a="a", b="b", score=0.5)]
    group = event_group(["c", "a", "b"], links)
    assert (group.topic, group.claims, [link.a for link in group.links]) == ("event", ("a", "b", "c"), ["a", "b"])
    assert group.id == event_group(["a", "b", "c"], []).id != event_group(["a", "b"], []).id


def test_a_profile_knows_its_day_and_last_year():
    own = profile(article("a", "It broke in 1971 and in 2004, and will in 19 years."))
    assert (date.fromordinal(own.day), own.year) == (DAY, 2004)
