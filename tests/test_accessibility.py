"""axe-core finds nothing at WCAG 2.2 AA: in both themes, on a phone, folded and open, with every dialog."""

import pytest

from factcheck.reporting import render_html
from sample import sample

axe_module = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)
pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = {"light": RULES, "dark": ["color-contrast"]}
"""What is looked for in each theme: they differ in nothing but colours."""

STATES = {
    "at first": "",
    "all open, decided": """
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        cards.forEach((card, n) => toggleStatus(card, ['confirmed', 'dismissed', 'needs work'][n % 3]))""",
    "all folded, scores hidden": """
        for (const fold of document.querySelectorAll('details')) fold.open = false;
        document.querySelector('#blind').click()""",
    "searched, a link to nothing": """
        document.querySelector('#find').value = 'kind:wording'; finder.show();
        location.hash = '#c-0123456789ab'""",
    "nothing found": "document.querySelector('#find').value = 'zzz'; finder.show()",
    "help": "document.querySelector('#help').showModal()",
    "whole article": "document.querySelector('a.whole').click()",
}
"""What a page is brought into before it is looked at. Two things that hide nothing of each other share a state."""


def complaints(page, rules=RULES):
    # Without the nodes of what is well it takes a third of the time.
    found = axe_module.Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:4]) for rule in found]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_to_complain_of(show, state, theme):
    page = show(sample(), color_scheme=theme)
    page.evaluate(STATES[state])
    assert complaints(page, THEMES[theme]) == []


def test_nothing_to_complain_of_on_a_phone(show):
    page = show(sample(), viewport={"width": 390, "height": 844})
    assert complaints(page) == []


def test_axe_would_find_something(show):
    """The rules are on: an unnamed button is found."""
    page = show(sample())
    assert 'lang="en"' in render_html(sample())
    page.evaluate("document.body.append(document.createElement('button'))")
    assert "button-name" in dict(complaints(page))


def test_pale_words_would_be_found_in_the_dark(show):
    page = show(sample(), color_scheme="dark")
    page.evaluate("document.querySelector('h1').style.color = '#333'")
    assert [rule for rule, _ in complaints(page, THEMES["dark"])] == ["color-contrast"]
