"""When two names are one person's.

A name is taken apart into given names, surname and generation; two names are then held against each other part by part.
The rules are about how English-language news names people: nicknames, initials, particles, transliteration, second
surnames, East Asian order. They abstain where only a common part is shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from ..knowledge import load
from ..text import fold
from .genders import given_names, is_given_name
from .name_parts import PersonName, name_tables, parse_name, readings

Basis = Literal["identical", "spelling", "form", "generation", "part", "different"]

_SCORES: dict[Basis, float] = {
    "identical": 1.0, "form": 0.95, "spelling": 0.9, "generation": 0.7, "part": 0.6, "different": 0.0,
}  # fmt: skip
"""How sure each basis makes that two names are one person's, as counted on 120 judged pairs of names."""

_BY_WEIGHT: tuple[Basis, ...] = ("identical", "spelling", "form", "generation", "different")
"""What outweighs what where the parts of two names rest on several bases."""

_LONG = 5
"""Letters that a name needs before a difference in spelling is forgiven: "Dan" and "Don" are two names."""

_DOUBLED = 4
"""Letters that a name needs before a doubled letter is forgiven: "Sisi", "Sissi"."""

_TAIL = 4
"""Letters of the end of a long given name that may stand for it."""

_ALIKE = 0.6
"""Least similarity of two spellings with the same consonants, so that "Mario" and "Moira" stay apart."""

_VOWELS = str.maketrans("", "", "aeiouyh'")


class NameMatch(NamedTuple):
    """How two names are related: ``score`` from 0 (two persons) to 1, and what it rests on.

    ``spelling`` is one name written in two ways; ``form`` a nickname, initials, a middle or second surname more;
    ``generation`` differs in a Jr. or III that one form leaves out; ``part`` shares no more than a single name.
    """

    score: float
    basis: Basis


def same_person(a: str, b: str) -> bool:
    """Whether two names, taken by themselves, are forms of one person's name.

    A bare surname is a form of every full name with it, and so is a name without a Jr. that others leave out as well;
    ``match_names`` tells how sure that is.
    """
    return match_names(a, b).score > 0


@lru_cache(maxsize=1 << 16)
def match_names(a: str, b: str) -> NameMatch:
    """How two names, with or without honorifics and titles, are related. The order of the two changes nothing."""
    best: Basis = "form" if _is_reversed(a, b) else "different"
    if _addressed_apart(a, b):
        return NameMatch(0.0, "different")
    for one, other in ((x, y) for x in readings(a) for y in readings(b)):
        basis = _compare(*sorted((one, other)))
        if _SCORES[basis] > _SCORES[best]:
            best = basis
    return NameMatch(_SCORES[best], best)


def _is_reversed(a: str, b: str) -> bool:
    """Whether two names are one in both orders, such as "Tanaka Haruki" of Japan.

    "James Martin" and "Martin James" are two persons, and so are all with a given name that English news knows.
    """
    one, other = ((*name.given, *name.surname) for name in (parse_name(a), parse_name(b)))
    reversed_ = len(one) == 2 and one == other[::-1]
    return reversed_ and given_names().keys().isdisjoint(one) and not all(map(is_given_name, one))


def _addressed_apart(a: str, b: str) -> bool:
    """Whether two names are addressed as a man's and as a woman's: "Mr. Okello", "Mrs. Okello"."""
    return {_address_gender(name.partition(" ")[0]) for name in (a, b) if " " in name} == {"male", "female"}


def _address_gender(word: str) -> str:
    """The gender that a form of address tells; "" for none, and for what is a given name as well, such as "Don"."""
    word = word.rstrip(".").casefold()
    listed = (gender for gender in ("male", "female") if word in load("honorifics")[gender])
    return "" if is_given_name(word) else next(listed, "")


def commonest_name(uses: Iterable[tuple[str, str]]) -> str:
    """The full name of a person that most articles use, the longer one of equals; any name where none is full.

    ``uses`` are pairs of a name and the id of an article that uses it.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, article in uses:
        found[name].add(article)
    return min(found, key=lambda n: (not parse_name(n).given, -len(found[n]), -len(fold(n)), fold(n), n), default="")


def spelled_differently(a: str, b: str) -> bool:
    """Whether two forms of one person's name spell a part of it differently, diacritics and marks aside."""
    if not same_person(a, b):
        return False
    one, other = parse_name(a), parse_name(b)
    if one.acronym or other.acronym:
        return False
    pairs = [
        *zip(reversed(_core(one)), reversed(_core(other)), strict=False),
        *zip(one.given[:1], other.given[:1], strict=False),
    ]
    return any(x != y and _same_spelling(x, y) for x, y in pairs)


def one_letter_apart(a: str, b: str) -> bool:
    """Whether two full names differ by one letter, or two neighbours exchanged, in the surname or the given name.

    It is a slip of the pen at most, and may as well be another person: only one event makes it one. The other part of
    the name must be the same. Given names with two initials, or which are both in use ("Marie", "Maria"), are two.
    """
    one, other = parse_name(a), parse_name(b)
    if not one.given or not other.given or one.acronym or other.acronym:
        return False
    if one.generation and other.generation and one.generation != other.generation:
        return False
    first, second = one.given[0], other.given[0]
    left, right = "".join(_core(one)), "".join(_core(other))
    if first == second or _nicknames(first, second):
        return len(first) > 1 and _slip(left, right)
    if left != right or first[0] != second[0] or {first, second} <= name_tables().given:
        return False
    return not _feminine(first, second) and _slip(first, second)


def _slip(a: str, b: str) -> bool:
    a, b = a.replace("'", ""), b.replace("'", "")
    return min(len(a), len(b)) >= _DOUBLED and OSA.distance(a, b, score_cutoff=1) == 1


def name_keys(name: str) -> tuple[str, ...]:
    """Keys for blocking: names that share none are never one person's.

    They are of the surname or surnames, of both ends where the order is unsure, and of an acronym.
    """
    keys: dict[str, None] = {}
    for reading in readings(name):
        first = reading.given[:1] if not set(reading.given[:1]) & name_tables().full_names else ()
        for part in (*reading.surname[-1:], *reading.surname[:1], *reading.given[1:], *first):
            keys |= dict.fromkeys(_word_keys(part))
        keys |= dict.fromkeys(_word_keys("".join(reading.surname)))
        for nickname in reading.nicknames:
            keys |= dict.fromkeys(_word_keys(nickname))
        full = [*reading.given, *reading.surname]
        if len(full) > 2:
            keys["=" + "".join(w[0] for w in full)] = None
        if reading.acronym:
            keys["=" + reading.acronym] = None
    return tuple(k for k in keys if k)


def _word_keys(word: str) -> tuple[str, ...]:
    """What the accepted spellings of a word share: its consonants, and its groups in the table of spellings."""
    return _skeleton(word), *(f"#{group}" for group in sorted(name_tables().spellings.get(word, ())))


def _compare(a: PersonName, b: PersonName) -> Basis:
    if a.acronym or b.acronym:
        return _compare_acronym(a, b)
    if not a.given or not b.given:
        return _compare_part(a, b)
    if _is_tail(a, b) or _is_tail(b, a):
        return "part"
    short, long = (a, b) if len(a.given) + len(a.surname) <= len(b.given) + len(b.surname) else (b, a)
    bases = (_match_surnames(short, long), _match_given(short, long), _generation(a, b))
    return max(bases, key=_BY_WEIGHT.index)


def _is_tail(a: PersonName, b: PersonName) -> bool:
    """Whether one name is the double surname that ends the other: "Ocasio-Cortez", "Alexandria Ocasio-Cortez"."""
    words, full = (*a.given, *a.surname), (*b.given, *b.surname)
    if len(words) >= len(full) or words[0] in name_tables().full_names or a.generation not in ("", b.generation):
        return False
    return _same_words(words, full[-len(words) :])


def _compare_acronym(a: PersonName, b: PersonName) -> Basis:
    """An acronym stands for the name whose first letters it is: "RFK Jr." for Robert F. Kennedy Jr."""
    acronym, full = (a, b) if a.acronym else (b, a)
    if full.acronym:
        return "identical" if a.acronym == b.acronym and a.generation == b.generation else "different"
    letters = "".join(w[0] for w in (*full.given, *full.surname))
    return "form" if letters == acronym.acronym and a.generation == b.generation else "different"


def _compare_part(a: PersonName, b: PersonName) -> Basis:
    """A single name, or a surname with its particles, against another name."""
    part, full = (a, b) if not a.given else (b, a)
    if not full.given:
        if "".join(a.surname) == "".join(b.surname):
            return "identical" if a.surname or a == b else "different"
        return "spelling" if _same_words(a.surname, b.surname) else "different"
    if part.generation and part.generation != full.generation:
        return "different"
    names = [w for w in (*full.given[1:], *full.surname) if len(w) > 1]
    if _same_words(part.surname, full.surname) or _same_words(part.surname[-1:], full.surname[-1:]):
        return "part"
    if len(part.surname) == 1 and (part.surname[0] in names or part.surname[0] in full.nicknames):
        return "part" if part.surname[0] not in name_tables().full_names else "different"
    patronymic = full.surname[-1].endswith("dottir")  # Icelanders go by their given name.
    mononym = part.surname == full.given[:1] and (patronymic or part.surname[0] not in name_tables().given)
    return "part" if mononym else "different"


def _generation(a: PersonName, b: PersonName) -> Basis:
    """Whether the generations allow one person.

    A Jr. is often left out, but not in a form that is otherwise full: who writes the middle name writes the Jr. too.
    Namesakes who both make news are never joined on a one-sided mark.
    """
    if a.generation == b.generation:
        marked = _marks(a) != _marks(b) and _are_namesakes(a, b, _marks(a) ^ _marks(b))
        return "different" if marked else "identical"
    if a.generation and b.generation:
        return "different"
    bare, other = (b, a) if a.generation else (a, b)
    if len(bare.given) > 1 or _are_namesakes(a, b, frozenset({other.generation})):
        return "different"
    return "generation"


def _marks(name: PersonName) -> frozenset[str]:
    return frozenset((*name.given[1:], *name.surname))


def _are_namesakes(a: PersonName, b: PersonName, marks: frozenset[str]) -> bool:
    """Whether a parent and a child of this name are known that one of these marks tells apart."""
    if not marks:
        return False
    short = a if len(a.given) + len(a.surname) <= len(b.given) + len(b.surname) else b
    surname = short.surname[-1]
    firsts = name_tables().nicknames.get(short.given[0], frozenset()) | {short.given[0]}
    return any(marks & name_tables().namesakes.get((first, surname), frozenset()) for first in firsts)


def _match_surnames(short: PersonName, long: PersonName) -> Basis:
    if short.surname == long.surname:
        return "identical"
    if "".join(short.surname) == "".join(long.surname):
        return "form"  # "van den Berg", "Vandenberg"
    if _same_words(short.surname, long.surname):
        return "spelling"
    if _core(short) == _core(long):
        return "form"
    inner = long.given[-1] if len(long.given) > 1 else ""
    second = len(short.surname) == 1 and short.surname[0] == inner and inner not in name_tables().full_names
    return "form" if second and len(long.given) > len(short.given) else "different"


def _core(name: PersonName) -> tuple[str, ...]:
    """A surname without its particles."""
    return tuple(w for w in name.surname if w not in name_tables().particles) or name.surname


def _match_given(short: PersonName, long: PersonName) -> Basis:
    """Given names part by part: the first must answer to the first, and initials must not contradict middle names."""
    if short.given == long.given:
        return "identical"
    joined = "".join(short.given), "".join(long.given)
    whole = min(map(len, (*short.given, *long.given))) > 1 and len(short.given) != len(long.given)
    if joined[0] == joined[1] or (whole and _same_spelling(*joined)):
        return "form"  # "Abdul Rahman", "Abdulrahman"
    if _surname_is_inner(short, long):
        long = long._replace(given=long.given[:-1])
    nicknames = {*short.nicknames, *long.nicknames}
    if nicknames & {*short.given, *long.given}:
        return "form"
    firsts = _match_first(short.given[0], long.given[0])
    if firsts == "different":
        return _match_middle(short, long)
    middles = _match_middles(short.given[1:], long.given[1:])
    if not middles:
        return "different"
    return firsts if len(short.given) == len(long.given) and firsts == "spelling" else "form"


def _surname_is_inner(short: PersonName, long: PersonName) -> bool:
    return short.surname != long.surname and len(long.given) > 1 and short.surname == long.given[-1:]


def _match_first(a: str, b: str) -> Basis:
    if a == b:
        return "identical"
    if len(a) == 1 or len(b) == 1:
        return "form" if a[0] == b[0] else "different"
    if _same_spelling(a, b, given=True):
        return "spelling"
    return "form" if _nicknames(a, b) else "different"


def _nicknames(a: str, b: str) -> bool:
    """Whether one given name is a short form of the other, by the table or by clipping ("Kash", "Kashyap")."""
    tables = name_tables()
    if tables.nicknames.get(a, frozenset()) & tables.nicknames.get(b, frozenset()):
        one_full = a in tables.nicknames[b] or b in tables.nicknames[a]
        return one_full or (a not in tables.full_names and b not in tables.full_names)
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    if len(short) >= _TAIL and long.endswith(short):
        opening = long.removesuffix(short)
        if len(opening) > _TAIL or opening in tables.openings:
            return True  # "Emeka" of "Chukwuemeka", "Bisi" of "Olabisi"
    clipped = len(short) >= 3 and len(long) - len(short) >= 2 and long.startswith(short) and short[-1] not in "aeiou"
    return clipped and short not in tables.formal and (short not in tables.full_names or short in tables.nicknames)


def _match_middles(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the middle names of two forms agree as far as both give them, in order."""
    return all(_match_first(x, y) != "different" for x, y in zip(a, b, strict=False))


def _match_middle(short: PersonName, long: PersonName) -> Basis:
    """Somebody who goes by the second given name: "J. Edgar", or one name that stands second in the full form."""
    if len(short.given) != 1 or len(long.given) < 2 or len(short.given[0]) == 1:
        return "different"
    if short.given[0] in long.given:
        return "form"
    second = _match_first(short.given[0], long.given[1])
    return "form" if second != "different" and len(long.given[1]) > 1 else "different"


def _same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) != len(b):
        return False
    return all(x == y or _same_spelling(x, y) for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=1 << 15)
def _same_spelling(a: str, b: str, *, given: bool = False) -> bool:
    """Whether two words are one name in two spellings, by table or, for long names, by transliteration."""
    spellings = name_tables().spellings
    if spellings.get(a, frozenset()) & spellings.get(b, frozenset()):
        return True
    if min(len(a), len(b)) >= _DOUBLED and _once(a) == _once(b):
        return True
    if min(len(a), len(b)) < _LONG or _skeleton(a) != _skeleton(b):
        return False
    if given and _feminine(a, b):
        return False
    return Levenshtein.normalized_similarity(_folded(a), _folded(b)) >= _ALIKE


def _feminine(a: str, b: str) -> bool:
    """Whether two given names differ like a man's and a woman's: "Daniel", "Daniela", "Danielle"; "Mario", "Maria"."""
    ends = {a[-1], b[-1]}
    return a[-1] != b[-1] and bool(ends & {"a", "e"}) and not ends & {"i", "y", "h"}


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    for old, new in name_tables().foldings:
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=1 << 15)
def _skeleton(word: str) -> str:
    """The consonants of a name behind the foldings of transliteration, doubles once; a first vowel as "a"."""
    folded = _folded(word)
    return ("a" if folded[:1] in tuple("aeiou") else "") + _once(folded).translate(_VOWELS)


def _once(word: str) -> str:
    """A word with doubled letters written once."""
    return word[:1] + "".join(y for x, y in pairwise(word) if x != y)
