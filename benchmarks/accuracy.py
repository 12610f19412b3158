"""Accuracy on gold data.

    python benchmarks/accuracy.py DATA_DIR [--only KIND ...] [--json] [--predictions DIR] [--errors N] [--diff OLD.json]
                                  [--gate PINS.json | --pin PINS.json [--lower-pins]]

DATA_DIR holds gold files and their scorers, laid out as docs/accuracy.md tells. Every figure comes from those scorers.
One table gives them: for sets of stories also of the half whose misses may be read, of the half that judges, and
cross-validated, where ``benchmarks/cross_validate.py`` measured it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from copies import score_copies
from predictions import PREDICT, Row
from scorers import errors_of, figures_of
from story_sets import HALVES, SETS, case_figures, misses, reported, set_figures, write_reports, wrong_cases

Figures = dict[str, dict[str, float]]


CEILING = "reported an article"
"""The measure that is to stay low."""

CROSS_VALIDATED = Path(__file__).with_name("cross_validated.json")
"""Figures on stories that the weights were not fitted on, as ``cross_validate.py`` wrote them."""


def gold_files(data: Path, only: list[str]) -> list[str]:
    """The names below ``data`` of the files that something can be predicted for, sorted; of ``only`` these kinds."""
    names = sorted(path.relative_to(data).as_posix() for path in data.rglob("*.jsonl"))
    wanted = [name for name in names if not only or name.startswith(tuple(only))]
    return [name for name in wanted if not name.endswith(".pairs.jsonl") and kind_of(name)]


def kind_of(name: str) -> str | None:
    """The key of ``PREDICT`` that a file's name begins with."""
    return next((key for key in PREDICT if name.startswith(key)), None)


def run(data: Path, out: Path, only: list[str]) -> tuple[Figures, dict[str, list[Row]]]:
    """Predict for every gold file, write the predictions below ``out`` and score them."""
    figures: Figures = {}
    predictions: dict[str, list[Row]] = {}
    for name in gold_files(data, only):
        kind = kind_of(name)
        assert kind
        rows = read_rows(data / name)
        started = time.process_time()
        predicted = list(PREDICT[kind](rows))
        seconds = time.process_time() - started
        target = name.replace("/events_", "/event_conflicts_")
        write_rows(out / target, predicted)
        predictions[target] = predicted
        figures[target] = figures_of(data, data / target, out / target)
        figures[target]["items a second"] = round(len(rows) / max(seconds, 1e-9), 1)
        if kind == "alignment/events":
            figures[name.replace("/events_", "/copies_")] = score_copies(rows)
    for name in write_reports(data, out, [name for name in SETS if not only or name in only]):
        figures |= set_figures(data, out, name)
        predictions |= {name: reported(out, name)}
    if (data / "cases").exists() and (not only or "cases" in only):
        figures["cases"] = case_figures(data)
    return figures, predictions


def read_rows(path: Path) -> list[Row]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write records as JSON Lines, with the folders they need."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def differences(old: dict[str, list[Row]], new: dict[str, list[Row]]) -> list[str]:
    """Each extraction gained (+) and lost (-) between two runs."""
    lines: list[str] = []
    for name in sorted(set(old) | set(new)):
        before, after = (extractions(run.get(name, [])) for run in (old, new))
        lines += [f"- {name} {item}" for item in sorted(before - after)]
        lines += [f"+ {name} {item}" for item in sorted(after - before)]
    return lines


def extractions(rows: list[Row]) -> set[str]:
    """The single extractions of a file's predictions, one string each."""
    found: set[str] = set()
    for row in rows:
        key = row.get("id", row.get("event"))
        lists = [value for value in row.values() if isinstance(value, list)]
        items: list[Any] = lists[0] if lists else [row]
        found |= {f"{key} {json.dumps(item, ensure_ascii=False, sort_keys=True)}" for item in items}
    return found


def fallen(figures: Figures, pins: Figures) -> list[str]:
    """A line for each pinned score that is worse now, or missing."""
    lines: list[str] = []
    for name, scores in pins.items():
        for measure, pin in scores.items():
            now = figures.get(name, {}).get(measure)
            if now is None or (now > pin if measure.endswith(CEILING) else now < pin):
                lines.append(f"{name}: {measure} is {now}, pinned at {pin}")
    return lines


def repin(path: Path, figures: Figures, lower: bool) -> list[str]:
    """Set the pins in ``path`` to today's scores. Without ``lower``, a fallen score keeps its pin and is returned."""
    pins: Figures = json.loads(path.read_text(encoding="utf-8"))
    below = [] if lower else fallen(figures, pins)
    for name, scores in pins.items():
        for measure, pin in scores.items():
            now = figures.get(name, {}).get(measure, pin)
            better = min if measure.endswith(CEILING) else max
            scores[measure] = now if lower else better(now, pin)
    path.write_text(json.dumps(pins, indent=2) + "\n", encoding="utf-8")
    return below


def show(figures: Figures) -> None:
    """Print the figures, a block a file or set."""
    validated: Figures = json.loads(CROSS_VALIDATED.read_text(encoding="utf-8")) if CROSS_VALIDATED.exists() else {}
    print(f"{'':42} {'all':>10} {HALVES[0]:>10} {HALVES[1]:>10} {'cross-val.':>10}")
    for name, scores in figures.items():
        if name.endswith(tuple(f" {half}" for half in HALVES)):
            continue
        print(name)
        columns = [scores, *(figures.get(f"{name} {half}", {}) for half in HALVES), validated.get(name, {})]
        for measure in scores:
            print(f"  {measure:40}", *(f"{column.get(measure, ''):>10}" for column in columns))


def arguments() -> argparse.Namespace:
    """The command line, read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--only", nargs="+", default=[], metavar="KIND", help="kinds of gold, such as: time quotes ecb")
    parser.add_argument("--json", action="store_true", help="print figures and predictions as JSON")
    parser.add_argument(
        "--predictions",
        type=Path,
        metavar="DIR",
        default=Path("build/predictions"),
        help="where to write what was predicted",
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N misses a file")
    parser.add_argument(
        "--diff", type=Path, metavar="OLD.json", help="list each extraction gained and lost since an earlier --json"
    )
    parser.add_argument("--gate", type=Path, metavar="PINS.json", help="fail when a pinned score has fallen")
    parser.add_argument("--pin", type=Path, metavar="PINS.json", help="raise the pins to today's scores")
    parser.add_argument("--lower-pins", action="store_true", help="with --pin: lower pins, too")
    return parser.parse_args()


def main() -> int:
    """Run, print, and return the exit code."""
    args = arguments()
    figures, predictions = run(args.data, args.predictions, args.only)
    if not figures:
        print(f"{args.data}: no gold files here", file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps({"figures": figures, "predictions": predictions}, ensure_ascii=False))
    else:
        show(figures)
    if args.errors:
        for name in predictions:
            if name in SETS:
                print(*misses(args.data, args.predictions, name)[: args.errors], sep="\n")
            else:
                print(*errors_of(args.data, args.data / name, args.predictions / name, args.errors), sep="\n")
        if "cases" in figures:
            print(*wrong_cases(args.data)[: args.errors], sep="\n")
    if args.diff:
        print(*differences(json.loads(args.diff.read_text(encoding="utf-8"))["predictions"], predictions), sep="\n")
    bad: list[str] = []
    if args.gate:
        bad = fallen(figures, json.loads(args.gate.read_text(encoding="utf-8")))
    if args.pin:
        bad = repin(args.pin, figures, args.lower_pins)
    print(*bad, sep="\n", end="\n" if bad else "", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
