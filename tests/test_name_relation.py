"""How two names in like places hold together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.house_spelling import american
from factcheck.entities.name_parts import in_small_letters
from factcheck.entities.name_relation import relate_names
from factcheck.entities.transliteration import scheme_of

ROWS = [
    ("Rait", "Raite", "misspelt"),
    ("Ian Rait", "Ian Raite", "misspelt"),
    ("Zelensky", "Zelenskyy", "transliterated"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy", "transliterated"),
    ("Nvidia", "Nvdidia", "misspelt"),
    ("Loretta Sanchez", "Linda Sanchez", "different"),
    ("Loretta Sanchez", "Loretta Sánchez", "house"),
    ("Lu", "Su", "different"),
    ("Young Goon", "Young Guns", "different"),
    ("Cosa Nostra", "Costra Nostra", "misspelt"),
    ("El Dorado", "Eldorado", "house"),
    ("FLDS", "FLSD", "misspelt"),
    ("FLDS", "FDLS", "misspelt"),
    ("Reince Priebus", "Reince Preibus", "misspelt"),
    ("Tony Reagins", "Regains", "different"),
    ("Reagins", "Regains", "misspelt"),
    ("Kristen Stewart", "Kristen Bell", "different"),
    ("DelGiudice", "Del Giudice", "house"),
    ("Sea Micro", "SeaMicro", "house"),
    ("LionsGate", "Lionsgate", "same"),
    ("Nichol", "Nichols", "misspelt"),
    ("Gaddafi", "Qaddafi", "transliterated"),
    ("Gaddafi", "Kadafi", "transliterated"),
    ("Gaddafi", "Gadhafi", "transliterated"),
    ("Muammar", "Moammar", "transliterated"),
    ("Hezbollah", "Hizbullah", "transliterated"),
    ("Al-Qaeda", "Al Qaida", "transliterated"),
    ("al-Zawahri", "al-Zawahiri", "transliterated"),
    ("Mohammed", "Muhammad", "transliterated"),
    ("Yeltsin", "Eltsin", "misspelt"),
    ("Tchaikovsky", "Chaikovsky", "transliterated"),
    ("Dmitry", "Dmitri", "transliterated"),
    ("Sergei", "Sergey", "transliterated"),
    ("Kiev", "Kyiv", "transliterated"),
    ("Kharkiv", "Kharkov", "transliterated"),
    ("Lukashenko", "Lukashenka", "transliterated"),
    ("Mao Zedong", "Mao Tse-tung", "different"),
    ("Peking", "Beijing", "different"),
    ("Chiang", "Jiang", "transliterated"),
    ("Kim Jong Un", "Kim Jong-un", "house"),
    ("Park", "Pak", "transliterated"),
    ("Müller", "Mueller", "house"),
    ("Gödel", "Goedel", "house"),
    ("São Paulo", "Sao Paulo", "house"),
    ("Erdoğan", "Erdogan", "house"),
    ("Center for Policy", "Centre for Policy", "house"),
    ("Labour Party", "Labor Party", "house"),
    ("St. Mary's Hospital", "Saint Mary's Hospital", "house"),
    ("St Marys Hospital", "St. Mary's Hospital", "house"),
    ("Johnson & Johnson", "Johnson and Johnson", "house"),
    ("Acme Inc.", "Acme", "house"),
    ("World Health Organization", "World Health Organisation", "house"),
    ("World Health Organization", "WHO", "form"),
    ("United Nations", "U.N.", "form"),
    ("Bank of Ghana", "Ghana", "part"),
    ("Ministry of Health", "Ministry of Finance", "different"),
    ("Huang Min", "Min Huang", "transposed"),
    ("Min Haung", "Min Huang", "misspelt"),
    ("Independence Street", "Independent Street", "misspelt"),
    ("San Antonio", "San Angelo", "different"),
    ("North Shore", "South Shore", "different"),
    ("East Harbor", "East Harbour", "house"),
    ("Georgetown", "Georgtown", "misspelt"),
    ("Springfield", "Springfeild", "misspelt"),
    ("Bay View", "Bayview", "house"),
    ("New York", "New Yrok", "misspelt"),
    ("Riverside", "Riverdale", "different"),
    ("Kratchek", "Kratchuk", "misspelt"),
    ("Claudia Ormazábal", "Claudia Ormeño", "different"),
    ("Sara Griego", "Sarah Griego", "misspelt"),
    ("John Casullo", "John Casulo", "misspelt"),
    ("Marta Hernandez", "Martha Hernandez", "misspelt"),
    ("Josh Haber", "Josh Harber", "misspelt"),
    ("Daneka Lotts", "Deneka Lotts", "misspelt"),
    ("Anna Lee", "Anna Li", "different"),
    ("Ali", "Aly", "transliterated"),
    ("Smith", "Smyth", "misspelt"),
    ("Dan", "Don", "different"),
    ("Marie", "Maria", "misspelt"),
    ("Toyota", "Toyata", "misspelt"),
    ("Volkswagen", "Volkswagon", "misspelt"),
    ("McDonald's", "McDonalds", "house"),
    ("Coca-Cola", "Coca Cola", "house"),
    ("Hyundai", "Hyundia", "misspelt"),
    ("Mercedes-Benz", "Mercedes", "part"),
]


@pytest.mark.parametrize(("a", "b", "kind"), ROWS)
def test_relations(a, b, kind):
    assert relate_names(a, b).kind == relate_names(b, a).kind == kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Bob Hill", "Robert Hill", "form"),
        ("Hill", "Robert Hill", "part"),
        ("Robert Hill", "Alice Hill", "different"),
        ("J. Edgar Marlowe", "John Edgar Marlowe", "form"),
        ("Olena Zelensky", "Olena Zelenskyy", "transliterated"),
        ("Jon Harrow", "John Harrow", "misspelt"),
    ],
)
def test_persons(a, b, kind):
    assert relate_names(a, b, person=True).kind == relate_names(b, a, person=True).kind == kind


@pytest.mark.parametrize(
    ("a", "b", "scheme"),
    [
        ("zelensky", "zelenskyy", "Cyrillic"),
        ("qaddour", "kaddour", "Arabic"),
        ("jeong", "jung", "Korean"),
        ("harlow", "harlowe", None),
        ("lu", "lo", None),
    ],
)
def test_schemes(a, b, scheme):
    assert scheme_of(a, b) == scheme_of(b, a) == scheme


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("centre", "center"),
        ("harbour", "harbor"),
        ("organisation", "organization"),
        ("detour", "detour"),
        ("four", "four"),
    ],
)
def test_house_spelling(british, us):
    assert american(british) == us


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("BRENT HALLORAN", "Brent Halloran"),
        ("ANN MCDONALD", "Ann McDonald"),
        ("SEAN O'HALLORAN", "Sean O'Halloran"),
        ("LUDWIG VAN DALEN", "Ludwig van Dalen"),
        ("J. D. HOLT", "J. D. Holt"),
        ("JD HOLT JR.", "JD Holt Jr."),
        ("NATO", "NATO"),
        ("Al Gore", "Al Gore"),
    ],
)
def test_capitals(shouted, written):
    assert in_small_letters(shouted) == written


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_hold_together_somehow(a, b):
    assert relate_names(a, b) == relate_names(b, a)
    assert relate_names(a, a).kind == "same"
