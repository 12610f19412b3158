"""The search for quantities in running text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ...entities.number_words import small_numbers
from ...entities.scores import VOTES
from ...knowledge import load
from ...models import Quantity, QuantityKind, When
from ..addresses import number_ranges
from .bounds import bound_after, bound_before, interval
from .counted import casualty, noun, offspring
from .decades import Decade, find_decades
from .masks import masked, names_of
from .numerals import Numeral, find_numerals
from .scores import counts_votes, is_score
from .tokens import Tokens
from .units import Measured, measure

_HYPHENS = frozenset(("-", "‑"))

_LISTING = frozenset((",", "and", "or", "to", "-"))
"""What stands between a hyphen in suspense and the number that has its unit."""

_FEET, _INCHES = frozenset(("'", "’", "′")), frozenset(('"', "”", "″", "''", "’"))
"""The marks of a height: 5'10"."""

FOOT = 12
"""Inches of a foot."""

TALLEST = 8
"""Feet below which a height of a person is."""

_JOINING = frozenset((("-",), ("–",), ("—",), ("‑",), ("to",), ("or",), ("-", "to")))
"""What stands between the two numbers of a range, beside the "and" of "between"."""


def find_quantities(text: str, dates: Sequence[When] = ()) -> list[Quantity]:
    """The quantities of ``text`` in order of their place: counts, money, percentages, ages, measures, ordinals, scores.

    Numbers inside ``dates`` are left out, unless they are ages; so are years, clock times, addresses, codes and the
    numbers of names, whether or not ``dates`` has them.
    """
    tokens = Tokens.of(text)
    days = ((when.span.start, when.span.end) for when in dates if when.span is not None and not _is_unit(when))
    decades = [_of_decade(tokens, decade) for decade in find_decades(tokens)]
    lives = ((q.span.start, q.span.end) for q in decades if q.span)
    spans = sorted((*days, *number_ranges(text), *lives))
    numerals = list(find_numerals(tokens))
    names = names_of(tokens, numerals)
    readings = [_Reading(tokens, numeral) for numeral in numerals]
    _take_up(tokens, readings)
    found: list[Quantity] = []
    i = 0
    while i < len(readings):
        pair = readings[i + 1] if i + 1 < len(readings) else None
        joined = pair and (
            _score(tokens, readings[i], pair)
            or _range(tokens, readings[i], pair, names)
            or _height(tokens, readings[i], pair)
        )
        quantity = joined or _single(tokens, readings[i], names)
        i += 2 if joined else 1
        if quantity is None or (quantity.kind != "age" and _covered(quantity, spans)):
            continue
        if not found or found[-1].span.end <= quantity.span.start:
            found.append(quantity)
    return sorted((*found, *decades), key=_start) if decades else found


def _of_decade(tokens: Tokens, decade: Decade) -> Quantity:
    first, last, low, high = decade
    return _quantity(tokens, first, last, kind="age", unit="year", low=low, high=high)


def _start(quantity: Quantity) -> int:
    return quantity.span.start if quantity.span else 0


def _is_unit(when: When) -> bool:
    """Whether a length of time is no more than its unit: of "six long years" the last word."""
    return when.type == "DURATION" and " " not in (when.text or "") and (when.value or "").startswith("PX")


class _Reading:
    """A numeral with its unit, worked out once."""

    __slots__ = ("first", "last", "measured", "numeral")

    def __init__(self, tokens: Tokens, numeral: Numeral) -> None:
        self.numeral = numeral
        self.measured: Measured | None = measure(tokens, numeral)
        self.first = self.measured.first if self.measured else numeral.first
        self.last = self.measured.last if self.measured else numeral.last


def _take_up(tokens: Tokens, readings: Sequence[_Reading]) -> None:
    """Gives each number with a hyphen in suspense the unit of the next one: "the 2-, 3- and 4-year-olds"."""
    for one, following in reversed(list(pairwise(readings))):
        between = tokens.low[one.last + 2 : following.first]
        if _hangs(tokens, one.last) and one.measured is None and following.measured and set(between) <= _LISTING:
            one.measured = following.measured._replace(value=one.numeral.value, first=one.first, last=one.last)


def _hangs(tokens: Tokens, last: int) -> bool:
    """Whether a hyphen in suspense stands behind the token ``last``: "two- and three-bedroom flats"."""
    hyphen = last + 1
    alone = not tokens.glued(hyphen + 1) or tokens.at(hyphen + 1) == ","
    return tokens.at(hyphen) in _HYPHENS and tokens.glued(hyphen) and alone


def _covered(quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (quantity.span.end, -1))
    return any(end > quantity.span.start for _, end in spans[max(0, at - 3) : at])


def _single(tokens: Tokens, reading: _Reading, names: frozenset[str]) -> Quantity | None:
    numeral, measured = reading.numeral, reading.measured
    if numeral.form == "ordinal":
        return _quantity(tokens, reading.first, reading.last, kind="ordinal", value=numeral.value)
    if measured is None and (masked(tokens, numeral, names) or _pronoun(tokens, numeral) or _idiom(tokens, numeral)):
        return None
    before, first = bound_before(tokens, reading.first)
    after, last = bound_after(tokens, reading.last)
    value = measured.value if measured else numeral.value
    if not measured or measured.kind != "money":
        value, first = _signed(tokens, reading.first, first, value)
    told: float | None = value
    bound, low, high = interval(after or before, value)
    if numeral.form == "vague":
        scale = value / numeral.value
        told, bound, low, high = None, "about", (numeral.low or 0) * scale, (numeral.high or 0) * scale
    return _quantity(
        tokens,
        first,
        last,
        kind=measured.kind if measured else "count",
        unit=measured.unit if measured else None,
        value=told,
        low=low,
        high=high,
        bound=bound,
        counted=_counted(tokens, reading, first),
    )


def _counted(tokens: Tokens, reading: _Reading, first: int) -> str | None:
    if reading.measured is not None:
        return None
    at = reading.last + 2 if tokens.at(reading.last + 1) == "of" and reading.numeral.scaled else reading.last
    if reading.numeral.form == "vague" and tokens.at(reading.last + 1) == "of":
        at = reading.last + 1
    return offspring(tokens, first, at) or casualty(tokens, first, at) or noun(tokens, at)


def _signed(tokens: Tokens, place: int, first: int, value: float) -> tuple[float, int]:
    """The value with its sign, and the first token with it: "-36", "minus 5"."""
    before = tokens.at(place - 1)
    if before in ("minus", "negative") and tokens.near(place) and tokens.at(place - 2) not in small_numbers():
        return -value, min(first, place - 1)
    if before in ("-", "−") and tokens.glued(place) and tokens.digits(place):
        alone = place == 1 or tokens.text[tokens.starts[place - 1] - 1] in " \n\t("
        if alone and not tokens.digits(place - 2):
            return -value, min(first, place - 1)
    return value, first


def _pronoun(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "one" stands for a thing and counts nothing: all but "one person", "one dead", "one or two"."""
    if numeral.form != "words" or numeral.value != 1 or numeral.first != numeral.last:
        return False
    if tokens.at(numeral.first - 1) in load("number_names")["pronoun_before"]:
        return True
    casualties = load("casualties")
    after = tokens.at(numeral.last + 1)
    return not (
        after in casualties["people"]
        or after in casualties["killed"]
        or after in casualties["injured"]
        or casualty(tokens, numeral.first, numeral.last)
    )


def _idiom(tokens: Tokens, numeral: Numeral) -> bool:
    """Compounds such as "two-way" and "three-time", where the number tells a sort, not how many."""
    last = numeral.last
    if _hangs(tokens, last):
        return True
    if tokens.at(last + 1) not in _HYPHENS or not (tokens.glued(last + 1) and tokens.glued(last + 2)):
        return False
    after = tokens.at(last + 2)
    return (
        after[0].isalpha()
        and after != "plus"
        and not after.endswith(("member", "person", "judge", "seat", "vote", "run", "goal", "man", "strong"))
        and after not in load("number_names")["extents"]
    )


def _score(tokens: Tokens, a: _Reading, b: _Reading) -> Quantity | None:
    """Two bare numbers that tell one result, as "a 3-1 win", "by nine votes to six"."""
    if a.measured or b.measured or not is_score(tokens, a.numeral, b.numeral):
        return None
    counted = VOTES if counts_votes(tokens, a.numeral, b.numeral) else None
    return _quantity(tokens, a.first, b.last, kind="score", counted=counted)


def _range(tokens: Tokens, a: _Reading, b: _Reading, names: frozenset[str]) -> Quantity | None:
    """As in "200-250 seats", "between $12 million and $20 million", "8- to 16-meter"."""
    if b.first - a.last > 4 or "ordinal" in (a.numeral.form, b.numeral.form):
        return None
    of_ages = tokens.phrase(a.first - 4, 4) == "between the ages of"
    opening = "between" if of_ages else tokens.at(a.first - 1)
    between = tuple(tokens.low[a.last + 1 : b.first])
    if not (_joins(between, opening) and tokens.near(a.last + 1) and tokens.near(b.first)):
        return None
    if (
        opening == "from"
        and between == ("to",)
        and tokens.at(a.first - 2) not in ("ranging", "ranges", "range", "anywhere")
    ):
        return None
    ends = _ends(a, b)
    if ends is None or (
        not a.measured and not b.measured and (masked(tokens, _whole(a, b), names) or tokens.words[b.first] in names)
    ):
        return None
    kind, unit = ends[2], ends[3]
    name, first = bound_before(tokens, a.first)
    if opening == "between":
        first = a.first - (4 if of_ages else 1)
    return _quantity(
        tokens,
        first,
        b.last,
        kind=kind,
        unit=unit,
        low=ends[0],
        high=ends[1],
        bound="about" if name == "about" else "exact",
        counted=_counted(tokens, b, a.first),
    )


def _joins(between: tuple[str, ...], opening: str) -> bool:
    if between == ("and",):
        return opening == "between"
    return between in _JOINING


def _whole(a: _Reading, b: _Reading) -> Numeral:
    """Both numerals as one, for the masks to look at what stands before and behind."""
    return Numeral(a.numeral.first, b.numeral.last, b.numeral.value, b.numeral.form, b.numeral.scaled)


def _height(tokens: Tokens, a: _Reading, b: _Reading) -> Quantity | None:
    """As in "5 feet 2 inches", "5-foot-2" and "5'2" as one length in feet."""
    foot = a.measured.value if a.measured and a.measured.unit == "foot" else 0.0
    between = tokens.low[a.last + 1 : b.first]
    last = b.last
    if foot and b.measured and b.measured.unit == "inch":
        told = between in ([], ["-"])
    elif foot:
        told = between == ["-"] and tokens.glued(b.first)
    else:
        marked = len(between) == 1 and between[0] in _FEET and tokens.glued(b.first - 1) and tokens.glued(b.first)
        foot = a.numeral.value
        told = marked and not a.measured and foot < TALLEST
        last += tokens.at(last + 1) in _INCHES and tokens.glued(last + 1)
    inches = b.measured.value if b.measured else b.numeral.value
    if not told or not tokens.near(b.first) or inches >= FOOT or "ordinal" in (a.numeral.form, b.numeral.form):
        return None
    name, first = bound_before(tokens, a.first)
    bound, low, high = interval(name, foot + inches / FOOT)
    return _quantity(
        tokens, first, last, kind="measure", unit="foot", value=foot + inches / FOOT, low=low, high=high, bound=bound
    )


def _ends(a: _Reading, b: _Reading) -> tuple[float, float, QuantityKind, str | None] | None:
    """Both ends of a range in one unit, with its kind and unit; None where they don't belong together."""
    left, right = a.measured, b.measured
    low = left.value if left else a.numeral.value
    high = right.value if right else b.numeral.value
    if left and right and (left.kind, left.unit) != (right.kind, right.unit):
        return None
    if not right and left and left.kind != "money":
        return None
    if right and not left and right.kind == "money" and right.value != b.numeral.value:
        low *= right.value / b.numeral.value
    elif b.numeral.scaled and not a.numeral.scaled and b.numeral.form != "vague":
        scale = 1000.0 ** ((len(str(int(abs(high)))) - 1) // 3)
        if low < 1000 and low < high / scale:
            low *= scale
    if not low < high:
        return None
    known = right or left
    return low, high, known.kind if known else "count", known.unit if known else None


def _quantity(tokens: Tokens, first: int, last: int, **fields: object) -> Quantity:
    start, end = tokens.starts[first], tokens.ends[last]
    # One validation of both records costs half of two.
    return Quantity.model_validate({"text": tokens.text[start:end], "span": {"start": start, "end": end}, **fields})
