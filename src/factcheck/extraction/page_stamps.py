"""Page stamps: when a page, a picture or a post was made, and by whom, which tells nothing of the story."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge import load, words

REACH = 60
"""Code points before a stamp's day that hold its label or the handle of its account."""

_PIECE = r"(?:@word|[AaPp]\.?[Mm]|[A-Z]{3,4}|\d[\d:/.-]{0,9}|at|on|by)\b"
_WHEN = rf"(?:\([Cc]\)\s)?(?:\(?{_PIECE}[.,:]?\s{{0,3}}(?:[|·@–—-]\s{{0,3}})?){{0,8}}\(?"
"""Whatever else of a day and an hour stands between the label and the one that is asked for; of an owner, the name."""

_MONTH_DAY = r"(?:[A-Z][A-Za-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}\s[A-Z][A-Za-z]{2,8}\.?,?)"
_BREAK = r"\s{1,2}(?:[|·•–—-]\s)?"
_GOVERNED = re.compile(r"\b(?:[Oo]n|of|since|from|until|till|by|before|after)\s(?:[A-Z][a-z]{2,8}\.?,?\s)?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_HOUR = r"\d\d?[:.]\d\d(?:[:.]\d\d)?\s?[AaPp]\.?[Mm]\b"
_IS_HOUR, _THEN_HOUR = re.compile(_HOUR), re.compile(rf"{_BREAK}{_HOUR}")
_AFTER_DAY = re.compile(rf"(?:[A-Z][a-z]{{2,8}}\.?,?\s)?{_MONTH_DAY}\s(?:19|20)\d\d{_BREAK}$")
"""A whole date and an hour side by side, as pages write them: prose has "at" or a comma between the two."""

_DATE_LINE = re.compile(r"\)\s?(?:[–—]|-{1,2}(?=\s))")
"""What stands behind the day of a date line: "OSTERBY (June 4, 2025) — A mill burned"."""

_EDITION = re.compile(r"['’]s\s(?:print|digital)\s(?:edition|issue|newspaper)\b")

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
    if _is_bare(text, low, start, end) or _EDITION.match(text, end):
        return True
    if text[start - 1 : start] == "(" and text[end - 1 : end].isdigit() and _DATE_LINE.match(text, end):
        return True
    shown = text[start:end].lower().startswith("this ") or _PICTURE.search(text, low, start)
    return bool(shown and _OF_PICTURE.match(text, end))


def _is_bare(text: str, low: int, start: int, end: int) -> bool:
    """Whether a whole date and an hour stand side by side, and this is one of the two."""
    day = _AFTER_DAY.search(text, low, start) if _IS_HOUR.match(text, start) else None
    if day is None and not (_YEAR.search(text, start, end) and _THEN_HOUR.match(text, end)):
        return False
    return not _GOVERNED.search(text, low, day.start() if day else start)


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether the name at ``[start, end)`` is a photographer's: "(Photo: Ann Lee, Orla Post)", "Ann Lee/Orla Press"."""
    return bool(_PHOTO.search(text, max(0, start - REACH), start) or _OF_AGENCY.match(text, end))


@cache
def _label() -> re.Pattern[str]:
    """A label, and what stands between it and the day.

    It opens a line, a bracket or a sentence with a capital, has a colon, or is in capitals.
    """
    labels = words("front_lines", "phrases", "stamps") | words("front_lines", "phrases", "closing")
    labels |= words("front_lines", "phrases", "updated")
    written = {form for label in labels for form in _capitals(label)}
    days = {form for kind in ("months", "weekdays") for name in load("calendar")[kind] for form in _capitals(name)}
    when = _WHEN.replace("@word", "|".join(sorted(days, reverse=True)))
    owned = _WHEN.replace("@word", "[A-Z][A-Za-z]{2,8}")
    loud = "|".join(sorted((label.upper() for label in labels if label.isascii()), reverse=True))
    opening = r"(?:^|[\n(\[|•·—–]\s{0,3}|[.!?”\"]\s{1,3})"
    any_form = "|".join(sorted(written, reverse=True))
    labelled = rf"{opening}(?:{any_form})(?!\w)|(?<!\w)(?:(?:{any_form})(?=:)|(?:{loud})(?!\w))"
    mark = r"(?:\s?(?:[:@,]|#\d\d?)){0,2}\s{0,3}"
    return re.compile(rf"(?:(?:{labelled}){mark}{when}|(?:©|\bCopyright\b):?\s{{0,3}}{owned})$")


def _capitals(label: str) -> tuple[str, ...]:
    return label.capitalize(), label.title(), label.upper()
