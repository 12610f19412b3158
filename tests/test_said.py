"""When an utterance was made."""

from datetime import date

import pytest

from factcheck.extraction.dates import find_dates
from factcheck.extraction.said import when_said
from factcheck.models import Interval

FRIDAY = Interval(start=date(2025, 11, 28), end=date(2025, 11, 28))


def said(text, published=FRIDAY):
    """The clause of attribution stands between brackets."""
    start, end = text.index("["), text.index("]") + 1
    return when_said(text, (start, end), find_dates(text, published), published)


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ('"It fell on Monday," [the mayor said Thursday].', "Thursday", "2025-11-27"),
        ("[The mayor said late Friday evening] that it fell on Monday.", "late Friday evening", "2025-11-28TEV"),
        ("[The mayor said this week, on Thursday,] that it fell.", "Thursday", "2025-11-27"),
        ("[The mayor, recently elected, said in 2024] that it fell.", "2024", "2024"),
        ("[The mayor said two minutes later] that it fell.", None, None),
        ("[The mayor said Thursday and Friday] that it fell.", None, None),
        ("[The mayor said] on Monday that it fell.", None, None),
        ("[The mayor, who was elected on Monday, said]: it fell.", None, None),
        ("[The mayor, elected Monday, said on Tuesday] that it fell.", "Tuesday", "2025-11-25"),
        ("It fell, [the mayor said of Saturday's storm].", None, None),
        ("[After the storm on Sunday, the mayor said]: it fell.", None, None),
        ("[After the storm the mayor said on Sunday] that it fell.", "Sunday", "2025-11-23"),
        ("[The head of the town said on Monday] that it fell.", "Monday", "2025-11-24"),
        ("[On Monday, the mayor said] that it fell.", "Monday", "2025-11-24"),
    ],
)
def test_the_expression_of_the_attribution_dates_the_utterance(text, expression, value):
    when = said(text)
    assert (when.text, when.value) == (expression, value)
    assert expression is not None or (when.basis, when.start, when.end) == ("published", None, date(2025, 11, 28))


def test_an_undated_article_keeps_the_expression_without_days():
    when = said('"It fell," [the mayor said Thursday].', None)
    assert (when.text, when.value, when.basis, when.start) == ("Thursday", None, "undated", None)


def test_without_an_expression_the_publication_bounds_the_time():
    assert when_said("", None, [], FRIDAY).end == date(2025, 11, 28)
    assert when_said("", None, [], FRIDAY).basis == "published"
    assert when_said("", None, [], None).basis == "undated"
