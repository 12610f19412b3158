import pytest

from factcheck.entities.rounding import compatible, size
from factcheck.entities.units import dimension_of
from factcheck.extraction.quantities import find_quantities
from factcheck.knowledge import load


def quantity(text):
    (found,) = find_quantities(f"It was {text} in all.")
    return found


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("about 50 minutes", "nearly two hours", False),
        ("18 months", "two years", True),
        ("15 months", "two years", False),
        ("six weeks", "40 days", True),
        ("four weeks", "a fortnight", False),
        ("half an hour", "30 minutes", True),
        ("an hour and a half", "90 minutes", True),
        ("10 km", "6 miles", True),
        ("10 km", "8 miles", False),
        ("60 mph", "97 kph", True),
        ("104 degrees Fahrenheit", "40 degrees Celsius", True),
        ("104 degrees Fahrenheit", "43 degrees Celsius", False),
        ("50 hectares", "150 acres", False),
        ("at least ten days", "two weeks", True),
        ("three tonnes", "3,000 kilograms", True),
    ],
)
def test_values_in_two_units(a, b, same):
    assert compatible(quantity(a), quantity(b)) is same
    assert compatible(quantity(b), quantity(a)) is same


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("half an hour", "hour", 0.5),
        ("half a mile", "mile", 0.5),
        ("a year and a half", "year", 1.5),
        ("two days and a half", "day", 2.5),
        ("a fortnight", "fortnight", 1),
    ],
)
def test_halves_of_units(text, unit, value):
    found = quantity(text)
    assert (found.text, found.unit, found.value) == (text, unit, value)


def test_every_unit_that_can_be_converted_is_read():
    units = load("units")
    known = {*units["spelt"], *units["time"]}
    assert {unit for dimension in units["dimensions"].values() for unit in dimension} <= known


def test_a_unit_of_several_sizes_measures_itself():
    assert dimension_of("gallon") == "gallon"
    assert size(quantity("12 gallons")) == 12
