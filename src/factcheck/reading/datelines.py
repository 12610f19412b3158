"""Datelines: the place, day and agency that open an article's first sentence ("LENN, March 3 (Northern Wire) — ")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..entities.dates import find_day, find_yearless, read_date
from ..entities.jurisdictions import jurisdiction_phrases, plain
from ..knowledge import words
from ..text import Range
from .naming import is_name, is_outlet, is_person, name_words
from .stamps import introduces, is_date

MAX_LENGTH = 130
"""Longest dateline, in code points."""

_END = re.compile(
    r"\s*+(?:[—–―]+|-{2,3})\s*+|\s+[-|]\s+|(?<=[)/\]\d])-\s+"
    r"|(?<=[)\]/])[.:]?\s+|(?<=\d)[.:]\s+|(?<=[^\W\d_]{3})[.:]\s+"
)
MAX_PIECES = 4
"""Most names beside the agency: a town and what it lies in."""

_OPENS = re.compile(r"[\"“‘'«(\[$£€#]*[^\W_]")
_GROUP = re.compile(r"\(([^()]{2,60})\)|\[([^\[\]]{2,40})\]|(?<![\w/])/([^/]{2,60})/")
_LABEL_END = re.compile(r"[.:]\s+")
_BETWEEN = re.compile(r",|\s[—–―|-]+\s|(?<=[.\w])--+|[—–―]")


@dataclass(frozen=True)
class Dateline:
    """What a dateline states, and where it ends."""

    end: int
    place: Range | None = None
    day: str | None = None
    agency: str | None = None


def read_dateline(text: str, start: int, stop: int) -> Dateline | None:
    """The dateline that opens ``text[start:stop]``, the first line of the prose, or None.

    A place in capitals needs no more than a long dash behind it; one in small letters needs a day, an agency or its
    region, because a name stands before a dash, too ("Ada Quill — the mayor — ..."). A capital follows the dash.
    """
    found: _Lead | None = None
    end = start
    for mark in _END.finditer(text, start, min(stop, start + MAX_LENGTH)):
        if mark.end() >= stop or not _OPENS.match(text, mark.end(), stop) or text[mark.end()].islower():
            continue
        lead = _Lead.parse(text, start, mark.start())
        if lead and lead.suffices(text, mark) and (found is None or lead.states > found.states):
            found, end = lead, mark.end()
    return Dateline(end, found.place, found.day, found.agency) if found else None


def read_line(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a line of its own is: a place with its region or an agency, and a day."""
    lead = _Lead.parse(text, start, end) if end - start <= MAX_LENGTH and "|" not in text[start:end] else None
    if lead is None or not lead.pieces or not lead.day or not (lead.agency or len(lead.pieces) > 1):
        return None
    names = [text[slice(*piece)] for piece in lead.pieces]
    if any(is_person(name) or introduces(name) for name in names) or is_outlet(names[0]):
        return None
    return Dateline(end, lead.place, lead.day, lead.agency)


@dataclass
class _Lead:
    """What stands before the mark that ends a dateline."""

    pieces: list[Range]
    day: str | None = None
    agency: str | None = None

    @classmethod
    def parse(cls, text: str, start: int, end: int) -> _Lead | None:
        lead, body = cls([]), text[start:end]
        groups = [(start + group.start(), next(filter(None, group.groups()))) for group in _GROUP.finditer(body)]
        body = _GROUP.sub(lambda group: "," * len(group[0]), body)
        span = find_day(body) or find_yearless(body)
        if span and lead._take_day(body[slice(*span)]):
            body = f"{body[: span[0]]}{',' * (span[1] - span[0])}{body[span[1] :]}"
        at = 0
        for cut in (*_BETWEEN.finditer(body), None):
            piece = body[at : cut.start() if cut else None]
            if not lead._take(text, start + at, piece.strip(" .;:")):
                return None
            at = cut.end() if cut else at
        dated_behind = start + (span[0] if span else 0)
        for first, inner in groups:
            if not lead._take_day(inner) and (first > dated_behind or is_outlet(inner) or not lead.pieces):
                lead._take_group(text, first + 1, inner.strip())
        return lead if len(lead.pieces) <= MAX_PIECES else None

    def _take(self, text: str, at: int, piece: str) -> bool:
        """Take a piece between commas or dashes, unless it is neither a name nor of a date."""
        if not piece or is_date(f"{piece} 0") or self._take_day(piece):
            return True
        if not is_name(piece):
            return False
        if self.pieces and is_outlet(piece):
            self.agency = self.agency or piece
        else:
            first = text.index(piece, at)
            self.pieces.append((first, first + len(piece)))
        return True

    def _take_group(self, text: str, at: int, inner: str) -> None:
        """Take what stands in brackets: an agency, or the place where no other is given."""
        if text[at - 1] == "[":
            return
        if not self.pieces and self.day and is_name(inner) and not is_outlet(inner):
            first = text.index(inner, at)
            self.pieces.append((first, first + len(inner)))
        else:
            self.agency = self.agency or inner

    def _take_day(self, text: str) -> bool:
        if self.day or not any(c.isdigit() for c in text):
            return False
        known = is_date(text) and (find_day(text) or find_yearless(text))
        self.day = text if known or read_date(text) else None
        return self.day is not None

    @property
    def states(self) -> int:
        """How much it states beside places."""
        return bool(self.day) + bool(self.agency)

    @property
    def place(self) -> Range | None:
        return (self.pieces[0][0], self.pieces[min(len(self.pieces), 3) - 1][1]) if self.pieces else None

    def suffices(self, text: str, mark: re.Match[str]) -> bool:
        """Whether this is a dateline where ``mark`` ends it."""
        if not self.pieces:
            return bool(self.agency and is_outlet(self.agency)) or bool(self.day and find_day(self.day))
        names = [text[slice(*piece)] for piece in self.pieces]
        if names[0].lower().strip(".") in words("front_lines", "heads", "not_places"):
            return False
        if self.agency and not (is_outlet(self.agency) or (is_name(self.agency) and self.agency[0].isupper())):
            return False
        if self.day or self.agency:
            return True
        if _LABEL_END.fullmatch(mark[0]):
            return names[0].isupper() and self._is_named_in_prose(text, names[0], mark.end())
        large = "".join(word for word in names[0].split() if word not in name_words())
        capitals = sum(c.isupper() for c in large) > 1 and large.upper() == large
        return capitals or (len(names) > 1 and plain(names[-1]) in jurisdiction_phrases())

    def _is_named_in_prose(self, text: str, place: str, start: int) -> bool:
        return bool(re.search(rf"\b(?:in|at|to|from|near|of|for) {re.escape(place.title())}\b", text[start:]))
