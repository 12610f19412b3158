"""Indirect speech: what somebody is said to have said, thought or wanted, without quotation marks.

Each reporting verb with a subject is read in its sentence. Its content is the clause or phrase behind it ("said that
...", "urged the board to ...") or, where the attribution closes the sentence, what comes before ("..., she said").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from . import cues
from .attitudes import attitude_at
from .clauses import Cue, phrase_after
from .complements import complement_of
from .grammar import ADJUNCTS, DETERMINERS, EMPTY, NOMINATIVES, PREPOSITIONS, RELATIVES, TIMES
from .noun_phrases import Source, can_act
from .quotations import PLACEHOLDER
from .subjects import agrees, is_finite, is_gerund, place_of, reporter
from .tokens import Tokens, is_verb

_STOPS = ".!?…"
_SETS_OFF = f",{PLACEHOLDER}–—;"
"""What an attribution is set off by."""
_BEHIND_PARTICIPLES = PREPOSITIONS | ADJUNCTS | {"down", "up", "off"}
"""What may follow a participle that is an attribute."""
_FARTHEST = 200
"""Tokens around a verb that are read for its subject and content; keeps sentences without an end linear."""


class Report(NamedTuple):
    """Indirect speech: its content, the reporting word and the source."""

    start: int
    end: int
    cue: Cue
    source: Source
    clause: tuple[int, int]
    stated: bool
    """The content is a statement; otherwise what somebody wants or judges, which means nothing without its source."""


def find_reports(tokens: Tokens, sentences: list[tuple[int, int]], taken: frozenset[int]) -> Iterator[Report]:
    """The indirect speech of each sentence, given by its range in the text.

    ``taken`` are the positions of reporting words that belong to quotations.
    """
    forms = cues.verbs()
    phrases = [m.start() for m in cues.source_phrases().finditer(tokens.text)]
    framed, attitudes = cues.framed(), tokens.attitudes
    told = sorted([*phrases, *(tokens.starts[k] for k in (*tokens.verbs, *attitudes))])
    for start, end in sentences:
        if bisect_left(told, start) == bisect_left(told, end):
            continue
        low, high = tokens.at(start), tokens.at(end)
        while high > low and tokens.words[high - 1][0] in _STOPS:
            high -= 1
        for k in tokens.reporting(low, high):
            verb = forms[tokens.lows[k]]
            if verb.lemma not in framed or not (is_verb(tokens, k, verb) or is_gerund(tokens, k, verb)):
                continue
            if tokens.starts[k] in taken and not (k + 1 < high and tokens.lows[k + 1] == "that"):
                continue
            yield from _report(tokens, max(low, k - _FARTHEST), k, min(high, k + _FARTHEST), verb)
        for k in attitudes[bisect_left(attitudes, low) : bisect_left(attitudes, high)]:
            yield from _attitude(tokens, max(low, k - _FARTHEST), k, min(high, k + _FARTHEST))
        if bisect_left(phrases, start) != bisect_left(phrases, end):
            yield from _according(tokens, low, high, (start, end))


def _attitude(tokens: Tokens, low: int, k: int, high: int) -> Iterator[Report]:
    """What the adjective or noun at ``k`` tells of somebody's attitude."""
    found = attitude_at(tokens, low, k, high)
    if found is None or not agrees(tokens, found.source, None):
        return
    if found.source.form == "description" and not can_act(tokens, found.source):
        return
    a, b = _trimmed(tokens, found.start, found.end)
    if _says_something(tokens, a, b) and not _mostly_quoted(tokens, a, b):
        clause = (tokens.starts[low], tokens.ends[high - 1])
        yield Report(tokens.starts[a], tokens.ends[b - 1], found.cue, found.source, clause, found.kind == "clause")


def outermost(reports: Iterable[Report]) -> list[Report]:
    """The reports whose content is no part of another one's; what is said inside of a content belongs to it."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.start, -r.end)):
        if not kept or report.end > kept[-1].end:
            kept.append(report)
    return kept


def _report(tokens: Tokens, low: int, k: int, high: int, verb: cues.Verb) -> list[Report]:
    """The content and source of one reporting verb."""
    if not is_finite(tokens, low, k, verb):
        return []
    source = reporter(tokens, low, k, high, verb)
    if source is None or not agrees(tokens, source, verb):
        return []
    behind = tokens.lows[k + 1] if k + 1 < high else ""
    if verb.form == "past" and behind in _BEHIND_PARTICIPLES and not can_act(tokens, source):
        return []  # A participle rather: "the gun pointed down".
    cue = Cue(tokens.starts[k], tokens.ends[k], verb)
    clause = (tokens.starts[low], tokens.ends[high - 1])
    parts = _parenthetical(tokens, source, low, k, high)
    stated = True
    if parts is None:
        complement = complement_of(tokens, k, high, verb, place_of(tokens, low, k))
        if complement is None or (complement.kind == "object" and not can_act(tokens, source)):
            return []
        parts = [complement[:2]]
        stated = complement.kind == "clause"
    reports = []
    for part in parts:
        a, b = _trimmed(tokens, *part)
        if _says_something(tokens, a, b) and tokens.words[a][0] != PLACEHOLDER and not _mostly_quoted(tokens, a, b):
            reports.append(Report(tokens.starts[a], tokens.ends[b - 1], cue, source, clause, stated))
    return reports


def _trimmed(tokens: Tokens, a: int, b: int) -> tuple[int, int]:
    """A range of tokens without the punctuation at its ends."""
    words = tokens.words
    while a < b and not words[a][0].isalnum() and words[a][0] not in f"$£€({PLACEHOLDER}":
        a += 1
    while b > a and not words[b - 1][0].isalnum() and words[b - 1][0] not in f"%){PLACEHOLDER}":
        b -= 1
    return a, b


def _says_something(tokens: Tokens, a: int, b: int) -> bool:
    """Whether a content has more than pronouns and other small words."""
    return any(w not in EMPTY and w[0].isalnum() for w in tokens.lows[a:b])


def _mostly_quoted(tokens: Tokens, a: int, b: int) -> bool:
    start, end = tokens.starts[a], tokens.ends[b - 1]
    return tokens.text.count(PLACEHOLDER, start, end) * 2 > end - start


def is_negated(tokens: Tokens, cue: Cue) -> bool:
    """Whether the saying itself is denied: "did not say", "denied that"."""
    if cue.verb is None:
        return False
    if cue.verb.lemma in cues.words("denials"):
        return True
    k = tokens.at(cue.start)
    return not cues.words("negations").isdisjoint(tokens.lows[max(0, k - 3) : k])


def _parenthetical(tokens: Tokens, source: Source, low: int, k: int, high: int) -> list[tuple[int, int]] | None:
    """The content before (and behind) an attribution set off by commas: "..., she said, ..."."""
    verb = cues.verbs()[tokens.lows[k]]
    first = min(tokens.at(source.start), k)
    while first > low and tokens.words[first - 1][0] not in _SETS_OFF and k - first < 25:
        first -= 1
    if first <= low or tokens.words[first - 1] != ",":
        return None
    inverted = source.start > tokens.starts[k]
    last = tokens.at(source.end) if inverted else k + 1
    after = last
    while after < high and tokens.words[after] not in ",–—;" and tokens.lows[after] != "that":
        after += 1
    rest = tokens.lows[last:after]
    if verb.lemma not in cues.frame("clause"):
        return None
    if rest and rest[0] not in ADJUNCTS and rest[0] not in TIMES and verb.lemma not in cues.frame("recipient"):
        return None
    if after < high and tokens.lows[after] == "that":
        return None
    if any(w in NOMINATIVES for w in rest):
        return None
    parts = [(low, first - 1)]
    goes_on = after + 1 < high and tokens.words[after] == "," and first - 1 - low < 12
    if goes_on and not (inverted and last == after and _tells_more(tokens, after + 1)):
        parts.append((after + 1, high))
    return parts


def _tells_more(tokens: Tokens, k: int) -> bool:
    """Whether the words from ``k``, right behind a speaker and a comma, tell more of whom: "said NAME, a nurse"."""
    word = tokens.lows[k]
    return word in DETERMINERS or word in RELATIVES or word[0].isdigit()


def _according(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Iterator[Report]:
    """What a sentence states "according to" a source."""
    phrase = cues.source_phrases().search(tokens.text, *clause)
    if phrase is None:
        return
    at = tokens.at(phrase.start())
    first = tokens.at(phrase.end())
    source = phrase_after(tokens, first, high)
    if source is None:
        return
    cue = Cue(phrase.start(), phrase.start() + len(phrase.group().rstrip()), None)
    if at > low + 2:
        start, end = low, at
    else:
        start = first
        while start < high and tokens.words[start] != ",":
            start += 1
        start, end = start + 1, high
    start, end = _trimmed(tokens, start, end)
    if _says_something(tokens, start, end) and not _mostly_quoted(tokens, start, end):
        yield Report(tokens.starts[start], tokens.ends[end - 1], cue, source, clause, True)
