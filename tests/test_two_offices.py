"""Offices and ranks that one person doesn't hold together, and names with a slip, through the whole run."""

from datetime import date

import pytest

from factcheck import Article, Interval, check
from factcheck.entities.names import one_letter_apart
from factcheck.entities.roles import exclude

STORY = (
    "A grain elevator burned in Harrow Creek on Monday. Two workers of the Tillman Mill were hurt on Quarry Street. {}"
    "\n\nThe blaze near the Osprey Bridge was put out by crews from Dunmore Falls."
)
AGAIN = (
    "Firefighters from Dunmore Falls fought flames all night at the Tillman Mill, close to the Osprey Bridge. {}\n\n"
    "Neighbors on Quarry Street in Harrow Creek left their homes when the elevator collapsed."
)
"""Two articles that tell of one event in words of their own."""


def checked(one, other, story=STORY):
    day = Interval(start=date(2024, 5, 6), end=date(2024, 5, 6))
    articles = [
        Article(source="One", text=story.format(one), published=day),
        Article(source="Two", text=AGAIN.format(other), published=day),
    ]
    return {(c.kind, c.nature) for c in check(*articles).conflicts if c.kind in ("title", "name")}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Mayor Walter Prentiss said so.", "Governor Walter Prentiss said so.", True),
        ("Sgt. Walter Prentiss said so.", "Lt. Walter Prentiss said so.", True),
        ("Sheriff Walter Prentiss said so.", "Police Chief Walter Prentiss said so.", True),
        ("Interim Sheriff Walter Prentiss said so.", "Interim Police Chief Walter Prentiss said so.", True),
        ("San Diego Sheriff Walter Prentiss said so.", "San Diego Police Chief Walter Prentiss said so.", True),
        ("Mayor Walter Prentiss said so.", "Former Governor Walter Prentiss said so.", False),
        ("Council President Walter Prentiss said so.", "Mayor Walter Prentiss said so.", False),
        ("Sgt. Walter Prentiss said so.", "Police spokesman Walter Prentiss said so.", False),
        ("Sheriff Walter Prentiss said so.", "Chief Walter Prentiss said so.", False),
        ("Rep. Walter Prentiss said so.", "House Minority Leader Walter Prentiss said so.", False),
        ("Sen. Walter Prentiss said so.", "Presidential candidate Walter Prentiss said so.", False),
        ("Mayor Walter Prentiss said so.", "Governor Arthur Prentiss said so.", False),
    ],
)
def test_two_offices_of_one_person_in_one_story(one, other, found):
    assert (("title", "different") in checked(one, other)) is found


def test_namesakes_of_two_stories_may_hold_two_offices():
    other_story = "A ferry ran aground off Pelham Sound. {}"
    assert not checked("Sheriff Walter Prentiss said so.", "Police Chief Walter Prentiss said so.", story=other_story)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Walter Prentiss, 44, was burned.", "Walter Prentis, 44, was burned.", True),
        ("Walter Prentiss, 44, was burned.", "Walter Prnetiss fled.", True),
        ("“We ran,” said Walter Prentiss.", "“We ran,” said Walter Prantiss.", True),
        ("Walter Prentiss, 44, fled with Walter Prendiss, 20.", "Walter Prendiss, 20, was burned.", False),
        ("Jason Prentiss, 44, was burned.", "Mason Prentiss, 44, was burned.", False),
        ("Walter Prentiss, 44, was burned.", "Walter Frontiss, 44, was burned.", False),
    ],
)
def test_a_name_with_a_slip_of_one_letter(one, other, found):
    assert any(kind == "name" for kind, _ in checked(one, other)) is found


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Edith Marlowe", "Edith Malrowe", True),
        ("Edith Marlowe", "Edith Marlow", True),
        ("Edyth Marlowe", "Edith Marlowe", True),
        ("Edith Marlowe", "Edith Marlowe", False),
        ("Edith Lee", "Edith Lea", False),
        ("Paul Marlowe", "Paula Marlowe", False),
        ("Edith Marlowe Jr.", "Edith Marlow Sr.", False),
        ("Edward Marlowe Jr.", "Edward Marlow", True),
        ("Marlowe", "Marlow", False),
    ],
)
def test_one_letter_apart(a, b, apart):
    assert one_letter_apart(a, b) is one_letter_apart(b, a) is apart


@pytest.mark.parametrize(
    ("a", "b", "excluded"),
    [
        ("mayor", "governor", True),
        ("sergeant", "captain", True),
        ("mayor", "mayor", False),
        ("mayor", "captain", False),
    ],
)
def test_roles_that_exclude_each_other(a, b, excluded):
    assert exclude(a, b) is exclude(b, a) is excluded
