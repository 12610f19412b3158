"""The people of a report: who is one, which titles each source gives them, and what is known of their offices.

Who is one person was found before: groups of the topic "person" join names across articles, a full name is one person
in all of them, and a name that is not full belongs to its article alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..entities.name_parts import parse_name
from ..entities.names import commonest_name
from ..entities.offices import Office, OfficeTable, office_table
from ..entities.organizations import Organization
from ..entities.title_relation import relate
from ..models import Article, Claim, Conflict, Speaker, Title, TitleStatus
from ..text import fold
from .index import Index, outlet

Name = tuple[str, str]
"""A folded name, and the article that it belongs to: none for a full name, which is one person's everywhere."""


@dataclass(frozen=True)
class Given:
    """A title as an article gives it."""

    claim: Claim
    title: Title
    article: Article

    @property
    def day(self) -> date | None:
        """The day that it is given for: that of publication, else that of the statement it stands with."""
        if self.article.published:
            return self.article.published.start
        said = self.claim.said
        return said.start if said and said.basis == "stated" else None


@dataclass(frozen=True)
class Held:
    """One title of a person, as titles are compared: other words for the same office in the same standing are one."""

    given: tuple[Given, ...]
    """Once for each wording in each article, in the order of the articles."""

    @cached_property
    def title(self) -> str:
        """The commonest wording; of two as common the one that no sentence's start made a capital of."""
        counts = Counter(given.title.text for given in self.given)
        return max(counts.items(), key=lambda item: (item[1], item[0]))[0]

    @property
    def wordings(self) -> list[str]:
        """The other wordings, regardless of case."""
        texts = {fold(given.title.text): given.title.text for given in reversed(self.given)}
        return [text for key, text in sorted(texts.items()) if key != fold(self.title)]

    @property
    def status(self) -> TitleStatus:
        """Whether it is held now, was, or will be."""
        return self.given[0].title.status

    @property
    def number(self) -> int:
        """How many passages give it."""
        return len(self.given)

    @property
    def articles(self) -> list[str]:
        """The ids of the articles that give it."""
        return list(dict.fromkeys(given.article.id for given in self.given))

    @property
    def outlets(self) -> list[str]:
        """The outlets that give it, in alphabetical order."""
        return sorted({outlet(given.article) for given in self.given}, key=lambda name: (name.casefold(), name))


@dataclass(frozen=True)
class KnownOffice:
    """An office that a title names, and the organization it belongs to, as the table of offices knows them."""

    office: Office
    organization: Organization | None


@dataclass(frozen=True)
class Person:
    """Somebody who is given a title, with everything that the sources say of it."""

    id: str
    """Fingerprint of the name, and of the article where the name is not full: a link outlasts a new run."""
    name: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """The forms of the name, the one in most articles first, each with its outlets."""
    titles: tuple[Held, ...]
    """The titles, the one in most articles first."""
    offices: tuple[KnownOffice, ...]
    statements: int
    """How many statements of the person the articles give; one that goes on behind an attribution is one."""
    conflicts: tuple[Conflict, ...]
    """Where the person is the subject or takes part, the gravest first."""

    @cached_property
    def outlets(self) -> list[str]:
        """The outlets that give a title, in alphabetical order. A picture numbers them by it."""
        return sorted({o for held in self.titles for o in held.outlets}, key=lambda name: (name.casefold(), name))


class People:
    """Everybody who is given a title in a report."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._joined: dict[Name, Name] = {}
        for group in index.report.groups:
            if group.topic == "person":
                names = sorted({_name(claim) for id_ in group.claims if _person(claim := index.claims[id_])})
                for one in names[1:]:
                    self._join(names[0], one)

    @cached_property
    def listed(self) -> list[Person]:
        """The people, those in a conflict first, then those with most titles, then by name."""
        return sorted(self._found.values(), key=lambda p: (not p.conflicts, -len(p.titles), fold(p.name), p.id))

    def of(self, conflict: Conflict) -> list[Person]:
        """The people that a conflict is about, and whose statements stand in it."""
        claims = (self.index.claims[claim] for side in conflict.sides for claim in side.claims)
        names = dict.fromkeys(self._root(_name(claim)) for claim in claims if _person(claim))
        return [self._found[name] for name in names if name in self._found]

    def _join(self, one: Name, other: Name) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first != second:
            self._joined[second] = first

    def _root(self, name: Name) -> Name:
        while name in self._joined:
            name = self._joined[name]
        return name

    @cached_property
    def _found(self) -> dict[Name, Person]:
        claims: defaultdict[Name, list[Claim]] = defaultdict(list)
        for claim in self.index.report.claims:
            if _person(claim):
                claims[self._root(_name(claim))].append(claim)
        conflicts: defaultdict[Name, dict[str, Conflict]] = defaultdict(dict)
        for conflict in self.index.ranked:
            for id_ in (id_ for side in conflict.sides for id_ in side.claims):
                if _person(claim := self.index.claims[id_]):
                    conflicts[self._root(_name(claim))][conflict.id] = conflict
        return {
            root: self._describe(own, tuple(conflicts[root].values()))
            for root, own in sorted(claims.items())
            if any(claim.title for claim in own)
        }

    def _describe(self, claims: list[Claim], conflicts: tuple[Conflict, ...]) -> Person:
        uses: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if who := _person(claim):
                uses[" ".join(who.name.split())].add(claim.article_id)
        name = commonest_name((name, article) for name, articles in uses.items() for article in articles)
        articles = self.index.articles
        titles = self._titles(claims)
        return Person(
            id=Conflict.fingerprint("person", name, () if _is_full(name) else (min(uses[name]),)),
            name=name,
            spellings=tuple(
                (spelling, tuple(sorted({outlet(articles[article]) for article in uses[spelling]})))
                for spelling in sorted(uses, key=lambda n: (n != name, -len(uses[n]), n))
            ),
            titles=titles,
            offices=tuple(self._offices(titles)),
            statements=sum(claim.form != "narration" and not claim.continues for claim in claims),
            conflicts=conflicts,
        )

    @cached_property
    def _table(self) -> OfficeTable:
        """The offices that the run knew; the built-in ones alone where its tables can't be read any more."""
        try:
            return office_table(self.index.report.provenance.settings.offices)
        except (OSError, ValueError):
            return office_table()

    def _titles(self, claims: Iterable[Claim]) -> tuple[Held, ...]:
        """The titles, those of one office in one standing together, each wording once an article."""
        worded: defaultdict[tuple[str, str], dict[str, Given]] = defaultdict(dict)
        for claim in sorted(claims, key=lambda c: (self.index.places[c.article_id], c.content.span.start, c.id)):
            if claim.title:
                given = Given(claim, claim.title, self.index.articles[claim.article_id])
                worded[fold(claim.title.text), claim.title.status].setdefault(claim.article_id, given)
        found: list[list[Given]] = []
        for key in sorted(worded):
            worded_so = list(worded[key].values())
            home = next((own for own in found if self._are_same(own[0].title, worded_so[0].title)), None)
            if home is None:
                found.append(home := [])
            home += worded_so
        for own in found:
            own.sort(key=lambda given: self.index.places[given.article.id])
        held = [Held(tuple(own)) for own in found]
        return tuple(sorted(held, key=lambda h: (-len(h.articles), fold(h.title), h.status)))

    def _are_same(self, a: Title, b: Title) -> bool:
        if a.status != b.status:
            return False
        relation = relate(a.text, b.text, table=self._table)
        return relation.kind == "same" and not relation.described

    def _offices(self, titles: Iterable[Held]) -> Iterator[KnownOffice]:
        """The offices that the titles name. A rank, or what any company has, is known by its name alone."""
        seen = set()
        for held in titles:
            match = self._table.find(held.title)
            if match and match.office.kind in ("office", "seat") and match.office.id not in seen:
                seen.add(match.office.id)
                yield KnownOffice(match.office, self._table.organizations.get(match.office.organization or ""))


def _person(claim: Claim) -> Speaker | None:
    """The person who says something, or whom a narration is about; nobody where only a description is given."""
    who = claim.subject if claim.form == "narration" else claim.speaker
    return who if who and who.kind != "organization" and who.resolved_by != "description" else None


def _name(claim: Claim) -> Name:
    who = _person(claim)
    name = who.name if who else ""
    return fold(name), "" if _is_full(name) else claim.article_id


def _is_full(name: str) -> bool:
    parsed = parse_name(name)
    return bool(parsed.given) and not parsed.acronym
