"""Verbs with their helping words: whether they are denied, and tell what is done, planned or only thought of.

"Has yet to decide" and "refused to decide" deny, "plans to decide" and "will decide" look ahead, "may decide" tells
nothing. The words before the verb are read backwards, without a parser.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..entities.contraries import exclusive, lemmas
from ..entities.roots import is_past
from ..knowledge import words as listed
from .clauses import Sentence
from .information import remembered

Mood = Literal["told", "ahead", "can", "must", "unsure"]
"""Whether a verb tells what is or was done, what is ahead, what can or must be, or nothing sure."""

MOODS: tuple[Mood, ...] = ("unsure", "can", "must", "ahead")
"""The moods that helping verbs give, the strongest first."""


class VerbGroup(NamedTuple):
    """A verb's helping words, and what they make of it."""

    start: int
    """The place of the first of them, or of the verb."""
    denying: tuple[int, ...] = ()
    """The places of the words that deny it."""
    mood: Mood = "told"
    passive: bool = False
    perfect: bool = False
    """Whether it tells what is so up to now, as "has not", "has yet to" do."""
    finite: bool = False
    """Whether a helping verb stands with it."""
    past: bool = False


def is_of(low: str, *name: str) -> bool:
    """Whether a folded word is a form of one of a list of verbs or adjectives."""
    return not lemmas(low).isdisjoint(listed("acts", *name))


@remembered
def denies(low: str) -> bool:
    """Whether a folded word denies the verb behind it."""
    return low in listed("acts", "adverbs") or low.endswith("n't") or low == "cannot"


@remembered
def is_past_form(low: str) -> bool:
    """Whether a folded word is a past form or participle; of verbs that only the contraries know, an irregular one."""
    if is_past(low) or low.endswith(("s", "ing", "ed")):
        return is_past(low)
    return any(base != low and (base,) in exclusive() for base in lemmas(low))


def verb_group(sentence: Sentence, at: int) -> VerbGroup:
    """The group of the verb at a place."""
    walk = _Walk(sentence, at)
    walk.back()
    return walk.group()


class _Walk:
    """A way back from a verb over its helping words."""

    def __init__(self, sentence: Sentence, at: int) -> None:
        self._told, self._lows, self._at = sentence, sentence.lows, at
        self._k = at - 1
        self._denying: list[int] = []
        self._helpers: list[str] = []
        self._nearest = ""
        self._mood: Mood = "told"
        self._so_far = False
        self._past = False

    def back(self) -> None:
        """Goes as far as the group goes."""
        while self._k >= 0 and self._step(self._lows[self._k]):
            self._k -= 1

    def _step(self, low: str) -> bool:
        """Takes in a word, or more before "to"; whether the group goes on."""
        if low == "to":
            return self._k > 0 and self._governed()
        if denies(low):
            self._denying.append(self._k)
        if low == "longer":  # "No longer" tells what was so before.
            self._mood = "unsure"
            return True
        if low in listed("clauses", "helping") or low.endswith("n't") or low == "cannot":
            self._helpers.append(low)
            self._nearest = self._nearest or low
            return True
        small = low in listed("clauses", "between") or low in listed("clauses", "times")
        return denies(low) or (small and low != "once") or self._told.adverbs[self._k]

    def _governed(self) -> bool:
        """Takes in what governs an infinitive; whether the group goes on before it."""
        self._k -= 1
        low = self._lows[self._k]
        if low in ("not", "never") and self._k:
            self._denying.append(self._k)
            self._k -= 1
            low = self._lows[self._k]
        before = self._lows[self._k - 1] if self._k else ""
        noun = before in listed("clauses", "determiners")
        self._past = self._past or is_past_form(low)
        if before == "no" and low in listed("acts", "plans"):
            self._k -= 1
            self._denying.append(self._k)
            self._mood = "ahead"
        elif low == "yet":
            self._denying.append(self._k)
            self._so_far = True
        elif low in listed("acts", "have"):
            self._mood = "must"
        elif noun or not (is_of(low, "undone") or is_of(low, "through") or self._is_ahead(low)):
            self._mood = "unsure"
            return False
        elif is_of(low, "undone"):
            self._denying.append(self._k)
        elif self._is_ahead(low):
            self._mood = "ahead"
            if low in listed("acts", "be"):
                self._helpers.append(low)
        return True

    def _is_ahead(self, low: str) -> bool:
        return is_of(low, "ahead") or low in listed("acts", "be")

    def group(self) -> VerbGroup:
        """What was found."""
        plain = [helper.removesuffix("n't") for helper in self._helpers]
        have = not listed("acts", "have").isdisjoint(plain)
        return VerbGroup(
            start=self._k + 1,
            denying=tuple(sorted(self._denied())),
            mood=self._modal(have),
            passive=self._nearest in listed("acts", "be"),
            perfect=have or self._so_far,
            finite=bool(self._helpers),
            past=self._past
            or not {"was", "were", "did", "had"}.isdisjoint(plain)
            or (not self._helpers and is_past_form(self._lows[self._at])),
        )

    def _modal(self, have: bool) -> Mood:
        """The mood that the helping verbs give; "would have" tells what was not."""
        if self._mood == "told":
            helpers = set(self._helpers)
            self._mood = next((mood for mood in MOODS if helpers & listed("acts", "moods", mood)), "told")
            if have and self._mood != "told":
                self._mood = "unsure"
        return self._mood

    def _denied(self) -> list[int]:
        """The places of what denies; a form in "-ing" without "be" may be denied, or left unsure, by what is before."""
        inverted = range(max(0, self._k - 2), self._k)
        self._denying += [k for k in inverted if self._lows[k] == "nor" and not self._helpers]
        going = self._lows[self._at].endswith("ing") and not listed("acts", "be") & set(self._helpers)
        if going or not {"having", "being"}.isdisjoint(self._helpers):
            before = self._lows[max(0, self._k - 1) : self._k + 1]
            ways = {" ".join(before), *before[-1:]}
            if ways & listed("acts", "participles", "ruling_out"):
                self._mood = "ahead"
                return [*self._denying, self._k]
            if ways & listed("acts", "participles", "denying"):
                return [*self._denying, self._k]
            if before and before[-1] != "," and not ways & listed("acts", "participles", "told"):
                self._mood = "unsure"
        return self._denying
