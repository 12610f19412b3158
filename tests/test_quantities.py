"""Quantities: values, units, bounds, what is counted, and the numbers that are none."""

import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.quantities import find_quantities
from factcheck.models import Span, When


def only(text, dates=()):
    found = find_quantities(text, dates)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "passage", "value"),
    [
        ("It was fifty-one point three degrees.", "fifty-one point three degrees", 51.3),
        ("It sold two point five million seats.", "two point five million", 2.5e6),
        ("They bought 12 goats.", "12", 12),
        ("They bought 1,204 goats.", "1,204", 1204),
        ("They bought twenty-one goats.", "twenty-one", 21),
        ("They counted two hundred and five goats.", "two hundred and five", 205),
        ("They counted three thousand four hundred goats.", "three thousand four hundred", 3400),
        ("They counted 3.5 million goats.", "3.5 million", 3.5e6),
        ("They counted half a million goats.", "half a million", 5e5),
        ("They counted two and a half million goats.", "two and a half million", 2.5e6),
        ("They counted a hundred and six goats.", "a hundred and six", 106),
        ("They bought a dozen eggs.", "a dozen", 12),
        ("They bought half a dozen eggs.", "half a dozen", 6),
        ("They bought a score of eggs.", "a score", 20),
        ("Use 2 1/2 cups.", "2 1/2", 2.5),
        ("Use 2½ cups.", "2½", 2.5),
        ("Use 3/4 of it.", "3/4", 0.75),
        ("Two-thirds of them left.", "Two-thirds", 2 / 3),
        ("A quarter of them left.", "A quarter", 0.25),
        ("It sank to -36 by night.", "-36", -36),
        ("It rained for six straight days.", "six straight days", 6),
        ("She ran 3,200 rushing yards.", "3,200 rushing yards", 3200),
        ("They won six straight games.", "six", 6),
        ("There were 3 lakh voters.", "3 lakh", 3e5),
    ],
)
def test_numbers(text, passage, value):
    found = only(text)
    assert found.text == passage
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The port took 12 345 crates.", [12345]),
        ("The port took 12\u202f345 crates and 1\u00a0250\u00a0000 sacks.", [12345, 1250000]),
        ("It made 816 000 tonnes.", [816000]),
        ("It cost 12 345,67 euros.", [12345.67]),
        ("In 2024 12 345 came.", [12345]),
        ("The 400 000-litre tank burst.", [400000]),
        ("They cleared 23'400 mines.", [23400]),
        ("They cleared 1.234.567 mines.", [1234567]),
        ("Prices rose 2,5 percent in a town of 23.400 people.", [2.5, 23400]),
        ("It weighs 23.400 tonnes.", [23.4]),
        ("They bought 2,50,000 doses.", [250000]),
        ("The dam cost Rs 3,45,67,000.", [34567000]),
        ("It grew by 12,5 percent and 6,25 per cent.", [12.5, 6.25]),
        ("It costs 4,85 million euros.", [4850000]),
        ("It costs 1,5-2 million euros.", [None]),
        ("It costs €4,50.", [4.5]),
        ("They took $2. 5 million and £1. 7m.", [2.5e6, 1.7e6]),
        ("It grew by 3. 4 percent.", [3.4]),
        ("About 5, 000 came.", [5000]),
        ("It grew by 3. 4 percent, and 12, 500 homes are dark.", [3.4, 12500]),
        ("One in three children is hungry.", [1 / 3]),
        ("Nine out of 10 drivers agree.", [0.9]),
        ("A quarter of a million people fled.", [250000]),
        ("Some 1.1m people and 3m tonnes are stuck.", [1.1e6, 3e6]),
        ("It is the twenty-first of its kind.", [21]),
        ("The road is 1.1m wide.", [1.1]),
        ("The firm owes Tk 45 crore and KSh 500,000.", [4.5e8, 500000]),
        # Numbers that only stand side by side.
        ("Room 12 300 metres away was shut.", [300]),
        ("On May 12 300 people came.", [300]),
        ("They hold orders for 18 777s.", [18]),
        ("He turned 45. 20 miles away she waits.", [45, 20]),
        ("The boys are 3,4 and 5.", [3, 4, 5]),
        ("Some 12, 500 of them in tents, left.", [12, 500]),
        ("Two in five days died.", [2, 5]),
        ("There was one in 1999 and two in 2000.", [2]),
        ("He paid 5 million dollars, 000 in cash.", [5e6]),
    ],
)
def test_numbers_in_several_pieces(text, values):
    assert [q.value and round(q.value, 6) for q in find_quantities(text)] == [v and round(v, 6) for v in values]


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("It cost $5.", "money", "USD", 5),
        ("It cost $5m.", "money", "USD", 5e6),
        ("It cost US$7.2 bn.", "money", "USD", 7.2e9),
        ("It cost C$40.", "money", "CAD", 40),
        ("It cost GB £ 20.", "money", "GBP", 20),
        ("It cost EUR 30 more.", "money", "EUR", 30),
        ("It cost 9 billion yuan.", "money", "CNY", 9e9),
        ("It cost 40 U.S. dollars.", "money", "USD", 40),
        ("It cost 40 Canadian dollars.", "money", "CAD", 40),
        ("It cost 26 cents.", "money", "USD", 0.26),
        ("It cost $249 USD.", "money", "USD", 249),
        ("It cost 3 million pounds.", "money", "GBP", 3e6),
        ("It weighed 30 pounds.", "measure", "pound", 30),
        ("It fell 45%.", "percent", "%", 45),
        ("It fell four per cent.", "percent", "%", 4),
        ("It fell half a percent.", "percent", "%", 0.5),
        ("It fell .5 percent.", "percent", "%", 0.5),
        ("It cost $.75 then.", "money", "USD", 0.75),
        ("It cost P84 million.", "money", "PHP", 84e6),
        ("It cost P84 million, Gaborone said.", "money", "BWP", 84e6),
        ("It cost R1,250 each.", "money", "ZAR", 1250),
        ("It cost N600,000.", "money", "NGN", 600000),
        ("It cost Sh90 million.", "money", "shilling", 90e6),
        ("It cost 90 million Kenyan shillings.", "money", "KES", 90e6),
        ("It cost Ksh.20,000.", "money", "KES", 20000),
        ("It cost GH¢75.", "money", "GHS", 75),
        ("It cost OMR 2.4 million.", "money", "OMR", 2.4e6),
        ("It cost 700 pesos.", "money", "peso", 700),
        ("AMD $40 is its price.", "money", "USD", 40),
        ("It fell 2 percentage points.", "percent", "percentage point", 2),
        ("The index fell 340.5 points.", "measure", "point", 340.5),
        ("It ran 5 km.", "measure", "kilometer", 5),
        ("It holds 30GB.", "measure", "gigabyte", 30),
        ("He is 5 feet 6 inches.", "measure", "foot", 5.5),
        ("It reached 31 degrees Celsius.", "measure", "degree Celsius", 31),
        ("A 12-mile road.", "measure", "mile", 12),
        ("He served 20 years.", "measure", "year", 20),
        ("The 16-year-old ran.", "age", "year", 16),
        ("She is 34 years old.", "age", "year", 34),
        ("A man aged 34 ran.", "age", "year", 34),
        ("She died at the age of 56.", "age", "year", 56),
        ("Ada Thorne, 51, spoke.", "age", "year", 51),
        ("Ada Thorne (51) spoke.", "age", "year", 51),
        ("Leo Marsh Jr., 30, spoke.", "age", "year", 30),
        ("The 10-month-old slept.", "age", "month", 10),
        ("The 21st goat ran.", "ordinal", None, 21),
        ("The third goat ran.", "ordinal", None, 3),
    ],
)
def test_units(text, kind, unit, value):
    found = only(text)
    assert (found.kind, found.unit) == (kind, unit)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "passage", "bound", "low", "high"),
    [
        ("12 goats left.", "12", "exact", 12, 12),
        ("At least 12 goats left.", "At least 12", "at least", 12, None),
        ("No fewer than 12 goats left.", "No fewer than 12", "at least", 12, None),
        ("More than 12 goats left.", "More than 12", "over", 12, None),
        ("Up to 12 goats left.", "Up to 12", "at most", None, 12),
        ("As many as 12 goats left.", "As many as 12", "at most", None, 12),
        ("Fewer than 12 goats left.", "Fewer than 12", "under", None, 12),
        ("About 200 goats left.", "About 200", "about", 180, 220),
        ("Nearly 200 goats left.", "Nearly 200", "about", 180, 200),
        ("There were 12 or more goats.", "12 or more", "at least", 12, None),
        ("There were 12, or so, of them.", "12", "exact", 12, 12),
        ("There were 100+ goats.", "100+", "at least", 100, None),
        ("There were 2,000-plus goats.", "2,000-plus", "at least", 2000, None),
        ("Dozens of goats left.", "Dozens", "about", 20, 200),
        ("Tens of thousands of goats left.", "Tens of thousands", "about", 2e4, 1e5),
        ("It seats 200-250 goats.", "200-250", "exact", 200, 250),
        ("Between 10 and 12 million goats left.", "Between 10 and 12 million", "exact", 1e7, 1.2e7),
        ("It cost about $16 million to $28 million.", "about $16 million to $28 million", "about", 1.6e7, 2.8e7),
        ("An 8- to 16-meter mirror.", "8- to 16-meter", "exact", 8, 16),
    ],
)
def test_bounds_and_ranges(text, passage, bound, low, high):
    found = only(text)
    assert (found.text, found.bound) == (passage, bound)
    assert (found.low, found.high) == (low and pytest.approx(low), high and pytest.approx(high))


def test_a_change_from_one_number_to_another_is_no_range():
    assert [q.value for q in find_quantities("It rose from 14% to 17%.")] == [14, 17]
    assert [q.text for q in find_quantities("It fell 9 points or more than 7%.")] == ["9 points", "more than 7%"]


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 787 landed.",
        "The A380 landed.",
        "The 737s landed.",
        "Under Section 230 it is free.",
        "It runs on 3G alone.",
        "Flight 412 is late.",
        "Voyager 2 is far away.",
        "They met on June 15, 2014.",
        "They met on 15 June.",
        "They met in 2014.",
        "They met at 1:05 a.m. and 3 p.m.",
        "They met at 5 o'clock.",
        "They met at 5.",
        "They met at five, and ate.",
        "Call 555-010-0199 now.",
        "It was in the 1400 block of Elm Street.",
        "It was in the 300 East block of Elm.",
        "It was in the 1600 and 1700 blocks of Elm.",
        "It was at 3400 N. Western Avenue.",
        "It was at 512 NE 14th Street.",
        "A shop is at 512 14th St. in Orla.",
        "It lies off 7701 Highway 52.",
        "It was at 6301 Marcheston near Orla.",
        "The hall located at 20582 northwest 119 Avenue burned.",
        "Call (555) 010-0199 now.",
        "Call 1 (555) 010-0199 now.",
        "Call 555-010-TIPS (8477) now.",
        "Text a hint to CRUMBS (278627).",
        "Text BREAD to 50411.",
        "Send a text message with your hint to 50411.",
        "He called 999 when he woke.",
        "A 911 dispatcher answered.",
        "It is in Orla, WI 53711.",
        "KLPR 2 News was there.",
        "A lorry blocked U.S. 41 at dawn.",
        "It was No. 4 on the list.",
        "Image 2 of 3 Buy Photo",
        "One of them left.",
        "No one left.",
        "It is a two-way road.",
        "It was a .38 caliber revolver.",
        "They found a 12-gauge shotgun.",
        "The screen has 320x240 dots.",
        "The season of 2014-15 was dry.",
        "See 9/11 and 24/7.",
        "The agreement between the two companies holds.",
    ],
)
def test_numbers_that_are_no_quantities(text):
    assert [q for q in find_quantities(text) if q.kind != "ordinal"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They walked 3 blocks.", [3]),
        ("Fire crews counted 112 homes.", [112]),
        ("He called 112 bakers.", [112]),
        ("At 60 shops bread sold out.", [60]),
        ("They sent 12345 loaves to 20 shops.", [12345, 20]),
        ("The cut (about 300) was felt.", [300]),
        ("POLICE: 12 hurt.", [12]),
    ],
)
def test_numbers_that_look_like_no_quantities_and_are(text, values):
    assert [q.value for q in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Three bakers, ages 26, 27, 34, left.", [26, 27, 34]),
        ("Two boys - aged 12 and 14 - and 3 others left.", [12, 14]),
        ("Three daughters, ages four, six and 13, left.", [4, 6, 13]),
        ("A boy aged twelve and three others left.", [12]),
        ("Their children, aged 5 and 18 months, slept.", [5, 18]),
        ("Another man, 32, was shot.", [32]),
        ("The driver, 41, and a woman, 36, were hurt.", [41, 36]),
        ("They live together (she, 61, he, 59).", [61, 59]),
        ("Ana Vidal and Oto Renk, both 28, won.", [28]),
        ("Ana Vidal, then 52, told an officer.", [52]),
        ("On the bus, 32, he slept.", []),
        ("In June, then 30 days long, he slept.", []),
        ("The victim 34 yards away slept.", []),
        ("She was twenty-one and was to be a vet.", [21]),
        ("Ana Vidal was 19 when she left.", [19]),
        ("Vidal, who turned 22 in May, left.", [22]),
        ("The oldest, Ana Vidal, is 63.", [63]),
        ("Don Oto Renk is fifty-six years of age.", [56]),
        ("He was 2 miles off, and she was 3 goals up.", []),
        ("It was 19 when he left.", []),
        ("Turnout was 63.", []),
        ("She was one of 12.", []),
        ("He, who is 5-foot-9, left. She was 32 to 34 weeks pregnant.", []),
    ],
)
def test_ages_without_a_word_for_years(text, ages):
    assert [q.value for q in find_quantities(text) if q.kind == "age"] == ages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("All were between the ages of 24 and 30.", [("between the ages of 24 and 30", 24, 30, "year")]),
        ("A woman in her mid-20's fell.", [("mid-20's", 23, 27, "year")]),
        ("A woman in her mid-20’s fell.", [("mid-20’s", 23, 27, "year")]),
        ("He is in his early 30s.", [("early 30s", 30, 34, "year")]),
        ("She was in her sixties.", [("sixties", 60, 69, "year")]),
        ("Boys in their late teens left.", [("late teens", 16, 19, "year")]),
        ("Boys in their teens left.", [("teens", 13, 19, "year")]),
        ("A man in his late 30s or early 40s left.", [("late 30s or early 40s", 36, 44, "year")]),
        ("Men in their 20s and 30s left.", [("20s and 30s", 20, 39, "year")]),
        ("He is in his mid to late 50s.", [("mid to late 50s", 53, 59, "year")]),
        ("In the 1950s, in her 1950s home, in his 25s.", []),
        ("A 16yo fell.", [("16yo", 16, 16, "year")]),
        ("A three-week-old baby, aged six weeks.", [("three-week-old", 3, 3, "week"), ("six weeks", 6, 6, "week")]),
        (
            "The 2-, 3- and 4-year-olds left.",
            [("2", 2, 2, "year"), ("3", 3, 3, "year"), ("4-year-olds", 4, 4, "year")],
        ),
    ],
)
def test_ages_in_other_forms(text, found):
    assert [(q.text, q.low, q.high, q.unit) for q in find_quantities(text) if q.kind == "age"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is 5'10\" tall.", [("5'10\"", 5.83)]),
        ("He is 5’10” tall.", [("5’10”", 5.83)]),
        ("A 6-foot-2 man left.", [("6-foot-2", 6.17)]),
        ("A 6-foot-2-inch man left.", [("6-foot-2-inch", 6.17)]),
        ("About 5'1\" tall.", [("About 5'1\"", 5.08)]),
        ("The 6-foot 40 men built.", [("6-foot", 6.0), ("40", 40.0)]),
        ("A 10- or 12-mile road.", [("10", 10.0), ("12-mile", 12.0)]),
        ("Two- and three-bedroom flats.", []),
        ("A .38 pistol and a .45.", []),
        ("It fell .5 percent.", [(".5 percent", 0.5)]),
    ],
)
def test_heights_and_numbers_whose_unit_follows(text, found):
    assert [(q.text, round(q.value, 2)) for q in find_quantities(text)] == found


def test_a_number_used_as_a_name_once_is_one_throughout():
    text = "The Boeing 787 is new. They bought 20 of the larger 787 planes."
    assert [q.value for q in find_quantities(text)] == [20]


@pytest.mark.parametrize(
    ("text", "score", "counted"),
    [
        ("They won 3-1.", "3-1", None),
        ("The panel voted 5-4 for it.", "5-4", "votes"),
        ("A 1-2 loss hurt.", "1-2", None),
        ("Guests lost by three goals to one.", "three goals to one", None),
        ("It was carried by 61 votes to 58.", "61 votes to 58", "votes"),
        ("The bench split four to three.", "four to three", "votes"),
        ("The chamber voted by 19 to 12 to adjourn.", "19 to 12", "votes"),
        ("A five-four ruling ended it.", "five-four", "votes"),
        ("The motion had seven in favour and two against.", "seven in favour and two", "votes"),
        ("Eleven voted for it, nine voted against.", "Eleven voted for it, nine", "votes"),
    ],
)
def test_scores(text, score, counted):
    found = only(text)
    assert (found.kind, found.text, found.value, found.counted) == ("score", score, None, counted)


@pytest.mark.parametrize(
    "text",
    [
        "Room P200 was shut.",
        "The N95 mask is back.",
        "The K45 runs past it.",
        "At COP 29 they met.",
        "Vitamin K 2 million times.",
        "The TOP 10 of 2024.",
    ],
)
def test_letters_before_a_number_that_are_no_money(text):
    assert all(q.kind != "money" for q in find_quantities(text))


@pytest.mark.parametrize(
    "text",
    [
        "The shop opens from nine to six.",
        "The share rose from 9 to 6.5.",
        "Two for the road, three for luck.",
        "It is six against nine in the league of towns.",
        "Plans for two stands, four goals and against all hope.",
    ],
)
def test_what_is_no_score(text):
    assert all(q.kind != "score" for q in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("12 people were killed.", ["people killed"]),
        ("Two dead, six hurt.", ["people killed", "people injured"]),
        ("It left three men dead and five others wounded.", ["people killed", "people injured"]),
        ("The blast killed 12.", ["people killed"]),
        ("The blast hit, killing at least 12 and injuring 40 others.", ["people killed", "people injured"]),
        ("He killed four and wounded two others.", ["people killed", "people injured"]),
        ("The death toll rose to 31.", ["people killed"]),
        ("Three were shot and killed.", ["people killed"]),
        ("Five men were shot, one fatally.", ["men", "people killed"]),
        ("12 people were not hurt.", ["people"]),
        ("It left three women and two men dead.", ["women", "men"]),
        ("The blast killed 3 young women and two men.", ["young women", "men"]),
        ("Nine other officers and two civilians were hurt.", [None, "civilians"]),
        ("Two women and a dog were killed.", ["women"]),
        ("The blast killed two men and three were hurt.", ["people killed", "people injured"]),
        ("The blast killed two men and injured three women.", ["people killed", "people injured"]),
        ("Two were critically wounded.", [None]),
        ("A man was killed 12 miles away.", [None]),
        ("A mother of two was killed.", ["children"]),
        ("The father-of-three, a baker, was hurt.", ["children"]),
        ("They buried Mother of 13 Zita Holm and a father of six young girls.", ["children", "young girls"]),
        ("A grandmother of five ran.", ["grandchildren"]),
        ("They bought 20 new tankers.", ["new tankers"]),
        ("It will cut 2,000 jobs in May.", ["jobs"]),
        ("Tens of thousands of people marched.", ["people"]),
    ],
)
def test_what_is_counted(text, counted):
    assert [q.counted for q in find_quantities(text)] == counted


def test_numbers_inside_dates_are_left_out_but_ages_stay():
    text = "The 16-year-old waited two days for 3 goats."
    dates = [
        When(text=text[s:e], span=Span(start=s, end=e), basis="stated", start=date(2025, 1, 1), end=date(2025, 1, 2))
        for s, e in ((4, 11), (text.index("two"), text.index("two") + 8))
    ]
    assert [q.text for q in find_quantities(text, dates)] == ["16-year-old", "3"]


WORDS = [
    "12",
    "3.5",
    "1,000",
    "one",
    "two",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "half",
    "and",
    "between",
    "at least",
]
UNITS = [
    "killed",
    "people",
    "injured",
    "dead",
    "year",
    "old",
    "June",
    "Boeing",
    "th",
    "m",
    "bn",
    "over",
    "feet",
    "inches",
]
PIECES = st.sampled_from([*WORDS, *UNITS, "a", "to", " ", "\n", "\n\n", *"-–/:.,()$%€½²٣"])


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_spans_that_match_and_sane_intervals(text):
    found = find_quantities(text)
    for q in found:
        assert text[q.span.start : q.span.end] == q.text
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.kind == "score" or any(v is not None for v in (q.value, q.low, q.high))
        assert all(v is None or abs(v) < float("inf") for v in (q.value, q.low, q.high))
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def steps(text):
    """Calls that the search makes, Python's and C's."""
    count = 0

    def watch(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(watch)
    try:
        find_quantities(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "on ",
        "(",
        "1.",
        "1,",
        "1,000",
        "1-",
        "1/",
        "1:",
        "$",
        "one ",
        "a ",
        "and ",
        "hundred ",
        "two dozen ",
        "A1 ",
        "A 1 ",
        "the 5 ",
        "½",
        "5 - ",
    ],
)
def test_work_grows_in_step_with_the_text(unit):
    find_quantities("1 one $5")
    small, large = (steps((unit * n)[:n]) for n in (1500, 3000))
    assert large <= 2.2 * small + 300
    find_quantities((unit * 50_000)[:50_000])
