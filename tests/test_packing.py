"""A long page: its insides come out as they went in, and it shows what a short one does, whatever the texts hold."""

import zlib
from base64 import b85decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hostile
from factcheck.reporting import view
from factcheck.reporting.packing import Packing
from sample import LEDGER, POST, sample

TEXTS = st.text(st.characters(min_codepoint=32), max_size=60)


def unpacked(coded):
    """The chunks as the page's script reads them: each entry's inside with its passages."""
    chunks = []
    for line in str(coded).split("\n"):
        added, text = int(line[0]), line[1:].replace(",", "<")
        data = b85decode(text)
        chunks.append(zlib.decompress(data[: len(data) - added]).decode())
    return [[entry.split("\x1f") for entry in chunk.split("\x1e")] for chunk in chunks]


@given(st.lists(TEXTS, min_size=1, max_size=9), st.lists(TEXTS, max_size=4), st.integers(1, 4))
def test_what_is_packed_comes_out_at_its_place(insides, passages, size):
    names = [f"c-{number}" for number in range(len(insides))]
    packing = Packing({".article": ([f"a-{LEDGER.id}"], size), ".card": (names, size)})
    for name, inside in zip(names, insides, strict=True):
        packing.put(name, inside)
    packing.put(f"a-{LEDGER.id}", "whole")
    kept = [packing.keep(LEDGER, passage) for passage in passages]
    coded = packing.coded()
    assert "<" not in coded
    chunks = unpacked(coded)
    first, per_chunk = packing.first[".card"]
    for number, (name, inside) in enumerate(zip(names, insides, strict=True)):
        chunk, entry = map(int, packing.place(name).split("."))
        assert (chunk, entry) == (first + number // per_chunk, number % per_chunk)
        assert chunks[chunk][entry] == [inside]
    for place, passage in zip(kept, passages, strict=True):
        chunk, entry, part = map(int, place.strip("\x1d").split("."))
        assert chunks[chunk][entry][part] == passage
    assert packing.place(f"a-{POST.id}") is None


TOLD = """
() => Array.from(document.querySelectorAll(".card, .person, .article, .sheet"), (fold) => [
  fold.id, fold.textContent.replace(/\\s+/g, ""), fold.querySelectorAll("a[href], mark, bdi, [id]").length,
])
"""


@pytest.mark.browser
@pytest.mark.parametrize("report", [sample(), hostile.report()], ids=["sample", "hostile"])
def test_a_long_page_holds_what_a_short_one_does(show, monkeypatch, report):
    def told():
        page = show(report)
        page.evaluate("settled")
        page.evaluate("for (const fold of all('details')) fold.open = true")
        page.evaluate("Promise.all(all('details').map(unpack)).then(() => Promise.all(cards.map(equip)))")
        assert page.complaints == []
        assert page.evaluate("window.hacked") is None
        return page.evaluate(TOLD)

    short = told()
    monkeypatch.setattr(view, "ROOMY", 1)
    monkeypatch.setattr(view, "EAGER", 0)
    assert told() == short
