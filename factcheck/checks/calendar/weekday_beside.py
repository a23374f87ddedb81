"""Weekdays told beside a date, not with it: "October 20, a Wednesday"; "the 12th, which is a Saturday"; "It was a Sunday".

A helper of ``weekday_fits_date``.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.assertions.model import Article
from factcheck.checks.calendar.weekday_months import meant_days
from factcheck.checks.templates import times_in
from factcheck.checks.timelines.points_told import Point, lengths_in, paragraphs, points_in
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!['’]s|s\b| (?:before|after|earlier|later|in|of|paper|news)\b)"
_OTHER = _DAY.replace("?P<day>", "?P<day2>")
# An apposition ends behind the weekday; "12 June, a Sunday school burnt" is none.
_ENDS = r"(?= ?(?:(?:(?:early )?(?:morning|afternoon|evening|night)|this year|that year|this time) ?)?(?:[,.;:!?)\]–—]|--|- |and\b|or\b|but\b|when\b|while\b|\Z|\n|[\"”]))"
_AFTER = regex(
    r"(?:,? \d{4})?,? ?[(–—-]?,? ?(?:(?:which (?:is|was|falls on|fell on|will be|will fall on|happens to be"
    rf"|happened to be) |falling on |fell on |falls on |will be |will fall on |was |is )(?:an? |the )?(?:[a-z-]+,? ){{0,2}}{_DAY}"
    rf"|(?:an? |the )(?:[a-z-]+,? ){{0,2}}{_OTHER}{_ENDS})"
)
_IT_WAS = regex(
    rf"[\"'“‘]?(?:It|That|This)(?: day)? (?:was|is|will be|had been|fell on|falls on)(?: also"
    rf"| on)? (?:an? )(?:[a-z-]+,? ){{0,2}}{_DAY}(?! (?:that|when|until|till|by|as)\b)"
)
_BARE = regex(
    r"\bthe (?P<number>[12]?\d|3[01])(?:st|nd|rd|th),? (?:which (?:is|was|falls on|will be) |that is "
    r"|falling on )?\(?an? (?:[a-z]+ )?" + _DAY
)
_NEAR = 200  # days


@dataclass(frozen=True, slots=True)
class Beside:
    """A day and another weekday than its own: ``prose[start:end]`` has both; ``sure`` where the text gives the year."""

    day: date
    stated: int
    start: int
    end: int
    date_start: int
    date_end: int
    sure: bool


def weekdays_beside(article: Article) -> Iterator[Beside]:
    """Yield each weekday told beside a date that is not that date's, in any year that may be meant."""
    prose = article.document.prose
    for group in paragraphs(article):
        if "day" not in prose[group[0].start : group[-1].end]:
            continue
        days: list[tuple[int, Point]] = [
            (number, point)
            for number, sentence in enumerate(group)
            for point in points_in(article, sentence)
            if point.grain is Granularity.DAY and re.search(r"\d", point.text)
        ]
        for number, point in days:
            match = None if re.search(r"day\b", point.text) else _AFTER.match(prose, point.end, group[number].end)
            if match is not None:
                yield from _judged(
                    article, point, match["day"] or match["day2"], point.start, match.end(), (point.start, point.end)
                )
        for number, sentence in enumerate(group):
            before = [point for index, point in days if index < number and number - index <= 3]
            told = {point.low for index, point in days if index <= number}
            match = _IT_WAS.match(prose, sentence.start, sentence.end)
            if (
                match is not None
                and len(told) == 1
                and len(before) == 1
                and not _goes_on(article, group[:number], before[0])
            ):
                yield from _judged(
                    article, before[0], match["day"], match.start("day"), match.end(), (before[0].start, before[0].end)
                )
            for bare in _BARE.finditer(prose, sentence.start, sentence.end):
                yield from _numbered(article, group, bare)


def _goes_on(article: Article, group: Sequence[Sentence], point: Point) -> bool:
    """Whether the sentences tell of another time after a date: "Two days later it was printed. It was a Wednesday"."""
    return any(
        time.start >= point.end and not time.clock_stated for sentence in group for time in times_in(article, sentence)
    ) or any(length.start >= point.end for sentence in group for length in lengths_in(article, sentence))


def _judged(article: Article, point: Point, name: str, start: int, end: int, told: tuple[int, int]) -> Iterator[Beside]:
    stated = _NAMES.index(name.lower())
    day = moment(point.low).date()
    if point.year_stated:
        if day.weekday() != stated:
            yield Beside(day, stated, start, end, *told, True)
        return
    yield from _of_years(article, day.month, day.day, stated, start, end, told)


def _of_years(
    article: Article, month: int, day: int, stated: int, start: int, end: int, told: tuple[int, int]
) -> Iterator[Beside]:  # fmt: skip
    published = article.document.published.day
    if published is None:
        return
    near = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if abs((one - published).days) <= _NEAR:
            near.append(one)
    if near and all(one.weekday() != stated for one in near):
        nearest = min(near, key=lambda one: abs((one - published).days))
        yield Beside(nearest, stated, start, end, *told, False)


def _numbered(article: Article, group: Sequence[Sentence], match: re.Match[str]) -> Iterator[Beside]:
    """ "The 12th", of a month that the passage tells."""
    stated = _NAMES.index(match["day"].lower())
    meant = meant_days(article, group, match.start(), int(match["number"]))
    if meant and all(one.weekday() != stated for one in meant):
        yield Beside(meant[0], stated, match.start(), match.end(), match.start(), match.end(), False)
