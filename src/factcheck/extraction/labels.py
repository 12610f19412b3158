"""Labels before quotations, which a colon ends: "NAME: ...", "Witness B: ...", "His reply: ..."."""

from __future__ import annotations

import re
from functools import cache

from . import cues
from .clauses import Found
from .noun_phrases import Source
from .quotations import PLACEHOLDER
from .role_words import is_role
from .tokens import Tokens

_LETTER = 3
"""Letters that may stand for somebody whose name is held back: "CJ"."""
_POST_WORDS = 9
"""Words that tell what somebody is, beside the name in a label."""


def reply_source(tokens: Tokens, text: str, start: int) -> Source | None:
    """Whose answer, verdict or reaction ends ``text``, which starts at ``start``: "His reply:", "NAME's reaction:"."""
    reply = _reply().search(text)
    if reply is not None:
        return Source(start + reply.start("who"), start + reply.end("who"), "pronoun", None)
    owned, of = _owned_reply().search(text), _REPLY_OF.search(text) or _remark_from().search(text)
    stop = start + (owned.start() if owned else len(text) - 1)
    named = [n for n in tokens.within(start, stop) if n.end == stop] if owned or of else []
    if named:
        return Source(named[0].start, stop, "name", named[0])
    owner = _DESCRIBED.search(tokens.text, start, stop) if owned or of else None
    return Source(owner.start(), stop, "description", None) if owner else None


def label_before(tokens: Tokens, start: int, end: int) -> Found | None:
    """Who a colon ends with right before a quotation: "Name: ...", at a line's start or behind a dash; "His reply:"."""
    text = tokens.text[start:end].rstrip()
    answered = reply_source(tokens, text, start)
    if answered is not None or not text.endswith(":"):
        return None if answered is None else Found(answered, None, (start, end))
    stop = start + len(text) - 1
    inside = [n for n in tokens.within(start, stop) if n.end == stop or _is_apposed(tokens, n.end, stop)]
    if not inside:
        return _role_label(tokens, start, stop, (start, end))
    name = inside[0]
    front = tokens.text[start : name.lead].rstrip()
    if front and front[-1] not in "-–—―.!?\ufffc" and not (front[-1] == "," and _is_post(front)):
        return None
    return Found(Source(name.start, name.end, "name", name), None, (start, end))


def _role_label(tokens: Tokens, start: int, stop: int, clause: tuple[int, int]) -> Found | None:
    """A label without a name: "Witness B: ..."."""
    called = tokens.text[start:stop].strip(f" {PLACEHOLDER}.?!")
    at = stop - len(called)
    role = tokens.text.startswith(called, at) and called[:1].isupper() and is_role(called.split()[0].lower())
    if not role or not _is_post(called) or any(n.end - n.start > _LETTER for n in tokens.within(at, stop)):
        return None
    return Found(Source(at, stop, "description", None), None, clause)


def _is_apposed(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether nothing but what somebody is stands between a name and a colon: "NAME, baker and father of two:"."""
    return tokens.text.startswith(", ", start) and _is_post(tokens.text[start:stop])


def _is_post(words: str) -> bool:
    """Whether words are short, and no verb is among them."""
    parts = [word.strip(",") for word in words.lower().split()]
    return len(parts) <= _POST_WORDS and not any(
        part in cues.words("finite")
        or part == "by"
        or ((verb := cues.verbs().get(part)) and verb.form in ("past", "s"))
        for part in parts
    )


@cache
def _remark_from() -> re.Pattern[str]:
    """A noun of saying that comes from somebody, right before what was said: "the usual remark from NAME:"."""
    return re.compile(_REMARK_FROM.format(nouns="|".join(sorted(cues.words("replies")))))


@cache
def _owned_reply() -> re.Pattern[str]:
    """A noun of saying behind a possessor, right before what was said: "NAME's first reaction:"."""
    nouns = "|".join(sorted(cues.words("replies")))
    return re.compile(rf"['’]s?\s(?:[a-z-]+\s){{0,2}}(?:{nouns})(?:\s(?:was|is|came)(?:\s[a-z]+)?)?[:,?]$")


_DESCRIBED = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s[a-z-]+(?:\s[a-z-]+)?$")
_REMARK_FROM = r"\b(?:{nouns})\sfrom\s(?=[^.:?!]{{2,60}}[:,]$)"
_REPLY_OF = re.compile(
    r"(?:^|\s)[Tt]he\s(?:verdict|answer|reaction|response|reply|assessment)\sof\s(?=[^.:?!]{2,60}[?:]$)"
)


@cache
def _reply() -> re.Pattern[str]:
    """A noun of saying that belongs to somebody, right before what was said: "Her one-word answer was:"."""
    nouns = "|".join(sorted(cues.words("replies")))
    rest = r"(?:\s[^.,:;!?]{2,60}?)?\s(?:was|is|came|were)(?:\s[a-z]+){0,4}"
    return re.compile(rf"\b(?P<who>[Hh]is|[Hh]er)\s(?:[a-z-]+\s){{0,2}}(?:{nouns})(?:{rest}[:,]?|[:,])$")
