"""Which lines are stamps, and what they say."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import pytest

from factcheck.document import datelines, stamps, zones

# role, days it can mean, time of day, minutes east of UTC
STAMPS = {
    "Posted on : 2023-01-08 16:53 KST Modified on : 2023-01-09 16:55 KST": [
        ("published", "2023-01-08", "16:53", 540),
        ("modified", "2023-01-09", "16:55", 540),
    ],
    "Number 88. Monday, November 20, 2023": [("bare", "2023-11-20", None, None)],
    "Issue 12 | 20 November 2023": [("bare", "2023-11-20", None, None)],
    "Published: 20th November 2023, 4:15pm": [("published", "2023-11-20", "16:15", None)],
    "Published 06:00, Friday 27 February 2026": [("published", "2026-02-27", "06:00", None)],
    "Feb 7, 2024 2:05 PM GMT+8  Updated an hour ago": [("bare", "2024-02-07", "14:05", 480)],
    "29/08/2022 09:20 CEST": [("bare", "2022-08-29", "09:20", 120)],
    "04/05/2024": [("bare", "2024-05-04 2024-04-05", None, None)],
    "05/05/2024": [("bare", "2024-05-05", None, None)],
    "17:20, 2 JUL 2024 | UPDATED 21:05, 2 JUL 2024": [
        ("bare", "2024-07-02", "17:20", None),
        ("modified", "2024-07-02", "21:05", None),
    ],
    "Harbour diary | 17 October 2025": [("bare", "2025-10-17", None, None)],
    "Saturday 27 July 2024": [("bare", "2024-07-27", None, None)],
    "4th of March 2024": [("bare", "2024-03-04", None, None)],
    "Jan. 4, 2025": [("bare", "2025-01-04", None, None)],
    "Posted by Eve Lorne on 24/06/2026 at 21:10": [("published", "2026-06-24", "21:10", None)],
    "By Jo Bell | 30 October 2025, 11:05": [("bare", "2025-10-30", "11:05", None)],
    "Jo Bell — June 4, 2025, 8:15 pm EDT": [("bare", "2025-06-04", "20:15", -240)],
    "By Kalle Brun • 22.05.2026, 08:00": [("bare", "2026-05-22", "08:00", None)],
    "13 June 2025, 07:30 | Author: Mee Sad | Views: 18 204": [("bare", "2025-06-13", "07:30", None)],
    "Last modified on Thu 16 May 2024 18.52 BST": [("modified", "2024-05-16", "18:52", 60)],
    "May 3, 2024, 5:00 AM UTC / Updated May 3, 2024, 7:10 AM UTC": [
        ("bare", "2024-05-03", "05:00", 0),
        ("modified", "2024-05-03", "07:10", 0),
    ],
    "Issued on: 03/05/2024 - 14:20": [("published", "2024-05-03 2024-03-05", "14:20", None)],
    "By JO SMITH and MARY DOE, Agency Press | March 4, 2024": [("bare", "2024-03-04", None, None)],
    "Next update: 2025-07-07": [("other", "2025-07-07", None, None)],
}

NO_STAMPS = """
The summit of 3 May 2024
Treaty of Brin, 12 December 2015
3–5 May 2024
3 May 2024 - 5 May 2024
From 3 May 2024 to 5 May 2024
On 3 May 2024 the bank cut rates.
3 May 2024: The ship sinks
3 May 2024 - Ship sinks off Arden
Born 3 May 1954
Updated toll: 3 May 2024 quake kills 17
By 3 May 2024 all will be released
By 31/12/2025
He was released on 4 March 2024
Released 4 March 2024: twelve hostages
Issued 3 May 2024 in Geneva, the order took effect in June 2024
Deadline: 30 June 2025
Event date: 3 May 2025
Elections on 3 May 2024
Updated 3 hours ago
99/99/2024
31 February 2024
""".strip().split("\n")


@pytest.mark.parametrize("line", STAMPS)
def test_stamp(line: str) -> None:
    found = [
        (
            stamp.role.value,
            " ".join(day.isoformat() for day in stamp.readings),
            None if stamp.clock is None else "{:02}:{:02}".format(*stamp.clock),
            stamp.offset,
        )
        for stamp in stamps.read(line)
    ]
    assert found == STAMPS[line]


@pytest.mark.parametrize("line", NO_STAMPS)
def test_no_stamp(line: str) -> None:
    assert stamps.read(line) == ()


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2024-03-05T09:10:00+11:00", "2024-03-05", "2024-03-05 09:10:00+11:00"),
        ("2024-03-12T06:00:00.000Z", "2024-03-12", "2024-03-12 06:00:00+00:00"),
        ("2024-03-12", "2024-03-12", "None"),
        ("Tue, 05 Mar 2024 09:10:00 -0530", "2024-03-05", "2024-03-05 09:10:00-05:30"),
        ("June 6, 2025", "2025-06-06", "None"),
    ],
)
def test_value(value: str, day: str, moment: str) -> None:
    stamp = stamps.value(value)
    assert stamp is not None
    assert [reading.isoformat() for reading in stamp.readings] == [day]
    assert str(stamp.moment(stamp.readings[0])) == moment


@pytest.mark.parametrize("value", ["", "soon", "2024-13-01", "1700000000", "3 May"])
def test_no_value(value: str) -> None:
    assert stamps.value(value) is None


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        *[("KST", 540), ("GMT", 0), ("GMT+8", 480), ("UTC-3:30", -210), ("+06:00", 360), ("-0500", -300), ("Z", 0)],
        *[("CEST", 120), ("AEDT", 660), ("CST", -360), ("PST", -480), ("IST", None), ("ET", None), ("+99:00", None)],
    ],
)
def test_zone(zone: str, offset: int | None) -> None:
    assert zones.offset(zone) == offset


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "date", "rest"),
    [
        ("PORT ELLERY, Arden, Feb. 17 (Meridian) - A ferry sank.", "PORT ELLERY, Arden", "Meridian", (None, 2, 17), "A ferry"),
        ("LISK, June 10, 2025 (Hill Press) -- Snow fell.", "LISK", "Hill Press", (2025, 6, 10), "Snow"),
        ("LISK, 10 June 2025 — Snow fell.", "LISK", None, (2025, 6, 10), "Snow"),
        ("HARVIK (Courier) — The bank cut rates.", "HARVIK", "Courier", (None, None, None), "The bank"),
        ("Harvik, Sept 13 (Courier) – The bank cut rates.", "Harvik", "Courier", (None, 9, 13), "The bank"),
        ("SAN TELLO, Calif. (AP) — The bank cut rates.", "SAN TELLO, Calif.", "AP", (None, None, None), "The bank"),
        ("ST. ORAN — The bank cut rates.", "ST. ORAN", None, (None, None, None), "The bank"),
    ],
)  # fmt: skip
def test_dateline(
    paragraph: str, place: str, agency: str | None, date: tuple[int | None, int | None, int | None], rest: str
) -> None:
    dateline = datelines.read(paragraph)
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)
    assert (dateline.year, dateline.month, dateline.day) == date
    assert paragraph[dateline.length :].strip().startswith(rest)
    assert not paragraph[: dateline.length].endswith(" ")


@pytest.mark.parametrize(
    "paragraph",
    [
        "BREAKING — The bank cut rates.",
        "The bank - which cut rates - is shut.",
        "Lisk - a town of 9,000 - was hit.",
        "In May (the month) - it rained.",
        "A (B) C",
        "",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert datelines.read(paragraph) is None
