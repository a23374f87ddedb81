"""At what time a sentence puts somebody somewhere: the times that stand with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.checks.whereabouts.hours import BARE_HOUR, MINUTE, When, clock_of, hour_of, in_range, says_half
from factcheck.checks.whereabouts.marking import Marked
from factcheck.checks.whereabouts.patterns import TITLE
from factcheck.checks.whereabouts.sighting import HOUR, is_told
from factcheck.expressions.model import Timex
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.compare import can_be_equal, contains
from factcheck.temporal.interval import DAY, Granularity, Interval
from factcheck.text.model import Sentence

# A time stands with a statement within this many characters of it.
NEAR = 120
LONGEST_STAY = 31 * DAY
_CLOSE = (
    r"(?:the (?:very )?(?:close|end)\b(?: of it)?(?: (?:shortly|just|soon))?"
    r"(?: (?:after|before|at|around|towards))? ?)?"
)
EXTENT = regex(
    rf"\b(?:from|between) (?:‹T(?P<first>\d+)›|(?P<hour>{BARE_HOUR}))(?: (?:in|on) ‹T\d+›)?,? (?:until|till|to|and)"
    rf" {_CLOSE}(?:‹T(?P<last>\d+)›|(?P<bare>{BARE_HOUR})|(?<= ))(?P<part> (?:in|on) ‹T\d+›)?"
)
# What may stand between a statement and the hours that it adds: "on ‹T0›, from two until four".
_UP_TO_EXTENT = regex(r"(?:[^‹›.;:,]{0,40}‹T\d+›)?[,;]? ?(?:that is,? )?")
_DAYS = regex(r"\bfrom the ‹T(?P<first>\d+)› (?:until|till|to) the ‹T(?P<last>\d+)›")
# "From Wednesday and flew back only on Sunday", "from 4 May until his flight home on 8 May"
_AND_BACK = regex(
    r"\b(?:[Ff]rom|[Ss]ince) ‹T(?P<first>\d+)›[^‹›.;:]{0,30}?\b(?:and|but|until)\b[^‹›.;:]{0,25}?"
    r"\b(?:flew|came|went|travell?ed|returned|drove|sailed|got|flight|return)\b[^‹›.;:]{0,25}?\bon ‹T(?P<last>\d+)›"
)
# "At 10.15 on the morning of 6 May", "that morning at nine"
_BARE_BESIDE = regex(
    rf"\b(?P<hour>{BARE_HOUR})(?:[.:](?P<minute>\d\d))?(?: o'clock)? (?:in|on) ‹T\d+›"
    rf"|‹T\d+› at (?P<later>{BARE_HOUR})(?:[.:](?P<past>\d\d))?(?= ?(?:[,.;]|the |‹|when|while|as))"
)
# "Was in his office until close to midnight": there just before.
_UNTIL = regex(
    r"[^‹›.;:,]{0,20}?\buntil (?:close to |nearly |almost |about |around |well after |after |past )?‹T(?P<time>\d+)›"
)
_JUST_BEFORE = HOUR // 2
_BARE_START = regex(rf"\b(?:began|started|opened) (?:at|around) (?P<hour>{BARE_HOUR})")
AFTERWARDS = regex(r"\b(?:[Mm]inutes|[Mm]oments|[Ss]hortly|[Ss]oon|[Rr]ight|[Ii]mmediately) after(?:wards)? the\b")
# The time right before the subject, and the one behind the place; "until Monday" and "by noon" are open.
_TIME_BEFORE = regex(
    rf"(?P<open>\b(?:[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Bb]y|[Ff]rom) )?‹T(?P<time>\d+)›(?P<comma>,)? ?"
    rf"(?:(?:while|as|when) [^‹›.;:,]{{1,60}}, )?{TITLE}(?:‹A\d+›, )?$"
)
_TIME_AFTER = regex(r"[^‹›.;:,]{0,40}?(?P<open>\b(?:until|since|before|after|by) )?‹T(?P<time>\d+)›")
# "on Tuesday from 2 p.m. to 5 p.m."
_ALSO_AFTER = regex(r",? (?:from|between|at|around) ‹T(?P<time>\d+)›")
# "was in L, where he spoke at three o'clock"
_WHERE_THEN = regex(
    r"(?:[^‹›.;:,]{0,40}‹T\d+›)?, where (?:he|she|‹A\d+›) (?!had |would |will |was to |is )"
    r"[^‹›.;:]{0,60}?\b(?:at|around|from|on) ‹T(?P<time>\d+)›"
)


def time_of(article: Article, sentence: Sentence, marked: Marked, match: re.Match[str]) -> When | None:
    """When the match of a pattern is: the finest of the times that stand with it, if these agree."""
    text = marked.text
    start, stop = match.start(), match.end() + NEAR
    before = _TIME_BEFORE.search(text[max(0, start - NEAR) : start])
    after = _TIME_AFTER.match(text, match.end(), stop)
    also = _ALSO_AFTER.match(text, after.end(), stop) if after is not None else None
    then = _WHERE_THEN.match(text, match.end(), stop)
    days = _DAYS.search(text, start, stop) or _AND_BACK.search(text, start, stop)
    if days is None and (ends := _AND_BACK.search(text, 0, start)) is not None:
        days = ends if re.fullmatch(rf",? ?{TITLE}", text[ends.end() : start]) else None
    if days is not None:
        return _from_day_to_day(article, marked, days)
    extent = _extent(text, match)
    until = _UNTIL.match(text, match.end(), stop) if extent is None else None
    if until is not None:
        return _up_to(marked.times[int(until["time"])])
    if before is not None and marked.times[int(before["time"])].text.endswith(".") and not before["comma"]:
        before = None  # "at 4:10 p.m. Leonor Vance had been waiting": another sentence
    if before is not None and before["open"]:
        return None
    # Who "had been waiting since two" was there at two.
    since = after is not None and after["open"] == "since " and " had been " in match[0]
    if extent is None and after is not None and after["open"] and not since:
        return None
    chosen = [marked.times[int(each)] for each in re.findall(r"‹T(\d+)›", match[0])]
    chosen += [marked.times[int(found["time"])] for found in (before, after, also, then) if found is not None]
    if extent is not None:
        chosen += [marked.times[int(each)] for each in re.findall(r"‹T(\d+)›", extent[0])]
        chosen += [marked.times[int(each)] for each in re.findall(r"‹T(\d+)›", text[match.end() : extent.start()])]
    if not chosen:
        return _after_event(article, sentence, marked)
    return settle(marked, chosen, extent, start, stop)


def settle(marked: Marked, chosen: Sequence[Timex], extent: re.Match[str] | None, start: int, stop: int) -> When | None:
    """The finest of some times, if they agree; of an ``extent``, its hours on the day that the times tell."""
    text = marked.text
    day = _day(chosen)
    if day is None:
        return None
    part = next((t for t in chosen if t.interval and t.interval.granularity is Granularity.PART_OF_DAY), None)
    if extent is not None:
        return _stated(extent, marked, chosen, day, part)
    readings = [(timex, _read(timex, day, part)) for timex in chosen]
    finest, interval = min(readings, key=lambda item: (item[1].granularity, item[0].start))
    if interval.start is None or interval.end is None or interval.granularity > Granularity.DAY:
        return None
    if any(not contains(other, interval) for _, other in readings):
        return None
    if _is_range_of_clocks(finest):
        return When(finest, _ends(finest, interval), extent=True)
    if interval.end - interval.start > DAY and not finest.clock_stated:
        # "from 3 to 9 May": being there lasts as long.
        return When(finest, interval, extent=True) if interval.end - interval.start <= LONGEST_STAY else None
    bare = _BARE_START.search(text, start, stop)
    if bare is not None and part is not None and part.interval is not None:
        at = in_range(hour_of(bare["hour"]), part.interval)
        if at is not None:
            return When(part, Interval(at, at + HOUR, Granularity.HOUR, part.interval.offset))
    beside = _BARE_BESIDE.search(text, max(0, start - NEAR), stop)
    if beside is not None and part is finest and part.interval is not None:
        at = in_range(hour_of(beside["hour"] or beside["later"]), part.interval)
        if at is not None:
            at += int(beside["minute"] or beside["past"] or 0) * MINUTE
            return When(part, Interval(at, at + HOUR, Granularity.HOUR, part.interval.offset))
    if finest.clock_stated and interval.end - interval.start > DAY:
        return None  # "midnight on 3 May", be it the first or the last of that day
    return When(finest, interval)


def _up_to(timex: Timex) -> When | None:
    """The half hour before a clock time up to which somebody was somewhere; None for days and parts of them."""
    interval = timex.interval
    if interval is None or interval.end is None or not timex.clock_stated:
        return None
    if interval.granularity is Granularity.PART_OF_DAY:
        end = interval.end // DAY * DAY  # midnight
    else:
        end = interval.start if interval.start is not None else interval.end
    span = Interval(end - _JUST_BEFORE, end, Granularity.MINUTE, interval.offset)
    return When(timex, span)


def _extent(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The hours from and to that the statement gives: in it, right behind it, or right before its subject."""
    start, stop = match.start(), match.end() + NEAR
    for found in EXTENT.finditer(text, max(0, start - NEAR), stop):
        if not (found["first"] or found["hour"]):
            continue
        if found.start() >= match.end():
            if _UP_TO_EXTENT.fullmatch(text, match.end(), found.start()):
                return found
        elif found.end() <= start:
            if re.fullmatch(rf",? ?{TITLE}", text[found.end() : start]):
                return found
        elif found.start() >= start:
            return found
    return None


def _from_day_to_day(article: Article, marked: Marked, days: re.Match[str]) -> When | None:
    """ "From the Sunday to the Tuesday"."""
    first, last = marked.times[int(days["first"])], marked.times[int(days["last"])]
    a, b = first.interval, last.interval
    if a is None or b is None or a.start is None or b.end is None:
        return None
    if a.granularity is not Granularity.DAY or b.granularity is not Granularity.DAY:
        return None
    if not DAY < b.end - a.start <= LONGEST_STAY:
        return None
    span = replace(a, end=b.end)
    text = " ".join(article.document.prose[first.start : last.end].split())
    timex = replace(first, end=last.end, text=text, value=f"{first.value}/{last.value}", interval=span)
    return When(timex, span, extent=True)


def _day(chosen: Sequence[Timex]) -> int | None:
    """The midnight of the day that the times speak of; None if none of them tells one."""
    resolved = [t for t in chosen if t.interval is not None and t.interval.start is not None]
    if not resolved:
        return None
    # A bare clock time was resolved by guess; a day or a part of one tells the day.
    telling = [t for t in resolved if not t.clock_stated] or resolved
    start = telling[0].interval.start if telling[0].interval is not None else None
    return start // DAY * DAY if start is not None else None


def _read(timex: Timex, day: int, part: Timex | None) -> Interval:
    """The time's interval: a clock time on that day, one without "a.m." or "p.m." in the part of the day told."""
    interval = timex.interval
    if not timex.clock_stated or (interval is not None and interval.granularity >= Granularity.PART_OF_DAY):
        return interval if interval is not None else Interval(day, day + DAY, Granularity.DAY)
    if timex.parts or timex.value.count("T") != 1:
        return interval if interval is not None else Interval(day, day + DAY, Granularity.DAY)
    clock = clock_of(timex)
    offset = interval.offset if interval is not None else None
    if clock is None:
        return interval if interval is not None else Interval(day, day + DAY, Granularity.DAY, offset)
    open_half = not says_half(timex, clock)
    if not open_half:
        if interval is None or interval.start is None or interval.end is None:
            return Interval(day + clock, day + clock + MINUTE, Granularity.MINUTE, offset)
        return interval
    if part is None or part.interval is None:
        return Interval(day, day + DAY, Granularity.DAY, offset)  # three o'clock in the morning or the afternoon
    at = in_range(clock, part.interval)
    if at is None:
        return Interval(day, day + DAY, Granularity.DAY, offset)
    return Interval(at, at + MINUTE, Granularity.MINUTE, offset)


def _is_range_of_clocks(timex: Timex) -> bool:
    return len(timex.parts) == 2 and timex.clock_stated


def _ends(timex: Timex, interval: Interval) -> Interval:
    """ "2 p.m. to 5 p.m." ends at five, not when the hour of five is over."""
    last = timex.parts[1].interval
    if last is None or last.start is None or interval.start is None or last.start <= interval.start:
        return interval
    return replace(interval, end=last.start)


def _stated(
    extent: re.Match[str], marked: Marked, chosen: Sequence[Timex], day: int, part: Timex | None
) -> When | None:
    """ "From seven o'clock until nine": the two clock times, on the day and in the part of the day told."""
    first, sure_first = _end_of_extent(extent["first"], extent["hour"], marked)
    last, sure_last = _end_of_extent(extent["last"], extent["bare"], marked)
    if first is None:
        return None
    start: int | None = day + first
    if not sure_first:
        if part is not None and part.interval is not None:
            start = in_range(first, part.interval)
        elif last is not None and sure_last:
            start = day + last - ((last - first) % (DAY // 2) or DAY // 2)
        else:
            return None
    if start is None:
        return None
    if last is None:
        if extent["last"] or extent["bare"]:
            return None
        end = start + HOUR  # "until the close"
    elif sure_last:
        end = day + last
    else:
        end = start + ((last - start) % (DAY // 2) or DAY // 2)
    if not start < end <= start + DAY:
        return None
    timex = min(chosen, key=lambda each: (each.interval is None, each.clock_stated, each.start))
    offset = timex.interval.offset if timex.interval is not None else None
    return When(timex, Interval(start, end, Granularity.HOUR, offset), extent=True)


def _end_of_extent(mark: str | None, word: str | None, marked: Marked) -> tuple[int | None, bool]:
    """Seconds from midnight, and whether they say which half of the day it is."""
    if mark is None:
        return hour_of(word), False
    timex = marked.times[int(mark)]
    clock = clock_of(timex) if timex.clock_stated else None
    if clock is None:
        return None, False
    return clock, says_half(timex, clock)


def _after_event(article: Article, sentence: Sentence, marked: Marked) -> When | None:
    """ "Minutes after the verdicts": the time that the article gives the event."""
    found = AFTERWARDS.search(marked.text)
    if found is None or marked.times:
        return None
    prose = article.document.prose
    for event in article.assertions:
        if event.sentence.start != sentence.start:
            continue
        if not prose[sentence.start : event.trigger_start].rstrip().endswith("after the"):
            continue
        timed = [
            (each.time, each.time.interval)
            for each in article.assertions
            if each.event == event.event and is_told(each) and each.time is not None and each.time.interval is not None
        ]
        if not timed or not all(can_be_equal(timed[0][1], interval) for _, interval in timed):
            return None
        timex, interval = min(timed, key=lambda item: (item[1].granularity, item[0].start))
        fine = interval.granularity <= Granularity.DAY and interval.start is not None and interval.end is not None
        return When(timex, interval, later=True) if fine else None
    return None
