"""What is made of two spellings of a name, and of two names of a person."""

import pytest

from factcheck import Settings
from factcheck.alignment.slips import BESIDE, NEAR, group_slips
from factcheck.alignment.surnames import LIKELY, SURE, group_surnames
from factcheck.comparison.context import Context
from factcheck.comparison.slip import compare_slips
from factcheck.models import Comparison
from pages import page

POINT = "A kayak drifted off Brannock Point.", "Two boys slept at Brannoch Point."
FERRY = "A ferry sank near Brannock at dawn.", "A ferry sank off Brannoch."
KILN = "Ulla Brandvik, a potter, lost her kiln.", "The kiln of the potter Ulla Sandmo burned."


def compared(one, other, settings=None, copy_of=None, topic="event", only=None):
    pages = [page("a", one), page("b", other, copy_of=copy_of)]
    (group,) = (*group_slips(pages), *group_surnames(pages))
    links = tuple(link.model_copy(update={"evidence": only}) if only is not None else link for link in group.links)
    group = group.model_copy(update={"topic": topic, "links": links})
    claims = [claim for own in pages for claim in own.claims]
    context = Context.of([group], claims, [own.article for own in pages])
    return compare_slips(group, context, settings or Settings())


@pytest.mark.parametrize(
    ("texts", "sure", "nature", "severity", "values", "summary"),
    [
        (
            POINT, BESIDE, "spelling", "low", ["Brannoch", "Brannock"],
            "One name is spelled in two ways: Brannoch and Brannock.",
        ),
        (
            FERRY, NEAR, "spelling", "low", ["Brannoch", "Brannock"],
            "One name is spelled in two ways: Brannoch and Brannock.",
        ),
        (
            KILN, LIKELY, "surname", "medium", ["Ulla Brandvik", "Ulla Sandmo"],
            "Who may be one person has two surnames: Ulla Brandvik and Ulla Sandmo.",
        ),
        (
            ("Hans Brenner, head of the dam, fell.", "Karl Brenner, head of the dam, slept."),
            LIKELY, "given name", "medium",
            ["Hans Brenner", "Karl Brenner"],
            "Who may be one person has two given names: Hans Brenner and Karl Brenner.",
        ),
        (
            ("Hans Brenner, mayor of Lindau, wept.", "Karl Stolz, mayor of Lindau, slept."), SURE, "holder", "medium",
            ["Hans Brenner", "Karl Stolz"], "One post is given to two persons: Hans Brenner and Karl Stolz.",
        ),
    ],
)  # fmt: skip
def test_names_that_two_articles_give_differently(texts, sure, nature, severity, values, summary):
    settings = Settings(sure=0, possible=0)
    (conflict,) = compared(*texts, settings).conflicts
    assert (conflict.kind, conflict.nature, conflict.severity) == ("name", nature, severity)
    assert (conflict.confidence, conflict.subject, conflict.summary) == (sure, values[0], summary)
    assert [side.value for side in conflict.sides] == values
    by_id = dict(zip("ab", texts, strict=True))
    for side in conflict.sides:
        (shown,) = side.evidence
        (span,) = shown.differing
        assert by_id[shown.article_id][span.start : span.end] == side.value
        assert shown.span.start <= span.start < span.end <= shown.span.end
    assert {c.id for c in compared(*texts[::-1], settings).conflicts} == {conflict.id}


@pytest.mark.parametrize(
    ("texts", "conflicts", "possible"), [(POINT, 1, 0), (FERRY, 0, 1), (KILN, 0, 1)]
)  # fmt: skip
def test_what_is_less_sure_is_only_possible(texts, conflicts, possible):
    found = compared(*texts)
    assert (len(found.conflicts), len(found.possible), found.agreements) == (conflicts, possible, ())


@pytest.mark.parametrize("texts", [POINT, FERRY, KILN])
@pytest.mark.parametrize(
    ("sure", "possible", "found"), [(0.2, 0.1, (1, 0)), (0.9, 0.2, (0, 1)), (0.9, 0.85, (0, 0)), (1.0, 1.0, (0, 0))]
)
def test_the_thresholds_of_the_settings(texts, sure, possible, found):
    made = compared(*texts, Settings(sure=sure, possible=possible))
    assert (len(made.conflicts), len(made.possible)) == found


@pytest.mark.parametrize("texts", [POINT, FERRY, KILN])
def test_a_copy_that_somebody_retyped_contradicts_nobody(texts):
    assert compared(*texts, Settings(sure=0), copy_of="a") == Comparison()


@pytest.mark.parametrize(
    "other", [{"topic": "person"}, {"topic": "utterance"}, {"only": {}}, {"only": {"same head": 1.0}}]
)
def test_other_groups_are_left_to_their_own_comparisons(other):
    assert compared(*POINT, Settings(sure=0), **other) == Comparison()


def test_each_article_that_has_a_spelling_is_told():
    texts = (*POINT, "He saw the pier of Brannock.", "The crew of Brannoch slept.")
    pages = [page(name, text) for name, text in zip("abcd", texts, strict=True)]
    (group,) = group_slips(pages)
    claims = [claim for own in pages for claim in own.claims]
    found = compare_slips(group, Context.of([group], claims, [own.article for own in pages]), Settings())
    (conflict,) = found.conflicts
    told = [(side.value, [article.partition(":")[0] for article in side.articles]) for side in conflict.sides]
    assert told == [("Brannoch", ["b", "d"]), ("Brannock", ["a", "c"])]
