"""Collation: two readings of one quotation laid side by side, word by word, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from ..knowledge import load
from ..text import Range
from .tokens import Reading, Token, joined

Nature = Literal["altered", "truncated", "elided", "reordered", "spliced", "bracketed"]

SOLID = 0.6
"""Least share of the words of a common stretch that both readings have. Below it, the two are reworded so much that
no single word can be called changed."""

SURE = 3
"""Words in a row from which on a match counts by itself. A shorter one must stand close to another."""

NEAR = 4
"""How many words may lie between a short match and its neighbour."""

CHANGED = 6
"""Most words, on either side, of a change that is still called one. A longer one is another sentence."""

HEAD = 3
"""Most words, on either side, of a change at the start of a sentence."""

SUPPORT = 4
"""Least words that both readings have in the sentence of a change, beside the change."""

MOVED = 4
"""Least words of a clause that stands elsewhere in the other reading."""


Block = tuple[int, int, int]
"""Words that two readings share in a row: where they start in each, and how many they are."""


@dataclass(frozen=True)
class Difference:
    """A place where two readings differ, as ranges of words in each."""

    nature: Nature
    a: Range
    b: Range


@dataclass(frozen=True)
class Collation:
    """What laying two readings side by side shows."""

    common: int
    """Words that both have."""
    share: float
    """Share of the words from the first to the last common one that both have."""
    solid: float
    """The same for the stretches of it in which differences are looked for."""
    differences: tuple[Difference, ...]

    @property
    def mirrored(self) -> Collation:
        """The same with the two readings exchanged."""
        return Collation(
            self.common, self.share, self.solid, tuple(Difference(d.nature, d.b, d.a) for d in self.differences)
        )


def collate(a: Reading, b: Reading) -> Collation:
    """Lays two readings side by side. Nothing is called different where the two have too little in common."""
    blocks = _blocks(a.keys, b.keys)
    common = sum(size for _, _, size in blocks)
    if not blocks:
        return Collation(0, 0.0, 0.0, ())
    share = _share(a, b, blocks)
    shares = [(stretch, _share(a, b, stretch)) for stretch in _stretches(blocks)]
    solid = max(own for _, own in shares)
    moved = list(_moved(a, b, blocks)) if share >= SOLID else []
    differences = [Difference("reordered", one, other) for one, other in moved]
    for stretch in (stretch for stretch, own in shares if own >= SOLID):
        left = {at for x, _, n in stretch for at in range(x, x + n)}
        right = {at for _, y, n in stretch for at in range(y, y + n)}
        for d in _between(a, b, stretch, moved):
            if _supported(a, d.a, left) or _supported(b, d.b, right):
                differences.append(d)
        for d in (*_before(a, b, stretch[0], moved), *_after(a, b, stretch[-1], moved)):
            if _supported(a, d.a, left) and _supported(b, d.b, right):
                differences.append(d)
    return Collation(common, share, solid if solid >= SOLID else 0.0, tuple(differences))


def _supported(one: Reading, change: Range, common: set[int]) -> bool:
    """Whether the other reading has most of the words around a change, to the end of the sentence on either side.

    A change within what is common needs that in one reading, as the other may be longer; one at its edge in both.
    """
    start = one.sentence_start(change[0] - 1 if change[0] - 1 in common else change[0])
    end = one.sentence_end(change[1] if change[1] in common else max(change[1] - 1, 0))
    rest = [at in common for at in range(start, end) if not change[0] <= at < change[1]]
    return sum(rest) >= SUPPORT and sum(rest) >= SOLID * len(rest)


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The stretches of words that two readings share, in order, without chance matches of single words."""
    found = [(x, y, n) for x, y, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if n]
    sure = [at for at, (x, y, n) in enumerate(found) if n >= SURE or n >= min(len(a), len(b))]
    if not sure:
        return []
    kept = set(sure)
    for order in (range(len(found)), reversed(range(len(found)))):
        last: int | None = None
        for at in order:
            if at not in kept and last is not None and _distance(found[min(at, last)], found[max(at, last)]) <= NEAR:
                kept.add(at)
            if at in kept:
                last = at
    return [block for at, block in enumerate(found) if at in kept]


def _distance(one: Block, other: Block) -> int:
    return max(other[0] - one[0] - one[2], other[1] - one[1] - one[2])


def _gaps(blocks: Sequence[Block]) -> Iterator[tuple[Range, Range]]:
    for (x, y, n), (p, q, _) in pairwise(blocks):
        yield (x + n, p), (y + n, q)


def _stretches(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The common stretches between which each reading has sentences of its own, with chance matches at most."""
    sure = [at for at, (_, _, size) in enumerate(blocks) if size >= SURE] or [0]
    start = 0
    for here, there in pairwise(sure):
        (x, y, n), (p, q, _) = blocks[here], blocks[there]
        longer, shorter = max(p - x - n, q - y - n), min(p - x - n, q - y - n)
        if shorter > CHANGED and sum(size for _, _, size in blocks[here + 1 : there]) < SOLID * longer:
            yield blocks[start : here + 1]
            start = there
    yield blocks[start:]


def _share(a: Reading, b: Reading, blocks: Sequence[Block]) -> float:
    """The share of common words in the stretch from the first to the last, without what an ellipsis leaves out.

    Words that one of them lacks count little, since the two may well be alike around them.
    """
    total = common = sum(size for _, _, size in blocks)
    for one, other in _gaps(blocks):
        if not (_empty(one) and a.gap(*one)) and not (_empty(other) and b.gap(*other)):
            most = HEAD if _empty(one) or _empty(other) else 2 * CHANGED
            total += min(max(one[1] - one[0], other[1] - other[0]), most)
    return common / total


def _moved(a: Reading, b: Reading, blocks: Sequence[Block]) -> Iterator[tuple[Range, Range]]:
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
                and (_beside(a, here, [x for x, _, _ in blocks]) or _beside(b, there, [y for _, y, _ in blocks]))
            ):
                yield here, there


def _beside(one: Reading, moved: Range, starts: Sequence[int]) -> bool:
    """Whether a moved clause stands in one sentence with words that did not move."""
    start, end = one.sentence_start(moved[0]), one.sentence_end(moved[1] - 1)
    return any(start <= at < end for at in starts)


def _left(length: int, taken: Sequence[Range]) -> list[Range]:
    edges = [0, *(edge for pair in taken for edge in pair), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start >= MOVED]


def _between(
    a: Reading, b: Reading, blocks: Sequence[Block], moved: Sequence[tuple[Range, Range]]
) -> Iterator[Difference]:
    for one, other in _gaps(blocks):
        if any(_meet(one, x) or _meet(other, y) for x, y in moved):
            continue
        nature = _nature(a, b, one, other)
        if nature:
            yield Difference(nature, one, other)


def _nature(a: Reading, b: Reading, one: Range, other: Range) -> Nature | None:
    if _empty(one) and _empty(other):
        return None
    if any(token.bracketed for token in (*a.tokens[slice(*one)], *b.tokens[slice(*other)])):
        return "bracketed"
    if _empty(one) or _empty(other):
        return _omission(a, b, one, other) if _empty(one) else _omission(b, a, other, one)
    if a.gap(*one) or b.gap(*other):
        return "elided"
    short = max(one[1] - one[0], other[1] - other[0]) <= CHANGED
    return "altered" if short and not _same_sound(a.tokens[slice(*one)], b.tokens[slice(*other)]) else None


def _same_sound(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether two stretches differ in the printing only: "long-term" and "longterm", "he's gone" and "he has gone"."""
    one, other = sorted(([token.key for token in a], [token.key for token in b]), key=len)
    if joined(one) == joined(other):
        return True
    if len(one) == len(other) == 1 and {one[0], other[0]} == {(word := min(one[0], other[0], key=len)), f"{word}'s"}:
        return word.endswith("s")
    verbs = [verb for pair in load("wording")["ambiguous"] for verb in pair]
    if len(one) == 1 and len(other) == 2 and one[0] == f"{other[0]}'s" and other[1] in verbs:
        return True
    contracted = any(token.contracted for token in (*a, *b))
    return contracted and any(set(one + other) == set(pair) for pair in load("wording")["ambiguous"])


def _omission(left: Reading, right: Reading, x: Range, y: Range) -> Nature | None:
    """What it is that ``left`` lacks the words ``y`` of ``right`` between two words that both have.

    An "and" between two clauses that another prints as two sentences is lost with the cut, and nothing else is.
    """
    if left.closes(x[0] - 1) and right.goes_on(y[0] - 1):
        joining = load("wording")["joining"]
        return None if all(token.key in joining for token in right.tokens[slice(*y)]) else "truncated"
    if left.gap(*x):
        return "elided"
    inside = any(token.opens for token in right.tokens[y[0] : y[1] + 1])
    return "spliced" if inside else "altered"


def _before(a: Reading, b: Reading, first: Block, moved: Sequence[tuple[Range, Range]]) -> Iterator[Difference]:
    """Other first words of a sentence. Where one reading starts within the sentence, nothing differs."""
    x, y = (a.sentence_start(first[0]), first[0]), (b.sentence_start(first[1]), first[1])
    if _empty(x) or _empty(y) or any(_meet(x, p) or _meet(y, q) for p, q in moved):
        return
    if a.tokens[x[0]].starts and b.tokens[y[0]].starts and max(x[1] - x[0], y[1] - y[0]) <= HEAD:
        nature = _nature(a, b, x, y)
        if nature in ("altered", "bracketed"):
            yield Difference(nature, x, y)


def _after(a: Reading, b: Reading, last: Block, moved: Sequence[tuple[Range, Range]]) -> Iterator[Difference]:
    """What differs behind the last common word: a sentence that is cut, or other last words."""
    one, other = last[0] + last[2], last[1] + last[2]
    x, y = (one, a.sentence_end(one - 1)), (other, b.sentence_end(other - 1))
    if any(_meet(x, p) or _meet(y, q) for p, q in moved):
        return
    if _empty(x) and _empty(y):
        return
    if _empty(x) or _empty(y):
        cut, full, at, rest = (a, b, one - 1, other - 1) if _empty(x) else (b, a, other - 1, one - 1)
        if cut.closes(at) and full.goes_on(rest):
            yield Difference("truncated", x, y)
    elif a.closes(x[1] - 1) and b.closes(y[1] - 1) and (nature := _nature(a, b, x, y)) in ("altered", "bracketed"):
        yield Difference(nature, x, y)


def _empty(part: Range) -> bool:
    return part[0] >= part[1]


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
