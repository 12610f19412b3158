"""What a comparison may look at beside its group: the claims, their articles, and which articles tell one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING

from ..entities.outlets import outlet_key
from ..entities.values import values_of
from ..models import Article, Claim, Comparison, Evidence, Group, Interval, Link, Side, Span
from ..record import made
from ..text import sentences

if TYPE_CHECKING:
    from .readings import Version

NAMED = 80
"""Most characters of a sentence that stands for an event."""

NOTHING = Comparison()
"""The comparison that finds nothing, as most do."""


@dataclass(frozen=True)
class Context:
    """The claims and articles of a run by their ids, and the articles that share a statement or an event."""

    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    stories: Mapping[str, frozenset[str]] = field(default_factory=dict)
    quoting: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each article those that share an utterance with it."""
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The versions of the quotations of the group that was last asked for them, by its id."""
    _linked: dict[str, Mapping[str, list[Link]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, groups: Iterable[Group], claims: Iterable[Claim], articles: Iterable[Article]) -> Context:
        """The context of these groups.

        Two articles tell one story when an utterance or an event joins them, or a link that names an event as evidence.
        """
        by_id = {claim.id: claim for claim in claims}
        stories: defaultdict[str, set[str]] = defaultdict(set)
        quoting: defaultdict[str, set[str]] = defaultdict(set)
        for group in groups:
            joined = [group.claims] if group.topic != "person" else [(k.a, k.b) for k in group.links if _of_event(k)]
            for ids in joined:
                members = {by_id[claim].article_id for claim in ids}
                for member in members:
                    stories[member] |= members
                    if group.topic == "utterance":
                        quoting[member] |= members
        return cls(by_id, {a.id: a for a in articles}, _frozen(stories), _frozen(quoting))

    @cached_property
    def _next(self) -> dict[str, str]:
        return {claim.continues: claim.id for claim in self.claims.values() if claim.continues is not None}

    def chain(self, claim_id: str) -> tuple[Claim, ...]:
        """The claims of the utterance that this claim is a part of, in the order of the article."""
        seen = [claim_id]
        while (before := self.claims[seen[0]].continues) is not None and before in self.claims and before not in seen:
            seen.insert(0, before)
        while (after := self._next.get(seen[-1])) is not None and after not in seen:
            seen.append(after)
        return tuple(self.claims[one] for one in seen)

    @cached_property
    def by_article(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each article, in order of their ids."""
        told: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims.values(), key=lambda c: c.id):
            told[claim.article_id].append(claim)
        return {article: tuple(claims) for article, claims in told.items()}

    def root(self, article_id: str) -> str:
        """The article that this one repeats, or itself: a copy is no witness against what it copies."""
        return self.articles[article_id].copy_of or article_id

    def linked(self, group: Group, one: Iterable[str], other: Container[str]) -> Iterator[Link]:
        """The links of a group that join one of some claims with one of others, given by their ids."""
        if group.id not in self._linked:
            by_claim: defaultdict[str, list[Link]] = defaultdict(list)
            for link in group.links:
                by_claim[link.a].append(link)
                by_claim[link.b].append(link)
            self._linked.clear()  # One group is compared after the other.
            self._linked[group.id] = by_claim
        held = self._linked[group.id]
        return (k for claim in one for k in held.get(claim, ()) if (k.b if k.a == claim else k.a) in other)

    def apart(self, a: str, b: str, among: Container[str]) -> bool:
        """Whether two articles can contradict each other.

        They can't where one repeats the other, nor where one repeats another of those that are compared: a copy never
        makes a side of its own.
        """
        repeats = (self.articles[a].copy_of, self.articles[b].copy_of)
        return self.root(a) != self.root(b) and not any(one is not None and one in among for one in repeats)

    def event_name(self, claims: Iterable[Claim]) -> str:
        """What to call the event that claims tell of: the shortest of their sentences, and no outlet's headline.

        The values of a narration are left out, as they may be what is disputed.
        """
        shortest = min(map(_without_values, claims), key=lambda text: (len(text), text))
        return shorten(shortest, NAMED, placeholder=" …")

    def sources(self, articles: Iterable[str]) -> str:
        """The outlets of these articles, in one line."""
        return ", ".join(sorted({self.articles[a].outlet for a in articles}))

    def time_of(self, article_id: str) -> Interval | None:
        """The day of publication, or for an undated article the days of those that quote the same words.

        Where there are none, the days of those that tell the same story. Both are only good for weighing a difference;
        they never date an article.
        """
        own = self.articles[article_id].published
        if own is not None:
            return own
        for near in (self.quoting, self.stories):
            days = [day for other in near.get(article_id, ()) if (day := self.articles[other].published)]
            if days:
                return Interval(start=min(d.start for d in days), end=max(d.end for d in days))
        return None

    def side(self, value: str, evidence: Iterable[Evidence]) -> Side:
        """A side of a conflict or an agreement with this evidence.

        Copies of one text count as one witness, as do pages of one site and what several outlets took from one wire.
        """
        ordered = sorted(evidence, key=lambda e: (e.article_id, e.span.start, e.span.end, e.claim_id))
        articles = sorted({e.article_id for e in ordered})
        return made(
            Side,
            value=value,
            claims=tuple(sorted({e.claim_id for e in ordered})),
            articles=tuple(articles),
            evidence=tuple(ordered),
            witnesses=len({self._outlets[self.root(a)] for a in articles}),
        )

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return {key: outlet_key(article) for key, article in self.articles.items()}


def _frozen(near: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {article: frozenset(others) for article, others in near.items()}


def _without_values(claim: Claim) -> str:
    """The words of a claim; of a narration those around its numbers, days and places."""
    text, start = claim.content.text, claim.content.span.start
    values = values_of(claim) if claim.form == "narration" else ()
    spans = sorted((v.span.start - start, v.span.end - start) for v in values if v.span is not None)
    for low, high in reversed(spans):
        if low >= 0:
            text = f"{text[:low]}…{text[high:]}"
    return text


def _of_event(link: Link) -> bool:
    return "event" in link.evidence


def sentence_around(text: str, span: Span) -> Span:
    """The sentence around a span of a text; the span itself where none holds it."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    for left, right in sentences(line):
        if start + left <= span.start and span.end <= start + right:
            return Span(start=start + left, end=start + right)
    return span
