"""From inputs to a report: the only place that knows all five rooms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from . import __version__
from .alignment import align
from .alignment.copies import mark_copies
from .comparison import compare
from .extraction import extract
from .models import Article, Claim, LeftOut
from .reading import Input as Readable
from .reading import Progress, read
from .reporting.record import Input, Provenance, knowledge_tables
from .reporting.report import Report
from .settings import Settings


def check(*inputs: Readable, settings: Settings | None = None, progress: Progress | None = None) -> Report:
    """Read the inputs and report where they disagree.

    Args:
        inputs: Paths, folders, ``Article`` records, plain strings of text, and iterables of these.
        settings: What to do otherwise than by default.
        progress: Called now and then with ``(done, total, what)``.

    Returns:
        The report. An input that can't be read raises nothing: it is listed in ``report.provenance.left_out``. The same
        inputs give the same report, in whatever order they come.
    """
    settings = settings or Settings()
    tell = progress or _silent
    reading = read(*inputs, settings=settings, progress=progress)
    articles = mark_copies(reading.articles)
    claims: list[Claim] = []
    beyond: list[LeftOut] = []
    for done, article in enumerate(articles):
        tell(done, len(articles), "extracting claims")
        found = extract(article, settings)
        claims += found[: settings.max_claims]
        if len(found) > settings.max_claims:
            beyond.append(_too_many(article, len(found), settings.max_claims))
    tell(len(articles), len(articles), "extracting claims")
    tell(0, None, "aligning claims")
    groups = align(claims, articles, settings)
    tell(0, None, "comparing")
    compared = compare(groups, claims, articles, settings=settings)
    silent = _without_claims(articles, claims)
    return Report(
        provenance=Provenance(
            version=__version__,
            settings=settings,
            tables=knowledge_tables(settings),
            inputs=tuple(Input(origin=a.origin, article_id=a.id, sha256=a.sha256) for a in articles),
            left_out=(*reading.left_out, *silent, *beyond),
        ),
        articles=tuple(articles),
        claims=tuple(claims),
        groups=tuple(groups),
        conflicts=compared.conflicts,
        agreements=compared.agreements,
    )


def _without_claims(articles: Sequence[Article], claims: Iterable[Claim]) -> list[LeftOut]:
    speaking = {claim.article_id for claim in claims}
    return [
        LeftOut(origin=_name(a), reason="holds no claim that could be compared", cause="no claim")
        for a in articles
        if a.id not in speaking
    ]


def _too_many(article: Article, found: int, limit: int) -> LeftOut:
    reason = f"has {found:,} claims; those behind the first {limit:,} (max_claims) are not compared"
    return LeftOut(origin=_name(article), reason=reason, cause="too many claims")


def _name(article: Article) -> str:
    return article.origin or article.source or article.id


def _silent(done: int, total: int | None, what: str) -> None:
    """Progress that nobody asked for."""
