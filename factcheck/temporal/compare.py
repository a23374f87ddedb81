"""Comparing intervals as statements: can two of them name the same time, and which came first?

An interval says "some time in here", so these ask what is possible or certain, not what is equal.
"""

from __future__ import annotations

from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval, moment

_MINUTE = 60
# A clock somewhere on Earth is at most this far behind or ahead of UTC, in minutes.
_WEST, _EAST = -12 * 60, 14 * 60
_FAR = 1 << 50
# "8 pm" and "about 8:15 pm" round what happened: so much either way is granted.
_ROUNDED = {Granularity.HOUR: 1800, Granularity.MINUTE: 0, Granularity.SECOND: 0}
_ABOUT = {
    Granularity.SECOND: 60,
    Granularity.MINUTE: 900,
    Granularity.HOUR: 3600,
    Granularity.PART_OF_DAY: 7200,
    Granularity.DAY: DAY,
    Granularity.WEEKEND: 2 * DAY,
    Granularity.WEEK: 7 * DAY,
    Granularity.MONTH: 15 * DAY,
}


def _span(interval: Interval, low: int, high: int) -> tuple[int, int]:
    """Earliest start and latest end in UTC, the offset being anywhere from ``low`` to ``high`` minutes."""
    start = -_FAR if interval.start is None else interval.start - high * _MINUTE
    end = _FAR if interval.end is None else interval.end - low * _MINUTE
    return start, end


def _on_one_clock(a: Interval, b: Interval) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both as spans on a common clock, an unknown offset granted every value it may have.

    With both offsets known they are compared in UTC, with neither on one local clock. Where one is
    known the other lies on an unknown clock.
    """
    if a.offset is None and b.offset is None:
        return _span(a, 0, 0), _span(b, 0, 0)
    first = _span(a, *((_WEST, _EAST) if a.offset is None else (a.offset, a.offset)))
    second = _span(b, *((_WEST, _EAST) if b.offset is None else (b.offset, b.offset)))
    return first, second


def widened(interval: Interval) -> Interval:
    """The interval with what "about" and a rounded hour leave open on both sides."""
    slack = _ROUNDED.get(interval.granularity, 0)
    if interval.approximate:
        slack += _ABOUT.get(interval.granularity, 0)
    if not slack:
        return interval
    return replace(
        interval,
        start=None if interval.start is None else interval.start - slack,
        end=None if interval.end is None else interval.end + slack,
    )


def can_be_equal(a: Interval, b: Interval) -> bool:
    """Whether the two may name one time: they overlap on a common clock, "about" and rounding granted.

    A plain day that names no zone is compared with a zoned time on an unknown clock too, so that
    11 pm on 4 May in one place may be 5 May in another.
    """
    first, second = _on_one_clock(widened(a), widened(b))
    return first[0] < second[1] and second[0] < first[1]


def certainly_before(a: Interval, b: Interval) -> bool:
    """Whether the first is over before the second begins, whatever the unknown clocks are."""
    first, second = _on_one_clock(widened(a), widened(b))
    return first[1] <= second[0]


def contains(whole: Interval, part: Interval) -> bool:
    """Whether the part lies wholly in the whole; a missing offset is taken to be the other's."""
    shift = 0
    if whole.offset is not None and part.offset is not None:
        shift = (whole.offset - part.offset) * _MINUTE
    starts = whole.start is None or (part.start is not None and whole.start <= part.start + shift)
    ends = whole.end is None or (part.end is not None and part.end + shift <= whole.end)
    return starts and ends


def gap_days(a: Interval, b: Interval) -> int | None:
    """Whole calendar days between the nearer edges (1 for neighbouring days).

    0 if they may overlap; None if they are open towards each other.
    """
    if can_be_equal(a, b):
        return 0
    first, second = (a, b) if _order(a) <= _order(b) else (b, a)
    if first.end is None or second.start is None:
        return None
    last_day = (first.end - 1) // DAY
    return max(1, second.start // DAY - last_day)


def _order(interval: Interval) -> int:
    return -_FAR if interval.start is None else interval.start


def is_fine(interval: Interval) -> bool:
    """Whether it names a day or less."""
    return interval.granularity <= Granularity.DAY


def to_iso(interval: Interval) -> tuple[str | None, str | None]:
    """Start and end in ISO 8601 for reports, the end excluded; dates for days and coarser, None where open."""
    return _iso(interval.start, interval), _iso(interval.end, interval)


def _iso(seconds: int | None, interval: Interval) -> str | None:
    if seconds is None:
        return None
    try:
        stamp = moment(seconds)
    except OverflowError:
        return None
    if interval.granularity >= Granularity.DAY and seconds % DAY == 0 and interval.offset is None:
        return stamp.date().isoformat()
    written = stamp.isoformat(timespec="seconds")
    if interval.offset is None:
        return written
    sign = "-" if interval.offset < 0 else "+"
    hours, minutes = divmod(abs(interval.offset), 60)
    return f"{written}{sign}{hours:02}:{minutes:02}"
