"""Reporting: what was found, as a report and in the formats that people and programs read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from .record import ReportRecord

if TYPE_CHECKING:
    from .annotations import render_annotations
    from .claimreview import render_claimreview
    from .csv import render_csv, render_facts
    from .html import render_html
    from .json import render_json
    from .markdown import render_markdown
    from .sarif import render_sarif
    from .text import render_text

_HOMES = {
    "text": "text",
    "html": "html",
    "json": "json",
    "csv": "csv",
    "facts": "csv",
    "markdown": "markdown",
    "sarif": "sarif",
    "annotations": "annotations",
    "claimreview": "claimreview",
}
"""The formats by name, each with the module of its function, which is imported when it is first asked for."""


def _renderer(form: str) -> Callable[[ReportRecord], str]:
    def render(report: ReportRecord) -> str:
        function: Callable[[ReportRecord], str] = __getattr__(f"render_{form}")
        return function(report)

    return render


FORMATS: dict[str, Callable[[ReportRecord], str]] = {form: _renderer(form) for form in _HOMES}
"""The formats of a report by name. Each takes the report and gives the whole document."""

SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".sarif": "sarif",
    ".jsonld": "annotations",
}
"""The format that a file's suffix asks for. ClaimReview, and the facts as CSV, are asked for by name."""

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "render_annotations",
    "render_claimreview",
    "render_csv",
    "render_facts",
    "render_html",
    "render_json",
    "render_markdown",
    "render_sarif",
    "render_text",
]


def __getattr__(name: str) -> Callable[[ReportRecord], str]:
    """The function of a format, from its module."""
    form = name.removeprefix("render_")
    if form not in _HOMES or form == name:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: Callable[[ReportRecord], str] = getattr(import_module(f".{_HOMES[form]}", __name__), name)
    return found
