"""What holds for every text."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
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
    "{day.day} {short} {day.year}",
    "{day.day}{th} {month} {day.year}",
    "{day.day}{th} of {month}, {day.year}",
    "the {day.day}{th} of {month} {day.year}",
    "{month} {day.day}, {day.year}",
    "{month} {day.day} {day.year}",
    "{month} {day.day}{th}, {day.year}",
    "{short} {day.day}, {day.year}",
    "{dotted} {day.day}, {day.year}",
    "{capitals} {day.day}, {day.year}",
    "{day.day:02} {month} {day.year}",
    "{day.day:02}-{short}-{day.year}",
    "{weekday}, {day.day} {month} {day.year}",
    "{weekday} {day.day} {month} {day.year}",
    "{weekday}, {month} {day.day}, {day.year}",
    "{weekday}, {dotted} {day.day}, {day.year}",
    "{weekday}, the {day.day}{th} of {month} {day.year}",
    "{day.year}-{day.month:02}-{day.day:02}",
    "{day.year}/{day.month:02}/{day.day:02}",
    "{day.day:02}.{day.month:02}.{day.year}",
]
# Figures that leave day and month open: read as the house does, and certain where the day is above 12.
FIGURES = [
    "{day.month:02}/{day.day:02}/{day.year}",
    "{day.day:02}/{day.month:02}/{day.year}",
    "{day.day}/{day.month}/{day.year}",
]
TH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
YEARS = st.dates(min_value=date(1900, 1, 1), max_value=date(2060, 12, 31))


def written(day: date, style: str) -> str:
    return style.format(
        day=day,
        month=day.strftime("%B"),
        capitals=day.strftime("%B").upper(),
        short=day.strftime("%b"),
        dotted=day.strftime("%b") + "." * (day.month != 5),  # May is no abbreviation
        weekday=day.strftime("%A"),
        th=TH.get(day.day, "th"),
    )


@settings(max_examples=250, deadline=None)
@given(YEARS, st.sampled_from(STYLES), DAYS | st.none())
def test_a_full_date_means_itself_in_every_style(day: date, style: str, published: date | None) -> None:
    (timex,) = find(f"It rained on {written(day, style)} in the hills.", published)
    assert timex.value == day.isoformat()
    assert timex.interval is not None and timex.interval.start is not None
    assert moment(timex.interval.start).date() == day
    assert timex.year_stated


@settings(max_examples=60, deadline=None)
@given(YEARS, st.sampled_from(FIGURES), DAYS | st.none())
def test_figures_mean_the_date_or_keep_it_among_their_readings(day: date, style: str, published: date | None) -> None:
    (timex,) = find(f"It rained on {written(day, style)} in the hills.", published)
    readings = [
        moment(one.start).date() for one in (timex.interval, *timex.alternatives) if one and one.start is not None
    ]
    assert day in readings
    assert readings == [day] if day.day > 12 else len(readings) == len({(day.day, day.month), (day.month, day.day)})


@settings(max_examples=80, deadline=None)
@given(SENTENCES, DAYS | st.none(), SENTENCES, DAYS | st.none())
def test_resolving_is_a_function_of_text_and_date_alone(
    text: str, published: date | None, other: str, elsewhere: date | None
) -> None:
    document = make(text, published)
    found = find_times(document, read(document))
    find(other, elsewhere)
    renamed = replace(document, name="z.html", title=other, source="Other Herald", digest="0", modified=elsewhere)
    assert find_times(renamed, read(renamed)) == found


def test_no_clock_is_read() -> None:
    text = "Now it rains; yesterday, last week, on Friday, on 3 May and a year ago, at 9 am ET, it did not. " * 3
    document, undated = make(text, PUBLISHED), make(text, None)
    asked: list[str] = []

    def watch(_: object, event: str, argument: object) -> None:
        if event == "c_call" and getattr(argument, "__name__", "") in {"today", "now", "utcnow", "time", "localtime"}:
            asked.append(str(argument))

    sys.setprofile(watch)
    try:
        date.today()
        assert len(asked) == 1  # the watch works
        for one in (document, undated):
            find_times(one, read(one))
    finally:
        sys.setprofile(None)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1 1 1 1 ",
        "May ",
        "May May May ",
        "1",
        "0123456789",
        "two years and ",
        "since 2006 until ",
        "Monday, ",
        "10-",
        "12:30 ",
        "Jan 3 - ",
        "(",
        "the early ",
        "On May 3. ",
    ],
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
