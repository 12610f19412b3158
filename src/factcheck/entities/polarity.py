"""Polarity: whether two sentences that speak of one thing say the contrary, and which words make it so.

Two things make sentences contrary: a negation that only one of them has on a word that both have ("signed the bill",
"has not signed the bill"), or acts that exclude each other ("approved", "rejected"). Everything unsure is left alone:
questions, conditions, wishes, what somebody is told to have said, parts of a whole, other people, numbers and times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import Literal, NamedTuple

from ..knowledge import load
from ..text import WORD, Range, fold
from .contraries import Phrase, exclusive, forms_of, kin, lemmas, prefixed, same_word
from .number_words import small_numbers

SCOPE = 3
"""Words of meaning behind "no" that it denies: "no evidence of fraud was found"."""

GAP = 2
"""Most words between a verb and its particle: "turned himself in", "found the driver guilty"."""

SHARED = 0.5
"""Least share of the words of meaning of the shorter sentence, beside those that differ, which the other has, too."""

KNOWN = 1 << 12
"""Sentences, and pairs of them, that are remembered with what was found."""

_BREAKS = re.compile(r"[,;:()“”\"—–]")
_CONTRACTED = re.compile(r"(\w+)n['’]t", re.IGNORECASE)


class Contradiction(NamedTuple):
    """Why two sentences can't both be true."""

    kind: Literal["negated", "excluded"]
    one: tuple[Range, ...]
    """Where the words stand in the first sentence that make it so."""
    other: tuple[Range, ...]
    beside: int
    """How many words of meaning, of those that don't differ, the longer sentence has that the other has not."""


class _Word(NamedTuple):
    key: str
    start: int
    end: int
    name: bool
    """Written large within the sentence."""
    paused: bool
    """Whether a comma or the like stands before it."""


class _Told(NamedTuple):
    """A word or phrase of a sentence, and what denies it there."""

    phrase: Phrase
    first: int
    last: int
    denied: tuple[int, ...]
    """Places of the words that deny it."""


_Pair = tuple[Literal["negated", "excluded"], _Told, _Told]
"""Words of two sentences, of which one is denied, or which exclude each other."""


@lru_cache(KNOWN)
def contradiction(one: str, other: str) -> Contradiction | None:
    """Whether two sentences or clauses say the contrary of each other.

    Args:
        one: A sentence or clause. Leave out who is told to have said it: a sentence with a verb of saying is unsure.
        other: One that is already judged to speak of the same thing.

    Returns:
        The kind of contradiction and the ranges, in each text, of the words that make it; None where there is none, or
        where either sentence asks, supposes, hopes, speaks of some or most, or of other people, numbers or times.
    """
    left, right = _words(one), _words(other)
    if _unsure(one, left) or _unsure(other, right) or _mood(left) != _mood(right) or _others(left, right):
        return None
    pairs = list(_opposed(left, right))
    beside = _beside(left, right, pairs) if pairs and _tell_one_thing(pairs) else None
    if beside is None:
        return None
    kind, a, b = pairs[0]
    if not _one_subject(left, a, right, b) or not _one_object(left, a, right, b):
        return None
    if kind == "excluded" and (_restricts(left, a) or _restricts(right, b)):
        return None
    return Contradiction(kind, _ranges(left, a), _ranges(right, b), beside)


def _tell_one_thing(pairs: Sequence[_Pair]) -> bool:
    """Whether all words that differ do so by one and the same: a negation that denies them all, or one pair of acts."""
    kind, a, b = pairs[0]
    if kind == "excluded":
        return all((k, x.first, y.first) == (kind, a.first, b.first) for k, x, y in pairs)
    return all((k, x.denied, y.denied) == (kind, a.denied, b.denied) for k, x, y in pairs)


@lru_cache(KNOWN)
def _words(text: str) -> list[_Word]:
    """The words of a sentence in small letters, "didn't" as two."""
    found: list[_Word] = []
    end = 0
    for match in WORD.finditer(text):
        paused = _BREAKS.search(text, end, match.start()) is not None
        name = match.start() > 0 and match.group()[0].isupper()
        contracted = _CONTRACTED.fullmatch(match.group())
        key = fold(contracted[1] if contracted else match.group())
        if key == "cannot":
            found.append(_Word("can", *match.span(), name, paused))
            key = "not"
            paused = False
        found.append(
            _Word(load("contraries")["contracted"].get(key, key) if contracted else key, *match.span(), name, paused)
        )
        if contracted:
            found.append(_Word("not", *match.span(), False, False))
        end = match.end()
    return found


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("contraries")[name])


def _has(words: Sequence[_Word], name: str) -> bool:
    listed = _list(name) if name else frozenset()
    return any(word.key in listed or not lemmas(word.key).isdisjoint(listed) for word in words)


def _unsure(text: str, words: Sequence[_Word]) -> bool:
    keys = {word.key for word in words}
    if "?" in text or keys & (_list("supposing") | _list("partial")):
        return True
    if keys & (_list("negations") | _list("none")) and keys & _list("bounding"):
        return True
    if _has(words, "attributing") or _has(words, "wished"):
        return True
    return any(
        _has([word], {"to": "wished_for", "for": "wished_as"}.get(behind.key, "")) for word, behind in pairwise(words)
    )


def _mood(words: Sequence[_Word]) -> frozenset[str]:
    """The words by which a sentence speaks of what is ahead."""
    return frozenset(word.key for word in words if word.key in _list("ahead"))


def _others(left: Sequence[_Word], right: Sequence[_Word]) -> bool:
    """Whether two sentences choose other things, name other people or places, other numbers, or other times."""
    if {w.key for w in left} & _list("choosing") != {w.key for w in right} & _list("choosing"):
        return True
    for listed in (_names, _numbers, _times):
        one, other = listed(left), listed(right)
        if one - other and other - one:
            return True
    return bool(_numbers(left)) and bool(_numbers(right)) and _numbers(left) != _numbers(right)


def _names(words: Sequence[_Word]) -> set[str]:
    return {word.key.removesuffix("'s") for word in words if word.name and not _is_time(word.key)}


@cache
def _number_words() -> frozenset[str]:
    return frozenset({*small_numbers(), *load("wording")["ordinals"]} - {"one"})


def _numbers(words: Sequence[_Word]) -> set[str]:
    return {word.key for word in words if word.key[0].isdigit() or word.key in _number_words()}


def _is_time(key: str) -> bool:
    calendar = load("calendar")
    return key in calendar["months"] or key in calendar["weekdays"] or key in load("wording")["times"]


def _times(words: Sequence[_Word]) -> set[str]:
    return {word.key for word in words if _is_time(word.key) and (word.name or word.key not in ("may", "march"))}


def _opposed(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[_Pair]:
    """The pairs of words, one of each sentence, of which one is denied, or which exclude each other.

    Who tells of both, such as of a plan that one house passed and the other rejected, tells two things.
    """
    one, other = list(_told(left)), list(_told(right))
    for a, b in product(one, other):
        if len(a.denied) % 2 != len(b.denied) % 2:
            if _same(a.phrase, b.phrase):
                yield "negated", a, b
        elif not a.denied and _exclude(a.phrase, b.phrase):
            told_too = any(_same(a.phrase, c.phrase) for c in other) or any(_same(b.phrase, c.phrase) for c in one)
            if not told_too:
                yield "excluded", a, b


def _same(one: Phrase, other: Phrase) -> bool:
    """Whether two words are forms of one, or both of one kind of acts: "passed" and "approved"."""
    return one == other or (len(one) == len(other) == 1 and same_word(one[0], other[0])) or kin(one, other)


def _exclude(one: Phrase, other: Phrase) -> bool:
    return any(b in exclusive().get(a, ()) for a in forms_of(one) for b in forms_of(other)) or (
        len(one) == len(other) == 1 and prefixed(one[0], other[0])
    )


def _told(words: Sequence[_Word]) -> Iterator[_Told]:
    """The words of meaning of a sentence, and the phrases of the table, with what denies them."""
    at = 0
    while at < len(words):
        found = _phrase_at(words, at)
        if found is None and _tells(words[at].key):
            found = ((words[at].key,), at)
        if found is None:
            at += 1
            continue
        phrase, last = found
        yield _Told(phrase, at, last, tuple(_denying(words, at)))
        at = last + 1


def _tells(key: str) -> bool:
    lists = ("negations", "none", "undone", "lacking", "passed")
    return key not in load("wording")["small"] and not any(key in _list(name) for name in lists)


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of more than a word by their first word, the longest first."""
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in exclusive():
        if len(phrase) > 1:
            found[phrase[0]].append(phrase)
    return {first: tuple(sorted(own, key=lambda p: (-len(p), p))) for first, own in found.items()}


def _phrase_at(words: Sequence[_Word], at: int) -> tuple[Phrase, int] | None:
    """The phrase that begins at a place, and where it ends: one of the table, or one that means something else."""
    both = tuple(word.key for word in words[at : at + 2])
    if " ".join(both) in _list("neutral"):
        return both, at + 1
    for base in lemmas(words[at].key):
        for phrase in _phrases().get(base, ()):
            last = _matched(words, at + 1, phrase[1:])
            if last is not None:
                return phrase, last
    return None


def _matched(words: Sequence[_Word], at: int, rest: Phrase) -> int | None:
    """The place of the last word of the rest of a phrase; None where it does not stand here."""
    if not rest:
        return at - 1
    if rest[0] == "_":
        return next((end for skip in range(GAP + 1) if (end := _matched(words, at + skip, rest[1:])) is not None), None)
    if at < len(words) and not words[at].paused and rest[0] in lemmas(words[at].key):
        return _matched(words, at + 1, rest[1:])
    return None


def _denying(words: Sequence[_Word], at: int) -> Iterator[int]:
    """The places of the words before a place that deny the word there, within its clause."""
    passed = 0
    for k in range(at - 1, -1, -1):
        if words[k + 1].paused or words[k].key in ("and", "who", "which", "that", "whose"):
            return
        key = words[k].key
        near = passed == 0 and (key in _list("negations") or _undoes(words, k))
        if near or key in _list("none"):
            yield k
        elif key not in _list("passed") and not key.endswith("ly") and key not in load("wording")["small"]:
            passed += 1
        if passed >= SCOPE:
            return


def _undoes(words: Sequence[_Word], at: int) -> bool:
    """Whether the word at a place denies the act or thing behind it: "failed to", "a lack of"."""
    bases, behind = lemmas(words[at].key), words[at + 1].key if at + 1 < len(words) else ""
    return (behind == "to" and not bases.isdisjoint(_list("undone"))) or (
        behind in ("of", "to") and not bases.isdisjoint(_list("lacking"))
    )


def _beside(left: Sequence[_Word], right: Sequence[_Word], pairs: Sequence[_Pair]) -> int | None:
    """How many words of meaning the longer sentence has more; None where the shorter one shares too few of its own."""
    one = _rest(left, [a for _, a, _ in pairs])
    other = _rest(right, [b for _, _, b in pairs])
    shorter, longer = sorted((one, other), key=len)
    if not longer:
        return 0
    shared = sum(any(same_word(word, w) for w in longer) for word in shorter)
    enough = (bool(shared) or len(pairs) > 1) and shared >= SHARED * len(shorter)
    return len(longer) - shared if enough else None


def _rest(words: Sequence[_Word], told: Sequence[_Told]) -> list[str]:
    taken = {at for one in told for at in (*range(one.first, one.last + 1), *one.denied)}
    return [word.key for at, word in enumerate(words) if at not in taken and _tells(word.key)]


def _one_subject(left: Sequence[_Word], a: _Told, right: Sequence[_Word], b: _Told) -> bool:
    """Whether what stands before the two words, as subjects do, is one; a pronoun, or nothing, may be anybody.

    What stands before a passive is compared with what stands before another one only.
    """
    (one, passive), (other, turned) = _subject(left, a), _subject(right, b)
    return one is None or other is None or passive != turned or same_word(one, other)


def _subject(words: Sequence[_Word], told: _Told) -> tuple[str | None, bool]:
    """The word before a verb, and whether a form of "be" stands between the two."""
    passive = False
    for k in range(told.first - 1, -1, -1):
        key = words[k].key
        if words[k + 1].paused:
            return None, passive
        if key in _list("passed") and key not in _list("before_nouns"):
            passive = passive or key in _list("being")
        elif key not in _list("negations") and not key.endswith("ly"):
            return (key if _tells(key) else None), passive
    return None, passive


def _one_object(left: Sequence[_Word], a: _Told, right: Sequence[_Word], b: _Told) -> bool:
    """Whether what stands right behind the two words, as objects do, is one, or is told in the other sentence, too."""
    one, other = _object(left, a), _object(right, b)
    if one is None or other is None or same_word(one, other):
        return True
    return any(same_word(one, word.key) for word in right) or any(same_word(other, word.key) for word in left)


def _object(words: Sequence[_Word], told: _Told) -> str | None:
    for k in range(told.last + 1, len(words)):
        if words[k].paused:
            return None
        if words[k].key not in _list("choosing_one"):
            return words[k].key if _tells(words[k].key) else None
    return None


def _restricts(words: Sequence[_Word], told: _Told) -> bool:
    """Whether a word only tells which thing is meant: "the north pier", "the armed guard"."""
    before = words[told.first - 1].key if told.first else ""
    behind = words[told.last + 1] if told.last + 1 < len(words) else None
    return before in _list("choosing_one") and behind is not None and not behind.paused and _tells(behind.key)


def _ranges(words: Sequence[_Word], told: _Told) -> tuple[Range, ...]:
    """Where the words of a contradiction stand, those that deny included."""
    spans = {(words[told.first].start, words[told.last].end), *((words[k].start, words[k].end) for k in told.denied)}
    return tuple(sorted(spans))
