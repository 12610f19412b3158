"""Wording: versions of one quotation that disagree, and those that agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from ..models import SEVERITIES, Agreement, Comparison, Conflict, Evidence, Group, Severity, Side, Span
from ..text import Range, fold, words
from .change import weight
from .collation import SOLID, Collation, Difference, Nature, collate
from .context import Context
from .occasion import LONG, said_apart, same_occasion
from .readings import Version, versions
from .speaker import different_speakers
from .tokens import joined, keys

PART = 0.8
"""Share of the words of the shorter reading from which on it is taken for a part of the longer one."""

LEAST = 0.6
"""Least confidence of a conflict that is reported. Below it, the two are likely two utterances: of six between .5 and
.6 in news on shootings and politics, one was false and four were told to two reporters in other words."""

SURE = 0.87
"""Most that can be sure. All 39 conflicts between 6,734 marked quotations were read by hand: five were none, and four
of those join what a speaker said on two occasions."""

CONFLICTS: tuple[Nature, ...] = ("truncated", "reordered", "altered", "spliced")
"""The natures that are disagreements. An ellipsis or brackets own up to the change, and are none."""

_EXPLANATIONS: dict[str, str] = {
    "truncated": "One version ends the sentence where the other goes on, and no ellipsis says so.",
    "reordered": "Both versions hold the same clauses inside one quotation, in another order.",
    "altered": "Inside the quotation marks the words differ, and neither ellipsis nor brackets say so.",
    "spliced": "One version joins words that stand apart in the other, and no ellipsis says so.",
}

_AGREEMENTS: dict[str, str] = {
    "identical": "word for word",
    "translated_mark": "but for punctuation, spelling or contractions",
    "part": "some quote more of it",
    "elided": "with omissions that an ellipsis or an attribution marks",
    "bracketed": "with words that an editor put in brackets",
}


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


def compare_wording(group: Group, context: Context) -> Comparison:
    """Collates the quotations of a group.

    Returns:
        One conflict for each nature of difference, with a side for each distinct reading, and one agreement for the
        largest set of versions that agree, where two independent articles give them.
    """
    if group.topic != "utterance":
        return Comparison()
    found = versions(group, context)
    if len({version.article.id for version in found}) < 2:
        return Comparison()
    table = _table(found, group, context)
    conflicts = _merged([c for nature in CONFLICTS if (c := _conflict(nature, table, group, context))])
    agreement = _agreement(table, group, context)
    return Comparison(conflicts=tuple(conflicts), agreements=(agreement,) if agreement else ())


def _table(found: Sequence[Version], group: Group, context: Context) -> Table:
    distinct: dict[Any, list[Version]] = {}
    for version in found:
        one = version.reading
        layout = tuple((piece.closed, trailing) for piece, trailing in zip(one.pieces, one.trailing, strict=True))
        where = tuple((token.piece, token.opens, token.elided, token.bracketed) for token in one.tokens)
        distinct.setdefault((one.keys, layout, where), []).append(version)
    readings = tuple(tuple(own) for own in distinct.values())
    members = set(group.claims)
    collations: dict[tuple[int, int], Collation] = {}
    for (a, left), (b, right) in combinations(enumerate(readings), 2):
        if different_speakers(left[0].speaker, right[0].speaker):
            continue
        if _independent(left, right) and _independent(right, left):
            collation = _within(collate(left[0].reading, right[0].reading), left[0], right[0], members)
            if not collation.differences or _of_one_occasion(collation.common, left, right, group, context):
                collations[a, b] = collation
    return Table(readings, collations)


def _independent(one: Sequence[Version], other: Sequence[Version]) -> bool:
    """Whether a reading has an article of its own that repeats none of the other reading's."""
    articles = {version.article.id for version in other}
    roots = {version.article.copy_of or version.article.id for version in other}
    return any(v.article.id not in articles and v.article.copy_of not in roots for v in one)


def _within(collation: Collation, a: Version, b: Version, members: Collection[str]) -> Collation:
    """A collation without the differences that lie in parts of the utterances which belong to other groups."""
    own = tuple(d for d in collation.differences if a.holds(d.a, members) and b.holds(d.b, members))
    return replace(collation, differences=own)


def _of_one_occasion(
    common: int, one: Sequence[Version], other: Sequence[Version], group: Group, context: Context
) -> bool:
    """Whether two readings that differ are of one occasion; if not, they neither disagree nor agree."""
    return any(
        same_occasion(a, b, common, group, context) and (common >= LONG or not said_apart(a, b))
        for a in one
        for b in other
    )


def _conflict(nature: Nature, table: Table, group: Group, context: Context) -> Conflict | None:
    numbers = range(len(table.readings))
    pairs = {(a, b): found for a, b in combinations(numbers, 2) if (found := table.differences(a, b, nature))}
    confidence = max((_confidence(a, b, table, group) for a, b in pairs), default=0.0)
    if confidence < LEAST:
        return None
    involved = sorted({number for pair in pairs for number in pair})
    parts = _parts(involved, lambda a, b: not table.differences(a, b, nature))
    ranges = {a: [d.a for b in numbers if a != b for d in table.differences(a, b, nature)] for a in involved}
    sides = [
        context.side(
            _value(part, table, ranges),
            [e for number in part for e in _evidence(table.readings[number], ranges[number])],
        )
        for part in parts
    ]
    sides.sort(key=lambda side: (-side.witnesses, side.value))
    subject = _subject(table, involved)
    first, second = min(pairs)
    example = pairs[first, second][0]
    return Conflict(
        id=Conflict.fingerprint("wording", subject, (nature, *(fold(side.value) for side in sides))),
        kind="wording",
        nature=nature,
        severity=_severity(nature, pairs, table),
        confidence=confidence,
        subject=subject,
        summary=_summary(nature, subject, table.readings[first][0], table.readings[second][0], example),
        explanation=_EXPLANATIONS[nature],
        sides=tuple(sides),
        group_id=group.id,
    )


def _merged(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """The conflicts with one for those that set the same articles against each other: the gravest, which tells all."""
    sets: dict[frozenset[tuple[str, ...]], list[Conflict]] = {}
    for conflict in conflicts:
        sets.setdefault(frozenset(side.articles for side in conflict.sides), []).append(conflict)
    return [_with_others(min(own, key=lambda c: SEVERITIES.index(c.severity)), own) for own in sets.values()]


def _with_others(graver: Conflict, own: Sequence[Conflict]) -> Conflict:
    others = [conflict for conflict in own if conflict is not graver]
    if not others:
        return graver
    marked: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for evidence in (e for conflict in own for side in conflict.sides for e in side.evidence):
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
    also = " ".join(conflict.explanation for conflict in others)
    return graver.model_copy(update={"sides": tuple(sides), "explanation": f"{graver.explanation} Besides: {also}"})


def _confidence(a: int, b: int, table: Table, group: Group) -> float:
    """How sure it is that two readings are one utterance: by the best link between them and the words they share."""
    one, other = ({c.id for v in table.readings[n] for c in v.claims} for n in (a, b))
    scores = [link.score for link in group.links if {link.a, link.b} & one and {link.a, link.b} & other]
    return round(max(scores, default=0.0) * table.collations[a, b].solid * SURE, 2)


def _parts(numbers: Iterable[int], alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Sorts readings into the fewest sets that a single pass finds, each of readings that are alike."""
    parts: list[list[int]] = []
    for number in numbers:
        home = next((part for part in parts if all(alike(number, other) for other in part)), None)
        if home is None:
            parts.append([number])
        else:
            home.append(number)
    return parts


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


def _severity(nature: Nature, pairs: Mapping[tuple[int, int], Sequence[Difference]], table: Table) -> Severity:
    """The gravest of the changes of a nature."""
    weights = []
    for (a, b), found in pairs.items():
        one, other = table.readings[a][0].reading.tokens, table.readings[b][0].reading.tokens
        weights += [weight(nature, one[slice(*d.a)], other[slice(*d.b)]) for d in found]
    return min(weights, key=SEVERITIES.index)


def _summary(nature: Nature, subject: str, a: Version, b: Version, example: Difference) -> str:
    one, other = a.printed(*example.a), b.printed(*example.b)
    short, long, rest = (a, b, other) if not one else (b, a, one)
    lacks, has = short.article.outlet, long.article.outlet
    if nature == "reordered":
        return f"{lacks} and {has} give the clauses of {subject} in another order: “{_cut(rest)}”."
    if nature == "truncated":
        return f"{lacks} ends the sentence of {subject} where {has} goes on: “{_cut(rest)}”."
    if nature == "spliced":
        return f"{lacks} joins words of {subject} between which {has} has “{_cut(rest)}”."
    if one and other:
        return f"{subject} is quoted with “{one}” by {a.article.outlet} and with “{other}” by {b.article.outlet}."
    return f"{subject} is quoted with “{rest}” by {has} and without it by {lacks}."


def _cut(text: str, most: int = 12) -> str:
    listed = text.split()
    return text if len(listed) <= most else " ".join(listed[:most]).rstrip(",;") + " …"


def _subject(table: Table, numbers: Iterable[int]) -> str:
    names = {v.speaker.name for n in numbers for v in table.readings[n] if v.speaker}
    return min(names, key=lambda name: (-len(name), name), default="an unnamed speaker")


def _agreement(table: Table, group: Group, context: Context) -> Agreement | None:
    """The largest set of versions that agree."""

    def alike(a: int, b: int) -> bool:
        collation = table.between(a, b)
        if collation is None or any(d.nature in CONFLICTS for d in collation.differences):
            return False
        shorter = min(len(table.readings[n][0].reading.tokens) for n in (a, b))
        return collation.common >= PART * shorter and collation.share >= SOLID

    made = []
    for part in _parts(range(len(table.readings)), alike):
        found = [version for number in part for version in table.readings[number]]
        if any(different_speakers(a.speaker, b.speaker) for a, b in combinations(found, 2)):
            continue
        own = [(version, claim) for version in found for claim in version.claims if claim.id in group.claims]
        value = max((_whole(version, group.claims) for version in found), key=lambda text: (len(text), text))
        evidence = [Evidence(article_id=v.article.id, claim_id=c.id, span=c.content.span) for v, c in own]
        made.append((context.side(value, evidence), part))
    side, part = max(made, key=lambda one: (one[0].witnesses, one[0].value), default=(None, []))
    if side is None or side.witnesses < 2:
        return None
    nature = _agreed(part, table, group)
    subject = _subject(table, part)
    wholes = (_whole(version, group.claims) for number in part for version in table.readings[number])
    common = min(wholes, key=lambda text: (len(text), text)).rstrip(" ,;")
    told = f"“{_cut(common)}” ({_alike(nature, side)})"
    return Agreement(
        id=Conflict.fingerprint("wording", subject, (nature, fold(side.value))),
        kind="wording",
        nature=nature,
        subject=subject,
        summary=f"{side.witnesses} independent articles quote {subject} alike: {told}.",
        side=side,
        group_id=group.id,
    )


def _alike(nature: str, side: Side) -> str:
    two = nature == "part" and len(side.articles) == 2
    return "one quotes more of it" if two else _AGREEMENTS[nature]


def _whole(version: Version, members: Collection[str]) -> str:
    return " ".join(word for c in version.claims if c.id in members for word in c.content.text.split())


def _agreed(part: Sequence[int], table: Table, group: Group) -> str:
    natures = {d.nature for pair in combinations(part, 2) for d in table.collations[pair].differences}
    for nature in ("bracketed", "elided"):
        if nature in natures:
            return nature
    printed = [
        [word.group() for word in words(_whole(version, group.claims))]
        for number in part
        for version in table.readings[number]
    ]
    if len({joined(key for word in own for key in keys(word)) for own in printed}) > 1:
        return "part"
    return "identical" if len({tuple(fold(word) for word in own) for own in printed}) == 1 else "translated_mark"
