"""The temporal expressions of a document as Timexes: the room's one entrance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.document.model import Document
from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import ranges
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.find import chunks
from factcheck.expressions.time.lexicon import FLOATING_ZONES, PARTS
from factcheck.expressions.time.resolve import Narrative, Place, locate, part_of_day, with_edge
from factcheck.expressions.time.scan import Scan, scan
from factcheck.expressions.time.sense import FUTURE, sense
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
    prose = document.prose
    sentences: list[tuple[Sentence, Scan, list[r.Chunk]]] = []
    for sentence in text.sentences:
        words = scan(prose, sentence.start, sentence.end)
        pieces = chunks(words)
        if pieces:
            sentences.append((sentence, words, pieces))
    narrative = Narrative(published, history=_is_history(published, [chunk for _, _, pieces in sentences for chunk in pieces]))
    found: list[Timex] = []
    for sentence, words, pieces in sentences:
        # A caption's date belongs to its picture: the story does not go on from it.
        told = replace(narrative, seen=list(narrative.seen), days=list(narrative.days)) if sentence.is_caption else narrative
        told.block = sentence.block
        for chunk in pieces:
            for timex in _timexes(document, text, words, chunk, told):
                if not found or timex.start >= found[-1].end:
                    found.append(timex)
    return tuple(found)


def _is_history(published: date | None, found: list[r.Chunk]) -> bool:
    """Whether a text tells of other years: many years stated, few times that lean on the article's date."""
    told = near = 0
    for chunk in found:
        what = chunk.what
        if isinstance(what, r.Calendar):
            if what.year is not None:
                other = published is None or what.year != published.year
                told += other and what.month is not None
                near += not other
        elif isinstance(what, (r.Weekday, r.Deictic)) or (isinstance(what, r.Unit) and not what.narrative and not what.bare):
            near += 1
    return told >= 4 and told > 3 * near


def _timexes(document: Document, text: Text, words: Scan, chunk: r.Chunk, narrative: Narrative) -> list[Timex]:
    """The Timexes of a chunk: one, but two for a list ("3 and 5 May")."""
    ends = ranges.ends(chunk)
    if ends is None:
        return [_timex(document, text, words, chunk, narrative)]
    low, high = ends
    if _leans_on_end(low, high):
        # "between March and June 2020" is clear from its end only.
        second = _timex(document, text, words, high, narrative)
        first = _timex(document, text, words, low, narrative)
    else:
        first = _timex(document, text, words, low, narrative)
        second = _timex(document, text, words, high, narrative)
    if chunk.listed:
        return [first, second]
    return [_range(document, first, second)]


def _leans_on_end(low: r.Chunk, high: r.Chunk) -> bool:
    return isinstance(high.what, r.Calendar) and high.what.relative_year is not None


def _range(document: Document, first: Timex, second: Timex) -> Timex:
    """One Timex from the start of the first to the end of the second; no interval if either has none."""
    a, b = first.interval, second.interval
    interval = None
    how = (*first.how, *second.how)
    if a is not None and b is not None and a.start is not None and b.end is not None:
        if b.end > a.start:
            interval = Interval(a.start, b.end, max(a.granularity, b.granularity), a.offset if a.offset is not None else b.offset)
        else:
            how = (*how, "the end lies before the start")
    end = max(first.end, second.end)
    return Timex(
        first.start,
        end,
        document.text[first.start : end],
        first.type,
        f"{first.value}/{second.value}",
        None,
        interval,
        second.anchor or first.anchor,
        how,
        weekday=None,
        year_stated=first.year_stated or second.year_stated,
        clock_stated=first.clock_stated,
        parts=(first, second),
    )


def _timex(document: Document, text: Text, words: Scan, chunk: r.Chunk, narrative: Narrative) -> Timex:
    start, end = words.starts[chunk.first], words.ends[chunk.last - 1]
    impossible = chunk.impossible
    if isinstance(chunk.what, r.Impossible):
        impossible = chunk.what
    if chunk.what is None:
        place = _story_day(narrative, sense(words.words, chunk.first, chunk.last) == FUTURE)
    else:
        place = locate(chunk.what, narrative, sense(words.words, chunk.first, chunk.last))
    timex = _assemble(start, end, document.text[start:end], chunk, place, impossible, narrative)
    if chunk.what is not None and not text.is_quoted(start):
        _remember(narrative, chunk, place, told=not (_is_conversion(words, chunk) or _is_saying(words, chunk)))
    return timex


_SAYING = frozenset(
    "said say says told announced reported added confirmed stated wrote tweeted posted warned declared acknowledged "
    "claimed statement report reports interview".split()
)


def _is_saying(words: Scan, chunk: r.Chunk) -> bool:
    """Whether the day is when somebody spoke, not when the story happened: "police said on Monday"."""
    before = [word.lower() for word in words.words[max(0, chunk.first - 2) : chunk.first]]
    return bool(before) and (before[-1] in _SAYING or (before[-1] == "on" and before[0] in _SAYING))


def _is_conversion(words: Scan, chunk: r.Chunk) -> bool:
    """Whether it restates a time on another clock: "4:17 a.m. (2217 GMT Monday)"."""
    return chunk.clock is not None and chunk.first > 0 and words.words[chunk.first - 1] in "(["


def _story_day(narrative: Narrative, looks_ahead: bool) -> Place:
    """The day of a bare time of day.

    A day told in the same sentence, else the last one told nearby that is not ahead of the article
    (unless the clause is); the article's own where the text speaks of no other day. What else it may
    be stands in the alternatives. Days of speaking ("said on Monday") do not count.
    """
    published = narrative.published
    near = [day for day, block in narrative.days if narrative.block - block <= 1]
    if published is not None and not looks_ahead:
        near = [day for day in near if day <= published] or near
    if near:
        day = near[-1]
        shown = day.isoformat()
        others = tuple(p.Period(G.DAY, other) for other in dict.fromkeys(near) if other != day)
        if published is not None and day > published and not looks_ahead:
            return Place(None, "XXXX-XX-XX", ("the text does not say on which day",))
        return Place(p.Period(G.DAY, day), shown, (f"on the day that the text last spoke of, {shown}",), shown, others)
    if published is not None and all(day == published for day, _ in narrative.days):
        shown = published.isoformat()
        return Place(p.Period(G.DAY, published), shown, ("on the article's day",), f"published {shown}")
    return Place(None, "XXXX-XX-XX", ("the text does not say on which day",))


def _assemble(start: int, end: int, text: str, chunk: r.Chunk, place: Place, impossible: r.Impossible | None, narrative: Narrative) -> Timex:
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


def _remember(narrative: Narrative, chunk: r.Chunk, place: Place, *, told: bool) -> None:
    """Let later expressions lean on this one; ``told`` says that its day may be the story's."""
    period, what = place.period, chunk.what
    if isinstance(what, (r.Weekday, r.Deictic)) or (isinstance(what, r.Unit) and not what.narrative and not what.bare):
        narrative.context = None
    if period is None:
        return
    if not told and chunk.clock is not None:
        return
    narrative.period = period
    narrative.seen.append(period)
    if len(narrative.seen) > 12:
        del narrative.seen[:6]
    if period.granularity == G.DAY:
        narrative.day, narrative.day_block = period.first, narrative.block
        if told:
            narrative.days.append((period.first, narrative.block))
            del narrative.days[:-8]
    if period.granularity == G.QUARTER:
        narrative.quarter = period
    if isinstance(what, (r.Calendar, r.Season)):
        _follow(narrative, chunk, period, stated=place.year_stated)


def _follow(narrative: Narrative, chunk: r.Chunk, period: p.Period, *, stated: bool) -> None:
    """Keep track of which year the passage is about.

    A bare year sets it only where it leads the sentence ("In 2019, ..."): "founded in 1985" and "a 1998
    report" speak of that year in passing.
    """
    published = narrative.published
    if published is not None and period.first.year == published.year:
        if stated:
            narrative.context = None
        return
    leads = period.granularity < G.YEAR or chunk.first <= 2 or narrative.history
    if (stated and leads) or (narrative.context is not None and not stated):
        narrative.context, narrative.context_block = period, narrative.block
