"""For which time an article gives a title: for that of its story, or for another one.

A title in a clause about the past says nothing about today: "President NAME signed it in 2012". Nor does one behind
"was", one in quotation marks, or one that counts the holders ("the first adviser").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from ..models import Interval, Title, When
from ..text import Range
from .document import Document
from .titles import Holding

_LONG_AGO = timedelta(days=300)
"""A day further back than this is another time than that of the story."""

_LOOK_BACK = 40
"""Characters before a title that are looked at: room for a verb and a possessor, "was the country's"."""

_NEAR = 400
"""Characters of its sentence on either side of a title that are looked at, which keeps long ones linear."""

_NOT_NOW = re.compile(
    r"[\"“«]$|\b(?:resigned|departed|dismissed|fired|sacked|ousted|axed|retired|quit)\s$"
    r"|\b(?:resign(?:ed|s)|down|retire[ds]|fired|sacked|dismissed|removed|ousted|suspended)(?:\s[\w,]{1,12}){0,3}?\sas"
    r"\s(?:an?\s|the\s|its\s|her\s|his\s)?$"
    r"|\b(?:was|were|(?<!has )(?<!have )been|be|become|served as|used to be|worked as|began as)"
    r"\s(?:an?\s|the\s|[\w.]{1,20}['’]s?\s)?$",
    re.IGNORECASE,
)
_UNTIL_NOW = re.compile(r"\bsince\s(?:early\s|late\s|at\sleast\s)?$", re.IGNORECASE)
"""What makes a time behind a title the day since which it is held: "has been mayor since 2011"."""
_COUNTED = re.compile(r"(?:first|second|third|fourth|last|next|\d+(?:st|nd|rd|th))\s", re.IGNORECASE)
_COUNTED_ROLE = re.compile(
    r"(?:first|second|third)\s(?:minister|lady|gentleman|lieutenant|officer|sergeant|secretary|vice|deputy|mate|team|violin|baseman|engineer)",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:at (?:the|that) time|back then|in those days|last year|in the \d{4}s"
    r"|(?:years?|decades?|a century|generations?) (?:ago|earlier|before)"
    r"|(?:when|while) (?:he|she|they) (?:was|were|served|held)|in (?:his|her|their) (?:first|second) term)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|wrote|ruled|warned|argued|added|claimed|announced|recalled|noted|insisted|denied|found)\b"
)
_ASIDE = re.compile(
    r",\s(?:who|whose|whom|which|elected|appointed|named|hired|born|sworn|in office|first elected|since)\b[^,.;\n]*"
)


def with_times(
    document: Document, holdings: Sequence[Holding], dates: Sequence[When], published: Interval | None
) -> list[Holding]:
    """The holdings, those marked whose title the article doesn't give for the time of its story.

    Args:
        document: The article's text.
        holdings: The titles found in it.
        dates: The time expressions of the text.
        published: The day or days of publication; where it isn't known, the latest day in the text stands for it.
    """
    latest = published.start if published else max((when.end for when in dates if when.end), default=None)
    past = sorted(span for when in dates if (span := _span_of_past(when, latest)) is not None)
    return [
        h if _is_asserted(document, h.title, past) else h._replace(title=h.title.model_copy(update={"asserted": False}))
        for h in holdings
    ]


_TELLS = re.compile(r"[,\"”’]\s(?:(?:\w+ly|has|have)\s)?(?:said|says)\s")
"""A verb of saying behind its content, with the speaker behind it: "..., said NAME, the mayor"."""


def _is_said(between: str) -> bool:
    """Whether what stands between a title and a time behind it makes the time part of what its holder says."""
    return _SAID.search(between) is not None


def _span_of_past(when: When, latest: date | None) -> Range | None:
    """Where an expression stands that names a day or year long before the story."""
    if when.span is None or when.end is None or latest is None or when.type not in ("DATE", "TIME"):
        return None
    return (when.span.start, when.span.end) if latest - when.end > _LONG_AGO else None


def _is_asserted(document: Document, title: Title, past: Sequence[Range]) -> bool:
    text, start, end = document.text, title.span.start, title.span.end
    if _NOT_NOW.search(text[max(0, start - _LOOK_BACK) : start]):
        return False
    if _COUNTED.match(title.text) and not _COUNTED_ROLE.match(title.text):
        return False
    low, high = document.sentence_at(start)
    low, high = max(low, start - _NEAR), min(high, end + _NEAR)
    asides = [m.span() for m in _ASIDE.finditer(text, low, high)]
    marks = [m.span() for m in _OTHER_TIME.finditer(text, low, high)]
    marks += past[bisect_left(past, (low, low)) : bisect_left(past, (high, high))]
    marks = [m for m in marks if not start <= m[0] < end and not _is_said(text[end : m[0]])]
    marks = [m for m in marks if not _UNTIL_NOW.search(text, max(end, m[0] - _LOOK_BACK), m[0])]
    marks = [m for m in marks if not _TELLS.search(text, m[1], start)]
    return all(any(a <= at < b for a, b in asides) for at, _ in marks)
