"""The quotations of an article, paragraph by paragraph, each with its source.

A source is looked for in the quotation's own sentence first. Where that tells none, the quotation goes on with what
stands around it: the quotation before in the paragraph, the sentence before, the next attribution, and, where a
paragraph is nothing but quotation, the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .attribution import (
    attribute_agent,
    attribute_before,
    attribute_behind,
    attribute_sentence,
    last_clause,
    name_behind,
    sentence_bounds,
)
from .clauses import Found, main_subject
from .labels import label_before
from .noun_phrases import Source, can_act
from .quotations import PLACEHOLDER, Quotation
from .scene import Scene, Voice

How = Literal[
    "behind",
    "before",
    "label",
    "subject",
    "previous",
    "sentence before",
    "next",
    "paragraph before",
    "subject before",
    "",
]
Bounds = list[tuple[int, int]]

_WEIGHT: dict[How, float] = {
    "sentence before": 0.8,
    "next": 0.9,
    "paragraph before": 0.9,
    "subject before": 0.6,
    "subject": 0.7,
}
"""What the place of a source takes from the confidence in it; a place that is not listed takes nothing."""
_WORD = re.compile(r"\w+")
_ADDRESS = r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Sir|Madam)\.?\s)?"
"""What may stand before a name that somebody is called by."""
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z]{3}[^\W\d_a-z .'’-]{0,40}(?:,\s[^()\n—–\ufffc]{2,40})?(?:\s\([^()\n]{2,40}\))?"
    r"|[^\W\d_][^()\n—–\ufffc]{2,60}\([^()\n]{2,40}\))\s?[—–-]{1,2}\s"
)
"""The place, day and agency that open a report: "MARUVA, June 2 (Agency) -"."""
_FARTHEST = 900
"""Characters from a quotation within which its sentence is searched for an attribution; keeps long lines linear."""
_DIALOGUE = 600
"""Characters before a question within which whoever is asked it has spoken."""
_HEARER = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
_NEXT = 6
"""Quotations behind one in its paragraph that may tell its source."""
_LEAST_WORDS, _LEAST_WORDS_UNSTOPPED = 3, 5
"""Words that a quotation without an attribution in its sentence needs to count as speech: with and without a stop."""


class Utterance(NamedTuple):
    """A quotation with its source."""

    quotation: Quotation
    found: Found | None
    voice: Voice | None
    how: How
    goes_on: bool
    """Whether the utterance of the quotation before goes on here: nothing but an attribution stands between."""


def find_utterances(scene: Scene) -> list[Utterance]:
    """All quotations of ``scene`` that are speech, in order."""
    groups: dict[int, list[Quotation]] = {}
    for q in scene.quotations:
        groups.setdefault(q.paragraph, []).append(q)
    found: list[Utterance] = []
    last: Utterance | None = None
    for number, group in groups.items():
        before = last if last is not None and number - last.quotation.paragraph <= 1 else None
        told = _Paragraph(scene, number, group, before).utterances()
        if before is not None and not before.quotation.closed and found and found[-1] is before:
            found[-1] = _completed(before, told[0])
        found += told
        last = told[-1]
    return [u for u in found if is_speech(scene, u)]


def _completed(unclosed: Utterance, following: Utterance) -> Utterance:
    """An unclosed quotation without a source of its own takes that of the paragraph which it goes on in."""
    if unclosed.found is None and following.found is not None and unclosed.how in ("", "subject before"):
        return unclosed._replace(voice=following.voice, how="next")
    return unclosed


def is_speech(scene: Scene, utterance: Utterance) -> bool:
    """Whether a quotation is speech: it has a source in its sentence, or is long enough to be an utterance."""
    q = utterance.quotation
    last = last_mark(scene.text, q)
    if utterance.how == "label" or (utterance.how == "previous" and last in ".?!"):
        return True
    person = utterance.voice is not None and utterance.voice.member is not None
    if person and last in ".?!" and scene.text.endswith(": ", 0, q.start):
        return True  # Whose words a colon opens says them, be it in one: "NAME was brief: 'No.'"
    cue = utterance.found.cue if utterance.found else None
    if cue is not None:
        if utterance.how == "behind" and last in ",?!—-":
            return True
        introduced = scene.text[max(0, q.start - 2) : q.start].strip()[-1:] in (",", ":")
        if utterance.how == "before" and (cue.verb is None or cue.verb.saying or introduced):
            return True
    words = len(_WORD.findall(scene.text, q.inner_start, q.inner_end))
    return (not q.single or _heads_line(scene.text, q)) and words >= (
        _LEAST_WORDS if last in ",.?!—…-" else _LEAST_WORDS_UNSTOPPED
    )


def _heads_line(text: str, quotation: Quotation) -> bool:
    """Whether a line opens with words that a colon sets apart, as headlines do: "'We lost all': family flees"."""
    opens = quotation.start == 0 or text[quotation.start - 1] == "\n"
    return opens and text.startswith(":", quotation.end)


def last_mark(text: str, quotation: Quotation) -> str:
    """The last character of the quoted words, before the mark that closes a nested quotation."""
    last = text[quotation.inner_end - 1]
    if last in "'’" and quotation.inner_end - quotation.inner_start > 1:
        return text[quotation.inner_end - 2]
    return last


class _Paragraph:
    """The quotations of one paragraph and the unquoted gaps around them."""

    def __init__(self, scene: Scene, number: int, group: list[Quotation], before: Utterance | None) -> None:
        self.scene = scene
        self.group = group
        self.before = before
        self.number = number
        self.start, end = scene.paragraphs[number]
        dateline = _DATELINE.match(scene.masked, self.start, end)
        self.start = dateline.end() if dateline is not None else self.start
        starts = [self.start, *(q.end for q in group)]
        ends = [*(q.start for q in group), end]
        self.gaps: list[Bounds] = [sentence_bounds(scene.masked, a, b) for a, b in zip(starts, ends, strict=True)]

    def utterances(self) -> list[Utterance]:
        """The quotations with their sources, in order."""
        told: list[Utterance] = []
        opening = self.start
        if self.before is not None:
            self._take_turns(self.before)
        found: Found | None
        how: How
        for i, q in enumerate(self.group):
            previous = told[-1] if told else None
            opening = self._sentence_start(i, opening)
            found, how = self._resumed(q) if i == 0 and q.start == q.inner_start else self._own(i, opening)
            told_of = self.scene.told_of(q) | self._asker(previous, found)
            voice = self.scene.resolve(found.source, told_of) if found else None
            if found is None:
                voice, how = (None, "") if _heads_line(self.scene.text, q) else self._inherited(i, previous)
                if voice is not None and (
                    self._is_addressed(q, voice) or (how != "previous" and voice.member in told_of)
                ):
                    voice, how = None, ""
            if voice is not None:
                voice = voice._replace(confidence=round(voice.confidence * _WEIGHT.get(how, 1.0), 2))
                if voice.member is not None:
                    self.scene.spoken_by.append((q.start, voice.member))
            told.append(Utterance(q, found, voice, how, self._goes_on(i, previous, found, voice)))
        return told

    def _asker(self, previous: Utterance | None, found: Found | None) -> frozenset[int]:
        """Who asked the question before, whom a pronoun behind the next words hardly means."""
        cue = previous.found.cue if previous is not None and previous.found is not None else None
        asked = cue is not None and cue.verb is not None and cue.verb.lemma == "ask"
        if not asked or previous is None or previous.voice is None or previous.voice.member is None:
            return frozenset()
        other = found is not None and found.source.form == "pronoun" and found.cue != cue
        return frozenset((previous.voice.member,)) if other else frozenset()

    def _resumed(self, q: Quotation) -> tuple[Found | None, How]:
        """The attribution of words that go on from the paragraph before without a mark.

        Where they end as a sentence does, what follows tells of somebody else.
        """
        if self.gaps[1] and self.scene.text[q.inner_end - 1] in ",?!":
            found = attribute_behind(self.scene.tokens, *self.gaps[1][0])
            if found is not None and found.cue is not None and found.cue.verb is not None:
                return found, "behind"
        return None, ""

    def _take_turns(self, last: Utterance) -> None:
        """Let whoever spoke before a question to somebody, which ends a paragraph, speak next, where one opens so.

        Sacks, Schegloff and Jefferson 1974, "A simplest systematics for the organization of turn-taking".
        """
        text, spoken, q = self.scene.text, self.scene.spoken_by, last.quotation
        asker = last.voice.member if last.voice is not None else None
        if asker is None or self.gaps[0] or last_mark(text, q) != "?":
            return
        if _HEARER.search(text, q.inner_start, q.inner_end) is None:
            return
        near = (m for at, m in reversed(spoken) if m != asker and at > q.start - _DIALOGUE)
        asked = next(near, None)
        if asked is not None:
            spoken.append((q.end, asked))

    def _is_addressed(self, q: Quotation, voice: Voice) -> bool:
        """Whether a quotation speaks to the one it would be given to: "How many, Mr NAME?"."""
        if voice.member is None:
            return False
        last = self.scene.cast.members[voice.member].name.split()[-1]
        words = self.scene.text[q.inner_start : q.inner_end]
        return words.startswith(f"{last},") or bool(re.search(rf",\s{_ADDRESS}{re.escape(last)}[.?!,]*$", words))

    def _goes_on(self, i: int, previous: Utterance | None, found: Found | None, voice: Voice | None) -> bool:
        if previous is None:
            return self.before is not None and not self.before.quotation.closed and not self.gaps[i]
        if voice is None or previous.voice is None or not voice.same(previous.voice) or len(self.gaps[i]) > 1:
            return False
        return found is None or (previous.found is not None and found.cue == previous.found.cue)

    def _sentence_start(self, i: int, opening: int) -> int:
        """Where the sentence starts that a quotation stands in; earlier quotations may be part of it."""
        gap, q, masked = self.gaps[i], self.group[i], self.scene.masked
        stop = self.scene.text[self.group[i - 1].inner_end - 1] if i else "."
        if not gap:
            return q.start if stop in ".!?" else opening
        a, b = gap[-1]
        if masked[a:b].rstrip()[-1] in ".!?…":
            return q.start
        return a if len(gap) > 1 or stop == "." else opening

    def _own(self, i: int, opening: int) -> tuple[Found | None, How]:
        """The attribution in the quotation's own sentence."""
        scene, q = self.scene, self.group[i]
        after = self.gaps[i + 1][0] if self.gaps[i + 1] else None
        if after is not None:
            after = (after[0], min(after[1], after[0] + _FARTHEST))
        opening = max(opening, q.start - _FARTHEST)
        before = (opening, q.start) if scene.masked[opening : q.start].strip(f" {PLACEHOLDER}\t\u00a0,") else None
        first: tuple[Found | None, How] = (None, "")
        for how, found in self._candidates(q, before, after):
            if found is not None:
                if first[0] is None:
                    first = found, how
                if scene.may_speak(found.source):
                    return found, how
        return first

    def _candidates(
        self, q: Quotation, before: tuple[int, int] | None, after: tuple[int, int] | None
    ) -> Iterator[tuple[How, Found | None]]:
        """Attributions of a quotation, the likeliest place first; each is looked for only when it is asked for."""
        scene = self.scene
        tokens = scene.tokens
        open_end = last_mark(scene.text, q) != "."
        behind = scene.masked[after[0] : after[1]].lstrip()[:1] if after else ""
        if before and scene.masked[q.start - 6 : q.start].rstrip().endswith(" that"):
            yield "before", attribute_before(tokens, *before)
        if before and (agent := attribute_agent(tokens, *before, after)) is not None:
            yield "before", agent
        if before and scene.text[q.inner_end - 1] in "?!":
            led = attribute_before(tokens, *before)  # What a verb leads into is its: "chanted “Out!” as they went"
            yield "before", led if led and led.cue and led.cue.end == q.start - 1 else None
        stop = scene.text[q.inner_end - 1]
        introduced = before is not None and stop != "," and scene.masked[q.start - 3 : q.start].rstrip().endswith(":")
        likely = (
            bool(behind) and (stop in ",?!—-" or (behind.islower() and open_end) or behind in "-–—―") and not introduced
        )
        if after and likely:
            yield "behind", attribute_behind(tokens, *after, paused=stop in ",?!—-")
        if before:
            opening = last_clause(tokens, *before)
            if opening > before[0] and scene.masked[q.start - 3 : q.start].rstrip().endswith(":"):
                yield "label", label_before(tokens, opening, q.start)
                yield "before", attribute_before(tokens, opening, q.start)
                source = main_subject(tokens, tokens.at(opening), tokens.at(q.start))
                named = source is not None and source.form != "description"
                yield "subject", Found(source, None, (opening, q.start)) if source and named else None
            yield "label", label_before(tokens, *before)
            yield "before", attribute_before(tokens, *before)
        if after and stop == ",":
            yield "behind", name_behind(tokens, *after)
        if after and not likely and (open_end or behind.islower()):
            yield "behind", attribute_behind(tokens, *after)
        if before:
            yield "before", attribute_before(tokens, *before, saying_only=False)
            source = main_subject(tokens, tokens.at(before[0]), tokens.at(before[1]))
            able = source is not None and (introduced or can_act(tokens, source))
            yield "subject", Found(source, None, before) if source and able else None

    def _inherited(self, i: int, previous: Utterance | None) -> tuple[Voice | None, How]:
        """The source of a quotation that its own sentence does not tell."""
        if previous is not None and previous.voice is not None:
            found = self._end_of_sentence(i)
            return (self.scene.resolve(found.source), "next") if found else (previous.voice, "previous")
        if previous is not None and previous.found is not None and not self.gaps[i][1:]:
            return None, ""  # It goes on with words of somebody who is told, but not known.
        scene, gap = self.scene, self.gaps[i]
        if gap:
            found = attribute_sentence(scene.tokens, *gap[-1])
            low, high = (scene.tokens.at(p) for p in gap[-1])
            source = found.source if found else main_subject(scene.tokens, low, high)
            able = source is not None and (found is not None or can_act(scene.tokens, source))
            voice = scene.resolve(source) if source and able else None
            if voice is not None:
                return voice, "sentence before"
            if scene.masked[gap[-1][0] : gap[-1][1]].rstrip().endswith("?"):
                return self._from_before()  # A reporter's question is answered by whoever is interviewed.
        before = self.before.voice if self.before is not None and not gap else None
        for j in range(i + 1, min(len(self.group), i + _NEXT)):
            # Whoever spoke in the paragraph before still does where a sentence tells of other things meanwhile.
            if before is not None and self.gaps[j]:
                break
            found, _ = self._own(j, self.group[j].start)
            if found:
                return scene.resolve(found.source), "next"
        return (None, "") if gap else self._from_before()

    def _from_before(self) -> tuple[Voice | None, How]:
        """The source of a quotation that opens its paragraph, from what stands before it."""
        last = self.before
        if last is None or (last.voice is None and last.quotation.closed):
            return self._last_subject()
        told = self._told_since(last.quotation) if last.quotation.closed else None
        return told or (last.voice, "paragraph before")

    def _told_since(self, last: Quotation) -> tuple[Voice, How] | None:
        """Somebody else whom the sentence that ends the paragraph before reports, behind its last quotation."""
        scene = self.scene
        _, end = scene.paragraphs[last.paragraph]
        _, *sentences = sentence_bounds(scene.masked, last.end, end) or [(0, 0)]
        found = attribute_sentence(scene.tokens, *sentences[-1]) if sentences else None
        voice = scene.resolve(found.source) if found is not None and found.cue is not None else None
        return None if voice is None or voice.member is None else (voice, "sentence before")

    def _end_of_sentence(self, i: int) -> Found | None:
        """The attribution behind a sentence that a quotation opens and another one ends: "“A” and “B,” NAME said"."""
        text, group = self.scene.text, self.group
        opens = not self.gaps[i] or text[self.gaps[i][-1][0] : self.gaps[i][-1][1]].rstrip()[-1:] in ".!?"
        while opens and i + 1 < len(group) and last_mark(text, group[i]) not in ".?!" and len(self.gaps[i + 1]) == 1:
            a, b = self.gaps[i + 1][0]
            if not self.scene.masked[a:b].lstrip()[:1].islower():
                break
            i += 1
            found, how = self._own(i, group[i].start)
            if found is not None:
                return found if how == "behind" else None
        return None

    def _last_subject(self) -> tuple[Voice | None, How]:
        """The last subject before a paragraph that opens with a quotation nobody is named for."""
        for m in reversed(self.scene.cast.before(self.start)):
            if m.subject:
                return Voice(m.person, Source(m.start, m.end, "name", None), "name", 0.8), "subject before"
        return self._introduced()

    def _introduced(self) -> tuple[Voice | None, How]:
        """Whoever the next paragraph names first, where an article opens with words of somebody not named yet."""
        cast = self.scene.cast
        if self.number + 1 >= len(self.scene.paragraphs) or cast.before(self.start):
            return None, ""
        for m in cast.within(*self.scene.paragraphs[self.number + 1]):
            if cast.members[m.person].kind != "organization" and not cast.members[m.person].place:
                return Voice(m.person, Source(m.start, m.end, "name", None), "name", 0.8), "subject before"
        return None, ""
