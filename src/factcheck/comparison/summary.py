"""What a conflict of wording is called: its subject, and the words that differ, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..text import fold
from .change import SENSES, sense
from .differences import Difference, Nature
from .readings import Version

CONFLICTS: tuple[Nature, ...] = ("truncated", "reordered", "altered", "spliced", "shortened")
"""The natures that are disagreements. An ellipsis or brackets mark the change, and make none."""

EXPLANATIONS: dict[str, str] = {
    "truncated": "One version ends the sentence where the other goes on, and no ellipsis says so.",
    "shortened": "One version ends the sentence early, where it stays whole, and no ellipsis says so.",
    "reordered": "Both versions hold the same words inside one quotation, in another order.",
    "altered": "Inside the quotation marks the words differ, and neither ellipsis nor brackets say so.",
    "spliced": "One version joins words that stand apart in the other, and no ellipsis says so.",
}
"""Why each is one."""

ALL = 3
"""Differences beside the gravest that are all told; of more, as many less one."""


def gravity(difference: Difference, a: Version, b: Version) -> int:
    """The place of a difference among those of two versions: the gravest have the lowest."""
    one, other = a.reading.tokens[slice(*difference.a)], b.reading.tokens[slice(*difference.b)]
    return SENSES.index(sense(difference.nature, one, other))


def summary(subject: str, a: Version, b: Version, told: Sequence[Difference]) -> str:
    """The differences of two versions in words, the gravest of them first; all, where they are few."""
    ordered = sorted(told, key=lambda d: (gravity(d, a, b), d.a, d.b))
    first, rest = _first(subject, a, b, ordered[0]), ordered[1:]
    if not rest:
        return first
    shown = rest if len(rest) <= ALL else rest[: ALL - 1]
    named = [_other(a, b, d) for d in shown]
    if len(shown) < len(rest):
        named.append(f"{len(rest) - len(shown)} more places")
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{first} They also differ in {listed}."


def _first(subject: str, a: Version, b: Version, example: Difference) -> str:
    one, other = _printed(a, b, example)
    short, long, rest = (a, b, other) if not one else (b, a, one)
    lacks, has = short.article.outlet, long.article.outlet
    if example.nature == "reordered":
        order = f"“{cut(one)}”" if fold(one) == fold(other) else f"“{cut(one)}” and “{cut(other)}”"
        return f"{a.article.outlet} and {b.article.outlet} give words of {subject} in another order: {order}."
    if example.nature in ("truncated", "shortened"):
        return f"{lacks} ends the sentence of {subject} where {has} goes on: “{cut(rest)}”."
    if example.nature == "spliced" and not (one and other):
        return f"{lacks} joins words of {subject} between which {has} has “{cut(rest)}”."
    if one and other:
        return f"{subject} is quoted with “{one}” by {a.article.outlet} and with “{other}” by {b.article.outlet}."
    return f"{subject} is quoted with “{rest}” by {has} and without it by {lacks}."


def _other(a: Version, b: Version, difference: Difference) -> str:
    one, other = _printed(a, b, difference)
    if one and other:
        return f"“{cut(one)}” / “{cut(other)}”"
    return f"“{cut(one or other)}” (only {(a if one else b).article.outlet})"


def _printed(a: Version, b: Version, difference: Difference) -> tuple[str, str]:
    """The differing words of both, a contraction of which a part differs in full: "should" and "shouldn't"."""
    (x, p), (y, q) = difference.a, difference.b
    while x and y and (_inside(a, x) or _inside(b, y)):
        x, y = x - 1, y - 1
    while p < len(a.reading.tokens) and q < len(b.reading.tokens) and (_inside(a, p) or _inside(b, q)):
        p, q = p + 1, q + 1
    return a.printed(x, p), b.printed(y, q)


def _inside(version: Version, at: int) -> bool:
    """Whether a place lies within a printed word."""
    tokens = version.reading.tokens
    return 0 < at < len(tokens) and tokens[at].contracted and tokens[at - 1].start == tokens[at].start


def cut(text: str, most: int = 12) -> str:
    """A text, cut behind so many words."""
    listed = text.split()
    return text if len(listed) <= most else " ".join(listed[:most]).rstrip(",;") + " …"


def subject_of(found: Iterable[Version]) -> str:
    """What to call the speaker of these versions: by the fullest name, or else by the longest description."""
    speakers = {(v.speaker.resolved_by == "description", v.speaker.name) for v in found if v.speaker}
    return min(speakers, key=lambda one: (one[0], -len(one[1]), one[1]), default=(True, "an unnamed speaker"))[1]
