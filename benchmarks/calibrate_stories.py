"""Fit ``knowledge/stories.toml`` anew: ``python benchmarks/calibrate_stories.py DATA_DIR [--write]``.

The sets of stories and events below DATA_DIR tell which articles are on one story. Reported by cross-validation over
stories: pairs of one story that are joined where each set is given at once, and where each story is given by itself,
and the share of joined pairs that are of two stories. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from calibrate_facts import FOLDS, Fitted, folds_of, read_stories
from sklearn.linear_model import LogisticRegression

from factcheck import knowledge
from factcheck.alignment.clusters import clusters
from factcheck.alignment.comparability import Model
from factcheck.alignment.stories import STRANGERS, Profile, evidence, meetings, prior, profile, weighed

Pair = tuple[str, str]
WEIGHT = {"ecb": 2.0, "events": 1.0, "stories": 0.5, "basil": 1.0}
"""How much each set counts, all its pairs together."""


def fit(rows: Sequence[tuple[str, dict[str, float], bool]]) -> Fitted:
    """A logistic fit over pairs of articles, each with its set."""
    names = sorted(rows[0][1])
    x = np.array([[found[name] for name in names] for _, found, _ in rows])
    sizes: defaultdict[str, int] = defaultdict(int)
    for name, _, _ in rows:
        sizes[name] += 1
    weight = np.array([WEIGHT[name] / sizes[name] for name, _, _ in rows]) * len(rows)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(max_iter=2000)
    model.fit((x - mean) / spread, [same for _, _, same in rows], sample_weight=weight)
    raw = model.coef_[0] / spread
    return Fitted(names, raw, float(model.intercept_[0] - (raw * mean).sum()))


def joined(odds: Mapping[Pair, float], story: Mapping[str, str], names: Iterable[str]) -> tuple[int, int, int]:
    """Of the articles ``names``: pairs of one story, those of them that are joined, and joined pairs of two stories."""
    own = set(names)
    few = prior(len(own))
    told = {pair: value + few for pair, value in odds.items() if own.issuperset(pair)}
    right = wrong = 0
    for members in clusters(told, STRANGERS):
        for a, b in combinations(members, 2):
            right += story[a] == story[b]
            wrong += story[a] != story[b]
    sizes: defaultdict[str, int] = defaultdict(int)
    for name in own:
        sizes[story[name]] += 1
    return sum(n * (n - 1) // 2 for n in sizes.values()), right, wrong


def main() -> None:
    """Fit, report, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--write", action="store_true", help="write the table")
    arguments = parser.parse_args()
    told = read_stories(arguments.data)
    story = {article.id: name for name, articles in told.items() for article in articles}
    profiles = {article.id: profile(article) for articles in told.values() for article in articles}
    fold = folds_of(list(told))
    rows: dict[Pair, tuple[str, dict[str, float], bool]] = {}
    for name in WEIGHT:
        own = weighed({key: value for key, value in profiles.items() if story[key].startswith(name)})
        for a, b in meetings(own):
            rows[a, b] = (name, evidence(own[a], own[b]), story[a] == story[b])
    fits = [
        fit([row for (a, b), row in rows.items() if at not in (fold[story[a]], fold[story[b]])]) for at in range(FOLDS)
    ]
    models = [one.model() for one in fits]
    odds = {pair: models[fold[story[pair[0]]]].log_odds(row[1]) for pair, row in rows.items()}
    report(odds, models, fold, story, profiles)
    whole = fit(list(rows.values()))
    print({name: round(float(weight), 2) for name, weight in zip(whole.names, whole.weights, strict=True)})
    if arguments.write:
        comment = "# Weights of the evidence that two of few articles are on one story."
        table = whole.table(comment, "calibrate_stories.py")
        Path(knowledge.__file__).with_name("stories.toml").write_text(table, encoding="utf-8")


def report(
    odds: Mapping[Pair, float],
    models: Sequence[Model],
    fold: Mapping[str, int],
    story: Mapping[str, str],
    profiles: Mapping[str, Profile],
) -> None:
    """Print how many pairs are joined rightly and wrongly, set by set."""
    for name in WEIGHT:
        own = [key for key in profiles if story[key].startswith(name)]
        pairs, right, wrong = joined(odds, story, own)
        by_story: defaultdict[str, list[str]] = defaultdict(list)
        for key in own:
            by_story[story[key]].append(key)
        alone: Any = np.array(
            [
                joined(odds_of({key: profiles[key] for key in members}, models[fold[told]]), story, members)
                for told, members in by_story.items()
            ]
        ).sum(0)
        print(
            f"{name}: at once {right / pairs:.3f} of the pairs of one story joined, "
            f"{wrong / max(1, right + wrong):.3f} of the joined of two; by itself {alone[1] / alone[0]:.3f}"
        )


def odds_of(profiles: Mapping[str, Profile], model: Model) -> dict[Pair, float]:
    """The odds of the articles of one run."""
    own = weighed(profiles)
    return {(a, b): model.log_odds(evidence(own[a], own[b])) for a, b in meetings(own)}


if __name__ == "__main__":
    main()
