"""Values of time expressions as newsrooms of many countries write them: each was written down before it was tried."""

from datetime import date

import pytest

from factcheck.extraction.dates import find_dates
from factcheck.models import Interval

ROWS = [
    ("2024-05-15", "A lorry shed its load of onions near Moate on Monday night.", "Monday night", "2024-05-13TNI"),
    (
        "2024-05-15",
        "Two men were stopped at the border post of Busia on the night of the 4th.",
        "the 4th",
        "2024-05-04TNI",
    ),
    ("2024-05-15", "The union branch will ballot its members Friday week.", "Friday week", "2024-05-24"),
    ("2024-05-15", "The Grampians fire was still out of control late on Tuesday.", "late on Tuesday", "2024-05-14"),
    (
        "2024-05-15",
        "The tribunal heard him on May 2 and reserved judgment until the following morning.",
        "the following morning",
        "2024-05-03TMO",
    ),
    ("2024-05-15", "The kiosk was robbed on Saturday and again the next day.", "the next day", "2024-05-12"),
    (
        "2024-05-15",
        "The kiosk was robbed on Saturday; that night the owner slept inside.",
        "that night",
        "2024-05-11TNI",
    ),
    (
        "2024-05-15",
        "The strike will run from Monday to Thursday at four depots.",
        "from Monday to Thursday",
        "2024-05-20",
    ),
    ("2024-05-15", "The strike ran from Monday to Thursday of last week.", "Thursday", "2024-05-09"),
    ("2024-05-15", "He was arrested last Thursday in Kumasi.", "last Thursday", "2024-05-09"),
    ("2024-05-15", "Snow is forecast over the weekend.", "the weekend", "2024-W20-WE"),
    ("2024-05-15", "Three climbers went missing over the weekend.", "over the weekend", "2024-W19-WE"),
    ("2024-05-15", "The river rose overnight.", "overnight", "2024-05-14TNI"),
    ("2024-05-15", "The premier had denied it earlier in the day.", "earlier in the day", "2024-05-15"),
    ("2024-05-15", "It has rained since the start of the week.", "the start of the week", "2024-W20"),
    ("2024-05-15", "The inquiry sat in 1987 and reported the following year.", "the following year", "1988"),
    ("2024-05-15", "The inquiry sat in 1987 and reported two years later.", "two years later", "P2Y"),
    ("2024-05-15", "The pier was sold in March 2019, and three months later it burned.", "three months later", "P3M"),
    ("2024-05-15", "The well ran dry a year ago.", "a year ago", "2023"),
    ("2024-05-15", "The well ran dry a year ago this month.", "a year ago this month", "2023-05"),
    (
        "2024-05-15",
        "Net profit rose 12% from a year earlier to 40 million rupees in the January-March quarter.",
        "a year earlier",
        "2023",
    ),
    (
        "2024-05-15",
        "Net profit for the first quarter was 40 million rand, against 31 million a year earlier.",
        "a year earlier",
        "2023-Q1",
    ),
    ("2024-05-15", "Revenue is seen flat in the current quarter.", "the current quarter", "2024-Q2"),
    ("2024-05-15", "The bank's fiscal 2024 ended in March.", "fiscal 2024", "2024"),
    (
        "2024-05-15",
        "The board expects growth in the second half of the year.",
        "the second half of the year",
        "2024-H2",
    ),
    ("2024-05-15", "Sugar output fell in the 2023/24 season.", "the 2023/24 season", "2023/2024"),
    ("2024-05-15", "The song was a hit in the early nineties.", "the early nineties", "199"),
    ("2024-05-15", "He played for Cork in the eighties.", "the eighties", "198"),
    ("2024-05-15", "They were wed in the mid-1950s.", "the mid-1950s", "195"),
    ("2024-05-15", "The abbey dates from the late twelfth century.", "the late twelfth century", "11"),
    ("2024-05-15", "She has worked there for a decade.", "for a decade", "P10Y"),
    ("2024-05-15", "He was jailed for two and a half years.", "two and a half years", "P2Y6M"),
    ("2024-05-15", "The outage lasted an hour and a half.", "an hour and a half", "PT90M"),
    ("2024-05-15", "The outage lasted half an hour.", "half an hour", "PT30M"),
    ("2024-05-15", "The outage lasted more than three hours.", "more than three hours", "PT3H"),
    ("2024-05-15", "The siege lasted 18 months.", "18 months", "P18M"),
    ("2024-05-15", "The six-week trial heard 40 witnesses.", "six-week", "P6W"),
    ("2024-05-15", "Trains run every 20 minutes.", "every 20 minutes", "PT20M"),
    ("2024-05-15", "The market is held twice a month.", "twice a month", "P1M"),
    ("2024-05-15", "The clinic opens every other Tuesday.", "every other Tuesday", "XXXX-WXX-2"),
    ("2024-05-15", "The choir meets on Tuesday nights.", "on Tuesday nights", "XXXX-WXX-2TNI"),
    ("2024-05-15", "Each summer the lake shrinks.", "Each summer", "XXXX-SU"),
    ("2024-05-15", "The bakery is shut on Sundays.", "on Sundays", "XXXX-WXX-7"),
    ("2024-05-15", "The premier is now in Suva.", "now", "PRESENT_REF"),
    ("2024-05-15", "The premier is at present in Suva.", "at present", "PRESENT_REF"),
    ("2024-05-15", "Cuts may come in the near future.", "in the near future", "FUTURE_REF"),
    ("2024-05-15", "In recent years the herd has halved.", "In recent years", "PXY"),
    ("2024-05-15", "The dam has silted up over the past few decades.", "over the past few decades", "PXY"),
    ("2024-05-15", "The alarm went off at 3.40am on Tuesday.", "3.40am on Tuesday", "2024-05-14T03:40"),
    ("2024-05-15", "Polls close at 6 p.m. local time (1600 GMT) on Sunday.", "6 p.m. local time", "2024-05-19T18:00"),
    ("2024-05-15", "Police were called just before 9pm on May 11.", "9pm on May 11", "2024-05-11T21:00"),
    ("2024-05-15", "The train is due at 14:05.", "at 14:05", "T14:05"),
    (
        "2024-05-15",
        "Police were called shortly after 11 o'clock on Sunday night.",
        "shortly after 11 o'clock on Sunday night",
        "2024-05-12T23:00",
    ),
    ("2024-01-03", "Twelve people were hurt when a stand fell on December 30.", "December 30", "2023-12-30"),
    ("2024-01-03", "Twelve people were hurt when a stand fell on 30 December.", "30 December", "2023-12-30"),
    ("2024-01-03", "The fares rise on January 20.", "January 20", "2024-01-20"),
    ("2024-01-03", "The shop shut in November.", "in November", "2023-11"),
    ("2024-01-03", "The shop shut just before Christmas.", "just before Christmas", "2023-12-25"),
    ("2024-01-03", "The shop shut on New Year's Eve.", "on New Year's Eve", "2023-12-31"),
    ("2024-01-03", "The shop will shut at Easter.", "at Easter", "2024-03-31"),
    ("2024-01-03", "The flood came on Boxing Day 2004.", "on Boxing Day 2004", "2004-12-26"),
    ("2024-01-03", "Output fell in the fourth quarter.", "in the fourth quarter", "2023-Q4"),
    ("2024-01-03", "The tax was cut late last year.", "late last year", "2023"),
    ("2024-01-03", "It was the wettest December since 1929.", "since 1929", "1929"),
    ("2023-12-28", "The toll will double on January 1.", "on January 1", "2024-01-01"),
    ("2023-12-28", "The toll doubles from Jan. 1.", "from Jan. 1", "2024-01-01"),
    ("2023-12-28", "Voters go to the polls in February.", "in February", "2024-02"),
    ("2023-12-28", "The sale is to close by the end of March.", "by the end of March", "2024-03"),
    ("2023-12-28", "The sale is to close early in the new year.", "early in the new year", "2024"),
    (
        "2022-08-09",
        "The chief minister will visit Darbhanga on the 17th of this month.",
        "the 17th of this month",
        "2022-08-17",
    ),
    ("2022-08-09", "Ward 6 will get water on alternate days.", "alternate days", "P2D"),
    ("2022-08-09", "The accused was produced in court on Monday evening.", "Monday evening", "2022-08-08TEV"),
    ("2022-08-09", "The monsoon session opens day after tomorrow.", "day after tomorrow", "2022-08-11"),
    ("2022-08-09", "Heavy rain fell in the 24 hours to 8.30 am on Tuesday.", "24 hours to 8.30 am", "PT24H"),
    ("2022-08-09", "The bus left Mbale at around 7pm last night.", "7pm last night", "2022-08-08T19:00"),
    ("2022-08-09", "He will be buried this Saturday.", "this Saturday", "2022-08-13"),
    ("2022-08-09", "He was last seen this past Saturday.", "this past Saturday", "2022-08-06"),
    ("2022-08-09", "The truce was signed three weeks ago.", "three weeks ago", "2022-W29"),
    ("2022-08-09", "The committee has until midnight on Thursday.", "midnight on Thursday", "2022-08-11T24:00"),
    ("2025-03-12", "Shares rose ahead of Tuesday's report.", "Tuesday", "2025-03-11"),
    ("2025-03-12", "Polls show her ahead of Tuesday's vote.", "Tuesday", "2025-03-18"),
    ("2025-03-12", "Shares fell ahead of Friday's report.", "Friday", "2025-03-14"),
    ("2025-03-12", "She fell on March 3. Nobody saw her that terrible night.", "that terrible night", "2025-03-03TNI"),
    ("2025-03-12", "They left on March 3. That fateful day changed it.", "That fateful day", "2025-03-03"),
    ("2025-03-12", "The stones fell 2000 years ago.", "2000 years ago", "PAST_REF"),
    ("2025-03-12", "An hourslong standoff ended.", "hourslong", "PTXH"),
    ("2025-03-12", "A yearlong search ended.", "yearlong", "P1Y"),
    ("2025-03-12", "A three-daylong fair ended.", "three-daylong", "P3D"),
    ("2025-03-12", "By mid-afternoon Sunday, ten were dead.", "mid-afternoon Sunday", "2025-03-09TAF"),
    ("2025-03-12", "By late afternoon on Friday it was over.", "late afternoon on Friday", "2025-03-07TAF"),
    ("2025-03-12", "In August Trumann met them.", "August", "2024-08"),
    ("2025-03-12", "The night of the raid on March 3, he slept.", "The night", "2025-03-03TNI"),
    ("2025-03-12", "FANS WERE RECENTLY THERE.", "RECENTLY", "PAST_REF"),
    ("2025-03-12", "It opens at 4 p.m. Sunday, March 16.", "4 p.m. Sunday, March 16", "2025-03-16T16:00"),
    (
        "2025-03-12",
        "Fire broke out on Sunday at the depot. It began at about 4 p.m. and spread.",
        "4 p.m.",
        "2025-03-09T16:00",
    ),
    (
        "2025-03-12",
        "The depot burned on Sunday. Police said on Tuesday that nobody slept that night.",
        "that night",
        "2025-03-09TNI",
    ),
    ("2025-03-12", "He left a year ago today.", "a year ago today", "2024-03-12"),
    ("2025-03-12", "Two weeks ago on Monday they met.", "Two weeks ago on Monday", "2025-02-24"),
    ("2025-03-12", "Wages rose in the July-September quarter.", "the July-September quarter", "2024-Q3"),
    ("2025-03-12", "Profit rose in the June quarter, the mill said.", "the June quarter", "2024-Q2"),
    ("2025-03-12", "The board met in the week ending March 7.", "the week ending March 7", "2025-W10"),
    ("2025-03-12", "They met the weekend of March 1.", "the weekend of March 1", "2025-W09-WE"),
    ("2025-03-12", "It was a cold Friday night, and nobody came.", "Friday night", "XXXX-WXX-5TNI"),
    ("2025-03-12", "She left on a Tuesday.", "Tuesday", "XXXX-WXX-2"),
    ("2025-03-12", "He set a Friday deadline.", "Friday", "2025-03-07"),
    ("2025-03-12", "He was shot in a car Friday night.", "Friday night", "2025-03-07TNI"),
    ("2025-03-12", "Flights leave on Monday and Tuesday nights.", "Monday", "XXXX-WXX-1TNI"),
    ("2025-03-12", "It was lost for a third straight day.", "a third straight day", "2025-03-12"),
    ("2025-03-12", "It is no matter of today's youth.", "today", "PRESENT_REF"),
    ("2025-03-12", "They met on Thursday last.", "Thursday last", "2025-03-06"),
    ("2025-03-12", "It closed in FY24.", "FY24", "2024"),
    ("2025-03-12", "It is dated 28.11.2024.", "28.11.2024", "2024-11-28"),
    ("2025-03-12", "It took 2½ years.", "2½ years", "P2Y6M"),
    ("2025-03-12", "The Easter weekend was wet.", "The Easter weekend", "2024-W13-WE"),
    ("2025-03-12", "She came home last Christmas.", "last Christmas", "2024-12-25"),
    ("2021-10-20", "The ferry capsized in the early hours of Tuesday off Baubau.", "Tuesday", "2021-10-19TMO"),
    (
        "2021-10-20",
        "Constables found the car at half past ten on Monday night.",
        "half past ten on Monday night",
        "2021-10-18T22:30",
    ),
    ("2021-10-20", "The inquest resumes at 10am tomorrow.", "at 10am tomorrow", "2021-10-21T10:00"),
    ("2021-10-20", "The mine has been shut since the end of August.", "since the end of August", "2021-08"),
    ("2021-10-20", "The mine will reopen in mid-November.", "in mid-November", "2021-11"),
    ("2021-10-20", "Her lawyers have until Friday to reply.", "until Friday", "2021-10-22"),
    ("2021-10-20", "The derby was abandoned at the weekend.", "at the weekend", "2021-W41-WE"),
    ("2021-10-20", "He had been convicted in the autumn of 1998.", "in the autumn of 1998", "1998-FA"),
    (
        "2021-10-20",
        "Turnover was up a tenth on the same quarter last year, the brewer said of its third quarter.",
        "the same quarter last year",
        "2020-Q3",
    ),
    ("2021-10-20", "The brewer's third-quarter turnover was up a tenth.", "third-quarter", "2021-Q3"),
    ("2021-10-20", "The budget covers the 2021-22 financial year.", "the 2021-22 financial year", "2021/2022"),
    ("2021-10-20", "Earlier this month a crane fell on the same quay.", "Earlier this month", "2021-10"),
    ("2021-10-20", "Later this year the two banks will merge.", "Later this year", "2021"),
    ("2021-10-20", "The pact runs until 2030.", "until 2030", "2030"),
    ("2021-10-20", "The storm is due in the coming days.", "in the coming days", "PXD"),
    ("2021-10-20", "For the first time in 30 years no ship called.", "For the first time in 30 years", "P30Y"),
    ("2021-10-20", "It was the coldest night in a decade.", "in a decade", "P10Y"),
    ("2021-10-20", "The talks broke up on the evening of October 12.", "on the evening of October 12", "2021-10-12TEV"),
    ("2021-10-20", "On Thursday, 14 October, a second wall fell.", "On Thursday, 14 October,", "2021-10-14"),
    ("2021-10-20", "A second wall fell last Friday afternoon.", "last Friday afternoon", "2021-10-15TAF"),
    ("2021-10-20", "The bench had adjourned the case to November 8.", "to November 8", "2021-11-08"),
    ("2021-10-20", "He is paid 900 rand a month.", "a month", "P1M"),
    ("2021-10-20", "The bus runs three times a day.", "three times a day", "P1D"),
    ("2021-10-20", "Buses run daily from Gweru.", "daily", "P1D"),
    ("2021-10-20", "The tide turns every twelve hours.", "every twelve hours", "PT12H"),
    ("2021-10-20", "A two-day summit opens on Saturday.", "two-day", "P2D"),
    ("2021-10-20", "He rang minutes later.", "minutes later", "PTXM"),
    ("2021-10-20", "The paper sold out within hours.", "within hours", "PTXH"),
    ("2020-01-06", "The bushfire reached Mallacoota on New Year's Eve.", "on New Year's Eve", "2019-12-31"),
    ("2020-01-06", "The bushfire reached the town on Tuesday.", "on Tuesday", "2019-12-31"),
    ("2020-01-06", "Sales fell over Christmas.", "over Christmas", "2019-12-25"),
    ("2020-01-06", "Shops had their best December since 2011.", "December", "2019-12"),
    ("2020-01-06", "The two will be tried in March.", "in March", "2020-03"),
    ("2020-01-06", "The two were jailed last March.", "last March", "2019-03"),
    ("2020-01-06", "The law came into force on 1 January.", "on 1 January", "2020-01-01"),
    ("2020-01-06", "The chief will go at the end of the month.", "at the end of the month", "2020-01"),
    ("2020-01-06", "He took office on December 9.", "on December 9", "2019-12-09"),
    ("2020-01-06", "This time last year the lake was full.", "This time last year", "2019"),
    ("2020-01-06", "The dam was finished in the late sixties.", "in the late sixties", "196"),
    ("2020-01-06", "A century ago, in 1919, the mill closed.", "in 1919", "1919"),
    (
        "2020-01-06",
        "They open the doors at 6:45 on Saturday morning.",
        "at 6:45 on Saturday morning",
        "2020-01-11T06:45",
    ),
    ("2020-01-06", "He had been seen at around 1am on Sunday.", "at around 1am on Sunday", "2020-01-05T01:00"),
    ("2020-01-06", "The vote is a week from tomorrow.", "a week from tomorrow", "2020-01-14"),
    ("2020-01-06", "The vote is in three weeks' time.", "in three weeks' time", "2020-W05"),
    ("2020-01-06", "The vote is in a fortnight.", "in a fortnight", "2020-W04"),
    ("2020-01-06", "Counting ended shortly before midnight.", "shortly before midnight", "2020-01-06T24:00"),
    (
        "2021-10-20",
        "The talks broke up on 12 October and went on the next evening.",
        "the next evening",
        "2021-10-13TEV",
    ),
    ("2021-10-20", "She served four terms and then, in 2011, left.", "in 2011", "2011"),
    ("2020-01-06", "The strike began on the 2nd and ends on the 9th.", "on the 9th", "2020-01-09"),
    ("2020-01-06", "The strike began on the 2nd and ends on the 9th.", "on the 2nd", "2020-01-02"),
    ("2025-03-12", "It falls on Super Tuesday.", "Super Tuesday", "2024-03-05"),
    ("2025-03-12", "She was sworn in on Inauguration Day.", "Inauguration Day", "2025-01-20"),
    ("2025-03-12", "They met Tues. night at the hall.", "Tues. night", "2025-03-11TNI"),
    ("2025-03-12", "The form is dated 3/14/16 by hand.", "3/14/16", "2016-03-14"),
    ("2025-03-12", "He was born in the summer of '69.", "the summer of '69", "1969-SU"),
    ("2025-03-12", "He moved away in '98.", "'98", "1998"),
    ("2025-03-12", "A two-and-a-half-year inquiry ended.", "two-and-a-half-year", "P2Y6M"),
    ("2025-03-12", "Nobody is in custody at this time.", "this time", "PRESENT_REF"),
    (
        "2025-03-12",
        "Shots were fired around 1:45 in the morning Saturday.",
        "1:45 in the morning Saturday",
        "2025-03-08T01:45",
    ),
    ("2025-03-12", "It was about 3:30 in the afternoon.", "3:30 in the afternoon", "2025-03-12T15:30"),
    ("2025-03-12", "It was in fashion in the 70's.", "the 70's", "197"),
    ("2025-03-12", "At 1500GMT on Friday shares fell.", "1500GMT on Friday", "2025-03-07T15:00Z"),
    ("2025-03-12", "It was at nine on Sunday night.", "nine on Sunday", "2025-03-09T21:00"),
    ("2025-03-12", "The week before last it snowed.", "The week before last", "2025-W09"),
    ("2025-03-12", "The week after next it opens.", "The week after next", "2025-W13"),
    ("2025-03-12", "The Monday after Easter is a holiday.", "The Monday after Easter", "2025-04-21"),
    ("2025-03-12", "He called the Tuesday before Christmas.", "the Tuesday before Christmas", "2024-12-24"),
    ("2025-03-12", "They met the Friday before last.", "the Friday before last", "2025-02-28"),
    ("2025-03-12", "It will be built by the summer.", "the summer", "2025-SU"),
    ("2025-03-12", "Christmas was cold.", "Christmas", "2024-12-25"),
    ("2025-03-12", "Several hundred years ago it was a mill.", "Several hundred years ago", "PAST_REF"),
    ("2025-03-12", "A 2008 police raid was recalled.", "2008", "2008"),
    ("2025-03-12", "It ran between March and June 2020.", "March", "2020-03"),
    ("2025-03-12", "It rained from November to March 2020.", "November", "2019-11"),
    ("2025-03-12", "They met in January and February of 2021.", "January", "2021-01"),
    ("2025-03-12", "The dig lasted from May 3 to June 5, 2019.", "May 3", "2019-05-03"),
    ("2025-03-12", "It was shut in May, June and July 2022.", "May", "2022-05"),
    ("2025-03-12", "He left on 3 May, and June 2020 was wet.", "3 May", "2024-05-03"),
    ("2025-03-12", "The May-June 2021 wave was mild.", "May", "2021-05"),
    ("2025-03-12", "She was there on Jan. 3 and Feb. 9, 2021, she said.", "Jan. 3", "2021-01-03"),
    ("2025-03-12", "1988's fourth quarter was strong.", "1988's fourth quarter", "1988-Q4"),
    ("2025-03-12", "2019's first half was weak.", "2019's first half", "2019-H1"),
    ("2025-03-12", "It opened in the spring of this year.", "the spring of this year", "2025-SP"),
    ("2025-03-12", "From now until Christmas it is shut.", "Christmas", "2025-12-25"),
    ("2025-03-12", "It meets on the first Monday of every month.", "the first Monday of every month", "P1M"),
    ("2025-03-12", "It met on the last Friday of the month.", "the last Friday of the month", "2025-02-28"),
    ("2025-03-12", "It will meet on the first Friday of the month.", "the first Friday of the month", "2025-04-04"),
    ("2025-03-12", "It opens on the first Monday of next month.", "the first Monday of next month", "2025-04-07"),
    ("2025-03-12", "A storm broke on Sunday, in the early evening.", "the early evening", "2025-03-09TEV"),
    (
        "2025-03-12",
        "It burned on Sunday. Friends said he had slept well the night of the fire.",
        "the night",
        "2025-03-09TNI",
    ),
    (
        "2018-07-17",
        "A man was stabbed to death in Croydon in the early hours of this morning.",
        "in the early hours of this morning",
        "2018-07-17TMO",
    ),
    (
        "2018-07-17",
        "Witnesses heard two shots shortly before 3am on Sunday.",
        "shortly before 3am on Sunday",
        "2018-07-15T03:00",
    ),
    ("2018-07-17", "The suspect was seen at 11.20pm on July 14.", "at 11.20pm on July 14", "2018-07-14T23:20"),
    (
        "2018-07-17",
        "She told the court she last saw him on the afternoon of 9 July.",
        "on the afternoon of 9 July",
        "2018-07-09TAF",
    ),
    ("2018-07-17", "He will appear before Luton magistrates tomorrow morning.", "tomorrow morning", "2018-07-18TMO"),
    ("2018-07-17", "The bench remanded her until 3 August.", "until 3 August", "2018-08-03"),
    ("2018-07-17", "Candidates have until noon on Thursday to file.", "until noon on Thursday", "2018-07-19T12:00"),
    ("2018-07-17", "The primary is on August 7.", "on August 7", "2018-08-07"),
    ("2018-07-17", "Early voting begins next Monday.", "next Monday", "2018-07-23"),
    ("2018-07-17", "The governor signed the bill last Wednesday.", "last Wednesday", "2018-07-11"),
    ("2018-07-17", "He first ran for office two decades ago.", "two decades ago", "199"),
    ("2018-07-17", "Since the 2015 vote the party has split.", "the 2015 vote", "2015"),
    ("2018-07-17", "The yield was the highest since late May.", "since late May", "2018-05"),
    (
        "2018-07-17",
        "The shares fell 3 percent in early trading on Tuesday.",
        "in early trading on Tuesday",
        "2018-07-17",
    ),
    ("2018-07-17", "Inflation ran at 4 percent in June.", "in June", "2018-06"),
    ("2018-07-17", "Inflation had run at 5 percent in June 2017.", "in June 2017", "2017-06"),
    ("2018-07-17", "The central bank meets on July 31 and August 1.", "on July 31 and August 1", "2018-07-31"),
    ("2018-07-17", "The lender will publish its half-year figures.", "its half-year", "P6M"),
    ("2018-07-17", "Rain is expected from Thursday in Kerala.", "from Thursday", "2018-07-19"),
    ("2018-07-17", "The final was played on Sunday in Moscow.", "on Sunday", "2018-07-15"),
    (
        "2018-07-17",
        "The hosts went out in the quarter-finals on July 7.",
        "in the quarter-finals on July 7",
        "2018-07-07",
    ),
    (
        "2018-07-17",
        "The champions kick off at 7.45pm on Saturday 11 August.",
        "at 7.45pm on Saturday 11 August",
        "2018-08-11T19:45",
    ),
    ("2018-07-17", "He has been out since Easter.", "since Easter", "2018-04-01"),
    ("2018-07-17", "They wed on Valentine's Day in Accra.", "on Valentine's Day", "2018-02-14"),
    ("2018-07-17", "The ship left Durban ten days ago.", "ten days ago", "2018-07-07"),
    ("2018-07-17", "Last week's storm felled 90 trees.", "Last week's", "2018-W28"),
    ("2018-07-17", "The exhibit runs through Labor Day.", "through Labor Day", "2018-09-03"),
    ("2018-07-17", "The pool reopens on the 23rd.", "on the 23rd", "2018-07-23"),
    ("2018-07-17", "He died in the 14th century.", "in the 14th century", "13"),
    ("2018-07-17", "It has been a month-long strike.", "month-long", "P1M"),
    ("2018-07-17", "A vigil was held Monday evening outside the mosque.", "Monday evening", "2018-07-16TEV"),
    ("2018-07-17", "They returned home days later.", "days later", "PXD"),
    ("2025-03-12", "The sentencing is set for the Tuesday after Easter.", "the Tuesday after Easter", "2025-04-22"),
    ("2025-03-12", "It shut the Tuesday after Easter.", "the Tuesday after Easter", "2024-04-02"),
    ("2025-03-12", "The vote was set for two days after Easter.", "two days after Easter", "2025-04-22"),
    ("2025-03-12", "It happened at 1:15 a.m. Saturday morning.", "1:15 a.m. Saturday morning", "2025-03-08T01:15"),
    ("2025-03-12", "It happened at 12:30 a.m. Friday evening.", "12:30 a.m. Friday evening", "2025-03-07T00:30"),
    ("2025-03-12", "They met at 7pm on Saturday, 3 May.", "7pm on Saturday, 3 May", "2025-05-03T19:00"),
    ("2025-03-12", "He left at 7 p.m. on Saturday evening, March 1.", "7 p.m. on Saturday evening", "2025-03-01T19:00"),
    ("2025-03-12", "He was shot late Sunday night, Feb. 23, at home.", "late Sunday night", "2025-02-23TNI"),
    ("2025-03-12", "They met in 2014, and that spring they wed.", "that spring", "2014-SP"),
    ("2025-03-12", "Talks will end by week's end.", "week's end", "2025-W11"),
    ("2025-03-12", "She met him on Sunday. Later that night he left.", "Later that night", "2025-03-09TNI"),
    ("2025-03-12", "They march on Veteran's Day.", "Veteran's Day", "2025-11-11"),
    ("2025-03-12", "They march on Veterans' Day.", "Veterans' Day", "2025-11-11"),
    ("2025-03-12", "It rained on St. Patrick's Day.", "St. Patrick's Day", "2025-03-17"),
    ("2025-03-12", "Olm Council Hid It For Years.", "Years", "PXY"),
]


def overlapping(text, expression, published):
    """The values of the times that overlap an expression."""
    day = date.fromisoformat(published)
    start = text.index(expression)
    found = find_dates(text, Interval(start=day, end=day))
    return [w.value for w in found if w.span.start < start + len(expression) and w.span.end > start]


@pytest.mark.parametrize(("published", "text", "expression", "value"), ROWS)
def test_value(published, text, expression, value):
    assert value.upper() in [(found or "").upper() for found in overlapping(text, expression, published)]


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people fled the town.",
        "The firm cut 1500 jobs.",
        "A poll of 2047 registered voters was released.",
        "More than 1900 homes burned.",
        "The museum holds 1850 paintings.",
        "The trip is 1800 miles long.",
        "It was a fall of 1600 points.",
        "He was on the 60 Minutes show.",
        "She told him on 60 Minutes.",
        "He slept at the Days Inn.",
        "The stones are 2000 years old.",
        "It is a year-round job.",
        "Highs will be in the 80s.",
        "She shot rounds in the 70s.",
        "She reads USA TODAY there.",
        "The night before the vote he slept.",
        "In August Wilson's play there is a mill.",
    ],
)
def test_no_time(text):
    assert find_dates(text, Interval(start=date(2025, 3, 12), end=date(2025, 3, 12))) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2014 voters chose another.", "2014"),
        ("The 2016 elections were close.", "2016"),
        ("The 1850 paintings were sold.", "1850"),
        ("Since 2019 prices rose.", "2019"),
        ("From 1914 to 1950 prices rose.", "1950"),
        ("In early 2000 workers struck.", "2000"),
        ("Olm 2000 organisers were paid.", "2000"),
    ],
)
def test_a_year_before_a_plural(text, year):
    assert year in overlapping(text, year, "2025-03-12")


def test_an_hour_without_its_day_has_no_days():
    found = find_dates(
        "It burned on Sunday. It began at 4 p.m. there.", Interval(start=date(2025, 3, 12), end=date(2025, 3, 12))
    )
    assert [(w.value, w.start) for w in found] == [("2025-03-09", date(2025, 3, 9)), ("2025-03-09T16:00", None)]
    found = find_dates("It began at 4 p.m. there.", Interval(start=date(2025, 3, 12), end=date(2025, 3, 12)))
    assert [(w.value, w.start) for w in found] == [("2025-03-12T16:00", None)]
    found = find_dates("The train is due at 14:05.", Interval(start=date(2025, 3, 12), end=date(2025, 3, 12)))
    assert [(w.value, w.start) for w in found] == [("T14:05", None)]


def test_either_reading_of_a_week_ago_friday_is_kept():
    (found,) = find_dates("They met a week ago Friday.", Interval(start=date(2025, 3, 12), end=date(2025, 3, 12)))
    assert found.start <= date(2025, 2, 28) <= date(2025, 3, 7) <= found.end


def test_the_monday_after_something_is_of_no_known_week():
    (found,) = find_dates(
        "The Monday after the fire was quiet.", Interval(start=date(2025, 3, 12), end=date(2025, 3, 12))
    )
    assert found.value is None


def test_that_night_has_no_days_far_from_the_day_that_it_means():
    text = (
        "It burned on Sunday. " + "Nobody knows who lit it and why they did so. " * 8 + "They slept badly that night."
    )
    found = find_dates(text, Interval(start=date(2025, 3, 12), end=date(2025, 3, 12)))
    assert [(w.value, w.start) for w in found] == [("2025-03-09", date(2025, 3, 9)), ("2025-03-09TNI", None)]
