"""Witnesses, stories and the time of an article."""

from datetime import date

from factcheck.comparison.context import Context
from factcheck.models import Article, Claim, Evidence, Group, Interval, Passage, Span

DAY = Interval(start=date(2025, 11, 28), end=date(2025, 11, 28))


def article(name, published=None, copy_of=None):
    return Article(id=name, source=name, text="The bridge is open.", published=published, copy_of=copy_of)


def claim(article_id):
    return Claim(
        id=Claim.key(article_id, "direct", 0, 10),
        article_id=article_id,
        form="direct",
        content=Passage.cut("The bridge is open.", 0, 10),
    )


def context(topic="utterance", **copies):
    articles = [article("a", DAY), article("b", copy_of=copies.get("b")), article("c")]
    claims = [claim("a"), claim("b"), claim("c")]
    return Context.of([Group(id="g", topic=topic, claims=(claims[0].id, claims[1].id))], claims, articles)


def test_an_undated_article_takes_the_time_of_those_that_share_an_utterance_with_it():
    assert [context().time_of(name) for name in "abc"] == [DAY, DAY, None]
    assert [context("person").time_of(name) for name in "abc"] == [DAY, None, None]


def test_copies_are_one_witness():
    evidence = [Evidence(article_id=a, claim_id=claim(a).id, span=Span(start=0, end=10)) for a in "ba"]
    assert context().side("open", evidence).witnesses == 2
    copied = context(b="a").side("open", evidence)
    assert (copied.witnesses, copied.articles) == (1, ("a", "b"))
