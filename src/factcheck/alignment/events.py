"""Facts of one event across articles: one person's age, the dead and injured of one accident or attack.

Two articles tell of one event where what they name says so: a person whose age both give, places, streets, and days of
publication that lie near. Articles meet only through such names (no all-pairs step), and a group grows only by articles
that fit most of those already in it.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from ..entities.names import name_keys, one_letter_apart, same_person
from ..knowledge import load
from ..models import Article, Claim, Group, Link

COUNTED = ("people killed", "people injured")
"""What the counts of an event's casualties count."""

MONTHS = 8
"""Spans of thirty days that a name may turn up in before it tells nothing. The names of an event come in a burst, those
of cities and offices all the time; a count of articles would take a great story's own names for common ones."""

NEIGHBOURS = 20
"""Articles, next in time, that an article meets through one name. It keeps the work in step with the corpus."""

SHARED, LIKE = 5, 0.6
"""Words that the sentences around two sums or counts must share, and their least share of the shorter one's words."""

BEARERS = 50
"""Ages, next in time, that an age meets through one part of its person's name."""

PERSON, STREET, PAIR, WORD = 4, 3, 2, 1
"""Points for a shared person whose age both give, a street, two other names in a row, and a single name. Weights and
thresholds are set on 1,334 articles of 513 real events, put together in one corpus."""

STRANGERS = 5
"""Points less where both articles give the ages of people and neither names any of the other's."""

NEEDED = ((3, 5), (30, 7), (400, 10))
"""Points that two articles need by the days between them. Beyond the last number of days none are enough."""

UNDATED = 8
"""Points needed where a publication day is unknown."""

HOUSE = 3
"""Points more for two articles of one outlet, which share the names of their page as well."""

DOUBT = 0.12
"""How unsure a link is whose points are just enough."""

NAMESAKES = ((30, 2), (400, 3), (1200, 5))
"""Points, beside the name itself, that two people of one name need to be one person, by the days between the articles.
Beyond the last number of days none are enough."""

_TOKEN = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+|[^\w\s]|\n|\d++")


_INSIDE = frozenset(".")
"""What may stand between the words of one name, beside an initial."""


class Story(NamedTuple):
    """What an article names, as evidence of its event."""

    pairs: frozenset[str]
    words: frozenset[str]
    persons: tuple[str, ...]
    day: int | None
    source: str


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
    persons = _persons(claim for claim in claims if _is_age(claim))
    stories = {name: _story(articles[name], persons.get(name, ())) for name in sorted(articles)}
    common = _common(stories)
    scores: dict[tuple[str, str], float] = {}
    nearly: set[tuple[str, str]] = set()
    for a, b in _candidates(stories, common):
        needed = _needed(stories[a], stories[b])
        points = _points(stories[a], stories[b], common)
        if needed is not None and points >= needed:
            scores[a, b] = _probability(points - needed)
        elif needed is not None and points + PAIR >= needed:
            nearly.add((a, b))
    return Events(stories, common, scores, frozenset(nearly))


def group_events(claims: Sequence[Claim], articles: Mapping[str, Article], events: Events) -> list[Group]:
    """Groups of narrations that state facts of one event: one person's age, the dead and injured, one sum or count.

    Speech is left out: what it counts is narrated too, and there the scope of a count has been looked at. The order of
    ``claims`` changes nothing.
    """
    told = [c for c in claims if c.form == "narration" and c.quantities and c.article_id in articles]
    ages = sorted((c for c in told if _is_age(c)), key=lambda c: c.id)
    numbers = sorted((c for c in told if c.subject is None and not _several(c, articles)), key=lambda c: c.id)
    groups = _age_groups(ages, events.stories, events.common) + _number_groups(numbers, events.scores)
    return sorted(groups, key=lambda group: group.id)


def _is_age(claim: Claim) -> bool:
    told = claim.form == "narration" and claim.subject is not None
    return told and bool(claim.quantities) and claim.quantities[0].kind == "age"


def _several(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a claim counts casualties under a headline that tells of several scenes."""
    headline = _TOKEN.findall((articles[claim.article_id].title or "").lower())
    return claim.quantities[0].counted in COUNTED and not _scenes().isdisjoint(headline)


@cache
def _scenes() -> frozenset[str]:
    return frozenset(load("casualties")["scenes"])


def _persons(ages: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in ages:
        if claim.subject is not None:
            found[claim.article_id].add(claim.subject.name)
    return {article: tuple(sorted(names)) for article, names in found.items()}


def _story(article: Article, persons: tuple[str, ...]) -> Story:
    pairs, words = _names(f"{article.title or ''}\n{article.prose}")
    day = article.published.start.toordinal() if article.published else None
    return Story(pairs, words, persons, day, article.source)


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
    shared = sum(any(same_person(x, y) or one_letter_apart(x, y) for y in b.persons) for x in a.persons)
    strangers = a.persons and b.persons and not shared and not _mentioned(a, b) and not _mentioned(b, a)
    pairs = (a.pairs & b.pairs) - common
    inside = {word for pair in pairs for word in pair.split()}
    words = (a.words & b.words) - common - inside
    return PERSON * shared + _worth(pairs, words) - (STRANGERS if strangers else 0)


def _worth(pairs: set[str] | frozenset[str], words: set[str] | frozenset[str]) -> int:
    """The points of shared names."""
    streets = sum(pair.rpartition(" ")[2] in _streets() for pair in pairs)
    return STREET * streets + PAIR * (len(pairs) - streets) + WORD * len(words)


def _mentioned(a: Story, b: Story) -> bool:
    """Whether the second article names anybody whose age the first one gives."""
    return any(name.split()[-1].lower() in b.words for name in a.persons)


def _days(a: Story, b: Story) -> int | None:
    return None if a.day is None or b.day is None else abs(a.day - b.day)


def _needed(a: Story, b: Story) -> int | None:
    """The points that two articles need to tell of one event; None where no points are enough."""
    days = _days(a, b)
    more = HOUSE * (a.source == b.source)
    if days is None:
        return UNDATED + more
    return next((points + more for limit, points in NEEDED if days <= limit), None)


def _number_groups(numbers: list[Claim], scores: Mapping[tuple[str, str], float]) -> list[Group]:
    """The casualties of each event as one group, and each sum or count that two articles tell in like sentences."""
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in numbers:
        by_article[claim.article_id].append(claim)
    groups = []
    for members in _clusters({pair: score for pair, score in scores.items() if by_article.keys() >= set(pair)}):
        inside = [claim for article in members for claim in by_article[article]]
        groups += _casualties(inside, scores) + _sums(inside, scores)
    return groups


def _casualties(claims: list[Claim], scores: Mapping[tuple[str, str], float]) -> list[Group]:
    counts = [claim for claim in claims if claim.quantities[0].counted in COUNTED]
    first = {claim.article_id: claim.id for claim in reversed(counts)}
    pairs = [pair for pair in combinations(sorted(first), 2) if pair in scores]
    links = [Link(a=first[a], b=first[b], score=scores[a, b]) for a, b in pairs]
    return [_group([claim.id for claim in counts], links)] if len(first) > 1 else []


def _sums(claims: list[Claim], scores: Mapping[tuple[str, str], float]) -> list[Group]:
    """Numbers of one measure in sentences that say the same."""
    alike: defaultdict[tuple[str, str], list[tuple[Claim, frozenset[str]]]] = defaultdict(list)
    for claim in claims:
        quantity = claim.quantities[0]
        if quantity.counted not in COUNTED:
            head = (quantity.counted or "").rpartition(" ")[2]
            alike[quantity.kind, quantity.unit or head].append((claim, _content(claim)))
    groups = []
    for key in sorted(alike):
        near: dict[tuple[str, str], float] = {}
        for (x, left), (y, right) in combinations(alike[key], 2):
            pair = (min(x.article_id, y.article_id), max(x.article_id, y.article_id))
            shared = len(left & right)
            if pair in scores and shared >= SHARED and shared >= LIKE * min(len(left), len(right)):
                near[min(x.id, y.id), max(x.id, y.id)] = round(scores[pair] * shared / max(len(left), len(right)), 3)
        for members in _clusters(near):
            links = [Link(a=a, b=b, score=near[a, b]) for a, b in combinations(members, 2) if (a, b) in near]
            groups.append(_group(members, links))
    return groups


def _content(claim: Claim) -> frozenset[str]:
    """The words of a claim that carry its meaning, in lower case."""
    words = (token.lower() for token in _TOKEN.findall(claim.content.text) if token[0].isalpha())
    return frozenset(word for word in words if len(word) > 2 and word not in _closed())


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"])


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


def _probability(above: int) -> float:
    """How sure a link is, by its points above the threshold: from .88 upward.

    On the data of the thresholds none of 154 linked pairs of articles was of two events. The score stays below that,
    since a day in a large archive holds more events alike than that corpus does.
    """
    return round(1 - DOUBT / (1 + above), 3)


def _clusters(scores: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Articles joined by their links, best link first; two clusters join where most pairs between them are linked."""
    home: dict[str, list[str]] = {}
    for (a, b), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        left, right = home.setdefault(a, [a]), home.setdefault(b, [b])
        if left is right:
            continue
        linked = sum((min(x, y), max(x, y)) in scores for x in left for y in right)
        if 2 * linked > len(left) * len(right):
            left.extend(right)
            for name in right:
                home[name] = left
    unique = {id(members): sorted(members) for members in home.values() if len(members) > 1}
    return sorted(unique.values())


def _age_groups(ages: list[Claim], stories: Mapping[str, Story], common: frozenset[str]) -> list[Group]:
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(ages, key=lambda c: (stories[c.article_id].day or 0, c.id)):
        if claim.subject is not None:
            for key in name_keys(claim.subject.name):
                blocks[key].append(claim)
    scores: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        for i, x in enumerate(block):
            for y in block[i + 1 : i + 1 + BEARERS]:
                pair = (min(x.id, y.id), max(x.id, y.id))
                score = None if pair in scores else _same_bearer(x, y, stories, common)
                if score is not None:
                    scores[pair] = score
    groups = []
    for members in _clusters(scores):
        if len({member.partition(":")[0] for member in members}) > 1:
            links = [Link(a=a, b=b, score=scores[a, b]) for a, b in combinations(members, 2) if (a, b) in scores]
            groups.append(_group(members, links))
    return groups


def _same_bearer(x: Claim, y: Claim, stories: Mapping[str, Story], common: frozenset[str]) -> float | None:
    """The probability that two ages are of one person; None where too little speaks for it."""
    if x.subject is None or y.subject is None or not same_person(x.subject.name, y.subject.name):
        return None
    if x.article_id == y.article_id:
        return 1.0
    # "John Samir Hill" may be the son of "Samir Hill": with other first names, only one age makes one person.
    if _first(x) != _first(y) and _age(x) != _age(y):
        return None
    a, b = stories[x.article_id], stories[y.article_id]
    days = _days(a, b)
    if days is not None and days > NAMESAKES[-1][0]:
        return None
    # The name itself is no evidence that its two bearers are one.
    own = {word for name in (x.subject.name, y.subject.name) for word in re.findall(r"\w+", name.lower())}
    others = sum(any(same_person(p, q) for q in b.persons) for p in a.persons) - 1
    words = {word for word in (a.words & b.words) - common if word not in own}
    pairs = {pair for pair in (a.pairs & b.pairs) - common if not own & set(pair.split())}
    points = PERSON * max(others, 0) + _worth(pairs, words)
    needed = next((points for limit, points in NAMESAKES if days is not None and days <= limit), NAMESAKES[-1][1])
    return _probability(points - needed) if points >= needed else None


def _first(claim: Claim) -> str:
    return claim.subject.name.split()[0].lower()[:3] if claim.subject is not None else ""


def _age(claim: Claim) -> float | None:
    return next((q.value for q in claim.quantities if q.kind == "age"), None)


def _group(claims: list[str], links: list[Link]) -> Group:
    ids = sorted(claims)
    digest = hashlib.sha256("\x1f".join(ids).encode()).hexdigest()[:12]
    return Group(
        id=f"event-{digest}", topic="event", claims=tuple(ids), links=tuple(sorted(links, key=lambda k: (k.a, k.b)))
    )
