"""How two titles hold together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entities.title_relation import relate

ROWS = [
    ("Secretary of the Interior", "Interior Secretary", "same"),
    ("U.S. Treasury Secretary", "Secretary of the Treasury", "same"),
    ("EPA chief", "EPA Administrator", "same"),
    ("head of the CIA", "Director of the Central Intelligence Agency", "same"),
    ("Canadian Prime Minister", "Prime Minister of Canada", "same"),
    ("Japanese PM", "Prime Minister of Japan", "same"),
    ("Ukrainian President", "President of Ukraine", "same"),
    ("Chinese Premier", "Premier of China", "same"),
    ("Texas Gov.", "governor of Texas", "same"),
    ("Chicago Mayor", "mayor of Chicago", "same"),
    ("Acme CEO", "chief executive of Acme", "same"),
    ("chairwoman", "chairman", "same"),
    ("ex-mayor", "former mayor", "same"),
    ("police chief", "chief of police", "same"),
    ("NATO chief", "Secretary General of NATO", "same"),
    ("SecDef", "Secretary of Defense", "same"),
    ("President", "U.S. President", "same"),
    ("Defence Secretary", "Defense Secretary", "same"),
    ("Defense Secretary", "Secretary of War", "renamed"),
    ("U.S. Secretary of War", "Secretary of Defense", "renamed"),
    ("former Treasury Secretary", "Treasury Secretary", "status"),
    ("interim CEO", "CEO", "status"),
    ("deputy FBI director", "FBI Director", "status"),
    ("Assistant City Manager", "city manager", "status"),
    ("State Health Commissioner", "former health commissioner", "status"),
    ("State Health Commissioner", "former commissioner", "underspecified"),
    ("governor-elect", "governor", "status"),
    ("Energy Secretary nominee", "Secretary of Energy", "status"),
    ("Secretary", "Secretary of Energy", "underspecified"),
    ("the official", "Secretary of Energy", "underspecified"),
    ("lawmaker", "Sen.", "underspecified"),
    ("Adm.", "Chairman of the Joint Chiefs of Staff", "underspecified"),
    ("Senate Majority Whip", "Sen.", "underspecified"),
    ("House Speaker", "Rep.", "underspecified"),
    ("President", "Polish President", "underspecified"),
    ("Attorney General", "Texas Attorney General", "underspecified"),
    ("Iowa Sen.", "Sen.", "underspecified"),
    ("spokesman", "Pentagon spokesman", "underspecified"),
    ("Secretary of State", "Foreign Secretary", "different"),
    ("Secretary of War", "Secretary of the Navy", "different"),
    ("Texas Gov.", "Utah Gov.", "different"),
    ("Lt. Gov.", "Gov.", "different"),
    ("Vice President", "President", "different"),
    ("vice chairman", "chairman", "different"),
    ("Acme CEO", "Initech CEO", "different"),
    ("CIA director", "NSA director", "different"),
    ("Brazilian President", "French President", "different"),
    ("State Department spokesman", "Pentagon spokesman", "different"),
    ("Capt.", "Lt.", "different"),
    ("Minister for Home Affairs", "home affairs minister", "same"),
    ("Archbishop of Lagos", "Lagos archbishop", "same"),
    ("Archbishop of Canterbury", "Bishop of Durham", "different"),
    ("vice-chancellor of the University of Nairobi", "University of Nairobi vice-chancellor", "same"),
    ("chief justice of Kenya", "Kenyan Chief Justice", "same"),
    ("Chief Justice", "Deputy Chief Justice", "status"),
    ("police commissioner", "acting police commissioner", "status"),
    ("Colonel", "Lieutenant Colonel", "different"),
    ("Brig. Gen.", "Brigadier General", "same"),
    ("chief of the army staff", "chief of the air staff", "different"),
    ("Arsenal manager", "Chelsea manager", "different"),
    ("head coach of Ajax", "Ajax head coach", "same"),
    ("head coach", "assistant coach", "different"),
    ("secretary-general of the Red Cross", "Red Cross secretary general", "same"),
    ("general secretary of the Public Workers Union", "deputy general secretary of the Public Workers Union", "status"),
    ("president of the teachers' union", "teachers' union president", "same"),
    ("chief financial officer", "chief operating officer", "different"),
    ("board chair", "chair of the board", "same"),
    ("founder", "chief executive", "underspecified"),
    ("professor of history at Leeds", "history professor at the University of Leeds", "same"),
    ("professor of history", "professor of economics", "different"),
    ("professor emeritus of law", "law professor", "status"),
    ("associate professor of law", "assistant professor of law", "different"),
    ("dean of medicine", "dean of engineering", "different"),
    ("Indian prime minister", "Pakistani prime minister", "different"),
    ("prime minister-designate", "prime minister", "status"),
    ("former Brazilian president", "ex-president of Brazil", "same"),
    ("president-elect of Argentina", "Argentine president", "status"),
    ("Chief Minister of Kerala", "Kerala Chief Minister", "same"),
    ("Chief Minister of Kerala", "Chief Minister of Punjab", "different"),
    ("Chancellor of the Exchequer", "British finance minister", "same"),
    ("Home Secretary", "shadow home secretary", "different"),
    ("German Chancellor", "Chancellor", "underspecified"),
    ("U.S. Ambassador to Japan", "Japanese ambassador to the U.S.", "different"),
    ("U.S. Ambassador to Japan", "American ambassador in Tokyo", "same"),
    ("mayor of Lyon", "deputy mayor of Lyon", "status"),
    ("Cook County sheriff", "Lake County sheriff", "different"),
    ("Harris County District Attorney", "district attorney of Harris County", "same"),
    ("federal judge", "state judge", "different"),
    ("Congresswoman", "U.S. Representative", "same"),
    ("state senator", "U.S. senator", "different"),
    ("Navy Secretary", "Secretary of the Navy", "same"),
    ("Fed chair", "chairman of the Federal Reserve", "same"),
    ("NATO secretary general", "U.N. Secretary-General", "different"),
    ("Pentagon press secretary", "White House press secretary", "different"),
    ("spokesman", "spokeswoman for the mayor's office", "underspecified"),
    ("Secretary of Labor nominee", "nominee for labor secretary", "same"),
    ("head of the Environmental Protection Agency", "EPA administrator", "same"),
    ("EPA chief", "acting EPA administrator", "status"),
    ("goalkeeper", "striker", "different"),
    ("imam of the Central Mosque", "Central Mosque imam", "same"),
    ("Department of War spokesman", "Pentagon spokesman", "renamed"),
    ("Deputy Defense Secretary", "Deputy Secretary of War", "renamed"),
    ("managing editor", "sports editor", "different"),
    ("senior adviser", "adviser", "underspecified"),
    ("Detective Chief Inspector", "DCI", "same"),
    ("Bishop Emeritus of Cork", "Bishop of Cork", "status"),
    ("lead researcher", "researcher", "underspecified"),
    ("rector of Warsaw University", "Warsaw University rector", "same"),
    ("Deputy Inspector General of Police", "Inspector General of Police", "status"),
    ("transport secretary", "secretary of state for transport", "same"),
    ("director of the National Museum", "National Museum director", "same"),
    ("captain", "first officer", "different"),
    ("Crown Prince", "King", "different"),
    ("Under Secretary of Defense for Policy", "Under Secretary of War for Policy", "renamed"),
    ("former Secretary of War", "former Defense Secretary", "renamed"),
    ("party leader", "leader of the party", "same"),
    ("CIA chief", "CIA director", "same"),
    ("Treasury Secretary", "Commerce Secretary", "different"),
    ("Gen.", "Army chief", "underspecified"),
    ("CFO", "chief financial officer", "same"),
    ("Pentagon spokesman", "spokesman for the Department of Defense", "same"),
    ("national security adviser", "deputy national security adviser", "status"),
    ("union boss", "general secretary of the union", "underspecified"),
    ("treasurer of the parish council", "parish council treasurer", "same"),
    ("treasurer of the parish council", "clerk of the parish council", "different"),
    ("Inspector", "Chief Inspector", "different"),
    ("outgoing mayor", "mayor", "status"),
    ("interim head coach", "head coach", "status"),
    ("Minister of Agriculture", "Agriculture and Fisheries Minister", "underspecified"),
    ("Japan's foreign minister", "Japanese Minister for Foreign Affairs", "same"),
    ("Governor of the Bank of England", "Bank of England governor", "same"),
    ("Governor of the Bank of England", "Governor of the Bank of Japan", "different"),
    ("central bank governor", "deputy governor of the central bank", "status"),
    ("MP for Leith", "Leith MP", "same"),
    ("MP for Leith", "MP for Stroud", "different"),
    ("vice president", "president", "different"),
    ("vice president of marketing", "vice president of engineering", "different"),
    ("one-time champion", "former champion", "same"),
    ("regional director for Africa", "Africa regional director", "same"),
    ("country director", "regional director", "different"),
    ("Sergeant", "Staff Sergeant", "different"),
    ("parish priest of St Anne's", "St. Anne's parish priest", "same"),
    ("House Majority Leader", "Senate Majority Leader", "different"),
    ("Republican presidential nominee", "GOP nominee for president", "same"),
    ("ambassador to Chile", "Chilean ambassador", "different"),
    ("U.S. Attorney General", "Texas Attorney General", "different"),
    ("Minister of Justice", "justice minister", "same"),
    ("Dean of St Paul's", "St Paul's Dean", "same"),
    ("chairman of the parents' association", "parents' association chair", "same"),
    ("Norwegian ambassador to Peru", "Norway's ambassador to Peru", "same"),
    ("Norwegian ambassador to Peru", "Norwegian ambassador to Chile", "different"),
    ("head nurse", "nurse", "underspecified"),
    ("chief engineer", "engineer", "underspecified"),
    ("Commander of the Northern Fleet", "Northern Fleet commander", "same"),
    ("Commander of the Northern Fleet", "Commander of the Baltic Fleet", "different"),
    ("Rear Admiral", "Vice Admiral", "different"),
    ("deputy editor", "editor", "status"),
    ("editor of the Post", "Post editor", "same"),
    ("interim president of the university", "president of the university", "status"),
    ("bishop", "archbishop", "different"),
    ("Vice President-elect", "Vice President", "status"),
    ("Secretary of War Pete Hegseth", "Defense Secretary", "renamed"),
    ("Department of Defense official", "Department of War official", "renamed"),
    ("coach of the national team", "national team coach", "same"),
    ("mayor of Porto", "Porto mayor", "same"),
    ("mayor of Porto", "mayor of Braga", "different"),
    ("Attorney General nominee", "Attorney General", "status"),
    ("Labor Secretary", "Secretary of Labor", "same"),
    ("union president", "union treasurer", "different"),
    ("lawyer", "human rights lawyer", "underspecified"),
    ("surgeon", "nurse", "different"),
    ("imam", "priest", "different"),
    ("caretaker manager", "manager", "status"),
    ("MEP", "Member of the European Parliament", "same"),
    ("Governor of Bali", "Bali governor", "same"),
    ("Chief Minister", "Prime Minister", "different"),
    ("German finance minister", "French finance minister", "different"),
    ("NATO chief", "NATO Secretary General", "same"),
    ("owner of the club", "club owner", "same"),
    ("owner of the club", "manager of the club", "underspecified"),
    ("head of communications", "spokeswoman", "underspecified"),
    ("district commissioner", "regional commissioner", "different"),
    ("director of nursing", "director of finance", "different"),
    ("Deputy Sgt.", "Sgt.", "underspecified"),
    ("Poland's ambassador in Lisbon", "Poland's consul general in Porto", "different"),
    ("Grandmaster", "International Master", "different"),
]


@pytest.mark.parametrize(("a", "b", "kind"), ROWS)
def test_relations(a, b, kind):
    assert relate(a, b).kind == kind


@pytest.mark.parametrize(("a", "b", "_kind"), ROWS)
def test_order_changes_nothing(a, b, _kind):
    assert relate(a, b) == relate(b, a)


def test_a_renaming_tells_its_day_and_basis():
    renamed = relate("Secretary of Defense", "Secretary of War").renamed
    assert renamed is not None
    assert renamed.since == date(2025, 9, 5)
    assert "14347" in (renamed.basis or "")


@pytest.mark.parametrize(
    ("when_war", "when_defense", "anachronism"),
    [
        (date(2025, 9, 4), None, True),
        (date(2025, 9, 5), date(2025, 1, 5), False),
        (None, date(2025, 1, 5), False),
        (date(2025, 11, 1), date(2025, 11, 1), False),
    ],
)
def test_the_later_name_before_its_day_is_an_anachronism(when_war, when_defense, anachronism):
    assert relate("Secretary of War", "Defense Secretary", when_war, when_defense).anachronism is anachronism


def test_a_description_uses_neither_name():
    assert relate("Pentagon chief", "Secretary of War").described
    assert not relate("Secretary of Defense", "Secretary of War").described


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_a_title_without_a_crash(a, b):
    assert relate(a, b).kind == relate(b, a).kind


@given(st.text("abcdefghij ", min_size=1, max_size=30))
def test_a_title_is_never_in_conflict_with_itself(title):
    assert relate(title, title).kind in ("same", "underspecified")
