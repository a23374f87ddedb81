"""Judging a length of time against two clock times that are time expressions: how long lies between, how it is rounded.

A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass

VALUE = regex(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?$")
LENGTH = regex(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?(?:(?P<D>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?$"
)
MINUTES = {"Y": 525_949.2, "M": 43_829.1, "W": 10_080.0, "D": 1440.0, "h": 60.0, "m": 1.0, "s": 1 / 60}
_VAGUE = regex(r"\b(?:at least|at most|up to|several|few|couple|many)\b", re.IGNORECASE)


class Options(Protocol):
    """What the check's options tell the judging."""

    @property
    def slack_minutes(self) -> float: ...


@dataclass(frozen=True, slots=True)
class _Length:
    """A stated duration in minutes, and the range that it stands for."""

    minutes: float
    low: float
    high: float


def _moment(timex: Timex) -> tuple[datetime, bool, bool, str] | None:
    """A clock time as a moment, whether its day is known, whether its year is, and its zone as written."""
    match = VALUE.match(timex.value)
    if match is None or timex.type is not TimexType.TIME or timex.mod:
        return None
    year, month, day, hour, minute, zone = match.groups()
    dated = month != "XX" and day != "XX"
    # Without a stated year two days of one article are taken to lie in one year.
    whole = 2000 if year == "XXXX" or not timex.year_stated else int(year)
    try:
        moment = datetime(whole, int(month) if dated else 1, int(day) if dated else 1, int(hour) % 24, int(minute))
    except ValueError:
        return None
    return moment, dated, timex.year_stated, zone or ""


def between(first: Timex, second: Timex) -> float | None:
    """Minutes from one clock time to another, over midnight if need be; None where they are not comparable."""
    one, other = _moment(first), _moment(second)
    if one is None or other is None or one[3] != other[3]:
        return None
    start, end = one[0], other[0]
    if one[2] != other[2]:
        start, end = start.replace(year=2000), end.replace(year=2000)
    if not (one[1] and other[1]):
        start, end = datetime.combine(end.date(), start.time()), end
    if end < start:
        same_day = start.date() == end.date()
        if not same_day or start - end < timedelta(hours=6):
            return None
        end += timedelta(days=1)
    return (end - start).total_seconds() / 60


def _length(timex: Timex, options: Options) -> _Length | None:
    match = LENGTH.match(timex.value)
    if match is None or timex.type is not TimexType.DURATION or _VAGUE.search(timex.text):
        return None
    parts = {unit: float(value) for unit, value in match.groupdict().items() if value is not None}
    if not parts:
        return None
    total = sum(value * MINUTES[unit] for unit, value in parts.items())
    unit = min(parts, key=lambda each: MINUTES[each])
    value = parts[unit]
    if unit == "s":
        slack = options.slack_minutes
    elif unit == "m":
        rounded = len(parts) == 1 and value % 5 == 0
        slack = max(options.slack_minutes, 0.1 * total) if rounded else options.slack_minutes
    elif unit == "D":
        slack = MINUTES["D"]  # counted with or without the first day
    else:
        slack = (0.35 if value != int(value) else 0.75) * MINUTES[unit] * (1.0 if total < 2880 else 1.5)
    low, high = total - slack, total + slack
    mod = timex.mod or ""
    if mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        low = 0.75 * total - slack
    elif mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        high = 1.5 * total + slack
    elif mod:
        low, high = 0.8 * total - slack, 1.2 * total + slack
    return _Length(total, max(0.0, low), high)


def judge(
    article: Article, first: Timex, second: Timex, stated: Timex, options: Options, confidence: float
) -> Iterator[Conflict]:
    """Yield a conflict where the stated length is not what lies between two clock times."""
    passed, length = between(first, second), _length(stated, options)
    if passed is None or length is None or passed <= 0 or length.low <= passed <= length.high:
        return
    if passed > 45 * 1440:
        return  # the days were not those of one event
    right = _words(passed)
    name = article.document.name
    yield Conflict(
        message=f"{article_name(article)} gives {stated.text}, but from {first.text} to {second.text} it is {right}.",
        evidence=tuple(Evidence(name, timex.start, timex.end) for timex in (stated, second, first)),
        key=("duration", stated.value, first.value, second.value),
        explanation=(
            f"From {first.text} to {second.text} {passed:,.0f} minutes pass; {stated.text}, as rounded, stands for "
            f"{length.low:,.0f} to {length.high:,.0f} minutes.",
        ),
        suggestion=f'Write {right} for "{stated.text}", or check {first.text} and {second.text}.',
        confidence=confidence,
    )


def _words(minutes: float) -> str:
    """Minutes as a newspaper writes them: "55 hours and 23 minutes"."""
    whole = round(minutes)
    if minutes < 1:
        return f"{round(minutes * 60)} seconds"
    hours, rest = divmod(whole, 60)
    parts = [
        f"{count:,} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (rest, "minute")) if count
    ]
    return " and ".join(parts)
