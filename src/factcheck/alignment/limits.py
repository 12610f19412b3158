"""How much two statements can score at most, by what is quick to look at.

The full comparison of a pair costs some fifty times as much as the first look, and of the pairs that blocking gives
one in a hundred needs it. A limit is never below the score itself, so looking at it first changes no result.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from .scoring import (
    INDIRECT,
    MONTH,
    SHARED,
    SLACK,
    Evidence,
    Model,
    around,
    characters,
    comparable,
    gap,
    in_order,
    most_characters,
    names,
    order,
    speaks,
)
from .statements import Statement

Odds = Callable[[float, float, float, float, float, float], float]
"""The most that the logarithm of the odds of a pair can be, by the most that its words, its mass, its order, its
letters, its names, and what stands beside it can tell."""


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
        # What the words that both have can tell, in whatever order.
        shared = a.known_looks.intersection(b.looks)
        mass = sum(map(a.tells, shared))
        less = a if a.total < b.total else b
        mass += less.bonus if a.total != b.total else max(a.bonus, b.bonus)
        if mass < SHARED * less.total - SLACK:
            return None
        words = min(1.0, mass / (less.total or 1.0) + SLACK)
        if words < INDIRECT and "indirect" in (a.form, b.form):
            return None
        held = 1.0 if a.total == b.total else min(1.0, (len(shared) + less.again) / max(1, less.count))
        odds, needed = self.odds(a, b), self._needed
        mass, named, told = math.log1p(mass), min(a.named, b.named), min(a.told, b.told)
        if odds(words, mass, held, 1.0, named, told) < needed:
            return None
        if odds(words, mass, held, 1.0, named := names(a, b), told) < needed:
            return None
        if odds(words, mass, held, 1.0, named, told := around(a, b)) < needed:
            return None
        less, more = in_order(a, b)
        if odds(words, mass, held := order(less, more), 1.0, named, told) < needed:
            return None
        letters = most_characters(less, more)
        if odds(words, mass, held, letters, named, told) < needed or not comparable(a, b):
            return None
        evidence = self._model.evidence(a, b, letters if self._above["characters"] else 0.0)
        if self._model.probability(a, b, evidence) < self._least:
            return None
        evidence["characters"] = characters(less, more)
        probability = self._model.probability(a, b, evidence)
        return (probability, evidence) if probability >= self._least else None

    def odds(self, a: Statement, b: Statement) -> Odds:
        """The most that the logarithm of the odds can be, by what is not known of the pair yet.

        What runs of words weigh, alone and with other evidence, is a convex function of their share, so that it is
        greatest where no word is in a run, or where all are.
        """
        weight, above = self._model.weights, self._above
        total, whole = min(a.total, b.total) or 1.0, max(a.total, b.total, 1.0)
        days = gap(a, b)
        days_told = math.log1p(days)
        speaker = speaks(a, b)
        known = (
            self._model.intercept
            + weight["length"] * math.log1p(total)
            + weight["lengths"] * math.log(whole / total)
            + weight["days"] * days_told
            + weight["month"] * (days <= MONTH)
            + weight["speaker"] * speaker
        )
        if "mixed" in (a.form, b.form):
            known += weight["mixed"] + above["fragment"] * math.log1p(min(a.quoted_total, b.quoted_total))
        by_mass = above["mass"] + above["longest"] + above["mass and days"] * days_told
        runs_by_mass = above["runs and mass"] + above["speaker, runs and mass"] * speaker

        def most(words: float, mass: float, order: float, letters: float, names: float, beside: float) -> float:
            in_runs = weight["runs"] + runs_by_mass * mass + above["runs and names"] * names
            return (
                known
                + above["words"] * words
                + max(0.0, words * in_runs)
                + (by_mass + above["mass and names"] * names) * mass
                + above["order"] * order
                + above["characters"] * letters
                + above["names"] * names
                + above["beside"] * beside
            )

        return most
