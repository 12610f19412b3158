"""The report as SARIF, for tools that gather findings: one result for each conflict.

SARIF 2.1.0, OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..models import Article, Conflict, Evidence
from .address import identifier, link, place, within
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

    Places are as GitHub's code scanning takes them: the path of the file that an article was read from, as it was
    given, with lines where the article's text is the whole file; an address without its scheme. The article itself is
    the logical location, and the offsets in its text are properties.
    https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
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
    files: defaultdict[str, list[Article]] = defaultdict(list)
    for article in index.listed:
        files[_uri(article)].append(article)
    numbers = {uri: number for number, uri in enumerate(files)}
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": report.provenance.version,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(uri, articles) for uri, articles in files.items()],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {
                        "level": "warning",
                        "message": {"text": visible(missing.reason)},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": within(missing.origin)}}}],
                    }
                    for missing in report.provenance.left_out
                ],
            }
        ],
        "results": [
            _result(index, conflict, (rule, rules.index(rule), level), numbers)
            for rule, level, conflict in (
                *((conflict.kind, _LEVELS[conflict.severity], conflict) for conflict in index.ranked),
                *((POSSIBLE + conflict.kind, "note", conflict) for conflict in report.possible),
            )
        ],
    }


def _rule(rule: str) -> dict[str, Any]:
    """What a rule finds: the same for a kind of disagreement, and for what may be one."""
    maybe = rule.startswith(POSSIBLE)
    told = _KINDS[rule.removeprefix(POSSIBLE)]
    short = f"Less sure, worth a look: {told}" if maybe else told
    return {
        "id": rule,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short} Nothing here says who is right."},
        "help": {"text": "Read the passages of all sides in their articles, and decide."},
        "defaultConfiguration": {"level": "note" if maybe else "warning"},
    }


def _artifact(uri: str, articles: Iterable[Article]) -> dict[str, Any]:
    """A file or an address with the articles that were read from it."""
    read = [
        {"id": a.id, "outlet": visible(outlet(a)), "sha256": a.sha256}
        | ({"headline": visible(a.title)} if a.title else {})
        | ({"address": place(address)} if (address := link(a.url)) else {})
        for a in articles
    ]
    return {"location": {"uri": uri}, "properties": {"articles": read}}


def _result(index: Index, conflict: Conflict, rule: tuple[str, int, str], numbers: dict[str, int]) -> dict[str, Any]:
    """The result of a conflict under a rule, which is given with its index and the level."""
    given = [
        (index.articles[evidence.article_id], evidence, letter(number), side.value)
        for number, side in enumerate(conflict.sides)
        for evidence in side.evidence
    ]
    names = [f"{outlet(article)}, {side}" for article, _, side, _ in given]
    places = [
        _location(article, evidence, f"{name}: {value}", numbers[_uri(article)])
        for name, (article, evidence, _, value) in zip(names, given, strict=True)
    ]
    result: dict[str, Any] = {
        "ruleId": rule[0],
        "ruleIndex": rule[1],
        "level": rule[2],
        "rank": round(conflict.confidence * 100, 1),
        "message": {"text": _message(conflict, names[1:])},
        "locations": places[:1],
        "relatedLocations": [{"id": number, **where} for number, where in enumerate(places[1:], start=1)],
        "partialFingerprints": _fingerprints(conflict, places[:1]),
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


def _message(conflict: Conflict, related: Sequence[str]) -> str:
    """What differs and why, with a link to each related place (section 3.11.6): GitHub shows no others."""
    told = _unlinked(visible(f"{conflict.summary} {conflict.explanation}".strip()))
    links = [f"[{_unlinked(visible(name))}]({number})" for number, name in enumerate(related, start=1)]
    return f"{told} See {', '.join(links)}." if links else told


def _unlinked(text: str) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text)


def _fingerprints(conflict: Conflict, first: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The conflict's own fingerprint, and the one GitHub goes by where it can't work that out of a line."""
    own = {"factcheck/v1": conflict.id}
    known = first and "region" in first[0]["physicalLocation"]
    return own if known else {**own, "primaryLocationLineHash": f"{conflict.id}:1"}


def _suppressions(decision: Decision | None) -> list[dict[str, Any]]:
    status = {"dismissed": "accepted", "needs work": "underReview"}.get(decision.status or "") if decision else None
    if decision is None or status is None:
        return []
    why = {"justification": visible(decision.note)} if decision.note else {}
    return [{"kind": "external", "status": status, **why}]


def _location(article: Article, evidence: Evidence, message: str, number: int) -> dict[str, Any]:
    """A passage in the file that the article was read from; its lines where they are known to be the file's."""
    start, end = evidence.span.start, evidence.span.end
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(article), "index": number}}
    snippet = visible(article.text[start:end])
    if article.verbatim:
        physical["region"] = {**_lines(article.text, start, end), "snippet": {"text": snippet}}
    return {
        "physicalLocation": physical,
        "logicalLocations": [
            {
                "name": visible(article.title or outlet(article)),
                "fullyQualifiedName": identifier(article),
                "kind": "resource",
            }
        ],
        "message": {"text": visible(message)},
        "properties": {"article": article.id, "start": start, "end": end, "passage": snippet},
    }


def _uri(article: Article) -> str:
    """The URI reference of what an article was read from; one of its own for a text that was given directly."""
    return within(article.origin or article.url or "") or f"text-{article.id}"


def _lines(text: str, start: int, end: int) -> dict[str, int]:
    line, column = _position(text, start)
    last_line, last_column = _position(text, end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "charOffset": start,
        "charLength": end - start,
    }


def _position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from one. Lines end as SARIF has it: CR, LF, or both."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
