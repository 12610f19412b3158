"""Quantities in the words of newspapers."""

import pytest

from factcheck.comparison.quantity_words import label, measured
from factcheck.extraction.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "told", "what"),
    [
        ("It cost $4.2 million.", "$4.2 million", "the sum"),
        ("It cost 4,200,000 dollars.", "$4.2 million", "the sum"),
        ("It cost $1,234,567.", "$1,234,567", "the sum"),
        ("It cost $41.20.", "$41.20", "the sum"),
        ("It cost more than $3 billion.", "over $3 billion", "the sum"),
        ("It cost 5 million Swiss francs.", "5 million CHF", "the sum"),
        ("It grew 18 percent.", "18%", "the share"),
        ("It grew 2 percentage points.", "2 percentage points", "the share"),
        ("It took 18 months.", "18 months", "the length of time"),
        ("The council approved it by a vote of 7 to 2.", "7-2", "the vote"),
        ("It took one hour.", "1 hour", "the length of time"),
        ("It is about 12 miles.", "about 12 miles", "the measure"),
        ("It is 6 feet.", "6 feet", "the measure"),
        ("It cut 1,200 jobs.", "1,200", "the number of jobs"),
        ("They voted 7-2.", "7-2", "the vote"),
    ],
)
def test_words(text, told, what):
    (quantity,) = find_quantities(text)
    assert (label(quantity), measured(quantity)) == (told, what)
