"""Titles that a clause tells: by its verb, by an appointment, by the capacity somebody acts in, by a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..knowledge import load
from .descriptions import speaking_bodies
from .name_words import Name, name_lexicon
from .title_words import Phrase, Word, lexicon, words_of
from .titles_after import before_comma, phrases_from

ASIDE = r"(?:\s\([^()\n]{1,40}\)|\sof(?:\s[A-Z][\w.’'-]*){1,3})?(?:,\s\d{1,3}(?=,\swho\b)|,\s\d{1,3},(?!\swho\b))?"
"""What may stand between a name and its clause: words in brackets, where somebody is from, and an age."""
_SUBJECT = re.compile(
    ASIDE + r"(?:,\s(?:(?:the|an?)\s(?:[\w-]+\s){1,2})?who\s|\s)(?:(?:also|now|currently|still)\s)?"
    r"(?P<has>has\s)?(?:\w+ly\s)?(?P<verb>[a-z]+)\s(?P<what>(?=[\w’']))"
)
_SINCE = re.compile(r"\s(?:since|for)\b")
_APPOINTED = re.compile(
    ASIDE + r",\s(?:who\swas\s)?(?:(?:newly|recently|just)\s)?(?:re-?)?"
    r"(?:appointed|elected|named|made|promoted\sto|sworn\sin\sas|installed\sas|hired\sas|chosen\sas)\s(?:as\s)?"
)
_APPOINTS = re.compile(r"\b(?:appointed|elected|named|made|promoted|installed|confirmed|hired|picked|chose)\s$")
_POST = re.compile(r"\s(?:as\s|to\sbe\s)?(?=(?:its|their|his|her|our|as|the)\s|[a-z])")
_APPOINTEE = 16
"""Characters before a name that hold a verb of appointing."""
_IN_CAPACITY = re.compile(
    r",\s(?:(?:in\s(?:his|her|their)\s(?:capacity|role|position|post)|speaking|acting)\s)?as\s(?!an?\s)"
)
_CAPACITY = re.compile(
    r"(?:\b[Ss]peaking|\b[Aa]cting|\b[Ii]n\s(?:his|her|their)\s(?:new\s)?(?:capacity|role|position|post))\sas\s"
    r"(?P<what>[^,.\n]{3,80}),\s$"
)
_AS = re.compile(
    ASIDE + r"(?:,\swho)?\s(?:(?:has\s(?P<done>[a-z]+)|(?P<does>[a-z]+s))(?:\s[a-z][\w’'-]{0,15}){0,5}?"
    r"|(?:serves|has\sserved)(?:\s[\w.’'-]{1,16}){1,12}?)\sas\s"
    r"(?=(?:(?:its|their|his|her|the)\s)?[a-z])"
)
_LEFT = re.compile(
    ASIDE + r"(?:,\swho)?\s(?:has\s|had\s|will\s)?(?:been\s|was\s|is\s|be\s)?"
    r"(?:resign(?:ed|s)|step(?:ped|s)\sdown|stood\sdown|retire[ds]|fired|sacked|dismissed|removed|ousted|suspended)"
    r"(?:\s[\w,]{1,12}){0,3}?\sas\s"
)
"""Leaving an office: a title held until then."""
_SUCCEEDS = re.compile(
    ASIDE + r"(?:,\swho)?\s(?:will\s|has\s)?(?:succeed(?:ed|s)?|replace[sd]?|follow(?:ed|s))"
    r"(?:\s[A-Z][\w.’'-]*){1,4}\sas\s"
)
_IS = re.compile(r"\s(?:is|remains)\s$")
_IS_BEFORE = 10
"""Characters before a name that hold such a verb."""
_NAMED_LAST = re.compile(r"[,.;)]|\s*$")
_NOW = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)Now\s(?P<what>[^,.\n]{3,80}),\s$")
_REACH = 110
"""Characters before a name in which the capacity of who acts begins."""
_LABEL = re.compile(r"^(?:[A-Z][\w ]{1,30}:\s?|[-–—―]\s?)?(?:[\w.]{2,6}\s)?$")
"""What may stand on the line of a signature before the name: "Prepared by: Ms."."""
_WORDS = 9
"""Words of what somebody heads."""


def told_phrases(text: str, name: Name) -> Iterator[Phrase]:
    """The titles that the clause around a name tells, with the verb where one tells them: "chairs the board"."""
    yield from _by_verb(text, name)
    appointed = _APPOINTED.match(text, name.end) or _IN_CAPACITY.match(text, name.end)
    if appointed is not None:
        yield from _first(text, appointed.end())
    if _APPOINTS.search(text, max(0, name.lead - _APPOINTEE), name.lead) is not None:
        post = _POST.match(text, name.end)
        if post is not None:
            yield from _first(text, post.end())
    role = _AS.match(text, name.end)
    if role is not None and (role["done"] or role["does"] or "") not in load("title_words")["phrase"]["not_as"]:
        yield from _first(text, role.end())
    left = _LEFT.match(text, name.end) or _SUCCEEDS.match(text, name.end)
    if left is not None:
        yield from _first(text, left.end())
    verb = _IS.search(text, max(0, name.lead - _IS_BEFORE), name.lead)
    if verb is not None and _NAMED_LAST.match(text, name.end):
        yield from (p for p in before_comma(text, verb.start()) if not p.plural)
    front = max(0, name.lead - _REACH)
    capacity = None
    if "," in text[max(0, name.lead - 3) : name.lead]:  # Either ends with a comma, which few names stand behind.
        capacity = _CAPACITY.search(text, front, name.lead) or _NOW.search(text, front, name.lead)
    if capacity is not None:
        yield from (p for p in _first(text, capacity.start("what")) if p.end == capacity.end("what"))
    yield from _signed(text, name)


def _first(text: str, start: int) -> Iterator[Phrase]:
    """The title that stands right at a position, behind no more than a determiner."""
    for phrase in phrases_from(text, start).phrases[:1]:
        if not phrase.plural and len(text[start : phrase.start].split()) <= 1:
            yield phrase


def _by_verb(text: str, name: Name) -> Iterator[Phrase]:
    """What somebody heads, chairs or edits, where it is a body by its words."""
    subject = _SUBJECT.match(text, name.end)
    if subject is None:
        return
    role = _verbs()["perfect" if subject["has"] else "present"].get(subject["verb"])
    if role is None:
        return
    words = _what(text, subject.start("what"))
    if not words or not _is_body(words) or (subject["has"] and not _SINCE.match(text, words[-1].end)):
        return
    yield Phrase(subject.start("has" if subject["has"] else "verb"), words[-1].end, role, False)


def _what(text: str, start: int) -> list[Word]:
    """The words of what is headed, up to a mark or what tells of something else."""
    found: list[Word] = []
    for word in words_of(text, start, start + _REACH)[: _WORDS + 1]:
        large_link = word.low == "and" and found and found[-1].large
        if (
            word.stop
            or (word.low in load("title_words")["phrase"]["ends_body"] and not large_link)
            or word.low in lexicon().verbs
        ):
            return found
        found.append(word)
    return []


def _is_body(words: list[Word]) -> bool:
    """Whether words are of a body: one of them is a word for such, or all behind the article are a name."""
    known = name_lexicon().organizations | speaking_bodies() | frozenset(load("title_words")["words"]["sides"])
    head = next((k for k, word in enumerate(words) if word.low in ("of", "for", "at")), len(words))
    named = [w for w in words[:head] if w.low not in lexicon().determiners]
    return words[head - 1].low in known or (bool(named) and all(w.large and not w.owner for w in named))


@cache
def _verbs() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = load("title_words")["heading_verbs"]
    return table


def _signed(text: str, name: Name) -> Iterator[Phrase]:
    """The title on the line below the name of who signs, which stands on a line of its own."""
    line = text.rfind("\n", max(0, name.start - _REACH), name.start) + 1
    if (
        not text.startswith("\n", name.end)
        or text.startswith("\n\n", name.end)
        or not _LABEL.match(text[line : name.start])
    ):
        return
    stop = text.find("\n", name.end + 1)
    stop = len(text) if stop < 0 else stop
    words = words_of(text, name.end + 1, min(stop, name.end + 1 + _REACH))
    if words and all(w.large or w.stop or w.low in ("and", "of", "for", "the", "&") for w in words):
        yield from (p for p in _first(text, name.end + 1) if p.end == len(text[:stop].rstrip()))
