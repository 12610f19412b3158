"""Score the sets of stories by weights fitted on other stories: ``python benchmarks/cross_validate.py DATA_DIR``.

The two tables that ``calibrate_facts.py`` fits are fitted anew for each fold without its stories, and these are
reported by them. Writes the figures to ``cross_validated.json``, from where ``accuracy.py`` takes its last column.
Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from accuracy import CROSS_VALIDATED
from calibrate_facts import (
    FOLDS,
    Fitted,
    candidates,
    fit_agreement,
    fit_certainty,
    folds_of,
    golds,
    read_stories,
    rows_of,
)
from story_sets import HALVES, SETS, kind_counts, set_figures, stories_of

from factcheck import check, extract
from factcheck.alignment.comparability import model
from factcheck.alignment.slots import Page
from factcheck.knowledge import load


def fits_of(data: Path) -> tuple[list[tuple[Fitted, Fitted]], dict[str, int]]:
    """The weights of comparability and of certainty without each fold, and the fold of each story."""
    pages = {story: [Page(a, extract(a)) for a in told] for story, told in read_stories(data).items()}
    fold = folds_of(list(pages))
    rows = [row for row in rows_of(pages) if not row.story.startswith(("stories ", "own "))]
    names = sorted({name for row in rows for name in row.pair[2]})
    agreement = [fit_agreement([row for row in rows if fold[row.story] != at], names) for at in range(FOLDS)]
    found = [
        candidate
        for key, gold in golds(data, pages).items()
        for candidate in candidates(gold, key, pages[key], agreement[fold[key]].model())
    ]
    own = sorted({name for candidate in found for name in candidate.found})
    certain = [fit_certainty([c for c in found if fold[c.story] != at], own) for at in range(FOLDS)]
    return list(zip(agreement, certain, strict=True)), fold


def use(fits: Sequence[Fitted]) -> None:
    """Put these weights in the place of the library's tables, for this process."""
    for name, fitted in zip(("comparability", "certainty"), fits, strict=True):
        table = load(name)
        table["weights"].clear()
        table["weights"].update(zip(fitted.names, map(float, fitted.weights), strict=True))
        table["intercept"] = fitted.intercept
    model.cache_clear()


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    data: Path = parser.parse_args().data
    fits, fold = fits_of(data)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for at, fitted in enumerate(fits):
            use(fitted)
            for name in SETS:
                for part, group in stories_of(data, name):
                    if fold[f"{name} {group['id']}"] == at:
                        inner = data / part / "articles" / group["id"]
                        target = out / part / f"{group['id']}.json"
                        target.parent.mkdir(parents=True, exist_ok=True)
                        stated = check(str(inner if inner.exists() else data / part / group["id"]))
                        target.write_text(stated.to_json(), encoding="utf-8")
        figures: dict[str, Any] = {key: s for name in SETS for key, s in set_figures(data, out, name).items()}
        figures["kinds"] = kind_counts(data, out, HALVES[1])
    CROSS_VALIDATED.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
