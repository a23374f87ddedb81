"""Dates that are too loosely told to be held against another by a day."""

from __future__ import annotations

import re

from factcheck.expressions.model import Timex
from factcheck.patterns import regex
from factcheck.temporal.compare import gap_days
from factcheck.temporal.interval import DAY, Granularity, Interval

_EVENING = 18 * 3600
# Counted from something else in the text ("four days earlier"), or a stretch up to now ("within the last month").
_LOOSE = regex(r"\b(?:earlier|later|before|after)$|^the (?:last|past|week|weekend|month|year)\b", re.IGNORECASE)
_DEICTIC = regex(
    r"^(?:early |late |earlier |later )?(?:today|yesterday|tonight|tomorrow|this|last night|overnight)\b", re.IGNORECASE
)


def is_loose(timex: Timex) -> bool:
    """Whether the date hangs on something else in the text, or is a stretch up to now."""
    return bool(_LOOSE.search(timex.text))


_DAY_NAMED = regex(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct"
    r"|nov|dec)|\b(?:today|yesterday|tonight|overnight|last night|tomorrow)\b|\d{4}-\d|\d[/.]\d{1,2}[/.]\d",
    re.IGNORECASE,
)


def names_day(timex: Timex) -> bool:
    """Whether the text names the day: a weekday, a date, or "yesterday", but not "the next day"."""
    return _DAY_NAMED.search(timex.text) is not None


def is_bare_clock(timex: Timex) -> bool:
    """Whether it is a time of day that names no day ("around 1.30am"): the day is then only inferred."""
    fine = timex.interval is not None and timex.interval.granularity < Granularity.DAY
    return fine and not names_day(timex)


_EARLY = regex(r"\b(?:early|dawn|small hours|sunrise|a\.? ?m\b|[1-7]:\d\d|morning)", re.IGNORECASE)
_LATE = regex(r"\b(?:late|night|evening|overnight|midnight)\b", re.IGNORECASE)


def may_be_one_night(a: Timex, b: Timex) -> bool:
    """Whether two days in a row may be one night: "late on Wednesday" and "early on Thursday", or just "Thursday"."""
    early, late = sorted((a, b), key=lambda timex: (timex.interval.start or 0) if timex.interval else 0)
    first, last = early.interval, late.interval
    if first is None or last is None or first.start is None or last.start is None:
        return False
    if last.start // DAY - first.start // DAY != 1 or _EARLY.search(early.text):
        return False
    return bool(first.start % DAY >= _EVENING or _LATE.search(early.text) or _EARLY.search(late.text))


def on_two_clocks(a: Timex | None, b: Timex | None, first: Interval, second: Interval) -> bool:
    """Whether a day apart is no more than two outlets' clocks: "yesterday" counts from the outlet's day."""
    return gap_days(first, second) == 1 and any(timex is not None and _DEICTIC.match(timex.text) for timex in (a, b))
