"""The title that an article gives a speaker."""

import pytest

from factcheck.extraction.claims import extract, shared_surnames
from factcheck.models import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Bellweather met Paul Bellweather.", {"bellweather"}),
        ("Mr. Bellweather met Mrs. Bellweather’s sister.", {"bellweather"}),
        ("Robert Bellweather left. Bob Bellweather slept.", set()),
        ("Anna Bellweather met Paul Ortega.", set()),
        ("Mayor Bellweather met Governor Bellweather.", set()),
        ("", set()),
    ],
)
def test_surnames_that_two_persons_bear(text, expected):
    assert shared_surnames(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Secretary of State Anna Bellweather came. “We are late,” Bellweather said.", "Secretary of State"),
        ("Secretary of State Bellweather came. “We are late,” Anna Bellweather said.", "Secretary of State"),
        ("Senator Paul Bellweather came. “We are late,” Anna Bellweather said.", None),
        ("Paul Bellweather slept. Senator Bellweather came. “We are late,” Anna Bellweather said.", None),
        ("Paul Bellweather slept. “We are late,” said Senator Anna Bellweather.", "Senator"),
    ],
)
def test_a_speaker_has_no_title_of_a_namesake(text, title):
    (spoken,) = [claim for claim in extract(Article(text=text)) if claim.form == "direct"]
    assert (spoken.title and spoken.title.text) == title
