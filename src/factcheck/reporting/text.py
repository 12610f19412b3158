"""The report as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from ..models import Agreement, Conflict
from .index import Index, count, day, letter, odds, percent
from .naming import agreed
from .record import ReportRecord
from .stories import Chapter
from .visible import visible

WIDTH = 100
"""Columns of the summary in a file or a pipe: fits a terminal beside a browser, and an e-mail."""

_SIGNS = {"high": "!!!", "medium": " !!", "low": "  !"}
_PAINTS = {"high": "1;31", "medium": "1;33", "low": "1;36", "possible": "1", "heading": "1"}
"""Colours and weights, as parameters of "Select Graphic Rendition" (ECMA-48, section 8.3.117)."""


class Screen(NamedTuple):
    """Where the text is shown: by default in a file or a pipe, with the heads of entries on one line each."""

    width: int | None = None
    """Columns of the terminal."""
    colour: bool = False

    def paint(self, text: str, paint: str) -> str:
        """Text that is safe to show, in a colour or a weight."""
        return f"\x1b[{_PAINTS[paint]}m{text}\x1b[0m" if self.colour else text

    def wrap(self, text: str, indent: str = "", hang: int = 0) -> list[str]:
        """The lines of a text, made safe to show."""
        return textwrap.wrap(
            visible(text),
            self.width or WIDTH,
            initial_indent=indent,
            subsequent_indent=indent + " " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        )


def render_text(report: ReportRecord, screen: Screen = Screen()) -> str:  # noqa: B008 - it can't be changed
    """A summary in plain text, story by story: every conflict with its sides, what is less sure, the agreements.

    What was left out stands at the end.
    """
    index = Index(report)
    lines = [*screen.wrap(index.headline)]
    for warning in index.warnings:
        lines += screen.wrap(f"Note: {warning}", hang=6)
    for chapter in index.chapters:
        if len(index.chapters) > 1:
            lines += ("", *_heading(chapter, screen))
        lines += _chapter(index, chapter, screen)
    if report.provenance.left_out:
        lines += ("", screen.paint("Left out", "heading"))
        for missing in report.provenance.left_out:
            lines += screen.wrap(f"{missing.origin}: {missing.reason}", "    ", hang=4)
    return "\n".join(lines) + "\n"


def _heading(chapter: Chapter, screen: Screen) -> Iterator[str]:
    name = visible(chapter.name)
    yield from (screen.paint(name, "heading"), "=" * min(len(name), screen.width or WIDTH))
    if chapter.articles:
        yield from screen.wrap(f"{', '.join(chapter.outlets)}; {day(chapter.days)}")


def _chapter(index: Index, chapter: Chapter, screen: Screen) -> Iterator[str]:
    for conflict in chapter.conflicts:
        mark = f"{_SIGNS[conflict.severity]} {conflict.severity.upper()}"
        sure = f"{percent(conflict.confidence)} sure"
        yield from ("", *_head(conflict, mark, sure, conflict.severity, screen), *_body(index, conflict, screen))
    if chapter.possible or chapter.unlisted:
        told = screen.wrap(f"Worth a look: {index.less_sure(chapter.possible, chapter.unlisted)}")
        yield from ("", *(screen.paint(line, "heading") for line in told))
    for conflict in chapter.possible:
        head = _head(conflict, "  ? POSSIBLE", odds(conflict.confidence), "possible", screen)
        yield from ("", *head, *_body(index, conflict, screen))
    if chapter.agreements:
        yield from ("", screen.paint("Sources that agree", "heading"))
    for agreement in chapter.agreements:
        yield from _agreement(index, agreement, screen)


def _head(conflict: Conflict, mark: str, sure: str, paint: str, screen: Screen) -> Iterator[str]:
    about = f"{conflict.kind}, {conflict.nature}" if conflict.nature != conflict.kind else conflict.kind
    told = f"{mark}  {conflict.subject}: {about}  ({sure}, {conflict.id})"
    first, *rest = screen.wrap(told, hang=4) if screen.width else [visible(told)]
    yield screen.paint(mark, paint) + first.removeprefix(mark)
    yield from rest


def _body(index: Index, conflict: Conflict, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(conflict.summary, "    ")
    for number, side in enumerate(conflict.sides):
        yield from screen.wrap(f"{letter(number)}  {side.value}", "    ", hang=3)
        yield from screen.wrap(index.sources(side), "       ", hang=2)
    yield from screen.wrap(f"Why: {conflict.explanation}", "    ", hang=5)
    if told := index.decision_of(conflict):
        yield from screen.wrap(f"Decided: {told}", "    ", hang=9)


def _agreement(index: Index, agreement: Agreement, screen: Screen) -> Iterator[str]:
    witnesses = count(agreement.side.witnesses, "independent source")
    yield from screen.wrap(f"{agreed(index, agreement)} ({agreement.kind}; {witnesses})", "    ", hang=4)
    yield from screen.wrap(index.sources(agreement.side), "       ", hang=2)
