"""Offices, their table, and a user's own."""

import json
import re

import pytest

from factcheck.entities.jurisdictions import jurisdiction_name, jurisdiction_phrases, plain, within
from factcheck.entities.offices import office_table


def test_the_built_in_table_is_read_once():
    assert office_table() is office_table(())


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Secretary of Defense", "us-secretary-of-defense"),
        ("U.S. Secretary of War", "us-secretary-of-defense"),
        ("Defence Secretary", "gb-defense-secretary"),
        ("British Defence Secretary", "gb-defense-secretary"),
        ("former national security adviser", "us-national-security-adviser"),
        ("Secretary of State", "us-secretary-of-state"),
        ("DHS Secretary", "us-secretary-of-homeland-security"),
        ("Indian External Affairs Minister", "in-foreign-minister"),
        ("Russian Defense Minister", "ru-defense-minister"),
        ("President", "president"),
        ("South Korean President", "kr-president"),
        ("Kenyan President", "president"),
        ("Utah governor", "governor"),
        ("Sen.", "us-senator"),
        ("World Health Organization director-general", "who-director-general"),
        ("Brig. Gen.", "military-brigadier-general"),
        ("Acme chief financial officer", "chief-financial-officer"),
        ("baker", None),
        ("state senator", None),
        ("vice president of marketing", None),
        ("", None),
    ],
)
def test_the_office_of_a_title(title, office):
    found = office_table().find(title)
    assert (found.office.id if found else None) == office


def test_every_row_is_sound():
    table = office_table()
    assert table.as_of is not None
    for row in (*table.offices.values(), *table.organizations.values()):
        assert row.source, row
        assert row.licence, row
        assert row.names, row
    for office in table.offices.values():
        assert office.organization is None or office.organization in table.organizations, office
        assert office.family is None or office.family in table.offices, office
        assert all(other in table.offices for other in office.implies), office
        if office.jurisdiction:
            jurisdiction_name(office.jurisdiction)


def test_official_names_lead_to_their_office():
    table = office_table()
    for office in table.offices.values():
        for official in office.names:
            match = table.find(official.name)
            assert match is not None, official
            assert office.id == match.office.id or office.family in (match.office.family, match.office.id), official


TOML = """
[[organizations]]
id = "acme"
names = [{ name = "Acme Corporation" }]
aliases = ["Acme"]
[[offices]]
id = "acme-steward"
names = [{ name = "Keeper of the Works" }, { name = "Steward of the Works", since = 2024-03-01, status = "secondary" }]
organization = "acme"
leads = true
source = "the company's charter"
licence = "CC0-1.0"
"""


def test_a_users_table_is_merged_over_the_built_in_one(tmp_path):
    toml, other = tmp_path / "own.toml", tmp_path / "own.json"
    toml.write_text(TOML, encoding="utf-8")
    row = {
        "id": "us-border-czar",
        "names": [{"name": "Border Coordinator", "since": "2025-01-20"}],
        "jurisdiction": "us",
    }
    other.write_text(json.dumps({"offices": [row]}), encoding="utf-8")
    table = office_table((toml, other))
    match = table.find("Steward of the Works")
    assert match is not None
    assert (match.office.id, match.name, match.office.licence) == ("acme-steward", 1, "CC0-1.0")
    assert table.find("head of Acme").office == match.office
    assert table.offices["us-border-czar"].names[0].name == "Border Coordinator"
    assert table.find("Secretary of Energy") is not None


ROW = '{"offices": [{"id": "x", "names": [{"name": "Keeper"}], %s}]}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", "the table: input should be a valid dict"),
        ("[" * 100_000, "it is nested too deeply"),
        ('{"offices": 3}', "offices: input should be a valid list"),
        ('{"offices": [3]}', "offices.0: input should be a valid dictionary"),
        ('{"offices": [{"id": "x"}]}', "offices.0.names: field required"),
        ('{"offices": [{"id": ["x"], "names": [{"name": "Keeper"}]}]}', "offices.0.id: input should be a valid string"),
        ('{"offices": [{"id": "x", "names": [{}]}]}', "offices.0.names.0.name: field required"),
        ('{"organizations": [{"id": "x", "names": []}]}', "organizations.0.names: list should have at least 1 item"),
        ('{"sources": []}', "sources: input should be a valid dictionary"),
        (ROW % '"aliases": [3]', "offices.0.aliases.0: input should be a valid string"),
        (ROW % '"kind": "throne"', "offices.0.kind: input should be 'office'"),
        (ROW % '"jurisdiction": {}', "offices.0.jurisdiction: input should be a valid string"),
        (ROW % '"jurisdiction": "zz"', "offices.0.jurisdiction: value error, no country or state has the code 'zz'"),
        ('{"as_of": "soon"}', "as_of: input should be a valid date"),
    ],
)
def test_a_broken_table_is_refused(tmp_path, text, reason):
    path = tmp_path / "own.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(reason)):
        office_table((path,))


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Department of Defense", "us-dod"),
        ("Pentagon", "us-dod"),
        ("DoD", "us-dod"),
        ("Department of War", "us-dod"),
        ("Justice Department", "us-justice"),
        ("Department of Justice", "us-justice"),
        ("U.N.", "un"),
        ("United Nations", "un"),
        ("Acme Holdings", None),
    ],
)
def test_the_organization_of_a_phrase(name, organization):
    assert office_table().phrases.get(plain(name), (None,))[0] == organization


def test_jurisdictions():
    phrases = jurisdiction_phrases()
    assert phrases["us"] == "us"
    assert phrases["french"] == "fr"
    assert phrases["ark"] == "us-ar"
    assert within("us-ar", "us")
    assert not within("us", "us-ar")
    assert jurisdiction_name("gb") == "United Kingdom"
    with pytest.raises(KeyError):
        jurisdiction_name("zz")
