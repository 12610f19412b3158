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
    "Title",
    "When",
    "__version__",
    "align",
    "check",
    "compare",
    "extract",
    "read",
]
