"""Work grows in step with the text: calls of functions are counted at a length and at four times that length."""

from datetime import date

import pytest

from factcheck import Article, Interval, check, extract, read
from factcheck.comparison.collation import collate
from factcheck.comparison.tokens import Piece, reading
from factcheck.extraction.dates import find_dates
from factcheck.extraction.names import find_names
from factcheck.extraction.quantities import find_quantities
from factcheck.extraction.quotations import find_quotations
from factcheck.extraction.speech import find_speech
from factcheck.extraction.titles import find_titles
from factcheck.reporting import FORMATS
from factcheck.text import fold, sentences
from growth import LENGTH, assert_in_step
from hostile import report as report_of

DAY = Interval(start=date(2025, 3, 7), end=date(2025, 3, 7))
PROSE = "“We saw the ferry on Monday,” Ann Lee, the mayor of Aldine, said. Twelve people were killed, police said.\n\n"
UNITS = [
    PROSE,
    PROSE.replace("\n", " "),
    "he said that ",
    "Sen. John Smith, D-Ohio, said ",
    '"',
    "“",
    "' ",
    "''",
    "(",
    "A. ",
    "1,",
    "12 and ",
    "Ann Lee ",
    "the president of the ",
    "who, ",
    "Monday ",
    ". ",
    "\n",
    "\u0301",
    "x",
]
FINDERS = {
    "sentences": lambda text: list(sentences(text)),
    "fold": fold,
    "dates": lambda text: find_dates(text, DAY),
    "quantities": find_quantities,
    "names": find_names,
    "titles": find_titles,
    "quotations": find_quotations,
    "speech": find_speech,
    "extract": lambda text: extract(Article(text=text, published=DAY)),
    "read": lambda text: read(f"x\n{text}"),
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", FINDERS)
def test_four_times_the_text_is_four_times_the_work(name, unit):
    assert_in_step(lambda length, word: FINDERS[name](f"{word} {name}. {unit * (length // len(unit))}"), LENGTH)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_longer_texts(name):
    def work(length, word):
        return FORMATS[name](report_of(f"{word}. {PROSE * (length // len(PROSE))}"))

    assert_in_step(work, LENGTH)


@pytest.mark.parametrize("same", [True, False])
def test_two_readings_of_one_long_quotation(same):
    def work(count, word):
        words = [f"{word.lower()}{n}" for n in range(count)]
        other = words if same else [*words[:100], "other", *words[101:]]
        collate(*(reading([Piece(" ".join(listed), 0, True)]) for listed in (words, other)))

    assert_in_step(work, LENGTH // 10)


def test_four_times_the_claims():
    def story(count, source, word):
        lines = [f"“{word} we saw the {n}th ferry, pier{n}, gull{n} and rope{n},” Ann Lee said." for n in range(count)]
        return Article(text="\n\n".join(lines), source=source, published=DAY)

    # From some forty claims on: before, each asks for all of the others as its candidates.
    assert_in_step(lambda count, word: check(story(count, "a", word), story(count, "b", word)), 40)
