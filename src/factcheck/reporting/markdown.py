"""The report as Markdown, to be pasted into a ticket."""

from __future__ import annotations

import re

from ..models import Conflict, Evidence
from ..text import words
from .address import link, place
from .index import Index, day, letter, outlet, percent
from .record import ReportRecord
from .visible import visible

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown, or GitHub's dialect of it, could take for markup inside a line."""

_LIST = re.compile(r"(?:[-+=]|\d{1,9}(?=[.)]))")
"""What it could take for a list or a heading where a line begins."""


def render_markdown(report: ReportRecord) -> str:
    """The conflicts in Markdown (CommonMark with tables): each as a section with a row for every passage."""
    index = Index(report)
    parts = ["# Where the sources disagree", _plain(index.headline)]
    parts += [_section(index, conflict) for conflict in index.ranked]
    if report.provenance.left_out:
        parts.append("## Left out")
        parts.append("\n".join(f"- {_plain(m.origin)}: {_plain(m.reason)}" for m in report.provenance.left_out))
    return "\n\n".join(parts) + "\n"


def _section(index: Index, conflict: Conflict) -> str:
    about = conflict.kind if conflict.nature == conflict.kind else f"{conflict.kind}, {conflict.nature}"
    rows = [
        f"| {letter(number)} | {_plain(side.value)} | {_source(index, evidence)} | {_passage(index, evidence)} |"
        for number, side in enumerate(conflict.sides)
        for evidence in side.evidence
    ]
    lines = [
        f"## {conflict.severity.capitalize()}: {_plain(about)} ({_plain(conflict.subject)})",
        _plain(conflict.summary),
        "\n".join(("| | Reading | Source | Passage |", "|---|---|---|---|", *rows)),
        f"{_plain(conflict.explanation)} Confidence {percent(conflict.confidence)}, entry `{conflict.id}`.",
    ]
    decision = index.decisions.get(conflict.id)
    if decision:
        by = f" by {_plain(decision.reviewer)}" if decision.reviewer else ""
        note = f": {_plain(decision.note)}" if decision.note else ""
        lines.append(f"**{(decision.status or 'open').capitalize()}**{by}{note}")
    return "\n\n".join(lines)


def _source(index: Index, evidence: Evidence) -> str:
    article = index.articles[evidence.article_id]
    name = _plain(outlet(article))
    shown = f"[{name}](<{place(article.url)}>)" if article.url and link(article.url) else name
    copied = f", copy of {_plain(outlet(index.articles[article.copy_of]))}" if article.copy_of in index.articles else ""
    return f"{shown}, {day(article.published)}{copied}"


def _passage(index: Index, evidence: Evidence) -> str:
    """The passage with its differing words in bold."""
    text = index.articles[evidence.article_id].text
    at, end = evidence.span.start, evidence.span.end
    pieces: list[str] = []
    for span in sorted(evidence.differing, key=lambda s: (s.start, s.end)):
        # Bold must begin and end at a word, or its asterisks would show.
        found = list(words(text[span.start : span.end]))
        if found and at <= span.start and span.end <= end:
            first, last = span.start + found[0].start(), span.start + found[-1].end()
            pieces += (_raw(text[at:first]), f"**{_raw(text[first:last])}**")
            at = last
    return " ".join("".join((*pieces, _raw(text[at:end]))).split())


def _raw(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", visible(text))


def _plain(text: str) -> str:
    """Text that is read as nothing but text, on one line. Any ASCII punctuation may be escaped (CommonMark 2.4)."""
    line = _raw(" ".join(text.split()))
    start = _LIST.match(line)
    if not start:
        return line
    return f"{line[: start.end()]}\\{line[start.end() :]}" if start.group().isdigit() else f"\\{line}"
