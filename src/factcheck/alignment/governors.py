"""Governors: what a value of a sentence belongs to. Its head, its verb, its clause, and the roots around it.

The words and bounds are those of `clauses`; a place is the range of words, ``first`` to before ``last``, of a value.
"""

from __future__ import annotations

import math
from functools import cache

from ..entities.roots import concept, is_past
from ..entities.values import CASUALTIES
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Quantity
from .clauses import WHOLE, Sentence, telling_root

FADING, CROSSING = 8.0, 0.6
"""Words after which what stands around a slot counts for 1/e, and what a clause's bound leaves of it."""

REACH = 250
"""Words on either side of a slot that are read for its context: of an endless sentence, only what is near."""

PHRASE = 6
"""Most words of the noun phrase behind a number."""

TOLD = 7
"""Words before a day among which the verb of saying that it dates is looked for."""

PERSON = "person"
"""The head of a count of the dead or the hurt."""

_WHOSE = frozenset(("his", "her", "their"))
_LATE = frozenset(("late", "early", "earlier", "later", "last"))
_PLURALS = ("people", "men", "children", "folk", "teeth", "feet", "mice", "geese", "oxen")
"""Endings of plurals without an "s"."""

_AGED = 3
"""Tokens of "22-year-old"."""

_INTO_PHRASE = frozenset(("of", "in", "worth", "for"))

_FADED = [math.exp(-steps / FADING) for steps in range(REACH + 1)]


def context_of(sentence: Sentence, first: int, last: int) -> tuple[dict[str, float], frozenset[str], frozenset[str]]:
    """The telling roots around a slot by their nearness, those of names, and those of names close by."""
    near: dict[str, float] = {}
    names: set[str] = set()
    own: set[str] = set()
    bounds, roots = sentence.bounds, sentence.roots
    for places in _both_ways(sentence, first, last):
        steps, crossed, left, at_bound = 0, 0.0, 1.0, False
        for at in places:
            if bounds[at]:
                if not at_bound:
                    crossed += bounds[at]
                    left = CROSSING**crossed
                at_bound = True
                continue
            at_bound = False
            steps += 1
            word = roots[at]
            if not word:
                continue
            nearness = _FADED[steps] * left
            if nearness > near.get(word, 0.0):
                near[word] = nearness
            if sentence.is_name(at):
                names.add(word)
                if crossed <= WHOLE:
                    own.add(word)
    return near, frozenset(names), frozenset(own)


def _both_ways(sentence: Sentence, first: int, last: int) -> tuple[range, range]:
    """The places of the words before a slot, the nearest first, and of those behind it."""
    return range(first - 1, max(-1, first - 1 - REACH), -1), range(last, min(len(sentence.words), last + REACH))


def is_partitive(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a number counts a part: "one of them", "four of the officers", "six others", "the other five"."""
    behind = sentence.lows[last : last + 2]
    if "other" in (*behind[:1], *sentence.lows[max(0, first - 1) : first]) or behind[:1] == ["others"]:
        return True
    if behind[:1] != ["of"]:
        return False
    return behind[-1] in listed("clauses", "determiners") or behind[-1] in listed("clauses", "objects")


def numbered_names(sentence: Sentence) -> frozenset[tuple[str, str]]:
    """The names with a number behind them: "Highway 40", "Flight 12". A month is none."""
    following = range(1, len(sentence.words))
    return frozenset(
        (sentence.lows[at - 1], sentence.words[at])
        for at in following
        if sentence.words[at].isdecimal() and sentence.words[at - 1][0].isupper() and sentence.roots[at - 1]
    )


def clause_of(sentence: Sentence, first: int, last: int) -> set[str]:
    """The folded words of a slot's clause: up to a strong mark or a subordinating word on either side."""
    before, behind = _both_ways(sentence, first, last)
    low = next((at + 1 for at in before if sentence.bounds[at] >= WHOLE), before.stop + 1)
    high = next((at for at in behind if sentence.bounds[at] >= WHOLE), behind.stop)
    return set(sentence.lows[low:high])


def noun_before(sentence: Sentence, first: int) -> str:
    """The root of the nearest telling word before a slot in its own clause; nothing where there is none."""
    for at in range(first - 1, max(-1, first - 1 - PHRASE), -1):
        if sentence.bounds[at]:
            break
        if sentence.roots[at]:
            return sentence.roots[at]
    return ""


def head_of(sentence: Sentence, first: int, last: int, value: Quantity) -> str:
    """What a number counts or measures: the last word of the noun phrase behind it, or of the one behind "of".

    An age set off by commas, or told as a decade of life, is of the noun before it.
    """
    if value.counted in CASUALTIES:
        return PERSON
    if value.counted in _offspring():
        return telling_root(value.counted)
    if value.kind == "age" and first > 2 and sentence.lows[first - 1] in _WHOSE and sentence.lows[first - 2] == "in":
        return "" if sentence.is_name(first - 3) else sentence.roots[first - 3]
    if value.kind == "age" and first > 1 and sentence.lows[first - 1] in (",", "("):
        return "" if sentence.is_name(first - 2) else sentence.roots[first - 2]
    head, at = _phrase(sentence, last, several=value.kind == "count" and value.value != 1)
    if not head and at < len(sentence.lows) and sentence.lows[at] in _INTO_PHRASE:
        into = _INTO_PHRASE | listed("clauses", "determiners")
        while at < len(sentence.lows) and sentence.lows[at] in into:
            at += 1
        head, _ = _phrase(sentence, at)
    return "" if value.kind == "age" and last < len(sentence.lows) and sentence.is_name(last) else head


@cache
def _offspring() -> frozenset[str]:
    """What is counted of whoever is the parent of so many: "a mother of 12"."""
    return frozenset(load("number_names")["offspring"].values())


def _phrase(sentence: Sentence, at: int, *, several: bool = False) -> tuple[str, int]:
    """The root of the last noun of a phrase that begins at a word, and where the phrase ends.

    Where it is of several things, its last plural is its head: behind that stands a verb, "two guests play golf".
    """
    head = plural = ""
    if at < len(sentence.lows) and is_past(sentence.lows[at]) and (_ends(sentence, at + 1) or _opens(sentence, at + 1)):
        return head, at
    for place in range(at, min(at + PHRASE, len(sentence.lows))):
        low = sentence.lows[place]
        if low == "-" or (not head and (sentence.adverbs[place] or _is_of_age(sentence, place))):
            continue
        past = sentence.verbs[place] or sentence.adverbs[place] or _opens(sentence, place)
        past = past or (low in listed("clauses", "postpositive") and _ends(sentence, place + 1))
        if _ends(sentence, place) or (head and past):
            return (plural or head), place
        # "Nine states" are no verb.
        said = place == at and several and low in listed("clauses", "saying") and _is_plural(low)
        head = concept(low) if said else sentence.roots[place] or head
        plural = head if several and _is_plural(low) else plural
    return (plural or head), min(at + PHRASE, len(sentence.lows))


def _is_plural(low: str) -> bool:
    """Whether a word has the form of a plural."""
    return (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low.endswith(_PLURALS)


def _is_of_age(sentence: Sentence, at: int) -> bool:
    """Whether a word tells the age of what is counted: "two 22-year-old women"."""
    aged = range(at, min(at + _AGED, len(sentence.lows)))
    return sentence.lows[at][0].isdecimal() and any(sentence.lows[k].endswith("year-old") for k in aged)


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether another noun phrase begins at a word."""
    return sentence.lows[at] in listed("clauses", "determiners")


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether no noun phrase goes on at a word: a mark, a preposition, a helping verb or a pronoun, or the end."""
    if at >= len(sentence.lows):
        return True
    low = sentence.lows[at]
    small = low in listed("clauses", "prepositions") or low in listed("clauses", "helping")
    return bool(sentence.bounds[at]) or not low[0].isalpha() or small or low in listed("clauses", "subjects")


def verb_of(sentence: Sentence, first: int, last: int) -> str:
    """The verb that governs a slot: the nearest before it in its clause, else behind it, else further back."""
    far, crossed = "", 0.0
    before, behind = _both_ways(sentence, first, last)
    for at in before:
        crossed += sentence.bounds[at]
        if sentence.verbs[at]:
            if crossed < WHOLE:
                return sentence.roots[at]
            far = far or sentence.roots[at]
    crossed = 0.0
    for at in behind:
        crossed += sentence.bounds[at]
        if crossed >= WHOLE:
            break
        if sentence.verbs[at]:
            return sentence.roots[at]
    return far


def dates_saying(sentence: Sentence, first: int) -> bool:
    """Whether a day stands behind a verb of saying: "said Monday", "told the board on Monday", "said in a note Monday".

    What stands between must not open what is said: "said the attack on Monday" dates the attack.
    """
    for at in range(first - 1, max(-1, first - 1 - TOLD), -1):
        if sentence.lows[at] in listed("clauses", "saying"):
            between = sentence.lows[at + 1 : first]
            heard = sentence.lows[at] in listed("clauses", "telling")
            return heard or not between or between[0] in listed("clauses", "prepositions") or between[0] in _LATE
        if sentence.bounds[at] or sentence.verbs[at]:
            return False
    return False
