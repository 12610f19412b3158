"""Titles of persons in a text: before the name, in apposition on either side, behind "is" and "who is", shared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..entities.jurisdictions import jurisdiction_name
from ..entities.offices import Office, OfficeTable, office_table
from ..entities.roles import groups_of, role_phrases
from ..entities.titles import TitleReading
from ..knowledge import load
from ..models import Passage, Span, Title, TitleStatus
from ..record import made
from ..text import Range
from .document import Document
from .headlines import in_headline
from .name_words import Name
from .title_bearers import is_person, is_place, is_plural, is_road
from .title_words import Phrase, lexicon
from .titles_after import before_comma, phrases_from
from .titles_before import phrases_before
from .titles_told import ASIDE, told_phrases

_ORDER: tuple[TitleStatus, ...] = (
    "candidate", "nominee", "acting", "former", "deputy", "elect", "outgoing", "then",
)  # fmt: skip
"""Which status a title is given that tells several, the weightiest first."""

_APPOSITION = re.compile(
    r"(?:,?\s(?:Jr|Sr)\.|\s(?:III|II|IV|KC|QC|SC|PhD|MD|CBE|OBE|MBE))?(?:\s\([^()\n]{1,40}\)|\sof(?:\s[A-Z][\w.’'-]*){1,3}|\s(?:on|in)\sthe\s(?:line|phone|studio))?(?:,\s\d{1,3})?(?P<mark>,|\s[—–-]|—|\s\()\s*(?:(?:for|during)\s(?:(?:more|less)\sthan\s)?(?:the\s(?:last|past)\s)?[\w-]{1,12}\s(?:years|decades|terms|months|seasons)\s|since\s(?:\w{3,9}\s)?\d{4}\s)?(?P<when>then\b(?!-)|formerly\b|previously\b|once\b|most\srecently\b"
    r"|until\s(?:recently|now|lately|(?:last|this)\s\w{3,9}|(?:\w{3,9}\s)?\d{4})\b)?"
)
_SINCE_LEFT = re.compile(r"formerly|previously|once|until")
_COPULA = re.compile(
    ASIDE + r"(?:,\swho)?(?:\s(?:also|now|currently|previously|once))?\s"
    r"(?:(?:is|was|becomes|became|remains|remained|has been|had been)"
    r"(?:\s(?:also|now|currently|then|still|once|again|both))*"
    r"(?:\s(?:named|appointed|elected|promoted to|confirmed|sworn in|installed)(?:\sas)?)?"
    r"|(?:serves|served|works|worked|has served|had served|takes over|took over|has taken over|stepped in|started"
    r"|returned|continues)(?:\s\w+ly)?\sas|(?:moved up|rose)\sto)\s"
)
_SHARING = re.compile(
    r"(?:\s\([^()\n]{1,40}\)|(?:\sof|\sfrom|\sin)(?:\sthe)?(?:\s[A-Z][\w.’'-]*){1,5})?(?:,\s(?:and|or)\s|,\s|\s(?:and|or|&)\s)(?:Mr\.|Mrs\.|Ms\.|Dr\.)?\s?"
)
_CLOSES = re.compile(
    r"(?:\s(?:of|from|with)\s(?:the\s)?[A-Z][^,.;:\n]{1,60}(?=,))?"
    r"(?:,?\s(?:KC|QC|SC|MP|MSP|MEP|MLA|PhD|MD|CBE|OBE|MBE|Jr\.|Sr\.))?\s?[,.;:)\]—–!?\"”]|\s*$"
)
_DESCRIBED = re.compile(r",\sthe\s(?:[a-z-]+\s){1,3}$")
_START, _DETERMINER = r"(?:^|[.!?\n][\"”’)]?\s*)", r"(?:The|A|An|His|Her|Its|Their|Our)\s"
_OPENING = re.compile(rf"{_START}{_DETERMINER}$")
_FRONTED = re.compile(rf"{_START}(?:{_DETERMINER})?$")
_ADDRESS = 24
"""Characters before a name that hold a form of address."""
_COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
"""Forms of address that no title stands before: "his spokesman, Mr. NAME", "the elder Mr. NAME"."""
_CHOSEN = re.compile(r"(?:re-?)?(?:appointed|elected|named|made|promoted|installed|hired|chosen)\s")
_OF_WORK = re.compile(r"of\s[\"“‘'`]")
"""What is of a work whose title stands in marks: "the author of “The Mill”"."""
_THEN = " at the time"
_LEAD = 60
"""Characters before a name in which a department's office may begin that runs into the name."""
_MAY = re.compile(r"\sMay\b(?!\s\d)")
_INDEFINITE = re.compile(r"\b[Aa]n?\s$")
_PREDICATE = re.compile(
    r"\b(?:is|was|are|were|be|been|becomes?|became|not|as|like)\s(?:also\s|now\s|not\s)?(?:an?|the)\s$"
)
_ORDINAL = re.compile(
    r"the\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|\d+(?:st|nd|rd|th))\s"
)
_ARTICLE = re.compile(r"(?:then\s)?an?\s", re.I)


_OF_STATE = frozenset({"politics", "law", "police", "military", "royalty"})
"""Fields whose titles belong to a country or state."""


_OF_ADDRESS = _OF_STATE | {"church", "academic", "medicine"}
"""Fields whose titles stand before a bare surname."""

_Held = tuple[Name, Phrase, TitleStatus]


class Holding(NamedTuple):
    """A person and a title that a text gives this person."""

    person: Passage
    """The name as it stands here, without honorific and title."""
    title: Title
    """The title's maximal phrase, without leading article or possessor."""


def find_titles(text: str | Document, table: OfficeTable | None = None) -> list[Holding]:
    """The titles that ``text`` gives persons, in the order of the text. Linear in its length.

    Args:
        text: Running text. Positions of the result count its code points.
        table: The table of offices that ids come from; the built-in one where none is given.
    """
    document = Document.of(text)
    text = document.text
    names = [_trimmed(text, name) for name in document.names]
    found: dict[tuple[int, int, int], _Held] = {}
    for k, name in enumerate(names):
        if name.kind in ("organization", "place") or is_plural(text, name) or in_headline(text, name.start):
            continue
        if is_place(text, name) or (k and _is_of(text, names[k - 1], name)):
            continue
        for person, phrase, told in _holdings(text, names, k):
            if phrase.head not in lexicon().relations:
                when = "then" if text.startswith(_THEN, phrase.end) else told
                found.setdefault((phrase.start, phrase.end, person.start), (person, phrase, when))
    table = table or office_table()
    own: defaultdict[int, list[Range]] = defaultdict(list)
    for start, end, at in found:
        own[at].append((start, end))
    kept = (key for key in sorted(found) if not _is_part(key, own[key[2]]) and not _inside_another(found, key))
    return [holding_of(text, *found[key], table) for key in kept]


def _is_of(text: str, before: Name, name: Name) -> bool:
    """Whether a name tells where the person right before it is from: "Anna Holt of *Tarn*"."""
    return before.kind == "person" and name.kind != "person" and text[before.end : name.start] in (" of ", " from ")


def _is_part(key: tuple[int, int, int], own: Sequence[Range]) -> bool:
    """Whether a phrase stands inside another one of the same person: "newly appointed head", "head"."""
    return any(start <= key[0] and key[1] <= end and (start, end) != key[:2] for start, end in own)


def _inside_another(found: Mapping[tuple[int, int, int], _Held], key: tuple[int, int, int]) -> bool:
    """Whether what was taken for a person stands inside the title of somebody: "President of Investor Relations".

    A person may stand there: "spokesman for Mayor NAME".
    """
    name, phrase, _ = found[key]
    if name.given or groups_of(phrase.head) & _OF_ADDRESS:
        return False
    return any(start < name.start < end and person != name.start for start, end, person in found)


def _holdings(text: str, names: Sequence[Name], k: int) -> Iterator[_Held]:
    """The titles around one name: person, phrase, and the status that an adverb before the phrase tells."""
    name = names[k]
    for phrase in phrases_before(text, _before_address(text, name), with_complement=_may_follow_complement(text, name)):
        bare = " " not in text[name.start : name.end]
        if bare and (_is_informal(text, phrase) or not is_person(name, phrase) or is_road(text, name, phrase)):
            continue
        others = list(_sharing(text, names, k)) if phrase.plural else []
        if not phrase.plural or others:
            for person in (name, *others):
                yield person, phrase, "current"
    for phrase in _apposed_before(text, name):
        yield name, phrase, "current"
    apposition = _APPOSITION.match(text, name.end)
    if apposition:
        yield from _apposed(text, names, k, apposition)
    for phrase in titles_behind(text, name):
        yield name, phrase, "current"


def titles_behind(text: str, name: Name) -> Iterator[Phrase]:
    """The titles that a clause tells of its subject, which is a name or stands for one: "is", "serves as", "chairs"."""
    yield from (phrase for phrase in told_phrases(text, name) if is_person(name, phrase))
    copula = _COPULA.match(text, name.end)
    if copula:
        yield from (phrase for phrase in _predicated(text, copula.end()) if is_person(name, phrase))


def _may_follow_complement(text: str, name: Name) -> bool:
    """Whether "Governor of Washington" may stand before a name, and the name not be the end of what it governs."""
    if name.kind != "person" or name.honorific in _COURTESY:
        return False
    surely = name.given or name.honorific is not None or " " in text[name.start : name.end]
    return surely or " of " in text[name.lead : name.start]


def _before_address(text: str, name: Name) -> int:
    """Where a form of address before the name starts, or the name itself: "hospital chaplain Father NAME"."""
    if name.honorific is None or name.honorific in _COURTESY or name.honorific in role_phrases():
        return name.start
    at = text.rfind(name.honorific[0].upper(), max(0, name.start - _ADDRESS), name.start)
    address = text[at : name.start].strip().rstrip(".").casefold()
    return at if address == name.honorific else name.start


def _is_informal(text: str, phrase: Phrase) -> bool:
    """Whether a wide role noun is written large inside a sentence, as headlines do: "Trump Supporter Screams"."""
    large = text[phrase.start : phrase.end].rpartition(" ")[2][:1].isupper()
    if text[phrase.start : phrase.end].lower() in _addresses():
        return False
    opens = text[max(0, phrase.start - 2) : phrase.start].strip(' "“') in ("", ".", "!", "?", "\n")
    return large and phrase.head in _weak() and not (opens and " " not in text[phrase.start : phrase.end])


def _trimmed(text: str, name: Name) -> Name:
    """A name without what belongs to the title before it: "President-elect", the end of a department's name."""
    if text.startswith("May", name.end + 1) and (month := _MAY.match(text, name.end)):
        name = name._replace(end=month.end())
    first, _, rest = text[name.start : name.end].partition(" ")
    if not rest:
        return name
    low = first.casefold()
    if low.endswith(("-elect", "-designate")) or low.startswith(("ex-", "then-")):
        return name._replace(start=name.end - len(rest), kind="person")
    start = _behind_office(text, name)
    return name._replace(start=start, kind="person") if start > name.start else name


def _behind_office(text: str, name: Name) -> int:
    """Where the name starts behind a department that runs into it: "... and Human Services NAME"."""
    start = name.start
    if name.given:
        return start
    front = text[max(0, start - _LEAD) : start]
    if " of" not in front and " for" not in front:
        return start
    lead = max(front.rfind(head) for head in ("Secretary of", "Minister of", "Minister for"))
    if lead >= 0:
        written = text[name.start : name.end]
        for space in (at for at, character in enumerate(written) if character == " "):
            match = office_table().find(front[lead:] + written[:space])
            if match is not None and match.office.kind == "office":
                return name.start + space + 1
    return start


def _sharing(text: str, names: Sequence[Name], k: int) -> Iterator[Name]:
    """The names that follow name ``k`` in one list with it."""
    end = names[k].end
    for other in names[k + 1 : k + 9]:
        if other.kind == "organization" or other.start < end:
            continue
        joint = _SHARING.match(text, end)
        if joint is None or joint.end() != other.start:
            if other.kind == "person":
                return
            continue
        yield other
        end = other.end


def _sharing_before(text: str, names: Sequence[Name], k: int) -> Iterator[Name]:
    """The names that stand in one list with name ``k``, before it."""
    for j in range(k - 1, max(-1, k - 8), -1):
        joint = _SHARING.match(text, names[j].end)
        if joint is None or joint.end() != names[j + 1].start or names[j].kind == "organization":
            return
        yield names[j]


def _apposed(text: str, names: Sequence[Name], k: int, mark: re.Match[str]) -> Iterator[_Held]:
    """Titles in apposition behind a name."""
    name = names[k]
    if _CHOSEN.match(text, mark.end()):
        return  # "NAME, elected mayor in May" tells it by its verb.
    reading = phrases_from(text, mark.end())
    phrases = reading.phrases
    stop = reading.stopped_by
    if phrases and stop is not None and not stop.stop and phrases[-1].end == reading.end:
        closed = _ARTICLE.match(text, mark.end()) is not None or stop.low in lexicon().closing
        if stop.large or not (closed or _OF_WORK.match(text, stop.start)):
            phrases = phrases[:-1]
    if mark["mark"].strip() == "(" and (stop is None or stop.low not in (")", ",")):
        return
    when = mark["when"] or ""
    told: TitleStatus = "then" if when == "then" else "former" if _SINCE_LEFT.match(when) else "current"
    for phrase in phrases:
        if phrase.plural:
            others = list(_sharing_before(text, names, k))
            for person in (*reversed(others), name) if others else ():
                yield person, phrase, told
        elif is_person(name, phrase):
            until = stop is not None and stop.low == "until" and phrase is phrases[-1]
            yield name, phrase, "former" if until else told


def _apposed_before(text: str, name: Name) -> Iterator[Phrase]:
    """A title in apposition before a name: "the president of the network, NAME, said"."""
    at = name.lead - 2
    if text[max(0, at) : name.lead] != ", ":
        # "The chairwoman, the critic NAME," has another title between the comma and the name.
        between = _DESCRIBED.search(text, max(0, name.lead - _LEAD), name.lead)
        at = between.start() if between is not None else -1
    closed = _CLOSES.match(text, name.end) is not None
    if at < 0 or not (closed or _acts().match(text, name.end)):
        return
    phrases = before_comma(text, at)
    if not phrases or phrases[-1].plural or not is_person(name, phrases[-1]):
        return
    first = phrases[0].start
    if not closed and not _FRONTED.search(text, max(0, first - _ADDRESS), first):
        return  # Only what opens its sentence is told of its subject: "The head of the zoo, NAME retired".
    indefinite = _INDEFINITE.search(text, max(0, first - 4), first) is not None
    if indefinite and (at != name.lead - 2 or not _is_told(text, phrases[-1])):
        return
    if _PREDICATE.search(text, max(0, first - _ADDRESS), first):
        return
    # Where "the mayor, NAME, and" goes on, it is a list, unless the phrase opens its sentence.
    if not _goes_on().match(text, name.end) or _OPENING.search(text, max(0, first - _ADDRESS), first):
        yield from (p for p in phrases if not p.plural)


@cache
def _acts() -> re.Pattern[str]:
    """The verb behind its subject."""
    return re.compile(rf"\s(?:\w+ly\s)?{_verb()}\b")


@cache
def _goes_on() -> re.Pattern[str]:
    """What goes on with a list behind a name, and tells no more of what was done."""
    return re.compile(rf",\s(?:and|or)\s(?!(?:by|with|from|for|to|{_verb()})\b)")


@cache
def _verb() -> str:
    """The form of a verb, as a pattern."""
    return rf"(?:{'|'.join(sorted(lexicon().verbs | lexicon().pasts))}|[a-z]+ed)"


def _predicated(text: str, start: int) -> list[Phrase]:
    """Titles behind "is", "was", "served as". Wide nouns count only where something narrows them."""
    reading = phrases_from(text, start)
    phrases = reading.phrases
    if reading.stopped_by is not None and reading.stopped_by.low == "to" and _ORDINAL.match(text, start):
        return []  # "became the fifth coach to be fired"
    if reading.stopped_by is not None and reading.stopped_by.large and phrases and phrases[-1].end == reading.end:
        phrases = phrases[:-1]
    return [p for p in phrases if not p.plural and _is_told(text, p)]


def _is_told(text: str, phrase: Phrase) -> bool:
    """Whether a phrase tells a title without an article or name beside it: a wide noun does where words narrow it."""
    return phrase.head not in _weak() or _is_narrowed(text[phrase.start : phrase.end])


def _is_narrowed(phrase: str) -> bool:
    words = phrase.split()
    complement = len(words) > 2 and words[-2] in ("for", "at", "with")
    return any(word[:1].isupper() for word in words[: len(words) - (not complement)]) or " of the " in phrase


@cache
def _addresses() -> frozenset[str]:
    return frozenset(load("title_words")["phrase"]["addresses"])


@cache
def _weak() -> frozenset[str]:
    return frozenset(load("title_words")["phrase"]["weak"])


def holding_of(text: str, name: Name, phrase: Phrase, told: TitleStatus, table: OfficeTable) -> Holding:
    """The record of a title that a phrase gives a person; ``told`` is its status where the phrase tells none."""
    passage = text[phrase.start : phrase.end]
    reading = table.read(passage)
    match = table.find(passage)
    status = next((s for s in _ORDER if s in reading.statuses), told)
    return Holding(
        person=Passage.cut(text, name.start, name.end),
        title=made(
            Title,
            text=passage,
            span=made(Span, start=phrase.start, end=phrase.end),
            head=phrase.head,
            office=match.office.id if match else None,
            status=status,
            rank=tuple(sorted(reading.ranks)),
            domain=tuple(sorted(reading.domain)),
            jurisdiction=_jurisdiction(reading, match.office if match else None, table),
        ),
    )


def _jurisdiction(reading: TitleReading, office: Office | None, table: OfficeTable) -> str | None:
    """The jurisdiction in plain words: the place that the title names, its organization, or the office's country.

    A place counts for offices of state only: "New York Times columnist" has none.
    """
    if reading.jurisdiction is not None and (office is not None or groups_of(reading.head) & _OF_STATE):
        return jurisdiction_name(reading.jurisdiction)
    if reading.organization is not None:
        return table.organizations[reading.organization].names[0].name
    return jurisdiction_name(office.jurisdiction) if office is not None and office.jurisdiction else None
