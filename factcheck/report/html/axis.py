"""A time axis with breaks: stretches in which something is told are drawn to scale, the years between them are cut out.

News tell of last week and of 1953 in one sentence. On one scale the week would be a hair's breadth, and so would a
dispute about a day in it.
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factcheck.checks.telling import date_words
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, Interval, instant, moment

_MARGIN = 14
_BREAK = 26  # what stands for the time between two stretches
_NEAR = 10 * DAY  # days that lie closer than this are drawn in one stretch
_FINE = 32 * DAY  # what is told more coarsely than a month opens no stretch where a finer one is
_CHARACTER = 7  # of a label, about
_NARROWEST, _WIDEST = 60, 1100
_TICK = 26  # the least distance of two ticks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis with its label; ``x`` in pixels."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Instants ``start`` to ``end`` drawn to scale from ``left`` to ``right`` (pixels)."""

    start: int
    end: int
    left: float
    right: float
    label: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Stretches in order of time, and the ``width`` of the whole in pixels."""

    stretches: tuple[Stretch, ...]
    width: float

    def x(self, at: int) -> float:
        """Where an instant lies; between two stretches in proportion."""
        knots = [edge for s in self.stretches for edge in ((s.start, s.left), (s.end, s.right))]
        index = bisect_right(knots, at, key=lambda knot: knot[0])
        if index == 0:
            return knots[0][1] - _MARGIN / 2
        if index == len(knots):
            return knots[-1][1] + (_MARGIN / 2 if at > knots[-1][0] else 0)
        (before, left), (after, right) = knots[index - 1], knots[index]
        return left + (right - left) * (at - before) / (after - before)


def axis(intervals: Iterable[Interval]) -> Axis:
    """The axis for intervals that are open on neither side."""
    spans = sorted({(i.start, i.end) for i in intervals if i.start is not None and i.end is not None})
    fine = _merged([_whole_days(span) for span in spans if span[1] - span[0] <= _FINE])
    coarse = [span for span in spans if span[1] - span[0] > _FINE and not any(_overlap(span, one) for one in fine)]
    stretches: list[Stretch] = []
    left = float(_MARGIN)
    for start, end in sorted([*fine, *_merged_coarse(coarse)]):
        label = _label(start, end)
        inside = [span for span in spans if start <= span[0] < end]
        days = (end - start) // DAY if (start, end) in fine and inside != [(start, end)] else 0
        width = _width(days, len({span[0] for span in inside}), label)
        ticks = _ticks(start, end, left, width)
        stretches.append(Stretch(start, end, left, left + width, label, ticks if len(ticks) > 1 else ()))
        left += width + _BREAK
    return Axis(tuple(stretches), left - _BREAK + _MARGIN if stretches else 2 * _MARGIN)


def _whole_days(span: Span) -> Span:
    return span[0] // DAY * DAY, -(-span[1] // DAY) * DAY


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= _NEAR:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _merged_coarse(spans: Sequence[Span]) -> list[Span]:
    """Years and longer: what overlaps or follows at once is one stretch; an age does not swallow the years in it."""
    merged: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[1] - span[0], span[0])):
        if not any(_overlap((start, end), one) for one in merged):
            merged.append((start, end))
    return _joined(sorted(merged))


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start == joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _width(days: int, starts: int, label: str) -> float:
    """Room for the label and for what begins in a stretch, and some for its days (0 where no day stands out)."""
    wanted = 24 * starts + 14 * min(days, 30) if days else 36 * starts
    return max(_NARROWEST, _CHARACTER * len(label) + 8, min(_WIDEST, wanted))


def _label(start: int, end: int) -> str:
    first, last = moment(start), moment(end - 1)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    whole = first.day == 1 and first.month == last.month and calendar.monthrange(last.year, last.month)[1] == last.day
    return date_words(Interval(start, end, Granularity.MONTH if whole else Granularity.DAY))


def _ticks(start: int, end: int, left: float, width: float) -> tuple[Tick, ...]:
    """Hours, days, months or years, whichever leave room for their labels; none at the end."""
    scale = width / (end - start)
    for step in (DAY // 8, DAY // 4, DAY // 2):
        if step * scale >= 1.6 * _TICK:
            return tuple(
                Tick(left + (at - start) * scale, f"{moment(at):%H:%M}") for at in range(start, end, step) if at > start
            )
    for days in (1, 2, 7):
        if days * DAY * scale >= _TICK:
            return tuple(Tick(left + (at - start) * scale, str(moment(at).day)) for at in range(start, end, days * DAY))
    for months in (1, 3, 12, 120, 1200):
        if months * 30 * DAY * scale >= 1.3 * _TICK:
            return tuple(Tick(left + (at - start) * scale, label) for at, label in _months(start, end, months))
    return ()


def _months(start: int, end: int, step: int) -> Iterable[tuple[int, str]]:
    """The first of every ``step``-th month in a stretch."""
    first, last = moment(start), moment(end - 1)
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if number % step == 0:
            begins = moment(start).replace(year=number // 12, month=number % 12 + 1, day=1)
            at = instant(begins)
            if start <= at < end:
                yield at, f"{begins:%b}" if step < 12 else str(begins.year)
