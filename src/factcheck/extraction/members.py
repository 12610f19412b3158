"""Who is named in an article: shorter forms of a name join the fullest one, and the words around tell more of each.

Honorifics, given names and gendered role words tell the gender, role words beside a name tell the role.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ..entities.genders import Gender
from ..entities.name_parts import in_small_letters
from ..models import SpeakerKind
from . import cues
from .descriptions import speaking_bodies
from .grammar import CONJUNCTIONS, PREPOSITIONS
from .headlines import in_headline
from .name_forms import generation, has_end, has_inside, initials, parts_of
from .name_words import Name, gender_of, kin_gender, name_lexicon
from .prominence import is_body_behind, opens_sentence, rank_of, roles_behind
from .pronouns import Mention
from .quotations import PLACEHOLDER
from .role_words import role_gender, roles_in

_LOOK_BACK = 40
_LEAST_INITIALS = 2
_LABEL = 3
"""Letters of the longest initials that label a turn: "JFK"."""
_SPOKESPERSON = re.compile(r"[Ss]pokes(?:man|woman|person)(?:(?P<for>,? for (?:the )?)| )?")
_OFFICE_BEFORE = re.compile(r"\b(?P<role>[a-z-]+) of (?:the )?(?!the|an?\b)[a-z]+ $")
"""A title in small letters right before a name: "chief of staff"."""
_ATTRIBUTIVE = re.compile(r" (?P<noun>[a-z][a-z-]+)\b")
_OF_PEOPLES = ("ish", "ese", "ian", "ean", "an")
_PLACED = re.compile(r"(?<!confidence )(?<!trust )(?<!faith )(?<!interest )\b(?:in|near|outside|across) $")
_MADE = re.compile(
    r" (?:as|to be) (?:(?:the|its|their|his|her|a|an|new|next|first|interim) )*(?P<role>[a-z-]+(?: [a-z-]+)?)"
)
"""A post that somebody is given: "appointed NAME as chief executive"."""
_WHO = re.compile(r"(?:\s(?:from|of|in)(?:\s[A-Z][\w-]*+){1,3})?,?\swho\s")
"""What only a person is told more by: "NAME from Pond Lane, who"."""
_APART = 60
_NEAR = 24
"""Characters before a name that hold a word for kin."""
_KIN_BEHIND = re.compile(r",\s(?:\d{1,3},\s)?(?:the|a|his|her|their)\s(?:[a-z-]+\s)?(?P<kin>[a-zé-]+)\b")
_OWNER = (
    r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|(?:[Tt]he|[Aa]n?)\s[a-z-]+['’]s)|\b(?P<owner>[A-Z][\w-]*+)['’]s?)"
    r"\s(?:[a-z-]+\s){0,3}?"
)
_OWNED_BEFORE = re.compile(_OWNER + r"(?P<noun>[a-z-]+),?\s$")
_OWNED_BEHIND = re.compile(rf",\s(?:\d{{1,3}},\s)?{_OWNER}(?P<noun>[a-z-]+)(?=[,.])")
_KIN_BEFORE = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)|\b[A-Z][\w-]*+['’]s?)\s(?:[a-z-]+\s){0,2}?(?P<kin>[a-zé-]+),?\s"
    r"(?:(?:the|an?)\s(?:[a-z-]+\s){1,4})?$"
)
"""Whose kin somebody is, right before the name: "her sister, the singer NAME"."""
_BODY_BEFORE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]+),\s$")
_PHRASE_BREAK = re.compile(r"[.;:!?\n\ufffc“”\"]|,\s(?!the\b)")
_RUN = re.compile(r"\b[A-Z][\w'’-]*+(?:\s(?:(?:of|and|for)\s)?(?:the\s)?[A-Z][\w'’-]*+)+")
_SENTENCE_BREAK = re.compile(r"[.!?]['’)]?\s|[\ufffc”\"]['’)]?\s(?=[A-Z])|\n")


class Member:
    """A person or organization of the article."""

    __slots__ = ("gender", "impersonal", "kind", "name", "named", "owned", "place", "posts", "roles", "speaks_for")

    def __init__(self, name: str, kind: SpeakerKind, place: bool) -> None:
        self.name = name
        self.named = True
        """Whether it has a name, and is not only described."""
        self.kind = kind
        self.place = place
        self.impersonal = False
        """Whether the text sets an article before its name, as before that of a river, a ship or a paper."""
        self.gender: Gender | None = None
        self.roles: set[str] = set()
        self.posts: list[str] = []
        """What the text calls the person beside the name or instead of it, in lower case."""
        self.owned: dict[str, str] = {}
        """By the nouns by which somebody is called as somebody else's, the owner's name: "her coach, NAME" has none."""
        self.speaks_for: str | None = None


class Members:
    """The people and organizations that an article names, and where."""

    def __init__(self, text: str, masked: str, names: list[Name]) -> None:
        """``masked`` is the text with its quotations set aside."""
        self.members: list[Member] = []
        self.mentions: list[Mention] = []
        self._of_name: dict[int, int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_middle: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        self._exact: dict[str, int] = {}
        self._kin: dict[int, int] = {}
        """Of those who are brought in as somebody's kin, where: a bare surname before is the other's."""
        self._surnamed: set[int] = set()
        """Whom the text has told the surname of so far; one who was only called by a given name has another's kin."""
        self._text = text
        self._masked = masked
        self._gather(names)
        common = self._common_words(masked, names)
        at, led = 0, False
        for name in names:
            number = self._join(name, common)
            if number is None:
                continue
            self._of_name[name.start] = number
            if parts_of(text[name.start : name.end])[-1:] == parts_of(self.members[number].name)[-1:]:
                self._surnamed.add(number)
            if masked[name.start] != PLACEHOLDER:
                led = led and _SENTENCE_BREAK.search(masked, at, name.lead) is None
                rank = rank_of(masked, name, not led)
                led = led or rank > 0
                at = name.end
                self.mentions.append(Mention(name.start, name.end, number, rank))
                self._learn(masked, name, self.members[number])
        self._mention_ends = [m.end for m in self.mentions]
        self._spokespersons(masked, names)
        self._find_places(masked, names)

    def _common_words(self, masked: str, names: list[Name]) -> set[str]:
        """Single words that are written large only where a sentence starts, and so are no names.

        One that a role is told of behind a comma is a person, wherever it stands: "Name, the minister, said".
        """
        inside: set[str] = set()
        opening: set[str] = set()
        for n in names:
            words = self._text[n.start : n.end]
            if " " not in words and (n.kind == "person" or n.honorific is not None):
                inside.add(words)
            elif n.kind == "unknown" and " " not in words:
                first = masked[n.start] == PLACEHOLDER or (n.lead == n.start and opens_sentence(masked, n.lead))
                (opening if first and not (roles_behind(masked, n) or is_body_behind(masked, n)) else inside).add(words)
        return opening - inside

    def _gather(self, names: list[Name]) -> None:
        """Open a member for every full name, the longest form of a name first."""
        full: dict[str, Name] = {}
        last: dict[str, int] = {}
        for n in names:
            words = self._text[n.start : n.end]
            if " " in words and not in_headline(self._text, n.start):
                full.setdefault(words, n)
                last[words] = n.start
        for words in [
            words for words in full if has_end(words, full) and in_headline(self._text, last[words], closed=True)
        ]:
            del full[words]  # "Widow Jane Roe Speaks" is a headline of Jane Roe.
        for words, n in sorted(full.items(), key=lambda item: (-len(item[0]), item[1].start)):
            if words.casefold() in self._exact:
                continue
            number = self._same(words, n)
            if number is None:
                number = self._open(words, n)
            self._exact[words.casefold()] = number
            kin = _KIN_BEFORE.search(self._masked, max(0, n.lead - _APART), n.lead)
            if kin is not None and kin_gender(kin["kin"]):
                self._kin[number] = n.start

    def _same(self, words: str, name: Name) -> int | None:
        """The member whose name is a longer form of ``words``: the same first and last name, or the same end."""
        if name.kind == "organization":
            return None
        parts, mark = parts_of(words), generation(words)
        for number in self._by_last.get(parts[-1], ()):
            other = parts_of(self.members[number].name)
            if mark and generation(self.members[number].name) not in ("", mark):
                continue
            if (
                other[-len(parts) :] == parts
                or other[0] == parts[0]
                or (len(parts[0]) == 1 and other[0][:1] == parts[0])
            ):
                return number
        inner = self._by_middle.get(parts[-1], ())
        held = [n for n in inner if has_inside(parts_of(self.members[n].name), parts)]
        return held[0] if len(held) == 1 else None

    def _open(self, words: str, name: Name) -> int:
        kind: SpeakerKind = "unknown" if name.kind == "place" else name.kind
        number = len(self.members)
        written = in_small_letters(words) if kind != "organization" else words
        member = Member(written, kind, name.kind == "place")
        self.members.append(member)
        parts = parts_of(words)
        if kind == "organization" and len(parts) > 1:
            whole = words.split()
            initials = "".join(p[0] for p in whole if p[0].isupper())
            for part in sorted({*whole, *([initials] if len(initials) > _LEAST_INITIALS else [])}):
                self._by_part.setdefault(part, []).append(number)
        if kind != "organization" and not member.place:
            self._by_last.setdefault(parts[-1], []).append(number)
            for part in parts[1:-1]:
                self._by_middle.setdefault(part, []).append(number)
            for given in (
                (*parts[:1], *(p.strip('"“”').casefold() for p in words.split() if p[0] in '"“'))
                if len(parts) > 1
                else ()
            ):
                self._by_first.setdefault(given, []).append(number)
        member.gender = gender_of(words, name.honorific) if kind != "organization" else None
        return number

    def _join(self, name: Name, common: set[str]) -> int | None:
        words = self._text[name.start : name.end]
        key = words.casefold()
        if " " in words:
            return self._exact.get(key)
        parts = parts_of(words)
        single = parts[-1] if parts else key
        candidates = self._by_last.get(single) if name.kind in ("person", "unknown") else None
        candidates = [c for c in candidates or () if name.start >= self._kin.get(c, 0)]
        candidates = [c for c in candidates if c in self._surnamed] or candidates
        if candidates and name.honorific:
            gender = gender_of(words, name.honorific)
            candidates = [c for c in candidates if self.members[c].gender in (gender, None) or gender is None]
        if not candidates and (name.kind == "unknown" or name.honorific in name_lexicon().before_given):
            first = self._by_first.get(single)
            candidates = first if first and len(first) == 1 else None
        if not candidates and name.kind in ("person", "unknown"):
            middle = self._by_middle.get(single)
            candidates = middle if middle and len(middle) == 1 else None
        if not candidates and name.kind == "organization":
            candidates = self._organization(words)
        if candidates:
            return candidates[0] if len(candidates) == 1 else self._recent(candidates)
        if key not in self._exact:
            if words in common or in_headline(self._text, name.start):
                return None
            self._exact[key] = self._open(words, name)
        return self._exact[key]

    def _organization(self, words: str) -> list[int] | None:
        """The one organization whose name has ``words`` as a part or as its initials ("NYT", "the Treasury")."""
        fitting = self._by_part.get(words) or self._by_part.get(words.replace(".", ""))
        return fitting if fitting is not None and len(fitting) == 1 else None

    def _recent(self, candidates: list[int]) -> int:
        """Of members that share a last name the last one that a sentence was about, or else the one mentioned last."""
        wanted = set(candidates)
        near = [mention for mention in reversed(self.mentions[-_LOOK_BACK:]) if mention.person in wanted]
        if not near:
            return min(candidates)
        foremost = next((mention for mention in near if mention.subject), near[0]).person
        if foremost in self._kin:
            return next((m.person for m in near if m.person not in self._kin), near[0].person)
        return foremost

    def _learn(self, text: str, name: Name, member: Member) -> None:
        """Gender and roles that the words around a mention tell."""
        for owned in (
            _OWNED_BEFORE.search(text, max(0, name.lead - _APART), name.lead),
            _OWNED_BEHIND.match(text, name.end),
        ):
            if owned is not None:
                member.owned[owned["noun"]] = owned["owner"] or ""
        if member.gender is None:
            before = text[max(0, name.lead - _NEAR) : name.lead].rstrip(", ").rpartition(" ")[2]
            behind = _KIN_BEHIND.match(text, name.end) if text.startswith(",", name.end) else None
            member.gender = kin_gender(before) or (kin_gender(behind["kin"]) if behind else None)
        if name.honorific and (told := gender_of("", name.honorific)):
            member.gender = told
        roles = roles_in(text[name.lead : name.start].lower()) if name.lead < name.start else frozenset()
        front = text[max(0, name.lead - 20) : name.lead].rsplit(maxsplit=1)
        if front and front[-1].islower() and front[-1][-1] not in ".!?":
            roles |= roles_in(front[-1])
        office = _OFFICE_BEFORE.search(text, max(0, name.lead - _APART), name.lead)
        if office is not None:
            roles |= roles_in(office["role"])
        bodies = _BODY_BEFORE.search(text, max(0, name.lead - _APART), name.lead)
        body_told = is_body_behind(text, name) or (bodies is not None and bodies["noun"] in speaking_bodies())
        set_apart = frozenset[str]() if body_told else roles_behind(text, name)
        roles |= {word for word in text[name.lead : name.start].lower().split() if word in name_lexicon().demonyms}
        made = _MADE.match(text, name.end)
        roles |= set_apart | (roles_in(made["role"]) if made is not None else frozenset())
        if member.kind == "unknown" and (body_told or (roles and roles <= speaking_bodies())):
            member.kind = "organization"
        if not roles or (member.kind == "organization" and not set_apart):
            return
        member.roles |= roles
        member.posts += _posts_beside(text, name)
        body = member.kind == "organization" and not (set_apart and _may_be_surname(member.name))
        if not body and not member.place:
            member.kind = "person"
        for role in sorted(roles):
            gender = role_gender(role)
            if gender and member.gender is None:
                member.gender = gender

    def _spokespersons(self, text: str, names: list[Name]) -> None:
        """Learn who speaks for whom: "Name, a spokesman for Body", "Body spokeswoman Name"."""
        starts = [n.start for n in names]
        for m in _SPOKESPERSON.finditer(text):
            after = bisect_left(starts, m.end())
            before = [n for n in names[max(0, after - 2) : after] if n.end <= m.start()]
            following = names[after] if after < len(names) else None
            body = before[-1] if before and m.start() - before[-1].end <= 3 else None
            if m["for"] and following is not None and following.lead == m.end():
                body = following
            person = following if following is not None and following.lead == m.end() and not m["for"] else None
            if person is None:
                apart = [n for n in before if n is not body and text[n.end : n.end + 2] == ", "]
                person = apart[-1] if apart and m.start() - apart[-1].end < _APART else None
            if person is not None and body is not None:
                self._speak_for(person, body)

    def _speak_for(self, person: Name, body: Name) -> None:
        speaker, principal = self.member(person), self.member(body)
        if speaker is not None and principal is not None and speaker is not principal and speaker.speaks_for is None:
            speaker.speaks_for = principal.name

    def member(self, name: Name) -> Member | None:
        """Whom a name of the article means."""
        number = self._of_name.get(name.start)
        return None if number is None else self.members[number]

    def number(self, name: Name) -> int | None:
        """The number of the member that a name means."""
        return self._of_name.get(name.start)

    def named(self, words: str) -> int | None:
        """The one person whose name ends as ``words`` do, or has them for initials: "IBSEN" or "PI" is Paul Ibsen."""
        candidates = self._by_last.get(parts_of(words)[-1], ())
        if not candidates and words.isupper() and len(words) <= _LABEL:
            people = (n for n, member in enumerate(self.members) if member.kind != "organization")
            candidates = [n for n in people if initials(self.members[n].name) == words]
        return candidates[0] if len(candidates) == 1 else None

    def before(self, at: int) -> list[Mention]:
        """The last mentions that end before a position, in order; no more than a few dozen."""
        stop = bisect_left(self._mention_ends, at + 1)
        return self.mentions[max(0, stop - _LOOK_BACK) : stop]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions of a range of the text, in order."""
        return self.mentions[bisect_left(self._mention_ends, start) : bisect_left(self._mention_ends, end)]

    def _find_places(self, masked: str, names: list[Name]) -> None:
        """Tell the places among the names of which nothing tells that they are persons: "in Bergvik", and who is."""
        for name in names:
            member = self.member(name)
            if member is not None and member.kind == "unknown" and not (member.roles or member.gender):
                if _WHO.match(masked, name.end) and not masked[name.start : name.end].endswith("s"):
                    member.kind = "person"
                    continue
                placed = _PLACED.search(masked, max(0, name.lead - _NEAR), name.lead) is not None
                member.place = member.place or placed or self._is_of_people(masked, name)
                member.impersonal = member.impersonal or self._has_article(masked, name)

    def _has_article(self, masked: str, name: Name) -> bool:
        """Whether "the" stands right before a name that is no adjective of a noun: "the Upper Tarn", a river."""
        bare = name.lead == name.start and masked[name.lead - 4 : name.lead] == "the "
        behind = _ATTRIBUTIVE.match(masked, name.end) if bare else None
        return bare and (behind is None or behind["noun"] in _after_nouns())

    def _is_of_people(self, masked: str, name: Name) -> bool:
        """Whether a name is rather an adjective for a people before a noun: "her Norlandish counterpart"."""
        noun = _ATTRIBUTIVE.match(masked, name.end) if masked[name.start : name.end].endswith(_OF_PEOPLES) else None
        return noun is not None and not (noun["noun"].endswith("ed") or noun["noun"] in _after_nouns())


@cache
def _after_nouns() -> frozenset[str]:
    """Words before which a name is no adjective."""
    return PREPOSITIONS | CONJUNCTIONS | cues.words("finite") | cues.words("auxiliaries") | cues.verbs().keys()


def _posts_beside(text: str, name: Name) -> Iterator[str]:
    """What stands right before a name and set apart behind it, in lower case: "the deputy mayor", NAME.

    Names of bodies are left out, which a description takes up by other words: "Green Accord", "the party leader".
    """
    title = text[name.lead : name.start]
    before = _RUN.sub("", _PHRASE_BREAK.split(text[max(0, name.lead - _APART) : name.lead].rstrip(", "))[-1])
    yield f"{before} {title}".lower()
    yield _RUN.sub("", _PHRASE_BREAK.split(text[name.end : name.end + _APART].removeprefix(", "))[0]).lower()


def _may_be_surname(words: str) -> bool:
    """Whether the last of several words is none that ends the name of a body."""
    last = words.casefold().rpartition(" ")[2]
    return " " in words and last not in name_lexicon().organizations | name_lexicon().known
