"""Facts of one event across articles: ages, the dead and injured, and what like sentences tell.

Two articles that tell of one event may each say when it was, where, how many or how much. Such statements are taken for
one fact where their sentences share most of their words, or some of them and the sort of happening that they tell of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ..entities.happenings import happenings, is_general, one_fate, one_happening
from ..knowledge import load
from ..models import Article, Claim, Group, Link, Span
from ..text import WORD, fold
from .ages import age_groups
from .clusters import clusters, event_group
from .events import DOUBT, Events, is_age
from .information import stem

COUNTED = ("people killed", "people injured")
"""What the counts of an event's casualties count."""

MOST, LARGE = 5, 0.6
"""Words that two sentences must share to tell one fact by their words alone, and their least share of the shorter's."""

SOME, PART, LOOSE = 3, 0.35, 0.5
"""The same for two sentences that tell of one sort of happening, and the share for sorts that any story has."""

_TOKEN = re.compile(r"[a-z]+")
_LARGE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?= (?:is|was|has|had|will|also|faces|faced)\b)")
"""A name: a word written large, at the start of a sentence only where it is the subject of a verb right behind."""


class _Statement(NamedTuple):
    """A claim with what it is compared by."""

    claim: Claim
    words: frozenset[str]
    names: frozenset[str]
    """Of the words, those written large inside the sentence."""
    sorts: frozenset[str]
    noun: str
    """The word for the person whose age it is, such as "boy"; nothing where it is a word of anybody."""
    bearer: str
    """What tells that person from others: the same for a boy, a man and a male."""


def group_events(claims: Sequence[Claim], articles: Mapping[str, Article], events: Events) -> list[Group]:
    """Groups of narrations that state facts of one event.

    One person's age, the dead and injured, and one day, town, sum or count that articles tell in like sentences. Speech
    is left out: what it counts is narrated too, and there the scope of a count has been looked at. The order of
    ``claims`` changes nothing.
    """
    told = [c for c in claims if c.form == "narration" and c.article_id in articles and _span(c) is not None]
    ages = sorted((c for c in told if is_age(c)), key=lambda c: c.id)
    others = sorted((c for c in told if c.subject is None and not _several(c, articles)), key=lambda c: c.id)
    return sorted(age_groups(ages, events) + _fact_groups(others, events), key=lambda group: group.id)


def _span(claim: Claim) -> Span | None:
    """Where the number, day or town stands that a narration states."""
    stated = [*claim.quantities, *claim.dates, *((claim.venue,) if claim.venue else ())]
    return stated[0].span if stated else None


def _several(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a claim counts casualties under a headline that tells of several scenes."""
    headline = _TOKEN.findall((articles[claim.article_id].title or "").lower())
    return _counted(claim) in COUNTED and not _scenes().isdisjoint(headline)


def _counted(claim: Claim) -> str | None:
    return claim.quantities[0].counted if claim.quantities else None


@cache
def _scenes() -> frozenset[str]:
    return frozenset(load("casualties")["scenes"])


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
        groups += _casualties(inside, events.scores) + _like_statements(inside, events.scores)
    for a, b in sorted(events.nearly):
        if a in by_article and b in by_article:
            groups += _like_statements([*by_article[a], *by_article[b]], {(a, b): 1 - DOUBT}, alone=True)
    return list({group.id: group for group in groups}.values())


def _casualties(claims: list[Claim], scores: Mapping[tuple[str, str], float]) -> list[Group]:
    counts = [claim for claim in claims if _counted(claim) in COUNTED]
    first = {claim.article_id: claim.id for claim in reversed(counts)}
    pairs = [pair for pair in combinations(sorted(first), 2) if pair in scores]
    links = [Link(a=first[a], b=first[b], score=scores[a, b]) for a, b in pairs]
    return [event_group([claim.id for claim in counts], links)] if len(first) > 1 else []


def _like_statements(
    claims: list[Claim], scores: Mapping[tuple[str, str], float], *, alone: bool = False
) -> list[Group]:
    """Days, towns, and numbers of one measure in sentences that say the same; ``alone``: by their words alone."""
    alike: defaultdict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for claim in claims:
        if _counted(claim) not in COUNTED:
            alike[_measure(claim)].append(_statement(claim))
    groups = []
    for key in sorted(alike):
        near: dict[tuple[str, str], float] = {}
        words: dict[tuple[str, str], float] = {}
        crowd = _crowd(alike[key])
        for x, y in combinations(alike[key], 2):
            pair = (min(x.claim.article_id, y.claim.article_id), max(x.claim.article_id, y.claim.article_id))
            in_crowd = not crowd.isdisjoint((x.claim.id, y.claim.id))
            if pair not in scores or (in_crowd and x.noun != y.noun):
                continue
            if likeness := _likeness(x, y, alone=alone or in_crowd or x.bearer != y.bearer):
                ids = min(x.claim.id, y.claim.id), max(x.claim.id, y.claim.id)
                near[ids] = round(scores[pair] * likeness, 3)
                words[ids] = round(_close(x, y), 3)
        for members in clusters(near):
            linked = [ids for ids in combinations(members, 2) if ids in near]
            evidence = [{"alike": words[ids]} if words[ids] else {} for ids in linked]
            links = [
                Link(a=a, b=b, score=near[a, b], evidence=told) for (a, b), told in zip(linked, evidence, strict=True)
            ]
            groups.append(event_group(members, links))
    return groups


def _crowd(statements: list[_Statement]) -> set[str]:
    """The claims, by id, of ages of people whom their article calls what it calls others, such as two men."""
    ages: defaultdict[tuple[str, str], set[float | None]] = defaultdict(set)
    of_age = [x for x in statements if _is_of_age(x)]
    for x in of_age:
        ages[x.claim.article_id, x.bearer].add(x.claim.quantities[0].value)
    return {x.claim.id for x in of_age if len(ages[x.claim.article_id, x.bearer]) > 1}


def _is_of_age(statement: _Statement) -> bool:
    return bool(statement.claim.quantities) and statement.claim.quantities[0].kind == "age"


def _measure(claim: Claim) -> tuple[str, str]:
    """What a claim tells: a day, a town, or a number with its unit, or with the noun that it counts.

    The days of several scenes are not that of one.
    """
    if not claim.quantities:
        scenes = _scenes().intersection(_TOKEN.findall(claim.content.text.lower()))
        return ("day" if claim.dates else "town", "of several" if scenes else "")
    quantity = claim.quantities[0]
    return quantity.kind, quantity.unit or (quantity.counted or "").rpartition(" ")[2]


def _statement(claim: Claim) -> _Statement:
    content, span = claim.content, _span(claim) or claim.content.span
    start, end = span.start - content.span.start, span.end - content.span.start
    around = fold(f"{content.text[:start]} {content.text[end:]}")
    words = (match.group() for match in WORD.finditer(around))
    telling = frozenset(stem(word) for word in words if len(word) > 2 and word not in _closed())
    large = frozenset(stem(fold(word)) for word in _LARGE.findall(content.text))
    noun = _noun(claim)
    return _Statement(claim, telling, large & telling, happenings(content.text, start, end), noun, _sex(noun))


def _noun(claim: Claim) -> str:
    """The word behind an age for the person, or for the people, whose age it is; nothing for a word of anybody."""
    if not claim.quantities or claim.quantities[0].kind != "age":
        return ""
    table, content = load("casualties"), claim.content
    behind = _TOKEN.findall(content.text[claim.quantities[0].span.end - content.span.start :])[:3]
    word = next((word for word in behind if word in table["single"] or word in table["people"]), "")
    return "" if word in table["anybody"] else word


def _sex(noun: str) -> str:
    """The sex that a word for a person tells, or else the word itself."""
    return next((sex for sex in ("male", "female") if noun in load("casualties")[sex]), noun)


def _likeness(x: _Statement, y: _Statement, *, alone: bool = False) -> float:
    """How much two statements of one measure say the same, from 0 to 1; 0 where it is not enough for one fact.

    Two that name nothing alike, where each has names, are of two facts, and so are the ages of a boy and a girl.
    """
    shared = len(x.words & y.words)
    shorter, longer = sorted((len(x.words), len(y.words)))
    strangers = x.names and y.names and not x.names & y.words and not y.names & x.words
    if strangers or (x.bearer and y.bearer and x.bearer != y.bearer):
        return 0.0
    of_age = _is_of_age(x)
    one = (one_fate if of_age else one_happening)(x.sorts, y.sorts)
    if _close(x, y) and (one or not _needs_sort(x) or (of_age and not (x.sorts and y.sorts))):
        return shared / longer
    if alone:
        return 0.0
    part = LOOSE if is_general(x.sorts & y.sorts) else PART
    return shared / shorter if one and shared >= SOME and shared >= part * shorter else 0.0


def _close(x: _Statement, y: _Statement) -> float:
    """The share of the shorter statement's words that both have, where it makes one fact by itself; otherwise 0."""
    shared, shorter = len(x.words & y.words), min(len(x.words), len(y.words))
    return shared / shorter if shared >= MOST and shared >= LARGE * shorter else 0.0


def _needs_sort(statement: _Statement) -> bool:
    """Whether a statement can't be told from its like without the sort of happening: a day, a town or an age."""
    return not statement.claim.quantities or _is_of_age(statement)


@cache
def _closed() -> frozenset[str]:
    return frozenset(load("number_names")["closed"]) | frozenset(load("number_names")["weekdays"])
