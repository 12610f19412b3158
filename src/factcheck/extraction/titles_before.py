"""Titles before a name: the phrase is read from right to left, up to the first word that can't belong to it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ..entities.genders import is_given_name
from ..entities.roles import role_phrases
from .title_words import (
    MOST_WORDS,
    WINDOW,
    Head,
    Phrase,
    Word,
    after_last_stop,
    head_at,
    lexicon,
    of_members,
    words_before,
)

_UNSURE = 3
"""Unknown small words that are taken into a phrase where a determiner or another modifier bounds them."""

_COMPLEMENT = 9
"""Words that the complement of a role noun before a name may have: "of Health and Human Services" has five."""

_FIELD = 3
"""Small words that a field before a name may have: "of public health"."""

_LAST_WORD = re.compile(r"[\w.’'-]+$")
_LONGEST = 40
"""Characters of the longest word that can end a title, with what stands behind it."""
_SURNAME = re.compile(r"(?:(?:[Ll]e|[Ll]a|[Dd]e|[Vv]an|[Vv]on) )?[^\W\d_a-z][\w'’-]*+(?! [A-Z])")


def phrases_before(text: str, end: int, *, with_complement: bool = True) -> list[Phrase]:
    """The titles whose phrases stand right before position ``end``, where a name starts; the nearest comes last.

    ``with_complement`` also takes "Governor of Washington", whose last word might be a part of an unsure name.
    """
    if not _may_head(text, end):
        return []
    words = words_before(text, end)
    while words and words[-1].low == "]":
        words.pop()
    words = after_last_stop(words)
    head = _head_before(words)
    if head is None:
        head = (_head_with_complement(words) if with_complement else None) or _head_of_field(words)
    elif head.plural and with_complement and head.at and words[head.at - 1].low == "of":
        head = _head_with_complement(words) or head  # "Dean of Students NAME"
    if head is None or words[head.at].shouted or _is_verb(words, head) or _is_particle(text, words, head):
        return []
    second = _second_title(words, head)
    if second is not None:
        front = words[:second]
        behind = _head_before(front) or _head_of_field(front) or _head_with_complement(front)
        return [*_read(front, behind), Phrase.of(words, second, len(words), head)]
    if head.at == len(words) - 1 and _is_given_name(words[-1], text, end) and _extend_left(words, head.at) == head.at:
        return []
    return _read(words, head)


def _read(words: list[Word], head: Head | None) -> list[Phrase]:
    """The phrase that ``head`` heads at the end of ``words``, behind one that is coordinated with it."""
    if head is None:
        return []
    first = _behind_repeated(words, _extend_left(words, head.at), head.at)
    if first < 2 or words[first - 1].low != "and":
        return [Phrase.of(words, first, len(words), head)]
    of_one = words[first].low in lexicon().statuses
    return [*_coordinated(words[: first - 1], of_one=of_one), Phrase.of(words, first, len(words), head)]


def _behind_repeated(words: list[Word], first: int, at: int) -> int:
    """The first word of a phrase behind a heading that runs into it: "Elm Police Alert Elm police chief"."""
    again = [k for k in range(first + 1, at) if words[k].large and words[k].low == words[first].low]
    return again[-1] if again else first


def _may_head(text: str, end: int) -> bool:
    """Whether the word before ``end`` can end a title at all; most can't, and cost no more than this look."""
    bare = text[max(0, end - _LONGEST) : end].rsplit("\n", maxsplit=1)[-1].rstrip(" \t\u00a0]")
    last = _LAST_WORD.search(bare[bare.rfind(" ") + 1 :])
    if last is None:
        return False
    word = last[0].rstrip(".").lower()
    if word in _last_words() or "-" in word:
        return True
    front = text[max(0, end - WINDOW) : end]
    return " of " in front or (word[:1] != last[0][:1] and " for " in front)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in role_phrases())


def _is_verb(words: list[Word], head: Head) -> bool:
    """Whether what looks like a role noun is a verb, or tells two of one name apart.

    So it is in "Investigators suspect NAME", "the jury voted to convict NAME", "the elder NAME".
    """
    table = lexicon()
    before = words[head.at - 1] if head.at else None
    if before is None or words[head.at].large:
        return False
    if head.role == "suspect":
        plural = head_at(words, head.at - 1)
        return before.low in table.accusers or (plural is not None and plural.plural)
    return (head.role == "convict" and before.low in table.auxiliaries) or (
        head.role == "elder" and before.low == "the"
    )


def _is_particle(text: str, words: list[Word], head: Head) -> bool:
    """Whether a short form without its full stop is rather a part of a name: "Vincent Del Moro", but "Del. Moro"."""
    word = words[head.at]
    return word.low in lexicon().particles and word.low in lexicon().short and text[word.end - 1] != "."


def _is_given_name(word: Word, text: str, end: int) -> bool:
    """Whether a role noun is rather a given name before a bare surname: "Marine Le Pen"."""
    return word.large and word.low in lexicon().also_names and _SURNAME.match(text, end) is not None


def _head_before(words: list[Word]) -> Head | None:
    """The role noun that ends ``words``."""
    for size in range(min(4, len(words)), 0, -1):
        head = head_at(words, len(words) - size)
        if head is not None and head.size == size:
            return head
    return None


def _head_with_complement(words: list[Word]) -> Head | None:
    """A role noun with what it is of: "Secretary of Health and Human Services", "Governor of Washington"."""
    if not words or not words[-1].large or words[-1].owner or words[-1].low in lexicon().determiners:
        return None
    for k in range(len(words) - 2, max(0, len(words) - _COMPLEMENT) - 1, -1):
        if words[k].low in ("of", "for"):
            return _head_before(words[:k]) or _head_with_complement(words[:k])
        if words[k].owner or not (words[k].large or words[k].low in ("and", "the", "&", "on")):
            return None
    return None


def _head_of_field(words: list[Word]) -> Head | None:
    """A role noun with its field or body in small words: "director of public health", "leader of the council"."""
    table = lexicon()
    for k in range(len(words) - 1, max(0, len(words) - _FIELD - 1), -1):
        word = words[k]
        if word.low == "of" and k + 1 < len(words):
            head = _head_before(words[:k])
            heads = head is not None and not head.plural and (head.role in table.heading or head.at == 0)
            return head if heads else None
        if word.low == "the" and words[k - 1].low == "of" and k + 1 < len(words):
            continue
        if word.large or word.owner or word.low in table.closed or word.low in table.determiners:
            return None
    return None


def _extend_left(words: list[Word], at: int) -> int:
    """The first word of the phrase whose role noun starts at word ``at``."""
    sure = first = at
    unsure = 0
    formal = words[at].large and at > 0
    while first > 0 and at - first < MOST_WORDS and unsure <= _UNSURE:
        word = words[first - 1]
        joins = word.low in ("and", "&") and first < at and _joins_modifiers(words, first - 1)
        if (word.owner and not of_members(words, first - 1)) or (word.stop and not joins):
            return first
        if word.low == "of" and not unsure and _names_organization(words, first - 1, at):
            first = sure = first - 2
            continue
        if joins:
            first -= 1
            continue
        if first > 1 and word.low in lexicon().services and words[first - 2].large and not words[first - 2].owner:
            first = sure = first - 1  # "Troy police Lieutenant"
            continue
        fit = _modifies(word, opens=first == 1, formal=formal)
        if fit == "no":
            return first if unsure and word.low in lexicon().determiners else sure
        first -= 1
        unsure = unsure + 1 if fit == "maybe" else 0
        sure = sure if unsure else first
    return sure


def _joins_modifiers(words: list[Word], k: int) -> bool:
    """Whether the "and" at ``k`` stands between two fields of one title: "Fire and Rescue Chief"."""
    fields = lexicon().modifiers - lexicon().organizations
    return k > 0 and not words[k - 1].owner and words[k + 1].low in fields and words[k - 1].low in fields


def _modifies(word: Word, *, opens: bool, formal: bool) -> Literal["yes", "no", "maybe"]:
    """Whether a word may stand in a title's phrase before its role noun; ``opens``: nothing stands before the word.

    A "maybe" is a small word that no table knows: it counts where a determiner, a name or another modifier bounds it.
    A role noun written large ("formal") takes no small words but role nouns and those of status: "former Secretary",
    not "poll Secretary".
    """
    low, table = word.low, lexicon()
    bars = low in table.calendar or low in table.determiners or low == "fellow" or low[0].isdigit()
    known = low in table.plain | table.levels or low in role_phrases() or low.startswith(("then-", "ex-"))
    known = known and not word.shouted
    if bars or known or (formal and not word.large):
        return "yes" if known and not bars else "no"
    if low in table.modifiers or (word.large and low in table.gerunds):
        return "yes"
    # Of "arrested former deputy" and the like, only what is listed is no verb.
    is_verb = low in table.pasts or (low.endswith("ed") and "-" not in low and low not in table.participles)
    if low in table.links or (is_verb and not word.large) or (low in table.closed and (opens or not word.large)):
        return "no"
    if word.large:
        told = word.shouted and (is_verb or low in role_phrases() or low in table.modifiers)
        adverb = opens and low.endswith(("ing", "ly")) and not is_given_name(low)
        return "no" if told or adverb or low in table.verbs or (opens and is_verb) else "yes"
    if low.endswith(table.endings):
        return "yes"
    return "no" if low.endswith("s") and not low.endswith("ss") else "maybe"


def _names_organization(words: list[Word], k: int, at: int) -> bool:
    """Whether the "of" at ``k`` stands inside an organization's name before a role noun: "Museum of Flight CEO"."""
    named = k > 0 and words[k - 1].large and not words[k - 1].owner and words[k - 1].low in lexicon().organizations
    return named and k + 1 < at and words[k + 1].large


def _second_title(words: list[Word], head: Head) -> int | None:
    """Where a title of its own begins behind another: "police spokesman Lt.", "candidate Utah Senator"; else None."""
    table = lexicon()
    at = head.at
    before = _head_before(words[:at])
    if before is not None and before.size > 2 and words[at].large:
        return at  # "army chief of staff Gen." is two titles, whatever words the first one ends in.
    if words[at].low not in table.short:
        while at > 0 and words[at - 1].large and not words[at - 1].owner:
            at -= 1
    if at == 0 or not words[at].large or words[at - 1].low in table.short:
        return None
    if words[at].low in table.short and (_head_of_field(words[:at]) or _head_with_complement(words[:at])) is not None:
        return at
    if words[at - 1].low in table.modifiers or words[at - 1].low == "fellow":
        return None
    if words[at - 1].large and (words[at].low not in table.short or words[at - 1].low in table.branches):
        return None  # "Coast Guard Capt." is one title: the first word is that of an organization, not a role.
    return at if _head_before(words[:at]) is not None else None


def _coordinated(words: list[Word], *, of_one: bool) -> list[Phrase]:
    """A title coordinated with the one before the name: "former president and chief executive NAME".

    One with a determiner of its own is somebody else: "the president and Secretary NAME". It isn't where the title
    before the name begins with a status (``of_one``): "the host and former anchor NAME".
    """
    head = _head_before(words) or _head_with_complement(words)
    if head is None or head.plural or words[head.at].large:
        return []
    first = _extend_left(words, head.at)
    determined = first > 0 and words[first - 1].low in lexicon().determiners - {"that"}
    if first > 0 and ((determined and not of_one) or words[first - 1].owner):
        return []
    return [Phrase.of(words, first, len(words), head)]
