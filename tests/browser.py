"""Opens reports in Chromium. Without it, the tests that need it are skipped."""

import shutil

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


@pytest.fixture
def show(chromium, tmp_path):
    """Opens a report in a new window with these options; the page knows its requests and complaints."""
    contexts = []

    def opened(report, **options):
        path = tmp_path / f"report{len(contexts)}.html"
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
