"""Looks at feeds, against a server of the test's own that misbehaves, and the times of the next look."""

import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading import urls
from factcheck.reading.polling import Poll, poll, seconds
from factcheck.reading.urls import Validators
from factcheck.settings import Settings
from factcheck.watching.schedule import LONGEST, Feed, after
from servers import serving

ALLOWED = Settings(private_addresses=True)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HEAD = "<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour News</title>"
ENTRY = "<item><title>Bridge closed</title><description>The bridge is closed, the mayor said.</description></item>"
LINKED = ENTRY.replace("<desc", "<link>http://127.0.0.1/bridge</link><desc")
FEED = f"{HEAD}{ENTRY}</channel></rss>".encode()

ANSWERS = {
    "/feed": (200, {"ETag": '"one"', "Last-Modified": "Mon, 02 Mar 2026 10:00:00 GMT"}, FEED),
    "/linked": (200, {}, f"{HEAD}{LINKED}</channel></rss>".encode()),
    "/busy": (429, {"Retry-After": "120"}, b""),
    "/later": (503, {"Retry-After": "Mon, 02 Mar 2026 12:10:00 GMT"}, b""),
    "/odd": (503, {"Retry-After": "soon"}, b""),
    "/gone": (410, {}, b""),
    "/missing": (404, {}, b""),
    "/asked-for-nothing": (304, {}, b""),
    "/cut": (200, {"ETag": '"cut"', "Content-Length": "9000"}, FEED[:60]),
    "/page": (200, {}, b"<html><body>Be right back</body></html>"),
    "/none": (200, {}, f"{HEAD}</channel></rss>".encode()),
    "/loop": (301, {"Location": "/loop"}, b""),
}


@pytest.fixture(scope="module")
def site():
    released = threading.Event()

    def answer(path, asked):
        if path == "/slow":
            released.wait(20)
            return None
        status, headers, body = ANSWERS[path]
        if headers.get("ETag") and asked.get("If-None-Match") == headers["ETag"]:
            return 304, {}, b""
        return status, headers, body

    with serving(answer) as address:
        yield address
        released.set()


def test_what_is_unchanged_is_not_read_again(site):
    first = poll(f"{site}/feed", ALLOWED, NOW)
    assert [article.title for article in first.reading.articles] == ["Bridge closed"]
    assert first.validators == Validators('"one"', "Mon, 02 Mar 2026 10:00:00 GMT")
    assert poll(f"{site}/feed", ALLOWED, NOW, first.validators) == Poll(None, None)
    assert poll(f"{site}/feed", ALLOWED, NOW, Validators('"old"')) == first


def test_an_entry_is_told_by_its_own_address(site):
    found = poll(f"{site}/linked", ALLOWED, NOW).reading.articles
    assert sorted(article.origin for article in found) == ["http://127.0.0.1/bridge"]


@pytest.mark.parametrize(
    ("path", "failure", "wait", "gone"),
    [
        ("/busy", "can't be fetched (the server answers 429 Too Many Requests)", 120, False),
        ("/later", "can't be fetched (the server answers 503 Service Unavailable)", 600, False),
        ("/odd", "can't be fetched (the server answers 503 Service Unavailable)", None, False),
        ("/gone", "can't be fetched (the server answers 410 Gone)", None, True),
        ("/missing", "can't be fetched (the server answers 404 Not Found)", None, False),
        ("/asked-for-nothing", "can't be fetched (the server answers 304 Not Modified)", None, False),
        ("/cut", "breaks off while it arrives (", None, False),
        ("/page", "is a web page (HTML), not a feed", None, False),
        ("/none", "is a feed (RSS or Atom) without an article", None, False),
        ("/loop", "is redirected more than 5 times (MAX_REDIRECTS)", None, False),
    ],
)
def test_failures_are_told_and_nothing_is_kept(site, path, failure, wait, gone):
    found = poll(site + path, ALLOWED, NOW)
    assert found.failure.startswith(failure)
    assert found == Poll(None, None, found.failure, wait, gone)


def test_a_server_that_does_not_answer_is_given_up(site, monkeypatch):
    monkeypatch.setattr(urls, "TIMEOUT", 0.2)
    assert poll(f"{site}/slow", ALLOWED, NOW).failure.startswith("can't be fetched (")


def test_private_addresses_are_not_polled(site):
    assert "private_addresses" in poll(f"{site}/feed", Settings(), NOW).failure


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (None, None),
        ("120", 120),
        (" 5 ", 5),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("Mon, 02 Mar 2026 12:00:30 GMT", 30),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0),
        ("Mon, 02 Mar 2026 12:00:30", None),
        ("Mon, 99 Mar 2026 12:00:30 GMT", None),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(stated, expected):
    assert seconds(stated, NOW) == expected


@given(st.text())
def test_no_wait_crashes(stated):
    assert (seconds(stated, NOW) or 0) >= 0


WELL, FAILED = Poll(None, None), Poll(None, None, "can't be fetched")


@pytest.mark.parametrize(
    ("polls", "pause", "failures"),
    [
        ([WELL], 900, 0),
        ([FAILED], 1_800, 1),
        ([FAILED, FAILED], 3_600, 2),
        ([FAILED, FAILED, WELL], 900, 0),
        ([FAILED] * 40, LONGEST, 40),
        ([Poll(None, None, "busy", 120.0)], 1_800, 1),
        ([Poll(None, None, "busy", 7_200.0)], 7_200, 1),
        ([Poll(None, None, "busy", float("inf"))], LONGEST, 1),
    ],
)
def test_a_feed_that_fails_is_asked_more_seldom(polls, pause, failures):
    feed = Feed("http://127.0.0.1/feed")
    for found in polls:
        feed = after(feed, found, 1_000.0, 900.0)
    assert (feed.due - 1_000.0, feed.failures) == (pause, failures)


def test_what_is_known_of_a_version_stays_while_the_feed_fails():
    known = Validators('"one"')
    feed = after(Feed("a"), Poll(None, known), 0.0)
    assert after(after(feed, FAILED, 0.0), WELL, 0.0).validators == known


def test_a_feed_that_is_gone_stays_so():
    assert after(Feed("a"), Poll(None, None, "gone", None, True), 0.0).gone
