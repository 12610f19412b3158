"""Rules for parts of a day: the night of 8 March, the small hours of Sunday, before dawn on Friday."""

from __future__ import annotations

from ...knowledge import load
from .clock import day_named, day_spoken_of, named_day
from .grammar import Match
from .points import day_of_month
from .scope import Scope, Value
from .tokens import codes


def part_of(match: Match, scope: Scope) -> Value | None:
    """The morning of 8 March, the night of Friday, the night of the 4th."""
    if match.one("OF") is None:
        named = named_day(match)  # "The night of the raid on March 3."
        part = load("timex")["parts"][match.words[-1]]
        if named:
            return _on_day(match, scope, part)
        return Value("TIME", f"{day_spoken_of(match, scope)}T{part}", "undated")
    if match.tokens.codes[match.stop - 1] == codes()["ORDINAL"] and match.one("MONTH", "MONTHABBR") is None:
        found = day_of_month(Match(match.tokens, "day_of_month", match.stop - 2, match.stop), scope)
        part = load("timex")["parts"][match.one("PART", "NIGHT") or ""]
        return found and Value("TIME", f"{found.value}T{part}")
    return _on_day(match, scope, load("timex")["parts"][match.one("PART", "NIGHT") or ""])


def small_hours(match: Match, scope: Scope) -> Value | None:
    """The small hours of Sunday, the early morning hours Saturday: part of the morning of that day."""
    if match.one("THIS"):
        return Value("TIME", f"{scope.today.isoformat()}TMO")
    if match.one("PART") is None and match.after() == "of":
        return None  # "The early hours of the search."
    return _on_day(match, scope, "MO")


def twilight(match: Match, scope: Scope) -> Value | None:
    """Dawn, before sunrise on Friday, after dusk: the hours that it can be follow from the words."""
    at = next(at for at in range(match.first, match.stop) if match.tokens.words[at] == match.one("TWILIGHT"))
    if match.tokens.text[match.tokens.starts[at]].isupper():
        return None  # A name: "Dawn Lee", "Sunset Park".
    if not match.one("BEFORE", "AFTER") and match.before() not in load("timex")["before_clock"]:
        return None  # "Dawn broke", "a dusk patrol".
    return _on_day(match, scope, load("timex")["parts"][match.one("TWILIGHT") or ""])


def _on_day(match: Match, scope: Scope, part: str) -> Value | None:
    """A part of the day that is named in or beside the expression; without one, no more than the part."""
    named = named_day(match)
    found = day_named(named, scope) if named else None
    return Value("TIME", f"{found}T{part}") if found else Value("TIME", f"T{part}", "undated")
