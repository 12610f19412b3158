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
    instead: tuple[str, str] | None = None
    """A word that is changed all over the article, and what stands in its place: so in the headline."""


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
AT_ONE_TIME = {"title": 31, "weekday": 31, "number": 365}
"""Most days between two articles whose change is a conflict: a year later somebody may hold another office, and is
older, and "Friday" is another Friday."""
INSTITUTIONS = (
    "Police|Sheriff|Department|Office|County|City|State|District|School|Schools|University|Hospital|Center|Church|Saint|St|News"
    "|Times|Post|Courier|Herald|Tribune|Channel|Court|Attorney|Coroner|Chief|Fire|Report|Reports|Bureau|Association"
    "|Superintendent|Officials|Authorities|Investigators|Detectives|Family|Hills|Beach|Park|Springs|Island"
)
"""Words that stand with a capital in what is no person's name."""
OTHERS = ("Harold Brandt", "Louise Tanner", "Victor Salas", "Denise Whitfield", "Curtis Aldridge", "Paula Renner")
PLACES = ("Lakeview", "Fairmont", "Cedar Grove", "Milford", "Ashland", "Greenfield")
WIDE = (
    "North|South|East|West|New|United|Texas|Tennessee|Ohio|Florida|Georgia|California|Alabama|Michigan|Illinois|Indiana"
    "|Louisiana|Kentucky|Missouri|Arizona|Oregon|America|Iraq|Afghanistan|Circuit|Superior|District|Federal|County"
    "|Maryland|Virginia|Colorado"
)
"""First words of what is larger than a town, or no place."""
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
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|confirmed|reported|released|according to)\b(?: [\w.'’]+){0,4}"
    r" (?:on |late |early )?$"
)
"""Words before a day that make it the day of a statement, which two outlets may well get on two days."""
_DATED = re.compile(
    rf"\b({'|'.join(DAYS)})(?: (?:night|morning|afternoon|evening))?,? (?:[A-Z][a-z]{{2,8}}\.? \d|\d+/\d)"
)
"""A day of the week with its date: an article that had another day of the week there would contradict itself."""
_NIGHT = re.compile(r"night|morning|early|late|evening|a\.m|p\.m")
_NUMBER = re.compile(
    r"(?<![\d.,:$-])[1-9]\d{0,2}(?=-year-old| years old| people| shots| others| men| women| children| students"
    r"| officers| victims| teens| rounds| bullets| homes| vehicles| months(?! ago)| miles| feet| percent)"
    r"|(?<=, )[1-9]\d(?=, )"
    r"|(?<=\$)[1-9][\d,]*\d(?:\.\d+)?(?![\d,])"
)
_WORD = re.compile(r"[A-Za-z]{3,}|\d+")
_COMMON = frozenset(
    [
        "the",
        "and",
        "was",
        "were",
        "for",
        "that",
        "with",
        "from",
        "his",
        "her",
        "had",
        "has",
        "have",
        "who",
        "said",
        "they",
        "their",
        "not",
        "but",
        "are",
        "this",
        "been",
        "after",
        "into",
        "when",
        "she",
        "him",
        "its",
        "about",
        "out",
        "one",
        "two",
    ]
)
SHORT = 20
"""Characters of a sentence that is too short to be worth exchanging."""
TWIN, ALIKE = 4, 0.5
"""Words that a sentence shares with its twin in the other article, and their least share of the shorter one's words."""
_PERSON = re.compile(
    rf"\bsaid (?P<a>{_FULL_NAME})(?=[.,])|(?<![A-Z][a-z] )(?<![a-z] )\b(?P<b>{_FULL_NAME})(?= said\b|, \d\d,)"
)
_PLACE = re.compile(
    rf"\bin (?!(?:{'|'.join(MONTHS)}|{'|'.join(DAYS)}|{WIDE})\b)([A-Z][a-z]{{3,}}(?: [A-Z][a-z]+)?)"
    rf"(?=[,.]| [a-z])(?!’s|'s| contributed)"
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
    return Change("".join((*pieces, text[at:])), tuple(spans), (pattern.pattern, new))


def _content(sentence: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _WORD.finditer(sentence)) - _COMMON


def _split(text: str) -> Iterator[Range]:
    start = 0
    for stop in re.finditer(r"[.!?][\"”’]*\s+(?=[A-Z“\"])|\n+|$", text):
        if start < stop.start():
            yield start, stop.end()
        start = stop.end()


def _twins(pattern: re.Pattern[str], text: str, other: str, group: int = 0) -> list[re.Match[str]]:
    """What stands in sentences that have a twin in the other article: like words, and the same value."""
    theirs = [
        (other[start:end], {match.group(group) for match in pattern.finditer(other, start, end)})
        for start, end in _split(other)
    ]
    known = [(_content(sentence), values) for sentence, values in theirs if values]
    found = []
    for start, end in _split(text):
        own = _content(text[start:end])
        for match in pattern.finditer(text, start, end):
            rest = own - _content(match.group(group))
            alike = (
                len(rest & words) >= max(TWIN, ALIKE * min(len(rest), len(words - _content(match.group(group)))))
                for words, values in known
                if match.group(group) in values
            )
            if any(alike):
                found.append(match)
    return found


def _shared_quotations(text: str, other: str, random: Random) -> list[re.Match[str]]:
    """The quotations that the other article has too, or a part of them, in any order."""
    quoted = [match.group(1) for match in quotations(other)]
    found = [m for m in quotations(text) if any(m.group(1).strip(" ,.") in one for one in quoted)]
    random.shuffle(found)
    return found


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
    """Another day of the week for what both articles tell, wherever the article has that day.

    Not the day of a statement, nor one that has its date beside it; and where a night is told, the days are two
    apart.
    """
    dated = set(_DATED.findall(text))
    found = [
        m
        for m in _twins(_DAY, text, other)
        if not _REPORTED.search(text[max(0, m.start() - 60) : m.start()]) and m.group() not in dated
    ]
    if not found:
        return None
    match = random.choice(found)
    around = text[max(0, match.start() - 20) : match.end() + 12]
    step = random.choice((2, 5) if _NIGHT.search(around) else (1, 2, 5, 6))
    return _replace_all(text, re.compile(rf"\b{match.group()}\b"), DAYS[(DAYS.index(match.group()) + step) % 7])


def number(text: str, other: str, random: Random) -> Change | None:
    """Another age, count or sum in what both articles tell, wherever the article gives that number of that thing."""
    found = _twins(_NUMBER, text, other)
    if not found:
        return None
    match = random.choice(found)
    value = int(match.group().replace(",", "").split(".")[0])
    step = random.choice((-3, -2, 2, 3, 4)) * max(1, 10 ** (len(str(value)) - 2))
    new = f"{value + step:,}" if value + step > 0 else str(value + 1)
    aged = text[match.end() :].startswith(("-year-old", " years old", ", "))
    behind = r"(?=-year-old| years old|, )" if aged else rf"(?={re.escape(text[match.end() : match.end() + 5])})"
    return _replace_all(text, re.compile(rf"(?<![\w.,:-]){match.group()}{behind}"), new)


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
    """Another town for what both articles tell, wherever the article names it.

    Not for a county, which a town may lie in.
    """
    found = [m for m in _twins(_PLACE, text, other, 1) if not m.group(1).endswith(" County")]
    if not found:
        return None
    town = random.choice(found).group(1)
    new = random.choice(PLACES)
    dateline = _replace_all(text, re.compile(rf"\b{town.upper()}\b"), new.upper())
    return _replace_all(dateline.text, re.compile(rf"\b{town}\b"), new)


def negation(text: str, other: str, random: Random) -> Change | None:
    """A "not" more or less in a quotation that both articles have."""
    for quotation in _shared_quotations(text, other, random):
        start, end = quotation.span(1)
        if match := _NOT.search(text, start, end):
            return _replace(text, *match.span(), match.group(1))
        if found := list(_AUXILIARY.finditer(text, start, end)):
            return _replace(text, *(m := random.choice(found)).span(), f"{m.group(1)} not ")
    return None


def cut(text: str, other: str, random: Random) -> Change | None:
    """The last sentence of a shared quotation closed before its end."""
    for quotation in _shared_quotations(text, other, random):
        body = quotation.group(1)
        if body[-1] not in ".,":
            continue
        first = max(0, *(body.rfind(stop, 0, -1) for stop in (". ", "? ", "! ")))
        places = [m for m in _CUT.finditer(body, first) if m.start() - first >= 30 and len(body) - m.end() >= 12]
        if places:
            at = quotation.start(1) + random.choice(places).start()
            changed = text[:at] + body[-1] + text[quotation.end(1) :]
            return Change(changed, ((quotation.start(1), at + 1),))
    return None


def swapped(text: str, other: str, random: Random) -> Change | None:
    """Two clauses of a sentence, or else two sentences, of a shared quotation exchanged."""
    for quotation in _shared_quotations(text, other, random):
        for sentence in _SENTENCE.finditer(text, *quotation.span(1)):
            if match := _SWAP.match(sentence.group()):
                first, rest = match["main"][0], match["main"][1:]
                main = match["main"] if rest.startswith((" ", "'", "’")) and first == "I" else first.lower() + rest
                new = f"{match['word'].capitalize()} {match['clause']}, {main}{match['end']}"
                return _replace(text, *sentence.span(), new)
        sentences = [m for m in _SENTENCE.finditer(text, *quotation.span(1)) if m.group()[-1] in ".!?"]
        if len(sentences) > 1 and all(len(m.group()) > SHORT for m in sentences[-2:]):
            one, two = sentences[-2:]
            new = f"{two.group()}{text[one.end() : two.start()]}{one.group()}"
            return _replace(text, one.start(), two.end(), new)
    return None


def speaker(text: str, other: str, random: Random) -> Change | None:
    """The words of a shared quotation given to somebody else, by full name."""
    for quotation in _shared_quotations(text, other, random):
        if match := _SAID_BY.match(text, quotation.end(1)):
            return _replace(text, *match.span("a" if match["a"] else "b"), random.choice(OTHERS))
    return None


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
