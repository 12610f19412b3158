"""Facts of one event, put together across articles and kept apart between events."""

import random
from datetime import date, timedelta

import pytest

from factcheck.alignment.events import find_events
from factcheck.alignment.facts import group_events
from factcheck.models import Article, Claim, Interval, Passage, Quantity, Speaker

DAY = date(2025, 3, 7)
FERRY = "The Blue Heron ferry sank off Tern Point near Osterby on Friday, Harbor Master Ilse Brandt said."
MILL = "The Dunmore Mill burned down on Quarry Road in Westhaven on Friday, Captain Omar Reyes said."


def article(name, text, days=0, source=None):
    day = DAY + timedelta(days=days)
    return Article(id=name, source=source or name, text=text, published=Interval(start=day, end=day))


def number(of, text, kind, counted=None):
    start = of.text.index(text)
    digits = float("".join(c for c in text if c.isdigit()))
    return Quantity(
        **Passage.cut(of.text, start, start + len(text)).model_dump(), kind=kind, value=digits, counted=counted
    )


def count(of, text, counted="people killed"):
    quantity = number(of, text, "count", counted)
    span = quantity.span
    return Claim(
        id=Claim.key(of.id, "narration", span.start, span.end),
        article_id=of.id,
        form="narration",
        content=Passage.cut(of.text, 0, len(of.text)),
        quantities=(quantity,),
    )


def age(of, name, text):
    start = of.text.index(name)
    mention = Passage.cut(of.text, start, start + len(name))
    claim = count(of, text, None)
    quantity = claim.quantities[0].model_copy(update={"kind": "age", "unit": "year"})
    speaker = Speaker(name=name, mention=mention, kind="person", resolved_by="name", confidence=0.9)
    return claim.model_copy(update={"quantities": (quantity,), "subject": speaker})


def grouped(claims, articles):
    by_id = {a.id: a for a in articles}
    return [group.claims for group in group_events(claims, by_id, find_events(claims, by_id))]


def ferry(name, killed, days=0, **more):
    return article(name, f"{killed} died. {FERRY}", days, **more)


def mill(name, killed, days=0):
    return article(name, f"{killed} died. {MILL}", days)


def test_counts_of_one_event_come_together():
    a, b = ferry("a", 12), ferry("b", 14, days=1)
    claims = [count(a, "12"), count(b, "14")]
    assert grouped(claims, [a, b]) == [tuple(sorted(c.id for c in claims))]


def test_two_events_of_one_day_stay_apart():
    articles = [ferry("a", 12), mill("b", 14), ferry("c", 13), mill("d", 15)]
    claims = [count(x, text) for x, text in zip(articles, ("12", "14", "13", "15"), strict=True)]
    assert sorted(grouped(claims, articles)) == sorted(
        [tuple(sorted((claims[0].id, claims[2].id))), tuple(sorted((claims[1].id, claims[3].id)))]
    )


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("14 sailors died: the ferry Blue Heron sank off the lighthouse in a gale, guards searching.", True),
        ("14 sailors died, and the Blue Heron is mourned; a vigil fills the cathedral square tonight.", False),
        ("14 sailors died: the ferry Marigold sank off the lighthouse in a gale, guards searching.", False),
    ],
)
def test_what_openings_share_counts_beside_names(other, together):
    """Two names are little by themselves, and like words are nothing without them."""
    a = article("a", "12 sailors died: the ferry Blue Heron sank off the lighthouse in a gale, with guards searching.")
    b = article("b", other)
    assert bool(grouped([count(a, "12"), count(b, "14")], [a, b])) == together


@pytest.mark.parametrize(("days", "together"), [(0, True), (20, True), (200, False), (900, False)])
def test_the_farther_the_days_the_more_names_are_needed(days, together):
    a, b = ferry("a", 12), article("b", "14 died aboard the Blue Heron, owners in Osterby were told.", days)
    assert bool(grouped([count(a, "12"), count(b, "14")], [a, b])) == together


def test_a_headline_of_several_scenes_sums_them():
    a, b = ferry("a", 12), ferry("b", 14).model_copy(update={"title": "Ferry accidents kill 14"})
    assert grouped([count(a, "12"), count(b, "14")], [a, b]) == []


def test_a_shared_city_alone_is_no_event():
    a = article("a", "12 died when a bus left the road in Osterby.")
    b = article("b", "3 died when a roof fell in Osterby.")
    assert grouped([count(a, "12"), count(b, "3")], [a, b]) == []


def test_ages_of_one_person_come_together_and_namesakes_stay_apart():
    a = article("a", f"Lena Vogt, 34, was aboard. {FERRY}")
    b = article("b", f"Lena Vogt, 36, was aboard. {FERRY}", days=2)
    c = article("c", "Lena Vogt, 61, won the chess final in Kirkdale.", days=2)
    claims = [age(a, "Lena Vogt", "34"), age(b, "Lena Vogt", "36"), age(c, "Lena Vogt", "61")]
    assert grouped(claims, [a, b, c]) == [tuple(sorted((claims[0].id, claims[1].id)))]


def test_two_people_of_one_family_stay_apart():
    a = article("a", f"Lena Vogt, 34, was aboard. {FERRY}")
    b = article("b", f"Otto Vogt, 36, was aboard. {FERRY}")
    assert grouped([age(a, "Lena Vogt", "34"), age(b, "Otto Vogt", "36")], [a, b]) == []


def test_what_openings_share_makes_one_person_of_two_forms_of_a_name():
    aboard = "was aboard the ferry that sank off the lighthouse in a gale near Osterby."
    a = article("a", f"Lena Vogt, 34, {aboard}")
    b = article("b", f"Lena Vogt Arendal, 36, {aboard}")
    assert len(grouped([age(a, "Lena Vogt", "34"), age(b, "Lena Vogt Arendal", "36")], [a, b])) == 1


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("in the 2600 block of East Tallow", "in the 2600 block of Tallow", True),
        ("at 214 Tallow Road", "at 214 North Tallow Road", True),
        ("in the 2600 block of Tallow", "in the 2800 block of Tallow", False),
        ("with 2600 Tallow dockers", "with 2600 Tallow dockers", False),
    ],
)
def test_an_address_tells_an_event(one, other, together):
    a = article("a", f"Smoke filled the nursery, a roof gave way and 12 died {one}.")
    b = article("b", f"Rescuers counted 14 {other}; why the kindergarten burned is unknown, neighbors wept.")
    assert bool(grouped([count(a, "12"), count(b, "14")], [a, b])) == together


def test_speech_stays_with_its_own_comparison():
    a, b = ferry("a", 12), ferry("b", 14)
    said = count(b, "14").model_copy(update={"form": "indirect", "id": "b:i0-5"})
    assert grouped([count(a, "12"), said], [a, b]) == []


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("The owner lost 900 tickets sold for the evening crossing, the harbor office said.", True),
        ("The harbor office reopened and 900 tickets went unused.", False),
    ],
)
def test_counts_of_things_come_together_where_the_sentences_say_the_same(other, together):
    lost = "The owner lost 400 tickets sold for the evening crossing, the harbor office said."
    a, b = article("a", f"{FERRY} {lost}"), article("b", f"{FERRY} {other}")
    claims = [count(a, "400", "tickets"), count(b, "900", "tickets")]
    contents = (lost, other)
    claims = [
        c.model_copy(update={"content": Passage.cut(x.text, x.text.index(said), len(x.text))})
        for c, x, said in zip(claims, (a, b), contents, strict=True)
    ]
    assert bool(grouped(claims, [a, b])) == together


def test_the_order_of_claims_changes_nothing():
    articles = [ferry("a", 12), mill("b", 14), ferry("c", 13), mill("d", 15), ferry("e", 12, days=1)]
    claims = [count(x, text) for x, text in zip(articles, ("12", "14", "13", "15", "12"), strict=True)]
    by_id = {a.id: a for a in articles}
    expected = group_events(claims, by_id, find_events(claims, by_id))
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        random.Random(seed).shuffle(articles)
        by_id = {a.id: a for a in articles}
        assert group_events(claims, by_id, find_events(claims, by_id)) == expected
    for group in expected:
        assert all({link.a, link.b} <= set(group.claims) for link in group.links)
