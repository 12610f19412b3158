"""What holds for the disagreements of any articles: none with oneself, none twice, the same in any order."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Settings, check
from pages import article

SENTENCES = (
    "The ferry Blue Heron carried {number} passengers from Osterby to {place}.",
    "It ran aground off Tern Point on {day} with {number} crates of apples aboard.",
    "Captain Ilse Brandt, {age}, has steered it since {year}.",
    "Repairs at the yard in {place} will cost ${number} million and last {age} weeks.",
    "Inspectors {act} the hull in {month}, harbor master Omar Reyes said.",
    "Turnout for the rescue of the Blue Heron was {age} percent of all volunteers.",
    "The {age}-year-old cook of the Blue Heron was taken to a clinic in {place} at {age} minutes past six.",
)
VALUES = {
    "number": ["140", "146", "410", "about 150", "at least 140", "3,200"],
    "place": ["Osterby", "Kelmouth", "Dunmore", "Spain"],
    "day": ["Friday", "Thursday", "March 3", "Friday night"],
    "age": ["31", "34", "43"],
    "year": ["1998", "2004"],
    "month": ["January", "February"],
    "act": ["cleared", "never cleared", "approved", "rejected"],
}


@st.composite
def texts(draw):
    """An article on one story: some of its sentences in any order, with values of their own."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6, unique=True))
    return " ".join(
        sentence.format(**{name: draw(st.sampled_from(values)) for name, values in VALUES.items()})
        for sentence in chosen
    )


ALL = Settings(sure=0.3, possible=0)
"""Settings under which everything is listed."""

some = settings(max_examples=12)


def shown(conflict):
    """Where a conflict's values stand."""
    return [
        {(e.article_id, span.start, span.end) for e in side.evidence for span in e.differing} for side in conflict.sides
    ]


@some
@given(st.lists(texts(), min_size=2, max_size=3))
def test_disagreements_are_sound(stories):
    report = check([article(name, text) for name, text in zip("abc", stories, strict=False)], settings=ALL)
    told = (*report.conflicts, *report.possible)
    assert len({conflict.id for conflict in told}) == len(told)
    by_id = {own.id: own.text for own in report.articles}
    for conflict in told:
        assert len(conflict.sides) > 1
        assert len({name for side in conflict.sides for name in side.articles}) > 1
        assert 0 <= conflict.confidence <= 1
        ends = shown(conflict)
        assert all(one.isdisjoint(other) for one, other in itertools.combinations(ends, 2))
        assert all(0 <= start < end <= len(by_id[name]) for side in ends for name, start, end in side)
    assert all(conflict.confidence >= ALL.possible for conflict in report.possible)


@some
@given(texts(), st.sampled_from([0, 1, 40]))
def test_an_article_does_not_contradict_itself(text, days):
    """Neither alone, nor where another outlet prints it, on this day or later."""
    for given_articles in ([article("a", text)], [article("a", text), article("b", text, days)]):
        report = check(given_articles, settings=ALL)
        assert [c.summary for c in report.conflicts] == []
        if days == 0:
            assert [c.summary for c in report.possible] == []


@settings(max_examples=4)
@given(st.lists(texts(), min_size=3, max_size=3))
def test_the_order_of_articles_changes_nothing(stories):
    articles = [article(name, text) for name, text in zip("abc", stories, strict=True)]
    expected = check(articles, settings=ALL)
    for order in itertools.permutations(articles):
        found = check(order, settings=ALL)
        assert (found.conflicts, found.possible, found.agreements, found.stories) == (
            expected.conflicts, expected.possible, expected.agreements, expected.stories,
        )  # fmt: skip


FRIDAY = (
    "The ferry Blue Heron ran aground off Tern Point near Osterby on Friday, harbor master Ilse Brandt said. It carried"
    " 140 passengers."
)
ROCKS = (
    "Osterby harbor master Ilse Brandt sent two tugs when the Blue Heron, a ferry, ran aground off Tern Point on"
    " Thursday. It carried 146 passengers."
)


@pytest.mark.parametrize(
    ("sure", "possible", "conflicts", "listed"),
    [(0.0, 0.0, True, False), (1.0, 0.0, False, True), (1.0, 1.0, False, False), (0.0, 1.0, True, False)],
)
def test_the_settings_say_which_list_a_disagreement_stands_in(sure, possible, conflicts, listed):
    report = check(article("a", FRIDAY), article("b", ROCKS), settings=Settings(sure=sure, possible=possible))
    found = [c for c in report.conflicts if c.kind == "date"], [c for c in report.possible if c.kind == "date"]
    assert tuple(map(bool, found)) == (conflicts, listed)


@pytest.mark.parametrize(
    ("one", "other"), [("web:1", "web:2"), ("a@x", "b@x"), ("a@1-2", "a@1-3"), ("a:n0-9@1-2", "a")]
)
def test_articles_may_have_any_ids(one, other):
    plain, named = (check(article(a, FRIDAY), article(b, ROCKS), settings=ALL) for a, b in (("a", "b"), (one, other)))
    values = [{tuple(sorted(s.value for s in c.sides)) for c in report.conflicts} for report in (plain, named)]
    assert values[0] == values[1] != set()
