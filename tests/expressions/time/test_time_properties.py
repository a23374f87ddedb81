"""What holds for every text."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_reading import PUBLISHED, find, make

from factcheck.expressions.time import find_times
from factcheck.temporal.interval import moment
from factcheck.text import read

WORDS = st.sampled_from(
    (
        "the a last next this of in on at from to until between and or early late mid end beginning May March June "
        "Sept. 3 12 31 1999 2023 '98 1990s Monday Tue week weeks year month quarter third second half night "
        "morning noon midnight am pm p.m. 10:40 24:30 8.45 GMT EST ( ) , - / : two several few ago later before "
        "after said will not 5/4/2023 2023-02-30 2023-09-08T10:00Z Christmas Easter spring fall Q3 each every now "
        "old per 0 9999 99999"
    ).split()
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(max_examples=400, deadline=None)
@given(SENTENCES | st.text(max_size=80), DAYS | st.none())
def test_every_span_lies_in_the_text_and_nothing_raises(text: str, published: date | None) -> None:
    document = make(text, published)
    found = find_times(document, read(document))
    assert all(document.text[timex.start : timex.end] == timex.text for timex in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert found == find_times(document, read(document))
    for timex in found:
        if timex.interval is not None and timex.interval.start is not None and timex.interval.end is not None:
            assert timex.interval.start < timex.interval.end


STYLES = [
    "{day.day} {month} {day.year}",
    "{month} {day.day}, {day.year}",
    "{short} {day.day}, {day.year}",
    "{day.year}-{day.month:02}-{day.day:02}",
    "{day.year}/{day.month:02}/{day.day:02}",
    "{day.day:02}.{day.month:02}.{day.year}",
    "the {day.day}{th} of {month} {day.year}",
    "{weekday}, {day.day} {month} {day.year}",
]
TH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2060, 12, 31)), st.sampled_from(STYLES))
def test_a_full_date_means_itself_in_every_style(day: date, style: str) -> None:
    written = style.format(
        day=day,
        month=day.strftime("%B"),
        short=day.strftime("%b"),
        weekday=day.strftime("%A"),
        th=TH.get(day.day, "th"),
    )
    (timex,) = find(f"It rained on {written} in the hills.", PUBLISHED)
    assert timex.value == day.isoformat()
    assert timex.interval is not None and timex.interval.start is not None
    assert moment(timex.interval.start).date() == day


@pytest.mark.parametrize(
    "piece",
    ["1 ", "May ", "1", "two years and ", "Monday, ", "10-", "12:30 ", "Jan 3 - ", "(", "the early ", "On May 3. "],
)
def test_the_time_it_takes_is_linear(piece: str) -> None:
    def cost(size: int) -> float:
        document = make(piece * (size // len(piece)), PUBLISHED)
        text = read(document)
        began = time.process_time()
        find_times(document, text)
        return time.process_time() - began

    cost(2_000)
    small, large = cost(20_000), cost(80_000)
    assert large < 12 * small + 0.1
