"""Wording: versions of one quotation that disagree, and those that agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ..models import SEVERITIES, Comparison, Conflict, Evidence, Group, Severity, Span
from ..text import Range, fold
from .agreement import agreement_of, parts
from .change import weight
from .context import NOTHING, Context
from .differences import Difference, Nature
from .readings import Version, versions
from .summary import CONFLICTS, EXPLANATIONS, gravity, subject_of, summary
from .table import Table, lay_out

LEAST = 0.6
"""Least confidence of a conflict that is reported. Below it, the two are likely two utterances: of six between .5 and
.6 in news on shootings and politics, one was false and four were told to two reporters in other words."""

LITTLE = 0.52
"""The same where no place differs in more than ``FEW`` words: a sentence that was reworded, or said anew, differs in
longer stretches. Of five such in other news, all were true; of two with longer ones, none."""

FEW = 3
"""Most words of a place that differs little."""

SURE = 0.87
"""Most that can be sure. All 39 conflicts between 6,734 marked quotations were read by hand: five were none, and four
of those join what a speaker said on two occasions."""

Pair = tuple[int, int]
"""Two readings of a table by their numbers, the smaller first."""


class _Found(NamedTuple):
    """A conflict of one nature, and the differences of each pair of readings that make it."""

    conflict: Conflict
    pairs: Mapping[Pair, Sequence[Difference]]


def compare_wording(group: Group, context: Context) -> Comparison:
    """Collates the quotations of a group.

    Returns:
        One conflict for each nature of difference, with a side for each distinct reading, and one agreement for the
        largest set of versions that agree, where two independent articles give them.
    """
    if group.topic != "utterance":
        return NOTHING
    found = versions(group, context)
    if len({version.article.id for version in found}) < 2:
        return NOTHING
    table = lay_out(found, group, context)
    conflicts = _merged([c for nature in CONFLICTS if (c := _conflict(nature, table, group, context))], table)
    agreement = agreement_of(table, group, context)
    return Comparison(conflicts=tuple(conflicts), agreements=(agreement,) if agreement else ())


def _conflict(nature: Nature, table: Table, group: Group, context: Context) -> _Found | None:
    numbers = range(len(table.readings))
    pairs = {(a, b): found for a, b in combinations(numbers, 2) if (found := table.differences(a, b, nature))}
    confidence = max((_confidence(a, b, table, group, context) for a, b in pairs), default=0.0)
    if confidence < (LITTLE if _differ_little(pairs.values()) else LEAST):
        return None
    involved = sorted({number for pair in pairs for number in pair})
    ranges = {a: [d.a for b in numbers if a != b for d in table.differences(a, b, nature)] for a in involved}
    sides = [
        context.side(
            _value(part, table, ranges),
            [e for number in part for e in _evidence(table.readings[number], ranges[number])],
        )
        for part in parts(involved, lambda a, b: not table.differences(a, b, nature))
    ]
    sides.sort(key=lambda side: (-side.witnesses, side.value))
    subject = subject_of(version for number in involved for version in table.readings[number])
    conflict = Conflict(
        id=Conflict.fingerprint("wording", subject, (nature, *(fold(side.value) for side in sides))),
        kind="wording",
        nature=nature,
        severity=min((_weight(d, pair, table) for pair, found in pairs.items() for d in found), key=SEVERITIES.index),
        confidence=confidence,
        subject=subject,
        summary="",
        explanation=EXPLANATIONS[nature],
        sides=tuple(sides),
        group_id=group.id,
    )
    return _Found(conflict, pairs)


def _differ_little(found: Iterable[Sequence[Difference]]) -> bool:
    return all(max(d.a[1] - d.a[0], d.b[1] - d.b[0]) <= FEW for own in found for d in own)


def _merged(found: Sequence[_Found], table: Table) -> list[Conflict]:
    """The conflicts with one for those that set the same articles against each other: the gravest, which tells all."""
    sets: dict[frozenset[tuple[str, ...]], list[_Found]] = {}
    for one in found:
        sets.setdefault(frozenset(side.articles for side in one.conflict.sides), []).append(one)
    return [_with_others(sorted(own, key=lambda one: _gravest(one.pairs, table)), table) for own in sets.values()]


def _gravest(pairs: Mapping[Pair, Sequence[Difference]], table: Table) -> tuple[int, Pair]:
    """The gravity of the gravest difference, and the readings that differ in it."""
    return min((gravity(d, *_two(pair, table)), pair) for pair, found in pairs.items() for d in found)


def _two(pair: Pair, table: Table) -> tuple[Version, Version]:
    return table.readings[pair[0]][0], table.readings[pair[1]][0]


def _with_others(own: Sequence[_Found], table: Table) -> Conflict:
    """The first of some conflicts, which tells the differences of all."""
    graver = own[0].conflict
    _, pair = _gravest(own[0].pairs, table)
    told = [d for one in own for d in one.pairs.get(pair, ())]
    marked: defaultdict[str, set[Range]] = defaultdict(set)
    for evidence in (e for one in own for side in one.conflict.sides for e in side.evidence):
        marked[evidence.claim_id] |= {(span.start, span.end) for span in evidence.differing}
    sides = [
        side.model_copy(
            update={
                "evidence": tuple(
                    e.model_copy(
                        update={"differing": tuple(Span(start=a, end=b) for a, b in sorted(marked[e.claim_id]))}
                    )
                    for e in side.evidence
                )
            }
        )
        for side in graver.sides
    ]
    also = " ".join(one.conflict.explanation for one in own[1:])
    return graver.model_copy(
        update={
            "severity": min((one.conflict.severity for one in own), key=SEVERITIES.index),
            "sides": tuple(sides),
            "summary": summary(graver.subject, *_two(pair, table), told),
            "explanation": f"{graver.explanation} Besides: {also}" if also else graver.explanation,
        }
    )


def _confidence(a: int, b: int, table: Table, group: Group, context: Context) -> float:
    """How sure it is that two readings are one utterance: by the best link between them and the words they share."""
    one, other = ({c.id for v in table.readings[n] for c in v.claims} for n in (a, b))
    scores = [link.score for link in context.linked(group, one, other)]
    return round(max(scores, default=0.0) * table.collations[a, b].solid * SURE, 2)


def _weight(difference: Difference, pair: Pair, table: Table) -> Severity:
    a, b = _two(pair, table)
    return weight(difference.nature, a.reading.tokens[slice(*difference.a)], b.reading.tokens[slice(*difference.b)])


def _value(part: Sequence[int], table: Table, ranges: Mapping[int, Sequence[Range]]) -> str:
    values = [_passage(version, ranges[n]) for n in part for version in table.readings[n]]
    return min(Counter(values).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]


def _passage(version: Version, ranges: Sequence[Range]) -> str:
    """The sentences of a version that hold these ranges of words, as printed."""
    one = version.reading
    places = [at for a, b in ranges for at in (range(a, b) if a < b else (max(a - 1, 0),))]
    return version.printed(one.sentence_start(min(places)), one.sentence_end(max(places)))


def _evidence(found: Sequence[Version], ranges: Sequence[Range]) -> Iterable[Evidence]:
    """A passage for each claim, with the words in these ranges, or the place where another version has more."""
    for version in found:
        printed = version.reading.tokens
        places = {(t.start, t.end) for a, b in ranges for t in printed[a:b]}
        places |= {(at, at) for a, b in ranges if a == b for at in [printed[a - 1].end if a else printed[0].start]}
        for claim in version.claims:
            span = claim.content.span
            own = sorted((start, end) for start, end in places if span.start <= start and end <= span.end)
            yield Evidence(
                article_id=version.article.id,
                claim_id=claim.id,
                span=span,
                differing=tuple(Span(start=start, end=end) for start, end in own),
            )
