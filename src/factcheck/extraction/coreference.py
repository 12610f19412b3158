"""Who a name, a pronoun or a description means within one article.

The people and organizations of an article are gathered once (the cast): shorter forms of a name join the fullest one,
honorifics, given names and gendered role words tell the gender, role words beside a name tell the role. A pronoun goes
back to the last subject that agrees with it, a description such as "the senator" to the last person of that role.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from ..entities.name_parts import in_small_letters
from ..knowledge import load
from ..models import SpeakerKind
from . import cues
from .name_words import Gender, gender_of, kin_gender, name_lexicon
from .names import Name
from .pronouns import Antecedent, Mention, Trail
from .quotations import PLACEHOLDER
from .role_words import called, role_gender, role_words, roles_in

_NEUTER = frozenset(("it", "its"))
_APPOSITION = re.compile(r"[^.;:\n\ufffc]{3,70}")
_LOOK_BACK = 40
_BARE = 2
"""Words of a description without attributes: "the company"."""
_LEAST_INITIALS = 2
_INSIDE = r"(?:[^,.\n“”\"]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.)"
_VERB_AFTER = re.compile(
    rf"(?:\s*\([^()\n]{{1,60}}\))?(?P<apart>(?:\sof\s[A-Z]{_INSIDE}{{2,40}}+)?,{_INSIDE}{{2,90}}+(?:,{_INSIDE}{{2,40}}+)?,)?\s+"
    r"(?:(?:[a-z]+ly|also|later|then|himself|herself|never|still|once|now|even|again|just|already|who)\s+){0,2}"
    r"(?P<verb>[a-z]+(?:n[’']t)?)"
)
_SPOKESPERSON = re.compile(r"[Ss]pokes(?:man|woman|person)(?:(?P<for>,? for (?:the )?)| )?")
_GENERATIONS = ("jr", "sr", "ii", "iii", "iv")
_APART = 60
_NEAR = 24
"""Characters before a name that hold a word for kin."""
_KIN_BEHIND = re.compile(r",\s(?:\d{1,3},\s)?(?:the|a|his|her|their)\s(?:[a-z-]+\s)?(?P<kin>[a-zé-]+)\b")
_SENTENCE_BREAK = re.compile(r"[.!?\ufffc”\"]['’)]?\s|\n")
_ENDS_SENTENCE = frozenset('.!?:”"\ufffc')
_INTRODUCING = frozenset(
    ("but", "and", "yet", "so", "still", "then", "while", "when", "as", "after", "although", "though", "for", "the")
)


class Member:
    """A person or organization of the article."""

    __slots__ = ("gender", "kind", "name", "place", "roles", "speaks_for")

    def __init__(self, name: str, kind: SpeakerKind, place: bool) -> None:
        self.name = name
        self.kind = kind
        self.place = place
        self.gender: Gender | None = None
        self.roles: set[str] = set()
        self.speaks_for: str | None = None


class Cast:
    """The people and organizations that an article names, and where."""

    def __init__(self, text: str, masked: str, names: list[Name]) -> None:
        self.members: list[Member] = []
        self.mentions: list[Mention] = []
        self._of_name: dict[int, int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        self._exact: dict[str, int] = {}
        self._text = text
        self._gather(names)
        common = self._common_words(masked, names)
        at, led = 0, False
        for name in names:
            number = self._join(name, common)
            if number is None:
                continue
            self._of_name[name.start] = number
            if masked[name.start] != PLACEHOLDER:
                led = led and _SENTENCE_BREAK.search(masked, at, name.lead) is None
                rank = _is_subject(masked, name, not led)
                led = led or rank > 0
                at = name.end
                self.mentions.append(Mention(name.start, name.end, number, rank))
                self._learn(masked, name, self.members[number])
        self._mention_ends = [m.end for m in self.mentions]
        self._spokespersons(masked, names)
        self._trail = Trail(masked, self.mentions, self.members, self._role_of)

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
                first = masked[n.start] == PLACEHOLDER or _opens_sentence(masked, n.lead)
                (opening if first and not _roles_behind(masked, n) else inside).add(words)
        return opening - inside

    def _gather(self, names: list[Name]) -> None:
        """Open a member for every full name, the longest form of a name first."""
        full: dict[str, Name] = {}
        for n in names:
            words = self._text[n.start : n.end]
            if " " in words:
                full.setdefault(words, n)
        for words, n in sorted(full.items(), key=lambda item: (-len(item[0]), item[1].start)):
            if words.casefold() in self._exact:
                continue
            number = self._same(words, n)
            if number is None:
                number = self._open(words, n)
            self._exact[words.casefold()] = number

    def _same(self, words: str, name: Name) -> int | None:
        """The member whose name is a longer form of ``words``: the same first and last name, or the same end."""
        if name.kind == "organization":
            return None
        parts, mark = _parts(words), _generation(words)
        for number in self._by_last.get(parts[-1], ()):
            other = _parts(self.members[number].name)
            if mark and _generation(self.members[number].name) not in ("", mark):
                continue
            if (
                other[-len(parts) :] == parts
                or other[0] == parts[0]
                or (len(parts[0]) == 1 and other[0][:1] == parts[0])
            ):
                return number
        return None

    def _open(self, words: str, name: Name) -> int:
        kind: SpeakerKind = "unknown" if name.kind == "place" else name.kind
        number = len(self.members)
        written = in_small_letters(words) if kind != "organization" else words
        member = Member(written, kind, name.kind == "place")
        self.members.append(member)
        parts = _parts(words)
        if kind == "organization" and len(parts) > 1:
            whole = words.split()
            initials = "".join(p[0] for p in whole if p[0].isupper())
            for part in sorted({*whole, *([initials] if len(initials) > _LEAST_INITIALS else [])}):
                self._by_part.setdefault(part, []).append(number)
        if kind != "organization" and not member.place:
            self._by_last.setdefault(parts[-1], []).append(number)
            if len(parts) > 1:
                self._by_first.setdefault(parts[0], []).append(number)
        member.gender = gender_of(words, name.honorific) if kind != "organization" else None
        return number

    def _join(self, name: Name, common: set[str]) -> int | None:
        words = self._text[name.start : name.end]
        key = words.casefold()
        if " " in words:
            return self._exact.get(key)
        parts = _parts(words)
        single = parts[-1] if parts else key
        candidates = self._by_last.get(single) if name.kind in ("person", "unknown") else None
        if candidates and name.honorific:
            gender = gender_of(words, name.honorific)
            candidates = [c for c in candidates if self.members[c].gender in (gender, None) or gender is None]
        if not candidates and (name.kind == "unknown" or name.honorific in name_lexicon().before_given):
            first = self._by_first.get(single)
            candidates = first if first and len(first) == 1 else None
        if not candidates and name.kind == "organization":
            candidates = self._organization(words)
        if candidates:
            return candidates[0] if len(candidates) == 1 else self._recent(candidates)
        if key not in self._exact:
            if words in common:
                return None
            self._exact[key] = self._open(words, name)
        return self._exact[key]

    def _organization(self, words: str) -> list[int] | None:
        """The one organization whose name has ``words`` as a part or as its initials ("NYT", "the Treasury")."""
        fitting = self._by_part.get(words) or self._by_part.get(words.replace(".", ""))
        return fitting if fitting is not None and len(fitting) == 1 else None

    def _recent(self, candidates: list[int]) -> int:
        """Of members that share a last name the one mentioned last."""
        wanted = set(candidates)
        for mention in reversed(self.mentions[-_LOOK_BACK:]):
            if mention.person in wanted:
                return mention.person
        return min(candidates)

    def _learn(self, text: str, name: Name, member: Member) -> None:
        """Gender and roles that the words around a mention tell."""
        if member.gender is None:
            before = text[max(0, name.lead - _NEAR) : name.lead].rstrip(", ").rpartition(" ")[2]
            behind = _KIN_BEHIND.match(text, name.end) if text.startswith(",", name.end) else None
            member.gender = kin_gender(before) or (kin_gender(behind["kin"]) if behind else None)
        if name.honorific and (told := gender_of("", name.honorific)):
            member.gender = told
        roles = roles_in(text[name.lead : name.start].lower()) if name.lead < name.start else frozenset()
        front = text[max(0, name.lead - 20) : name.lead].rsplit(maxsplit=1)
        if front and front[-1].islower():
            roles |= roles_in(front[-1])
        roles |= _roles_behind(text, name)
        if not roles:
            return
        member.roles |= roles
        if member.kind == "unknown" and not member.place:
            member.kind = "person"
        for role in sorted(roles):
            gender = role_gender(role)
            if gender and member.gender is None:
                member.gender = gender

    def member(self, name: Name) -> Member | None:
        """Whom a name of the article means."""
        number = self._of_name.get(name.start)
        return None if number is None else self.members[number]

    def number(self, name: Name) -> int | None:
        """The number of the member that a name means."""
        return self._of_name.get(name.start)

    def antecedent(self, pronoun: str, at: int, speakers: Sequence[tuple[int, int]]) -> Antecedent | None:
        """The member that a pronoun at position ``at`` goes back to, or None where none agrees.

        ``speakers`` are (position, member) of the attributions before, in order.
        """
        if pronoun.lower() in _NEUTER:
            thing = self._thing(at)
            return None if thing is None else Antecedent(thing, only=False)
        return self._trail.antecedent(pronoun, at, speakers)

    def named(self, words: str) -> int | None:
        """The one person whose name ends as ``words`` do, whatever their case: "IBSEN" is Paul Ibsen."""
        candidates = self._by_last.get(_parts(words)[-1], ())
        return candidates[0] if len(candidates) == 1 else None

    def before(self, at: int) -> list[Mention]:
        """The last mentions that end before a position, in order; no more than a few dozen."""
        stop = bisect_left(self._mention_ends, at + 1)
        return self.mentions[max(0, stop - _LOOK_BACK) : stop]

    def _thing(self, at: int) -> int | None:
        """The organization that "it" goes back to: the last subject, if that is one."""
        for mention in reversed(self.before(at)):
            if mention.subject == 2:
                return mention.person if self.members[mention.person].kind == "organization" else None
        return None

    def described(self, phrase: str, at: int) -> int | None:
        """The member that a definite description ("the senator") means, or None."""
        words = phrase.lower().split()
        if not words or words[0] not in ("the", "this", "that"):
            return None
        if not roles_in(" ".join(words[1:])):
            return self._body(words[1], at) if len(words) == _BARE else None
        return self._role_of(phrase.lower(), at)

    def _role_of(self, phrase: str, at: int) -> int | None:
        """The last person whom the text gave one of the roles that a description names, or a narrower one."""
        roles = roles_in(phrase)
        if roles:
            for mention in reversed(self.before(at)):
                if any(called(role, own) for role in roles for own in self.members[mention.person].roles):
                    return mention.person
        return None

    def _body(self, noun: str, at: int) -> int | None:
        """The organization that "the newspaper" or "the company" means: the only one of that kind named lately."""
        heads = _heads_of(noun)
        if not heads:
            return None
        named = {m.person for m in self.before(at)}
        fitting = [n for n in named if self.members[n].kind == "organization" and _heads(self.members[n].name, heads)]
        return fitting[0] if len(fitting) == 1 else None


def _roles_behind(text: str, name: Name) -> frozenset[str]:
    """The roles that an apposition behind a name tells; "NAME, the sheriff said" is none."""
    apposition = _APPOSITION.match(text, name.end + 2) if text.startswith(", ", name.end) else None
    if apposition is None:
        return frozenset()
    words = apposition.group().lower()
    first = words.partition(",")[0].split()
    verbs = cues.verbs()
    if first[0] != "who" and any(
        (verb := verbs.get(word)) and verb.saying and verb.form in ("past", "s") for word in first[1:]
    ):
        return frozenset()
    return roles_in(words)


def _heads(name: str, heads: frozenset[str]) -> bool:
    """Whether the name of an organization has one of these words at its end or before "of"."""
    return name.partition(" of ")[0].rpartition(" ")[2].strip(".").casefold() in heads


@cache
def _heads_of(noun: str) -> frozenset[str]:
    """The words that end the names of the organizations which a noun describes, by the table of cues."""
    listed: dict[str, str] = load("cues")["bodies"]
    return frozenset(listed.get(noun, "").split())


def _generation(words: str) -> str:
    """The mark of a generation that ends a name ("jr"), or nothing."""
    last = words.rsplit(maxsplit=1)[-1].strip(".,").casefold()
    return last if last in _GENERATIONS else ""


@lru_cache(maxsize=1 << 14)
def _parts(words: str) -> tuple[str, ...]:
    """The parts of a personal name in lower case, without suffix and nickname."""
    parts = [
        p.strip(".,").casefold().removeprefix("al-").removeprefix("el-") for p in words.split() if p[0] not in '"“'
    ]
    while len(parts) > 1 and parts[-1] in _GENERATIONS:
        parts.pop()
    return tuple(parts)


def _is_subject(text: str, name: Name, opens: bool) -> int:
    """How far a name is a subject, see ``Mention``. ``opens``: no other subject comes before it in its sentence."""
    following = text[name.end : name.end + 2]
    if following in ("'s", "’s"):
        return 0
    after = _VERB_AFTER.match(text, name.end) if following[:1] in (" ", ",", "\u00a0") else None
    if after is not None and not after["apart"] and after["verb"] in _modifying():
        return 0
    if _opens_sentence(text, name.lead) or _inverted(text, name.lead):
        return 2
    word = after["verb"] if after is not None else ""
    verb = cues.verbs().get(word)
    if verb is not None and verb.form != "ing":
        return 2 if verb.saying or opens else 1
    return 1 + opens if word in cues.words("finite") or word.endswith("ed") else 0


def _inverted(text: str, at: int) -> bool:
    """Whether a finite verb of saying stands right before ``at``: "said Name"."""
    front = text[max(0, at - 16) : at].rsplit(maxsplit=1)
    verb = cues.verbs().get(front[-1]) if front else None
    return verb is not None and verb.saying and verb.form in ("past", "s")


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence starts at ``at``, or no more than a conjunction and an article before it."""
    front = text[max(0, at - 16) : at]
    line = front.rpartition("\n")[2]
    words = line.split()
    while words and words[-1].lower() in _INTRODUCING:
        if len(words) == 1:
            return len(line) < len(front) or at <= 16 or words[-1][0].isupper()
        words.pop()
    return not words or words[-1][-1] in _ENDS_SENTENCE or words[-1].rstrip("'’)")[-1:] in _ENDS_SENTENCE


@cache
def _modifying() -> frozenset[str]:
    """Nouns before which a name is no subject: "Name spokesman", "Name campaign"."""
    roles = set(role_words())
    return frozenset(roles | {f"{r}s" for r in roles} | cues.words("bodies")) - cues.words("finite") - set(cues.verbs())
