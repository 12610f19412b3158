"""Fit the weights of ``knowledge/utterance_weights.toml`` anew: ``python -m benchmarks.calibrate DATA_DIR [--write]``.

DATA_DIR holds ``quotes_dev.jsonl``, a quotation a line with the ``cluster`` it belongs to, and beside it
``quotes_dev.pairs.jsonl`` with the pairs that were judged; unclear ones are left out of the fit. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from quotes_rows import claims_and_articles
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from factcheck import knowledge
from factcheck.alignment import blocking, grouping
from factcheck.alignment.information import information
from factcheck.alignment.scoring import comparable
from factcheck.alignment.statements import Statement, pack_article
from factcheck.alignment.utterances import Statements

TABLE = Path(knowledge.__file__).with_name("utterance_weights.toml")
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass
class Data:
    """The candidate pairs of the development half with their evidence and what they truly are."""

    statements: Statements
    ready: list[Statement]
    pairs: list[tuple[int, int]]
    fields: list[str]
    evidence: Any
    same: Any
    folds: Any
    truth: set[tuple[int, int]]


def read(folder: Path) -> Data:
    """The development half, blocked and weighed."""
    rows = [json.loads(line) for line in (folder / "quotes_dev.jsonl").open(encoding="utf-8")]
    judged = [json.loads(line) for line in (folder / "quotes_dev.pairs.jsonl").open(encoding="utf-8")]
    unclear = {frozenset((p["a"], p["b"])) for p in judged if p["label"] == "unclear"}
    claims, articles, row_of = claims_and_articles(rows)
    by_id = {row["id"]: row for row in rows}
    claims.sort(key=lambda claim: claim.id)
    own = [by_id[row_of[claim.id]] for claim in claims]
    clusters: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(own):
        clusters[row["cluster"]].append(at)
    truth = {(a, b) for c in clusters.values() for a, b in combinations(c, 2) if own[a]["doc"] != own[b]["doc"]}
    statements = Statements(claims, articles)
    pairs = list(blocking.candidates(statements.take(map(pack_article, statements.plain_articles()))))
    ready = [statements.statement(number) for number in range(len(claims))]
    print(
        f"{len(pairs) / len(claims):.1f} candidates a claim, {len(truth & set(pairs)) / len(truth):.3f} of true pairs"
    )
    pairs = [(a, b) for a, b in pairs if (a, b) in truth or frozenset((own[a]["id"], own[b]["id"])) not in unclear]
    pairs = [(a, b) for a, b in pairs if comparable(ready[a], ready[b])]
    found = [statements.model.evidence(ready[a], ready[b]) for a, b in pairs]
    fields = list(found[0])
    events = sorted({row["event"] or row["date"][:7] for row in own})
    numbers = np.random.RandomState(0).permutation(len(events))
    fold = {event: numbers[at] for at, event in enumerate(events)}
    return Data(
        statements,
        ready,
        pairs,
        fields,
        np.array([[evidence[field] for field in fields] for evidence in found]),
        np.array([pair in truth for pair in pairs]),
        np.array([fold[own[a]["event"] or own[a]["date"][:7]] % 10 for a, _ in pairs]),
        truth,
    )


def report(data: Data, scores: Any) -> None:
    """Prints pairwise precision, recall and F1 of the groups at each threshold."""
    statements = data.statements
    sizes = {number: sum(map(information, one.words)) for number, one in enumerate(data.ready)}
    given = {pair: float(score) for pair, score in zip(data.pairs, scores, strict=True)}
    for least in THRESHOLDS:
        found = grouping.groups(given, least, sizes, statements.article, lambda a, b: given.get((a, b), 0.0))
        got = {
            (a, b)
            for group in found
            for a, b in combinations(group, 2)
            if statements.article[a] != statements.article[b] and ((a, b) in data.truth or (a, b) in given)
        }
        right = len(got & data.truth)
        precision, recall = right / max(1, len(got)), right / len(data.truth)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"cross-validated, from {least:.2f} on: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def table(data: Data) -> str:
    """The weights of a fit on all of the data, as the TOML of the table."""
    scaler = StandardScaler().fit(data.evidence)
    model = LogisticRegression(max_iter=3000).fit(scaler.transform(data.evidence), data.same)
    weights = model.coef_[0] / scaler.scale_
    intercept = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    head = TABLE.read_text(encoding="utf-8").partition("intercept")[0]
    lines = [f"intercept = {intercept:.4f}", "", "[weights]"]
    lines += [f'"{field}" = {weight:.4f}' for field, weight in zip(data.fields, weights, strict=True)]
    return head + "\n".join(lines) + "\n"


def main() -> None:
    """Fits, reports by cross-validation over events, and prints or writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the development half")
    parser.add_argument("--write", action="store_true", help="write the table instead of printing it")
    arguments = parser.parse_args()
    data = read(arguments.data)
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=3000))
    scores = cross_val_predict(
        pipeline, data.evidence, data.same, groups=data.folds, cv=GroupKFold(10), method="predict_proba"
    )
    report(data, scores[:, 1])
    if arguments.write:
        TABLE.write_text(table(data), encoding="utf-8")
    else:
        print(table(data))


if __name__ == "__main__":
    main()
