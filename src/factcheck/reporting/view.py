"""What the page's templates ask for beside the records themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Literal

from ..models import Agreement, Article, Conflict, Evidence, Interval, Side
from ..text import fold
from .charts import Career, Matrix, Timeline, career, matrix, timeline
from .disputes import disputes
from .excerpt import CONTEXT, GAP, Excerpt, Run, Sheet, joined
from .grounds import grounds
from .index import Index, articles_of, day, outlet
from .naming import agreed, named, told_by
from .packing import Packing
from .runs import BRIEFLY, GIVEN, line, lines, whole
from .sheet import FactSheet, fact_sheet, runs
from .visible import visible

if TYPE_CHECKING:
    from markupsafe import Markup

    from .facts import Fact, Given
    from .people import Given as Titled
    from .people import Person
    from .stories import Chapter

EAGER = 20
"""Up to so many conflicts all stand open; a longer list is scanned first, so there each is opened by its reader."""

ROOMY = 1000
"""From so many conflicts and people on a report is long. The insides of its entries are packed, but for the first ones,
and a browser without scripts shows them in brief: an entry takes about 3.5 kB as it is and 0.5 kB packed. The entries
themselves are text at first, which the script lays out piece by piece once the page shows."""

BATCH = 100
"""Entries of a long report that are laid out at a time: a few milliseconds."""

ALL_ROWS = 300
"""Most rows of each part of a fact sheet; more are counted. No browser lays out thousands of rows, with a column for
each of many sources, in good time."""

_FORMS = {
    "direct": "direct quotation",
    "mixed": "quotation inside indirect speech",
    "indirect": "indirect speech",
    "narration": "the outlet’s own words",
}
_QUOTES = re.compile('["“”„«»]')
"""What ends a phrase that is looked for."""


class View:
    """What the templates ask for beside the records themselves."""

    def __init__(self, index: Index) -> None:
        from .people import People

        self.index = index
        self.people = People(index)
        self._facts: dict[str, FactSheet] = {}
        self._anchors: set[str] = set()
        self._made: dict[tuple[str, str], Markup] = {}
        self._disputes = disputes(index)
        self._sheets = {a.id: Sheet(a, self._disputes.get(a.id, ())) for a in index.report.articles}

    @cached_property
    def packed(self) -> bool:
        """Whether the insides of entries are packed, as those of a long report are."""
        report = self.index.report
        return sum(map(len, (report.conflicts, report.possible, report.agreements, self.people.listed))) >= ROOMY

    @cached_property
    def matrix(self) -> Matrix | None:
        """Who disagrees with whom, or None where no two outlets do."""
        return matrix(self.index)

    @property
    def timeline(self) -> Timeline | None:
        """What came when, or None where no two days are known."""
        return timeline(self.index)

    def named(self, found: Conflict | Agreement) -> str:
        """What a conflict or an agreement is about, on one line."""
        return named(self.index, found)

    def told_by(self, conflict: Conflict) -> str:
        """Which outlets give which reading, by its letter, where the summary does not name them all."""
        return told_by(self.index, conflict)

    def agreed(self, agreement: Agreement) -> str:
        """What sources agree on, as a heading tells it."""
        return agreed(self.index, agreement)

    def first(self, part: Literal["look", "agree"]) -> str:
        """The id of the first chapter that has something to look at, or an agreement."""
        return next(c.id for c in self.index.chapters if (c.possible if part == "look" else c.agreements))

    def grounds(self, conflict: Conflict) -> str:
        """Why the passages of a conflict were compared."""
        return grounds(conflict, self.index)

    def career(self, person: Person) -> Career | None:
        """The titles of a person by day, or None where there is nothing to compare."""
        return career(person)

    def mentions(self, given: Titled) -> Markup:
        """The sentence in which an article gives a title, the title marked."""
        sheet = self._sheets[given.article.id]
        span = given.title.span
        passage = Evidence(
            article_id=given.article.id, claim_id=given.claim.id, span=sheet.around(span), differing=(span,)
        )
        return lines((p for excerpt in sheet.excerpts([passage], 0) for p in excerpt.paragraphs), GIVEN)

    @property
    def data(self) -> dict[str, Any]:
        """What the page's script has to know beside the page itself."""
        index, report = self.index, self.index.report
        sure = {conflict.id for conflict in report.conflicts}
        ranks = {one.id: rank for rank, (_, one, _) in enumerate(self.found)}
        words: dict[str, int] = {}

        def numbers(*listed: str) -> list[int]:
            return [words.setdefault(visible(word), len(words)) for word in listed]

        def told(chapter: Chapter, found: Conflict | Agreement, name: str) -> list[Any]:
            # Only a disagreement has a severity to be asked for.
            severity = found.severity if isinstance(found, Conflict) and found.id in sure else ""
            texts = (chapter.id, severity, found.kind, found.nature, index.latest(found), found.subject)
            articles = [index.places[article] for article in sorted(articles_of(found))]
            confidence = round(found.confidence, 3) if isinstance(found, Conflict) else 1
            return [name, confidence, *numbers(*texts), numbers(*index.people_of(found)), articles]

        return {
            "facts": [told(*found) for found in self.found],
            "articles": [[article.id, *numbers(outlet(article))] for article in index.listed],
            "packs": [[kind, *first] for kind, first in self.packing.first.items()] if self.packing else [],
            "pairs": [(name, [ranks[conflict] for conflict in found]) for name, found in self._pairs()],
            "words": list(words),
            "report": index.identity,
            "decisions": [decision.model_dump(mode="json") for decision in report.decisions],
        }

    def _pairs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The pairs of the matrix by a name that can be asked for, with their conflicts."""
        if self.matrix:
            for cell in self.matrix.pairs:
                names = (self.matrix.names[cell.row], self.matrix.names[cell.column])
                yield visible(_QUOTES.sub("", " / ".join(names))), cell.conflicts

    @property
    def opened(self) -> bool:
        """Whether all conflicts stand open at first."""
        return len(self.index.report.conflicts) <= EAGER

    def sheet(self, chapter: Chapter) -> FactSheet:
        """The table of a story's facts, made once."""
        if chapter.id not in self._facts:
            self._facts[chapter.id] = fact_sheet(self.index, chapter, ALL_ROWS)
        return self._facts[chapter.id]

    def runs(self, given: Given) -> list[tuple[str, bool]]:
        """The words of a cell in pieces, each with whether it differs."""
        return runs(self.index, given)

    def explains(self, given: Given) -> bool:
        """Whether the reading tells more than the words: the day of a weekday, a number in digits."""
        return given.value is not None and not set(fold(given.value).split()) <= set(
            fold(given.text).replace(",", "").split()
        )

    def source(self, fact: Fact, given: Given) -> str:
        """Where a cell's words stand in the whole article."""
        spans = given.differing or ((given.span,) if fact.block != "said" else ())
        return self.place(
            [Evidence(article_id=given.article_id, claim_id=given.claim_id, span=given.span, differing=spans)]
        )

    def said(self, fact: Fact) -> str:
        """The day or days a fact was said, in words; empty where that is not known."""
        when = fact.said
        return day(Interval(start=when.start, end=when.end)) if when and when.start and when.end else ""

    @cached_property
    def packing(self) -> Packing | None:
        """Where the insides of a long report's entries lie; of a short one all stand in the page."""
        if not self.packed:
            return None
        first = {f"c-{one.id}" for one in self.index.chapters[0].conflicts[:EAGER]}
        return Packing(
            {
                ".article": ([f"a-{article.id}" for article in self.index.listed], 64),
                ".card": ([name for _, _, name in self.found if name not in first], 640),
                ".sheet": ([f"f-{chapter.id}" for chapter in self.index.chapters], 8),
                ".person": ([f"p-{one.id}" for one in self.people.listed], 64),
            }
        )

    @cached_property
    def found(self) -> list[tuple[Chapter, Conflict | Agreement, str]]:
        """Every entry in the order of the page, with its chapter and the id of its element."""
        return [
            (chapter, one, f"{'c' if isinstance(one, Conflict) else 'g'}-{one.id}")
            for chapter in self.index.chapters
            for one in chapter.found
        ]

    def packed_at(self, name: str) -> str | None:
        """Where the inside of an entry is packed; None where it stands in the page itself."""
        return self.packing.place(name) if self.packing else None

    def parts(self, found: Sequence[Any], kind: str) -> list[tuple[bool, Sequence[Any]]]:
        """Entries in parts, each with whether it is kept as text at first: those that are packed, in a long report."""
        if not self.packing:
            return [(False, found)]
        first = sum(self.packing.place(f"{kind}-{one.id}") is None for one in found)
        later = [(True, found[at : at + BATCH]) for at in range(first, len(found), BATCH)]
        return [(False, found[:first]), *later]

    def pack(
        self,
        cards: Any,
        sheet: Callable[[Chapter], str],
        person: Callable[..., str],
        text: Callable[[Article], str],
    ) -> Markup:
        """The insides of all entries that are packed."""
        packing, report = self.packing, self.index.report
        assert packing is not None  # noqa: S101 - only a long report asks
        for conflict in (one for one in report.conflicts if packing.place(f"c-{one.id}")):
            packing.put(f"c-{conflict.id}", cards.inside(conflict, packing.keep))
        for conflict in report.possible:
            packing.put(f"c-{conflict.id}", cards.inside(conflict, packing.keep, True))
        for agreement in report.agreements:
            packing.put(f"g-{agreement.id}", cards.agreed_inside(agreement, packing.keep))
        for chapter in self.index.chapters:
            packing.put(f"f-{chapter.id}", sheet(chapter))
        for one in self.people.listed:
            packing.put(f"p-{one.id}", person(one, packing.keep))
        for article in self.index.listed:
            packing.put(f"a-{article.id}", text(article))
        return packing.coded()

    def passages(self, side: Side, context: int = CONTEXT) -> list[tuple[Article, list[Article], Excerpt]]:
        """A side's passages: the article, those that copy it, the words in context; not the copies' own."""
        found = []
        for first, *copies in self.index.witnesses(side.articles):
            own = [evidence for evidence in side.evidence if evidence.article_id == first.id]
            found += [(first, copies, excerpt) for excerpt in self._sheets[first.id].excerpts(own, context)]
        return found

    def once(self, macro: Any, article: Article) -> Markup:
        """What a macro makes of an article, made once."""
        key = (macro.name, article.id)
        if key not in self._made:
            self._made[key] = macro(article)
        return self._made[key]

    def excerpt(self, excerpt: Excerpt) -> Markup:
        """The words of a passage in context."""
        return lines(excerpt.paragraphs, ends=("… " if excerpt.opens else "", " …" if excerpt.closes else ""))

    def briefly(self, excerpt: Excerpt) -> Markup:
        """The words of a passage on one line, marked where they differ alone."""
        from markupsafe import Markup

        return Markup(" ".join(line(each, BRIEFLY) for each in excerpt.paragraphs))  # noqa: S704 - all of it is safe

    def whole(self, article: Article) -> Markup:
        """The whole text of an article, its claims and what is disputed marked."""
        paragraphs = self._sheets[article.id].whole(self.index.claims_of.get(article.id, ()))
        return whole(paragraphs, partial(self._led_to, article))

    def place(self, evidence: Iterable[Evidence]) -> str:
        """Where the first of these passages stands in its whole article: at its disputed words, or else its claim."""
        listed = list(evidence)
        for each in listed:
            ranges = joined(self.index.articles[each.article_id].text, each.differing)
            known = {(dispute.start, dispute.end) for dispute in self._disputes.get(each.article_id, ())}
            if ranges and ranges[0] in known:
                return self._linked_to(f"d-{each.article_id}-{ranges[0][0]}-{ranges[0][1]}")
        return self.claim(listed[0].claim_id)

    def claim(self, claim_id: str) -> str:
        """Where a claim stands in its whole article."""
        return self._linked_to(f"k-{claim_id}")

    def _linked_to(self, name: str) -> str:
        self._anchors.add(name)
        return name

    def _led_to(self, article: Article, run: Run) -> list[str]:
        """The places in a whole article that something before it in the page leads to, at the start of a run."""
        marks = run.starting or run.marks if run.look == GAP else run.starting
        names = [f"k-{mark.claim.id}" for mark in run.starting if mark.claim]
        names += [f"d-{article.id}-{mark.start}-{mark.end}" for mark in marks if mark.dispute]
        return [name for name in names if name in self._anchors]

    def attribution(self, excerpt: Excerpt) -> str:
        """How the statements are given: ``direct quotation, Ines Corvane (“she”)``."""
        return "; ".join(dict.fromkeys(self._attributed(evidence) for evidence in excerpt.evidence))

    def _attributed(self, evidence: Evidence) -> str:
        claim = self.index.claims[evidence.claim_id]
        who = claim.speaker or claim.subject
        named = who and (f"{who.name} (“{who.mention.text}”)" if who.resolved_by != "name" else who.name)
        # A title or a place may stand outside of the statement that it goes with.
        apart = evidence.span.end <= claim.content.span.start or claim.content.span.end <= evidence.span.start
        return named if named and apart else ", ".join(part for part in (_FORMS[claim.form], named) if part)
