"""Two names of one person: two articles of a story that differ in the surname, the given name, or in both.

What is told of the person tells that it is one: the same post or age, or much the same for one given name. Each article
must know only one of the two names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from ..entities.genders import known_gender
from ..entities.names import one_letter_apart, same_person
from ..entities.offices import OfficeTable, office_table
from ..entities.title_clash import is_post
from ..entities.title_relation import generic_roles
from ..entities.values import age_of
from ..knowledge import load
from ..models import Claim, Group, Link, Span, Title
from ..text import folded_words
from .clauses import telling_root, told
from .clusters import event_group
from .people import person_of
from .slips import is_slip
from .slots import Page, article_pairs

SURNAME = "surname"
"""The evidence of a link of two surnames: how much their sentences share."""

GIVEN, HOLDER = "given name", "holder"
"""The evidence of links of two given names before one surname, and of two holders of one post."""

SURE = 0.6
"""How sure two names are of one person that share the given name and a post or age, or a post of a sole holder."""

LIKELY = 0.25
"""How sure two surnames are of one person whose sentences share enough: of those that were read, about half are. So are
two given names, of which one may be a middle name or a relative's."""

ALIKE, MUCH_ALIKE = 0.7, 0.85
"""Least Jaro-Winkler likeness of two names with one first letter, and of any two, from which on they are of one person
where the rest of the name is the same and nobody else has it in either article. All pairs in 285 stories that were read
are above the first, and all that are of two persons below it."""

OPENING = 3
"""Letters in common at the start of two surnames that tell as much: "Ormondroyd", "Ormerod"."""

_SOON = 1000
"""Characters behind the first mention of somebody within which the full name is looked for."""

_NEAR = 24
"""Characters before a name that hold a word for kin."""

NAMESAKES = 50
"""Persons of one given name, surname or post in an article that are held against one of another article."""

SHARED, TELLING = 2, 4.0
"""Roots that the sentences of both must share, and the least information of each, in nats."""


class Post(NamedTuple):
    """A post by what names it."""

    head: str
    office: str | None
    of: tuple[str | None, str | None, frozenset[str]]
    """Its place, its organization, and the other words."""
    sole: bool
    """Whether one person has it at a time."""


@dataclass(eq=False)
class Bearer:
    """A person of a full name, where an article names the person first."""

    claim: Claim
    span: Span
    name: str
    words: tuple[str, ...]
    page: Page
    posts: frozenset[Post]
    """The posts that the article gives the person as of its time, of those that are told in full."""
    roles: frozenset[str]
    """Its roles that are posts, whatever else the article tells of them: "mayor", "fire chief"."""
    ages: frozenset[float]
    alone: bool
    """Whether the article gives nobody else the surname."""

    @cached_property
    def near(self) -> Counter[str]:
        """In how many sentences with the surname each telling root stands, but for those of the name."""
        forms, own = {self.words[-1], f"{self.words[-1]}'s"}, set(map(telling_root, self.words))
        clauses = self.page.clauses
        told_of = (at for at, sentence in enumerate(clauses.sentences) if not forms.isdisjoint(sentence.lows))
        return Counter(word for at in told_of for word in clauses.telling[at] if word not in own)

    def is_own(self, word: str) -> bool:
        """Whether a root stands at least as often in the sentences with the surname as in all others."""
        return 2 * self.near[word] >= self.page.clauses.counts[word]


def group_surnames(pages: Sequence[Page], table: OfficeTable | None = None) -> Iterator[Group]:
    """A group for each two names that two articles seem to give one person."""
    table = table or office_table()
    bearers = {page.article.id: _bearers(page, table) for page in pages}
    for a, b in article_pairs(pages):
        for x, y in _near(bearers[a.article.id], bearers[b.article.id]):
            found = _told_of_one(x, y) if _known_apart(x, y) else None
            if found is not None:
                evidence, sure = found
                link = Link(a=x.claim.id, b=y.claim.id, score=sure, evidence={evidence: 1.0}, values=(x.span, y.span))
                yield event_group([x.claim.id, y.claim.id], [link], f"{x.name}/{y.name}")


def _near(xs: Sequence[Bearer], ys: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """The persons of two articles that have the given name, the surname, both initials or a sole post in common."""
    found: defaultdict[object, list[int]] = defaultdict(list)
    for at, y in enumerate(ys):
        for key in _keys(y):
            found[key].append(at)
    for x in xs:
        for at in sorted({at for key in _keys(x) for at in found.get(key, ())[:NAMESAKES]}):
            yield x, ys[at]


def _keys(bearer: Bearer) -> Iterator[object]:
    yield "given", bearer.words[0]
    yield "surname", bearer.words[-1]
    yield "initials", bearer.words[0][0] + bearer.words[-1][0]
    yield from (post for post in bearer.posts if post.sole)


def _bearers(page: Page, table: OfficeTable) -> list[Bearer]:
    """The persons of an article, by their full names."""
    first: dict[str, tuple[Claim, Span]] = {}
    titles: defaultdict[str, list[Title]] = defaultdict(list)
    ages: defaultdict[str, set[float]] = defaultdict(set)
    for claim in page.claims:
        person = person_of(claim)
        if person is None or person.kind != "person" or person.resolved_by != "name":
            continue
        first.setdefault(person.name, (claim, person.mention.span))
        if claim.title is not None and claim.title.status == "current" and claim.title.asserted:
            titles[person.name].append(claim.title)
        age = age_of(claim)
        if age is not None:
            ages[person.name].add(age)
    split = {name: tuple(word for word in folded_words(name) if word not in _generations()) for name in first}
    family = Counter(words[-1] for words in split.values() if len(words) > 1)
    found: list[Bearer] = []
    for name, (claim, span) in first.items():
        words = split[name]
        if len(words) > 1 and min(len(words[0]), len(words[-1])) > 1 and "and" not in words:
            posts = frozenset(post for title in titles[name] if (post := _post(title, table)) is not None)
            roles = frozenset(role for title in titles[name] if (role := _role(title, table)))
            alone = family[words[-1]] == 1 and not _is_kin(page.article.text, name, span.start)
            found.append(Bearer(claim, span, name, words, page, posts, roles, frozenset(ages[name]), alone))
    return found


def _known_apart(x: Bearer, y: Bearer) -> bool:
    """Whether two names are no forms of one, and neither article knows what only the other name has."""
    if "".join(x.words) == "".join(y.words):
        return False
    if _is_feminine(x.words[-1], y.words[-1]) or _is_feminine(y.words[-1], x.words[-1]):
        return False
    own, other = set(x.words) - set(y.words), set(y.words) - set(x.words)
    if not own or not other or not own.isdisjoint(y.page.words) or not other.isdisjoint(x.page.words):
        return False
    if same_person(x.name, y.name) or one_letter_apart(x.name, y.name):
        return False
    return not is_slip(x.words[0], y.words[0]) or x.words[-1] != y.words[-1]


def _told_of_one(x: Bearer, y: Bearer) -> tuple[str, float] | None:
    """What tells that two names are of one person, and how sure it is; None where nothing does."""
    posts = x.posts & y.posts
    post = any(any(post.of) for post in posts)
    if x.words[0] == y.words[0]:
        # Where the last words are the same, it is the first of two surnames, or a middle name, that differs.
        alike = post or bool(x.roles & y.roles) or not x.ages.isdisjoint(y.ages) or _like_surnames(x, y)
        return (SURNAME, SURE) if alike else (SURNAME, LIKELY) if _told_alike(x, y) else None
    if x.words[-1] == y.words[-1]:
        may, roles = _may_be_one(x, y), x.roles & y.roles
        if may and (_like(x.words[0], y.words[0]) or (roles and not x.ages.isdisjoint(y.ages))):
            return GIVEN, SURE
        return (GIVEN, LIKELY) if post or _share_office(x, y) or (may and roles & _sole()) else None
    if any(post.sole for post in posts):
        return HOLDER, SURE
    one = _may_be_one(x, y) and _like(x.words[0], y.words[0]) and _like(x.words[-1], y.words[-1])
    return (SURNAME, SURE) if one and (x.roles & y.roles or not x.ages.isdisjoint(y.ages)) else None


def _like_surnames(x: Bearer, y: Bearer) -> bool:
    """Whether two surnames are alike by their letters."""
    one, other = x.words[-1], y.words[-1]
    return one[:OPENING] == other[:OPENING] or _like(one, other)


def _like(one: str, other: str) -> bool:
    """Whether two names are alike by their letters."""
    return JaroWinkler.similarity(one, other) >= (ALIKE if one[0] == other[0] else MUCH_ALIKE)


def _may_be_one(x: Bearer, y: Bearer) -> bool:
    """Whether two may be one person: the only ones of their surnames, of no two genders, ages or posts."""
    genders = {known_gender(x.words[0]), known_gender(y.words[0])}
    ages = bool(x.ages and y.ages) and x.ages.isdisjoint(y.ages)
    heads, others = ({role.rpartition(" ")[2] for role in bearer.roles} - generic_roles() for bearer in (x, y))
    roles = bool(heads and others) and heads.isdisjoint(others)
    return x.alone and y.alone and genders != {"male", "female"} and not ages and not roles


def _told_alike(x: Bearer, y: Bearer) -> bool:
    """Whether two are told of alike, by one thing at least of their own: all of a story share what it is about."""
    shared = [word for word in x.near.keys() & y.near.keys() if told(word) >= TELLING]
    return len(shared) >= SHARED and any(x.is_own(word) and y.is_own(word) for word in shared)


def _share_office(x: Bearer, y: Bearer) -> bool:
    return any(p.office is not None and p.office == q.office for p, q in product(x.posts, y.posts))


def _post(title: Title, table: OfficeTable) -> Post | None:
    """The post that a title names by more than its role noun, or as an office of the table that is no rank."""
    read, found = table.read(title.text), table.find(title.text)
    office = found.office.id if found is not None and found.office.kind != "rank" else None
    of = read.jurisdiction, read.organization, read.modifiers
    if not read.head or not (any(of) or office):
        return None
    named = bool(read.jurisdiction or read.organization or read.names)
    return Post(read.head, office, of, named and read.head in _sole())


def _is_kin(text: str, name: str, first: int) -> bool:
    """Whether a word for kin stands right before a full name, soon behind where its bearer is told of first.

    "The mayor came with his son, NAME": the mayor of that surname is another one.
    """
    at = text.find(name, first, first + _SOON)
    return at >= 0 and _kin().search(text, max(0, at - _NEAR), at) is not None


@cache
def _kin() -> re.Pattern[str]:
    """A word for kin right before a name."""
    table = load("names")["words"]
    words = (word for key in ("kin_male", "kin_female", "kin_either") for word in table[key].split())
    return re.compile(rf"\b(?:{'|'.join(sorted(words))}),?\s$")


def _is_feminine(one: str, other: str) -> bool:
    """Whether a surname is a woman's form of another one, which not all outlets write: "Novak", "Novakova"."""
    return one.startswith(other[:-1]) and one.endswith(("ova", "eva", "aya", "ska", "cka"))


def _role(title: Title, table: OfficeTable) -> str:
    """The role of a title, if it is a post: "fire chief", "mayor"; nothing otherwise."""
    read = table.read(title.text)
    whole = next((f"{word} {read.head}" for word in sorted(read.modifiers) if f"{word} {read.head}" in _sole()), "")
    return whole or (read.head if is_post(read.head) or read.head in _sole() else "")


@cache
def _generations() -> frozenset[str]:
    return frozenset(load("honorifics")["generations"])


@cache
def _sole() -> frozenset[str]:
    """Roles that one person has at a time, in one place or body."""
    return frozenset(load("title_words")["words"]["one_holder"])
