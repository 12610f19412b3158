"""What time explains of a difference of two values."""

import pytest

from factcheck.comparison.context import Context
from factcheck.comparison.fact import Reading
from factcheck.comparison.update import BIRTHDAY, weigh
from factcheck.entities.values import values_of
from factcheck.models import Group
from pages import page


def weighed(one, other, days=(0, 0)):
    """The nature and the severity of the difference of the first values of two sentences."""
    pages = [page(name, text, day) for name, text, day in zip("ab", (one, other), days, strict=True)]
    readings = [Reading(own.slots[0].claim, values_of(own.slots[0].claim)[0]) for own in pages]
    claims = [reading.claim for reading in readings]
    group = Group(id="g", topic="event", claims=tuple(sorted(claim.id for claim in claims)))
    nature, severity, reason = weigh(tuple(readings), Context.of([group], claims, [own.article for own in pages]))
    assert reason.endswith(".")
    return nature, severity


KILLED, MORE = "The quake killed 12 people.", "The quake killed 14 people."
YOUNG, OLD = "Otto Marsh, 34, sang.", "Otto Marsh, 35, sang."


@pytest.mark.parametrize(
    ("one", "other", "days", "nature", "severity"),
    [
        (KILLED, MORE, (0, 0), "different", "high"),
        (KILLED, MORE, (0, 1), "updated", "low"),
        (KILLED, MORE, (1, 0), "different", "high"),
        (MORE, KILLED, (1, 0), "updated", "low"),
        (KILLED, MORE, (None, 2), "different", "high"),
        ("The quake injured 12 people.", "The quake injured 14 people.", (0, 1), "updated", "low"),
        ("The quake injured 12 people.", "The quake injured 14 people.", (0, 0), "different", "medium"),
        ("The hall held 12 goats.", "The hall held 14 goats.", (0, 9), "different", "medium"),
        (YOUNG, OLD, (0, 0), "different", "medium"),
        (YOUNG, OLD, (0, 2), "different", "medium"),
        (YOUNG, OLD, (0, 90), "birthday", "low"),
        (YOUNG, OLD, (90, 0), "different", "medium"),
        (OLD, YOUNG, (90, 0), "birthday", "low"),
        (YOUNG, OLD, (0, BIRTHDAY - 1), "different", "medium"),
        (YOUNG, OLD, (0, BIRTHDAY), "birthday", "low"),
        (OLD, YOUNG, (BIRTHDAY, 0), "birthday", "low"),
        (OLD, YOUNG, (0, BIRTHDAY), "different", "medium"),
        (YOUNG, OLD, (None, BIRTHDAY), "different", "medium"),
        (YOUNG, OLD, (0, 731), "birthday", "low"),
        (YOUNG, OLD, (0, 732), "different", "medium"),
        (YOUNG, "Otto Marsh, 36, sang.", (0, 365), "different", "medium"),
        (YOUNG, "Otto Marsh, 36, sang.", (0, 366), "birthday", "low"),
        (YOUNG, "Otto Marsh, 44, sang.", (0, 3653), "birthday", "low"),
        (YOUNG, "Otto Marsh, 43, sang.", (0, 3653), "birthday", "low"),
        (YOUNG, "Otto Marsh, 46, sang.", (0, 3653), "different", "medium"),
        (YOUNG, "Otto Marsh, 36, sang.", (0, 90), "different", "medium"),
        (YOUNG, "Otto Marsh, 36, sang.", (0, 600), "birthday", "low"),
        (YOUNG, OLD, (0, 800), "different", "medium"),
    ],
)
def test_numbers(one, other, days, nature, severity):
    assert weighed(one, other, days) == (nature, severity)


@pytest.mark.parametrize(
    ("one", "other", "days", "nature", "severity"),
    [
        ("It sank on Friday.", "It sank on Monday.", (0, 0), "day", "high"),
        ("It sank on Friday.", "It sank on Thursday.", (0, 0), "day", "medium"),
        ("It sank late on Thursday.", "It sank on Friday.", (0, 0), "day", "low"),
        ("It sank on Thursday night.", "It sank on Friday.", (0, 0), "day", "low"),
        ("It sank on Friday.", "It sank on Friday.", (0, 7), "day", "low"),
        ("It sank in May.", "It sank on June 3.", (0, 0), "month", "high"),
        ("It sank in 1971.", "It sank in 1961.", (0, 0), "year", "high"),
        ("It sank on Friday.", "It sank on Tuesday.", (None, None), "weekday", "medium"),
        ("It sank at 9:40 a.m. on Friday.", "It sank at 8 p.m. on Friday.", (0, 0), "time", "medium"),
        ("It sank in Osterby.", "It sank in Westhaven.", (0, 0), "different", "medium"),
    ],
)
def test_days_hours_and_places(one, other, days, nature, severity):
    assert weighed(one, other, days) == weighed(other, one, days[::-1]) == (nature, severity)
