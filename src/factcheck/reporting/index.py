"""A report as its readers ask for it: records by id, the gravest first, sources with their copies, days in words."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..entities.outlets import outlet_key
from ..models import SEVERITIES, Agreement, Article, Claim, Conflict, Evidence, Group, GroupTopic, Interval, Link, Side
from .record import ReportRecord

if TYPE_CHECKING:
    from .decisions import Decision
    from .stories import Chapter

UNDATED = "undated"
ELSEWHERE = "decided on other articles"
"""The mark of a decision that was made when other articles stood on the sides."""

NAMED = 2
"""Most outlets that a warning names; more are counted only."""

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def outlet(article: Article) -> str:
    """What to call the source of an article."""
    return article.outlet


def day(interval: Interval | None) -> str:
    """A day or a range of days in words: ``14 March 2024``, ``30 March to 2 April 2024``, ``undated``."""
    if interval is None:
        return UNDATED
    first, last = interval.start, interval.end
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year} to {end}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {end}"
    return f"{first.day} to {end}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: ``1 article``, ``2,000 articles``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def percent(share: float) -> str:
    """A share of one as a whole percentage, never rounded up to certainty."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


ODDS = ((0.9, "9 in 10"), (0.7, "3 in 4"), (0.58, "2 in 3"), (0.42, "1 in 2"), (0.36, "2 in 5"))
"""Words for a share from a third on, by the least share that each stands for."""


def odds(share: float) -> str:
    """A share of one as odds in plain words: ``about 1 in 5``. Above 10 the number is rounded to fives."""
    told = next((words for least, words in ODDS if share >= least), None)
    number = min(round(1 / share), 100) if share > 0 else 100
    return f"about {told or f'1 in {number if number <= 10 else 5 * round(number / 5)}'}"


def letter(number: int) -> str:
    """The letter of a side, counted from zero: A, B ... Z, then AA, AB ..."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def sides(found: Conflict | Agreement) -> tuple[Side, ...]:
    """The readings of a conflict; of an agreement the one."""
    return found.sides if isinstance(found, Conflict) else (found.side,)


def articles_of(found: Conflict | Agreement) -> set[str]:
    """The ids of the articles that take a side in a conflict, or share in an agreement."""
    return {article for side in sides(found) for article in side.articles}


class Index:
    """Looks up what belongs together in a report. Built once for each rendering."""

    def __init__(self, report: ReportRecord) -> None:
        self.report = report
        self.articles = {article.id: article for article in report.articles}
        self.claims = {claim.id: claim for claim in report.claims}

    @cached_property
    def ranked(self) -> list[Conflict]:
        """The conflicts, gravest and surest first."""
        return sorted(
            self.report.conflicts, key=lambda c: (SEVERITIES.index(c.severity), -c.confidence, c.kind, c.subject, c.id)
        )

    @cached_property
    def agreed(self) -> list[Agreement]:
        """The agreements, those of most independent sources first."""
        return sorted(self.report.agreements, key=lambda a: (-a.side.witnesses, a.subject, a.kind, a.id))

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The stories of the report, that with the gravest disagreements first, and last what belongs to none."""
        from .stories import chapters

        return chapters(self)

    @cached_property
    def listed(self) -> list[Article]:
        """The articles by day, undated ones last, then by outlet."""
        return sorted(
            self.report.articles,
            key=lambda a: (a.published is None, str(a.published and a.published.start), outlet(a), a.title or "", a.id),
        )

    @cached_property
    def tally(self) -> Counter[tuple[str, str]]:
        """How many conflicts there are of each kind and severity."""
        return Counter((conflict.kind, conflict.severity) for conflict in self.report.conflicts)

    def total(self, *, kind: str | None = None, severity: str | None = None) -> int:
        """How many conflicts there are of a kind, of a severity."""
        return sum(n for (k, s), n in self.tally.items() if kind in (None, k) and severity in (None, s))

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of conflict that occur, the most frequent first."""
        totals: Counter[str] = Counter(conflict.kind for conflict in self.report.conflicts)
        return sorted(totals, key=lambda kind: (-totals[kind], kind))

    @cached_property
    def outlets(self) -> list[str]:
        """The outlets, in alphabetical order."""
        return sorted({outlet(article) for article in self.report.articles}, key=lambda o: (o.casefold(), o))

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims of each article, by its id."""
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.report.claims:
            found[claim.article_id].append(claim)
        return found

    @cached_property
    def disputed(self) -> Counter[str]:
        """In how many conflicts each article takes a side, by its id."""
        return Counter(article for conflict in self.report.conflicts for article in articles_of(conflict))

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {group.id: group for group in self.report.groups}

    def topic(self, conflict: Conflict) -> GroupTopic:
        """What the sides of a conflict were taken to be: one utterance, one person's titles, one fact of an event."""
        return self._groups[conflict.group_id].topic

    @cached_property
    def grouped(self) -> frozenset[str]:
        """The ids of the claims that are in a group."""
        return frozenset(claim for group in self.report.groups for claim in group.claims)

    @cached_property
    def utterances_of(self) -> dict[str, list[Group]]:
        """The groups of one utterance that each article has a part in, by its id."""
        found: defaultdict[str, list[Group]] = defaultdict(list)
        for group in self.report.groups:
            if group.topic == "utterance":
                for article in {self.claims[claim].article_id for claim in group.claims}:
                    found[article].append(group)
        return found

    def group(self, group_id: str) -> Group | None:
        """The group with this id."""
        return self._groups.get(group_id)

    def independent(self, articles: Iterable[str]) -> int:
        """How many independent sources articles are: copies, pages of one site and one wire's text count once."""
        originals = (self.articles[self.articles[article].copy_of or article] for article in articles)
        return len({outlet_key(article) for article in originals})

    def match(self, conflict: Conflict) -> Link | None:
        """The strongest link between claims on different sides: what made the program compare them."""
        side_of = {claim: number for number, side in enumerate(conflict.sides) for claim in side.claims}
        across = [
            link
            for link in self._groups[conflict.group_id].links
            if link.a in side_of and link.b in side_of and side_of[link.a] != side_of[link.b]
        ]
        return max(across, key=lambda link: (link.score, link.a, link.b), default=None)

    def witnesses(self, articles: Iterable[str]) -> list[list[Article]]:
        """The articles with these ids, one list for each independent text: the original first, then its copies."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for number in sorted({self.places[article] for article in articles}):
            article = self.listed[number]
            found[article.copy_of or article.id].append(article)
        return [sorted(texts, key=lambda a: a.copy_of is not None) for texts in found.values()]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each article stands in ``listed``, by its id."""
        return {article.id: number for number, article in enumerate(self.listed)}

    def outlets_of(self, found: Conflict | Agreement) -> list[str]:
        """The outlets that take a side in a conflict, or share in an agreement."""
        return sorted({outlet(self.articles[article]) for article in articles_of(found)})

    def people_of(self, found: Conflict | Agreement) -> list[str]:
        """Whom a conflict or an agreement is about, and whose statements stand in it."""
        claims = (self.claims[claim] for side in sides(found) for claim in side.claims)
        named = {who.name for claim in claims for who in (claim.speaker, claim.subject) if who}
        return sorted(named | {found.subject})

    def latest(self, found: Conflict | Agreement) -> str:
        """The last day on which an article of it was published, or an empty string where none is dated."""
        days = (self.articles[article].published for article in articles_of(found))
        return max((day.end.isoformat() for day in days if day), default="")

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """What was decided, by the fingerprint of the conflict."""
        return {decision.conflict: decision for decision in self.report.decisions}

    def decision_of(self, conflict: Conflict) -> str:
        """What was decided of a conflict, by whom and with which note, in one line; nothing where nobody decided."""
        decision = self.decisions.get(conflict.id)
        if decision is None:
            return ""
        by = f" by {decision.reviewer}" if decision.reviewer else ""
        elsewhere = f" ({ELSEWHERE})" if self.decided_elsewhere(conflict) else ""
        return f"{decision.status or 'open'}{by}{elsewhere}{f': {decision.note}' if decision.note else ''}"

    def decided_elsewhere(self, conflict: Conflict) -> bool:
        """Whether the decision on a conflict was made on other articles than stand on its sides now."""
        decision = self.decisions.get(conflict.id)
        return bool(decision and decision.articles and set(decision.articles) != articles_of(conflict))

    def decided(self, conflicts: Iterable[Conflict]) -> int:
        """Of how many conflicts a person has decided what they are."""
        return sum(bool((made := self.decisions.get(one.id)) and made.status) for one in conflicts)

    def names(self, articles: Iterable[str]) -> str:
        """The outlets of articles, given by their ids, in one line."""
        ordered = sorted(articles, key=self.places.__getitem__)
        return ", ".join(dict.fromkeys(outlet(self.articles[article]) for article in ordered))

    @cached_property
    def identity(self) -> str:
        """A fingerprint of what was read and what was found, the same for the same report."""
        report = self.report
        parts = [*sorted(i.sha256 for i in report.provenance.inputs), *sorted(c.id for c in report.conflicts)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def sources(self, side: Side) -> str:
        """Who gives a reading, in one line: ``Harbor Ledger (14 March 2024); Coastal Wire (undated), copied by X``."""
        parts = []
        for first, *copies in self.witnesses(side.articles):
            also = f", copied by {', '.join(outlet(copy) for copy in copies)}" if copies else ""
            parts.append(f"{outlet(first)} ({day(first.published)}){also}")
        return "; ".join(parts)

    def quoted(self, evidence: Evidence) -> str:
        """The words of a passage, on one line."""
        span = evidence.span
        return " ".join(self.articles[evidence.article_id].text[span.start : span.end].split())

    @cached_property
    def headline(self) -> str:
        """What was compared and found, in one sentence."""
        report = self.report
        undated = sum(article.published is None for article in report.articles)
        copies = sum(article.copy_of is not None for article in report.articles)
        notes = [f"{undated} undated"] if undated else []
        notes += [count(copies, "copy", "copies")] if copies else []
        aside = f" ({', '.join(notes)})" if notes else ""
        besides = f"; {count(len(report.possible), 'less sure difference')} to look at" if report.possible else ""
        return (
            f"{count(len(report.articles), 'article')} from {count(len(self.outlets), 'outlet')}{aside}: "
            f"{count(len(report.conflicts), 'disagreement')}, {count(len(report.agreements), 'agreement')}{besides}."
        )

    @cached_property
    def warnings(self) -> list[str]:
        """What a reader should know before reading on: of single outlets and days that are not known."""
        articles = self.report.articles
        told = []
        if len(articles) == 1:
            told.append("There is only one article: nothing to compare it with.")
        elif len(self.outlets) == 1:
            told.append(f"All articles are of one outlet, {self.outlets[0]}: nobody else confirms or denies them.")
        undated = [outlet(article) for article in self.listed if article.published is None]
        if undated:
            named = f" ({', '.join(dict.fromkeys(undated))})" if len(undated) <= NAMED else ""
            told.append(
                f"{count(len(undated), 'article')} undated{named}: what they call yesterday or Friday has no day."
            )
        return told

    def less_sure(self, possible: Sequence[Conflict], unlisted: int) -> str:
        """How sure differences are that are only possible, and how many more are not listed, in words."""
        left = count(unlisted, "more difference")
        more = f"{left} between the same articles {'is' if unlisted == 1 else 'are'} not listed."
        if not possible:
            return more
        share = sum(conflict.confidence for conflict in possible) / max(1, len(possible))
        told = odds(share)
        those = "of these" if len(possible) > 1 else "like this"
        sure = f"{told.capitalize()} {those} {'is' if ' 1 in' in told else 'are'} right."
        return f"{sure} {more}" if unlisted else sure
