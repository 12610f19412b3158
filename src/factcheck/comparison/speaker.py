"""Speaker: one quotation that two sources give to two persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import combinations, product

from ..entities.genders import given_names
from ..entities.name_parts import name_tables, parse_name
from ..entities.names import one_letter_apart, same_person
from ..models import Comparison, Conflict, Evidence, Group, Speaker
from ..settings import Settings
from ..text import Range, fold, folded_words
from .collation import words_in_common
from .context import NOTHING, Context
from .occasion import SAME, same_words
from .readings import Version, pieces, versions

SURE = 0.8
"""Least confidence of an attribution that can contradict another. Below it, the mistake is likely our own."""

ALONE = 0.9
"""Least confidence of an attribution by a pronoun that surely contradicts a name."""

DESCRIBED = 0.7
"""Least confidence of an attribution by a description that contradicts a name, where its article lacks that name."""

DOUBT = 0.25
"""What the confidence of a contradiction that hangs on a pronoun or description is multiplied by: it is possible."""

ROLE = 3
"""Most words of a role that is told alone, with its article: a longer one describes in its own way."""

PIECE = 9
"""Least words of a piece of a quotation that tells by itself that two articles quote the same words."""

MANY = 12
"""Persons to whom articles give one quotation up to which they contradict each other: more of them use a phrase."""

SHOWN = 12
"""Words of the quotation that a summary shows."""

_GENDERS = {"he": "male", "his": "male", "she": "female", "her": "female"}

SELF = frozenset({"i", "me", "my"})
"""Words by which a person speaks of himself or herself."""


def compare_speakers(group: Group, context: Context, settings: Settings) -> Comparison:
    """One conflict where articles give a quotation to different persons, each named with confidence.

    An organization does not contradict its member or its spokesperson. A description does so where its article doesn't
    name the other person. A pronoun that may be somebody else's, the role of somebody without a name, and two
    organizations, which may have spoken as one, contradict others only possibly.
    """
    if group.topic != "utterance":
        return NOTHING
    found = versions(group, context)
    sure = _told(found, group, context, ALONE)
    if sure is not None:
        return Comparison(conflicts=(sure,))
    doubtful = _told(found, group, context, SURE) or _faint(found, group, context)
    if doubtful is None or doubtful.confidence * DOUBT < settings.possible:
        return NOTHING
    weaker = doubtful.model_copy(update={"confidence": round(doubtful.confidence * DOUBT, 2)})
    return Comparison(possible=(weaker,))


def _told(given: Sequence[Version], group: Group, context: Context, least: float) -> Conflict | None:
    """The conflict of a group in which pronouns count from a confidence on."""
    found = [version for version in given if _speaks(version, context, SURE)]
    involved = _contradicted(found, group, context, least)
    if not involved:
        return None
    names: list[list[Version]] = []
    for version in involved:
        home = next((own for own in names if not _differ(own[0].speaker, version.speaker)), None)
        if home is None:
            names.append([version])
        else:
            home.append(version)
        if len(names) > MANY:
            return None
    return _conflict(names, group, context)


def _faint(found: Sequence[Version], group: Group, context: Context) -> Conflict | None:
    """The conflict of two versions that tell a role no other article tells, or name organizations."""
    told = [_Told(version, speaker) for version in found if (speaker := version.speaker)]
    role = any(one.is_role for one in told)
    able = [one for one in told if one.is_body or (role and (one.is_role or one.is_named))]
    for a, b in combinations(able, 2):
        if a.is_body != b.is_body or (a.is_named and b.is_named):
            continue
        if context.root(a.version.article.id) == context.root(b.version.article.id):
            continue
        apart = a.words.isdisjoint(b.words) if a.is_body else a.is_stranger_to(b) and b.is_stranger_to(a)
        if apart and _differ(a.speaker, b.speaker) and same_words(a.version, b.version, group, context):
            return _conflict([[a.version], [b.version]], group, context)
    return None


class _Told:
    """A version with what tells its speaker: a body by name, a person by name, or a person by a role alone."""

    def __init__(self, version: Version, speaker: Speaker) -> None:
        self.version, self.speaker = version, speaker
        named = _named(speaker)
        self.is_body = named and speaker.kind == "organization"
        self.is_named = named and _is_person(speaker)
        self.is_role = not self.is_named and _is_role(speaker)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the speaker's name."""
        return frozenset(folded_words(self.speaker.name))

    def is_stranger_to(self, other: _Told) -> bool:
        """Whether the other's article has no word of the speaker."""
        return folded_words(self.speaker.name)[-1] not in _words(other.version.article.text)


def _is_role(speaker: Speaker) -> bool:
    """Whether a speaker is told by a role of one noun, and has no name: "a neighbour", "the bus driver"."""
    words = speaker.name.split()
    return (
        speaker.resolved_by == "description"
        and speaker.kind == "person"
        and len(words) <= ROLE
        and speaker.name[1:].islower()
    )


def _contradicted(found: Sequence[Version], group: Group, context: Context, least: float) -> list[Version]:
    """Those versions of whose words another article names another speaker."""
    named: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for at, version in enumerate(found):
        if version.speaker is not None:
            named[version.speaker.name, version.speaker.on_behalf_of].append(at)
    involved: set[int] = set()
    for one, other in combinations(named.values(), 2):
        if len(named) <= MANY and not _differ(found[one[0]].speaker, found[other[0]].speaker):
            continue
        for x, y in product(one, other):
            if not {x, y} <= involved and _contradict(found[x], found[y], group, context, least):
                involved |= {x, y}
        if len(involved) == len(found):
            break
    return [version for at, version in enumerate(found) if at in involved]


def _contradict(a: Version, b: Version, group: Group, context: Context, least: float) -> bool:
    """Whether two versions give the same words to two persons."""
    return (
        context.root(a.article.id) != context.root(b.article.id)
        and _differ(a.speaker, b.speaker)
        and not _of_one_family(a.speaker, b.speaker)
        and _is_sure(a, b, least)
        and _is_sure(b, a, least)
        and (same_words(a, b, group, context) or _share_piece(a, b, group, context, least))
    )


def _is_sure(version: Version, other: Version, least: float) -> bool:
    """Whether a version's words are surely not the other's speaker's.

    Their speaker is told by name, or by a pronoun from a confidence on; or the pronoun can't mean the other, who
    is of the other gender, by the name or by the pronoun of its own article, or is not named in its article at all.
    """
    speaker, rival = version.speaker, other.speaker
    if speaker is None or rival is None:
        return False
    if speaker.resolved_by == "name" or (speaker.resolved_by == "pronoun" and speaker.confidence >= least):
        return True
    name = parse_name(rival.name)
    gender = _pronoun_gender(speaker)
    if gender is not None and _pronoun_gender(rival) not in (gender, None):
        return True
    if gender is not None and {given_names().get(given) for given in name.given[:1]} - {None, gender}:
        return True
    return _words(version.article.text).isdisjoint((*name.given, *name.surname))


def _pronoun_gender(speaker: Speaker) -> str | None:
    return _GENDERS.get(speaker.mention.text.lower())


@lru_cache(maxsize=16)
def _words(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


def _share_piece(a: Version, b: Version, group: Group, context: Context, least: float) -> bool:
    """Whether a longer piece of two quotations is the same, where the rest of what each article quotes is not."""
    pairs = product(pieces(a, group), pieces(b, group))
    long = ((x, y) for x, y in pairs if _is_telling(x, y))
    return any(
        _speaks(x, context, SURE)
        and _speaks(y, context, SURE)
        and _is_sure(x, y, least)
        and _is_sure(y, x, least)
        and _differ(x.speaker, y.speaker)
        and same_words(x, y, group, context)
        for x, y in long
    )


def _is_telling(a: Version, b: Version) -> bool:
    """Whether two pieces are long, or word for word one: two people hardly form a sentence alike in one story."""
    return min(len(a.reading.tokens), len(b.reading.tokens)) >= PIECE or a.reading.keys == b.reading.keys


def different_speakers(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two attributions, each sure and by name, are to two persons. A slip of a letter makes no second one."""
    return all(s is not None and _named(s) and _is_person(s) for s in (a, b)) and _differ(a, b)


def two_names(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two are named, however sure, as who speaks, neither of them known as an organization."""
    return all(s is not None and _may_be_person(s) for s in (a, b)) and _differ(a, b)


def _differ(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers can't be one: not by their names, as joint speakers, nor where one speaks for the other."""
    if a is None or b is None:
        return True
    if any(x.on_behalf_of and same_person(x.on_behalf_of, y.name) for x, y in ((a, b), (b, a))):
        return False
    return not any(_may_be_one(x, y) for x in a.name.split(" and ") for y in b.name.split(" and "))


def _of_one_family(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers share a surname and a pronoun tells one of them: among kin it is easily misread."""
    if a is None or b is None or "pronoun" not in (a.resolved_by, b.resolved_by):
        return False
    return parse_name(a.name).surname == parse_name(b.name).surname


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names may be one person's. What no table knows as a given name may be a nickname: "Mad Dog"."""
    if fold(a).replace(" ", "") == fold(b).replace(" ", "") or same_person(a, b) or one_letter_apart(a, b):
        return True
    one, other = parse_name(a), parse_name(b)
    nicknamed = any(name.given and name.given[0] not in name_tables().given for name in (one, other))
    return nicknamed and bool(one.given and other.given) and one.surname == other.surname


def _named(speaker: Speaker, least: float = ALONE) -> bool:
    """Whether an attribution is sure by itself: by name, or by a pronoun from a confidence on."""
    return speaker.confidence >= {"name": SURE, "pronoun": least}.get(speaker.resolved_by, 2.0)


def _is_described(speaker: Speaker) -> bool:
    """Whether a description surely means somebody whom its article names, and whose name the speaker has."""
    told = speaker.resolved_by == "description" and speaker.confidence >= DESCRIBED
    return told and not speaker.name.islower()


def _speaks(version: Version, context: Context, least: float) -> bool:
    """Whether a person is surely named as the speaker.

    What its article gives an age is a person, and so is whoever of two names or more is "she", or says "I": a body
    says "we".
    """
    speaker = version.speaker
    if speaker is None or not (_named(speaker, least) or _is_described(speaker)):
        return False
    if _is_person(speaker):
        return True
    if speaker.kind != "unknown":
        return False
    if " " in speaker.name and (_pronoun_gender(speaker) or not SELF.isdisjoint(version.reading.keys)):
        return True
    told = context.by_article.get(version.article.id, ())
    aged = (claim.subject for claim in told if any(quantity.kind == "age" for quantity in claim.quantities))
    return any(subject is not None and subject.name == speaker.name for subject in aged)


def _is_person(speaker: Speaker) -> bool:
    """Whether a speaker is a person, as the article says or as the given name in front of a surname tells."""
    first, _, rest = fold(speaker.name).strip().partition(" ")
    given = speaker.kind == "unknown" and bool(rest) and first in name_tables().full_names
    return speaker.kind == "person" or given


def _may_be_person(speaker: Speaker) -> bool:
    """Whether a speaker is a person, or has a name of two words or more, all written large, as persons have."""
    words = speaker.name.split()
    named = all(word[0].isupper() for word in words)
    return named and (_is_person(speaker) or (speaker.kind == "unknown" and len(words) > 1))


def _conflict(names: Sequence[Sequence[Version]], group: Group, context: Context) -> Conflict:
    sides = sorted(
        (context.side(_fullest(own), [e for version in own for e in _evidence(version)]) for own in names),
        key=lambda side: (-side.witnesses, side.value),
    )
    shortest = min((v for own in names for v in own), key=lambda v: (len(v.reading.tokens), v.reading.keys))
    words = shortest.printed(*_shared(shortest, [version for own in names for version in own]))
    given = " and ".join(f"to {side.value} by {context.articles[side.articles[0]].outlet}" for side in sides)
    return Conflict(
        id=Conflict.fingerprint("speaker", fold(words), tuple(fold(side.value) for side in sides)),
        kind="speaker",
        nature="different",
        severity="medium" if any(v.speaker.on_behalf_of for own in names for v in own if v.speaker) else "high",
        confidence=round(min(v.speaker.confidence for own in names for v in own if v.speaker), 2),
        subject=f"“{words}”",
        summary=f"The words “{words}” are given {given}.",
        explanation="The articles print the same words and name different persons as their speaker.",
        sides=tuple(sides),
        group_id=group.id,
    )


def _shared(shortest: Version, found: Sequence[Version]) -> Range:
    """The words that a summary shows: the first, or the first of those that another version has too, if few are."""
    keys = shortest.reading.keys
    least = min(found, key=lambda version: words_in_common(keys, version.reading.keys)).reading.keys
    start, size = 0, len(keys)
    if words_in_common(keys, least) < SAME * size:
        start, _, size = SequenceMatcher(None, keys, least, autojunk=False).find_longest_match()
    return start, start + min(SHOWN, size)


def _fullest(found: Sequence[Version]) -> str:
    return min((v.speaker.name for v in found if v.speaker), key=lambda name: (-len(name), name))


def _evidence(version: Version) -> list[Evidence]:
    return [
        Evidence(
            article_id=version.article.id,
            claim_id=claim.id,
            span=claim.content.span,
            differing=(claim.speaker.mention.span,) if claim.speaker else (),
        )
        for claim in version.claims
    ]
