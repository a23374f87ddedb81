"""Journeys that a sentence, or two, tell with their distance, their time and their speed.

No grammar of journeys: the lengths, times and speeds of a passage are sorted by the words beside them, and a passage
that has just one of each, with nothing that speaks of a second leg, a stop or a limit, tells of one journey.
A helper of ``speed_fits_journey``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.journey_words import (
    BROKEN,
    FAR,
    HEDGE,
    HINT,
    LEAST_BEFORE,
    LED,
    MEAN_AFTER,
    MEAN_BEFORE,
    MOST_BEFORE,
    MOVES,
    NO_TIME_AFTER,
    NO_TIME_BEFORE,
    NO_WAY_AFTER,
    NO_WAY_BEFORE,
    OTHER_SPEED,
    PER,
    PLAIN_BEFORE,
    RIGHT_AT,
    SAME_SUBJECT,
    SOMETHING_ELSE,
    SPEED_THEN,
    TOOK_BEFORE,
    WHO_AVERAGES,
)
from factcheck.checks.timelines.points_told import Length, lengths_in
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity.units import UNITS
from factcheck.records import dataclass
from factcheck.text.model import Sentence


class Reach(StrEnum):
    """What a stated speed says of the mean speed of its journey."""

    MEAN = "mean"
    MOST = "most"  # "a top speed of", "never faster than"
    LEAST = "least"  # "never slower than"


@dataclass(frozen=True, slots=True)
class Journey:
    """A distance, the time it took and the speed told with it; ``text`` is the speed with its "an hour".

    ``hedged`` tells whether the speed is "about" so much; "an average of" alone is no hedge.
    """

    distance: Quantity
    length: Length
    speed: Quantity
    reach: Reach
    text: str
    hedged: bool


def journeys(article: Article) -> Iterator[Journey]:
    """Yield the journeys of which a sentence, or it and a neighbour, states distance, time and speed, one each."""
    prose = article.document.prose
    if not any(_dimension(one) == "speed" for one in article.expressions.quantities) or not HINT.search(prose):
        return
    told = list(figures.by_sentence(article))
    for index, (sentence, quantities) in enumerate(told):
        speeds = [one for one in quantities if _dimension(one) == "speed" and one.converts is None]
        if len(speeds) != 1 or prose.find("?", sentence.start, sentence.end) >= 0:
            continue
        reach = _reach(prose, sentence, speeds[0])
        if reach is None:
            continue
        near = [[told[index]]]
        # Only a mean speed may be told of a journey in the sentence beside it.
        if reach is Reach.MEAN and MEAN_BEFORE.search(prose[sentence.start : speeds[0].start]):
            near += [told[at : at + 2] for at in (index - 1, index) if 0 <= at < len(told) - 1]
        for passage in near:
            found = _only(article, passage, speeds[0], reach)
            if found is not None:
                yield found
                break


def _dimension(quantity: Quantity) -> str | None:
    unit = UNITS.get(quantity.unit or "")
    return unit.dimension if unit is not None and quantity.kind is QuantityKind.MEASURE else None


def _reach(prose: str, sentence: Sentence, speed: Quantity) -> Reach | None:
    """What the words beside a speed make of it, None where it is no speed of a whole journey."""
    before = prose[max(sentence.start, speed.start - 60) : speed.start]
    end = _end(prose, speed)
    after = prose[end : min(sentence.end, end + 40)]
    if re.search(r"\b(?:limit|restriction|winds?|gusts?|gusting|sound|zone)\b", before[-25:] + after[:15]):
        return None
    bare = re.sub(r"(?:an? |the |about |around |some |over |up to )+$", "", before)
    if LEAST_BEFORE.search(before):
        return Reach.LEAST
    if MOST_BEFORE.search(before) or (speed.bound is Bound.AT_MOST and PLAIN_BEFORE.search(bare)):
        return Reach.MOST
    if speed.bound in (Bound.AT_MOST, Bound.AT_LEAST) or OTHER_SPEED.search(before[-35:]) or SPEED_THEN.match(after):
        return None
    if MEAN_BEFORE.search(before) or MEAN_AFTER.match(after):
        return None if WHO_AVERAGES.search(before) else Reach.MEAN
    return Reach.MEAN if PLAIN_BEFORE.search(before) else None


def _end(prose: str, speed: Quantity) -> int:
    match = PER.match(prose, speed.end)
    return match.end() if match is not None else speed.end


def _only(
    article: Article, passage: list[tuple[Sentence, Sequence[Quantity]]], speed: Quantity, reach: Reach
) -> Journey | None:
    """The journey of a passage that has one distance, one time and one speed, and is of one way."""
    prose = article.document.prose
    if len({sentence.block for sentence, _ in passage}) != 1:
        return None
    start, end = passage[0][0].start, passage[-1][0].end
    if BROKEN.search(prose, start, end) or not MOVES.search(prose, start, end):
        return None
    quantities = [one for _, inside in passage for one in inside]
    if sum(_dimension(one) == "speed" and one.converts is None for one in quantities) != 1:
        return None
    far = [one for one in quantities if one.unit in FAR and one.kind is QuantityKind.MEASURE and one.converts is None]
    text_end = _end(prose, speed)
    long = [
        one
        for sentence, _ in passage
        for one in lengths_in(article, sentence)
        if not speed.start <= one.start < text_end and not re.search(r"(?:\bper|/) ?$", prose[start : one.start])
    ]
    if len(far) != 1 or len(long) != 1:
        return None
    distance, length = far[0], long[0]
    if distance.bound in (Bound.AT_LEAST, Bound.AT_MOST) or length.unit not in ("second", "minute", "hour", "day"):
        return None
    if NO_WAY_AFTER.match(prose[distance.end : distance.end + 30]) and distance.end < end:
        return None
    if NO_WAY_BEFORE.search(prose[max(start, distance.start - 30) : distance.start]):
        return None
    before, after = prose[max(start, length.start - 40) : length.start], prose[length.end : length.end + 20]
    if NO_TIME_BEFORE.search(before) or NO_TIME_AFTER.match(after):
        return None
    if not (TOOK_BEFORE.search(before) or length.hyphen or length.start == start):
        return None
    if SOMETHING_ELSE.search(prose, *_from_first_to_last(prose, start, distance, length, speed)):
        return None
    # "Travelling at 90 km/h" is of a moment; "300 miles in six hours at 50 mph" is of the journey.
    last = max((one.end for one in (distance, length) if one.end <= speed.start), default=start)
    mean = reach is not Reach.MEAN or _is_mean(prose[start : speed.start], prose[text_end:end])
    if not mean and not RIGHT_AT.fullmatch(prose[last : speed.start]):
        return None
    if len(passage) == 2 and not _speaks_on(prose, passage[0][0], passage[1][0]):
        return None
    hedged = HEDGE.search(prose[max(start, speed.start - 25) : speed.start]) is not None
    return Journey(distance, length, speed, reach, prose[speed.start : text_end], hedged)


def _is_mean(before: str, after: str) -> bool:
    return MEAN_BEFORE.search(before[-60:]) is not None or MEAN_AFTER.match(after[:40]) is not None


def _from_first_to_last(prose: str, start: int, distance: Quantity, length: Length, speed: Quantity) -> tuple[int, int]:
    """The stretch in which a second subject would tell of something else; "Sailing at 12 knots, the ship" has none."""
    starts, ends = zip(*((one.start, one.end) for one in (distance, length, speed)), strict=True)
    led = LED.match(prose, start, max(ends))
    return max(min(starts), led.end() if led else 0), max(ends)


def _speaks_on(prose: str, first: Sentence, second: Sentence) -> bool:
    """Whether the second sentence keeps to the thing of the first: a pronoun, "The average", or its noun again."""
    if SAME_SUBJECT.match(prose, second.start):
        return True
    noun = re.compile(r"The ([a-z]+)\b").match(prose, second.start, second.end)
    return noun is not None and re.search(rf"\b{noun[1]}\b", prose[first.start : first.end]) is not None
