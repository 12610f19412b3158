"""The pictures' numbers: who disagrees with whom, what came when, who is called what."""

from datetime import date

import pytest

from factcheck.models import Article, Group
from factcheck.reporting.charts import LANES, PLOT, matrix, people, timeline
from factcheck.reporting.index import Index, count, day, letter, percent
from sample import ARTICLES, COURIER, LEDGER, POST, STANDARD, WIRE, sample

INDEX = Index(sample())


def pairs(found):
    return {(found.names[c.row], found.names[c.column]): c.number for c in found.cells}


def test_matrix_counts_both_ways_and_no_copies():
    found = pairs(matrix(INDEX))
    assert found[LEDGER.source, POST.source] == 9
    assert found[POST.source, LEDGER.source] == 9
    assert found[WIRE.source, LEDGER.source] == 2
    assert (STANDARD.source, LEDGER.source) not in found
    assert not [pair for pair in found if COURIER.source in pair]


def test_timeline():
    found = timeline(INDEX)
    lanes = {lane.name: [(dot.day.day, dot.x, dot.published) for dot in lane.dots] for lane in found.lanes}
    assert lanes[LEDGER.source] == [(13, 0.0, False), (14, PLOT / 2, True)]
    assert lanes[POST.source] == [(14, PLOT / 2, False), (15, PLOT, True)]
    assert {lane.name: lane.undated for lane in found.lanes if lane.undated} == {STANDARD.source: 1}
    assert found.ticks == ((0.0, date(2024, 3, 13)), (PLOT / 2, date(2024, 3, 14)), (PLOT, date(2024, 3, 15)))


def test_no_picture_where_there_is_nothing_to_draw():
    bare = sample().model_copy(update={"conflicts": (), "articles": (STANDARD,), "claims": ()})
    assert matrix(Index(bare)) is None
    assert timeline(Index(bare)) is None
    assert people(Index(bare)) == []


def test_pictures_say_what_they_leave_out():
    many = tuple(
        Article(source=f"Outlet {n}", text=f"{n}", published=ARTICLES[n % 4].published) for n in range(LANES + 3)
    )
    found = timeline(Index(sample().model_copy(update={"articles": many, "claims": ()})))
    assert (len(found.lanes), found.omitted) == (LANES, 3)


def test_people_with_most_titles_first():
    first = people(INDEX)[0]
    assert first.name == "Ines Corvane"
    assert first.titles == (
        ("acting harbour master", (WIRE.source, COURIER.source)),
        ("harbour master", (STANDARD.source, LEDGER.source)),
        ("harbour director", (POST.source,)),
    )


def test_a_person_of_two_names_is_one():
    report = sample()
    first, second, *_ = [claim for claim in report.claims if claim.speaker and claim.speaker.name == "Ines Corvane"]
    short = second.model_copy(
        update={
            "title": (first.title or second.title),
            "speaker": second.speaker.model_copy(update={"name": "Corvane"}),
        }
    )
    claims = (first, short)
    told = report.model_copy(update={"claims": claims, "groups": ()})
    joined = Group(id="person:corvane", topic="person", claims=tuple(sorted((first.id, short.id))))
    apart = {p.name for p in people(Index(told))}
    assert apart <= {"Ines Corvane", "Corvane"}
    assert "Corvane" in apart
    assert [p.name for p in people(Index(told.model_copy(update={"groups": (joined,)})))] == ["Ines Corvane"]


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters(number, name):
    assert letter(number) == name


@pytest.mark.parametrize(("share", "shown"), [(0, "0%"), (0.5, "50%"), (0.994, "99%"), (0.9999, "99%"), (1, "100%")])
def test_percent_is_never_rounded_up_to_certainty(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(("number", "words"), [(0, "0 copies"), (1, "1 copy"), (2000, "2,000 copies")])
def test_count(number, words):
    assert count(number, "copy", "copies") == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-03-14", "2024-03-14", "14 March 2024"),
        ("2024-03-14", "2024-03-16", "14 to 16 March 2024"),
        ("2024-03-30", "2024-04-02", "30 March to 2 April 2024"),
        ("2023-12-31", "2024-01-01", "31 Dec 2023 to 1 Jan 2024"),
    ],
)
def test_day(first, last, words):
    interval = type(LEDGER.published)(start=date.fromisoformat(first), end=date.fromisoformat(last))
    assert day(interval) == words
    assert day(None) == "undated"
