"""What part somebody whose age is given had in an incident, and what is sole in an article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.soleness import Age, Day, one_incident, one_person, sole_ages, sole_days
from factcheck.entities.incidents import part

DAY = date(2025, 3, 7)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A |14-year-old| boy was struck by a tram.", "hurt"),
        ("A |14-year-old| boy stabbed in the market is at home.", "hurt"),
        ("A |14-year-old| boy stabbed his cousin.", "accused"),
        ("A |14-year-old| boy accidentally shot himself.", "hurt"),
        ("A |14-year-old| boy stabbed and killed his cousin.", "accused"),
        ("A |14-year-old| boy, who was stabbed and killed, sang.", "hurt"),
        ("A tram hit a |14-year-old| boy.", "hurt"),
        ("The death of the |14-year-old| is a riddle.", "hurt"),
        ("He was stabbed by his |14-year-old| cousin.", "accused"),
        ("The |14-year-old| boy is accused.", "accused"),
        ("Police arrested a |14-year-old| boy.", "accused"),
        ("A |14-year-old| girl suffered a gunshot wound.", "hurt"),
        ("A |14-year-old| boy sang. His mother was hurt.", ""),
        ("A |14-year-old| boy sang.", ""),
    ],
)
def test_parts(sentence, told):
    before, age, behind = sentence.split("|")
    assert part(before + age + behind, len(before), len(before + age)) == told


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_any_text_has_a_part_or_none(sentence, start, length):
    assert part(sentence, start, start + length) in ("hurt", "accused", "")


def sole(*days):
    """The claims whose day is sole, of days given as (article, day of the month, sorts)."""
    made = [
        Day(str(at), article, DAY.replace(day=day), frozenset(sorts)) for at, (article, day, sorts) in enumerate(days)
    ]
    return sorted(sole_days(made))


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ([("a", 7, ["burn"])], ["0"]),
        ([("a", 7, ["burn"]), ("a", 7, ["kill"])], ["0", "1"]),
        ([("a", 7, ["burn"]), ("a", 8, ["kill"])], []),
        ([("a", 7, ["burn"]), ("a", 8, ["arrest"])], ["0"]),
        ([("a", 7, ["burn"]), ("b", 8, ["burn"])], ["0", "1"]),
        ([("a", 7, ["burn", "arrest"])], []),
        ([("a", 7, ["start"])], []),
        ([("a", 7, [])], []),
    ],
)
def test_sole_days(days, found):
    assert sole(*days) == found


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ({"burn"}, {"burn", "kill"}, True),
        ({"burn"}, {"kill"}, True),
        ({"burn"}, {"crash"}, False),
        ({"kill"}, {"wound"}, False),
    ],
)
def test_one_incident(a, b, one):
    assert one_incident(frozenset(a), frozenset(b)) is one
    assert one_incident(frozenset(b), frozenset(a)) is one


def sole_age(*ages):
    """The first of some ages of an article, given as (years, sex, part, kin)."""
    return sole_ages(Age(str(at), "a", *age) for at, age in enumerate(ages))["0"]


BOY = (14, "male", "hurt", "")


@pytest.mark.parametrize(
    ("ages", "other", "one"),
    [
        ([BOY], (12, "male", "hurt", ""), True),
        ([BOY], (12, "female", "hurt", ""), False),
        ([BOY], (12, "male", "accused", ""), False),
        ([BOY], (12, "male", "", ""), False),
        ([BOY], (12, "", "hurt", ""), True),
        ([BOY], (19, "male", "hurt", ""), True),
        ([BOY], (21, "male", "hurt", ""), False),
        ([BOY, (41, "male", "", "")], (12, "male", "hurt", ""), False),
        ([BOY, (41, "male", "accused", "")], (12, "male", "hurt", ""), True),
        ([BOY, (41, "female", "hurt", "")], (12, "male", "hurt", ""), True),
        ([BOY, (41, "female", "hurt", "")], (12, "", "hurt", ""), False),
        ([(14, "male", "", "brother")], (12, "male", "", "brother"), True),
        ([(14, "male", "", "brother")], (12, "male", "", "son"), False),
        ([(14, "male", "", "brother"), (9, "male", "", "brother")], (12, "male", "", "brother"), False),
    ],
)
def test_one_person(ages, other, one):
    x, y = sole_age(*ages), sole_age(other)
    assert one_person(x, y) is one
    assert one_person(y, x) is one
