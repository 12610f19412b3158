"""Names of places in a text, and whether two of them can be one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.places import can_be_one, is_region
from factcheck.extraction.document import Document
from factcheck.extraction.places import find_places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Osterby.", ["Osterby"]),
        ("In Porto, ferries stopped.", ["Porto"]),
        ("They met at Quarry Lane near the Dunmore Mill.", ["Quarry Lane", "Dunmore Mill"]),
        ("A film about Osterby opened off Kestrel Point.", ["Kestrel Point"]),
        ("They rallied outside the Ministry of Culture.", []),
        ("She works at Reuters in Lisbon.", ["Lisbon"]),
        ("The village of Tarn flooded.", ["Tarn"]),
        ("Ferries sailed to the port of Tarn.", ["Tarn"]),
        ("They walked along the river Tarn.", ["Tarn"]),
        ("They drove through the Halden district.", ["Halden"]),
        ("They met in St. Ives.", ["St. Ives"]),
        ("They spoke of Halden.", []),
        ("It happened at Northwest 64th Street.", []),
        ("The hall stands in North Tarn.", ["North Tarn"]),
        ("They met in March.", []),
        ("They met in English.", []),
        ("They met near Nora Quill.", []),
        ("They met near Dr. Quill.", []),
        ("They met on a quay.", []),
        ("Osterby won.", []),
        ("Two Men Hurt in House Party Fight Near Osterby\n\nA fight broke out near Osterby.", ["Osterby", "Osterby"]),
        ("Two Men Hurt in House Party Fight Near Osterby\n\nA fight broke out.", []),
        ("They met in SHOCK.", []),
        ("They met in NYC.", ["NYC"]),
        ("They crashed on Highway 40 near Tarn.", ["Tarn"]),
        ("They live in Ward 7.", []),
        ("It was put at P312 million.", []),
        ("It was sold at RM2,300 in Tarn.", ["Tarn"]),
        ("A man was charged in Amari's killing.", []),
        ("They met in Halden's harbour.", ["Halden"]),
        ("They met in Halden's old town.", ["Halden"]),
        ("They met in Halden's Kestrel Park.", ["Halden"]),
        ("They met near Highway 40 on Sunday.", []),
        ("The line ends at Sector 9.", []),
        ("In Osterby 40 goats fled.", ["Osterby"]),
        ("A mass was said in Nora's honour.", []),
        ("He held it in Tamsin's name.", []),
        ("They met in Osterby's old town.", ["Osterby"]),
        ("Man Sought in Fatal Stabbing\n\nPolice on Monday sought a man in the fatal stabbing.", []),
        ("They told of Suspect Sought in Fatal Stabbing. A fatal stabbing it was.", []),
        ("He served in Desert Storm and in World War II.", []),
        ("She played at the World Cup in Osterby.", ["Osterby"]),
        ("The geese flew from Osterby to Halden.", ["Osterby", "Halden"]),
        ("The crew are from Halden.", ["Halden"]),
        ("He took it from Halden.", ["Halden"]),
        ("He heard it from Halden.", []),
        ("Snow fell in Halden. He heard it from Halden.", ["Halden", "Halden"]),
        ("Snow fell in Halden. The convoy reached Halden.", ["Halden", "Halden"]),
        ("The convoy reached Halden.", []),
        ("The mill lies on the outskirts of Osterby.", ["Osterby"]),
        ("They parked on the Fuller Lane car park.", ["Fuller Lane car park"]),
        ("They sang in the Kestrel Court.", ["Kestrel Court"]),
        ("They sang in the museum's old Kestrel Hall.", ["Kestrel Hall"]),
        ("It was ordered by the Kestrel Court.", []),
        ("They met at the Acacia Hotel, Osterby, on Monday.", ["Acacia Hotel", "Osterby"]),
        ("They met in Osterby and Halden.", ["Osterby", "Halden"]),
        ("The Osterby-based firm shut.", ["Osterby"]),
        ("He praised Osterby, a fishing village near the cape.", ["Osterby"]),
        ("He praised Osterby, where it rained.", ["Osterby"]),
        ("The barge sank below Tolland Bridge.", ["Tolland Bridge"]),
        ("She was taken to St. Olave's Hospital on Friday.", ["St. Olave's Hospital"]),
        ("They met at Queen's College Hospital in Osterby.", ["Queen's College Hospital", "Osterby"]),
        ("The boy lies in Children's Hospital.", ["Children's Hospital"]),
        ("They met in Norway's Grand Hotel.", ["Norway"]),
    ],
)
def test_places_by_what_stands_around_them(text, found):
    assert [place.text for place in find_places(Document(text))] == found


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Osterby", "Osterby", True),
        ("Osterby", "North Osterby", True),
        ("the Port of Osterby", "Osterby", True),
        ("Osterby-Vale", "Vale", True),
        ("Osterby", "Westhaven", False),
        ("San Tirso", "San Telmo", False),
        ("Åsgård", "asgard", True),
        ("Lisbon", "Portugal", True),
        ("Spain", "Portugal", False),
        ("Mill Road", "Osterby", True),
        ("Mill Road", "Mill Street", True),
        ("Mill Road", "Quarry Road", False),
        ("Mill Road", "Mill Road School", True),
        ("Dunmore Hospital", "Westhaven Hospital", False),
        ("Dunmore Hospital", "Westhaven Prison", False),
        ("Dunmore Hotel", "Dunmore House", True),
        ("Dunmore Hospital", "Westhaven University", True),
    ],
)
def test_one_place(a, b, one):
    assert can_be_one(a, b) is can_be_one(b, a) is one


NAMES = st.lists(st.sampled_from(["Osterby", "Mill", "Road", "Spain", "San-Telmo", "the", "Hospital"])).map(" ".join)


@given(NAMES | st.text(max_size=9), NAMES | st.text(max_size=9))
def test_a_part_of_a_name_excludes_nothing_and_order_changes_nothing(a, b):
    assert can_be_one(a, b) is can_be_one(b, a)
    assert can_be_one(a, f"{a} {b}")
    assert can_be_one(a, "")


PARTS = ["in", "at", "the", "village of", "Osterby", "May", "Nora Quill", ".", "\n", "St.", "to", "road", "Dr."]


@given(st.text() | st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_text_is_read_and_positions_hold(text):
    found = find_places(Document(text))
    assert all(text[place.span.start : place.span.end] == place.text for place in found)
    edges = [edge for place in found for edge in (place.span.start, place.span.end)]
    assert edges == sorted(edges)


@pytest.mark.parametrize(("name", "region"), [("the Americas", True), ("West Africa", True), ("Osterby", False)])
def test_regions_of_the_world(name, region):
    assert is_region(name) is region
