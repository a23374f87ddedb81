"""Dates that are too loosely told to be held against another by a day."""

from __future__ import annotations

import re

from factcheck.expressions.model import Timex
from factcheck.temporal.compare import gap_days
from factcheck.temporal.interval import Interval

# Counted from something else in the text ("four days earlier"), or a stretch up to now ("within the last month").
_LOOSE = re.compile(r"\b(?:earlier|later|before|after)$|^the (?:last|past|week|weekend|month|year)\b", re.IGNORECASE)
_DEICTIC = re.compile(
    r"^(?:early |late |earlier |later )?(?:today|yesterday|tonight|tomorrow|this|last night|overnight)\b", re.IGNORECASE
)


def is_loose(timex: Timex) -> bool:
    """Whether the date hangs on something else in the text, or is a stretch up to now."""
    return bool(_LOOSE.search(timex.text))


def on_two_clocks(a: Timex | None, b: Timex | None, first: Interval, second: Interval) -> bool:
    """Whether a day apart is no more than two outlets' clocks: "yesterday" counts from the outlet's day."""
    return gap_days(first, second) == 1 and any(timex is not None and _DEICTIC.match(timex.text) for timex in (a, b))
