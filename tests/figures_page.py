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


def with_figures(text):
    """A page with each table between its marks made anew."""
    rows = tomllib.loads((ROOT / "docs" / "figures.toml").read_text(encoding="utf-8"))
    pins = json.loads((ROOT / "benchmarks" / "pins.json").read_text(encoding="utf-8"))

    def table(match):
        made = _short(rows) if match[2] == "short" else _table(rows[match[2]], pins)
        return "\n".join((match[1], *made, match[3]))

    return _TABLE.sub(table, text)


def _table(rows, pins):
    if "measure" not in rows[0]:
        return _lines(list(rows[0]), [list(row.values()) for row in rows])
    cells = [{**row, "looked": row.get("looked") or _pinned(row.get("pins", ()), pins)} for row in rows]
    columns = [key for key in HEADS if any(row.get(key) for row in cells)]
    heads = ["measure", *(HEADS[key] for key in columns)]
    return _lines(heads, [[row["measure"], *(row.get(key) or "–" for key in columns)] for row in cells])


def _short(rows):
    told = [row for table in rows.values() for row in table if "short" in row]
    return _lines(
        ["", "not looked at", "best other tool, same data"],
        [[row["short"], row.get("closed") or row["judged"], row.get("peer", "–")] for row in told],
    )


def _pinned(named, pins):
    """The pinned scores of a row, those under 1 as it is usual for shares: ".978"."""
    scores = [pins[gold][score] for gold, score in named]
    return " / ".join(f"{score:.3f}".removeprefix("0") if score <= 1 else f"{score:g}" for score in scores)


def _lines(heads, rows):
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)
