"""The report as SARIF, for tools that gather findings: one result for each conflict.

SARIF 2.1.0, OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from typing import Any

from ..models import Article, Conflict, Evidence
from .address import identifier, place
from .decisions import Decision
from .index import ELSEWHERE, Index, letter, outlet
from .record import ReportRecord
from .visible import visible

POSSIBLE = "possible-"
"""What leads the id of a rule that finds what is only possible."""

_LEVELS = {"high": "error", "medium": "warning", "low": "note"}
_KINDS = {
    "title": "Sources give one person different titles.",
    "date": "Sources date one event differently.",
    "quantity": "Sources give different numbers for one thing.",
    "wording": "Sources quote one statement in different words.",
    "speaker": "Sources give one statement to different speakers.",
    "negation": "One source has a person say what another has the person deny.",
    "name": "Sources spell one name differently.",
    "place": "Sources put one event or statement in different places.",
}


def render_sarif(report: ReportRecord) -> str:
    """The conflicts as a SARIF log.

    What is only possible has rules of its own and the level "note". A conflict's fingerprint stands under
    ``partialFingerprints``, a dismissed one carries a suppression, and what was left out is told as a notification.
    Offsets count code points, as SARIF calls ``unicodeCodePoints``.
    """
    index = Index(report)
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(index)],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _run(index: Index) -> dict[str, Any]:
    report = index.report
    rules = sorted({c.kind for c in report.conflicts}) + [
        POSSIBLE + kind for kind in sorted({c.kind for c in report.possible})
    ]
    articles = {article.id: number for number, article in enumerate(index.listed)}
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": report.provenance.version,
                "rules": [{"id": rule, "shortDescription": {"text": _described(rule)}} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(article) for article in index.listed],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {
                        "level": "warning",
                        "message": {"text": visible(missing.reason)},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": place(missing.origin)}}}],
                    }
                    for missing in report.provenance.left_out
                ],
            }
        ],
        "results": [
            _result(index, conflict, (rule, rules.index(rule), level), articles)
            for rule, level, conflict in (
                *((conflict.kind, _LEVELS[conflict.severity], conflict) for conflict in index.ranked),
                *((POSSIBLE + conflict.kind, "note", conflict) for conflict in report.possible),
            )
        ],
    }


def _described(rule: str) -> str:
    """What a rule finds: the same for a kind of disagreement, and for what may be one."""
    told = _KINDS[rule.removeprefix(POSSIBLE)]
    return f"Less sure, worth a look: {told}" if rule.startswith(POSSIBLE) else told


def _artifact(article: Article) -> dict[str, Any]:
    return {
        "location": {"uri": identifier(article), "description": {"text": visible(article.title or outlet(article))}},
        "hashes": {"sha-256": article.sha256},
    }


def _result(index: Index, conflict: Conflict, rule: tuple[str, int, str], articles: dict[str, int]) -> dict[str, Any]:
    """The result of a conflict under a rule, which is given with its index and the level."""
    places = [
        _location(index.articles[evidence.article_id], evidence, f"{letter(number)}: {side.value}", articles)
        for number, side in enumerate(conflict.sides)
        for evidence in side.evidence
    ]
    result: dict[str, Any] = {
        "ruleId": rule[0],
        "ruleIndex": rule[1],
        "level": rule[2],
        "rank": round(conflict.confidence * 100, 1),
        "message": {"text": visible(f"{conflict.summary} {conflict.explanation}".strip())},
        "locations": places[:1],
        "relatedLocations": [{"id": number, **where} for number, where in enumerate(places[1:], start=1)],
        "partialFingerprints": {"factcheck/v1": conflict.id},
        "properties": {"nature": visible(conflict.nature), "subject": visible(conflict.subject)},
    }
    decision = index.decisions.get(conflict.id)
    if decision and decision.status:
        result["properties"]["decision"] = decision.status
    if index.decided_elsewhere(conflict):
        result["properties"]["decisionBasis"] = ELSEWHERE
    if index.decisions:
        # Where one result tells of suppressions, all must (section 3.27.23); an empty list says: not suppressed.
        result["suppressions"] = _suppressions(decision)
    return result


def _suppressions(decision: Decision | None) -> list[dict[str, Any]]:
    status = {"dismissed": "accepted", "needs work": "underReview"}.get(decision.status or "") if decision else None
    if decision is None or status is None:
        return []
    why = {"justification": visible(decision.note)} if decision.note else {}
    return [{"kind": "external", "status": status, **why}]


def _location(article: Article, evidence: Evidence, message: str, articles: dict[str, int]) -> dict[str, Any]:
    start, end = evidence.span.start, evidence.span.end
    line, column = _position(article.text, start)
    last_line, last_column = _position(article.text, end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": identifier(article), "index": articles[article.id]},
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": last_line,
                "endColumn": last_column,
                "charOffset": start,
                "charLength": end - start,
                "snippet": {"text": visible(article.text[start:end])},
            },
        },
        "message": {"text": visible(f"{outlet(article)}, {message}")},
    }


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from one. Lines end as SARIF has it: CR, LF, or both."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
