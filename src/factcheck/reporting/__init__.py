"""Reporting: what was found, as a report and in the formats that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from .annotations import render_annotations
from .claimreview import render_claimreview
from .csv import render_csv, render_facts
from .html import render_html
from .json import render_json
from .markdown import render_markdown
from .record import ReportRecord
from .sarif import render_sarif
from .text import render_text

FORMATS: dict[str, Callable[[ReportRecord], str]] = {
    "text": render_text,
    "html": render_html,
    "json": render_json,
    "csv": render_csv,
    "facts": render_facts,
    "markdown": render_markdown,
    "sarif": render_sarif,
    "annotations": render_annotations,
    "claimreview": render_claimreview,
}
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
