"""Dates of isolated strings."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.entities.dates import MAX_FOREIGN, MAX_LENGTH, read_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2 February 2025 at 02:35", (2025, 2, 2), (2025, 2, 2)),
        ("Published on 2 February 2025", (2025, 2, 2), (2025, 2, 2)),
        ("2025-11-28", (2025, 11, 28), (2025, 11, 28)),
        ("2025-11-28T23:30:00-05:00", (2025, 11, 28), (2025, 11, 28)),
        ("Fri, 28 Nov 2025 10:00:00 GMT", (2025, 11, 28), (2025, 11, 28)),
        ("Nov. 28, 2025", (2025, 11, 28), (2025, 11, 28)),
        ("28th of November, 2025", (2025, 11, 28), (2025, 11, 28)),
        ("28-Nov-2025", (2025, 11, 28), (2025, 11, 28)),
        ("31 Mar 2025 | 5 min read", (2025, 3, 31), (2025, 3, 31)),
        ("Sat Nov  8 2025", (2025, 11, 8), (2025, 11, 8)),
        ("20251128T101500Z", (2025, 11, 28), (2025, 11, 28)),
        ("13/03/2025", (2025, 3, 13), (2025, 3, 13)),
        ("03/13/2025", (2025, 3, 13), (2025, 3, 13)),
        ("05/05/2025", (2025, 5, 5), (2025, 5, 5)),
        ("28.11.2025", (2025, 11, 28), (2025, 11, 28)),
        ("1 ſeptember 2025", (2025, 9, 1), (2025, 9, 1)),
        ("28 de noviembre de 2025", (2025, 11, 28), (2025, 11, 28)),
        ("28 novembre 2025", (2025, 11, 28), (2025, 11, 28)),
        ("28 ноября 2025", (2025, 11, 28), (2025, 11, 28)),
        ("2025年11月28日", (2025, 11, 28), (2025, 11, 28)),
        ("Thứ sáu, ngày 28 tháng 11 năm 2025, 10:15:20 GMT+7", (2025, 11, 28), (2025, 11, 28)),
        ("February 2024", (2024, 2, 1), (2024, 2, 29)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("10/25/11 06:44 PM ET", (2011, 10, 25), (2011, 10, 25)),
        ("25.10.98", (1998, 10, 25), (1998, 10, 25)),
        ("Monday 3/10/2025", (2025, 3, 10), (2025, 3, 10)),
        ("4/9/2007 6:04 PM EDT", (2007, 4, 9), (2007, 4, 9)),
        ("the 4th day of June, 2024", (2024, 6, 4), (2024, 6, 4)),
        ("December 15 , 2008", (2008, 12, 15), (2008, 12, 15)),
    ],
)
def test_a_written_date_is_read(text, first, last):
    found = read_date(text)
    assert found is not None
    assert (found.start, found.end) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "02/03/2025",
        "02/03/25",
        "Tuesday 3/10/2025",
        "1.25.11.2",
        "3.4.2025",
        "Friday",
        "Nov. 28",
        "yesterday",
        "vor 2 Tagen",
        "hace 3 horas 2025",
        "February 31, 2025",
        "2025-13-01",
        "Published 1 Feb 2025, updated 3 Feb 2025",
        "Vol. 2025 of the yearbook",
        "0000",
        "",
        "2025-11-28" + " " * MAX_LENGTH,
    ],
)
def test_nothing_is_guessed(text):
    assert read_date(text) is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60) | st.text("0123456789/-. ", max_size=20).map(lambda s: s + " mai 2025"))
def test_no_string_breaks_it(text):
    found = read_date(text)
    assert found is None or found.start <= found.end


@pytest.fixture
def asked(monkeypatch):
    """What ``dateparser`` is asked for."""
    from dateparser.date import DateDataParser

    strings = []
    real = DateDataParser.get_date_data

    def get_date_data(self, text, *options):
        strings.append(text)
        return real(self, text, *options)

    monkeypatch.setattr(DateDataParser, "get_date_data", get_date_data)
    return strings


@pytest.mark.parametrize(
    "text",
    [
        "Vol. 2025 of the yearbook",
        "mai 2025",
        "Edition 777 of 2025",
        "28/2025/7",
        "28 novembre",
        "28 novembre 2025" + " et" * MAX_FOREIGN,
    ],
)
def test_what_is_no_date_by_its_shape_is_not_tried_in_other_languages(text, asked):
    assert read_date(text) is None
    assert asked == []


def test_a_string_that_comes_again_is_tried_in_other_languages_once(asked):
    for _ in range(3):
        assert read_date("12 Gründe für das Segeln 2025") is None
        assert read_date("17 mars 2025") is not None
    assert asked == ["12 Gründe für das Segeln 2025", "17 mars 2025"]


def test_the_slow_library_is_loaded_only_for_other_languages():
    code = (
        "import sys; from factcheck.entities.dates import read_date;"
        "read_date('Nov. 28, 2025'); print('dateparser' in sys.modules);"
        "read_date('28 novembre 2025'); print('dateparser' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["False", "True"]
