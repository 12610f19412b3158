"""Acts that one article tells and another denies, or tells the contrary of, in statements of one thing.

An act is a verb of a narrated sentence, with whether it is denied. Two acts are contrary where one word is told and
denied, or where two words exclude each other, such as "approved" and "rejected"; and their clauses must share what they
are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from ..entities.contraries import exclusive
from ..entities.roots import root
from ..knowledge import words as listed
from ..models import Claim, Group, Link, Span
from .clauses import WHOLE, Sentence
from .clusters import event_group
from .comparability import Weigher
from .slots import Page, article_pairs

LIKE = 0.25
"""Least mean of the shares of their information that two sentences with contrary acts have in common."""

SCOPE = 4
"""Words before a verb in which what denies it stands."""

NEGATED, EXCLUDED = "negated", "excluded"
"""The evidence of a link of contrary acts: one is denied, or the two exclude each other."""


class Act:
    """A verb of a statement, told or denied. What is around it is looked up when it is first asked for."""

    def __init__(self, sentence: Sentence, number: int, at: int, claim: Claim) -> None:
        self._sentence, self._at = sentence, at
        self._denying = _denying(sentence, at)
        self.claim = claim
        self.number = number
        """The number of its sentence."""
        self.word = root(sentence.lows[at])
        """Its root."""
        self.denied = len(self._denying) % 2 == 1

    @property
    def span(self) -> Span:
        """Where it stands, with what denies it."""
        return Span(start=self._sentence.starts[min([self._at, *self._denying])], end=self._sentence.ends[self._at])

    @cached_property
    def _clause(self) -> range:
        low = high = self._at
        while low > 0 and self._sentence.bounds[low - 1] < WHOLE:
            low -= 1
        while high + 1 < len(self._sentence.words) and self._sentence.bounds[high + 1] < WHOLE:
            high += 1
        return range(low, high + 1)

    @cached_property
    def near(self) -> frozenset[str]:
        """The other telling roots of its clause."""
        roots = self._sentence.roots
        return frozenset(roots[k] for k in self._clause if roots[k] and k != self._at)

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of them that are written large."""
        roots, words = self._sentence.roots, self._sentence.words
        return frozenset(roots[k] for k in self._clause if roots[k] and k != self._at and words[k][0].isupper())

    @cached_property
    def subject(self) -> str:
        """The nearest telling root before it in its clause; nothing where there is none."""
        told = self._sentence
        for k in range(self._at - 1, self._clause.start - 1, -1):
            if told.roots[k] and not told.verbs[k] and not told.adverbs[k]:
                return told.roots[k]
        return ""


class _Acts:
    """The acts of an article in order, by their words, and the words that it tells both ways."""

    def __init__(self, page: Page) -> None:
        self.all = list(acts_of(page))
        self.by_word: defaultdict[str, list[Act]] = defaultdict(list)
        for act in self.all:
            self.by_word[act.word].append(act)
        self.both_ways = {word for word, acts in self.by_word.items() if len({act.denied for act in acts}) > 1}


def group_acts(pages: Sequence[Page]) -> Iterator[Group]:
    """A group for each pair of statements of two articles of one story that tell contrary acts."""
    acts = {page.article.id: _Acts(page) for page in pages}
    for a, b in article_pairs(pages):
        contrary = list(_contrary(acts[a.article.id], acts[b.article.id]))
        if not contrary:
            continue
        weigh = Weigher(a, b)
        best: dict[tuple[str, str], tuple[float, Act, Act]] = {}
        for x, y in contrary:
            alike = _likeness(a.clauses.telling[x.number], b.clauses.telling[y.number], weigh)
            if alike >= LIKE and alike > best.get((x.claim.id, y.claim.id), (0.0,))[0]:
                best[x.claim.id, y.claim.id] = (alike, x, y)
        for alike, x, y in best.values():
            kind = NEGATED if x.word == y.word else EXCLUDED
            score = round(min(alike, 1.0), 4)
            link = Link(a=x.claim.id, b=y.claim.id, score=score, evidence={kind: 1.0}, values=(x.span, y.span))
            yield event_group([x.claim.id, y.claim.id], [link], kind)


def acts_of(page: Page) -> Iterator[Act]:
    """The acts that an article tells itself, or reports in indirect speech; to deny or to reject is one too."""
    for number, sentence in enumerate(page.clauses.sentences):
        for at, is_verb in enumerate(sentence.verbs):
            start = sentence.starts[at]
            claim = page.statement(start) or page.attribution(start) if is_verb else None
            if claim is not None:
                yield Act(sentence, number, at, claim)


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


def _contrary(xs: _Acts, ys: _Acts) -> Iterator[tuple[Act, Act]]:
    """The pairs of acts that are contrary, of articles that tell each of the two words in one way only."""
    both = xs.both_ways | ys.both_ways
    excluding = _excluding()
    for x in xs.all:
        if x.word in both:
            continue
        for word in (x.word, *excluding.get(x.word, ())):
            for y in ys.by_word.get(word, ()) if word not in both else ():
                told = (x.denied != y.denied) if word == x.word else not (x.denied or y.denied)
                if told and _of_one_thing(x, y):
                    yield x, y


def _of_one_thing(x: Act, y: Act) -> bool:
    """Whether two acts can be of one thing: a word of their clauses is shared, and no subjects or names that differ."""
    if x.near.isdisjoint(y.near) or (x.names and y.names and x.names.isdisjoint(y.names)):
        return False
    subjects = {x.subject, y.subject} - {""}
    return len(subjects) < 2 or x.subject in y.near or y.subject in x.near


def _likeness(a: frozenset[str], b: frozenset[str], weigh: Weigher) -> float:
    """The mean of the shares of the information of two sentences' roots that they have in common."""
    told = weigh.__getitem__
    shared = sum(map(told, a & b))
    less, more = sorted((sum(map(told, a)), sum(map(told, b))))
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
