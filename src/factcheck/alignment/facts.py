"""Facts of one event across articles: ages, the dead and injured, and what like sentences tell.

Two articles that tell of one event may each say when it was, where, how many or how much. Such statements are taken for
one fact where their sentences share most of their words, or some of them and the sort of happening that they tell of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ..entities.happenings import happenings, is_general, one_fate, one_happening
from ..entities.incidents import part
from ..entities.slots import governors, origin, sites
from ..knowledge import load
from ..knowledge import words as listed
from ..models import Article, Claim, Group, Link, Span
from ..text import fold, folded_words
from .ages import age_groups
from .clusters import clusters, event_group
from .events import DOUBT, OPENING, Events, Story, days_between, is_age
from .information import stem
from .soleness import Age, Day, Sole, one_incident, one_person, sole_ages, sole_days

COUNTED = ("people killed", "people injured")
"""What the counts of an event's casualties count."""

MOST, LARGE = 5, 0.6
"""Words that two sentences must share to tell one fact by their words alone, and their least share of the shorter's."""

NEWS = 1
"""Days between two articles up to which numbers that grow, plans that change and meetings that follow each other are
taken for one."""

FEW = 2
"""Words that two sentences must share besides the slot that a day or a month fills in both."""

SOME, PART, LOOSE = 3, 0.35, 0.5
"""The same for two sentences that tell of one sort of happening, and the share for sorts that any story has."""

SOLE, MONTH = 0.8, 31
"""How alike two sentences count as at least that have nothing in common but to give, in the openings of their articles,
the one day or age of its kind that these give; and the days between two such articles at most. Set by hand."""

_TOKEN = re.compile(r"[a-z]+")
# "The Osterby Council voted", "members of the Blue Heron Club narrowly voted".
_VOTERS = re.compile(
    r"\b([A-Za-z]+) (?:(?:of|in) (?:the )?(?:[A-Z]\w+ ){1,4})?(?:(?:has|have|had|also|narrowly|unanimously) )?voted\b"
)
_LARGE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?= (?:is|was|has|had|will|also|faces|faced)\b)")
"""A name: a word written large, at the start of a sentence only where it is the subject of a verb right behind."""


class _Statement(NamedTuple):
    """A claim with what it is compared by."""

    claim: Claim
    told: frozenset[str]
    """All words of the sentence, in lower case."""
    words: frozenset[str]
    """Those that tell, by their stems, without the number or day itself."""
    names: frozenset[str]
    """Of the words, those written large inside the sentence."""
    sorts: frozenset[str]
    slots: frozenset[str]
    """What governs the number or the year."""
    part: str
    """Whether the person whose age it is was hurt, or is accused; nothing where the sentence doesn't tell."""
    noun: str
    """The word for the person whose age it is, such as "boy"; nothing where it is a word of anybody."""
    bearer: str
    """What tells that person from others: the same for a boy, a man and a male."""
    voters: str
    """The word for those who voted; nothing where the sentence tells of no vote."""


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
    told = [c for c in claims if c.form == "narration" and c.article_id in articles and _span(c) is not None]
    ages = sorted((c for c in told if is_age(c)), key=lambda c: c.id)
    others = sorted((c for c in told if is_age(c) or not _several(c, articles)), key=lambda c: c.id)
    return sorted(age_groups(ages, events) + _fact_groups(others, events), key=lambda group: group.id)


def _span(claim: Claim) -> Span | None:
    """Where the number, day or town stands that a narration states."""
    stated = [*claim.quantities, *claim.dates, *((claim.venue,) if claim.venue else ())]
    return stated[0].span if stated else None


def _several(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a claim counts casualties under a headline that tells of several scenes."""
    headline = _TOKEN.findall((articles[claim.article_id].title or "").lower())
    return _counted(claim) in COUNTED and not listed("casualties", "scenes").isdisjoint(headline)


def _counted(claim: Claim) -> str | None:
    return claim.quantities[0].counted if claim.quantities else None


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
    counts = [claim for claim in claims if _counted(claim) in COUNTED]
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
    alike: defaultdict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for claim in claims:
        if _counted(claim) not in COUNTED:
            alike[_measure(claim)].append(_statement(claim))
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
            if _changes(x) and not _of_one_time(x, y, days):
                continue
            likeness = _likeness(x, y, alone=alone or in_crowd or x.bearer != y.bearer)
            is_sole = _are_sole(x, y, soles, days)
            if likeness or is_sole:
                link = _link(x, y, scores[pair], likeness, is_sole)
                links[link.a, link.b] = link
        for members in clusters({ids: link.score for ids, link in links.items()}):
            inside = (ids for ids in combinations(members, 2) if ids in links)
            groups.append(event_group(members, [links[ids] for ids in inside]))
    return groups


def _link(x: _Statement, y: _Statement, score: float, likeness: float, is_sole: bool) -> Link:
    """The link of two statements so much alike, in articles that are of one event by ``score``."""
    evidence = {"alike": round(close, 3)} if (close := _close(x, y)) else {}
    if is_sole:
        likeness, evidence["sole"] = max(likeness, SOLE), 1.0
    one, other = sorted((x.claim.id, y.claim.id))
    return Link(a=one, b=other, score=round(score * likeness, 3), evidence=evidence)


def _soles(alike: Mapping[tuple[str, str], Sequence[_Statement]], claims: Sequence[Claim]) -> _Soles:
    """What is sole in its article, and stands in its opening.

    Where several people came to harm, each article may tell the age of another.
    """
    every = [(key[0], statement) for key, statements in sorted(alike.items()) for statement in statements]
    days, ages = [], []
    for measure, x in every:
        if measure == "day" and len(x.claim.dates) == 1 and x.claim.dates[0].start:
            days.append(Day(x.claim.id, x.claim.article_id, x.claim.dates[0].start, x.sorts))
        elif measure == "age" and (number := x.claim.quantities[0]).value is not None:
            sex = x.bearer if x.bearer in ("male", "female") else ""
            kin = x.noun if x.noun in listed("casualties", "kin") else ""
            ages.append(Age(x.claim.id, x.claim.article_id, number.value, sex, x.part, kin))
    several = {claim.article_id for claim in claims if _counted(claim) in COUNTED and claim.quantities[0].value != 1}
    opening = {x.claim.id for _, x in every if x.claim.content.span.start < OPENING}
    sole = sole_ages(age for age in ages if age.article not in several)
    return _Soles(
        {claim: sorts for claim, sorts in sole_days(days).items() if claim in opening},
        {claim: age for claim, age in sole.items() if claim in opening},
    )


def _are_sole(x: _Statement, y: _Statement, soles: _Soles, days: int | None) -> bool:
    """Whether two statements give the only day, or age, of its kind that their articles of one month give."""
    if days is None or days > MONTH:
        return False
    one, other = soles.ages.get(x.claim.id), soles.ages.get(y.claim.id)
    if one and other:
        # As the news goes on, somebody else is arrested.
        return one_person(one, other) and (days <= NEWS or one.age.part != "accused")
    sorts, others = soles.days.get(x.claim.id), soles.days.get(y.claim.id)
    return sorts is not None and others is not None and one_incident(sorts, others)


def _of_one_time(x: _Statement, y: _Statement, days: int | None) -> bool:
    """Whether two statements of what may change are of one time: in articles of one day, or in like words a day later.

    Not where they name two weekdays, where one tells of something else ("200 marched there"), or where an article has
    no day.
    """
    (one, other), (else_x, else_y) = (
        [s.told & names for s in (x, y)]
        for names in (listed("number_names", "weekdays"), listed("happenings", "elsewhere"))
    )
    if (one and other and not one & other) or bool(else_x) != bool(else_y):
        return False
    return days == 0 or (days is not None and days <= NEWS and len(x.words & y.words) >= SOME)


def _changes(statement: _Statement) -> bool:
    """Whether what is told may be another thing a few days later: a plan's month, how long a meeting lasted.

    The age of somebody who was arrested may be that of somebody else by then.
    """
    if statement.claim.dates:
        return statement.claim.dates[0].precision == "month"
    kind = statement.claim.quantities[0].kind if statement.claim.quantities else ""
    again = kind == "age" and not statement.sorts.isdisjoint(listed("happenings", "repeated"))
    return again or kind in ("measure", "score") or (kind == "count" and bool(statement.slots))


def _crowd(statements: list[_Statement]) -> set[str]:
    """The claims, by id, of ages of people whom their article calls what it calls others, such as two men."""
    ages: defaultdict[tuple[str, str], set[float | None]] = defaultdict(set)
    of_age = [x for x in statements if _is_age(x.claim)]
    for x in of_age:
        ages[x.claim.article_id, x.bearer].add(x.claim.quantities[0].value)
    return {x.claim.id for x in of_age if len(ages[x.claim.article_id, x.bearer]) > 1}


def _is_age(claim: Claim) -> bool:
    """Whether a claim gives an age, whoever has it."""
    return bool(claim.quantities) and claim.quantities[0].kind == "age"


def _measure(claim: Claim) -> tuple[str, str]:
    """What a claim tells: a day, a town, or a number with its unit, or with the noun that it counts.

    The days of several scenes are not that of one.
    """
    if not claim.quantities:
        scenes = listed("casualties", "scenes").intersection(_TOKEN.findall(claim.content.text.lower()))
        long = claim.dates and claim.dates[0].precision in ("month", "year")
        return (claim.dates[0].precision if long else "day" if claim.dates else "town"), "of several" if scenes else ""
    quantity = claim.quantities[0]
    return quantity.kind, quantity.unit or stem((quantity.counted or "").rpartition(" ")[2])


def _statement(claim: Claim) -> _Statement:
    content, span = claim.content, _span(claim) or claim.content.span
    start, end = span.start - content.span.start, span.end - content.span.start
    around = folded_words(f"{content.text[:start]} {content.text[end:]}")
    closed = listed("number_names", "closed") | listed("number_names", "weekdays")
    telling = frozenset(stem(word) for word in around if len(word) > 2 and word not in closed)
    large = frozenset(stem(fold(word)) for word in _LARGE.findall(content.text))
    noun = _noun(claim)
    sorts = happenings(content.text, start, end)
    return _Statement(
        claim,
        told=frozenset(_TOKEN.findall(content.text.lower())),
        words=telling,
        names=large & telling,
        sorts=sorts,
        slots=_slots(claim, start, end),
        part=part(content.text, start, end) if _is_age(claim) else "",
        noun=noun,
        bearer=_sex(noun),
        voters=_voters(content.text),
    )


def _slots(claim: Claim, start: int, end: int) -> frozenset[str]:
    """What governs the number or the year at this place of a claim's sentence, or what stands in a town."""
    sentence = claim.content.text
    if not claim.dates and not claim.quantities:
        return sites(sentence, start)
    if claim.dates and claim.dates[0].precision == "year":
        since = origin(sentence, start)
        return frozenset({since} if since else ())
    if not claim.dates and (not claim.quantities or claim.quantities[0].kind in ("age", "score")):
        return frozenset()
    found = governors(sentence, start, end, _counted(claim) or "")
    if claim.dates:
        found = frozenset(word for word in found if happenings(word, 0, 0))
    elif _counts_people(claim):
        growing = load("happenings")["growing"]
        found = frozenset(word for word in found if happenings(word, 0, 0).isdisjoint(growing))
    return frozenset(map(stem, found))


def _counts_people(claim: Claim) -> bool:
    """Whether people are counted, who could be anybody where nothing says what they did or what was done to them."""
    return not listed("casualties", "people").isdisjoint((_counted(claim) or "").split())


def _noun(claim: Claim) -> str:
    """The word behind an age for the person, or for the people, whose age it is; nothing for a word of anybody."""
    if not _is_age(claim):
        return ""
    table, content = load("casualties"), claim.content
    behind = _TOKEN.findall(content.text[claim.quantities[0].span.end - content.span.start :])[:3]
    word = next((word for word in behind if word in table["single"] or word in table["people"]), "")
    return "" if word in table["anybody"] else word


def _sex(noun: str) -> str:
    """The sex that a word for a person tells, or else the word itself."""
    return next((sex for sex in ("male", "female") if noun in load("casualties")[sex]), noun)


def _likeness(x: _Statement, y: _Statement, *, alone: bool = False) -> float:
    """How much two statements of one measure say the same, from 0 to 1; 0 where it is not enough for one fact."""
    if _of_two_things(x, y):
        return 0.0
    shared = len(x.words & y.words)
    shorter, longer = sorted((len(x.words), len(y.words)))
    of_age = _is_age(x.claim)
    one = (one_fate if of_age else one_happening)(x.sorts, y.sorts)
    if _close(x, y) and (one or not _needs_sort(x) or (of_age and not (x.sorts and y.sorts))):
        return shared / longer
    if alone:
        return 0.0
    if x.slots & y.slots and (x.claim.quantities or x.names & y.names or shared >= FEW):
        return (1 + shared) / (1 + longer)
    part = LOOSE if is_general(x.sorts & y.sorts) else PART
    return shared / shorter if one and shared >= SOME and shared >= part * shorter else 0.0


def _of_two_things(x: _Statement, y: _Statement) -> bool:
    """Whether something tells that two statements of one measure are of two things, however alike they are.

    They name nothing alike, where each has names; one tells a boy's age, the other a girl's; one tells of a part; two
    bodies voted; two things were built; or people are counted of whom not the same is told.
    """
    named = x.names and y.names and not x.names & y.words and not y.names & x.words
    told = any(one and other and one != other for one, other in ((x.bearer, y.bearer), (x.voters, y.voters)))
    by_slot = _measure(x.claim)[0] == "year" or _counts_people(x.claim)
    return bool(named) or told or _is_part(x) != _is_part(y) or (by_slot and not x.slots & y.slots)


def _is_part(statement: _Statement) -> bool:
    """Whether a number is of a part of something: "the first stage would cost 5 million"."""
    return bool(statement.claim.quantities) and not listed("happenings", "parts").isdisjoint(statement.told)


def _voters(sentence: str) -> str:
    """The word for those who voted, in a sentence on a vote."""
    found = _VOTERS.search(sentence)
    return stem(found[1].lower()) if found else ""


def _close(x: _Statement, y: _Statement) -> float:
    """The share of the shorter statement's words that both have, where it makes one fact by itself; otherwise 0."""
    shared, shorter = len(x.words & y.words), min(len(x.words), len(y.words))
    return shared / shorter if shared >= MOST and shared >= LARGE * shorter else 0.0


def _needs_sort(statement: _Statement) -> bool:
    """Whether a statement can't be told from its like without the sort of happening: a day, a town or an age."""
    return not statement.claim.quantities or _is_age(statement.claim)
