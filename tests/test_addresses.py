"""Addresses: where one is found, its parts, which two can be one, and which two in one story disagree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.entities.addresses import Address, Street, are_near, can_be_one, parse
from factcheck.extraction.addresses import find_addresses
from pages import article


def street(name, kind="", direction=""):
    return Street(name, kind, direction)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It burned in the 4100 block of N. Quarry Street.", ["4100 block of N. Quarry Street"]),
        ("It burned in the 4100-block of Quarry.", ["4100-block of Quarry"]),
        ("It burned in the 400 South block of Quarry Ave., she said.", ["400 South block of Quarry Ave."]),
        ("It burned in the 1600 and 1700 blocks of Elm.", ["1600 and 1700 blocks of Elm"]),
        ("It burned in the unit block of K Street NW on Monday.", ["unit block of K Street NW"]),
        ("It burned in the 7200 block of Ohio 61 in Tarn.", ["7200 block of Ohio 61"]),
        ("They live at 18 Quarry Lane.", ["18 Quarry Lane"]),
        ("They live at No. 18, Quarry Lane.", ["No. 18, Quarry Lane"]),
        ("They live at flat 3, 18 Quarry Terrace.", ["18 Quarry Terrace"]),
        ("They live at 221C Tanner Street.", ["221C Tanner Street"]),
        ("They live at 12/4 MG Road.", ["12/4 MG Road"]),
        ("It opened at 612 W. Harlan.", ["612 W. Harlan"]),
        ("It opened near 90 Broadway.", ["near 90 Broadway"]),
        ("It opened at 30-32 Mill Street.", ["30-32 Mill Street"]),
        ("The bus hit a wall on Mill Road.", ["Mill Road"]),
        ("The bus hit a wall on Highway 40.", ["Highway 40"]),
        ("The bus hit a wall on Northwest 64th Street.", ["Northwest 64th Street"]),
        ("The bus hit a wall along Martin Luther King Jr. Drive.", ["Martin Luther King Jr. Drive"]),
        ("The bus hit a wall at Fifth and Main.", ["Fifth and Main"]),
        ("The bus hit a wall at 38th & Garnet on Sunday.", ["38th & Garnet"]),
        ("The bus hit a wall at Mill Road and Lock Street.", ["Mill Road and Lock Street"]),
        ("The bus hit a wall at Mill and Lock streets.", ["Mill and Lock streets"]),
        ("It stood at the corner of Mill and Lock.", ["corner of Mill and Lock"]),
        ("It stood at the intersection of Highway 9 and Lock Road.", ["intersection of Highway 9 and Lock Road"]),
        ("It stood on Mill Road near Lock Street.", ["Mill Road"]),
        ("It stood at 18 Mill Street inside the old wall.", ["18 Mill Street"]),
        ("Shutters came down along busy Mill Road and on Lock Street.", ["Mill Road", "Lock Street"]),
        ("He talked of central Mill Road.", []),
        (
            "The shop on the corner sold out, people in the queue said, before rain set in on Mill Ave. and W. 5th St.",
            ["Mill Ave. and W. 5th St."],
        ),
        ("It stood in the 900 block of Mill Road, just off Lock Street.", ["900 block of Mill Road"]),
        ("They closed Mill Road between Lock Street and Elm Street.", []),
        ("The Mill Road bridge fell.", []),
        ("They met near Mill Road School.", []),
        ("They met on Mill Road Monday.", ["Mill Road"]),
        ("9 Supreme Court judges sat.", []),
        ("They asked 14 Harlan Park residents.", []),
        ("They asked 5 Mill Street shops.", []),
        ("In 2014 Mill Street flooded.", []),
        ("The 30th and 31st matches were lost.", []),
        ("Nora Quill and Jon Mill met.", []),
        ("They sailed from Port St. Tirso.", []),
        ("Dr. Quill met Mr. Lane.", []),
        ("They walked three blocks of houses.", []),
        ("Osterby, WI 53711", []),
        ("Call 608-555-0142.", []),
    ],
)
def test_addresses_by_their_words_and_what_stands_around(text, found):
    assert [address.text for address in find_addresses(text)] == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("4100 block of N. Quarry Street", Address(street("quarry", "street", "n"), 4100, 4199)),
        ("near the 4100 block of Quarry St.", Address(street("quarry", "street"), 4000, 4299)),
        ("first block of Quarry Rd", Address(street("quarry", "road"), 1, 99)),
        ("18 Fifth Ave.", Address(street("5th", "avenue"), 18, 18)),
        ("near 18 Fifth Ave", Address(street("5th", "avenue"), 8, 28)),
        ("30-32 Mill Lane", Address(street("mill", "lane"), 30, 32)),
        ("84-12 Mill Lane", Address(street("mill", "lane"), 8412, 8412)),
        ("St. Olave's Road", Address(street("st olaves", "road"))),
        ("I-94", Address(street("94", "highway"))),
        ("State Route 9", Address(street("9", "highway"))),
        ("Avenue C", Address(street("c", "avenue"))),
        ("14th Street Northwest", Address(street("14th", "street", "nw"))),
        ("Dr. MLK Jr. Blvd", Address(street("martin luther king", "boulevard"))),
        ("Mill and Lock streets", Address(street("mill", "street"), 0, 0, street("lock", "street"))),
        ("W. 5th St. and Mill Ave.", Address(street("5th", "street", "w"), 0, 0, street("mill", "avenue"))),
        ("Osterby", None),
        ("Harlan Square", None),
        ("", None),
    ],
)
def test_the_parts_of_an_address(text, parts):
    assert parse(text) == parts


@pytest.mark.parametrize(
    ("a", "b", "one", "near"),
    [
        ("202 Mill Drive", "200 block of Mill Drive", True, True),
        ("202 Mill Drive", "204 Mill Drive", False, True),
        ("202 Mill Drive", "near 204 Mill Drive", True, True),
        ("1700 block of Mill", "1800 block of Mill", False, True),
        ("1700 block of Mill", "near the 1800 block of Mill", True, True),
        ("1700 block of Mill Road", "1700 block of N. Mill", True, True),
        ("1700 block of S. Mill Road", "1700 block of N. Mill Road", False, True),
        ("1700 block of Mill Road", "1700 block of Mill Street", False, True),
        ("1700 block of Mill Road", "1700 block of Lock Road", False, False),
        ("1712 Mill Road", "1712 Lock Road", False, True),
        ("Mill Road", "Mill Rd.", True, True),
        ("Mill Road", "Mill Road at Lock Street", True, True),
        ("Mill and Lock streets", "Lock Street and Mill Street", True, True),
        ("Mill and Lock streets", "Mill Street and Elm Street", False, True),
        ("Mill and Lock streets", "Dunmore and Elm streets", False, False),
        ("East 5th and Mill streets", "West 5th and Mill streets", True, True),
        ("300 block of Mill Street", "Mill and Lock streets", True, True),
        ("Saint John's Road", "St Johns Rd", True, True),
        ("Lake Shore Drive", "Lakeshore Drive", True, True),
        ("900 block of Dickens Road", "900 block of Dickins Road", False, True),
        ("Fifth Avenue", "6th Avenue", False, False),
        ("County Road 12", "Highway 12", True, True),
    ],
)
def test_which_addresses_can_be_one_and_which_are_alike(a, b, one, near):
    x, y = parse(a), parse(b)
    assert can_be_one(x, y) is can_be_one(y, x) is one
    assert are_near(x, y) is are_near(y, x) is near


PARTS = [
    "14",
    "1700 block of",
    "Mill",
    "5th",
    "St.",
    "Road",
    "and",
    "near",
    "N.",
    "corner of",
    "Highway 9",
    "\n",
    ",",
    "I",
]


@given(st.text() | st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_text_is_read_and_each_address_found_has_its_parts(text):
    found = find_addresses(text)
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    parsed = [parse(one.text) for one in found]
    assert None not in parsed
    assert all(can_be_one(one, one) for one in parsed)


def places(one, other):
    """The addresses that two articles on one fire give differently, sure ones."""
    told = "The blaze at the cannery in Osterby broke out before dawn on Tuesday, and two watchmen were hurt."
    found = check(*(article(name, f"{told}\n\n{text}") for name, text in (("one", one), ("two", other))))
    return [[side.value for side in conflict.sides] for conflict in found.conflicts if conflict.kind == "place"]


DIFFER = [
    ("The cannery stands in the 4100 block of Quarry Street.", "The cannery is in the 4200 block of Quarry Street."),
    ("Crews were sent to the 900 block of Lock Avenue.", "Crews were called to the 900 block of Lock Street."),
    ("Crews were sent to the 1500 block of East 9th Street.", "Crews arrived at the 1500 block of West 9th Street."),
    ("The cannery stands at 46 Tanner Road.", "The cannery stands at 66 Tanner Road."),
    ("The cannery stands at 46 Tanner Road.", "The cannery stands at 46 Tanner Lane."),
    ("The cannery, at 1312 Harlan Road, was gutted.", "The cannery, at 1312 Orchard Road, was gutted."),
    ("It began at Mill and Lock streets.", "It began at the corner of Mill Street and Elm Street."),
    ("The cannery stands at Ninth and Garnet.", "The cannery stands at Ninth Street and Harlan Avenue."),
    ("Flames rose near Quarry Road and Lock Street.", "Flames rose near Quarry Road and Tanner Street."),
    ("It is at the intersection of Highway 9 and Mill Road.", "It is at the corner of Mill Road and Lock Street."),
    ("The cannery is at 8800 Harlan Square.", "It happened in the 8800 block of Harlan Drive."),
    ("The site is No. 14, Mill Lane.", "The site is No. 41, Mill Lane."),
    ("The factory at 12 Brigade Road was sealed.", "The factory at 21 Brigade Road was sealed."),
    ("Firefighters reached 205 Parramatta Road by six.", "Firefighters reached 250 Parramatta Road by six."),
    ("Gardaí sealed off the yard at 7 Merchant's Quay.", "Gardaí sealed off the yard at 17 Merchant's Quay."),
    ("The shed at 30 Dock Street burned.", "The shed at 300 Dock Street burned."),
    ("Police closed the 600 block of Dickens Avenue.", "Police closed the 600 block of Dickins Avenue."),
    ("The shed lies in the 14600 block of E. 14th Street.", "It lies in the 14500 block of East 14th Street."),
    ("It began in the 2700 block of 5th Avenue North.", "It began in the 2700 block of Fifth Avenue South."),
    ("The shed is on Tanner Street by the canal.", "The shed is on Tanner Avenue by the canal."),
    ("Smoke rose from 77 Broadway.", "Smoke rose from 97 Broadway."),
    ("It stands in the 54000 block of U.S. 41.", "It stands in the 45000 block of U.S. 41."),
    ("The cannery at 19 Quay Road was insured.", "The cannery at 19 Quay Street was insured."),
    ("The hall at 3 Castle Terrace fell in.", "The hall at 8 Castle Terrace fell in."),
    ("Engines lined the 300 block of Harbor Drive.", "Engines lined the 400 block of Harbor Drive."),
    ("The cannery is at W. 16th St. and Mermaid Ave.", "The cannery is at Mermaid Avenue and West 15th Street."),
    ("The cannery stands at 410 N. Vine Street.", "The cannery stands at 410 S. Vine Street."),
    ("The watchmen were found at 4181 Oaks Lane.", "The watchmen were found at 4118 Oaks Lane."),
    ("The cannery is at 55 Linden Crescent.", "The cannery is at 55 Linden Close."),
    ("The fire was at 100 Lock Parade.", "The fire was at 102 Lock Parade."),
    ("It began near 421 River Avenue.", "It began near 471 River Avenue."),
    ("Crews left the 6200 block of Chandler Street.", "Crews left the 2600 block of Chandler Street."),
]

AGREE = [
    ("The cannery stands in the 4100 block of Quarry Street.", "The cannery is at 4118 Quarry Street."),
    ("Crews were sent to the 900 block of Lock Avenue.", "Crews were called to the 900 block of North Lock Ave."),
    ("The cannery stands at 46 Tanner Road.", "The cannery stands on Tanner Road."),
    ("The cannery stands at 46 Tanner Road.", "The cannery stands near 44 Tanner Road."),
    ("It began at Mill and Lock streets.", "It began at the corner of Lock Street and Mill Street."),
    ("It began at Mill and Lock streets.", "It began in the 300 block of Mill Street."),
    ("The cannery stands at Ninth and Garnet.", "The cannery stands at 9th Street and Garnet Avenue."),
    ("It is on Highway 9.", "It is on State Route 9."),
    ("It is on Interstate 94.", "It is along I-94."),
    ("It is on St. John's Road.", "It is on Saint Johns Road."),
    ("It is on MLK Boulevard.", "It is on Martin Luther King Jr. Blvd."),
    ("It is in the 1200 block of I Street SE.", "It is in the 1200 block of I Street Southeast."),
    ("The watchman, Jon Ames, 34, of the 200 block of Elm Street, lives.", "It began in the 300 block of Elm Street."),
    ("A watchman who lived at 12 Elm Street was hurt.", "The cannery is at 40 Elm Street."),
    (
        "It began in the 300 block of Elm Street and spread to the 400 block of Elm Street.",
        "It hit the 400 block of Elm Street.",
    ),
    ("It began at 14 Elm Street. Crews also saved 18 Elm Street.", "Crews saved 18 Elm Street."),
    ("It began at 14 Elm Street.", "It began at 14 Elm Street, flat 3."),
    ("It began on Elm Street.", "It began at Dunmore Mill."),
    ("It began in the 300 block of Elm Street.", "Smoke drifted over to the 900 block of Tanner Road."),
    ("It began on Elm Street near Lock Road.", "It began on Elm Street near Tanner Road."),
    ("It began in the 300 block of Elm.", "It began in the 300 block of Elm Street."),
    (
        "It began in the 300 block of Elm Street, just off Lock Road.",
        "It began in the 300 block of Elm Street, by Mill Road.",
    ),
    ("The cannery is at 221B Tanner Street.", "The cannery is at 221 Tanner Street."),
    ("The cannery is at 30-32 Mill Lane.", "The cannery is at 32 Mill Lane."),
    ("The cannery is at 12/4 Brigade Road.", "The cannery is on Brigade Road."),
    ("The cannery is in Osterby, WI 53711.", "The cannery is in Osterby, WI 53711. Call 608-555-0142."),
    ("Officials said 14 Harlan Park residents fled.", "Officials said 14 Harlan Park residents fled at once."),
    ("It began in the first block of Elm Street.", "It began at 18 Elm Street."),
    ("It began at East 5th and Mill streets.", "It began at West 5th and Mill streets."),
    ("It began in the 1600 and 1700 blocks of Elm Road.", "It began in the 1700 block of Elm Road."),
    ("It began on Lake Shore Drive.", "It began on Lakeshore Drive."),
    ("It began near the 300 block of Elm Street.", "It began in the 400 block of Elm Street."),
    ("The cannery's owner, 61, of 9 Quarry Lane, wept.", "The cannery is at 90 Quarry Lane."),
]


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_addresses_that_are_alike_but_for_a_part_disagree(one, other):
    assert len(places(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_addresses_that_can_both_be_right_do_not(one, other):
    assert places(one, other) == []
