"""One person's name in two spellings."""

import pytest

from factcheck.alignment.people import group_people
from factcheck.comparison.context import Context
from factcheck.comparison.name import compare_names
from test_people import gather


def conflicts(*texts):
    claims, articles = gather(*texts)
    (group,) = group_people(claims, articles)
    return compare_names(group, Context({c.id: c for c in claims}, articles)).conflicts


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("Mayor Olena Zelensky spoke.", "Mayor Olena Zelenskyy left."), [["Olena Zelensky", "Olena Zelenskyy"]]),
        (
            ("Mayor Jon Harrow spoke.", "Mayor John Harrow left.", "Mayor Jon Harrow rested."),
            [["John Harrow", "Jon Harrow"]],
        ),
        (
            ("Mayor Jonah Harlowe spoke.", "Mayor Jonnah Harlowe left.", "Mayor Jonah Harlow rested."),
            [["Jonah Harlow", "Jonah Harlowe", "Jonnah Harlowe"]],
        ),
        (("Mayor José Ibáñez spoke.", "Mayor Jose Ibanez left."), []),
        (("Mayor Robert Halloran spoke.", "Mayor Bob Halloran left."), []),
        (("Mayor Robert Halloran spoke.", "Mayor Robert T. Halloran left."), []),
    ],
)
def test_spellings(texts, values):
    found = conflicts(*texts)
    assert [[side.value for side in c.sides] for c in found] == values
    assert all((c.kind, c.severity) == ("name", "low") for c in found)


@pytest.mark.parametrize(
    ("texts", "nature", "explained"),
    [
        (("Mayor Olena Zelensky spoke.", "Mayor Olena Zelenskyy left."), "transliterated", "Cyrillic"),
        (("Mayor Jon Harrow spoke.", "Mayor John Harrow left."), "spelling", "spellings"),
    ],
)
def test_what_explains_a_spelling_is_said(texts, nature, explained):
    (found,) = conflicts(*texts)
    assert found.nature == nature
    assert explained in found.explanation


def test_an_article_that_spells_a_name_in_two_ways_is_no_conflict_of_sources():
    (found,) = conflicts("Mayor Jon Harrow spoke. Mayor John Harrow left.", "Mayor Jon Harrow rested.")
    assert {len(side.articles) for side in found.sides} == {1, 2}
