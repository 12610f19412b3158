"""Claims: the assembly of speech, titles, times, venues and quantities into one record a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from ..entities.name_parts import in_small_letters
from ..entities.offices import office_table
from ..models import Article, Claim, Passage, Quantity, Span, Speaker, When
from ..record import made
from ..settings import Settings
from ..text import Range
from .dates import find_dates
from .document import Document
from .narration import Slot, find_people, find_slots, find_statements
from .quantities import find_quantities
from .said import when_said
from .scene import Scene
from .speaker_titles import SpeakerTitles, surname_of
from .speech import Speech, find_speech
from .title_times import with_times
from .titles import Holding, find_titles
from .titles_of_pronouns import find_titles_of_pronouns
from .venue import find_venue

STATED_BY_OUTLET = 1.0
"""Confidence that a narration is about the person whose name stands in it."""

Placed = TypeVar("Placed", When, Quantity)


class _InOrder(Generic[Placed]):
    """Findings in the order of the text, ready to be asked for by range."""

    def __init__(self, found: Iterable[Placed]) -> None:
        placed = [(item, item.span) for item in found if item.span]
        self._found: list[tuple[Placed, int]] = [(item, span.end) for item, span in placed]
        self._starts: list[int] = [span.start for _, span in placed]

    def inside(self, limits: Range) -> tuple[Placed, ...]:
        """Those that lie wholly inside ``limits``."""
        start, end = limits
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(item for item, stop in self._found[low:high] if stop <= end)


class Findings(NamedTuple):
    """What the single extractors found in one article, each list in the order of the text."""

    article: Article
    prose: str
    dates: _InOrder[When]
    quantities: _InOrder[Quantity]
    titles: SpeakerTitles
    bound: When
    """The time of whatever the article does not date: by its publication."""


def extract(article: Article, settings: Settings | None = None) -> list[Claim]:
    """The claims of an article, in the order of its text.

    Args:
        article: The article; its boilerplate is passed over.
        settings: Of these the tables of offices beside the built-in one are used.

    Returns:
        Speech as ``direct``, ``mixed`` or ``indirect`` claims; as ``narration`` persons' titles, the values that the
        outlet states itself, its sentences without one, and the first full name of whoever is in none of these. Every
        position counts code points of ``article.text``.
    """
    offices = office_table((settings or Settings()).offices)
    prose = article.running
    document = Document(prose)
    dates = find_dates(prose, article.published)
    quantities = find_quantities(prose, dates)
    holdings = with_times(document, find_titles(document, offices), dates, article.published)
    bound = when_said(prose, None, (), article.published)
    titles = SpeakerTitles(prose, holdings)
    found = Findings(article, prose, _InOrder(dates), _InOrder(quantities), titles, bound)
    claims: dict[str, Claim] = {}
    scene = Scene(document)
    speeches = find_speech(scene)
    by_pronoun = list(find_titles_of_pronouns(scene, offices))
    timed = with_times(document, [holding for _, holding in by_pronoun], dates, article.published)
    ids = [Claim.key(article.id, s.form, s.content.span.start, s.content.span.end) for s in speeches]
    for speech, claim_id in zip(speeches, ids, strict=True):
        before = None if speech.continues is None else ids[speech.continues]
        claims.setdefault(claim_id, _spoken(speech, claim_id, before, found))
    people = find_people(document)
    full = _full_names(
        [
            *(p.text for p in (*people, *(h.person for h in holdings))),
            *(s.speaker.name for s in speeches if s.speaker),
        ]
    )
    titled = [_title_claim(found, h, _named(h.person, full)) for h in holdings]
    titled += [_title_claim(found, h, who) for (who, _), h in zip(by_pronoun, timed, strict=True)]
    valued = (_slot_claim(found, slot, full) for slot in find_slots(document, quantities, dates))
    for claim in (*titled, *valued):
        claims.setdefault(claim.id, claim)
    for claim in _of_the_rest(found, document, people, list(claims.values())):
        claims.setdefault(claim.id, claim)
    told = sorted(claims.values(), key=lambda claim: (claim.content.span.start, claim.content.span.end, claim.id))
    if prose == article.prose:
        return told
    return [Claim.model_validate(_as_written(claim.model_dump(), article.text)) for claim in told]


def _of_the_rest(
    found: Findings, document: Document, people: Iterable[Passage], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims of the people and the sentences that are in none of these."""
    told = (claim.speaker if claim.subject is None else _by_name(claim.subject) for claim in claims)
    known = {who.name for who in told if who is not None}
    yield from (_narration(found, name, subject=_named(name, {})) for name in people if name.text not in known)
    taken = [(c.content.span.start, c.content.span.end) for c in claims if c.subject is None or c.quantities]
    yield from (_narration(found, statement) for statement in find_statements(document, taken))


def _as_written(value: Any, text: str) -> Any:
    """The fields of a record with the words of all its passages as they stand in ``text``, line breaks included."""
    if isinstance(value, tuple):
        return tuple(_as_written(item, text) for item in value)
    if not isinstance(value, dict):
        return value
    fields = {name: _as_written(item, text) for name, item in value.items()}
    if fields.get("text") is not None and fields.get("span") is not None:
        fields["text"] = text[fields["span"]["start"] : fields["span"]["end"]]
    return fields


def _spoken(speech: Speech, claim_id: str, before: str | None, found: Findings) -> Claim:
    article, clause, span = found.article, speech.clause, speech.content.span
    content = (span.start, span.end)
    dates = found.dates.inside(content)
    # What is told of January was not said in January.
    named = [] if clause is None else [when for when in found.dates.inside(clause) if when not in dates]
    return made(
        Claim,
        id=claim_id,
        article_id=article.id,
        form=speech.form,
        content=speech.content,
        continues=before,
        speaker=speech.speaker,
        title=None if speech.speaker is None else found.titles.of(speech.speaker),
        cue=speech.cue,
        said=when_said(found.prose, clause, named, article.published) if clause and named else found.bound,
        venue=None if clause is None else find_venue(found.prose, *clause),
        quantities=found.quantities.inside(content),
        dates=dates,
        negated=speech.negated,
    )


def _title_claim(found: Findings, holding: Holding, who: Speaker) -> Claim:
    article, person, title = found.article, holding.person, holding.title
    start = min(person.span.start, title.span.start)
    content = Passage.cut(article.text, start, max(person.span.end, title.span.end))
    return _narration(found, content, subject=who, title=title)


def _slot_claim(found: Findings, slot: Slot, full: Mapping[str, str]) -> Claim:
    value = slot.value
    return _narration(
        found,
        slot.content,
        slot.span,  # A sentence can state several values: the place of each tells them apart.
        subject=None if slot.subject is None else _named(slot.subject, full),
        venue=None if isinstance(value, Quantity | When) else value,
        quantities=(value,) if isinstance(value, Quantity) else (),
        dates=(value,) if isinstance(value, When) else (),
    )


def _narration(found: Findings, content: Passage, at: Span | None = None, **stated: Any) -> Claim:
    """The claim of what the outlet states itself, told from others by its content's place or by another one."""
    span = at or content.span
    return made(
        Claim,
        id=Claim.key(found.article.id, "narration", span.start, span.end),
        article_id=found.article.id,
        form="narration",
        content=content,
        said=found.bound,
        **stated,
    )


def _by_name(subject: Speaker) -> Speaker | None:
    return subject if subject.resolved_by == "name" else None


def _named(person: Passage, full: Mapping[str, str]) -> Speaker:
    name = full.get(person.text.casefold(), in_small_letters(person.text))
    return made(Speaker, name=name, mention=person, kind="person", resolved_by="name", confidence=STATED_BY_OUTLET)


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """The full name of each surname that only one of ``names`` has."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if " " in name:
            owners[surname_of(name)].add(name)
    return {surname: full.pop() for surname, full in owners.items() if len(full) == 1}
