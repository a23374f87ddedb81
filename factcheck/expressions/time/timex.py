"""The temporal expressions of a document as Timexes: the room's one entrance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.document.model import Document
from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.find import chunks
from factcheck.expressions.time.lexicon import FLOATING_ZONES, PARTS
from factcheck.expressions.time.resolve import Narrative, Place, locate, part_of_day, with_edge
from factcheck.expressions.time.scan import Scan, scan
from factcheck.expressions.time.sense import sense
from factcheck.temporal.interval import DAY, Interval, instant
from factcheck.temporal.interval import Granularity as G
from factcheck.text.model import Sentence, Text


def find_times(document: Document, text: Text) -> tuple[Timex, ...]:
    """Find and resolve the temporal expressions of a document's statements, in text order.

    A pure function of both arguments. Relative expressions count from ``document.published``; where that
    is not known they are found with what value is known ("XXXX-WXX-1") and no interval.
    """
    return _read(document, text, document.published.day)


def _read(document: Document, text: Text, published: date | None) -> tuple[Timex, ...]:
    found: list[Timex] = []
    narrative = Narrative(published)
    prose = document.prose
    for sentence in text.sentences:
        words = scan(prose, sentence.start, sentence.end)
        pieces = chunks(words)
        if not pieces:
            continue
        apart = sentence.is_caption
        told = replace(narrative, seen=list(narrative.seen)) if apart else narrative
        told.block = sentence.block
        for chunk in pieces:
            timex = _timex(document, words, chunk, told, sentence)
            if timex is not None and (not found or timex.start >= found[-1].end):
                found.append(timex)
    return tuple(found)


def _timex(document: Document, words: Scan, chunk: r.Chunk, narrative: Narrative, sentence: Sentence) -> Timex | None:
    start, end = words.starts[chunk.first], words.ends[chunk.last - 1]
    text = document.text[start:end]
    direction = sense(words.words, chunk.first, chunk.last)
    impossible = chunk.impossible
    if isinstance(chunk.what, r.Impossible):
        impossible = chunk.what
    if chunk.what is None:
        day = narrative.day or narrative.published
        place = Place(
            None if day is None else p.Period(G.DAY, day),
            "XXXX-XX-XX" if day is None else day.isoformat(),
            ()
            if day is None
            else (
                f"on the day that the text last spoke of, {day.isoformat()}"
                if narrative.day
                else "on the article's day",
            ),
            anchor=None if day is None else (day.isoformat() if narrative.day else f"published {day.isoformat()}"),
        )
    else:
        place = locate(chunk.what, narrative, direction)
    timex = _assemble(start, end, text, chunk, place, impossible)
    if chunk.what is not None:
        _remember(narrative, chunk.what, place, sentence)
    return timex


def _assemble(start: int, end: int, text: str, chunk: r.Chunk, place: Place, impossible: r.Impossible | None) -> Timex:
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
    if (mod == "APPROX" or place.approximate) and interval is not None:
        interval = replace(interval, approximate=True)
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
        tuple(p.interval(other) for other in place.alternatives),
        weekday,
        place.year_stated,
        clock_stated,
    )


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


def _remember(narrative: Narrative, what: r.What, place: Place, sentence: Sentence) -> None:
    """Let later expressions lean on this one."""
    period = place.period
    if period is None:
        return
    narrative.period = period
    narrative.seen.append(period)
    if len(narrative.seen) > 12:
        del narrative.seen[:6]
    if period.granularity == G.DAY:
        narrative.day = period.first
    if period.granularity == G.QUARTER:
        narrative.quarter = period
    if isinstance(what, r.Calendar) and what.year is not None:
        narrative.year = what.year
        narrative.year_block = sentence.block
    elif narrative.year is not None and period.granularity <= G.MONTH and period.first.year == narrative.year:
        narrative.year_block = sentence.block
    elif isinstance(what, (r.Weekday, r.Deictic, r.Unit)):
        narrative.year = None


_ = DAY
