"""Stories written for these tests: what a reader finds to disagree in them, and nothing else, is what is reported.

Each disagreement that a reader finds is reported, but for one that is marked ``possible``, which is only listed as
possible, and one that is marked ``missed``, which is not found at all yet. A table of ``mistaken`` holds what is
reported and no reader finds. All three are checked too, so that a test tells what has been mended.

``REFRESH_GOLDEN=1`` writes the marks anew, and adds what is newly reported by mistake; read the diff before a commit.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest

from factcheck import Article, Interval, check
from golden_files import REFRESH

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
    if value.casefold() in side.value.casefold():
        return True
    texts = {article.id: article.text for article in report.articles}
    return any(overlap(value, texts[e.article_id], e.span.start, e.span.end) for e in side.evidence)


def overlap(value, text, start, end):
    """Whether a value stands in a stretch of a text, be it that it begins before it or ends behind it."""
    around = text[max(0, start - len(value) + 1) : end + len(value) - 1]
    return value.casefold() in around.casefold()


def names(side, value, report):
    """Whether a value tells a speaker: by the name, be it with a title or a verb, or beside the words, by a role."""
    if side.value.split()[-1] in re.findall(r"[\w'’-]+", value):
        return True
    texts = {article.id: article.text for article in report.articles}
    paragraphs = (paragraph(texts[e.article_id], e.span) for e in side.evidence)
    return any(value.casefold() in words.casefold() for words in paragraphs)


def paragraph(text, span):
    return text[text.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]


def is_found(row, conflict, report):
    """Whether a conflict is this disagreement: of its kind, with each of its values on a side of its own."""
    if conflict.kind != row["kind"]:
        return False
    one, other = row["values"]
    gives = names if row["kind"] == "speaker" else reads
    return any(
        gives(a, one, report) and gives(b, other, report) for a in conflict.sides for b in conflict.sides if a is not b
    )


def expected(row):
    """Where a disagreement is to be found: reported, listed as possible, or nowhere."""
    return "missed" if row.get("missed") else "possible" if row.get("possible") else "reported"


def among(row, conflicts, report):
    return any(is_found(row, conflict, report) for conflict in conflicts)


def outcome(row, report):
    """Where a disagreement is found."""
    if among(row, report.conflicts, report):
        return "reported"
    return "possible" if among(row, report.possible, report) else "missed"


def unknown(report, known):
    """What is reported and stands in no table."""
    return [c for c in report.conflicts if not any(is_found(row, c, report) for row in known)]


def refreshed(text, report):
    """The story's file with the marks of today."""
    head, *blocks = re.split(r"(?m)^(?=\[\[(?:disagreements|mistaken)\]\])", text)
    kept = []
    for block in blocks:
        name, (row,) = tomllib.loads(block).popitem()
        if name == "mistaken" and not among(row, report.conflicts, report):
            continue
        body = re.sub(r"(?m)^(?:possible|missed) = true\n", "", block).rstrip()
        found = outcome(row, report) if name == "disagreements" else "reported"
        kept.append(body if found == "reported" else f"{body}\n{found} = true")
    rows = [tomllib.loads(block).popitem()[1][0] for block in kept]
    for conflict in unknown(report, rows):
        values = json.dumps([side.value for side in conflict.sides[:2]], ensure_ascii=False)
        kept.append(f'[[mistaken]]\nkind = "{conflict.kind}"\nvalues = {values}')
    return "\n\n".join([head.rstrip(), *kept]) + "\n"


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_story(story):
    articles, *_ = told(story)
    report = check(articles)
    if REFRESH:
        story.write_text(refreshed(story.read_text(encoding="utf-8"), report), encoding="utf-8")
    _, disagreements, mistaken = told(story)
    assert [c.summary for c in unknown(report, (*disagreements, *mistaken))] == []
    found = [(row["kind"], row["values"], outcome(row, report)) for row in disagreements]
    assert found == [(row["kind"], row["values"], expected(row)) for row in disagreements]
    mended = [row["values"] for row in mistaken if not among(row, report.conflicts, report)]
    assert not mended, "no longer reported by mistake"
    assert {c.id for c in report.conflicts}.isdisjoint(c.id for c in report.possible)
