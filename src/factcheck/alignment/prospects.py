"""Prospects: which days lie ahead of two articles and are planned, and which are past when both are out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..models import When
from .slots import Page, Slot


def is_news(day: date | None, page: Page) -> bool:
    """Whether a day lies behind the publication of an article, which so can't tell of it as past."""
    out = page.article.published
    return out is not None and day is not None and day > out.end


def prospect(slot: Slot, pages: tuple[Page, Page]) -> Literal["ahead", "past", ""]:
    """Whether the time of a slot is ahead of both articles, or past for both; "" where it is neither or unknown."""
    value = slot.value
    if not isinstance(value, When) or value.start is None or value.end is None:
        return ""
    if all(is_news(value.start, page) for page in pages):
        return "ahead"
    out = [page.article.published for page in pages]
    return "past" if all(day is not None and value.end <= day.end for day in out) else ""


def are_apart(x: Slot, y: Slot, pages: tuple[Page, Page]) -> bool:
    """Whether one of two times is ahead of both articles and the other past for both: what is planned is not past.

    In 625 stories that readers compared, 14 of 4,750 such pairs were of one fact, most of them misread.
    """
    return {prospect(x, pages), prospect(y, pages)} == {"ahead", "past"}


def are_planned(x: Slot, y: Slot, pages: tuple[Page, Page]) -> bool:
    """Whether two days are planned: few of a story are, so that they are compared whatever stands around them."""
    return x.sort == y.sort == "day" and prospect(x, pages) == prospect(y, pages) == "ahead"
