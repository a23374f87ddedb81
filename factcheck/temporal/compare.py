"""Comparing intervals as statements: can two of them name the same time?"""

from __future__ import annotations

from factcheck.temporal.interval import DAY, Granularity, Interval

_MINUTE = 60
# A clock somewhere on Earth is at most this far behind or ahead of UTC, in minutes.
_WEST, _EAST = -12 * 60, 14 * 60
_FAR = 1 << 50


def _span(interval: Interval, low: int, high: int) -> tuple[int, int]:
    """Earliest start and latest end in UTC, the offset being anywhere from ``low`` to ``high`` minutes."""
    start = -_FAR if interval.start is None else interval.start - high * _MINUTE
    end = _FAR if interval.end is None else interval.end - low * _MINUTE
    return start, end


def can_be_equal(a: Interval, b: Interval) -> bool:
    """Whether the two may name one time: they overlap on a common clock.

    With both offsets known they are compared in UTC. With neither known they are on one local clock.
    Where one is known, the other lies on an unknown clock, and is granted every clock on Earth.
    """
    if a.offset is None and b.offset is None:
        first, second = _span(a, 0, 0), _span(b, 0, 0)
    else:
        first = _span(a, *((_WEST, _EAST) if a.offset is None else (a.offset, a.offset)))
        second = _span(b, *((_WEST, _EAST) if b.offset is None else (b.offset, b.offset)))
    return first[0] < second[1] and second[0] < first[1]


def gap_days(a: Interval, b: Interval) -> int | None:
    """Whole calendar days between the nearer edges (1 for neighbouring days); 0 if they overlap; None if open towards each other."""
    if can_be_equal(a, b):
        return 0
    first, second = (a, b) if (a.start or -_FAR) <= (b.start or -_FAR) else (b, a)
    if first.end is None or second.start is None:
        return None
    last_day = (first.end - 1) // DAY
    return max(1, second.start // DAY - last_day)


def is_fine(interval: Interval) -> bool:
    """Whether it names a day or less."""
    return interval.granularity <= Granularity.DAY
