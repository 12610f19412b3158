"""Find where news sources disagree.

``check`` does the whole work; ``read``, ``extract``, ``align`` and ``compare`` are its steps.
"""

__version__ = "0.1.0"

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
    Group,
    Interval,
    Passage,
    Quantity,
    Reading,
    Span,
    Speaker,
    Title,
    When,
)
from .pipeline import check
from .reading import read
from .reporting.report import Report
from .settings import Settings

__all__ = [
    "Agreement",
    "Article",
    "Claim",
    "Comparison",
    "Conflict",
    "Corpus",
    "Group",
    "Interval",
    "Passage",
    "Quantity",
    "Reading",
    "Report",
    "Settings",
    "Span",
    "Speaker",
    "Title",
    "When",
    "__version__",
    "align",
    "check",
    "compare",
    "extract",
    "read",
]
