"""Names of one bearer that two articles spell differently."""

import pytest

from factcheck.alignment.spellings import group_spellings
from factcheck.alignment.stories import find_stories
from pages import page

UNLIKE = ("Bakers in Tolme strike. {}, 61, a miller, wept.", "A kite festival closed. The judge {}, 61, won.")
"""Two texts that share nothing but a person's age."""


def spellings(one, other, named=None):
    """The ids of the groups of two texts of one day; the claims of the first are about ``named`` where it is given."""
    pages = [page("a", UNLIKE[0].format(one)), page("b", UNLIKE[1].format(other))]
    articles = {own.article.id: own.article for own in pages}
    claims = [claim for own in pages for claim in own.claims]
    if named is not None:
        claims = [
            claim.model_copy(update={"subject": claim.subject.model_copy(update={"name": named})})
            if claim.subject
            else claim
            for claim in claims
        ]
    return [group.id for group in group_spellings(claims, articles, find_stories(articles))]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ilse Marreck", "Ilse Marrek", ["spelling:ilse marreck:ilse marrek"]),
        ("Ilse Marreck", "Olga Marrek", []),
        ("Ilse Marreck", "Ilse Marreck", []),
    ],
)
def test_one_first_name_and_age_tell_one_bearer(one, other, found):
    assert spellings(one, other) == found


@pytest.mark.parametrize("name", ["", " ", "\u0301"])
def test_a_name_without_a_letter_is_nobodys(name):
    assert spellings("Ilse Marreck", "Ilse Marrek", name) == []
