"""A title taken apart: role noun, status, jurisdiction, organization and what else tells it from others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..knowledge import load
from ..models import TitleStatus
from .house_spelling import american
from .jurisdictions import jurisdiction_phrases, plain, posting_phrases
from .roles import canonical_role, groups_of, role_phrases

_TOKEN = re.compile(r"[\w&]+(?:['’-][\w&]+)*|,")
_SPLIT_HYPHEN = re.compile(r"\b(then|ex|vice|acting|deputy)-(?=\w)", re.I)
_ELECT = re.compile(r"-(elect|designate|nominee)\b", re.I)
_APART = re.compile(r"\b([A-Z])\.\s(?=[A-Z]\.)")
_DOTTED = re.compile(r"(?<=\b\w)\.")
_LINKS = frozenset(["of", "for", "to", "at", "in", "on", "with", "from"])
_OF_STATE = re.compile(r"\b(secretary) of state(?= for\b)", re.I)
"""What the full style of a British secretary has more: "Secretary of State for Transport"."""
_SMALL = _LINKS | frozenset(["the", "a", "an", "and", "its", "his", "her", "their", "our", ",", "by", "s"])
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
    """Number of the organization's name that the title uses; -1 for an alias that is of none ("Pentagon")."""
    modifiers: frozenset[str] = frozenset()
    """The words left that tell the title from others with the same head."""
    names: frozenset[str] = frozenset()
    """Those of them that are proper names: of a place or a body that no table knows."""

    @property
    def ranks(self) -> frozenset[str]:
        """The words that tell which rung of a post it is: "associate", "senior"."""
        table = _words()
        return self.modifiers & (table.lower | (table.higher if self.head in table.graded else frozenset()))

    @property
    def domain(self) -> frozenset[str]:
        """The words that tell what the post is about: "health", "cloud computing"."""
        return self.modifiers - self.ranks - self.names


def read_title(text: str, organizations: Mapping[str, tuple[str, int]]) -> TitleReading:
    """A title taken apart.

    Args:
        text: The title, such as "former U.S. Secretary of Defense"; a name behind it does no harm.
        organizations: Phrases that name organizations, with the id and the number of the name.
    """
    words, large = _as_noun(*_tokens(_OF_STATE.sub(r"\1", text)))
    words, large = _take_candidacy(words, large)
    statuses, words, large = _take_statuses(words, large)
    at, size = _find_head(words)
    head, inner = _split_phrase(" ".join(words[at : at + size])) if size else ("", [])
    if "retired" in words:
        statuses |= {"former"} if not groups_of(head) & _KEEPS_RANK else frozenset[TitleStatus]()
    head = canonical_role(head)
    rest, written = _without_holder(words[at + size :], large[at + size :]) if size else (words[at:], large[at:])
    names = frozenset(w for w, up in (*zip(words[:at], large, strict=False), *zip(rest, written, strict=True)) if up)
    if head in _words().posted:
        rest = _posting(rest)
    modifiers = [*words[:at], *inner, ",", *rest]
    organization, name, modifiers = _take_phrase(modifiers, organizations)
    if organization is None and head in _words().departmental:
        organization, name, modifiers = _take_department(modifiers, organizations)
    jurisdiction, modifiers = _take_jurisdiction(modifiers)
    kept = _plain_modifiers(modifiers)
    return TitleReading(head, statuses, jurisdiction, organization, name, kept, _proper(names & kept))


class _Words:
    def __init__(self) -> None:
        table = load("title_words")
        words = table["words"]
        self.status: dict[str, TitleStatus] = {w: name for name, listed in table["status"].items() for w in listed}
        self.canonical = frozenset(table["canonical"].values())
        self.of_deputies = frozenset(words["of_deputies"])
        self.sole = frozenset(words["sole"])
        self.fillers = frozenset(words["fillers"]) | frozenset(words["vague"]) | _SMALL
        self.parties = frozenset(words["parties"])
        self.inseparable = frozenset(words["inseparable"])
        self.lower = frozenset(words["lower"])
        self.higher = frozenset(words["higher"])
        self.graded = frozenset(words["graded"])
        self.posted = frozenset(words["posted"])
        self.departmental = frozenset(words["departmental"])
        self.domains: dict[str, str] = table["domains"]
        self.candidacies: dict[str, str] = table["candidacies"]
        self.abbreviations: dict[str, list[str]] = {s: full.split() for s, full in table["abbreviations"].items()}
        bands = load("common_words")["bands"].values()
        self.common = frozenset(table["phrase"]["modifiers"]).union(*bands) | frozenset(self.domains.values())


@cache
def _words() -> _Words:
    return _Words()


def _tokens(text: str) -> tuple[list[str], list[bool]]:
    """The words of a title, looked-up form, short forms written out, and whether each is written large."""
    text = _APART.sub(r"\1.", text)
    spread = _ELECT.sub(r" \1", _SPLIT_HYPHEN.sub(r"\1 ", text.replace("’", "'")))
    found = [m.group() for m in _TOKEN.finditer(_DOTTED.sub("", spread))]
    short = _words().abbreviations
    words: list[str] = []
    large: list[bool] = []
    for k, word in enumerate(found):
        owner = word.endswith(("'s", "s'"))
        bare = plain(word.removesuffix("'s").removesuffix("'") if owner else word)
        if owner and k and found[k - 1][:1].isupper() and _is_given(words[-1]):
            words.pop(), large.pop()
        full = short.get(word) or short.get(bare) or [american(bare)]
        words += map(str.lower, full)
        large += [word[:1].isupper()] * len(full)
    return words, large


def _as_noun(words: list[str], large: list[bool]) -> tuple[list[str], list[bool]]:
    """The words of a title that a verb tells, with a noun instead: "has led the agency" is "leader of the agency"."""
    verbs = load("title_words")["heading_verbs"]
    size = 2 if words[:1] == ["has"] else 1
    role = verbs["perfect" if size > 1 else "present"].get(" ".join(words[size - 1 : size]))
    if role is None or len(words) <= size or words[size] in _LINKS:
        return words, large
    return [role, "of", *words[size:]], [False, False, *large[size:]]


def _take_candidacy(words: list[str], large: list[bool]) -> tuple[list[str], list[bool]]:
    """The words of a title with the office that somebody runs for by its noun: "mayoral candidate", "candidate for"."""
    table = _words()
    for k, word in enumerate(words):
        if table.status.get(word) not in ("candidate", "nominee"):
            continue
        if k and words[k - 1] in table.candidacies:
            office = table.candidacies[words[k - 1]].split()
            return [*words[: k - 1], *office, *words[k:]], [*large[: k - 1], *[False] * len(office), *large[k:]]
        if words[k + 1 : k + 2] == ["for"]:
            rest = k + 2 + (words[k + 2 : k + 3] in (["the"], ["a"]))
            return [*words[:k], *words[rest:], word], [*large[:k], *large[rest:], False]
    return words, large


def _without_holder(rest: list[str], large: list[bool]) -> tuple[list[str], list[bool]]:
    """The words behind a role noun without the name of who holds it: "(Secretary) of War NAME"."""
    linked = next((k for k, word in enumerate(rest) if word in _LINKS or word == ","), len(rest))
    particles = load("name_forms")["particles"]
    if linked and large[0] and all(up or word in particles for word, up in zip(rest[:linked], large, strict=False)):
        return rest[linked:], large[linked:]
    named = next(
        (k for k in range(linked + 2, len(rest) - 1) if large[k] and large[k + 1] and _is_given(rest[k])), None
    )
    return (rest, large) if named is None else (rest[:named], large[:named])


def _posting(rest: list[str]) -> list[str]:
    """The words behind a diplomat's role noun, with the country of the post marked as such: "to Japan", "in Tokyo"."""
    phrases = posting_phrases()
    for k, word in enumerate(rest):
        if word in ("to", "in"):
            first = k + 1 + (rest[k + 1 : k + 2] == ["the"])
            for end in range(min(len(rest), first + 4), first, -1):
                code = phrases.get(" ".join(rest[first:end]))
                if code is not None:
                    return [*rest[:k], f"to {code}", *rest[end:]]
    return rest


def _take_department(
    words: list[str], organizations: Mapping[str, tuple[str, int]]
) -> tuple[str | None, int, list[str]]:
    """The department that a word names by its domain, and the words without it."""
    for k, word in enumerate(words):
        found = organizations.get(f"department of {word}")
        if found is not None and words[k - 1 : k] in (["of"], ["for"]) and words[k + 1 : k + 2] != ["and"]:
            return found[0], found[1], [*words[:k], ",", *words[k + 1 :]]
    return None, 0, words


def _plain_modifiers(words: list[str]) -> frozenset[str]:
    """The words that tell a title from others, each domain in its one form."""
    table = _words()
    kept: list[str] = []
    k = 0
    while k < len(words):
        pair = table.domains.get(" ".join(words[k : k + 2]))
        kept.append(pair or table.domains.get(words[k], words[k]))
        k += 2 if pair else 1
    return frozenset(w for w in kept if w not in table.fillers and w not in table.parties)


def _proper(words: frozenset[str]) -> frozenset[str]:
    """Of words written large those that are no everyday words: the names of places and bodies."""
    return frozenset(
        w for w in words if w not in _words().common and canonical_role(w) == w and w not in role_phrases()
    )


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
        elif status == "candidate":
            told = nominated
        elif status == "acting":
            told = not named or named[-1] != k  # A caretaker may be a janitor.
        elif status == "deputy":
            told = bool(named) and named[-1] > k and words[k + 1] not in table.of_deputies
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
    if words[0] in table.inseparable or canonical_role(phrase) != phrase or phrase in table.canonical:
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
