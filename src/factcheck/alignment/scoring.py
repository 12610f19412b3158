"""How likely two statements are the same utterance: the evidence field by field, and a logistic model over it.

The weights are a table, ``knowledge/utterance_weights.toml``, which tells how it was calibrated.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from ..knowledge import load
from .information import informations_by_hash, word_hash
from .statements import TOLD, Statement

SLACK = 1e-6
"""What sums of floating-point numbers, added in another order, are off by at most."""

INDIRECT = 0.6
"""Least share of its information that an indirect statement must have in common with another. A paraphrase gives no
words to hold on to, so only those that keep most content words are joined. Set by hand: no corpus marks them."""

LITTLE, TELLING = 12.0, 20.0
"""Least information, in nats, of the words that two statements of one saying have in common: a rare word and another
where one speaker is named for both, or two whole quotations have none that differ; two rare words and another where one
is indirect, a fragment or another's. Of a sample of links in real articles, nearly all that share less are of two
sayings ("disgusting", "the scene", "Mr. Clinton"), and most that share more are of one. No true pair of the 6,734
marked quotations shares less than 12."""

WHOLE = 0.9
"""Share of a fragment's information from which on the other statement is taken to hold all of it."""

SHARED = 0.25
"""Least share of the information of the shorter statement whose words the other must hold, in any order, for the two to
be compared at all, because the full comparison costs far more than this look. It spares half of the candidates on the
development data, none of them a true pair, and none that the model would join."""

LETTERS = 512
"""Letters of the statement that says less, a hundred words, which are looked for in the other. The time for it grows
with the third power of their number; what a longer statement shares, its words tell. No score on the 6,734 marked
quotations is another one without this limit."""

MONTH = 30
"""Days after which an outlet seldom repeats what was said. Beside the gap itself this step adds about one point to the
pairwise F1, cross-validated over events and months of the development data."""

UNKNOWN_GAP = 14.0
"""Days that are taken to lie between two articles where one has no date: neither near nor far."""

Evidence = dict[str, float]
"""The evidence of a pair, field by field."""


class Run(NamedTuple):
    """Words in a row that two statements share."""

    length: int
    information: float


def runs(a: Sequence[str], b: Sequence[str], weight: Sequence[float]) -> list[Run]:
    """The longest common runs of two word lists, taken greedily in the order of ``a``, whatever their order in ``b``.

    ``weight`` holds the information of each word of ``a``.
    """
    known = set(a)
    places: defaultdict[str, list[int]] = defaultdict(list)
    pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    before = None
    for at, word in enumerate(b):
        if word not in known:
            before = None
            continue
        places[word].append(at)
        if before is not None:
            pairs[before, word].append(at - 1)
        before = word
    used = [False] * len(b)
    found: list[Run] = []
    at = 0
    while at < len(a):
        if a[at] not in places:
            at += 1
            continue
        # A run of one word is the first that is left; a longer one begins with two words that both have in a row.
        where = next((start for start in places[a[at]] if not used[start]), -1)
        best = int(where >= 0)
        for start in pairs.get((a[at], a[at + 1]), ()) if best and at + 1 < len(a) else ():
            length = 0
            while (
                at + length < len(a)
                and start + length < len(b)
                and a[at + length] == b[start + length]
                and not used[start + length]
            ):
                length += 1
            if length > best:
                best, where = length, start
        if best:
            used[where : where + best] = [True] * best
            found.append(Run(best, sum(weight[at : at + best])))
        at += max(best, 1)
    return found


class Model:
    """The logistic model over the evidence of a pair."""

    def __init__(self) -> None:
        table = load("utterance_weights")
        self.intercept: float = table["intercept"]
        self.weights: dict[str, float] = table["weights"]

    def evidence(self, a: Statement, b: Statement, known: Evidence | None = None) -> Evidence:
        """The evidence of a pair. The order of the two doesn't matter.

        ``known`` may hold the fields "order", "characters", "names" and "beside", which then are not worked out.
        """
        fields = {**_wording(a, b, known), **_story(a, b, known)}
        return {**fields, **_together(fields)}

    def probability(self, a: Statement, b: Statement, evidence: Mapping[str, float]) -> float:
        """How likely the two statements of this evidence are one utterance, to four digits."""
        if not enough(a, b, evidence["words"]):
            return 0.0
        odds = self.intercept + sum(weight * evidence[name] for name, weight in self.weights.items())
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 4)


def enough(a: Statement, b: Statement, words: float) -> bool:
    """Whether two statements may be one saying by ``words``, the share of the shorter's information that both have."""
    if "indirect" in (a.form, b.form) and words < INDIRECT:
        return False
    whole = a.form == b.form == "direct" and not (a.voice and b.voice)
    return words * min(a.total, b.total) >= (LITTLE if whole or speaks(a, b) else TELLING)


def comparable(a: Statement, b: Statement) -> bool:
    """Whether two statements share enough words to be worth the full comparison, which costs many times as much."""
    short, long = in_order(a, b)
    shared = sum(weight for word, weight in zip(short.words, short.weight, strict=True) if word in long.held)
    return shared >= SHARED * short.total


def in_order(a: Statement, b: Statement) -> tuple[Statement, Statement]:
    """The two statements, first the one that says less."""
    if a.total != b.total:
        return (a, b) if a.total < b.total else (b, a)
    return (a, b) if (a.words, a.weight) <= (b.words, b.weight) else (b, a)


def _wording(a: Statement, b: Statement, known: Evidence | None) -> Evidence:
    less, more = in_order(a, b)
    total, short, long = less.total or 1.0, less.words, more.words
    found = runs(short, long, less.weight)
    mass = sum(run.information for run in found if run.length > 1)
    mixed = "mixed" in (a.form, b.form)
    fragment, fragment_mass = _fragment(a, b) if mixed else (0.0, 0.0)
    return {
        "words": sum(run.information for run in found) / total,
        "runs": mass / total,
        "mass": math.log1p(mass),
        "longest": math.log1p(max((run.information for run in found), default=0.0)),
        "order": known["order"] if known else order(less, more),
        "characters": known["characters"] if known else characters(less, more),
        "length": math.log1p(total),
        "lengths": math.log(max(more.total, 1.0) / total),
        "mixed": float(mixed),
        "fragment": math.log1p(fragment_mass) if fragment > WHOLE else 0.0,
    }


def order(less: Statement, more: Statement) -> float:
    """The share of the words of one statement that the other has in the same order."""
    return LCSseq.similarity(less.words, more.words) / max(1, less.count)


def characters(less: Statement, more: Statement) -> float:
    """How alike the letters of a statement are to the stretch of the other that is most like it, from 0 to 1."""
    return fuzz.partial_ratio(less.letters[:LETTERS], more.letters) / 100


def most_characters(less: Statement, more: Statement) -> float:
    """What `characters` can be at most: no stretch has more letters in order than the whole has."""
    letters = less.letters[:LETTERS]
    common = LCSseq.similarity(letters, more.letters)
    return 2 * common / (min(len(letters), len(more.letters)) + common or 1)


def _fragment(a: Statement, b: Statement) -> tuple[float, float]:
    """How much of the words one statement has in quotation marks the other has there too: as a share, and absolute."""
    best = (0.0, 0.0)
    shared = frozenset(a.quoted_hashes).intersection(b.quoted_hashes)
    for one, other in ((a, b), (b, a)):
        held = (weight for word, weight in zip(one.quoted, one.quoted_weight, strict=True) if word_hash(word) in shared)
        if sum(held) < WHOLE * one.quoted_total - SLACK:
            continue
        mass = sum(run.information for run in runs(one.quoted, other.quoted, one.quoted_weight) if run.length > 1)
        best = max(best, (mass / (one.quoted_total or 1.0), mass))
    return best


def _story(a: Statement, b: Statement, known: Evidence | None) -> Evidence:
    days = gap(a, b)
    return {
        "days": math.log1p(days),
        "month": float(days <= MONTH),
        "names": known["names"] if known else names(a, b),
        "beside": known["beside"] if known else around(a, b),
        "speaker": speaks(a, b),
    }


def speaks(a: Statement, b: Statement) -> float:
    """1 where both statements name one speaker, else 0."""
    return float(a.voice == b.voice != 0)


def gap(a: Statement, b: Statement) -> float:
    """The days between two statements."""
    return abs(a.day - b.day) if a.day is not None and b.day is not None else UNKNOWN_GAP


def names(a: Statement, b: Statement) -> float:
    """The information, as a logarithm, of the names that the articles share outside of the two statements."""
    shared = a.known_names.intersection(b.names)
    if not shared:
        return 0.0
    return math.log1p(math.fsum(informations_by_hash(shared - a.known_hashes.intersection(b.hashes))))


def around(a: Statement, b: Statement) -> float:
    """The information, as a logarithm, of the words that stand beside both statements."""
    beside = a.known_beside.intersection(b.beside)
    if beside:
        beside -= frozenset(a.quoted_hashes).intersection(b.quoted_hashes)
    return math.log1p(math.fsum(one - TOLD for one in informations_by_hash(beside)))


def _together(fields: Evidence) -> Evidence:
    """Evidence that counts for more where other evidence is there too: many rare words in few runs, on one story."""
    return {
        "runs and mass": fields["runs"] * fields["mass"],
        "runs and names": fields["runs"] * fields["names"],
        "mass and names": fields["mass"] * fields["names"],
        "mass and days": fields["mass"] * fields["days"],
        "speaker, runs and mass": fields["speaker"] * fields["runs"] * fields["mass"],
    }
