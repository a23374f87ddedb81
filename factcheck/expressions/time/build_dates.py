"""Dates by their parts, weekdays, today and yesterday: from a match to what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import (
    DEICTICS,
    MONTHS,
    UNITS,
    WEEKDAYS,
)
from factcheck.expressions.time.match import OFFSETS, Match, builds, direction_of, relative_year, year_of
from factcheck.expressions.time.numbers import day_number, short_year
from factcheck.expressions.time.periods import days_in
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.interval import Granularity

G = Granularity


def _calendar(
    match: Match, *, year: int | None, month: int, day: int, weekday: int | None, relative: int | None = None
) -> r.Chunk:
    """A month-day date; an impossible one where the month never has, or that year's has not, that day."""
    longest = days_in(year if year else 2000, month)
    what: r.What = r.Calendar(year, month, day, weekday, relative)
    if not 1 <= day <= longest:
        written = f"{year:04}" if year else "XXXX"
        why = f"{_MONTH_NAMES[month]}{f' {year}' if year else ''} has {longest} days"
        what = r.Impossible(f"{written}-{month:02}-{day:02}", why)
    return match.chunk(what)


_MONTH_NAMES = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@builds("month_day", "day_month")
def _month_day(match: Match) -> r.Chunk | None:
    month, day, weekday = match.word("mon"), match.word("day"), match.word("wd")
    assert month is not None and day is not None
    short = match.word("short")
    if match.has("story"):
        return match.chunk(r.Calendar(None, MONTHS[month], day_number(day), story_year=True))
    return _calendar(
        match,
        year=short_year(short) if short else year_of(match),
        month=MONTHS[month],
        day=day_number(day),
        weekday=None if weekday is None else WEEKDAYS[weekday],
        relative=relative_year(match),
    )


@builds("month_days", "days_month")
def _days_of_month(match: Match) -> r.Chunk | None:
    """ "Sept. 10 to 13", "3-5 May"; with "and" and "or" a list, unless "between" stands before it (see find.py)."""
    month, first, second = match.word("mon"), match.word("d1"), match.word("d2")
    assert month is not None and first is not None and second is not None
    number, year = MONTHS[month], year_of(match)
    start, end = day_number(first), day_number(second)
    if not start < end:
        return None
    longest = days_in(year or 2000, number)
    if end > longest:
        return None
    weekday, weekday2 = match.word("wd"), match.word("wd2")
    low = r.Calendar(year, number, start, None if weekday is None else WEEKDAYS[weekday])
    high = r.Calendar(year, number, end, None if weekday2 is None else WEEKDAYS[weekday2])
    split = match.start("d2")
    left = r.Chunk(match.first, match.start("d1") + 1, low)
    right = r.Chunk(split, match.last, high)
    listed = match.word("link") in {"and", "or"}
    return r.Chunk(match.first, match.last, low, range_to=replace(right, range_to=left), listed=listed)


@builds("weekday_day")
def _weekday_day(match: Match) -> r.Chunk | None:
    day = match.word("day")
    assert day is not None
    if "wd" not in match._match.re.groupindex:
        return None  # "the 3rd" is a rank far more often than a day
    weekday = match.word("wd")
    return match.chunk(r.Calendar(None, None, day_number(day), WEEKDAYS[weekday] if weekday else None))


@builds("month_year", "month_relative", "month")
def _month(match: Match) -> r.Chunk | None:
    month = match.word("mon")
    assert month is not None
    groups = match._match.re.groupindex
    year = relative = None
    if "year" in groups:
        short = match.word("short")
        year = short_year(short) if short else year_of(match)
    if "rel" in groups:
        relative = relative_year(match)
    return match.chunk(r.Calendar(year, MONTHS[month], relative_year=relative, story_year=match.has("story")))


@builds("directed_month")
def _directed_month(match: Match) -> r.Chunk | None:
    month = match.word("mon")
    assert month is not None
    return match.chunk(r.NamedMonth(MONTHS[month], direction_of(match.words("rel"))))


@builds("year")
def _bare_year(match: Match) -> r.Chunk | None:
    year = year_of(match)
    assert year is not None
    if match.has("bc"):
        return match.chunk(r.BeforeChrist(year))
    return match.chunk(r.Calendar(year))


@builds("bc_year")
def _bc_year(match: Match) -> r.Chunk | None:
    return match.chunk(r.BeforeChrist(int(match.words("bcyear")[0])))


@builds("short_year")
def _short_year(match: Match) -> r.Chunk | None:
    return match.chunk(r.Calendar(short_year(match.words("short")[0])))


@builds("year_slash")
def _year_slash(match: Match) -> r.Chunk | None:
    year = year_of(match)
    last = match.words("last")[0]
    if year is None or len(last) != 2:
        return None
    end = year // 100 * 100 + int(last)
    if not 0 < end - year <= 30:
        return None
    other = r.Chunk(match.last - 1, match.last, r.Calendar(end))
    return r.Chunk(match.first, match.last, r.Calendar(year), range_to=other)


def _iso_date(text: str) -> r.Calendar | r.Impossible:
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    try:
        date(year, month, day)
    except ValueError:
        return r.Impossible(text[:10], f"there is no such day as {text[:10]}")
    return r.Calendar(year, month, day)


@builds("iso")
def _iso(match: Match) -> r.Chunk | None:
    return match.chunk(_iso_date(match.words("iso")[0]))


_ISO_TIME = regex(r"(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?$")


@builds("isotime")
def _isotime(match: Match) -> r.Chunk | None:
    text = match.words("iso")[0]
    what = _iso_date(text)
    parts = _ISO_TIME.search(text)
    if parts is None:
        return match.chunk(what)
    hour, minute, second = int(parts[1]), int(parts[2]), int(parts[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return match.chunk(r.Impossible(text, f"there is no such time of day as {parts[1]}:{parts[2]}"))
    zone = parts[4]
    offset = None
    if zone:
        offset = 0 if zone == "Z" else (int(zone[1:3]) * 60 + int(zone[-2:])) * (-1 if zone[0] == "-" else 1)
    if offset is not None and abs(offset) > 14 * 60:
        offset = None
    return match.chunk(what, clock=r.Clock(hour, minute, second if parts[3] else None, offset))


def _from_figures(match: Match, pieces: Sequence[str], *, dotted: bool = False) -> r.Chunk | None:
    """5/4/2023, 05.04.2023, 2023/04/05. Whether the day or the month comes first stays open here."""
    a, b, c = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        year, month, day = a, b, c
        if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            return None
        return match.chunk(r.Calendar(year, month, day))
    if len(pieces[2]) == 4:
        year = c
    elif len(pieces[2]) == 2 and not dotted:
        year = short_year(pieces[2])
    else:
        return None
    if not 1000 <= year < 2200 or len(pieces[0]) > 2 or len(pieces[1]) > 2:
        return None
    american = 1 <= a <= 12 and 1 <= b <= days_in(year, a)
    european = 1 <= b <= 12 and 1 <= a <= days_in(year, b)
    if european and (dotted or not american):
        return match.chunk(r.Calendar(year, b, a))
    if american and european and a != b:
        return match.chunk(r.Calendar(year, a, b, other=(b, a)))
    if american:
        return match.chunk(r.Calendar(year, a, b))
    return None


@builds("figures")
def _figures(match: Match) -> r.Chunk | None:
    text = match.words("date")[0]
    dotted = "." in text
    return _from_figures(match, re.split(r"[./]", text), dotted=dotted)


@builds("spaced_figures")
def _spaced_figures(match: Match) -> r.Chunk | None:
    return _from_figures(match, [match.words(group)[0] for group in "abc"])


@builds("deictic")
def _deictic(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Deictic(DEICTICS[word]), part="tonight" if word == "tonight" else None)


@builds("day_before_deictic")
def _day_before_deictic(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Deictic(DEICTICS[word] + (-1 if match.word("dir") == "before" else 1)))


@builds("weekday")
def _weekday(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    if len(word) < 6 and match.words("wd")[0].isupper() and len(word) <= 3:
        return None
    first = match.all()[0]
    indefinite = first.lower() in {"a", "an"}
    return match.chunk(r.Weekday(WEEKDAYS[word], "some" if indefinite else None))


@builds("directed_weekday")
def _directed_weekday(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    return match.chunk(r.Weekday(WEEKDAYS[word], direction_of(match.words("rel"))))


@builds("last_week_weekday", "weekday_of_week")
def _weekday_of_week(match: Match) -> r.Chunk | None:
    word, unit = match.word("wd"), match.word("unit")
    assert word is not None and unit is not None
    if UNITS[unit] != G.WEEK:
        return None
    return match.chunk(r.Weekday(WEEKDAYS[word], week=OFFSETS[direction_of(match.words("rel"))]))
