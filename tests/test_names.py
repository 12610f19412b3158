"""Spotting of names in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.name_words import gender_of
from factcheck.extraction.names import find_names

ROWS = [
    ("Secretary of Defense Jane Doe spoke.", [("Jane Doe", "person")]),
    ("Defense Secretary Jane Doe spoke.", [("Jane Doe", "person")]),
    ("Sen. Juan Pérez, R-Texas, left.", [("Juan Pérez", "person")]),
    ("Mr. Okafor’s letter reached Okafor's aide.", [("Okafor", "person"), ("Okafor", "unknown")]),
    ("But Ms. Zhou and Robert Quill Jr. agreed.", [("Zhou", "person"), ("Robert Quill Jr.", "person")]),
    ("So said John L. Miller III.", [("John L. Miller III", "person")]),
    ("So said Rushvan Baker III.", [("Rushvan Baker III", "person")]),
    ("So said Robert Quill Jr. Police left.", [("Robert Quill Jr.", "person"), ("Police", "organization")]),
    (
        "The Department of Health and Human Services sued.",
        [("Department of Health and Human Services", "organization")],
    ),
    ("The New York Herald wrote.", [("New York Herald", "organization")]),
    ("J.D. Marlow met George W. Stone.", [("J.D. Marlow", "person"), ("George W. Stone", "person")]),
    ("On Thursday, Tim Cook left Ohio.", [("Tim Cook", "person"), ("Ohio", "place")]),
    ("Marie-Laure de la Tour sang.", [("Marie-Laure de la Tour", "person")]),
    ("She asked the U.N. and Fox & Friends.", [("U.N.", "place"), ("Fox & Friends", "organization")]),
    (
        "Justice Department officials met Justice Helen Ward.",
        [("Justice Department", "organization"), ("Helen Ward", "person")],
    ),
    ("Mexican officials and the Republican nominee", []),
    ("The President and the Prime Minister", []),
    # titles with a status, peoples and states before a name
    ("President-elect Mark Quill met Ex-Mayor Paul Webb.", [("Mark Quill", "person"), ("Paul Webb", "person")]),
    ("Kentuckian Mark Quill met Virginia Sen. Paul Webb.", [("Mark Quill", "person"), ("Paul Webb", "person")]),
    ("She left Dunby, N.J. Mark Quill stayed.", [("Dunby", "unknown"), ("Mark Quill", "person")]),
    # initials of posts and positions, and given names that are a title or a faith
    ("Colts QB Brody Quill met GM Tarn Webb.", [("Brody Quill", "person"), ("Tarn Webb", "person")]),
    ("PM Quill met ADA Webb and AG Hale.", [("Quill", "person"), ("Webb", "person"), ("Hale", "person")]),
    (
        "JD Quill and CC Webb left the GM Building.",
        [("JD Quill", "unknown"), ("CC Webb", "unknown"), ("GM Building", "place")],
    ),
    ("Chief Don Quill met Capt. Christian Webb.", [("Don Quill", "person"), ("Christian Webb", "person")]),
    ("Don Diego Webb met Don Quill.", [("Diego Webb", "person"), ("Don Quill", "person")]),
    # role nouns, months and nicknames that are parts of names
    ("Marine Le Roux met Adline King.", [("Marine Le Roux", "person"), ("Adline King", "unknown")]),
    ("Helen May and Mrs. May left in May.", [("Helen May", "person"), ("May", "person")]),
    ("He told April Quill so, and Secretary June Webb.", [("April Quill", "person"), ("June Webb", "person")]),
    ("April Quill’s aide left in April.", [("April Quill", "person")]),
    (
        "In June Quill spoke, and in April Webb did, at the August Stone fair.",
        [(n, "unknown") for n in ("Quill", "Webb", "Stone")],
    ),
    ("April Home Sales Rise", [("Home Sales Rise", "unknown")]),
    # people of a place of two words
    ("New Yorker Mark Quill wrote for the New Yorker.", [("Mark Quill", "person"), ("New Yorker", "place")]),
    ("Ismael “El Viejo” Zamora fled.", [("Ismael “El Viejo” Zamora", "person")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_names(text, expected):
    assert [(text[n.start : n.end], n.kind) for n in find_names(text)] == expected


@pytest.mark.parametrize(
    ("name", "honorific", "gender"),
    [
        ("Robert Quill", None, "male"),
        ("Anna-Maria Quill", None, "female"),
        ("Quill", "mrs", "female"),
        ("Robert", None, None),
        ("Quill", "dr", None),
    ],
)
def test_gender(name, honorific, gender):
    assert gender_of(name, honorific) == gender


def test_title_stands_before_the_name():
    text = "Former Prime Minister of Norway Erna Solberg"
    (name,) = [n for n in find_names(text) if n.kind == "person"]
    assert text[name.lead : name.start] == "Prime Minister of Norway "


@given(st.text(alphabet=st.sampled_from("Aa Bb.,'’\"“&-\nÉMr of and"), max_size=80))
def test_spans_are_ordered_and_inside(text):
    at = 0
    for name in find_names(text):
        assert at <= name.lead <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip() == text[name.start : name.end]
        at = name.end
