"""The versions of one quotation laid side by side, each two of them, with what they differ in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from ..models import Group
from ..text import Range
from .change import is_grave, is_harmless
from .collation import Collation, collate
from .context import Context
from .differences import Difference
from .occasion import may_vary, of_one_saying
from .readings import Version
from .speaker import different_speakers
from .tokens import keys_of

BESIDE = 3
"""Words on either side of a change that tell the place in which another passage has it, too."""

MOST = 50
"""Readings of one quotation that are compared with each other. No quotation met has half as many."""

TAIL = 3
"""Least words of the end of a sentence that are looked for elsewhere in the article which lacks them."""

KEPT = 64
"""Articles whose words are remembered."""


@dataclass(frozen=True)
class Table:
    """The distinct readings of a group, the versions that give each, and how each two of them differ."""

    readings: tuple[tuple[Version, ...], ...]
    collations: Mapping[tuple[int, int], Collation]

    def between(self, a: int, b: int) -> Collation | None:
        """How reading ``a`` differs from reading ``b``; None where the two are not compared."""
        if (a, b) in self.collations:
            return self.collations[a, b]
        other = self.collations.get((b, a))
        return other.mirrored if other else None

    def differences(self, a: int, b: int, nature: str) -> list[Difference]:
        """The differences of one nature between two readings."""
        collation = self.between(a, b)
        return [d for d in collation.differences if d.nature == nature] if collation else []


def lay_out(found: Sequence[Version], group: Group, context: Context) -> Table:
    """The table of the versions of a group.

    Two readings are compared where different speakers are out of the question and both are of one occasion, those of an
    article and of its copy as well: what an edited copy changed is the surest difference there is. Differences in words
    that belong to other groups are left out. Of very many readings, those that most articles give are compared.
    """
    distinct: dict[Any, list[Version]] = {}
    for version in found:
        one = version.reading
        layout = tuple((piece.closed, trailing) for piece, trailing in zip(one.pieces, one.trailing, strict=True))
        where = tuple((token.piece, token.opens, token.elided, token.bracketed) for token in one.tokens)
        distinct.setdefault((one.keys, layout, where), []).append(version)
    readings = tuple(map(tuple, _commonest(list(distinct.values()))))
    members = set(group.claims)
    collations: dict[tuple[int, int], Collation] = {}
    for (a, left), (b, right) in combinations(enumerate(readings), 2):
        if different_speakers(left[0].speaker, right[0].speaker):
            continue
        if _of_its_own(left, right) and _of_its_own(right, left):
            collation = _within(collate(left[0].reading, right[0].reading), left, right, members)
            if not collation.differences or _of_one_saying(collation, left, right, group, context):
                collations[a, b] = collation
    return Table(readings, collations)


def _commonest(readings: Sequence[list[Version]]) -> Sequence[list[Version]]:
    """The readings in their order; of more than ``MOST`` those that most articles give, the first of equals."""
    if len(readings) <= MOST:
        return readings
    ranked = sorted(range(len(readings)), key=lambda at: (-len(readings[at]), at))
    return [readings[at] for at in sorted(ranked[:MOST])]


def _of_its_own(one: Sequence[Version], other: Sequence[Version]) -> bool:
    """Whether a reading has an article that does not give the other reading, too."""
    articles = {version.article.id for version in other}
    return any(version.article.id not in articles for version in one)


def _of_one_saying(
    collation: Collation, one: Sequence[Version], other: Sequence[Version], group: Group, context: Context
) -> bool:
    """Whether two readings that differ are of one occasion; if not, they neither disagree nor agree."""
    return any(of_one_saying(a, b, collation, group, context) for a in one for b in other)


def _within(
    collation: Collation, one: Sequence[Version], other: Sequence[Version], members: Collection[str]
) -> Collation:
    """A collation without what lies in other groups' parts, or what an article that differs prints elsewhere, too.

    Where words may vary, as in translation, only grave changes count.
    """
    a, b = one[0], other[0]
    lenient = may_vary(a, b, collation)
    own = [
        _named(d, a, b)
        for d in collation.differences
        if a.holds(d.a, members)
        and b.holds(d.b, members)
        and not (lenient and not is_grave(d.nature, a.reading.tokens[slice(*d.a)], b.reading.tokens[slice(*d.b)]))
        and not _printed_too(one, b, d.a, d.b)
        and not _printed_too(other, a, d.b, d.a)
    ]
    return replace(collation, differences=tuple(own))


def _named(difference: Difference, a: Version, b: Version) -> Difference:
    """A cut by its name: the sentence stays whole without the words, or it does not."""
    if difference.nature == "truncated":
        tail = [*a.reading.tokens[slice(*difference.a)], *b.reading.tokens[slice(*difference.b)]]
        if is_harmless(tail):
            return replace(difference, nature="shortened")
    return difference


def _printed_too(own: Sequence[Version], other: Version, here: Range, there: Range) -> bool:
    """Whether every article of a reading prints the other's words, too, in another place: then it is no witness."""
    keys = other.reading.keys
    sought = keys[max(0, there[0] - BESIDE) : there[1] + BESIDE]
    if there[0] >= there[1] and not BESIDE <= there[0] <= len(keys) - BESIDE:
        return False
    tail = keys[slice(*there)] if here[0] >= here[1] else ()
    return all(
        _holds(version.article.prose, sought) or (len(tail) >= TAIL and _holds(version.article.prose, tail))
        for version in own
    )


def _holds(prose: str, sought: Sequence[str]) -> bool:
    return f" {' '.join(sought)} " in _words(prose)


@lru_cache(KEPT)
def _words(prose: str) -> str:
    """The words of an article as they are compared, with a space around each."""
    return f" {' '.join(keys_of(prose))} "
