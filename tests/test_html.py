"""The HTML report as a document: safe, complete, linked within itself."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

import hostile
from factcheck.reporting import render_html
from factcheck.reporting.address import link
from factcheck.reporting.view import EAGER
from factcheck.reporting.visible import visible
from sample import COURIER, STANDARD, sample

VOID = {"meta", "br", "link", "input", "img", "hr", "wbr", "col"}


class Page(HTMLParser):
    """The tags of a page, its texts, and whether every tag is closed in its turn."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.texts, self.raw = [], [], [], {}
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append("data" if tag == "script" and "type" in dict(attrs) else tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() in (tag, "data" if tag == "script" else tag)

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style", "data"):
            self.raw.setdefault(self.open[-1], []).append(data)
        else:
            self.texts.append(data)

    def all(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


SAMPLE = render_html(sample())
PAGE = Page(SAMPLE)


def test_ids_are_single_and_links_within_the_page_lead_somewhere():
    ids = PAGE.all("id")
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in PAGE.all("href") if href.startswith("#")}
    assert inner <= set(ids)
    assert {f"c-{conflict.id}" for conflict in sample().conflicts} <= inner


@pytest.mark.parametrize(
    "left",
    [
        {"stories": ()},
        {"conflicts": ()},
        {"conflicts": (), "possible": ()},
        {"conflicts": (), "possible": (), "agreements": (), "claims": (), "groups": (), "stories": ()},
    ],
)
def test_links_of_a_poorer_report_lead_somewhere_too(left):
    page = Page(render_html(sample().model_copy(update=left)))
    assert {href[1:] for href in page.all("href") if href.startswith("#")} <= set(page.all("id"))


def test_policy_lets_only_our_own_style_and_script_in():
    (policy,) = (a["content"] for t, a in PAGE.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    for tag in ("style", "script"):
        (text,) = PAGE.raw[tag]
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert set(rules.values()) == {"'none'"}


def test_nothing_is_loaded_and_nothing_runs_inline():
    names = {name for _, attrs in PAGE.tags for name in attrs}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "srcset", "style", "background", "action", "ping", "poster"}
    assert not {tag for tag, _ in PAGE.tags} & {"link", "iframe", "object", "embed", "base", "form", "img"}
    assert "url(" not in "".join(PAGE.raw["style"])
    assert "@import" not in "".join(PAGE.raw["style"])


def test_every_text_of_a_conflict_is_there():
    text = " ".join("".join(PAGE.texts).split())
    for conflict in sample().conflicts:
        for wanted in (conflict.summary, conflict.explanation, *(side.value for side in conflict.sides)):
            assert wanted in text
    for article in sample().articles:
        assert article.source in text
    for missing in sample().provenance.left_out:
        assert f"{missing.origin} – {missing.reason}" in text


def test_undated_and_copies_are_told():
    text = " ".join("".join(PAGE.texts).split())
    assert f"{STANDARD.source} undated" in text
    assert "copy of Coastal Wire" in text
    assert f"the same text in {COURIER.source}" in text


def test_differing_words_are_marked():
    marked = re.findall(r"<mark>([^<]*)</mark>", SAMPLE.partition('class="facts-table"')[0])
    assert ", every pump" in marked
    assert SAMPLE.count('<mark class="gap">every pump</mark>') == 1


def test_a_long_list_is_folded():
    report = sample()
    first = report.conflicts[0]
    many = tuple(first.model_copy(update={"id": f"{n:012x}"}) for n in range(EAGER + 1))
    cards = [
        attrs
        for tag, attrs in Page(render_html(report.model_copy(update={"conflicts": many}))).tags
        if tag == "details" and "card" in attrs.get("class", "")
    ]
    assert all("open" not in attrs for attrs in cards)
    opened = [attrs.get("class") for tag, attrs in PAGE.tags if tag == "details" and "open" in attrs]
    assert sum(name.startswith("card conflict") for name in opened) == len(report.conflicts)


@pytest.mark.parametrize("attack", [*hostile.ATTACKS, hostile.WORDS])
def test_hostile_text_is_text(attack):
    page = Page(render_html(hostile.report(attack)))
    tame = Page(render_html(hostile.report("x")))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in tame.tags]
    assert [set(attrs) for _, attrs in page.tags] == [set(attrs) for _, attrs in tame.tags]
    shown = " ".join("".join(page.texts).split())
    assert " ".join(visible(attack).split()) in shown
    assert not set(shown) & set("\u202e\u202c\u2066\x00\x1b")


@pytest.mark.parametrize("attack", hostile.ATTACKS)
def test_a_hostile_address_is_no_link_but_to_the_web(attack):
    page = Page(render_html(hostile.report("x", urls=(attack, f"https://site.example/{attack}"))))
    tame = Page(render_html(hostile.report("x", urls=("x", "https://site.example/x"))))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in tame.tags]
    assert {href.partition(":")[0] for href in page.all("href") if not href.startswith("#")} == {"https"}


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://a.example/b?c#d", "https://a.example/b?c#d"),
        ("http://a.example", "http://a.example"),
        ("HTTPS://A.EXAMPLE/", "HTTPS://A.EXAMPLE/"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//a.example/x", None),
        ("https:", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(address, href):
    assert link(address) == href
