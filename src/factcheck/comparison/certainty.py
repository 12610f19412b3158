"""How sure two values that can't both be right are a disagreement on one fact.

The alignment tells how likely the two slots fill one fact by their context. What only the values show is weighed here:
how near they are, and whether the articles know both. The weights are fitted on stories that people read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import repeat
from operator import mul

from ..entities.rounding import middle, size
from ..entities.times import hour, hours_apart, weekday
from ..entities.values import CASUALTIES, Value, address_of, are_slips
from ..knowledge import load
from ..models import Comparison, Conflict, Link, Quantity, When
from ..settings import Settings
from .context import NOTHING

CLOSEST = 0.001
"""Least distance from 0 and 1 of a probability that is turned into odds."""

SUREST = 0.99
"""The greatest probability: of hundred such differences that readers judged, more than one was none."""

LIKE, UNLIKE, FAR = 0.3, 0.7, 0.9
"""Logarithms of the quotient of two numbers: up to the first they are of one size, from the second on hardly; from the
third on, two and a half times, they are of two things."""

LIKELY, ALONE = 0.8, 1.0
"""How likely two days fill one fact, and by how much liker than with any other day, where no word that governs them is
the same. Cross-validated, two of three more that it lets through in invented stories are right, and none in others."""

YEARS = 10
"""Years between two ages from which on they are of two persons, where no name tells that they are of one."""

MONTH = 40
"""Days from which on two days are far apart."""

SLIP = 0.3
"""How likely two numbers with transposed digits fill one fact, from which on that is no chance. Of 44 such pairs that
readers judged 44 disagree, nearly all in invented stories; below it five of six in real ones don't."""

ONE_PLACE = 0.9
"""How often two articles on one story disagree that give one street with other houses, or with another crossing, where
neither has the other's address; in 251 real stories all of fourteen that are likely to fill one fact do. Two places
behind one preposition are taken to be as sure."""

EXPECTED = 0.3
"""How likely two planned days without a rival fill one fact: few days of a story are planned. Of 16 in 661 compared
stories that no word tied 14 disagree, none in real ones. The threshold was chosen on these."""

HOURS, HOURS_OFF = 3.0, 0.5
"""Hours up to which two hours can be those of one event, and by how much two may be off that half a day parts, as where
one article took the morning for the evening."""

HOUR, NOON, PM = 60, 12, 10
"""Minutes of an hour, hours of half a day, and what tells its second half from the first beside a number of digits."""

SOON = 2
"""Days between two articles up to which an hour told without its day is of the other's day: the first reports of an
event tell its hour. In the stories that were read all that disagree came out so soon, and none of five false ones."""

TIMED = 0.5
"""How likely two hours near each other fill one fact, from which on they do. Of 9 that are sure by it, in 8 of
661 compared stories, 6 disagree, 1 is arguable, and 2 of one story are half an hour apart. Chosen on these."""

AHEAD = 0.5
"""By how much two names of places are liker than with any other, where they are likely to fill one fact and one word
leads to both. Chosen on invented stories, in which twelve of fourteen such pairs disagree; in real ones it hardly
happens."""

CONTEXT = (
    "articles",
    "both given",
    "days between",
    "differences",
    "given elsewhere",
    "kind clock",
    "kind mixed",
    "margin",
    "one of saying",
    "other day",
    "same person",
    "share",
    "slots",
    "support",
)
"""The evidence of a link that tells of a disagreement beyond what it tells of the context."""


def certainty(link: Link, a: Value, b: Value) -> float:
    """The probability that the sources disagree: that their articles tell one story, times that the two values do.

    The second is told by a link's context and evidence and the two values; of two addresses in one street, and of two
    places behind one preposition, by the context alone.
    """
    one_story: float = link.evidence.get("one story", 1.0)
    if not _is_given(link) and (are_slips(a, b) or _tells_one_place(link, a)):
        return one_story * ONE_PLACE * link.score
    found = evidence(link, a, b)
    if not found:
        return 0.0
    log_odds: float = load("certainty")["intercept"] + sum(map(mul, _weights(tuple(found)), found.values()))
    return one_story * min(SUREST, 1 / (1 + math.exp(-log_odds)))


@cache
def _weights(names: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(load("certainty")["weights"].get(name, 0.0) for name in names)


def by_certainty(found: Sequence[Conflict], settings: Settings) -> Comparison:
    """Conflicts that are sure enough, and those that are only possible, by the thresholds of the settings."""
    if not found:
        return NOTHING
    return Comparison(
        conflicts=tuple(c for c in found if c.confidence >= settings.sure),
        possible=tuple(c for c in found if settings.possible <= c.confidence < settings.sure),
    )


def is_anchored(link: Link, a: Value, b: Value) -> bool:
    """Whether more than likeness tells that a link's two values are of one fact, so that it can be sure.

    Neither article gives the other's value, or a part only, and both name what is counted, or one governing word; an
    age needs one name or one word for its person, a day one verb or noun, or to be planned or likely without rival: the
    other's day may stand elsewhere too, as any day may. A place must be an address that is alike but for a part, and
    likely or the best match, or stand behind the same preposition, likely and without a rival: any other may lie in
    another, which no word tells. Transposed digits are enough on one day, whatever the words.
    """
    told = link.evidence
    given = _is_given(link)
    if is_slip(link, a, b) and not given and not told.get("other day"):
        return True
    partial = bool(told.get("other day") or told.get("one of a part"))
    governed = bool(told.get("same verb") or told.get("same noun"))
    if isinstance(a, When) and isinstance(b, When):
        return _is_tied_day(link, a, b, governed, partial)
    if isinstance(a, Quantity):
        return not given and _is_tied(a, told, governed, partial)
    likely = link.score >= LIKELY or told.get("margin", 0.0) >= 0
    return not given and ((likely and are_slips(a, b)) or _tells_one_place(link, a))


def _is_tied_day(link: Link, a: When, b: When, governed: bool, partial: bool) -> bool:
    """Whether more than likeness ties two times to one fact: being planned, the only hours, or no rival near."""
    if _is_off_by_publication(link, a, b):
        return False
    if _are_planned(link, a, b):
        return True
    given = _is_given(link)
    if _is_hour_of_one(link, a, b) or (link.score >= TIMED and _are_near(link, a, b) and not partial):
        return not given
    if a.start == b.start and link.evidence.get("planned"):
        return False  # Two hours of one day may be two points of its programme.
    return _are_placed(a, b) and not partial and (_is_alone(link) or (governed and not given))


def _is_off_by_publication(link: Link, a: When, b: When) -> bool:
    """Whether one of two days next to each other is told as "today", in articles of different days.

    Such a day hangs on the day of publication, which other time zones and reprints put a day off.
    """
    if days_apart(a, b) != 1:
        return False
    told = [when.basis == "relative" and weekday(when) is None for when in (a, b)]
    return told[0] != told[1] and bool(link.evidence.get("days between"))


def _are_planned(link: Link, a: When, b: When) -> bool:
    """Whether two days are planned, ahead of both articles, likely enough of one fact and without a rival."""
    told = link.evidence
    return (
        bool(told.get("planned") and days_apart(a, b)) and link.score >= EXPECTED and told.get("margin", 0.0) >= ALONE
    )


def _is_hour_of_one(link: Link, a: When, b: When) -> bool:
    """Whether two times are the only hours at which their articles tell that something happens, and not far apart."""
    return bool(link.evidence.get("only hours")) and _are_near(link, a, b)


def _are_near(link: Link, a: When, b: When) -> bool:
    """Whether two times are hours that those of one event can be: near, and told of one day, or within few days."""
    apart = hours_apart(a, b)
    if apart is None or days_apart(a, b) > 1:
        return False
    if not _are_placed(a, b) and link.evidence.get("days between", 0.0) > math.log1p(SOON):
        return False
    return apart <= HOURS or NOON - apart <= HOURS_OFF


def _are_placed(a: When, b: When) -> bool:
    """Whether two times are both placed on the calendar."""
    return a.start is not None and b.start is not None


def _tells_one_place(link: Link, a: Value) -> bool:
    """Whether two names stand behind one preposition, likely for the place of one thing and with no rival near."""
    told = link.evidence
    if isinstance(a, Quantity | When) or address_of(a) or link.score < LIKELY or told.get("in turn"):
        return False
    return bool(told.get("word before")) and not told.get("strangers") and told.get("margin", 0.0) >= AHEAD


def _is_tied(a: Quantity, told: Mapping[str, float], governed: bool, partial: bool) -> bool:
    """Whether the words tie a number to what another counts or measures, or to whose age it is.

    A vote is tied where each article tells of one alone.
    """
    if told.get("same person"):
        return True
    if partial:
        return False
    head = bool(told.get("same head"))
    if a.kind == "age":
        return head
    only_vote = bool(told.get("kind vote") and told.get("sole"))
    return head or governed or only_vote or (not _has_unit(a) and bool(told.get("agreeing beside")))


def _is_given(link: Link) -> bool:
    """Whether an article of a link gives the other's value, too."""
    return bool(link.evidence.get("given elsewhere") or link.evidence.get("both given"))


def _has_unit(value: Value) -> bool:
    return isinstance(value, Quantity) and value.kind in ("money", "measure", "percent")


def evidence(link: Link, a: Value, b: Value) -> dict[str, float]:
    """What a link and two values tell of whether they disagree; nothing where they are too far apart for one fact."""
    told = link.evidence
    chance = min(max(link.score, CLOSEST), 1 - CLOSEST)
    found = {"context": math.log(chance / (1 - chance))}
    found |= zip(CONTEXT, map(told.get, CONTEXT, repeat(0.0)), strict=True)
    found["transposed"] = float(is_slip(link, a, b))
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        apart = quotient(a, b)
        if a.kind == "age" and told.get("same person", 0.0) < 1 and abs(middle(a) - middle(b)) > YEARS:
            return {}
        if apart > FAR and a.counted not in CASUALTIES and not _transposed(a, b):
            return {}
        found |= {"like numbers": float(apart < LIKE), "unlike numbers": float(apart > UNLIKE)}
        found["few"] = float(a.kind == "count" and min(middle(a), middle(b)) <= 3)
        found["age"] = float(a.kind == "age")
    elif isinstance(a, When) and isinstance(b, When):
        found["date"] = 1.0
        found["far apart"] = float(days_apart(a, b) > MONTH)
        found["same verb"] = told.get("same verb", 0.0)
        found["planned"] = float(_are_planned(link, a, b))
        found["hour apart"] = float(_is_hour_of_one(link, a, b))
    elif address_of(a) and not (_is_alone(link) or are_slips(a, b)):
        return {}
    else:
        found["place"] = 1.0
    return found


def is_slip(link: Link, a: Value, b: Value) -> bool:
    """Whether two numbers or years, likely enough of one fact, have the same digits in another order, as slips have."""
    return link.score >= SLIP and _transposed(a, b)


def _transposed(a: Value, b: Value) -> bool:
    """Whether two numbers of one size, two years or two hours before or after noon have the same digits: 412, 421."""
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit != b.unit:
        return False
    if isinstance(a, When) and isinstance(b, When) and hour(a) is not None and days_apart(a, b):
        return False
    (size, one), (other_size, other) = map(_digits, (a, b))
    return size == other_size and one != other and len(one) > 1 and sorted(one) == sorted(other)


def _digits(value: Value) -> tuple[int, str]:
    """How many digits a number has before its point, and all of them but zeros at the end; a day has none.

    An hour has those by which it is told, apart by the half of the day.
    """
    if isinstance(value, When) and (told := hour(value)) is not None:
        hours, minutes = divmod(round(told * HOUR), HOUR)
        digits = f"{hours % NOON or NOON}{minutes:02d}"
        return len(digits) + (PM if hours >= NOON else 0), digits
    if isinstance(value, When) and value.precision == "year" and value.start:
        return 4, str(value.start.year)
    if not isinstance(value, Quantity):
        return 0, ""
    whole, _, part = f"{abs(middle(value)):.6f}".partition(".")
    return len(whole), (whole + part).rstrip("0")


def _is_alone(link: Link) -> bool:
    """Whether two slots are likely to fill one fact, and have no rival."""
    return link.score >= LIKELY and link.evidence.get("margin", 0.0) >= ALONE


def quotient(a: Quantity, b: Quantity) -> float:
    """The logarithm of the quotient of two numbers, the greater over the less."""
    if a.kind == "score":
        return LIKE
    one, other = (middle(a), middle(b)) if a.unit == b.unit else (size(a), size(b))
    return abs(math.log((abs(one) + 0.05) / (abs(other) + 0.05)))


def days_apart(a: When, b: When) -> int:
    """The days between the first days of two times; none where one is not placed."""
    one: date | None = a.start
    other: date | None = b.start
    return abs((one - other).days) if one and other else 0
