"""The slots of an article with their context: what is counted, measured or dated, what governs it, what is around."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from operator import itemgetter

from ..entities.roots import concept
from ..entities.scores import VOTES
from ..entities.times import grain, has_day, hour
from ..entities.units import dimension_of
from ..entities.values import CASUALTIES, Value, address_of, tells, values_of
from ..knowledge import words as listed
from ..models import Article, Claim, Passage, Quantity, Span, When
from ..text import fold, folded_words
from .clauses import Clauses
from .governors import clause_of, context_of, dates_saying, head_of, is_partitive, noun_before, numbered_names, verb_of

CROWD = 12
"""Slots of a sentence on either side of one that stand beside it."""

BLOCK = 32
"""Slots of a sentence that are looked at together."""

NEXT = 4
"""Words on either side of a slot that are compared as they stand."""

BEFORE = 12
"""Statements that begin before a place, the last ones, among which its own is looked for."""

ADDRESS = "place address"
"""The kind of a place by its street."""

LEAD = 3
"""Sentences at the head of an article that tell what it is on, the headline among them."""

BESIDE = 0.25
"""Least nearness to an hour of a verb that governs it, where no verb of its clause is found."""

VOTE = "vote"
"""The kind of a score that is of a vote: a story has one, where games have many."""

NEIGHBOURS = 30
"""Articles, next in time, with which an article of a story is compared. It keeps the work in step with the corpus."""


@dataclass(slots=True, eq=False)
class Slot:
    """One value that an article states, and the context that tells what it is of."""

    claim: Claim
    value: Value
    kind: str
    """What sort of value it is. Only slots of one kind can fill one fact."""
    sort: str
    """The kind in one word; of a date, how fine it is: a year, a month, a day, or a time of the clock alone."""
    span: Span
    """Where the value stands."""
    name: str
    """What tells it from all others: its claim and where its value stands."""
    sentence: int
    near: dict[str, float]
    """The telling roots of the sentence, by how near they are: 1 beside the slot, less further off and past a bound."""
    roots: frozenset[str]
    """The same roots, as a set."""
    head: str
    """The root of what is counted or measured; nothing where that isn't told."""
    verb: str
    """The root of the verb that governs it; nothing where none is found."""
    noun: str
    """The root of the nearest telling word before it in its clause."""
    names: frozenset[str]
    """Roots of names in the sentence."""
    own_names: frozenset[str]
    """Of them those of its clause or the next."""
    before: frozenset[str]
    behind: frozenset[str]
    """The words next to it, folded."""
    word_before: str | None
    word_behind: str | None
    """The nearest of them; None where there is none."""
    changes: bool
    """Whether its clause has a word of change, as a number that is risen or cut."""
    of_part: bool
    """Whether its clause has a word that tells a part."""
    around: frozenset[str]
    """The telling roots of the two sentences beside its own."""
    place: float
    """How far down in its article its sentence stands, from 0 to 1."""
    quoted: bool
    """Whether it stands inside quotation marks."""
    of_saying: bool
    """Whether it is when something was said, not when it was."""
    numbered: frozenset[tuple[str, str]] = frozenset()
    """What its sentence tells apart by a number behind a name, such as roads and flights, with the number."""
    beside: tuple[Slot, ...] = ()
    """The other slots of its sentence; of a list, the nearest."""
    row: Sequence[Slot] = ()
    """All slots of its sentence."""
    window: int = 0
    """A bit for each of them that is beside it, by its place."""
    blocks: range = range(0)
    """The blocks of them in which those are."""
    days: tuple[Slot, ...] = ()
    """The days among them."""
    latest: date | None = None
    """The latest day on the calendar that begins one of these days, or it, where it is a day."""
    values: int = 1
    """How many different values of this kind the article gives."""
    alike: int = 1
    """How many of them count the same thing."""
    foremost: bool = False
    """Whether at the head of the article no other value counts the same thing."""
    hours: int = 0
    """Of an hour at which something happens, how many such hours the article gives; 0 for anything else."""
    happens: bool = False
    """Whether a verb such as "happened" leads to it: the hour of what the article is on."""

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.claim.article_id

    def is_led_by(self, name: str) -> bool:
        """Whether the verb that governs it is of a list of ``clauses.toml``, or where none is found one beside it."""
        verbs = _verbs(name)
        return self.verb in verbs if self.verb else any(self.near.get(verb, 0.0) >= BESIDE for verb in verbs)


class Page:
    """An article's clauses and its slots."""

    def __init__(self, article: Article, claims: Iterable[Claim]) -> None:
        self.article = article
        self.clauses = Clauses(article.running)
        self.claims = sorted(claims, key=lambda c: (c.content.span.start, c.content.span.end, c.id))
        self.slots = _slots(self.clauses, self.claims)
        told = [(c.content.span, c) for c in self.claims if c.form in ("narration", "indirect")]
        self._starts = [span.start for span, _ in told]
        self._told = [(span.end, span.end - span.start, claim.id, claim) for span, claim in told]
        self.by_kind: defaultdict[str, list[Slot]] = defaultdict(list)
        for slot in self.slots:
            self.by_kind[slot.kind].append(slot)
        for same in self.by_kind.values():
            _number(same)

    def statement(self, position: int) -> Claim | None:
        """The shortest narrated or indirect statement in which a position lies; None where it lies in a quotation."""
        behind = bisect_right(self._starts, position)
        near = self._told[max(0, behind - BEFORE) : behind]
        around = [(length, name, claim) for end, length, name, claim in near if position < end]
        return min(around, key=itemgetter(0, 1))[2] if around else None

    def attribution(self, position: int) -> Claim | None:
        """The indirect statement that a verb reports which stands at a position: an act of whoever speaks."""
        return self._reported.get(position)

    @cached_property
    def _reported(self) -> dict[int, Claim]:
        """The indirect statements by where the last word of their cue begins."""
        cued = ((claim, claim.cue) for *_, claim in self._told if claim.form == "indirect" and claim.cue)
        return {cue.span.end - len(cue.text.split()[-1]): claim for claim, cue in cued if cue.text}

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the article, folded, without the ending of a possessive."""
        return frozenset(word.removesuffix("'s") for word in folded_words(self.clauses.text))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All numbers in the article's digits, as they stand."""
        return frozenset(word for sentence in self.clauses.sentences for word in sentence.words if word[0].isdecimal())


def article_pairs(pages: Sequence[Page]) -> list[tuple[Page, Page]]:
    """The articles of a story that are compared: each with each, or in a large story with those next to it in time."""
    out = [page.article.published for page in pages]
    order = sorted(range(len(pages)), key=lambda at: (day.start.toordinal() if (day := out[at]) else 0, at))
    near = ((one, other) for at, one in enumerate(order) for other in order[at + 1 : at + 1 + NEIGHBOURS])
    return [(pages[a], pages[b]) for a, b in sorted((min(pair), max(pair)) for pair in near)]


def kind_of(value: Value) -> str:
    """The sort of a value: a number with its unit, a date, a place, or an address."""
    if isinstance(value, Passage) and not isinstance(value, Quantity):
        return ADDRESS if address_of(value) else "place"
    if isinstance(value, When):
        return "date"
    if value.kind in ("money", "measure"):
        return f"{value.kind} {dimension_of(value.unit)}"
    if value.kind == "score" and value.counted == VOTES:
        return VOTE
    return f"toll {value.counted}" if value.counted in CASUALTIES else value.kind


def _sort(value: Value, kind: str) -> str:
    if isinstance(value, When):
        return grain(value) if has_day(value) else "clock"
    return kind.partition(" ")[0]


def _slots(clauses: Clauses, claims: Iterable[Claim]) -> list[Slot]:
    stated = [
        (value, claim) for claim in claims for value in values_of(claim) if value.span is not None and tells(value)
    ]
    found: list[Slot] = []
    seen: set[int] = set()
    by_sentence: defaultdict[int, list[Slot]] = defaultdict(list)
    for value, claim in sorted(stated, key=lambda item: (_at(item[0]), item[1].form != "narration", item[1].id)):
        if _at(value) in seen:  # A number of a transcript is told, and quoted.
            continue
        seen.add(_at(value))
        slot = _slot(clauses, claim, value)
        found.append(slot)
        by_sentence[slot.sentence].append(slot)
    for number, together in by_sentence.items():
        numbered = numbered_names(clauses.sentences[number])
        for at, slot in enumerate(together):
            slot.numbered = numbered
            low, high = max(0, at - CROWD), min(len(together), at + 1 + CROWD)
            slot.beside = (*together[low:at], *together[at + 1 : high])
            slot.row, slot.window = together, (1 << high) - (1 << low) - (1 << at)
            slot.blocks = range(low // BLOCK, (high - 1) // BLOCK + 1)
            slot.days = tuple(other for other in slot.beside if other.sort == "day")
            slot.latest = max(filter(None, map(_begins, (slot, *slot.days))), default=None)
    return found


def _begins(slot: Slot) -> date | None:
    """When a day begins that is placed on the calendar."""
    return slot.value.start if slot.sort == "day" and isinstance(slot.value, When) else None


def _at(value: Value) -> int:
    return value.span.start if value.span else 0


def _slot(clauses: Clauses, claim: Claim, value: Value) -> Slot:
    span = value.span or claim.content.span
    number = clauses.index(span.start)
    sentence = clauses.sentences[number]
    first, last = sentence.at((span.start, span.end))
    near, names, own_names = context_of(sentence, first, last)
    clause = clause_of(sentence, first, last)
    kind = kind_of(value)
    before, behind = sentence.lows[max(0, first - NEXT) : first], sentence.lows[last : last + NEXT]
    return Slot(
        claim=claim,
        value=value,
        kind=kind,
        sort=_sort(value, kind),
        span=span,
        name=f"{claim.id}@{span.start}-{span.end}",
        sentence=number,
        near=near,
        roots=frozenset(near),
        head=head_of(sentence, first, last, value) if isinstance(value, Quantity) else "",
        verb=verb_of(sentence, first, last),
        noun=noun_before(sentence, first),
        names=names,
        own_names=own_names,
        before=frozenset(before),
        behind=frozenset(behind),
        word_before=before[-1] if before else None,
        word_behind=behind[0] if behind else None,
        changes=not clause.isdisjoint(listed("clauses", "changes")),
        of_part=not clause.isdisjoint(listed("clauses", "parts")) or is_partitive(sentence, first, last),
        around=clauses.around(number),
        place=number / len(clauses.sentences),
        quoted=claim.form != "narration",
        of_saying=isinstance(value, When) and dates_saying(sentence, first),
    )


def _number(same: Sequence[Slot]) -> None:
    """Tells each of the slots of one kind how many values there are, and how many of the same thing."""
    texts = [_plain(slot.value) for slot in same]
    values = len(set(texts))
    heads: defaultdict[str, set[str]] = defaultdict(set)
    leading: defaultdict[str, set[str]] = defaultdict(set)
    for slot, text in zip(same, texts, strict=True):
        if slot.kind == "age" and _is_decade(slot.value):
            continue  # Whoever is in his 20s may be the man of 24.
        heads[slot.head].add(text)
        if slot.sentence < LEAD:
            leading[slot.head].add(text)
    hours = [_happening_at(slot) for slot in same]
    several = len({hour for hour in hours if hour is not None})
    for slot, told in zip(same, hours, strict=True):
        slot.values, slot.alike = values, max(1, len(heads[slot.head]))
        slot.foremost = slot.sentence < LEAD and len(leading[slot.head]) == 1
        slot.hours = 0 if told is None else several
        slot.happens = bool(slot.hours) and slot.is_led_by("happening")


def _happening_at(slot: Slot) -> float | None:
    """The hour of a slot that tells when something happens; None for any other."""
    if not isinstance(slot.value, When) or (found := hour(slot.value)) is None:
        return None
    return found if any(map(slot.is_led_by, ("happening", "incidents"))) else None


@cache
def _verbs(name: str) -> frozenset[str]:
    return frozenset(map(concept, listed("clauses", name)))


def _is_decade(value: Value) -> bool:
    return isinstance(value, Quantity) and value.value is None


def _plain(value: Value) -> str:
    """What tells a value from others of its kind."""
    if isinstance(value, Quantity):
        return f"{value.value if value.value is not None else (value.low, value.high)} {value.unit or ''}"
    if isinstance(value, When):
        return str(value.start) if value.start else fold(value.text or "")
    return fold(value.text)
