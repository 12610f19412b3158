"""A report in a notebook: small, scriptless, with styles that stay inside."""

import re

import pytest

import hostile
from factcheck.reporting.notebook import LIMIT, render_notebook
from factcheck.reporting.text import render_text
from sample import sample
from test_html import Page


def test_bundle():
    bundle = sample()._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/html": sample()._repr_html_(), "text/plain": render_text(sample())}


def test_repr_is_one_line():
    assert repr(sample()) == (
        "<Report: 5 articles from 5 outlets (1 undated, 1 copy): 10 disagreements, 2 agreements; "
        "1 less sure difference to look at.>"
    )


def test_conflicts_and_claims_show_themselves_on_one_line():
    (conflict,) = (c for c in sample().conflicts if (c.kind, c.nature) == ("wording", "truncated"))
    assert repr(conflict) == (
        f"<Conflict {conflict.id}: medium wording, truncated, on 'Ines Corvane': "
        "'Nobody was trapped below deck' / 'Nobody was trapped below deck, and…'>"
    )
    claim = next(c for c in sample().claims if c.form == "direct")
    assert str(claim) == (
        f"<Claim {claim.id}: direct of 'Ines Corvane', 'Nobody was trapped below deck, and nobody was left behind'>"
    )
    report = hostile.report("a\n\u202eb\x1b")
    assert all(repr(claim).isprintable() for claim in report.claims)
    # The nature is a word of the library's own.
    assert all(repr(c.model_copy(update={"nature": "altered"})).isprintable() for c in report.conflicts)


def test_styles_stay_inside_and_leave_colours_alone():
    (style,) = Page(render_notebook(sample())).raw["style"]
    assert all(line.startswith(".factcheck-report") for line in style.strip().splitlines())
    assert not re.search(r"(?<!-)color:|background", style)


@pytest.mark.parametrize("report", [sample(), hostile.report()], ids=["sample", "hostile"])
def test_nothing_runs(report):
    page = Page(render_notebook(report))
    assert not {tag for tag, _ in page.tags} & {"script", "iframe", "img", "link", "svg"}
    assert not [
        name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in ("src", "href", "id")
    ]


def test_it_stays_small_and_says_what_is_missing():
    first = sample().conflicts[0]
    many = tuple(first.model_copy(update={"id": f"{n:012x}"}) for n in range(LIMIT + 30))
    html = render_notebook(sample().model_copy(update={"conflicts": many}))
    assert html.count("<details>") == LIMIT + len(sample().possible)
    assert "30 more disagreements" in html
    assert len(html) < 20_000


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_legible_on_light_and_dark(chromium, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    back, ink = {"light": ("#fff", "#111"), "dark": ("#111", "#eee")}[scheme]
    page = chromium.new_page()
    page.set_content(f"<!doctype html><body bgcolor='{back}' text='{ink}'>{render_notebook(sample())}")
    found = axe.Axe().run(page, options={"runOnly": ["color-contrast"]}).response
    assert [rule["id"] for rule in found["violations"]] == []
    assert found["passes"]
    page.close()
