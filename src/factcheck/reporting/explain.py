"""How a report came to one of its conflicts, in plain words: the passages, the links between them, and the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..models import Conflict, Group, Link
from .grounds import grounds
from .index import Index, day, letter, odds, outlet, percent
from .record import ReportRecord
from .visible import visible

PASSAGE = 240
"""Characters of a passage that are shown."""

TOPICS = {
    "utterance": "They were compared because they were found to be one utterance.",
    "person": "They were compared because they were found to be about one person.",
    "event": "They were compared because they were found to state one fact of an event.",
}

FIELDS = {
    "words": "share of the shorter one's information that both have",
    "runs": "share of its information that stands in runs of words they share",
    "mass": "information in runs of shared words (logarithm)",
    "longest": "information in the longest shared run (logarithm)",
    "order": "share of its words that come in one order",
    "characters": "likeness letter by letter",
    "length": "information in the shorter one (logarithm)",
    "lengths": "how much more the longer one holds (logarithm)",
    "mixed": "one is a fragment quoted inside a sentence",
    "fragment": "information of the quoted fragment, where the other holds it (logarithm)",
    "days": "days between the articles (logarithm)",
    "names": "names that both articles have (logarithm of their information)",
    "beside": "names that stand beside both (logarithm of their information)",
    "speaker": "the speaker's name is the same",
    "name": "likeness of the names",
    "event": "how sure the articles tell of one event",
    "alike": "share of the shorter sentence's words that both have",
}
"""What the fields of a link's evidence mean. Those put together from two of them are left to the weights."""


def explain(report: ReportRecord, conflict_id: str) -> str:
    """How a report came to a conflict.

    Args:
        report: The report that has the conflict.
        conflict_id: The id of a conflict, or of one that is only possible: twelve hexadecimal digits.

    Returns:
        Plain text of several lines: the passages of each side, what linked them with which scores, and the rules behind
        the nature, the severity and the confidence.

    Raises:
        ValueError: The report has no conflict with this id.
    """
    conflict = next((c for c in (*report.conflicts, *report.possible) if c.id == conflict_id), None)
    if conflict is None:
        raise ValueError(
            f"no conflict {conflict_id!r} in this report; report.conflicts and report.possible hold the known ones"
        )
    group = next(g for g in report.groups if g.id == conflict.group_id)
    index = Index(report)
    lines = [conflict.summary, "", *_passages(report, conflict), "", *_links(conflict, group)]
    lines += ["", grounds(conflict, index), "", *_rules(conflict, conflict in report.conflicts)]
    return visible("\n".join(lines)) + "\n"


def _passages(report: ReportRecord, conflict: Conflict) -> Iterator[str]:
    articles = {article.id: article for article in report.articles}
    yield "The passages:"
    for number, side in enumerate(conflict.sides):
        independent = "one independent source" if side.witnesses == 1 else f"{side.witnesses} independent sources"
        yield f"{letter(number)}  {side.value} ({independent})"
        for evidence in side.evidence:
            article = articles[evidence.article_id]
            words = " ".join(article.text[evidence.span.start : evidence.span.end].split())
            shown = words if len(words) <= PASSAGE else f"{words[:PASSAGE]} ..."
            differing = ", ".join(f"“{article.text[s.start : s.end]}”" for s in evidence.differing)
            yield f"   {outlet(article)}, {day(article.published)}: {shown}"
            if differing:
                yield f"      differing: {differing}"


def _links(conflict: Conflict, group: Group) -> Iterator[str]:
    yield TOPICS[group.topic]
    sides = [frozenset(side.claims) for side in conflict.sides]
    across = [k for k in group.links if not any({k.a, k.b} <= side for side in sides)]
    involved = frozenset().union(*sides)
    direct = [k for k in across if {k.a, k.b} <= involved]
    for link in _best(direct or group.links):
        yield f"   {link.a} and {link.b}: {percent(link.score)} sure"
        for name, value in link.evidence.items():
            if name in FIELDS and group.topic == "utterance":
                yield f"      {name} {value:.2f}: {FIELDS[name]}"
    if not direct:
        yield "   No link joins two sides at once: others of the group lie between them, the surest are shown."


def _best(links: Sequence[Link]) -> list[Link]:
    """The three surest links."""
    return sorted(links, key=lambda link: (-link.score, link.a, link.b))[:3]


def _rules(conflict: Conflict, sure: bool) -> Iterator[str]:
    yield f"Compared by the rules for {conflict.kind}; the nature of the difference is “{conflict.nature}”."
    yield f"Why it is one: {conflict.explanation}"
    yield f"Severity {conflict.severity}: {_WEIGHT[conflict.severity]}"
    if sure:
        sure_of = "how sure the sides are to differ in this, the links considered"
        yield f"Confidence {percent(conflict.confidence)}: {sure_of}."
    else:
        yield f"It is listed as possible: of differences like this one {odds(conflict.confidence)} is right."


_WEIGHT = {
    "high": "the readings can't both be true, or what differs turns the meaning.",
    "medium": "the readings differ, but the meaning may stay, or something explains a part of it.",
    "low": "something explains the difference, or little hangs on it.",
}
