"""Facts of a story: slots of different articles that fill one fact, whether their values agree or not.

Slots that agree in a like context are one reading of a fact. Two readings whose contexts are as like, and whose values
can't both be right, are one group; what they are worth is for the comparison to say.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from ..entities.places import own_words
from ..entities.roots import concept
from ..entities.times import hour, share_part
from ..entities.values import can_both_be, gives
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Group, Link, Quantity, When
from ..record import made
from .addresses import are_of_one, knows
from .bearers import one_person
from .clusters import clusters, event_group
from .comparability import Evidence, Model, Weigher, evidence, model
from .governors import PERSON
from .prospects import are_apart, are_planned
from .slots import ADDRESS, VOTE, Page, Slot, article_pairs

SAME = 0.5
"""Least probability from which on two slots with values that can both be right are one reading of a fact."""

APART = -1.0
"""The logarithm of the odds of two slots of one reading that are not likely enough by themselves."""

LIKE = 0.05
"""Least probability of a pair of slots whose values can't both be right. Below it hardly any is a disagreement."""

ONE_STORY, EVEN = "one story", 0.5
"""The evidence of how sure two articles are of one story, and how sure two are that came to one by others alone."""

SMALL = 13
"""Numbers below this one may stand anywhere, and tell nothing."""

PARTNERS = 20
"""Slots, on average, with which a slot of a long list is compared."""

MANY = 9
"""Product of the numbers of values in one unit that two articles give, from which on the unit alone tells nothing."""

MOST = 100
"""Most pairs of slots of two articles whose values differ that are kept, the likeliest first."""


Compared = tuple[Slot, Slot, Evidence]
"""Two slots of one kind in two articles, and what tells whether they fill one fact."""


class Pair(NamedTuple):
    """Two slots of one kind in two articles, and how likely they fill one fact."""

    x: Slot
    y: Slot
    probability: float
    evidence: Evidence
    agree: bool
    """Whether their values can both be right."""


def facts_of(
    pages: Sequence[Page], fitted: Model | None = None, sure: Mapping[tuple[str, str], float] | None = None
) -> Iterator[Group]:
    """The groups of the facts of one story, by the model of the table where none is given.

    ``sure`` tells how sure two articles are of one story, the smaller id first; without it they are.
    """
    found = [pair for a, b in article_pairs(pages) for pair in likely_pairs(compared(a, b), fitted or model())]
    return _groups(found, pages, sure)


def compared(a: Page, b: Page) -> list[Compared]:
    """The pairs of slots of two articles that share enough to be compared, each with its evidence."""
    pairs = [
        (x, y)
        for kind in sorted(a.by_kind.keys() & b.by_kind.keys())
        for x, y in _paired(a.by_kind[kind], b.by_kind[kind])
        if (_meet(x, y) or are_planned(x, y, (a, b))) and not are_apart(x, y, (a, b))
    ]
    if not pairs:
        return []
    weigh = Weigher(a, b)
    met = [(x, y, evidence(x, y, (a, b), weigh)) for x, y in pairs]
    _compete(met)
    return met


def likely_pairs(met: Iterable[Compared], fitted: Model) -> list[Pair]:
    """Of pairs of slots of two articles those that are likely enough to fill one fact, the likeliest first."""
    told = ((x, y, fitted.probability(found), found) for x, y, found in met)
    judged = [Pair(*pair, can_both_be(pair[0].value, pair[1].value)) for pair in told if pair[2] >= LIKE]
    judged.sort(key=lambda p: (-p.probability, p.x.claim.id, p.y.claim.id))
    differing = [pair for pair in judged if not pair.agree]
    return [pair for pair in judged if pair.agree and pair.probability >= SAME] + differing[:MOST]


def _paired(xs: Sequence[Slot], ys: Sequence[Slot]) -> Iterable[tuple[Slot, Slot]]:
    """The pairs of slots of one kind; of long lists only those that share the rarest words, a fixed number a slot."""
    limit = PARTNERS * (len(xs) + len(ys))
    if len(xs) * len(ys) <= limit:
        return product(xs, ys)
    one, other = _by_word(xs), _by_word(ys)
    found: dict[tuple[int, int], None] = {}
    for word in sorted(one.keys() & other.keys(), key=lambda w: (len(one[w]) * len(other[w]), w)):
        if len(found) + len(one[word]) * len(other[word]) > limit:
            break
        found |= dict.fromkeys(product(one[word], other[word]))
    return ((xs[i], ys[k]) for i, k in sorted(found))


def _by_word(slots: Sequence[Slot]) -> dict[str, list[int]]:
    """The places of the slots that have a word near them."""
    held: defaultdict[str, list[int]] = defaultdict(list)
    for at, slot in enumerate(slots):
        for word in slot.near:
            held[word].append(at)
    return held


def _meet(x: Slot, y: Slot) -> bool:
    """Whether two slots share enough to be compared: a word around them, what is counted, or a rare sort.

    Two quotations are left to the comparison of wordings, two ages must be able to be one person's, two times tell the
    same part of a time, no road or flight have two numbers, and no way leads to where it starts. Addresses that are
    alike are compared anyhow.
    """
    if x.quoted and y.quoted:
        return False
    if x.kind == ADDRESS and (told := are_of_one(x, y)) is not None:
        return told
    related = x.head and x.head == y.head
    if not related and x.roots.isdisjoint(y.roots) and not _few_of_a_sort(x, y):
        return False
    if isinstance(x.value, When) and isinstance(y.value, When) and not share_part(x.value, y.value):
        return False
    if _numbered_apart(x, y) or _from_and_to(x, y) or _from_and_to(y, x):
        return False
    return x.kind != "age" or one_person(x, y)


def _few_of_a_sort(x: Slot, y: Slot) -> bool:
    """Whether two values meet though no word stands beside both.

    Their articles have few values in this unit, or they are both hours, months or years near words in common.
    """
    if x.hours == y.hours == 1 and (x.happens or y.happens):
        return True
    if x.sort in ("money", "measure", "percent", VOTE):
        return x.values * y.values < MANY
    if x.sort == y.sort == "place":
        return len((x.around & y.around) | (x.around & y.roots) | (y.around & x.roots)) > 2
    timed = _has_hour(x) and _has_hour(y)
    if not timed and (x.sort != y.sort or x.sort not in ("month", "year")):
        return False
    # The roots beside the two have been compared.
    return not (x.around.isdisjoint(y.around) and x.around.isdisjoint(y.roots) and x.roots.isdisjoint(y.around))


def _has_hour(slot: Slot) -> bool:
    return isinstance(slot.value, When) and hour(slot.value) is not None


def _numbered_apart(x: Slot, y: Slot) -> bool:
    """Whether two sentences name things by one word that have other numbers: "Highway 40" and "Highway 60"."""
    if not x.numbered or not y.numbered or not x.numbered.isdisjoint(y.numbered):
        return False
    return not {word for word, _ in x.numbered}.isdisjoint(word for word, _ in y.numbered)


def _from_and_to(x: Slot, y: Slot) -> bool:
    """Whether one place is where something comes from, and the other where something goes to."""
    source, goal = x.word_before in listed("places", "sources"), y.word_before in listed("places", "goals")
    return x.sort == y.sort == "place" and source and goal


def _compete(met: Sequence[Compared]) -> None:
    """Adds to the evidence of each pair by how much it is liker than the next best pair of either of its slots."""
    likeness = [_likeness(found) for _, _, found in met]
    best: dict[int, tuple[float, float]] = {}
    for (x, y, _), amount in zip(met, likeness, strict=True):
        for slot in (id(x), id(y)):
            first, second = best.get(slot, (0.0, 0.0))
            best[slot] = (amount, first) if amount > first else (first, max(second, amount))
    for (x, y, found), amount in zip(met, likeness, strict=True):
        margin = amount - max(_next(best[id(x)], amount), _next(best[id(y)], amount))
        found["margin"] = max(-2.0, min(2.0, margin))
        found["best match"] = float(margin >= 0)


def _next(best: tuple[float, float], amount: float) -> float:
    """The best of a slot's other pairs."""
    first, second = best
    return second if amount >= first else first


def _likeness(found: Evidence) -> float:
    """A first estimate of how like two contexts are, by which the pairs of a slot compete."""
    return (
        found["near"]
        + found["close"]
        + 2 * found["share"]
        + found["same head"]
        + 0.5 * found["same verb"]
        + 0.7 * found["agreeing beside"]
        - 0.2 * found["unmatched but known"]
    )


def _groups(
    found: Sequence[Pair], pages: Sequence[Page], sure: Mapping[tuple[str, str], float] | None
) -> Iterator[Group]:
    """A group for each reading that several articles share, and one for each two readings that differ."""
    agreeing = {_key(pair): pair for pair in found if pair.agree}
    readings: dict[str, tuple[str, ...]] = {}
    links: defaultdict[tuple[str, ...], list[Link]] = defaultdict(list)
    odds = {key: math.log(pair.probability / (1 - pair.probability)) for key, pair in agreeing.items()}
    for members in clusters(odds, APART):
        readings |= dict.fromkeys(members, tuple(members))
    for pair in agreeing.values():
        one, other = (readings.get(slot.name) for slot in (pair.x, pair.y))
        if one is not None and one == other:
            links[one].append(_link(pair))
    for reading, within in sorted(links.items()):
        yield _group(reading, within)
    differing: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], list[Pair]] = defaultdict(list)
    for pair in found:
        if not pair.agree:
            one, other = sorted(readings.get(slot.name, (slot.name,)) for slot in (pair.x, pair.y))
            if one != other:
                differing[one, other].append(pair)
    given, apart = _Given(pages, sure), _apart(found)
    for (one, other), across in sorted(differing.items()):
        both = _articles(one) & _articles(other)
        size = {"articles": math.log(len(pages)), "support": math.log(len(_articles((*one, *other))) - 1)}
        told = []
        for pair in across:
            of_both = {"both given": float(not both.isdisjoint(_between(pair)))}
            told.append(_link(pair, {**of_both, **size, **given(pair), "differences": apart[_between(pair)]}))
        yield _group((*one, *other), [*links[one], *links[other], *told])


def _apart(found: Iterable[Pair]) -> dict[tuple[str, str], float]:
    """In how many facts each two articles seem to differ, as a logarithm: the more, the less each tells."""
    apart: defaultdict[tuple[str, str], float] = defaultdict(float)
    for pair in found:
        apart[_between(pair)] += 0.0 if pair.agree else pair.probability
    return {key: math.log1p(amount) for key, amount in apart.items()}


def _between(pair: Pair) -> tuple[str, str]:
    return min(pair.x.article, pair.y.article), max(pair.x.article, pair.y.article)


def _articles(names: Iterable[str]) -> set[str]:
    return {name.rpartition(":")[0] for name in names}


class _Given:
    """Tells whether an article of a pair gives the other's value too, how many values the two give, and their story."""

    def __init__(self, pages: Sequence[Page], sure: Mapping[tuple[str, str], float] | None) -> None:
        self._sure = sure
        self._pages = {page.article.id: page for page in pages}
        self._given: dict[tuple[str, str], bool] = {}

    def __call__(self, pair: Pair) -> dict[str, float]:
        x, y = pair.x, pair.y
        given = self._gives_it(y.article, x) or self._gives_it(x.article, y)
        several = math.log(len(self._pages[x.article].slots) * len(self._pages[y.article].slots))
        told = {"given elsewhere": float(given), "slots": several}
        if x.sort == y.sort == "day":
            told["planned"] = float(are_planned(x, y, (self._pages[x.article], self._pages[y.article])))
        if x.sort == "place":
            beside = x.before | x.behind | y.before | y.behind
            told["in turn"] = float(not beside.isdisjoint(listed("clauses", "turns")))
        if self._sure is not None:
            told[ONE_STORY] = self._sure.get(_between(pair), EVEN)
        return told

    def _gives_it(self, article: str, slot: Slot) -> bool:
        found = self._given.get((article, slot.name))
        if found is None:
            found = self._given[article, slot.name] = self._gives(self._pages[article], slot)
        return found

    def _gives(self, page: Page, slot: Slot) -> bool:
        """Whether an article gives this value for what may be the same thing, or has its number anywhere."""
        if slot.kind == ADDRESS:
            return knows(page.clauses.text, slot)
        if slot.sort == "place" and not own_words(slot.value.text or "").isdisjoint(page.words):
            return True
        if any(_of_one_thing(other, slot) and gives(other.value, slot.value) for other in page.by_kind[slot.kind]):
            return True
        if slot.head == PERSON and any(
            _counts_people(x) and can_both_be(x.value, slot.value) for x in page.by_kind["count"]
        ):
            return True
        return (
            isinstance(slot.value, Quantity)
            and slot.kind != "age"
            and not page.numbers.isdisjoint(_numbers(slot.value))
        )


def _of_one_thing(x: Slot, y: Slot) -> bool:
    """Whether two values of one kind may be of one thing.

    So may ages of one person, times that tell the same part of a time, and counts without heads that differ.
    """
    if x.kind == "age":
        return (x.claim.subject is None) == (y.claim.subject is None) and one_person(x, y)
    if isinstance(x.value, When) and isinstance(y.value, When):
        return share_part(x.value, y.value)
    return not x.head or not y.head or x.head == y.head


def _counts_people(slot: Slot) -> bool:
    return slot.head in _people()


@cache
def _people() -> frozenset[str]:
    """The concepts of words for people, of whom the dead and the hurt of an event may be counted."""
    return frozenset(map(concept, load("casualties")["people"]))


def _numbers(quantity: Quantity) -> set[str]:
    """The digits of a number that is no small one, as an article may print them."""
    value = quantity.value
    if value is None or value != int(value) or value < SMALL:
        return set()
    return {str(int(value)), f"{int(value):,}"}


def _key(pair: Pair) -> tuple[str, str]:
    one, other = sorted((pair.x.name, pair.y.name))
    return one, other


def _group(names: Iterable[str], links: list[Link]) -> Group:
    return event_group(sorted({name.rpartition("@")[0] for name in names}), links)


def _link(pair: Pair, values: Mapping[str, float] | None = None) -> Link:
    """The link of a pair; with what only its values tell, and all evidence, where they differ."""
    x, y = sorted((pair.x, pair.y), key=attrgetter("name"))
    told = {} if values is None else {**pair.evidence, **values}
    evidence = {name: round(float(amount), 3) for name, amount in told.items() if amount}
    score, spans = round(pair.probability, 4), (x.span, y.span)
    return made(Link, a=x.claim.id, b=y.claim.id, score=score, evidence=evidence, values=spans)
