"""Which of two weekdays a sentence means: the one that was, or the coming one."""

from datetime import date

import pytest

from factcheck.extraction.dates import find_dates
from factcheck.models import Interval

WEDNESDAY = Interval(start=date(2025, 3, 12), end=date(2025, 3, 12))

PAST = [
    "The Rovers won 3-1 on Friday.",
    "Lagos beat Accra on Friday to reach the final.",
    "Her hopes of a medal ended on Friday.",
    "His aims were plain at the rally on Friday.",
    "The bank's plans were leaked on Friday.",
    "The mill's shares fell on Friday.",
    "The council put up the rent on Friday.",
    "He set fire to the barn on Friday.",
    "She hit a wall on Friday.",
    "The club let him go on Friday.",
    "The bill was to have been read on Friday.",
    "He should have been at work on Friday.",
    "They could have stopped it on Friday.",
    "Prices rose as expected on Friday.",
    "Nobody would comment on Friday.",
    "The minister declined to comment on Friday.",
    "The inquest heard on Friday that he drowned.",
    "The court ruled on Friday that the sale may go on.",
    "Figures released on Friday show a fall.",
    "Friday's fire will cost the town dear.",
    "A fire on Friday killed two.",
    "The storm, which struck on Friday, has passed.",
    "It came after talks in Geneva on Friday.",
    "Two men were in court on Friday charged with arson.",
    "He is accused of stabbing her on Friday.",
    "She has not been seen since Friday.",
    "Union leaders met on Friday to plan the strike.",
    "The strike began on Friday and could last a month.",
    "The film opened on Friday.",
    "The ferry that sank on Friday may be raised.",
    "The moves were hammered out beginning on Friday.",
    "Gate money was 48, after 52 on Friday.",
    "They agreed to a phone call on Friday.",
    "Friday would have been her first day.",
    "The fire that destroyed the mill on Friday may be arson.",
]

AHEAD = [
    "The film opens on Friday.",
    "The Rovers play Lenn on Friday.",
    "The vote is on Friday.",
    "The vote takes place on Friday.",
    "The two sides will meet on Friday.",
    "The two are to meet on Friday.",
    "She is to be sworn in on Friday.",
    "He is due in court on Friday.",
    "He is scheduled to speak on Friday.",
    "Rain is forecast for Friday.",
    "The deadline is Friday.",
    "The deadline for bids is on Friday.",
    "Bids must be in by Friday.",
    "She has until Friday to pay.",
    "The court will rule on Friday.",
    "The union has called a strike for Friday.",
    "He was remanded until Friday.",
    "The match has been moved to Friday.",
    "Ministers are expected to sign on Friday.",
    "Ministers expect to sign on Friday.",
    "Talks are set to resume on Friday.",
    "Schools reopen on Friday.",
    "Polls open on Friday.",
    "The king arrives on Friday.",
    "They leave for Oslo on Friday.",
    "The new fares come into force on Friday.",
    "I'll be there on Friday.",
    "We're going to vote on Friday.",
    "The show goes on sale on Friday.",
    "The committee is meeting on Friday.",
    "The choir is singing on Friday.",
    "A hearing is set for Friday.",
    "The bank is expected to hold rates on Friday.",
    "The bank looks set to hold rates on Friday.",
    "Voters head to the polls on Friday.",
    "The team travel to Cork on Friday.",
    "Could it snow on Friday?",
    "It might snow on Friday.",
    "The tour kicks off on Friday.",
    "The museum is due to open on Friday.",
    "Tickets go on sale Friday.",
    "The union plans a march on Friday.",
    "A march is planned on Friday.",
    "Fares are going up on Friday.",
    "The minister flies to Rome on Friday.",
    "The team won't play on Friday.",
    "The bank plans to sell it on Friday.",
    "Tolls rise beginning on Friday.",
    "He agreed to leave on Friday.",
    "A day without rain is due Friday.",
]


@pytest.mark.parametrize("text", PAST)
def test_the_friday_that_was(text):
    assert [w.value for w in find_dates(text, WEDNESDAY) if "Friday" in w.text] == ["2025-03-07"]


@pytest.mark.parametrize("text", AHEAD)
def test_the_coming_friday(text):
    assert [w.value for w in find_dates(text, WEDNESDAY) if "Friday" in w.text] == ["2025-03-14"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She won the seat in May.", "2024-05"),
        ("It revised its withdrawal plans in October.", "2024-10"),
        ("It noted that through the end of February, spending had doubled.", "2025-02"),
        ("It had raised 3 million by the end of December.", "2024-12"),
        ("They must leave by July.", "2025-07"),
        ("All were due to file papers by March 5, a deadline.", "2025-03-05"),
        ("By late summer, she looked weak.", "2024-SU"),
        ("The mill will be built by the summer.", "2025-SU"),
        ("Talks that are supposed to end by May, invited him.", "2025-05"),
        ("By Friday, police arrested two.", "2025-03-07"),
        ("By Friday, troops stationed there will leave.", "2025-03-14"),
        ("She is in a tight race ahead of the Olm caucuses on Monday.", "2025-03-17"),
        ("It will be gone by February.", "2026-02"),
    ],
)
def test_months(text, value):
    assert [w.value for w in find_dates(text, WEDNESDAY)] == [value]
