"""A report as a notebook shows it: small, in its own styles, with plain text where HTML is not shown."""

from __future__ import annotations

from .environment import environment
from .index import Index
from .record import ReportRecord
from .sheet import SIGNS, fact_sheet, of

LIMIT = 12
"""Conflicts that a notebook's cell shows. The whole list is in the page that ``to_html`` gives."""

STORIES = 3
"""Stories whose fact sheet it has, folded."""


def render_notebook(report: ReportRecord) -> str:
    """The headline, the gravest conflicts and their readings, and apart from them what is less sure, as HTML.

    It carries no script, so an untrusted notebook shows it alike. Colours come from the notebook's own text colour,
    so that it is legible on light and on dark, and the styles reach nothing outside of it.
    """
    index = Index(report)
    sheets = [(chapter, fact_sheet(index, chapter, LIMIT)) for chapter in index.chapters[:STORIES]]
    return (
        environment()
        .get_template("notebook.html")
        .render(report=report, index=index, limit=LIMIT, sheets=sheets, states=SIGNS, of=of)
    )
