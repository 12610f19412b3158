"""Who does an act: its subject, found by going back from its verb, without a parser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..entities.genders import is_given_name
from ..knowledge import words as listed
from .clauses import WHOLE, Sentence
from .predicates import PHRASE, Predicate, complement, ends_phrase, is_verb, modifiers

APPOSED, LONGEST = 20, 40
"""Most words between two commas that are in apposition; and of a subject, with all that belongs to it."""

ANTECEDENT = 3
"""Most telling words of what a relative clause is about."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before an act and does it, or to which it is done."""

    head: str = ""
    """Its root; nothing where it is a pronoun or isn't found."""
    named: bool = False
    """Whether that is a name."""
    given: frozenset[str] = frozenset()
    """The given names before it, where it is a name."""
    modifiers: frozenset[str] = frozenset()
    """The roots that stand before it in its noun phrase."""
    complement: Mapping[str, str] = field(default_factory=dict)
    """The head of the phrase behind the preposition right behind it, by the preposition."""
    pronoun: str = ""
    terms: frozenset[str] = frozenset()
    """All telling roots of it, with what stands in apposition."""
    places: tuple[int, ...] = ()
    """Where they stand, the nearest to the verb first, without what is in apposition."""
    start: int = 0
    """Where it begins; where it is told in no words of its own, where its verb group does."""
    numbers: frozenset[str] = frozenset()
    """The numbers in it."""
    denying: tuple[int, ...] = ()
    """The places of words such as "no" and "none" that open it."""
    restricted: bool = False
    """Whether the act stands in a relative clause that tells which ones are meant."""


def subject_of(sentence: Sentence, found: Predicate, clause: range, last: Subject | None) -> Subject:
    """The subject of an act: what stands before its verb group, or that of the act before it in its sentence."""
    lows, start = sentence.lows, found.group.start
    shares = last is not None and found.kind == "verb" and lows[found.at].endswith("ing") and not found.group.finite
    if last is not None and shares:
        return replace(last, denying=(), restricted=False, start=start)
    pronoun = lows[start - 1] if start and lows[start - 1] in listed("clauses", "subjects") else ""
    apposed, end, floor = _apposed(sentence, start - 1, clause.start)
    own, first = _words_before(sentence, end, floor)
    denying = tuple(k for k in range(first, start) if _opens_none(sentence, k)) if found.kind != "has" else ()
    if not own and first <= floor and _is_relative(sentence, clause, pronoun):
        return _antecedent(sentence, clause, pronoun, start)
    if not own and not pronoun and not denying and last is not None and found.kind in ("verb", "with"):
        return replace(last, denying=(), start=start)
    if not own:
        return Subject(pronoun=pronoun, start=start, denying=denying)
    head, first = _head(sentence, own, first, start)
    own = [k for k in own if k >= first]
    return Subject(
        head="" if pronoun else sentence.roots[head],
        named=sentence.is_name(head) and not pronoun,
        given=_given(sentence, head) if not pronoun else frozenset(),
        modifiers=modifiers(sentence, head),
        complement=complement(sentence, head + 1),
        pronoun=pronoun,
        terms=frozenset(sentence.roots[k] for k in (*own, *apposed)),
        places=tuple(own),
        start=first,
        numbers=_numbers(lows[first : head + 1]),
        denying=denying,
    )


def _apposed(sentence: Sentence, end: int, floor: int) -> tuple[list[int], int, int]:
    """What stands between two commas right before a verb group, and where the subject before it ends and may begin."""
    if end < 2 or sentence.lows[end] != ",":
        return [], end, floor
    first = next((k for k in range(end - 1, max(0, end - APPOSED), -1) if sentence.lows[k] == ","), 0)
    if not first:
        return [], end, floor
    floor = first
    while floor > max(0, first - LONGEST) and sentence.bounds[floor - 1] < WHOLE:
        floor -= 1
    apposed = [k for k in range(first + 1, end) if sentence.roots[k] and not sentence.verbs[k]]
    return apposed, first - 1, floor


def _words_before(sentence: Sentence, end: int, floor: int) -> tuple[list[int], int]:
    """The places of the telling words of what stands before a verb, the nearest first, and where it begins.

    It goes back to another verb, but for the participles in it, or to a word that joins two verbs of one subject.
    """
    lows, own = sentence.lows, list[int]()
    at = end
    while at >= max(floor, end - LONGEST):
        if is_verb(sentence, at) and not (own and lows[at].endswith(("ing", "ed", "en"))):
            break
        if sentence.bounds[at] and lows[at] in listed("acts", "joining") and not own:
            break
        if sentence.roots[at] and not sentence.adverbs[at] and lows[at] not in listed("acts", "none"):
            own.append(at)
        at -= 1
    return own, at + 1


def _opens_none(sentence: Sentence, at: int) -> bool:
    """Whether a word such as "no", or "not a", stands at a place and opens the subject, not a phrase within it."""
    lows = sentence.lows
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    if lows[at] == "not":
        return behind in ("a", "one", "any")
    if lows[at] not in listed("acts", "none") or behind in listed("acts", "no_denial") or behind == "but":
        return False
    return not at or lows[at - 1] not in listed("clauses", "prepositions") or behind in listed("acts", "at_no")


def _is_relative(sentence: Sentence, clause: range, pronoun: str) -> bool:
    """Whether a clause without a subject of its own is a relative one."""
    opener = sentence.lows[clause.start - 1] if clause.start else ""
    return (pronoun or opener) in listed("acts", "relative")


def _antecedent(sentence: Sentence, clause: range, pronoun: str, start: int) -> Subject:
    """What a relative clause is about: the words before it."""
    before = range(clause.start - 2, max(-1, clause.start - 2 - PHRASE), -1)
    own = [k for k in before if sentence.roots[k]][:ANTECEDENT]
    return Subject(
        head=sentence.roots[own[0]] if own else "",
        named=bool(own) and sentence.is_name(own[0]),
        pronoun=pronoun,
        terms=frozenset(sentence.roots[k] for k in own),
        places=tuple(own),
        start=start,
        restricted=clause.start < 2 or sentence.lows[clause.start - 2] != ",",
    )


def _head(sentence: Sentence, own: Sequence[int], low: int, high: int) -> tuple[int, int]:
    """The place of the head of the noun phrase that ends before ``high``, and where the phrase begins.

    It is the last noun before the first preposition, behind a leading phrase such as "in the night", and behind "of" in
    "most of the schools".
    """
    lows, prepositions = sentence.lows, listed("clauses", "prepositions")
    if lows[low + 1 : low + 2] == ["of"] and (not sentence.roots[low] or lows[low] in listed("acts", "numbers")):
        stop = next((k for k in range(low + 2, high) if ends_phrase(sentence, k)), high)
        return next((k for k in own if low < k < stop), own[0]), low
    while low < high and not sentence.roots[low] and lows[low] not in prepositions:
        low += 1
    if low < high and lows[low] in prepositions:
        begins = _behind_phrase(sentence, low, high)
        if begins is None:
            return own[0], low
        low = begins
    stop = next((k for k in range(low + 1, high) if lows[k] in prepositions or sentence.verbs[k]), high)
    return next((k for k in own if low <= k < stop), own[0]), low


def _behind_phrase(sentence: Sentence, low: int, high: int) -> int | None:
    """Where a subject begins behind a phrase such as "in the night": at the last comma, or at the next article."""
    commas = [k for k in range(low + 1, high) if sentence.lows[k] == ","]
    if commas:
        return commas[-1]
    first = next((k for k in range(low + 1, high) if sentence.roots[k]), high)
    return next((k for k in range(first + 1, high) if sentence.lows[k] in listed("clauses", "determiners")), None)


def _given(sentence: Sentence, head: int) -> frozenset[str]:
    """The given names right before a name."""
    found: set[str] = set()
    if sentence.is_name(head):
        for at in range(head - 1, max(-1, head - 1 - PHRASE), -1):
            if not sentence.words[at][0].isupper() or not is_given_name(sentence.words[at].lower()):
                break
            found.add(sentence.roots[at])
    return frozenset(found)


def _numbers(lows: Sequence[str]) -> frozenset[str]:
    """The numbers among some words; "one" only where it is one of several."""
    found = {low for low in lows if low[0].isdigit() or low in listed("acts", "numbers")}
    return frozenset(found | ({"one"} if ("one", "of") in pairwise(lows) else set()))
