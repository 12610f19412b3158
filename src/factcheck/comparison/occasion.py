"""Whether two like quotations can be taken for one utterance, or may be words that somebody says again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from ..entities.names import same_person
from ..knowledge import load
from ..models import Group, When
from ..text import folded_words as words_of
from .collation import Collation, words_in_common
from .context import Context
from .readings import Version

LONG = 12
"""Words in common from which on two quotations are one utterance whenever they are printed. Shorter ones, such as "we
believe this is an isolated incident", are said anew on other occasions. Of 43 differences of wording in news on
shootings and politics that were read by hand, this leaves out all three between articles further apart than ``NEAR``
that were of two occasions, and none of the two that were of one."""

NEAR = 31
"""Days between two articles up to which shorter quotations are taken for one utterance."""

LENGTH = 6
"""Least words that two quotations share before they are taken for one. Two persons may well say "thank you so much"."""

SAME = 0.85
"""Least share of the words of the shorter quotation that the other holds too."""

NEARLY = 0.9
"""Least share of common words of two versions that may be of two occasions by what their articles tell."""

LIKELY = 0.85
"""The same of two that are given to speakers who are not known to be one."""

BESIDE = 160
"""Characters on either side of a quotation in which its attribution is looked for."""

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_SENTENCES = re.compile(r"[.!?][\"”’]?\s|\n")

TELLING = 3.6
"""Information of the words that two quotations share, as the logarithm of one more than its nats, from which on hardly
two people say them by chance: some ten words that are no stock phrase. Of pairs of one utterance with no name around it
that both have, all nine met had 3.7 and more; stock phrases of storms, up to fourteen words long, had 3.5 and less."""


def same_occasion(a: Version, b: Version, common: int, group: Group, context: Context) -> bool:
    """Whether two versions with ``common`` words in common are of one occasion: near in time, or long.

    Articles of unknown days count as near: nothing speaks for two occasions. Those that name nobody and no place in
    common tell two stories: many a witness says that "it sounded like a freight train".
    """
    if _are_strangers(a, b, group, context):
        return False
    one, other = context.articles[a.article.id].published, context.articles[b.article.id].published
    if common >= LONG or one is None or other is None:
        return True
    return max((one.start - other.end).days, (other.start - one.end).days) <= NEAR


def _are_strangers(a: Version, b: Version, group: Group, context: Context) -> bool:
    """Whether words that many say are all that the articles of two versions share, as far as the links of the two tell.

    They share no name, and the words tell little.
    """
    one, other = ({claim.id for claim in version.claims} for version in (a, b))
    told = [link.evidence for link in context.linked(group, one, other) if "names" in link.evidence]
    return bool(told) and all(not e["names"] and e.get("mass", 0.0) < TELLING for e in told)


def said_apart(a: Version, b: Version) -> bool:
    """Whether one of two versions was said, by what its article tells, when the other had been said already."""
    one, other = ([claim.said for claim in version.claims if claim.said is not None] for version in (a, b))
    return _all_before(one, other) or _all_before(other, one)


def _all_before(earlier: Sequence[When], later: Sequence[When]) -> bool:
    ends, starts = [when.end for when in earlier], [when.start for when in later]
    pairs = list(product(ends, starts))
    return bool(pairs) and all(end is not None and start is not None and end < start for end, start in pairs)


def of_one_saying(a: Version, b: Version, collation: Collation, group: Group, context: Context) -> bool:
    """Whether two versions that differ can be held against each other as one utterance.

    Where one is told as said before, or one was written and the other spoken, that is so only where they are long, and
    hardly differ.
    """
    common = collation.common
    if not same_occasion(a, b, common, group, context) or (common < LONG and said_apart(a, b)):
        return False
    apart = _told_as_earlier(a) != _told_as_earlier(b) or _medium(a) | _medium(b) == {"written", "spoken"}
    return not apart or (common >= LONG and collation.solid >= NEARLY)


def one_speaker(a: Version, b: Version) -> bool:
    """Whether two versions name one person as who speaks."""
    return a.speaker is not None and b.speaker is not None and same_person(a.speaker.name, b.speaker.name)


def may_vary(a: Version, b: Version, collation: Collation) -> bool:
    """Whether words of two versions may differ with no harm: they were translated, or are of two speakers.

    No two translators choose the same words, and two who speak for one office say one thing in their own words.
    """
    if any(_translated().search(part) for version in (a, b) for part in _around(version)):
        return True
    return a.speaker is not None and b.speaker is not None and not one_speaker(a, b) and collation.solid < LIKELY


def _told_as_earlier(version: Version) -> bool:
    """Whether the article tells that the words were said before what it reports: "had said", "last year", "in 2012"."""
    return any(_earlier().search(part) for part in _around(version))


@cache
def _earlier() -> re.Pattern[str]:
    """What tells that something was said before the day of the news."""
    table = load("venues")
    said, phrases = ("|".join(table[name]) for name in ("said", "earlier"))
    return re.compile(
        rf"\bhad (?:\w+ )?(?:{said})\b|\bonce (?:{said})\b|\b(?:{phrases})\b|\bin (?:1[89]|20)\d\d\b"
        r"|\b(?:month|year|week|decade)s? (?:ago|earlier|before)\b",
        re.IGNORECASE,
    )


@cache
def _translated() -> re.Pattern[str]:
    """What tells that words were translated."""
    table = load("venues")
    languages, words = ("|".join(table[name]) for name in ("languages", "translation"))
    return re.compile(rf"\b[Ii]n (?:{languages})(?! [A-Z])|\b(?:{words})\b")


def _medium(version: Version) -> set[str]:
    """Whether the words were written or spoken, as far as their venue tells."""
    venues = {word for claim in version.claims if claim.venue for word in words_of(claim.venue.text)}
    return {medium for medium in ("written", "spoken") if not venues.isdisjoint(load("venues")[medium])}


def _around(version: Version) -> Iterator[str]:
    """What stands beside the quotations of a version, in their sentences and outside of marks."""
    text = version.article.text
    for claim in version.claims:
        span = claim.content.span
        before = _SENTENCES.split(text[max(0, span.start - BESIDE) : span.start])[-1]
        behind = _SENTENCES.split(text[span.end : span.end + BESIDE])[0]
        yield _QUOTED.sub(" ", f"{before} ")
        yield _QUOTED.sub(" ", f" {behind}")


def same_words(a: Version, b: Version, group: Group, context: Context) -> bool:
    """Whether two versions print the same words of one occasion, all but a few."""
    common = words_in_common(a.reading.keys, b.reading.keys)
    shorter = min(len(a.reading.tokens), len(b.reading.tokens))
    return common >= LENGTH and common >= SAME * shorter and same_occasion(a, b, common, group, context)
