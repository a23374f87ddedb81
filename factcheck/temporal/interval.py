"""Intervals on a calendar clock, with the granularity at which they were stated.

An instant is an integer: seconds since 0001-01-01T00:00 on the clock that ``offset`` names
(proleptic Gregorian calendar, ``(date.toordinal() - 1) * 86400`` for midnight). Integers keep the
algebra exact and fast; ``datetime`` appears only at the edges.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import IntEnum

from factcheck.records import dataclass

DAY = 86_400
_EPOCH = datetime(1, 1, 1)


class Granularity(IntEnum):
    """How finely a time was stated, finest first. The order is used: ``MINUTE < DAY < YEAR``."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of time ``[start, end)``: "some time in here", at ``granularity``.

    ``start`` or ``end`` is None where the text leaves that side open ("since 2006").
    ``offset`` is the clock in minutes east of UTC; None means the local clock of wherever the thing
    happened, which the text did not name. ``approximate`` marks "about", "around", "or so".
    """

    start: int | None
    end: int | None
    granularity: Granularity
    offset: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"empty or inverted interval: {self.start} .. {self.end}")


def instant(moment: datetime | date) -> int:
    """Seconds since 0001-01-01T00:00 on the moment's own clock (its tzinfo is ignored)."""
    if isinstance(moment, datetime):
        difference = moment.replace(tzinfo=None) - _EPOCH
        return difference.days * DAY + difference.seconds
    return (moment.toordinal() - 1) * DAY


def moment(seconds: int) -> datetime:
    """The naive ``datetime`` of an instant; the inverse of :func:`instant`."""
    return _EPOCH + timedelta(seconds=seconds)


def day(value: date, *, offset: int | None = None) -> Interval:
    """The whole of one calendar day."""
    start = instant(date(value.year, value.month, value.day))
    return Interval(start, start + DAY, Granularity.DAY, offset)
