"""Find where news sources disagree.

``check`` does the whole work; ``read``, ``extract``, ``align`` and ``compare`` are its steps.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .version import __version__

if TYPE_CHECKING:
    from .alignment import align
    from .comparison import compare
    from .corpus import Corpus
    from .extraction import extract
    from .models import (
        Agreement,
        Article,
        Claim,
        Comparison,
        Conflict,
        Evidence,
        Group,
        Interval,
        LeftOut,
        Link,
        Passage,
        Quantity,
        Reading,
        Side,
        Span,
        Speaker,
        Story,
        Title,
        When,
    )
    from .pipeline import check
    from .reading import read
    from .reporting.report import Provenance, Report
    from .settings import Settings

__all__ = [
    "Agreement",
    "Article",
    "Claim",
    "Comparison",
    "Conflict",
    "Corpus",
    "Evidence",
    "Group",
    "Interval",
    "LeftOut",
    "Link",
    "Passage",
    "Provenance",
    "Quantity",
    "Reading",
    "Report",
    "Settings",
    "Side",
    "Span",
    "Speaker",
    "Story",
    "Title",
    "When",
    "__version__",
    "align",
    "check",
    "compare",
    "extract",
    "read",
]

_HOMES = {
    "align": "alignment",
    "check": "pipeline",
    "compare": "comparison",
    "Corpus": "corpus",
    "extract": "extraction",
    "Provenance": "reporting.record",
    "read": "reading",
    "Report": "reporting.report",
    "Settings": "settings",
}
"""The modules of the public names that are not records."""


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for, so that importing the package costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_HOMES.get(name, 'models')}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
