"""What it costs to add articles to a corpus, beside working everything out anew: ``python benchmarks/corpus.py``.

The articles are invented, each event told by four outlets with like quotations. Times are seconds of CPU.
``--articles`` says how large the corpus is, ``--more`` how many articles come in.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from factcheck import check
from factcheck.corpus import Corpus
from factcheck.knowledge import load
from factcheck.models import Article, Interval

OUTLETS = 4
"""Outlets that tell of one event."""

SAID = 6
"""Statements of an event."""

FIRST = date(2023, 1, 1)
DAYS = 700

SYLLABLES = ("ba", "den", "kor", "li", "mar", "no", "pel", "ras", "sol", "tu", "ver", "wyn", "zor", "hal", "fen", "gri")
TITLES = ("Mayor", "Fire Chief", "Governor", "Police Chief", "Senator", "Judge")
CUES = ("said", "told reporters", "added", "wrote in a statement")


def invented(articles: int, seed: int = 1) -> list[Article]:
    """So many articles, those of an event one after the other."""
    random = Random(seed)
    known = [word for band in load("common_words")["bands"].values() for word in band if word.isalpha()]
    found: list[Article] = []
    while len(found) < articles:
        found += _event(random, known)
    return found[:articles]


def _event(random: Random, known: list[str]) -> Iterator[Article]:
    people = [(random.choice(TITLES), f"{_name(random)} {_name(random)}") for _ in range(3)]
    town, street = _name(random), _name(random)
    day = FIRST + timedelta(days=random.randrange(DAYS))
    said = [_sentence(random, known) for _ in range(SAID)]
    for outlet in range(OUTLETS):
        dead = random.choice((4, 5))
        lines = [f"A fire on {street} Street in {town} killed {dead} people on {day:%B} {day.day}, {day.year}."]
        for at, words in enumerate(said):
            title, name = people[at % len(people)]
            told = [word for word in words if random.random() > 0.05]
            lines.append(f"“{' '.join(told).capitalize()},” {title} {name} {random.choice(CUES)}.")
            lines.append(f"{' '.join(_sentence(random, known)).capitalize()} in {town}.")
        published = day + timedelta(days=outlet % 2)
        yield Article(
            source=f"Outlet {outlet} of {random.randrange(50)}",
            title=f"Fire in {town}",
            text="\n\n".join(lines) + "\n",
            published=Interval(start=published, end=published),
        )


def _sentence(random: Random, known: list[str]) -> list[str]:
    words = [random.choice(known) for _ in range(random.randrange(8, 22))]
    words[random.randrange(len(words))] = _name(random).lower()
    return words


def _name(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.choice((2, 3)))).capitalize()


def timed(what: str, work: Callable[[], object]) -> float:
    """Seconds of CPU that the work takes, which are printed, too."""
    start = time.process_time()
    work()
    taken = time.process_time() - start
    print(f"{what:32}{taken:10.1f} s", flush=True)
    return taken


def main() -> None:
    """Measure, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--more", type=int, default=100)
    given = parser.parse_args()
    articles = invented(given.articles + given.more)
    with TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder) / "corpus.db")
        timed(f"add {given.articles:,}", lambda: corpus.add(articles[: given.articles]))
        added = timed(f"add {given.more:,} more", lambda: corpus.add(articles[given.articles :]))
        told = timed("report of the corpus", corpus.report)
        anew = timed("check everything anew", lambda: check(articles))
        print(f"{'size of the file':32}{corpus.status().size / 1e6:10.1f} MB")
    print(f"{'adding, beside all anew':32}{added / anew:10.1%}")
    print(f"{'adding and report, beside it':32}{(added + told) / anew:10.1%}")


if __name__ == "__main__":
    main()
