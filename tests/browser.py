"""Opens reports in Chromium. Without it, the tests that need it are skipped."""

import shutil
from contextlib import contextmanager

import pytest

from factcheck.reporting import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
]


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def windows(chromium, folder):
    """What opens a report in a new window with these options; the page knows its requests and complaints."""
    contexts = []

    def opened(report, **options):
        path = folder / f"report{len(contexts)}.html"
        path.write_bytes(render_html(report).encode())
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.requested, page.complaints = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.address = path.as_uri()
        page.goto(page.address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def show(chromium, tmp_path):
    """Opens reports in windows of their own, which close behind the test."""
    with windows(chromium, tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def keep(chromium, tmp_path_factory):
    """Opens reports in windows that stay for all tests of the module; each test takes its page by `renewed`."""
    with windows(chromium, tmp_path_factory.mktemp("kept")) as opened:
        yield opened


def renewed(page):
    """A page that other tests have used, as in a new window: loaded anew, with nothing stored."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    for _ in range(60):
        page.evaluate("localStorage.clear()")
        page.goto(page.address)
        if page.evaluate("localStorage.length") == 0:
            page.requested.clear()
            page.complaints.clear()
            return page
    raise AssertionError("what the page stored stays")
