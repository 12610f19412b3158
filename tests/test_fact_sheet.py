"""The fact sheet of a story: rows, readings, silence, and what one source alone tells."""

import pytest

from factcheck.models import Conflict, Group
from factcheck.reporting.facts import facts_of
from factcheck.reporting.index import Index
from factcheck.reporting.sheet import fact_sheet, of, runs
from sample import AGREED, CORVANE, COURIER, FOUND, LEDGER, POST, WIRE, C, evidence, sample, side

INDEX = Index(sample())
STORY, REST = INDEX.chapters
SHEET = fact_sheet(INDEX, STORY, 300)


def row(kind):
    (found,) = (fact for fact in SHEET.rows if fact.kind == kind)
    return found


def test_every_fact_stands_once_and_disagreements_first():
    found = [id_ for fact in facts_of(INDEX, STORY) for id_ in fact.found]
    assert sorted(found) == sorted(entry.id for entry in (*STORY.conflicts, *STORY.agreements))
    for _, facts in SHEET.blocks:
        states = [("disagree", "possible", "agree", "shared").index(fact.state) for fact in facts]
        assert states == sorted(states)


def test_agreeing_sources_share_the_row_and_the_letter_of_a_disagreement():
    fact = row("quantity")
    assert (fact.state, fact.severity, fact.witnesses) == ("disagree", "high", 3)
    assert len(fact.found) == 2
    assert [(given.source, given.reading, given.text, given.value) for given in fact.given] == [
        ("Coastal Wire", "A", "Twelve", "12"),
        ("Island Courier", "A", "Twelve", "12"),
        ("The Harbor Ledger", "A", "Twelve", "12"),
        ("Aldine Evening Post", "B", "Nineteen", "19"),
    ]


def test_who_said_what_stands_first_with_titles_and_words():
    block, facts = SHEET.blocks[0]
    assert block == "said"
    first = facts[0]
    assert (first.what, first.kind, first.state) == (CORVANE, "quotation", "disagree")
    assert set(first.title.split(" / ")) == {"harbour director", "harbour master"}
    (given,) = of(first, LEDGER.source)
    assert (", every pump", True) in runs(INDEX, given)


def test_a_source_that_says_nothing_has_an_empty_cell():
    assert of(row("date"), COURIER.source) == []


def test_columns_are_the_outlets_and_copies_are_told():
    copies = {column.source: column.copies for column in SHEET.columns}
    assert list(copies)[:4] == [POST.source, WIRE.source, COURIER.source, LEDGER.source]
    assert copies[COURIER.source] == (WIRE.source,)


def test_what_one_source_alone_tells_is_no_row():
    alone = {name: [fact.given[0].text for fact in facts] for name, facts in SHEET.alone}
    assert all(fact.state == "alone" and fact.witnesses == 1 for _, facts in SHEET.alone for fact in facts)
    shared = {given.claim_id for fact in SHEET.rows for given in fact.given}
    assert not shared & {fact.id for _, facts in SHEET.alone for fact in facts}
    assert COURIER.source not in alone


def test_conflicts_that_share_a_value_share_a_row():
    (conflict,) = (c for c, _ in FOUND if c.kind == "quantity")
    other = conflict.model_copy(
        update={
            "id": "0" * 12,
            "group_id": "other",
            "sides": (conflict.sides[1], side("214", evidence(C["l_fire"], None, "214"))),
        }
    )
    report = sample().model_copy(
        update={
            "conflicts": (conflict, other),
            "agreements": AGREED[1:],
            "groups": (*sample().groups, Group(id="other", topic="event", claims=other.sides[0].claims)),
        }
    )
    index = Index(report)
    (fact,) = (fact for fact in fact_sheet(index, index.chapters[0], 300).rows if fact.block == "facts")
    assert {given.reading for given in fact.given} == {"A", "B", "C"}
    assert isinstance(conflict, Conflict)


@pytest.mark.parametrize("most", [0, 1, 2, 300])
def test_rows_that_are_left_out_are_counted(most):
    sheet = fact_sheet(INDEX, STORY, most)
    assert (sheet.number, sheet.omitted) == (len(SHEET.rows), len(SHEET.rows) - len(sheet.rows))
    assert [facts[:most] for _, facts in SHEET.blocks] == [facts for _, facts in sheet.blocks]
    assert sheet.alone == SHEET.alone


@pytest.mark.parametrize("report", [sample(), sample().model_copy(update={"stories": ()})], ids=["stories", "none"])
def test_the_cells_of_a_row_are_what_each_source_gives(report):
    index = Index(report)
    for sheet in (fact_sheet(index, chapter, 300) for chapter in index.chapters):
        for fact in sheet.rows:
            assert sheet.cells(fact) == [of(fact, column.source) for column in sheet.columns]


def test_more_rows_than_fit_fold_away():
    first, rest = SHEET.parts(1)
    assert [len(facts) for _, facts in first] == [1] * len(SHEET.blocks)
    assert sum(len(facts) for _, facts in (*first, *rest)) == len(SHEET.rows)
    assert SHEET.parts(1000) == (SHEET.blocks, ())


@pytest.mark.parametrize(("words", "shown"), [(10, 10), (34, 34), (200, 34)])
def test_a_long_quotation_is_cut(words, shown):
    (given,) = of(row("quantity"), POST.source)
    text = " ".join(["word"] * words)
    article = POST.model_copy(update={"text": text})
    index = Index(sample().model_copy(update={"articles": (article,)}))
    whole = given.model_copy(update={"span": given.span.model_copy(update={"start": 0, "end": len(text)})})
    told = "".join(piece for piece, _ in runs(index, whole))
    assert told.count("word") == shown
    assert told.endswith("…") == (words > shown)
