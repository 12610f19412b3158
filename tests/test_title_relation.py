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
