"""A watch over feeds of the test's own: what is new is added, what disagrees is told, and it stops when told to."""

import signal
import subprocess
import sys
import threading

import pytest
from click.testing import CliRunner

from factcheck import Corpus
from factcheck.cli import cli
from factcheck.corpus.store import writing
from factcheck.settings import Settings
from factcheck.watching import rounds
from factcheck.watching import watch as watched
from servers import serving

ALLOWED = Settings(private_addresses=True)
GAZETTE = "<source url='http://127.0.0.1/'>Coast Gazette</source>"
WEEKLY = "<source url='http://127.0.0.1/'>Aldine Weekly</source>"
QUOTE = "“The quay will close in June for repairs that the storms of the winter made necessary,”"
MENDED = QUOTE.replace("June", "May")


def entry(number, source, text):
    return (
        f"<item><title>Quay {number}</title>{source}<link>http://127.0.0.1/{number}</link>"
        f"<description>{text}</description></item>"
    )


FIRST = entry(1, GAZETTE, f"{QUOTE} Nora Quill, the harbour master, said on Friday.")
SECOND = entry(2, WEEKLY, f"{MENDED} Nora Quill, the harbour master, said on Friday.")


class Wire:
    """Serves one feed, whose answers the test sets. Counts what it was asked."""

    status, entries, asked, headers = 200, (FIRST,), 0, {}

    def answer(self, _, asked):
        self.asked += 1
        items = "".join(self.entries)
        body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
        tag = f'"{len(self.entries)}"'
        status = 304 if self.status == 200 and asked.get("If-None-Match") == tag else self.status
        return status, {"ETag": tag, **self.headers}, body.encode() if status == 200 else b""


@pytest.fixture
def site():
    wire = Wire()
    with serving(wire.answer) as address:
        yield wire, f"{address}/feed"


class Steps(threading.Event):
    """Time that passes only when it is waited for. Between two waits the test may change something."""

    def __init__(self, monkeypatch, *between):
        super().__init__()
        self.now, self.waits, self._between = 1_000.0, [], list(between)
        monkeypatch.setattr(rounds, "monotonic", lambda: self.now)

    def wait(self, timeout=None):
        self.waits.append(timeout)
        self.now += timeout
        if self._between:
            self._between.pop(0)()
        else:
            self.set()
        return self.is_set()


def test_what_is_new_is_added_and_told_once(site, tmp_path, monkeypatch):
    wire, feed = site

    def publish():
        wire.entries = (SECOND, FIRST)

    steps = Steps(monkeypatch, lambda: None, publish, lambda: None)
    found = list(watched(Corpus(tmp_path / "c"), [feed, feed], settings=ALLOWED, stop=steps))
    assert [each.added for each in found] == [1, 0, 1, 0]
    assert [each.report is not None for each in found] == [True, False, True, False]
    assert [[conflict.kind for conflict in each.conflicts] for each in found] == [[], [], ["wording"], []]
    assert not any(each.failures or each.left_out for each in found)
    assert wire.asked == 4
    assert steps.waits == [900.0] * 4


def test_a_corpus_that_was_there_is_reported_and_its_conflicts_are_not_new(site, tmp_path, monkeypatch):
    wire, feed = site
    wire.entries = (FIRST, SECOND)
    corpus = Corpus(tmp_path / "c")
    (first,) = watched(corpus, [feed], settings=ALLOWED, stop=Steps(monkeypatch))
    (again,) = watched(corpus, [feed], settings=ALLOWED, stop=Steps(monkeypatch))
    assert (first.added, len(first.conflicts)) == (2, 1)
    assert (again.added, again.report.conflicts, again.conflicts) == (0, first.conflicts, ())


def test_a_feed_that_fails_is_asked_more_seldom_and_forgiven(site, tmp_path, monkeypatch):
    wire, feed = site
    wire.status = 503

    def ask_for_more():
        wire.headers = {"Retry-After": "9000"}

    def mend():
        wire.status, wire.headers = 200, {}

    steps = Steps(monkeypatch, lambda: None, ask_for_more, mend)
    found = list(watched(Corpus(tmp_path / "c"), [feed], settings=ALLOWED, stop=steps))
    assert [[failure.pause for failure in each.failures] for each in found] == [[1800], [3600], [9000], []]
    assert [each.added for each in found] == [0, 0, 0, 1]
    assert steps.waits == [1800, 3600, 9000, 900]


def test_one_feed_that_fails_keeps_no_other_back(site, tmp_path, monkeypatch):
    _, feed = site
    (found,) = watched(
        Corpus(tmp_path / "c"), ["http://127.0.0.1:9/feed", feed], settings=ALLOWED, stop=Steps(monkeypatch)
    )
    assert ([failure.address for failure in found.failures], found.added) == (["http://127.0.0.1:9/feed"], 1)


def test_the_watch_ends_when_all_feeds_are_gone(site, tmp_path):
    wire, feed = site
    wire.status = 410
    (found,) = watched(Corpus(tmp_path / "c"), [feed], settings=ALLOWED)
    assert [failure.pause for failure in found.failures] == [None]


def test_a_corpus_in_use_loses_nothing(site, tmp_path, monkeypatch):
    _, feed = site
    path = tmp_path / "c"
    Corpus(path).add("“The quay is old,” Nora Quill said.")
    holder = writing(path)
    steps = Steps(monkeypatch, lambda: holder.__exit__(None, None, None))
    looked = rounds.poll

    def look(*args):
        if not steps.waits:
            holder.__enter__()
        return looked(*args)

    monkeypatch.setattr(rounds, "poll", look)
    first, second = watched(Corpus(path), [feed], settings=ALLOWED, stop=steps)
    assert [failure.address for failure in first.failures] == [feed, str(path)]
    assert (first.added, first.report, second.added, len(second.report.articles)) == (0, None, 1, 2)


@pytest.mark.parametrize(
    ("number", "entries", "printed"),
    [(signal.SIGTERM, (FIRST,), ""), (signal.SIGINT, (FIRST, SECOND), "high    wording   ")],
)
def test_the_command_stops_cleanly(site, tmp_path, number, entries, printed):
    wire, feed = site
    wire.entries = entries
    words = ["watch", str(tmp_path / "c"), feed, "-o", str(tmp_path / "r.html"), "--private-addresses"]
    started = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    told = [started.stderr.readline(), started.stderr.readline()]
    started.send_signal(number)
    out, rest = started.communicate(timeout=60)
    assert told == [f"factcheck: {len(entries)} new or changed\n", f"factcheck: wrote {tmp_path / 'r.html'}\n"]
    assert (rest, started.returncode) == ("factcheck: stopping\n", 0)
    assert out.startswith(printed)
    assert len(out.splitlines()) == len(entries) - 1
    assert "Coast Gazette" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert Corpus(tmp_path / "c").status().articles == len(entries)


def test_a_feed_that_is_gone_ends_the_command(site, tmp_path):
    wire, feed = site
    wire.status = 410
    result = CliRunner().invoke(cli, ["watch", str(tmp_path / "c"), feed, "--private-addresses"], standalone_mode=False)
    assert result.return_value == 2
    assert "(the server answers 410 Gone); it is not asked again" in result.stderr
    assert result.stderr.endswith("factcheck: all feeds are gone\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nonsense"], "nonsense: is no address of a feed"),
        (["http://127.0.0.1/", "-o", "report.doc"], "report.doc: can't tell the format"),
        (["http://127.0.0.1/", "--every", "0.5"], "0.5 is not in the range"),
    ],
)
def test_bad_use_of_the_command(tmp_path, words, told):
    result = CliRunner().invoke(cli, ["watch", str(tmp_path / "c"), *words], standalone_mode=False)
    assert told in str(result.exception)
