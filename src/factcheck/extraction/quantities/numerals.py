"""Numbers as such: digits and number words, with scales and fractions, before anyone asks what they measure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from typing import Literal, NamedTuple

from ...entities.number_words import small_numbers
from ...entities.units import unit_words
from ...knowledge import load
from .tokens import MAX_DIGITS, Tokens

_ARTICLES = frozenset(("a", "an"))
_PARTS = frozenset(("third", "quarter", "fifth", "tenth"))
"""Fractions that an article may stand before: "a third of"."""

MOST_IN = 1000
"""Greatest number of which a part is told in words: "one in a thousand"."""

Form = Literal["digits", "words", "vague", "ordinal"]


class Numeral(NamedTuple):
    """A number in the tokens ``first`` to ``last``, both included."""

    first: int
    last: int
    value: float
    form: Form
    scaled: bool = False
    low: float | None = None
    high: float | None = None


def find_numerals(tokens: Tokens) -> Iterator[Numeral]:
    """The numbers of a text in order; none overlaps another."""
    starters, end = _starters(), 0
    starting = {low for low in set(tokens.low) if low in starters or low[-1].isdecimal()}
    for i in compress(count(), map(starting.__contains__, tokens.low)):
        if i >= end:
            found = _read(tokens, i)
            if found is not None:
                found = _ratio(tokens, found) or found
                yield found
                end = found.last + 1


def _read(tokens: Tokens, i: int) -> Numeral | None:
    low = tokens.low[i]
    if low in _ARTICLES:
        return _from_article(tokens, i) if tokens.at(i + 1) in _behind_article() else None
    if tokens.digits(i):
        return _from_digits(tokens, i)
    table = load("numbers")
    if low in table["vague"]:
        return _vague(tokens, i)
    if low in table["ordinals"]:
        return Numeral(i, i, float(table["ordinals"][low]), "ordinal")
    return _tens_ordinal(tokens, i) or _from_words(tokens, i)


def _tens_ordinal(tokens: Tokens, i: int) -> Numeral | None:
    """As in "twenty-first"."""
    table = load("numbers")
    at = i + 2 if tokens.at(i + 1) == "-" and tokens.glued(i + 1) else i + 1
    unit = table["ordinals"].get(tokens.at(at), 10)
    if tokens.low[i] not in table["tens"] or unit >= 10 or not tokens.near(at):
        return None
    return Numeral(i, at, float(table["tens"][tokens.low[i]] + unit), "ordinal")


def _ratio(tokens: Tokens, part: Numeral) -> Numeral | None:
    """As in "one in three", "nine out of 10": a share of people or things, not of time or money."""
    if part.form not in ("digits", "words") or part.scaled or not 0 < part.value < 100:
        return None
    opening = part.last + 1
    at = opening + 1 if tokens.at(opening) == "in" else opening + 2 if tokens.phrase(opening, 2) == "out of" else 0
    if not at or not tokens.near(at) or not (tokens.digits(at) or tokens.at(at) in {*small_numbers(), "a"}):
        return None
    whole = _read(tokens, at)
    if whole is None or whole.form not in ("digits", "words") or not part.value < whole.value:
        return None
    behind = tokens.at(whole.last + 1)
    if not part.value.is_integer() or whole.value > MOST_IN or behind in _no_shares() or behind in ("-", ":", "/"):
        return None
    return Numeral(part.first, whole.last, part.value / whole.value, "words")


def _vague(tokens: Tokens, i: int) -> Numeral | None:
    """As in "dozens", "hundreds", "tens of thousands"."""
    table = load("numbers")
    least, most = table["vague"][tokens.low[i]]
    scale = table["plural_scales"].get(tokens.at(i + 2)) if tokens.at(i + 1) == "of" else None
    if scale is not None:
        return Numeral(i, i + 2, least * scale, "vague", low=least * scale, high=most * scale)
    if tokens.low[i] == "tens":
        return None
    return Numeral(i, i, float(least), "vague", low=float(least), high=float(most))


def _from_digits(tokens: Tokens, i: int) -> Numeral | None:
    word = tokens.words[i]
    plain = word.replace(",", "")
    if i not in tokens.values and (len(plain) > MAX_DIGITS or not plain.isascii() or _rest_of_one(plain)):
        return None
    value, last = tokens.values.get(i) or float(plain), i
    if tokens.glued(i + 1) and tokens.at(i + 1) in ("st", "nd", "rd", "th"):
        return Numeral(i, i + 1, value, "ordinal")
    fraction, last = _fraction_behind(tokens, i, last, value)
    if fraction is not None:
        value = fraction
    value, last, scaled = _scales(tokens, value, last)
    return Numeral(i, last, value, "digits", scaled)


def _rest_of_one(digits: str) -> bool:
    """Whether only noughts are left of a number whose comma got lost: "000"."""
    return len(digits) > 1 and not digits.strip("0")


def _fraction_behind(tokens: Tokens, i: int, last: int, value: float) -> tuple[float | None, int]:
    """The value of "2 1/2", "3/4" or "2½" whose first digits are the token ``i``; None where there is no fraction."""
    glyph = _glyphs().get(tokens.at(i + 1))
    if glyph is not None and tokens.near(i + 1):
        return value + glyph, i + 1
    single = _slashed(tokens, i)
    if single is not None:
        return single, i + 2
    mixed = _slashed(tokens, i + 1) if tokens.near(i + 1) and tokens.digits(i + 1) else None
    if mixed is not None and value.is_integer():
        return value + mixed, i + 3
    if tokens.at(i + 1) == "and" and tokens.phrase(i + 2, 2) == "a half" and value.is_integer():
        return value + 0.5, i + 3
    return None, last


def _slashed(tokens: Tokens, i: int) -> float | None:
    """The proper fraction "3/4" at ``i``, with a denominator that people divide by."""
    if not (tokens.digits(i) and tokens.at(i + 1) == "/" and tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    above, below = tokens.word(i), tokens.word(i + 2)
    if below not in ("2", "3", "4", "5", "8", "10", "16") or not above.isdecimal() or len(above) > 2:
        return None
    proper = 0 < int(above) < int(below) and tokens.at(i + 3) != "/"
    return int(above) / int(below) if proper else None


def _scales(tokens: Tokens, value: float, last: int) -> tuple[float, int, bool]:
    """``value`` times the scale words behind ``last``, the new last token, and whether there were any."""
    table = load("numbers")
    scaled = False
    nxt = last + 1
    if tokens.at(nxt) == "-" and tokens.glued(nxt) and tokens.glued(nxt + 1):
        nxt += 1
    low = tokens.at(nxt)
    if tokens.near(nxt) and low in table["scales"] and not (low == "score" and value != 1):
        return value * table["scales"][low], nxt, True
    if tokens.near(last + 1) and tokens.at(last + 1) in table["abbreviations"]:
        return value * table["abbreviations"][tokens.at(last + 1)], last + 1, True
    letter = table["money_abbreviations"].get(tokens.at(last + 1)) if tokens.glued(last + 1) else None
    if letter and tokens.at(last + 2) in table["scaled_nouns"]:
        return value * letter, last + 1, True
    return value, last, scaled


def _from_words(tokens: Tokens, i: int) -> Numeral | None:
    """A number written in words that starts at ``i``: "two hundred and five", "half a million", "two-thirds"."""
    low = tokens.low[i]
    if low in _glyphs():
        return Numeral(i, i, _glyphs()[low], "digits") if not tokens.glued(i) else None
    if low == "half":
        return _half(tokens, i)
    if low == "one" and (fraction := _fraction_word(tokens, i)) is not None:
        return fraction
    table = load("numbers")
    total, current, last, at = 0.0, float(small_numbers()[low]), i, i + 1
    scaled, limit = False, float("inf")
    fresh = low in table["tens"]
    while (step := _joined(tokens, at, allow_and=scaled or current >= 100)) is not None:
        word = tokens.low[step]
        if word in table["scales"] and word != "score" and current > 0:
            factor = table["scales"][word]
            if (factor == 100 and current >= 100) or factor >= limit:
                break
            current *= factor
            if factor >= 1000:
                total, current, limit = total + current, 0.0, factor
            scaled, fresh = True, False
        elif word in small_numbers() and _adds(current, scaled, fresh, small_numbers()[word]):
            current += small_numbers()[word]
            fresh = word in table["tens"]
        else:
            break
        last, at = step, step + 1
    return _with_fraction(tokens, Numeral(i, last, total + current, "words", scaled), limit)


def _with_fraction(tokens: Tokens, whole: Numeral, limit: float) -> Numeral:
    """A number in words with what stands behind it: "point three", "thirds", "and a half" (of its last scale)."""
    first, last, value, scaled = whole.first, whole.last, whole.value, whole.scaled
    decimals, end = _decimals(tokens, last)
    if end > last:
        value, last, scaled = _scales(tokens, value + decimals, end)
    elif not scaled and (fraction := _fraction_word(tokens, first, value, last)) is not None:
        return fraction
    elif tokens.phrase(last + 1, 3) == "and a half" and tokens.near(last + 1):
        if limit < float("inf"):
            return Numeral(first, last + 3, value + 0.5 * limit, "words", True)
        value, last, scaled = _scales(tokens, value + 0.5, last + 3)
    return Numeral(first, last, value, "words", scaled)


def _decimals(tokens: Tokens, last: int) -> tuple[float, int]:
    """What digits spelled out behind "point" add, as in "fifty-one point three", and their last token."""
    value, step = 0.0, 0.1
    at = last + 2 if tokens.at(last + 1) == "point" and tokens.near(last + 1) else last
    while at > last and tokens.near(at) and small_numbers().get(tokens.at(at), 10) < 10:
        value, step, last, at = value + step * small_numbers()[tokens.at(at)], step / 10, at, at + 1
    return round(value, 9), last


def _adds(current: float, scaled: bool, fresh: bool, small: int) -> bool:
    if fresh:
        return 0 < small < 10
    return scaled and (current == 0 or current % 100 == 0) and small > 0


def _joined(tokens: Tokens, at: int, allow_and: bool) -> int | None:
    """The place of the next number word behind a space, a hyphen or "and"; None where there is none."""
    table = load("numbers")
    if not tokens.near(at):
        return None
    if tokens.low[at] == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    elif tokens.low[at] == "and" and allow_and and tokens.near(at + 1):
        return at + 1 if tokens.at(at + 1) in small_numbers() else None
    word = tokens.at(at)
    return at if word in small_numbers() or word in table["scales"] else None


def _from_article(tokens: Tokens, i: int) -> Numeral | None:
    """As in "a hundred", "a dozen", "a score of", "a quarter of", "a hundred and five"."""
    table = load("numbers")
    nxt = i + 1
    word, behind = tokens.at(nxt), tokens.at(nxt + 1)
    if not tokens.near(nxt):
        return None
    if word in ("half", *_PARTS):
        return _part(tokens, i)
    if word in unit_words() and (word == "fortnight" or tokens.phrase(nxt + 1, 3) == "and a half"):
        return Numeral(i, i, 1.0, "words")
    if word not in table["a_before"] or (word == "score" and behind != "of"):
        return None
    value, last, _ = _scales(tokens, float(table["scales"][word]), nxt)
    if (
        last == nxt
        and (step := _joined(tokens, nxt + 1, allow_and=True)) is not None
        and tokens.low[step] in small_numbers()
    ):
        rest = _from_words(tokens, step)
        if rest is not None and rest.value < value:
            value, last = value + rest.value, rest.last
    return Numeral(i, last, value, "words", True)


def _part(tokens: Tokens, i: int) -> Numeral | None:
    """As in "a quarter of", "a quarter of a million", "a half million"."""
    table, nxt = load("numbers"), i + 1
    word, behind = tokens.at(nxt), tokens.at(nxt + 1)
    if word in ("half", "quarter") and behind in ("million", "billion", "dozen"):
        return Numeral(i, nxt + 1, table["fractions"][word] * table["scales"][behind], "words", True)
    if word not in _PARTS or behind != "of":
        return None
    scale = table["scales"].get(tokens.at(nxt + 3)) if tokens.at(nxt + 2) == "a" else None
    if scale and scale >= MOST_IN:
        return Numeral(i, nxt + 3, table["fractions"][word] * scale, "words", True)
    return Numeral(i, nxt, table["fractions"][word], "words")


@cache
def _behind_article() -> frozenset[str]:
    """The words that make a number with an article before them."""
    return frozenset({"half", *_PARTS, *load("numbers")["a_before"], *unit_words()})


def _half(tokens: Tokens, i: int) -> Numeral | None:
    """As in "half a million", "half-million", "half a percent", "half an hour"."""
    table = load("numbers")
    at = i + 2 if tokens.at(i + 1) in ("a", "an", "-") else i + 1
    if tokens.at(at) in table["scales"]:
        return Numeral(i, at, 0.5 * table["scales"][tokens.at(at)], "words", True)
    if tokens.at(i + 1) in ("a", "an") and tokens.at(i + 2) in unit_words():
        return Numeral(i, i + 1, 0.5, "words")
    percent = tokens.at(i + 2) in ("percent", "percentage", "point", "per")
    return Numeral(i, i + 1, 0.5, "words") if tokens.at(i + 1) in ("a", "of") and percent else None


def _fraction_word(tokens: Tokens, first: int, value: float = 1.0, last: int | None = None) -> Numeral | None:
    """As in "two-thirds", "one third": a numerator at ``first`` to ``last`` and a fraction's name behind it."""
    at = (first if last is None else last) + 1
    if tokens.at(at) == "-" and tokens.glued(at):
        at += 1
    word = tokens.at(at)
    fractions = load("numbers")["fractions"]
    if word not in fractions or not tokens.near(at) or word == "half":
        return None
    if word.endswith(("s",)) != (value != 1) or not 0 < value < 100:
        return None
    return Numeral(first, at, value * fractions[word], "words")


@cache
def _no_shares() -> frozenset[str]:
    """Words of time and measure: "two in five days" is a pace."""
    units = load("units")
    return frozenset({*unit_words(), *units["symbols"], *load("currencies")["names"], *units["percent"]})


@cache
def _glyphs() -> dict[str, float]:
    return dict(load("numbers")["glyphs"])


@cache
def _starters() -> frozenset[str]:
    table = load("numbers")
    return frozenset({*small_numbers(), *_glyphs(), "a", "an", "half", *table["vague"], *table["ordinals"]})
