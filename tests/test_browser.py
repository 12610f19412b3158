"""The HTML report in Chromium: asks for nothing, runs nothing foreign, reads on every screen and without JavaScript."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

import hostile
from sample import sample

pytestmark = pytest.mark.browser


@pytest.fixture
def sent(tmp_path):
    """A web server over the folder, and what it was asked for."""
    asked = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            asked.append(self.path)

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("report", [sample(), hostile.report()], ids=["sample", "hostile"])
def test_no_request_and_no_complaint(show, report):
    page = show(report)
    assert page.requested == [page.address]
    assert page.complaints == []
    assert page.evaluate("window.hacked") is None


def test_a_served_report_asks_its_server_for_nothing_else(show, sent):
    port, asked = sent
    page = show(sample())
    page.goto(f"http://127.0.0.1:{port}/report0.html")
    page.wait_for_timeout(300)
    assert asked == ["/report0.html"]


@pytest.mark.parametrize("report", [sample(), hostile.report()], ids=["sample", "hostile"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_over_the_edge(show, report, width):
    page = show(report, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_is_there_without_javascript(show):
    page = show(sample(), java_script_enabled=False)
    for conflict in sample().conflicts:
        card = page.locator(f"#c-{conflict.id}")
        assert card.get_by_text(conflict.explanation).is_visible()
        assert card.locator("blockquote").count() >= 2
    page.locator("#articles summary").first.click()
    assert page.locator("#articles .text").first.is_visible()


def test_print_folds_the_disagreements_out_and_nothing_else(show):
    page = show(sample())
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = false")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".conflict[open]").count() == 10
    assert page.locator("details[open]:not(.conflict):not(.sheet)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_right_to_left_text_runs_so(show):
    words = "ראש העיר אמר שהגשר ייסגר"
    page = show(hostile.report(words))
    card = page.locator(".conflict").first
    for place in ("h4", "h5 .value", "blockquote p", ".why dd"):
        assert card.locator(place).first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "ltr"
