"""Stamps: what a short line beside the prose states, such as a day, a by-line, an outlet or a place."""

from __future__ import annotations

import re
from functools import lru_cache

from ..entities.dates import find_day, find_yearless, opens_with_weekday
from ..knowledge import load, words
from ..text import Range
from .metadata import label, names, outlets
from .naming import is_genre, is_name, is_numbered, is_outlet, is_person, is_section

MAX_LINE = 200
"""Longest line that is read as a stamp, in code points."""

MAX_FREE_WORDS = 12
"""Longest piece of a stamp that is none of the known ones, in words: a remark, or a headline."""

MAX_REMARK = 3
"""Longest remark behind a day, in words ("page 4")."""

LEAST_HEADLINE = 4
"""Such a piece of so many words before the others is the headline."""

Facts = list[tuple[str, str]]
"""Fields with the strings that state them. "day" is a day without its year; "genre" says what sort of text it is, and
"series" which number of one."""

_SEGMENTS = re.compile(
    r"\s*+[|·•\t]\s*+|\s+(?:/|[—–―-]|--+)\s+|(?<!time)(?<!:)\s+(?=\d{1,3}[ -]min(?:ute)?s?\b)"
    r"|[,;.]?\s++(?<!last )(?<!first )(?<!originally )(?<!was )"
    r"(?=(?:(?:last|first|originally) )?(?:updated|published|posted|modified)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"([A-Za-z][A-Za-z _]{1,24}):\s*+(\S.*)")
_READ_TIME = re.compile(r"(?:reading time:?\s*+)?\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?", re.IGNORECASE)
_AGO = re.compile(r"\d{1,3} (?:second|minute|min|hour|hr|day|week|month)s? ago", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?")
_PIECES = re.compile(r"[,;:()\[\]@]|\s+(?:/|[—–―-]|--+)(?=\s|$)|^[—–―-]")
_SET_OFF = re.compile(r"[,;:()\[\]@|/—–―.-]\s*+$")
_TRAILING = re.compile(r"\s+(?:on|at)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|on|at|of)\s*$", re.IGNORECASE)
_HANDLE = re.compile(r"\w{2,30}")
_LEADING = re.compile(r"^(?:in|from|at|on)\s+", re.IGNORECASE)
_STOPPED = re.compile(r".*[^.][.!?…][\"'”’»)\]]*", re.DOTALL)


def classify(line: str) -> Facts | None:
    """The facts that a stamp states (maybe none, as in "5 minute read"), or None where ``line`` is no stamp."""
    if len(line) > MAX_LINE:
        return None
    bare = _apart().sub(r"\1: ", line.replace("**", "").strip("*_ "))
    segments = [part.strip() for part in _SEGMENTS.split(bare) if part and part.strip()]
    found = [_segment(segment) for segment in segments]
    known = [facts for facts in found if facts is not None]
    if len(known) == len(found):
        return [fact for facts in known for fact in facts]
    if not any(known) or (found[-1] is None and _STOPPED.fullmatch(line)):
        return None
    facts: Facts = []
    for number, (segment, stated) in enumerate(zip(segments, found, strict=True)):
        free = _free(segment, first=number == 0) if stated is None else stated
        if free is None:
            return None
        facts += free
    return facts


def is_date(text: str) -> bool:
    """Whether ``text`` holds nothing but a date and a time of day."""
    return any(c.isdigit() for c in text) and _is_calendar(text)


def introduces(text: str) -> bool:
    """Whether ``text`` is what stands before a day: "Published", "Last updated"."""
    return any(_introduction(kind).fullmatch(text) for kind in ("published", "updated"))


def piece_facts(piece: str) -> Facts | None:
    """What a piece beside a day states: nothing new, an author, an outlet or a place; None where it is prose."""
    piece = _LEADING.sub("", _TRAILING.sub("", piece.strip(" .,*_")), count=1)
    if not piece or _is_calendar(piece) or is_section(piece):
        return []
    if is_genre(piece):
        return [("genre", piece)]
    by = byline().match(piece)
    if by:
        people = piece[by.end() :]
        return _by(people) or ([("authors", people)] if _HANDLE.fullmatch(people) else None)
    if is_outlet(piece):
        return [("source", piece)]
    if is_person(piece):
        return [("authors", piece)]
    place: Facts = [] if _is_common(piece) else [("place", piece)]
    return place if is_name(piece) else None


@lru_cache(maxsize=1)
def byline() -> re.Pattern[str]:
    """What opens a by-line."""
    lead = "|".join(load("front_lines")["phrases"]["byline"])
    return re.compile(rf"(?:(?:{lead}) )?(?:by|from):?\s++", re.IGNORECASE)


def _segment(line: str) -> Facts | None:
    quick = _quick(line)
    if quick is not None:
        return quick
    if is_genre(line) and not find_day(line):
        return [("series" if is_numbered(line) else "genre", line)]
    introduced = next(filter(None, (_introduced(line, kind) for kind in ("published", "updated"))), None)
    if introduced:
        return introduced
    by = byline().match(line)
    if by and not find_day(line) and (line[:2].lower() == "by" or by.end() > 5):
        return _by(line[by.end() :])
    span = find_day(line)
    return _around(line, span, "published") if span else _yearless_line(line)


def _quick(line: str) -> Facts | None:
    if _READ_TIME.fullmatch(line) or _AGO.fullmatch(line) or is_section(line):
        return []
    if _ADDRESS.fullmatch(line):
        return [("url", line)]
    labelled = _LABELLED.fullmatch(line)
    named = label(labelled[1]) if labelled else None
    if labelled and named == "authors":
        return _by(labelled[2]) or [(named, labelled[2])]
    return [(named, labelled[2])] if labelled and named else None


def _introduced(line: str, kind: str) -> Facts | None:
    lead = _introduction(kind).match(line)
    if not lead:
        return None
    rest = line[lead.end() :]
    if _AGO.match(rest) or (is_date(rest) and find_day(rest)):
        return [(kind, rest)]
    span = find_day(rest)
    if span:
        return _around(rest, span, kind)
    return [("day", rest)] if find_yearless(rest) and is_date(rest) else None


def _yearless_line(line: str) -> Facts | None:
    """A line that is a weekday with its day and month, or a place with them, and nothing else."""
    span = find_yearless(line)
    if span is None or not (opens_with_weekday(line[slice(*span)]) or _SET_OFF.search(line, 0, span[0])):
        return None
    return _around(line, span, "day")


def _around(line: str, span: Range, kind: str) -> Facts | None:
    """What stands at either side of a day, if that is no prose.

    A comma or a bracket sets the day off. Words before it that are none of the known pieces are then the headline, or a
    remark where an outlet is named before it.
    """
    before, after = _ARTICLE.sub("", line[: span[0]]), line[span[1] :]
    for other in ("published", "updated"):
        lead = _introduction_behind(other).search(before)
        if lead:
            kind, before = (kind if kind == "day" else other), before[: lead.start()]
    if not _is_calendar(before) and not _SET_OFF.search(before) and not byline().match(before):
        return None
    facts: Facts = [(kind, line[slice(*span)])]
    free = False
    for piece in _PIECES.split(before):
        stated = piece_facts(piece)
        free = free or stated is None
        facts += stated or []
    for piece in _PIECES.split(after):
        stated = piece_facts(piece)
        if stated is None and len(piece.split()) > MAX_REMARK:
            return None
        facts += stated or []
    if not free:
        return facts
    if kind == "day" or not _is_calendar(after) or len(before.split()) > MAX_FREE_WORDS or _STOPPED.fullmatch(line):
        return None
    named = [fact for fact in facts if fact[0] in (kind, "source")]
    return named if len(named) > 1 else [*named, ("title", before.rstrip(" ,;:(["))]


def _by(people: str) -> Facts | None:
    """The facts of a by-line behind its "by"."""
    people = people.rstrip(".")
    if not names(people):
        return None
    facts: Facts = [("authors", people)]
    return facts + [("source", outlet) for outlet in outlets(people)]


def _free(segment: str, *, first: bool) -> Facts | None:
    """What a piece of a stamp states that is none of the known ones; None where it is too long for one."""
    if is_outlet(segment):
        return [("source", segment)]
    if is_person(segment):
        return [("authors", segment)]
    count = len(segment.split())
    if count > MAX_FREE_WORDS:
        return None
    return [("title", segment)] if first and count >= LEAST_HEADLINE else []


def _is_common(text: str) -> bool:
    """Whether all words of ``text`` are common ones, as in "Morning Programme" or "Drive Time": no name of a place."""
    return all(word.lower() in _common() for word in _LETTERS.findall(text))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    table = load("common_words")["bands"]
    return frozenset(word for band in table.values() for word in band) | words("front_lines", "heads", "programmes")


def _is_calendar(text: str) -> bool:
    """Whether all words of ``text`` are such as stand in dates and times of day."""
    calendar = load("calendar")
    known = words("front_lines", "phrases", "date_words")
    letters = (word.lower() for word in _LETTERS.findall(text))
    return all(word in known or word in calendar["months"] or word in calendar["weekdays"] for word in letters)


def _choice(*path: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words(*path), key=len, reverse=True))


@lru_cache(maxsize=2)
def _introduction(kind: str) -> re.Pattern[str]:
    lead, known = r"(?:this )?(?:article|story|page|post|video|item) (?:was )?", _choice("front_lines", "phrases", kind)
    return re.compile(rf"(?:{lead})?(?:{known})\b:?\s*+(?:on\b|at\b)?:?\s*+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    """An introduction that a dash or a bar parts from its date."""
    both = f"{_choice('front_lines', 'phrases', 'published')}|{_choice('front_lines', 'phrases', 'updated')}"
    return re.compile(rf"\b({both})\s*+[|—–-]\s+(?=[^\W_]{{0,10}}\W{{0,2}}\d|\w{{3,9}},? \w{{3,9}})", re.IGNORECASE)


@lru_cache(maxsize=2)
def _introduction_behind(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_choice('front_lines', 'phrases', kind)}):?\s*+(?:on|at)?:?\s*+$", re.IGNORECASE)
