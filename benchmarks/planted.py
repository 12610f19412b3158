"""Plant known changes in real articles and see which are found: ``python benchmarks/planted.py DATA_DIR [--seed N]``.

DATA_DIR holds ``events_dev.jsonl``: events with articles of different outlets, and ``quotes_dev.jsonl``: quotations
with the words around them, those of one utterance in a cluster. One article of a pair is changed; a new conflict that
stands on the changed words counts as found. Pairs of different events that are left as they are tell how many conflicts
are false, since all of them are. Of the conflicts in untouched pairs of one event most are true; ``--sample N`` prints
some, to be read and judged by a person. ``--show`` prints the false ones, and the changes that were missed.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from changes import AT_ONE_TIME, CHANGES, Change

from factcheck import check
from factcheck.alignment.copies import mark_copies
from factcheck.models import Article, Conflict, Interval

UNTOUCHED = 1000


def read(path: Path) -> list[list[Article]]:
    """The articles of each event."""
    return [[_article(a) for a in json.loads(line)["articles"]] for line in path.open(encoding="utf-8")]


def _article(row: dict[str, Any]) -> Article:
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    published = Interval(start=day, end=day) if day else None
    return Article(source=row["outlet"], title=row["title"], text=row["text"], published=published)


def pairs(events: list[list[Article]]) -> Iterator[tuple[Article, Article]]:
    """The pairs of articles of one event and two outlets, without copies."""
    for articles in events:
        for a, b in combinations(mark_copies(articles), 2):
            if (a.copy_of or a.id) != (b.copy_of or b.id) and a.source != b.source:
                yield a, b


def found(
    before: set[str], after: tuple[Conflict, ...], changed: Article, change: Change, kinds: frozenset[str]
) -> bool:
    """Whether a new conflict of one of these kinds stands on the changed words."""
    return any(
        evidence.article_id == changed.id
        and any(evidence.span.start < end + 80 and start - 80 < evidence.span.end for start, end in change.spans)
        for conflict in after
        if conflict.id not in before and conflict.kind in kinds
        for side in conflict.sides
        for evidence in side.evidence
    )


def surroundings(path: Path) -> Iterator[tuple[Article, Article]]:
    """The pairs of quotations of one utterance in two outlets, each with the words around it as an article."""
    clusters: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if "before" in row and "after" in row:
            text = f"{row['before']}“{row['text']}”{row['after']}"
            clusters[row["cluster"]].append({**row, "text": text, "title": None})
    for rows in clusters.values():
        for one, other in combinations(rows, 2):
            a, b = mark_copies([_article(one), _article(other)])
            if one["doc"] != other["doc"] and a.source != b.source and not (a.copy_of or b.copy_of):
                yield a, b


def main() -> None:
    """Prints recall by kind of change, and the conflicts of untouched pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the events and quotations")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--most", type=int, default=60, help="changes of each kind")
    parser.add_argument("--show", action="store_true", help="print what was missed, and the false conflicts")
    parser.add_argument("--sample", type=int, default=0, help="conflicts of one event to print")
    arguments = parser.parse_args()
    events = read(arguments.data / "events_dev.jsonl")
    quoted = list(surroundings(arguments.data / "quotes_dev.jsonl"))
    planted([*pairs(events), *quoted], Random(arguments.seed), arguments.most, arguments.show)
    untouched(events, Random(arguments.seed), arguments.show)
    of_one_event(events, Random(arguments.seed), arguments.sample)


def planted(given: list[tuple[Article, Article]], random: Random, most: int, show: bool) -> None:
    """Plants up to ``most`` changes of each kind, in either article of a pair, and prints how many were found."""
    tried: Counter[str] = Counter()
    right: Counter[str] = Counter()
    every = [*given, *((b, a) for a, b in given)]
    random.shuffle(every)
    for a, b in every:
        before: set[str] | None = None
        for kind, (make, kinds) in CHANGES.items():
            if tried[kind] >= most or _apart(a, b) > AT_ONE_TIME.get(kind, math.inf):
                continue
            change = make(b.text, a.text, random)
            if change is None:
                continue
            changed = Article(source=b.source, title=headline(b, change), text=change.text, published=b.published)
            if before is None:
                before = {conflict.id for conflict in check(a, b).conflicts}
            tried[kind] += 1
            if found(before, check(a, changed).conflicts, changed, change, kinds):
                right[kind] += 1
            elif show:
                start, end = change.spans[0]
                print("missed", kind, "...", " ".join(change.text[max(0, start - 120) : end + 80].split()))
    for kind in CHANGES:
        print(f"{kind:10} {_share(right[kind], tried[kind])}")
    print(f"{'all':10} {_share(right.total(), tried.total())}")


def headline(article: Article, change: Change) -> str | None:
    """The headline, with what is changed all over the article."""
    if article.title is None or change.instead is None:
        return article.title
    return re.sub(change.instead[0], change.instead[1], article.title)


def _apart(a: Article, b: Article) -> float:
    """The days between two articles; none where a day is unknown."""
    return abs((a.published.start - b.published.start).days) if a.published and b.published else 0


def _share(right: int, tried: int) -> str:
    return f"{right:4} of {tried:4} found, recall {right / max(1, tried):.3f}"


def untouched(events: list[list[Article]], random: Random, show: bool) -> None:
    """Checks pairs of articles of different events, and prints how many conflicts there are, all of them false."""
    count: Counter[str] = Counter()
    for _ in range(UNTOUCHED):
        one, other = random.sample(events, 2)
        a, b = random.choice(one), random.choice(other)
        for conflict in check(a, b).conflicts:
            count[conflict.kind] += 1
            if show:
                print("false", conflict.kind, conflict.nature, conflict.confidence, conflict.summary)
    print(
        f"false conflicts a thousand untouched pairs of two events: {1000 * count.total() / UNTOUCHED:.1f}", dict(count)
    )


def of_one_event(events: list[list[Article]], random: Random, sample: int) -> None:
    """Checks the pairs of articles of one event as they are, and prints how many conflicts there are, true or false."""
    count: Counter[str] = Counter()
    shown: list[str] = []
    every = list(pairs(events))
    for a, b in every:
        texts = {a.id: a.text, b.id: b.text}
        for conflict in check(a, b).conflicts:
            count[conflict.kind] += 1
            passages = [
                " ".join(texts[e.article_id][max(0, e.span.start - 100) : e.span.end + 100].split())
                for side in conflict.sides
                for e in side.evidence[:1]
            ]
            shown.append("\n    ".join((f"{conflict.kind} {conflict.nature}: {conflict.summary}", *passages)))
    print(f"conflicts in {len(every)} untouched pairs of one event: {count.total()}", dict(count))
    for told in random.sample(shown, min(sample, len(shown))):
        print(told)


if __name__ == "__main__":
    main()
