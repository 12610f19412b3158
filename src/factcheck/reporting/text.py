"""The report as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..models import Agreement, Conflict
from .index import Index, count, day, letter, odds, percent
from .naming import agreed
from .record import ReportRecord
from .stories import Chapter
from .visible import visible

WIDTH = 100
"""Columns of the summary: fits a terminal beside a browser, and an e-mail."""

_SIGNS = {"high": "!!!", "medium": " !!", "low": "  !"}


def render_text(report: ReportRecord) -> str:
    """A summary in plain text, story by story: every conflict with its sides, what is less sure, the agreements.

    What was left out stands at the end.
    """
    index = Index(report)
    lines = [*_wrap(index.headline)]
    for warning in index.warnings:
        lines += _wrap(f"Note: {warning}", hang=6)
    for chapter in index.chapters:
        if len(index.chapters) > 1:
            lines += ("", *_heading(chapter))
        lines += _chapter(index, chapter)
    if report.provenance.left_out:
        lines += ("", "Left out")
        for missing in report.provenance.left_out:
            lines += _wrap(f"{missing.origin}: {missing.reason}", "    ", hang=4)
    return "\n".join(lines) + "\n"


def _heading(chapter: Chapter) -> Iterator[str]:
    name = visible(chapter.name)
    yield from (name, "=" * min(len(name), WIDTH))
    if chapter.articles:
        yield from _wrap(f"{', '.join(chapter.outlets)}; {day(chapter.days)}")


def _chapter(index: Index, chapter: Chapter) -> Iterator[str]:
    for conflict in chapter.conflicts:
        sure = f"{percent(conflict.confidence)} sure"
        yield from ("", *_conflict(index, conflict, f"{_SIGNS[conflict.severity]} {conflict.severity.upper()}", sure))
    if chapter.possible or chapter.unlisted:
        yield from ("", *_wrap(f"Worth a look: {index.less_sure(chapter.possible, chapter.unlisted)}"))
    for conflict in chapter.possible:
        yield from ("", *_conflict(index, conflict, "  ? POSSIBLE", odds(conflict.confidence)))
    if chapter.agreements:
        yield from ("", "Sources that agree")
    for agreement in chapter.agreements:
        yield from _agreement(index, agreement)


def _conflict(index: Index, conflict: Conflict, mark: str, sure: str) -> Iterator[str]:
    about = f"{conflict.kind}, {conflict.nature}" if conflict.nature != conflict.kind else conflict.kind
    yield visible(f"{mark}  {conflict.subject}: {about}  ({sure}, {conflict.id})")
    yield from _wrap(conflict.summary, "    ")
    for number, side in enumerate(conflict.sides):
        yield from _wrap(f"{letter(number)}  {side.value}", "    ", hang=3)
        yield from _wrap(index.sources(side), "       ", hang=2)
    yield from _wrap(f"Why: {conflict.explanation}", "    ", hang=5)
    if told := index.decision_of(conflict):
        yield from _wrap(f"Decided: {told}", "    ", hang=9)


def _agreement(index: Index, agreement: Agreement) -> Iterator[str]:
    witnesses = count(agreement.side.witnesses, "independent source")
    yield from _wrap(f"{agreed(index, agreement)} ({agreement.kind}; {witnesses})", "    ", hang=4)
    yield from _wrap(index.sources(agreement.side), "       ", hang=2)


def _wrap(text: str, indent: str = "", hang: int = 0) -> list[str]:
    return textwrap.wrap(
        visible(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
