"""Lengths of days to years against the dates of their paragraph: what no two of them explain and one pair nearly does.

A helper of ``duration_solved``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.model import Article
from factcheck.checks.durations.cues import is_told
from factcheck.checks.durations.misfit import misfit
from factcheck.checks.durations.passage import is_of_passage
from factcheck.checks.model import Conflict
from factcheck.checks.timelines.points_told import (
    HOUR,
    MONTH,
    YEAR,
    Length,
    Point,
    points_in,
)
from factcheck.expressions.model import TimexType
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, Granularity, instant
from factcheck.text.model import Sentence

_FACTOR = 2.8  # how many times too long or too short a slip may be
_FACTOR_YEARS = 2.0
MOST_POINTS = 6


def misfits_of_dates(
    article: Article, sentence: Sentence, window: Sequence[Sentence], length: Length, others: Sequence[Length]
) -> Iterator[Conflict]:
    fine = _grain(length)
    if fine is None:
        return
    told = [(number, point) for number, one in enumerate(window) for point in points_in(article, one)]
    every = _distinct([point for _, point in told])
    if not every or len(every) > MOST_POINTS:
        return
    published = article.document.published.day
    today = _day_point(instant(published)) if published is not None else None
    known = [*every, today] if today is not None else every
    if any(_explains(length, *pair) for pair in combinations(known, 2)) or _sums(length, known, others):
        return
    here = next(number for number, one in enumerate(window) if one.start == sentence.start)
    usable = [(number, p) for number, p in told if p.grain <= fine and not p.said and _exact(length, p)]
    pair = _pair(usable, here)
    if pair is None and len(_distinct([p for _, p in usable])) == 1 and len(every) <= 2 and today is not None:
        number, point = usable[0]
        if (
            length.unit in ("year", "decade")
            and point.year_stated
            and point.low < today.low
            and _to_now(article, sentence, length)
        ):
            pair = (point, today) if abs(number - here) <= 2 else None
    if pair is None or _told_elsewhere(article, length, pair) or _dated_itself(article, sentence, length, fine):
        return
    if not is_told(article, sentence, length):
        return
    if not is_of_passage(article.document.prose, sentence, length, pair, window):
        return
    first, second = sorted(pair, key=lambda point: point.low)
    least, most = max(0, second.low - first.high), second.high - first.low
    if not _near(length, least, most):
        return
    yield misfit(article, length, first.text, second.text, _words(least, most, length.unit), [first, second])


def _grain(length: Length) -> Granularity | None:
    """The coarsest dates that can tell such a length."""
    if length.unit in ("year", "decade", "century", "centurie"):
        return Granularity.YEAR
    if length.unit == "month":
        return Granularity.MONTH
    if length.unit in ("day", "night", "week", "fortnight") and length.low > 0:
        return Granularity.DAY
    if length.unit == "month":
        return Granularity.MONTH
    return None


def _exact(length: Length, point: Point) -> bool:
    """Days of the week are too often those of the telling to count days by."""
    return point.named or length.unit in ("month", "year", "decade", "century", "week", "fortnight")


def _distinct(points: Sequence[Point]) -> list[Point]:
    found: dict[tuple[int, int], Point] = {}
    for point in points:
        found.setdefault((point.low, point.high), point)
    return list(found.values())


def _day_point(start: int) -> Point:
    return Point(-1, -1, "the day of publication", start, start + DAY, Granularity.DAY, True, True, True)


def _pair(told: Sequence[tuple[int, Point]], here: int) -> tuple[Point, Point] | None:
    """The one pair of points that the length can be of: in its sentence, or the only two around it."""
    own = _distinct([point for number, point in told if number == here])
    if len(own) == 2:
        return own[0], own[1]
    every = _distinct([point for _, point in told])
    if len(every) == 2 and (own or len({number for number, _ in told}) == 1):
        return every[0], every[1]
    if len(own) > 2:
        return None
    for step in (-1, 1):
        near = _distinct([point for number, point in told if number == here + step])
        if len(own) == 1 and len(near) == 1 and near[0] != own[0]:
            return near[0], own[0]
        if not own and len(near) == 2:
            return near[0], near[1]
    return None


def _told_elsewhere(article: Article, length: Length, pair: tuple[Point, Point]) -> bool:
    """Whether another date of the article, from another paragraph, lies the stated length from one of the two."""
    for timex in article.expressions.times:
        interval = timex.point or timex.interval
        if interval is None or interval.start is None or interval.end is None or timex.type is not TimexType.DATE:
            continue
        if interval.granularity > Granularity.MONTH and length.unit not in ("year", "decade", "century"):
            continue
        for point in pair:
            first, last = min(point.low, interval.start), max(point.high, interval.end)
            least = max(0, max(point.low, interval.start) - min(point.high, interval.end))
            if least <= length.high and last - first >= length.low:
                return True
    return False


_DATED = regex(r"(?: [a-z]+){0,4} (?:in|on|until|by|of|from) $")


def _dated_itself(article: Article, sentence: Sentence, length: Length, fine: Granularity) -> bool:
    """Whether a date too coarse to count from stands with the length: "held for two months in 2013"."""
    prose = article.document.prose
    return any(
        point.grain > fine and point.start >= length.end and _DATED.match(prose[length.end : point.start])
        for point in points_in(article, sentence)
    )


def _to_now(article: Article, sentence: Sentence, length: Length) -> bool:
    """Whether the length runs to the day of the article: "has taken 19 years"."""
    before = article.document.prose[max(sentence.start, length.start - 40) : length.start]
    after = article.document.prose[length.end : length.end + 12]
    return (
        re.search(r"\b(?:has|have|'s|’s)(?: now| already| only)? (?:taken|been|lasted|gone on|waited|run|lived"
                  r"|spent|passed)\b[^.;]{0,25}$", before) is not None
        or re.match(r" (?:have passed|later|on)\b", after) is not None
    )  # fmt: skip


def _explains(length: Length, one: Point, other: Point) -> bool:
    first, second = (one, other) if one.low <= other.low else (other, one)
    least, most = max(0, second.low - first.high), second.high - first.low
    return (least <= length.high or (length.more and least > 0)) and most >= length.low


def _sums(length: Length, points: Sequence[Point], others: Sequence[Length]) -> bool:
    """Whether stretches or lengths added, or taken from each other, give the length."""
    stretches = [
        (max(0.0, abs(a.low - b.low) - DAY), float(abs(a.low - b.low) + max(a.high - a.low, b.high - b.low)),
         min(a.low, b.low), max(a.low, b.low))
        for a, b in combinations(points, 2)
    ]  # fmt: skip
    for one, other in combinations(stretches, 2):
        disjoint = one[3] < other[2] or other[3] < one[2]
        if disjoint and one[0] + other[0] <= length.high and one[1] + other[1] >= length.low:
            return True
    lengths = [(each.low, each.high) for each in others if each.start != length.start]
    for low, high in lengths:
        for least, most in [*lengths, *(each[:2] for each in stretches)]:
            if (least, most) != (low, high) and low + least <= length.high and high + most >= length.low:
                return True
    for point_a, point_b in combinations(points, 2):
        apart = abs(point_a.low - point_b.low)
        for each in others:
            if each.start == length.start:
                continue
            # "An eight-year term given in 2019; in 2023, after four": a length of the points' own is no excuse.
            if abs(apart - each.low) < 0.1 * apart:
                continue
            if length.low <= abs(apart - (each.low + each.high) / 2) <= length.high:
                return True
    return False


def _near(length: Length, least: float, most: float) -> bool:
    middle, told = (least + most) / 2, (length.low + length.high) / 2
    if middle <= 0 or (length.more and middle >= length.low):
        return False
    factor = _FACTOR if length.high < 0.9 * YEAR else _FACTOR_YEARS
    return max(middle / told, told / middle) <= factor


def _words(least: float, most: float, unit: str) -> str:
    size, name = {
        "day": (DAY, "day"), "night": (DAY, "day"), "week": (7 * DAY, "week"), "fortnight": (7 * DAY, "week"),
        "month": (MONTH, "month"), "hour": (HOUR, "hour"),
    }.get(unit, (YEAR, "year"))  # fmt: skip
    count = round((least + most) / 2 / size, 1)
    return f"about {count:g} {name}{'' if count == 1 else 's'}"
