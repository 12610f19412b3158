"""When two numbers of one fact conflict, and what explains them."""

from datetime import date, timedelta

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.quantity import compare_quantities
from factcheck.extraction.quantities import find_quantities
from factcheck.models import Article, Claim, Group, Interval, Link, Passage, Speaker

DAY = date(2025, 3, 7)


def articles_of(texts, days, copy_of=None):
    rows = zip("abcdefgh", texts, days, strict=False)
    published = {d: Interval(start=DAY + timedelta(d), end=DAY + timedelta(d)) for d in days if d is not None}
    copies = copy_of or {}
    return [
        Article(id=name, source=name, text=text, published=published.get(d), copy_of=copies.get(name))
        for name, text, d in rows
    ]


def compared(texts, days=(0,) * 8, topic="event", forms=("narration",) * 8, copy_of=None, named=True):
    articles = articles_of(texts, days, copy_of)
    claims = []
    for article, form in zip(articles, forms, strict=False):
        content = Passage.cut(article.text, 0, len(article.text))
        person = Speaker(name="Lena Vogt", mention=content, kind="person", resolved_by="name", confidence=1)
        for quantity in find_quantities(article.text):
            claims.append(
                Claim(
                    id=Claim.key(article.id, form, quantity.span.start, quantity.span.end),
                    article_id=article.id,
                    form=form,
                    content=content,
                    subject=person if named and quantity.kind == "age" else None,
                    quantities=(quantity,),
                )
            )
    ids = tuple(sorted(c.id for c in claims))
    group = Group(id="g", topic=topic, claims=ids, links=(Link(a=ids[0], b=ids[-1], score=0.9),))
    return compare_quantities(group, Context.of([group], claims, articles))


def natures(*texts, days=(0,) * 8):
    return [c.nature for c in compared(texts, days).conflicts]


@pytest.mark.parametrize(
    ("a", "b", "days", "expected"),
    [
        ("12 people were killed.", "14 people were killed.", (0, 0), ["different"]),
        ("12 people were killed.", "Twelve people were killed.", (0, 0), []),
        ("At least 12 people were killed.", "14 people were killed.", (0, 0), []),
        ("At least 12 people were killed.", "11 people were killed.", (0, 0), ["different"]),
        ("Dozens of people were hurt.", "42 people were hurt.", (0, 0), []),
        ("Up to 40 people were hurt.", "52 people were hurt.", (0, 0), ["different"]),
        ("About 200 people were hurt.", "190 people were hurt.", (0, 0), []),
        ("200 people were hurt.", "197 people were hurt.", (0, 0), []),
        ("20 people were hurt.", "19 people were hurt.", (0, 0), ["different"]),
        ("12 people were killed.", "14 people were killed.", (0, 2), ["updated"]),
        ("12 people were killed.", "14 people were killed.", (2, 0), ["different"]),
        ("12 people were killed.", "14 people were killed.", (None, 2), ["different"]),
        ("2 officers were killed.", "5 people were killed.", (0, 0), []),
        ("5 officers were killed.", "2 people were killed.", (0, 0), ["different"]),
        ("3 people died, the gunman said.", "4 people died.", (0, 0), []),
        ("3 people died, the gunman said.", "6 people died.", (0, 0), ["different"]),
        ("1 person was killed and 3 were hurt.", "4 people were hurt.", (0, 0), []),
        ("1 person was killed and 3 were hurt.", "1 person was killed and 4 were hurt.", (0, 0), ["different"]),
        ("1 person was killed and 3 were hurt.", "5 people were hurt.", (0, 0), ["different"]),
        ("1 person was killed and 3 were hurt.", "A boy died, and 4 other people were hurt.", (0, 0), ["different"]),
        ("2 people were killed and 4 were hurt.", "6 people were hurt, two fatally.", (0, 0), []),
        ("1 person was killed in a crash.", "3 people were killed in a shooting.", (0, 0), []),
        (
            "1 person was killed in a crash.",
            "3 people were killed when the car burned and crashed.",
            (0, 0),
            ["different"],
        ),
        ("The 34-year-old left.", "The 36-year-old left.", (0, 0), ["different"]),
        ("The 34-year-old left.", "The 35-year-old left.", (0, 90), ["birthday"]),
        ("The 34-year-old left.", "The 35-year-old left.", (0, 2), ["different"]),
        ("The 34-year-old left.", "The 35-year-old left.", (90, 0), ["different"]),
        ("The 34-year-old left.", "The 36-year-old left.", (0, 90), ["different"]),
        ("The 34-year-old left.", "The 36-year-old left.", (0, 600), ["birthday"]),
        ("The 34-year-old, aged 35, left.", "The 35-year-old left.", (0, 0), []),
    ],
)
def test_two_numbers(a, b, days, expected):
    assert natures(a, b, days=days) == expected


def test_fewer_hurt_and_more_dead_is_an_update():
    texts = ("2 people were killed and 5 people were hurt.", "3 people were killed and 4 people were hurt.")
    assert natures(*texts, days=(0, 9)) == ["updated", "updated"]
    assert natures("5 people were hurt.", "4 people were hurt.", days=(0, 9)) == ["different"]


def test_an_article_is_held_to_its_first_count():
    assert natures("12 people were killed. Once, 3 people were killed.", "12 people were killed.") == []


@pytest.mark.parametrize(
    ("a", "b", "subject"),
    [
        ("A 4-year-old boy fell.", "The 6-year-old boy fell.", "the boy"),
        ("A 4-year-old boy fell.", "The 6-year-old child fell.", "the person"),
        ("A 4-year-old fell.", "The 6-year-old fell.", "the person"),
    ],
)
def test_somebody_without_a_name_is_called_as_the_articles_call_him(a, b, subject):
    (conflict,) = compared((a, b), named=False).conflicts
    assert conflict.summary == f"Sources give the age of {subject} as 4 and 6."


def test_severity_and_sides():
    found = compared(["12 people were killed.", "14 people were killed.", "14 people were killed."], copy_of={"c": "b"})
    (conflict,) = found.conflicts
    assert (conflict.severity, conflict.kind) == ("high", "quantity")
    assert [(s.value, s.articles, s.witnesses) for s in conflict.sides] == [("12", ("a",), 1), ("14", ("b", "c"), 1)]
    assert conflict.summary == "Sources give the number of people killed as 12 and 14."
    spans = [(e.article_id, e.differing[0].start, e.differing[0].end) for s in conflict.sides for e in s.evidence]
    assert spans == [("a", 0, 2), ("b", 0, 2), ("c", 0, 2)]
    assert compared(["12 people were killed.", "14 people were killed."], (0, 1)).conflicts[0].severity == "low"


def test_agreement_counts_independent_sources():
    texts = ["12 people were killed."] * 3
    (agreed,) = compared(texts).agreements
    assert (agreed.side.value, agreed.side.witnesses) == ("12", 3)
    assert compared(texts[:2], copy_of={"b": "a"}).agreements == ()


@pytest.mark.parametrize(
    ("a", "b", "conflicts"),
    [
        ("The plan costs $50 million.", "The plan costs $49.8 million.", 0),
        ("The plan costs $49.8 million.", "The plan costs nearly $50 million.", 0),
        ("The plan costs $50 million.", "The plan costs fifty million dollars.", 0),
        ("The plan costs $50 million.", "The plan costs $54 million.", 1),
        ("The plan costs $50 million.", "The plan costs 50 million euros.", 0),
        ("Sales rose 4.6 percent.", "Sales rose 5%.", 0),
        ("Sales rose 4.6 percent.", "Sales rose 6%.", 1),
        ("They lost 40 ships.", "They lost 14 ships.", 1),
        ("They lost 40 ships.", "They lost 14 planes.", 0),
        ("They won 3-1.", "They won 3-2.", 0),
        ("They found 40 ships near Dock 12.", "They found 14 ships near Dock 31.", 0),
        ("The storm had sunk 40 ships.", "The pirates took a crew of 14 from ships at anchor.", 0),
    ],
)
def test_numbers_in_one_utterance(a, b, conflicts):
    found = compared([a, b], topic="utterance", forms=("direct", "indirect"))
    assert len(found.conflicts) == conflicts
    assert compared([a, b], topic="utterance", forms=("direct", "direct")).conflicts == ()
    assert compared([a, b], topic="utterance", forms=("indirect", "indirect")).conflicts == ()
    assert compared([a, b], topic="person").conflicts == ()
