"""Which articles tell one story: by the words of their openings and bodies, names, numbers and days.

The weights of the evidence are fitted on real events, each beside another of its sort. Articles meet only through names
and words of their openings that few others have; a story grows by articles that fit it on average.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nsmallest
from itertools import chain, combinations, islice
from operator import mul
from typing import Any, NamedTuple

from ..entities.roots import concept
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Article, Story
from ..text import fold, folded_words, sentences, without_possessive, words
from .clauses import telling_root, told
from .clusters import clusters
from .information import remembered

NEIGHBOURS = 20
"""Articles, next in time, that an article meets through one word. It keeps the work in step with the corpus."""

TELLING = 6.0
"""Least information, in nats, of a word through which articles meet."""

LEAST = 5.0
"""Information, in nats, that is added to that of the less telling of two sets of words before their share is taken."""

MEETINGS = 2
"""Words through which two articles meet at least."""

LEAD = 4
"""Sentences of an article's opening, the headline included."""

NAMED, FEW_WORDS = 5, 4
"""Most words of a story's name, and below how many of the openings names from further down are taken in."""

HELD = 8
"""Articles of a run that hold a word from which on it tells the less of a story, the more hold it."""

CENTRAL = 4
"""The weightiest names of an article, which another one on its story is likely to have."""

STRANGERS = -6.0
"""The logarithm of the odds of two articles that don't meet."""

FEW_ENOUGH = 64
"""Articles of a run up to which a word anywhere makes them meet: the openings of a notice and of a report may share
none."""

FEW, TOGETHER, MORE, LEAST_PRIOR = 10, 1.5, 0.67, -0.5
"""Up to so many articles are more often than not given as one story: that adds the second to the odds, as a
logarithm. With each e-fold more the third is taken off, down to the fourth: only articles that share rare words meet,
however many there are. Set by hand on the sets that the weights are fitted on."""

_NUMBER = re.compile(r"\d[\d.,:]*\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LARGE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w’'-]+")


class Profile(NamedTuple):
    """What tells an article's story."""

    weights: Mapping[str, float]
    """The telling roots with their information, the more often they stand."""
    length: float
    lead: Mapping[str, float]
    """The telling roots of the opening with their information."""
    all_lead: float
    """The information of them all."""
    names: Mapping[str, float]
    """The roots of words that stand written large and never small, with their information."""
    all_names: float
    """The information of them all."""
    central: tuple[str, ...]
    """The weightiest of these names."""
    numbers: frozenset[str]
    weekdays: frozenset[str]
    year: int | None
    """The last year that the article names."""
    day: int | None
    source: str


@dataclass(frozen=True)
class Stories:
    """The articles of a run by stories, and how likely pairs of them tell one."""

    profiles: Mapping[str, Profile]
    """What tells the story of each article, without ``weights``: half of it, which nothing asks for any more."""
    odds: Mapping[tuple[str, str], float]
    """The logarithm of the odds of each pair that met, the smaller id first."""
    members: Sequence[Sequence[str]]
    """The ids of the articles of each story that has two or more."""

    @cached_property
    def scores(self) -> dict[tuple[str, str], float]:
        """How sure two articles are of one story, the smaller id first, for each pair of one."""
        pairs = (pair for story in self.members for pair in combinations(story, 2))
        return {pair: round(1 / (1 + math.exp(-max(self.odds.get(pair, 0.0), 0.0))), 3) for pair in pairs}

    def share_beside(self, a: str, b: str, name: str) -> bool:
        """Whether two articles share a telling word of their names or openings that is no part of this name."""
        one, other = self.profiles[a], self.profiles[b]
        own = set(map(telling_root, folded_words(name)))
        shared = (word for word in chain(one.names, one.lead) if word in other.names or word in other.lead)
        return any(word not in own and told(word) >= TELLING for word in shared)


def find_stories(articles: Mapping[str, Article]) -> Stories:
    """The stories that articles tell."""
    profiles = weighed({name: profile(articles[name]) for name in sorted(articles)})
    few = prior(len(profiles))
    odds = {(a, b): log_odds(evidence(profiles[a], profiles[b])) + few for a, b in meetings(profiles)}
    return Stories({name: own._replace(weights={}) for name, own in profiles.items()}, odds, clusters(odds, STRANGERS))


def story_records(found: Stories, articles: Mapping[str, Article]) -> tuple[Story, ...]:
    """The stories as records, that of most articles first, each with its name."""
    told = [
        Story(
            id=hashlib.sha256("\x1f".join(members).encode()).hexdigest()[:12],
            name=_name([articles[name] for name in members], found),
            articles=tuple(members),
        )
        for members in found.members
    ]
    return tuple(sorted(told, key=lambda story: (-len(story.articles), story.name, story.id)))


def _name(members: Sequence[Article], found: Stories) -> str:
    """The most telling words that more than half of the openings share, as the fullest of these openings has them.

    Where they are few, names that half of the articles have stand with them.
    """
    own = [found.profiles[article.id] for article in members]
    counts = Counter(word for one in own for word in one.lead)
    shared = {word for word, count in counts.items() if 2 * count > len(members)}
    if len(shared) < FEW_WORDS:
        named = Counter(word for one in own for word in one.names)
        shared |= {word for word, count in named.items() if 2 * count >= len(members)}
    best = sorted(shared, key=lambda word: (-counts[word] * told(word), word))[:NAMED]
    texts = [f"{article.title or ''}\n{article.prose}" for article in members]
    openings = [_first_forms(text[: _end_of_lead(text)], best) for text in texts]
    fullest = max(openings, key=lambda forms: (len(forms), [*map(len, forms)], forms))
    return " ".join(fullest) or members[0].outlet


def _first_forms(text: str, roots: Sequence[str]) -> list[str]:
    """How a text writes these roots, each at its first place, in the order of the text."""
    forms: dict[str, str] = {}
    for word in words(text):
        found = telling_root(fold(word[0]))
        if found in roots:
            forms.setdefault(found, without_possessive(word[0]))
    return list(forms.values())


def prior(articles: int) -> float:
    """What the number of articles given at once adds to the logarithm of the odds that two are of one story."""
    return max(LEAST_PRIOR, TOGETHER - MORE * math.log(max(1.0, articles / FEW)))


def profile(article: Article) -> Profile:
    """What tells the story of an article."""
    text = f"{article.title or ''}\n{article.prose}"
    written = folded_words(text)
    counts = Counter(filter(None, map(telling_root, written)))
    weights = {word: math.sqrt(1 + math.log(count)) * told(word) for word, count in counts.items()}
    opening = text[: _end_of_lead(text)]
    lead = {word: told(word) for word in set(filter(None, map(telling_root, folded_words(opening))))}
    large = {_concept(word) for word in set(_LARGE.findall(text)) if word[0].isupper()}
    small = {_concept(word) for word in set(text.split()) if word[:1].islower()}
    names = {word: told(word) for word in (large - small) & counts.keys()}
    years = [int(year) for year in _YEAR.findall(text)]
    return Profile(
        **_told_by(weights, lead, names),
        numbers=frozenset(_NUMBER.findall(text)),
        weekdays=frozenset(word[:3] for word in listed("number_names", "weekdays").intersection(written)),
        year=max(years, default=None),
        day=article.published.start.toordinal() if article.published else None,
        source=article.source,
    )


def weighed(profiles: Mapping[str, Profile]) -> dict[str, Profile]:
    """The profiles of a run, in which a word weighs the less, the more articles hold it: it may be of many stories."""
    held = Counter(chain.from_iterable(own.weights for own in profiles.values()))
    common = {word: 1 / (1 + math.log(count / HELD)) for word, count in held.items() if count > HELD}
    return {name: _weighed(own, common) for name, own in profiles.items()}


def _weighed(own: Profile, common: Mapping[str, float]) -> Profile:
    if common.keys().isdisjoint(own.weights):
        return own
    weights, lead, names = (
        {word: weight * common.get(word, 1.0) for word, weight in told.items()}
        for told in (own.weights, own.lead, own.names)
    )
    return own._replace(**_told_by(weights, lead, names))


def _told_by(weights: Mapping[str, float], lead: Mapping[str, float], names: Mapping[str, float]) -> dict[str, Any]:
    """The fields of a profile that hang on what its words weigh."""
    return {
        "weights": weights,
        "length": math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0,
        "lead": lead,
        "all_lead": sum(lead.values()),
        "names": names,
        "all_names": sum(names.values()),
        "central": tuple(nsmallest(CENTRAL, names, key=lambda word: (-weights[word], word))),
    }


def _end_of_lead(text: str) -> int:
    return max((end for _, end in islice(sentences(text), LEAD)), default=0)


@remembered
def _concept(written: str) -> str:
    return concept(fold(written))


def evidence(a: Profile, b: Profile) -> dict[str, float]:
    """What tells whether two articles are on one story."""
    shared = a.weights.keys() & b.weights.keys()
    named = _both(a.names, b.names)
    days = None if a.day is None or b.day is None else abs(a.day - b.day)
    lacking = _lacking(a, b), _lacking(b, a)
    return {
        "words": sum(map(mul, map(a.weights.__getitem__, shared), map(b.weights.__getitem__, shared)))
        / (a.length * b.length),
        "lead": _both(a.lead, b.lead) / (min(a.all_lead, b.all_lead) + LEAST),
        "names": math.log1p(named),
        "share of names": named / (min(a.all_names, b.all_names) + LEAST),
        "central names missing": max(lacking),
        "central names of neither": min(lacking),
        "numbers": len(a.numbers & b.numbers) / (min(len(a.numbers), len(b.numbers)) + 2),
        "weekdays": len(a.weekdays & b.weekdays) / (min(len(a.weekdays), len(b.weekdays)) + 1),
        "other year": float(a.year is not None and b.year is not None and a.year != b.year),
        "undated": float(days is None),
        "days": math.log1p(days or 0),
        "weeks apart": float(days is not None and days > 14),
        "one outlet": float(a.source == b.source),
    }


def _lacking(a: Profile, b: Profile) -> float:
    """The share of an article's weightiest names that another one lacks."""
    return sum(word not in b.weights for word in a.central) / max(1, len(a.central))


def _both(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The information of the words that two have in common."""
    return sum(map(a.__getitem__, a.keys() & b.keys()))


def log_odds(found: Mapping[str, float]) -> float:
    """The logarithm of the odds that two of few articles are on one story."""
    odds: float = load("stories")["intercept"] + sum(map(mul, _weights(tuple(found)), found.values()))
    return odds


@cache
def _weights(names: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(load("stories")["weights"].get(name, 0.0) for name in names)


def meetings(profiles: Mapping[str, Profile]) -> list[tuple[str, str]]:
    """Pairs of articles that may tell one story, each with its smaller id first.

    They share telling words of their openings or names; in a small run, of all that they tell.
    """
    names = sorted(profiles)
    if len(names) <= FEW_ENOUGH:
        rare = {name: {word for word in profiles[name].weights if told(word) >= TELLING} for name in names}
        return [(a, b) for a, b in combinations(names, 2) if len(rare[a] & rare[b]) >= MEETINGS]
    own = [profiles[name] for name in names]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(names)), key=lambda n: (own[n].day or 0, n)):
        for word in own[number].names.keys() | own[number].lead.keys():
            if told(word) >= TELLING:
                holders[word].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        for at, one in enumerate(held):
            met.update([(min(one, other), max(one, other)) for other in held[at + 1 : at + 1 + NEIGHBOURS]])
    return [(names[a], names[b]) for a, b in sorted(pair for pair, times in met.items() if times >= MEETINGS)]
