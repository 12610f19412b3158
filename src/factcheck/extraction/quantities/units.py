"""Units beside a number: money with its ISO code, percent, points, measures, and ages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...entities.units import unit_words
from ...knowledge import load, words
from ...models import QuantityKind
from .ages import AGED_BY, is_age
from .numerals import Numeral
from .tokens import Tokens

OLDEST = 120
"""Greatest age of a person."""


class Measured(NamedTuple):
    """What a numeral measures, and how far its tokens reach with the unit."""

    kind: QuantityKind
    unit: str | None
    value: float
    first: int
    last: int


def measure(tokens: Tokens, numeral: Numeral) -> Measured | None:
    """The unit of ``numeral``; None where it has none and is a bare count, or a number in a name."""
    if numeral.form == "ordinal":
        return None
    measured = _age(tokens, numeral) or _money(tokens, numeral)
    at = _unit_place(tokens, numeral.last)
    if measured is not None or not tokens.near(at):
        return measured
    return _percent(tokens, numeral, at) or _unit(tokens, numeral, at)


def _age(tokens: Tokens, numeral: Numeral) -> Measured | None:
    first, last, value = numeral.first, numeral.last, numeral.value
    if not 0 < value <= OLDEST or numeral.form == "vague":
        return None
    end = _years_old(tokens, last)
    if end is not None:
        return Measured("age", _unit_of_age(tokens, last + 1, end), value, first, end)
    further, before = tokens.at(first - 2), tokens.at(first - 1)
    told = before == "aged" or (before == "age" and further not in ("of", "under"))
    if told or (before == "of" and further in ("age", "ages")) or is_age(tokens, numeral):
        end = last + (tokens.at(last + 1) in AGED_BY and tokens.near(last + 1))
        return Measured("age", _unit_of_age(tokens, last + 1, end), value, first, end)
    return None


def _unit_of_age(tokens: Tokens, first: int, last: int) -> str:
    """The unit that the tokens from ``first`` to ``last`` tell of an age: years where they tell none."""
    return next((AGED_BY[word] for word in tokens.low[first : last + 1] if word in AGED_BY), "year")


def _years_old(tokens: Tokens, last: int) -> int | None:
    """The last token of "-year-old", " years old", " years of age" or "yo" behind the token ``last``."""
    at = last + 1
    if tokens.at(at) == "yo" and tokens.near(at):
        return at
    while tokens.at(at) in ("-", "–", "‑") and at - last < 2:
        at += 1
    if tokens.at(at) not in AGED_BY or not tokens.near(at):
        return None
    nxt = at + 1
    if tokens.at(nxt) in ("-", "–", "‑"):
        nxt += 1
    if tokens.at(nxt) in ("old", "olds"):
        return nxt
    return at + 2 if tokens.phrase(at + 1, 2) == "of age" else None


def _money(tokens: Tokens, numeral: Numeral) -> Measured | None:
    table = load("currencies")
    first, last, value = numeral.first, numeral.last, numeral.value
    code, start = _sign(tokens, first)
    if code:
        value, last = _money_scale(tokens, numeral)
        behind, end = _currency_behind(tokens, last)
        return Measured("money", behind or code, value, start, end if behind else last)
    behind, end = _currency_behind(tokens, last)
    if behind is not None:
        return Measured("money", behind, value, first, end)
    at = _unit_place(tokens, last)
    low = tokens.at(at)
    minor = table["minor"].get(low)
    if minor is not None and tokens.near(at):
        return Measured("money", minor, value / 100, first, at)
    # A weight in millions of pounds is rare; a sum is not.
    if numeral.scaled and low in ("pound", "pounds") and tokens.near(at) and value >= 1e6:
        return Measured("money", "GBP", value, first, at)
    sign = tokens.at(last + 1)
    if sign in ("¢", "€", "£") and tokens.near(last + 1):
        return Measured(
            "money",
            "USD" if sign == "¢" else table["signs"][sign],
            value / (100 if sign == "¢" else 1),
            first,
            last + 1,
        )
    return None


def _sign(tokens: Tokens, first: int) -> tuple[str | None, int]:
    """The currency before the token ``first`` and where its sign begins."""
    table = load("currencies")
    at = first - 1
    if tokens.at(at) in ("-", "−") and tokens.glued(first) and tokens.at(at - 1) in table["signs"]:
        at -= 1
    sign = tokens.at(at)
    if (sign in table["signs"] or sign == "¢") and tokens.near(first):
        letters = tokens.at(at - 1) if tokens.near(at) and tokens.word(at - 1).isupper() else ""
        # A single letter must touch the sign: "A $5 note" is no Australian one.
        code = table["lettered"].get(letters + sign) if len(letters) > 1 or tokens.glued(at) else None
        code = code or _of_sign(letters, sign)
        if code:
            return code, at - 1
        if tokens.at(at - 1) == "." and tokens.phrase(at - 4, 4) in ("u . s .",) and sign == "$":
            return "USD", at - 4
        return (table["signs"][sign], at) if sign in table["signs"] else (None, first)
    if sign == "." and tokens.near(first) and (tokens.at(at - 1) == "rs" or tokens.word(at - 1) in _codes()):
        return table["words"][tokens.at(at - 1)], at - 1
    if tokens.word(at) in _codes() and tokens.near(first):
        return table["words"][sign], at
    return (_doubtful(tokens, at), at) if _is_great(tokens, first) else (None, first)


def _doubtful(tokens: Tokens, at: int) -> str | None:
    """The currency of a letter, or of another form that may be much else; a word of the text may tell the country."""
    table, written = load("currencies"), tokens.word(at)
    if len(written) == 1 and not tokens.glued(at + 1):
        return None
    elsewhere = table["elsewhere"].get(written, {})
    told: str | None = next((code for word, code in elsewhere.items() if word in tokens.low), None)
    return told or table["doubtful"].get(written)


def _of_sign(letters: str, sign: str) -> str | None:
    """The currency of letters before its own sign, "CAD $5", and of no others: "AMD $5"."""
    table = load("currencies")
    code: str | None = table["words"].get(letters)
    return code if code == table["signs"].get(sign) or code in table["lettered"].values() else None


def _is_great(tokens: Tokens, first: int) -> bool:
    """Whether a number is a great one, as sums are: with commas, or with a scale behind it, in digits."""
    numbers = load("numbers")
    scaled = tokens.at(first + 1) in numbers["scales"] or tokens.at(first + 1) in numbers["abbreviations"]
    great = "," in tokens.word(first) or (scaled and tokens.near(first + 1))
    return great and tokens.near(first) and tokens.digits(first)


@cache
def _codes() -> frozenset[str]:
    table = load("currencies")
    return frozenset({*(word.upper() for word in table["words"]), *table["written"]} - {"RS"})


def _money_scale(tokens: Tokens, numeral: Numeral) -> tuple[float, int]:
    """The value and the last token with a scale that only money has, such as the m of "$5m"."""
    at = numeral.last + 1
    factor = load("numbers")["money_abbreviations"].get(tokens.at(at))
    alone = not (tokens.at(at + 1) in ("-", "'", "’") and tokens.glued(at + 1))
    if not numeral.scaled and factor is not None and tokens.glued(at) and alone:
        return numeral.value * factor, at
    return numeral.value, numeral.last


def _unit_place(tokens: Tokens, last: int) -> int:
    """Where a unit behind the token ``last`` begins, past a hyphen or the article of "half a percent"."""
    at = last + 1
    if tokens.at(at) in ("-", "‑") and tokens.glued(at) and tokens.glued(at + 1):
        return at + 1
    return at


def _currency_behind(tokens: Tokens, last: int) -> tuple[str | None, int]:
    table = load("currencies")
    at = _unit_place(tokens, last)
    if not tokens.near(at):
        return None, last
    low = tokens.at(at)
    if low == "(" and tokens.word(at + 1) in _codes() and tokens.at(at + 2) == ")":
        return table["words"][tokens.at(at + 1)], at + 2
    for length in (5, 3, 2) if low in _national_first() else ():
        phrase = tokens.phrase(at, length).replace("u . s .", "us")
        code = table["national"].get(phrase) or table["national"].get(phrase.removesuffix("s"))
        if code:
            return code, at + length - 1
    if low in table["names"]:
        # "Won" is a verb far more often than money.
        verb = low in ("won", "rand") and tokens.at(at - 1) not in ("million", "billion", "trillion")
        return (None, last) if verb else (table["names"][low], at)
    return (table["words"][low], at) if tokens.word(at) in _codes() else (None, last)


def _percent(tokens: Tokens, numeral: Numeral, at: int) -> Measured | None:
    low = tokens.at(at)
    value, first = numeral.value, numeral.first
    if low in ("percentage", "percent"):
        nxt = at + 1 + (tokens.at(at + 1) == "-")
        if tokens.at(nxt) in ("point", "points"):
            return Measured("percent", "percentage point", value, first, nxt)
    if low in load("units")["percent"]:
        return Measured("percent", "%", value, first, at)
    if low == "per" and tokens.at(at + 1) == "cent":
        return Measured("percent", "%", value, first, at + 1)
    return None


def _unit(tokens: Tokens, numeral: Numeral, at: int) -> Measured | None:
    value, first = numeral.value, numeral.first
    spelt = _spelt()
    if tokens.at(at) in words("units", "between") and tokens.at(at + 1) in spelt and tokens.near(at + 1):
        at += 1
    for length in (3, 2, 1) if tokens.at(at) in unit_words() else ():
        phrase = tokens.phrase(at, length)
        if phrase in spelt:
            if at > numeral.last + 1 and length == 1 and phrase in ("point", "second"):
                return None
            if length == 1 and value >= 1 and tokens.phrase(at + 1, 3) == "and a half":
                return Measured("measure", spelt[phrase], value + 0.5, first, at + 3)
            return Measured("measure", spelt[phrase], value, first, at + length - 1)
    if numeral.form == "vague":
        return None
    table = load("units")
    word = tokens.word(at)
    symbol = table["symbols"].get(word) or (table["glued"].get(word) if tokens.glued(at) else None)
    if (
        symbol is not None
        and numeral.form == "digits"
        and word != "mi"
        and not (word in table["glued"] and "," in tokens.word(first))
    ):
        return Measured("measure", symbol, value, first, at)
    return None


@cache
def _spelt() -> dict[str, str]:
    table = load("units")
    return {form: unit for part in ("spelt", "time") for unit, forms in table[part].items() for form in forms}


@cache
def _national_first() -> frozenset[str]:
    return frozenset(("u", *(name.split()[0] for name in load("currencies")["national"])))
