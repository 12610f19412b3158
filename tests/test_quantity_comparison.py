"""When two numbers of one utterance conflict: one source quotes it, another reports it."""

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.quantity import compare_quantities
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Article, Claim, Comparison, Group, Link, Passage


def compared(texts, forms=("direct", "indirect"), topic="utterance", copy_of=None):
    articles, claims = [], []
    for name, text, form in zip("abc", texts, forms, strict=False):
        articles.append(Article(id=name, source=name, text=text, copy_of=(copy_of or {}).get(name)))
        claims.append(
            Claim(
                id=Claim.key(name, form, 0, len(text)),
                article_id=name,
                form=form,
                content=Passage.cut(text, 0, len(text)),
                quantities=tuple(find_quantities(text)),
            )
        )
    ids = tuple(claim.id for claim in claims)
    group = Group(id="g", topic=topic, claims=ids, links=(Link(a=ids[0], b=ids[-1], score=0.9),))
    return compare_quantities(group, Context.of([group], claims, articles))


ROWS = [
    ("The plan costs $50 million.", "The plan costs $49.8 million.", 0),
    ("The plan costs $49.8 million.", "The plan costs nearly $50 million.", 0),
    ("The plan costs $50 million.", "The plan costs fifty million dollars.", 0),
    ("The plan costs $50 million.", "The plan costs $54 million.", 1),
    ("The plan costs $50 million.", "The plan costs 50 million euros.", 0),
    ("Sales rose 4.6 percent.", "Sales rose 5%.", 0),
    ("Sales rose 4.6 percent.", "Sales rose 6%.", 1),
    ("They lost 40 ships.", "They lost 14 ships.", 1),
    ("They lost 40 ships.", "They lost 14 planes.", 0),
    ("They lost at least 40 ships.", "They lost 44 ships.", 0),
    ("They lost at least 40 ships.", "They lost 38 ships.", 1),
    ("They won 3-1.", "They won 3-2.", 0),
    ("They found 40 ships near Dock 12.", "They found 14 ships near Dock 31.", 0),
    ("The storm had sunk 40 ships.", "The pirates took a crew of 14 from ships at anchor.", 0),
    ("We lost 40 ships and then 30 ships.", "We lost 14 ships.", 0),
]


@pytest.mark.parametrize(("quoted", "reported", "conflicts"), ROWS)
def test_numbers_of_a_quotation_and_a_report(quoted, reported, conflicts):
    assert len(compared([quoted, reported]).conflicts) == conflicts


@pytest.mark.parametrize("forms", [("direct", "direct"), ("indirect", "indirect")])
@pytest.mark.parametrize("texts", [row[:2] for row in ROWS if row[2]])
def test_two_quotations_and_two_reports_are_left_alone(texts, forms):
    assert compared(texts, forms) == Comparison()


@pytest.mark.parametrize("topic", ["person", "event"])
def test_titles_and_facts_are_left_to_their_own_comparisons(topic):
    assert compared(["They lost 40 ships.", "They lost 14 ships."], topic=topic) == Comparison()


def test_severity_sides_and_evidence():
    texts = ["They lost 40 ships.", "They lost 14 ships.", "They lost 14 ships."]
    (conflict,) = compared(texts, ("direct", "indirect", "indirect"), copy_of={"c": "b"}).conflicts
    assert (conflict.kind, conflict.nature) == ("quantity", "different")
    assert [(s.value, s.articles, s.witnesses) for s in conflict.sides] == [("14", ("b", "c"), 1), ("40", ("a",), 1)]
    assert conflict.summary == "Sources give the number of ships as 14 and 40."
    spans = [(e.article_id, e.differing[0].start, e.differing[0].end) for s in conflict.sides for e in s.evidence]
    assert spans == [("b", 10, 12), ("c", 10, 12), ("a", 10, 12)]
