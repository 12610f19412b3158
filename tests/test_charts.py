"""The pictures' numbers: who disagrees with whom, what came when, who is called what on which day."""

from datetime import date, timedelta

import pytest

from factcheck.models import Article
from factcheck.reporting.charts import BESIDE, FIRST, LANES, LAST, LEVELS, REACH, ROWS, WIDTH, career, matrix, timeline
from factcheck.reporting.index import Index, count, day, letter, percent
from factcheck.reporting.people import People
from sample import ARTICLES, COURIER, LEDGER, POST, STANDARD, WIRE, sample

INDEX = Index(sample())
MIDDLE = (FIRST + LAST) / 2


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
    assert lanes[LEDGER.source] == [(13, FIRST, False), (14, MIDDLE, True)]
    assert lanes[POST.source] == [(14, MIDDLE, False), (15, LAST, True)]
    assert {lane.name: lane.undated for lane in found.lanes if lane.undated} == {STANDARD.source: 1}
    assert found.ticks == ((FIRST, date(2024, 3, 13)), (MIDDLE, date(2024, 3, 14)), (LAST, date(2024, 3, 15)))


def test_no_picture_where_there_is_nothing_to_draw():
    bare = sample().model_copy(update={"conflicts": (), "articles": (STANDARD,), "claims": ()})
    assert matrix(Index(bare)) is None
    assert timeline(Index(bare)) is None


def test_pairs_stand_once_with_most_disagreements_first():
    found = matrix(INDEX)
    told = [(found.names[c.row], found.names[c.column], c.number) for c in found.pairs]
    assert told[0] == (POST.source, LEDGER.source, 9)
    assert sum(number for *_, number in told) * 2 == sum(cell.number for cell in found.cells)


def test_a_day_long_before_all_articles_does_not_flatten_the_time_line():
    report = sample()
    old = next(claim for claim in report.claims if claim.said and claim.said.basis == "relative")
    day = min(article.published.start for article in ARTICLES if article.published) - REACH
    for shift, earlier in ((0, 0), (1, 1)):
        said = old.said.model_copy(update={"start": day - timedelta(days=shift), "end": day})
        claims = (old.model_copy(update={"said": said}),)
        lanes = {lane.name: lane for lane in timeline(Index(report.model_copy(update={"claims": claims}))).lanes}
        lane = lanes[INDEX.articles[old.article_id].source]
        assert lane.earlier == earlier
        assert len(lane.dots) == 2 - earlier


def person(name="Ines Corvane", report=None):
    return next(p for p in People(Index(report or sample())).listed if p.name == name)


def test_titles_of_a_person_by_day():
    found = career(person())
    told = {
        row.held.title: [(mark.x, mark.level, INDEX.articles[mark.given.article.id].source) for mark in row.marks]
        for row in found.rows
    }
    assert told == {
        "acting harbour master": [(FIRST, 0, WIRE.source)],
        "harbour master": [((FIRST + BESIDE) / 2, 0, LEDGER.source), (BESIDE + WIDTH, 0, STANDARD.source)],
        "harbour director": [(BESIDE, 0, POST.source)],
    }
    assert found.statuses == ("current", "acting")
    assert found.undated is not None
    assert found.ticks[-1] == (BESIDE, date(2024, 3, 15))


def test_no_career_of_one_mark_or_no_day():
    assert career(person("Odile Brandt")) is None
    undated = tuple(article.model_copy(update={"published": None}) for article in ARTICLES)
    claims = tuple(claim.model_copy(update={"said": None}) for claim in sample().claims)
    assert career(person(report=sample().model_copy(update={"articles": undated, "claims": claims}))) is None


def test_marks_of_one_day_stand_below_each_other_and_titles_beyond_the_rows_are_counted():
    base = next(claim for claim in sample().claims if claim.title and claim.speaker.name == "Ines Corvane")
    articles, claims = [], []
    for n in range(LEVELS + 2):
        article = Article(source=f"Outlet {n}", text=base.title.text, published=LEDGER.published)
        articles.append(article)
        claims.append(base.model_copy(update={"id": f"{n}", "article_id": article.id}))
    for n in range(ROWS + 3):
        title = base.title.model_copy(update={"text": f"keeper of lock {chr(97 + n)}"})
        claims.append(base.model_copy(update={"id": f"t{n}", "article_id": articles[0].id, "title": title}))
    report = sample().model_copy(
        update={"articles": tuple(articles), "claims": tuple(claims), "conflicts": (), "groups": ()}
    )
    found = career(person(report=report))
    assert [mark.level for mark in found.rows[0].marks] == [0, 1, 2, 3, LEVELS - 1, LEVELS - 1]
    assert (len(found.rows), found.omitted) == (ROWS, 4)


def test_pictures_say_what_they_leave_out():
    many = tuple(
        Article(source=f"Outlet {n}", text=f"{n}", published=ARTICLES[n % 4].published) for n in range(LANES + 3)
    )
    found = timeline(Index(sample().model_copy(update={"articles": many, "claims": ()})))
    assert (len(found.lanes), found.omitted) == (LANES, 3)


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
