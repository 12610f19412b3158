"""Stories written for these tests: what a reader finds to disagree in them, and nothing else, is what is reported.

A disagreement that is marked ``missed`` is one that a reader sees and the rules don't find yet; one that is marked
``mistaken`` is one that they find and a reader does not see.
"""

import tomllib
from pathlib import Path

import pytest

from factcheck import Article, Interval, check

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))


def told(story):
    """The articles of a story, and what a reader finds in them."""
    table = tomllib.loads(story.read_text(encoding="utf-8"))
    articles = [
        Article(
            source=row["source"],
            title=row["title"],
            text=row["text"].strip(),
            published=Interval(start=row["published"], end=row["published"]),
        )
        for row in table["articles"]
    ]
    return articles, table.get("disagreements", [])


def reads(side, value, report):
    """Whether a side of a conflict gives a value, in its name for it or in the passage that it rests on."""
    texts = {article.id: article.text for article in report.articles}
    passages = (texts[e.article_id][e.span.start : e.span.end] for e in side.evidence)
    return any(value.casefold() in text.casefold() for text in (side.value, *passages))


def is_found(disagreement, conflict, report):
    """Whether a conflict is this disagreement: of its kind, with each of its values on a side of its own."""
    if conflict.kind != disagreement["kind"]:
        return False
    one, other = disagreement["values"]
    return any(
        reads(a, one, report) and reads(b, other, report) for a in conflict.sides for b in conflict.sides if a is not b
    )


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story(story):
    articles, disagreements = told(story)
    report = check(articles)
    found = [[row for row in disagreements if is_found(row, conflict, report)] for conflict in report.conflicts]
    false = [conflict.summary for conflict, rows in zip(report.conflicts, found, strict=True) if not rows]
    assert not false
    seen = [row for row in disagreements if any(row in rows for rows in found)]
    assert [row["values"] for row in disagreements if row not in seen and not row.get("missed")] == []
    assert [row["values"] for row in seen if row.get("missed")] == [], "found by now: no longer missed"
