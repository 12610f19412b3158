"""Whom a name, a pronoun or a description means within one article.

The people and organizations of an article are gathered once (the cast). A pronoun goes back to the last subject that
agrees with it, a description such as "the senator" to the last person of that role, and one that names nobody known
stands for somebody without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from functools import lru_cache

from ..knowledge import load
from .descriptions import Description, describe, find_descriptions, several_owned, trading_bodies
from .members import Member, Members
from .name_words import Name, kin_gender
from .posts import may_mean
from .prominence import opens_sentence, rank_of
from .pronouns import Mention, Trail, gender_told
from .role_words import called, roles_in
from .salience import Antecedent

_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their"))
_LOOK_BACK = 40
_BARE = 2
"""Words of a description without attributes: "the company"."""
_CLAUSE_BREAK = re.compile(r"[,;:.!?\n\ufffc]")
_AHEAD = 300
"""Characters behind a pronoun within which whoever it means is named, if nobody is before it."""


class Cast(Members):
    """The people and organizations of an article, and whom its pronouns and descriptions mean."""

    def __init__(self, text: str, masked: str, names: list[Name]) -> None:
        """``masked`` is the text with its quotations set aside."""
        super().__init__(text, masked, names)
        self._described: dict[int, int] = {}
        self._unnamed: list[Mention] = []
        self._trail = Trail(masked, self.mentions, self.members, find_descriptions(masked), self._meet)

    def _meet(self, description: Description, foremost: int | None) -> Mention | None:
        """Whom a description means: one of its role, the foremost if it takes somebody up, or somebody unnamed."""
        start, end = description.start, description.end
        subject = rank_of(self._masked, Name(start, end, "unknown", None, start), False)
        number = None
        if description.definite:
            person = description.kind == "person"
            number = self._same_noun(description) if person else self._body(description.head, start)
            if number is None and person:
                number = self._kin_told(description)
            if number is None and person and foremost is not None and self._may_be(description, foremost):
                number = foremost
                self.members[number].roles |= roles_in(description.head)
        else:
            number = self._owned(description)
        if number is not None:
            subject = 1 + opens_sentence(self._masked, start)
        gendered = description.kind == "person" and description.gender is not None
        if number is None and (subject or gendered) and description.lone and not description.again:
            number = self._open_unnamed(description)
        if number is None:
            return None
        mention = Mention(start, end, number, subject)
        self._described[start] = number
        if not self.members[number].named:
            insort(self._unnamed, mention)
        return mention

    def _may_be(self, description: Description, number: int) -> bool:
        """Whether a description's post may be the one that the text gives a member."""
        phrase = self._text[description.start : description.end].lower()
        return all(may_mean(phrase, role, self.members[number].posts) for role in roles_in(description.head))

    def _owned(self, description: Description) -> int | None:
        """The one person named before whom the text calls somebody's coach or wife, as "her coach" does again."""
        if description.owner is None or description.kind != "person":
            return None
        head, before = description.head, {m.person for m in self.before(description.start)}
        of_role = [n for n in before if head in self.members[n].owned or head in self.members[n].roles]
        if len(of_role) != 1 or head not in self.members[of_role[0]].owned or head in several_owned():
            return None
        told = {self.members[of_role[0]].owned[head], description.owner}
        return of_role[0] if len(told - {""}) < 2 else None

    def _kin_told(self, description: Description) -> int | None:
        """The one person named before who is brought in as somebody's father, as "the father" does again."""
        head = description.head
        fitting = {m.person for m in self.before(description.start) if head in self.members[m.person].owned}
        return fitting.pop() if len(fitting) == 1 and kin_gender(head) is not None else None

    def _same_noun(self, description: Description) -> int | None:
        """The last person, named or not, whom the text gave the role that a description names."""
        phrase = self._text[description.start : description.end].lower()
        return self._role_of(phrase, description.head, description.start)

    def _open_unnamed(self, description: Description) -> int:
        member = Member(self._text[description.start : description.end], description.kind, False)
        member.named = False
        member.gender = description.gender
        member.roles = set(roles_in(description.head)) or {description.head}
        member.posts.append(member.name.lower())
        self.members.append(member)
        return len(self.members) - 1

    def antecedent(
        self, pronoun: str, at: int, speakers: Sequence[tuple[int, int]], told_of: Collection[int] = ()
    ) -> Antecedent | None:
        """The member that a pronoun at position ``at`` goes back to, or None where none agrees.

        ``speakers`` are (position, member) of the attributions before, in order, ``told_of`` the members whom the words
        that the pronoun stands beside tell of.
        """
        if pronoun.lower() in _NEUTER | _PLURAL:
            thing = self._trail.thing(at, self._is_body if pronoun.lower() in _NEUTER else self._may_be_they)
            return None if thing is None else Antecedent(thing, only=False)
        found = self._trail.antecedent(pronoun, at, speakers, told_of)
        return self._following(pronoun, at) if found is None else found

    def _following(self, pronoun: str, at: int) -> Antecedent | None:
        """Whom a pronoun means that stands before any person is told of: the first one named behind it (cataphora)."""
        if any(self.may_be_person(m.person) for m in self.before(at)):
            return None
        gender = gender_told(pronoun)
        # A subject is nobody named in its own clause (binding; Chomsky 1981).
        stop = _CLAUSE_BREAK.search(self._masked, at, at + _AHEAD)
        later = self.within(stop.end(), at + _AHEAD) if stop else []
        fitting = (m.person for m in later if self.may_be_person(m.person))
        likely = (n for n in fitting if self.members[n].gender == gender or self.members[n].kind == "person")
        number = next((n for n in likely if self.members[n].gender in (gender, None)), None)
        return None if number is None or gender is None else Antecedent(number, only=False)

    def may_be_person(self, number: int) -> bool:
        """Whether a member is a person, as far as anything tells."""
        member = self.members[number]
        return member.kind != "organization" and not (member.place or member.impersonal)

    def _is_body(self, number: int) -> bool:
        """Whether "it" may mean a member: an organization, or what nothing tells to be a person or place."""
        member = self.members[number]
        return member.kind == "organization" or (
            member.kind == "unknown" and not (member.gender or member.roles or member.place)
        )

    def _may_be_they(self, number: int) -> bool:
        """Whether "they" may mean a member: a body, or one person whose gender the text does not tell."""
        member = self.members[number]
        return member.kind == "organization" or (not member.named and member.gender is None)

    def described(self, phrase: str, at: int, speakers: Sequence[tuple[int, int]]) -> int | None:
        """The member that a description ("the senator", "a neighbour") at a position means, or None.

        ``speakers`` are (position, member) of the attributions before, in order.
        """
        number = self._find_described(phrase, at, speakers)
        return None if number is None else self._trail.named_later.get(number, number)

    def _find_described(self, phrase: str, at: int, speakers: Sequence[tuple[int, int]]) -> int | None:
        words = phrase.lower().split()
        description = describe(self._text, at)
        noun = description.head if description is not None else ""
        if description is not None and description.again and self._role_of(phrase.lower(), noun, at) is None:
            taken = self._trail.taken_up(description.gender, at, speakers)
            if taken is not None:
                return taken
        known = self._described.get(at)
        if known is not None and self.members[known].named:
            return known
        if words and words[0] in ("the", "this", "that"):
            number = self._role_of(phrase.lower(), noun, at) if roles_in(" ".join(words[1:])) else None
            if number is None and len(words) == _BARE:
                number = self._body(words[1], at)
            if number is not None:
                return number
        if known is None and description is not None and description.lone and not description.again:
            known = self._open_unnamed(description)
            self._described[at] = known
            insort(self._unnamed, Mention(at, description.end, known, 2))
        return known

    def _role_of(self, phrase: str, noun: str, at: int) -> int | None:
        """The last person whom the text gave one of the roles that a description names, or a narrower one.

        ``noun`` is the description's own, where it is known, and no other word of it tells the role then.
        """
        wider: int | None = None
        roles = roles_in(noun or phrase) or {phrase.rsplit(maxsplit=1)[-1]}
        for mention in sorted((*self.before(at), *self._unnamed_before(at)), reverse=True):
            own, posts = self.members[mention.person].roles, self.members[mention.person].posts
            if not roles.isdisjoint(own):
                if all(may_mean(phrase, role, posts) for role in roles & own):
                    return mention.person
            elif wider is None and any(called(role, other) for role in roles for other in own):
                wider = mention.person
        return wider

    def _unnamed_before(self, at: int) -> list[Mention]:
        stop = bisect_left(self._unnamed, (at,))
        return [mention for mention in self._unnamed[max(0, stop - _LOOK_BACK) : stop] if mention.end <= at]

    def _body(self, noun: str, at: int) -> int | None:
        """The organization that "the newspaper" or "the company" means: the only one of that kind named lately."""
        heads = _heads_of(noun)
        before = self.before(at)
        named = {m.person for m in before}
        fitting = [n for n in named if self.members[n].kind == "organization" and _heads(self.members[n].name, heads)]
        if not fitting and noun in trading_bodies():
            # A name that tells no kind may be the body's where it is the only one that may, and does something.
            fitting = [n for n in named if self._is_body(n) and not _is_other_body(self.members[n].name, noun)]
            fitting = [n for n in fitting if any(m.subject for m in before if m.person == n)]
        return fitting[0] if len(fitting) == 1 else None


def _is_other_body(name: str, noun: str) -> bool:
    """Whether the name of an organization ends as those of another kind than the noun's do: a newspaper's."""
    listed: dict[str, str] = load("cues")["bodies"]
    return any(_heads(name, _heads_of(other)) for other in listed if other != noun)


def _heads(name: str, heads: frozenset[str]) -> bool:
    """Whether the name of an organization has one of these words at its end or before "of"."""
    return name.partition(" of ")[0].rpartition(" ")[2].strip(".").casefold() in heads


@lru_cache(maxsize=1 << 14)
def _heads_of(noun: str) -> frozenset[str]:
    """The words that end the names of the organizations which a noun describes, by the table of cues."""
    listed: dict[str, str] = load("cues")["bodies"]
    return frozenset(listed.get(noun, "").split())
