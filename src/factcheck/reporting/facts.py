"""The fact sheet of a story: each fact, quotation and title that sources share, and what each of them alone tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from ..models import SEVERITIES, Agreement, Claim, Conflict, Evidence, Group, Span, When
from ..record import Record
from ..text import fold
from .index import Index, letter, outlet, sides
from .naming import named
from .stories import Chapter

Block = Literal["said", "people", "facts"]
State = Literal["disagree", "possible", "agree", "shared", "alone"]

BLOCKS: tuple[Block, ...] = ("said", "people", "facts")
"""The parts of a sheet: who said what, what people are called, and what is told."""

STATES: tuple[State, ...] = ("disagree", "possible", "agree", "shared", "alone")
"""How sources stand to each other in a fact, the weightiest first. What is ``shared`` several tell, and whether they
agree was not judged; ``alone`` one source has it."""

TELLING = 3
"""Least words of what one source alone tells: a lone number of a list tells nothing."""

Key = tuple[str, int]
"""A claim, and where its value stands; -1 where the whole claim is meant."""
Found = Conflict | Agreement


class Given(Record):
    """What one article gives of a fact."""

    source: str = Field(description="Outlet.")
    article_id: str = Field(description="Id of the article.")
    claim_id: str = Field(description="Id of the claim.")
    text: str = Field(description="The value, or the words, as they stand.")
    value: str | None = Field(
        default=None, description="The value in plain words, as a conflict or an agreement has it."
    )
    span: Span = Field(description="Where they stand.")
    differing: tuple[Span, ...] = Field(default=(), description="The words in them that sources differ in.")
    reading: str | None = Field(default=None, description="Letter of the reading, where readings differ.")


class Fact(Record):
    """A row of the sheet."""

    id: str = Field(description="Id of what was found, of the group, or of the claim.")
    story: str = Field(description="Id of the story.")
    block: Block = Field(description="said, people or facts.")
    kind: str = Field(description="The kind of conflict or agreement; quotation for what is said.")
    what: str = Field(description="What it is of: the speaker, the person, or the words around the value.")
    state: State = Field(description="disagree, possible, agree, shared or alone.")
    severity: str | None = Field(default=None, description="high, medium or low, where sources disagree.")
    title: str | None = Field(default=None, description="Title of the speaker.")
    said: When | None = Field(default=None, description="When it was said, where an article tells.")
    venue: str | None = Field(default=None, description="Where or in what medium it was said.")
    witnesses: int = Field(description="Independent sources that give it.")
    given: tuple[Given, ...] = Field(description="What each article gives, in the order of the report.")
    found: tuple[str, ...] = Field(default=(), description="Ids of the conflicts and agreements it is made of.")


def facts_of(index: Index, chapter: Chapter) -> list[Fact]:
    """The facts of a story that several sources give, the weightiest of each block first, then what one alone has."""
    rows = rows_of(index, chapter)
    return [*(fact_of(index, chapter, row) for row in rows), *alone(index, chapter, rows)]


class Row:
    """What belongs to one fact: what was found of it, and where it stands."""

    def __init__(self, block: Block, group: Group | None = None) -> None:
        self.block: Block = block
        self.group = group
        self.found: list[tuple[State, Found]] = []
        self.given: dict[Key, Evidence] = {}
        self.values: dict[Key, str] = {}
        """The reading, in plain words, of each value."""

    @property
    def id(self) -> str:
        """The id of what was found, or of the group."""
        return self.found[0][1].id if self.found else self.group.id if self.group else ""

    def add(self, state: State, found: Found) -> None:
        """Takes in a conflict or an agreement of this fact."""
        self.found.append((state, found))
        for value, evidence in ((side.value, e) for side in sides(found) for e in side.evidence):
            key = _key(self.block, evidence)
            self.values.setdefault(key, value)
            if key not in self.given or len(self.given[key].differing) < len(evidence.differing):
                self.given[key] = evidence

    def join(self, other: Row) -> None:
        """Takes in another row."""
        self.found += other.found
        self.given |= other.given
        self.values |= other.values


def _key(block: Block, evidence: Evidence) -> Key:
    """Of a told fact the value tells; a quotation or a title is one of its claim."""
    at = evidence.differing[0].start if block == "facts" and evidence.differing else -1
    return evidence.claim_id, at


def rows_of(index: Index, chapter: Chapter) -> list[Row]:
    """What belongs to each fact that several sources give, the weightiest of each block first."""
    listed: list[tuple[State, Found]] = [("disagree", c) for c in chapter.conflicts]
    listed += [("possible", c) for c in chapter.possible]
    listed += [("agree", a) for a in chapter.agreements]
    rank = {found.id: place for place, (_, found) in enumerate(listed)}
    rows = _rows(index, chapter, listed)
    for row in rows:
        row.found.sort(key=lambda item: (STATES.index(item[0]), _weight(item[1]), item[1].id))
        for claim in _said(index, row):
            whole = Evidence(article_id=claim.article_id, claim_id=claim.id, span=claim.content.span)
            row.given.setdefault((claim.id, -1), whole)
    return sorted(rows, key=lambda row: (BLOCKS.index(row.block), rank[row.id] if row.found else len(rank), row.id))


def _said(index: Index, row: Row) -> list[Claim]:
    """The claims of the utterance that a row is of."""
    return [index.claims[claim] for claim in row.group.claims] if row.group and row.block == "said" else []


def _rows(index: Index, chapter: Chapter, listed: Iterable[tuple[State, Found]]) -> list[Row]:
    grouped: dict[tuple[str, str], Row] = {}
    told: dict[Key, Row] = {}
    for state, found in listed:
        group = index.group(found.group_id)
        if group is not None and group.topic != "event":
            block: Block = "said" if group.topic == "utterance" else "people"
            kind = "" if block == "said" else found.kind
            grouped.setdefault((group.id, kind), Row(block, group)).add(state, found)
        else:
            _join(told, state, found)
    shared: Counter[str] = Counter()
    for article in chapter.articles:
        for group in index.utterances_of.get(article.id, ()):
            shared[group.id] += 1
            if shared[group.id] == 2 and (group.id, "") not in grouped:
                grouped[group.id, ""] = Row("said", group)
    return [*grouped.values(), *{id(row): row for row in told.values()}.values()]


def _join(told: dict[Key, Row], state: State, found: Found) -> None:
    """Puts a fact into the row that has one of its values, and rows together that it joins."""
    row = Row("facts")
    row.add(state, found)
    for known in {id(told[key]): told[key] for key in row.given if key in told}.values():
        known.join(row)
        row = known
    told |= dict.fromkeys(row.given, row)


def fact_of(index: Index, chapter: Chapter, row: Row) -> Fact:
    """The fact that a row is."""
    claims = _said(index, row)
    state: State = row.found[0][0] if row.found else "shared"
    first = row.found[0][1] if row.found else None
    letters = _readings(row) if state in ("disagree", "possible") else {}
    given = [_given(index, row, key, letters.get(key)) for key in row.given]
    return Fact(
        id=row.id,
        story=chapter.id,
        block=row.block,
        kind=first.kind if first and row.block != "said" else "quotation",
        what=named(index, first) if first and row.block != "said" else _speaker(claims),
        state=state,
        severity=first.severity if isinstance(first, Conflict) and state == "disagree" else None,
        title=_all(claim.title.text for claim in claims if claim.title),
        said=next((c.said for c in claims if c.said and c.said.start and c.said.basis in ("stated", "relative")), None),
        venue=_all(claim.venue.text for claim in claims if claim.venue),
        witnesses=index.independent(each.article_id for each in given),
        given=tuple(sorted(given, key=lambda g: (index.places[g.article_id], g.span.start))),
        found=tuple(found.id for _, found in row.found),
    )


def _readings(row: Row) -> dict[Key, str]:
    """The letter of each value's reading: those of the gravest conflict first, and new ones for what others add."""
    letters: dict[Key, str] = {}
    used = 0
    for state, found in row.found:
        # Of a quotation an agreement may be of another part.
        if state == "agree" and row.block == "said":
            continue
        for side in sides(found):
            keys = [_key(row.block, evidence) for evidence in side.evidence]
            known = next((letters[key] for key in keys if key in letters), None)
            if known is None and state != "agree":
                known, used = letter(used), used + 1
            if known is not None:
                letters |= {key: known for key in keys if key not in letters}
    return letters


def _given(index: Index, row: Row, key: Key, reading: str | None) -> Given:
    """What a claim gives: of a told fact or a title the value, of a quotation its words."""
    evidence = row.given[key]
    article = index.articles[evidence.article_id]
    differing, span = evidence.differing, evidence.span
    if row.block == "said":
        span = index.claims[evidence.claim_id].content.span
        differing = tuple(d for d in differing if span.start <= d.start and d.end <= span.end)
    elif differing and differing[0].end > differing[0].start:
        span, differing = Span(start=differing[0].start, end=differing[-1].end), ()
    return Given(
        source=outlet(article),
        article_id=article.id,
        claim_id=evidence.claim_id,
        text=" ".join(article.text[span.start : span.end].split()),
        value=None if row.block == "said" else row.values[key],
        span=span,
        differing=differing,
        reading=reading,
    )


def _speaker(claims: Iterable[Claim]) -> str:
    names = {
        (c.speaker.resolved_by == "description", -len(c.speaker.name), c.speaker.name) for c in claims if c.speaker
    }
    return min(names)[-1] if names else "an unnamed speaker"


def _all(texts: Iterable[str]) -> str | None:
    """The different ones, side by side, so that no source's word stands for all."""
    listed = {fold(text): " ".join(text.split()) for text in texts}
    return " / ".join(listed.values()) or None


def alone(index: Index, chapter: Chapter, rows: Iterable[Row]) -> Iterator[Fact]:
    """What one source alone tells, in the order of its article: quotations, and sentences that give a value."""
    shown = {claim for row in rows for claim, _ in row.given}
    for article in chapter.articles:
        if article.copy_of is not None:
            continue
        told: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in index.claims_of.get(article.id, ()):
            told[claim.content.span.start, claim.content.span.end].append(claim)
        for claims in (told[place] for place in sorted(told)):
            values = tuple(value for claim in claims for value in _values(claim))
            said = claims[0].form != "narration"
            telling = len(claims[0].content.text.split()) >= TELLING
            if (
                telling
                and (said or values)
                and not any(claim.id in shown or claim.id in index.grouped for claim in claims)
            ):
                yield _only(index, chapter, claims[0], "said" if said else "facts", values)


def _only(index: Index, chapter: Chapter, claim: Claim, block: Block, values: tuple[Span, ...]) -> Fact:
    row, key = Row("said"), (claim.id, -1)
    row.given[key] = Evidence(article_id=claim.article_id, claim_id=claim.id, span=claim.content.span, differing=values)
    return Fact(
        id=claim.id,
        story=chapter.id,
        block=block,
        kind="quotation" if block == "said" else "statement",
        what=claim.speaker.name if claim.speaker else "",
        state="alone",
        title=claim.title.text if claim.title and block == "said" else None,
        said=claim.said if claim.said and claim.said.basis in ("stated", "relative") else None,
        venue=claim.venue.text if claim.venue and block == "said" else None,
        witnesses=1,
        given=(_given(index, row, key, None),),
    )


def _values(claim: Claim) -> list[Span]:
    """Where the numbers, days and places of a narration stand; none where the publication day alone dates it."""
    if claim.form != "narration":
        return []
    found = [quantity.span for quantity in claim.quantities] + [when.span for when in claim.dates if when.span]
    return found + ([claim.venue.span] if claim.venue else [])


def _weight(found: Found) -> tuple[int, float]:
    if isinstance(found, Agreement):
        return 0, -found.side.witnesses
    return SEVERITIES.index(found.severity), -found.confidence
