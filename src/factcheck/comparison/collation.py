"""Collation: two readings of one quotation laid side by side, word by word, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from ..knowledge import load
from ..text import Range
from .differences import Block, Difference, Nature, Relation, empty
from .house_style import same_sound
from .tokens import Reading, Token
from .transposition import moved_clauses, transposed

SOLID = 0.6
"""Least share of the words of a common stretch that both readings have. Below it, the two are reworded so much that
no single word can be called changed."""

SMALL = 0.5
"""What a small word counts that only one of two readings has."""

SURE = 3
"""Words in a row from which on a match counts by itself. A shorter one must stand close to another."""

NEAR = 4
"""How many words may lie between a short match and its neighbour."""

CHANGED = 6
"""Most words, on either side, of a change that is still called one. A longer one is another sentence."""

HEAD = 3
"""Most words, on either side, of a change at the start of a sentence."""

CONDITION = 10
"""Most words of a condition at the start of a sentence."""

KNOWN = 1 << 12
"""Pairs of readings whose words in common are remembered."""

SUPPORT = 4
"""Least words that both readings have in the sentence of a change, beside the change."""


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
    alike: tuple[Range, Range] | None = None
    """The words of each that both have, where nothing else differs but what an ellipsis, an attribution or brackets
    mark, and what one of the two has beyond an end of the other; None where more differs."""

    @property
    def mirrored(self) -> Collation:
        """The same with the two readings exchanged."""
        swapped = tuple(Difference(d.nature, d.b, d.a) for d in self.differences)
        alike = None if self.alike is None else (self.alike[1], self.alike[0])
        return Collation(self.common, self.share, self.solid, swapped, alike)


def collate(a: Reading, b: Reading) -> Collation:
    """Lays two readings side by side. Nothing is called different where the two have too little in common."""
    blocks = _blocks(a.keys, b.keys)
    common = sum(size for _, _, size in blocks)
    if not blocks:
        return Collation(0, 0.0, 0.0, ())
    share = _share(a, b, blocks)
    shares = [(stretch, _share(a, b, stretch)) for stretch in _stretches(blocks)]
    solid = max(own for _, own in shares)
    moved = list(moved_clauses(a, b, blocks)) if share >= SOLID else []
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
    found = tuple(transposed(a, b, differences, blocks))
    return Collation(common, share, solid if solid >= SOLID else 0.0, found, _alike(a, b, blocks))


@lru_cache(KNOWN)
def words_in_common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two readings have in common, chance matches of single words aside."""
    return sum(size for _, _, size in _blocks(a, b))


def _alike(a: Reading, b: Reading, blocks: Sequence[Block]) -> tuple[Range, Range] | None:
    """The words that two readings share, where all that differs in them is marked."""
    first, last = blocks[0], blocks[-1]
    ends = (last[0] + last[2], last[1] + last[2])
    edges = [((0, first[0]), (0, first[1])), ((ends[0], len(a.tokens)), (ends[1], len(b.tokens)))]
    for one, other in (*_gaps(blocks), *edges):
        outer = (one, other) in edges
        if outer and (empty(one) or empty(other)):
            continue
        if _relation(a, b, one, other) not in ("same", "elided", "bracketed"):
            return None
    return (first[0], ends[0]), (first[1], ends[1])


def _supported(one: Reading, change: Range, common: set[int]) -> bool:
    """Whether the other reading has most of the words around a change, to the end of the sentence on either side.

    A change within what is common needs that in one reading, as the other may be longer; one at its edge in both.
    Where a short sentence is common but for the change, the words beside it count, too.
    """
    start = one.sentence_start(change[0] - 1 if change[0] - 1 in common else change[0])
    end = one.sentence_end(change[1] if change[1] in common else max(change[1] - 1, 0))
    rest = [at in common for at in range(start, end) if not change[0] <= at < change[1]]
    if rest and all(rest):
        low, high = start, end
        while low - 1 in common and start - low < SUPPORT:
            low -= 1
        while high in common and high - end < SUPPORT:
            high += 1
        return len(rest) + (start - low) + (high - end) >= SUPPORT
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
    common = sum(size for _, _, size in blocks)
    total = float(common)
    for one, other in _gaps(blocks):
        if not (empty(one) and a.breaks(one[0])) and not (empty(other) and b.breaks(other[0])):
            most = HEAD if empty(one) or empty(other) else 2 * CHANGED
            total += min(max(_mass(a, one), _mass(b, other)), most)
    return common / total


def _mass(one: Reading, part: Range) -> float:
    """How many words a stretch has, small words counted by half."""
    small = load("wording")["small"]
    return sum(SMALL if key in small else 1.0 for key in one.keys[slice(*part)])


def _between(
    a: Reading, b: Reading, blocks: Sequence[Block], moved: Sequence[tuple[Range, Range]]
) -> Iterator[Difference]:
    for one, other in _gaps(blocks):
        if any(_meet(one, p) or _meet(other, q) for p, q in moved):
            continue
        for nature, x, y in _replaced(a, b, one, other):
            here, there = _trimmed(a, b, x, y) if nature == "altered" else (x, y)
            if not (empty(here) and empty(there)):
                yield Difference(nature, here, there)


def _replaced(a: Reading, b: Reading, one: Range, other: Range) -> Iterator[tuple[Nature, Range, Range]]:
    """How two stretches between common words differ: as a whole, or in the words beside an attribution."""
    relation = _relation(a, b, one, other)
    if relation == "same":
        return
    if relation != "unlike":
        yield relation, one, other
    elif not (empty(one) or empty(other)):
        left, right = _segments(a, one), _segments(b, other)
        if len(left) + len(right) > 2:
            for here, there in ((left[0], right[0]), (left[-1], right[-1])):
                if not (empty(here) or empty(there)) and _relation(a, b, here, there) == "altered":
                    yield "altered", here, there


def _relation(a: Reading, b: Reading, one: Range, other: Range) -> Relation:
    """How the words of two stretches between common ones, or at the ends of the readings, differ."""
    if empty(one) and empty(other):
        return "same"
    left, right = a.tokens[slice(*one)], b.tokens[slice(*other)]
    if any(token.bracketed for token in (*left, *right)):
        return "bracketed"
    if empty(one) or empty(other):
        return _omission(a, b, one, other) if empty(one) else _omission(b, a, other, one)
    if _same(left, right):
        return "same"
    segments = _segments(a, one), _segments(b, other)
    if max(map(len, segments)) > 1:
        return "elided" if _elided(*segments) else "unlike"
    return "altered" if max(one[1] - one[0], other[1] - other[0]) <= CHANGED else "unlike"


def _segments(one: Reading, part: Range) -> list[Range]:
    """A stretch cut where an ellipsis or an attribution stands, before its first and behind its last word too.

    Before the first word of a reading, and behind its last, anything may have been left out.
    """
    cuts = [at for at in range(part[0], part[1] + 1) if at in (0, len(one.tokens)) or one.breaks(at)]
    edges = [part[0], *(edge for at in cuts for edge in (at, at)), part[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _elided(left: Sequence[Range], right: Sequence[Range]) -> bool:
    """Whether two cut stretches can both be of one longer text: the words next to what is common differ in neither."""
    if min(len(left), len(right)) < 2:
        return False
    return all(empty(x) or empty(y) for x, y in ((left[0], right[0]), (left[-1], right[-1])))


def _same(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether two stretches differ in the printing only: "long-term" and "longterm", "he's gone" and "he has gone"."""
    one, other = sorted(([token.key for token in a], [token.key for token in b]), key=len)
    if same_sound(one, other):
        return True
    verbs = [verb for pair in load("wording")["ambiguous"] for verb in pair]
    if len(one) == 1 and len(other) == 2 and one[0] == f"{other[0]}'s" and other[1] in verbs:
        return True
    contracted = any(token.contracted for token in (*a, *b))
    return contracted and any(set(one + other) == set(pair) for pair in load("wording")["ambiguous"])


def _omission(left: Reading, right: Reading, x: Range, y: Range) -> Relation:
    """What it is that ``left`` lacks the words ``y`` of ``right`` between two words that both have.

    An "and" between two clauses that another prints as two sentences is lost with the cut, and nothing else is.
    """
    if left.closes(x[0] - 1) and right.goes_on(y[0] - 1):
        joining = load("wording")["joining"]
        if all(token.key in joining for token in right.tokens[slice(*y)]):
            return "same"
        return "altered" if right.goes_on(y[1] - 1) and y[1] - y[0] <= HEAD else "truncated"
    if left.breaks(x[0]):
        return "elided"
    inside = any(token.opens for token in right.tokens[y[0] : y[1] + 1])
    return "spliced" if inside else "altered"


def _before(a: Reading, b: Reading, first: Block, moved: Sequence[tuple[Range, Range]]) -> Iterator[Difference]:
    """Other first words of a sentence, or first words that one lacks and that limit what the rest says.

    Where one reading starts within the sentence, nothing else differs.
    """
    x, y = (a.sentence_start(first[0]), first[0]), (b.sentence_start(first[1]), first[1])
    if any(_meet(x, p) or _meet(y, q) for p, q in moved):
        return
    if empty(x) or empty(y):
        cut, full, at, head = (a, b, x[1], y) if empty(x) else (b, a, y[1], x)
        if not empty(head) and cut.tokens[at].starts and full.tokens[head[0]].starts and _limits(full, head):
            yield Difference("altered", x, y)
        elif not empty(head) and _turns(cut, at, full, head[1] - 1):
            last = (head[1] - 1, head[1])
            yield Difference("altered", x, last) if empty(x) else Difference("altered", last, y)
        return
    if a.tokens[x[0]].starts and b.tokens[y[0]].starts:
        yield from _next_to(a, b, _segments(a, x)[-1], _segments(b, y)[-1], HEAD)


def _turns(cut: Reading, at: int, full: Reading, last: int) -> bool:
    """Whether a fragment begins right behind a negation that its sentence leaves out: no "reason to leave"."""
    first = at == 0 or cut.tokens[at - 1].piece != cut.tokens[at].piece
    negated = full.keys[last] in load("wording")["negations"] and not full.breaks(last + 1)
    return first and negated and cut.pieces[cut.tokens[at].piece].affirmed


def _limits(one: Reading, head: Range) -> bool:
    """Whether the first words of a sentence limit the rest: "Only ...", "Some of ...", "If it rains, ..."."""
    words, keys = load("wording"), one.keys[slice(*head)]
    if keys[0] in words["conditions"] and keys[0] != "only":
        return head[1] - head[0] <= CONDITION and one.tokens[head[1]].pause
    return head[1] - head[0] <= HEAD and any(
        key in words[name] for name in ("negations", "quantifiers", "modals") for key in keys
    )


def _after(a: Reading, b: Reading, last: Block, moved: Sequence[tuple[Range, Range]]) -> Iterator[Difference]:
    """What differs behind the last common word: a sentence that is cut, or other last words."""
    one, other = last[0] + last[2], last[1] + last[2]
    x, y = (one, a.sentence_end(one - 1)), (other, b.sentence_end(other - 1))
    if any(_meet(x, p) or _meet(y, q) for p, q in moved):
        return
    if empty(x) and empty(y):
        return
    if empty(x) or empty(y):
        cut, full, at, rest = (a, b, one - 1, other - 1) if empty(x) else (b, a, other - 1, one - 1)
        if cut.closes(at) and full.goes_on(rest) and _begin_alike(a, b, one - 1, other - 1):
            tail = next(part for part in _segments(*((b, y) if empty(x) else (a, x))) if not empty(part))
            yield Difference("truncated", x, tail) if empty(x) else Difference("truncated", tail, y)
        return
    x, y = _segments(a, x)[0], _segments(b, y)[0]
    ended = all(end == len(own.tokens) or own.breaks(end) or own.closes(end - 1) for own, (_, end) in ((a, x), (b, y)))
    yield from _next_to(a, b, x, y, CHANGED if ended else HEAD)


def _begin_alike(a: Reading, b: Reading, x: int, y: int) -> bool:
    """Whether the sentences of two words begin with words that the other reading has, too, but for a filler.

    One that begins otherwise and ends earlier was reworded or translated, and not cut.
    """
    fillers = load("wording")["fillers"]
    starts = ((a, a.sentence_start(x), b), (b, b.sentence_start(y), a))
    return all(
        not own.tokens[at].starts or own.keys[at] in other.keys or own.keys[at] in fillers for own, at, other in starts
    )


def _next_to(a: Reading, b: Reading, one: Range, other: Range, most: int) -> Iterator[Difference]:
    """Other words right beside the outermost common one: each reading has some there, so neither left any out."""
    if empty(one) or empty(other) or max(one[1] - one[0], other[1] - other[0]) > most:
        return
    one, other = _trimmed(a, b, one, other)
    left, right = a.tokens[slice(*one)], b.tokens[slice(*other)]
    if any(token.bracketed for token in (*left, *right)):
        yield Difference("bracketed", one, other)
    elif not _same(left, right):
        yield Difference("altered", one, other)


def _trimmed(a: Reading, b: Reading, one: Range, other: Range) -> tuple[Range, Range]:
    """Two stretches without what both begin or end with, be it written as two words: "world view", "worldview"."""
    (x, p), (y, q) = one, other
    while (step := _alike_at(a.keys[x:p], b.keys[y:q])) is not None:
        x, y = x + step[0], y + step[1]
    while (step := _alike_at(a.keys[x:p], b.keys[y:q], end=True)) is not None:
        p, q = p - step[0], q - step[1]
    return (x, p), (y, q)


def _alike_at(one: Sequence[str], other: Sequence[str], *, end: bool = False) -> tuple[int, int] | None:
    """How many words of each are the same at the beginning, or the end: one, or one that is written as two."""
    for n, m in ((1, 1), (2, 1), (1, 2)):
        left, right = (one[-n:], other[-m:]) if end else (one[:n], other[:m])
        if len(left) == n and len(right) == m and same_sound(left, right):
            return n, m
    return None


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
