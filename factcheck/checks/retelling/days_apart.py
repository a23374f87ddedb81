"""Whether two days that two articles name can be one event's, dated two ways by a slip, or must be two events'."""

from __future__ import annotations

import re

from factcheck.checks.retelling.loose_dates import may_be_one_night, on_two_clocks
from factcheck.checks.retelling.retold_statements import Statement
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, instant, moment

_MONTH = 31
_YEARS = 2
_WEEKDAY = regex(r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DIGIT = regex(r"\d")


def gap(a: Statement, b: Statement) -> int | None:
    """Days between two dates; a day of a month without a year may be of the year before or after. None if none."""
    first, second = moment(a.day * DAY), moment(b.day * DAY)
    days = abs(a.day - b.day)
    if days > _MONTH and 0 < abs(first.year - second.year) <= _YEARS and (is_yearless(a) or is_yearless(b)):
        try:
            days = abs((first.replace(year=second.year) - second).days)
        except ValueError:
            return None
    return days or None


def is_yearless(one: Statement) -> bool:
    """Whether a statement names a day of a month without its year."""
    assert one.time is not None
    return not one.time.year_stated and one.time.weekday is None and bool(_DIGIT.search(one.time.text))


def months_apart(a: Statement, b: Statement) -> bool:
    """Whether the two are one day of two neighbouring months."""
    first, second = moment(a.day * DAY), moment(b.day * DAY)
    return first.day == second.day and abs(a.day - b.day) <= _MONTH


def slipped(a: Statement, b: Statement) -> bool:
    """Whether one date is a slip of the finger away from the other: one digit of its day, or its month, is another."""
    first, second = moment(a.day * DAY), moment(b.day * DAY)
    if first.day == second.day:
        return first.year == second.year and first.month != second.month
    if first.month != second.month or abs(first.year - second.year) > (1 if is_yearless(a) or is_yearless(b) else 0):
        return False
    return first.day % 10 == second.day % 10


def can_clash(a: Statement, b: Statement) -> bool:
    """Whether the two days cannot be one night, one weekday misread, or two clocks."""
    if a.day in b.days or b.day in a.days:
        return False  # a sentence with both tells them apart
    early, late = sorted((a, b), key=lambda one: one.day)
    assert early.time is not None and late.time is not None
    first, last = early.time.interval, late.time.interval
    assert first is not None and last is not None and first.start is not None and last.end is not None
    if on_two_clocks(early.time, late.time, first, last):
        return False
    if may_be_one_night(early.time, late.time):
        return False
    for one, other in ((a, b), (b, a)):
        weekday = _weekday(one)
        if weekday is not None and weekday == other.day % 7:
            return False  # of whatever week it was read
        published = one.article.document.published.last
        if weekday is not None or published is None:
            continue
        if _weekday(other) is not None and other.day * DAY >= instant(published) + DAY:
            return False  # told before it was: then the bare weekday is misread
    return not elsewhere(a, b)


def elsewhere(a: Statement, b: Statement) -> bool:
    """Whether the two put what they tell in places that lie apart."""
    places = [[told.place for told in one.told if told.place is not None] for one in (a, b)]
    return any(relate(x, y) is Relation.APART for x in places[0] for y in places[1])


def _weekday(one: Statement) -> int | None:
    """The weekday that is all that a statement names of its day; Monday is 0, as 1 January of the year 1."""
    assert one.time is not None
    match = _WEEKDAY.search(one.time.text)
    return _WEEKDAYS.index(match["day"].lower()) if match and not _DIGIT.search(one.time.text) else None
