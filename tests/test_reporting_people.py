"""People of a report: who is one, which titles they are given, what is known of their offices."""

from datetime import date

import pytest

from factcheck import Settings
from factcheck.models import Article, Claim, Group, Interval, Passage, Speaker, Title
from factcheck.reporting.index import Index
from factcheck.reporting.people import People
from factcheck.reporting.report import Provenance, Report
from sample import COURIER, LEDGER, POST, STANDARD, WIRE, sample

DAY = Interval(start=date(2025, 10, 1), end=date(2025, 10, 1))


def report(*given, groups=(), offices=()):
    """A report of one article for each (name, title, status) or (name, None): somebody says something there."""
    articles, claims = [], []
    for number, (name, title, *status) in enumerate(given):
        text = f"{title or ''} {name} spoke. No {number}."
        article = Article(source=f"Outlet {number}", text=text, published=DAY)
        start = text.index(name)
        claims.append(
            Claim(
                id=Claim.key(article.id, "indirect", start, len(text)),
                article_id=article.id,
                form="indirect",
                content=Passage.cut(text, start, len(text)),
                speaker=Speaker(
                    name=name, mention=Passage.cut(text, start, start + len(name)), resolved_by="name", confidence=0.9
                ),
                title=title
                and Title(
                    **Passage.cut(text, 0, len(title)).model_dump(),
                    head=title.split()[-1].lower(),
                    status=(status or ["current"])[0],
                ),
            )
        )
        articles.append(article)
    return Report(
        provenance=Provenance(version="0", settings=Settings(offices=offices), inputs=(), left_out=()),
        articles=tuple(articles),
        claims=tuple(claims),
        groups=tuple(
            Group(id=f"person:{n}", topic="person", claims=tuple(claims[k].id for k in own))
            for n, own in enumerate(groups)
        ),
        conflicts=(),
        agreements=(),
    )


def listed(*given, **more):
    return People(Index(report(*given, **more))).listed


def test_the_titles_of_a_person():
    first = People(Index(sample())).listed[0]
    assert first.name == "Ines Corvane"
    assert [(h.title, h.status, h.outlets) for h in first.titles] == [
        ("acting harbour master", "acting", [WIRE.source, COURIER.source]),
        ("harbour master", "current", [STANDARD.source, LEDGER.source]),
        ("harbour director", "current", [POST.source]),
    ]
    assert (first.statements, len(first.conflicts)) == (11, 5)
    assert first.outlets == sorted((WIRE.source, COURIER.source, STANDARD.source, LEDGER.source, POST.source))


@pytest.mark.parametrize(
    ("given", "groups", "names"),
    [
        pytest.param((("Tomas Weyl", "mayor"), ("Tomas Weyl", "mayor")), (), ["Tomas Weyl"], id="full name"),
        pytest.param((("Tomas Weyl", "mayor"), ("Tomas Weyl", None)), (), ["Tomas Weyl"], id="no title there"),
        pytest.param((("Weyl", "mayor"), ("Weyl", "judge")), (), ["Weyl", "Weyl"], id="a surname is its article's"),
        pytest.param((("Weyl", "mayor"), ("Tomas Weyl", "mayor")), ((0, 1),), ["Tomas Weyl"], id="found to be one"),
        pytest.param((("Thomas Weil", "mayor"), ("Tomas Weyl", "mayor")), ((0, 1),), ["Thomas Weil"], id="spellings"),
        pytest.param((("Tomas\xa0Weyl", "mayor"), ("Tomas Weyl", "mayor")), ((0, 1),), ["Tomas Weyl"], id="spaces"),
        pytest.param((("Tomas Weyl", None), ("Odile Brandt", "mayor")), (), ["Odile Brandt"], id="no title, no entry"),
    ],
)
def test_who_is_one(given, groups, names):
    found = listed(*given, groups=groups)
    assert [person.name for person in found] == names
    assert len({person.id for person in found}) == len(found)


def test_an_id_outlasts_other_articles():
    before = listed(("Tomas Weyl", "mayor"))
    after = listed(("Odile Brandt", "judge"), ("Tomas Weyl", "captain"), ("Tomas Weyl", None))
    assert before[0].id in {person.id for person in after}


def test_titles_of_one_office_in_one_standing_are_one():
    (person,) = listed(
        ("Pia Osk", "Defense Secretary"),
        ("Pia Osk", "Secretary of Defense"),
        ("Pia Osk", "Secretary of War"),
        ("Pia Osk", "former Secretary of Defense", "former"),
    )
    assert [(h.title, h.wordings, h.status) for h in person.titles] == [
        ("Secretary of Defense", ["Defense Secretary"], "current"),
        ("former Secretary of Defense", [], "former"),
        ("Secretary of War", [], "current"),
    ]


def test_an_office_comes_with_its_dated_names():
    (person,) = listed(("Pia Osk", "Secretary of War"))
    (known,) = person.offices
    later = [*known.office.names[1:], *known.organization.names[1:]]
    assert [(name.name, name.since, name.status) for name in later] == [
        ("Secretary of War", date(2025, 9, 5), "secondary"),
        ("Department of War", date(2025, 9, 5), "secondary"),
    ]


def test_a_table_that_is_gone_leaves_the_built_in_one(tmp_path):
    (person,) = listed(("Pia Osk", "Secretary of State"), offices=(tmp_path / "gone.toml",))
    assert [known.office.id for known in person.offices] == ["us-secretary-of-state"]


def test_a_table_of_ones_own_is_used(tmp_path):
    table = tmp_path / "own.toml"
    table.write_text('[[offices]]\nid = "locks"\nnames = [{ name = "Keeper of the Locks" }]\n', encoding="utf-8")
    (person,) = listed(("Pia Osk", "Keeper of the Locks"), offices=(table,))
    assert [known.office.id for known in person.offices] == ["locks"]


def test_people_of_a_conflict():
    index = Index(sample())
    people = People(index)
    for conflict in index.report.conflicts:
        named = {claim.speaker.name for s in conflict.sides for c in s.claims if (claim := index.claims[c]).speaker}
        told = {spelling for person in people.of(conflict) for spelling, _ in person.spellings}
        assert named <= told
        assert all(conflict in person.conflicts for person in people.of(conflict))
