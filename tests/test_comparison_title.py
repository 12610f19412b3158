"""Titles of one person against each other."""

import random
from datetime import date

import pytest

from factcheck.alignment.people import group_people
from factcheck.comparison.context import Context
from factcheck.comparison.title import compare_titles
from factcheck.models import Comparison, Interval, Span
from test_people import gather

WAR, DEFENSE = "Secretary of War Laura Bennett spoke.", "Defense Secretary Laura Bennett spoke."
AUTUMN, WINTER = date(2025, 11, 20), date(2025, 1, 20)


def compare(*dated, story=False, copies=()):
    """The comparison of texts with their days; ``copies`` are numbers of texts that repeat the first."""
    claims, articles = gather(*(text for text, _ in dated))
    ids = list(articles)
    for k, (_, day) in enumerate(dated):
        published = Interval(start=day, end=day) if day else None
        update = {"published": published, "copy_of": ids[0] if k in copies else None}
        articles[ids[k]] = articles[ids[k]].model_copy(update=update)
    (group,) = group_people(claims, articles)
    stories = {a: frozenset(ids) for a in ids} if story else {}
    return compare_titles(group, Context({c.id: c for c in claims}, articles, stories))


@pytest.mark.parametrize(
    ("dated", "story", "found"),
    [
        # one time, or one story with an undated article
        (((DEFENSE, AUTUMN), (WAR, AUTUMN)), False, [("renamed", "medium")]),
        (((DEFENSE, None), (WAR, AUTUMN)), True, [("renamed", "medium")]),
        # before and after the day of renaming
        (((DEFENSE, WINTER), (WAR, AUTUMN)), False, []),
        # nothing known of the time
        (((DEFENSE, None), (WAR, AUTUMN)), False, [("renamed", "low")]),
        (((DEFENSE, None), (WAR, None)), False, [("renamed", "low")]),
        # both after the renaming, but not of one time
        (((DEFENSE, date(2026, 6, 1)), (WAR, AUTUMN)), False, [("renamed", "low")]),
        # the later name before its day
        (((DEFENSE, WINTER), (WAR, WINTER)), False, [("renamed", "high")]),
        # one office in other words
        (((DEFENSE, AUTUMN), ("Secretary of Defense Laura Bennett left.", AUTUMN)), True, []),
        (((WAR, AUTUMN), ("Pentagon chief Laura Bennett left.", AUTUMN)), True, []),
        # less said
        (((DEFENSE, AUTUMN), ("Laura Bennett, an official, left. Secretary Laura Bennett rested.", AUTUMN)), True, []),
        # former against current
        (
            (("Utah Gov. Laura Bennett left.", AUTUMN), ("Former Utah governor Laura Bennett left.", AUTUMN)),
            False,
            [("status", "medium")],
        ),
        ((("Utah Gov. Laura Bennett left.", WINTER), ("Former Utah governor Laura Bennett left.", AUTUMN)), False, []),
        ((("Utah Gov. Laura Bennett left.", AUTUMN), ("then-Utah Gov. Laura Bennett left.", AUTUMN)), False, []),
        ((("Former Gov. Laura Bennett left.", AUTUMN), ("Gov.-elect Laura Bennett left.", AUTUMN)), False, []),
        (
            (
                ("Energy Secretary Laura Bennett left.", AUTUMN),
                ("Laura Bennett, the nominee for Energy Secretary, left.", AUTUMN),
            ),
            False,
            [("status", "medium")],
        ),
        (
            (("President Laura Bennett left.", AUTUMN), ("Laura Bennett, the nominee for president, left.", AUTUMN)),
            False,
            [],
        ),
        # an office that no table lists, in one story only
        (
            (
                ("Harbor Commissioner Laura Bennett left.", AUTUMN),
                ("Former harbor commissioner Laura Bennett left.", AUTUMN),
            ),
            True,
            [("status", "medium")],
        ),
        (
            (
                ("Harbor Commissioner Laura Bennett left.", AUTUMN),
                ("Former harbor commissioner Laura Bennett left.", AUTUMN),
            ),
            False,
            [],
        ),
        ((("Aide Laura Bennett left.", AUTUMN), ("Former aide Laura Bennett left.", AUTUMN)), True, []),
        # below an office, and beside one of the same company
        (
            (("City Manager Laura Bennett left.", AUTUMN), ("Assistant City Manager Laura Bennett left.", AUTUMN)),
            False,
            [("status", "medium")],
        ),
        (
            (
                ("Chief Financial Officer Laura Bennett left.", AUTUMN),
                ("Laura Bennett, the company's chief operating officer, left.", AUTUMN),
            ),
            True,
            [("different", "high")],
        ),
        # one seat in two places
        (
            (("Utah Sen. Laura Bennett left.", AUTUMN), ("Ohio Sen. Laura Bennett left.", AUTUMN)),
            False,
            [("different", "high")],
        ),
        # two true titles
        ((("Sen. Laura Bennett left.", AUTUMN), ("Presidential candidate Laura Bennett left.", AUTUMN)), True, []),
        ((("Acme CEO Laura Bennett left.", AUTUMN), ("Initech CEO Laura Bennett left.", AUTUMN)), True, []),
    ],
)
def test_conflicts(dated, story, found):
    conflicts = compare(*dated, story=story).conflicts
    assert [(c.nature, c.severity) for c in conflicts] == found


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("SecDef", "Secretary of War", ["Secretary of Defense", "Secretary of War"]),
        ("War Secretary", "Defense Secretary", ["Secretary of Defense", "Secretary of War"]),
        ("Defense Department spokesman", "War Department spokesman", None),
        ("DoD spokesman", "DoW spokesman", None),
        ("Pentagon spokesman", "War Department spokesman", []),
        ("Pentagon spokesman", "DoD spokesman", []),
    ],
)
def test_every_form_of_the_renamed_department(one, other, values):
    found = compare((f"{one} Laura Bennett spoke.", AUTUMN), (f"{other} Laura Bennett spoke.", AUTUMN)).conflicts
    assert [c.nature for c in found] == ["renamed"] * (values != [])
    assert [side.value for c in found for side in c.sides] == (sorted((one, other)) if values is None else values)


def test_a_renaming_is_explained_and_shown():
    (conflict,) = compare(
        ("No news.\nDefense Secretary Laura Bennett spoke. She left.", AUTUMN), (WAR, AUTUMN)
    ).conflicts
    assert [side.value for side in conflict.sides] == ["Secretary of Defense", "Secretary of War"]
    assert "5 September 2025" in conflict.explanation
    assert "Executive Order 14347" in conflict.explanation
    evidence = conflict.sides[0].evidence[0]
    text = "No news.\nDefense Secretary Laura Bennett spoke. She left."
    assert text[evidence.span.start : evidence.span.end] == "Defense Secretary Laura Bennett spoke."
    assert text[evidence.differing[0].start : evidence.differing[0].end] == "Defense Secretary"


def test_only_articles_of_one_time_stand_in_a_conflict():
    (conflict,) = compare((DEFENSE, AUTUMN), (WAR, AUTUMN), (f"{DEFENSE} Again.", WINTER)).conflicts
    assert [len(side.articles) for side in conflict.sides] == [1, 1]


def test_there_is_one_conflict_for_each_pair_of_readings():
    assert (
        len(
            compare(
                (DEFENSE, AUTUMN), (WAR, AUTUMN), (f"{DEFENSE} Again.", AUTUMN), (f"{WAR} Again.", AUTUMN)
            ).conflicts
        )
        == 1
    )


def test_copies_are_one_witness():
    assert compare((DEFENSE, AUTUMN), (WAR, AUTUMN), copies=(1,)).conflicts == ()
    assert compare((DEFENSE, AUTUMN), (f"{DEFENSE} Again.", AUTUMN), copies=(1,)).agreements == ()


def test_an_agreement_names_the_office_once():
    (agreement,) = compare(
        (DEFENSE, WINTER), ("Secretary of Defense Laura Bennett left.", AUTUMN), (f"{DEFENSE} Again.", None)
    ).agreements
    assert agreement.nature == "same office"
    assert agreement.side.witnesses == 3
    (agreement,) = compare((DEFENSE, WINTER), (f"{DEFENSE} Again.", AUTUMN)).agreements
    assert agreement.nature == "identical"


def test_a_group_of_another_topic_has_no_titles():
    claims, articles = gather(DEFENSE, WAR)
    (group,) = group_people(claims, articles)
    context = Context({c.id: c for c in claims}, articles, {a: frozenset(articles) for a in articles})
    assert compare_titles(group, context).conflicts
    utterance = group.model_copy(update={"topic": "utterance"})
    assert compare_titles(utterance, context) == Comparison()


def test_a_passage_holds_nothing_that_is_no_prose():
    front = "date 2025-11-20 desk seven"
    claims, articles = gather(f"{front}. {DEFENSE}", WAR)
    articles = {
        key: a.model_copy(update={"boilerplate": (Span(start=0, end=len(front)),)}) if front in a.text else a
        for key, a in articles.items()
    }
    (group,) = group_people(claims, articles)
    (conflict,) = compare_titles(group, Context({c.id: c for c in claims}, articles)).conflicts
    (evidence,) = conflict.sides[0].evidence
    shown = articles[evidence.article_id].text[evidence.span.start : evidence.span.end]
    assert front not in shown
    assert "Defense Secretary" in shown


def test_order_changes_nothing():
    claims, articles = gather(DEFENSE, WAR, "Former Secretary of Defense Laura Bennett left.", f"{DEFENSE} Again.")
    (group,) = group_people(claims, articles)
    stories = {a: frozenset(articles) for a in articles}
    wanted = compare_titles(group, Context({c.id: c for c in claims}, articles, stories))
    assert wanted.conflicts
    for seed in range(5):
        rng = random.Random(seed)
        shuffled = {c.id: c for c in rng.sample(claims, len(claims))}
        assert compare_titles(group, Context(shuffled, articles, stories)) == wanted


def test_what_several_sources_write_on_both_sides_is_usage():
    plain, former = "Utah Gov. Laura Bennett left.", "Former Utah governor Laura Bennett left."
    (conflict,) = compare(
        (plain, AUTUMN), (f"{plain} So.", AUTUMN), (former, AUTUMN), (f"{former} So.", AUTUMN)
    ).conflicts
    assert (conflict.nature, conflict.severity) == ("status", "low")
    assert "usage" in conflict.explanation


def test_only_groups_of_a_person_have_titles():
    claims, articles = gather("Utah Sen. Laura Bennett left.", "Ohio Sen. Laura Bennett left.")
    (group,) = group_people(claims, articles)
    context = Context({c.id: c for c in claims}, articles, {a: frozenset(articles) for a in articles})
    assert compare_titles(group, context).conflicts
    assert compare_titles(group.model_copy(update={"topic": "utterance"}), context).conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Laura Bennett was the Utah governor.",
        "Laura Bennett had been the Utah governor.",
        "The crowd cheered for “Utah governor Laura Bennett” again.",
    ],
)
def test_a_title_of_the_past_or_in_marks_is_none_for_now(text):
    assert compare(("Former Utah governor Laura Bennett left.", AUTUMN), (text, AUTUMN)).conflicts == ()
