"""A narration made ready to be set beside others: what it states, of whom, and in which words."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..entities.happenings import happenings
from ..entities.incidents import part
from ..entities.slots import governors, origin, sites
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Claim, Span
from ..text import fold, folded_words
from .information import stem

SMALL_WORD = re.compile(r"[a-z]+")
"""A word in lower case."""
# "The Osterby Council voted", "members of the Blue Heron Club narrowly voted".
_VOTERS = re.compile(
    r"\b([A-Za-z]+) (?:(?:of|in) (?:the )?(?:[A-Z]\w+ ){1,4})?(?:(?:has|have|had|also|narrowly|unanimously) )?voted\b"
)
_LARGE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?= (?:is|was|has|had|will|also|faces|faced)\b)")
"""A name: a word written large, at the start of a sentence only where it is the subject of a verb right behind."""


class Narrated(NamedTuple):
    """A claim with what it is compared by."""

    claim: Claim
    told: frozenset[str]
    """All words of the sentence, in lower case."""
    words: frozenset[str]
    """Those that tell, by their stems, without the number or day itself."""
    names: frozenset[str]
    """Of the words, those written large inside the sentence."""
    sorts: frozenset[str]
    slots: frozenset[str]
    """What governs the number or the year."""
    part: str
    """Whether the person whose age it is was hurt, or is accused; nothing where the sentence doesn't tell."""
    noun: str
    """The word for the person whose age it is, such as "boy"; nothing where it is a word of anybody."""
    bearer: str
    """What tells that person from others: the same for a boy, a man and a male."""
    voters: str
    """The word for those who voted; nothing where the sentence tells of no vote."""


def narrated(claim: Claim) -> Narrated:
    """A narration with what it is compared by."""
    content, span = claim.content, span_of(claim) or claim.content.span
    start, end = span.start - content.span.start, span.end - content.span.start
    around = folded_words(f"{content.text[:start]} {content.text[end:]}")
    closed = listed("number_names", "closed") | listed("number_names", "weekdays")
    telling = frozenset(stem(word) for word in around if len(word) > 2 and word not in closed)
    large = frozenset(stem(fold(word)) for word in _LARGE.findall(content.text))
    noun = _noun(claim)
    sorts = happenings(content.text, start, end)
    return Narrated(
        claim,
        told=frozenset(SMALL_WORD.findall(content.text.lower())),
        words=telling,
        names=large & telling,
        sorts=sorts,
        slots=_slots(claim, start, end),
        part=part(content.text, start, end) if tells_age(claim) else "",
        noun=noun,
        bearer=_sex(noun),
        voters=_voters(content.text),
    )


def span_of(claim: Claim) -> Span | None:
    """Where the number, day or town stands that a narration states."""
    stated = [*claim.quantities, *claim.dates, *((claim.venue,) if claim.venue else ())]
    return stated[0].span if stated else None


def counted(claim: Claim) -> str | None:
    """What a narration counts; nothing where it counts nothing."""
    return claim.quantities[0].counted if claim.quantities else None


def tells_age(claim: Claim) -> bool:
    """Whether a claim gives an age, whoever has it."""
    return bool(claim.quantities) and claim.quantities[0].kind == "age"


def measure(claim: Claim) -> tuple[str, str]:
    """What a claim tells: a day, a town, or a number with its unit, or with the noun that it counts.

    The days of several scenes are not that of one.
    """
    if not claim.quantities:
        scenes = listed("casualties", "scenes").intersection(SMALL_WORD.findall(claim.content.text.lower()))
        long = claim.dates and claim.dates[0].precision in ("month", "year")
        return (claim.dates[0].precision if long else "day" if claim.dates else "town"), "of several" if scenes else ""
    quantity = claim.quantities[0]
    return quantity.kind, quantity.unit or stem((quantity.counted or "").rpartition(" ")[2])


def _slots(claim: Claim, start: int, end: int) -> frozenset[str]:
    """What governs the number or the year at this place of a claim's sentence, or what stands in a town."""
    sentence = claim.content.text
    if not claim.dates and not claim.quantities:
        return sites(sentence, start)
    if claim.dates and claim.dates[0].precision == "year":
        since = origin(sentence, start)
        return frozenset({since} if since else ())
    if not claim.dates and (not claim.quantities or claim.quantities[0].kind in ("age", "score")):
        return frozenset()
    found = governors(sentence, start, end, counted(claim) or "")
    if claim.dates:
        found = frozenset(word for word in found if happenings(word, 0, 0))
    elif counts_people(claim):
        growing = load("happenings")["growing"]
        found = frozenset(word for word in found if happenings(word, 0, 0).isdisjoint(growing))
    return frozenset(map(stem, found))


def counts_people(claim: Claim) -> bool:
    """Whether people are counted, who could be anybody where nothing says what they did or what was done to them."""
    return not listed("casualties", "people").isdisjoint((counted(claim) or "").split())


def _noun(claim: Claim) -> str:
    """The word behind an age for the person, or for the people, whose age it is; nothing for a word of anybody."""
    if not tells_age(claim):
        return ""
    table, content = load("casualties"), claim.content
    behind = SMALL_WORD.findall(content.text[claim.quantities[0].span.end - content.span.start :])[:3]
    word = next((word for word in behind if word in table["single"] or word in table["people"]), "")
    return "" if word in table["anybody"] else word


def _sex(noun: str) -> str:
    """The sex that a word for a person tells, or else the word itself."""
    return next((sex for sex in ("male", "female") if noun in load("casualties")[sex]), noun)


def _voters(sentence: str) -> str:
    """The word for those who voted, in a sentence on a vote."""
    found = _VOTERS.search(sentence)
    return stem(found[1].lower()) if found else ""
