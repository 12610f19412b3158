"""Claims: the assembly of speech, titles, times, venues and quantities into one record a statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from ..entities.name_parts import name_tables, parse_name
from ..entities.names import same_person
from ..entities.offices import office_table
from ..models import Article, Claim, Form, Passage, Quantity, Span, Speaker, Title, When
from ..settings import Settings
from .dates import find_dates
from .narration import Fact, find_facts, find_people
from .quantities import find_quantities
from .said import when_said
from .speech import Speech, find_speech
from .titles import Holding, find_titles
from .venue import find_venue

STATED_BY_OUTLET = 1.0
"""Confidence that a narration is about the person whose name stands in it."""

_BEARER = re.compile(r"(?<!\w)(?=([^\W\d_][\w'’]*+)\.?+ ([^\W\d_][\w'’-]*+))")
"""A word and the next one, such as a given name and a surname."""

_SEX: Mapping[str, str] = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}

_GIVEN = 8
"""Most given names of one surname that are held against each other, so that a list of names costs no more."""

Placed = TypeVar("Placed", When, Quantity)


class Findings(NamedTuple):
    """What the single extractors found in one article, each list in the order of the text."""

    article: Article
    prose: str
    dates: list[When]
    quantities: list[Quantity]
    holdings: list[Holding]
    shared: frozenset[str]
    """Surnames that several persons of the article bear, folded."""


def extract(article: Article, settings: Settings | None = None) -> list[Claim]:
    """The claims of an article, in the order of its text.

    Args:
        article: The article; its boilerplate is passed over.
        settings: Tables of offices beside the built-in one.

    Returns:
        Speech as ``direct``, ``mixed`` or ``indirect`` claims; as ``narration`` persons' titles, the facts that the
        outlet states itself, and the first full name of whoever is in none of these. Every position counts code points
        of ``article.text``.
    """
    offices = office_table((settings or Settings()).offices)
    prose = article.prose
    dates = find_dates(prose, article.published)
    quantities = find_quantities(prose, dates)
    found = Findings(article, prose, dates, quantities, find_titles(prose, offices), shared_surnames(prose))
    claims: dict[str, Claim] = {}
    speeches = find_speech(prose)
    ids = [_claim_id(article, speech.form, speech.content) for speech in speeches]
    for speech, claim_id in zip(speeches, ids, strict=True):
        before = None if speech.continues is None else ids[speech.continues]
        claims.setdefault(claim_id, _spoken(speech, claim_id, before, found))
    full = _full_names([h.person.text for h in found.holdings] + [s.speaker.name for s in speeches if s.speaker])
    for narration in (
        *(_title_claim(article, holding, full) for holding in found.holdings),
        *(_fact_claim(article, fact, full) for fact in find_facts(prose, quantities, dates)),
    ):
        claims.setdefault(narration.id, narration)
    known = {who.name for claim in claims.values() if (who := claim.subject or claim.speaker)}
    for name in find_people(prose):
        if name.text not in known:
            naming = _naming_claim(article, name)
            claims.setdefault(naming.id, naming)
    return sorted(claims.values(), key=lambda claim: (claim.content.span.start, claim.content.span.end, claim.id))


def _claim_id(article: Article, form: Form, passage: Passage) -> str:
    return Claim.key(article.id, form, passage.span.start, passage.span.end)


def _spoken(speech: Speech, claim_id: str, before: str | None, found: Findings) -> Claim:
    article, clause = found.article, speech.clause
    limits = None if clause is None else (clause.start, clause.end)
    return Claim(
        id=claim_id,
        article_id=article.id,
        form=speech.form,
        content=speech.content,
        continues=before,
        speaker=speech.speaker,
        title=None if speech.speaker is None else title_of(speech.speaker, found.holdings, found.shared),
        cue=speech.cue,
        said=when_said(limits, [] if clause is None else _inside(clause, found.dates), article.published),
        venue=None if clause is None else find_venue(found.prose, clause.start, clause.end),
        quantities=tuple(_inside(speech.content.span, found.quantities)),
        dates=tuple(_inside(speech.content.span, found.dates)),
        negated=speech.negated,
    )


def _title_claim(article: Article, holding: Holding, full: Mapping[str, str]) -> Claim:
    person, title = holding.person, holding.title
    start = min(person.span.start, title.span.start)
    content = Passage.cut(article.text, start, max(person.span.end, title.span.end))
    return Claim(
        id=_claim_id(article, "narration", content),
        article_id=article.id,
        form="narration",
        content=content,
        subject=_named(person, full),
        title=title,
        said=when_said(None, (), article.published),
    )


def _fact_claim(article: Article, fact: Fact, full: Mapping[str, str]) -> Claim:
    return Claim(
        # A sentence can state several facts: the number tells them apart.
        id=_claim_id(article, "narration", fact.quantity),
        article_id=article.id,
        form="narration",
        content=fact.content,
        subject=None if fact.subject is None else _named(fact.subject, full),
        said=when_said(None, (), article.published),
        quantities=(fact.quantity,),
    )


def _named(person: Passage, full: Mapping[str, str]) -> Speaker:
    name = full.get(person.text.casefold(), person.text)
    return Speaker(name=name, mention=person, kind="person", resolved_by="name", confidence=STATED_BY_OUTLET)


def _naming_claim(article: Article, person: Passage) -> Claim:
    return Claim(
        id=_claim_id(article, "narration", person),
        article_id=article.id,
        form="narration",
        content=person,
        subject=_named(person, {}),
        said=when_said(None, (), article.published),
    )


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """The full name of each surname that only one of ``names`` has."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if " " in name:
            owners[_surname(name)].add(name)
    return {surname: full.pop() for surname, full in owners.items() if len(full) == 1}


def title_of(speaker: Speaker, holdings: Iterable[Holding], shared: frozenset[str]) -> Title | None:
    """The title that the article gives this speaker, or None.

    One that names an office ("Secretary of State") goes before one that does not ("Secretary"); of several such, it is
    the one nearest to the mention. Where several persons bear the surname, only a title beside a full name counts.

    Args:
        speaker: The speaker, by the fullest name of the article.
        holdings: The titles of the article.
        shared: The surnames that several persons of the article bear.
    """
    surname, at = _surname(speaker.name), speaker.mention.span.start
    if surname in shared and not _is_full(speaker.name):
        return None
    own = [
        holding
        for holding in holdings
        if _surname(holding.person.text) == surname
        and (_is_full(holding.person.text) or surname not in shared)
        and same_person(holding.person.text, speaker.name)
    ]

    def place(holding: Holding) -> tuple[bool, int, int]:
        return holding.title.office is None, abs(holding.person.span.start - at), holding.title.span.start

    return min(own, key=place).title if own else None


def shared_surnames(text: str) -> frozenset[str]:
    """The surnames before which a text has given names of two persons, or both "Mr." and "Mrs.", folded."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for match in _BEARER.finditer(text):
        before, surname = match.groups()
        if before[0].isupper() and surname[0].isupper():
            plain = before.casefold()
            if plain in _SEX or plain in name_tables().full_names:
                found[_bare(surname)].add(plain)
    return frozenset(surname for surname, before in found.items() if _are_several(before, surname))


def _are_several(before: set[str], surname: str) -> bool:
    given = sorted(word for word in before if word not in _SEX)[:_GIVEN]
    others = any(not same_person(f"{a} {surname}", f"{b} {surname}") for a, b in combinations(given, 2))
    return others or len({_SEX[word] for word in before if word in _SEX}) > 1


def _is_full(name: str) -> bool:
    return bool(parse_name(name).given)


def _surname(name: str) -> str:
    words = name.split()
    return _bare(words[-1]) if words else ""


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")


def _inside(limits: Span, found: Sequence[Placed]) -> list[Placed]:
    """The findings that lie wholly inside ``limits``; they are in the order of the text."""
    at = bisect_left(found, limits.start, key=lambda item: item.span.start if item.span else 0)
    inside: list[Placed] = []
    for index in range(at, len(found)):
        item = found[index]
        if item.span is None or item.span.start >= limits.end:
            break
        if item.span.end <= limits.end:
            inside.append(item)
    return inside
