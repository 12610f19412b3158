"""Articles with what is found in them, for the tests of alignment and comparison of facts."""

from datetime import date, timedelta

from factcheck import Article, extract
from factcheck.alignment.slots import Page
from factcheck.models import Interval

DAY = date(2025, 3, 8)


def article(name, text, days=0, **fields):
    """An article called ``name``, published some days after ``DAY``; with ``days`` None on no day that is known."""
    day = None if days is None else DAY + timedelta(days=days)
    published = Interval(start=day, end=day) if day else None
    return Article(id=name, source=name, text=text, published=published, **fields)


def page(name, text, days=0, **fields):
    """The page of an article, with the claims that are found in it."""
    own = article(name, text, days, **fields)
    return Page(own, extract(own))


def slot_of(text, name="a", days=0, **fields):
    """The page of a text without its two bars, and the slot whose value stands between them."""
    before, value, behind = text.split("|")
    own = page(name, before + value + behind, days, **fields)
    (found,) = (slot for slot in own.slots if slot.span.start == len(before))
    assert own.article.text[found.span.start : found.span.end] == value
    return own, found
