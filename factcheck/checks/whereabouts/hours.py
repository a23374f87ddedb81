"""The hours of a clock as texts give them, and the hours that a time surely covers."""

from __future__ import annotations

from factcheck.checks.whereabouts.sighting import HOUR
from factcheck.expressions.model import Timex
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, Interval

MINUTE = 60
# The hours in which what is told of a part of a day most likely was, from midnight.
_PARTS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 23), "NI": (19, 24)}
_SMALL_HOURS = 7
# Of a stay that is dated to a day ("spent 3 May in Lisbon"), the hours that it cannot leave out.
_DAYTIME = (9, 18)

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
BARE_HOUR = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})\b"
_CLOCK = regex(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?$")


@dataclass(frozen=True, slots=True)
class When:
    """A sighting's time; ``extent`` says that it is the whole of it, ``later`` that it is soon after it."""

    timex: Timex
    interval: Interval
    extent: bool = False
    later: bool = False


def clock_of(timex: Timex) -> int | None:
    """Seconds from midnight of the clock time that the text gives."""
    found = _CLOCK.search(timex.value)
    return int(found["hour"]) * HOUR + int(found["minute"] or 0) * MINUTE if found is not None else None


def says_half(timex: Timex, clock: int) -> bool:
    """Whether a clock time is given with "a.m.", "p.m." or 24 hours, so that no other half of the day is meant."""
    if timex.interval is None:
        return clock >= 13 * HOUR or timex.text.rstrip(".").endswith("m")
    hours_told = {each.start % DAY for each in (timex.interval, *timex.alternatives) if each.start is not None}
    return len(hours_told) <= 1


def hour_of(word: str | None) -> int | None:
    """Seconds from midnight of a bare hour ("seven", "7")."""
    if word is None:
        return None
    number = _NUMBERS.get(word) or (int(word) if word.isdecimal() else None)
    return number * HOUR if number is not None and 1 <= number <= 12 else None


def in_range(clock: int | None, part: Interval) -> int | None:
    """The instant of a twelve-hour clock's time within a part of a day, if just one of its two readings lies there."""
    if clock is None or part.start is None or part.end is None:
        return None
    midnight = part.start // DAY * DAY
    readings = [midnight + clock % (DAY // 2) + shift for shift in (0, DAY // 2)]
    inside = [each for each in readings if part.start <= each < part.end]
    return inside[0] if len(inside) == 1 else None


def hours(when: When, *, lasting: bool, whole: bool, spent: bool = False) -> tuple[int, int]:
    """The instants that a time surely covers (of a stay), or within which a moment surely lies."""
    interval = when.interval
    assert interval.start is not None and interval.end is not None
    midnight = interval.start // DAY * DAY
    if when.extent:
        # The first and the last day of a stay are days of travel, unless they were spent there.
        if interval.granularity is Granularity.DAY and not whole:
            first, last = (0, 1) if spent else (1, 0)
            return interval.start + _DAYTIME[first] * HOUR, interval.end - DAY + _DAYTIME[last] * HOUR
        return interval.start, interval.end
    if interval.granularity is Granularity.PART_OF_DAY:
        first, last = _PARTS.get(when.timex.value[-2:], (0, 0))
        if when.timex.value.endswith("MO") and interval.end <= midnight + _SMALL_HOURS * HOUR:
            return interval.start, interval.end  # "in the early hours of": no morning yet
        if first < last and interval.end - interval.start <= DAY:
            if lasting and when.timex.value.endswith("NI"):
                # A night is spent from midnight on.
                return midnight + DAY, midnight + DAY + 6 * HOUR
            if lasting:
                # Who spends a morning somewhere may come at nine.
                return midnight + max(first, 9) * HOUR, midnight + min(last, 21) * HOUR
            return midnight + first * HOUR, midnight + (last + when.later) * HOUR
    if interval.granularity is Granularity.DAY and lasting and not whole:
        return midnight + _DAYTIME[0] * HOUR, midnight + _DAYTIME[1] * HOUR
    if interval.granularity is Granularity.HOUR and not lasting:
        return interval.start - HOUR // 4, interval.start + HOUR // 4
    return interval.start, interval.end + when.later * HOUR
