"""Sentences and what is read from them: TIMEX3 types and values. Articles are of Friday 8 September 2023."""

from __future__ import annotations

import pytest
from time_reading import find

FORMS = [
    # dates by their parts
    ("The bridge opened on 3 May 2019.", "3 May 2019 = 2019-05-03"),
    ("The bridge opened on the 15th of June, 2019.", "the 15th of June, 2019 = 2019-06-15"),
    ("The bridge opened on Friday, June 10, 2022.", "Friday, June 10, 2022 = 2022-06-10"),
    ("The bridge will open on Monday 18 December.", "Monday 18 December = 2023-12-18"),
    ("On Tuesday, Sept. 5, the dam broke.", "Tuesday, Sept. 5 = 2023-09-05"),
    ("The treaty of March 2018 was signed in 1987.", "March 2018 = 2018-03; 1987 = 1987"),
    (
        "The files are dated 2021-04-30, 2021/04/30 and 30.04.2021.",
        "2021-04-30 = 2021-04-30; 2021/04/30 = 2021-04-30; 30.04.2021 = 2021-04-30",
    ),
    ("On 3/5/2023 he wrote, on 25/5/2023 she replied.", "3/5/2023 = 2023-05-03; 25/5/2023 = 2023-05-25"),
    ("He won in April last year and May of this year.", "April last year = 2022-04; May of this year = 2023-05"),
    ("They met last July and will meet next March.", "last July = 2023-07; next March = 2024-03"),
    ("The quake of Sept. 4 was felt in June 2011.", "Sept. 4 = 2023-09-04; June 2011 = 2011-06"),
    # against the article's date
    (
        "It rained yesterday, and it rains today; tomorrow it will not.",
        "yesterday = 2023-09-07; today = 2023-09-08; tomorrow = 2023-09-09",
    ),
    ("He left the day before yesterday.", "the day before yesterday = 2023-09-06"),
    ("The council met on Monday.", "Monday = 2023-09-04"),
    ("The council met on Friday.", "Friday = 2023-09-08"),
    ("The council will meet on Monday.", "Monday = 2023-09-11"),
    ("The pool is scheduled to close Monday.", "Monday = 2023-09-11"),
    ("It hoped to open its doors again on Saturday.", "Saturday = 2023-09-09"),
    ("The pier ran past its planned close on Tuesday.", "Tuesday = 2023-09-05"),
    ("The council met last Friday.", "last Friday = 2023-09-01"),
    ("It rained last week, this month and last year.", "last week = 2023-W35; this month = 2023-09; last year = 2022"),
    ("The mill closed four years and five months ago.", "four years and five months ago = 2019-04"),
    ("She left over two years ago.", "over two years ago = 2021"),
    ("It rained three days ago.", "three days ago = 2023-09-05"),
    ("Several weeks ago it rained.", "Several weeks ago = PAST_REF"),
    # quarters, halves, seasons, decades
    (
        "In the third quarter of 2022 sales fell; a year earlier they had risen.",
        "the third quarter of 2022 = 2022-Q3; a year earlier = 2021-Q3",
    ),
    ("Second-quarter profit fell.", "Second-quarter = 2023-Q2"),
    (
        "It fell in the first half of 2021, in Q3 2022 and in 4Q22.",
        "the first half of 2021 = 2021-H1; Q3 2022 = 2022-Q3; 4Q22 = 2022-Q4",
    ),
    ("It fell in last year's third quarter.", "last year's third quarter = 2022-Q3"),
    ("Prices at year-end were those of the late 1990s.", "year-end = 2023; the late 1990s = 199"),
    ("It grew in fiscal 2022.", "fiscal 2022 = 2022"),
    ("Rents rose in the autumn of 2021.", "the autumn of 2021 = 2021-FA"),
    ("The fall of the wall surprised them.", ""),
    ("In the 1990s and in the 19th century it was a port.", "the 1990s = 199; the 19th century = 18"),
    ("In August sales fell from the same month of 2020.", "August = 2023-08; the same month of 2020 = 2020-08"),
    (
        "It fell in the last week of March and on the first Monday of June 2022.",
        "the last week of March = 2023-W13; the first Monday of June 2022 = 2022-06-06",
    ),
    (
        "It froze in early 2019. It will freeze by mid-October and at the end of May.",
        "early 2019 = 2019; mid-October = 2023-10; the end of May = 2024-05",
    ),
    # the narrative
    ("He came on 4 May 2021. Two days later he left.", "4 May 2021 = 2021-05-04; Two days later = 2021-05-06"),
    ("He came on 4 May 2021. The day before, it had snowed.", "4 May 2021 = 2021-05-04; The day before = 2021-05-03"),
    (
        "He came on 4 May 2021. That day it snowed, and the following month too.",
        "4 May 2021 = 2021-05-04; That day = 2021-05-04; the following month = 2021-06",
    ),
    (
        "He came on 4 May 2021, and on 6 June of that year he left.",
        "4 May 2021 = 2021-05-04; 6 June of that year = 2021-06-06",
    ),
    ("In 2019 the two met for the first time. On April 24 they signed.", "2019 = 2019; April 24 = 2019-04-24"),
    ("He died two days after the storm, the day before the vote.", "two days = P2D; the day before = XXXX-XX-XX"),
    # times of day
    ("It began at 10:40 am on 4 May 2021.", "10:40 am on 4 May 2021 = 2021-05-04T10:40"),
    ("Launch came at 7:04 pm EDT on Wednesday, June 7.", "7:04 pm EDT on Wednesday, June 7 = 2023-06-07T19:04"),
    ("It ended on Tuesday at 8.45pm.", "Tuesday at 8.45pm = 2023-09-05T20:45"),
    (
        "They met on Tuesday night and on Sunday afternoon.",
        "Tuesday night = 2023-09-05TNI; Sunday afternoon = 2023-09-03TAF",
    ),
    (
        "On Tuesday they met, and at half past eleven that night they parted.",
        "Tuesday = 2023-09-05; half past eleven that night = 2023-09-05T23:30",
    ),
    ("It broke in the early hours of Sunday.", "the early hours of Sunday = 2023-09-03TMO"),
    ("On the night of 2 to 3 May there was frost.", "the night of 2 to 3 May = 2023-05-02TNI"),
    ("At noon on Monday it stopped.", "noon on Monday = 2023-09-04T12:00"),
    ("The plane took off at 0845 UTC on Sept. 1.", "0845 UTC on Sept. 1 = 2023-09-01T08:45Z"),
    # lengths and sets
    ("A five-hour meeting took four and a half years to arrange.", "five-hour = PT5H; four and a half years = P4.5Y"),
    (
        "It took a decade, half an hour and several months.",
        "a decade = P1DE; half an hour = PT30M; several months = PXM",
    ),
    (
        "Over the past five years and in the last 24 hours it grew.",
        "the past five years = P5Y; the last 24 hours = PT24H",
    ),
    (
        "They meet every Monday, annually, twice a year and every two weeks.",
        "every Monday = XXXX-WXX-1; annually = P1Y; twice a year = P1Y; every two weeks = P2W",
    ),
    ("It sells 15 a year.", "a year = P1Y"),
    ("The gallery is open Tuesday to Sunday.", "Tuesday to Sunday = XXXX-WXX"),
    # holidays
    (
        "On Easter Sunday 2022 and on Christmas Eve it snowed.",
        "Easter Sunday 2022 = 2022-04-17; Christmas Eve = 2022-12-24",
    ),
    ("On Labor Day and Thanksgiving it rained.", "Labor Day = 2023-09-04; Thanksgiving = 2022-11-24"),
    ("Christmas Island is far.", ""),
    # vague
    ("It is now closed, and was recently sold.", "now = PRESENT_REF; recently = PAST_REF"),
]

NOT_DATES = [
    "Flight 1549 and Resolution 2231 concern the Boeing 747.",
    "He may march, she said for a second time.",
    "She was 20 years old, a 20-year-old of two months of age.",
    "The score was 2-1 and then 6-4, 7-5.",
    "It costs $1999 or 2,000 euros; call 555-1234.",
    "See page 2019 of volume 12.",
    "Theresa May met April Jones and June Carter.",
    "March on Rome was a phrase of the time.",
    "About 1,500 people and 2000 soldiers came.",
    "The night watchman and Dawn Pickles slept.",
    "The ratio is 16:9, the verse 3:16.",
    "It grew by 1.5 percent, 8.45 in all.",
    "Black Friday sales disappointed.",
    "He sat on the second floor.",
    "The Sunday Times and the Harbour Daily reported it.",
    "He reads Port Today.",
]


def shown(text: str) -> str:
    return "; ".join(f"{timex.text} = {timex.value}" for timex in find(text))


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_reads(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", NOT_DATES)
def test_is_no_date(text: str) -> None:
    assert shown(text) == ""
