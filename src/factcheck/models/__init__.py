"""The records that every room of the library speaks.

All records are frozen pydantic models. Positions count code points of ``Article.text``, half-open, so that
``article.text[span.start:span.end]`` is the text of whatever carries the span.
"""

from __future__ import annotations

from .article import (
    Article,
    Assumed,
    Interval,
    LeftOut,
    LeftOutCause,
    Passage,
    Reading,
    Span,
)
from .claim import (
    Basis,
    Bound,
    Claim,
    Form,
    Precision,
    Quantity,
    QuantityKind,
    ResolvedBy,
    Speaker,
    SpeakerKind,
    TimexType,
    Title,
    TitleStatus,
    When,
)
from .finding import (
    SEVERITIES,
    Agreement,
    Comparison,
    Conflict,
    ConflictKind,
    Evidence,
    Group,
    GroupTopic,
    Link,
    Severity,
    Side,
    Story,
    Unlisted,
)

__all__ = [
    "SEVERITIES",
    "Agreement",
    "Article",
    "Assumed",
    "Basis",
    "Bound",
    "Claim",
    "Comparison",
    "Conflict",
    "ConflictKind",
    "Evidence",
    "Form",
    "Group",
    "GroupTopic",
    "Interval",
    "LeftOut",
    "LeftOutCause",
    "Link",
    "Passage",
    "Precision",
    "Quantity",
    "QuantityKind",
    "Reading",
    "ResolvedBy",
    "Severity",
    "Side",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Story",
    "TimexType",
    "Title",
    "TitleStatus",
    "Unlisted",
    "When",
]
