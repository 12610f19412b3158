"""The acts of an article: what its sentences tell to be done or so, or planned, and what they deny.

An act is a word with its helping words, who does it, and what it is of, all told by their places and small words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from ..entities.contraries import Phrase, lemmas
from ..entities.roots import concept, root
from ..knowledge import words as listed
from ..models import Claim, Span, When
from ..text import fold, folded_words
from .clauses import WHOLE, Sentence
from .parties import Subject, subject_of
from .phrases import phrases_at
from .predicates import Predicate, complement, is_participle, modifiers, phrase_head, predicates_of
from .slots import Page, Slot
from .verb_groups import is_of

REACH = 60
"""Words on either side of an act that are read for its clause: of an endless sentence, only what is near."""

OBJECT, LENGTH = 2, 4
"""Words behind a verb in which "no" denies it; and behind "for" in which a length of time ends."""


class Act:
    """One act of an article. What few acts are asked for is found when it is asked for."""

    def __init__(self, place: _Place, number: int, subjects: _Subjects, slots: Sequence[Slot]) -> None:
        self._place, self._subjects, self._slots = place, subjects, slots
        self._order = subjects.add(place)
        self.sentence = place.sentence
        self.number = number
        """The number of its sentence."""
        self.at, self.kind, self.group = place.own
        """The place of its word in the sentence, and what `Predicate` tells of it."""
        self.claim = place.claim
        """The statement that it stands in."""

    @cached_property
    def subject(self) -> Subject:
        """Who does it, or to which it is done."""
        return self._subjects.of(self._order)

    @cached_property
    def unsure(self) -> bool:
        """Whether it is asked or supposed, or only tells which thing is meant."""
        return self._place.is_unsure()

    @cached_property
    def object(self) -> str:
        """The root of the head of the noun phrase right behind it; nothing where there is none."""
        head = self._place.object
        return self.sentence.roots[head] if head is not None else ""

    @cached_property
    def of_object(self) -> frozenset[str]:
        """The roots that stand before that head in its phrase."""
        head = self._place.object
        return modifiers(self.sentence, head) - {self.sentence.roots[self.at]} if head is not None else frozenset()

    @cached_property
    def complement(self) -> Mapping[str, str]:
        """The head of the phrase behind the preposition behind its word, or behind its object, by the preposition."""
        head = self._place.object
        return complement(self.sentence, self.at + 1) or (
            complement(self.sentence, head + 1) if head is not None else {}
        )

    @cached_property
    def core(self) -> frozenset[str]:
        """The telling roots of its subject, and of what stands behind it up to a comma."""
        lows = self.sentence.lows
        comma = next((k for k in range(self.at, self._place.stop) if lows[k] == ","), self._place.stop)
        return self._roots(k for k in self._place.behind if k < comma)

    @cached_property
    def terms(self) -> frozenset[str]:
        """All telling roots of its clause but its own."""
        return self._roots(self._place.behind)

    def _roots(self, behind: Iterable[int]) -> frozenset[str]:
        roots = self.sentence.roots
        return frozenset(roots[k] for k in (*self.subject.places, *behind)) - self._place.left_out() - {roots[self.at]}

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of its clause, and the one behind it."""
        first = min((self.subject.start, *self.subject.denying, self.group.start))
        return frozenset(self.sentence.lows[first : self._place.stop + 1])

    @cached_property
    def denying(self) -> frozenset[int]:
        """The places of the words that deny it."""
        return frozenset(self._place.denying() | set(self.subject.denying if self._subjects.may_deny else ()))

    @cached_property
    def lasts(self) -> bool:
        """Whether it is told of a length of time: "for two days"."""
        return self._place.lasts()

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The numbers, times and places of its clause, but for times that something is before or after."""
        start, stop = self._place.clause.start, self._place.stop
        spans = ((slot, self.sentence.at((slot.span.start, slot.span.end))[0]) for slot in self._slots)
        return tuple(slot for slot, at in spans if start <= at < stop)

    @cached_property
    def times(self) -> frozenset[tuple[date, date | None]]:
        """The times on the calendar that its sentence names."""
        times = (slot.value for slot in self._slots)
        return frozenset((time.start, time.end) for time in times if isinstance(time, When) and time.start)

    @property
    def low(self) -> str:
        """Its word, folded."""
        return self.sentence.lows[self.at]

    @cached_property
    def root(self) -> str:
        """The root of its word."""
        return root(self.low)

    @cached_property
    def concept(self) -> str:
        """The root of its word, or what stands for its near synonyms."""
        return concept(self.low)

    @cached_property
    def phrases(self) -> frozenset[Phrase]:
        """The words and phrases of the table of contraries that stand at it, as base forms."""
        if self.kind == "with":
            return frozenset({("alone",) if self.low in listed("acts", "alone") else ("accompanied",)})
        return phrases_at(self.sentence, self.at)

    @cached_property
    def denied(self) -> bool:
        """Whether it is told not to be so."""
        return len(self.denying) % 2 == 1

    @property
    def is_adjective(self) -> bool:
        """Whether it is likely an adjective behind "be"."""
        return self.kind != "has" and self.group.passive and not is_participle(self.low)

    @property
    def span(self) -> Span:
        """Where it stands, with what denies it."""
        places = (self.at, *self.denying)
        return Span(start=self.sentence.starts[min(places)], end=self.sentence.ends[max(places)])

    @property
    def theme(self) -> str:
        """The root of what it is done to, or what is so: the subject of a passive, else an object, else a subject."""
        return self.subject.head if self.group.passive or not self.object else self.object

    @property
    def hedged(self) -> bool:
        """Whether its article doesn't vouch for it: "reportedly", "police believe"."""
        cue = self.claim.cue
        held = self.claim.form == "indirect" and cue is not None and is_of(fold(cue.text), "holding")
        return held or not self.words.isdisjoint(listed("acts", "hedging"))

    @property
    def is_habit(self) -> bool:
        """Whether it may tell what is done again and again: a verb of the present."""
        group = self.group
        plain = not (group.past or group.perfect or group.passive)
        return self.kind == "verb" and group.mood == "told" and plain and not self.low.endswith("ing")

    @property
    def spoken(self) -> bool:
        """Whether it stands in a quotation."""
        return self.claim.form in ("direct", "mixed")

    @cached_property
    def speaker(self) -> frozenset[str]:
        """The roots of the name of whoever says so."""
        return frozenset(map(concept, folded_words(self.claim.speaker.name))) if self.claim.speaker else frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """The roots of names in its clause, and of its subject."""
        told, own = self.sentence, self.core | self.terms | self.subject.terms
        return frozenset(told.roots[k] for k in range(1, len(told.words)) if told.roots[k] in own and told.is_name(k))


def acts_of(page: Page) -> list[Act]:
    """The acts of an article in order: what it tells itself, and what it says that others said."""
    claims = _Claims(page)
    by_sentence: defaultdict[int, list[Slot]] = defaultdict(list)
    for slot in page.slots:
        if not (isinstance(slot.value, When) and slot.word_before in listed("acts", "around")):
            by_sentence[slot.sentence].append(slot)
    found: list[Act] = []
    for number, sentence in enumerate(page.clauses.sentences):
        predicates = list(predicates_of(sentence))
        subjects = _Subjects(sentence)
        for at, predicate in enumerate(predicates):
            claim = claims.around(sentence.starts[predicate.at])
            if claim is not None:
                place = _Place(sentence, predicate, predicates[at + 1 : at + 1 + REACH], claim)
                found.append(Act(place, number, subjects, by_sentence[number]))
    return found


class _Subjects:
    """The subjects of the acts of one sentence: each may rest on the one before it."""

    def __init__(self, sentence: Sentence) -> None:
        self._places: list[_Place] = []
        self._found: list[Subject] = []
        self.may_deny = "not" in sentence.lows or not listed("acts", "none").isdisjoint(sentence.lows)
        """Whether a word stands in the sentence that may deny by opening a subject."""

    def add(self, place: _Place) -> int:
        """Takes in the place of the next act; its number among those of the sentence."""
        self._places.append(place)
        return len(self._places) - 1

    def of(self, number: int) -> Subject:
        """The subject of an act, by its number."""
        while len(self._found) <= number:
            place = self._places[len(self._found)]
            last = self._found[-1] if self._found else None
            self._found.append(subject_of(place.sentence, place.own, place.clause, last))
        return self._found[number]


class _Claims:
    """The claims of an article by their places."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._quoted = [claim for claim in page.claims if claim.form in ("direct", "mixed")]
        self._starts = [claim.content.span.start for claim in self._quoted]

    def around(self, position: int) -> Claim | None:
        """The statement or quotation in which a verb stands, or that it reports: to deny or to reject is an act too."""
        told = self._page.statement(position) or self._page.attribution(position)
        behind = bisect_right(self._starts, position)
        if told is None and behind and position < self._quoted[behind - 1].content.span.end:
            return self._quoted[behind - 1]
        return told


class _Place:
    """The place of an act: its clause, and the predicates behind it in its sentence."""

    def __init__(self, sentence: Sentence, own: Predicate, behind: Sequence[Predicate], claim: Claim) -> None:
        self.sentence, self.own, self.claim = sentence, own, claim
        self._behind = behind

    @cached_property
    def later(self) -> list[Predicate]:
        """The predicates behind it in its clause."""
        return [other for other in self._behind if other.at < self.clause.stop]

    @cached_property
    def behind(self) -> list[int]:
        """The places of the telling words behind the act, or before it in what is or is had."""
        roots = self.sentence.roots
        behind = [k for k in range(self.own.at + 1, self.stop) if roots[k]]
        if self.own.kind != "verb":
            behind += [k for k in range(self.own.group.start, self.own.at) if roots[k]]
        return behind

    @cached_property
    def clause(self) -> range:
        """The clause: up to a strong mark or a subordinating word, inside of what was said."""
        told, at = self.sentence, self.own.at
        low, high = max(0, at - REACH), min(len(told.lows), at + REACH)
        if self.claim.form != "narration":
            first, last = told.at((self.claim.content.span.start, self.claim.content.span.end))
            low, high = (max(low, first), min(high, last)) if first <= at < last else (low, high)
        start, stop = at, at + 1
        while start > low and not _parts(told, start - 1):
            start -= 1
        while stop < high and not _parts(told, stop):
            stop += 1
        return range(start, stop)

    @cached_property
    def stop(self) -> int:
        """Where what stands behind the act ends: at the word that joins another verb to it, or with its clause."""
        before = self.own.at
        for other in self.later:
            joins = [
                k for k in range(before + 1, other.group.start) if self.sentence.lows[k] in listed("acts", "joining")
            ]
            if joins and (other.group.finite or self.sentence.verbs[other.at]):
                return joins[-1]
            before = other.at
        return self.clause.stop

    @cached_property
    def object(self) -> int | None:
        """The place of the head of the noun phrase behind a verb, or its particle: "turned down the plan"."""
        at, lows = self.own.at, self.sentence.lows
        if self.own.kind != "verb" or (at + 1 < len(lows) and lows[at + 1] in listed("acts", "particles")):
            return None
        told = (len(phrase) for phrase in phrases_at(self.sentence, at) if "_" not in phrase)
        return phrase_head(self.sentence, at + max(told, default=1))

    def left_out(self) -> frozenset[str]:
        """The roots of a phrase that sets others apart, as "unlike the rest", up to the comma before the subject."""
        lows = self.sentence.lows
        first = next((k for k in self.clause if lows[k] in listed("acts", "setting_apart")), None)
        if first is None:
            return frozenset()
        commas = [k for k in range(first, self.clause.stop) if lows[k] == ","]
        before = [k for k in commas if k < self.own.group.start]
        last = before[-1] if before else commas[0] if commas else self.clause.stop
        return frozenset(filter(None, self.sentence.roots[first:last]))

    def denying(self) -> set[int]:
        """The places of the words that deny the act, but for those that open its subject."""
        lows, (at, kind, group) = self.sentence.lows, self.own
        found = {*group.denying}
        for k in range(at + 1, min(at + 1 + OBJECT, len(lows))) if kind == "verb" else ():
            if lows[k] in listed("acts", "none"):
                behind = lows[k + 1] if k + 1 < len(lows) else ""
                found |= set() if behind in listed("acts", "no_denial") or behind == "but" else {k}
            if lows[k] not in listed("clauses", "prepositions"):
                break
        return found | self._reported_denial()

    def _reported_denial(self) -> set[int]:
        """The place of what denies the whole clause: "denied that", "it is not true that"."""
        told, start, cue = self.sentence, self.clause.start, self.claim.cue
        opener = told.lows[max(0, start - 3) : start]
        if len(opener) > 1 and opener[-1] == "that":
            is_true = opener[-2] in listed("acts", "true") and opener[0] == "not"
            if is_true or opener[-2] in listed("acts", "untrue"):
                return {start - 2}
        if self.claim.form != "indirect" or cue is None:
            return set()
        first, last = told.at((cue.span.start, cue.span.end))
        denied = not lemmas(fold(cue.text)).isdisjoint(listed("contraries", "denials"))
        return {first} if denied and first < len(told.lows) and not first <= self.own.at < last else set()

    def lasts(self) -> bool:
        """Whether "for" and a length of time stand behind the act: "for two days"."""
        lows, lengths = self.sentence.lows, listed("acts", "lengths")
        places = (k for k in range(self.own.at + 1, self.stop) if lows[k] == "for")
        return any(not lengths.isdisjoint(lows[k + 1 : k + 1 + LENGTH]) for k in places)

    def is_unsure(self) -> bool:
        """Whether the act is asked or supposed, or only tells which thing is meant: "the men held there were freed"."""
        told, (at, kind, group), start = self.sentence, self.own, self.clause.start
        lows = told.lows
        if told.words[-1] == "?" or group.mood == "unsure" or "if" in lows[start : self.clause.stop]:
            return True
        if (start and lows[start - 1] in listed("acts", "supposing")) or self._is_doubted():
            return True
        if kind != "verb" or group.finite or not is_participle(lows[at]):
            return False
        later = (other for other in self.later if other.group.finite and other.kind != "has")
        return any(not any(told.bounds[at : other.group.start]) for other in later)

    def _is_doubted(self) -> bool:
        """Whether somebody is told to wish, fear or doubt it, or not to say it."""
        cue, content = self.claim.cue, self.claim.content.span
        said = content.start <= self.sentence.starts[self.own.at] < content.end
        if self.claim.form != "indirect" or cue is None or not said:
            return False
        bases = lemmas(fold(cue.text))
        unsaid = self.claim.negated and bases.isdisjoint(listed("contraries", "denials"))
        return unsaid or not bases.isdisjoint(listed("acts", "wishing"))


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether a word or mark parts two clauses; a word such as "before" does where a verb stands behind it."""
    if sentence.bounds[at] < WHOLE:
        return False
    if sentence.lows[at] not in listed("clauses", "prepositions"):
        return True
    behind = range(at + 1, min(at + REACH, len(sentence.lows)))
    stop = next((k for k in behind if sentence.bounds[k]), behind.stop)
    return any(sentence.verbs[at + 1 : stop])
