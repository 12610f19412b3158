"""Tense as a cue: whether the clause around a time expression looks ahead or back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from ...knowledge import load
from .tokens import Tokens, codes

FAR = 16
"""How many words before "and" and a plain verb its helping word may stand: "will hold 90 and open in May"."""

_AHEAD = frozenset(("will", "ll", "shall"))

Tense = Literal["future", "until", "past", "present"]
Signal = Literal["future", "until", "past", "present", "infinitive", "participle"]

REACH = 12
"""How many words around an expression may tell its tense; more reach into other clauses."""

RANK = 5
"""How many words before "to be" may say which one of its kind something is."""

SEEN = 8
"""How many words before a plain verb the one of perception may stand that governs it."""

SAID = 4
"""How many words before a day the verb of saying may stand whose day it is."""

FIXED = 7
"""How many words may stand between what is set and the day that it is set for."""


def tense(tokens: Tokens, first: int, stop: int, reach: int = REACH, *, behind: bool = True) -> Tense | None:
    """The tense that the nearest verb gives the expression in ``tokens[first:stop]``, or None where no verb tells.

    The verb before the expression counts first, since in English news a time follows its verb; then the one behind.
    A word in -ed counts at once where it stands right before the expression, else only where no clearer verb does.
    "Until" and "by" look ahead only where no verb looks back. With ``behind`` false, only what stands before counts.
    """
    noun = _belongs_to_noun(tokens, first, stop)
    if leads_up(tokens, first) or (not noun and (_is_arranged(tokens, first) or _is_scheduled(tokens, first, stop))):
        return "future"
    if noun or _is_compared(tokens, first):
        return None if noun else "past"
    weak: Tense | None = None
    infinitive = participle = False
    for at, signal in _signals(tokens, range(first - 1, max(first - 1 - reach, -1), -1)):
        if signal == "until":
            weak = "until"
        elif signal == "infinitive":
            infinitive = True
        elif signal == "participle":
            if at >= first - 2 and weak is None:
                return "past"
            participle = not infinitive and weak is None
        else:
            return _settled(signal, weak, infinitive, participle)
    if participle or not behind:
        return "past" if participle else weak
    return _behind(tokens, stop, weak, reach, first <= 1 or is_boundary(tokens, first - 2))


def _is_compared(tokens: Tokens, first: int) -> bool:
    """Whether the figure of that time is what another is compared with: "after 16,500 on Sunday"."""
    at = first - 1 - (first > 0 and tokens.words[first - 1] in ("on", "in"))
    return at > 0 and tokens.words[at][:1].isdigit() and tokens.words[at - 1] in _table()["comparing"]


def _is_arranged(tokens: Tokens, first: int) -> bool:
    """Whether the present of "be" sets a time: "the vote is on Friday", "fares are going up on Friday"."""
    table, at = _table(), first - 1
    at -= at > 0 and tokens.words[at] == "on"
    at -= at > 0 and tokens.words[at] in table["particles"]
    if at > 0 and tokens.words[at].endswith("ing"):
        at -= 1
    return at >= 0 and tokens.words[at] in ("is", "are", "re", "am")


def _is_scheduled(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the time is what something was set for or put off to, or is itself set: "put off to May"."""
    table = _table()
    while first and tokens.codes[first - 1] in _hours():
        first -= 1
    before = tokens.words[first - 1] if first else ""
    if (before in table["aiming"] and _begins_ahead(tokens, first - 1)) or (
        before in table["choosing"] and _is_chosen(tokens, first, stop)
    ):
        return True
    if before not in ("for", "until", "till", "to"):
        return False
    for at in range(first - 2, max(first - 2 - FIXED, -1), -1):
        if is_boundary(tokens, at) or tokens.words[at] in ("that", "which", "who", "because", "after", "when"):
            return False
        if tokens.words[at] in table["scheduling"]:
            return before != "to" or tokens.words[at] in table["moving"]
    return False


def _begins_ahead(tokens: Tokens, at: int) -> bool:
    """Whether what begins at a time lies ahead: not "was hammered out beginning Sunday"."""
    return tense(tokens, at, at + 1, behind=False) != "past"


def _is_chosen(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether somebody has chosen the time now: "have set June 3 as"; who had set it may tell of one that is past."""
    return tokens.words[stop : stop + 1] == ["as"] and not {"has", "have", "ve"}.isdisjoint(
        tokens.words[first - 2 : first - 1]
    )


@lru_cache(maxsize=1)
def _hours() -> frozenset[str]:
    """The classes of an hour that may stand before its day: "put off to 10 a.m. Friday"."""
    return frozenset(codes()[kind] for kind in ("SMALL", "CLOCK", "DOTTED", "MERIDIEM", "CLOCKMERIDIEM", "NOON"))


def _settled(verb: Tense, weak: Tense | None, infinitive: bool, participle: bool) -> Tense:
    """The tense where a clear verb stands before the expression, behind what stands between the two."""
    if verb == "past":
        return (weak or "present") if infinitive else "past"
    if verb == "future":
        return verb
    return "past" if participle and verb == "present" else weak or verb


def _behind(tokens: Tokens, stop: int, weak: Tense | None, reach: int, opens: bool) -> Tense | None:
    """The tense of the first verb behind the expression; ``weak`` where that verb does not look back or ahead.

    Behind an expression that opens its sentence a word in -ed is the verb of the clause, unless another follows.
    """
    for _, signal in _signals(tokens, range(stop, min(stop + reach, len(tokens.words)))):
        if signal == "participle":
            if weak is None or not opens:
                return weak or "past"
            weak = "past"  # "By Friday, police arrested two", unless more follows.
        if signal == "present":
            return weak or signal
        if signal in ("future", "past"):
            return signal
    return weak


def _signals(tokens: Tokens, places: range) -> Iterator[tuple[int, Signal]]:
    """The words of these places that tell a tense, up to the end of the sentence, each with what it tells."""
    for at in places:
        if is_boundary(tokens, at):
            return
        if _looks_ahead(tokens, at, places):
            yield at, "until"
        elif found := _of_word(tokens, at):
            yield at, found
        elif _is_infinitive(tokens, at):
            yield at, "infinitive"
        elif _is_participle(tokens, at):
            yield at, "participle"


def _looks_ahead(tokens: Tokens, at: int, places: range) -> bool:
    """Whether "until" or the like stands at a place; "by" and "through" only right before the time ("by Friday")."""
    word = tokens.words[at]
    beside = at == places.start and places.step < 0
    return word in _table()["weak"] and (word not in ("by", "through") or beside)


def _belongs_to_noun(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the expression stands before a noun, as in "the Friday attacks" or "Friday's ruling"."""
    last, code = tokens.words[stop - 1], codes()
    counted = not {"before", "after"}.isdisjoint(tokens.words[first:stop])
    told = counted or tokens.codes[first + 1 : first + 2] in (code["ORDINAL"], code["EDGE"], code["LAST"])
    if (tokens.words[first] == "the" and last.isalpha() and last not in _spans() and not told) or (
        first and tokens.words[first - 1] in _table()["determiners"]
    ):
        return True
    return tokens.words[stop : stop + 2] in (["'", "s"], ["’", "s"])


def _spans() -> frozenset[str]:
    """Units and seasons that stand with "the" without belonging to a noun: "the second quarter"."""
    return frozenset(("quarter", "half", "weekend", *load("timex")["seasons"]))


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    following = at + 1
    return (
        tokens.words[at] == "to"
        and following < len(tokens.words)
        and tokens.text[tokens.starts[following]].islower()
        and tokens.words[following] not in _table()["no_infinitive"]
    )


def leads_up(tokens: Tokens, first: int) -> bool:
    """Whether "ahead of" stands before an expression."""
    return tokens.words[max(0, first - 2) : first] == ["ahead", "of"]


def tells_of_saying(tokens: Tokens, first: int) -> bool:
    """Whether a verb of saying stands right before an expression: "police said Tuesday", "told reporters on Friday"."""
    return not _table()["saying"].isdisjoint(tokens.words[max(0, first - SAID) : first])


def is_boundary(tokens: Tokens, at: int) -> bool:
    """Whether the sentence or clause ends at the token ``at``."""
    word = tokens.words[at]
    if word in (";", "!", "?") or tokens.codes[at] == codes()["BREAK"]:
        return True
    if word != "." or at == 0:
        return False
    following = at + 1
    capital = following >= len(tokens.words) or not tokens.text[tokens.starts[following]].islower()
    return capital and len(tokens.words[at - 1]) > 3


def _of_word(tokens: Tokens, at: int) -> Tense | None:
    word = tokens.words[at]
    table = _table()
    previous = tokens.words[at - 1] if at else ""
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    if f"{previous} {word}" in table["future_pairs"]:
        return "future" if _leads_on(tokens, at, following) else None
    if _is_past_modal(word, following):
        return "past"
    if previous == "to" or _is_determined(tokens, at) or _is_may(tokens, at) or _is_because(tokens, at):
        return None
    if (
        _is_ahead(previous, word, tokens.words[at + 1 : at + 3])
        or word in table["timetable"]
        or _is_timetable(tokens, at)
    ):
        return "future"
    if word in table["present"] or word in table["saying"]:
        return "present"
    past = table["captions"] if previous in table["copula"] else table["past"]
    return "past" if word in past and not _is_plain(tokens, at) else None


def _is_past_modal(word: str, following: str) -> bool:
    """Whether a modal tells of what was: "could not say", "would have left", "nobody would comment"."""
    table = _table()
    if following in ("not", "have"):
        return word in table["past_with_not" if following == "not" else "modal_past"]
    return word == "would" and following in table["of_answer"]


def _is_determined(tokens: Tokens, at: int) -> bool:
    """Whether a word stands behind a determiner; "that" before a verb of the past is none: "the ferry that sank"."""
    previous, word = tokens.words[at - 1] if at else "", tokens.words[at]
    relative = previous == "that" and (word in _table()["past"] or word.endswith("ed"))
    return previous in _table()["determiners"] and not relative


def _leads_on(tokens: Tokens, at: int, following: str) -> bool:
    """Whether two words look ahead: not "the third bank to be sold", nor "agreed to a call on Friday"."""
    if tokens.words[at] == "be":
        return _table()["ranks"].isdisjoint(tokens.words[max(0, at - RANK) : at])
    if tokens.words[at] == "on":
        return _begins_ahead(tokens, at - 1)
    return tokens.words[at] != "to" or following not in _table()["no_infinitive"]


def _is_ahead(previous: str, word: str, behind: Sequence[str]) -> bool:
    """Whether a word looks ahead: not the past of "win", nor "as expected", nor the noun "plans"."""
    if word == "won":
        return behind[-1:] == ["t"]
    if word == "expected" and previous == "as":
        return False
    if word == "plans":
        return behind[:1] != [] and behind[0] not in _table()["behind_noun"]
    return word in _table()["future"] or word in _table()["timetable"]


def _is_plain(tokens: Tokens, at: int) -> bool:
    """Whether a verb is in its plain form, which some share with their past: "will shut", "may also cut"."""
    at -= 1 + (tokens.words[at - 1] in _table()["adverbs"])
    return at >= 0 and tokens.words[at] in _table()["modal"]


def _is_because(tokens: Tokens, at: int) -> bool:
    """Whether it is the "due" of "due to the rain"."""
    behind = tokens.words[at : at + 3]
    return behind[:2] == ["due", "to"] and behind[-1] in _table()["no_infinitive"]


def opens_sentence(tokens: Tokens, first: int) -> bool:
    """Whether an expression opens its sentence, but for a preposition: "On May 3 the mill ..."."""
    at = first - 1 if first and tokens.words[first - 1] in ("on", "in") else first
    return at == 0 or is_boundary(tokens, at - 1)


def _is_may(tokens: Tokens, at: int) -> bool:
    """Whether a word is the month of May, which is no verb."""
    return at > 0 and tokens.codes[at] == codes()["MONTH"] and tokens.text[tokens.starts[at]].isupper()


def _is_timetable(tokens: Tokens, at: int) -> bool:
    """Whether a form that nouns share is the present of a timetable: "talks resume Monday", "the board votes"."""
    table, words = _table(), tokens.words
    if words[at] in table["timetable_singular"] and at > 1 and words[at - 2] in ("the", "a", "an", "its", "their"):
        return not words[at - 1].endswith("s")
    if not 0 < at < len(words) - 1 or words[at] not in table["timetable_plural"]:
        return False
    subject = words[at - 1]
    plural = (
        len(subject) > 3 and subject.endswith("s") and not subject.endswith("ss") and subject not in table["no_plural"]
    )
    if subject == "and":
        return not _AHEAD.isdisjoint(words[max(0, at - FAR) : at]) and words[at + 1] in table["behind_timetable"]
    if not (plural or subject in table["plural_subjects"]) or not table["perception"].isdisjoint(
        words[max(0, at - SEEN) : at]
    ):
        return False
    if words[at] in table["with_object"] and words[at + 1].isalpha():
        return True
    told = subject in ("they", "we") and words[at] not in table["past"]  # "They open the doors on Friday."
    return told or words[at + 1] in table["behind_timetable"] or tokens.text[tokens.starts[at + 1]].isupper()


def _is_participle(tokens: Tokens, at: int) -> bool:
    """Whether a word ends like a regular past tense, which an adjective ("preferred shares") may do too."""
    word = tokens.words[at]
    if at and tokens.codes[at - 1] == codes()["DASH"]:
        return False  # "Delegate-packed."
    if len(word) < 5 or not word.endswith("ed") or word.endswith("eed") or not tokens.text[tokens.starts[at]].islower():
        return False
    return not at or (tokens.words[at - 1] not in _table()["copula"] and not _is_determined(tokens, at))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    table = {name: frozenset(words) for name, words in load("tense").items() if isinstance(words, list)}
    # The first form of an irregular verb is its past tense, the second its participle.
    irregular = frozenset(forms.split()[0] for forms in load("word_forms")["verbs"].values())
    return table | {"past": table["past"] | irregular}
