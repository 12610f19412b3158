"""Running the scorers that lie beside the gold data, and reading the figures they print."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

SCORERS = {
    "quotes/": "quotes/eval_quotes.py",
    "time/": "time/eval_time.py",
    "quantities/": "quantities/eval_qty.py",
    "titles/titles": "titles/eval_titles.py",
    "titles/title_pairs": "eval_pairs.py",
    "names/": "eval_pairs.py",
    "alignment/quotes": "alignment/eval_clusters.py",
    "alignment/event": "alignment/eval_events.py",
}
"""The scorer of each kind of file, by the beginning of its name below the data folder."""

QUOTES = {
    "F1": "span F1",
    "explicit_end2end_recall": "named end to end",
    "all_end2end_recall": "all end to end",
    "explicit_acc_when_answered": "named precision",
}
"""The figures of ``eval_quotes.py`` that are kept, and what they are called here."""

PRINTED = re.compile(
    r"(?P<name>[a-z][\w+ -]*?(?: \(\d+\))?):?\s+P (?P<p>[\d.]+)\s+R (?P<r>[\d.]+)\s+F1 (?P<f>[\d.]+)"
    r"|(?P<single>accuracy|recall|precision|false merges|false)\s+(?P<value>[\d.]+)"
)
"""A figure as the other scorers print it."""


def score(data: Path, gold: Path, predicted: Path, *options: str) -> str:
    """What the scorer of this gold file prints."""
    name = gold.relative_to(data).as_posix()
    scorer = next(script for start, script in SCORERS.items() if name.startswith(start))
    done = subprocess.run(
        [sys.executable, str(data / scorer), str(gold), str(predicted), *options],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def figures_of(data: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """The figures of one gold file by name."""
    name = gold.relative_to(data).as_posix()
    if name.startswith("quotes/"):
        direct, indirect = (json.loads(score(data, gold, predicted, "--json", *more)) for more in ((), ("--indirect",)))
        return _quotes(direct, "") | _quotes(indirect, "indirect ")
    if name.startswith("time/"):
        return _wanted(gold, predicted) or _times(json.loads(score(data, gold, predicted, "--json")))
    return printed_figures(score(data, gold, predicted))


def errors_of(data: Path, gold: Path, predicted: Path, most: int) -> list[str]:
    """Up to ``most`` lines of what the scorer counts as wrong."""
    name = gold.relative_to(data).as_posix()
    if name.startswith("quotes/"):
        lines = score(data, gold, predicted, "--errors", str(most)).splitlines()
    elif name.startswith("alignment/quotes"):
        return []
    else:
        lines = score(data, gold, predicted, "--errors").splitlines()
    return [f"{name}\t{line}" for line in lines if "\t" in line][:most]


def printed_figures(printed: str) -> dict[str, float]:
    """The figures in a scorer's plain text."""
    figures: dict[str, float] = {}
    for match in PRINTED.finditer(printed):
        if match["single"]:
            figures[match["single"]] = float(match["value"])
        else:
            name = match["name"].strip()
            figures |= {
                f"{name} precision": float(match["p"]),
                f"{name} recall": float(match["r"]),
                f"{name} F1": float(match["f"]),
            }
    return figures


def _quotes(found: dict[str, Any], prefix: str) -> dict[str, float]:
    return {prefix + name: found[key] for key, name in QUOTES.items() if found.get(key) is not None}


def _times(found: dict[str, Any]) -> dict[str, float]:
    return {f"{measure} F1": found[measure][2] for measure in ("strict", "relaxed", "value", "calendar")}


def _wanted(gold: Path, predicted: Path) -> dict[str, float] | None:
    """How many single sentences have the wanted value, where that is what the file holds."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    if not rows or "want" not in rows[0]:
        return None
    found = {row["id"]: row["timexes"] for row in map(json.loads, predicted.read_text(encoding="utf-8").splitlines())}
    right = sum(as_wanted(row["want"], found[row["id"]]) for row in rows)
    return {"right": right, "of": len(rows)}


def as_wanted(want: str | None, timexes: list[dict[str, Any]]) -> bool:
    """Whether the expressions found in a sentence are what is wanted.

    ``None`` and "(none)" want no expression, another remark in brackets an expression without days, "A/dd" the range
    from day A to day dd, in one expression or two, and "A(T)" the value A with or without the time of day T.
    """
    if want in (None, "(none)"):
        return not timexes
    assert want
    if want.startswith("("):
        return not any(timex.get("interval") for timex in timexes)
    if "/" in want:
        first, last = want.split("/")
        days = [day for timex in timexes for day in timex.get("interval") or ()]
        return bool(days) and (min(days), max(days)) == (first, first[: -len(last)] + last)
    plain, _, part = want.rstrip(")").partition("(")
    return [timex["value"] for timex in timexes] in ([plain], [plain + part])
