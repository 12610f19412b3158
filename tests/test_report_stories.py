"""A report story by story, in the order of gravity; what each list holds, and what is told of how sure it is."""

import pytest

from factcheck.models import Unlisted
from factcheck.reporting import render_html, render_markdown, render_text
from factcheck.reporting.index import Index, odds
from factcheck.reporting.naming import agreed, named
from factcheck.reporting.notebook import render_notebook
from factcheck.reporting.stories import REST
from sample import COURIER, LEDGER, MAYBE, POST, STANDARD, STORY, WIRE, sample

RECORDS = ("stories", "articles", "conflicts", "possible", "agreements")


def chapters(report):
    return Index(report).chapters


def test_each_article_and_entry_stands_in_one_chapter():
    story, rest = chapters(sample())
    assert (story.id, rest.id) == (STORY.id, REST)
    assert {a.id for a in story.articles} == {a.id for a in (LEDGER, POST, WIRE, COURIER)}
    assert rest.articles == (STANDARD,)
    assert [c.id for c in story.conflicts] == [c.id for c in Index(sample()).ranked]
    assert rest.possible == sample().possible


def test_the_gravest_story_stands_first():
    found = {severity: next(c for c in sample().conflicts if c.severity == severity) for severity in ("low", "high")}
    stories = tuple(
        STORY.model_copy(update={"id": name, "name": name, "articles": tuple(a.id for a in articles)})
        for name, articles in (("low", (LEDGER, POST)), ("high", (WIRE, COURIER)))
    )
    moved = found["high"].model_copy(
        update={
            "sides": tuple(
                side.model_copy(update={"articles": (article.id,), "claims": (), "evidence": ()})
                for side, article in zip(found["high"].sides, (WIRE, COURIER), strict=True)
            )
        }
    )
    report = sample().model_copy(update={"stories": stories, "conflicts": (found["low"], moved)})
    assert [(c.name, len(c.conflicts)) for c in chapters(report)][:2] == [("high", 1), ("low", 1)]


def test_a_report_without_stories_has_one_chapter():
    (only,) = chapters(sample().model_copy(update={"stories": ()}))
    assert (only.id, only.name, len(only.articles)) == (REST, "All articles", 5)
    assert chapters(sample().model_copy(update=dict.fromkeys(RECORDS, ()))) == []


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.95, "about 9 in 10"),
        (0.5, "about 1 in 2"),
        (0.4, "about 2 in 5"),
        (0.33, "about 1 in 3"),
        (0.2, "about 1 in 5"),
        (0.1, "about 1 in 10"),
        (0.07, "about 1 in 15"),
        (0.04, "about 1 in 25"),
        (0.0, "about 1 in 100"),
    ],
)
def test_how_sure_in_words(share, told):
    assert odds(share) == told


def test_how_sure_a_list_is():
    index = Index(sample())
    (maybe, _) = MAYBE[0]
    assert index.less_sure([maybe], 0) == "About 1 in 5 like this is right."
    surer = maybe.model_copy(update={"confidence": 0.55})
    assert index.less_sure([maybe, surer], 0) == "About 2 in 5 of these are right."


@pytest.mark.parametrize("render", [render_text, render_markdown, render_html, render_notebook])
@pytest.mark.parametrize("left", [{}, {"possible": ()}, {"stories": ()}])
def test_how_many_less_sure_ones_are_not_listed_is_told_where_they_would_stand(render, left):
    unlisted = (Unlisted(articles=(LEDGER.id, POST.id), number=2), Unlisted(articles=(LEDGER.id, WIRE.id), number=1))
    told = "3 more differences between the same articles are not listed."
    found = " ".join(render(sample().model_copy(update={"unlisted": unlisted, **left})).split())
    assert found.count(told) == 1
    assert "Worth a look" in found.partition(told)[0]
    assert "not listed" not in render(sample().model_copy(update=left))


def test_an_unlisted_one_is_counted_in_its_story():
    unlisted = tuple(Unlisted(articles=(LEDGER.id, a.id), number=n) for a, n in ((POST, 2), (STANDARD, 1)))
    assert [c.unlisted for c in chapters(sample().model_copy(update={"unlisted": unlisted}))] == [2, 1]


def test_an_agreement_says_of_what():
    index = Index(sample())
    told = [agreed(index, agreement) for agreement in index.agreed]
    assert told[0].startswith("Ines Corvane: “We will not sail again until every cable")
    assert told[1] == "people treated for smoke: 12"


def test_a_fact_is_named_by_the_words_around_its_value():
    assert named(Index(sample()), MAYBE[0][0]) == "Officials expect the line to reopen …"


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ((LEDGER, POST), []),
        ((LEDGER,), ["There is only one article"]),
        ((LEDGER, STANDARD), ["1 article undated (Northern Standard)"]),
        ((LEDGER, LEDGER.model_copy(update={"id": "b"})), ["All articles are of one outlet, The Harbor Ledger"]),
    ],
)
def test_what_weakens_a_report_is_told(articles, told):
    warnings = Index(sample().model_copy(update={"articles": articles})).warnings
    assert len(warnings) == len(told)
    assert all(warning.startswith(start) for warning, start in zip(warnings, told, strict=True))
