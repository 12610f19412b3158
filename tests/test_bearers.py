"""Whose age it is: which two ages can be one person's."""

import pytest

from factcheck.alignment.bearers import one_person
from pages import slot_of

QUIET = "It was still. The square was dark. No bell rang."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Otto Marsh, |34|, bakes.", "Otto Marsh, |43|, bakes.", True),
        ("Otto Marsh, |34|, bakes.", "Mr. Otto Marsh, |43|, bakes.", True),
        ("Otto Marsh, |34|, bakes.", "Ida Falk, |43|, bakes.", False),
        ("Otto Marsh, |34|, bakes.", "Ida Marsh, |43|, bakes.", False),
        ("A |14-year-old| boy fell.", "A |12-year-old| boy fell.", True),
        ("A |14-year-old| boy fell.", "A |12-year-old| girl fell.", False),
        ("A |14-year-old| boy fell.", "A |12-year-old| child fell.", True),
        ("A |34-year-old| man fell.", "A |43-year-old| woman fell.", False),
        ("A |34-year-old| man fell.", "A |12-year-old| boy fell.", False),
        ("A |34-year-old| mother fell.", "A |43-year-old| father fell.", False),
        ("A |34-year-old| mother fell.", "A |14-year-old| boy fell.", False),
        ("A |34-year-old| mother fell.", "A |43-year-old| woman fell.", True),
        ("His |34-year-old| wife fell.", "His |43-year-old| wife fell.", True),
        ("Her |34-year-old| husband fell.", "His |43-year-old| wife fell.", False),
        ("A |19-year-old| student fell.", "A |34-year-old| driver fell.", False),
        ("A |34-year-old| baker fell.", "A |43-year-old| woman fell.", True),
        ("A |34-year-old| man fell.", "Otto Marsh, |43|, fell.", True),
        ("A |34-year-old| man fell. Another man, a 61-year-old man, wept.", "A |43-year-old| man fell.", False),
        ("A |34-year-old| man fell. A 61-year-old woman wept.", "A |43-year-old| man fell.", True),
        (f"A |34-year-old| man fell. {QUIET} A 61-year-old man wept.", "A |43-year-old| man fell.", True),
        (f"A 34-year-old man fell. {QUIET} A |61-year-old| man wept.", "A |43-year-old| man fell.", False),
        ("Otto Marsh, |34|, fell. Ida Falk, 61, wept.", "Otto Marsh, |43|, fell.", True),
    ],
)
def test_two_ages_of_one_person(one, other, same):
    (_, x), (_, y) = slot_of(one, "a"), slot_of(other, "b")
    assert one_person(x, y) is one_person(y, x) is same
