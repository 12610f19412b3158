"""Addresses: a house or a block in a street, the crossing of two streets, or a street alone; and which can be one.

The parts and their order are those of postal addresses in English; the short forms of street words and of directions
stand for the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..knowledge import load, words
from ..text import fold

KNOWN = 1 << 12
"""Addresses that are remembered with their parts."""

TEXTS = 1 << 6
"""Texts that are remembered with their addresses."""

HUNDRED = 100
"""Houses of a block: the 1700 block has the numbers from 1700 to 1799."""

REACH = 80
"""Code points on either side of a word that may belong to an address."""

SHORTEST = 5
"""Letters of a street's name from which on one letter apart is a slip."""

NEAR = 10
"""How far from a house's number one may be that is near it."""

_UPPER = "A-ZÀ-ÖØ-Þ"
_JOIN = r"(?:\s(?:and|at)\s(?:the\s)?|\s?[&/]\s?)"
_DIRECTION = r"(?:(?:[Nn]orth|[Ss]outh)(?:-?[EWew]est|-?[Ee]ast|-?west)?|[Ee]ast|[Ww]est|[NS]\.?\s?[EW]\.?|[NSEW]\.?)"
_WORD = (
    rf"[{_UPPER}]\.|(?:St|Mt|Ft|Dr|Jr|Sr|Rev)\.|[{_UPPER}][^\W_]*+(?:['’-][^\W_]++)*+|\d{{1,3}}(?:st|nd|rd|th)"
    r"|\d{1,3}(?=\s(?:Mile|Street|St\.|Avenue|Ave)(?!\w))"
    r"|(?:de|la|del|las|los|du|des|van|der)(?=\s)"
)
_ROAD = (
    r"(?:(?:State|County|U\.?S\.?|Old|Forest)\s){0,2}(?:Highway|Hwy\.?|Route|Rte\.?|Interstate|Road|Avenue)\s(?:\d{1,5}|[A-Z])"
    r"|(?:I|U\.?S\.?|SR|CR|FM)[\s-]\d{1,4}"
)
_NUMBER = r"(?:\s\d{1,3}(?![\w:-]|\.\d))?"
"""Of a road that a state or a word that is none of the table names, too: "Ohio 61", "Beltway 8"."""
_ORDINALS = r"\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
_ORDINAL = re.compile(_ORDINALS)
_HINT = re.compile(
    rf"\b(?:(?P<told>(?:{_ORDINALS})\s(?:and|&|at)\s|\d{{1,5}}\s(?:[NSEW]\.?|North|South|East|West)\s|(?:I|SR|CR|FM|US)[-\s]\d"
    r"|U\.S\.\s\d)|[A-Z][a-z]++|blocks?|intersection|corner|junction|[a-z]{4,9}s\b(?<=[dteyn]s))"
)
_MARKS = str.maketrans({"'": None, ".": " ", "-": " "})
_COURTESY = frozenset(("jr", "sr", "dr", "rev"))
_SHORT = {"mlk": "martin luther king", "saint": "st", "mount": "mt", "fort": "ft"}


class Street(NamedTuple):
    """A street by the parts of its name."""

    name: str
    """Its own name, folded: "14th", "martin luther king", or the number of a highway."""
    kind: str
    """The word for it in full: "street"; nothing where none stands."""
    direction: str
    """"n" to "nw"; nothing where none stands."""


class Address(NamedTuple):
    """Where something is by its street."""

    street: Street
    low: int = 0
    high: int = 0
    """The least and the greatest number of its houses; 0 where none is told."""
    crossing: Street | None = None
    """The street that crosses there."""


class Written(NamedTuple):
    """Where an address stands in a text, and by what it is told to be one."""

    start: int
    end: int
    number: str
    """The number of its house; nothing where none is told."""
    sure: bool
    """Whether its own words tell a street: if not, what stands around it must."""


def find(text: str) -> Iterator[Written]:
    """What is written as an address, in order."""
    at = 0
    for hint in _HINT.finditer(text):
        if hint.start() < at or not _hints_at(hint):
            continue
        # A space at either end of the reach: no word is cut.
        at = max(at, text.find(" ", max(0, hint.start() - REACH), hint.start()) if hint.start() > REACH else 0)
        stop = text.find(" ", hint.end() + REACH, hint.end() + 2 * REACH)
        while at <= hint.start():
            found = _pattern().search(text, at, stop if stop >= 0 else hint.end() + 2 * REACH)
            if found is None:
                break
            whole = text.find(" ", found.start() + 2 * REACH)
            found = _pattern().match(text, found.start(), whole if whole >= 0 else len(text)) or found
            if written := _written(found):
                yield written
            at = max(written.end if written else found.end("a"), at + 1)


def _hints_at(hint: re.Match[str]) -> bool:
    """Whether what `_HINT` found is a part of an address, as far as it tells."""
    return bool(hint.lastgroup) or hint[0] in _hints()


@lru_cache(TEXTS)
def all_of(text: str) -> tuple[Address, ...]:
    """All addresses of a text, in order."""
    found = (parse(text[written.start : written.end]) for written in find(text))
    return tuple(address for address in found if address)


@lru_cache(KNOWN)
def parse(text: str) -> Address | None:
    """The parts of an address as it is written; None for what is none."""
    plain = " ".join(text.split())
    found = _pattern().match(plain) if any(map(_hints_at, _HINT.finditer(plain))) else None
    written = _written(found) if found else None
    if found is None or written is None or written.end < len(plain):
        return None
    street = _street(found, "a")
    if found["b"] is None or found.end("a") == written.end:
        return Address(street, *_houses(found))
    crossing = _street(found, "b")
    kind = _kinds()[found["plural"].lower().removesuffix("s")] if found["plural"] else ""
    return Address(street._replace(kind=street.kind or kind), crossing=crossing._replace(kind=crossing.kind or kind))


def can_be_one(a: Address, b: Address) -> bool:
    """Whether two addresses can be of one place: what only one of them tells excludes nothing.

    At a crossing a street may change its direction: it is where most cities begin to count their houses.
    """
    if a.crossing or b.crossing:
        a, b = _undirected(a), _undirected(b)
    if a.crossing and b.crossing:
        straight = _are_one(a.street, b.street) and _are_one(a.crossing, b.crossing)
        return straight or (_are_one(a.street, b.crossing) and _are_one(a.crossing, b.street))
    if not any(_are_one(x, y) for x in _streets(a) for y in _streets(b)):
        return False
    return not (a.high and b.high) or (a.low <= b.high and b.low <= a.high)


def are_near(a: Address, b: Address) -> bool:
    """Whether two addresses share the name of a street, or the number of a house and no more: as a slip leaves them.

    A letter of a name may be another, too, where no number tells them apart.
    """
    if any(x.name == y.name for x in _streets(a) for y in _streets(b)):
        return True
    if any(_is_misspelt(x.name, y.name) for x in _streets(a) for y in _streets(b)):
        return not (a.high and b.high) or (a.low <= b.high and b.low <= a.high)
    return a.low == b.low >= HUNDRED and bool(a.low % HUNDRED)


def tell_as_much(a: Address, b: Address) -> bool:
    """Whether two addresses are of one sort: a house or a block, a crossing, or a street alone."""
    return bool(a.high) == bool(b.high) and bool(a.crossing) == bool(b.crossing)


def _streets(address: Address) -> tuple[Street, ...]:
    return (address.street, address.crossing) if address.crossing else (address.street,)


def _is_misspelt(a: str, b: str) -> bool:
    """Whether two names are one but for a letter, as a slip leaves it; a number has none."""
    if min(len(a), len(b)) < SHORTEST or any(map(str.isdecimal, a + b)):
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1


def _undirected(address: Address) -> Address:
    street, crossing = address.street, address.crossing
    return address._replace(street=street._replace(direction=""), crossing=crossing and crossing._replace(direction=""))


def _are_one(a: Street, b: Street) -> bool:
    """Whether two streets can be one: a kind or a direction that one lacks excludes nothing, nor do words of a name."""
    one, other = set(a.name.split()), set(b.name.split())
    same = one <= other or other <= one or a.name.replace(" ", "") == b.name.replace(" ", "")
    if not same or (a.kind and b.kind and a.kind != b.kind):
        return False
    return a.direction in b.direction or b.direction in a.direction


def _written(found: re.Match[str]) -> Written | None:
    """The address of a match, without what only seems to cross; None where its words tell none."""
    if found["b"] and (crossing := _cross(found)):
        return Written(found.start(), found.end(), "", crossing == "sure")
    numbered = bool(found["block"] or found["number"])
    if found["intro"] or (found["bare_a"] and not numbered):
        return None
    kind = (found["type_a"] or "").lower().rstrip(".")
    if found["name_a"] and found["name_a"].lower() in words("streets", "none", "names"):
        return None
    if not numbered and (found["alone_a"] or (kind and kind not in _telling())):
        return None
    told = kind in _telling() or bool(kind and found["direction_a"])
    sure = bool(found["block"]) or bool(found["number"] and told)
    return Written(found.start(), found.end("a"), found["number"] or "", sure)


def _cross(found: re.Match[str]) -> str:
    """Whether two streets cross: "sure" where a word says so or both have a word for a street, else where one tells so.

    The first must be numbered, have a direction, or have a word for a street; "Fifth and Main" may be two of anything.
    """
    if found["block"] or found["number"]:
        return ""
    if found["intro"] or found["plural"]:
        return "sure"
    told = [bool(found[f"name_{part}"] or found[f"road_{part}"] or found[f"alone_{part}"]) for part in "ab"]
    ordinal = bool(_ORDINAL.fullmatch(found["bare_a"] or ""))
    if all(told):
        return "sure"
    return "likely" if ordinal or (found["direction_a"] and told[1]) else ""


def _street(found: re.Match[str], part: str) -> Street:
    """The street of a part of a match."""
    if found[f"road_{part}"]:
        return _road(found[f"road_{part}"])
    written = found[f"name_{part}"] or found[f"alone_{part}"] or found[f"bare_{part}"]
    told = [_word(word) for word in fold(written).translate(_MARKS).split()]
    name = " ".join(word for word in told if word not in _COURTESY) or " ".join(told)
    kind = (found[f"type_{part}"] or "").lower().rstrip(".")
    ways = (found[f"direction_{part}"], found[f"end_{part}"], found["of"] if part == "a" else None)
    return Street(name, _kinds().get(kind, ""), next((_directions()[_plain(way)] for way in ways if way), ""))


def _road(written: str) -> Street:
    """A road that a number or a letter names: "Highway 40", "I-94", "Avenue C"."""
    *before, number = re.split(r"[\s-]+", written)
    kind = _kinds().get(_plain(before[-1]), "highway")
    return Street(number.lower(), kind if number.isalpha() else "highway", "")


def _houses(found: re.Match[str]) -> tuple[int, int]:
    """The least and the greatest house that an address tells."""
    if found["block"]:
        low, high = (int(told) if told and told.isdecimal() else 0 for told in (found["block"], found["blocks"]))
        low, high = low - low % HUNDRED, max(low, high) // HUNDRED * HUNDRED + HUNDRED - 1
        reach = HUNDRED if found["near"] else 0
    elif found["number"]:
        numbers = [int(number) for number in re.findall(r"\d+", found["number"])]
        low, high = numbers[0], numbers[-1]
        if not low < high < low + HUNDRED:  # "84-12 Elm Avenue" is one house.
            low = high = int("".join(map(str, numbers)))
        reach = NEAR if found["near"] else 0
    else:
        return 0, 0
    return max(1, low - reach), high + reach


@cache
def _pattern() -> re.Pattern[str]:
    """All forms of an address. Each repeat is bounded."""
    near = r"(?:(?P<near>[Nn]ear|[Aa]round|[Cc]lose to)\s(?:the\s)?)?"
    intro = r"(?P<intro>(?:[Ii]ntersection|[Cc]orner|[Jj]unction)\sof\s(?:the\s)?)"
    number = r"(?:N[oO]\.?\s)?(?P<number>\d{1,5}[A-Za-z]?(?:[-–/]\d{1,5}[A-Za-z]?)?),?\s"
    block = (
        r"(?P<block>\d{2,5}|first|unit)(?:\s(?:and|to)\s(?P<blocks>\d{2,5}))?"
        rf"[\s-]{{1,2}}(?:(?P<of>{_DIRECTION})\s)?[Bb]locks?(?:\sof)?\s(?:the\s)?"
    )
    lead = rf"(?:{intro}|(?<![\w$£€#.:,/-])(?:{block}|{number}))?"
    return re.compile(
        rf"(?<!\w)(?=[{_UPPER}\d]|near|around|close|intersection|corner|junction|first|unit|[nsew])"
        rf"{near}{lead}(?P<a>{_form('a')})(?:{_JOIN}(?P<b>{_form('b')}(?:\s(?P<plural>{_plurals()})(?!\w))?))?"
    )


@cache
def _hints() -> frozenset[str]:
    """Words of which every address has one, or a number that `_HINT` tells: a look for them saves most work."""
    plurals = {f"{kind}s" for kind in load("streets")["types"]}
    small = {"block", "blocks", "intersection", "corner", "junction", *plurals}
    return frozenset({*small, *map(str.title, small | set(_kinds()) | words("streets", "alone", "names"))})


def _form(part: str) -> str:
    """A street: a name and its word, a road with a number, a name that needs no word, or a bare name where one may be.

    The first street may be bare behind a block or a crossing's word, before the second, and behind a house's number
    where a direction stands.
    """
    types = _types()
    small = rf"(?!(?:{_small()})\b|[AI]\s(?!(?:{types})(?!\w)))(?:{_WORD})"
    name = rf"{small}(?:\s{small})"
    bare = rf"(?P<bare_{part}>{name}{{0,2}}{_NUMBER})"
    if part == "a":
        bare = rf"(?(number)(?(direction_a)|(?!))){bare}(?(block)|(?(number)|(?(intro)|(?={_JOIN}))))"
    return (
        rf"(?:(?P<direction_{part}>{_DIRECTION})\s)?"
        rf"(?:(?P<road_{part}>{_ROAD})(?!\w)|(?P<name_{part}>{name}{{0,3}})\s(?P<type_{part}>{types})(?!\w)"
        rf"|(?P<alone_{part}>{'|'.join(sorted(map(str.title, words('streets', 'alone', 'names'))))})(?!\w)|{bare})"
        rf"(?:\s(?P<end_{part}>[NS]\.?[EW]\b\.?|[NSEW]\b\.?|(?:{_DIRECTION})(?!\w|\s[{_UPPER}])))?"
    )


def _plurals() -> str:
    return "|".join(f"[{kind[0]}{kind[0].upper()}]{kind[1:]}s" for kind in sorted(load("streets")["types"]))


def _types() -> str:
    """The words for streets as they end a name; a short form may have its full stop."""
    forms = sorted(_kinds().items(), key=lambda item: (-len(item[0]), item[0]))
    return "|".join(form.title() if form == kind else rf"{form.title()}\b\.?" for form, kind in forms)


def _small() -> str:
    """Words that are written large where a sentence begins, and those of the calendar: none is of a street's name."""
    small = words("number_names", "closed") | words("number_names", "weekdays") - {"sun"}
    return "|".join(sorted(word.title() for word in small if len(word) > 1))


def _plain(written: str) -> str:
    return written.lower().replace(".", "").replace(" ", "")


def _word(word: str) -> str:
    """A word of a street's name: an ordinal in digits, and the words that are mostly shortened in short."""
    number = int(word) if word.isdecimal() else load("numbers")["ordinals"].get(word)
    if number is None:
        return _SHORT.get(word, word)
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@cache
def _kinds() -> dict[str, str]:
    """The words for streets, short forms too, with the word in full."""
    table = load("streets")
    return {
        word: kind for part in ("types", "also", "led") for kind, forms in table[part].items() for word in forms.split()
    }


@cache
def _telling() -> frozenset[str]:
    """The words that tell a street wherever they end a name."""
    return frozenset(" ".join(load("streets")["types"].values()).split())


@cache
def _directions() -> dict[str, str]:
    return {word: short for short, forms in load("streets")["directions"].items() for word in forms.split()}
