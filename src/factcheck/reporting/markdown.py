"""The report as Markdown, to be pasted into a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import Agreement, Conflict, Evidence
from ..text import words
from .address import link, place
from .excerpt import joined
from .facts import Fact
from .index import ELSEWHERE, Index, count, day, letter, odds, outlet, percent
from .naming import agreed
from .record import ReportRecord
from .sheet import SIGNS, fact_sheet, of
from .stories import Chapter
from .visible import visible

ROWS = 30
"""Most rows of a fact sheet."""

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown, or GitHub's dialect of it, could take for markup inside a line."""

_LIST = re.compile(r"(?:[-+=]|\d{1,9}(?=[.)]))")
"""What it could take for a list or a heading where a line begins."""


def render_markdown(report: ReportRecord) -> str:
    """The report in Markdown (CommonMark with tables), story by story: a section for each conflict, a row a passage."""
    index = Index(report)
    parts = ["# Where the sources disagree", _plain(index.headline)]
    parts += [f"**Note:** {_plain(warning)}" for warning in index.warnings]
    for chapter in index.chapters:
        parts += _chapter(index, chapter, len(index.chapters) > 1)
    if report.provenance.left_out:
        parts.append("## Left out")
        parts.append("\n".join(f"- {_plain(m.origin)}: {_plain(m.reason)}" for m in report.provenance.left_out))
    return "\n\n".join(parts) + "\n"


def _chapter(index: Index, chapter: Chapter, apart: bool) -> Iterator[str]:
    level = "##"
    if apart:
        outlets = ", ".join(map(_plain, chapter.outlets))
        yield f"{level} {_plain(chapter.name)}"
        if outlets:
            yield f"{outlets}; {day(chapter.days)}"
        level += "#"
    for conflict in chapter.conflicts:
        rank = f"{level} {conflict.severity.capitalize()}"
        yield from _section(index, conflict, rank, percent(conflict.confidence))
    if chapter.possible or chapter.unlisted:
        yield f"{level} Worth a look"
        yield f"Less sure, and none of the disagreements above. {index.less_sure(chapter.possible, chapter.unlisted)}"
    for conflict in chapter.possible:
        yield from _section(index, conflict, f"{level}# Possible", odds(conflict.confidence))
    yield from _sheet(index, chapter, level)
    if chapter.agreements:
        yield f"{level} Sources that agree"
        yield "\n".join(_agreement(index, agreement) for agreement in chapter.agreements)


def _sheet(index: Index, chapter: Chapter, level: str) -> Iterator[str]:
    """The fact sheet as a table: a row a fact, a column a source; a dash where a source says nothing of it."""
    sheet = fact_sheet(index, chapter, ROWS)
    if not sheet.rows:
        return
    yield f"{level} Fact sheet"
    head = ("Fact", *(_plain(column.source) for column in sheet.columns))
    rows = [(_fact(fact), *(_cell(fact, column.source) for column in sheet.columns)) for fact in sheet.rows[:ROWS]]
    lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    yield "\n".join(lines)
    if sheet.number > ROWS:
        yield f"{count(sheet.number - ROWS, 'more fact')}."


def _fact(fact: Fact) -> str:
    told = ", ".join(filter(None, (fact.title, fact.venue)))
    return f"{_plain(SIGNS[fact.state])}: {_plain(fact.what)}{f' ({_plain(told)})' if told else ''}"


def _cell(fact: Fact, source: str) -> str:
    return "; ".join(f"{f'{g.reading}: ' if g.reading else ''}{_plain(g.text)}" for g in of(fact, source)) or "–"


def _agreement(index: Index, agreement: Agreement) -> str:
    witnesses = count(agreement.side.witnesses, "independent source")
    told = f"{agreed(index, agreement)} ({agreement.kind}; {witnesses}): {index.sources(agreement.side)}"
    return f"- {_plain(told)}"


def _section(index: Index, conflict: Conflict, rank: str, sure: str) -> Iterator[str]:
    about = conflict.kind if conflict.nature == conflict.kind else f"{conflict.kind}, {conflict.nature}"
    rows = [
        f"| {letter(number)} | {_plain(side.value)} | {_source(index, evidence)} | {_passage(index, evidence)} |"
        for number, side in enumerate(conflict.sides)
        for evidence in side.evidence
    ]
    yield f"{rank}: {_plain(about)} ({_plain(conflict.subject)})"
    yield _plain(conflict.summary)
    yield "\n".join(("| | Reading | Source | Passage |", "|---|---|---|---|", *rows))
    yield f"{_plain(conflict.explanation)} Confidence {sure}, entry `{conflict.id}`."
    decision = index.decisions.get(conflict.id)
    if decision:
        by = f" by {_plain(decision.reviewer)}" if decision.reviewer else ""
        note = f": {_plain(decision.note)}" if decision.note else ""
        elsewhere = f" ({ELSEWHERE})" if index.decided_elsewhere(conflict) else ""
        yield f"**{(decision.status or 'open').capitalize()}**{by}{elsewhere}{note}"


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
    for low, high in joined(text, evidence.differing):
        # Bold must begin and end at a word, or its asterisks would show.
        found = list(words(text[low:high]))
        if found and at <= low and high <= end:
            first, last = low + found[0].start(), low + found[-1].end()
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
