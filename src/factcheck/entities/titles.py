"""A title taken apart: role noun, status, jurisdiction, organization and what else tells it from others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..knowledge import load
from ..models import TitleStatus
from .jurisdictions import jurisdiction_phrases, plain
from .roles import canonical_role, groups_of, role_phrases

_TOKEN = re.compile(r"[\w&]+(?:['’-][\w&]+)*|,")
_SPLIT_HYPHEN = re.compile(r"\b(then|ex|vice|acting|deputy)-(?=\w)", re.I)
_ELECT = re.compile(r"-(elect|designate|nominee)\b", re.I)
_DOTTED = re.compile(r"(?<=\b\w)\.")
_SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "for",
        "to",
        "at",
        "in",
        "on",
        "with",
        "and",
        "from",
        "its",
        "his",
        "her",
        "their",
        "our",
        ",",
        "by",
        "s",
    }
)
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from"})
_SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
}
_KEEPS_RANK = frozenset({"military", "police", "church", "academic"})
"""Fields in which a person keeps the title on retiring, so that "retired Army general" and "Gen." don't contradict."""

_LONGEST = 9
"""Words in the longest phrase of the tables."""


class TitleReading(NamedTuple):
    """A title taken apart. ``head`` is "" where no role noun stands in it."""

    head: str
    statuses: frozenset[TitleStatus] = frozenset()
    jurisdiction: str | None = None
    organization: str | None = None
    organization_name: int = 0
    """Number of the organization's name that the title uses."""
    modifiers: frozenset[str] = frozenset()
    """The words left that tell the title from others with the same head."""


def read_title(text: str, organizations: Mapping[str, tuple[str, int]]) -> TitleReading:
    """A title taken apart.

    Args:
        text: The title, such as "former U.S. Secretary of Defense"; a name behind it does no harm.
        organizations: Phrases that name organizations, with the id and the number of the name.
    """
    words, large = _tokens(text)
    statuses, words, large = _take_statuses(words, large)
    at, size = _find_head(words)
    head, inner = _split_phrase(" ".join(words[at : at + size])) if size else ("", [])
    if "retired" in words:
        statuses |= {"former"} if not groups_of(head) & _KEEPS_RANK else frozenset[TitleStatus]()
    rest = words[at + size :]
    linked = next((k for k, word in enumerate(rest) if word in _LINKS or word == ","), None)
    trailing = rest[:linked] if linked is not None else rest
    if size and trailing and all(large[at + size : at + size + len(trailing)]):
        rest = rest[len(trailing) :]
    modifiers = [*words[:at], *inner, ",", *rest]
    organization, name, modifiers = _take_phrase(modifiers, organizations)
    jurisdiction, modifiers = _take_jurisdiction(modifiers)
    table = _words()
    kept = frozenset(w for w in modifiers if w not in _SMALL and w not in table.fillers and w not in table.parties)
    return TitleReading(canonical_role(head), statuses, jurisdiction, organization, name, kept)


class _Words:
    def __init__(self) -> None:
        table = load("title_words")
        self.status: dict[str, TitleStatus] = {w: name for name, words in table["status"].items() for w in words}
        self.sole = frozenset(table["words"]["sole"])
        self.fillers = frozenset(table["words"]["fillers"])
        self.parties = frozenset(table["words"]["parties"])
        self.inseparable = frozenset(table["words"]["inseparable"])


@cache
def _words() -> _Words:
    return _Words()


def _tokens(text: str) -> tuple[list[str], list[bool]]:
    """The words of a title, looked-up form, and whether each is written large."""
    spread = _ELECT.sub(r" \1", _SPLIT_HYPHEN.sub(r"\1 ", text.replace("’", "'")))
    found = [m.group() for m in _TOKEN.finditer(_DOTTED.sub("", spread))]
    words: list[str] = []
    large: list[bool] = []
    for k, word in enumerate(found):
        owner = word.endswith(("'s", "s'"))
        bare = plain(word.removesuffix("'s").removesuffix("'") if owner else word)
        if owner and k and found[k - 1][:1].isupper() and _is_given(words[-1]):
            words.pop(), large.pop()
        words.append(_SPELLINGS.get(bare, bare))
        large.append(word[:1].isupper())
    return words, large


def _is_given(word: str) -> bool:
    return word in _given_names()


@cache
def _given_names() -> frozenset[str]:
    table = load("given_names")
    return frozenset((table["male"] + " " + table["female"]).split())


def _take_statuses(words: list[str], large: list[bool]) -> tuple[frozenset[TitleStatus], list[str], list[bool]]:
    """The statuses that a title tells, and its words without those that tell them."""
    table = _words()
    roles = role_phrases()
    named = [k for k, word in enumerate(words) if word in roles]
    nominated = any(table.status.get(words[k]) is None for k in named)
    statuses: set[TitleStatus] = set()
    keep: list[int] = []
    for k, word in enumerate(words):
        status = table.status.get(word)
        if status == "nominee":
            told = nominated
        elif word == "assistant":
            status, told = "deputy", bool(named) and named[-1] > k and words[named[-1]] in table.sole
        elif status == "deputy":
            told = bool(named) and named[-1] > k and words[k + 1] != "sheriff"
        else:
            told = status is not None
        if told and status is not None:
            statuses.add(status)
        else:
            keep.append(k)
    return frozenset(statuses), [words[k] for k in keep], [large[k] for k in keep]


def _find_head(words: list[str]) -> tuple[int, int]:
    """Where the role noun stands, and how many words it has: the last one before "of", "for" and the like."""
    roles = role_phrases()
    found = (0, 0)
    k = 0
    while k < len(words):
        size = next((n for n in range(min(4, len(words) - k), 0, -1) if " ".join(words[k : k + n]) in roles), 0)
        if size:
            if found[1] and words[k - 1 : k] == ["and"]:
                break
            found = (k, size)
            k += size
        elif found[1] and (words[k] in _LINKS or words[k] == ","):
            break
        else:
            k += 1
    return found


def _split_phrase(phrase: str) -> tuple[str, list[str]]:
    """A role noun of several words as head and modifiers, where its first word makes no other office of it."""
    roles = role_phrases()
    words = roles[phrase].split()
    if "of" in words or "in" in words:
        turned = " ".join((*words[2:], words[0]))
        return _split_phrase(turned) if turned in roles else (" ".join(words), [])
    table = _words()
    if words[0] in table.inseparable:
        return " ".join(words), []
    cut = len(words) - 1
    while cut > 0 and (words[cut - 1] in table.inseparable or words[cut] == "general"):
        cut -= 1
    head = " ".join(words[cut:])
    return (head, words[:cut]) if head in roles else (" ".join(words), [])


def _take_phrase(words: list[str], phrases: Mapping[str, tuple[str, int]]) -> tuple[str | None, int, list[str]]:
    """The first organization that words name, the longest phrase first, and the words without it."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for k in range(len(words) - size + 1):
            found = phrases.get(" ".join(words[k : k + size]))
            if found is not None:
                return found[0], found[1], [*words[:k], ",", *words[k + size :]]
    return None, 0, words


def _take_jurisdiction(words: list[str]) -> tuple[str | None, list[str]]:
    phrases = jurisdiction_phrases()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for k in range(len(words) - size + 1):
            code = phrases.get(" ".join(words[k : k + size]))
            if code is not None:
                again, rest = _take_jurisdiction([*words[:k], ",", *words[k + size :]])
                return (again if again is not None and again.startswith(f"{code}-") else code), rest
    return None, words
