"""Attribution of quotations: the noun phrase that a quotation's words are said by.

Each function reads one place around a quotation: the clause behind it, the clause before it, a label that a colon
ends, a signature behind a dash. ``utterances`` says in which order they are asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..knowledge import load
from . import cues
from .clauses import Cue, Found, aside_start, phrase_after, subject_before
from .grammar import CONJUNCTIONS, NOMINATIVES, PREPOSITIONS, PRONOUNS, RELATIVES, STOPS_AFTER, SUBORDINATORS
from .labels import reply_source
from .noun_phrases import Source, can_act, is_possessive
from .participles import is_overheard, participle_subject
from .quotations import PLACEHOLDER
from .role_words import is_role
from .tokens import Tokens, is_verb, passive

_SENTENCE_END = re.compile(r"[.!?…]++[)’'\"”]*+(?=\s|$|\ufffc)")
_OPENS_SENTENCE = re.compile(r"\s(?:The|He|She|It|They|But|And|In|On|At|His|Her|Their|This|That|These|We|There)\s")
"""Words that only open a sentence with a capital: behind an abbreviation they tell that one has ended."""
_NEW_CLAUSE = re.compile(r"[,;]\s(?:while|but|and|as|whereas|though)\s")
_NUMBERED = (" No", " Nos")
"""What a full stop behind it and a figure make a number of: "Juror No. 12"."""
_LONGEST = 9
"""Characters before a full stop that are read for an abbreviation."""
_CONTINUES_CLAUSE = frozenset(
    (
        "and",
        "but",
        "while",
        "when",
        "which",
        "that",
        "because",
        "if",
        "after",
        "before",
        "since",
        "or",
        "than",
        "though",
        "although",
        "whereas",
    )
)
_MAX_VERBS = 4
_MODIFIERS = 4
"""Words of a title in small letters that may stand between a verb and a name: "shrugged home captain NAME"."""
_REACH = 8
"""Words behind a quotation among which a verb of any meaning is looked for."""
_SHORTEST_PAST = 4
"""Letters of a word in -ed that is no past tense: "need", "seed"."""


def sentence_bounds(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of the unquoted text between two quotations."""
    bounds: list[tuple[int, int]] = []
    at = start
    for stop in _SENTENCE_END.finditer(masked, start, end):
        first, last = stop.span()
        if (
            masked[first] == "."
            and _is_abbreviation(masked[max(start, first - _LONGEST) : first])
            and not _OPENS_SENTENCE.match(masked, last)
        ):
            continue
        following = masked[last : last + 3].lstrip()[:1]
        if following.islower() or (following.isdecimal() and masked.endswith(_NUMBERED, start, first)):
            continue
        bounds.append((at, last))
        at = last
    if at < end and not masked[at:end].isspace():
        bounds.append((at, end))
    return bounds


def _is_abbreviation(front: str) -> bool:
    """Whether the full stop behind ``front`` belongs to an abbreviation or an initial."""
    words = front.replace("-", " ").split()
    return bool(words) and not front[-1].isspace() and _abbreviates(words[-1])


@lru_cache(maxsize=1 << 14)
def _abbreviates(written: str) -> bool:
    word = written.strip("\"'“‘(").lower()
    return len(word) == 1 or word[-2:-1] == "." or word in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("abbreviations")["words"])


def attribute_behind(tokens: Tokens, start: int, end: int, paused: bool = False) -> Found | None:
    """The attribution in the clause ``start`` to ``end`` that follows a quotation: "Name said", "said Name".

    ``paused``: the quotation ends as one does that its attribution follows, by a comma, a dash or an open end, so that
    any verb beside a person reports: "yodelled the keeper".
    """
    low, high = tokens.at(start), tokens.at(end)
    while low < high and not tokens.words[low][0].isalnum():
        low += 1
    dash = re.match(r"\s*(?:--|[-–—―])\s*", tokens.text[start:end])
    if dash is not None and low < high:
        signed = _signature(tokens, low, high, (start, end))
        if signed is not None:
            return signed
    while low < high and tokens.lows[low].endswith("ly") and tokens.words[low].islower():
        low += 1
    if low >= high:
        return None
    phrase = cues.source_phrases().match(tokens.text, tokens.starts[low], end)
    if phrase:
        source = phrase_after(tokens, tokens.at(phrase.end()), high)
        cue = Cue(phrase.start(), phrase.start() + len(phrase.group().rstrip()), None)
        return Found(source, cue, (start, end)) if source else None
    return _inverted_behind(tokens, low, high, (start, end)) or _clause_behind(tokens, low, high, (start, end), paused)


def _inverted_behind(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Found | None:
    """The attribution that opens with its verb: "said Name"."""
    verb = cues.verbs().get(tokens.lows[low])
    if verb is None or not verb.saying or verb.form == "ing" or tokens.words[low][0].isupper():
        return None
    after = low + 1
    while after < high and (
        (tokens.lows[after].endswith("ly") and tokens.words[after].islower())
        or tokens.lows[after] in ("also", "then", "later")
    ):
        after += 1
    source = phrase_after(tokens, after, high)
    return None if source is None else Found(source, Cue(tokens.starts[low], tokens.ends[low], verb), clause)


def _clause_behind(tokens: Tokens, low: int, high: int, clause: tuple[int, int], paused: bool) -> Found | None:
    """The attribution that opens with its subject: "Name said"."""
    first = tokens.lows[low]
    # "The choir sang "..." as NAME wept" tells what happened meanwhile.
    if first in _CONTINUES_CLAUSE or (first == "as" and not paused):
        return _at_the_end(tokens, low, high, clause)
    found = _first_report(tokens, low + (first == "as"), high, clause)
    named = name_behind(tokens, *clause) if found is not None and found.source.form == "description" else None
    if found is not None and named is not None and named.source.end == found.source.start - len(", "):
        return found._replace(source=named.source)  # "NAME, an aide said"
    found = found or _at_the_end(tokens, low, high, clause)
    return found or (_manner(tokens, low, high, clause) if paused else None)


def _at_the_end(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Found | None:
    """The attribution that ends a sentence which quoted words open: "“A better road” than a pier, said NAME"."""
    for k in reversed(tokens.reporting(low + 1, high - 1)):
        verb, following = cues.verbs()[tokens.lows[k]], tokens.lows[k + 1]
        inverted = verb.lemma in cues.words("inverting") and verb.form in ("past", "s") and tokens.words[k - 1] == ","
        if inverted and following not in STOPS_AFTER | PREPOSITIONS | SUBORDINATORS | NOMINATIVES:
            return _inverted_behind(tokens, k, high, clause)
    return None


def name_behind(tokens: Tokens, start: int, end: int) -> Found | None:
    """The name that opens the clause behind a quotation as its subject: "..., NAME, who led it, notified them"."""
    low, high = tokens.at(start), tokens.at(end)
    name = next((n for n in tokens.within(start, end) if tokens.at(n.lead) == low), None)
    after = high if name is None else tokens.at(name.end)
    if name is None or after >= high or is_possessive(tokens.text, name.end):
        return None
    word = tokens.words[after]
    opens = word == "," or (word.islower() and word not in PREPOSITIONS | CONJUNCTIONS)
    return Found(Source(name.start, name.end, "name", name), None, (start, end)) if opens else None


def _manner(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Found | None:
    """Who does, right behind a quotation, what a verb of any meaning in the past tells: quotative inversion or not."""
    verb = cues.Verb(tokens.lows[low], True, "past")
    if _is_past(tokens, low):
        source = phrase_after(tokens, low + 1, high)
        at = tokens.at(source.start) if source is not None else high
        named = source is not None and source.form == "name" and source.name is not None
        if (
            source is not None
            and (tokens.at(source.name.lead) if named and source.name else at) <= low + 1 + _MODIFIERS
        ):
            opens = tokens.lows[low + 1] not in PREPOSITIONS | RELATIVES
            if opens and (named or source.form == "pronoun" or is_role(_last_word(tokens, source))):
                return Found(source, Cue(tokens.starts[low], tokens.ends[low], verb), clause)
        return None
    for k in range(low + 1, min(high, low + _REACH)):
        if _is_past(tokens, k) and (k + 1 >= high or tokens.lows[k + 1] in STOPS_AFTER or tokens.words[k + 1] in ".,;"):
            source = subject_before(tokens, low, k)
            if source is not None and source.form != "description":
                return Found(
                    source, Cue(tokens.starts[k], tokens.ends[k], cues.Verb(tokens.lows[k], True, "past")), clause
                )
            return None
    return None


def _is_past(tokens: Tokens, k: int) -> bool:
    return tokens.lows[k].endswith("ed") and len(tokens.lows[k]) > _SHORTEST_PAST and tokens.words[k].islower()


def _last_word(tokens: Tokens, source: Source) -> str:
    return tokens.text[source.start : source.end].rsplit(maxsplit=1)[-1].lower()


def _signature(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Found | None:
    """The name that signs a quotation behind a dash, alone or with an explanation behind a comma."""
    inside = tokens.within(tokens.starts[low], tokens.ends[high - 1])
    if not inside or tokens.at(inside[0].lead) != low:
        return None
    name = inside[0]
    after = tokens.at(name.end)
    if after < high and tokens.words[after] not in ",.(":
        return None
    return Found(Source(name.start, name.end, "name", name), None, clause)


def _first_report(tokens: Tokens, low: int, high: int, clause: tuple[int, int]) -> Found | None:
    """The first reporting verb with a subject of its own."""
    forms = cues.verbs()
    tried = 0
    for k in tokens.reporting(low + 1, high):
        verb = forms[tokens.lows[k]]
        overheard = verb.form == "ing" and is_overheard(tokens, low, k)
        if not verb.saying or (verb.form == "ing" and not overheard) or not is_verb(tokens, k, verb):
            continue
        if passive(tokens, k, low):
            continue
        tried += 1
        source = participle_subject(tokens, low, k) if overheard else subject_before(tokens, low, k)
        if source is not None:
            return Found(source, Cue(tokens.starts[k], tokens.ends[k], verb), clause)
        if tried >= _MAX_VERBS:
            break
    return None


def attribute_sentence(tokens: Tokens, start: int, end: int) -> Found | None:
    """The attribution in a whole sentence, for what is quoted behind it: the outer one of two reports."""
    answered = reply_source(tokens, tokens.text[start:end].rstrip(), start)
    if answered is not None:
        return Found(answered, None, (start, end))
    nearest = attribute_before(tokens, start, end)
    first = _first_report(tokens, tokens.at(start), tokens.at(end), (start, end))
    if nearest is None or first is None or nearest.cue is None or first.cue is None:
        return nearest
    inner = re.search(r"[,;:—–]", tokens.text[first.cue.end : nearest.cue.start]) is None
    return first if inner and first.cue.start < nearest.cue.start else nearest


def last_clause(tokens: Tokens, start: int, end: int) -> int:
    """Where the last clause of ``start`` to ``end`` begins that a conjunction with a mark before it opens."""
    breaks = list(_NEW_CLAUSE.finditer(tokens.text, start, end))
    return breaks[-1].end() if breaks else start


def attribute_before(tokens: Tokens, start: int, end: int, saying_only: bool = True) -> Found | None:
    """The attribution in the clause ``start`` to ``end`` right before a quotation: the nearest verb with a subject."""
    low, high = tokens.at(start), tokens.at(end)
    forms = cues.verbs()
    tried = 0
    thing: Found | None = None
    for k in reversed(tokens.reporting(low, high)):
        verb = forms[tokens.lows[k]]
        if saying_only and not verb.saying:
            continue
        if not is_verb(tokens, k, verb) or _reports_nothing(tokens, k, verb):
            continue
        tried += 1
        if tried > _MAX_VERBS:
            break
        source = subject_of(tokens, low, k, high)
        if source is not None:
            found = Found(source, Cue(tokens.starts[k], tokens.ends[k], verb), (start, end))
            if can_act(tokens, source):
                return found
            thing = thing or found  # "NAME said the figures suggested" is of NAME.
    phrase = cues.source_phrases().search(tokens.text, start, end)
    if phrase:
        source = phrase_after(tokens, tokens.at(phrase.end()), high)
        if source is not None:
            return Found(source, Cue(phrase.start(), phrase.start() + len(phrase.group().rstrip()), None), (start, end))
    return thing


def attribute_agent(tokens: Tokens, start: int, end: int, after: tuple[int, int] | None) -> Found | None:
    """Who is told behind quoted words to call something so: "was described as “a mess” by NAME"."""
    high = tokens.at(end)
    verb = next((k for k in (high - 1, high - 2) if k > tokens.at(start) and tokens.lows[k] in cues.verbs()), None)
    if verb is None or after is None or tokens.text[after[0] : after[1]].lstrip()[:3] != "by ":
        return None
    told = cues.verbs()[tokens.lows[verb]]
    if not told.saying or told.form not in ("past", "participle"):
        return None
    source = phrase_after(tokens, tokens.at(after[0]) + 1, tokens.at(after[1]))
    cue = Cue(tokens.starts[verb], tokens.ends[verb], told)
    return None if source is None else Found(source, cue, (start, after[1]))


def _reports_nothing(tokens: Tokens, k: int, verb: cues.Verb) -> bool:
    """Whether a verb tells that something goes on or begins, or stands passive behind a noun.

    "Will *continue* to serve", "a woman *described* as"; what somebody "described as" is told by "what" before it.
    """
    following = tokens.lows[k + 1] if k + 1 < len(tokens.lows) else ""
    active = k > 0 and (tokens.lows[k - 1] in PRONOUNS | {"has", "have", "had"} or tokens.in_name(k - 1))
    if verb.form == "past" and following == "as" and not active:
        return verb.lemma in cues.words("labelling") and "what" not in tokens.lows[max(0, k - _REACH) : k]
    return following == "to" and verb.lemma in cues.words("aspect")


def subject_of(tokens: Tokens, low: int, k: int, high: int) -> Source | None:
    """The subject of the verb at token ``k``, whatever its form: finite, passive with an agent, participle."""
    verb = cues.verbs()[tokens.lows[k]]
    if verb.form in ("past", "participle") and passive(tokens, k, low):
        for j in range(k + 1, min(high, k + 12)):
            if tokens.lows[j] == "by":
                return phrase_after(tokens, j + 1, high)
        return None
    if verb.form == "ing":
        return participle_subject(tokens, low, k)
    if k > low and k + 1 < high and tokens.words[k - 1][0] in f",{PLACEHOLDER}" and _is_inverted(tokens, k + 1, high):
        return phrase_after(tokens, k + 1, high)
    aside = aside_start(tokens, low, k)
    return subject_before(tokens, low, k if aside is None else aside)


def _are_title(tokens: Tokens, low: int, high: int) -> bool:
    """Whether the tokens up to a name are none, or a title in small letters: "union secretary NAME"."""
    return low == high or (
        high - low <= _MODIFIERS and all(map(str.islower, tokens.words[low:high])) and is_role(tokens.lows[high - 1])
    )


def _is_inverted(tokens: Tokens, k: int, high: int) -> bool:
    """Whether a name, or its title, begins at token ``k``, and no verb of which it is the subject follows it.

    "..., said Name" is inverted; in "Name, the mayor, said Other had left" another clause begins with the second name.
    """
    inside = tokens.within(tokens.starts[k], tokens.ends[min(high, k + 8) - 1])
    if not inside or not _are_title(tokens, k, tokens.at(inside[0].lead)):
        return False
    behind = tokens.at(inside[0].end)
    return behind >= high or tokens.lows[behind] not in cues.words("finite")
