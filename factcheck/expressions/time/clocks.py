"""One moment on two clocks: "11:50 p.m. (1550 GMT)" says that the first clock runs eight hours ahead."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.expressions.model import Timex
from factcheck.expressions.time import readings as r
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity

_WEST, _EAST = -12 * 60, 14 * 60  # minutes


def on_two_clocks(local: Timex, other: Timex, chunk: r.Chunk) -> tuple[Timex, Timex]:
    """The two Timexes of a time and its restatement in brackets, each with what the other tells of it.

    The local time learns its offset; a restatement that names no day is put on the day that makes both
    the same moment. Both stay as they are where that is not certain.
    """
    here, there = local.interval, other.interval
    if here is None or there is None or here.start is None or there.start is None or local.parts:
        return local, other
    if not local.clock_stated or here.offset is not None or there.offset is None:
        return local, other
    if max(here.granularity, there.granularity) > Granularity.MINUTE:
        return local, other
    ahead = (here.start - there.start) // 60 + there.offset  # minutes east of UTC if both name the right day
    if chunk.what is None:
        choices = [ahead % 1440 + days * 1440 for days in (-1, 0) if _WEST <= ahead % 1440 + days * 1440 <= _EAST]
        if len(choices) != 1:
            return local, other
        ahead = choices[0]
    if not _WEST <= ahead <= _EAST or ahead % 15:
        return local, other
    local = replace(
        local,
        interval=replace(here, offset=ahead),
        how=(*local.how, f'the clock is {ahead / 60:+g} hours from UTC, for "{other.text}" is the same moment'),
    )
    if chunk.what is not None:
        return local, other
    return local, _moved(local, other, here.start - (ahead - there.offset) * 60)


def on_same_moment(first: Timex, other: Timex) -> Timex:
    """A zoned time without a day right after another zoned time, put on the day that makes both one moment.

    Only where the times of day agree: "(4:30 p.m. EST on Monday; 2130 GMT)".
    """
    here, there = first.interval, other.interval
    if here is None or there is None or here.start is None or there.start is None:
        return other
    if here.offset is None or there.offset is None or not first.clock_stated or first.parts or other.parts:
        return other
    start = here.start - (here.offset - there.offset) * 60
    return _moved(first, other, start) if (start - there.start) % DAY == 0 else other


def _moved(one: Timex, other: Timex, start: int) -> Timex:
    """``other`` on the day on which it starts at ``start``, its own clock's time."""
    there = other.interval
    assert there is not None and there.start is not None
    days = start // DAY - there.start // DAY
    if not days or not other.value[:10].replace("-", "").isdecimal():
        return other
    value = (date.fromisoformat(other.value[:10]) + timedelta(days=days)).isoformat() + other.value[10:]
    length = 60 if there.end is None else there.end - there.start
    moved = replace(there, start=start, end=start + length)
    return replace(other, interval=moved, value=value, how=(f'the same moment as "{one.text}"',), alternatives=())
