"""Input that nobody writes on purpose: any text gives a report, every span is true, and no order changes a byte."""

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Article, Interval, check, extract
from targets import PIECES, passages

WILD = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(alphabet=st.characters(), max_size=80),
)
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def article(text: str, day: date | None, source: str = "a") -> Article:
    return Article(text=text, source=source, published=Interval(start=day, end=day) if day else None)


@given(WILD, DAYS)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_claims_whose_spans_are_true(text, day):
    one = article(text, day)
    claims = extract(one)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        for passage in passages(claim):
            assert one.text[passage.span.start : passage.span.end] == passage.text


@pytest.mark.parametrize("space", ["\r", "\x0b", "\x85", "\u2028", "\u3000"])
def test_rare_space_before_a_quotation(space):
    assert extract(article(f"{space}“We are late,” Ann Lee said.", None))


@given(st.lists(st.tuples(WILD, DAYS), max_size=3), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_articles_give_a_report_that_their_order_does_not_change(texts, rng):
    given_articles = [article(text, day, source) for source, (text, day) in zip("abc", texts, strict=False)]
    turned = list(given_articles)
    rng.shuffle(turned)
    assert check(*turned) == check(*given_articles)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '"',
        "he said ",
        "7",
        "A",
        "Smith ",
        "said that he said that ",
        "Sen. John Smith, D-Ohio, said ",
        "1,",
        "J. ",
    ],
)
def test_long_monotony_is_read(unit):
    one = article(unit * (8_000 // len(unit)), date(2025, 3, 7))
    assert all(claim.content.text in one.text for claim in extract(one))


def test_thousands_of_quotations_are_told_apart():
    rng = random.Random(7)
    words = ["harbour", "cable", "ferry", "tide", "winter", "keel", "anchor", "pier", "storm", "beacon", "gull", "rope"]
    lines = [f"“We saw {' '.join(rng.sample(words, 5))},” Ann Lee said." for _ in range(2_000)]
    claims = extract(article("\n\n".join(lines), None))
    assert len([claim for claim in claims if claim.form == "direct"]) == len(lines)
    assert {claim.speaker.name for claim in claims if claim.speaker} == {"Ann Lee"}
