"""Weekdays told beside a date, not with it: "October 20, a Wednesday"; "the 12th, which is a Saturday"; "It was a Sunday".

A helper of ``weekday_fits_date``.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.assertions.model import Article
from factcheck.checks.points_told import Point, paragraphs, points_in
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity, moment

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!['’]s|s\b| (?:before|after|earlier|later|in|of|paper|news)\b)"
_AFTER = regex(
    r"(?:,? \d{4})?,? ?[(–—-]?,? ?(?:which (?:is|was|falls on|fell on|will be|will fall on|happens to be"
    r"|happened to be) |falling on "
    rf"|fell on |falls on |was |is )?(?:an? |the )(?:[a-z-]+,? ){{0,2}}{_DAY}"
    rf"|,? (?:which )?(?:was|is|fell on|falls on|will be|falling on) (?:an? )?(?:[a-z]+ )?{_DAY.replace('?P<day>', '?P<day2>')}",
)
_IT_WAS = regex(
    rf"[\"'“‘]?(?:It|That|This)(?: day)? (?:was|is|will be|had been|fell on|falls on)(?: also"
    rf"| on)? (?:an? )?(?:[a-z-]+,? ){{0,2}}{_DAY}"
    rf"|That {_DAY.replace('?P<day>', '?P<day2>')} (?P<noun>[a-z]+)"
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
            if match is not None and len(told) == 1 and len(before) == 1:
                at = match.start("day") if match["day"] else match.start("day2")
                yield from _judged(
                    article, before[0], match["day"] or match["day2"], at, match.end(), (before[0].start, before[0].end)
                )
            for bare in _BARE.finditer(prose, sentence.start, sentence.end):
                yield from _numbered(article, days, bare)


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


def _numbered(article: Article, days: list[tuple[int, Point]], match: re.Match[str]) -> Iterator[Beside]:
    """ "The 12th", of the month of the date before it or of those around publication."""
    published = article.document.published.day
    if published is None:
        return
    earlier = [point for _, point in days if point.end <= match.start()]
    start = moment(earlier[-1].low).date() if earlier else published - timedelta(days=31)
    stated, number = _NAMES.index(match["day"].lower()), int(match["number"])
    span = 40 if earlier else 62
    meant = [one for one in (start + timedelta(days=count) for count in range(span)) if one.day == number]
    if meant and all(one.weekday() != stated for one in meant):
        yield Beside(meant[0], stated, match.start(), match.end(), match.start(), match.end(), False)
