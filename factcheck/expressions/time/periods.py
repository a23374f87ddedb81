"""Calendar arithmetic: days, weeks, months ... centuries as periods that can be shifted and written down.

Everything returns None where the proleptic Gregorian calendar of ``datetime`` ends (years 1 to 9999).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from factcheck.temporal.interval import DAY, Granularity, Interval, instant

G = Granularity


class Period(NamedTuple):
    """A calendar period of one granularity (DAY or coarser), by its first day."""

    granularity: G
    first: date


_MONTHS = {G.MONTH: 1, G.QUARTER: 3, G.SEASON: 3, G.HALF: 6, G.YEAR: 12, G.DECADE: 120, G.CENTURY: 1200}
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def containing(granularity: G, day: date) -> Period | None:
    """The period of ``granularity`` that holds ``day``; weeks begin on Monday, weekends on Saturday.

    A weekend for a weekday is the one of its week (the coming one).
    """
    year, month = day.year, day.month
    try:
        if granularity <= G.DAY:
            return Period(G.DAY, day)
        if granularity == G.WEEK:
            return Period(G.WEEK, day - timedelta(days=day.weekday()))
        if granularity == G.WEEKEND:
            return Period(G.WEEKEND, day - timedelta(days=day.weekday()) + timedelta(days=5))
        if granularity == G.MONTH:
            first = date(year, month, 1)
        elif granularity == G.QUARTER:
            first = date(year, (month - 1) // 3 * 3 + 1, 1)
        elif granularity == G.SEASON:
            first = date(year, month // 3 * 3, 1) if month >= 3 else date(year - 1, 12, 1)
        elif granularity == G.HALF:
            first = date(year, 1 if month <= 6 else 7, 1)
        elif granularity == G.YEAR:
            first = date(year, 1, 1)
        elif granularity == G.DECADE:
            first = date(year // 10 * 10 or 1, 1, 1)
        else:
            first = date((year - 1) // 100 * 100 + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return Period(granularity, first)


def add_months(day: date, months: int) -> date | None:
    """``day`` so many months on; the last day of a shorter month where the day does not exist there."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, days_in(year, month)))


def add_days(day: date, days: int) -> date | None:
    """``day`` so many days on."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_units(day: date, granularity: G, count: float) -> date | None:
    """``day`` so many units on, on the calendar: a month after 31 January is the last of February."""
    if abs(count) > 4_000_000:
        return None
    if granularity in (G.WEEK, G.WEEKEND):
        return add_days(day, round(count * 7))
    months = _MONTHS.get(granularity)
    if months is not None:
        return add_months(day, round(count * months))
    if granularity == G.DAY:
        return add_days(day, round(count))
    return None


def shift(period: Period, count: int) -> Period | None:
    """The period ``count`` of its own kind later."""
    moved = add_units(period.first, period.granularity, count)
    return None if moved is None else containing(period.granularity, moved)


def after_last(period: Period) -> date | None:
    """The day after the period's last."""
    if period.granularity == G.DAY:
        return add_days(period.first, 1)
    if period.granularity == G.WEEKEND:
        return add_days(period.first, 2)
    return add_units(period.first, period.granularity, 1)


def interval(period: Period, offset: int | None = None) -> Interval:
    """The period as an interval; seasons are approximate, for hemispheres and calendars differ."""
    end = after_last(period)
    return Interval(
        instant(period.first),
        instant(date.max) + DAY if end is None else instant(end),
        period.granularity,
        offset,
        approximate=period.granularity == G.SEASON,
    )


def value(period: Period) -> str:
    """The period's TIMEX3 value."""
    first = period.first
    granularity = period.granularity
    if granularity == G.DAY:
        return first.isoformat()
    if granularity == G.MONTH:
        return f"{first.year:04}-{first.month:02}"
    if granularity == G.YEAR:
        return f"{first.year:04}"
    if granularity in (G.WEEK, G.WEEKEND):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if granularity == G.WEEKEND else "")
    if granularity == G.QUARTER:
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    if granularity == G.HALF:
        return f"{first.year:04}-H{1 if first.month == 1 else 2}"
    if granularity == G.SEASON:
        return f"{first.year:04}-{_SEASON_CODES[first.month]}"
    if granularity == G.DECADE:
        return f"{first.year // 10:03}"
    return f"{(first.year - 1) // 100:02}"


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
