"""From a chunk and its place to a Timex: value, interval, time of day."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import FLOATING_ZONES, PARTS
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.places import Place
from factcheck.expressions.time.spans import part_of_day, with_edge
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval, instant

G = Granularity


def assemble(
    start: int, end: int, text: str, chunk: r.Chunk, place: Place, impossible: r.Impossible | None, narrative: Narrative
) -> Timex:
    if isinstance(chunk.what, r.Length):
        chunk = replace(chunk, clock=None, part=None)
    kind, value, mod = place.type, place.value, chunk.mod or place.mod
    interval: Interval | None = None
    clock_stated = False
    how = place.how
    period = place.period
    if impossible is not None:
        written = impossible.value
        if written.startswith("T") and period is not None:
            written = p.value(period) + written
        return Timex(
            start,
            end,
            text,
            TimexType.TIME if "T" in written else TimexType.DATE,
            written,
            mod,
            how=(*how, impossible.why),
            year_stated=written[:4].isdecimal() and not written.startswith("X"),
            impossible=True,
        )
    if period is not None:
        interval = p.interval(period)
    if chunk.clock is not None:
        kind, clock_stated = TimexType.TIME, True
        value, interval = _on_clock(chunk.clock, period, value)
        if chunk.mod is not None and interval is not None:
            interval = replace(interval, approximate=True)
    elif chunk.part is not None:
        kind = TimexType.TIME
        value = f"{value}T{PARTS[chunk.part][0]}"
        if period is not None:
            interval = part_of_day(period.first, chunk.part, chunk.edge)
        mod = chunk.edge or mod
    elif chunk.edge is not None:
        mod = chunk.edge
        if period is not None:
            if period.granularity == G.DAY:
                interval = p.interval(period)
            else:
                interval = with_edge(period, chunk.edge)
    if chunk.side and interval is not None:
        interval = _side(interval, chunk.side, narrative.published)
    if (mod == "APPROX" or place.approximate) and interval is not None:
        interval = replace(interval, approximate=True)
    others = tuple(_other(chunk, period) for period in place.alternatives)
    if chunk.clock is not None and period is not None:
        others += _other_clocks(chunk.clock, period)
    weekday = place.weekday
    if isinstance(chunk.what, r.Weekday):
        weekday = chunk.what.weekday
    return Timex(
        start,
        end,
        text,
        kind,
        value,
        mod,
        interval,
        place.anchor,
        how,
        tuple(other for other in others if other is not None),
        weekday,
        place.year_stated,
        clock_stated,
    )


def _other(chunk: r.Chunk, period: p.Period) -> Interval | None:
    """Another reading of the day, with the same time of day."""
    if chunk.clock is not None:
        return _on_clock(chunk.clock, period, "")[1]
    if chunk.part is not None:
        return part_of_day(period.first, chunk.part, chunk.edge)
    return p.interval(period)


def _other_clocks(clock: r.Clock, period: p.Period) -> tuple[Interval | None, ...]:
    """ "7.30" may be the evening."""
    if clock.half and clock.hour <= 12:
        return (_on_clock(replace(clock, hour=(clock.hour + 12) % 24, half=False), period, "")[1],)
    return ()


def _side(interval: Interval, side: int, published: date | None) -> Interval:
    """ "Earlier this month" ends, "later this year" begins with the article's day."""
    if published is None or interval.start is None or interval.end is None:
        return interval
    here = instant(published)
    start, end = interval.start, interval.end
    if side < 0 and start < here + DAY < end:
        end = here + DAY
    elif side > 0 and start < here < end:
        start = here
    return replace(interval, start=start, end=end)


def _on_clock(clock: r.Clock, period: p.Period | None, value: str) -> tuple[str, Interval | None]:
    """The TIMEX3 value and the interval of a time of day on a day."""
    minute = clock.minute
    shown = f"T{clock.hour:02}:{minute or 0:02}"
    if clock.second is not None:
        shown += f":{clock.second:02}"
    offset = clock.offset
    if clock.floating is not None:
        offset = _floating_offset(clock.floating, None if period is None else period.first)
    if offset == 0:
        shown += "Z"
    if period is None:
        return value + shown, None
    if clock.word and clock.hour == 0:
        # Midnight "on Tuesday" may be the one that begins it or the one that ends it.
        begin = instant(period.first)
        return value + "T24:00", Interval(begin, begin + DAY + 60, G.PART_OF_DAY, offset, approximate=True)
    begin = instant(period.first) + clock.hour * 3600 + (minute or 0) * 60 + (clock.second or 0)
    if clock.second is not None:
        length, granularity = 1, G.SECOND
    elif minute is not None:
        length, granularity = 60, G.MINUTE
    else:
        length, granularity = 3600, G.HOUR
    return value + shown, Interval(begin, begin + length, granularity, offset)


def _floating_offset(name: str, day: date | None) -> int | None:
    """The offset of "ET" and its like on a day; None in the weeks when the clocks change."""
    if day is None:
        return None
    standard, summer = FLOATING_ZONES[name]
    if 4 <= day.month <= 10:
        return summer
    if day.month in (12, 1, 2):
        return standard
    return None
