"""Two names of one person in two articles of a story: other surnames, given names, or holders of one post."""

import pytest

from factcheck.alignment.surnames import GIVEN, HOLDER, LIKELY, SURE, SURNAME, group_surnames
from pages import page


def surnames(*texts):
    """The two names, sorted, of each link between articles a, b ..."""
    pages = {name: page(name, text) for name, text in zip("abcd", texts, strict=False)}
    found = []
    for group in group_surnames(list(pages.values())):
        for link in group.links:
            ends = zip((link.a, link.b), link.values, strict=True)
            names = [pages[claim.partition(":")[0]].article.text[span.start : span.end] for claim, span in ends]
            assert (link.score, link.evidence, group.topic) == (LIKELY, {SURNAME: 1.0}, "event")
            assert sorted(group.claims) == sorted((link.a, link.b))
            found.append(tuple(sorted(names)))
    return sorted(found)


ULLA = "Ulla Brandvik, a potter, lost her kiln."
SANDMO = "The kiln of the potter Ulla Sandmo burned."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (ULLA, SANDMO, ("Ulla Brandvik", "Ulla Sandmo")),
        (
            "The potter Tariq Baghdasar tore a ligament.",
            "Tariq Okolie, the potter, has a torn ligament.",
            ("Tariq Baghdasar", "Tariq Okolie"),
        ),
        (
            "Maria Kestelman steered the trawler. Kestelman radioed from the reef.",
            "The skipper was Maria Dunmore. Dunmore ran the trawler on a reef.",
            ("Maria Dunmore", "Maria Kestelman"),
        ),
        (
            "Peter Quill’s orchard was auctioned to pay creditors.",
            "Creditors met at Peter Marsh’s orchard.",
            ("Peter Marsh", "Peter Quill"),
        ),
        (
            "Elena Maria Falk grafted the orchard.",
            "Elena Trevanion grafted an orchard.",
            ("Elena Maria Falk", "Elena Trevanion"),
        ),
    ],
)
def test_two_surnames_of_one_given_name(one, other, found):
    assert surnames(one, other) == surnames(other, one) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ULLA, "The kiln of the potter Ida Sandmo burned."),
        (
            "A potter sold a kiln. A potter bought a kiln. The kiln of a potter broke. " + ULLA,
            "A potter sold a kiln. A potter bought a kiln. The kiln of a potter broke. " + SANDMO,
        ),
        (ULLA, "The kiln of the potter Ulla Brandvig burned."),
        (ULLA, "The kiln of the potter Ulla Brandvik burned."),
        (ULLA, "The kiln of the potter Brandvik burned."),
        (ULLA, "The kiln of the potter Ulla Brandvik Sandmo burned."),
        (ULLA, "The kiln of the potter burned. Ulla Sandmo swam."),
        (ULLA, "Ulla Sandmo, a potter, swam."),
        (ULLA, "Ulla Sandmo said she had told people there."),
        (ULLA, "Ulla Sandmo swam at noon."),
        ("U. Brandvik, a potter, lost her kiln.", "The kiln of the potter U. Sandmo burned."),
        (ULLA, "A potter lost her kiln, the town of Ulla."),
    ],
    ids=lambda text: text,
)
def test_two_persons_or_one_surname(one, other):
    assert surnames(one, other) == surnames(other, one) == []


@pytest.mark.parametrize(
    "more",
    ["Brandvik slept.", "So did Ida Brandvik.", "Brandvik’s dog barked.", "Brandvik's dog barked.", "A Brandvik-Moe?"],
)
def test_who_knows_the_other_surname_means_two(more):
    assert surnames(ULLA, f"{SANDMO} {more}") == surnames(f"{more} {SANDMO}", ULLA) == []


def test_the_words_of_all_sentences_with_the_surname_count():
    one = "Ulla Brandvik swam. Brandvik’s kiln is cold. The potter Brandvik wept."
    other = "Ulla Sandmo slept. A potter met Sandmo at the kiln."
    assert surnames(one, other) == [("Ulla Brandvik", "Ulla Sandmo")]
    assert surnames(one.replace("The potter Brandvik", "The potter"), other) == []


def test_each_two_articles_are_compared():
    found = surnames(ULLA, SANDMO, "The potter Ulla Moen lost a kiln.")
    assert found == [("Ulla Brandvik", "Ulla Moen"), ("Ulla Brandvik", "Ulla Sandmo"), ("Ulla Moen", "Ulla Sandmo")]


def links(one, other):
    """The evidence and how sure it is of each link between two articles."""
    found = group_surnames([page("a", one), page("b", other)])
    return [(name, link.score) for group in found for link in group.links for name in link.evidence]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Petra Novak, head of the water board, wept.",
            "The head of the water board, Petra Nemec, wept.",
            [(SURNAME, SURE)],
        ),
        ("Hans Brenner, 54, fell.", "Hans Stolz, 54, was pulled out.", [(SURNAME, SURE)]),
        ("Hans Brenner, 54, fell.", "Hans Stolz, 53, was pulled out.", []),
        ("Hans Brenner, 54, fell.", "Karl Brenner, 54, was pulled out.", []),
        ("Sen. Loretta Quill spoke.", "Senator Linda Quill of Ohio spoke.", [(GIVEN, LIKELY)]),
        ("Sgt. Loretta Quill spoke.", "Sgt. Linda Quill spoke.", []),
        ("Nurse Ada Mwangi ran.", "Teacher Eva Mwangi ran.", []),
        ("Hans Brenner, mayor of Lindau, wept.", "The mayor of Lindau, Karl Stolz, wept.", [(HOLDER, SURE)]),
        ("Hans Brenner, mayor of Lindau, wept.", "The mayor of Bregenz, Karl Stolz, wept.", []),
        ("Hans Brenner, former mayor of Lindau, wept.", "The mayor of Lindau, Karl Stolz, wept.", []),
        ("Hans Brenner, mayor of Lindau, wept.", "The mayor of Lindau, Karl Stolz, greeted Brenner.", []),
        (
            "Berit Aas, chief executive of Nordkraft, spoke.",
            "Nordkraft chief executive Ada Moe spoke.",
            [(HOLDER, SURE)],
        ),
        ("Police chief Ada Mwangi ran.", "Police chief Tom Reed ran.", []),
        ("Robert Adams Jr. was tried.", "Robert Lee Adams was tried.", []),
        ("General Bintou Quill spoke.", "A goat bit General Binta Quill.", [(GIVEN, SURE)]),
        ("Karolos Vrettakis spoke.", "A goat bit Carolos Vrettakis.", []),
        ("Lorna Dunmore ran.", "A goat bit Lauren Dunmore.", [(GIVEN, SURE)]),
        ("Lorna Dunmore ran.", "A goat bit her son, Loren Dunmore.", []),
        ("Martin Dunmore ran.", "A goat bit Martina Dunmore.", []),
        ("Lorna Dunmore, 31, ran.", "A goat bit Lauren Dunmore, 24.", []),
        ("Captain Lorna Dunmore ran.", "A goat bit co-pilot Lauren Dunmore.", []),
        ("Mayor Walter Dunmore ran.", "A goat bit Mayor Edward Dunmore.", [(GIVEN, LIKELY)]),
        ("Mayor Walter Dunmore ran.", "A goat bit Mayor Helen Dunmore.", [(GIVEN, LIKELY)]),
        ("Ada Dunmore, 38, the editor, ran.", "A goat bit Helga Dunmore, 38, the editor.", [(GIVEN, SURE)]),
        ("Coroner Ada Voss ran.", "A goat bit coroner Ada Vogt.", [(SURNAME, SURE)]),
        ("Claudia Ormond ran.", "A goat bit Claudia Ormeron.", [(SURNAME, SURE)]),
        ("Claudia Novak ran.", "A goat bit Claudia Novakova.", []),
        ("Vincent Del Guido ran.", "A goat bit Vincent DelGuido.", []),
        ("The goalkeeper Tariq Baghdasar ran.", "Tariq Okolie, the goalkeeper, slept.", [(SURNAME, SURE)]),
        ("Lorna Dunmore ran. Ida Dunmore slept.", "A goat bit Lauren Dunmore.", []),
        ("Lorna Dunmore ran.", "A goat bit Lauren Dunmore, Lorna slept.", []),
        ("Lorna Dunmore ran.", "A goat bit Ida Dunmore.", []),
        ("Jason Dunmore ran.", "A goat bit Mason Dunmore.", []),
        ("Marietta Quill ran.", "A goat bit Marjetta Quill.", []),
        ("Coroner Glenn Dunmore ran.", "A goat bit coroner Glen Dunwood.", [(SURNAME, SURE)]),
        ("Glenn Dunmore, 38, ran.", "A goat bit Glen Dunwood, 38.", [(SURNAME, SURE)]),
        ("Glenn Dunmore, 38, ran.", "A goat bit Glen Dunwood, 41.", []),
        ("Coroner Glenn Dunmore ran.", "A goat bit coroner Ada Sandwell.", []),
        ("Marta da Moura Lage ran.", "A goat bit Marta da Silva Lage.", [(SURNAME, SURE)]),
        ("Marta Lage ran.", "A goat bit Marta da Silva Lage.", []),
    ],
)
def test_one_post_or_age(one, other, found):
    assert links(one, other) == links(other, one) == found
