"""The words that titles are read from: a text cut into words and marks, and the role nouns among them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
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
_MARK = re.compile(r"[;:!?()\"“”…]|,(?!\s[A-Z][\w.]*+(?:\s[A-Z]\w*+)?-based\s)")
"""A mark that no word has inside; no phrase reaches over it."""
_TO_LAST_MARK = re.compile(r".*[,;:!?()\"“”…]", re.DOTALL)
_BEYOND_MARK = re.compile(r"\S*+(?:\s++\S++){0,3}+")
"""A mark with the words behind it that a look ahead may ask for."""
_LETTERS = re.compile(r"[^\W\d_]+")
_KEPT = 1 << 15
"""Words whose shape is kept for when they come again."""
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
        self.levels = frozenset(phrase["levels"])
        self.links = frozenset(phrase["links"])
        self.assisting = frozenset(phrase["assisting"])
        self.adverbs = frozenset(phrase["adverbs"])
        self.participles = frozenset(phrase["participles"])
        self.kin = frozenset(phrase["kin"])
        self.heading = frozenset(phrase["heading"])
        self.gerunds = frozenset(phrase["gerunds"])
        self.pasts = frozenset(phrase["pasts"])
        self.endings = tuple(phrase["adjective_endings"])
        self.verbs = frozenset(phrase["verbs"])
        self.occasions = frozenset(phrase["occasions"])
        self.spans = frozenset(phrase["spans"])
        # A candidate is a role noun, and stands before no other: "presidential candidate Sen. NAME" are two titles.
        self.statuses = frozenset(w for name, words in table["status"].items() if name != "candidate" for w in words)
        self.also_names = frozenset(phrase["also_names"])
        self.calendar = frozenset(names["calendar"].split()) - {"may"}
        self.organizations = frozenset(names["organizations"].split())
        self.owned = frozenset(names["owned"].split())
        self.particles = frozenset(names["particles"].split())
        self.short = frozenset(load("roles")["short"])
        self.accusers = frozenset(phrase["accusers"])
        self.auxiliaries = self.verbs | {"to", "not"}
        self.bodies_of_members = frozenset(phrase["bodies_of_members"])
        self.closing = frozenset(phrase["closing"])
        self.bodies_owned = frozenset(phrase["bodies_owned"])
        self.posts_owned = frozenset(phrase["posts_owned"])
        self.relations = frozenset(phrase["relations"])
        self.services = frozenset(table["words"]["services"])
        self.branches = frozenset(table["words"]["branches"])
        self.parties = frozenset(table["words"]["parties"])
        self.plain = (self.statuses | set(table["words"]["fillers"]) | self.parties) - {"fellow"}
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
        at, behind = match.span()
        shape = _shape(match.group())
        if shape is not None:
            words.append(Word(at, behind, *shape))
        else:
            words.append(Word(at, behind - 1, text[at : behind - 1].lower(), True, False, False))
            words.append(Word(behind - 1, behind, ".", False, False, True))
    return words


@lru_cache(maxsize=_KEPT)
def _shape(raw: str) -> tuple[str, bool, bool, bool, bool] | None:
    """What a token tells, as in ``Word``, wherever it stands; None for a word with the full stop of its sentence."""
    low = raw.lower().replace("’", "'")
    dotted = len(raw) > 1 and "." in raw
    if len(raw) == 1 and not (raw.isalnum() or raw == "_"):
        return low, False, False, True, False
    if dotted and len(raw) > 2 and raw.count(".") == 1 and low.partition(".")[0] not in _abbreviations():
        return None
    owner = low.endswith(("'s", "s'"))
    bare = low.removesuffix("'s").removesuffix("'") if owner else low.removesuffix(".")
    shouted = len(raw) > _ACRONYM and raw.isupper() and "." not in raw
    return bare, raw[0].isupper(), owner, False, shouted


def words_before(text: str, end: int) -> list[Word]:
    """The words right before ``end`` that a phrase may have: of its line, behind the last mark that ends phrases."""
    start = max(0, end - WINDOW)
    line = text.rfind("\n", start, end)
    if line >= 0 or start == 0:
        start = line + 1
    else:
        space = text.find(" ", start, end)
        start = space + 1 if space >= 0 else end
    mark = _TO_LAST_MARK.match(text, start, end)
    return words_of(text, mark.end() if mark else start, end)


def words_behind(text: str, start: int) -> list[Word]:
    """The words from ``start`` on that a phrase may have, and a few beyond; none where no role noun is among them."""
    line = text.find("\n", start, start + WINDOW)
    end = line if line >= 0 else min(len(text), start + WINDOW)
    mark = _MARK.search(text, start, end)
    reach = mark.start() if mark else end
    if _role_endings().isdisjoint(_LETTERS.findall(text[start:reach].lower())):
        return []
    beyond = _BEYOND_MARK.match(text, reach, end)
    return words_of(text, start, beyond.end() if beyond else end)


@cache
def _role_endings() -> frozenset[str]:
    """The last letters in a row of each role noun: where a text has none of them, it has no role noun."""
    return frozenset(_LETTERS.findall(phrase)[-1] for phrase in role_phrases())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("abbreviations")["words"]) | frozenset(load("roles")["short"])


def head_at(words: list[Word], k: int) -> Head | None:
    """The role noun that begins with word ``k``, the longest one."""
    roles = role_phrases()
    for size in range(min(_sizes().get(words[k].low, 0), len(words) - k), 0, -1):
        if words[k + size - 1].owner or any(w.owner or w.stop for w in words[k : k + size - 1]):
            continue
        phrase = " ".join(w.low for w in words[k : k + size])
        role = roles.get(phrase)
        if role is not None:
            plural = phrase in _PLURAL_SHORT or (role != phrase and phrase not in lexicon().short)
            return Head(k, size, role, plural)
    role = compound_role(words[k]) if "-" in words[k].low and not words[k].owner else ""
    return Head(k, 1, role, False) if role else None


@cache
def _sizes() -> dict[str, int]:
    """The first words of role nouns, each with the words that the longest one has."""
    sizes: dict[str, int] = {}
    for phrase in role_phrases():
        words = phrase.split(" ")
        sizes[words[0]] = max(sizes.get(words[0], 0), min(4, len(words)))
    return sizes


def compound_role(word: Word) -> str:
    """The role noun inside "then-senator", "president-elect", "actor-director", or ""."""
    low = word.low
    for ending in _ELECT:
        low = low.removesuffix(ending)
    for opening in _OPENINGS:
        low = low.removeprefix(opening)
    low = low.removesuffix(".")
    return role_phrases().get(low if low != word.low else low.rpartition("-")[2], "")


def of_members(words: list[Word], k: int) -> bool:
    """Whether a possessive is part of the name of a body: "the Dockers' Union chief", "Sheriff's Office spokesman"."""
    if not words[k].owner or not words[k].large or k + 1 >= len(words) or not words[k + 1].large:
        return False
    following = words[k + 1].low
    members = words[k].low.endswith("s") and following in lexicon().bodies_of_members
    return members or following in lexicon().bodies_owned or f"{words[k].low} {following}" in lexicon().posts_owned


def after_last_stop(words: list[Word]) -> list[Word]:
    """The words behind the last mark."""
    for k in range(len(words) - 1, -1, -1):
        if words[k].stop and words[k].low != "&":
            return words[k + 1 :]
    return words
