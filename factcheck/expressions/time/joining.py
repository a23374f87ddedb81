"""Join neighbours that together say one time: "Tuesday" + "night", "7:04 pm" + "on Wednesday, June 4"."""

from __future__ import annotations

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.scan import CODE, Scan, compile_classes
from factcheck.records import replace
from factcheck.temporal.interval import Granularity

G = Granularity


_DAYLIKE = (r.Calendar, r.Weekday, r.Deictic, r.Impossible, r.Holiday)


def _day_like(chunk: r.Chunk) -> bool:
    """Whether the chunk names one day, without a time of day yet."""
    what = chunk.what
    if chunk.clock is not None or chunk.part not in (None, "tonight") or chunk.range_to is not None:
        return False
    if isinstance(what, r.Calendar):
        return what.day is not None
    if isinstance(what, r.Unit):
        return what.granularity == G.DAY
    return isinstance(what, _DAYLIKE)


_DATE_CLOCK = compile_classes("([comma at_sign pipe hyphen open]? | comma? at | about)$")


_CLOCK_DATE = compile_classes("(comma? on? the? | comma | open | of | hyphen)$")


def _between(scan: Scan, a: r.Chunk, b: r.Chunk) -> str:
    return scan.codes[a.last : b.first]


def _join(scan: Scan, a: r.Chunk, b: r.Chunk) -> r.Chunk | None:
    """One chunk of two neighbours that together say one time, or None."""
    if b.first < a.last:
        return None
    between = _between(scan, a, b)
    # "the week of May 1"
    if isinstance(a.what, r.Unit) and a.what.bare and between == CODE["of"] and _stated_day(b) and b.range_to is None:
        assert isinstance(b.what, r.Calendar)
        if a.what.granularity in (G.WEEK, G.WEEKEND) and b.clock is None and b.part is None:
            return replace(a, last=b.last, what=r.Holding(a.what.granularity, b.what))
    # "the night of 2 to 3 May"
    if a.part == "night" and b.range_to is not None and between == CODE["of"] and (a.what is None or _narrative_day(a)):
        return replace(b, first=a.first, part="night", range_to=None, listed=False)
    if len(between) > 3:
        return None
    if a.range_to is not None or b.range_to is not None:
        return None
    # "Tuesday night", "yesterday evening", "4 May, evening"
    if _day_like(a) and b.part is not None and b.what is None and b.clock is None and between in ("", CODE["hyphen"]):
        return replace(a, last=b.last, part=b.part, edge=b.edge or a.edge)
    # "Monday at 9 a.m.", "June 4, 7:04 pm"
    if _day_like(a) and b.clock is not None and b.what is None and b.part is None and _DATE_CLOCK.fullmatch(between):
        return replace(a, last=b.last, clock=b.clock, mod=b.mod or a.mod, impossible=b.impossible)
    # "7:04 pm EDT on Wednesday, June 4", "noon Tuesday"
    if (
        (a.clock is not None or a.impossible is not None)
        and a.what is None
        and _day_like(b)
        and _CLOCK_DATE.fullmatch(between)
    ):
        return replace(b, first=a.first, clock=a.clock, mod=a.mod, impossible=a.impossible, part=b.part)
    # "9 this morning", "2 a.m. on Sunday morning", "11 on Friday night"
    if (
        a.clock is not None
        and a.what is None
        and b.part is not None
        and b.clock is None
        and between in ("", CODE["on"], CODE["in"], CODE["comma"])
    ):
        return replace(b, first=a.first, clock=_with_part(a.clock, b.part), mod=a.mod, impossible=a.impossible)
    # "the night of 10 August", "the morning of May 4", "the early hours of Sunday", "early morning on Sunday"
    if (
        a.part is not None
        and a.clock is None
        and _day_like(b)
        and between in (CODE["of"], CODE["on"])
        and (a.what is None or _narrative_day(a))
    ):
        return replace(b, first=a.first, part=a.part, edge=a.edge)
    if (
        a.part is not None
        and a.what is None
        and a.edge
        and b.part is not None
        and b.clock is None
        and between in (CODE["of"], CODE["on"])
    ):
        return replace(b, first=a.first, edge=a.edge)
    # "Tuesday night at 11", "Friday morning around 1:30 a.m."
    if (
        a.part is not None
        and a.what is not None
        and a.clock is None
        and b.clock is not None
        and b.what is None
        and b.part is None
        and _DATE_CLOCK.fullmatch(between)
    ):
        return replace(a, last=b.last, clock=_with_part(b.clock, a.part), mod=b.mod)
    # "today (4 November 2011)", "Monday (Oct. 9)", "Saturday, 9 October 2011"
    if between in (CODE["open"], CODE["comma"], "") and isinstance(a.what, (r.Weekday, r.Deictic)) and _stated_day(b):
        assert isinstance(b.what, r.Calendar)
        weekday = a.what.weekday if isinstance(a.what, r.Weekday) else None
        if b.what.weekday is not None or (between == CODE["comma"] and weekday is None):
            return None
        last = b.last
        if between == CODE["open"] and scan.codes[last : last + 1] == CODE["close"]:
            last += 1
        return replace(
            b,
            first=a.first,
            last=last,
            what=replace(b.what, weekday=weekday),
            part=a.part or b.part,
            clock=b.clock or a.clock,
        )
    # "11 June, Saturday", "June 3 (Friday)"
    if (
        between in (CODE["open"], CODE["comma"])
        and _stated_day(a)
        and isinstance(b.what, r.Weekday)
        and b.what.which is None
        and b.part is None
    ):
        assert isinstance(a.what, r.Calendar)
        if a.what.weekday is None and between == CODE["open"] and scan.codes[b.last : b.last + 1] == CODE["close"]:
            return replace(a, last=b.last + 1, what=replace(a.what, weekday=b.what.weekday))
    return None


def _narrative_day(chunk: r.Chunk) -> bool:
    return isinstance(chunk.what, r.Unit) and chunk.what.granularity == G.DAY


def _stated_day(chunk: r.Chunk) -> bool:
    return isinstance(chunk.what, r.Calendar) and chunk.what.day is not None and chunk.what.month is not None


def _with_part(clock: r.Clock, part: str) -> r.Clock:
    """The time of day that the part of the day decides: "11 at night" is 23:00."""
    if not clock.half:
        return clock
    hour = clock.hour
    if (part in {"afternoon", "evening", "tonight", "dusk", "sunset"} and hour < 12) or (
        part == "night" and 5 <= hour < 12
    ):
        hour += 12
    elif part in {"morning", "dawn"} and hour == 12:
        hour = 0
    return replace(clock, hour=hour, half=False)


def joined(scan: Scan, found: list[r.Chunk]) -> list[r.Chunk]:
    out = [found[0]]
    for chunk in found[1:]:
        joined = _join(scan, out[-1], chunk)
        if joined is None:
            out.append(chunk)
        else:
            out[-1] = joined
            if len(out) > 1:
                again = _join(scan, out[-2], out[-1])
                if again is not None:
                    out[-2:] = [again]
    return out
