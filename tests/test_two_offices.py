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


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Walter Prentiss, the town's fire chief, said so.", "Police Chief Walter Prentiss said so.", True),
        ("Captain Walter Prentiss said so.", "Colonel Walter Prentiss said so.", True),
        ("Walter Prentiss, the bishop of Harrow, said so.", "The bishop of Dunmore, Walter Prentiss, said so.", True),
        ("Walter Prentiss, minister of transport, said so.", "Interior Minister Walter Prentiss said so.", True),
        (
            "Walter Prentiss, chairman of Tillman Mills, said so.",
            "Walter Prentiss, chief executive of Tillman Mills, said so.",
            True,
        ),
        (
            "Walter Prentiss, the mill's plant manager, said so.",
            "Walter Prentiss, the mill's chief engineer, said so.",
            True,
        ),
        ("Walter Prentiss, a cardiologist, said so.", "Walter Prentiss, a dermatologist, said so.", True),
        ("Walter Prentiss, a baker from Dunmore, said so.", "Walter Prentiss, a plumber from Dunmore, said so.", True),
        (
            "Walter Prentiss, the deputy mayor of Harrow, said so.",
            "Walter Prentiss, the mayor of Harrow, said so.",
            True,
        ),
        ("Deputy Mayor Walter Prentiss said so.", "Mayor Walter Prentiss said so.", True),
        (
            "Walter Prentiss, the deputy director of the museum, said so.",
            "Walter Prentiss, the director of the museum, said so.",
            True,
        ),
        (
            "Walter Prentiss, an associate professor of geology, said so.",
            "Walter Prentiss, a full professor of geology, said so.",
            True,
        ),
        ("Walter Prentiss, a lecturer in geology, said so.", "Walter Prentiss, professor of geology, said so.", True),
        ("Walter Prentiss, the ship's captain, said so.", "Walter Prentiss, the ship's first mate, said so.", True),
        ("Goalkeeper Walter Prentiss said so.", "Striker Walter Prentiss said so.", True),
        ("Head coach Walter Prentiss said so.", "Assistant coach Walter Prentiss said so.", True),
        ("Judge Walter Prentiss said so.", "Prosecutor Walter Prentiss said so.", True),
        (
            "Walter Prentiss, the union's general secretary, said so.",
            "Walter Prentiss, the union's treasurer, said so.",
            True,
        ),
        (
            "Walter Prentiss, the union's president, said so.",
            "Walter Prentiss, the union's general secretary, said so.",
            True,
        ),
        ("Walter Prentiss, the museum's director, said so.", "Walter Prentiss, the museum's curator, said so.", True),
        (
            "Walter Prentiss, sports editor of the Herald, said so.",
            "Walter Prentiss, business editor of the Herald, said so.",
            True,
        ),
        ("Acting Mayor Walter Prentiss said so.", "Mayor Walter Prentiss said so.", True),
        ("Chief inspector Walter Prentiss said so.", "Superintendent Walter Prentiss said so.", True),
        ("Ambassador Walter Prentiss said so.", "Foreign Minister Walter Prentiss said so.", True),
        ("Walter Prentiss, ambassador to Chile, said so.", "Walter Prentiss, ambassador to Peru, said so.", True),
        ("Walter Prentiss, MP for Harrow, said so.", "Walter Prentiss, MP for Dunmore, said so.", True),
        (
            "Walter Prentiss, the orchestra's conductor, said so.",
            "Walter Prentiss, the orchestra's concertmaster, said so.",
            True,
        ),
        ("Former mayor Walter Prentiss said so.", "Mayor Walter Prentiss opened the mill in 1998.", False),
        ("Walter Prentiss, professor of geology, said so.", "Walter Prentiss, a geologist, said so.", False),
        ("Sen. Walter Prentiss said so.", "Presidential candidate Walter Prentiss said so.", False),
        (
            "Walter Prentiss, founder of the mill, said so.",
            "Walter Prentiss, chief executive of the mill, said so.",
            False,
        ),
        ("Lt. Col. Walter Prentiss said so.", "Colonel Walter Prentiss said so.", False),
        ("Capt. Walter Prentiss said so.", "Captain Walter Prentiss said so.", False),
        (
            "Walter Prentiss, the home secretary, said so.",
            "Walter Prentiss, the former transport minister, said so.",
            False,
        ),
        ("Walter Prentiss, a lawyer, said so.", "Walter Prentiss, a spokesman for the family, said so.", False),
        ("Lt. Gov. Walter Prentiss said so.", "Lt. Governor Walter Prentiss said so.", False),
        ("Detective Walter Prentiss said so.", "Sgt. Walter Prentiss said so.", False),
        ("Walter Prentiss, an engineer, said so.", "Walter Prentiss, manager of the plant, said so.", False),
        ("Walter Prentiss, chairman of the committee, said so.", "Rep. Walter Prentiss said so.", False),
        ("Dr. Walter Prentiss said so.", "Walter Prentiss, the hospital's medical director, said so.", False),
        ("Walter Prentiss, an author, said so.", "Walter Prentiss, a novelist and teacher, said so.", False),
        ("The first mayor of Harrow, Walter Prentiss, said so.", "Former mayor Walter Prentiss said so.", False),
        (
            "Walter Prentiss, who was mayor until 2010, said so.",
            "Walter Prentiss, governor of the state, said so.",
            False,
        ),
        ("Chief Walter Prentiss said so.", "Fire Chief Walter Prentiss said so.", False),
        ("Walter Prentiss, the team's captain, said so.", "Goalkeeper Walter Prentiss said so.", False),
        (
            "Walter Prentiss, minister of labour and social affairs, said so.",
            "Labour Minister Walter Prentiss said so.",
            False,
        ),
        ("Walter Prentiss, CEO of Acme, said so.", "Walter Prentiss, president and CEO of Acme, said so.", False),
        ("Officer Walter Prentiss said so.", "Sgt. Walter Prentiss said so.", False),
        (
            "Walter Prentiss, vice president of Acme, said so.",
            "Walter Prentiss, Acme's vice president for marketing, said so.",
            False,
        ),
    ],
)
def test_two_posts_by_which_two_articles_introduce_one_person(one, other, found):
    assert any(kind == "title" for kind, _ in checked(one, other)) is found


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
        ("Jason Prentiss was burned.", "Mason Prentiss was burned.", False),
        ("Walter Prentiss was burned.", "Walter Frontiss ran.", False),
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
        ("judge", "prosecutor", True),
        ("mayor", "mayor", False),
        ("mayor", "captain", False),
    ],
)
def test_roles_that_exclude_each_other(a, b, excluded):
    assert exclude(a, b) is exclude(b, a) is excluded
