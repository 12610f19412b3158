"""Acts that one article tells and another denies, or tells the contrary of, in statements of one thing.

An act is a verb of a narrated sentence, with whether it is denied. Two acts are contrary where one word is told and
denied, or where two words exclude each other, such as "approved" and "rejected"; and their clauses must share what they
are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ..entities.contraries import exclusive
from ..entities.roots import root
from ..knowledge import words as listed
from ..models import Claim, Group, Link, Span
from .clauses import WHOLE, Sentence
from .clusters import event_group
from .comparability import Weigher
from .slots import Page

LIKE = 0.25
"""Least mean of the shares of their information that two sentences with contrary acts have in common."""

SCOPE = 4
"""Words before a verb in which what denies it stands."""

NEGATED, EXCLUDED = "negated", "excluded"
"""The evidence of a link of contrary acts: one is denied, or the two exclude each other."""


class Act(NamedTuple):
    """A verb of a statement, told or denied."""

    claim: Claim
    span: Span
    word: str
    """Its root."""
    denied: bool
    sentence: int
    near: frozenset[str]
    """The other telling roots of its clause."""
    names: frozenset[str]
    subject: str
    """The nearest telling root before it in its clause; nothing where there is none."""


def group_acts(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each pair of statements of two articles of one story that tell contrary acts."""
    acts = {page.article.id: list(acts_of(page)) for page in pages}
    for a, b in combinations(pages, 2):
        weigh = Weigher(a, b)
        best: dict[tuple[str, str], tuple[float, Act, Act]] = {}
        for x, y in _contrary(acts[a.article.id], acts[b.article.id]):
            alike = _likeness(a.clauses.sentences[x.sentence], b.clauses.sentences[y.sentence], weigh)
            if alike >= LIKE and alike > best.get((x.claim.id, y.claim.id), (0.0,))[0]:
                best[x.claim.id, y.claim.id] = (alike, x, y)
        for alike, x, y in best.values():
            kind = NEGATED if x.word == y.word else EXCLUDED
            score = round(min(alike, 1.0), 4)
            link = Link(a=x.claim.id, b=y.claim.id, score=score, evidence={kind: 1.0}, values=(x.span, y.span))
            yield event_group([x.claim.id, y.claim.id], [link], kind)


def acts_of(page: Page) -> Iterator[Act]:
    """The acts that an article tells itself, or reports in indirect speech."""
    for number, sentence in enumerate(page.clauses.sentences):
        for at, is_verb in enumerate(sentence.verbs):
            claim = page.statement(sentence.starts[at]) if is_verb else None
            if claim is not None:
                yield _act(sentence, number, at, claim)


def _act(sentence: Sentence, number: int, at: int, claim: Claim) -> Act:
    low, high = at, at
    while low > 0 and sentence.bounds[low - 1] < WHOLE:
        low -= 1
    while high + 1 < len(sentence.words) and sentence.bounds[high + 1] < WHOLE:
        high += 1
    places = [k for k in range(low, high + 1) if sentence.roots[k] and k != at]
    denying = _denying(sentence, at)
    before = (k for k in range(at - 1, low - 1, -1) if sentence.roots[k] and not sentence.verbs[k])
    return Act(
        claim=claim,
        span=Span(start=sentence.starts[min([at, *denying])], end=sentence.ends[at]),
        word=root(sentence.lows[at]),
        denied=len(denying) % 2 == 1,
        sentence=number,
        near=frozenset(sentence.roots[k] for k in places),
        names=frozenset(sentence.roots[k] for k in places if sentence.words[k][0].isupper()),
        subject=next((sentence.roots[k] for k in before if not sentence.lows[k].endswith("ly")), ""),
    )


def _denying(sentence: Sentence, at: int) -> list[int]:
    """The places of the words before a verb that deny it."""
    found: list[int] = []
    for k in range(at - 1, max(-1, at - 1 - SCOPE), -1):
        low, to = sentence.lows[k], sentence.lows[k + 1] == "to"
        if low in listed("clauses", "denying") or low.endswith("n't") or (to and low in listed("clauses", "failing")):
            found.append(k)
        elif sentence.bounds[k] or sentence.verbs[k]:
            break
    return found


def _contrary(xs: Sequence[Act], ys: Sequence[Act]) -> Iterator[tuple[Act, Act]]:
    """The pairs of acts that are contrary, of articles that tell each of the two words in one way only."""
    by_word: defaultdict[str, list[Act]] = defaultdict(list)
    for y in ys:
        by_word[y.word].append(y)
    both = {*_told_both_ways(xs), *_told_both_ways(ys)}
    for x in xs:
        for word in (x.word, *_excluding().get(x.word, ())):
            for y in by_word.get(word, ()):
                told = (x.denied != y.denied) if word == x.word else not (x.denied or y.denied)
                if told and not both & {x.word, y.word} and _of_one_thing(x, y):
                    yield x, y


def _told_both_ways(acts: Iterable[Act]) -> set[str]:
    ways: defaultdict[str, set[bool]] = defaultdict(set)
    for act in acts:
        ways[act.word].add(act.denied)
    return {word for word, told in ways.items() if len(told) > 1}


def _of_one_thing(x: Act, y: Act) -> bool:
    """Whether two acts can be of one thing: a word of their clauses is shared, and no subjects or names that differ."""
    if x.near.isdisjoint(y.near) or (x.names and y.names and x.names.isdisjoint(y.names)):
        return False
    subjects = {x.subject, y.subject} - {""}
    return len(subjects) < 2 or x.subject in y.near or y.subject in x.near


def _likeness(one: Sentence, other: Sentence, weigh: Weigher) -> float:
    """The mean of the shares of two sentences' information that they have in common."""
    a, b = ({word for word in sentence.roots if word} for sentence in (one, other))
    shared = sum(map(weigh, a & b))
    less, more = sorted((sum(map(weigh, a)), sum(map(weigh, b))))
    return (shared / (less + 2) + shared / (more + 2)) / 2


@cache
def _excluding() -> dict[str, frozenset[str]]:
    """The roots of the words that each root excludes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for phrase, others in exclusive().items():
        if len(phrase) == 1:
            own = root(phrase[0])
            found[own] |= {root(other[0]) for other in others if len(other) == 1} - {own}
    return {word: frozenset(others) for word, others in found.items()}
