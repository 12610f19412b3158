"""Where the words stand that conflicts are about, and what another source has in the place of words that one lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..models import Conflict, Evidence
from ..text import Range
from .excerpt import Dispute, joined
from .index import Index, letter

LONGEST = 12
"""Most words that stand for a gap."""


def disputes(index: Index) -> dict[str, tuple[Dispute, ...]]:
    """The disputed words of each article, by its id, in order; those of possible disagreements too."""
    found: defaultdict[str, dict[Range, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for conflict in (*index.ranked, *index.report.possible):
        for number, side in enumerate(conflict.sides):
            for evidence in side.evidence:
                ranges = _ranges(index, evidence)
                for at, (start, end) in enumerate(ranges):
                    words = _missing(index, conflict, number, (at, len(ranges))) if start == end else ""
                    found[evidence.article_id][start, end].append((f"{conflict.id}:{letter(number)}", words))
    return {
        article: tuple(
            Dispute(start, end, " ".join(name for name, _ in told), next((words for _, words in told if words), ""))
            for (start, end), told in sorted(places.items())
        )
        for article, places in found.items()
    }


def _ranges(index: Index, evidence: Evidence) -> list[Range]:
    return joined(index.articles[evidence.article_id].text, evidence.differing)


def _missing(index: Index, conflict: Conflict, number: int, place: tuple[int, int]) -> str:
    """The words of another side that a gap lacks: those of the same place among as many differences."""
    at, size = place
    for other, side in enumerate(conflict.sides):
        for evidence in side.evidence if other != number else ():
            ranges = _ranges(index, evidence)
            if len(ranges) == size and ranges[at][0] < ranges[at][1]:
                return _cut(index.articles[evidence.article_id].text[slice(*ranges[at])].split())
    return ""


def _cut(words: Sequence[str]) -> str:
    told = " ".join(words[:LONGEST]).strip(" ,;")
    return f"{told} …" if len(words) > LONGEST else told
