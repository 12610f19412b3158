"""The readings of a quotation in a group: what each article prints of it, its pieces joined in their order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..knowledge import load
from ..models import Article, Claim, Group, Speaker
from ..text import Range, sentences, words
from .context import Context
from .tokens import Piece, Reading, keys_of, reading

ATTRIBUTION = 14
"""Most words of an attribution that closes the sentence of a quotation which ends with a comma."""

FRONT = 200
"""Characters before a fragment in which its sentence is read."""

_FINAL = re.compile(r"[.!?][\"'”’)\]]*\s*$")
_STOP = re.compile(r"[.!?](?=[\s\"“”]|$)|\n")
_MARKS = re.compile(r"[\"“”„«»]")
_INNER = re.compile(r"[\"“„]([^\"“”„]+)(?:[\"”]|$)")


@dataclass(frozen=True)
class Version:
    """A quotation as one article gives it."""

    article: Article
    claims: tuple[Claim, ...]
    """Its claims in the order of the article: those of the group, and what they continue or are continued by."""
    reading: Reading

    @property
    def speaker(self) -> Speaker | None:
        """Who said it, by the first claim that knows."""
        return next((claim.speaker for claim in self.claims if claim.speaker), None)

    def holds(self, part: Range, members: Collection[str]) -> bool:
        """Whether words of these claims stand in a range of words, or right before it where it is empty."""
        places = range(*part) if part[0] < part[1] else (max(part[0] - 1, 0),)
        starts = {self.reading.tokens[at].start for at in places}
        spans = [claim.content.span for claim in self.claims if claim.id in members]
        return any(span.start <= start < span.end for span in spans for start in starts)

    def printed(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` as the article prints them, without what stands between pieces."""
        tokens = self.reading.tokens[start:end]
        pieces = [[t for t in tokens if t.piece == number] for number in sorted({t.piece for t in tokens})]
        return " ".join(
            " ".join(self.article.text[min(t.start for t in own) : max(t.end for t in own)] for own in pieces).split()
        )


def versions(group: Group, context: Context) -> tuple[Version, ...]:
    """The quotations of a group, in the order of their articles and positions. Indirect speech has no reading."""
    if group.id not in context.versions:
        context.versions.clear()  # One group is compared after the other, in several ways.
        context.versions[group.id] = _versions(group, context)
    return context.versions[group.id]


def _versions(group: Group, context: Context) -> tuple[Version, ...]:
    chains: dict[tuple[str, ...], tuple[Claim, ...]] = {}
    for member in group.claims:
        if context.claims[member].form in ("direct", "mixed"):
            chain = tuple(c for c in context.chain(member) if c.form in ("direct", "mixed"))
            chains[tuple(claim.id for claim in chain)] = chain
    made = [_version(context.articles[chain[0].article_id], chain) for chain in chains.values()]
    return tuple(
        sorted(
            (version for version in made if version.reading.tokens),
            key=lambda version: (version.article.id, version.claims[0].content.span.start),
        )
    )


def pieces(version: Version, group: Group) -> list[Version]:
    """The stretches of a quotation that are in a group, each by itself."""
    own = [claim for claim in version.claims if claim.id in group.claims]
    return [_version(version.article, (claim,)) for claim in own]


def limited(version: Version, members: Collection[str]) -> Version:
    """A version with nothing but the claims that are members of a group."""
    own = [claim for claim in version.claims if claim.id in members]
    return version if len(own) == len(version.claims) else _version(version.article, own)


def _version(article: Article, claims: Sequence[Claim]) -> Version:
    pieces: list[Piece] = []
    for claim, following in zip(claims, [*claims[1:], None], strict=True):
        pieces += _pieces(article, claim, following, first=not pieces)
    return Version(article, tuple(claims), reading(pieces))


def _pieces(article: Article, claim: Claim, following: Claim | None, *, first: bool) -> Iterable[Piece]:
    text, start = claim.content.text, claim.content.span.start
    if claim.form == "direct":
        fragment = first and _starts_small(text) and len(list(sentences(text))) == 1
        return [Piece(text, start, closed=not fragment and _closes(article, claim, following))]
    inner = [(match.group(1), start + match.start(1)) for match in _INNER.finditer(text)] or [(text, start)]
    return [Piece(words, at, closed=False, affirmed=_is_affirmed(article.text, at)) for words, at in inner]


def _is_affirmed(text: str, at: int) -> bool:
    """Whether no word before a fragment, in its sentence, denies or doubts what it says."""
    table = load("wording")
    front = keys_of(_STOP.split(text[max(0, at - FRONT) : at])[-1])
    return not any(word in table["negations"] or word in table["doubts"] for word in front)


def _closes(article: Article, claim: Claim, following: Claim | None) -> bool:
    """Whether the last sentence of a piece ends with it.

    A full stop ends it, unless the quotation goes on with a small letter. A comma ends it where nothing but the
    attribution comes before the full stop of the article's own sentence.
    """
    text = claim.content.text.rstrip()
    if following is not None and _starts_small(following.content.text):
        return False
    if _FINAL.search(text):
        return True
    if not text.endswith(","):
        return False
    end = following.content.span.start if following else len(article.text)
    behind = article.text[claim.content.span.end : min(end, claim.content.span.end + 200)]
    stop = _STOP.search(behind)
    if stop is None:
        return False
    attribution = _MARKS.sub("", behind[: stop.start()], count=1)
    return not _MARKS.search(attribution) and 0 < sum(1 for _ in words(attribution)) <= ATTRIBUTION


def _starts_small(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "")
    return first.islower()
