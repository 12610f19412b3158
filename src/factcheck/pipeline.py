"""From inputs to a report: the only place that knows all five rooms."""

from __future__ import annotations

from collections.abc import Sequence

from .alignment import align
from .alignment.copies import mark_copies
from .alignment.stories import find_stories, story_records
from .comparison import compare
from .engines import Engine, engine_of, name_of
from .garbage import less_often
from .models import Article, Claim, LeftOut, Reading
from .reading import Input as Readable
from .reading import Progress, read
from .reporting.record import Input, Provenance, knowledge_tables
from .reporting.report import Report
from .settings import Settings
from .version import __version__


@less_often()
def check(
    *inputs: Readable,
    settings: Settings | None = None,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Report:
    """Read the inputs and report where they disagree.

    Args:
        inputs: Paths, folders, ``Article`` records, plain strings of text, and iterables of these.
        settings: The settings of the run; the defaults where none are given.
        progress: Called now and then with ``(done, total, what)``.
        engine: Where the work is done. By default in as many processes as the settings allow.

    Returns:
        The report. An input that can't be read raises nothing: it is listed in ``report.provenance.left_out``. The same
        inputs give the same report, in whatever order they come, and wherever the work is done.
    """
    settings = settings or Settings()
    reading = read(*inputs, settings=settings, progress=progress)
    return check_reading(reading, settings=settings, progress=progress, engine=engine)


@less_often()
def check_reading(
    reading: Reading,
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Report:
    """Report where articles that were read before disagree.

    Args:
        reading: The articles, in the order of the report, and what was left out.
        settings: The settings of the run; the defaults where none are given.
        progress: Called now and then with ``(done, total, what)``.
        engine: Where the work is done. By default in as many processes as the settings allow.

    Returns:
        The report. An article that fails is listed in ``report.provenance.left_out``, and the others go on.
    """
    settings = settings or Settings()
    tell = progress or no_progress
    articles = mark_copies(reading.articles)
    with engine_of(settings, engine) as chosen:
        claims, silent = _extracted(articles, chosen, settings, tell)
        tell(0, None, "aligning claims")
        by_id = {article.id: article for article in articles}
        stories = find_stories(by_id)
        groups = align(claims, articles, settings, chosen, stories)
    tell(0, None, "comparing")
    compared = compare(groups, claims, articles, settings=settings)
    return Report(
        provenance=Provenance(
            version=__version__,
            settings=settings,
            tables=knowledge_tables(settings),
            inputs=tuple(Input(origin=a.origin, article_id=a.id, sha256=a.sha256) for a in articles),
            left_out=(*reading.left_out, *silent),
        ),
        articles=tuple(articles),
        stories=story_records(stories, by_id),
        claims=tuple(claims),
        groups=tuple(groups),
        conflicts=compared.conflicts,
        possible=compared.possible,
        unlisted=compared.unlisted,
        agreements=compared.agreements,
    )


def _extracted(
    articles: Sequence[Article], engine: Engine, settings: Settings, tell: Progress
) -> tuple[list[Claim], list[LeftOut]]:
    """The claims of all articles, and lines about the articles that have none, or too many."""
    claims: list[Claim] = []
    silent: list[LeftOut] = []
    for done, (article, found) in enumerate(zip(articles, engine.extract(articles, settings), strict=True)):
        tell(done, len(articles), "extracting claims")
        if isinstance(found, LeftOut):
            silent.append(found)
            continue
        claims += found[: settings.max_claims]
        line = shortcoming(article, len(found), settings)
        silent += [line] if line else []
    tell(len(articles), len(articles), "extracting claims")
    return claims, silent


def shortcoming(article: Article, found: int, settings: Settings) -> LeftOut | None:
    """The line about an article with so many claims, where they are none or too many."""
    if not found:
        return LeftOut(origin=name_of(article), reason="holds no claim that could be compared", cause="no claim")
    limit = settings.max_claims
    if found <= limit:
        return None
    reason = f"has {found:,} claims; those behind the first {limit:,} (max_claims) are not compared"
    return LeftOut(origin=name_of(article), reason=reason, cause="too many claims")


def no_progress(done: int, total: int | None, what: str) -> None:
    """Show no progress, where nobody asked for it."""
