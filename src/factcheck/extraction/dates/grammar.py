"""The grammar of English time expressions: which sequences of token classes are one, and by what rule it is read.

A pattern is a regular expression over class names. Class names in capitals stand for one token of that class; names
with an @ stand for the fragments. All repeats are bounded, so that matching takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...knowledge import load
from .tokens import Tokens, codes, tokenize

_FRAGMENTS = {
    "@amount": "(?:A?FEW OF?(?:NUMBER(?=@units))?|@num|A)",
    "@half": (
        "(?:@num DASH?TO DASH?A DASH?HALF DASH?(?:@any|CENTURY|YEARWORD|@units)"
        "|A(?:@any|CENTURY|YEARWORD)DASH?TO DASH?A DASH?HALF"
        "|A?HALF DASH?A?DASH?(?:@any|CENTURY|YEARWORD)|(?:A|@num DASH?)?QUARTER DASH?(?:OF A)?(?:UNIT|CENTURY))"
    ),
    "@units": "(?:UNITS|HOURS)",
    "@day": ("(?:(?:@weekday COMMA?)?(?:@month @daynum|THE?@daynum OF?@month)(?:COMMA?YEAR)?|@weekday|DAYNAME)"),
    "@feast": "(?:@names)(?:(?:IN|OF|COMMA)?YEAR)?",
    "@hour": "(?:SMALL|CLOCK|DOTTED|NUMBER)",
    "@timed": "(?:(?:@hour|LARGE|NUMBER DASH?NUMBER)MERIDIEM ZONE?|CLOCKMERIDIEM ZONE?|(?:NUMBER|SMALL)IN THE PART)",
    "@num": "(?:(?:SMALL|LARGE|DOTTED)(?:SMALL SLASH SMALL|FRACTION)?|NUMBER(?:DASH?NUMBER){0,3})",
    "@ordinal": "(?:ORDINAL|SECOND)",
    "@daynum": "(?:SMALL|ORDINAL)",
    "@month": "(?:MONTH|MONTHABBR DOT?)",
    "@weekday": "(?:WEEKDAY|WEEKDAYABBR DOT?)",
    "@any": "(?:UNIT|WEEK)",
    "@unit": "(?:@any|CENTURY|YEARWORD|QUARTER|NIGHT)",
    "@which": "(?:THIS|LAST|PAST|NEXT)",
    "@early": "(?:EARLY DASH?|EARLIER|LATER)",
    "@edge": "(?:(?:(?:THE|A)OTHER?)?(?:EDGE|(?:LAST|ORDINAL|SECOND)(?:@any|HALF))OF)",
    "@part": "(?:PART|NIGHT|OVERNIGHT|TWILIGHT)",
    "@ofyear": "(?:(?:OF|IN)?(?:THE?@which YEARWORD|YEAR))",
    "@spoken": "(?:NUMBER NUMBER(?:DASH?NUMBER)?)",
}

_RULES = {
    "full_date": "DOTTEDDATE|SMALL SLASH SMALL SLASH(?:SMALL|YEAR)|YEAR(?:DASH SMALL DASH|SLASH SMALL SLASH)SMALL",
    "weekday_in_month": (
        "THE?(?:@ordinal|LAST)@weekday(?:OF|IN)"
        "(?:@month(?:(?:COMMA|OF)?YEAR|(?:OF)?@which YEARWORD)?|(?:EVERY|THE|@which)UNIT)"
    ),
    "day_in_month": "THE(?:@ordinal|LAST)UNIT OF@month(?:(?:COMMA|OF)?YEAR|OF?@which YEARWORD)?",
    "weekday_beside": "THE?@weekday(?:BEFORE|AFTER)(?:THE?@feast|LAST|NEXT)",
    "beside": (
        "(?:(?:A|@num)(?:@any|@units)|THE UNIT)(?:BEFORE|AFTER)(?:DAYNAME|THE?@feast|THE @ordinal OF@month)"
        "|UNIT(?:BEFORE|AFTER)DAYNAME"
    ),
    "part_of": (
        "THE?(?:EARLY DASH?)?(?:PART|NIGHT)OF(?:THE?@day|THE ORDINAL)|THE(?:PART|NIGHT)(?=OF)"
        "|(?<=IN)THE EARLY?PART(?!HOURS)"
    ),
    "small_hours": "THE?(?:EARLY|WEE)(?:PART)?HOURS(?:OF?THE?PART)?(?:OF THIS PART|(?:OF|ON)?THE?@day @part?)?",
    "twilight": "(?:BEFORE|AFTER)?THE?TWILIGHT(?:(?:OF|ON)?THE?@day)?",
    "months_quarter": "THE?YEAR?(?:@month(?:DASH|TO)@month(?:QUARTER|PERIOD)|@month QUARTER)@ofyear?",
    "week_of": (
        "(?:(?:WEEK|UNIT)(?:OF|TO|EDGE)|THE(?:WEEK|UNIT)(?:OF|TO|EDGE|OTHER))"
        "(?:@weekday COMMA?)?(?:@month @daynum|@daynum OF?@month)(?:COMMA?YEAR)?"
    ),
    "month_day": (
        "(?:@which{0,2}@weekday COMMA?)?(?:@early|@which{1,2})?@month @daynum(?!SLASH|DASH?@units)"
        "(?:(?:DASH|TO)@daynum(?![OTHER UNITS HOURS UNIT WEEK PERIOD YEARWORD DASH LARGE CURRENCY DECADE MERIDIEM]))?"
        "(?:COMMA?YEAR)?"
    ),
    "day_month": ("(?:@weekday COMMA?)?THE?@daynum(?:(?:DASH|TO)@daynum)?OF?@month(?:COMMA?YEAR)?(?!DASH?SMALL)"),
    "month_year": (
        "@edge?@early?@month(?:COMMA|OF)?(?:YEAR|@spoken)|@edge?@early?@month(?:OF)?@which YEARWORD"
        "|@edge?@early?@month OF(?:THE SAME|THAT(?:SAME)?)YEARWORD"
    ),
    "month": "@edge?(?:@early(?:LAST|THIS|NEXT)?|(?:THE)?@which{1,2})?@month",
    "lettered": "YEAR?LETTER SMALL(?:OF?YEAR)?",
    "quarter": (
        "THE?@early?(?:(?:YEAR|@which YEARWORD)APOSTROPHE POSSESSIVE|YEAR|YEARWORD DASH(?:AGO|EARLIER))?"
        "FISCAL?@ordinal DASH?QUARTER(?:(?:OF|IN)?FISCAL?(?:YEAR|THE?@which YEARWORD|THE YEARWORD))?"
    ),
    "half": (
        "YEAR APOSTROPHE POSSESSIVE @ordinal HALF"
        "|(?:THE|@which YEARWORD APOSTROPHE POSSESSIVE)@ordinal HALF(?:OF(?:FISCAL?YEAR|THE?@which?YEARWORD))"
        "|@which YEARWORD APOSTROPHE POSSESSIVE @ordinal HALF|@ordinal DASH HALF"
    ),
    "part_of_year": "@edge FISCAL?YEAR",
    "ago_on": "@amount(?:@unit|@units)AGO(?:THIS(?:UNIT|WEEK)|DAYNAME|ON?@weekday)(?!EARLY?@part|APOSTROPHE)",
    "quarter_before": (
        "(?:A|THE)?SAME?YEARWORD DASH(?:AGO|EARLIER)(?:QUARTER|PERIOD)?"
        "|(?:A|THE)?SAME(?:QUARTER|PERIOD|@any)(?:A YEARWORD(?:AGO|EARLIER)|(?:OF|IN)?(?:THE?LAST YEARWORD|YEAR))"
        "|(?:THE QUARTER)?A YEARWORD(?:AGO|EARLIER)|LAST YEARWORD APOSTROPHE POSSESSIVE(?:QUARTER|PERIOD)"
        "|THE YEAR(?:QUARTER|PERIOD)"
    ),
    "quarter_reference": "(?:THE|THAT|THE?LATEST|THIS|THE?LAST|NEXT)(?:QUARTER|PERIOD)|THE?REFERENCE QUARTER",
    "ago": "ABOUT{0,2}(?:@half|@amount(?:@unit|@units)|YEAR?@units)AGO",
    "apart": "ABOUT{0,2}(?:@half|@amount(?:@unit|@units)|@units)(?:EARLIER|LATER)",
    "unit_before": "THE(?:YEARWORD|@any)(?:BEFORE LAST|AFTER NEXT|BEFORE|EARLIER|LAST)",
    "weekday_of_month": "@weekday COMMA?THE ORDINAL(?!OF?@month)",
    "day_of_unit": "THE ORDINAL OF(?:@which|THE)UNIT",
    "week_on": ("(?:@weekday|DAYNAME)WEEK(?!DASH)|(?:A|@num)(?:WEEK|UNITS)(?:(?:ON|FROM)@weekday|FROM?DAYNAME)(?!AGO)"),
    "part_of_day": (
        "@early?(?:THIS|LAST|NEXT)EARLY?(?:PART|NIGHT)|@early?DAYNAME EARLY?@part|@early?TONIGHT"
        "|EARLY DASH?PART(?:ON?@weekday)?|OVERNIGHT(?!ON?@weekday)|LATER?THAT(?:SAME|OTHER)?(?:PART|NIGHT)"
        "|THE SAME(?:PART|NIGHT)|THE(?:PART|NIGHT)(?:BEFORE|AFTER)"
    ),
    "weekdays": ("EVERY?WEEKDAYS|@weekday(?:PARTS|UNITS)|@weekday(?=(?:TO|COMMA)@weekday(?:PARTS|UNITS))"),
    "weekday": (
        "@early?THE?@which{0,2}@weekday(?:EARLY?@part)?|@early?@weekday @which @any"
        "|@weekday(?:LAST|NEXT)(?=[COMMA DOT BREAK]|$)|OVERNIGHT ON?@weekday"
    ),
    "day": "@early?DAYNAME",
    "clock": (
        "(?:(?:@hour(?:DASH|TO))?@timed|(?:CLOCK|DOTTED(?!DASH?(?:@unit|@units)))(?:ZONE|IN THE PART)?|LARGE ZONE"
        "|(?<=[AT ABOUT])(?:NUMBER|SMALL)(?=ON?@weekday(?:PART|NIGHT))"
        "|(?:NUMBER|SMALL)OTHER APOSTROPHE CLOCKWORD|NOON|(?:YEAR|LARGE)HOURS"
        "|(?:HALF PAST?|A?QUARTER(?:PAST|TO)|(?:NUMBER|SMALL)(?:UNITS)?PAST|NUMBER TO)"
        "(?:NUMBER|SMALL)(?![DASH NUMBER UNITS HOURS UNIT])(?:MERIDIEM|IN THE PART)?)"
        "(?:(?:COMMA?ON)?@day(?:EARLY?@part)?|LAST NIGHT|THIS PART|TONIGHT)?"
    ),
    "set": "EVERY(?:OTHER|@num|FEW)?(?:@unit|@units|@weekday|@month|@part|SEASON)|REPEATED",
    "span": (
        "THE?(?:LAST|PAST|NEXT)ABOUT?@amount OTHER?@units|THE?PAST@unit|THE?(?:LAST|PAST|NEXT|REFERENCE)@units"
        "|THE(?:@ordinal)?@num @units|@ordinal @num @units"
    ),
    "decade_or_century": (
        "THE?@early?DECADE|THE@early?APOSTROPHE?DECADE|APOSTROPHE DECADE"
        "|THE @early?(?:DECADEWORD|(?:YEAR|SMALL)APOSTROPHE POSSESSIVE)"
        "|THE?@early?(?:NUMBER DASH)?@ordinal DASH?CENTURY"
    ),
    "season": (
        "@edge?@early?(?:@which{1,2}|THE|THAT SAME?)?SEASON(?:OF?(?:YEAR|APOSTROPHE SMALL)|OF@which YEARWORD)?"
        "|@which YEARWORD APOSTROPHE POSSESSIVE SEASON"
    ),
    "this": (
        "@edge?(?:@early IN?)?(?:(?:THE|SAME)?@which{1,2}|THE?REFERENCE)FISCAL?@unit"
        "|LATER?THAT SAME?@unit|THAT OTHER UNIT|THE SAME@unit"
    ),
    "the": (
        "(?:@edge|@early IN|EARLY)?THE FISCAL?(?:YEARWORD|@any)|@edge?(?:@early IN?)?THE NEW YEARWORD(?!APOSTROPHE)"
        "|YEARWORD DASH?EDGE|(?:YEARWORD|@any)APOSTROPHE POSSESSIVE EDGE"
    ),
    "year": (
        "@early?(?:FISCAL YEARWORD?|FISCALYEAR)?YEAR(?!DASH?(?:@units|YEARWORD))(?:(?:DASH|SLASH)(?:YEAR|SMALL))?"
        "|FISCALYEAR SMALL|@spoken|APOSTROPHE SMALL(?!DASH?(?:@unit|@units|@month))"
    ),
    "duration": (
        "ABOUT{0,2}(?:@half|@amount DASH?(?:@unit|@units)|@num DASH SECOND)(?:DASH(?:OLD|LONG)|OLD)?"
        "|YEAR DASH?(?:YEARWORD|@units)(?:DASH(?:OLD|LONG)|OLD)?|@units(?:DASH(?:OLD|LONG))?|@unit DASH LONG"
        "|(?:@num DASH?)?WRITTENLONG"
    ),
    "named_day": "@which?@feast(?!WEEK|UNIT)|THE?(?:@names)(?:WEEK|UNIT)|SMALL SLASH SMALL",
    "running": "(?:A|THE)@ordinal OTHER(?:UNIT|NIGHT)",
    "reference": "THE?OUTLOOK?REFERENCE|THIS TIMEWORD",
    "day_of_month": "(?<=[ON FROM TO])THE ORDINAL(?!DASH)",
}
"""The rules in the order in which they are tried at a token; the first that matches has it."""

_NO_OPENING = (
    "[OTHER DOT COMMA TO OF IN ON FROM POSSESSIVE BREAK DASH AT CURRENCY OLD MERIDIEM SLASH]"
    "|[SMALL LARGE NUMBER ORDINAL FEW ABOUT THIS THAT YEARWORD UNIT WEEK PART NIGHT EDGE]"
    "(?:OTHER(?![APOSTROPHE PART NIGHT UNIT])|[DOT COMMA])"
    "|(?:BEFORE|AFTER)(?!THE?TWILIGHT)|WEE(?!PART?HOURS)|APOSTROPHE(?!DECADE|SMALL)"
    "|(?:THE|A)(?:OTHER(?![EDGE LAST ORDINAL SECOND])|[DOT COMMA TO OF])"
)
"""What no rule begins with, though most tokens do: one look saves trying them all there."""


class Match(NamedTuple):
    """An expression that the grammar found: its rule, and the range of its tokens."""

    tokens: Tokens
    rule: str
    first: int
    stop: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, in lower case."""
        return tuple(self.tokens.words[self.first : self.stop])

    @property
    def start(self) -> int:
        """Position of its first character in the text."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Position behind its last character."""
        return self.tokens.ends[self.stop - 1]

    def all(self, *kinds: str) -> list[str]:
        """Its words of these classes, in order."""
        wanted, classes, words = _codes_of(kinds), self.tokens.codes, self.tokens.words
        return [words[at] for at in range(self.first, self.stop) if classes[at] in wanted]

    def one(self, *kinds: str) -> str | None:
        """Its first word of these classes."""
        wanted, classes = _codes_of(kinds), self.tokens.codes
        for at in range(self.first, self.stop):
            if classes[at] in wanted:
                return self.tokens.words[at]
        return None

    def leading(self, count: int) -> Match:
        """The tokens that stand right before it, so many."""
        return self._replace(first=max(0, self.first - count), stop=self.first)

    def before(self, distance: int = 1) -> str:
        """The word that stands ``distance`` tokens before it, or an empty string."""
        at = self.first - distance
        return self.tokens.words[at] if at >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """The word that stands ``distance`` tokens behind it, or an empty string."""
        at = self.stop + distance - 1
        return self.tokens.words[at] if at < len(self.tokens.words) else ""


@cache
def _codes_of(kinds: tuple[str, ...]) -> frozenset[str]:
    """The characters of some classes; a week is a unit, and hours are units."""
    wanted = {*kinds, *(("WEEK",) if "UNIT" in kinds else ()), *(("HOURS",) if "UNITS" in kinds else ())}
    return frozenset(codes()[kind] for kind in wanted)


def matches(tokens: Tokens) -> Iterator[Match]:
    """The expressions in ``tokens``, from left to right, without overlap."""
    for found in _grammar().finditer(tokens.codes):
        rule = found.lastgroup
        if rule:
            yield Match(tokens, rule, found.start(), found.end())


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    rules = "|".join(f"(?P<{rule}>{_compiled(pattern)})" for rule, pattern in _RULES.items())
    return re.compile(f"(?!{_compiled(_NO_OPENING)})(?:{rules})")


def _compiled(pattern: str) -> str:
    """``pattern`` with the fragments filled in and each class name replaced by its character."""
    fragments = _FRAGMENTS | {"@names": _names()}
    while "@" in pattern:
        pattern = re.sub(r"@[a-z]+", lambda m: fragments[m.group()], pattern)
    return re.sub(r"[A-Z]{2,}|\bA\b", lambda m: codes()[m.group()], pattern).replace(" ", "")


@cache
def _names() -> str:
    """A pattern of the sequences of classes that the names of holidays have, the longest first."""
    kinds = {code: kind for kind, code in codes().items()}
    table = load("holidays")
    listed = [name for group in ("fixed", "nth", "easter", "of_year") for name in table[group]]
    found = {" ".join(kinds[code] for code in tokenize(name.title()).codes) for name in listed}
    names = "|".join(sorted(found, key=lambda name: (-name.count(" "), name)))
    names = names.replace("POSSESSIVE", "APOSTROPHE POSSESSIVE").replace("HOLIDAY OTHER", "HOLIDAY DOT?OTHER")
    return names.replace(" UNIT", " APOSTROPHE?UNIT")  # "Veterans' Day", "St. Patrick's Day."
