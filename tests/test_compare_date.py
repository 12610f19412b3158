"""Conflicts of dates."""

import itertools
from datetime import date

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.date import compare_dates
from factcheck.extraction.dates import find_dates
from factcheck.models import Article, Claim, Comparison, Group, Interval, Passage, Speaker


def day(text):
    return Interval(start=date.fromisoformat(text), end=date.fromisoformat(text)) if text else None


SAID = " The ferry will not sail before the ice is gone."


def compare(*stories, topic="utterance", copies=(), said=(SAID,) * 6, form="direct"):
    """Compare the first time expression of each (published, text), each in an article that quotes ``said``."""
    articles, claims = [], []
    for name, (published, opening), words in zip("abcdef", stories, said, strict=False):
        text = opening + (words if topic == "utterance" else "")
        copy_of = "a" if name in copies else None
        articles.append(Article(id=name, source=name.upper(), text=text, published=day(published), copy_of=copy_of))
        dates = tuple(find_dates(text, day(published)))
        content = Passage.cut(text, len(opening) + 1 if topic == "utterance" else 0, len(text))
        claims.append(
            Claim(
                id=Claim.key(name, form, 0, len(text)),
                article_id=name,
                form=form,
                content=content,
                speaker=Speaker(name="Ada Poe", mention=content, resolved_by="name", confidence=1),
                said=dates[0] if dates else None,
                dates=dates,
            )
        )
    group = Group(id="g", topic=topic, claims=tuple(claim.id for claim in claims))
    return compare_dates(group, Context.of([group], claims, articles))


@pytest.mark.parametrize(
    ("first", "second", "nature", "severity"),
    [
        (("2025-11-29", "She said Monday."), ("2025-11-29", "She said Friday."), "day", "high"),
        (("2025-11-29", "She said Thursday."), ("2025-11-29", "She said Friday."), "day", "medium"),
        (("2025-11-29", "She said Thursday night."), ("2025-11-29", "She said Friday."), "day", "low"),
        (("2025-11-29", "She said Friday."), ("2025-12-07", "She said Friday."), "day", "low"),
        (("2025-11-29", "She said Monday."), ("2025-12-29", "She said on December 28."), "day", "low"),
        (("2025-11-29", "She said in May."), ("2025-11-29", "She said on June 3."), "month", "high"),
        (("2025-11-29", "She said in 2024."), ("2025-11-29", "She said on June 3."), "year", "high"),
        ((None, "She said Tuesday."), (None, "She said Friday."), "weekday", "medium"),
        ((None, "She said late Thursday."), ("2025-11-29", "She said Friday."), "weekday", "low"),
    ],
)
def test_times_that_no_day_fits_conflict(first, second, nature, severity):
    (conflict,) = compare(first, second).conflicts
    assert (conflict.kind, conflict.nature, conflict.severity) == ("date", nature, severity)
    assert [side.articles for side in conflict.sides] in ([("a",), ("b",)], [("b",), ("a",)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2025-11-29", "She said late Friday evening."), ("2025-11-29", "She said Friday night.")),
        (("2025-11-29", "She said Friday."), ("2025-12-01", "She said on November 28.")),
        (("2025-11-29", "She said in 2025."), ("2025-11-29", "She said in January 2025.")),
        (("2025-11-29", "She said this week."), ("2025-11-29", "She said Monday.")),
        (("2025-11-29", "She said overnight Friday."), ("2025-11-29", "She said Thursday.")),
        (("2025-11-29", "She said."), ("2025-11-29", "She said Monday.")),
        ((None, "She said Friday."), ("2025-11-29", "She said Friday.")),
        ((None, "She said on June 3."), ("2025-11-29", "She said Friday.")),
        (("2025-11-29", "She said recently."), ("2025-11-29", "She said Friday.")),
    ],
)
def test_times_that_one_day_fits_do_not_conflict(first, second):
    assert compare(first, second).conflicts == ()


DAYS = ("2025-11-29", "She said Monday."), ("2025-11-29", "She said Friday.")


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ((SAID, " The mayor will not speak before the vote is over."), "direct"),
        ((" We will win.",) * 2, "direct"),
        ((SAID, SAID), "indirect"),
    ],
)
def test_what_may_be_two_utterances_has_two_days(said, form):
    assert compare(*DAYS, said=said, form=form).conflicts == ()


def test_a_short_quotation_may_be_said_again_months_later():
    stories = [("2025-11-29", "She said Monday."), ("2026-03-07", "She said Friday.")]
    assert compare(*stories).conflicts == ()
    long = " The ferry will not sail before the ice is gone and the harbour is open to ships."
    assert len(compare(*stories, said=(long, long)).conflicts) == 1


def test_a_vague_time_stands_on_no_side_of_two_that_it_fits():
    stories = [("2025-11-29", f"She said {when}.") for when in ("Monday", "Friday", "in 2025")]
    (conflict,) = compare(*stories).conflicts
    assert [(side.value, side.articles) for side in conflict.sides] == [
        ("24 November 2025", ("a",)),
        ("28 November 2025", ("b",)),
    ]
    assert conflict.summary == (
        "Sources date one statement (Ada Poe) differently: 24 November 2025 (A); 28 November 2025 (B)."
    )


def test_evidence_shows_the_expression():
    (conflict,) = compare(("2025-11-29", "She said Monday."), ("2025-11-29", "She said Friday.")).conflicts
    assert [(e.differing[0].start, e.differing[0].end) for s in conflict.sides for e in s.evidence] == [
        (9, 15),
        (9, 15),
    ]


def test_independent_sources_agree_and_copies_do_not():
    stories = [("2025-11-29", "She said Friday.")] * 2
    (agreement,) = compare(*stories).agreements
    assert (agreement.nature, agreement.side.value, agreement.side.witnesses) == ("identical", "28 November 2025", 2)
    assert compare(*stories, copies="b").agreements == ()


def test_the_order_of_the_articles_changes_nothing_but_names():
    stories = [("2025-11-29", "She said Monday."), ("2025-11-29", "She said Friday."), (None, "She said Tuesday.")]
    ids = {compare(*order).conflicts[0].id for order in itertools.permutations(stories)}
    assert len(ids) == 1


@pytest.mark.parametrize("topic", ["person", "event"])
def test_titles_and_facts_are_left_to_their_own_comparisons(topic):
    assert compare(*DAYS, topic=topic) == Comparison()
