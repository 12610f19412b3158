"""Days and hours of pages, pictures and posts, which tell nothing of the story."""

import pytest

from factcheck.extraction.dates import find_dates
from factcheck.extraction.page_stamps import is_credit, is_stamp
from factcheck.models import Interval

TODAY = Interval(start="2025-06-09", end="2025-06-09")


def stamps(text):
    """The days and hours of a text that are stamps."""
    found = [(when.span.start, when.span.end) for when in find_dates(text, TODAY) if when.type in ("DATE", "TIME")]
    return [text[start:end] for start, end in found if is_stamp(text, start, end)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Published Wednesday, June 4, 2025) A mill burned.", ["Wednesday, June 4, 2025"]),
        ("A mill burned. Published on June 4, 2025", ["June 4, 2025"]),
        ("Updated: Jun 4, 2025 - 8:10 AM\nA mill burned.", ["Jun 4, 2025", "8:10 AM"]),
        ("Last updated June 4, 2025 at 8:10 p.m. A mill burned.", ["June 4, 2025", "8:10 p.m."]),
        ("A mill burned. Copyright (c) 2025 by Orla Post.", ["2025"]),
        ("A mill burned. © 2025 Orla Post", ["2025"]),
        ("More on orlapost.example: © 2025 Orla Post. Logo and Copyright 2024 Orla Inc.", ["2025", "2024"]),
        ("Crews are there. — Orla Fire (@orlafire) June 4, 2025 They stayed.", ["June 4, 2025"]),
        ("FILE - In this June 4, 2024 file photo, a mill stands.", ["this June 4, 2024"]),
        ("In this June 4, 2024, photo, a mill stands.", ["this June 4, 2024"]),
        ("(Photo taken June 4, 2024) A mill stands.", ["June 4, 2024"]),
        ("The report, published June 4, 2025, blames the mill.", []),
        ("The mill updated its plan on June 4, 2025.", []),
        ("The law of copyright 2024 changed.", []),
        ("The mill burned on June 4, 2025. A photo was found.", []),
        ("By Ann Lee, Orla Press Updated: Jun 4, 2025 - 8:10 AM A mill burned.", ["Jun 4, 2025", "8:10 AM"]),
        ("Posted: June 3, 2025 Updated: June 4, 2025 7:00 PM EDT", ["June 3, 2025", "June 4, 2025", "7:00 PM EDT"]),
        ("A mill burns. Ann Lee photo/ UPDATE 8:30 PM, JUNE 4 - The owner was named.", ["8:30 PM", "JUNE 4"]),
        ("Updated: Wednesday, June 4, 2025 @ 5:31 PM By Ann Lee", ["Wednesday, June 4, 2025", "5:31 PM"]),
        ("UPDATE @ 7 a.m.: The owner was named.", ["7 a.m."]),
        ("UPDATE @ 11:10 a.m. (June 4): The owner was named.", ["11:10 a.m.", "June 4"]),
        ("Update#1 (06/14/2025): The owner was named.", ["06/14/2025"]),
        ("(Update, Monday: The owner was named.)", ["Monday"]),
        ("UPDATE (12:40 p.m.): The owner was named.", ["12:40 p.m."]),
        ("ORIGINAL POST 3:59 p.m. - A mill burned.", ["3:59 p.m."]),
        ("Trade FOR IMMEDIATE RELEASE DATE: June 4, 2025 9:11:51 AM CDT", ["June 4, 2025", "9:11:51 AM CDT"]),
        ("A mill burns\n\nJune 4, 2025 5:03 AM A mill burned.", ["June 4, 2025", "5:03 AM"]),
        ("The Post | orla.example Wed Jun 4, 2025 10:26 PM A mill burned.", ["Wed Jun 4, 2025", "10:26 PM"]),
        ("4 June 2025 | 10.26 pm A mill burned.", ["4 June 2025", "10.26 pm"]),
        ("OSTERBY, Ind. (June 4, 2025) — A mill burned.", ["June 4, 2025"]),
        ("Read more in Tuesday's print edition.", ["Tuesday"]),
        ("The mill (June 4, 2025) burned.", []),
        ("A mill burned on June 4, 2025 5:03 AM or so.", []),
        ("A mill burned at 5:03 a.m. on June 4, 2025.", []),
        ("A mill burned on June 4, 2025, at 5:03 a.m.", []),
        ("In Tuesday's vote the mill lost.", []),
        ("The update of June 4 was late.", []),
        ("The house was sold: on June 4 the buyers came.", []),
        ("Updated plans of the mill came on June 4, 2025.", []),
    ],
)
def test_a_stamp_has_a_label_a_handle_or_a_picture(text, found):
    assert stamps(text) == found


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("A mill burns. (Photo: |Ann Lee|, Orla Post)", True),
        ("A mill burns. Photo by |Ann Lee|", True),
        ("A mill burns. |Ann Lee|/Orla Press", True),
        ("A mill burns. (|Ann Lee| / Orla Press)", True),
        ("The photo of |Ann Lee| burned.", False),
        ("It was |Ann Lee| who saw and/or smelled the smoke.", False),
        ("|Ann Lee|, 61, took a photo.", False),
    ],
)
def test_a_photographer_is_nobody_of_the_story(text, credit):
    before, name, behind = text.split("|")
    assert is_credit(before + name + behind, len(before), len(before + name)) is credit
