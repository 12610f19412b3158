"""Values of number words in time expressions."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge import load

_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def ordinal(word: str) -> int:
    """The number of ``3``, ``3rd`` or ``third``."""
    named = load("timex")["ordinals"].get(word)
    return int(named) if named is not None else int(word.rstrip("stndrh"))


def cardinal(words: Sequence[str]) -> float | None:
    """The number that words such as ``twenty two``, ``2``, ``1,500`` or ``2 1/2`` give, or None."""
    total = 0.0
    table = load("timex")["numbers"]
    for at, word in enumerate(words):
        if word in table:
            value = table[word]
            total = max(total, 1) * value if value >= 100 else total + value
        elif word == "/":
            top, bottom = float(words[at - 1]), float(words[at + 1])
            if not bottom:
                return None
            return total - top + top / bottom
        elif word in _FRACTIONS:
            total += _FRACTIONS[word]
        elif word[0].isdigit():
            number = word.replace(",", "")
            if number.count(".") > 1 or ":" in number:
                return None
            total += float(number)
    return total


def spoken_year(words: Sequence[str]) -> int | None:
    """The year that is read out as ``nineteen ninety six``, or None."""
    table = load("timex")["numbers"]
    values = [table[word] for word in words]
    if len(values) not in (2, 3) or values[0] not in (18, 19, 20) or not 10 <= values[1] < 100:
        return None
    if len(values) == 3 and (values[1] % 10 or not 1 <= values[2] < 10):
        return None
    return int(values[0]) * 100 + int(sum(values[1:]))
