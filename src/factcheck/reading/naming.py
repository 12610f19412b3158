"""Naming: whether a short piece of a front line names an outlet, a person, a place, a section or a sort of text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ..knowledge import words

MAX_WORDS = 7
"""Longest name of an outlet or a place, in words."""

_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&/-]*")
_NUMBER = re.compile(r"\d")
_DOMAIN = re.compile(r"(?:www\.)?(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Whether ``text`` is nothing but words with capitals and the small words inside names."""
    tokens = text.split()
    if not 0 < len(tokens) <= MAX_WORDS or not all(map(_NAME_WORD.fullmatch, (t.strip('“”"') or "-" for t in tokens))):
        return False
    small = name_words()
    return all(token[0].isupper() or token.lower() in small for token in tokens) and tokens[-1][:1].isupper()


def is_outlet(text: str) -> bool:
    """Whether ``text`` names an outlet: an agency, a domain, or a name with a word such as "Herald" or "Radio"."""
    bare = text.strip(" .,()")
    if bare.lower() in words("front_lines", "heads", "agencies"):
        return bare[:1].isupper() or text.strip() == "dpa"
    if _DOMAIN.fullmatch(bare) and "." in bare:
        return True
    if not is_name(bare) or is_section(bare) or is_genre(bare):
        return False
    tokens = [token.lower().strip("’'\".") for token in bare.split()]
    media = media_words()
    first = tokens[1:] if tokens[0] in words("front_lines", "heads", "owners") else tokens
    ends = tokens[-1] in media or (first[:1] != ["news"] and not media.isdisjoint(first[:1]))
    return len(tokens) > 1 and (ends or _is_media_of(tokens))


def media_words() -> frozenset[str]:
    """The words that make a name that of an outlet, in small letters."""
    return words("front_lines", "heads", "media")


def is_body(text: str) -> bool:
    """Whether ``text`` names a public body or a company."""
    if not is_name(text):
        return False
    tokens = [token.lower() for token in text.split()]
    known = words("front_lines", "heads", "bodies")
    return tokens[-1] in words("front_lines", "heads", "companies") or not known.isdisjoint(tokens)


def is_person(text: str) -> bool:
    """Whether ``text`` is a name of two to four words that opens with a known given name."""
    tokens = text.split()
    return 1 < len(tokens) <= 4 and is_name(text) and tokens[0].lower() in _given_names()


def is_section(text: str) -> bool:
    """Whether ``text`` is the name of a section, or of sections inside one another."""
    parts = re.split(r"\s*[/>|»:]\s*", text.strip(" .:").lower())
    return all(part in words("front_lines", "heads", "sections") for part in parts)


def is_genre(text: str) -> bool:
    """Whether ``text`` says what sort of text it is ("Press release", "Issue 41", "For immediate release")."""
    bare = " ".join(text.strip(" .:-–—*#()[]").lower().split())
    return bool(_genre().fullmatch(bare))


def is_numbered(text: str) -> bool:
    """Whether ``text`` is the number of a series ("Issue 41", "Episode 212: Tins")."""
    return is_genre(text) and bool(_NUMBER.search(text))


@lru_cache(maxsize=1)
def _genre() -> re.Pattern[str]:
    longest = sorted(words("front_lines", "heads", "genres"), key=len, reverse=True)
    genres = "|".join(map(re.escape, longest))
    number = r"(?:no\.?|number|#|n[°º]\.?)?\s?[\divxlc][\divxlc./-]{0,12}"
    one = rf"(?:{genres})(?:[ ,:]+(?:{number}|{genres})\b)*+"
    numbered = rf"(?:[\w'’]+ ){{0,2}}(?:{genres})[ ,:]+{number}"
    return re.compile(rf"{one}(?: ?[,(][^.:]{{0,80}})?|{numbered}(?: ?[,:(][^.]{{0,80}})?")


def _is_media_of(tokens: list[str]) -> bool:
    """Whether a word of the press stands before "of": "The Voice of ...", "The Journal of ..."."""
    media = media_words()
    return any(first in media and second == "of" for first, second in pairwise(tokens))


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """The words in small letters that may stand inside a name."""
    return words("front_lines", "phrases", "particles") | words("front_lines", "phrases", "name_words")


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return words("given_names", "male") | words("given_names", "female")
