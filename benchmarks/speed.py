"""How fast it is, how much memory it takes, and how both grow: ``python benchmarks/speed.py DATA_DIR [--most N]``.

DATA_DIR holds ``events_dev.jsonl`` and ``quotes_dev.jsonl``; `corpus` makes any number of articles of them. Every
figure comes from a process of its own, which looks for garbage as seldom as the command does. "A second" is of the
clock, "a core" of processor time, with that of all workers; only the latter can be trusted on a machine that does other
work. Memory is the peak of the whole family of processes, with what they share counted once. ``--peers PYTHON`` names
an interpreter that has the peers: see `peers`.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from quotes_rows import claims_and_articles
from retold import Vocabulary, moved, seeded

from factcheck import Settings, check
from factcheck.alignment import blocking
from factcheck.alignment.copies import mark_copies
from factcheck.alignment.utterances import group_utterances
from factcheck.engines import engine_of
from factcheck.garbage import collect_less_often
from factcheck.models import Article, Claim, LeftOut

ROOM_SIZES = (1_000, 10_000, 100_000)
CLAIMS = (10_000, 100_000, 1_000_000)
PAUSE = 0.25
"""Seconds between two looks at the memory."""

TOLD_AGAIN = ("before", "after", "speaker")
"""What belongs to a quotation and is told in other words, as it is itself."""


class Figure(NamedTuple):
    """What one measurement gave."""

    items: int
    seconds: float
    processor: float
    megabytes: float
    note: str

    def __str__(self) -> str:
        return (
            f"{self.items / self.seconds:9,.0f} a second {self.items / self.processor:9,.0f} a second and core"
            f" {self.megabytes:7,.0f} MB{self.note}"
        )


class Clocks(NamedTuple):
    """Seconds of the clock, and of processor time of this process and of its workers that have ended."""

    seconds: float
    processor: float

    @classmethod
    def now(cls) -> Clocks:
        """What the clocks show."""
        times = os.times()
        return cls(time.monotonic(), times.user + times.system + times.children_user + times.children_system)

    def since(self, start: Clocks) -> Clocks:
        """What has passed since."""
        return Clocks(self.seconds - start.seconds, self.processor - start.processor)


class Quotations(Mapping[str, Article]):
    """Marked quotations as claims and articles, told again and again as `retold` does. One telling is in memory."""

    def __init__(self, path: Path, most: int, folder: Path) -> None:
        """Make so many claims, and keep each telling as a file in ``folder``."""
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        vocabulary = Vocabulary(row.get(key) or "" for row in rows for key in ("text", *TOLD_AGAIN))
        self._folder = folder
        self._most = most
        self._tellings = range(-(-most // len(rows)))
        for telling in self._tellings:
            told = [
                {**row, "doc": f"{telling:06}-{row['doc']}", "date": str(moved(row["date"], telling))}
                | {key: vocabulary.retold(row.get(key) or "", telling) for key in TOLD_AGAIN}
                | {"text": vocabulary.said(row["text"], telling)}
                for row in rows
            ]
            claims, articles, _ = claims_and_articles(told)
            (folder / f"{telling}.claims").write_bytes(pickle.dumps(claims))
            (folder / f"{telling}.articles").write_bytes(pickle.dumps(articles))
        self._telling = -1
        self._articles: dict[str, Article] = {}
        self.spent = Clocks(0.0, 0.0)
        """What went into reading them from the files."""

    def claims(self) -> Iterator[Claim]:
        """The claims."""
        return islice((c for telling in self._tellings for c in self._read(f"{telling}.claims")), self._most)

    def __getitem__(self, key: str) -> Article:
        telling = int(key.partition("-")[0])
        if telling != self._telling:
            self._telling = telling
            self._articles = self._read(f"{telling}.articles")
        return self._articles[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)

    def _read(self, name: str) -> Any:
        start = Clocks.now()
        found = pickle.loads((self._folder / name).read_bytes())
        self.spent = Clocks.now().since(start.since(self.spent))
        return found


def copies(data: Path, most: int, _: int) -> tuple[Clocks, str]:
    """Copies among articles, which is all that is done with them as a whole before extraction."""
    articles = list(seeded(data / "events_dev.jsonl", most))
    start = Clocks.now()
    mark_copies(articles)
    return Clocks.now().since(start), ""


def extraction(data: Path, most: int, processes: int) -> tuple[Clocks, str]:
    """The claims of articles, which stream through; to make the articles is part of what is measured."""
    settings = Settings(processes=processes)
    start = Clocks.now()
    claims = 0
    with engine_of(settings) as engine:
        for found in engine.extract(seeded(data / "events_dev.jsonl", most), settings):
            claims += 0 if isinstance(found, LeftOut) else len(found)
    return Clocks.now().since(start), f"  {claims / most:.1f} claims an article"


def alignment(data: Path, most: int, processes: int) -> tuple[Clocks, str]:
    """Statements brought together."""
    asked = 0
    candidates = blocking.candidates

    def counted(*arguments: Any, **named: Any) -> Iterator[tuple[int, int]]:
        nonlocal asked
        for pair in candidates(*arguments, **named):
            asked += 1
            yield pair

    blocking.candidates = counted
    with TemporaryDirectory() as folder:
        quotations = Quotations(data / "quotes_dev.jsonl", most, Path(folder))
        start = Clocks.now()
        with engine_of(Settings(processes=processes)) as engine:
            groups = group_utterances(quotations.claims(), quotations, engine.score)
        passed = Clocks.now().since(start).since(quotations.spent)
    links = sum(len(group.links) for group in groups)
    return passed, f"  {asked / most:.1f} candidates and {links / most:.3f} links a statement"


def everything(data: Path, most: int, processes: int) -> tuple[Clocks, str]:
    """From articles to the report."""
    articles = list(seeded(data / "events_dev.jsonl", most))
    start = Clocks.now()
    report = check(articles, settings=Settings(processes=processes))
    return Clocks.now().since(start), f"  {len(report.claims) / most:.1f} claims an article"


STAGES: dict[str, Callable[[Path, int, int], tuple[Clocks, str]]] = {
    "copies": copies,
    "extraction": extraction,
    "alignment": alignment,
    "end to end": everything,
}


def measure(stage: str, data: Path, items: int, processes: int) -> Figure:
    """One measurement, in a process of its own."""
    words = [
        sys.executable,
        __file__,
        str(data),
        "--stage",
        stage,
        "--items",
        str(items),
        "--processes",
        str(processes),
    ]
    peak = 0.0
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        while child.poll() is None:
            peak = max(peak, _memory(child.pid))
            time.sleep(PAUSE)
        found = json.loads(child.stdout.read()) if child.stdout and child.returncode == 0 else None
    if found is None:
        raise SystemExit(f"{stage} of {items} items failed")
    seconds, processor = found["passed"]
    return Figure(items, seconds, processor, peak, found["note"])


def _memory(pid: int) -> float:
    """Megabytes of a process and of all below it, what they share counted once."""
    total = 0.0
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        total = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(map(_memory, map(int, (task / "children").read_text(encoding="ascii").split())))
    except (OSError, StopIteration):
        pass
    return total


def start_up() -> None:
    """Time of a fixed loop, to compare machines; to import the package, and to show the help: best of five."""
    print(f"{'fixed loop':<11} {min(fixed_loop() for _ in range(5)):.2f} s of processor time")
    for name, words in (("import", ["-c", "import factcheck"]), ("--help", ["-m", "factcheck", "--help"])):
        taken = []
        for _ in range(5):
            before = os.times()
            subprocess.run([sys.executable, *words], check=True, capture_output=True)
            after = os.times()
            taken.append(sum(after[2:4]) - sum(before[2:4]))
        print(f"{name:<11} {min(taken):.2f} s of processor time")


def fixed_loop() -> float:
    """Seconds of processor time that ten million rounds of plain Python take."""
    start = time.process_time()
    total = 0
    for number in range(10_000_000):
        total += number * number % 7
    return time.process_time() - start


def main() -> None:
    """Print the figures of every stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the data")
    parser.add_argument("--most", type=int, default=1_000_000, help="leave out larger measurements")
    parser.add_argument("--peers", type=Path, help="the interpreter that has the peers")
    parser.add_argument("--stage", choices=STAGES, help="measure this one here, and print JSON")
    parser.add_argument("--items", type=int, default=1_000, help="for --stage")
    parser.add_argument("--processes", type=int, default=1, help="for --stage")
    arguments = parser.parse_args()
    if arguments.stage:
        collect_less_often()
        passed, note = STAGES[arguments.stage](arguments.data, arguments.items, arguments.processes)
        print(json.dumps({"passed": passed, "note": note}))
        return
    start_up()
    ours: dict[tuple[str, int], Figure] = {}
    for stage in STAGES:
        for items in CLAIMS if stage == "alignment" else ROOM_SIZES:
            for processes in (1,) if stage == "copies" else (1, 2):
                if items <= arguments.most:
                    figure = measure(stage, arguments.data, items, processes)
                    ours.setdefault((stage, items), figure)  # of one process, as the peers run
                    print(f"{stage:<11} {items:>9,} in {processes} {figure}", flush=True)
    if arguments.peers:
        peers(arguments.peers, arguments.data, min(arguments.most, CLAIMS[0]), ours)


def peers(python: Path, data: Path, most: int, ours: Mapping[tuple[str, int], Figure]) -> None:
    """The peers on the same articles and quotations, as ratios of processor time to ours in the same run."""
    script = Path(__file__).with_name("peers.py")
    for name, stage, items in (
        ("textacy", "extraction", 1_000),
        ("datasketch", "alignment", CLAIMS[0]),
        ("rensa", "alignment", CLAIMS[0]),
        ("splink", "alignment", CLAIMS[0]),
    ):
        own = ours.get((stage, items))
        if own is None or items > most:
            print(f"{name:<11} skipped: nothing of ours of that size to stand beside")
            continue
        done = subprocess.run(
            [str(python), str(script), name, str(data), str(items)], check=False, capture_output=True, text=True
        )
        if done.returncode:
            print(f"{name:<11} skipped: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
            continue
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        rate = found["items"] / found["processor"]
        print(f"{name:<11} {rate:,.0f} a second and core: ours is {own.items / own.processor / rate:.1f} times as fast")


if __name__ == "__main__":
    main()
