"""Slots: the values in an outlet's own statements that two sources can give differently.

Every number, length of time, day and place outside of quotation marks is one, in whatever sentence; none is weighed
here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..entities.times import has_clock
from ..entities.values import Value, address_of
from ..knowledge import load
from ..models import Passage, Quantity, Span, When
from ..text import Range
from .addresses import find_addresses
from .document import Document
from .name_words import Name
from .page_stamps import is_credit, is_stamp
from .places import find_places

REACH = 500
"""Code points of a sentence that are kept on either side of a slot."""

CLAUSE = 40
"""Most code points between a name and its age."""

SHORTEST, _STOPS = 4, ".!?"
"""Words of a sentence that tells something, and the marks that end one: what has neither is a heading or a label."""

TAKEN = 24
"""Ranges that begin before a sentence ends, the last ones, of which one may lie in it."""

UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
"""The unit of a length of time, by its letter in a TIMEX3 value."""

_SPACE = r"[ \t\u00a0]"
_BEFORE_NAME = re.compile(rf"(?:{_SPACE}{{1,2}}|{_SPACE}?\n)(?:[a-z][a-z'’-]{{1,20}}{_SPACE}{{1,2}})?")
_BEHIND_NAME = re.compile(
    rf"{_SPACE}?[,(]{_SPACE}?(?:(?:who|he|she){_SPACE})?"
    rf"(?:(?:is|was|a|an|the|age|aged|just|now|then|in|his|her){_SPACE}){{0,3}}"
)
_BE = re.compile(rf"{_SPACE}(?:is|was){_SPACE}(?:(?:a|an|just|only|in his|in her){_SPACE})?")
_RUN_ON = re.compile(r"\.(?<=[a-z]{2}\.)(?=[A-Z])")
"""A full stop without a space behind it, as where a page's paragraphs were put together."""
_WORD_BEHIND = re.compile(rf"{_SPACE}([a-z]+)")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")


class Slot(NamedTuple):
    """One value that the text states: its sentence, the value itself, and whose it is."""

    content: Passage
    value: Value
    """A number, a day, or the name of a place."""
    subject: Passage | None
    """The person whose age it is."""

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.value.span or self.content.span


def find_slots(text: str | Document, quantities: Sequence[Quantity], dates: Sequence[When] = ()) -> list[Slot]:
    """The slots of a text in order: its numbers, lengths of time, days and places, but for those in quotation marks."""
    document = Document.of(text)
    values: list[Value] = [*_numbers(quantities, dates), *_days(document.text, dates), *_places(document)]
    if not values:
        return []
    text, ranges = document.text, document.sentences
    starts = [start for start, _ in ranges]
    people = [name for name in document.names if name.kind in ("person", "unknown")]
    found = []
    for value in sorted(values, key=_start):
        start = _start(value)
        if document.is_quoted(start):
            continue
        sentence = ranges[max(bisect_right(starts, start) - 1, 0)]
        content = Passage.cut(text, *_near(text, start, _end(value), sentence))
        is_age = isinstance(value, Quantity) and value.kind == "age"
        found.append(Slot(content, value, _person(text, value, people) if is_age else None))
    return found


def find_statements(text: str | Document, taken: Iterable[Range]) -> list[Passage]:
    """The sentences outside of quotation marks in which none of the ``taken`` ranges lies."""
    document = Document.of(text)
    text, starts = document.text, sorted(taken)
    found = []
    for start, end in document.sentences:
        at = bisect_right(starts, (end,))
        told = any(first < end and start < last for first, last in starts[max(0, at - TAKEN) : at])
        whole = len(text[start:end].split()) >= SHORTEST and text[end - 1] in _STOPS
        if whole and not told and not document.is_quoted(start):
            found.append(Passage.cut(text, start, end))
    return found


def find_people(text: str | Document) -> list[Passage]:
    """The first place of each full name of a person, in order, but for photographers."""
    document = Document.of(text)
    found: dict[str, int] = {}
    for name in document.names:
        if name.kind == "person" and not is_credit(document.text, name.start, name.end):
            found.setdefault(document.text[name.start : name.end], name.start)
    return [
        Passage.cut(document.text, start, start + len(name))
        for name, start in found.items()
        if len(name.split()) > 1 and "\n" not in name
    ]


def _numbers(quantities: Sequence[Quantity], dates: Sequence[When]) -> Iterator[Quantity]:
    """The quantities that say how much, and the lengths of time among the dates."""
    yield from (q for q in quantities if q.kind != "ordinal")
    ages = {q.span.start for q in quantities if q.kind == "age"}
    for when in dates:
        length = _LENGTH.fullmatch(when.value or "") if when.type == "DURATION" else None
        if length and when.span and when.text and when.span.start not in ages:
            value, unit = float(length[2]), UNITS.get(length[1] + length[3], "month")
            yield Quantity(
                text=when.text, span=when.span, kind="measure", value=value, low=value, high=value, unit=unit
            )


def _days(text: str, dates: Sequence[When]) -> Iterator[When]:
    """The expressions that give an hour, a day or more than a week, or name a weekday; stamps tell nothing."""
    for when in dates:
        placed = when.start is not None and when.precision not in ("week", "weekend")
        hour = has_clock(when) and when.rule != "part_of"  # "In the afternoon", of no day, is too little.
        told = when.type in ("DATE", "TIME") and (placed or when.value is None or hour)
        if told and when.span and not is_stamp(text, when.span.start, when.span.end):
            yield when


def _places(document: Document) -> Iterator[Passage]:
    """The addresses, and the names of places that are no part of one, nor of something that a street's name tells."""
    addresses = find_addresses(document.text)
    yield from addresses
    ends = [address.span.end for address in addresses]
    for place in find_places(document):
        at = bisect_right(ends, place.span.start)
        apart = at == len(addresses) or place.span.end <= addresses[at].span.start
        if apart and not address_of(place):
            yield place


def _start(value: Value) -> int:
    return value.span.start if value.span else 0


def _end(value: Value) -> int:
    return value.span.end if value.span else 0


def _near(text: str, start: int, end: int, sentence: Range) -> Range:
    """The sentence of a slot; of an endless one only what is near, of two that run into one the one of the slot."""
    low, high = min(start, max(sentence[0], start - REACH)), max(end, min(sentence[1], end + REACH))
    low = max((stop.end() for stop in _RUN_ON.finditer(text, low, start)), default=low)
    return low, stop.end() if (stop := _RUN_ON.search(text, end - 1, high)) else high


def _person(text: str, age: Value, names: list[Name]) -> Passage | None:
    """Whose age it is: the name right behind "34-year-old", or before a comma or a bracket."""
    start, end = _start(age), _end(age)
    at = bisect_right(names, start, key=lambda name: name.start)
    before = names[at - 1] if at else None
    behind = names[at] if at < len(names) else None
    if behind is not None and behind.start - end < CLAUSE and text[start:end].lower().endswith("old"):
        gap = _BEFORE_NAME.fullmatch(text, end, behind.start)
        if gap and not set(gap.group().split()) & _closed():
            person = _past_place(text, behind, names[at + 1 : at + 2])
            return None if _is_followed(text, person) else _of_person(text, person, names)
    if before is not None and before.end <= start and start - before.end < CLAUSE:
        between = text[before.end : start]
        if _BEHIND_NAME.fullmatch(between) or _BE.fullmatch(between):
            return _of_person(text, before, names)
    return None


def _is_followed(text: str, name: Name) -> bool:
    """Whether a name is where a person without one is from: "the 34-year-old Osterby *man* fell"."""
    following = _WORD_BEHIND.match(text, name.end)
    return following is not None and (following[1] in _table("people") or following[1] in _table("single"))


def _past_place(text: str, name: Name, following: list[Name]) -> Name:
    """The person behind "34-year-old Osterby man", or the name itself."""
    for person in following:
        between = text[name.end : person.start].strip()
        if between in _table("people") or between in _table("single"):
            return person
    return name


def _of_person(text: str, name: Name, names: list[Name]) -> Passage | None:
    """The name where it has two words or more, or ends one person's name; another word alone could be a place."""
    passage = Passage.cut(text, name.start, name.end)
    if len(passage.text.split()) > 1:
        return passage
    longer = {text[n.start : n.end]: n.kind for n in names if text.endswith(f" {passage.text}", n.start, n.end)}
    return passage if list(longer.values()) == ["person"] else None


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load("casualties")[name])


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"])
