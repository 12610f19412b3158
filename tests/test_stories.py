"""Stories written for these tests: what a reader finds to disagree in them, and nothing else, is what is reported.

Each disagreement that a reader finds is reported, but for one that is marked ``possible``, which is only listed as
possible, and one that is marked ``missed``, which is not found at all yet. A table of ``mistaken`` holds what is
reported and no reader finds. All three are checked too, so that a test tells what has been mended.
"""

import tomllib
from pathlib import Path

import pytest

from factcheck import Article, Interval, check

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))


def told(story):
    """The articles of a story, what a reader finds in them, and what is reported by mistake."""
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
    return articles, table.get("disagreements", []), table.get("mistaken", [])


def reads(side, value, report):
    """Whether a side of a conflict gives a value, in its name for it or in the passage that it rests on."""
    texts = {article.id: article.text for article in report.articles}
    passages = (texts[e.article_id][e.span.start : e.span.end] for e in side.evidence)
    return any(value.casefold() in text.casefold() for text in (side.value, *passages))


def is_found(row, conflict, report):
    """Whether a conflict is this disagreement: of its kind, with each of its values on a side of its own."""
    if conflict.kind != row["kind"]:
        return False
    one, other = row["values"]
    return any(
        reads(a, one, report) and reads(b, other, report) for a in conflict.sides for b in conflict.sides if a is not b
    )


def expected(row):
    """Where a disagreement is to be found: reported, listed as possible, or nowhere."""
    return "missed" if row.get("missed") else "possible" if row.get("possible") else "reported"


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story(story):
    articles, disagreements, mistaken = told(story)
    report = check(articles)

    def among(row, conflicts):
        return any(is_found(row, conflict, report) for conflict in conflicts)

    known = (*disagreements, *mistaken)
    false = [c.summary for c in report.conflicts if not any(is_found(row, c, report) for row in known)]
    assert not false
    for row in disagreements:
        reported, possible = among(row, report.conflicts), among(row, report.possible)
        found = "reported" if reported else "possible" if possible else "missed"
        assert (row["kind"], row["values"], found) == (row["kind"], row["values"], expected(row))
    mended = [row["values"] for row in mistaken if not among(row, report.conflicts)]
    assert not mended, "no longer reported by mistake"
