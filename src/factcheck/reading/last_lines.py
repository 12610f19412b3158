"""Last lines: what the stamps below the prose state, such as the day, or the outlet that claims the rights."""

from __future__ import annotations

import re
from functools import lru_cache

from ..entities.dates import find_day
from ..entities.outlets import wire
from ..knowledge import words
from ..text import paragraphs
from .metadata import Metadata
from .naming import is_body, is_outlet
from .stamps import MAX_LINE

MAX_LINES = 8
"""So many last lines are looked at."""

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b)(?: ©| \(c\))?,?\s*+(?:(?:19|20)\d\d[,.]?\s++)?(?:by )?(?P<holder>[^.,;|©\d]{2,60})",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?P<agency>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}) (?:has |have )?contributed(?: reporting)? "
    r"to this (?:report|story|article)"
)
_RELEASED = re.compile(r"SOURCE:? (?P<holder>\S[^\n]{1,80})")


def read_last_lines(text: str, metadata: Metadata) -> None:
    """Fill what is still open in ``metadata`` from the last lines of ``text``.

    A day needs its introduction ("First published 3 March 2024"), an outlet a note of its rights, or "SOURCE" as the
    services that distribute press releases close them.
    """
    for start, end in list(paragraphs(text[-2 * MAX_LINES * MAX_LINE :]))[-MAX_LINES:]:
        line = text[-2 * MAX_LINES * MAX_LINE :][start:end]
        if len(line) > MAX_LINE:
            continue
        for field in ("closing", "updated"):
            lead = _introduction(field).match(line)
            span = find_day(line[lead.end() :]) if lead else None
            if lead and span and span[0] == 0:
                metadata.put("published" if field == "closing" else field, line[lead.end() :][slice(*span)])
        credited = _CREDIT.search(line)
        if credited and (agency := wire(credited["agency"])):
            metadata.credits += (agency,)
        rights, released = _RIGHTS.match(line), _RELEASED.fullmatch(line)
        if rights and (is_outlet(rights["holder"].strip()) or is_body(rights["holder"].strip())):
            metadata.put("source", rights["holder"])
        elif released:
            metadata.put("source", released["holder"])


@lru_cache(maxsize=2)
def _introduction(kind: str) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words("front_lines", "phrases", kind), key=len, reverse=True))
    return re.compile(rf"\W{{0,3}}(?:{choice})(?: (?:on|at|in [^\d\n]{{2,40}} on))?:?\s*+", re.IGNORECASE)
