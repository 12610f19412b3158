"""A check grows in step with its input, however much is alike in it: calls are counted at two sizes.

What bounds the work of a crowd is set low here, so that few articles are a crowd.
"""

import crowds
import pytest

from factcheck import check
from factcheck.alignment import facts, people, slots
from factcheck.comparison import table
from growth import assert_in_step

SIZES = {
    "one_event": 12,
    "one_quotation": 12,
    "one_phrase": 20,
    "one_sort": 12,
    "victims": 6,
    "one_surname": 25,
    "copies": 12,
    "names": 100,
    "ages": 25,
    "one_list": 30,
    "table": 30,
    "live_blog": 20,
}


def test_each_corpus_has_a_size():
    assert set(SIZES) == set(crowds.CORPORA)


@pytest.mark.parametrize("name", SIZES)
def test_four_times_the_crowd_is_four_times_the_work(name, monkeypatch):
    monkeypatch.setattr(slots, "NEIGHBOURS", 4)
    monkeypatch.setattr(facts, "PARTNERS", 4)
    monkeypatch.setattr(table, "MOST", 6)
    monkeypatch.setattr(people, "NAMESAKES", 12)
    made, _ = crowds.CORPORA[name]

    def work(size, word):
        check(*(a.model_copy(update={"text": f"{word}. {a.text}"}) for a in made(size)))

    assert_in_step(work, SIZES[name])
