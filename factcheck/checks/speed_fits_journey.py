"""The distance, the time and the speed of one journey must fit each other.

"Flew 620 miles in two hours at an average of 210 miles an hour" cannot be. Each of the three is taken as exactly as it
is written, and units are converted. A top speed bounds the mean from above and nothing more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.figures import quantities as figures
from factcheck.checks.journeys_told import Journey, Reach, journeys
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import HOUR, Length
from factcheck.expressions.model import Bound, Quantity
from factcheck.expressions.quantity import stated_range
from factcheck.expressions.quantity.units import UNITS
from factcheck.identity.model import Corpus
from factcheck.records import replace

_MOST = 3.0  # by what factor a slip may miss: what is farther off is told of something else


class Options(BaseOptions):
    """What a rule may set."""

    tolerance_percent: float = option(
        default=3.0,
        ge=0,
        le=50,
        description="How far speed and journey may be apart beyond their rounding, in per cent.",
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each journey whose stated speed is not its distance over its time."""
    for article in corpus.articles:
        at_sea = "nautical" in article.document.prose or "knots" in article.document.prose
        for journey in journeys(article):
            if not _fits(journey, options.tolerance_percent / 100, at_sea):
                yield _conflict(article, journey)


def _fits(journey: Journey, slack: float, at_sea: bool) -> bool:
    names = [journey.distance.unit or ""]
    if at_sea and names == ["mile"]:
        names.append("nautical mile")  # a plain mile may be one
    return any(_fits_in(journey, UNITS[name].factor, slack) for name in names)


def _fits_in(journey: Journey, metres: float, slack: float) -> bool:
    least, most = (end * metres for end in _range(journey.distance))
    short, long = _times(journey.length)
    low, high = (end * UNITS[journey.speed.unit or ""].factor for end in _range(journey.speed, journey.hedged))
    slowest, fastest = least / long * (1 - slack), (most / short if short > 0 else math.inf) * (1 + slack)
    middle, told = (slowest + fastest) / 2, (low + high) / 2
    if not math.isfinite(middle) or low <= 0 or slowest <= 0:
        return True
    if journey.reach is Reach.MOST:
        return slowest <= high * 1.03 or middle > _MOST * told
    if journey.reach is Reach.LEAST:
        return fastest >= low * 0.97 or told > _MOST * middle
    if journey.length.unit == "day" and told > middle:
        return True  # nights are slept through: what is stated is the mean under way
    return figures.overlap((slowest, fastest), (low, high)) or not 1 / _MOST < told / middle < _MOST


def _range(quantity: Quantity, hedged: bool = True) -> tuple[float, float]:
    """What a distance or speed stands for as it is written; "an average of" is no hedge."""
    if quantity.bound is Bound.ABOUT and hedged:
        return stated_range(quantity)
    return rounded(replace(quantity, bound=Bound.EXACT))


def _times(length: Length) -> tuple[float, float]:
    """Seconds that a time under way stands for: whole hours are rounded to the half, others as written."""
    middle = (length.low + length.high) / 2
    if length.unit == "hour" and not length.more and length.high - length.low <= 1.4 * HOUR:
        half = 0.4 * HOUR if length.value % 1 == 0 else 0.25 * HOUR
        return max(length.low, middle - half), min(length.high, middle + 1.2 * half)
    if length.unit == "second" and "." in length.text:
        return middle - 0.05, middle + 0.05
    if length.unit == "minute" and not length.more and length.high - length.low <= 0.21 * middle and middle > HOUR:
        return max(length.low, middle - 300), min(length.high, middle + 300)
    return length.low, (1.5 * length.high if length.more else length.high)


def _conflict(article: Article, journey: Journey) -> Conflict:
    distance, length, speed = journey.distance, journey.length, journey.speed
    seconds = (length.low + length.high) / 2
    mean = distance.value * UNITS[distance.unit or ""].factor / seconds / UNITS[speed.unit or ""].factor
    hours = distance.value * UNITS[distance.unit or ""].factor / (speed.value * UNITS[speed.unit or ""].factor) / HOUR
    first, _, per = (speed.unit or "").partition(" per ")
    unit = f"{first}s per {per}" if per else f"{first}s"
    right = f"about {mean:,.{1 if mean < 20 else 0}f} {unit}"
    told = {
        Reach.MEAN: f"a speed of {journey.text}",
        Reach.MOST: f"{journey.text} at most",
        Reach.LEAST: f"{journey.text} at least",
    }[journey.reach]
    name = article.document.name
    return Conflict(
        message=f"{article_name(article)} gives {told}, but {distance.text} in {length.text} is {right}.",
        evidence=(
            Evidence(name, speed.start, speed.start + len(journey.text)),
            figures.evidence(article, distance),
            Evidence(name, length.start, length.end),
        ),
        key=("speed", distance.text, length.text.casefold(), speed.text),
        explanation=(
            f"{distance.text} over {length.text} is {right}.",
            f"At {journey.text}, {distance.text} would take about {hours:,.1f} hours.",
        ),
        suggestion=f"Write {right} for {journey.text}, or check {distance.text} and {length.text}.",
        confidence=0.85,
    )
