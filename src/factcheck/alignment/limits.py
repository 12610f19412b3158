"""How much two statements can score at most, by what is quick to look at.

The full comparison of a pair costs some thirty times as much as the first look, and of the pairs that blocking gives
one in a hundred and twenty needs it. A limit is never below the score itself, so looking at it first changes no result.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from .information import told_by
from .scoring import (
    INDIRECT,
    MONTH,
    SHARED,
    Evidence,
    Model,
    around,
    comparable,
    gap,
    in_order,
    names,
    order,
)
from .statements import Statement

SLACK = 1e-6
"""What sums of floating-point numbers, added in another order, are off by at most."""


class Most(NamedTuple):
    """The most that the evidence of a pair can be, field by field."""

    words: float
    mass: float
    order: float
    characters: float
    names: float
    beside: float


class Limits:
    """Tells the pairs that a model may link from those that it can't."""

    def __init__(self, model: Model, least: float) -> None:
        """``least`` is the probability from which on a pair is a link."""
        self._model = model
        self._least = least
        self._needed = math.log(least / (1 - least)) - SLACK
        self._above = {name: max(0.0, weight) for name, weight in model.weights.items()}

    def probability(self, a: Statement, b: Statement) -> float:
        """How likely two statements are one utterance; 0 where they can't be a link."""
        found = self.compared(a, b)
        return found[0] if found else 0.0

    def compared(self, a: Statement, b: Statement) -> tuple[float, Evidence] | None:
        """How likely two statements are one utterance, and the evidence for it; None where they can't be a link."""
        most = self._first_look(a, b)
        if most is None or self.odds(a, b, most) < self._needed:
            return None
        most = most._replace(names=names(a, b), beside=around(a, b))
        if self.odds(a, b, most) < self._needed:
            return None
        less, more = in_order(a, b)
        most = most._replace(order=order(less, more))
        if self.odds(a, b, most) < self._needed or not comparable(a, b):
            return None
        evidence = self._model.evidence(a, b, costly=False)
        if self._model.probability(a, b, evidence | self._costly(a, b)) < self._least:
            return None
        evidence = self._model.evidence(a, b)
        probability = self._model.probability(a, b, evidence)
        return (probability, evidence) if probability >= self._least else None

    def _costly(self, a: Statement, b: Statement) -> Evidence:
        """What the evidence that costs the most can be at most, by what it weighs."""
        fragment = math.log1p(min(a.quoted_total, b.quoted_total)) + SLACK if "mixed" in (a.form, b.form) else 0.0
        most = {"characters": 1.0, "fragment": fragment}
        return {name: value if self._above[name] else 0.0 for name, value in most.items()}

    def _first_look(self, a: Statement, b: Statement) -> Most | None:
        """The most that words which both have, in whatever order, can tell; None where they are too few."""
        shared = a.known_looks.intersection(b.looks)
        less = a if a.total < b.total else b
        mass = sum(told_by(shared)) + (max(a.bonus, b.bonus) if a.total == b.total else less.bonus)
        if mass < SHARED * less.total - SLACK:
            return None
        words = min(1.0, mass / (less.total or 1.0) + SLACK)
        if words < INDIRECT and "indirect" in (a.form, b.form):
            return None
        return Most(
            words=words,
            mass=math.log1p(mass),
            order=1.0 if a.total == b.total else min(1.0, (len(shared) + less.again) / max(1, less.count)),
            characters=1.0,
            names=min(a.named, b.named),
            beside=min(a.told, b.told),
        )

    def odds(self, a: Statement, b: Statement, most: Most) -> float:
        """The most that the logarithm of the odds can be.

        What runs of words weigh, alone and with other evidence, is a convex function of their share, so that it is
        greatest where no word is in a run, or where all are.
        """
        weight, above = self._model.weights, self._above
        total, whole = min(a.total, b.total) or 1.0, max(a.total, b.total, 1.0)
        days = gap(a, b)
        days_told = math.log1p(days)
        speaker = float(a.voice == b.voice != 0)
        in_runs = (
            weight["runs"]
            + above["runs and mass"] * most.mass
            + above["runs and names"] * most.names
            + above["speaker, runs and mass"] * speaker * most.mass
        )
        odds = (
            self._model.intercept
            + above["words"] * most.words
            + max(0.0, most.words * in_runs)
            + (above["mass"] + above["longest"]) * most.mass
            + above["order"] * most.order
            + above["characters"] * most.characters
            + weight["length"] * math.log1p(total)
            + weight["lengths"] * math.log(whole / total)
            + weight["days"] * days_told
            + weight["month"] * (days <= MONTH)
            + above["names"] * most.names
            + above["beside"] * most.beside
            + above["speaker"] * speaker
            + above["mass and names"] * most.mass * most.names
            + above["mass and days"] * most.mass * days_told
        )
        if "mixed" in (a.form, b.form):
            odds += weight["mixed"] + above["fragment"] * math.log1p(min(a.quoted_total, b.quoted_total))
        return odds
