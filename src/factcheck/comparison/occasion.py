"""Whether two like quotations can be taken for one utterance, or may be words that somebody says again and again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from ..models import Group, When
from .collation import Collation, collate
from .context import Context
from .readings import Version

LONG = 12
"""Words in common from which on two quotations are one utterance whenever they are printed. Shorter ones, such as "we
believe this is an isolated incident", are said anew on other occasions. Of 43 differences of wording in news on
shootings and politics that were read by hand, this leaves out all three between articles further apart than ``NEAR``
that were of two occasions, and none of the two that were of one."""

NEAR = 31
"""Days between two articles up to which shorter quotations are taken for one utterance."""

LENGTH = 6
"""Least words that two quotations share before they are taken for one. Two persons may well say "thank you so much"."""

SAME = 0.85
"""Least share of the words of the shorter quotation that the other holds too."""


TELLING = 3.6
"""Information of the words that two quotations share, as the logarithm of one more than its nats, from which on hardly
two people say them by chance: some ten words that are no stock phrase. Of pairs of one utterance with no name around it
that both have, all nine met had 3.7 and more; stock phrases of storms, up to fourteen words long, had 3.5 and less."""


def same_occasion(a: Version, b: Version, common: int, group: Group, context: Context) -> bool:
    """Whether two versions with ``common`` words in common are of one occasion: near in time, or long.

    Articles of unknown days count as near: nothing speaks for two occasions. Those that name nobody and no place in
    common tell two stories: many a witness says that "it sounded like a freight train".
    """
    if _are_strangers(a, b, group):
        return False
    one, other = context.articles[a.article.id].published, context.articles[b.article.id].published
    if common >= LONG or one is None or other is None:
        return True
    return max((one.start - other.end).days, (other.start - one.end).days) <= NEAR


def _are_strangers(a: Version, b: Version, group: Group) -> bool:
    """Whether words that many say are all that the articles of two versions share, as far as the links of the two tell.

    They share no name, and the words tell little.
    """
    one, other = ({claim.id for claim in version.claims} for version in (a, b))
    links = (k for k in group.links if (k.a in one and k.b in other) or (k.a in other and k.b in one))
    told = [link.evidence for link in links if "names" in link.evidence]
    return bool(told) and all(not e["names"] and e.get("mass", 0.0) < TELLING for e in told)


def said_apart(a: Version, b: Version) -> bool:
    """Whether one of two versions was said, by what its article tells, when the other had been said already."""
    one, other = ([claim.said for claim in version.claims if claim.said is not None] for version in (a, b))
    return _all_before(one, other) or _all_before(other, one)


def _all_before(earlier: Sequence[When], later: Sequence[When]) -> bool:
    ends, starts = [when.end for when in earlier], [when.start for when in later]
    pairs = list(product(ends, starts))
    return bool(pairs) and all(end is not None and start is not None and end < start for end, start in pairs)


def of_one_saying(a: Version, b: Version, collation: Collation, group: Group, context: Context) -> bool:
    """Whether two versions that differ can be held against each other as one utterance."""
    common = collation.common
    return same_occasion(a, b, common, group, context) and (common >= LONG or not said_apart(a, b))


def same_words(a: Version, b: Version, group: Group, context: Context) -> bool:
    """Whether two versions print the same words of one occasion, all but a few."""
    common = collate(a.reading, b.reading).common
    shorter = min(len(a.reading.tokens), len(b.reading.tokens))
    return common >= LENGTH and common >= SAME * shorter and same_occasion(a, b, common, group, context)
