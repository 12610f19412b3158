"""The words that titles are read from: a text cut into words and marks, and the role nouns among them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..entities.roles import role_phrases
from ..knowledge import load

WINDOW = 160
"""Characters that a title's phrase may reach."""

MOST_WORDS = 24
"""Words that a title's phrase may have."""

_ACRONYM = 4
"""Letters of the longest role noun written in capitals ("CEO"); longer ones stand in headlines."""

_TOKEN = re.compile(
    r"(?P<dotted>(?:[A-Za-z]\.){2,}|[A-Z]\.|[A-Z][a-z]{1,5}\.(?:-elect|-designate)?)"
    r"|(?P<word>\w[\w&]*+(?:['’/-]\w++)*+(?:(?<=s)['’](?!\w))?)"
    r"|(?P<stop>[^\w\s])"
)
_PLURAL_SHORT = frozenset({"sens", "reps", "govs", "gens", "cols", "profs", "revs"})
_ELECT = ("-elect", "-designate")
_OPENINGS = ("then-", "ex-", "vice-", "co-")


class Word(NamedTuple):
    """A word or mark of a text."""

    start: int
    end: int
    low: str
    """In lower case, without a closing full stop and possessive ending."""
    large: bool
    owner: bool
    """A possessive: "Trump's"."""
    stop: bool
    """A mark."""
    shouted: bool = False
    """Written in capitals throughout, and no acronym."""


class Head(NamedTuple):
    """The role noun of a phrase among its words."""

    at: int
    size: int
    role: str
    """In the singular, in lower case."""
    plural: bool


class Phrase(NamedTuple):
    """A title's phrase in a text: ``text[start:end]``, without leading determiner or possessor."""

    start: int
    end: int
    head: str
    """The role noun in the singular, in lower case."""
    plural: bool

    @classmethod
    def of(cls, words: list[Word], first: int, end: int, head: Head) -> Phrase:
        """The phrase ``words[first:end]`` with this role noun."""
        return cls(words[first].start, words[end - 1].end, head.role, head.plural)


class Lexicon:
    """The tables in the form that the rules look them up in."""

    def __init__(self) -> None:
        table, names = load("title_words"), load("names")["words"]
        phrase = table["phrase"]
        self.determiners = frozenset(phrase["determiners"])
        self.links = frozenset(phrase["links"])
        self.adverbs = frozenset(phrase["adverbs"])
        self.endings = tuple(phrase["adjective_endings"])
        self.verbs = frozenset(phrase["verbs"])
        self.occasions = frozenset(phrase["occasions"])
        self.spans = frozenset(phrase["spans"])
        self.statuses = frozenset(word for words in table["status"].values() for word in words)
        self.also_names = frozenset(phrase["also_names"])
        self.calendar = frozenset(names["calendar"].split()) - {"may"}
        self.organizations = frozenset(names["organizations"].split())
        self.short = frozenset(load("roles")["short"])
        self.plain = (self.statuses | set(table["words"]["fillers"]) | set(table["words"]["parties"])) - {"fellow"}
        self.modifiers = self.plain | set(phrase["modifiers"])
        self.closed = (frozenset(names["function_words"].split()) - self.modifiers) | {
            "told",
            "said",
            "says",
            "who",
            "as",
        }


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    return Lexicon()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and the marks of ``text[start:end]``."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        raw, at, kind = match.group(), match.start(), match.lastgroup
        low = raw.lower().replace("’", "'")
        if kind == "stop":
            words.append(Word(at, match.end(), low, False, False, True))
        elif (
            kind == "dotted" and len(raw) > 2 and raw.count(".") == 1 and low.partition(".")[0] not in _abbreviations()
        ):
            words.append(Word(at, match.end() - 1, low[:-1], True, False, False))
            words.append(Word(match.end() - 1, match.end(), ".", False, False, True))
        else:
            owner = low.endswith(("'s", "s'"))
            bare = low.removesuffix("'s").removesuffix("'") if owner else low.removesuffix(".")
            shouted = len(raw) > _ACRONYM and raw.isupper() and "." not in raw
            words.append(Word(at, match.end(), bare, raw[0].isupper(), owner, False, shouted))
    return words


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("abbreviations")["words"]) | frozenset(load("roles")["short"])


def head_at(words: list[Word], k: int) -> Head | None:
    """The role noun that begins with word ``k``, the longest one."""
    roles = role_phrases()
    for size in range(min(4, len(words) - k), 0, -1):
        if words[k + size - 1].owner or any(w.owner or w.stop for w in words[k : k + size - 1]):
            continue
        phrase = " ".join(w.low for w in words[k : k + size])
        role = roles.get(phrase)
        if role is not None:
            plural = phrase in _PLURAL_SHORT or (role != phrase and phrase not in lexicon().short)
            return Head(k, size, role, plural)
    role = compound_role(words[k]) if "-" in words[k].low and not words[k].owner else ""
    return Head(k, 1, role, False) if role else None


def compound_role(word: Word) -> str:
    """The role noun inside "then-senator", "president-elect", "actor-director", or ""."""
    low = word.low
    for ending in _ELECT:
        low = low.removesuffix(ending)
    for opening in _OPENINGS:
        low = low.removeprefix(opening)
    low = low.removesuffix(".")
    return role_phrases().get(low if low != word.low else low.rpartition("-")[2], "")


def after_last_stop(words: list[Word]) -> list[Word]:
    """The words behind the last mark."""
    for k in range(len(words) - 1, -1, -1):
        if words[k].stop and words[k].low != "&":
            return words[k + 1 :]
    return words


def window_start(text: str, end: int) -> int:
    """Where the words that a phrase before ``end`` may have begin: in its line, at a word's beginning."""
    start = max(0, end - WINDOW)
    line = text.rfind("\n", start, end)
    return line + 1 if line >= 0 or start == 0 else text.find(" ", start, end) + 1
