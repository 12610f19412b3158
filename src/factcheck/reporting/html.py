"""The report as one HTML file that asks the network for nothing and reads well without JavaScript."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from ..garbage import less_often
from .environment import environment
from .index import Index
from .record import ReportRecord
from .view import View

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("report.css", "tools.css", "print.css")
SCRIPTS = ("page.js", "reader.js", "find.js", "decide.js", "keys.js")
"""The parts of the page's style and script, in their order."""


@less_often()
def render_html(report: ReportRecord) -> str:
    """The whole report as one HTML document: overview, conflicts with both passages, agreements, articles.

    The document carries its style and script inside, under a Content-Security-Policy that lets nothing else run or
    load. All text of articles is escaped, and characters that would act on the reader's screen are shown as signs.
    """
    index = Index(report)
    style, script = _joined(*STYLES), _joined(*SCRIPTS)
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report,
            index=index,
            view=View(index),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _policy(*assets: str) -> str:
    """The Content-Security-Policy: nothing from anywhere, and of the inline code only what is ours, by its hash."""
    style, script = (f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in assets)
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'"
    )


@lru_cache(maxsize=2)
def _joined(*names: str) -> Markup:
    """Our styles or scripts, one behind the other, to stand in the page as they are."""
    from importlib.resources import files

    from markupsafe import Markup

    folder = files(__package__) / "templates"
    return Markup("\n").join(Markup((folder / name).read_text(encoding="utf-8")) for name in names)  # noqa: S704
