"""Surnames: words written large that stand alone as the subject of a verb, as a person's last name does.

"Otto Marsh" is a person where the text goes on with "Marsh was late"; streets, towns and bodies are seldom told of by
their last word. In 300 news articles it makes persons of 78 names that no table knows, and of nothing else but three
names to which a word of the page's furniture sticks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from .grammar import DETERMINERS, PREPOSITIONS

# A search that starts with a plain set of characters is fast; the look behind it is for the word's start.
_SUBJECT = re.compile(
    r"([A-Z](?<![\w.’'-].)[\w’'-]{1,30})(?: (?:was|is|had|has|said|says|told|died|will|would|did|does|could|can|went"
    r"|got|came|left|took|made|ran)\b|(?:,|['’]s)? [a-z]{2,15}ed\b)"
)
_BEFORE = re.compile(r"(?:\b(?:in|of|at|near|from|to|the|an?|and|for|on|by)|[A-Z][\w.’'-]*|[-–&])\s*$")
"""What makes a word behind it the rest of a name, or of a phrase that is no subject."""

_REACH = 25
"""Code points before a word that are looked at."""


def surnames(text: str) -> frozenset[str]:
    """The words of ``text`` that stand alone as the subject of a verb, such as a person's last name."""
    return frozenset(
        match[1]
        for match in _SUBJECT.finditer(text)
        if not _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    )


_SAYS = re.compile(r"[A-Z]\w+ (?:said|says|told|added|asked|replied)\b")
_SAID = re.compile(r"\b(?:said|says|told|added|asked|replied)\s$")
_OF_PERSONS = frozenset(("with", "by", "to", "for", "from"))
"""Prepositions that persons follow as well as times and places."""
_BARRING = DETERMINERS | PREPOSITIONS - _OF_PERSONS
_AFTER = re.compile(r"['’]s\b|\s*[,.;:?!)”\"]|\s(?![A-Z])")
"""What may stand behind a last name that stands alone: no other word written large."""


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a name is the subject of a verb of saying right beside it."""
    return _SAYS.match(text, start, end + _REACH) is not None or bool(_SAID.search(text, max(0, start - _REACH), start))


def follows_place(text: str, at: int) -> bool:
    """Whether an article or a preposition of place or time stands right before ``at``, which no person follows."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2].split()
    return bool(before) and before[-1].casefold() in DETERMINERS | PREPOSITIONS - _OF_PERSONS


def lone(
    text: str,
    words: Collection[str],
    taken: Sequence[tuple[int, int]],
    titles: Collection[str],
    calendar: Collection[str],
) -> list[tuple[int, int]]:
    """Where the last names ``words`` of persons stand alone in ``text``, outside of the ranges ``taken``, in order.

    They are words of other kinds as well ("King", "Baker", "March"): behind an article, a preposition of place or time,
    or a word written large that is not one of ``titles``, they are not the person, and where a sentence starts only as
    the subject of a verb; those of the ``calendar`` of a verb of saying.
    """
    if not words:
        return []
    starts = [start for start, _ in taken]
    listed = "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
    found: list[tuple[int, int]] = []
    for match in re.finditer(rf"\b(?:{listed})\b", text):
        k = bisect_right(starts, match.start()) - 1
        if (k >= 0 and taken[k][1] > match.start()) or not _AFTER.match(text, match.end()):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2].split()
        last = before[-1] if before else ""
        opens = not last or last[-1] in '.!?:”"\ufffc'
        verb = _SAYS if match.group().casefold() in calendar else _SUBJECT
        subject = verb.match(text, match.start()) is not None
        small = last.casefold().rstrip(".")
        barred = small in _BARRING or (last[:1].isupper() and small not in titles)
        if subject if opens else not barred and last[-1:] not in "-–&":
            found.append(match.span())
    return found
