"""Titles behind a name, or behind "is": the phrase is read from left to right, with its complement."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..entities.roles import role_phrases
from ..knowledge import load
from .name_words import name_lexicon
from .title_words import (
    MOST_WORDS,
    Head,
    Phrase,
    Word,
    after_last_stop,
    head_at,
    lexicon,
    of_members,
    words_before,
    words_behind,
)

_MODIFIERS = 6
"""Words that may stand before the role noun."""

_DEPUTY = 2
"""Small words between a deputy and whom it is the deputy of: "deputy transport minister"."""

_ARTICLES = frozenset({"the", "a", "an", "another", "his", "her", "its", "their", "our", "my"})
"""Open a phrase that a name in apposition ends."""

_OPENERS = 16
"""Words back from a comma in which the article of the phrase before it is looked for."""


_OPENING = re.compile(r"(?:^|\n|[.!?][\"”’)]?\s)$")
"""What stands before the first word of a sentence."""

_MARKS = 3
"""Characters before a sentence that end the one before."""


class Reading(NamedTuple):
    """What was read from left to right: the titles, where the reading ended, and the word or mark there."""

    phrases: list[Phrase]
    end: int
    stopped_by: Word | None


def phrases_from(text: str, start: int) -> Reading:
    """The titles that a noun phrase, or several joined by "and", gives from position ``start`` on."""
    words = words_behind(text, start)
    phrases, k = _coordinated(words, 0)
    return Reading(phrases, words[k - 1].end if k else start, words[k] if k < len(words) else None)


def _coordinated(words: list[Word], k: int) -> tuple[list[Phrase], int]:
    """The titles joined by "and" that begin with word ``k``, and the word behind them."""
    phrases: list[Phrase] = []
    while k < len(words):
        phrase, k = _phrase_at(words, k)
        if phrase is not None:
            phrases.append(phrase)
        elif not phrases:
            k = _behind_description(words, k)
            if k == 0:
                break
        if k + 1 >= len(words) or words[k].low not in ("and", "&") or words[k + 1].stop:
            break
        k += 1
    return phrases, k


def _behind_description(words: list[Word], k: int) -> int:
    """The "and" behind "a mother of two" or "Democrat of Ohio", which end at word ``k`` as far as they were read.

    It is ``k`` where there is none.
    """
    table = lexicon()
    if 0 < k < len(words) and words[k].low in ("of", "from") and words[k - 1].low in table.kin | table.parties:
        for j in range(k + 1, min(k + 4, len(words))):
            if words[j].low == "and":
                return j
    return k


def before_comma(text: str, comma: int) -> list[Phrase]:
    """The titles whose phrase ends at a comma: "our president and chief,".

    An article or a possessor opens it, or it opens its sentence: "President of the club, NAME, spoke".
    """
    words = after_last_stop(words_before(text, comma))
    for k in range(len(words) - 2, max(-1, len(words) - _OPENERS), -1):
        if words[k].low in _ARTICLES or words[k].owner:
            phrases, end = _coordinated(words, k + 1)
            if phrases and (end == len(words) or _is_doing(words, end)):
                return phrases
    if not words or not _OPENING.search(text, max(0, words[0].start - _MARKS), words[0].start):
        return []
    phrases, end = _coordinated(words, 0)
    whole = phrases and phrases[0].start == words[0].start and end == len(words)
    return phrases if whole else []


def _is_doing(words: list[Word], k: int) -> bool:
    """Whether word ``k`` begins what somebody does with a thing, up to a comma: "the judge *overseeing the case*"."""
    doing = words[k].low.endswith("ing") and not words[k].large
    return doing and len(words) - k > 1 and not any(w.stop or w.large or w.low in _persons() for w in words[k:])


@cache
def _persons() -> frozenset[str]:
    """Words for persons: beside such a one, a name behind the comma may be the other person's."""
    people = load("casualties")
    return name_lexicon().persons | frozenset((*role_phrases(), *people["people"], *people["single"]))


def _phrase_at(words: list[Word], k: int) -> tuple[Phrase | None, int]:
    """The title that begins with word ``k``, and the word behind it."""
    first = k = _behind_determiners(words, k)
    if k < len(words) and words[k].low.endswith("-year-old"):
        first = k = k + 1
    found: Head | None = None
    while k < len(words) and k - first < MOST_WORDS:
        word = words[k]
        head = None if word.stop else head_at(words, k)
        if head is not None:
            found = head
            k += head.size
            continue
        if found is not None:
            small = not word.large and _qualifies(words, k, first)
            if word.owner or not ((word.large or small) and _role_ahead(words, k, small=small)):
                break
        elif word.owner and not of_members(words, k):
            first = k + 1
        elif not _goes_on(words, k, first):
            break
        k += 1
    if found is None:
        return None, k
    end = _complement_end(words, first, found.at + found.size)
    return Phrase.of(words, first, end, found), end


def _behind_determiners(words: list[Word], k: int) -> int:
    """The first word behind determiners and adverbs such as "then"; "one of" opens no title."""
    table = lexicon()
    while (
        k < len(words) and not words[k].owner and (words[k].low in table.determiners or words[k].low in table.adverbs)
    ):
        if words[k].low == "one" and words[k + 1 : k + 2] and words[k + 1].low == "of":
            return k
        k += 1
    return k


def _goes_on(words: list[Word], k: int, first: int) -> bool:
    """Whether word ``k`` may stand in a phrase whose role noun hasn't come yet."""
    word, table = words[k], lexicon()
    if word.stop:
        return word.low == "&"
    if word.low in ("and", "or"):
        return _joins_statuses(words, k) or _joins_fields(words, k, first) or _joins_bodies(words, k, first)
    if word.low == "of":
        return k > first and words[k - 1].large and _role_ahead(words, k + 1)
    return (
        word.low not in table.closed
        and word.low not in table.links
        and word.low not in table.calendar
        and k - first <= _MODIFIERS
    )


def _qualifies(words: list[Word], k: int, first: int) -> bool:
    """Whether a small word behind a role noun may lead to another one: "chief *corporate* spokesman"."""
    low, table = words[k].low, lexicon()
    verb = low in table.pasts or low in table.verbs or low.endswith(("ed", "ing", "s"))
    return (low not in table.modifiers and verb is False and _goes_on(words, k, first)) or low in table.modifiers


def _role_ahead(words: list[Word], k: int, *, small: bool = False) -> bool:
    """Whether a role noun follows behind words written large from ``k`` on, or behind one or two ``small`` ones."""
    most = k + _DEPUTY
    while k < len(words) and not words[k].stop:
        if head_at(words, k) is not None:
            return True
        if not words[k].large and not (small and k < most and _qualifies(words, k, most - _DEPUTY)):
            return False
        k += 1
    return False


def _joins_statuses(words: list[Word], k: int) -> bool:
    """A status stands on either side of "and": "current and former chief executives"."""
    statuses = lexicon().statuses | {"current"}
    return k > 0 and k + 1 < len(words) and words[k - 1].low in statuses and words[k + 1].low in statuses


def _joins_fields(words: list[Word], k: int, first: int) -> bool:
    """Small words for a field stand on either side of "and", and a role noun ends them: "search and rescue officer"."""
    near = words[max(first, k - 1) : k] + words[k + 1 : k + 2]
    small = len(near) > 1 and not any(w.large or w.owner or w.stop or w.low in lexicon().kin for w in near)
    return small and head_at(words, k + 1) is None and _role_ahead(words, k + 1, small=True)


def _joins_bodies(words: list[Word], k: int, first: int) -> bool:
    """Names of bodies stand on either side of "and" behind an article: "a retired CBS and Westinghouse executive"."""
    named = 0 < first < k < len(words) - 1 and words[k - 1].large and words[k + 1].large
    return named and head_at(words, k + 1) is None and _role_ahead(words, k + 1)


def _complement_end(words: list[Word], first: int, k: int) -> int:
    """The word behind the complement that starts at word ``k``; ``k`` itself where there is none."""
    table = lexicon()
    if k >= len(words) or words[k].low not in table.links:
        return k
    superlative = any(w.low.endswith("est") or w.low in ("first", "only") for w in words[first:k])
    end = k
    while k < len(words) and k - first < MOST_WORDS and _stays(words, k, superlative=superlative):
        low = words[k].low
        k += 1
        if low not in table.links and low not in table.determiners and low != "and":
            end = k
    return end


def _stays(words: list[Word], k: int, *, superlative: bool) -> bool:
    """Whether word ``k`` still belongs to a complement."""
    word, table = words[k], lexicon()
    if word.stop:
        return word.low == "&" or (word.low == "," and _is_based(words, k + 1))
    if word.low in table.links:
        return _opens_complement(words, k, superlative=superlative)
    if word.low == "and":
        return _continues(words, k)
    inside = 0 < k < len(words) - 1 and words[k - 1].large and words[k + 1].large
    if word.low in table.determiners or (inside and word.low in table.particles):
        return word.low != "that" or words[k - 1].low in table.links  # Not "in the murder that happened".
    if word.large and words[k - 1].large and word.low in table.closed and word.low not in table.verbs:
        return words[k + 1 : k + 2] != [] and words[k + 1].stop  # "of United Way,"
    named = word.large and k + 1 < len(words) and words[k + 1].large and word.low not in table.verbs  # "Little Rock"
    barred = (word.low in table.closed and not named) or word.low in table.calendar or word.low in table.verbs
    return not (barred or _is_participle(words, k))


def _is_based(words: list[Word], k: int) -> bool:
    """Whether a state or land with its "-based" goes on with a town before a comma: "of Austin, *Texas-based* Acme"."""
    near = words[k : k + 2]
    return any(w.low.endswith("-based") and all(v.large for v in near[: j + 1]) for j, w in enumerate(near))


def _is_participle(words: list[Word], k: int) -> bool:
    """Whether word ``k`` begins what is told of a complement: "of the bank *based* in Bonn"."""
    attribute = words[k].large or (k > 0 and words[k - 1].low in lexicon().determiners)
    return not attribute and words[k].low.endswith("ed") and words[k + 1 : k + 2] != [] and not words[k + 1].stop


def _opens_complement(words: list[Word], k: int, *, superlative: bool) -> bool:
    """Whether a preposition goes on with the title: "to Trump" does; "in February", "to win" and "for years" don't."""
    table, following = lexicon(), words[k + 1 : k + 4]
    if not following or following[0].stop:
        return False
    link, nearest = words[k].low, following[0]
    if link == "in" and nearest.low == "charge" and [w.low for w in following[1:2]] == ["of"]:
        return True
    if nearest.low in table.calendar or nearest.low[0].isdigit() or any(w.low in table.spans for w in following):
        return False
    if link == "in" and (superlative or any(w.low in table.occasions for w in following)):
        return False
    bounded = nearest.large or nearest.owner or nearest.low in table.determiners
    return nearest.low not in table.occasions and (bounded or link not in ("to", "with"))


def _continues(words: list[Word], k: int) -> bool:
    """Whether the "and" at ``k`` stays inside a complement: "Centers for Disease Control and Prevention"."""
    if k + 1 >= len(words) or words[k + 1].stop or _phrase_at(words, k + 1)[0] is not None:
        return False
    closes = k + 2 >= len(words) or words[k + 2].stop or _is_field(words, k + 1)
    if words[k + 1].large:
        return words[k - 1].large and (closes or _ends_organization(words, k + 1))
    return closes and not words[k - 1].large


def _is_field(words: list[Word], k: int) -> bool:
    """Whether small words from ``k`` on are the end of a field, before what it is taught at: "international law at"."""
    table = lexicon()
    end = next((j for j in range(k, min(k + 3, len(words))) if words[j].stop or words[j].low in ("at", "of", "for")), 0)
    inner = words[k:end]
    barred = table.closed | table.verbs | table.pasts
    small = all(not (w.large or w.owner or w.low in barred or w.low.endswith("ed")) for w in inner)
    bounded = end and (words[end].stop or (end + 1 < len(words) and words[end + 1].large))
    return bool(inner) and small and bool(bounded)


def _ends_organization(words: list[Word], k: int) -> bool:
    """Whether the words written large from ``k`` on end in a word for an organization."""
    while k + 1 < len(words) and words[k + 1].large:
        k += 1
    return words[k].low in lexicon().organizations
