"""Speech of an article: what is said in it, directly, in part or in substance, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from ..knowledge import load
from ..models import Passage, Speaker
from ..text import Range
from .attribution import attribute_agent, attribute_before, sentence_bounds
from .clauses import Found
from .document import Document
from .indirect import Report, find_reports, is_negated, outermost
from .quotations import PLACEHOLDER
from .scene import Scene, Voice
from .transcripts import find_turns
from .utterances import Utterance, find_utterances

_FARTHEST = 900
"""Characters before a fragment within which its sentence is read."""
SpeechForm = Literal["direct", "mixed", "indirect"]


class Speech(NamedTuple):
    """A stretch of reported speech: the words of one quotation in one paragraph, or a clause of indirect speech."""

    form: SpeechForm
    """``direct`` for words in quotation marks, ``mixed`` where they are a part of somebody's sentence."""
    content: Passage
    """What was said, without the outer quotation marks."""
    quoted: Range
    """Where the content stands with its marks; for indirect speech the content."""
    continues: int | None
    """Index of the earlier speech whose utterance goes on here, behind an attribution or a paragraph's end."""
    speaker: Speaker | None
    """Who said it; None where it can't be known."""
    cue: Passage | None
    """The reporting word."""
    clause: Range | None
    """Where the attributing clause or sentence around the content stands."""
    negated: bool
    """The saying itself is denied: "did not say", "denied that"."""


def find_speech(text: str | Document | Scene) -> list[Speech]:
    """All speech of a text in order of its position.

    Args:
        text: An article's prose. Line breaks end paragraphs. A scene keeps who was found to speak where.

    Returns:
        One record a quoted run and paragraph, and one a clause of indirect speech. ``continues`` counts in this list.
    """
    scene = text if isinstance(text, Scene) else Scene(Document.of(text))
    quoted = _quoted(scene)
    taken = frozenset(s.cue.span.start for s in quoted if s.cue)
    found = [*quoted, *_transcript(scene), *_fragments(scene), *_indirect(scene, taken)]
    order = sorted(range(len(found)), key=lambda k: (found[k].quoted[0], -found[k].quoted[1]))
    place = {old: new for new, old in enumerate(order)}
    return [s if s.continues is None else s._replace(continues=place[s.continues]) for s in (found[k] for k in order)]


def _quoted(scene: Scene) -> list[Speech]:
    """Direct and mixed speech."""
    speeches: list[Speech] = []
    for u in find_utterances(scene):
        goes_on = bool(speeches) and u.goes_on
        speeches.append(
            _speech(scene, u, "direct" if goes_on else _form(scene, u), len(speeches) - 1 if goes_on else None)
        )
    return speeches


def _form(scene: Scene, utterance: Utterance) -> SpeechForm:
    """Whether quoted words stand for themselves or are a part of the sentence around them."""
    q = utterance.quotation
    front = scene.masked[max(0, q.start - 3) : q.start].rstrip()
    within = front[-1:].isalnum() or front[-1:] == PLACEHOLDER
    return "mixed" if within and scene.text[q.inner_start].islower() else "direct"


def _speech(scene: Scene, utterance: Utterance, form: SpeechForm, continues: int | None) -> Speech:
    q, found, voice = utterance.quotation, utterance.found, utterance.voice
    cue = found.cue if found else None
    return Speech(
        form=form,
        content=Passage.cut(scene.text, q.inner_start, q.inner_end),
        quoted=(q.start, q.end),
        continues=continues,
        speaker=scene.speaker(voice) if voice else None,
        cue=Passage.cut(scene.text, cue.start, cue.end) if cue else None,
        clause=found.clause if found else None,
        negated=cue is not None and is_negated(scene.tokens, cue),
    )


def _transcript(scene: Scene) -> list[Speech]:
    """The turns of a conversation; "Q" and "A" tell nobody."""
    speeches: list[Speech] = []
    for turn in find_turns(scene.text, scene.paragraphs):
        content = Passage.cut(scene.text, *turn.content)
        label = Passage.cut(scene.text, *turn.label)
        speeches.append(
            Speech(
                form="direct",
                content=content,
                quoted=turn.content,
                continues=None,
                speaker=scene.labelled(label) if len(label.text) > 1 else None,
                cue=None,
                clause=turn.label,
                negated=False,
            )
        )
    return speeches


def _fragments(scene: Scene) -> list[Speech]:
    """The single words and phrases that a sentence with a reporting verb quotes."""
    speeches: list[Speech] = []
    for q in scene.fragments:
        low = max(0, q.start - _FARTHEST)
        start = max(low, *(scene.masked.rfind(mark, low, q.start) + 1 for mark in ("\n", PLACEHOLDER)))
        bounds: Sequence[tuple[int, int]] = sentence_bounds(scene.masked, start, q.start)
        found = _attributed(scene, bounds[-1], q.end) if bounds else None
        if found is not None and found.cue is not None:
            voice = scene.resolve(found.source)
            speeches.append(_speech(scene, Utterance(q, found, voice, "before", False), "mixed", None))
    return speeches


def _attributed(scene: Scene, before: Range, end: int) -> Found | None:
    """The attribution of a fragment that ends at ``end``, in the sentence ``before`` it or with "by" behind it."""
    paragraph = scene.masked.find("\n", end, end + _FARTHEST)
    behind = sentence_bounds(
        scene.masked, end, paragraph if paragraph >= 0 else min(len(scene.masked), end + _FARTHEST)
    )
    agent = attribute_agent(scene.tokens, *before, behind[0] if behind else None)
    return agent or attribute_before(scene.tokens, *before)


def _has_voice(scene: Scene, report: Report, voice: Voice | None) -> bool:
    """Whether somebody is behind a report: a want or judgement needs a source that is known.

    A word that stands large only where sentences begin is somebody if it is no common word, or a plural.
    """
    if voice is None:
        return report.stated
    if report.source.form == "pronoun" and voice.resolved_by == "description":
        return report.stated
    if voice.member is not None or report.source.form != "name":
        return True
    word = scene.text[report.source.start : report.source.end]
    return word.endswith("s") or word.lower() not in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for words in load("common_words")["bands"].values() for word in words)


def _indirect(scene: Scene, taken: frozenset[int]) -> list[Speech]:
    """Indirect speech; ``taken`` are the positions of the cues of quotations."""
    sentences = [bounds for a, b in scene.paragraphs for bounds in sentence_bounds(scene.masked, a, b)]
    voices = {r: scene.resolve(r.source) for r in find_reports(scene.tokens, sentences, taken)}
    speeches: list[Speech] = []
    for r in outermost(r for r, voice in voices.items() if _has_voice(scene, r, voice)):
        voice = voices[r]
        speeches.append(
            Speech(
                form="indirect",
                content=Passage.cut(scene.text, r.start, r.end),
                quoted=(r.start, r.end),
                continues=None,
                speaker=scene.speaker(voice) if voice else None,
                cue=Passage.cut(scene.text, r.cue.start, r.cue.end),
                clause=r.clause,
                negated=is_negated(scene.tokens, r.cue),
            )
        )
    return speeches
