"""What the report must and must not say of five articles: our samples, and the published ones behind them."""

from datetime import date
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent
FOLDERS = {"samples": ROOT / "seeds", "published": ROOT.parent / "shared" / "seeds"}


@pytest.fixture(scope="module", params=FOLDERS)
def report(request):
    folder = FOLDERS[request.param]
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: the published articles are not part of this repository")
    return factcheck.check(folder)


def number(report, article_id):
    """The three digits that an article's file name begins with."""
    return next(Path(a.origin).name[:3] for a in report.articles if a.id == article_id)


def pairs(report, conflict):
    """The pairs of file numbers that stand on different sides of a conflict."""
    sides = [{number(report, a) for a in side.articles} for side in conflict.sides]
    return {
        tuple(sorted((a, b))) for i, left in enumerate(sides) for right in sides[i + 1 :] for a in left for b in right
    }


def found(report, kind, nature, pair):
    return [c for c in report.conflicts if (c.kind, c.nature) == (kind, nature) and pair in pairs(report, c)]


def words_of(report, conflict):
    texts = {a.id: a.text for a in report.articles}
    return " ".join(texts[e.article_id][e.span.start : e.span.end] for side in conflict.sides for e in side.evidence)


def spoken(report, start):
    """The claims whose words begin with ``start``, straight and curly marks alike."""
    return [c for c in report.claims if c.form != "narration" and c.content.text.replace("’", "'").startswith(start)]


def test_the_renamed_office(report):
    (conflict,) = found(report, "title", "renamed", ("000", "001"))
    assert conflict.subject == "Pete Hegseth"
    assert {"Secretary of Defense", "Secretary of War"} <= {
        w for side in conflict.sides for w in (side.value.removeprefix("U.S. "),)
    }
    assert "14347" in conflict.explanation
    assert "2025" in conflict.explanation


def test_the_quotation_cut_short(report):
    (conflict,) = found(report, "wording", "truncated", ("000", "001"))
    assert "kid gloves approach" in words_of(report, conflict)


def test_the_clauses_in_another_order(report):
    (conflict,) = found(report, "wording", "reordered", ("002", "004"))
    assert "on the table" in words_of(report, conflict)


def test_the_changed_word(report):
    (conflict,) = found(report, "wording", "altered", ("002", "004"))
    assert "border" in words_of(report, conflict)
    texts = {a.id: a.text for a in report.articles}
    differing = {
        texts[e.article_id][s.start : s.end] for side in conflict.sides for e in side.evidence for s in e.differing
    }
    assert differing == {"borders", "border"}


def test_nothing_else_is_a_conflict(report):
    renamed = [c for c in report.conflicts if c.kind == "title"]
    assert {c.severity for c in renamed if ("000", "001") not in pairs(report, c)} <= {"low"}
    rest = [(c.kind, c.nature) for c in report.conflicts if c.kind != "title"]
    assert sorted(rest) == [("wording", "altered"), ("wording", "reordered"), ("wording", "truncated")]


def test_one_office_in_two_word_orders_is_no_conflict(report):
    assert not [c for c in report.conflicts if c.kind == "title" and {("002", "004")} & pairs(report, c)]


def test_the_rename_does_not_reach_back_at_the_same_severity(report):
    (main,) = found(report, "title", "renamed", ("000", "001"))
    for other in report.conflicts:
        if other.kind == "title" and pairs(report, other) & {("001", "002"), ("001", "004")}:
            assert factcheck.models.SEVERITIES.index(other.severity) > factcheck.models.SEVERITIES.index(main.severity)


@pytest.mark.parametrize(
    ("start", "surname"),
    [
        ("We have only just begun", "Hegseth"),
        ("Every trafficker we kill", "Hegseth"),
        ("The Trump administration has sealed", "Hegseth"),
        ("If we're dealing with", "Hegseth"),
        ("all options will be on the table", "Hegseth"),
        ("We've been securing other people's borders", "Hegseth"),
        ("That's ultimately", "Hegseth"),
        ("We're finally securing", "Hegseth"),
        ("use the full might", "Homan"),
        ("bring a surge of violence", "Council"),
        ("It signals Mr. Trump's", "Times"),
        ("Trump's new directive", "Times"),
        ("threatening the peace", "Treasury"),
    ],
)
def test_speakers(report, start, surname):
    claims = spoken(report, start)
    assert claims
    for claim in claims:
        assert claim.speaker is not None
        assert {surname, "newspaper"} & set(claim.speaker.name.split())


def test_a_question_belongs_to_who_asked_it(report):
    questions = [c for c in report.claims if "are you permitted now" in c.content.text and c.form == "direct"]
    assert questions
    assert {c.speaker.name for c in questions} == {"Brian Kilmeade"}


def test_marks_that_are_nested_or_never_closed_swallow_nothing(report):
    texts = [c.content.text for c in report.claims if number(report, c.article_id) == "001" and c.form != "narration"]
    assert any(
        t.startswith("all actions are in compliance") and t.rstrip(".").endswith("armed conflict") for t in texts
    )
    assert not any(
        "He called" in t or "He emphasized" in t or "He explained" in t or "In the same post" in t for t in texts
    )


def test_days(report):
    day = {number(report, a.id): a.published and a.published.start for a in report.articles}
    assert day == {
        "000": None,
        "001": date(2025, 11, 28),
        "002": date(2025, 2, 2),
        "003": date(2025, 8, 8),
        "004": None,
    }
    for claim in report.claims:
        if number(report, claim.article_id) in {"000", "004"} and claim.said is not None:
            assert claim.said.start is None or claim.said.basis == "stated"


def test_friday_is_the_one_before_the_day_of_publication(report):
    fridays = [
        c.said
        for c in report.claims
        if number(report, c.article_id) == "002" and c.said and c.said.text and "Friday" in c.said.text
    ]
    assert fridays
    assert {when.start for when in fridays} == {date(2025, 1, 31)}


def test_front_lines_are_metadata(report):
    prose = {number(report, a.id): a.prose for a in report.articles}
    for word in ("2025-11-28", "Published on", "minute read", "Add comment", "There are no comments"):
        assert not any(word in text for text in prose.values())
    title = {number(report, a.id): a.title for a in report.articles}
    assert "Strikes" in title["002"]


def test_every_span_holds_its_text(report):
    texts = {a.id: a.text for a in report.articles}
    for claim in report.claims:
        passages = [claim.content, claim.cue, claim.venue, claim.title, claim.said, *claim.quantities, *claim.dates]
        passages += [person.mention for person in (claim.speaker, claim.subject) if person]
        for passage in passages:
            if passage is not None and passage.span is not None:
                assert texts[claim.article_id][passage.span.start : passage.span.end] == passage.text
