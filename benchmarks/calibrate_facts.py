"""Fit the tables of the comparison of facts anew: ``python benchmarks/calibrate_facts.py DATA_DIR [--write]``.

``comparability.toml`` is fitted to agreement in real articles, without labels: where the context of two slots is that
of one fact, outlets give equal values, beyond what chance makes equal. ``certainty.toml`` is fitted to the
disagreements that people found in the sets of stories. Both are reported by cross-validation over stories. Needs
scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from events import article_of
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from story_gold import Gold, gold_of, gold_of_places, gold_of_values
from story_sets import SETS, stories_of

from factcheck import Article, Claim, Interval, extract, knowledge, read
from factcheck.alignment.comparability import Model
from factcheck.alignment.copies import mark_copies
from factcheck.alignment.facts import Compared, compared, facts_of
from factcheck.alignment.slots import Page, Slot
from factcheck.comparison.certainty import evidence as certainty_evidence
from factcheck.entities.times import hours_apart
from factcheck.entities.values import Value, can_both_be, values_of
from factcheck.models import Quantity, When

FOLDS = 5
OWN = (Path(__file__).parent.parent / "tests" / "stories", Path(__file__).with_name("judged_stories"))
"""Stories of our own, each with what a reader finds to disagree in it. Those of the second folder are not read."""

READ = Path(__file__).with_name("read_stories.jsonl")
"""What readers found to disagree in further real stories, of what was listed there and of what was not."""

SLIP = 0.06
"""The share of pairs of slots that fill one fact and give values that can't both be right all the same."""

MOST_OF_A_STORY = 400
"""Pairs of slots up to which a story counts in full: a great one must not outweigh all others."""

MOST_LISTED = 40
"""Differing pairs up to which a story counts in full for certainty, each disagreement by the root of its pairs."""

COPIED = 0.6
"""Share of their words from which on two contexts tell nothing but that one was copied from the other."""

NEAR = 0.5
"""Hours that two outlets may give one event apart: one has the call, the other the shots, or rounds."""

CHANCE = {"day": 0.25, "month": 0.2, "year": 0.15, "clock": 0.1, "place": 0.08}
"""How often two values of a kind are equal by chance, before their articles tell more."""


class Row(NamedTuple):
    """A pair of slots of two articles on one story."""

    story: str
    pair: Compared
    agree: bool
    chance: float
    """How likely two slots of different facts would be equal here."""


@dataclass
class Fitted:
    """Weights of evidence and an intercept."""

    names: list[str]
    weights: Any
    intercept: float

    def model(self) -> Model:
        """As a model of the library."""
        return Model(dict(zip(self.names, map(float, self.weights), strict=True)), self.intercept)

    def table(self, comment: str, script: str = "calibrate_facts.py") -> str:
        """As the text of a table, with the script that fitted it."""
        told = zip(self.names, self.weights, strict=True)
        rows = [f'"{name}" = {weight:.3f}' for name, weight in told if abs(weight) >= 5e-4]
        head = [comment, f'source = "fitted by benchmarks/{script}"', 'licence = "MIT"', ""]
        return "\n".join([*head, f"intercept = {self.intercept:.3f}", "", "[weights]", *rows, ""])


def read_stories(data: Path) -> dict[str, list[Article]]:
    """The articles of all stories below ``data`` by the story's name: those of the sets, and events."""
    found: dict[str, list[Article]] = {}
    for name, parts in SETS.items():
        for part in parts:
            inner = data / part / "articles"
            for folder in sorted(p for p in (inner if inner.exists() else data / part).iterdir() if p.is_dir()):
                found[f"{name} {folder.name}"] = mark_copies(read(str(folder)).articles)
    for path in own_stories():
        found[f"own {path.stem}"] = mark_copies(articles_in(tomllib.loads(path.read_text(encoding="utf-8"))))
    for line in (data / "alignment" / "events_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        found[f"events {row['event']}"] = mark_copies([article_of(article) for article in row["articles"]])
    return found


def own_stories() -> list[Path]:
    """The files of our own stories."""
    return sorted(path for folder in OWN for path in folder.glob("*.toml"))


def articles_in(story: dict[str, Any]) -> list[Article]:
    """The articles of one of our own stories."""
    return [
        Article(
            source=row["source"],
            title=row["title"],
            text=row["text"].strip(),
            published=Interval(start=row["published"], end=row["published"]),
        )
        for row in story["articles"]
    ]


def topic_of(story: str) -> str:
    """What a story is called for the folds: two events of one sort are kept together."""
    return story.replace("plus", "")


def folds_of(stories: Sequence[str]) -> dict[str, int]:
    """The fold of each story."""
    topics = sorted({topic_of(story) for story in stories})
    order = np.random.RandomState(0).permutation(len(topics))
    fold = {topic: int(order[at]) % FOLDS for at, topic in enumerate(topics)}
    return {story: fold[topic_of(story)] for story in stories}


def rows_of(pages: dict[str, list[Page]]) -> list[Row]:
    """All pairs of slots that may be compared, in articles of which none is a copy of the other."""
    rate = Rates(slot for told in pages.values() for page in told for slot in page.slots)
    rows = []
    for story, told in pages.items():
        for a, b in combinations(told, 2):
            if root(a.article) == root(b.article):
                continue
            for pair in compared(a, b):
                x, y, _ = pair
                chance = rate.chance(x, y, a.by_kind[x.kind], b.by_kind[y.kind])
                rows.append(Row(story, pair, agree(x.value, y.value), chance))
    return rows


def agree(a: Value, b: Value) -> bool:
    """Whether two values agree as those of one fact do in the press, where hours of one event may be a little apart."""
    if can_both_be(a, b):
        return True
    if not isinstance(a, When) or not isinstance(b, When) or a.start != b.start:
        return False
    apart = hours_apart(a, b)
    return apart is not None and apart <= NEAR


def root(article: Article) -> str:
    """The article that this one repeats, or itself."""
    return article.copy_of or article.id


class Rates:
    """How often values turn up, and so how likely two are equal by chance."""

    def __init__(self, slots: Iterator[Slot]) -> None:
        self._counts = Counter(self._key(slot) for slot in slots)
        self._totals: Counter[str] = Counter()
        for (kind, _), count in self._counts.items():
            self._totals[kind] += count

    def _key(self, slot: Slot) -> tuple[str, float | None]:
        return slot.sort, slot.value.value if isinstance(slot.value, Quantity) else None

    def _prior(self, slot: Slot) -> float:
        kind, value = self._key(slot)
        if kind in CHANCE:
            return CHANCE[kind]
        return min(0.6, 1.3 * self._counts[kind, value] / max(1, self._totals[kind]))

    def chance(self, x: Slot, y: Slot, of_x: Sequence[Slot], of_y: Sequence[Slot]) -> float:
        """How likely the slots would be equal by chance: by the other slots of the two articles, and by the prior."""
        shares = []
        for slot, other, others in ((x, y, of_y), (y, x, of_x)):
            rest = [z for z in others if z is not other]
            equal = sum(agree(slot.value, z.value) for z in rest)
            shares.append((equal + 2 * self._prior(slot)) / (len(rest) + 2))
        return min(0.95, math.sqrt(shares[0] * shares[1]) + 0.005)


def fit_agreement(rows: Sequence[Row], names: list[str]) -> Fitted:
    """The weights by which context tells where values are equal beyond chance, by likelihood with a small penalty."""
    x = np.array([[row.pair[2].get(name, 0.0) for name in names] for row in rows])
    equal, chance = np.array([float(row.agree) for row in rows]), np.array([row.chance for row in rows])
    sizes = Counter(row.story for row in rows)
    weight = np.array([min(1.0, MOST_OF_A_STORY / sizes[row.story]) for row in rows])
    weight = np.where(x[:, names.index("share")] > COPIED, weight / 4, weight)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z, size = (x - mean) / spread, x.shape[1]

    def loss(b: Any) -> tuple[float, Any]:
        same = 1 / (1 + np.exp(-(z @ b[:size] + b[size])))
        p = np.clip(same * (1 - SLIP) + (1 - same) * chance, 1e-6, 1 - 1e-6)
        slope = -weight * (equal / p - (1 - equal) / (1 - p)) * ((1 - SLIP) - chance) * same * (1 - same)
        total = -(weight * (equal * np.log(p) + (1 - equal) * np.log(1 - p))).sum() + 3 * (b[:size] ** 2).sum()
        return float(total), np.append(z.T @ slope + 6 * b[:size], slope.sum())

    start = np.zeros(size + 1)
    start[size] = -2
    b = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    raw = b[:size] / spread
    return Fitted(names, raw, float(b[size] - (raw * mean).sum()))


def reliability(probability: Any, true: Any, bounds: Sequence[float]) -> list[str]:
    """Lines of a reliability table: how many were given which probability, and which share was true."""
    lines = []
    for low, high in pairwise(bounds):
        inside = (probability > low) & (probability <= high)
        if inside.any():
            said, was = probability[inside].mean(), true[inside]
            told = f"said {said:.2f}, true {was.mean():.2f} ({int(was.sum())})"
            lines.append(f"  {low:.2f}-{high:.2f}: {int(inside.sum()):6} pairs, {told}")
    return lines


class Candidate(NamedTuple):
    """A differing pair of values of one story, and whether people found that disagreement."""

    story: str
    found: dict[str, float]
    true: bool
    arguable: bool
    key: tuple[str, str]


def golds(data: Path, pages: dict[str, list[Page]]) -> dict[str, Gold]:
    """What people found in the stories of the sets, and in our own."""
    found = {}
    for name in SETS:
        for story in stories_of(data, name):
            if (key := f"{name} {story[1]['id']}") in pages:
                found[key] = gold_of(story, [page.article for page in pages[key]])
    for path in own_stories():
        key, told = f"own {path.stem}", tomllib.loads(path.read_text(encoding="utf-8"))
        found[key] = gold_of_values(told.get("disagreements", []), [page.article for page in pages[key]])
    for line in READ.open(encoding="utf-8"):
        row = json.loads(line)
        articles = [page.article for page in pages[row["story"]]]
        if [len(article.text) for article in articles] != row["lengths"]:
            raise ValueError(f"{READ.name}: the articles of {row['story']} are other texts than those that were read")
        found[row["story"]] = gold_of_places(row["disagreements"], articles)
    return found


def candidates(gold: Gold, name: str, pages: Sequence[Page], fitted: Model) -> Iterator[Candidate]:
    """The differing links of a story with the evidence that certainty is weighed by."""
    claims = {slot.claim.id: slot.claim for page in pages for slot in page.slots}
    for group in facts_of(pages, fitted):
        for link in group.links:
            if link.values is None:
                continue
            ends = [
                (claims[c], value_at(claims[c], span.start))
                for c, span in zip((link.a, link.b), link.values, strict=True)
            ]
            (x, a), (y, b) = ends
            if can_both_be(a, b):
                continue
            found = certainty_evidence(link, a, b)
            if found:
                hit = gold.hit(x.article_id, a, y.article_id, b)
                key = tuple(sorted(((a.text or "").lower(), (b.text or "").lower())))
                yield Candidate(name, found, hit == "clear", hit == "arguable", (key[0], key[1]))


def value_at(claim: Claim, start: int) -> Value:
    """The value of a claim that begins at a place."""
    return next(value for value in values_of(claim) if value.span is not None and value.span.start == start)


def fit_certainty(found: Sequence[Candidate], names: list[str]) -> Fitted:
    """A logistic fit; each disagreement counts by the root of the number of its pairs, and no story for very many."""
    told = [c for c in found if not c.arguable]
    x = np.array([[c.found.get(name, 0.0) for name in names] for c in told])
    sizes = Counter((c.story, c.key) for c in told)
    told_by: Counter[str] = Counter()
    for (story, _), size in sizes.items():
        told_by[story] += size**0.5
    weight = np.array([sizes[c.story, c.key] ** -0.5 * min(1.0, MOST_LISTED / told_by[c.story]) for c in told])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=0.1, max_iter=2000)
    model.fit((x - mean) / spread, [c.true for c in told], sample_weight=weight)
    raw = model.coef_[0] / spread
    return Fitted(names, raw, float(model.intercept_[0] - (raw * mean).sum()))


def main() -> None:
    """Fit, report, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--write", action="store_true", help="write the tables")
    arguments = parser.parse_args()
    pages = {story: [Page(a, extract(a)) for a in told] for story, told in read_stories(arguments.data).items()}
    fold = folds_of(list(pages))
    rows = rows_of(pages)
    names = sorted({name for row in rows for name in row.pair[2]})
    real = [row for row in rows if not row.story.startswith(("stories ", "own "))]
    fits = [fit_agreement([row for row in real if fold[row.story] != at], names) for at in range(FOLDS)]
    report_agreement(rows, fits, fold)
    found = [
        candidate
        for key, gold in golds(arguments.data, pages).items()
        for candidate in candidates(gold, key, pages[key], fits[fold[key]].model())
    ]
    own = sorted({name for candidate in found for name in candidate.found})
    report_certainty(found, own, fold)
    if arguments.write:
        folder = Path(knowledge.__file__).parent
        whole = fit_agreement(real, names)
        (folder / "comparability.toml").write_text(
            whole.table(
                "# Weights of the evidence that two slots fill one fact: the logistic of their sum is its probability."
            ),
            encoding="utf-8",
        )
        (folder / "certainty.toml").write_text(
            fit_certainty(found, own).table(
                "# Weights by which two values that can't both be right are a disagreement."
            ),
            encoding="utf-8",
        )


def report_agreement(rows: Sequence[Row], fits: Sequence[Fitted], fold: dict[str, int]) -> None:
    """Print how well the cross-validated probabilities tell where values are equal, set by set."""
    models = [fit.model() for fit in fits]
    same = np.array([models[fold[row.story]].probability(row.pair[2]) for row in rows])
    chance, equal = np.array([row.chance for row in rows]), np.array([float(row.agree) for row in rows])
    expected = same * (1 - SLIP) + (1 - same) * chance
    for name in ("stories", "ecb", "basil", "events"):
        own = np.array([row.story.startswith(name) for row in rows])
        print(f"{name}: {int(own.sum())} pairs of slots")
        print(*reliability(expected[own], equal[own], (0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.85, 0.95, 1)), sep="\n")


def report_certainty(found: Sequence[Candidate], names: list[str], fold: dict[str, int]) -> None:
    """Print how well the cross-validated certainty ranks and tells true disagreements, set by set."""
    scores = np.zeros(len(found))
    for at in range(FOLDS):
        fit = fit_certainty([c for c in found if fold[c.story] != at], names)
        model = fit.model()
        for number, candidate in enumerate(found):
            if fold[candidate.story] == at:
                scores[number] = model.probability(candidate.found)
    best: defaultdict[tuple[str, tuple[str, str]], int] = defaultdict(lambda: -1)
    for number, candidate in enumerate(found):
        held = best[candidate.story, candidate.key]
        if held < 0 or scores[held] < scores[number]:
            best[candidate.story, candidate.key] = number
    kept = [n for n in best.values() if not found[n].arguable]
    for name in ("stories", "ecb", "basil", "own", "events"):
        own = [n for n in kept if found[n].story.startswith(name)]
        true = np.array([found[n].true for n in own])
        print(f"{name}: {len(own)} candidates, {int(true.sum())} true")
        print(*reliability(scores[own], true, (0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1)), sep="\n")
    print("certainty", dict(zip(names, np.round(fit_certainty(found, names).weights, 2), strict=True)))


if __name__ == "__main__":
    main()
