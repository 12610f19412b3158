"""Transposition: words and clauses that two readings have both, in another place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..knowledge import load
from ..text import Range
from .differences import Block, Difference, empty
from .tokens import Reading

MOVED = 4
"""Least words of a clause that stands elsewhere in the other reading."""

REACH = 12
"""How many words may lie between the place that a few words have in one reading and that in the other."""


def moved_clauses(a: Reading, b: Reading, blocks: Sequence[Block]) -> Iterator[tuple[Range, Range]]:
    """Clauses that both readings have, in another place."""
    small = load("wording")["small"]
    left = _left(len(a.tokens), [(x, x + n) for x, _, n in blocks])
    right = _left(len(b.tokens), [(y, y + n) for _, y, n in blocks])
    matcher = SequenceMatcher(None, a.keys, b.keys, autojunk=False)
    for one in left:
        for other in right:
            match = matcher.find_longest_match(*one, *other)
            words = [key for key in a.keys[match.a : match.a + match.size] if key not in small]
            here, there = (match.a, match.a + match.size), (match.b, match.b + match.size)
            if (
                match.size >= MOVED
                and len(words) > 1
                and _is_clause(a, here, left)
                and _is_clause(b, there, right)
                and (_beside(a, here, [x for x, _, _ in blocks]) or _beside(b, there, [y for _, y, _ in blocks]))
            ):
                yield here, there


def _is_clause(one: Reading, moved: Range, left: Sequence[Range]) -> bool:
    """Whether what moved ends where its sentence ends, another clause begins, or the readings meet again."""
    end = moved[1]
    if end == len(one.tokens) or one.closes(end - 1) or one.breaks(end) or one.tokens[end].opens:
        return True
    return one.keys[end] in load("wording")["clauses"] or not any(a <= end < b for a, b in left)


def _beside(one: Reading, moved: Range, starts: Sequence[int]) -> bool:
    """Whether a moved clause stands in one sentence with words that did not move."""
    start, end = one.sentence_start(moved[0]), one.sentence_end(moved[1] - 1)
    return any(start <= at < end for at in starts)


def _left(length: int, taken: Sequence[Range]) -> list[Range]:
    edges = [0, *(edge for pair in taken for edge in pair), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start >= MOVED]


def transposed(a: Reading, b: Reading, found: Sequence[Difference], blocks: Sequence[Block]) -> Iterator[Difference]:
    """The differences, with one for each two that tell of the same words in another place.

    "Be excited sexually" and "be sexually excited" is no omission; nor is "too tidy and too careless" against "too
    careless and too tidy".
    """
    taken: set[int] = set()
    for first, one in enumerate(found):
        for second in range(first + 1, len(found)):
            other = found[second]
            if not taken & {first, second} and _exchanged(a, b, one, other):
                taken |= {first, second}
                yield Difference("reordered", _span(one.a, other.a), _span(one.b, other.b))
    left = {at for x, _, n in blocks for at in range(x, x + n)}
    right = {at for _, y, n in blocks for at in range(y, y + n)}
    for d in (d for at, d in enumerate(found) if at not in taken):
        there, here = _elsewhere(a, d.a, b, d.b, right), _elsewhere(b, d.b, a, d.a, left)
        if there is not None:
            yield Difference("reordered", d.a, _span(d.b, there))
        elif here is not None:
            yield Difference("reordered", _span(d.a, here), d.b)
        else:
            yield d


def _elsewhere(one: Reading, part: Range, other: Reading, gap: Range, common: set[int]) -> Range | None:
    """Where the words that one reading lacks at a place stand near it in that reading, apart from what both share."""
    sought = one.keys[slice(*part)]
    if not empty(gap) or not _movable(sought):
        return None
    low, high = max(0, gap[0] - REACH), min(len(other.tokens), gap[1] + REACH)
    size = len(sought)
    for at in range(low, high - size + 1):
        if other.keys[at : at + size] == sought and common.isdisjoint(range(at, at + size)):
            return at, at + size
    return None


def _exchanged(a: Reading, b: Reading, one: Difference, other: Difference) -> bool:
    """Whether two differences, near each other, hold the same words in both readings, and one of meaning."""
    if {one.nature, other.nature} - {"altered", "spliced"}:
        return False
    if max(other.a[0] - one.a[1], other.b[0] - one.b[1]) > REACH:
        return False
    left = sorted(key for d in (one, other) for key in a.keys[slice(*d.a)])
    right = sorted(key for d in (one, other) for key in b.keys[slice(*d.b)])
    return left == right and _movable(left)


def _movable(words: Sequence[str]) -> bool:
    """Whether words can be told to have moved: one of meaning is among them, and no negation, which has a place."""
    table = load("wording")
    return not set(words) <= set(table["small"]) and set(words).isdisjoint(table["negations"])


def _span(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])
