"""How the time of a check grows where much is alike: ``python benchmarks/crowds.py [NAME ...] [--seconds N]``.

Each corpus is invented and hard on one part of a check: many reports of one event, one quotation in many forms, one
name of many people, long lists of numbers. It is doubled until a check takes N seconds of processor time (8 where
nothing is said), each size in a process of its own. Printed are the sizes with their times, and the exponent of the
last doubling: 1 where twice as much takes twice as long.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import random
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import product

from factcheck import Article, Interval, check

FIRST = date(2024, 3, 4)

_WORD = re.compile(r"\w+")
BEGINNINGS: list[str] = _WORD.findall("Bar Dov Fen Gal Hol Jas Kel Lun Mor Nev Orr Pel Ros Sut Tam Wex")
ENDINGS: list[str] = _WORD.findall("by den dale ford gate holm ley low mere ness ridge stead ton vale wick worth")
GIVEN: list[str] = _WORD.findall(
    "Ada Ben Cleo Dora Emil Fay Gus Hana Ivo Jane Karl Lena Milo Nora Otto Pia Rolf Sara Theo Vera"
)


def _article(number: int, text: str, title: str, day: int = 0) -> Article:
    out = FIRST + timedelta(days=day)
    return Article(source=f"Outlet {number}", title=title, text=text, published=Interval(start=out, end=out))


def _surname(number: int) -> str:
    """Another surname for each number."""
    return _syllables(number).capitalize()


def _syllables(number: int) -> str:
    parts = [begin.lower() + end for begin, end in product(BEGINNINGS, ENDINGS)]
    return parts[number % len(parts)] + (_syllables(number // len(parts) - 1) if number >= len(parts) else "")


def _person(number: int) -> str:
    return f"{GIVEN[number % len(GIVEN)]} {_surname(number)}"


def one_event(size: int) -> Iterator[Article]:
    """So many reports of one flood, each with other numbers here and there, in another order."""
    chosen = random.Random(1)
    for number in range(size):
        lines = [
            f"At least {40 + chosen.randrange(4)} houses were flooded when the dam at Orrmere broke on Monday.",
            f"The water rose by {chosen.randrange(3, 6)} metres within an hour, engineers measured.",
            f"Some {chosen.randrange(200, 230)} people were taken to the school at Fenwick.",
            "Mayor Dora Kelstead closed the bridge over the Tamber.",
            f"“We heard the wall go {chosen.choice(['before', 'after'])} midnight,” Kelstead said.",
            f"Repairs will cost {chosen.randrange(3, 6)} million crowns and take {chosen.randrange(5, 8)} months.",
            f"Ivo Sutley, {chosen.choice([51, 52])}, was pulled from a car by firefighters.",
        ]
        chosen.shuffle(lines)
        yield _article(number, " ".join(lines[:6]), "Dam at Orrmere breaks", chosen.randrange(3))


def one_quotation(size: int) -> Iterator[Article]:
    """So many articles with one quotation, cut and reworded in another way each."""
    chosen = random.Random(2)
    said = (
        "We are going to dig a long tunnel under the western hills and no one digs tunnels deeper than us . It will be"
        " paid for by the railway and we will open it before the harvest . Our valley has waited many years for a"
        " train and it shall not wait another winter . Who among you has ever seen the sea in less than a day"
    )
    other = {"long": "great", "deeper": "better", "many": "forty", "another": "one more", "ever": "", "less": "under"}
    for number in range(size):
        words = [other.get(word, word) if chosen.random() < 0.4 else word for word in said.split()]
        part = " ".join(filter(None, words[chosen.randrange(10) : len(words) - chosen.randrange(15)]))
        text = f"Minister Lena Holgate spoke in Rosvale on Monday.\n\n“{part.replace(' .', '.')},” Holgate said."
        yield _article(number, text, f"Holgate speaks {number}", chosen.randrange(4))


def one_phrase(size: int) -> Iterator[Article]:
    """So many officials who say the same words, each of something else."""
    for number in range(size):
        name, place = _surname(number), _surname(3 * number + 1)
        said = "Our hearts go out to the neighbours and to all who knew the family in these dark days"
        text = f"Sheriff {_person(number)} of {place} spoke after case {number}. “{said},” Sheriff {name} said."
        yield _article(number, text, f"Case {number} at {place}", 7 * number % 700)


def one_sort(size: int) -> Iterator[Article]:
    """So many fires of three days in one city, told in like words."""
    chosen = random.Random(3)
    for number in range(size):
        text = (
            f"A {chosen.randrange(18, 80)}-year-old woman died and {chosen.randrange(2, 9)} people were hurt in a fire"
            f" on {chosen.randrange(2, 90)} Harbour Street in Galford on {chosen.choice(['Monday', 'Tuesday'])} night,"
            f" the Galford fire service said. She was named as {_person(number)}, of Galford. Captain Milo Denby of the"
            f" fire service said the fire began near a stove at about {chosen.randrange(1, 12)} p.m."
        )
        yield _article(number, text, "Woman dies in Galford fire", chosen.randrange(3))


def victims(size: int) -> Iterator[Article]:
    """So many articles that name some forty people with their ages."""
    chosen = random.Random(4)
    people = [(_person(7 * number), 18 + number) for number in range(45)]
    for number in range(size):
        listed = [person for person in people if chosen.random() < 0.9]
        chosen.shuffle(listed)
        told = " ".join(f"{name}, {age}, was a cook on deck {row}." for row, (name, age) in enumerate(listed))
        yield _article(number, f"Those lost on the ferry Lunholm were named on Monday. {told}", "Lunholm dead named")


def one_surname(size: int) -> Iterator[Article]:
    """So many articles, each on another mayor with one surname."""
    for number in range(size):
        name = f"{GIVEN[number % len(GIVEN)]} {chr(65 + number // len(GIVEN) % 26)}. Marlow"
        text = f"Mayor {name} opened a swimming pool in District {number}."
        yield _article(number, text, f"Pool {number}", 7 * number % 700)


def copies(size: int) -> Iterator[Article]:
    """So many copies of one report, each with another first line."""
    (report,) = one_event(1)
    for number in range(size):
        yield _article(number, f"By Desk Hand {number} of Paper {number}\n\n{report.text}", "Dam at Orrmere breaks")


def names(size: int) -> Iterator[Article]:
    """One article with so many names."""
    yield _article(0, f"The prizes go to {', '.join(map(_person, range(size)))}.", "Prizes")


def ages(size: int) -> Iterator[Article]:
    """Two articles with so many ages each, some of them different."""
    for number in range(2):
        rows = (
            f"{_person(row)}, {20 + (row + number * (row % 9 == 0)) % 60}, of {_surname(5 * row + 2)}, was hurt."
            for row in range(size)
        )
        yield _article(number, " ".join(rows), "The injured of the Lunholm")


def _rows(size: int, number: int) -> Iterator[tuple[str, int]]:
    chosen = random.Random(5)
    for row in range(size):
        yield _surname(row), chosen.randrange(100, 3000) + (number if row % 40 == 0 else 0)


def one_list(size: int) -> Iterator[Article]:
    """Two articles that list so many results in one sentence, some of them different."""
    for number in range(2):
        listed = ", ".join(f"{votes} votes in {ward}" for ward, votes in _rows(size, number))
        yield _article(number, f"The count so far: {listed}.", "Votes by ward")


def table(size: int) -> Iterator[Article]:
    """Two articles with a table of so many rows."""
    for number in range(2):
        rows = "\n".join(f"{ward}\t{votes}\t{votes // 40} percent" for ward, votes in _rows(size, number))
        yield _article(number, f"Votes by ward\n\n{rows}", "Votes by ward")


def live_blog(size: int) -> Iterator[Article]:
    """Two live blogs of so many entries, each with three numbers."""
    for number in range(2):
        entries = (
            f"{row % 12 + 1}:{row % 60:02} p.m. The count in {ward} stands at {votes} votes, up from {votes // 2}."
            for row, (ward, votes) in enumerate(_rows(size, number))
        )
        yield _article(number, "\n\n".join(entries), "Votes by ward, live")


CORPORA: dict[str, tuple[Callable[[int], Iterator[Article]], int]] = {
    made.__name__: (made, start)
    for made, start in (
        (one_event, 50),
        (one_quotation, 50),
        (one_phrase, 50),
        (one_sort, 50),
        (victims, 10),
        (one_surname, 100),
        (copies, 50),
        (names, 500),
        (ages, 100),
        (one_list, 100),
        (table, 100),
        (live_blog, 100),
    )
}
"""Each corpus with the size to begin with."""


def seconds(name: str, size: int) -> float:
    """The processor time of a check of a corpus, its tables read before."""
    check(*one_event(2))
    articles = list(CORPORA[name][0](size))
    start = time.process_time()
    check(*articles)
    return time.process_time() - start


def grown(name: str, most: float) -> Iterator[tuple[int, float]]:
    """Sizes of a corpus with their times, doubled until one takes ``most`` seconds."""
    size, taken = CORPORA[name][1], 0.0
    while taken < most:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            taken = pool.submit(seconds, name, size).result()
        yield size, taken
        size *= 2


def main() -> None:
    """Print how each corpus grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(CORPORA)}")
    parser.add_argument("--seconds", type=float, default=8)
    given = parser.parse_args()
    for name in given.names or CORPORA:
        found = list(grown(name, given.seconds))
        exponent = math.log2(found[-1][1] / found[-2][1]) if len(found) > 1 else math.nan
        told = ", ".join(f"{size:,}: {taken:.2f} s" for size, taken in found)
        print(f"{name:14} {exponent:5.2f}   {told}", flush=True)


if __name__ == "__main__":
    main()
