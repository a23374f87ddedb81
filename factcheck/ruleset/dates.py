"""Dates as users write them in facts: ISO 8601, as fine as they know them."""

from __future__ import annotations

from datetime import date, datetime

from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval, day, instant

_MONTH = regex(r"(\d{4})-(\d{2})")
_YEAR = regex(r"\d{4}")
_CLOCK = regex(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?")


def read_date(text: str) -> Interval:
    """A year, month, day, minute (with or without a UTC offset), or two days with a slash between as a stretch.

    >>> read_date("2024-03").granularity.name, read_date("2024-03-08T14:30+01:00").offset
    ('MONTH', 60)

    Raises ValueError, in words for a user, where it is none of these.
    """
    try:
        found = _read(text.strip())
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise ValueError(
            f"must be a date such as 2024-03-08, 2024-03, 2024, 2024-03-08T14:30 or 2024-03-08/2024-03-10, not '{text}'"
        )
    return found


def _read(text: str) -> Interval | None:
    first, slash, last = text.partition("/")
    if slash:
        start, end = day(date.fromisoformat(first)), day(date.fromisoformat(last))
        return replace(start, end=end.end)
    if _YEAR.fullmatch(text):
        return Interval(instant(date(int(text), 1, 1)), _end(date(int(text), 12, 31)), Granularity.YEAR)
    if month := _MONTH.fullmatch(text):
        begin = date(int(month[1]), int(month[2]), 1)
        following = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        return Interval(instant(begin), instant(following), Granularity.MONTH)
    if _CLOCK.fullmatch(text):
        stamp = datetime.fromisoformat(text)
        zone = stamp.utcoffset()
        offset = None if zone is None else int(zone.total_seconds()) // 60
        second = instant(stamp)
        return Interval(second, second + 60, Granularity.MINUTE, offset)
    return day(date.fromisoformat(text)) if len(text) == 10 else None


def _end(last: date) -> int:
    return instant(last) + DAY
