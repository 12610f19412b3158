"""Quoted words that nobody says: titles of works, nicknames, terms, and single words held at a distance."""

from __future__ import annotations

import re

from . import cues
from .grammar import BE, CONJUNCTIONS, PREPOSITIONS
from .quotations import Quotation

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_GAP = " \u00a0\t,.:;!?—–-()[]\"“”'‘’"
_KEY = re.compile(r"(?:^|\n)(?P<key>[a-z_]+):[ ]\Z")
_REACH = 30
_FEW = 3
_SEVERAL = 2
_MOST_TITLE_WORDS = 12
_SMALL = (
    PREPOSITIONS | CONJUNCTIONS | BE | {"a", "an", "the", "as", "than", "that", "not", "de", "la", "it", "my", "up"}
)
"""Words that a title has in small letters."""


def names_a_work(text: str, quotation: Quotation) -> bool:
    """Whether the words look like a title of a work or a nickname: written large, and not said by anyone."""
    inner = text[quotation.inner_start : quotation.inner_end]
    words = _WORD.findall(inner)
    if not 1 <= len(words) <= _MOST_TITLE_WORDS:
        return False
    before, gap = _before(text, quotation)
    large = not words[0][0].islower() and not any(w[0].islower() and w.lower() not in _SMALL for w in words)
    exclaims = inner[-1] in "?!" and len(words) > _FEW
    named = before in cues.words("naming") and (large or not exclaims)
    if (named or (before in cues.words("works") and large)) and not any(c in gap for c in ".?!"):
        return True
    return large and not exclaims and _stands_for_a_title(text, quotation, words)


def _stands_for_a_title(text: str, quotation: Quotation, words: list[str]) -> bool:
    """Whether words written large stand within a sentence as a name does, and no verb of saying leads to them."""
    inner = text[quotation.inner_start : quotation.inner_end]
    before, gap = _before(text, quotation)
    last = inner.rstrip("'’”\"")[-1:]
    opens = not before or any(c in gap for c in ":,.!?—–\"”'’")
    behind = text[quotation.end : quotation.end + 2].strip()
    if opens and (last in ",.?!—…" or not behind.islower() or len(words) < _SEVERAL):
        return False
    verb = cues.verbs().get(before)
    several = len(words) >= _SEVERAL
    told = several and not cues.words("naming").isdisjoint(_behind(text, quotation))
    read = verb is not None and verb.lemma == "read" and several and inner[-1] not in ".!?"
    return told or read or verb is None or not verb.saying


def is_entry(text: str, quotation: Quotation) -> bool:
    """Whether a line holds nothing but a key and these words, as the data before a page do: ``title: "..."``."""
    key = _KEY.search(text, max(0, quotation.start - _REACH), quotation.start)
    ends = quotation.end == len(text) or text[quotation.end] == "\n"
    return ends and key is not None and key["key"] not in cues.verbs()


def is_fragment(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a word or three inside somebody's sentence, and no utterance of its own."""
    inner = text[quotation.inner_start : quotation.inner_end]
    if inner[-1] in ".,?!—…":
        before, gap = _before(text, quotation)
        started = not before or any(c in gap for c in ':,.!?—–"”')
        return not started and inner[-1] == "," and inner[0].islower() and len(_WORD.findall(inner)) <= _FEW
    return len(_WORD.findall(inner)) <= _FEW


def _behind(text: str, quotation: Quotation) -> list[str]:
    """The two words right behind a quotation, where no mark parts them from it: "told “The Late Bell” radio show"."""
    following = text[quotation.end : quotation.end + _REACH]
    return following.split(",")[0].split(".")[0].split()[:2] if following.startswith(" ") else []


def _before(text: str, quotation: Quotation) -> tuple[str, str]:
    """The word right before a quotation in lower case, and what stands between the two."""
    front = text[max(0, quotation.start - _REACH) : quotation.start]
    line = front[front.rfind("\n") + 1 :]
    bare = line.rstrip(_GAP)
    if bare[-1:] in ("s", "S") and line[len(bare) :] in ("' ", "’ "):
        return bare.split()[-1].lower(), " "  # The network's: "CBS' "Morning Call""
    return (bare.split()[-1].lower() if bare.strip() else "", line[len(bare) :])
