"""Repetition: disagreements on facts that tell again what a surer one tells, or more of them than a reader can use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from ..models import Conflict, Unlisted

LISTED = 8
"""Most less sure disagreements of two articles that are listed."""

OF_SPEECH = ("wording", "date", "quantity")
"""The kinds of disagreement on an utterance that may be on a day or a number."""

Spans = Mapping[str, Sequence[tuple[int, int]]]
"""For each article the ranges that a conflict shows."""


def told_once(facts: Iterable[Conflict], others: Iterable[Conflict]) -> list[Conflict]:
    """Of disagreements on facts, the surest first, those that add something.

    Left out are those whose values all stood against each other before, those that give the same values again for one
    of the articles, and those that lie inside a conflict of what was said, and when.
    """
    shown = _by_article(conflict for conflict in others if conflict.kind in OF_SPEECH)
    met: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    given: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    kept: list[Conflict] = []
    for conflict in sorted(facts, key=lambda c: (-c.confidence, c.id)):
        pairs = list(_pairs(conflict))
        articles = {e.article_id for side in conflict.sides for e in side.evidence}
        known = given[conflict.kind, frozenset(side.value for side in conflict.sides)]
        if pairs and all((a, at) in met[b] for a, at, b in pairs):
            continue
        if articles & known or any(_inside(conflict, spans) for spans in shown[_first(conflict)]):
            continue
        known |= articles
        for a, at, b in pairs:
            met[b].add((a, at))
        kept.append(conflict)
    return kept


def named_once(names: Sequence[Conflict]) -> list[Conflict]:
    """Conflicts of names, without those that another tells of a longer form of the name, or more surely of a part."""
    by_word: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in names:
        for word in {word for side in conflict.sides for word in side.value.casefold().split()}:
            by_word[word].append(conflict)
    again: set[str] = set()
    for conflict in names:
        for other in by_word[conflict.sides[0].value.casefold()]:
            if _is_part(conflict, other):
                again.add(other.id if other.confidence < conflict.confidence else conflict.id)
    return [conflict for conflict in names if conflict.id not in again]


def _is_part(conflict: Conflict, other: Conflict) -> bool:
    whole = [side.value.casefold() for side in other.sides]
    parts = [side.value.casefold() for side in conflict.sides]
    return not set(parts) & set(whole) and all(any(part in name.split() for name in whole) for part in parts)


def listed(possible: Iterable[Conflict]) -> list[Conflict]:
    """Of less sure disagreements, the surest first, as many of each two articles as are listed."""
    counts: Counter[tuple[str, str]] = Counter()
    kept = []
    for conflict in sorted(possible, key=lambda c: (-c.confidence, c.subject, c.kind, c.id)):
        one, *others = [sorted({e.article_id for e in side.evidence}) for side in conflict.sides]
        between = [(min(a, b), max(a, b)) for other in others for a, b in product(one, other)]
        if all(counts[pair] >= LISTED for pair in between):
            continue
        counts.update(between)
        kept.append(conflict)
    return kept


def counted(possible: Iterable[Conflict], kept: Iterable[Conflict]) -> tuple[Unlisted, ...]:
    """How many less sure disagreements are not among those kept, by the articles that stand against each other."""
    known = {conflict.id for conflict in kept}
    left = Counter(
        tuple(sorted({article for side in conflict.sides for article in side.articles}))
        for conflict in possible
        if conflict.id not in known
    )
    return tuple(Unlisted(articles=articles, number=left[articles]) for articles in sorted(left))


def _pairs(conflict: Conflict) -> Iterator[tuple[str, int, str]]:
    """Each value by its article and place, with each article that gives another value."""
    ends = [
        (e.article_id, e.differing[0].start if e.differing else e.span.start, at)
        for at, side in enumerate(conflict.sides)
        for e in side.evidence
    ]
    for (a, start, of_a), (b, _, of_b) in product(ends, ends):
        if of_a != of_b and a != b:
            yield a, start, b


def _first(conflict: Conflict) -> str:
    return conflict.sides[0].evidence[0].article_id


def _by_article(conflicts: Iterable[Conflict]) -> defaultdict[str, list[Spans]]:
    """What conflicts show, by each of their articles."""
    found: defaultdict[str, list[Spans]] = defaultdict(list)
    for conflict in conflicts:
        spans = _spans(conflict)
        for article in spans:
            found[article].append(spans)
    return found


def _spans(conflict: Conflict) -> Spans:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for side in conflict.sides:
        for e in side.evidence:
            found[e.article_id] += [(span.start, span.end) for span in (e.span, *e.differing)]
    return found


def _inside(conflict: Conflict, shown: Spans) -> bool:
    """Whether each value stands in a passage that another conflict shows."""
    return all(
        any(start <= span.start and span.end <= end for start, end in shown.get(e.article_id, ()))
        for side in conflict.sides
        for e in side.evidence
        for span in e.differing or (e.span,)
    )
