"""A corpus gives the report of everything at once, in whatever order and however many calls it came."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import Article, Corpus, Settings, engines, extraction
from factcheck.corpus import CorpusError, basis, memory
from factcheck.corpus.identity import identity, place
from factcheck.reporting.decisions import Decision
from sample import ARTICLES

SEEDS = Path(__file__).parent.parent / "seeds"

QUOTED = "“We will not sail again until every cable, every pump and every valve has been checked,”"
HEAD = "---\nsource: {}\ntitle: {}\npublished: 2024-03-{:02}\n---\n"
FIRE = "A fire at the Tillman Mill on Quarry Street in Harrow Creek killed {} people on Monday, by the Osprey Bridge."
FILES = {
    "ledger.md": [
        HEAD.format("Ledger", "Fire", 14) + f"{FIRE.format(12)}\n\n{QUOTED} said Mayor Ines Corvane.\n",
        HEAD.format("Ledger", "Fire", 14) + f"{FIRE.format(13)}\n\n{QUOTED} said Mayor Ines Corvane.\n",
    ],
    "post.md": [
        HEAD.format("Post", "Mill", 15)
        + f"{FIRE.format(19)}\n\n{QUOTED.replace('every pump ', '')} Governor Ines Corvane said on Friday.\n",
        HEAD.format("Post", "Mill", 15) + f"{QUOTED.replace('every', 'each')} Ines Corvane, a deputy mayor, said.\n",
    ],
    "wire.md": [HEAD.format("Wire", "Smoke", 15) + f"{QUOTED} Sheriff Odile Brandt said.\n{FIRE.format(12)}\n"],
    "a.txt": [f"{QUOTED} Governor Ines Corvane told reporters at the north quay.\n"],
    "b.txt": [
        f"{QUOTED} Governor Ines Corvane told reporters at the north quay.\n",
        "“Nobody was trapped below deck,” said Mayor Ines Corvane, who is 44.\n",
    ],
    "bare.txt": ["It rained.\n", f"{QUOTED} Mayor Ines Corvane said on Monday.\n"],
    "broken.txt": ["", "“Nobody was trapped below any deck,” said Mayor Inez Corvane.\n"],
}
"""Files, each with the texts it holds one after the other: two alike, one without a claim, one empty at first."""

BATCHES = st.lists(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=6), min_size=1, max_size=5)


def same(report, whole):
    """Whether two reports are the same, byte for byte."""
    return (report.to_json(), report.to_html()) == (whole.to_json(), whole.to_html())


@given(batches=BATCHES, changes=st.data())
@settings(deadline=None, max_examples=6)
def test_batches_in_any_order_give_the_report_of_everything_at_once(batches, changes):
    with TemporaryDirectory() as folder:
        where, held = Path(folder), {}
        corpus = Corpus(where / "stories.corpus")
        for batch in batches:
            for name in batch:
                later = changes.draw(st.integers(held.get(name, 0), len(FILES[name]) - 1), label=name)
                held[name] = later
                (where / name).write_text(FILES[name][later], encoding="utf-8")
            corpus.add([where / name for name in batch])
        assert same(corpus.report(), factcheck.check([where / name for name in held]))


@given(st.lists(st.lists(st.sampled_from(range(len(ARTICLES))), max_size=4), min_size=1, max_size=4))
@settings(deadline=None, max_examples=5)
def test_articles_in_batches_give_the_report_of_them_all(batches):
    with TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder) / "stories.corpus")
        for batch in batches:
            corpus.add([ARTICLES[at] for at in batch])
        assert same(
            corpus.report(), factcheck.check([ARTICLES[at] for at in {at for batch in batches for at in batch}])
        )


def test_the_articles_of_the_tests_do_conflict(tmp_path):
    for name, texts in FILES.items():
        (tmp_path / name).write_text(texts[0], encoding="utf-8")
    report = factcheck.check(tmp_path)
    assert {"title", "wording", "quantity"} <= {conflict.kind for conflict in report.conflicts}
    assert {line.cause for line in report.provenance.left_out} == {"unreadable", "repeated", "no claim"}


def stated(source="Ledger", text="“All is well now,” Ada Quill said.", **fields):
    return Article(source=source, text=text, **fields)


def test_what_is_new_changed_and_unchanged_is_told(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    file = tmp_path / "a.txt"
    file.write_text("“All is well now,” Ada Quill said.\n")
    first = corpus.add(file, tmp_path / "missing.txt", stated(text="It rained."))
    assert (len(first.new), first.changed, first.unchanged) == (2, (), ())
    assert {(line.origin, line.cause) for line in first.left_out} == {
        (str(tmp_path / "missing.txt"), "unreadable"),
        ("Ledger", "no claim"),
    }
    again = corpus.add(file, file)
    assert (again.new, again.changed, again.left_out) == ((), (), ())
    assert again.unchanged in [(id_,) for id_ in first.new]
    file.write_text("“All is lost now,” Ada Quill said.\n")
    (changed,) = corpus.add(file).changed
    assert changed not in first.new
    assert corpus.status().articles == 2


def test_an_article_that_the_corpus_has_from_elsewhere_is_told_once(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("“All is well now,” Ada Quill said.\n")
    corpus.add(tmp_path / "a.txt")
    added = corpus.add(tmp_path / "b.txt")
    assert (added.new, [line.cause for line in added.left_out]) == ((), ["repeated"])
    assert corpus.add(tmp_path / "b.txt").left_out == ()


def test_a_line_about_an_input_goes_when_the_input_gives_something(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    folder = tmp_path / "news"
    folder.mkdir()
    corpus.add(folder, tmp_path / "other")
    assert [line.origin for line in corpus.status().left_out] == [str(folder), str(tmp_path / "other")]
    (folder / "a.txt").write_text("“All is well now,” Ada Quill said.\n")
    corpus.add(folder)
    assert [line.origin for line in corpus.status().left_out] == [str(tmp_path / "other")]


def test_an_input_that_fails_later_leaves_its_article_where_it_is(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    file = tmp_path / "a.txt"
    file.write_text("“All is well now,” Ada Quill said.\n")
    corpus.add(file)
    file.unlink()
    assert len(corpus.add(file).left_out) == 1
    assert corpus.status().articles == 1


FEED = "<rss version='2.0'><channel><title>Courier</title>{}</channel></rss>"
ITEM = "<item><title>{0}</title>{1}<description>“All is {0} now,” Ada Quill said.</description></item>"


@pytest.mark.parametrize("link", ["<link>https://courier.example/{}</link>", ""], ids=["address", "headline"])
def test_a_feed_keeps_what_it_shows_no_longer(tmp_path, link):
    corpus, feed = Corpus(tmp_path / "stories.corpus"), tmp_path / "feed.xml"
    for names in (["one", "two"], ["three", "one"]):
        feed.write_text(FEED.format("".join(ITEM.format(name, link.format(name)) for name in names)))
        corpus.add(feed)
    assert sorted(article.title for article in corpus.report().articles) == ["one", "three", "two"]


HERE = Path("/desk/corpora")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"origin": "/desk/a.txt"}, {"origin": "/desk/a.txt", "text": "New."}, True),
        ({"origin": "/desk/a.txt"}, {"origin": "/desk/./x/../a.txt", "source": "B"}, True),
        ({"origin": "/desk/a.txt"}, {"origin": "/desk/b.txt"}, False),
        ({"origin": "/desk/a.zip!a.txt"}, {"origin": "/desk/a.zip!a.txt", "text": "New."}, True),
        ({"origin": "/desk/a.zip!a.txt"}, {"origin": "/desk/a.zip!b.txt"}, False),
        ({"origin": "https://a.example/x"}, {"origin": "https://a.example/x", "text": "New."}, True),
        ({"origin": "https://a.example/x"}, {"origin": "https://a.example/y"}, False),
        ({"origin": "f.csv:1", "url": "u"}, {"origin": "f.csv:7", "url": "u", "text": "New."}, True),
        ({"origin": "f.csv:1", "url": "u"}, {"origin": "f.csv:1", "url": "v"}, False),
        ({"origin": "f.csv:1", "title": "T"}, {"origin": "f.csv:7", "title": "T", "text": "New."}, True),
        ({"origin": "f.csv:1", "title": "T"}, {"origin": "f.csv:7", "title": "T", "source": "B"}, False),
        ({"origin": "f.csv:1", "title": "T"}, {"origin": "g.csv:1", "title": "T"}, False),
        ({"origin": "f.csv:1"}, {"origin": "f.csv:1", "text": "New."}, False),
        ({"url": "u"}, {"url": "u", "text": "New."}, True),
        ({"title": "T"}, {"title": "T", "text": "New."}, False),
        ({"id": "x"}, {"id": "x", "text": "New."}, True),
        ({"origin": "-"}, {"origin": "-", "text": "New."}, False),
        ({"origin": "frame:1"}, {"origin": "frame:1", "text": "New."}, False),
    ],
)
def test_what_is_another_version_of_an_article(one, other, together):
    a, b = ({"source": "A", "text": "Old.", **fields} for fields in (one, other))
    assert (identity(Article(**a), HERE) == identity(Article(**b), HERE)) is together


def test_a_place_is_told_from_the_folder_of_the_corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert place("news/a.txt", Path()) == place(f"{tmp_path}/news/a.txt", tmp_path) == "news/a.txt"
    assert place("https://a.example/feed:3", tmp_path) == "https://a.example/feed"


def test_articles_read_before_are_added_as_files_are(tmp_path):
    one, other = Corpus(tmp_path / "one.corpus"), Corpus(tmp_path / "other.corpus")
    reading = factcheck.read(SEEDS, tmp_path / "missing.txt")
    assert other.add_reading(reading) == one.add(SEEDS, tmp_path / "missing.txt")
    assert same(one.report(), other.report())
    assert other.add(SEEDS).new == ()


class Counting(engines.Serial):
    """Notes the articles it is given."""

    def __init__(self):
        self.extracted, self.scored = [], 0

    def extract(self, articles, settings):
        given = list(articles)
        self.extracted += [article.title for article in given]
        return super().extract(given, settings)

    def score(self, statements):
        self.scored += 1
        return super().score(statements)


def scored_pairs(monkeypatch):
    """The pairs, by the ids of their claims, that a corpus scores from now on."""
    pairs, real = [], memory.linked

    def linked(asked, statement):
        asked = list(asked)
        pairs.extend(tuple(statement.__self__.ids[at] for at in pair) for pair in asked)
        return real(asked, statement)

    monkeypatch.setattr(memory, "linked", linked)
    return pairs


def test_nothing_is_worked_out_twice(tmp_path, monkeypatch):
    corpus, engine = Corpus(tmp_path / "stories.corpus"), Counting()
    corpus.add(ARTICLES[:2], engine=engine)
    corpus.add(ARTICLES[:3], engine=engine)
    assert sorted(engine.extracted) == sorted(article.title for article in ARTICLES[:3])
    scored = scored_pairs(monkeypatch)
    corpus.add(ARTICLES[:3], engine=engine)
    assert scored == []
    engine = Counting()
    corpus.report(engine=engine)
    assert (engine.extracted, engine.scored) == ([], 0)


def test_only_pairs_with_a_new_statement_are_scored(tmp_path, monkeypatch):
    corpus = Corpus(tmp_path / "stories.corpus")
    corpus.add(ARTICLES[:3])
    pairs = scored_pairs(monkeypatch)
    corpus.add(ARTICLES[4])
    assert pairs
    assert all(any(own.startswith(ARTICLES[4].id) for own in pair) for pair in pairs)


def test_a_changed_statement_is_scored_anew(tmp_path, monkeypatch):
    corpus, words = Corpus(tmp_path / "stories.corpus"), "{} we will not sail until every pump and valve was {},”"
    corpus.add(stated("Ledger", f"“Well, {words.format('now', 'checked')} Mayor Ada Quill said."))
    corpus.add(stated("Post", f"“Well, {words.format('yes', 'checked')} Mayor Ada Quill said.", url="u"))
    scored = scored_pairs(monkeypatch)
    corpus.add(stated("Post", f"“Well, {words.format('yes', 'bought')} Mayor Ada Quill said.", url="u"))
    assert len(scored) == 1


def test_other_offices_and_another_version_work_everything_out_anew(tmp_path, monkeypatch):
    table = tmp_path / "own.toml"
    table.write_text('[[offices]]\nid = "harbour_master"\nnames = [{ name = "Harbour Master" }]\n')
    own = Settings(offices=(table,))
    corpus = Corpus(tmp_path / "stories.corpus")
    corpus.add(ARTICLES)
    assert same(corpus.report(settings=own), factcheck.check(ARTICLES, settings=own))
    engine = Counting()
    corpus.add(ARTICLES[0], settings=own, engine=engine)
    assert len(engine.extracted) == len(ARTICLES)
    table.write_text("offices = []\n")
    assert same(corpus.report(settings=own), factcheck.check(ARTICLES, settings=own))
    monkeypatch.setattr("factcheck.corpus.basis.version", lambda _: "0")
    basis._of_library.cache_clear()
    engine = Counting()
    assert same(corpus.report(engine=engine), factcheck.check(ARTICLES))
    assert len(engine.extracted) == len(ARTICLES)
    basis._of_library.cache_clear()


def test_an_article_that_fails_is_a_line_until_it_fails_no_longer(tmp_path, monkeypatch):
    corpus = Corpus(tmp_path / "stories.corpus")
    real = extraction.extract

    def extract(article, settings):
        if article.id == ARTICLES[1].id:
            raise ValueError("sunk")
        return real(article, settings)

    monkeypatch.setattr(extraction, "extract", extract)
    assert [line.reason for line in corpus.add(ARTICLES).left_out if "sunk" in line.reason]
    assert same(corpus.report(), factcheck.check(ARTICLES))
    monkeypatch.setattr(extraction, "extract", real)
    assert same(corpus.report(), factcheck.check(ARTICLES))
    assert corpus.add(ARTICLES[0]).left_out == ()
    assert same(corpus.report(), factcheck.check(ARTICLES))


def test_decisions_stay_with_the_corpus(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    corpus.add(ARTICLES)
    conflict = corpus.report().conflicts[0].id
    first = Decision(conflict=conflict, status="confirmed", decided=datetime(2024, 3, 1, tzinfo=UTC))
    later = Decision(conflict=conflict, status="dismissed", note="ö", decided=datetime(2024, 3, 2, tzinfo=UTC))
    corpus.decide([later])
    corpus.decide([first, Decision(conflict="gone", note="hm")])
    assert set(corpus.decisions) == {later, Decision(conflict="gone", note="hm")}
    assert same(corpus.report(), factcheck.check(ARTICLES).decided(corpus.decisions))
    assert corpus.status().decisions == {"dismissed": 1, "note": 1}


def test_the_status_counts_what_the_report_holds(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    before = datetime.now(UTC)
    corpus.add(ARTICLES, stated(text="It rained."))
    report, status = corpus.report(), corpus.status()
    assert status.articles == len(report.articles) == sum(status.outlets.values())
    assert sum(status.claims.values()) == len(report.claims)
    assert status.left_out == report.provenance.left_out
    assert (status.days.start.isoformat(), status.days.end.isoformat()) == ("2024-03-13", "2024-03-15")
    assert (status.undated, status.complete, status.size > 0) == (2, True, True)
    assert before <= status.last_added <= datetime.now(UTC)
    assert json.loads(status.model_dump_json())["version"] == status.version


def test_a_corpus_is_made_by_adding_alone(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    for ask in (corpus.report, corpus.status, lambda: corpus.decisions, lambda: corpus.decide([])):
        with pytest.raises(CorpusError, match="no such corpus; factcheck add makes one"):
            ask()
    assert not corpus.path.exists()
    assert corpus.add().new == ()
    assert corpus.report() == factcheck.check()


def test_a_second_thread_is_told_to_wait(tmp_path):
    corpus = Corpus(tmp_path / "stories.corpus")
    said = []

    def add():
        for ask in (lambda: corpus.add(ARTICLES[0]), corpus.status):
            try:
                ask()
            except CorpusError as error:
                said.append(str(error))

    def while_adding(*_):
        if not said:
            thread = threading.Thread(target=add)
            thread.start()
            thread.join()

    corpus.add(ARTICLES, progress=while_adding)
    assert [line.count("\n") for line in said] == [0, 0]
    assert "is being written by this process" in said[0]
    assert "is in use" in said[1]
    assert corpus.status().articles == len(ARTICLES)


def test_progress_is_told(tmp_path):
    told = []
    Corpus(tmp_path / "stories.corpus").add(SEEDS, progress=lambda *step: told.append(step))
    assert {what for _, _, what in told} == {"reading", "extracting claims", "aligning claims", "scoring pairs"}
    assert all(total is None or done <= total for done, total, _ in told)


def test_an_article_of_too_many_claims_is_cut_as_in_a_run_at_once(tmp_path):
    corpus, few = Corpus(tmp_path / "stories.corpus"), Settings(max_claims=2)
    added = corpus.add(ARTICLES, settings=few)
    assert {line.cause for line in added.left_out} == {"too many claims"}
    assert same(corpus.report(settings=few), factcheck.check(ARTICLES, settings=few))
    assert same(corpus.report(), factcheck.check(ARTICLES))
