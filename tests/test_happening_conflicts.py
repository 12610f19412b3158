"""When and where something happened, and how old somebody was, as two articles on one event tell it."""

from datetime import date, timedelta

import pytest

from factcheck import Article, Interval, check

DAY = date(2025, 3, 10)
REST = "Omar Reyes, 31, died at Dunmore Hospital. Captain Ilse Brandt of the Blue Heron guard spoke on Quarry Road."
OTHER = (
    "Captain Ilse Brandt told reporters gathered at Quarry Road that the Blue Heron guard had come at once. Among those"
    " brought to Dunmore Hospital was Omar Reyes, 31, whom nobody could help any more."
)


def conflicts(one, other, kind, days=0, rest=("", ""), end=OTHER):
    second = DAY + timedelta(days=days)
    articles = [
        Article(source="a", text=f"{one} {REST} {rest[0]}", published=Interval(start=DAY, end=DAY)),
        Article(source="b", text=f"{other} {end} {rest[1]}", published=Interval(start=second, end=second)),
    ]
    return [[side.value for side in c.sides] for c in check(*articles).conflicts if c.kind == kind]


SANK = "The ferry Tern sank near the old harbor {}, hurting two sailors, the guard said."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("on Friday", "on Thursday", True),
        ("on Friday", "on Wednesday night", True),
        ("on Friday", "on Friday", False),
        ("on Friday", "on March 7", False),
        ("on Thursday night", "early Friday", False),
        ("on Thursday night", "on Friday", False),
        ("on Thursday night", "on Friday night", True),
        ("on Thursday afternoon", "on Friday afternoon", True),
        ("on Friday", "on Feb. 3", False),
        ("on Friday", "on Tuesday", True),
    ],
)
def test_days(one, other, apart):
    """The last lies behind the first article, which can't have told of another sinking in the same words."""
    days = 2 if other == "on Tuesday" else 0
    assert bool(conflicts(SANK.format(one), SANK.format(other), "date", days)) is apart


def test_a_day_behind_the_other_article_is_of_another_happening():
    other = "The ferry Tern sank near Quarry Road on Tuesday with nobody aboard, Captain Ilse Brandt said."
    assert conflicts(SANK.format("on Friday"), other, "date", 2) == []


def test_the_day_of_several_is_not_that_of_one():
    one, several = (
        "The {} near the old harbor hurt two sailors on {}, the guard said.".format(*it)
        for it in (("crash", "Friday"), ("crashes", "Thursday"))
    )
    assert conflicts(one, several, "date") == []
    assert conflicts(one, one.replace("Friday", "Thursday"), "date") != []


def test_a_day_that_one_article_gives_too_is_no_conflict():
    one, other = SANK.format("on Friday"), SANK.format("on Thursday")
    assert conflicts(one, other, "date", rest=("It sank on Thursday.", "")) == []


def test_a_copy_contradicts_nothing():
    one, other = SANK.format("on Friday"), SANK.format("on Thursday")
    assert conflicts(one, other, "date", end=REST * 9, rest=(REST * 8, "")) == []


@pytest.mark.parametrize(
    ("one", "other", "rest", "sides"),
    [
        ("Westhaven", "Osterby", ("", ""), [["Osterby", "Westhaven"]]),
        ("Westhaven", "Osterby", ("Osterby lies near.", ""), []),
        ("Westhaven", "Osterby", ("", "The Westhaven guard came."), []),
        ("North Osterby", "Osterby", ("", ""), []),
        ("Westhaven", "Westhaven", ("", ""), []),
        ("Ohio", "Osterby", ("", ""), []),
    ],
)
def test_towns(one, other, rest, sides):
    text = "Seven sailors were hurt when the ferry Tern sank at the old pier in {} on Friday."
    assert conflicts(text.format(one), text.format(other), "place", rest=rest) == sides


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "A 4-year-old boy was hurt when the ferry Tern sank.",
            "A 6-year-old boy was hurt when the ferry Tern sank.",
            True,
        ),
        (
            "A 4-year-old boy was hurt when the ferry Tern sank.",
            "A 6-year-old girl was hurt when the ferry Tern sank.",
            False,
        ),
        (
            "A 4-year-old boy was hurt when the ferry Tern sank.",
            "A 4-year-old boy was hurt when the ferry Tern sank.",
            False,
        ),
        (
            "A 4-year-old boy died after the ferry Tern sank.",
            "A 6-year-old boy was hurt when the ferry Tern sank.",
            True,
        ),
        (
            "A 4-year-old boy fed gulls aboard the ferry Tern near the pier.",
            "A 6-year-old boy fed gulls aboard the ferry Tern near the pier.",
            True,
        ),
        (
            "A 44-year-old man was hurt on the ferry Tern. A 30-year-old man was found hurt on the ferry.",
            "A 51-year-old man was hurt aboard the ferry Tern as it sank.",
            False,
        ),
        (
            "A 21-year-old male, a 19-year-old female and a 6-year-old boy were brought to the hospital ashore.",
            "Another male, a female and a 4-year-old boy were brought to the hospital ashore.",
            True,
        ),
        (
            "A 21-year-old male, a 19-year-old female and a 4-year-old boy were brought to the hospital ashore.",
            "Another male, a female and a 4-year-old boy were brought to the hospital ashore.",
            False,
        ),
        (
            "Two 10-year-old children were hurt when the ferry Tern sank.",
            "A 19-year-old man was hurt when the ferry Tern sank.",
            False,
        ),
        (
            "A 4-year-old boy was hurt on the ferry Tern, not his 6-year-old brother.",
            "A 6-year-old boy was hurt on the ferry Tern.",
            False,
        ),
    ],
)
def test_ages_without_a_name(one, other, apart):
    assert bool(conflicts(one, other, "quantity")) is apart


@pytest.mark.parametrize(
    ("one", "other", "days", "found"),
    [
        ("The mill held 3,200 sacks.", "Its hall held 2,300 sacks.", 0, [["2,300", "3,200"]]),
        ("The mill held 3,200 sacks.", "Its hall held about 3,000 sacks.", 0, []),
        ("The mill held 3,200 sacks.", "Its hall lost 2,300 sacks.", 0, []),
        ("The mill held 3,200 sacks.", "Its hall held 2,300 mice.", 0, []),
        ("The mill held 3,200 sacks.", "Its hall held 2,300 sacks.", 1, []),
        ("The mill held 3,200 sacks.", "The first part held 2,300 sacks.", 0, []),
        ("The mill held 3,200 sacks. Lena Voss took 90 sacks.", "Its hall held 2,300 sacks.", 0, []),
        ("The mill held 3,200 sacks.", "Its hall held 2,300 of the 3,200 sacks.", 0, []),
        ("Over 200 villagers attended.", "About 150 villagers attended the wake.", 0, [["about 150", "over 200"]]),
        ("Over 200 villagers attended.", "About 150 villagers attended there.", 0, []),
        ("Over 200 villagers attended.", "About 150 villagers attended the wake.", 1, []),
        ("Over 200 villagers attended on Monday.", "About 150 villagers attended on Sunday.", 0, []),
        ("Over 200 villagers attended.", "About 150 of the 600 villagers attended.", 0, []),
        ("Nine guards were arrested.", "Three guards were arrested.", 1, []),
        ("They sang for six hours.", "The wives sang for nine hours.", 0, [["6 hours", "9 hours"]]),
        ("The songs will last 6 weeks.", "The songs lasted two weeks.", 0, [["2 weeks", "6 weeks"]]),
        ("She wrote in a 42-page report.", "She wrote in the 24-page book.", 0, [["24", "42"]]),
        ("The village council voted 7-2.", "The village council voted 6-3.", 0, [["6-3", "7-2"]]),
        ("The village council voted 7-2.", "The village council voted 6-3.", 2, []),
        (
            "The council voted 7-2 on a new ferry.",
            "By a vote of 6 to 3 the council wants a new ferry.",
            0,
            [["6-3", "7-2"]],
        ),
        ("The council voted 7-2 on a new ferry.", "The guards voted 6-3 on a new ferry of the council.", 0, []),
    ],
)
def test_numbers(one, other, days, found):
    assert conflicts(one, other, "quantity", days) == found


def test_what_may_change_is_left_alone_in_articles_without_a_day():
    texts = (f"They sang for six hours. {REST}", f"The wives sang for nine hours. {OTHER} {OTHER.upper()}")
    assert check(*(Article(source=text[:9], text=text) for text in texts)).conflicts == ()


@pytest.mark.parametrize(
    ("one", "other", "days", "found"),
    [
        ("The mill was built in 1961.", "The mill, built in 1971, burned.", 9, [["1961", "1971"]]),
        ("The mill was built in 1961.", "The mill was opened in 1971.", 9, []),
        ("The mill was built in 1961.", "The old mill was built in 1871.", 9, []),
        ("The mill was built in 1961.", "The mill was built in 1871. The mill was built in 1961.", 9, []),
        ("The mill will reopen in May.", "The mill will reopen in July.", 0, [["May 2025", "July 2025"]]),
        ("The mill will reopen in May.", "The mill will reopen in July.", 1, []),
        ("The mill will reopen in May.", "The mill will reopen in July and close in May.", 0, []),
        ("The mill will reopen in May.", "The mill will reopen in July, or start in May.", 0, []),
        ("Brandt will testify on April 4.", "Brandt will testify on April 14.", 1, [["4 April 2025", "14 April 2025"]]),
        ("Brandt will testify on April 4.", "Brandt will testify on June 14.", 1, []),
        ("Brandt testified on March 2.", "Brandt testified on January 14.", 1, []),
    ],
)
def test_months_and_years(one, other, days, found):
    assert conflicts(one, other, "date", days) == found
