"""Where the acts of a sentence stand: its verbs, what something is behind "be", and what somebody has or lacks.

A rule of thumb in place of a parser, built on the verbs that `clauses` finds by their forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ..entities.contraries import exclusive
from ..knowledge import words as listed
from .clauses import Sentence, telling_root
from .information import remembered
from .verb_groups import VerbGroup, denies, is_past_form, verb_group

Kind = Literal["verb", "is", "has", "with"]
"""Whether an act is a verb, what something is, a thing that somebody has, or a company that somebody is in."""

PHRASE, COMPANY = 6, 3
"""Most words of a noun phrase; and words before somebody in which "with" stands."""

ACTING = ("copulas", "be", "have", "lacking", "alone", "companions")
"""The lists of the table whose words tell acts."""


class Predicate(NamedTuple):
    """A word of a sentence that tells an act."""

    at: int
    """Its place."""
    kind: Kind
    group: VerbGroup


def predicates_of(sentence: Sentence) -> Iterator[Predicate]:
    """The words of a sentence that tell acts, in order."""
    lows, leading = sentence.lows, _leading()
    for at, low in enumerate(lows):
        behind = at and sentence.roots[at] and lows[at - 1] in leading
        if not (behind or sentence.verbs[at] or _may_act(low)):  # So it is for most words.
            continue
        if is_verb(sentence, at) or _is_governed(sentence, at):
            if low in listed("acts", "copulas") and at + 1 < len(lows) and sentence.roots[at + 1]:
                continue
            owned = at > 0 and lows[at - 1] in listed("acts", "have") and not is_participle(low)
            yield Predicate(at, "has" if owned else "verb", verb_group(sentence, at))
        elif _completes(sentence, at):
            yield Predicate(at, "is", verb_group(sentence, at - 1)._replace(passive=True))
        elif (thing := _thing(sentence, at)) is not None:
            yield thing
        elif low in listed("acts", "alone") or _is_companion(sentence, at):
            yield Predicate(at, "with", verb_group(sentence, at))


@cache
def _leading() -> frozenset[str]:
    """The words behind which any telling word is an act."""
    return listed("acts", "copulas") | {"cannot"}


@remembered
def _may_act(low: str) -> bool:
    """Whether a folded word can tell an act by itself: by its form, or as one of the lists that are asked."""
    if low in listed("clauses", "saying") or any(low in listed("acts", name) for name in ACTING):
        return True
    formed = low.endswith(("s", "ing")) or is_past_form(low) or (low,) in exclusive()
    return formed and telling_root(low) != ""


def is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word is used as a verb: by its form, as one of the present, or as an irregular contrary."""
    low = sentence.lows[at]
    if sentence.verbs[at] or low in listed("acts", "copulas"):
        return True
    if at and sentence.lows[at - 1] == "cannot":
        return bool(sentence.roots[at])
    if low in listed("clauses", "saying"):
        return _is_done(sentence, at)
    if not at or not sentence.roots[at] or not sentence.roots[at - 1]:
        return False
    return _is_present(sentence, at) or is_past_form(low)


def is_participle(low: str) -> bool:
    """Whether a folded word may be a participle of the past."""
    return is_past_form(low) or low.endswith(("ed", "en"))


def phrase_head(sentence: Sentence, first: int) -> int | None:
    """The place of the last noun of the phrase that begins at a word; None where none does."""
    head = None
    for at in range(first, min(first + PHRASE, len(sentence.lows))):
        opens = sentence.lows[at] in listed("clauses", "determiners")
        if ends_phrase(sentence, at) or (head is not None and (opens or is_verb(sentence, at))):
            break
        if sentence.roots[at] and not sentence.adverbs[at]:
            head = at
    return head


def ends_phrase(sentence: Sentence, at: int) -> bool:
    """Whether no noun phrase goes on at a word."""
    low = sentence.lows[at]
    small = low in listed("clauses", "prepositions") or low in listed("clauses", "helping")
    return bool(sentence.bounds[at]) or small or not low[0].isalnum()


def modifiers(sentence: Sentence, head: int) -> frozenset[str]:
    """The telling roots that stand before the head of a noun phrase."""
    found: set[str] = set()
    for at in range(head - 1, max(-1, head - 1 - PHRASE), -1):
        if ends_phrase(sentence, at) or sentence.lows[at] in listed("clauses", "determiners"):
            break
        found.add(sentence.roots[at])
    return frozenset(found - {""})


def complement(sentence: Sentence, at: int) -> dict[str, str]:
    """The preposition that stands at a place, with the root of the noun that it leads to; nothing where none does."""
    lows = sentence.lows
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    to = at < len(lows) and lows[at] == "to" and behind in listed("clauses", "determiners")
    if at >= len(lows) or not (to or lows[at] in listed("clauses", "prepositions")):
        return {}
    head = phrase_head(sentence, at + 1)
    return {} if head is None else {lows[at]: sentence.roots[head]}


def _is_present(sentence: Sentence, at: int) -> bool:
    """Whether a word behind a telling one is a verb of the present: "the company plans to"."""
    low, lows = sentence.lows[at], sentence.lows
    if not low.endswith("s") or low.endswith(("ss", "'s")) or at + 1 == len(lows):
        return False
    if sentence.words[at][0].isupper() or sentence.bounds[at - 1] or sentence.verbs[at - 1]:
        return False
    behind = lows[at + 1]
    return behind in listed("clauses", "determiners") or behind in listed("acts", "behind_present")


def _is_done(sentence: Sentence, at: int) -> bool:
    """Whether a word of saying is an act of its own, with an object or a passive: "claimed the prize", "was told"."""
    if not at or not is_past_form(sentence.lows[at]):
        return False
    behind = sentence.lows[at + 1] if at + 1 < len(sentence.lows) else ""
    return behind in listed("acts", "opening") or verb_group(sentence, at).passive


def _is_governed(sentence: Sentence, at: int) -> bool:
    """Whether a word is a form in "-ing" behind one that denies it: "without paying", "ruled out paying"."""
    if not at or not sentence.lows[at].endswith("ing") or not sentence.roots[at]:
        return False
    ways = {" ".join(sentence.lows[max(0, at - 2) : at]), sentence.lows[at - 1]}
    return any(ways & listed("acts", "participles", name) for name in ("denying", "ruling_out"))


def _completes(sentence: Sentence, at: int) -> bool:
    """Whether a word tells what is so behind a verb: "remains open"; behind others, a contrary: "tested positive"."""
    low = sentence.lows[at]
    if not at or not sentence.roots[at] or sentence.words[at][0].isupper():
        return False
    if sentence.lows[at - 1] in listed("acts", "copulas"):
        return True
    ends = at + 1 == len(sentence.lows) or ends_phrase(sentence, at + 1)
    return sentence.verbs[at - 1] and (low,) in exclusive() and ends


def _is_companion(sentence: Sentence, at: int) -> bool:
    """Whether a word is somebody in whose company another is: "with his brother", "accompanied by two friends"."""
    if sentence.lows[at] not in listed("acts", "companions"):
        return False
    before = sentence.lows[max(0, at - COMPANY) : at]
    return "with" in before or "accompanied" in before


def _thing(sentence: Sentence, at: int) -> Predicate | None:
    """The thing that stands behind "have", "there is" or "without", or behind "be" and an article or a preposition."""
    lows, low = sentence.lows, sentence.lows[at]
    being, lacking = low in listed("acts", "be"), low in listed("acts", "lacking")
    if not (being or lacking or low in listed("acts", "have")):
        return None
    first = at + 1
    while first < len(lows) and (denies(lows[first]) or sentence.adverbs[first]):
        first += 1
    placed = being and first < len(lows) and lows[first] in listed("clauses", "prepositions")
    first += placed
    there = being and "there" in lows[max(0, at - 3) : at]
    if (
        first >= len(lows)
        or lows[first] in listed("acts", "be")
        or sentence.verbs[first]
        or _is_governed(sentence, first)
    ):
        return None
    if being and not (there or placed or lows[first] in ("a", "an", "the")):
        return None
    head = phrase_head(sentence, first)
    if head is None or (lows[first] == "no" and lows[first + 1] in listed("acts", "no_denial")):
        return None
    if being and head + 1 < len(lows) and sentence.verbs[head + 1]:  # "Were the engines started": a verb stands behind.
        return None
    group = verb_group(sentence, at)
    denying = {*group.denying, *(k for k in range(at, first) if denies(lows[k]))}
    denying |= {first} if lows[first] == "no" else set()
    denying |= {at} if lacking else set()
    past = group.past or low in listed("acts", "past")
    told = group._replace(denying=tuple(sorted(denying)), past=past)
    return Predicate(head, "is" if being and not there else "has", told)
