"""Four digits that are a house's and no year's: "the 1700 block of Elm", "1600 Elm Avenue"."""

from __future__ import annotations

from ...knowledge import load
from .grammar import Match

REACH = 6
"""Words behind a house's number among which the word for its street stands."""


def is_address(match: Match) -> bool:
    """Whether an expression of digits alone is the number of a house or of a block of houses."""
    near = [match.after(distance) for distance in (1, 2, 3)]
    if near[0] in ("block", "blocks") or (near[0] == "-" and near[1] == "block") or near[2] == "blocks":
        return True
    return match.before() not in load("number_names")["before_year"] and _leads_to_street(match)


def _leads_to_street(match: Match) -> bool:
    """Whether words with capitals follow, one behind the first of which is a street's: "1600 W. Elm Avenue"."""
    tokens = match.tokens
    for at in range(match.stop, min(match.stop + REACH, len(tokens.words))):
        first = tokens.text[tokens.starts[at]]
        if not (first.isupper() or first.isdecimal() or first == "."):
            return False
        if at > match.stop and tokens.words[at] in load("number_names")["streets"]:
            return True
    return False
