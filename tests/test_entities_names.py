"""When two names are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.name_parts import parse_name
from factcheck.entities.names import match_names, name_keys, same_person, spelled_differently

SAME = [
    ("Robert Halloran", "Bob Halloran", "form"),
    ("Edward J. Prentiss", "Ted Prentiss", "form"),
    ("Kathleen Doyle", "Kathy Doyle", "form"),
    ("Kashyap Rao", "Kash Rao", "form"),
    ("Maria Elena Duarte", "Maria E. Duarte", "form"),
    ("J. Edgar Whitcombe", "Edgar Whitcombe", "form"),
    ("Harlan Mitchell Oakes", "Mitch Oakes", "form"),
    ("JD Marlowe", "J.D. Marlowe", "identical"),
    ("JD Marlowe", "James David Marlowe", "form"),
    ("Marlowe, James", "James Marlowe", "identical"),
    ("José Ibáñez", "Jose Ibanez", "identical"),
    ("Nicole (Nikki) Brandt", "Nikki Brandt", "form"),
    ("Lucía Prado Nieto", "Lucía Prado", "form"),
    ("Amy Corwin Barnes", "Amy Barnes", "form"),
    ("Alexei Morozov", "Aleksei Morozov", "spelling"),
    ("Dmytro Kovalenko", "Dmitry Kovalenko", "spelling"),
    ("Muhammad Khatib", "Mohammed Khatib", "spelling"),
    ("Hassan al-Rashidi", "Hassan Rashidi", "identical"),
    ("Moammar Gadhafi", "Muammar Qaddafi", "spelling"),
    ("Park Min-seo", "Park Min Seo", "identical"),
    ("Min-seo Park", "Park Min-seo", "identical"),
    ("Deng Xiaoping", "Xiaoping Deng", "identical"),
    ("Frank Castellan", "Frank Castellan Jr.", "generation"),
    ("Frank Castellan, Jr.", "Frank Castellan Jr.", "identical"),
    ("Mr. Castellan", "Frank Castellan", "part"),
    ("Senator Castellan", "Frank Castellan", "part"),
    ("van der Berg", "Sofie van der Berg", "part"),
    ("Ortega-Ruiz", "Ana Ortega-Ruiz", "part"),
    ("Pak", "Pak Min Seo", "part"),
    ("AOC", "Alexandria Ocasio-Cortez", "form"),
    ("El Toro", 'Ramón "El Toro" Salas', "part"),
]

DIFFERENT = [
    ("Dan Whitfield", "Don Whitfield"),
    ("Tim Kerr", "Tom Kerr"),
    ("Mario Conti", "Maria Conti"),
    ("Daniel Frost", "Danielle Frost"),
    ("Robert Frost", "Roberta Frost"),
    ("Paul Ryland", "Ryland Paul"),
    ("George W. Harker", "George H. W. Harker"),
    ("Hans O. Brauer", "Hans Joachim Brauer"),
    ("Frank T. Castellan", "Frank Thomas Castellan Jr."),
    ("Frank Castellan Sr.", "Frank Castellan Jr."),
    ("Donald Trump", "Donald Trump Jr."),
    ("Robert F. Kennedy", "Robert F. Kennedy Jr."),
    ("Joaquín Guzmán", "Joaquín Guzmán López"),
    ("Martin Luther", "Martin Luther King"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Li Qiang", "Li Keqiang"),
    ("Wang Yi", "Wang Yang"),
    ("Faisal bin Saud", "Faisal bin Nasser"),
    ("Pete", "Pete Harrow"),
    ("RFK", "Robert F. Kennedy Jr."),
    ("Alexander Sokolov", "Alexander Sokolenko"),
    ("Marine Duval", "Jean-Marie Duval"),
    ('"Lee"', '"Ada"'),
]


@pytest.mark.parametrize(("a", "b", "basis"), SAME)
def test_forms_of_one_name(a, b, basis):
    assert match_names(a, b).basis == basis
    assert same_person(a, b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_persons(a, b):
    assert not same_person(a, b)


@pytest.mark.parametrize(("a", "b", "_basis"), SAME)
def test_forms_of_one_name_share_a_key(a, b, _basis):
    assert set(name_keys(a)) & set(name_keys(b))


@pytest.mark.parametrize(("a", "b"), [pair[:2] for pair in SAME] + DIFFERENT)
def test_order_changes_nothing(a, b):
    assert match_names(a, b) == match_names(b, a)


@pytest.mark.parametrize(
    ("a", "b", "spelled"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("V. Zelensky", "Volodymyr Zelenskyy", True),
        ("Jon Harrow", "John Harrow", True),
        ("José Ibáñez", "Jose Ibanez", False),
        ("Bob Halloran", "Robert Halloran", False),
        ("Harrow", "Jon Harrow", False),
        ("Jon Harrow", "Jon Farrow", False),
    ],
)
def test_spelling_variants(a, b, spelled):
    assert spelled_differently(a, b) is spelled


@pytest.mark.parametrize(
    ("name", "given", "surname", "generation"),
    [
        ("Gen. Paul A. Reyes III", ("paul", "a"), ("reyes",), "iii"),
        ("Dr. Ursula von der Heide", ("ursula",), ("von", "der", "heide"), ""),
        ("Omar al-Tariq", ("omar",), ("tariq",), ""),
        ("Tariq, Omar, Jr.", ("omar",), ("tariq",), "jr"),
    ],
)
def test_parts(name, given, surname, generation):
    parsed = parse_name(name)
    assert (parsed.given, parsed.surname, parsed.generation) == (given, surname, generation)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_a_name_without_a_crash(a, b):
    assert match_names(a, b) == match_names(b, a)
    assert 0 <= match_names(a, b).score <= 1
    assert isinstance(name_keys(a), tuple)


@given(
    st.lists(st.text("abcdeloruxyz", min_size=2, max_size=8), min_size=2, max_size=3).map(lambda w: " ".join(w).title())
)
def test_a_name_is_its_own(name):
    assert same_person(name, name)
    assert same_person(name, name.upper())
