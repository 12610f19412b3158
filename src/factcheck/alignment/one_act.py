"""Whether two contrary acts can be one: nothing tells them apart, and neither article tells of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from ..entities.values import Value, can_both_be
from ..knowledge import words as listed
from ..models import When
from .acts import Act
from .contrary_acts import EXCLUDED, NEGATED, Acts, Pair
from .slots import Page


def can_be_one(pair: Pair) -> bool:
    """Whether two contrary acts can be one: nothing tells them apart, and neither article tells of both."""
    kind, x, y, xs, ys = pair
    return (
        x.group.mood == y.group.mood
        and not x.subject.restricted
        and not (kind == EXCLUDED and y.subject.restricted)
        and not _bounded(pair)
        and not _of_others(x, y)
        and not _valued_apart(pair)
        and not _told_apart(x, y)
        and not _tells_both(xs, x, y)
        and not _tells_both(ys, y, x)
    )


def _bounded(pair: Pair) -> bool:
    """Whether a denial is of a part only, as in "not only", or the two choose between several things."""
    choosing, (kind, x, y, *_) = listed("acts", "choosing"), pair
    if kind == NEGATED:
        limits = listed("acts", "bounding") | choosing
        if x.lasts and not y.lasts:
            return True
        return not (x.words & limits <= y.words and x.subject.numbers in (frozenset(), y.subject.numbers))
    return x.words & choosing != y.words & choosing or x.subject.numbers != y.subject.numbers


def _of_others(x: Act, y: Act) -> bool:
    """Whether two acts name others, or are of him and of her."""
    if x.names and y.names and x.names.isdisjoint(y.names):
        return True
    one, other = x.subject, y.subject
    if one.named and other.named and one.head not in other.terms and other.head not in one.terms:
        return True
    if one.given and other.given and one.given.isdisjoint(other.given):
        return True
    return {one.pronoun, other.pronoun} == {"he", "she"}


def _valued_apart(pair: Pair) -> bool:
    """Whether two acts have times that differ, or numbers or places of one kind none of which can be the same."""
    ours, theirs = _values(pair.one, pair.of_one.page), _values(pair.other, pair.of_other.page)
    for kind in ours.keys() & theirs.keys():
        agree = [can_both_be(a, b) for a, b in product(ours[kind], theirs[kind])]
        if not any(agree) or (kind == "date" and not all(agree)):
            return True
    return False


def _values(act: Act, page: Page) -> Mapping[str, Sequence[Value]]:
    """The values of an act by their kind, but for times that can't be right, as one in the past of what is ahead."""
    out = page.article.published
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for slot in act.slots:
        past = (
            isinstance(slot.value, When)
            and out is not None
            and slot.value.end is not None
            and slot.value.end < out.start
        )
        if not (past and act.group.mood == "ahead"):
            found[slot.kind].append(slot.value)
    return found


def _told_apart(x: Act, y: Act) -> bool:
    """Whether the things that two acts are of have one head, and other words that tell which is meant."""
    one, other = x.subject, y.subject
    alike = one.head == other.head and not (one.named or not one.head)
    if alike and (_differ(one.modifiers, other.modifiers) or _lead_apart(one.complement, other.complement)):
        return True
    if x.object and x.object == y.object and _differ(x.of_object, y.of_object):
        return True
    return x.object == y.object and _lead_apart(x.complement, y.complement)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _lead_apart(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether one preposition leads to two things: "exports of cotton", "exports of steel"."""
    return any(one[word] != other[word] for word in one.keys() & other.keys())


def lead_together(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether one preposition leads to one thing."""
    return any(one[word] == other[word] for word in one.keys() & other.keys())


def _tells_both(acts: Acts, own: Act, other: Act) -> bool:
    """Whether an article tells the contrary of its own act as well, of what may be the same thing."""
    about = own.terms | other.terms
    contraries = acts.denying(own)
    if own.denied == other.denied:
        contraries += acts.excluding(own)
    return any(not act.subject.head or not act.terms.isdisjoint(about) for act in contraries)
