"""Disagreements in whole stories: reports over the folders of gold sets, scored by half.

A story's half follows from a hash of its name. Misses are read in the first half only, and what is built on them is
judged by the second, so that a rule that serves nothing but what was read shows.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import check

SETS = {"stories": ("stories/dev1", "stories/dev2"), "ecb": ("ecb",), "basil": ("basil",)}
"""Each set, and the folders below the data folder that make it up."""

HALVES = ("read", "judged")
"""The half whose misses may be read, and the one that judges."""

FACTS = ("quantity", "date", "place")
"""The kinds of disagreement on facts, whose recall is given together, too."""

Scored = dict[str, Any]
Story = tuple[Path, dict[str, Any]]
"""The folder of a set below the data folder, and the gold of one of its stories."""


def half_of(group: str) -> str:
    """The half of the story with this name."""
    return HALVES[hashlib.md5(group.encode(), usedforsecurity=False).digest()[0] % 2]


def stories_of(data: Path, name: str) -> Iterator[Story]:
    """The stories of a set, with the folder that each belongs to."""
    for part in SETS[name]:
        for file in ("gold.json", "gold_dev.json"):
            if (data / part / file).exists():
                for group in json.loads((data / part / file).read_text(encoding="utf-8"))["groups"]:
                    yield Path(part), group


def write_reports(data: Path, out: Path, names: Iterable[str]) -> list[str]:
    """A report as JSON for each story of these sets, below ``out``; the names of those that are there."""
    found = []
    for name in names:
        for part, group in stories_of(data, name):
            inner = data / part / "articles" / group["id"]
            folder = inner if inner.exists() else data / part / group["id"]
            target = out / part / f"{group['id']}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(check(str(folder)).to_json(), encoding="utf-8")
            found += [name] if name not in found else []
    return found


def set_figures(data: Path, out: Path, name: str) -> dict[str, dict[str, float]]:
    """The figures of a set whose reports lie below ``out``, whole and by half."""
    stories = list(stories_of(data, name))
    halves = {half: [s for s in stories if not half or half_of(s[1]["id"]) == half] for half in ("", *HALVES)}
    return {f"{name} {half}".strip(): _figures(data, out, part) for half, part in halves.items() if part}


def _figures(data: Path, out: Path, stories: Sequence[Story]) -> dict[str, float]:
    articles = sum(len(group["articles"]) for _, group in stories)
    found: dict[str, float] = {}
    for prefix, options in (("", ()), ("both lists: ", ("--possible",))):
        parts = [json.loads(printed) for printed in _printed(data, out, stories, "--json", *options)]
        found |= {f"{prefix}{measure}": value for measure, value in _summed(parts, articles).items()}
    return found | _quotations(out, stories)


def kind_counts(data: Path, out: Path, half: str) -> dict[str, list[int]]:
    """By kind, how many disagreements of a half, in all sets, are reported, stand in either list, and are asked for."""
    stories = [story for name in SETS for story in stories_of(data, name) if half_of(story[1]["id"]) == half]
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for at, options in enumerate(((), ("--possible",))):
        for printed in _printed(data, out, stories, "--json", *options):
            for key, value in json.loads(printed).items():
                kind = key.removeprefix("recall ")
                if kind != key and not kind.startswith("worded"):
                    found, asked = map(int, value.split("/"))
                    counts[kind][at] += found
                    counts[kind][2] += 0 if at else asked
    return dict(sorted(counts.items()))


def _summed(parts: Sequence[Scored], articles: int) -> dict[str, float]:
    """Recall of what the gold asks for, by kind; precision; and what is reported an article."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for scores in parts:
        for key, value in scores.items():
            kind = key.removeprefix("recall ")
            if kind != key:
                for name in (kind, "facts") if kind in FACTS else (kind,):
                    counts[name] = [a + int(b) for a, b in zip(counts[name], value.split("/"), strict=True)]
    reported = sum(s["reported"] for s in parts)
    wrong = sum(s["look-alikes reported"] + s["unmatched"] for s in parts)
    asked = sum(s["asked"] for s in parts)
    return {
        "recall": _share(sum(s["found"] for s in parts), asked),
        "of": asked,
        "precision": _share(reported - wrong, reported),
        "false": wrong,
        "reported an article": round(reported / articles, 2),
        **{f"recall {name}": _share(*found) for name, found in sorted(counts.items())},
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _printed(data: Path, out: Path, stories: Sequence[Story], *options: str) -> Iterator[str]:
    """What the scorer of conflicts prints of each folder's stories."""
    for part in dict.fromkeys(part for part, _ in stories):
        gold = out / f"{'-'.join(part.parts)}.gold.json"
        gold.write_text(json.dumps({"groups": [group for own, group in stories if own == part]}), encoding="utf-8")
        command = [sys.executable, str(data / "eval_conflicts.py"), str(gold), str(out / part), *options]
        yield subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _quotations(out: Path, stories: Iterable[Story]) -> dict[str, float]:
    """How many quotations and days of publication of the gold are found, where it has them."""
    wanted = found = right = days = dated = 0
    for part, group in stories:
        report = _report(out / part / f"{group['id']}.json") if group.get("quotes") else {}
        for article in report.get("articles", ()):
            name = Path(article["origin"]).name
            claims = [c for c in report["claims"] if c["article_id"] == article["id"] and c["form"] != "narration"]
            for quote in (q for q in group["quotes"] if q["article"] == name):
                wanted += 1
                own = [c for c in claims if c["content"]["text"].strip(" ,.") == quote["text"].strip(" ,.")]
                found += bool(own)
                right += any(_names(c["speaker"], quote) for c in own)
            days += 1
            told = article["published"] and article["published"]["start"]
            dated += told == (group["published"][name] or told)
    if not wanted:
        return {}
    return {
        "quotations found": _share(found, wanted),
        "with their speaker": _share(right, wanted),
        "of quotations": wanted,
        "day of publication right": _share(dated, days),
    }


@cache
def _report(path: Path) -> Scored:
    told: Scored = json.loads(path.read_text(encoding="utf-8"))
    return told


def _names(speaker: Scored | None, quote: Scored) -> bool:
    """Whether a speaker is the one of the gold, by the whole name, or as the article writes it."""
    wanted = {str(quote[key]).casefold() for key in ("speaker", "speaker_as_written") if key in quote}
    return speaker is not None and str(speaker["name"]).casefold() in wanted


def case_figures(data: Path) -> dict[str, float]:
    """How many of the small cases are right."""
    right, _, of, *_ = _cases(data).split()
    return {"right": int(right), "of": int(of)}


def _cases(data: Path, *options: str) -> str:
    program = Path(sys.executable).with_name("factcheck")
    command = [sys.executable, str(data / "eval_cases.py"), str(data / "cases"), str(program), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def misses(data: Path, out: Path, name: str) -> list[str]:
    """What the scorer counts as missed or false in a set, in the stories of the first half alone."""
    stories = [(part, group) for part, group in stories_of(data, name) if half_of(group["id"]) == HALVES[0]]
    lines = (line for printed in _printed(data, out, stories, "--errors") for line in printed.splitlines())
    return [f"{name}\t{line}" for line in lines if "\t" in line]


def wrong_cases(data: Path) -> list[str]:
    """The small cases that are wrong, and in what."""
    return [f"cases\t{line}" for line in _cases(data, "--errors").splitlines() if " | " in line]


def reported(out: Path, name: str) -> list[Scored]:
    """What each report of a set lists, in plain words, for the comparison of two runs."""
    found: list[Scored] = []
    for path in sorted(path for part in SETS[name] for path in (out / part).glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        lists = [(part, c) for part in ("conflicts", "possible") for c in report.get(part, ())]
        rows = [{"list": part, "kind": c["kind"], "summary": c["summary"]} for part, c in lists]
        found.append({"id": path.stem, "reported": rows})
    return found
