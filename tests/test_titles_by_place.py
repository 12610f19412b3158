"""Titles by where they stand: before and behind a clause, beside another one, in the name of a body."""

import pytest

from factcheck.extraction.titles import find_titles

ROWS = [
    # an apposition that opens its sentence
    ("The longtime keeper of the zoo, Nora Quill was honoured.", ["longtime keeper of the zoo|Nora Quill"]),
    ("A former treasurer, Quill resigned in May.", ["former treasurer|Quill"]),
    ("A day after the mayor, Quill resigned.", []),
    ("They praised the mayor, Nora Quill was told.", []),
    ("The mayor, Nora Quill and Otto Renk left.", []),
    # what is told behind the name
    ("His lawyer, Otto Renk of the Tarn Legal Centre, left.", ["lawyer|Otto Renk"]),
    ("Otto Renk of Osterby was elected chairman of the Harbour Board.", ["chairman of the Harbour Board|Otto Renk"]),
    ("They met the keeper of the mill, Otto Renk, and signed a lease.", ["keeper of the mill|Otto Renk"]),
    ("They met the keeper of the mill, Otto Renk, and his cat.", []),
    ("The judge overseeing the case, Nora Quill, left.", ["judge|Nora Quill"]),
    ("The officer helping the mayor, Nora Quill, left.", ["mayor|Nora Quill"]),
    ("The officer shooting the boy, Nico Quill, left.", []),
    ("They sacked Otto Renk, who was hired as head coach in May.", ["head coach|Otto Renk"]),
    ("So said Nora Quill, the author of “The Mill,” a novel.", ["author|Nora Quill"]),
    ("Nora Quill, the minister of finance in 1999, spoke.", ["minister of finance|Nora Quill"]),
    ("Otto Renk, a suspect in the murder that happened in June, left.", ["suspect in the murder|Otto Renk"]),
    # two of one person
    ("Nora Quill, Democrat of Ohio and head of the panel, left.", ["head of the panel|Nora Quill"]),
    ("They hear that founder and chief editor Nora Quill left.", ["founder|Nora Quill", "chief editor|Nora Quill"]),
    ("It was the radio host and former mayor Nora Quill.", ["radio host|Nora Quill", "former mayor|Nora Quill"]),
    ("It was the president and Secretary Nora Quill.", ["Secretary|Nora Quill"]),
    # forms of address, and what looks like one
    ("That is what Chief Quill called it.", ["Chief|Quill"]),
    ("They met General Renk and Captain Quill.", ["General|Renk", "Captain|Quill"]),
    ("A Quill Supporter Renk screamed.", []),
    ("So said Dean of Students Otto Renk.", ["Dean of Students|Otto Renk"]),
    # names of bodies
    ("So said Sheriff's Office spokesman Otto Renk.", ["Sheriff's Office spokesman|Otto Renk"]),
    ("So said King George's County Executive Otto Renk.", ["King George's County Executive|Otto Renk"]),
    ("So said Assistant State's Attorney Otto Renk.", ["Assistant State's Attorney|Otto Renk"]),
    ("So said Nora Quill's Attorney Otto Renk.", ["Attorney|Otto Renk"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_titles(text, wanted):
    assert [f"{h.title.text}|{h.person.text}" for h in find_titles(text)] == wanted


@pytest.mark.parametrize(
    "text",
    ["Otto Renk, her lawyer at the time, left.", "Otto Renk, the minister of finance at the time it was sold, left."],
)
def test_a_title_of_that_time(text):
    (holding,) = find_titles(text)
    assert holding.title.status == "then"
    assert "time" not in holding.title.text
