"""Facts of one event across articles: ages, the dead and injured, and what like sentences tell.

Two articles that tell of one event may each say when it was, where, how many or how much. Such statements are taken for
one fact where their sentences share most of their words, or some of them and the sort of happening that they tell of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ..knowledge import words as listed
from ..models import Article, Claim, Group, Link
from .ages import age_groups
from .clusters import clusters, event_group
from .events import DOUBT, OPENING, Events, Story, days_between, is_age
from .likeness import NEWS, changes, close, likeness, of_one_time
from .narrated import SMALL_WORD, Narrated, counted, measure, narrated, span_of, tells_age
from .soleness import Age, Day, Sole, one_incident, one_person, sole_ages, sole_days

COUNTED = ("people killed", "people injured")
"""What the counts of an event's casualties count."""

SOLE, MONTH = 0.8, 31
"""How alike two sentences count as at least that have nothing in common but to give, in the openings of their articles,
the one day or age of its kind that these give; and the days between two such articles at most. Set by hand."""


class _Soles(NamedTuple):
    """What is sole in its article, by claim."""

    days: Mapping[str, frozenset[str]]
    """Of the day of an incident, its sorts."""
    ages: Mapping[str, Sole]


def group_events(claims: Sequence[Claim], articles: Mapping[str, Article], events: Events) -> list[Group]:
    """Groups of narrations that state facts of one event.

    One person's age, the dead and injured, and one day, town, sum or count that articles tell in like sentences. Speech
    is left out: what it counts is narrated too, and there the scope of a count has been looked at. The order of
    ``claims`` changes nothing.
    """
    told = [c for c in claims if c.form == "narration" and c.article_id in articles and span_of(c) is not None]
    ages = sorted((c for c in told if is_age(c)), key=lambda c: c.id)
    others = sorted((c for c in told if is_age(c) or not _several(c, articles)), key=lambda c: c.id)
    return sorted(age_groups(ages, events) + _fact_groups(others, events), key=lambda group: group.id)


def _several(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a claim counts casualties under a headline that tells of several scenes."""
    headline = SMALL_WORD.findall((articles[claim.article_id].title or "").lower())
    return counted(claim) in COUNTED and not listed("casualties", "scenes").isdisjoint(headline)


def _fact_groups(claims: list[Claim], events: Events) -> list[Group]:
    """The casualties of each event as one group, and each fact that two articles tell in like sentences.

    Two articles that need one more name for one event have it in two sentences that are much alike.
    """
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    groups = []
    for members in clusters({pair: score for pair, score in events.scores.items() if by_article.keys() >= set(pair)}):
        inside = [claim for article in members for claim in by_article[article]]
        groups += _casualties(inside, events.scores) + _like_statements(inside, events.scores, events.stories)
    for a, b in sorted(events.nearly):
        if a in by_article and b in by_article:
            groups += _like_statements(
                [*by_article[a], *by_article[b]], {(a, b): 1 - DOUBT}, events.stories, alone=True
            )
    return list({group.id: group for group in groups}.values())


def _casualties(claims: list[Claim], scores: Mapping[tuple[str, str], float]) -> list[Group]:
    counts = [claim for claim in claims if counted(claim) in COUNTED]
    first = {claim.article_id: claim.id for claim in reversed(counts)}
    pairs = [pair for pair in combinations(sorted(first), 2) if pair in scores]
    links = [Link(a=first[a], b=first[b], score=scores[a, b]) for a, b in pairs]
    return [event_group([claim.id for claim in counts], links)] if len(first) > 1 else []


def _like_statements(
    claims: list[Claim],
    scores: Mapping[tuple[str, str], float],
    stories: Mapping[str, Story],
    *,
    alone: bool = False,
) -> list[Group]:
    """Days, towns, and numbers of one measure in sentences that say the same; ``alone``: by their words alone."""
    alike: defaultdict[tuple[str, str], list[Narrated]] = defaultdict(list)
    for claim in claims:
        if counted(claim) not in COUNTED:
            alike[measure(claim)].append(narrated(claim))
    soles = _Soles({}, {}) if alone else _soles(alike, claims)
    groups = []
    for key in sorted(alike):
        unnamed = [x for x in alike[key] if x.claim.subject is None]
        crowd = _crowd(unnamed)
        links: dict[tuple[str, str], Link] = {}
        for x, y in combinations(unnamed, 2):
            pair = (min(x.claim.article_id, y.claim.article_id), max(x.claim.article_id, y.claim.article_id))
            in_crowd = not crowd.isdisjoint((x.claim.id, y.claim.id))
            if pair not in scores or (in_crowd and x.noun != y.noun):
                continue
            days = days_between(stories[pair[0]], stories[pair[1]])
            if changes(x) and not of_one_time(x, y, days):
                continue
            amount = likeness(x, y, alone=alone or in_crowd or x.bearer != y.bearer)
            is_sole = _are_sole(x, y, soles, days)
            if amount or is_sole:
                link = _link(x, y, scores[pair], amount, is_sole)
                links[link.a, link.b] = link
        for members in clusters({ids: link.score for ids, link in links.items()}):
            inside = (ids for ids in combinations(members, 2) if ids in links)
            groups.append(event_group(members, [links[ids] for ids in inside]))
    return groups


def _link(x: Narrated, y: Narrated, score: float, amount: float, is_sole: bool) -> Link:
    """The link of two statements that are alike by so much, in articles that are of one event by ``score``."""
    evidence = {"alike": round(share, 3)} if (share := close(x, y)) else {}
    if is_sole:
        amount, evidence["sole"] = max(amount, SOLE), 1.0
    one, other = sorted((x.claim.id, y.claim.id))
    return Link(a=one, b=other, score=round(score * amount, 3), evidence=evidence)


def _soles(alike: Mapping[tuple[str, str], Sequence[Narrated]], claims: Sequence[Claim]) -> _Soles:
    """What is sole in its article, and stands in its opening.

    Where several people came to harm, each article may tell the age of another.
    """
    every = [(key[0], statement) for key, statements in sorted(alike.items()) for statement in statements]
    days, ages = [], []
    for kind, x in every:
        if kind == "day" and len(x.claim.dates) == 1 and x.claim.dates[0].start:
            days.append(Day(x.claim.id, x.claim.article_id, x.claim.dates[0].start, x.sorts))
        elif kind == "age" and (number := x.claim.quantities[0]).value is not None:
            sex = x.bearer if x.bearer in ("male", "female") else ""
            kin = x.noun if x.noun in listed("casualties", "kin") else ""
            ages.append(Age(x.claim.id, x.claim.article_id, number.value, sex, x.part, kin))
    several = {claim.article_id for claim in claims if counted(claim) in COUNTED and claim.quantities[0].value != 1}
    opening = {x.claim.id for _, x in every if x.claim.content.span.start < OPENING}
    sole = sole_ages(age for age in ages if age.article not in several)
    return _Soles(
        {claim: sorts for claim, sorts in sole_days(days).items() if claim in opening},
        {claim: age for claim, age in sole.items() if claim in opening},
    )


def _are_sole(x: Narrated, y: Narrated, soles: _Soles, days: int | None) -> bool:
    """Whether two statements give the only day, or age, of its kind that their articles of one month give."""
    if days is None or days > MONTH:
        return False
    one, other = soles.ages.get(x.claim.id), soles.ages.get(y.claim.id)
    if one and other:
        # As the news goes on, somebody else is arrested.
        return one_person(one, other) and (days <= NEWS or one.age.part != "accused")
    sorts, others = soles.days.get(x.claim.id), soles.days.get(y.claim.id)
    return sorts is not None and others is not None and one_incident(sorts, others)


def _crowd(statements: list[Narrated]) -> set[str]:
    """The claims, by id, of ages of people whom their article calls what it calls others, such as two men."""
    ages: defaultdict[tuple[str, str], set[float | None]] = defaultdict(set)
    of_age = [x for x in statements if tells_age(x.claim)]
    for x in of_age:
        ages[x.claim.article_id, x.bearer].add(x.claim.quantities[0].value)
    return {x.claim.id for x in of_age if len(ages[x.claim.article_id, x.bearer]) > 1}
