"""Grouping of digits: numbers that are written in several pieces, as house styles, countries and extractors have them.

Thousands by blanks (SI Brochure, 5.4.4), apostrophes (Swiss) or points (continental), the groups of two of India, the
decimal comma, and numbers that a tokeniser has split behind their point or comma.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ...entities.units import unit_words
from ...knowledge import load

_BLANKS = " \u00a0\u2009\u202f\u2007"
"""Blanks between groups of digits; at all but the first no line breaks, so they are no accident."""

_CANDIDATE = re.compile(rf"\d(?:[{_BLANKS}'’]\d{{3}}|,\d{{1,2}}(?!\d)|[.,] \d|\.\d{{3}}(?!\d))")
_NUMBER = re.compile(
    rf"""(?<![\w.,:/'’])(?:
      (?P<blank>\d{{1,3}}(?P<gap>[{_BLANKS}])\d{{3}}(?:(?P=gap)\d{{3}})*+(?:,\d{{1,2}})?)
    | (?P<mark>\d{{1,3}}(?:['’]\d{{3}})++(?:\.\d{{1,2}})?)
    | (?P<india>\d{{1,2}}(?:,\d{{2}}(?!\d))++,\d{{3}}(?:\.\d{{1,2}})?)
    | (?P<points>\d{{1,3}}(?:\.\d{{3}})++(?:,\d{{1,2}})?)
    | (?P<comma>\d{{1,3}},\d{{1,2}})
    | (?P<split>\d{{1,3}}\.[ ]\d{{1,2}})
    | (?P<lost>\d{{1,3}}(?:,[ ]?\d{{3}})++)
    )(?![\d'’]*\d|[,.]\d)""",
    re.VERBOSE,
)
_BEHIND = re.compile(rf"(?:(?:[-–]| to | and )\d[\d.,]{{0,6}})?[{_BLANKS}-]?(%|[^\W\d_]{{1,12}})")
"""What stands behind a number, or behind the range that it opens."""
_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_REACH = 24
"""Code points before a number in which the word that makes a name or a date of it is looked for."""


class Group(NamedTuple):
    """A number in several pieces: where it stands, and what it comes to."""

    start: int
    end: int
    value: float


def grouped(text: str) -> list[Group]:
    """The numbers of ``text`` that are written in several pieces, in order."""
    if not _CANDIDATE.search(text):
        return []
    matches = list(_NUMBER.finditer(text))
    style = _Style(
        continental=any(match["comma"] and _is_measured(text, match, _scales()) for match in matches),
        split=any(match["split"] and _is_measured(text, match, _scales()) for match in matches),
    )
    values = ((match, _value(text, match, style)) for match in matches)
    return [Group(*match.span(), value) for match, value in values if value is not None]


class _Style(NamedTuple):
    """What the numbers of a text, where there is no doubt, show about the others."""

    continental: bool
    """Its decimals stand behind a comma."""
    split: bool
    """A tokeniser has left a blank behind the points and commas inside its numbers."""


def _value(text: str, match: re.Match[str], style: _Style) -> float | None:
    """What a candidate comes to; None where it is no number in pieces, but several, or one of the common form."""
    kind, stated = match.lastgroup, match[0]
    kind = "blank" if kind == "gap" else kind
    if kind == "blank":
        return _number(stated, ",") if _is_one(text, match) else None
    if kind in ("mark", "india"):
        return _number(stated, ".")
    if kind == "points":
        return _number(stated, ",") if style.continental or stated.count(".") > 1 or "," in stated else None
    if kind == "comma":
        return _number(stated, ",") if _is_measured(text, match, _units()) else None
    if kind == "split":
        return _number(stated, ".") if _is_measured(text, match, _units() if style.split else _scales()) else None
    return _number(stated, ".") if ", " in stated and (style.split or ", 000" in stated) else None


def _number(stated: str, point: str) -> float:
    whole, _, rest = stated.partition(point)
    return float(f"{''.join(filter(str.isdecimal, whole))}.{''.join(filter(str.isdecimal, rest)) or 0}")


def _is_one(text: str, match: re.Match[str]) -> bool:
    """Whether groups of three digits between blanks are one number, not a name or a day before another number."""
    if match["gap"] != " ":
        return True
    start, end = match.span()
    before, behind = text[max(0, start - _REACH) : start], text[end : end + 2]
    if match[0].startswith("0") or re.match(r" \d|[^\W\d_]", behind) or re.search(r"(?<!\d)\d{1,3}[ -]$", before):
        return False
    word = _BEFORE.search(before)
    return word is None or word[1].lower() not in _designators()


def _is_measured(text: str, match: re.Match[str], units: frozenset[str]) -> bool:
    """Whether a currency's sign stands before the number, or one of ``units`` behind it."""
    start, end = match.span()
    if text[max(0, start - 1) : start] in load("currencies")["signs"]:
        return True
    behind = _BEHIND.match(text, end)
    return behind is not None and (behind[1] in units or behind[1].lower() in units)


@cache
def _designators() -> frozenset[str]:
    """Words before a number that is a name or a day: "Flight 212", "May 12"."""
    table = load("number_names")
    return frozenset(table["designators"]) | frozenset(table["months"]) | frozenset(table["weekdays"])


@cache
def _scales() -> frozenset[str]:
    """What stands behind a number with decimals more than behind any other: shares and scales."""
    numbers = load("numbers")
    return frozenset({"%", "per", *load("units")["percent"], *numbers["scales"], *numbers["abbreviations"]})


@cache
def _units() -> frozenset[str]:
    """What shows that a number stands before it: shares, scales, money and measures."""
    units, money = load("units"), load("currencies")
    return _scales() | unit_words() | {*units["symbols"], *money["names"]}
