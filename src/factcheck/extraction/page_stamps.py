"""Page stamps: when a page, a picture or a post was made, and by whom, which tells nothing of the story."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import words

REACH = 60
"""Code points before a stamp's day that hold its label or the handle of its account."""

_PIECE = r"(?:[A-Z][A-Za-z]{2,8}|[AaPp]\.?[Mm]|[A-Z]{3,4}|\d[\d:/.-]{0,9}|at|on|by)\b"
_WHEN = rf"(?:\([Cc]\)\s)?(?:{_PIECE}[.,:]?\s{{0,3}}(?:[|·–—-]\s{{0,3}})?){{0,8}}"
"""Whatever else of a day and an hour stands between the label and the one that is asked for."""

_HANDLE = re.compile(r"\(@\w{1,30}\)\s{1,3}$")
"""The account behind a post's author: "Ann Lee (@annlee) January 3, 2017"."""

_PICTURE = re.compile(r"[Ii]n (?:this|an?) $")
_OF_PICTURE = re.compile(r",?\s(?:[a-z]+\s){0,2}?(?:photo|photograph|picture|image|frame|still|video|mugshot)\b")

_PHOTO = re.compile(r"\b(?:Photos?|Photographs?|Pictures?|Images?|PHOTOS?)(?: (?:by|courtesy of)|:)\s{1,2}$")
_OF_AGENCY = re.compile(r"\s?/\s?[A-Z]")


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether the day or hour at ``[start, end)`` is a page's, picture's or post's own."""
    low = max(0, start - REACH)
    if _label().search(text, low, start) or _HANDLE.search(text, low, start):
        return True
    shown = text[start:end].lower().startswith("this ") or _PICTURE.search(text, low, start)
    return bool(shown and _OF_PICTURE.match(text, end))


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether the name at ``[start, end)`` is a photographer's: "(Photo: Ann Lee, Orla Post)", "Ann Lee/Orla Press"."""
    return bool(_PHOTO.search(text, max(0, start - REACH), start) or _OF_AGENCY.match(text, end))


@cache
def _label() -> re.Pattern[str]:
    """A label that opens a line, a bracket or a sentence with a capital, and what stands between it and the day."""
    labels = words("front_lines", "phrases", "stamps") | words("front_lines", "phrases", "closing")
    written = {form for label in labels | words("front_lines", "phrases", "updated") for form in _capitals(label)}
    opening = r"(?:^|[\n(\[|•·—–]\s{0,3}|[.!?”\"]\s{1,3})"
    labelled = rf"{opening}(?:{'|'.join(sorted(written, reverse=True))})(?!\w)"
    return re.compile(rf"(?:{labelled}|©|\bCopyright\b):?\s{{0,3}}{_WHEN}$")


def _capitals(label: str) -> tuple[str, ...]:
    return label.capitalize(), label.title(), label.upper()
