"""The axis of the timeline: to scale where something is told, cut where nothing is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.report.html.axis import axis
from factcheck.temporal.interval import DAY, Granularity, Interval, day, instant


def year(number: int) -> Interval:
    return Interval(instant(date(number, 1, 1)), instant(date(number + 1, 1, 1)), Granularity.YEAR)


def test_days_in_one_week_lie_apart_though_another_century_is_told_of() -> None:
    drawn = axis([year(1916), day(date(2019, 4, 25)), day(date(2019, 4, 29)), year(2019), day(date(2023, 9, 13))])
    assert [stretch.label for stretch in drawn.stretches] == ["1916", "25-29 April 2019", "13 September 2023"]
    first, second = (drawn.x(instant(date(2019, 4, number))) for number in (25, 29))
    assert second - first > 60
    assert drawn.width < 600


def test_a_year_reaches_over_the_days_told_in_it() -> None:
    drawn = axis([year(2019), day(date(2019, 4, 25))])
    (stretch,) = drawn.stretches
    assert drawn.x(instant(date(2019, 1, 1))) < stretch.left
    assert drawn.x(instant(date(2020, 1, 1))) > stretch.right


@pytest.mark.parametrize(
    ("intervals", "ticks"),
    [
        ([day(date(2019, 4, 25)), day(date(2019, 4, 28))], ["25", "26", "27", "28"]),
        ([year(1998), year(1999), year(2000)], ["1998", "1999", "2000"]),
        ([year(1916)], []),
    ],
)
def test_ticks(intervals: list[Interval], ticks: list[str]) -> None:
    (stretch,) = axis(intervals).stretches
    assert [tick.label for tick in stretch.ticks] == ticks


spans = st.builds(
    lambda start, length: Interval(start, start + length, Granularity.DAY),
    st.integers(0, instant(date(9999, 1, 1))),
    st.one_of(st.integers(1, 40 * DAY), st.integers(1, 300 * 366 * DAY)),
).filter(lambda interval: (interval.end or 0) <= instant(date(9999, 12, 31)))


@settings(max_examples=60)
@given(st.lists(spans, max_size=12))
def test_later_is_never_drawn_further_left(intervals: list[Interval]) -> None:
    drawn = axis(intervals)
    edges = sorted(edge for interval in intervals for edge in (interval.start or 0, interval.end or 0))
    places = [drawn.x(edge) for edge in edges]
    assert places == sorted(places)
    assert all(0 <= place <= drawn.width for place in places)
    assert all(stretch.left < stretch.right for stretch in drawn.stretches)
    for stretch in drawn.stretches:
        assert all(stretch.left <= tick.x <= stretch.right for tick in stretch.ticks)
