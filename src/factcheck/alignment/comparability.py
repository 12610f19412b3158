"""How likely two slots of one kind, in two articles on one story, fill one fact, by their context alone.

The values are left out on purpose. Outlets mostly agree, so the weights are fitted on real articles to tell where two
articles give equal values beyond chance: no hand labels are needed, and any stories serve.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from ..entities.names import same_person
from ..entities.values import can_both_be
from ..knowledge import load
from ..knowledge import words as listed
from ..models import When
from .information import information, stem
from .slots import Page, Slot

Evidence = dict[str, float]

CLOSE = 0.25
"""Least product of two nearnesses that are close by."""

MOST_TOLD = 5.0
"""The most that a head counts for, in nats."""


class Weigher:
    """What the words tell that two articles share: the less, the more sentences of the two hold them."""

    def __init__(self, a: Page, b: Page) -> None:
        self._a, self._b = a.clauses.counts, b.clauses.counts
        self._pairs = max(1, len(a.clauses.sentences)) * max(1, len(b.clauses.sentences))
        self._known: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """The information, in nats, of a root that stands in a sentence of each article, or in one of them."""
        told = self._known.get(word)
        if told is None:
            chance = math.log(self._pairs / (self._a.get(word, 1) * self._b.get(word, 1)))
            told = self._known[word] = max(0.0, min(information(stem(word)), chance))
        return told


def evidence(x: Slot, y: Slot, pages: tuple[Page, Page], weigh: Weigher) -> Evidence:
    """What the context of two slots tells of whether they fill one fact."""
    near, close, best, whole_x, whole_y = _kernel(x, y, weigh)
    shared = x.near.keys() & y.near.keys()
    only_x = _unmatched(x, y, pages[1], weigh)
    only_y = _unmatched(y, x, pages[0], weigh)
    agreeing, others = _beside(x, y)
    same_head = bool(x.head) and x.head == y.head
    found = {
        "near": math.log1p(near),
        "close": math.log1p(close),
        "best": math.log1p(best),
        "share": near / (math.sqrt(whole_x * whole_y) + 2),
        "share of shorter": near / (min(whole_x, whole_y) + 2),
        "unmatched": math.log1p(max(only_x[0], only_y[0])),
        "unmatched but known": math.log1p(only_x[1] + only_y[1]),
        "short": float(min(len(x.near), len(y.near)) < 4),
        "same head": float(same_head),
        "told by head": min(weigh(x.head), MOST_TOLD) if same_head else 0.0,
        "other head": float(bool(x.head and y.head) and not same_head),
        "same verb": float(bool(x.verb) and x.verb == y.verb),
        "other verb": float(bool(x.verb and y.verb) and x.verb != y.verb),
        "same noun": float(bool(x.noun) and x.noun == y.noun),
        "word before": float(x.before[-1:] == y.before[-1:] != ()),
        "word behind": float(x.behind[:1] == y.behind[:1] != ()),
        "words before": float(len(set(x.before) & set(y.before))),
        "words behind": float(len(set(x.behind) & set(y.behind))),
        "names": math.log1p(sum(map(weigh, x.names & y.names))),
        "strangers": float(_strangers(x, y)),
        "same person": float(_same_person(x, y)),
        "one quoted": float(x.quoted != y.quoted),
        "around": math.log1p(sum(map(weigh, (x.around & y.near.keys()) | (y.around & x.near.keys())))),
        "agreeing beside": float(min(agreeing, 2)),
        "differing beside": float(min(others, 2)),
        "other day": float(_of_two_days(x, y, pages)),
        "one changes": float(_only_one(x, y, "changes")),
        "one of a part": float(_only_one(x, y, "parts")),
        "days between": math.log1p(_days_between(*pages)),
        "values": math.log(x.values * y.values),
        "alike": math.log(x.alike * y.alike),
        "sole": float(x.values == y.values == 1),
        "apart": abs(_place(x, pages[0]) - _place(y, pages[1])),
        "both lead": float(x.sentence < 3 and y.sentence < 3),
    }
    found["shared words"] = math.log1p(len(shared))
    kind = x.sort if x.sort == y.sort else "mixed"
    found |= {f"kind {kind}": 1.0, f"{kind} near": found["near"], f"{kind} other verb": found["other verb"]}
    return found


def _kernel(x: Slot, y: Slot, weigh: Weigher) -> tuple[float, float, float, float, float]:
    """What the shared words tell by nearness to both slots: all, those close to both, the best; and all of either's."""
    total = close = best = 0.0
    for word, nearness in x.near.items():
        other = y.near.get(word)
        if other is None:
            continue
        product = nearness * other
        told = math.sqrt(product) * weigh(word)
        total += told
        best = max(best, told)
        if product > CLOSE:
            close += told
    whole_x, whole_y = (sum(near * weigh(word) for word, near in slot.near.items()) for slot in (x, y))
    return total, close, best, whole_x, whole_y


def _unmatched(x: Slot, y: Slot, other: Page, weigh: Weigher) -> tuple[float, float]:
    """What the words around one slot tell that the other's sentence lacks; and those that its article has elsewhere."""
    close = known = 0.0
    counts = other.clauses.counts
    for word, nearness in x.near.items():
        if word in y.near:
            continue
        told = nearness * weigh(word)
        if nearness > CLOSE / 1.25:
            close += told
        if word in counts:
            known += told
    return close, known


def _strangers(x: Slot, y: Slot) -> bool:
    """Whether both slots have names close by, and neither sentence has one of the other's."""
    mine, yours = x.own_names, y.own_names
    return bool(mine and yours) and mine.isdisjoint(y.near) and yours.isdisjoint(x.near)


def _of_two_days(x: Slot, y: Slot, pages: tuple[Page, Page]) -> bool:
    """Whether the sentences of two slots name days that differ, or one a day behind the other's publication."""
    if any(a.sort == b.sort == "day" and not can_both_be(a.value, b.value) for a in x.beside for b in y.beside):
        return True
    return any(
        slot.sort == "day" and isinstance(slot.value, When) and _is_news(slot.value, other)
        for one, other in ((x, pages[1]), (y, pages[0]))
        for slot in (one, *one.beside)
    ) and not all(_ahead(slot, pages) for slot in (x, y))


def _is_news(when: When, page: Page) -> bool:
    """Whether a day lies behind the publication of an article, which so can't tell of it as past."""
    out = page.article.published
    return out is not None and when.start is not None and when.start > out.end


def _ahead(slot: Slot, pages: tuple[Page, Page]) -> bool:
    """Whether a day lies behind the publication of both articles: what is planned, both can tell."""
    return isinstance(slot.value, When) and all(_is_news(slot.value, page) for page in pages)


def _only_one(x: Slot, y: Slot, table: str) -> bool:
    """Whether just one of two clauses has a word of a table."""
    return x.clause.isdisjoint(listed("clauses", table)) != y.clause.isdisjoint(listed("clauses", table))


def _days_between(a: Page, b: Page) -> int:
    one, other = a.article.published, b.article.published
    return abs((one.start - other.start).days) if one and other else 0


def _same_person(x: Slot, y: Slot) -> bool:
    """Whether both are ages of somebody of one name."""
    one, other = x.claim.subject, y.claim.subject
    return one is not None and other is not None and same_person(one.name, other.name)


def _beside(x: Slot, y: Slot) -> tuple[int, int]:
    """How many other slots of the two sentences agree, and how many more could."""
    agreeing = min(
        sum(any(_alike(a, b) for b in others) for a in own)
        for own, others in ((x.beside, y.beside), (y.beside, x.beside))
    )
    return agreeing, max(0, min(len(x.beside), len(y.beside)) - agreeing)


def _alike(a: Slot, b: Slot) -> bool:
    return a.kind == b.kind and a.sort == b.sort and can_both_be(a.value, b.value)


def _place(slot: Slot, page: Page) -> float:
    return slot.sentence / max(1, len(page.clauses.sentences))


class Model:
    """Weights of the evidence; the sum's logistic is the probability that two slots fill one fact."""

    def __init__(self, weights: Mapping[str, float], intercept: float) -> None:
        self.weights = weights
        self.intercept = intercept

    def log_odds(self, found: Evidence) -> float:
        """The logarithm of the odds that two slots fill one fact."""
        get = self.weights.get
        return self.intercept + sum(value * get(name, 0.0) for name, value in found.items() if value)

    def probability(self, found: Evidence) -> float:
        """How likely two slots fill one fact."""
        return 1 / (1 + math.exp(-self.log_odds(found)))

    def terms(self, found: Evidence) -> dict[str, float]:
        """What each piece of evidence adds to the odds, the weightiest first."""
        told = {name: value * self.weights[name] for name, value in found.items() if value and name in self.weights}
        return dict(sorted(told.items(), key=lambda item: (-abs(item[1]), item[0])))


@cache
def model() -> Model:
    """The model of the table of weights."""
    table = load("comparability")
    return Model(table["weights"], table["intercept"])
