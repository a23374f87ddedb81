"""The temporal expressions of a document as Timexes: the room's one entrance."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.document.model import Document
from factcheck.expressions.model import Timex
from factcheck.expressions.time import ranges
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.assemble import assemble
from factcheck.expressions.time.clocks import on_same_moment, on_two_clocks
from factcheck.expressions.time.find import chunks, may_hold_any
from factcheck.expressions.time.house_style import house_style, in_house_style
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.open_ends import opens, with_open_end
from factcheck.expressions.time.resolve import locate
from factcheck.expressions.time.scan import Scan, scan
from factcheck.expressions.time.sense import FUTURE, sense
from factcheck.expressions.time.story import (
    is_aside,
    is_background,
    is_conversion,
    is_history,
    is_saying,
    remember,
    story_day,
    years_told,
)
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval, instant
from factcheck.text.model import Sentence, Text

G = Granularity


Located = list[tuple[Sentence, Scan, list[r.Chunk]]]


def find_times(document: Document, text: Text) -> tuple[Timex, ...]:
    """Find and resolve the temporal expressions of a document's statements, in text order.

    A pure function of both arguments. Relative expressions count from ``document.published``; where that
    is not known they are found with what value is known ("XXXX-WXX-1") and no interval. Where only a range
    of days is known, an expression is resolved if every day of the range gives the same answer, or, in a
    range of up to a week, to all the answers together, approximate.
    """
    located = _locate(document, text)
    opening = {
        words.starts[chunk.first]: (words, chunk)
        for _, words, pieces in located
        for chunk in pieces
        if opens(words, chunk)
    }
    return tuple(
        with_open_end(document, timex, *opening[timex.start]) if timex.start in opening else timex
        for timex in _dated(document, text, located)
    )


def _dated(document: Document, text: Text, located: Located) -> tuple[Timex, ...]:
    """The located expressions resolved for what is known of the day of publication."""
    published = document.published
    if published.day is not None or (published.first is None and published.last is None):
        return _resolve(document, text, located, published.day)
    if published.first is None or published.last is None:
        bound = published.first or published.last
        assert bound is not None
        return _beside(document, text, located, bound)
    return _over_range(document, text, located, published.first, published.last)


def _beside(document: Document, text: Text, located: Located, bound: date) -> tuple[Timex, ...]:
    """The expressions of an article of which only the first or the last possible day is known.

    That says the year of its months and days, which lie near it, and nothing of what counts from the day.
    """
    known = {(timex.start, timex.end): timex for timex in _resolve(document, text, located, bound)}
    out = []
    for timex in _resolve(document, text, located, None):
        other = known.get((timex.start, timex.end))
        if (
            other is not None
            and other.interval is not None
            and timex.interval is None
            and other.interval.start is not None
        ):
            near = abs(other.interval.start - instant(bound)) <= 90 * DAY
            month_day = timex.value.startswith("XXXX-") and timex.value[5:7].isdecimal()
            from_text = other.anchor is not None and not other.anchor.startswith("published")
            if near and month_day:
                timex = replace(other, anchor=f"published about {bound.isoformat()}")
            elif near and from_text:
                timex = other
        out.append(timex)
    return tuple(out)


def _over_range(document: Document, text: Text, located: Located, first: date, last: date) -> tuple[Timex, ...]:
    """The expressions of an article that appeared on some day from ``first`` to ``last``."""
    length = (last - first).days
    if length < 0:
        return _resolve(document, text, located, None)
    short = length <= 7
    days = [first + timedelta(days=offset) for offset in range(length + 1)] if short else [first, last]
    readings = [_resolve(document, text, located, day) for day in days]
    unknown = {(timex.start, timex.end): timex for timex in _resolve(document, text, located, None)}
    spans = [{(timex.start, timex.end): timex for timex in reading} for reading in readings]
    merged = []
    for span, timex in unknown.items():
        found = [by_span.get(span) for by_span in spans]
        known = [other for other in found if other is not None]
        if len(known) < len(found) or not known:
            merged.append(timex)
        else:
            merged.append(_agreed(known, timex, f"published {first.isoformat()} to {last.isoformat()}", short=short))
    return tuple(merged)


def _agreed(found: list[Timex], unknown: Timex, anchor: str, *, short: bool) -> Timex:
    """What the readings from several days of publication have in common."""
    one = found[0]
    if all(other.interval == one.interval and other.value == one.value for other in found):
        return one if one.anchor is None or not one.anchor.startswith("published") else replace(one, anchor=anchor)
    intervals = list(dict.fromkeys(other.interval for other in found if other.interval is not None))
    starts = [interval.start for interval in intervals if interval.start is not None]
    ends = [interval.end for interval in intervals if interval.end is not None]
    if (
        not short
        or len(starts) < len(intervals)
        or len(ends) < len(intervals)
        or None in [other.interval for other in found]
    ):
        return unknown
    whole = replace(intervals[0], start=min(starts), end=max(ends), approximate=True)
    how = ("which one depends on the day of publication",)
    return replace(unknown, interval=whole, anchor=anchor, how=how, alternatives=tuple(intervals), weekday=one.weekday)


def _locate(document: Document, text: Text) -> Located:
    """What the grammar finds, sentence by sentence; the same whatever the article's date."""
    located: Located = []
    european = None
    for sentence in text.sentences:
        if not may_hold_any(sentence.tokens):
            continue
        words = scan(document.prose, sentence.start, sentence.end)
        pieces = chunks(words)
        if any(isinstance(chunk.what, r.Calendar) and chunk.what.other for chunk in pieces):
            european = house_style(document.text) if european is None else european
            pieces = [in_house_style(chunk, european) for chunk in pieces]
        if pieces:
            located.append((sentence, words, pieces))
    return located


def _resolve(document: Document, text: Text, located: Located, published: date | None) -> tuple[Timex, ...]:
    """The located expressions resolved for one day of publication."""
    told_years, near = years_told(published, [chunk for _, _, pieces in located for chunk in pieces])
    narrative = Narrative(published, history=is_history(told_years, near), news=near > 0)
    found: list[Timex] = []
    for sentence, words, pieces in located:
        # A caption's date belongs to its picture: the story does not go on from it.
        told = narrative.copy() if sentence.is_caption else narrative
        told.block, told.sentence = sentence.block, sentence.start
        for chunk in pieces:
            for timex in _timexes(document, text, words, chunk, told):
                if found and timex.start < found[-1].end:
                    continue
                if found and is_conversion(words, chunk):
                    found[-1], timex = on_two_clocks(found[-1], timex, chunk)
                elif found and chunk.what is None and timex.start - found[-1].end < 30:
                    timex = on_same_moment(found[-1], timex)
                found.append(timex)
    return tuple(found)


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
            interval = Interval(
                a.start, b.end, max(a.granularity, b.granularity), a.offset if a.offset is not None else b.offset
            )
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


def _is_passing(words: Scan, chunk: r.Chunk) -> bool:
    """Whether it is said in passing: in brackets, a time on another clock or a bare year."""
    if chunk.first and words.words[chunk.first - 1].lower() == "since":
        return True  # what has lasted since then is told of today
    bare_year = isinstance(chunk.what, r.Calendar) and chunk.what.month is None
    return is_aside(words, chunk) and (chunk.clock is not None or bare_year)


def _timex(document: Document, text: Text, words: Scan, chunk: r.Chunk, narrative: Narrative) -> Timex:
    start, end = words.starts[chunk.first], words.ends[chunk.last - 1]
    impossible = chunk.impossible
    if isinstance(chunk.what, r.Impossible):
        impossible = chunk.what
    if chunk.what is None:
        place = story_day(narrative, sense(words.words, chunk.first, chunk.last) == FUTURE)
    else:
        place = locate(chunk.what, narrative, sense(words.words, chunk.first, chunk.last))
    timex = assemble(start, end, document.text[start:end], chunk, place, impossible, narrative)
    if chunk.what is not None and not text.is_quoted(start):
        told = not (_is_passing(words, chunk) or is_saying(words, chunk))
        remember(narrative, chunk, place, told=told, background=is_background(words, chunk))
    return timex
