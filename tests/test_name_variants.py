"""Names that differ in one word where their neighbours are the same."""

import pytest

from factcheck.alignment.name_variants import ALIKE, LESS_ALIKE, LIKELY, VARIANT, group_name_variants
from pages import page


def variants(*texts):
    """The two names, sorted, and the score of each link between articles a, b ..."""
    pages = {name: page(name, text) for name, text in zip("abcd", texts, strict=False)}
    found = []
    for group in group_name_variants(list(pages.values())):
        for link in group.links:
            named = [
                pages[claim.partition(":")[0]].article.text[span.start : span.end]
                for claim, span in zip((link.a, link.b), link.values, strict=True)
            ]
            assert link.evidence == {VARIANT: link.score}
            found.append((*sorted(named), link.score))
    return found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "They ran to Golden Vale Farm.",
            "They ran to Golden Veil Farm.",
            [("Golden Vale Farm", "Golden Veil Farm", LIKELY)],
        ),
        ("A jury heard Karina Ostrow.", "A jury heard Karinne Ostrow.", [("Karina Ostrow", "Karinne Ostrow", ALIKE)]),
        ("Members of Young Tarn fled.", "Members of Young Tern fled.", [("Young Tarn", "Young Tern", ALIKE)]),
        ("A jury heard Bryan Ostrow.", "A jury heard Bryant Ostrow.", []),
        ("A jury heard Nora Ostrow.", "A jury heard Liam Ostrow.", []),
        ("They sued the Tarn Harbour Board.", "They sued the Tarn Hospital Board.", []),
        ("The Tarn Primary School shut.", "The Tarn Secondary School shut.", []),
        ("The Tarn Police Department came.", "The Tarn Fire Department came.", []),
    ],
)
def test_a_name_with_another_word(one, other, found):
    assert variants(one, other) == variants(other, one) == found


@pytest.mark.parametrize("low", [LESS_ALIKE, LIKELY])
def test_the_less_alike_are_less_sure(low):
    assert low < ALIKE


def test_an_article_that_knows_both_words_means_two():
    assert variants("The tug Golden Vale left the Veil behind.", "Smoke rose from the tug Golden Veil.") == []
