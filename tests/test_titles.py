"""Titles in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.titles import find_titles

ROWS = [
    # before the name
    ("Energy Secretary Laura Bennett spoke.", ["Energy Secretary|Laura Bennett"]),
    ("Secretary of Labor Laura Bennett spoke.", ["Secretary of Labor|Laura Bennett"]),
    (
        "Secretary of Housing and Urban Development Carl Benson spoke.",
        ["Secretary of Housing and Urban Development|Carl Benson"],
    ),
    ("A letter by former Utah governor Carl Benson was read.", ["former Utah governor|Carl Benson"]),
    ("Critics of President Benson met.", ["President|Benson"]),
    ("He thanked Canada's Defence Minister Laura Bennett.", ["Defence Minister|Laura Bennett"]),
    ("Former Museum of Trade director Laura Bennett spoke.", ["Former Museum of Trade director|Laura Bennett"]),
    ("then-Mayor Carl Benson signed it.", ["then-Mayor|Carl Benson"]),
    ("Acting Deputy Mayor Carl Benson signed it.", ["Acting Deputy Mayor|Carl Benson"]),
    ("Ex-spy Carl Benson signed it.", ["Ex-spy|Carl Benson"]),
    ("Governor-elect Carl Benson signed it.", ["Governor-elect|Carl Benson"]),
    ("The company hired retired Navy Adm. Carl Benson.", ["retired Navy Adm.|Carl Benson"]),
    ("County police spokesman Sgt. Carl Benson said so.", ["County police spokesman|Carl Benson", "Sgt.|Carl Benson"]),
    ("A fire broke out, Coast Guard Capt. Laura Bennett said.", ["Coast Guard Capt.|Laura Bennett"]),
    ("The union spokesman Officer Carl Benson said so.", ["union spokesman|Carl Benson", "Officer|Carl Benson"]),
    ("Fellow candidate Utah Senator Carl Benson agreed.", ["candidate|Carl Benson", "Utah Senator|Carl Benson"]),
    ("They met assistant Fire Chief Carl Benson.", ["assistant Fire Chief|Carl Benson"]),
    ("Sens. Laura Bennett and Carl Benson voted.", ["Sens.|Laura Bennett", "Sens.|Carl Benson"]),
    ("Democratic Sen. Laura Bennett (D-Vt.) voted.", ["Democratic Sen.|Laura Bennett"]),
    ("The poll shows Republican challenger Carl Benson ahead.", ["Republican challenger|Carl Benson"]),
    ("It was Harbor Watch President Carl Benson.", ["Harbor Watch President|Carl Benson"]),
    ("He quoted wheat board manager Carl Benson.", ["wheat board manager|Carl Benson"]),
    ("He quoted the wheat board manager Carl Benson.", ["wheat board manager|Carl Benson"]),
    ("Police arrested former deputy Carl Benson.", ["former deputy|Carl Benson"]),
    ("He shot and killed former pilot Carl Benson.", ["former pilot|Carl Benson"]),
    ("The board sacked longtime coach Carl Benson.", ["longtime coach|Carl Benson"]),
    ("A convicted smuggler, the accused pilot Carl Benson, spoke.", ["accused pilot|Carl Benson"]),
    # in apposition
    ("Carl Benson, the mayor of Springfield, spoke.", ["mayor of Springfield|Carl Benson"]),
    ("Carl Benson, chairman of the Trade Committee, spoke.", ["chairman of the Trade Committee|Carl Benson"]),
    ("Carl Benson, 52, a farmer, spoke.", ["farmer|Carl Benson"]),
    ("Carl Benson, the group's vice president for research, spoke.", ["vice president for research|Carl Benson"]),
    ("Carl Benson, the deputy transport minister, spoke.", ["deputy transport minister|Carl Benson"]),
    ("Carl Benson, an assistant basketball coach, spoke.", ["assistant basketball coach|Carl Benson"]),
    ("Carl Benson, a deputy told by the mayor to wait, spoke.", ["deputy|Carl Benson"]),
    ("Carl Benson, a deputy in the transport ministry, spoke.", ["deputy in the transport ministry|Carl Benson"]),
    (
        "Carl Benson, a former pilot and current union leader, spoke.",
        ["former pilot|Carl Benson", "current union leader|Carl Benson"],
    ),
    (
        "Carl Benson, director of the Centers for Disease Control and Prevention, spoke.",
        ["director of the Centers for Disease Control and Prevention|Carl Benson"],
    ),
    (
        "Carl Benson and Laura Bennett, lawyers for the union, spoke.",
        ["lawyers for the union|Carl Benson", "lawyers for the union|Laura Bennett"],
    ),
    ("Carl Benson (the fire chief) spoke.", ["fire chief|Carl Benson"]),
    ("Carl Benson — the fire chief — spoke.", ["fire chief|Carl Benson"]),
    ("The head of the union, Carl Benson, spoke.", ["head of the union|Carl Benson"]),
    ("The union's lawyer, Carl Benson, spoke.", ["lawyer|Carl Benson"]),
    ("They met Carl Benson, then a city clerk, in May.", ["city clerk|Carl Benson"]),
    # behind "is"
    ("Carl Benson is the mayor of Springfield.", ["mayor of Springfield|Carl Benson"]),
    ("Carl Benson, who was a senior adviser to the king, spoke.", ["senior adviser to the king|Carl Benson"]),
    ("Carl Benson served as budget director in 2019.", ["budget director|Carl Benson"]),
    ("Carl Benson was named ambassador to Chile on Monday.", ["ambassador to Chile|Carl Benson"]),
    # no titles
    ("The secretary of labor spoke.", []),
    ("According to the Justice Department, nobody spoke.", []),
    ("Mr. Benson and Mrs. Bennett spoke.", []),
    ("Carl Benson is the best candidate.", []),
    ("Carl Benson, a Democrat, spoke.", []),
    ("Acme Holdings, the market leader, grew.", []),
    ("In a call with Carl Benson, Mayor Laura Bennett spoke.", ["Mayor|Laura Bennett"]),
    ("For Carl Benson, the mayor has no time.", []),
    ("Benson Tops Bennett As Voters Pick New Governor Carl Benson", []),
    ("VOTERS IGNORE Carl Benson.", []),
    ("A Trade Supporter Screams at the rally.", []),
    ("It was sooner than the fire chief, Benson said.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_titles(text, wanted):
    assert [f"{h.title.text}|{h.person.text}" for h in find_titles(text)] == wanted


@pytest.mark.parametrize(
    ("text", "head", "office", "status", "jurisdiction"),
    [
        ("Utah Gov. Carl Benson spoke.", "governor", "governor", "current", "Utah"),
        (
            "Former FBI director Carl Benson spoke.",
            "director",
            "us-fbi-head",
            "former",
            "Federal Bureau of Investigation",
        ),
        ("Acting Attorney General Carl Benson spoke.", "attorney general", "attorney-general", "acting", None),
        ("French President Laura Bennett spoke.", "president", "fr-president", "current", "France"),
        (
            "Deputy Energy Secretary Laura Bennett spoke.",
            "secretary",
            "us-secretary-of-energy",
            "deputy",
            "United States",
        ),
        ("New York Times reporter Laura Bennett spoke.", "reporter", None, "current", None),
        ("They met Carl Benson, then a Utah senator, again.", "senator", "us-senator", "then", "Utah"),
    ],
)
def test_what_a_title_tells(text, head, office, status, jurisdiction):
    (holding,) = find_titles(text)
    title = holding.title
    assert (title.head, title.office, title.status, title.jurisdiction) == (head, office, status, jurisdiction)


PIECES = st.sampled_from(
    [
        "Sen.",
        "Carl",
        "Benson",
        ",",
        "the",
        "mayor",
        "of",
        "and",
        "U.S.",
        "(",
        ")",
        "is",
        "who",
        "'s",
        "’s",
        "-elect",
        "Gov.",
        "\n",
        ".",
        "—",
        "J.",
        "[",
        "]",
        "é",
        "Jr.",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join)))
def test_spans_cut_their_texts_from_any_text(text):
    for person, title in find_titles(text):
        assert text[title.span.start : title.span.end] == title.text
        assert text[person.span.start : person.span.end] == person.text
        assert title.text.strip() == title.text
        assert title.text
