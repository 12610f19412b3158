"""The report as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..models import Agreement, Conflict
from .index import Index, count, letter, percent
from .record import ReportRecord
from .visible import visible

WIDTH = 100
"""Columns of the summary: fits a terminal beside a browser, and an e-mail."""

_SIGNS = {"high": "!!!", "medium": " !!", "low": "  !"}


def render_text(report: ReportRecord) -> str:
    """A summary in plain text: every conflict with its sides, then the agreements and what was left out."""
    index = Index(report)
    lines = [*_wrap(index.headline)]
    for conflict in index.ranked:
        lines += ("", *_conflict(index, conflict))
    if report.agreements:
        lines += ("", "Sources that agree")
        for agreement in report.agreements:
            lines += _agreement(index, agreement)
    if report.provenance.left_out:
        lines += ("", "Left out")
        for missing in report.provenance.left_out:
            lines += _wrap(f"{missing.origin}: {missing.reason}", "    ", hang=4)
    return "\n".join(lines) + "\n"


def _conflict(index: Index, conflict: Conflict) -> Iterator[str]:
    about = f"{conflict.kind}, {conflict.nature}" if conflict.nature != conflict.kind else conflict.kind
    yield visible(
        f"{_SIGNS[conflict.severity]} {conflict.severity.upper()}  {conflict.subject}: {about}"
        f"  ({percent(conflict.confidence)} sure, {conflict.id})"
    )
    yield from _wrap(conflict.summary, "    ")
    for number, side in enumerate(conflict.sides):
        yield from _wrap(f"{letter(number)}  {side.value}", "    ", hang=3)
        yield from _wrap(index.sources(side), "       ", hang=2)
    yield from _wrap(f"Why: {conflict.explanation}", "    ", hang=5)


def _agreement(index: Index, agreement: Agreement) -> Iterator[str]:
    witnesses = count(agreement.side.witnesses, "independent source")
    yield from _wrap(f"{agreement.summary} ({agreement.kind}; {witnesses})", "    ", hang=4)
    if agreement.side.value not in agreement.summary:
        yield from _wrap(textwrap.shorten(agreement.side.value, 2 * WIDTH, placeholder=" …"), "       ", hang=2)
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
