"""For which time an article gives a title."""

from datetime import date

import pytest

from factcheck import Article, Interval
from factcheck.extraction.claims import extract

DAY = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Mayor Laura Bennett signed it on Monday.", True),
        ("Mayor Laura Bennett, elected in 2016, signed it on Monday.", True),
        ("Mayor Laura Bennett, who took office in 2016, signed it.", True),
        ("Laura Bennett, the mayor, signed it.", True),
        ("Mayor Laura Bennett signed it in 2012.", False),
        ("Last year Mayor Laura Bennett signed it.", False),
        ("Mayor Laura Bennett had signed it ten years ago.", False),
        ("Laura Bennett was the mayor.", False),
        ("Laura Bennett, who has been the mayor since that day, left.", True),
        ("“The rules of 2012 were kept,” said Laura Bennett, the mayor.", True),
        ("The club recently sacked coach Laura Bennett.", False),
        ("The first mayor of Harrow, Laura Bennett, signed it.", False),
        ("First Minister Laura Bennett signed it.", True),
        ("They sang “Mayor Laura Bennett” again.", False),
    ],
)
def test_times(text, asserted):
    claims = extract(Article(text=text, published=Interval(start=DAY, end=DAY)))
    assert {c.title.asserted for c in claims if c.title} == {asserted}


def test_an_article_without_a_day_takes_the_latest_that_it_names():
    text = "Mayor Laura Bennett signed it in 2012. On 3 March 2025 Coach Carl Benson left."
    told = {c.subject.name: c.title.asserted for c in extract(Article(text=text)) if c.title}
    assert told == {"Laura Bennett": False, "Carl Benson": True}
