"""Passages in context: what is shown is the article's own text, and what is marked is what the evidence says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Article, Claim, Evidence, Passage, Span
from factcheck.reporting.excerpt import CONTEXT, Sheet
from sample import LEDGER, STANDARD, C, evidence, gap

ALPHABET = st.sampled_from("ab.,?  \n\r“”é\u2028")


def one(article, passage):
    (found,) = Sheet(article).excerpts([passage])
    return found


def shown(excerpt):
    return [[run.text for run in paragraph] for paragraph in excerpt.paragraphs]


def has(run, name):
    return any(mark.name == name for mark in run.marks)


def test_a_sentence_on_either_side():
    found = one(LEDGER, evidence(C["l_valves"], None, ", every pump"))
    assert shown(found) == [
        ["The last of them reached the quay before midnight."],
        [
            "“",
            "We will not sail again until every cable",
            ", every pump",
            " and every valve has been checked",
            ",” said harbour master Ines Corvane, who spoke at the north quay. The ferry is tied up there "
            "behind a boom.",
        ],
    ]
    assert (found.opens, found.closes) == (True, True)
    marked = [(run.text, has(run, "passage"), has(run, "differing")) for run in found.paragraphs[1]]
    assert marked[2] == (", every pump", True, True)
    assert marked[3][1:] == (True, False)


def test_missing_words_are_a_run_of_their_own():
    found = one(LEDGER, gap(C["l_valves"], " and every valve"))
    assert [run.text for run in found.paragraphs[1] if has(run, "gap")] == [""]


def test_front_lines_are_no_context():
    found = one(STANDARD, evidence(C["s_valves"]))
    assert "5 comments" not in str(shown(found))
    assert "WEATHER" not in str(shown(found))


def test_whole_text_marks_claims_and_boilerplate():
    paragraphs = Sheet(STANDARD).whole([C["s_valves"], C["s_shut"]])
    runs = [run for paragraph in paragraphs for run in paragraph]
    assert [run.text for run in runs if has(run, "boilerplate")] == ["NEWS | WEATHER | SUBSCRIBE", "5 comments"]
    assert [run.claims[0].id for run in runs if run.starting and run.claims] == [C["s_shut"].id, C["s_valves"].id]


def test_an_endless_line_is_cut():
    text = "word " * 5000 + "“the statement itself” " + "word " * 5000
    at = text.index("the statement")
    passage = Evidence(article_id="x", claim_id="y", span=Span(start=at, end=at + 20))
    found = one(Article(text=text), passage)
    length = sum(len(run.text) for paragraph in found.paragraphs for run in paragraph)
    assert 20 < length <= 20 + 2 * (CONTEXT + 1)


@st.composite
def marked_texts(draw):
    text = draw(st.text(ALPHABET, min_size=1, max_size=80))
    position = st.integers(0, len(text))
    spans = [
        Span(start=min(p), end=max(p)) for p in draw(st.lists(st.tuples(position, position), min_size=1, max_size=5))
    ]
    return text, spans


@given(marked_texts())
def test_runs_hold_the_text_and_nothing_else(drawn):
    text, spans = drawn
    article = Article(text=text)
    claims = [
        Claim(id=f"{n}", article_id=article.id, form="direct", content=Passage.cut(text, s.start, s.end))
        for n, s in enumerate(spans)
    ]
    runs = [run for paragraph in Sheet(article).whole(claims) for run in paragraph]
    assert "".join("".join(run.text for run in runs).split()) == "".join(text.split())
    for found in claims:
        marked = "".join(run.text for run in runs if found in run.claims)
        assert "".join(marked.split()) == "".join(found.content.text.split())


@given(marked_texts())
def test_an_excerpt_holds_its_passage(drawn):
    text, (first, *rest) = drawn
    inside = tuple(s for s in rest if first.start <= s.start and s.end <= first.end)
    found = one(Article(text=text), Evidence(article_id="x", claim_id="y", span=first, differing=inside))
    runs = [run for paragraph in found.paragraphs for run in paragraph]
    said = "".join(run.text for run in runs if has(run, "passage"))
    assert "".join(said.split()) == "".join(text[first.start : first.end].split())
    assert "".join("".join(run.text for run in runs).split()) in "".join(text.split())


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_to_show(text):
    passage = Evidence(article_id="x", claim_id="y", span=Span(start=0, end=0))
    assert shown(one(Article(text=text), passage)) == []


def test_neighbouring_words_make_one_mark():
    found = one(LEDGER, evidence(C["l_valves"], None, "every cable", "every pump", "has", "been", "checked"))
    marked = [run.text for paragraph in found.paragraphs for run in paragraph if has(run, "differing")]
    assert marked == ["every cable, every pump", "has been checked"]


def test_passages_close_to_each_other_make_one_excerpt():
    near = [evidence(C["l_doors"]), evidence(C["l_nobody"])]
    (found,) = Sheet(LEDGER).excerpts(near)
    said = [run.text for paragraph in found.paragraphs for run in paragraph if has(run, "passage")]
    assert said == [C["l_nobody"].content.text, C["l_doors"].content.text]
    assert len(Sheet(LEDGER).excerpts([evidence(C["l_fire"]), evidence(C["l_pumps"])])) == 2
    assert Sheet(LEDGER).excerpts(near) == Sheet(LEDGER).excerpts(near[::-1])
