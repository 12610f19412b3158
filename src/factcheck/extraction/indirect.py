"""Indirect speech: what somebody is said to have said, thought or wanted, without quotation marks.

Each reporting verb with a subject is read in its sentence. Its content is the clause or phrase behind it ("said that
...", "urged the board to ...") or, where the attribution closes the sentence, what comes before ("..., she said").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from . import cues
from .attribution import subject_of
from .clauses import Cue, Source, phrase_after
from .coreference import is_role
from .grammar import ADJUNCTS, ASIDES, BEFORE_PARTICIPLES, COMPLEMENTIZERS, DETERMINERS, NUMBERING, PARTICLES, TIMES
from .quotations import PLACEHOLDER
from .tokens import Tokens, is_verb, passive

_NOMINATIVE = frozenset(
    pronoun + ending
    for pronoun in ("he", "she", "they", "it", "i", "we", "you", "there")
    for ending in ("", "'s", "’s", "'d", "’d", "'ll", "’ll", "'ve", "’ve", "'re", "’re", "'m", "’m")
)
_STOPS = ".!?…"
_LEAST_CLAUSE = 3
_FARTHEST = 200
"""Tokens around a verb that are read for its subject and content; keeps sentences without an end linear."""
_SUBJECT_LIMIT = 6
"""How far behind a comma a reporting verb may stand that starts a report of its own."""
_ADJUNCT_LIMIT = 16


class Report(NamedTuple):
    """Indirect speech: its content, the reporting word and the source."""

    start: int
    end: int
    cue: Cue
    source: Source
    clause: tuple[int, int]


def find_reports(tokens: Tokens, sentences: list[tuple[int, int]], taken: frozenset[int]) -> Iterator[Report]:
    """The indirect speech of each sentence, given by its range in the text.

    ``taken`` are the positions of reporting words that belong to quotations.
    """
    forms = cues.verbs()
    phrases = [m.start() for m in cues.source_phrases().finditer(tokens.text)]
    for start, end in sentences:
        low, high = tokens.at(start), tokens.at(end)
        while high > low and tokens.words[high - 1][0] in _STOPS:
            high -= 1
        for k in tokens.reporting(low, high):
            verb = forms[tokens.lows[k]]
            if verb.lemma not in cues.framed() or not is_verb(tokens, k, verb):
                continue
            if tokens.starts[k] in taken and not (k + 1 < high and tokens.lows[k + 1] == "that"):
                continue
            yield from _report(tokens, max(low, k - _FARTHEST), k, min(high, k + _FARTHEST), verb)
        if bisect_left(phrases, start) != bisect_left(phrases, end):
            yield from _according(tokens, low, high, (start, end))


def outermost(reports: Iterable[Report]) -> list[Report]:
    """The reports whose content is no part of another one's; what is said inside of a content belongs to it."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.start, -r.end)):
        if not kept or report.end > kept[-1].end:
            kept.append(report)
    return kept


def _report(tokens: Tokens, low: int, k: int, high: int, verb: cues.Verb) -> list[Report]:
    """The content and source of one reporting verb."""
    if not _finite(tokens, low, k, verb):
        return []
    source = subject_of(tokens, low, k, high)
    if source is None or not _agrees(tokens, source, verb):
        return []
    cue = Cue(tokens.starts[k], tokens.ends[k], verb)
    clause = (tokens.starts[low], tokens.ends[high - 1])
    parts = _parenthetical(tokens, source, low, k, high)
    if parts is None:
        a = _content_start(tokens, k, high, verb)
        if a is None:
            return []
        b = _content_end(tokens, a, high)
        if not _fits(tokens, a, b, verb, source):
            return []
        parts = [(a, b)]
    reports = []
    for part in parts:
        a, b = _trimmed(tokens, *part)
        if a < b and tokens.words[a][0] != PLACEHOLDER and not _mostly_quoted(tokens, a, b):
            reports.append(Report(tokens.starts[a], tokens.ends[b - 1], cue, source, clause))
    return reports


def _trimmed(tokens: Tokens, a: int, b: int) -> tuple[int, int]:
    """A range of tokens without the punctuation at its ends."""
    words = tokens.words
    while a < b and not words[a][0].isalnum() and words[a][0] not in f"$£€({PLACEHOLDER}":
        a += 1
    while b > a and not words[b - 1][0].isalnum() and words[b - 1][0] not in f"%){PLACEHOLDER}":
        b -= 1
    return a, b


def _finite(tokens: Tokens, low: int, k: int, verb: cues.Verb) -> bool:
    """Whether the verb at ``k`` has a subject of its own: no infinitive, no passive, no attribute."""
    before = tokens.lows[k - 1] if k > low else ""
    if before == "to":
        return False
    if verb.form in ("past", "participle"):
        if passive(tokens, k, low):
            return False
        return verb.form == "past" or before in cues.words("auxiliaries")
    if verb.form == "ing":
        return before in BEFORE_PARTICIPLES or before.endswith("ly")
    return True


def _agrees(tokens: Tokens, source: Source, verb: cues.Verb) -> bool:
    """Whether a source can be the subject: a description needs a determiner, or is a plural."""
    at = tokens.at(source.start)
    if source.form == "pronoun":
        return tokens.lows[at] not in ("i", "we", "you")
    if source.form == "name":
        return at == 0 or tokens.lows[at - 1] != "as"
    if verb.lemma == "say":
        return True
    if verb.form == "s" and verb.lemma in cues.words("also_nouns"):
        return False
    first = tokens.lows[at]
    phrase = tokens.text[source.start : source.end].lower()
    if first in DETERMINERS or first in NUMBERING:
        return True
    plural = phrase.endswith(("s", "people", "police")) and not phrase.endswith("ss")
    return (plural and verb.form != "s") or (verb.saying and is_role(phrase.rpartition(" ")[2]))


def _fits(tokens: Tokens, a: int, b: int, verb: cues.Verb, source: Source) -> bool:
    """Whether what stands from ``a`` to ``b`` is a complement that the verb may have."""
    word = tokens.lows[a]
    lemma = verb.lemma
    if word in COMPLEMENTIZERS:
        return lemma in cues.frame("clause")
    if word == "to":
        return lemma in cues.frame("infinitive")
    kind = _complement(tokens, a, b)
    if kind == "clause" and lemma in cues.frame("clause"):
        return True
    if kind == "directive" and lemma in cues.frame("directive"):
        return True
    if lemma in cues.frame("bare"):
        return b - a >= _LEAST_CLAUSE and word not in PARTICLES | ADJUNCTS
    return lemma in cues.frame("object") and _can_judge(tokens, source)


def _can_judge(tokens: Tokens, source: Source) -> bool:
    """Whether a source is one that praises or opposes: no thing, as far as its words tell."""
    if source.form != "description":
        return True
    words = tokens.text[source.start : source.end].lower().split()
    able = cues.words("bodies") | cues.words("documents")
    return any(is_role(w) or w in able or is_role(w.removesuffix("s")) or w.removesuffix("s") in able for w in words)


def _complement(tokens: Tokens, a: int, b: int) -> str:
    """Whether words behind a verb are a clause with a verb of their own, somebody to do something, or an object."""
    if tokens.lows[a] in _NOMINATIVE:
        return "clause"
    forms = cues.verbs()
    for j in range(a + 1, min(b, a + 14)):
        word = tokens.lows[j]
        if word == "to" and j + 1 < b and tokens.lows[j + 1] not in DETERMINERS and tokens.words[j + 1].islower():
            return "directive"
        if word in cues.words("finite") or word.endswith(("n't", "n’t")):
            return "clause"
        verb = forms.get(word)
        if verb is not None and verb.form in ("past", "s") and is_verb(tokens, j, verb):
            return "clause"
        if word in (",", "who", "which", "that", "for"):
            break
    return "object"


def _mostly_quoted(tokens: Tokens, a: int, b: int) -> bool:
    quoted: int = sum(tokens.ends[k] - tokens.starts[k] for k in range(a, b) if tokens.words[k][0] == PLACEHOLDER)
    return quoted * 2 > tokens.ends[b - 1] - tokens.starts[a]


def is_negated(tokens: Tokens, cue: Cue) -> bool:
    """Whether the saying itself is denied: "did not say", "denied that"."""
    if cue.verb is None:
        return False
    if cue.verb.lemma in cues.words("denials"):
        return True
    k = tokens.at(cue.start)
    return any(word in cues.words("negations") for word in tokens.lows[max(0, k - 3) : k])


def _parenthetical(tokens: Tokens, source: Source, low: int, k: int, high: int) -> list[tuple[int, int]] | None:
    """The content before (and behind) an attribution set off by commas: "..., she said, ..."."""
    verb = cues.verbs()[tokens.lows[k]]
    first = min(tokens.at(source.start), k)
    while first > low and tokens.words[first - 1][0] not in f",{PLACEHOLDER}–—;" and k - first < 25:
        first -= 1
    if (
        first <= low
        or tokens.words[first - 1] != ","
        or (not verb.saying and verb.lemma not in ("believe", "think", "know"))
    ):
        return None
    last = tokens.at(source.end) if source.start > tokens.starts[k] else k + 1
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
    if any(w in _NOMINATIVE for w in rest):
        return None
    parts = [(low, first - 1)]
    if after + 1 < high and tokens.words[after] == "," and first - 1 - low < 12:
        parts.append((after + 1, high))
    return parts


def _content_start(tokens: Tokens, k: int, high: int, verb: cues.Verb) -> int | None:
    """The token that the content behind the verb at ``k`` starts with."""
    a = k + 1
    if verb.needs:
        a += 1
    if a >= high:
        return None
    if (
        tokens.lows[a] in ADJUNCTS
        or tokens.lows[a] in TIMES
        or tokens.lows[a] == "to"
        or verb.lemma in cues.frame("recipient")
    ):
        for j in range(a, min(high, a + _ADJUNCT_LIMIT)):
            word = tokens.lows[j]
            if word in ("that", "whether"):
                return j
            if word in _NOMINATIVE or word in (",", ";", ":", "–", "—") or word[0] == PLACEHOLDER:
                break
    word = tokens.lows[a]
    if verb.lemma in cues.frame("recipient"):
        return _behind_recipient(tokens, a, high)
    if word in TIMES or (word in ADJUNCTS and verb.saying):
        return _behind_adjunct(tokens, a, high)
    if word in PARTICLES and word != "to":
        a += 1
    return a if a < high and tokens.words[a] not in (",", ";", ".") else None


def _behind_recipient(tokens: Tokens, a: int, high: int) -> int | None:
    """Where the content starts behind the person who is told."""
    inside = tokens.within(tokens.starts[a], tokens.ends[min(high, a + 8) - 1])
    j = tokens.at(inside[0].end) if inside and tokens.at(inside[0].lead) <= a + 1 else a + 1
    while j < high and j < a + 8 and tokens.lows[j] not in _NOMINATIVE | {"to", "that", "how", "what", "the", "a"}:
        if tokens.words[j] in ",;":
            return j + 1 if j + 1 < high else None
        j += 1
    return j if j < high else None


def _behind_adjunct(tokens: Tokens, a: int, high: int) -> int | None:
    """Where the content starts behind a time or place: at the next subject."""
    starts = {
        tokens.at(n.lead) for n in tokens.within(tokens.starts[a], tokens.ends[min(high, a + _ADJUNCT_LIMIT) - 1])
    }
    for j in range(a + 1, min(high, a + _ADJUNCT_LIMIT)):
        word = tokens.lows[j]
        if word in _NOMINATIVE:
            return j
        before = tokens.lows[j - 1]
        if before in TIMES and word not in TIMES and word not in ADJUNCTS and tokens.words[j][0].isalnum():
            return j
        if j in starts and before not in ADJUNCTS | {"the", "of", "with", "to", "a", "an", "from", "for", "by"}:
            return j
        if word in (",", ";"):
            return j + 1 if j + 1 < high else None
    return None


def _content_end(tokens: Tokens, a: int, high: int) -> int:
    """One past the last token of a content that starts at ``a``: the sentence's end, or where something new begins."""
    for j in range(a + 1, high - 1):
        word = tokens.words[j]
        if word in ";:–—―" or word == "--":
            return j
        if word == "-" and tokens.text[tokens.ends[j]] == " ":
            return j
        if word == "," and _begins_anew(tokens, j + 1, high):
            return j
        if word == "and" and _reports(tokens, j + 1):
            return j
        if word == "according" and tokens.lows[j + 1] == "to":
            return j
    return high


def _begins_anew(tokens: Tokens, j: int, high: int) -> bool:
    """Whether what follows a comma is no part of the content: an aside, or a clause of its own."""
    word = tokens.lows[j]
    verb = cues.verbs().get(word)
    if verb is not None and verb.form == "ing" and verb.saying:
        return True
    if word in ASIDES:
        return True
    for k in range(j, min(high, j + _SUBJECT_LIMIT)):
        if _reports(tokens, k):
            return True
        if tokens.words[k] in (",", "(") or tokens.lows[k] in COMPLEMENTIZERS:
            return False
    return False


def _reports(tokens: Tokens, k: int) -> bool:
    """Whether a finite verb of saying stands at token ``k``."""
    verb = cues.verbs().get(tokens.lows[k]) if k < len(tokens.lows) else None
    return verb is not None and verb.saying and verb.form in ("past", "s") and is_verb(tokens, k, verb)


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
    if end > start and not _mostly_quoted(tokens, start, end):
        yield Report(tokens.starts[start], tokens.ends[end - 1], cue, source, clause)
