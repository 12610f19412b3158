"""Where a run is done changes nothing of what it finds."""

from pathlib import Path

import factcheck
from factcheck import Article, engines, extraction
from factcheck.models import Reading
from factcheck.pipeline import check_reading

SEEDS = Path(__file__).parent.parent / "seeds"
FAILING = "Divers trapped the extraction."


def fail_over(text, monkeypatch):
    """Make the extraction of an article with this text fail."""
    real = extraction.extract

    def extract(article, settings):
        if article.text == text:
            raise ValueError("two\nlines")
        return real(article, settings)

    monkeypatch.setattr(extraction, "extract", extract)


def test_a_failing_article_is_a_line_and_the_others_go_on(monkeypatch):
    fail_over(FAILING, monkeypatch)
    report = factcheck.check(SEEDS, Article(source="Tallow Post", text=FAILING))
    assert report.conflicts == factcheck.check(SEEDS).conflicts
    (left,) = report.provenance.left_out
    assert (left.origin, left.cause) == ("Tallow Post", "unreadable")
    assert left.reason == "no claims could be taken from it: ValueError: two lines"


def test_articles_read_before_give_the_report_of_their_files():
    reading = factcheck.read(SEEDS, "missing.txt")
    assert check_reading(reading) == factcheck.check(SEEDS, "missing.txt")
    assert check_reading(Reading()).articles == ()


def test_the_engine_given_does_the_work():
    done = []

    class Watched(engines.Serial):
        def extract(self, articles, settings):
            done.append("extract")
            return super().extract(articles, settings)

        def score(self, statements):
            done.append("score")
            return super().score(statements)

        def group(self, stories):
            done.append("group")
            return super().group(stories)

    assert factcheck.check(SEEDS, engine=Watched()) == factcheck.check(SEEDS)
    assert done == ["extract", "score", "group"]
