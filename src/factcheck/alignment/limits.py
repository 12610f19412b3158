"""How much two statements can score at most, by what is quick to look at.

Finding the words in a row that a pair shares costs some twenty times as much as the first look, and of the pairs that
blocking gives three in a hundred need it. A limit is never below the score itself, so looking at it first changes no
result.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .scoring import (
    MONTH,
    SHARED,
    SLACK,
    Evidence,
    Model,
    around,
    characters,
    comparable,
    enough,
    gap,
    in_order,
    most_characters,
    names,
    order,
    speaks,
)
from .statements import Statement


@dataclass(slots=True)
class Bounds:
    """Upper bounds of the evidence of a pair, field by field; a field that was worked out holds the evidence itself."""

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
        bounds = self._bounds(a, b)
        if bounds is None or not self._may_be_link(a, b, bounds):
            return None
        known = {"order": bounds.order, "characters": bounds.characters, "names": bounds.names, "beside": bounds.beside}
        if not self._above["characters"]:
            known["characters"] = 0.0
        evidence = self._model.evidence(a, b, known)
        if self._model.probability(a, b, evidence) < self._least:
            return None
        evidence["characters"] = characters(*in_order(a, b))
        probability = self._model.probability(a, b, evidence)
        return (probability, evidence) if probability >= self._least else None

    def _bounds(self, a: Statement, b: Statement) -> Bounds | None:
        """Upper bounds by the words that both have, in whatever order; None where they are too few."""
        shared = a.known_hashes.intersection(b.hashes)
        less = a if a.total < b.total else b
        mass = sum(map(a.tells, shared)) + (less.bonus if a.total != b.total else max(a.bonus, b.bonus))
        if mass < SHARED * less.total - SLACK:
            return None
        words = min(1.0, mass / (less.total or 1.0) + SLACK)
        if not enough(a, b, words):
            return None
        return Bounds(
            words=words,
            mass=math.log1p(mass),
            order=1.0 if a.total == b.total else min(1.0, (len(shared) + less.again) / max(1, less.count)),
            characters=1.0,
            names=min(a.named, b.named),
            beside=min(a.told, b.told),
        )

    def _may_be_link(self, a: Statement, b: Statement, bounds: Bounds) -> bool:
        """Whether two statements may be a link by all that is quick to look at, which ``bounds`` then holds."""
        odds, needed = self.odds(a, b), self._needed
        if odds(bounds) < needed:
            return False
        bounds.names = names(a, b)
        if odds(bounds) < needed:
            return False
        bounds.beside = around(a, b)
        if odds(bounds) < needed:
            return False
        less, more = in_order(a, b)
        bounds.characters = most_characters(less, more)
        if odds(bounds) < needed:
            return False
        bounds.order = order(less, more)
        return odds(bounds) >= needed and comparable(a, b)

    def odds(self, a: Statement, b: Statement) -> Callable[[Bounds], float]:
        """The most that the logarithm of the odds can be, by what is not known of the pair yet.

        What runs of words weigh, alone and with other evidence, is a convex function of their share, so that it is
        greatest where no word is in a run, or where all are.
        """
        known, by_mass, runs_by_mass = self._known_terms(a, b)
        above, runs = self._above, self._model.weights["runs"]
        runs_by_names, mass_by_names = above["runs and names"], above["mass and names"]
        by_words, by_order, by_letters = above["words"], above["order"], above["characters"]
        by_names, by_beside = above["names"], above["beside"]

        def odds(bounds: Bounds) -> float:
            mass, names = bounds.mass, bounds.names
            in_runs = runs + runs_by_mass * mass + runs_by_names * names
            return (
                known
                + by_words * bounds.words
                + (bounds.words * in_runs if in_runs > 0 else 0.0)
                + (by_mass + mass_by_names * names) * mass
                + by_order * bounds.order
                + by_letters * bounds.characters
                + by_names * names
                + by_beside * bounds.beside
            )

        return odds

    def _known_terms(self, a: Statement, b: Statement) -> tuple[float, float, float]:
        """What length, days and speakers tell, and how much by them shared words in a row can tell at most.

        The latter is given for their mass alone, and together with their share.
        """
        weight, above = self._model.weights, self._above
        less, whole = (a.total, b.total) if a.total < b.total else (b.total, a.total)
        total = less or 1.0
        days = gap(a, b)
        days_told = math.log1p(days)
        known = (
            self._model.intercept
            + weight["length"] * math.log1p(total)
            + weight["lengths"] * math.log(max(whole, 1.0) / total)
            + weight["days"] * days_told
        )
        if days <= MONTH:
            known += weight["month"]
        if a.form == "mixed" or b.form == "mixed":
            known += weight["mixed"] + above["fragment"] * math.log1p(min(a.quoted_total, b.quoted_total))
        by_mass = above["mass"] + above["longest"] + above["mass and days"] * days_told
        runs_by_mass = above["runs and mass"]
        if speaks(a, b):
            known += weight["speaker"]
            runs_by_mass += above["speaker, runs and mass"]
        return known, by_mass, runs_by_mass
