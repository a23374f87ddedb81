"""Parts of periods as intervals: "early 2019", "Tuesday night"."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.time import periods as p
from factcheck.expressions.time.lexicon import PARTS
from factcheck.temporal.interval import DAY, Granularity, Interval, instant

G = Granularity


def with_edge(period: p.Period, edge: str) -> Interval:
    """ "early 2019", "mid-October", "the end of May": the part of the period, approximate.

    Generous on purpose (the first two fifths, the middle half, the last two fifths): nobody means a
    sharp border by these words.
    """
    whole = p.interval(period)
    assert whole.start is not None and whole.end is not None
    length = whole.end - whole.start
    low, high = {"START": (0.0, 0.45), "MID": (0.2, 0.8), "END": (0.55, 1.0)}[edge]
    start = whole.start + int(length * low) // 3600 * 3600
    end = whole.start + -(-int(length * high) // 3600) * 3600
    return Interval(start, end, period.granularity, approximate=True)


def part_of_day(day: date, part: str, edge: str | None) -> Interval | None:
    """The part of a day as an interval; a night runs into the next morning."""
    _, first, last = PARTS[part]
    base = instant(day)
    if base + last * 3600 > instant(date.max) + DAY:
        return None
    start, end = base + first * 3600, base + last * 3600
    if edge == "START":
        end = start + (end - start) * 7 // 12
    elif edge == "END":
        start += (end - start) // 2
    return Interval(start, end, G.PART_OF_DAY)
