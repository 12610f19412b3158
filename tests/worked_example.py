"""The figures of the worked example in ``docs/conflicts.md``: the evidence that decided, and what it adds."""

import math
from textwrap import fill

from factcheck.alignment.comparability import model
from factcheck.comparison.certainty import SUREST, evidence
from factcheck.entities.values import values_of
from factcheck.knowledge import load

TERMS = 10
"""The weightiest pieces of evidence that are named; the others are summed."""

HELD = "\u00a0"
"""A blank at which no line is broken."""


def worked_example(report):
    """The table of a report's entries on facts, and the sums of its surest, in Markdown."""
    rows = ["| the values | one fact | they disagree | stands among |", "|---|---|---|---|"]
    entries = [(c, "disagreements") for c in report.conflicts] + [(c, "possible") for c in report.possible]
    found = [(conflict, home, _link(report, conflict)) for conflict, home in entries]
    for conflict, home, link in sorted(found, key=lambda row: -row[0].confidence):
        rows.append(f"| {_values(report, link)} | {link.score:.2f} | {conflict.confidence:.2f} | {home} |")
    link = max(found, key=lambda row: row[0].confidence)[2]
    return "\n".join([*rows, "", *_sums(report, link)])


def _link(report, conflict):
    """The link between two passages of a conflict."""
    group = next(group for group in report.groups if group.id == conflict.group_id)
    claims = [set(side.claims) for side in conflict.sides]
    return next(
        k for k in group.links if k.values and any(k.a in a and k.b in b for a in claims for b in claims if a != b)
    )


def _values(report, link):
    texts = {article.id: article.text for article in report.articles}
    ends = zip((link.a, link.b), link.values, strict=True)
    return " / ".join(sorted(f"“{texts[c.partition(':')[0]][span.start : span.end]}”" for c, span in ends))


def _sums(report, link):
    """How the evidence of a link adds up, first to its probability, then to the confidence."""
    claims = {claim.id: claim for claim in report.claims}
    a, b = (
        next(v for v in values_of(claims[c]) if v.span == span)
        for c, span in zip((link.a, link.b), link.values, strict=True)
    )
    fact, table = model(), load("certainty")
    certain = {name: amount * table["weights"].get(name, 0.0) for name, amount in evidence(link, a, b).items()}
    told = "**{} both are of one fact.** It begins with {:+.2f}. {}. Together {:+.2f}, a probability of {:.3f}."
    yield _sum(told, "That", fact.intercept, fact.terms(link.evidence), 1.0)
    yield ""
    told = "**{} the sources disagree.** It begins with {:+.2f}. {}. Together {:+.2f}, a confidence of {:.2f}."
    yield _sum(told, "That", table["intercept"], certain, SUREST)


def _sum(told, what, start, terms, surest):
    ordered = sorted(((n, v) for n, v in terms.items() if abs(v) >= 0.005), key=lambda item: (-abs(item[1]), item[0]))
    named = ", ".join(f"`{name}` {amount:+.2f}".replace(" ", HELD) for name, amount in ordered[:TERMS])
    rest = ordered[TERMS:]
    others = f"; {len(rest)} more together {sum(v for _, v in rest):+.2f}" if rest else ""
    whole = start + sum(terms.values())
    sure = min(surest, 1 / (1 + math.exp(-whole)))
    return fill(told.format(what, start, named + others, whole, sure), 125, break_on_hyphens=False).replace(HELD, " ")
