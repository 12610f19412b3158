"""Realistic changes to an article, of the kinds by which sources disagree. Knows nothing of how they are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

Range = tuple[int, int]


class Change(NamedTuple):
    """A changed article, and where it was changed."""

    text: str
    spans: tuple[Range, ...]


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
RANKS = {
    "Sheriff": "Police Chief", "Police Chief": "Sheriff", "Mayor": "Governor", "Governor": "Mayor", "Gov.": "Sen.",
    "Sgt.": "Lt.", "Lt.": "Capt.", "Capt.": "Lt.", "President": "Vice President", "Sen.": "Rep.", "Rep.": "Sen.",
}  # fmt: skip
"""Offices and ranks, and for each another one that the same person can't hold beside it. A detective who is called an
officer, or a deputy chief a chief, is no such change: a reader would not call it a conflict."""
SYNONYMS = {
    "Governor": ("Gov.",), "Gov.": ("Governor",), "Sen.": ("Senator",), "President": ("Pres.",),
    "Rep.": ("Congressman", "Congresswoman", "Representative"), "Police Chief": ("Chief",),
}  # fmt: skip
"""Other forms of a title. An article that has one of them beside the changed name would contradict itself."""
AT_ONE_TIME = {"title": 31}
"""Most days between two articles whose change is a conflict: years later somebody may hold another office."""
INSTITUTIONS = (
    "Police|Sheriff|Department|Office|County|City|State|District|School|Schools|University|Hospital|Center|Church|Saint|St|News"
    "|Times|Post|Courier|Herald|Tribune|Channel|Court|Attorney|Coroner|Chief|Fire|Report|Reports|Bureau|Association"
    "|Superintendent|Officials|Authorities|Investigators|Detectives|Family|Hills|Beach|Park|Springs|Island"
)
"""Words that stand with a capital in what is no person's name."""
OTHERS = ("Harold Brandt", "Louise Tanner", "Victor Salas", "Denise Whitfield", "Curtis Aldridge", "Paula Renner")
PLACES = ("Lakeview", "Fairmont", "Cedar Grove", "Milford", "Ashland", "Greenfield")
AUXILIARIES = "will|would|can|could|should|is|was|are|were|did|do|does|have|has|had"

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{30,600})[”\"]")
_FULL_NAME = (
    rf"(?:(?!(?:{INSTITUTIONS})\b)[A-Z][a-z]{{2,}} (?:[A-Z]\. )?){{1,2}}(?!(?:{INSTITUTIONS})\b)[A-Z][a-z]{{3,}}"
)
_RANK = re.compile(
    rf"(?<!Vice )(?<!Deputy )(?<!Assistant )(?<!Fire )(?<!Council )\b"
    rf"({'|'.join(map(re.escape, sorted(RANKS, key=len, reverse=True)))}) ({_FULL_NAME})\b"
)
_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
_NUMBER = re.compile(
    r"\b[1-9]\d?(?=-year-old| years old| people| shots| others| men| children| students)|(?<=, )[1-9]\d(?=, )"
)
_PERSON = re.compile(
    rf"\bsaid (?P<a>{_FULL_NAME})(?=[.,])|(?<![A-Z][a-z] )(?<![a-z] )\b(?P<b>{_FULL_NAME})(?= said\b|, \d\d,)"
)
_PLACE = re.compile(
    rf"\bin (?!(?:{'|'.join(MONTHS)}|{'|'.join(DAYS)})\b)([A-Z][a-z]{{3,}}(?: [A-Z][a-z]+)?)(?=[,.]| [a-z])"
)
_AUXILIARY = re.compile(rf"\b({AUXILIARIES}) (?!not\b)(?=[a-z])")
_NOT = re.compile(rf"\b({AUXILIARIES}) not\b")
_CUT = re.compile(r",? (?:because|and|but|if|when|so|who|which|that|to|in|for|with|until|unless) ")
_SWAP = re.compile(
    r"^(?P<main>[A-Z][^,.;]{12,}) (?P<word>because|if|when|after|before|until|unless|since) (?P<clause>[^,.;]{12,})"
    r"(?P<end>[,.])$"
)
_SAID_BY = re.compile(
    r"[”\"] (?:said (?:[\w.]+ ){0,4}?(?P<a>[A-Z][a-z]{2,} [A-Z][a-z]{2,})(?=[.,])"
    r"|(?:[\w.]+ ){0,4}?(?P<b>[A-Z][a-z]{2,} [A-Z][a-z]{2,}) said)"
)
_SENTENCE = re.compile(r"[A-Z][^.!?]*[.!?,]")


def quotations(text: str) -> Iterator[re.Match[str]]:
    """The double-quoted passages of an article."""
    return _QUOTED.finditer(text)


def _replace(text: str, start: int, end: int, new: str) -> Change:
    return Change(text[:start] + new + text[end:], ((start, start + len(new)),))


def _replace_all(text: str, pattern: re.Pattern[str], new: str) -> Change:
    spans: list[Range] = []
    pieces: list[str] = []
    at = length = 0
    for match in pattern.finditer(text):
        pieces += (text[at : match.start()], new)
        length += match.start() - at
        spans.append((length, length + len(new)))
        length += len(new)
        at = match.end()
    return Change("".join((*pieces, text[at:])), tuple(spans))


def _among(matches: Iterator[re.Match[str]], other: str, random: Random, margin: int = 24) -> re.Match[str] | None:
    """One of the matches which stands in the other article in the same words."""
    shared = [m for m in matches if m.string[max(0, m.start() - margin) : m.end() + margin] in other]
    return random.choice(shared) if shared else None


def _shared_quotation(text: str, other: str, random: Random) -> re.Match[str] | None:
    quoted = [match.group(1) for match in quotations(other)]
    found = [m for m in quotations(text) if any(m.group(1).strip(" ,.") in one for one in quoted)]
    return random.choice(found) if found else None


def title(text: str, other: str, random: Random) -> Change | None:
    """Another rank before a name, full or short, wherever the article has it."""
    found = [m for m in _RANK.finditer(text) if m.group() in other and not _held_otherwise(m, text)]
    if not found:
        return None
    match = random.choice(found)
    name = match.group(2)
    held = re.compile(rf"\b{re.escape(match.group(1))}(?= (?:{re.escape(name)}|{re.escape(name.split()[-1])})\b)")
    return _replace_all(text, held, RANKS[match.group(1)])


def _held_otherwise(match: re.Match[str], text: str) -> bool:
    name = match.group(2)
    forms = SYNONYMS.get(match.group(1), ())
    return any(re.search(rf"(?<!Police ){re.escape(form)} (?:{name}|{name.split()[-1]})\b", text) for form in forms)


def weekday(text: str, other: str, random: Random) -> Change | None:
    """Another day of the week, in a sentence that both articles have."""
    match = _among(_DAY.finditer(text), other, random)
    if match is None:
        return None
    return _replace(text, *match.span(), DAYS[(DAYS.index(match.group()) + random.choice((1, 2, 5, 6))) % 7])


def number(text: str, other: str, random: Random) -> Change | None:
    """Another age or count, in words that both articles have."""
    match = _among(_NUMBER.finditer(text), other, random)
    if match is None:
        return None
    return _replace(text, *match.span(), str(max(1, int(match.group()) + random.choice((-3, -2, 2, 3, 4)))))


def name(text: str, other: str, random: Random) -> Change | None:
    """A person's surname with a slip of one letter, wherever the article has it."""
    found = [m["a"] or m["b"] for m in _PERSON.finditer(text) if m.group() in other]
    if not found:
        return None
    surname = random.choice(found).split()[-1]
    return _replace_all(text, re.compile(rf"\b{surname}\b"), _misspelled(surname, random))


def _misspelled(word: str, random: Random) -> str:
    """A name as it is misspelled: two letters exchanged, another vowel, a letter doubled, or a double written once."""
    inside = range(1, len(word) - 1)
    swapped = [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in inside if word[n] != word[n + 1]]
    vowels = [word[:n] + new + word[n + 1 :] for n in inside if word[n] in "aeiou" for new in "aeiou" if new != word[n]]
    doubled = [word[:n] + word[n] + word[n:] for n in inside if word[n] in "lmnprst" and word[n] not in word[n - 1 : n]]
    single = [word[:n] + word[n + 1 :] for n in inside if word[n] == word[n + 1]]
    return random.choice(random.choice([ways for ways in (swapped, vowels, doubled, single) if ways]))


def place(text: str, other: str, random: Random) -> Change | None:
    """Another town behind "in", in words that both articles have."""
    match = _among(_PLACE.finditer(text), other, random)
    return match and _replace(text, *match.span(1), random.choice(PLACES))


def negation(text: str, other: str, random: Random) -> Change | None:
    """A "not" more or less in a quotation that both articles have."""
    quotation = _shared_quotation(text, other, random)
    if quotation is None:
        return None
    start, end = quotation.span(1)
    if match := _NOT.search(text, start, end):
        return _replace(text, *match.span(), match.group(1))
    found = list(_AUXILIARY.finditer(text, start, end))
    return _replace(text, *(m := random.choice(found)).span(), f"{m.group(1)} not ") if found else None


def cut(text: str, other: str, random: Random) -> Change | None:
    """The last sentence of a shared quotation closed before its end."""
    quotation = _shared_quotation(text, other, random)
    if quotation is None or quotation.group(1)[-1] not in ".,":
        return None
    body = quotation.group(1)
    last = max((body.rfind(stop, 0, -1) for stop in (". ", "? ", "! ")), default=-1)
    first = max(last, 0)
    places = [m for m in _CUT.finditer(body, first) if m.start() - first >= 30 and len(body) - m.end() >= 12]
    if not places:
        return None
    at = quotation.start(1) + random.choice(places).start()
    changed = text[:at] + body[-1] + text[quotation.end(1) :]
    return Change(changed, ((quotation.start(1), at + 1),))


def swapped(text: str, other: str, random: Random) -> Change | None:
    """The two clauses of a sentence of a shared quotation exchanged."""
    quotation = _shared_quotation(text, other, random)
    if quotation is None:
        return None
    for sentence in _SENTENCE.finditer(text, *quotation.span(1)):
        if match := _SWAP.match(sentence.group()):
            first, rest = match["main"][0], match["main"][1:]
            main = match["main"] if rest.startswith((" ", "'", "’")) and first == "I" else first.lower() + rest
            new = f"{match['word'].capitalize()} {match['clause']}, {main}{match['end']}"
            return _replace(text, *sentence.span(), new)
    return None


def speaker(text: str, other: str, random: Random) -> Change | None:
    """The words of a shared quotation given to somebody else, by full name."""
    quotation = _shared_quotation(text, other, random)
    if quotation is None:
        return None
    match = _SAID_BY.match(text, quotation.end(1))
    if match is None:
        return None
    return _replace(text, *match.span("a" if match["a"] else "b"), random.choice(OTHERS))


CHANGES: dict[str, tuple[Callable[[str, str, Random], Change | None], frozenset[str]]] = {
    "title": (title, frozenset({"title"})),
    "weekday": (weekday, frozenset({"date"})),
    "number": (number, frozenset({"quantity", "wording"})),
    "name": (name, frozenset({"name", "wording"})),
    "place": (place, frozenset({"place", "wording"})),
    "negation": (negation, frozenset({"negation", "wording"})),
    "cut": (cut, frozenset({"wording"})),
    "swapped": (swapped, frozenset({"wording"})),
    "speaker": (speaker, frozenset({"speaker"})),
}
"""The kinds of change, how each is made, and the kinds of conflict that may report it."""
