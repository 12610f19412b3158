"""Facts that an outlet states itself: how old somebody is, how many died or were hurt, when and where it happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ..entities.happenings import happenings
from ..entities.slots import governors, origin, sites
from ..knowledge import load
from ..models import Passage, Quantity, Span, When
from ..text import WORD, Range
from .document import Document
from .names import Name
from .quantities import find_quantities
from .venue import find_towns

FIELDS = {"people killed": "killed", "people injured": "injured"}
"""What a quantity counts, and the name of the fact."""

LEAD = 6
"""Sentences from the top, the headline included, that tell the article's own event. Further down the counts of other
events stand beside it, as background."""

TOP = 2
"""Sentences, the headline included, that tell whether the article is about several scenes."""

REACH = 500
"""Code points of a sentence that are looked at on either side of a number."""

CLAUSE = 40
"""Code points that hold the words right before a count, or between a name and an age."""

LONG = ("year", "decade", "century")
"""Precisions of time expressions that place a count in history, not in the news."""

_SPACE = r"[ \t\u00a0]"
_BEFORE_NAME = re.compile(rf"(?:{_SPACE}{{1,2}}|{_SPACE}?\n)(?:[a-z][a-z'’-]{{1,20}}{_SPACE}{{1,2}})?")
_BEHIND_NAME = re.compile(
    rf"{_SPACE}?[,(]{_SPACE}?(?:(?:who|he|she){_SPACE})?(?:(?:is|was|a|an|the|age|aged|just|now|then){_SPACE}){{0,2}}"
)
_BE = re.compile(rf"{_SPACE}(?:is|was){_SPACE}(?:(?:a|an|just|only){_SPACE})?")
_OTHERS = re.compile(r"\s*(?:more|others?|additional|another)\b", re.IGNORECASE)
_GOVERNOR = re.compile(r"\b([A-Za-z]+)\s(?:(?:the|another|all|an|some|other)\s){0,2}$")
_PART = re.compile(r"\bof (?:them|whom|these|those)\b", re.IGNORECASE)
_ALSO = re.compile(r"(?:\s\w+){0,3}\salso\b")
_COORDINATED = re.compile(r"(?:,|&|\band)\s*$")
_SINCE = re.compile(
    r"\b(?:(?:this|last|past|each|every|per|a) (?:year|decade)|so far|annually|since|in (?:19|20)\d\d)\b", re.IGNORECASE
)
_NEXT_WORD = re.compile(r" (?:[A-Z][\w.]* ){0,2}([a-z]+)")
_RUN_ON = re.compile(r"(?<=[a-z]{2}\.)(?=[A-Z])")
"""A full stop without a space behind it, as where a page's paragraphs were put together."""
_NAMED_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b\d{4}-\d\d|/\d",
    re.IGNORECASE,
)
_NAMED_LONG = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^\d{4}$"
)
_PARTITIVE = re.compile(r"\bof (?:its|the|their|those|these|his|her) $")
_OFFSET = re.compile(r"\s(?:after|afterwards?|before|beforehand|ago|later|earlier|from|since|prior)\b")
"""Behind a span of time, what makes it the distance from another time: "two weeks after"."""
_WINDOW = 30
"""Code points before a span of time that hold its bound ("more than")."""


class Fact(NamedTuple):
    """One fact that the text states: its sentence, its number, and whom it is about."""

    content: Passage
    quantity: Quantity
    subject: Passage | None
    """The person whose age it is; None for a count, and for the age of somebody without a name ("a boy")."""
    field: str
    """'age', 'killed', 'injured', or else what is counted, 'money' or 'percent'."""


class Happening(NamedTuple):
    """A day or a town at which the text says that something happened: its sentence, and the phrase."""

    content: Passage
    phrase: When | Passage


def find_facts(text: str | Document, quantities: Sequence[Quantity], dates: Sequence[When] = ()) -> list[Fact]:
    """The facts that ``text`` states, in order, from its ``quantities`` and time expressions.

    An age needs the full name of its person beside it. Of the rest only what stands near the top is taken, and of
    deaths and injuries none that sums several scenes, counts those beside somebody else ("and three others"), or
    belongs to other times.
    """
    document = Document.of(text)
    lasting = _durations(document.text, dates)
    found = sorted([*quantities, *lasting], key=lambda q: q.span.start)
    wanted = [q for q in found if q.kind == "age" or q.counted in FIELDS or _telling(q) or _governable(q)]
    if not wanted:
        return []
    text, ranges = document.text, document.sentences
    starts = [start for start, _ in ranges]
    names = [name for name in document.names if name.kind in ("person", "unknown")]
    several = any(_words(text[start : min(end, start + 2 * REACH)]) & _table("scenes") for start, end in ranges[:TOP])
    facts: list[Fact] = []
    for quantity in wanted:
        place = max(bisect_right(starts, quantity.span.start) - 1, 0)
        if quantity.kind == "age":
            subject = _person(text, quantity, names)
            unnamed = _of_somebody(text, quantity) and not _quoted(text, quantity.span.start)
            if quantity.value is not None and (subject is not None or unnamed):
                facts.append(Fact(_sentence(text, quantity, ranges[place]), quantity, subject, "age"))
            continue
        if _quoted(text, quantity.span.start):
            continue
        content = _sentence(text, quantity, ranges[place])
        if _governable(quantity) and _is_governed(content, quantity):
            facts.append(Fact(content, quantity, None, quantity.counted or quantity.kind))
            continue
        if place >= LEAD or not (quantity.counted in FIELDS or _telling(quantity)):
            continue
        if quantity.counted not in FIELDS:
            facts.append(Fact(content, quantity, None, quantity.counted or quantity.kind))
        elif not several and not _elsewhere(content, dates) and _whole(text, content, quantity):
            facts.append(Fact(content, quantity, None, FIELDS[quantity.counted or ""]))
    return facts


def find_happenings(text: str | Document, dates: Sequence[When]) -> list[Happening]:
    """The days and towns at which ``text`` says that something happened, in order.

    A day needs a name or a number of the calendar; "today" is as old as the page. What stands in quotation marks is
    left out, and so is the day of a report ("police said Friday").
    """
    document = Document.of(text)
    text = document.text
    phrases: list[tuple[Range, When | None]] = [(town, None) for town in find_towns(text)]
    phrases += [((when.span.start, when.span.end), when) for when in dates if when.span and _is_named_day(when)]
    ranges = document.sentences if phrases else []
    starts = [start for start, _ in ranges]
    found = []
    for (start, end), when in sorted(phrases, key=itemgetter(0)):
        if _quoted(text, start):
            continue
        low, high = _near(text, start, end, ranges[max(bisect_right(starts, start) - 1, 0)])
        if when is not None and when.precision == "year":
            tells = origin(text[low:high], start - low) is not None
        else:
            tells = bool(happenings(text[low:high], start - low, end - low))
        if tells or (when is None and sites(text[low:high], start - low)):
            found.append(Happening(Passage.cut(text, low, high), when or Passage.cut(text, start, end)))
    return found


def _is_named_day(when: When) -> bool:
    """Whether an expression gives one day, by a weekday's name or by a date, or one month or year by its name."""
    if when.precision in ("month", "year"):
        return when.start is not None and bool(_NAMED_LONG.search(when.text or ""))
    return when.start is not None and when.start == when.end and bool(_NAMED_DAY.search(when.text or ""))


def find_people(text: str | Document) -> list[Passage]:
    """The first place of each full name of a person, in order."""
    document = Document.of(text)
    found: dict[str, int] = {}
    for name in document.names:
        if name.kind == "person":
            found.setdefault(document.text[name.start : name.end], name.start)
    return [
        Passage.cut(document.text, start, start + len(name))
        for name, start in found.items()
        if len(name.split()) > 1 and "\n" not in name
    ]


def _telling(quantity: Quantity) -> bool:
    """Whether a number is a sum, a share, or a count of more than one thing. Counts of people could be of anybody."""
    if quantity.kind in ("money", "percent"):
        return True
    counted = (quantity.counted or "").split()
    things = bool(counted) and len(counted[-1]) > 2 and not set(counted) & _table("people")
    return things and quantity.kind == "count" and quantity.value not in (None, 0, 1)


def _durations(text: str, dates: Sequence[When]) -> list[Quantity]:
    """The spans of time among ``dates`` as quantities: "18 months", "about six hours"."""
    found = []
    for when in dates:
        if when.type != "DURATION" or when.span is None:
            continue
        low, end = text.rfind("\n", 0, when.span.start) + 1, when.span.end
        low = max(low, text.find(" ", max(0, when.span.start - _WINDOW), when.span.start) + 1)
        for quantity in find_quantities(text[low:end]):
            span = Span(start=quantity.span.start + low, end=quantity.span.end + low)
            if quantity.kind == "measure" and span.end == end:
                found.append(quantity.model_copy(update={"span": span}))
    return found


def _governable(quantity: Quantity) -> bool:
    """Whether a number is a measure, a score, or a count of more than one, of which its governor may tell the fact."""
    if quantity.kind in ("measure", "score"):
        return True
    return quantity.kind == "count" and quantity.counted not in (None, *FIELDS) and quantity.value != 1


def _is_governed(content: Passage, quantity: Quantity) -> bool:
    """Whether a word of the sentence tells what a number is of: "held 3,200 sofas", "85 residents attended"."""
    start, end = quantity.span.start - content.span.start, quantity.span.end - content.span.start
    if quantity.kind == "score":
        return "vote" in happenings(content.text, start, end)
    if _PARTITIVE.search(content.text, 0, start) or _OFFSET.match(content.text, end):
        return False
    return bool(governors(content.text, start, end, quantity.counted or ""))


def _of_somebody(text: str, quantity: Quantity) -> bool:
    """Whether an age stands before the word for a person, or in its place: "a 14-year-old boy", "the 14-year-old"."""
    if not quantity.text.lower().endswith("-old"):
        return False
    behind = _NEXT_WORD.match(text, quantity.span.end)
    return behind is None or behind[1] in _table("single") | _table("people") | _closed()


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks that its paragraph has opened."""
    start = max(text.rfind("\n", 0, at) + 1, at - 2 * REACH)
    straight = text.count('"', start, at) % 2 == 1
    return straight or text.rfind("“", start, at) > text.rfind("”", start, at)


def _sentence(text: str, quantity: Quantity, sentence: Range) -> Passage:
    return Passage.cut(text, *_near(text, quantity.span.start, quantity.span.end, sentence))


def _near(text: str, start: int, end: int, sentence: Range) -> Range:
    """The sentence of a phrase; of an endless one only what is near, of two that run into one the one of the phrase."""
    low, high = min(start, max(sentence[0], start - REACH)), max(end, min(sentence[1], end + REACH))
    low = max((stop.start() for stop in _RUN_ON.finditer(text, low, start)), default=low)
    return low, stop.start() if (stop := _RUN_ON.search(text, end, high)) else high


def _person(text: str, quantity: Quantity, names: list[Name]) -> Passage | None:
    """Whose age it is: the name right behind "34-year-old", or before a comma or a bracket."""
    start, end = quantity.span.start, quantity.span.end
    at = bisect_right(names, start, key=lambda name: name.start)
    before = names[at - 1] if at else None
    behind = names[at] if at < len(names) else None
    if behind is not None and behind.start - end < CLAUSE and quantity.text.lower().endswith("old"):
        gap = _BEFORE_NAME.fullmatch(text, end, behind.start)
        if gap and not set(gap.group().split()) & _closed():
            return _of_person(text, _past_place(text, behind, names[at + 1 : at + 2]), names)
    if before is not None and before.end <= start and start - before.end < CLAUSE:
        between = text[before.end : start]
        if _BEHIND_NAME.fullmatch(between) or _BE.fullmatch(between):
            return _of_person(text, before, names)
    return None


def _past_place(text: str, name: Name, following: list[Name]) -> Name:
    """The person behind "34-year-old Osterby man", or the name itself."""
    for person in following:
        if text[name.end : person.start].strip() in _table("people") | _table("single"):
            return person
    return name


def _of_person(text: str, name: Name, names: list[Name]) -> Passage | None:
    """The name where it has two words or more, or ends one person's name; another word alone could be a place."""
    passage = Passage.cut(text, name.start, name.end)
    if len(passage.text.split()) > 1:
        return passage
    longer = {text[n.start : n.end]: n.kind for n in names if text.endswith(f" {passage.text}", n.start, n.end)}
    return passage if list(longer.values()) == ["person"] else None


def _elsewhere(content: Passage, dates: Sequence[When]) -> bool:
    """Whether a sentence tells of several scenes, or of other times."""
    if _words(content.text) & _table("scenes") or _SINCE.search(content.text):
        return True
    return any(
        when.precision in LONG and when.span is not None and content.span.start <= when.span.start < content.span.end
        for when in dates
    )


def _whole(text: str, content: Passage, quantity: Quantity) -> bool:
    """Whether a count leaves nobody out whom the sentence tells of beside it."""
    before = text[content.span.start : quantity.span.start]
    same = _fates(quantity.counted or "")
    told = _words(_GOVERNOR.sub("", before) if _governed(before, same) else before)
    # "A girl was hurt, two men also wounded": somebody met the same fate before.
    if (
        _PART.search(content.text)
        or told & same
        or _beside(before)
        or _ALSO.match(text, quantity.span.end, content.span.end)
    ):
        return False
    fates = _fates("people killed") | _fates("people injured") | {"shot"}
    # "Six boys and two men were hurt", "a baby and three others were hurt": one verb tells the fate of both.
    if _COORDINATED.search(before[-CLAUSE:]) and told & _table("people") and not told & fates:
        return False
    return not (told and _OTHERS.match(text, quantity.span.end)) or bool(told & fates)


def _governed(before: str, fates: frozenset[str]) -> bool:
    """Whether the words before a count end in the verb whose object it is: "killing", "has killed another"."""
    verb = _GOVERNOR.search(before)
    return verb is not None and verb[1].lower() in fates


def _beside(before: str) -> bool:
    """Whether somebody who is not counted stands right before a count: "Baby, 4 people injured"."""
    words = [match.group().lower() for match in WORD.finditer(before[-CLAUSE:])]
    if words and words[-1] == "and":
        words.pop()
    stopped = before.rstrip(" ,&").endswith((".", ":", ";", "!", "?"))
    return bool(words) and words[-1] in _table("single") and not stopped


def _words(text: str) -> set[str]:
    return {match.group().lower() for match in WORD.finditer(text)}


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load("casualties")[name])


@cache
def _fates(counted: str) -> frozenset[str]:
    names = ("killed", "killing") if counted == "people killed" else ("injured", "injuring")
    return frozenset(word for name in names for word in load("casualties")[name])


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"])
