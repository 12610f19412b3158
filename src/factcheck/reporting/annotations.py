"""The report as annotations of the articles, for tools that show notes on pages.

Web Annotation Data Model, W3C Recommendation, https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from typing import Any

from ..models import Conflict, Evidence
from .address import identifier
from .index import ELSEWHERE, Index, letter
from .record import ReportRecord
from .visible import visible

QUOTE_CONTEXT = 32
"""Characters before and behind a quotation that help to find it again, as many as Hypothesis keeps."""


def render_annotations(report: ReportRecord) -> str:
    """The conflicts as one page of Web Annotations: one for each, with every passage as a target.

    What is only possible stands behind the others, as a question. Each target is found by its words
    (TextQuoteSelector) and by its position in code points (TextPositionSelector).
    """
    index = Index(report)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:factcheck:report:{index.identity}",
        "type": "AnnotationPage",
        "items": [
            *(_annotation(index, conflict, "assessing", conflict.severity) for conflict in index.ranked),
            *(_annotation(index, conflict, "questioning", "possible") for conflict in report.possible),
        ],
    }
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _annotation(index: Index, conflict: Conflict, motivation: str, weight: str) -> dict[str, Any]:
    """The annotation of a conflict with a motivation (section 3.3.5), tagged with its kind and its weight."""
    text = "\n".join(
        (
            conflict.summary,
            *(f"{letter(number)}: {side.value}" for number, side in enumerate(conflict.sides)),
            conflict.explanation,
        )
    )
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": visible(text), "format": "text/plain", "purpose": "describing"},
        {"type": "TextualBody", "value": conflict.kind, "format": "text/plain", "purpose": "tagging"},
        {"type": "TextualBody", "value": weight, "format": "text/plain", "purpose": "tagging"},
    ]
    found: dict[str, Any] = {
        "id": f"urn:factcheck:conflict:{conflict.id}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": [_target(index, evidence) for side in conflict.sides for evidence in side.evidence],
    }
    decision = index.decisions.get(conflict.id)
    if decision:
        status = f"{decision.status or ''} ({ELSEWHERE})" if index.decided_elsewhere(conflict) else decision.status
        said = ": ".join(part for part in (status, decision.note) if part).strip()
        bodies.append(
            {"type": "TextualBody", "value": visible(said), "format": "text/plain", "purpose": "commenting"}
            | ({"creator": {"type": "Person", "name": visible(decision.reviewer)}} if decision.reviewer else {})
        )
        if decision.decided:
            found["modified"] = decision.decided.isoformat()
    return found


def _target(index: Index, evidence: Evidence) -> dict[str, Any]:
    article = index.articles[evidence.article_id]
    start, end = evidence.span.start, evidence.span.end
    return {
        "type": "SpecificResource",
        "source": identifier(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": article.text[start:end],
                "prefix": article.text[max(0, start - QUOTE_CONTEXT) : start],
                "suffix": article.text[end : end + QUOTE_CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
