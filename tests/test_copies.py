"""Which articles repeat one body."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.copies import mark_copies
from factcheck.models import Article, Interval, Span

WORDS = [f"word{n}" for n in range(400)]


def article(name, words, day=None, **fields):
    published = Interval(start=date(2024, 1, day), end=date(2024, 1, day)) if day else None
    return Article(id=name, text=" ".join(words), published=published, **fields)


def copies(*articles):
    return {a.id: a.copy_of for a in mark_copies(articles)}


def test_the_earliest_is_the_original():
    assert copies(article("a", WORDS, 3), article("b", WORDS, 2), article("c", WORDS)) == {
        "a": "b",
        "b": None,
        "c": "b",
    }


def test_the_id_decides_between_articles_of_one_day():
    assert copies(article("b", WORDS, 2), article("a", WORDS, 2)) == {"a": None, "b": "a"}


def test_most_of_the_shorter_body_must_be_shared():
    new = [f"new{n}" for n in range(400)]
    assert copies(article("a", WORDS, 1), article("b", WORDS[:350] + new[:50], 2))["b"] == "a"
    assert copies(article("a", WORDS, 1), article("b", WORDS[:250] + new[:150], 2))["b"] is None
    assert copies(article("a", WORDS, 1), article("b", WORDS[:100], 2))["b"] == "a"


def test_a_chain_of_copies_has_one_original():
    assert copies(article("a", WORDS, 1), article("b", WORDS[:360], 2), article("c", WORDS[40:360], 3)) == {
        "a": None,
        "b": "a",
        "c": "a",
    }


def test_headlines_and_front_matter_make_no_copy():
    assert copies(article("a", WORDS[:15], 1), article("b", WORDS[:15], 2))["b"] is None
    words = " ".join(WORDS)
    framed = [
        article(n, [words, other], 1, boilerplate=(Span(start=0, end=len(words)),))
        for n, other in (("a", "x y"), ("b", "z"))
    ]
    assert copies(*framed) == {"a": None, "b": None}


@given(st.permutations("abcdef"))
def test_order_changes_nothing(order):
    made = {
        n: article(n, WORDS[shift : 300 + shift], day)
        for n, shift, day in zip("abcdef", (0, 0, 5, 200, 210, 90), (1, 2, 2, 1, 3, 3), strict=True)
    }
    assert copies(*[made[name] for name in order]) == copies(*made.values())
