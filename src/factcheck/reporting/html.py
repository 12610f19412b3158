"""The report as one HTML file that asks the network for nothing and reads well without JavaScript."""

from __future__ import annotations

import hashlib
import zlib
from base64 import b64encode, b85encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from ..models import SEVERITIES, Agreement, Article, Conflict, Evidence, Interval, Side
from ..text import fold
from .address import link
from .charts import CELL, LABEL, Career, Matrix, Timeline, career, matrix, timeline
from .disputes import disputes
from .excerpt import CONTEXT, Excerpt, Paragraph, Sheet, joined
from .grounds import grounds
from .index import ELSEWHERE, Index, articles_of, count, day, letter, odds, outlet, percent
from .naming import agreed, named, told_by
from .record import ReportRecord
from .sheet import HEADINGS, FactSheet, fact_sheet, of, runs
from .sheet import SIGNS as STATES
from .visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from .facts import Fact, Given
    from .people import Given as Titled
    from .people import Person
    from .stories import Chapter


EAGER = 20
"""Up to so many conflicts all stand open; a longer list is scanned first, so there each is opened by its reader."""

ROOMY = 1000
"""From so many conflicts and people on, the insides of folded entries are packed for the script, which lays them out as
they are opened; a browser without scripts shows them in brief. An entry takes about 3.5 kB as it is and 0.5 kB packed,
and Chromium lays out about 2,000 entries a second."""

SHOWN = 3
"""Passages of one side that show at once; more of the same fold away."""

LISTED = 3
"""Stories that the list at the top shows at once; more fold away."""

OUTLETS = 4
"""Outlets of a story that are named beside its name; more are counted."""

LOOKS = 10
"""Less sure differences, and agreements, of a story that show at once; more fold away."""

ROWS = 15
"""Rows of each part of a fact sheet that show at once; more fold away."""

ONLY = 12
"""Statements of one source alone that its list shows; more are counted."""

STYLES = ("report.css", "tools.css", "print.css")
SCRIPTS = ("page.js", "reader.js", "find.js", "decide.js", "keys.js")
"""The parts of the page's style and script, in their order."""

_FORMS = {
    "direct": "direct quotation",
    "mixed": "quotation inside indirect speech",
    "indirect": "indirect speech",
    "narration": "the outlet’s own words",
}
_SIGNS = {"high": "●", "medium": "◐", "low": "○"}


def render_html(report: ReportRecord) -> str:
    """The whole report as one HTML document: overview, conflicts with both passages, agreements, articles.

    The document carries its style and script inside, under a Content-Security-Policy that lets nothing else run or
    load. All text of articles is escaped, and characters that would act on the reader's screen are shown as signs.
    """
    index = Index(report)
    style, script = _joined(*STYLES), _joined(*SCRIPTS)
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report,
            index=index,
            view=_View(index),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


class _View:
    """What the templates ask for beside the records themselves."""

    def __init__(self, index: Index) -> None:
        from .people import People

        self.index = index
        self.people = People(index)
        self._facts: dict[str, FactSheet] = {}
        self._disputes = disputes(index)
        self._sheets = {a.id: Sheet(a, self._disputes.get(a.id, ())) for a in index.report.articles}

    @property
    def packed(self) -> bool:
        report = self.index.report
        return sum(map(len, (report.conflicts, report.possible, report.agreements, self.people.listed))) >= ROOMY

    @property
    def matrix(self) -> Matrix | None:
        return matrix(self.index)

    @property
    def timeline(self) -> Timeline | None:
        return timeline(self.index)

    def named(self, found: Conflict | Agreement) -> str:
        return named(self.index, found)

    def told_by(self, conflict: Conflict) -> str:
        return told_by(self.index, conflict)

    def agreed(self, agreement: Agreement) -> str:
        return agreed(self.index, agreement)

    def first(self, part: Literal["look", "agree"]) -> str:
        """The id of the first chapter that has something to look at, or an agreement."""
        return next(c.id for c in self.index.chapters if (c.possible if part == "look" else c.agreements))

    def grounds(self, conflict: Conflict) -> str:
        return grounds(conflict, self.index)

    def career(self, person: Person) -> Career | None:
        return career(person)

    def mentions(self, given: Titled) -> Iterator[Paragraph]:
        """The sentence in which an article gives a title, the title marked."""
        sheet = self._sheets[given.article.id]
        span = given.title.span
        passage = Evidence(
            article_id=given.article.id, claim_id=given.claim.id, span=sheet.around(span), differing=(span,)
        )
        for excerpt in sheet.excerpts([passage], 0):
            yield from excerpt.paragraphs

    @property
    def data(self) -> dict[str, Any]:
        """What the page's script has to know beside the page itself."""
        report = self.index.report
        words: dict[str, int] = {}

        def numbers(*listed: str) -> list[int]:
            return [words.setdefault(visible(word), len(words)) for word in listed]

        def told(found: Conflict | Agreement, severity: str, confidence: float) -> list[Any]:
            index = self.index
            texts = (severity, found.kind, found.nature, index.latest(found), found.subject)
            several = (index.people_of(found), index.outlets_of(found), sorted(articles_of(found)))
            return [round(confidence, 3), *numbers(*texts), *(numbers(*listed) for listed in several)]

        # In the order of the page; only a disagreement has a severity to be asked for.
        facts = [
            row
            for chapter in self.index.chapters
            for row in (
                *(told(conflict, conflict.severity, conflict.confidence) for conflict in chapter.conflicts),
                *(told(conflict, "", conflict.confidence) for conflict in chapter.possible),
                *(told(agreement, "", 1) for agreement in chapter.agreements),
            )
        ]
        return {
            "facts": facts,
            "words": list(words),
            "report": self.index.identity,
            "decisions": [decision.model_dump(mode="json") for decision in report.decisions],
        }

    @property
    def opened(self) -> bool:
        return len(self.index.report.conflicts) <= EAGER

    def sheet(self, chapter: Chapter) -> FactSheet:
        if chapter.id not in self._facts:
            self._facts[chapter.id] = fact_sheet(self.index, chapter)
        return self._facts[chapter.id]

    def runs(self, given: Given) -> list[tuple[str, bool]]:
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
        when = fact.said
        return day(Interval(start=when.start, end=when.end)) if when and when.start and when.end else ""

    def pack(
        self,
        cards: Any,
        sheet: Callable[[Chapter], str],
        person: Callable[..., str],
        text: Callable[[Article], str],
    ) -> Markup:
        """The insides of all entries, deflated: ids and markup by turns, with a record separator between them.

        The passages of an entry stand apart from it, each behind the article that it quotes, because deflate finds
        repeated text only within 32 kB; the entry names their places. Separators can't occur in the markup, as control
        characters are made visible.
        """
        from markupsafe import Markup

        kept: defaultdict[str, list[str]] = defaultdict(list)

        def keep(article: Article, passage: str) -> Markup:
            parts = kept[article.id]
            parts += (f"{article.id}/{len(parts) // 2}", passage)
            return Markup(f"\x1d{parts[-2]}\x1d")  # noqa: S704 - ids of our own making

        report = self.index.report
        entries = [(f"c-{conflict.id}", cards.inside(conflict, keep)) for conflict in self.index.ranked]
        entries += [(f"c-{conflict.id}", cards.inside(conflict, keep, True)) for conflict in report.possible]
        entries += [(f"g-{one.id}", cards.agreed_inside(one, keep)) for one in report.agreements]
        entries += [(f"f-{chapter.id}", sheet(chapter)) for chapter in self.index.chapters]
        entries += [(f"p-{one.id}", person(one, keep)) for one in self.people.listed]
        parts: list[str] = []
        for article in self.index.listed:
            parts += (f"a-{article.id}", text(article), *kept[article.id])
        for entry in entries:
            parts += entry
        packed = zlib.compress("\x1e".join(parts).encode(), 9)
        coded = b85encode(packed, pad=True).decode()
        # How many bytes were added to make whole words stands first. A less-than sign could open a tag or a comment.
        return Markup(f"{-len(packed) % 4}{coded.replace('<', ',')}")  # noqa: S704 - nothing in it is a tag

    def passages(self, side: Side, context: int = CONTEXT) -> list[tuple[Article, list[Article], Excerpt]]:
        """A side's passages: the article, those that copy it, the words in context; not the copies' own."""
        found = []
        for first, *copies in self.index.witnesses(side.articles):
            own = [evidence for evidence in side.evidence if evidence.article_id == first.id]
            found += [(first, copies, excerpt) for excerpt in self._sheets[first.id].excerpts(own, context)]
        return found

    def whole(self, article: Article) -> tuple[Paragraph, ...]:
        return self._sheets[article.id].whole(self.index.claims_of.get(article.id, ()))

    def place(self, evidence: Iterable[Evidence]) -> str:
        """Where the first of these passages stands in its whole article: at its disputed words, or else its claim."""
        listed = list(evidence)
        for each in listed:
            ranges = joined(self.index.articles[each.article_id].text, each.differing)
            known = {(dispute.start, dispute.end) for dispute in self._disputes.get(each.article_id, ())}
            if ranges and ranges[0] in known:
                return f"d-{each.article_id}-{ranges[0][0]}-{ranges[0][1]}"
        return f"k-{listed[0].claim_id}"

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


def _policy(*assets: str) -> str:
    """The Content-Security-Policy: nothing from anywhere, and of the inline code only what is ours, by its hash."""
    style, script = (f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in assets)
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'"
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with every value escaped and made visible on its way in."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("factcheck.reporting"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "SEVERITIES": SEVERITIES,
        "SIGNS": _SIGNS,
        "ELSEWHERE": ELSEWHERE,
        "SHOWN": SHOWN,
        "HEADINGS": HEADINGS,
        "STATES": STATES,
        "LOOKS": LOOKS,
        "ROWS": ROWS,
        "ONLY": ONLY,
        "of": of,
        "LISTED": LISTED,
        "OUTLETS": OUTLETS,
        "CELL": CELL,
        "LABEL": LABEL,
    }
    made.filters |= {
        "count": count,
        "date": lambda day_: day(Interval(start=day_, end=day_)),
        "day": day,
        "letter": letter,
        "link": link,
        "odds": odds,
        "outlet": outlet,
        "percent": percent,
    }
    return made


def _shown(value: Any) -> Any:
    """Every value on its way into the page passes here; what is markup already has passed before."""
    return visible(value) if type(value) is str else value


@lru_cache(maxsize=2)
def _joined(*names: str) -> Markup:
    """Our styles or scripts, one behind the other, to stand in the page as they are."""
    from importlib.resources import files

    from markupsafe import Markup

    folder = files(__package__) / "templates"
    return Markup("\n").join(Markup((folder / name).read_text(encoding="utf-8")) for name in names)  # noqa: S704
