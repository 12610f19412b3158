"""Acts that one article tells and another denies, or tells one that excludes it, of one thing in one story.

A denial rules out the more, the less it says: who paid nothing paid nothing on Monday, either. So all that a denied act
is of must be told of the other one, too, while that may tell more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from ..entities.roots import concept, root
from ..knowledge import words as listed
from ..models import Group, Link, When
from .acts import Act
from .clauses import told as information
from .clusters import event_group
from .comparability import Weigher
from .contrary_acts import NEGATED, Acts, Pair, pairs_of
from .one_act import can_be_one, lead_together
from .slots import Page, article_pairs

SURE, FAINT = 0.7, 0.1
"""How sure a pair of acts that fit is a disagreement, and one that only may be. Of ninety invented pairs that were
written after the rules, and half of them contrary, 33 were sure, and 26 of them right. In real stories all six that
were sure were wrong: five had another word for the act or for what it is done to, which since then is only possible."""

ALL, CLOSE, SOME, PART = 0.75, 0.85, 0.6, 0.5
"""Shares of the information of what an act is of that is told of another. All: of a denied act, to be sure. Close: of
one of two acts that exclude each other; some: of the other of these. Part: of a denied act at all."""

LEAST = 0.25
"""Least such share of what is told, in the denial's article: if less is known there, the two are of two things."""

SHARED, LITTLE, TOLD, OBJECT = 2.0, 5.5, 7.0, 6.0
"""Least information, in nats, that two acts share: at all; at all with that of their word, and to be sure; and without
it, where the word says little."""

STEPS, LOOSE = (1.0, 0.8, 0.5, 0.2, 0.0), (1.0, 1.0, 0.8, 0.6, 0.0)
"""What a word counts that stands in the other act's clause, only in its sentence, in one beside it, elsewhere in the
article, or nowhere; and what it counts where a pronoun may mean it, or where it only tells which subject is meant."""

AT_ALL = 0.25
"""The weight of how rare a word is at all, beside how rare it is in two articles, which in short ones tells little."""

SLACK = 0.5
"""Nats that a share is short of all: of what little tells, less is sure to be shared."""

KNOWN = 0.8
"""What a word counts at least that is shared."""

OF_SUBJECT = 0.5
"""The weight of a word that only tells which subject is meant, as in "the dam above the town"."""

PLANS, DAYS, MONTH = 3, 7, 30
"""Days between two articles up to which they tell of one plan, are sure to tell of one time, and may tell of one."""

Relation = Literal["", "same", "within", "near", "other"]
"""How two phrases meet: as one, one within the other's clause or sentence, not at all; nothing where one is unknown."""


def group_acts(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each pair of statements of two articles of one story that tell contrary acts.

    The score of its link is how sure it is that they do.
    """
    acts = {page.article.id: Acts(page) for page in pages}
    for a, b in article_pairs(pages):
        weigh = Weigher(a, b)
        found = [
            (sure, at, pair)
            for at, pair in enumerate(pairs_of(acts[a.article.id], acts[b.article.id]))
            if can_be_one(pair) and (sure := _confidence(pair, weigh))
        ]
        yield from _groups(found)


def _groups(found: Iterable[tuple[float, int, Pair]]) -> Iterator[Group]:
    """A group for each pair, the surest first, of which neither statement is in one with a surer pair."""
    taken: set[str] = set()
    for sure, _, (kind, x, y, _, _) in sorted(found, key=lambda row: (-row[0], row[1])):
        if x.claim.id not in taken and y.claim.id not in taken:
            taken |= {x.claim.id, y.claim.id}
            one, other = sorted((x, y), key=lambda act: act.claim.id)
            link = Link(
                a=one.claim.id, b=other.claim.id, score=sure, evidence={kind: 1.0}, values=(one.span, other.span)
            )
            yield event_group([one.claim.id, other.claim.id], [link], kind)


class _Meeting(NamedTuple):
    """What two acts have in common."""

    subject: Relation
    theme: Relation
    share: float
    """The share of the information of what the first is of that is told of the second."""
    back: float
    """That of the second told of the first."""
    shared: float
    """How much information of the first that is, in nats."""
    told: float
    """That, with the information of its word."""
    gap: int | None
    """The days from the publication of the first's article to that of the second's; None where one is unknown."""
    dated: bool
    """Whether both sentences name one day, month or year."""
    hedged: bool
    """Whether an article doesn't vouch for its act."""

    @classmethod
    def of(cls, pair: Pair, weigh: Weigher) -> _Meeting:
        """What the acts of a pair have in common."""
        _, x, y, xs, ys = pair
        share, shared = _covered(x, y, ys.page, weigh)
        one, other = xs.page.article.published, ys.page.article.published
        return cls(
            subject=_relation(x.subject.head, y.subject.head, pair) if x.group.passive == y.group.passive else "",
            theme=_relation(x.theme, y.theme, pair),
            share=share,
            back=_covered(y, x, xs.page, weigh)[0],
            shared=shared,
            told=shared + _tells(x.concept, weigh),
            gap=(other.start - one.start).days if one and other else None,
            dated=not x.times.isdisjoint(y.times),
            hedged=x.hedged or y.hedged,
        )

    @property
    def is_near(self) -> bool:
        """Whether the two articles are sure to tell one time, as far as is known."""
        return self.dated or self.gap is None or abs(self.gap) <= DAYS


def _confidence(pair: Pair, weigh: Weigher) -> float:
    """How sure two acts that fit are a disagreement; 0 where they share too little."""
    met = _Meeting.of(pair, weigh)
    if "other" in (met.subject, met.theme) or met.shared < SHARED or abs(met.gap or 0) > MONTH:
        return 0.0
    return _of_denial(pair, met) if pair.kind == NEGATED else _of_exclusion(pair, met)


def _of_denial(pair: Pair, met: _Meeting) -> float:
    """How sure a denied act and one that is told are a disagreement."""
    _, x, y, xs, ys = pair
    if met.share < PART or met.told < LITTLE or _is_report(x) or (x.root in _roots("light") and met.shared < OBJECT):
        return 0.0
    anchored = (
        not {"same", "within"}.isdisjoint((met.subject, met.theme))
        or lead_together(x.complement, y.complement)
        or _is_meant(x, y, ys.page)
        or _is_meant(y, x, xs.page)
    )
    sure = (
        anchored
        and met.share >= ALL
        and x.root == y.root
        and (met.back >= LEAST or not y.core)
        and met.told >= TOLD
        and met.theme == "same"
        and met.is_near
        and not met.hedged
        and not (x.group.passive == y.group.passive and _crossed(x, y) and x.speaker.isdisjoint(y.speaker))
        and not _may_change(pair, met.gap)
        and x.is_habit == y.is_habit
    )
    return SURE if sure else FAINT


def _of_exclusion(pair: Pair, met: _Meeting) -> float:
    """How sure two acts that exclude each other are a disagreement: of one thing, at one time."""
    _, x, y, *_ = pair
    of_one = met.theme == "same" or (met.subject == "same" and met.theme != "near")
    if (
        not met.is_near
        or not of_one
        or (x.group.past != y.group.past and "indirect" not in (x.claim.form, y.claim.form))
    ):
        return 0.0
    less, more = sorted((met.share, met.back))
    return SURE if more >= CLOSE and less >= SOME and met.told >= TOLD and not met.hedged else FAINT


@cache
def _roots(name: str) -> frozenset[str]:
    """The roots of a list of the table ``acts``."""
    return frozenset(map(root, listed("acts", name)))


def _is_report(act: Act) -> bool:
    """Whether an act is to tell or to learn something, which comes as a story goes on."""
    if act.root in _roots("reporting"):
        return True
    return act.root in _roots("releasing") and act.theme in set(map(concept, listed("acts", "tidings")))


def _relation(one: str, other: str, pair: Pair) -> Relation:
    """How the heads of two phrases meet: as one, within the other's clause, or its sentence; nothing if one lacks."""
    _, x, y, xs, ys = pair
    if not one or not other:
        return ""
    if one == other:
        return "same"
    if one in y.terms | y.subject.terms or other in x.terms | x.subject.terms:
        return "within"
    telling = xs.page.clauses.telling[x.number], ys.page.clauses.telling[y.number]
    return "near" if other in telling[0] or one in telling[1] else "other"


def _crossed(x: Act, y: Act) -> bool:
    """Whether who does the one act has another part in the other: "Lee met him", "he met Lee"."""
    return any(
        bool(a.subject.head) and a.subject.head in b.core - b.subject.terms and a.subject.head != b.subject.head
        for a, b in ((x, y), (y, x))
    )


def _covered(x: Act, y: Act, page: Page, weigh: Weigher) -> tuple[float, float]:
    """The share of the information of what an act is of that is told of another act as well, and how much that is."""
    whole = found = shared = 0.0
    for term in x.core - _roots("strengthening"):
        of_subject = OF_SUBJECT if term in x.subject.terms and term != x.subject.head else 1.0
        level = _level(term, x, y, page)
        whole += weigh[term] * of_subject
        found += weigh[term] * of_subject * level
        shared += _tells(term, weigh) * of_subject * level if level >= KNOWN else 0.0
    return found / (whole + SLACK), shared


def _tells(root: str, weigh: Weigher) -> float:
    """What a root tells that two acts share: by how rare it is in their articles, and how rare it is at all."""
    return weigh[root] + AT_ALL * (information(root) - weigh[root])


def _level(term: str, x: Act, y: Act, page: Page) -> float:
    """What a word of an act counts by how near it stands to another; a subject may be what a pronoun means."""
    steps = (
        y.terms | y.subject.terms,
        page.clauses.telling[y.number],
        page.clauses.around(y.number),
        page.clauses.counts,
    )
    level = next((at for at, words in enumerate(steps) if term in words), len(steps))
    if level and y.subject.pronoun and term in y.speaker:
        level = 0
    if term not in x.subject.terms or level == len(steps):
        return STEPS[level]
    known = bool(y.subject.head) and x.subject.head != y.subject.head
    return STEPS[level] if known else LOOSE[level]


def _is_meant(x: Act, y: Act, page: Page) -> bool:
    """Whether the pronoun that does an act may mean who does another: whose head stands close by."""
    near = page.clauses.telling[y.number] | page.clauses.around(y.number)
    return bool(y.subject.pronoun) and bool(x.subject.head) and x.subject.head in near


def _may_change(pair: Pair, gap: int | None) -> bool:
    """Whether time may explain a denial: a plan may have changed, and what is so up to a day may come later.

    It doesn't where the two articles came out at one time, or the later one tells an earlier day.
    """
    _, x, y, xs, _ = pair
    if x.group.mood == "ahead":
        return gap is None or abs(gap) > PLANS
    so_far = x.group.perfect or (not x.group.past and x.group.mood == "told")
    if not so_far or (gap is not None and gap <= 0):
        return False
    out = xs.page.article.published
    if out is None:
        return True
    times = (slot.value for slot in y.slots if isinstance(slot.value, When))
    return not any(time.end is not None and time.end <= out.end for time in times)
