"""Reporting: what was found, as a report and in the formats that people and programs read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .csv import render_csv
from .html import render_html
from .json import render_json
from .text import render_text

if TYPE_CHECKING:
    from .report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "html": render_html,
    "json": render_json,
    "csv": render_csv,
}
"""The formats of a report by name. Each takes the report and gives the whole document."""

SUFFIXES = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv"}
"""The format that a file's suffix asks for."""

__all__ = ["FORMATS", "SUFFIXES", "render_csv", "render_html", "render_json", "render_text"]
