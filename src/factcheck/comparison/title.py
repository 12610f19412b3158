"""Titles of one person that can't stand beside each other: an office renamed, former against current, two offices.

Two true titles of a person are no conflict ("senator", "candidate"), nor is one that says less, or that an article
gives for another time. What a table of offices explains by time, the old name before the day of renaming and the new
one after it, is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain, combinations, islice

from ..entities.names import commonest_name
from ..entities.offices import OfficeTable, office_table
from ..entities.roles import groups_of
from ..entities.title_clash import clash, is_demotion, is_post, may_clash
from ..entities.title_relation import Kind, Part, Relation, official_name, relate
from ..models import Agreement, Claim, Comparison, Conflict, Evidence, Group, Severity, Side, Title, TitleStatus
from ..settings import Settings
from ..text import closed, fold
from .certainty import by_certainty
from .context import NOTHING, Context, sentence_around

_SAME_TIME = timedelta(days=31)
"""Articles published no further apart speak of the same time: within a month an office rarely changes hands."""

_CONFIDENCE = {"renamed": 0.9, "status": 0.7, "different": 0.6}
"""How sure a conflict of each nature is, estimated from the relation on 40 judged pairs and the reading of titles."""

_LESS_SURE = 0.2
"""How sure a conflict of two functions is that some hold together, by the reading of titles in invented stories."""

_SEVERITY: dict[str, Severity] = {"status": "medium", "different": "high"}
"""Titles that can't both be true weigh most; but a "former" or "acting" is often left out, and meant all the same."""

_BESIDE: frozenset[TitleStatus] = frozenset({"former", "acting", "deputy"})
"""Statuses of somebody who does not hold the office itself at that time."""

_HELD: frozenset[TitleStatus] = frozenset({"current", "acting", "deputy", "outgoing"})
"""Statuses of somebody who holds a post at the time of the story, stands in for its holder, or next to him or her."""

_PUBLIC = frozenset({"politics", "law", "police"})
"""Fields in which a title that the table doesn't list is an office too, where other words narrow it."""

_KEPT = frozenset({"politics", "law", "military", "church", "academic", "royalty"})
"""Fields whose former holders are still addressed by the bare title."""

Given = tuple[Claim, Title]


@dataclass(frozen=True)
class _Reading:
    """A title of the person, and the claims that give it, in a fixed order."""

    given: tuple[Given, ...]

    @cached_property
    def title(self) -> str:
        """The commonest wording."""
        counts = Counter(title.text for _, title in self.given)
        return min(counts, key=lambda text: (-counts[text], fold(text), text))

    @cached_property
    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({claim.article_id for claim, _ in self.given}))

    def within(self, articles: Iterable[str]) -> _Reading:
        """What of it these articles give."""
        chosen = frozenset(articles)
        return _Reading(tuple(g for g in self.given if g[0].article_id in chosen))

    def joined(self, other: _Reading) -> _Reading:
        """This reading with the claims of another one, under the title of this one."""
        return _Reading((*self.given, *(g for g in other.given if g not in self.given)))


def compare_titles(
    group: Group, context: Context, settings: Settings | None = None, table: OfficeTable | None = None
) -> Comparison:
    """Conflicts and agreements between the titles that articles give one person.

    There is one conflict for all posts that exclude each other in one part, one for each other pair of readings, never
    one for each pair of claims, and one agreement a person. Two functions that some hold together are only possible.

    Args:
        group: The claims of one person; a group of another topic gives nothing.
        context: Claims, articles and stories of the run.
        settings: The thresholds of confidence.
        table: The table of offices; the built-in one where none is given.
    """
    if group.topic != "person":
        return NOTHING
    comparison = _TitleComparison(group, context, table or office_table())
    found = by_certainty(tuple(comparison.conflicts()), settings or Settings())
    agreements = tuple(comparison.agreements())
    return Comparison(conflicts=found.conflicts, possible=found.possible, agreements=agreements)


class _TitleComparison:
    """The titles of one person."""

    def __init__(self, group: Group, context: Context, table: OfficeTable) -> None:
        self.group, self.context, self.table = group, context, table
        claims = [context.claims[c] for c in group.claims]
        uses = ((p.name, c.article_id) for c in claims if (p := c.subject if c.form == "narration" else c.speaker))
        self.subject = commonest_name(uses)
        self.titles: defaultdict[str, list[Title]] = defaultdict(list)
        for claim in claims:
            if claim.title is not None:
                self.titles[claim.article_id].append(claim.title)
        self.readings = self._read()

    def _read(self) -> list[_Reading]:
        """The distinct titles, in a fixed order; "Defense Secretary" and "Secretary of Defense" are one."""
        worded: defaultdict[tuple[str, str], list[Given]] = defaultdict(list)
        for claim in sorted((self.context.claims[c] for c in self.group.claims), key=lambda c: c.id):
            if claim.title is not None and claim.title.asserted:
                worded[fold(claim.title.text), claim.title.status].append((claim, claim.title))
        found: list[list[Given]] = []
        for key in sorted(worded):
            title = worded[key][0][1]
            home = next((given for given in found if self._are_same(given[0][1], title)), None)
            if home is None:
                found.append(home := [])
            home += worded[key]
        return [_Reading(tuple(given)) for given in found]

    def _are_same(self, a: Title, b: Title) -> bool:
        relation = relate(a.text, b.text, table=self.table)
        return relation.kind == "same" and not relation.described and a.status == b.status

    def conflicts(self) -> Iterator[Conflict]:
        """One conflict for each pair of readings that can't stand beside each other."""
        posts: dict[tuple[Part, bool], list[_Reading]] = {}
        for a, b in combinations(self.readings, 2):
            if {self._root(x) for x in a.articles} & {self._root(x) for x in b.articles}:
                continue  # An article that gives both shows that they can.
            relation = relate(a.title, b.title, table=self.table)
            if relation.kind == "renamed" and not relation.described:
                yield from self._renamed(a, b, relation)
            elif relation.kind == "status":
                yield from self._of_two_statuses(a, b, relation)
            elif relation.kind in ("different", "underspecified"):
                part = clash(a.title, b.title, self.table)
                less_sure = "" if part else may_clash(a.title, b.title, self.table)
                apart = self._posts(a, b, part or less_sure)
                if apart:
                    self._add(posts.setdefault((part or less_sure, bool(part)), []), apart)
        for (part, sure), sides in posts.items():
            values = [side.title for side in sides]
            if sure:
                yield self._conflict(sides, "different", values, ("high", _WHY[part], _CONFIDENCE["different"]))
            else:
                yield self._conflict(sides, "different", values, ("medium", _MAY, _LESS_SURE))

    def _add(self, sides: list[_Reading], readings: Iterable[_Reading]) -> None:
        """Add readings to those that a part tells apart; one that says more or less of one of them, to this one."""
        for reading in readings:
            home = next((k for k, side in enumerate(sides) if self._may_be_one(reading, side)), None)
            if home is None:
                sides.append(reading)
            else:
                sides[home] = sides[home].joined(reading)

    def _may_be_one(self, a: _Reading, b: _Reading) -> bool:
        if a.title == b.title:
            return True
        less = relate(a.title, b.title, table=self.table).kind in ("same", "underspecified")
        return less and not any(apart(a.title, b.title, self.table) for apart in (clash, may_clash))

    def _of_two_statuses(self, a: _Reading, b: _Reading, relation: Relation) -> Iterator[Conflict]:
        """The conflict of somebody in an office, for one side, and before, beside or after it, for the other.

        One title must be plain: one may be former president and president-elect. A nominee for an elected office may
        hold it already.
        """
        one = self.table.read(a.title)
        statuses = {a.given[0][1].status, b.given[0][1].status}
        appointed = relation.office is not None and relation.office.leads
        told = statuses & ({*_BESIDE, "elect", "nominee"} if appointed else _BESIDE)
        narrowed = one.modifiers or one.organization or told != {"former"}
        post = narrowed and (groups_of(one.head) & _PUBLIC or is_post(one.head))
        if "current" not in statuses or not told or not (relation.office is not None or post):
            return
        plain = a if a.given[0][1].status == "current" else b
        if "former" in told and self._is_address(plain):
            return
        known = self.table.find(a.title) is not None
        sides = self._of_one_time(a, b) if known else self._of_one_story(a, b)
        severity, why = _SEVERITY["status"], _OF_ONE_OFFICE
        if all(self._is_usage(side) for side in sides):
            severity, why = "low", f"{why} Several sources write each: it is likely a matter of usage."
        if sides[0].given and sides[1].given:
            yield self._conflict(sides, "status", (a.title, b.title), (severity, why, _CONFIDENCE["status"]))

    def _is_address(self, reading: _Reading) -> bool:
        """Whether a title only stands before the name, by itself, as former holders are addressed too: "President"."""
        read = self.table.read(reading.title)
        if read.modifiers or read.organization or read.jurisdiction or not groups_of(read.head) & _KEPT:
            return False
        return all(
            (p := c.subject or c.speaker) is None or t.span.start < p.mention.span.start for c, t in reading.given
        )

    def _posts(self, a: _Reading, b: _Reading, part: Part) -> tuple[_Reading, ...]:
        """Two posts that a part tells apart, as far as each is given as of the story; nothing where one isn't."""
        if not part or not (self._are_held(a, b) or (part == "rank" and self._is_demotion(a, b))):
            return ()
        seats = part == "place" and self.table.find(a.title) and self.table.find(b.title)
        sides = self._of_one_time(a, b) if seats or self._share_place(a, b) else self._of_one_story(a, b)
        one, other = self._without_knowing(sides[0], b), self._without_knowing(sides[1], a)
        return (one, other) if one.given and other.given else ()

    def _without_knowing(self, side: _Reading, other: _Reading) -> _Reading:
        """What articles of one side give that don't give the person the other title, or a like one, for any time."""
        return side.within(x for x in side.articles if not any(self._is_like(t, other) for t in self.titles[x]))

    def _is_like(self, title: Title, reading: _Reading) -> bool:
        return relate(title.text, reading.title, table=self.table).kind in ("same", "renamed", "status")

    def _are_held(self, a: _Reading, b: _Reading) -> bool:
        return {a.given[0][1].status, b.given[0][1].status} <= _HELD

    def _is_demotion(self, a: _Reading, b: _Reading) -> bool:
        """Whether one title was held before, and is a higher rung than the one that the other side says is held."""
        former = [r for r in (a, b) if r.given[0][1].status == "former"]
        held = [r for r in (a, b) if r.given[0][1].status in _HELD]
        return bool(former and held) and is_demotion(former[0].title, held[0].title, self.table)

    def _share_place(self, a: _Reading, b: _Reading) -> bool:
        """Whether two titles name one place, which makes namesakes unlikely: "Elm County Sheriff" and "Judge"."""
        one, other = self.table.read(a.title), self.table.read(b.title)
        return bool((one.modifiers & other.modifiers) - {"police", "county", "city", "state"})

    def _renamed(self, a: _Reading, b: _Reading, relation: Relation) -> Iterator[Conflict]:
        """The conflict between two names of one office.

        The earlier name before the day of renaming is explained by it. Behind it, articles of one time show the
        conflict plainly. Where there are none, it is worth a word, severity low, between articles that time doesn't
        explain, such as undated ones; and an early use of the later name is worth the most.
        """
        earlier, later = (a, b) if self._name(b) == relation.renamed else (b, a)
        early = later.within(x for x in later.articles if self._is_before(x, relation))
        unexplained = earlier.within(x for x in earlier.articles if not self._is_before(x, relation))
        severity: Severity = "high"
        if early.given:
            sides = earlier, early
        else:
            sides, severity = self._of_one_time(unexplained, later), "medium"
        if not sides[0].given or not sides[1].given:
            sides, severity = (unexplained, later), "low"
        roots = [{self._root(x) for x in side.articles} for side in sides]
        if sides[0].given and len(roots[0] | roots[1]) > 1:
            values = self._official(sides[0]), self._official(sides[1])
            told = severity, _renaming(relation, severity), _CONFIDENCE["renamed"]
            yield self._conflict(sides, "renamed", values, told)

    def _official(self, reading: _Reading) -> str:
        """The official name of its office that a title uses, or the title where only its organization has one."""
        match = self.table.find(reading.title)
        return match.office.names[match.name].name if match is not None else reading.title

    def _name(self, reading: _Reading) -> object:
        return official_name(reading.title, self.table)

    def _is_before(self, article: str, relation: Relation) -> bool:
        """Whether an article was published before the later name of an office came into being."""
        day, since = self.context.time_of(article), relation.renamed and relation.renamed.since
        return bool(day and since and day.end < since)

    def _is_usage(self, side: _Reading) -> bool:
        """Whether several sources give a title: no slip, then, but such as the address that a former holder keeps."""
        return len({self.context.articles[x].source for x in side.articles}) > 1

    def _root(self, article: str) -> str:
        """The article that another one repeats, or itself: copies are no witnesses against each other."""
        return self.context.articles[article].copy_of or article

    def _of_one_time(self, a: _Reading, b: _Reading) -> tuple[_Reading, _Reading]:
        """What articles give that speak of the same time as one of the other side."""
        return a.within(self._meeting(a, b)), b.within(self._meeting(b, a))

    def _meeting(self, a: _Reading, b: _Reading) -> Iterator[str]:
        """The articles of ``a`` that speak of the same time as one of ``b``, copies of one text left aside."""
        others = frozenset(b.articles)
        timed = sorted((d.start.toordinal(), d.end.toordinal(), y) for y in others if (d := self.context.time_of(y)))
        starts = [start for start, _, _ in timed]
        longest = max((end - start for start, end, _ in timed), default=0)
        for x in a.articles:
            near: Iterable[str] = self.context.stories.get(x, frozenset()) & others
            if (day := self.context.time_of(x)) is not None:
                first, last = day.start.toordinal() - _SAME_TIME.days, day.end.toordinal() + _SAME_TIME.days
                within = islice(timed, bisect_left(starts, first - longest), bisect_right(starts, last))
                near = chain(near, (y for _, end, y in within if end >= first))
            if any(self._root(x) != self._root(y) for y in near):
                yield x

    def _of_one_story(self, a: _Reading, b: _Reading) -> tuple[_Reading, _Reading]:
        """What articles give that tell one story with one of the other side."""
        return a.within(self._beside(a, b)), b.within(self._beside(b, a))

    def _beside(self, a: _Reading, b: _Reading) -> Iterator[str]:
        """The articles of ``a`` that tell one story with one of ``b``."""
        others = frozenset(b.articles)
        return (x for x in a.articles if not self.context.stories.get(x, frozenset()).isdisjoint(others))

    def _conflict(
        self,
        sides: Sequence[_Reading],
        nature: Kind,
        values: Sequence[str],
        judgement: tuple[Severity, str, float],
    ) -> Conflict:
        """The conflict of these sides, with its severity and explanation, and how sure it is."""
        ordered = sorted(zip(values, sides, strict=True), key=lambda side: side[0])
        *listed, last = (value for value, _ in ordered)
        number = {2: "two", 3: "three", 4: "four"}.get(len(ordered), len(ordered))
        return Conflict(
            id=Conflict.fingerprint("title", self.subject, tuple(values)),
            kind="title",
            nature=nature,
            severity=judgement[0],
            confidence=judgement[2],
            subject=self.subject,
            summary=closed(f"{self.subject} is given {number} titles: {', '.join(listed)} and {last}"),
            explanation=judgement[1],
            sides=tuple(self._side(value, side) for value, side in ordered),
            group_id=self.group.id,
        )

    def _side(self, value: str, reading: _Reading) -> Side:
        """A side with one passage for each wording in each article."""
        evidence: dict[tuple[str, str], Evidence] = {}
        for claim, title in sorted(reading.given, key=lambda g: (g[0].article_id, g[1].span.start, g[0].id)):
            if (claim.article_id, fold(title.text)) not in evidence:
                evidence[claim.article_id, fold(title.text)] = Evidence(
                    article_id=claim.article_id,
                    claim_id=claim.id,
                    span=sentence_around(self.context.articles[claim.article_id].prose, title.span),
                    differing=(title.span,),
                )
        return self.context.side(value, evidence.values())

    def agreements(self) -> Iterator[Agreement]:
        """The fullest title that most independent articles give, where two or more do."""
        shared = [(r, side) for r in self._specific() if (side := self._side(r.title, r)).witnesses > 1]
        if shared:
            reading, side = min(shared, key=lambda found: (-found[1].witnesses, fold(found[1].value), found[1].value))
            wordings = {fold(title.text) for _, title in reading.given}
            yield Agreement(
                id=Conflict.fingerprint("title", self.subject, (side.value,)),
                kind="title",
                nature="identical" if len(wordings) == 1 else "same office",
                subject=self.subject,
                summary=closed(f"{side.witnesses} sources give {self.subject} the title {side.value}"),
                side=side,
                group_id=self.group.id,
            )

    def _specific(self) -> Sequence[_Reading]:
        """The readings that name an office of the table, or all where none does."""
        return [r for r in self.readings if self.table.find(r.title) is not None] or self.readings


_OF_ONE_OFFICE = "Both titles mean one office at the same time, but not one standing in it, such as former and current."

_MAY = "The articles tell one story, and each gives the person one of two functions, which few people hold together."

_WHY: dict[Part, str] = {
    "role": "The articles tell one story, and one person doesn't hold these two posts at the same time.",
    "rank": "The articles tell one story, and one person doesn't have these two ranks at the same time.",
    "domain": "The articles tell one story, and the titles give one post two domains.",
    "organization": "The articles tell one story, and the titles give one post two institutions.",
    "place": "The titles belong to offices of one kind in two places, which one person doesn't hold at the same time.",
}
"""Why two titles exclude each other, by the part that does."""


def _renaming(relation: Relation, severity: Severity) -> str:
    """Why two names of one office are a difference, and what is known about the later one."""
    later = relation.renamed
    if later is None:
        return ""
    day = f" since {later.since.day} {later.since:%B %Y}" if later.since else ""
    kind = "a secondary name" if later.status == "secondary" else "its name"
    text = f"Both are names of one office: “{later.name}” is {kind}{day}{f' ({later.basis})' if later.basis else ''}."
    if severity == "high":
        return f"{text} An article from before that day uses it."
    return text if severity == "medium" else f"{text} The articles aren't known to speak of the same time."
