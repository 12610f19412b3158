"""The environment of the templates: how values come into a page, and how much of a list shows at once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..models import SEVERITIES, Interval
from .address import link
from .charts import CELL, LABEL
from .index import ELSEWHERE, count, day, letter, odds, outlet, percent
from .sheet import HEADINGS
from .sheet import SIGNS as STATES
from .visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

SHOWN = 3
"""Passages of one side that show at once; more of the same fold away."""

LISTED = 3
"""Stories that the list at the top shows at once; more fold away."""

OUTLETS = 4
"""Outlets of a story that are named beside its name; more are counted."""

LOOKS = 10
"""Less sure differences, and agreements, of a story that show at once; more fold away."""

ROWS = 15
"""Rows of each part of a fact sheet that show at once; more fold away."""

PRINTED = 60
"""Most rows folded away in a fact sheet that are printed unless its reader opens them: the time that a browser takes to
break a table into pages grows with the square of its rows."""

ONLY = 12
"""Statements of one source alone that its list shows; more are counted."""

_BREAKS = re.compile(r">\n+<")
_SIGNS = {"high": "●", "medium": "◐", "low": "○"}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with every value escaped and made visible on its way in."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from .template_cache import TemplateCache

    made = Environment(
        loader=PackageLoader("factcheck.reporting"),
        bytecode_cache=TemplateCache(),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    made.globals |= {
        "SEVERITIES": SEVERITIES,
        "SIGNS": _SIGNS,
        "ELSEWHERE": ELSEWHERE,
        "SHOWN": SHOWN,
        "HEADINGS": HEADINGS,
        "STATES": STATES,
        "LOOKS": LOOKS,
        "ROWS": ROWS,
        "PRINTED": PRINTED,
        "ONLY": ONLY,
        "LISTED": LISTED,
        "OUTLETS": OUTLETS,
        "CELL": CELL,
        "LABEL": LABEL,
    }
    made.filters |= {
        "count": count,
        "date": lambda day_: day(Interval(start=day_, end=day_)),
        "day": day,
        "tight": _tight,
        "letter": letter,
        "link": link,
        "odds": odds,
        "outlet": outlet,
        "percent": percent,
    }
    return made


def _tight(markup: Markup) -> Markup:
    """Markup without the lines that only its template has."""
    from markupsafe import Markup

    return Markup(_BREAKS.sub("><", markup))  # noqa: S704 - it was markup before


def _shown(value: Any) -> Any:
    """A value on its way into the page, made visible unless it is markup, which has been before."""
    return visible(value) if type(value) is str else value
