"""Articles that tell of one event.

Two articles tell of one event where what they name says so: a person whose age both give, places, streets, and days of
publication that lie near; and what their openings say, by the rarer words that they share. Articles meet only through
names (no all-pairs step), and a group grows only by articles that fit most of those already in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..entities.names import name_keys, one_letter_apart, same_person
from ..entities.values import tells_age
from ..knowledge import load
from ..models import Article, Claim
from ..text import fold
from .information import information, terms

MONTHS = 8
"""Spans of thirty days that a name may turn up in before it tells nothing. The names of an event come in a burst, those
of cities and offices all the time; a count of articles would take a great story's own names for common ones."""

NEIGHBOURS = 20
"""Articles, next in time, that an article meets through one name. It keeps the work in step with the corpus."""

ADDRESS, PERSON, STREET, PAIR, WORD = 5, 4, 3, 2, 1
"""Points for a shared address with its number, a person whose age both give, a street, two other names in a row, and a
single name. Weights and thresholds are set on 1,334 articles of 513 real events, put together in one corpus. There 158
of 1,186 pairs of articles of one event share an address, and 3 of 8,071 pairs of two events within three days, all
three of them lists of a day's crimes."""

STRANGERS = 5
"""Points less where both articles give the ages of people and neither names any of the other's."""

OPENING, TELLING = 1500, 5.0
"""Code points of an article, from its headline on, that are its opening; and the information, in nats, of a word that
tells something there: one that stands in less than one of 150 statements."""

ALIKE = 12
"""Points for openings that share all of their telling words; a part of them counts for that part of the points. Of
1,186 pairs of articles of one event 66% are linked so, and 55% by names alone, while of 8,040 pairs of two events
within three days as few are (15 and 12, most of them on one event after all)."""

NAMED = 2
"""Least points for names: the openings of two pages may be alike for what their makers print on every page."""

NEEDED = ((3, 7), (30, 9), (400, 12))
"""Points that two articles need by the days between them. Beyond the last number of days none are enough."""

UNDATED = 10
"""Points needed where a publication day is unknown."""

HOUSE = 3
"""Points more for two articles of one outlet, which share the names of their page as well."""

DOUBT = 0.12
"""How unsure a link is whose points are just enough."""

_TOKEN = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+|[^\w\s]|\n|\d++")

_ADDRESS = re.compile(
    r"\b(\d{2,5})([- ]block of)? (?:[NSEW]\.? |(?:North|South|East|West|Northwest|Northeast|Southwest|Southeast) )?"
    r"([A-Z][a-z]+|\d+(?:st|nd|rd|th))((?: [A-Z][a-z]+){0,2})"
)
"""A block or house and its street: "2600 block of East Ferry", "112 Norman Street"."""

_INSIDE = frozenset(".")
"""What may stand between the words of one name, beside an initial."""


class Story(NamedTuple):
    """What an article names, as evidence of its event."""

    pairs: frozenset[str]
    words: frozenset[str]
    addresses: frozenset[str]
    persons: tuple[str, ...]
    day: int | None
    source: str
    opening: Mapping[str, float]
    """The telling words of the opening, with their information in nats."""


class Events(NamedTuple):
    """What the articles of a run name, and the pairs of them that tell of one event."""

    stories: Mapping[str, Story]
    common: frozenset[str]
    """Names that tell no event from another."""
    scores: Mapping[tuple[str, str], float]
    """How sure two articles, the smaller id first, tell of one event. A pair that does not is left out."""
    nearly: frozenset[tuple[str, str]] = frozenset()
    """Pairs that would, if they shared one name of two words more."""


def find_events(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Events:
    """Which articles tell of one event, by the people, places and streets that they name, and by their days."""
    persons = _persons(claim for claim in claims if is_age(claim))
    stories = {name: _story(articles[name], persons.get(name, ())) for name in sorted(articles)}
    common = _common(stories)
    scores: dict[tuple[str, str], float] = {}
    nearly: set[tuple[str, str]] = set()
    for a, b in _candidates(stories, common):
        needed = _needed(stories[a], stories[b])
        points = _points(stories[a], stories[b], common)
        if needed is None or points < NAMED:
            continue
        points += openings(stories[a], stories[b])
        if points >= needed:
            scores[a, b] = probability(points - needed)
        elif points + PAIR >= needed:
            nearly.add((a, b))
    return Events(stories, common, scores, frozenset(nearly))


def is_age(claim: Claim) -> bool:
    """Whether a claim states the age of somebody whom it names."""
    return claim.form == "narration" and claim.subject is not None and tells_age(claim)


def _persons(ages: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in ages:
        if claim.subject is not None:
            found[claim.article_id].add(claim.subject.name)
    return {article: tuple(sorted(names)) for article, names in found.items()}


def _story(article: Article, persons: tuple[str, ...]) -> Story:
    text = f"{article.title or ''}\n{article.prose}"
    pairs, words = _names(text)
    day = article.published.start.toordinal() if article.published else None
    opening = {word: told for word in terms(text[:OPENING]) if (told := information(word)) > TELLING}
    return Story(pairs, words, _addresses(text), persons, day, article.source, opening)


def openings(x: Story, y: Story, but: frozenset[str] = frozenset()) -> int:
    """The points for openings, by the share of the telling words of the shorter one that the other has too.

    Words of ``but`` don't count.
    """
    a, b = x.opening, y.opening
    if but:
        a, b = ({word: told for word, told in opening.items() if word not in but} for opening in (a, b))
    shorter = min(sum(a.values()), sum(b.values()))
    return int(ALIKE * sum(a[word] for word in sorted(a.keys() & b.keys())) / shorter) if shorter else 0


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand with a capital and never without, and the pairs of them that follow one another."""
    tokens = _TOKEN.findall(text)
    small = {token for token in tokens if token[0].islower()}
    pairs: set[str] = set()
    words: set[str] = set()
    run: list[str] = []
    no_names = _generic() | small
    for token in (*tokens, "\n"):
        if token[0].isupper():
            plain = token.lower().removesuffix("'s").removesuffix("’s")
            if len(plain) == 1:
                continue
            if plain not in no_names:
                run.append(plain)
                words.add(plain)
                continue
        elif not run or token in _INSIDE:
            continue
        pairs.update(f"{a} {b}" for a, b in pairwise(run))
        run = []
    return frozenset(pairs), frozenset(words)


def _addresses(text: str) -> frozenset[str]:
    """Numbers with the streets that they stand before."""
    return frozenset(
        f"{number} {street.lower()}"
        for number, block, street, more in _ADDRESS.findall(text)
        if block or not _streets().isdisjoint(more.lower().split())
    )


@cache
def _generic() -> frozenset[str]:
    """Words that stand with a capital in any story: days, offices, institutions, and what opens sentences."""
    words, roles = load("names")["words"], load("roles")
    found = {word for name in ("function_words", "calendar", "organizations") for word in words[name].split()}
    found |= {word for group in roles["groups"].values() for phrase in group for word in phrase.split()}
    return frozenset(found | {word for phrase in roles["short"] for word in phrase.split()})


@cache
def _streets() -> frozenset[str]:
    return frozenset(load("number_names")["streets"])


def _common(stories: Mapping[str, Story]) -> frozenset[str]:
    """Names that turn up all the time, and tell no event from another."""
    spans: defaultdict[str, set[int]] = defaultdict(set)
    for story in stories.values():
        if story.day is not None:
            for name in story.pairs | story.words:
                spans[name].add(story.day // 30)
    return frozenset(name for name, seen in spans.items() if len(seen) > MONTHS)


def _points(a: Story, b: Story, common: frozenset[str]) -> int:
    """How strongly the names of two articles speak for one event; below nothing where they speak against it."""
    shared = sum(any(_one_person(x, y) for y in b.persons) for x in a.persons)
    strangers = a.persons and b.persons and not shared and not _mentioned(a, b) and not _mentioned(b, a)
    pairs = (a.pairs & b.pairs) - common
    inside = {word for pair in pairs for word in pair.split()}
    words = (a.words & b.words) - common - inside
    named = PERSON * shared + ADDRESS * bool(a.addresses & b.addresses)
    return named + worth(pairs, words) - (STRANGERS if strangers else 0)


def _one_person(a: str, b: str) -> bool:
    """Whether two names are one person's, or a letter apart. Names that share no part, which most are, cost no more."""
    return not _parts(a).isdisjoint(_parts(b)) and (same_person(a, b) or one_letter_apart(a, b))


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> frozenset[str]:
    return frozenset((*name_keys(name), *fold(name).split()[:1]))


def worth(pairs: set[str] | frozenset[str], words: set[str] | frozenset[str]) -> int:
    """The points of shared names."""
    streets = sum(pair.rpartition(" ")[2] in _streets() for pair in pairs)
    return STREET * streets + PAIR * (len(pairs) - streets) + WORD * len(words)


def _mentioned(a: Story, b: Story) -> bool:
    """Whether the second article names anybody whose age the first one gives."""
    return any(name.split()[-1].lower() in b.words for name in a.persons)


def days_between(a: Story, b: Story) -> int | None:
    """The days between two articles; None where one has no day."""
    return None if a.day is None or b.day is None else abs(a.day - b.day)


def _needed(a: Story, b: Story) -> int | None:
    """The points that two articles need to tell of one event; None where no points are enough."""
    days = days_between(a, b)
    more = HOUSE * (a.source == b.source)
    if days is None:
        return UNDATED + more
    return next((points + more for limit, points in NEEDED if days <= limit), None)


def _candidates(stories: Mapping[str, Story], common: frozenset[str]) -> list[tuple[str, str]]:
    """Pairs of articles that share a name which few others have, each with its smaller id first."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(stories, key=lambda n: (stories[n].day or 0, n)):
        for key in (stories[name].pairs | stories[name].words) - common:
            holders[key].append(name)
    found: set[tuple[str, str]] = set()
    for held in holders.values():
        for i, name in enumerate(held):
            found.update((min(name, other), max(name, other)) for other in held[i + 1 : i + 1 + NEIGHBOURS])
    return sorted(found)


def probability(above: int) -> float:
    """How sure a link is, by its points above the threshold: from .88 upward.

    On the data of the thresholds none of 154 linked pairs of articles was of two events. The score stays below that,
    since a day in a large archive holds more events alike than that corpus does.
    """
    return round(1 - DOUBT / (1 + above), 3)
