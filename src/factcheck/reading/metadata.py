"""What an article says about itself: outlet, headline, by-line, days, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from ..entities.dates import find_yearless, read_date, readings
from ..entities.outlets import wire
from ..knowledge import load, words
from ..models import Interval, Passage
from .decoding import printable
from .naming import is_outlet

MAX_NAME_WORDS = 5
"""Longest name in a by-line, in words."""

_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&]|\b(?:and|with)\b)\s*", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"\s+(?:in|for|at|of|from)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


@dataclass
class Metadata:
    """The fields of an article that its front lines fill. What is stated first holds."""

    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Interval | None = None
    updated: Interval | None = None
    url: str | None = None
    language: str | None = None
    place: Passage | None = None
    """The place of the dateline, which stands in the text."""
    agency: str | None = None
    """What the dateline names as the outlet or its wire."""
    credits: tuple[str, ...] = ()
    """Outlets that the by-line or a closing line names beside the authors."""
    day: str | None = None
    """A day of publication that lacks its year, or has the month in digits before or behind the day."""

    def put(self, field: str, stated: str) -> None:
        """Fill ``field`` from the string that states it, unless it is filled or the string makes no sense for it."""
        value = " ".join(printable(stated).split())
        if not value or getattr(self, field):
            return
        if field in ("published", "updated"):
            setattr(self, field, read_date(value))
            if not getattr(self, field):
                self.put("day", value)
        elif field == "day":
            self.day = value if find_yearless(value) or readings(value) else None
        elif field == "authors":
            self.authors = names(value) or (value,)
            self.credits += tuple(outlets(value))
        elif field == "language":
            match = _LANGUAGE.fullmatch(value)
            self.language = match[1].lower() if match else None
        elif _ADDRESS.fullmatch(value):
            self.url = self.url or value
        elif field != "url":
            setattr(self, field, value)

    def fill(self, other: Metadata) -> None:
        """Take over what is open here and stated there."""
        for field in fields(self):
            if not getattr(self, field.name):
                setattr(self, field.name, getattr(other, field.name))

    def put_place(self, text: str, start: int, length: int) -> None:
        """Keep ``length`` code points of ``text`` from ``start`` on as the place, unless there is one."""
        if self.place is None and start >= 0:
            self.place = Passage.cut(text, start, start + length)

    @property
    def credit(self) -> str | None:
        """The wire agency that the dateline, the outlet's name or the by-line credits."""
        stated = (self.agency, self.source, *self.credits)
        return next((name for one in stated if one and (name := wire(one))), None)

    @property
    def outlet(self) -> str | None:
        """The outlet as stated, or else the host of the article's address, or else the agency of its dateline."""
        return self.source or (_host(self.url) if self.url else None) or self.agency


def label(name: str) -> str | None:
    """The field that a label such as "Published on" or "site_name" introduces, or None."""
    field: str | None = load("front_lines")["labels"].get(name.strip().lower())
    return field


def names(byline: str) -> tuple[str, ...] | None:
    """The names in a by-line without its "by", or None where it is no by-line.

    Roles, desks and outlets beside a name are left out; a by-line of nothing else is kept as it stands.
    """
    table = load("front_lines")["phrases"]
    parts = [part for part in _BETWEEN_NAMES.split(byline.strip()) if part]
    people: list[str] = []
    desks: list[str] = []
    for number, part in enumerate(parts):
        name, *behind = _BEHIND_NAME.split(part)
        tokens = name.split()
        if {token.lower().strip(".") for token in tokens} & set(table["desks"]) or is_outlet(name):
            desks.append(part)
        elif not _is_name(tokens, table["particles"]) or any(not piece[:1].isupper() for piece in behind):
            return None
        elif len(tokens) > 1 or number == 0:
            people.append(name)
    return tuple(people or desks) or None


def outlets(byline: str) -> list[str]:
    """The outlets among the parts of a by-line: "Ada Quill, The Lenn Courier"."""
    parts = (part for part in _BETWEEN_NAMES.split(byline.strip()) if part)
    roles = words("front_lines", "phrases", "desks")
    return [part for part in parts if is_outlet(part) and roles.isdisjoint(part.lower().split())]


def _is_name(tokens: list[str], particles: list[str]) -> bool:
    if not 0 < len(tokens) <= MAX_NAME_WORDS:
        return False
    if any(not token.replace(".", "").replace("-", "").replace("'", "").replace("’", "").isalpha() for token in tokens):
        return False
    return all(token[0].isupper() or token in particles for token in tokens) and tokens[-1][0].isupper()


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
