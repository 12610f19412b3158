"""Numbers that are no quantities: dates, clock times, codes, the numbers of series and of names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ...knowledge import load
from .contacts import is_contact
from .numerals import Numeral
from .tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1400, 2099
"""Four bare digits between these are read as a year unless something shows that they count."""

LAST_HOUR = 12
"""Hours of half a day: "the service is at 7" tells when, not how many."""

HEADLINE = 0.7
"""Share of a line's longer words with a capital, from which the line is written as a headline."""

_COUNTERS = frozenset(
    ("about", "approximately", "roughly", "nearly", "almost", "some", "than", "least", "most", "over", "exceeding")
)
_CLOCK = frozenset(("am", "pm", "o'clock", "o’clock", "noon", "gmt", "utc", "edt", "est", "pst", "pdt", "hrs"))
_JOINTS = frozenset("-–/:.")


def names_of(tokens: Tokens, numerals: Iterable[Numeral]) -> frozenset[str]:
    """The digits that a text uses as a name at least once: "Boeing 787" makes a later "larger 787" a name too.

    Short and round numbers are left out, since a text may well count as many.
    """
    return frozenset(
        word
        for numeral in numerals
        if numeral.form == "digits" and numeral.first == numeral.last and numeral.value >= 100 and numeral.value % 100
        for word in (tokens.words[numeral.first],)
        if word.isdecimal()
        and (_name(tokens, numeral) or (tokens.at(numeral.last + 1) == "s" and tokens.glued(numeral.last + 1)))
    )


def masked(tokens: Tokens, numeral: Numeral, names: frozenset[str] = frozenset()) -> bool:
    """Whether the numeral says which one or when, not how many. ``names`` are digits that the text uses as names."""
    if numeral.form == "words":
        return any(rule(tokens, numeral) for rule in (_series, _clock, _dated, _definite))
    if numeral.form != "digits" or numeral.scaled:
        return False
    if tokens.words[numeral.first] in names and tokens.at(numeral.last + 1) not in load("casualties")["people"]:
        return True
    rules = (_code, _bore, _clock, _dated, _year, _series, is_contact, _name)
    return any(rule(tokens, numeral) for rule in rules)


def _code(tokens: Tokens, numeral: Numeral) -> bool:
    """Digits that hang on letters or on other digits: "A380", "747-8", "760-555-0100", "3G", "737s"."""
    first, last = numeral.first, numeral.last
    if tokens.glued(first):
        before = tokens.at(first - 1)
        if before[0].isalpha() or before in "_#@&=\\":
            return True
        if before in _JOINTS and tokens.glued(first - 1) and tokens.word(first - 2)[0].isalnum():
            return True
    if not tokens.glued(last + 1):
        return False
    after = tokens.at(last + 1)
    if after[0].isalpha():
        return True
    return after in "_@=/:-–." and tokens.glued(last + 2) and (tokens.digits(last + 2) or after in "_@=")


def _bore(tokens: Tokens, numeral: Numeral) -> bool:
    """What kind of gun it is: ".38 caliber", "a .45", "12-gauge"."""
    if tokens.words[numeral.first][0] == ".":
        return True  # Nobody has counted so many of a thing.
    behind = numeral.last + 1
    return tokens.at(behind + 1 if tokens.at(behind) == "-" else behind) in _set("bores")


def _clock(tokens: Tokens, numeral: Numeral) -> bool:
    last = numeral.last
    after = tokens.at(last + 1)
    if after in ("a", "p") and tokens.phrase(last + 2, 2) == ". m":
        return True
    hour = numeral.value.is_integer() and 0 < numeral.value <= LAST_HOUR and after in ("", ".", ",", ";")
    return (hour and tokens.at(numeral.first - 1) == "at") or (after in _CLOCK and tokens.near(last + 1))


def _dated(tokens: Tokens, numeral: Numeral) -> bool:
    """A day beside a month or a weekday: "June 15", "Sept. 3", "15 June", "Sunday, 12"."""
    if not (numeral.value.is_integer() and 0 < numeral.value <= 31):
        return False
    first, last = numeral.first, numeral.last
    before = first - 2 if tokens.at(first - 1) in (".", ",") else first - 1
    if tokens.capital(before) and tokens.near(first) and tokens.at(before) in _set("months"):
        return True
    if tokens.capital(before) and tokens.near(first) and tokens.at(before) in _set("weekdays"):
        after = tokens.at(last + 1)
        return not after or not after[0].isalpha() or after in _set("closed")
    month = last + 2 if tokens.at(last + 1) == "of" else last + 1
    if tokens.capital(month) and tokens.at(month) in _set("months") and tokens.near(month):
        return tokens.at(month) != "may" or not tokens.at(month + 1)[:1].isalpha()
    joint = first - 1
    if tokens.at(joint) in "-–" and tokens.glued(first) and tokens.digits(joint - 1):
        return tokens.capital(joint - 2) and tokens.at(joint - 2) in _set("months")
    return False


def _year(tokens: Tokens, numeral: Numeral) -> bool:
    word = tokens.words[numeral.first]
    if not (len(word) == 4 and word.isdecimal() and FIRST_YEAR <= numeral.value <= LAST_YEAR):
        return False
    before = tokens.at(numeral.first - 1)
    if before in _COUNTERS:
        return False
    after = tokens.at(numeral.last + 1)
    return not (after in load("casualties")["people"] and before not in _set("before_year"))


def _series(tokens: Tokens, numeral: Numeral) -> bool:
    """A number behind a designator: "Section 230", "Flight 12", "No. 4", "phase two", "U.S. 41", "Image 2 of 3"."""
    first = numeral.first
    if tokens.at(first - 1) == "of" and tokens.digits(first - 2) and tokens.capital(first - 3):
        first -= 2
    before = first - 1
    if numeral.form == "digits" and tokens.phrase(first - 4, 4) == "u . s .":
        after = tokens.at(numeral.last + 1)
        return not after[:1].isalpha() or tokens.capital(numeral.last + 1) or after in _set("closed")
    if tokens.at(before) in (".", "#") and tokens.at(before - 1) in ("no", "nos", "vol", "fig", "apt", "ext"):
        before -= 1
    if tokens.at(before) == "#":
        return True
    if not tokens.near(first) or tokens.at(before) not in _set("designators"):
        return False
    # "No 12 people": the short form of "number" has its stop or stands before digits alone.
    if tokens.at(before) == "no":
        return numeral.form == "digits" and (before < first - 1 or tokens.capital(before))
    if numeral.form == "words" and not tokens.capital(before):
        return tokens.at(numeral.last + 1) not in load("casualties")["people"] and numeral.value < 20
    return True


def _definite(tokens: Tokens, numeral: Numeral) -> bool:
    """As "both" does, "the two" points back at what was counted before."""
    definite = tokens.at(numeral.first - 1) in ("the", "these", "those")
    return (
        definite
        and tokens.low[numeral.first] == "two"
        and tokens.at(numeral.last + 1) not in load("casualties")["killed"]
    )


def _name(tokens: Tokens, numeral: Numeral) -> bool:
    """A number at the end of a name: "Boeing 787", "Voyager 2". Headlines, with capitals everywhere, tell nothing."""
    first = numeral.first
    before = tokens.word(first - 1)
    if (
        "," in tokens.words[first]
        or not numeral.value.is_integer()
        or not tokens.near(first)
        or not before[:1].isupper()
    ):
        return False
    if tokens.at(first - 1) in _set("closed") or tokens.at(first - 1) in load("numbers")["units"]:
        return False
    after = tokens.at(numeral.last + 1)
    # "Use 2 cups": the first word of a sentence has its capital for nothing, but for "KPRC 2 News".
    opens = tokens.begins(first - 1) and not (before.isupper() and tokens.capital(numeral.last + 1))
    if numeral.value < 100 and opens and after[:1].isalpha() and after not in _set("closed"):
        return False
    return not _headline(tokens, first)


def _headline(tokens: Tokens, i: int) -> bool:
    """Whether the token ``i`` stands in a line that is written as a headline."""
    # Twelve words either side are enough to tell, and keep the work for long lines bounded.
    long = [w for w in _line(tokens, i) if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= HEADLINE * len(long)


def _line(tokens: Tokens, i: int) -> list[str]:
    start, end = i, i + 1
    while start > max(0, i - 12) and "\n" not in tokens.text[tokens.ends[start - 1] : tokens.starts[start]]:
        start -= 1
    while end < min(len(tokens.words), i + 13) and "\n" not in tokens.text[tokens.ends[end - 1] : tokens.starts[end]]:
        end += 1
    return tokens.words[start:end]


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("number_names")[name])
