"""Outlet identity: sites, names, and the wires that several outlets print."""

import pytest

from factcheck.entities.outlets import outlet_key, registered_domain, wire
from factcheck.models import Article
from factcheck.reading import read

BODY = "The bridge over the Lenn is closed. It will stay so until the spring, the town's engineer said on Monday.\n"


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("edition.lenn.example", "lenn.example"),
        ("www.lenncourier.co.uk", "lenncourier.co.uk"),
        ("news.lenncourier.com.au", "lenncourier.com.au"),
        ("lenncourier.com", "lenncourier.com"),
        ("ada.wordpress.com", "ada.wordpress.com"),
        ("lenn", "lenn"),
    ],
)
def test_registered_domains(host, domain):
    assert registered_domain(host) == domain


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("AP", "Associated Press"),
        ("(AP)", "Associated Press"),
        ("the associated press", "Associated Press"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Lenn Courier", None),
    ],
)
def test_wires(name, usual):
    assert wire(name) == usual


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"source": "The Lenn Courier"}, {"source": "LENN COURIER"}, True),
        ({"source": "Lenn Courier"}, {"source": "Lenn Herald"}, False),
        ({"url": "https://edition.lenn.example/a"}, {"url": "https://www.lenn.example/b"}, True),
        ({"source": "lenn.example"}, {"url": "https://www.lenn.example/b"}, True),
        ({"source": "A", "credit": "Reuters"}, {"source": "B", "credit": "Reuters"}, True),
        ({"source": "A", "credit": "Reuters"}, {"source": "B"}, False),
        ({}, {}, False),
    ],
)
def test_articles_of_one_outlet(one, other, same):
    a, b = Article(text="a", **one), Article(text="b", **other)
    assert (outlet_key(a) == outlet_key(b)) is same


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("LENN (AP) — " + BODY, "Associated Press"),
        ("Bridge closed\n\nBy Ada Quill, Associated Press\n\n" + BODY, "Associated Press"),
        (BODY + "\nReuters contributed to this report.\n", "Reuters"),
        (BODY + "\nBo Rue contributed to this report.\n", None),
        ("LENN (Northern Wire) — " + BODY, None),
        (BODY, None),
    ],
)
def test_the_wire_that_an_article_credits(text, credit):
    (found,) = read([text]).articles
    assert found.credit == credit
