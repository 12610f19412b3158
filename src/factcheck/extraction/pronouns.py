"""Whom "he" and "she" mean: the person in the foreground of what was said just before.

Subjects stand in the foreground, the rest of a sentence behind them, and every sentence that goes by dims what it
doesn't mention again (centering; Grosz, Joshi and Weinstein 1995). Pronouns are followed through the text in order, so
that one that goes on with a person keeps the person in the foreground, and tells the gender where no table does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from ..entities.genders import Gender
from ..text import sentences
from .descriptions import Description, describe, varies
from .name_words import leaning
from .salience import CENTER, MAIN, NAMED, REPORTS, Antecedent, Person, Place, Told, foremost

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is)\b")
"""A pronoun of one person; those in the nominative keep the person in the foreground."""
_OBJECT = (
    re.compile(r"\s(?:[a-z-]+\s){1,6}?her (?=that\b|(?:he|she)\b)"),
    re.compile(r"\s(?:[a-z-]+\s){1,6}?him\b"),
)
"""A verb and a pronoun as an object, female and male: its subject is another person (binding; Chomsky 1981)."""
_BREAK = re.compile(r"\n")
_MASCULINE = frozenset(("he", "him", "his", "himself"))
_FEMININE = frozenset(("she", "her", "hers", "herself"))
_NOMINATIVE = frozenset(("he", "she"))
_POSSESSIVE = frozenset(("his", "her"))
_ASKED = re.compile(
    r"\b(?:asked|asks|ask|questioned|pressed|quizzed|challenged|interviewed|grilled)\s(?:[\w.]+,?\s){0,3}$"
)
_ASKS = re.compile(r"\s(?:[a-z]+\s)?(?:asked|asks|questioned|pressed|quizzed|challenged|interviewed|grilled)\b")
_REPLIES = re.compile(r"\s(?:replied|replies|answered|answers|responded|retorted)\b")
_SAYS = re.compile(r"\s(?:said|says|added|adds|explained|believes|wrote|recalled|insisted|told\s\w+)(?=[.,;\s])")
_LED_INTO = re.compile(r"[a-z] \ufffc+[.\ufffc] \Z")
"""Quoted words that a clause leads into without a mark, right before a pronoun."""
_FARTHEST = 300
"""Characters before a pronoun that such words may have."""
_SAYS_APART = re.compile(r"(?:,\s[^,.\n\ufffc]{2,60},)?" + _SAYS.pattern)
_CALLED = re.compile(
    r"\b(?:(?:is|was|been) (?:called|named|identified (?:by [a-z]{2,20} )?as)|name (?:is|was)) (?:\d{1,3}-year-old )?$"
)
_IDENTIFIED = re.compile(
    r"\s(?:(?:has|had) been|is|was) (?:[a-z]+ )?identified (?:by [a-z]{2,20} )?as (?:\d{1,3}-year-old )?"
)
"""What tells whom a pronoun means: "He has been identified as NAME"."""
_IS = (" is ", " was ")
"""What says between a description and a name that both are one: "The manager is NAME"."""
_KNOWN_BY = ("the ", "his ", "her ", "its ", "their ")
_NEAR = 40
"""Characters before a name in which a verb of asking stands."""
_LOOK_BACK = 40
"""Mentions before a pronoun that are looked at."""
_NEAR_SENTENCES = 3
"""Sentences before "it" or "they" in which the one that is meant is told of."""
_LINES = 2
"""Lines before a paragraph that tells of nobody in which the one is looked for whom its trade takes up."""


class Mention(NamedTuple):
    """A name in the running text, outside of quotations, or a pronoun that goes back to it."""

    start: int
    end: int
    person: int
    """Number of the cast's member."""
    subject: int
    """By the ranks of `salience`: `MAIN` or more for the subject of a main clause or a reporting verb, 1 for that of
    another clause, else 0."""


def gender_told(pronoun: str) -> Gender | None:
    """The gender that a personal pronoun tells, or None."""
    low = pronoun.lower()
    return "male" if low in _MASCULINE else "female" if low in _FEMININE else None


class Trail:
    """The persons of a text in the order of their mentions, pronouns included."""

    def __init__(
        self,
        masked: str,
        mentions: Sequence[Mention],
        members: Sequence[Person],
        descriptions: Sequence[Description],
        meet: Callable[[Description, int | None], Mention | None],
    ) -> None:
        """``meet`` tells whom a description means; of one that takes up somebody known it is given the foremost."""
        self._masked = masked
        self._members = members
        self._starts = [start for start, _ in sentences(masked)]
        self._breaks = [match.start() for match in _BREAK.finditer(masked)]
        self._at = {m.start: m.person for m in mentions}
        self._told: list[Told] = []
        self._seen: set[int] = set()
        self.named_later: dict[int, int] = {}
        """Of members without a name, who they turn out to be."""
        self._ends: list[int] = []
        told: list[tuple[int, int, Mention | Description | re.Match[str]]] = [(m.start, 0, m) for m in mentions]
        told += [(d.start, 1, d) for d in descriptions]
        told += [(p.start(), 2, p) for p in _PRONOUN.finditer(masked)]
        for _, _, item in sorted(told, key=lambda t: t[:2]):
            if isinstance(item, Mention):
                self._name(item)
                self._add(item)
            elif isinstance(item, Description):
                mention = meet(item, self._taken_up(item))
                if mention is not None:
                    self._add(mention)
            else:
                self._follow(item)

    def _add(self, mention: Mention) -> None:
        start, end, person, subject = mention
        sentence, paragraph = bisect_right(self._starts, start), bisect_right(self._breaks, start)
        self._told.append(Told(start, person, subject, sentence, paragraph))
        self._ends.append(end)

    def _taken_up(self, description: Description) -> int | None:
        """Whom a description takes up: the foremost, or of one that only tells a trade the one of its paragraph."""
        if description.again:
            return self.taken_up(description.gender, description.start, ())
        here = bisect_right(self._starts, description.start)
        if self._told and self._told[-1].sentence == here and not self._opens(description.start):
            return None  # Somebody's object is somebody else (binding).
        paragraph = bisect_right(self._breaks, description.start)
        before = [t for t in self._told[-_LOOK_BACK:] if self._is_person(t.person)]
        near = [t for t in before if t.paragraph == paragraph] or [
            t for t in before if paragraph - t.paragraph <= _LINES
        ]
        if not near or len({t.person for t in near}) > 1:
            return None
        person = self._members[near[-1].person]
        if not varies(description, person.roles):
            return None
        fits = description.gender is None or person.gender in (None, description.gender)
        return near[-1].person if person.named and fits and max(t.subject for t in near) >= MAIN else None

    def _name(self, mention: Mention) -> None:
        """Take whoever is named first, and by nothing but the name, for the one told of right before without a name.

        The press likes to postpone a name: "The commissioner came by air. 'I saw it all,' NAME said."
        """
        member = self._members[mention.person]
        if mention.person in self._seen:
            return
        self._seen.add(mention.person)
        at = next((k for k in range(-1, -len(self._told[-_LOOK_BACK:]) - 1, -1) if self._told[k].subject), None)
        if at is None or not self._is_person(mention.person) or " " not in member.name:
            return
        last, end = self._told[at], self._ends[at]
        is_one = self._masked[end : mention.start] in _IS
        if member.roles and not is_one:
            return
        unnamed = self._members[last.person]
        called = is_one or bool(_CALLED.search(self._masked, max(0, mention.start - _NEAR), mention.start))
        bare = (
            mention.subject == MAIN
            and not _SAYS.match(self._masked, end)
            and self._masked[mention.end : mention.end + 1] != ","
        )
        near = bisect_right(self._breaks, mention.start) - last.paragraph <= 1
        known = member.gender or leaning(member.name)
        fits = unnamed.gender is None or known in (None, unnamed.gender)
        postponed = bare and unnamed.name.lower().startswith(_KNOWN_BY)
        if not unnamed.named and unnamed.kind == "person" and near and fits and (called or postponed):
            member.roles |= unnamed.roles
            self.named_later[last.person] = mention.person
            for k in range(-len(self._told[-_LOOK_BACK:]), 0):
                if self._told[k].person == last.person:
                    self._told[k] = self._told[k]._replace(person=mention.person)

    def _follow(self, pronoun: re.Match[str]) -> None:
        """Take a pronoun into the trail, and learn from it the gender of the only one whom it can mean."""
        start, end = pronoun.span()
        gender = gender_told(pronoun.group())
        if pronoun.group().lower() not in _NOMINATIVE:
            if (owned := describe(self._masked, start)) is not None and owned.kind == "person":
                self._learn(gender, start)
            return
        if (told := self._identified(end)) is not None:
            self._add(Mention(start, end, told, CENTER))
            return
        near = self._told[-_LOOK_BACK:]
        if near and self._is_bound(gender, start):
            near = [t for t in near if t.person != near[-1].person]
        found = self._foremost(self._outside(near, start, end), (), gender, start)
        if found is None or gender is None:
            return
        if found.clear and self._members[found.person].gender is None:
            self._members[found.person].gender = gender
        says = _SAYS.match(self._masked, end) is not None
        self._add(Mention(start, end, found.person, CENTER if self._opens(start) else 1 + says))

    def _is_bound(self, gender: Gender | None, start: int) -> bool:
        """Whether the last mention before a pronoun has it for an object, in no clause of what that one says."""
        end = self._ends[-1]
        bound, says = _OBJECT[gender == "male"].match(self._masked, end, start), _SAYS.match(self._masked, end)
        return bound is not None and (says is None or says.end() >= bound.end())

    def _identified(self, end: int) -> int | None:
        """Whom the name means as which somebody is identified right behind a position."""
        said = _IDENTIFIED.match(self._masked, end)
        return self._at.get(said.end()) if said is not None else None

    def _learn(self, gender: Gender | None, at: int) -> None:
        """Take the gender of "his lawyer" or "her husband" as that of whoever clearly stands in the foreground."""
        found = self._foremost(self._told[-_LOOK_BACK:], (), gender, at)
        if found is not None and found.clear and self._members[found.person].gender is None:
            self._members[found.person].gender = gender

    def _is_person(self, number: int) -> bool:
        member = self._members[number]
        return member.kind != "organization" and not (member.place or member.impersonal)

    def _opens(self, at: int) -> bool:
        k = bisect_right(self._starts, at) - 1
        return k >= 0 and at - self._starts[k] < len("But then ")

    def antecedent(
        self, pronoun: str, at: int, spoken: Sequence[tuple[int, int]], told_of: Collection[int] = ()
    ) -> Antecedent | None:
        """The member that a pronoun at position ``at`` goes back to, or None where none agrees.

        ``spoken`` are (position, member) of the attributions before, in order. ``told_of`` are members whom the
        pronoun's own words tell of by name, as hardly anybody does of oneself.
        """
        stop = bisect_left(self._ends, at + 1)
        first = max(0, stop - _LOOK_BACK)
        near: Sequence[Told] = self._told[first:stop]
        last = bisect_left(spoken, (at + 1, 0))
        if pronoun.lower() in _POSSESSIVE or _REPLIES.match(self._masked, at + len(pronoun)):
            near = [self._asked(told, self._ends[k]) for k, told in enumerate(near, first)]
        if _SAYS.match(self._masked, at + len(pronoun)):
            near = [self._reporting(told, self._ends[k], at) for k, told in enumerate(near, first)]
        near, said = self._outside(near, at, at + len(pronoun)), spoken[max(0, last - _LOOK_BACK) : last]
        if told_of:
            near = [t._replace(subject=NAMED) if t.person in told_of else t for t in near]
            said = [s for s in said if s[1] not in told_of]
        return self._foremost(near, said, gender_told(pronoun), at)

    def taken_up(self, gender: Gender | None, at: int, spoken: Sequence[tuple[int, int]]) -> int | None:
        """The person whom words such as "the 23-year-old" at a position take up, or None where several may be meant."""
        stop, last = bisect_left(self._ends, at + 1), bisect_left(spoken, (at + 1, 0))
        near = self._told[max(0, stop - _LOOK_BACK) : stop]
        found = self._foremost(near, spoken[max(0, last - _LOOK_BACK) : last], gender, at, True)
        return found.person if found is not None and found.clear else None

    def thing(self, at: int, fits: Callable[[int], bool]) -> int | None:
        """The last subject of the few sentences before a position that ``fits``, or None."""
        here = bisect_right(self._starts, at)
        for k in range(bisect_left(self._ends, at + 1) - 1, -1, -1):
            told = self._told[k]
            if here - told.sentence > _NEAR_SENTENCES:
                break
            if told.subject == MAIN and fits(told.person):
                return told.person
        return None

    def _outside(self, near: Sequence[Told], start: int, end: int) -> Sequence[Told]:
        """Those whom a pronoun may mean: "he" is nobody named in what he is told to have said ("..., he said").

        Hardly anybody either who stands before words of his in their sentence: "NAME “is a rogue,” he said".
        """
        if not _SAYS.match(self._masked, end):
            return near
        here = bisect_right(self._starts, start)
        if _LED_INTO.search(self._masked, max(0, start - _FARTHEST), start) is not None:
            return [t._replace(subject=NAMED) if t.sentence == here else t for t in near]
        if self._masked[start - 2 : start] != ", ":
            return near
        return [told for told in near if told.sentence != here] or near

    def _reporting(self, told: Told, end: int, at: int) -> Told:
        """A mention as whose words may go on: what somebody said in substance goes on with the words themselves."""
        near = bisect_right(self._starts, at) - told.sentence <= 1
        says = _SAYS_APART if self._members[told.person].named else _SAYS
        reports = near and told.subject and says.match(self._masked, end)
        return told._replace(subject=REPORTS) if reports else told

    def _asked(self, told: Told, end: int) -> Told:
        """A mention as whose reply it may be: whoever is asked answers, whoever asks does not."""
        if _ASKED.search(self._masked, max(0, told.start - _NEAR), told.start):
            return told._replace(subject=MAIN)
        return told._replace(subject=0) if _ASKS.match(self._masked, end) else told

    def _foremost(
        self,
        near: Sequence[Told],
        spoken: Sequence[tuple[int, int]],
        gender: Gender | None,
        at: int,
        described: bool = False,
    ) -> Antecedent | None:
        """The member of a gender who stands in the foreground at a position, and how clearly.

        ``described``: words and no pronoun take the person up, who may be of any gender, and is surely a person.
        """
        if gender is None and not described:
            return None
        members = self._members
        persons = [t for t in near if self._is_person(t.person)]
        if described:
            persons = [t for t in persons if members[t.person].kind == "person" or " " in members[t.person].name]
        here = bisect_right(self._starts, at), bisect_right(self._breaks, at)
        place = Place(*here, gender, self._masked[at - 2 : at] != ", ")
        return foremost(members, persons, [self._spoken(*said) for said in spoken], place)

    def _spoken(self, at: int, person: int) -> Told:
        return Told(at, person, MAIN, bisect_right(self._starts, at), bisect_right(self._breaks, at))
