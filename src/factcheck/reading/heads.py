"""Heads: which of the lines above the prose is the headline, which the masthead, which an author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Range
from .naming import is_body, is_name, is_outlet, is_person, media_words
from .stamps import Facts

MAX_KICKER_WORDS = 3
"""A line of so few words above a longer unstopped one is a kicker ("A CLOSE CALL"), and the longer one the headline."""

MAX_MASTHEAD_WORDS = 6
"""Longest masthead that is told by where it stands alone, in words."""

_BEHIND_NAME = re.compile(r"\s+[—–|/-]\s+|\s*+[,:(]\s*+")
_SITE = re.compile(r"(?P<title>\S.{10,}\S)\s+[—–|-]\s+(?P<site>\S.{2,40})")
_OFFICIAL = re.compile(
    r"(?:the )?(?:ministry|department|office|university|government|embassy|city|county|town) of ", re.IGNORECASE
)
_UNSTOPPED = re.compile(r".*[^\s.…,;:][\"'”’»)\]]*", re.DOTALL)


@dataclass(frozen=True)
class HeadLine:
    """A line above the prose: its words, the block of lines it is in, and what it states, where it is a stamp."""

    span: Range
    words: str
    block: int
    facts: Facts | None = None


@dataclass(frozen=True)
class Roles:
    """What the lines that are no stamps are."""

    outlet: str | None = None
    title: str | None = None
    author: str | None = None


def assign(lines: Sequence[HeadLine], *, titled: bool) -> Roles:
    """The roles of the lines above the prose, in their order.

    An outlet is told by its words ("The Lenn Courier") wherever it stands; a public body or a company by its words
    where it stands first; anything else by its place: first in a block with a motto or a date, above a block with a
    headline. The headline is the first line left over.

    Args:
        lines: All lines above the prose.
        titled: Whether the headline is known already.
    """
    plain = [line for line in lines if line.facts is None]
    outlet = _outlet(lines, plain, titled=titled)
    rest = [line for line in plain if line is not outlet]
    if outlet and outlet is plain[0]:
        elsewhere = [line for line in rest if line.block != outlet.block]
        rest = elsewhere or [line for line in rest if not is_name(line.words) and not _is_motto(line.words)]
    author = next((line for line in rest[1:] if is_person(line.words)), None)
    rest = [line for line in rest if line is not author]
    title = _headline(rest) if not titled else None
    site = _SITE.fullmatch(title or "")
    if site and not outlet and is_outlet(site["site"]):
        return Roles(site["site"], site["title"], author.words if author else None)
    return Roles(_name(outlet.words) if outlet else None, title, author.words if author else None)


def _outlet(lines: Sequence[HeadLine], plain: Sequence[HeadLine], *, titled: bool) -> HeadLine | None:
    others = len(plain) > 1 or titled
    stamped = {line.block for line in lines if line.facts}
    for line in plain:
        if is_outlet(_name(line.words)) and (others or line.block in stamped):
            return line
    first = plain[0] if plain else None
    if first is None or len(first.words.split()) > MAX_MASTHEAD_WORDS + 2:
        return None
    block = [line for line in lines if line.block == first.block]
    kinds = {name for line in block for name, _ in line.facts or ()}
    name = _name(first.words)
    if is_body(name) and (others or "genre" in kinds or _OFFICIAL.match(name)):
        return first
    later = titled or "series" in kinds or any(line.block != first.block for line in plain)
    short = len(name.split()) <= MAX_MASTHEAD_WORDS and is_name(name)
    return first if short and later and len(block) > 1 and first is lines[0] else None


def _is_motto(words: str) -> bool:
    """Whether a line below a masthead says what sort of outlet it is ("A weekly of the islands")."""
    tokens = words.lower().split()
    return words[0].islower() or (tokens[0] in ("a", "an", "the") and not media_words().isdisjoint(tokens))


def _name(words: str) -> str:
    """A line without the motto behind the name: "The Lenn Post – the county's only daily"."""
    return _BEHIND_NAME.split(words, maxsplit=1)[0] if is_name(_BEHIND_NAME.split(words, maxsplit=1)[0]) else words


def _headline(lines: Sequence[HeadLine]) -> str | None:
    if not lines:
        return None
    first, second = lines[0].words, lines[min(1, len(lines) - 1)].words
    short = len(first.split()) <= MAX_KICKER_WORDS < len(second.split())
    return second if short and _UNSTOPPED.fullmatch(second) else first
