"""House style: what outlets write in different ways though the same was said.

Contractions, American and British spelling, numbers in words and figures, sums with signs, days of a month in either
order, shortened titles and units. What is left is the words as they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ..knowledge import load
from ..text import fold

_CLITIC = re.compile(r"['’](?:m|s|re|ve|ll|d|t)|n['’]t", re.IGNORECASE)
_FIGURES = re.compile(r"(\d+(?:[.,:]\d+)*)([^\W\d_]*)")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_MASK = re.compile(r"([^\W\d_]*)[*_—–-]+(\w*)")
_LAST_DAY = 31


class Word(NamedTuple):
    """A word as it is compared, with the printed words that it stands for."""

    key: str
    first: int
    last: int
    capital: bool = False
    contracted: bool = False
    """Whether it is a part of a contraction."""


def plain(printed: Sequence[str]) -> list[Word]:
    """The words of a text as they are compared.

    Args:
        printed: The words as they stand, a sign before a sum or behind a number among them.

    Returns:
        One or more words for each printed one, or one for several of them, in order, but for the sign of a sum and the
        day of a date, which come in one order whatever the outlet's.
    """
    found: list[Word] = []
    for first, last, text in _attached(printed):
        full = keys(text)
        found += [Word(key, first, last, text[0].isupper(), len(full) > 1 and text[0].isalpha()) for key in full]
    for begins, merged in (
        (_is_per, _percent),
        (_begins_number, _hundreds),
        (_is_sign, _sums),
        (_dates, _days),
    ):
        found = _pass(found, begins, merged)
    return found


def _attached(printed: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The printed words, with endings that stand apart ("do n't", "I 'm") put to the word before them."""
    endings = set(filter(_CLITIC.fullmatch, set(printed)))
    at = 0
    while at < len(printed):
        end = at + 1
        text = printed[at]
        while end < len(printed) and printed[end] in endings and text[-1:].isalpha():
            text += printed[end]
            end += 1
        yield at, end - 1, text
        at = end


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> tuple[str, ...]:
    """A word as it is compared: contractions in full, American spelling, numbers in figures, shortened words in full.

    A sign of a currency stays a sign until it is known which number it belongs to.
    """
    table = load("wording")
    if (figures := _FIGURES.fullmatch(word)) is not None:
        return _figured(figures[1], figures[2].casefold())
    bare = fold(word)
    if bare in table["signs"] or bare in table["lettered"]:
        return (bare,)
    dotted, bare = "." in bare, bare.replace(".", "")
    named = table["acronyms"].get(bare) if dotted or word in table["capitals"] else None
    full = named or table["contractions"].get(bare) or table["shortened"].get(bare)
    return tuple(full.split()) if full else _uncontracted(bare)


def _uncontracted(bare: str) -> tuple[str, ...]:
    """A word without what a contraction adds to it, which is a word of its own."""
    table = load("wording")
    for ending, meaning in table["endings"].items():
        if bare.endswith(ending) and len(bare) > len(ending):
            return (_american(bare.removesuffix(ending)), meaning)
    if bare.endswith("in'"):
        return (f"{bare[:-1]}g",)
    return (table["numbers"].get(bare) or table["ordinals"].get(bare) or _american(bare),)


def _figured(number: str, unit: str) -> tuple[str, ...]:
    """A number in figures, and what is written on to it: "1.2bn", "6pm", "21st", "1990s"."""
    number = number.replace(",", "")
    if number.endswith(":00"):
        number = number[:-3]
    if not unit:
        return (number,)
    if unit in ("st", "nd", "rd", "th", "s"):
        return (number + unit,)
    return (number, load("wording")["scales"].get(unit, unit))


def _american(word: str) -> str:
    table: dict[str, Any] = load("wording")
    if word in table["words"]:
        return str(table["words"][word])
    if not word.endswith(_british()):  # So it is for most words.
        return word
    for rule in table["spelling"]:
        for british, american in zip(rule["british"], rule["american"], strict=True):
            if len(word) >= rule["letters"] and word.endswith(british):
                return word.removesuffix(british) + str(american)
    return word


@cache
def _british() -> tuple[str, ...]:
    """The endings that British spelling has in its own way."""
    return tuple(ending for rule in load("wording")["spelling"] for ending in rule["british"])


Merge = Callable[[Sequence[Word], int], tuple[list[Word], int] | None]
"""Takes words and a place among them. Gives what stands for the words from there on, and the place behind these; None
where they stand for themselves."""


def _pass(found: list[Word], begins: Callable[[str], bool], merged: Merge) -> list[Word]:
    """The words, some replaced by what ``merged`` makes of them. It is asked where ``begins`` is true of a word."""
    firsts = set(filter(begins, {word.key for word in found}))
    made: list[Word] = []
    behind = 0
    for at in [at for at, word in enumerate(found) if word.key in firsts] if firsts else ():
        if at >= behind and (one := merged(found, at)) is not None:
            made += found[behind:at]
            made += one[0]
            behind = one[1]
    return made + found[behind:]


def _key(found: Sequence[Word], at: int) -> str:
    return found[at].key if 0 <= at < len(found) else ""


def _one(found: Sequence[Word], at: int, end: int, key: str) -> tuple[list[Word], int]:
    return [Word(key, found[at].first, found[end - 1].last)], end


def _is_per(key: str) -> bool:
    return key == "per"


def _percent(found: Sequence[Word], at: int) -> tuple[list[Word], int] | None:
    if _key(found, at) == "per" and _key(found, at + 1) == "cent":
        return _one(found, at, at + 2, "percent")
    return None


def _begins_number(key: str) -> bool:
    return key == "a" or key.isdecimal()


def _hundreds(found: Sequence[Word], at: int) -> tuple[list[Word], int] | None:
    """One number for several words: "twenty-one", "two hundred and fifty", "ten thousand"."""
    value, end = _tens(found, at)
    if value is None:
        return None
    if _key(found, end) == "hundred" and value < 100:
        value, end = value * 100, end + 1
        rest = end + (_key(found, end) == "and")
        below, behind = _tens(found, rest)
        if below is not None and below < 100:
            value, end = value + below, behind
    if _key(found, end) == "thousand" and value < 1000:
        value, end = value * 1000, end + 1
    return _one(found, at, end, str(value)) if end > at + 1 else None


def _tens(found: Sequence[Word], at: int) -> tuple[int | None, int]:
    """A whole number below a thousand that begins at a place, and the place behind."""
    key, following = _key(found, at), _key(found, at + 1)
    if key == "a" and following in ("hundred", "thousand"):
        return 1, at + 1
    if not key.isdecimal() or len(key) > 3:
        return None, at
    value = int(key)
    if 20 <= value < 100 and value % 10 == 0 and following.isdecimal() and 0 < int(following) < 10:
        return value + int(following), at + 2
    return value, at + 1


def _is_sign(key: str) -> bool:
    table = load("wording")
    return key in table["signs"] or key in table["lettered"]


def _sums(found: Sequence[Word], at: int) -> tuple[list[Word], int] | None:
    """A sum with its currency behind it: "$1.2 billion" as "1.2 billion dollars"."""
    table = load("wording")
    sign = _key(found, at)
    currency = table["signs"].get(sign) or table["lettered"].get(sign)
    if currency is None or not _key(found, at + 1)[:1].isdigit():
        return None
    end = at + 2
    scale = table["millions"].get(_key(found, end))
    made = [found[at + 1]._replace(first=found[at].first)]
    if scale is not None:
        made.append(found[end]._replace(key=scale))
        end += 1
    return [*made, Word(currency, found[at].first, made[-1].last)], end


def _dates(key: str) -> bool:
    """Whether a word may begin a day of a month."""
    return key == "the" or key[:1].isdecimal() or key in load("calendar")["months"]


def _days(found: Sequence[Word], at: int) -> tuple[list[Word], int] | None:
    """A day of a month with the month first: "the 1st of May", "1 May" and "May 1st" as "May 1"."""
    start = at + (_key(found, at) == "the")
    day, behind = _day(_key(found, start)), start + 1 + (_key(found, start + 1) == "of")
    if day and _is_month(found, behind):
        return [found[behind], found[start]._replace(key=day)], behind + 1
    start = at + 1 + (_key(found, at + 1) == "the")
    if _is_month(found, at) and (day := _day(_key(found, start))):
        return [found[at], found[start]._replace(key=day)], start + 1
    return None


def _is_month(found: Sequence[Word], at: int) -> bool:
    return _key(found, at) in load("calendar")["months"] and found[at].capital


def _day(key: str) -> str | None:
    number = key[:-2] if _ORDINAL.fullmatch(key) else key
    return number if number.isdecimal() and 1 <= int(number) <= _LAST_DAY else None


def same_sound(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two stretches of words differ in the printing only: "long-term" and "longterm", "km" and "kilometers"."""
    if joined(one) == joined(other):
        return True
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: str, other: str) -> bool:
    """Whether two words are one: a shortened form and its full one, a masked word, a possessive with its mark moved."""
    full: dict[str, list[str]] = load("wording")["abbreviated"]
    if one == other or other in full.get(one, ()) or one in full.get(other, ()):
        return True
    if "'" in one + other and one.replace("'", "") == other.replace("'", ""):
        return True
    if other in (f"{one}'s", one.removesuffix("'s")) and other.removesuffix("'s").endswith("s"):
        return True
    return unmasked(one, other) or unmasked(other, one)


def unmasked(mask: str, word: str) -> bool:
    """Whether a word with stars or dashes for letters, such as "f***ing", stands for another word."""
    found = _MASK.fullmatch(mask)
    if found is None or not (found[1] or found[2]):
        return False
    return len(word) > len(found[1]) + len(found[2]) and word.startswith(found[1]) and word.endswith(found[2])


def joined(found: Iterable[str]) -> str:
    """Words as they are compared, written as one: "every one", which is "every 1", is as good as "everyone"."""
    return "".join("one" if key == "1" else key for key in found)
