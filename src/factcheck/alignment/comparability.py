"""How likely two slots of one kind, in two articles on one story, fill one fact, by their context alone.

The values are left out on purpose. Outlets mostly agree, so the weights are fitted on real articles to tell where two
articles give equal values beyond chance: no hand labels are needed, and any stories serve.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache
from math import exp, log, log1p, sqrt
from operator import mul

from ..entities.names import same_person
from ..entities.values import can_both_be
from ..knowledge import load
from .clauses import told as information
from .prospects import is_news, prospect
from .slots import BLOCK, Page, Slot

Evidence = dict[str, float]

Term = tuple[str, float, float]
"""A root near a slot: what it tells where it is close to it, and where the other article has it anywhere."""

CLOSE = 0.25
"""Least product of two nearnesses that are close by."""

KNOWN = 10_000
"""Pairs of values that are remembered while two articles are compared."""

SURNAME_ALONE = 0.5
"""What it tells that two ages are of one surname, beside what one full name tells."""

MOST_TOLD = 5.0
"""The most that a head counts for, in nats."""


class Weigher(dict[str, float]):
    """What the words tell that two articles share: the less, the more sentences of the two hold them.

    It holds the information, in nats, of each root that was asked for; the root stands in a sentence of each article,
    or in one of them. What is asked of a slot for each of its pairs, and of two slots for each pair beside which they
    stand, is worked out once.
    """

    def __init__(self, a: Page, b: Page) -> None:
        super().__init__()
        self._a, self._b = a.clauses.counts, b.clauses.counts
        self._pairs = max(1, len(a.clauses.sentences)) * max(1, len(b.clauses.sentences))
        self._chances: dict[int, float] = {}
        self._terms: dict[int, tuple[list[Term], float]] = {}
        self._both: dict[tuple[int, int], bool] = {}
        self._alike: dict[tuple[int, int, int], int] = {}
        self.days_between = log1p(_days_between(a, b))
        """The days between the two publications, as a logarithm."""

    def __missing__(self, word: str) -> float:
        held = self._a.get(word, 1) * self._b.get(word, 1)
        chance = self._chances.get(held)
        if chance is None:
            chance = self._chances[held] = max(0.0, log(self._pairs / held))
        told = self[word] = min(information(word), chance)
        return told

    def terms(self, slot: Slot, other: Page) -> tuple[list[Term], float]:
        """The roots around a slot of the one article that can tell that the other lacks them, and what all tell."""
        found = self._terms.get(id(slot))
        if found is None:
            counts, terms, whole = other.clauses.counts, [], 0.0
            for word, near in slot.near.items():
                told = near * self[word]
                whole += told
                close, elsewhere = near > CLOSE / 1.25, word in counts
                if close or elsewhere:
                    terms.append((word, told if close else 0.0, told if elsewhere else 0.0))
            found = self._terms[id(slot)] = terms, whole
        return found

    def can_both_be(self, x: Slot, y: Slot) -> bool:
        """Whether the values of two slots can both be right."""
        found = self._both.get((id(x), id(y)))
        if found is None:
            found = can_both_be(x.value, y.value)
            if len(self._both) < KNOWN:
                self._both[id(x), id(y)] = found
        return found

    def alike(self, one: Slot, other: Slot) -> int:
        """Which slots beside another are of the kind of one and can have its value: a bit for each of its sentence."""
        found = 0
        for block in other.blocks:
            key = id(one), id(other.row), block
            bits = self._alike.get(key)
            if bits is None:
                if len(self._alike) >= KNOWN:
                    self._alike.clear()  # Pairs come in the order of the text, so what comes next asks for new ones.
                first, bits = block * BLOCK, 0
                for at, slot in enumerate(other.row[first : first + BLOCK], first):
                    if one.kind == slot.kind and one.sort == slot.sort and self.can_both_be(one, slot):
                        bits |= 1 << at
                self._alike[key] = bits
            found |= bits
        return found & other.window


def evidence(x: Slot, y: Slot, pages: tuple[Page, Page], weigh: Weigher) -> Evidence:
    """What the context of two slots tells of whether they fill one fact."""
    (terms_x, whole_x), (terms_y, whole_y) = weigh.terms(x, pages[1]), weigh.terms(y, pages[0])
    near_x, near_y = x.near, y.near
    shared = x.roots & y.roots
    near, close, best = _kernel(near_x, near_y, shared, weigh)
    (close_x, known_x), (close_y, known_y) = _unmatched(terms_x, shared), _unmatched(terms_y, shared)
    agreeing, others = _beside(x, y, weigh) if x.beside and y.beside else (0, 0)
    names = x.names & y.names
    around = ((x.around & y.roots) | (y.around & x.roots)) - shared
    told, told_near = weigh.__getitem__, log1p(near)
    head, verb = x.head, x.verb
    same_head = bool(head) and head == y.head
    same_verb = bool(verb) and verb == y.verb
    other_verb = bool(verb and y.verb) and not same_verb
    of_kind, near_of_kind, verb_of_kind = _names_of(x.sort if x.sort == y.sort else "mixed")
    return {
        "near": told_near,
        "close": log1p(close),
        "best": log1p(best),
        "share": near / (sqrt(whole_x * whole_y) + 2),
        "share of shorter": near / (min(whole_x, whole_y) + 2),
        "unmatched": log1p(max(close_x, close_y)),
        "unmatched but known": log1p(known_x + known_y),
        "short": len(near_x) < 4 or len(near_y) < 4,
        "same head": same_head,
        "told by head": min(weigh[head], MOST_TOLD) if same_head else 0.0,
        "other head": bool(head and y.head) and not same_head and x.kind != "age",
        "same verb": same_verb,
        "other verb": other_verb,
        "same noun": bool(x.noun) and x.noun == y.noun,
        "word before": x.word_before == y.word_before is not None,
        "word behind": x.word_behind == y.word_behind is not None,
        "words before": len(x.before & y.before),
        "words behind": len(x.behind & y.behind),
        "names": log1p(sum(map(told, names))) if names else 0.0,
        "strangers": bool(x.own_names and y.own_names) and _strangers(x, y),
        "same person": _same_person(x, y),
        "one quoted": x.quoted != y.quoted,
        "one of saying": x.of_saying != y.of_saying,
        "both of saying": x.of_saying and y.of_saying,
        "around": log1p(sum(map(told, around))) if around else 0.0,
        "agreeing beside": min(agreeing, 2),
        "differing beside": min(others, 2),
        "other day": bool(x.latest or y.latest or (x.days and y.days)) and _of_two_days(x, y, pages, weigh),
        "one changes": x.changes != y.changes,
        "one of a part": x.of_part != y.of_part,
        "days between": weigh.days_between,
        "values": log(x.values * y.values),
        "alike": log(x.alike * y.alike),
        "sole": x.values == y.values == 1,
        "only hours": x.hours == y.hours == 1 and (x.happens or y.happens),
        "apart": abs(x.place - y.place),
        "both lead": x.sentence < 3 and y.sentence < 3,
        "shared words": log1p(len(shared)),
        of_kind: 1.0,
        near_of_kind: told_near,
        verb_of_kind: other_verb,
    }


@cache
def _names_of(kind: str) -> tuple[str, str, str]:
    """The names of the evidence that weighs otherwise for each kind of slots."""
    return f"kind {kind}", f"{kind} near", f"{kind} other verb"


def _kernel(
    near_x: Mapping[str, float], near_y: Mapping[str, float], shared: Set[str], weigh: Weigher
) -> tuple[float, float, float]:
    """What the shared words tell by nearness to both slots: all, those close to both, and the best."""
    total = close = best = 0.0
    for word in [word for word in near_x if word in shared]:
        product = near_x[word] * near_y[word]
        told = sqrt(product) * weigh[word]
        total += told
        best = max(best, told)
        if product > CLOSE:
            close += told
    return total, close, best


def _unmatched(terms: Iterable[Term], shared: Set[str]) -> tuple[float, float]:
    """What the words around one slot tell that the other's sentence lacks; and those that its article has elsewhere."""
    close = known = 0.0
    for word, told_close, told_known in terms:
        if word not in shared:
            close += told_close
            known += told_known
    return close, known


def _strangers(x: Slot, y: Slot) -> bool:
    """Whether both slots have names close by, and neither sentence has one of the other's."""
    mine, yours = x.own_names, y.own_names
    return bool(mine and yours) and mine.isdisjoint(y.roots) and yours.isdisjoint(x.roots)


def _of_two_days(x: Slot, y: Slot, pages: tuple[Page, Page], weigh: Weigher) -> bool:
    """Whether the sentences of two slots name days that differ, or one a day behind the other's publication."""
    if x.days and y.days and any(not weigh.can_both_be(a, b) for a in x.days for b in y.days):
        return True
    if not (is_news(x.latest, pages[1]) or is_news(y.latest, pages[0])):
        return False
    return not all(prospect(slot, pages) == "ahead" for slot in (x, y))  # What is planned, both can tell.


def _days_between(a: Page, b: Page) -> int:
    one, other = a.article.published, b.article.published
    return abs((one.start - other.start).days) if one and other else 0


def _same_person(x: Slot, y: Slot) -> float:
    """Whether both are ages of somebody of one name: 1 for a full name, less for a surname, which kin has, too."""
    one, other = x.claim.subject, y.claim.subject
    if one is None or other is None or not same_person(one.name, other.name):
        return 0.0
    return 1.0 if " " in one.name and " " in other.name else SURNAME_ALONE


def _beside(x: Slot, y: Slot, weigh: Weigher) -> tuple[int, int]:
    """How many other slots of the two sentences agree, and how many more could."""
    agreeing = with_match = 0
    for one in x.beside:
        alike = weigh.alike(one, y)
        agreeing += alike != 0
        with_match |= alike
    agreeing = min(agreeing, with_match.bit_count())
    return agreeing, min(len(x.beside), len(y.beside)) - agreeing


class Model:
    """Weights of the evidence; the sum's logistic is the probability that two slots fill one fact."""

    def __init__(self, weights: Mapping[str, float], intercept: float) -> None:
        self.weights = weights
        self.intercept = intercept
        self._rows: dict[tuple[str, ...], list[float]] = {}

    def log_odds(self, found: Evidence) -> float:
        """The logarithm of the odds that two slots fill one fact."""
        names = tuple(found)
        weights = self._rows.get(names)
        if weights is None:
            weights = self._rows[names] = [self.weights.get(name, 0.0) for name in names]
        odds: float = self.intercept + sum(map(mul, weights, found.values()))
        return odds

    def probability(self, found: Evidence) -> float:
        """How likely two slots fill one fact."""
        return 1 / (1 + exp(-self.log_odds(found)))

    def terms(self, found: Evidence) -> dict[str, float]:
        """What each piece of evidence adds to the odds, the weightiest first."""
        told = {name: value * self.weights[name] for name, value in found.items() if value and name in self.weights}
        return dict(sorted(told.items(), key=lambda item: (-abs(item[1]), item[0])))


@cache
def model() -> Model:
    """The model of the table of weights."""
    table = load("comparability")
    return Model(table["weights"], table["intercept"])
