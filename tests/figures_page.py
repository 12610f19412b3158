"""The tables of figures in the documentation, made from ``docs/figures.toml`` and the pinned scores."""

import json
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

HEADS = {
    "closed": "not looked at: closed data",
    "earlier": "closed data, earlier way",
    "judged": "half that judges, or cross-validated",
    "peer": "best other tool, same closed data",
    "looked": "open: looked at while working",
}
"""The columns of a table, each left out where no row has it."""

_TABLE = re.compile(r"(?s)(<!-- figures: (\w+) -->\n).*?(\n<!-- end -->)")


SETS = {"stories": "invented stories", "ecb": "real events (ECB+)", "basil": "US politics (BASIL)"}

HALVES = {"judged": "judges", "read": "open"}

LISTS = {
    "recall": "recall",
    "precision": "precision",
    "both lists: recall": "recall of both lists",
    "both lists: precision": "precision of both",
    "both lists: reported an article": "entries of both an article",
}
"""What is told of both lists of a set, by its name among the figures."""

KINDS = ("readers found", "of these among the disagreements", "in either list")


def with_figures(text):
    """A page with each table between its marks made anew."""
    rows = tomllib.loads((ROOT / "docs" / "figures.toml").read_text(encoding="utf-8"))
    pins, validated = (
        json.loads((ROOT / "benchmarks" / name).read_text(encoding="utf-8"))
        for name in ("pins.json", "cross_validated.json")
    )
    measured = {name: [_cells(row, pins, validated) for row in table] for name, table in rows.items()}
    made = {"short": lambda: _short(measured), "lists": lambda: _lists(validated), "kinds": lambda: _kinds(validated)}

    def table(match):
        make = made.get(match[2], lambda: _table(measured[match[2]]))
        return "\n".join((match[1], *make(), match[3]))

    return _TABLE.sub(table, text)


def _cells(row, pins, validated):
    """A row with what it names of the pinned and the cross-validated scores."""
    told = dict(row)
    if "pins" in row:
        told["looked"] = " / ".join(_score(pins[gold][score]) for gold, score in row["pins"])
    if "validated" in row:
        name, score = row["validated"]
        told |= {
            key: _score(validated[f"{name} {half}"][score]) for key, half in (("judged", "judged"), ("looked", "read"))
        }
    return told


def _table(rows):
    if "measure" not in rows[0]:
        return _lines(list(rows[0]), [list(row.values()) for row in rows])
    columns = [key for key in HEADS if any(row.get(key) for row in rows)]
    heads = ["measure", *(HEADS[key] for key in columns)]
    return _lines(heads, [[row["measure"], *(row.get(key) or "–" for key in columns)] for row in rows])


def _lists(validated):
    found = [
        (SETS[name], f"{HALVES[half]}, {validated[f'{name} {half}']['of']} disagreements", validated[f"{name} {half}"])
        for name in SETS
        for half in HALVES
    ]
    rows = [[title, half, *(_score(scores[measure]) for measure in LISTS)] for title, half, scores in found]
    return _lines(["set", "half", *LISTS.values()], rows)


def _kinds(validated):
    ordered = sorted(validated["kinds"].items(), key=lambda item: (-item[1][0] / item[1][2], item[0]))
    return _lines(
        ["kind", *KINDS], [[kind, str(asked), str(found), str(both)] for kind, (found, both, asked) in ordered]
    )


def _short(measured):
    told = [row for table in measured.values() for row in table if "short" in row]
    return _lines(
        ["", "not looked at", "best other tool, same data"],
        [[row["short"], row.get("closed") or row["judged"], row.get("peer", "–")] for row in told],
    )


def _score(score):
    """A score as it is usual: shares as ".978", what is over one as it is."""
    return f"{score:.3f}".removeprefix("0") if isinstance(score, float) and score <= 1 else f"{score:g}"


def _lines(heads, rows):
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)
